"""The signs in the margin of a text: ≠ for each discrepancy at a block, ” for each quotation."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Block, Document
from build_tools.model.findings import pluralise
from build_tools.model.registers import Discrepancy, Quotation
from build_tools.website.markup.as_data import Run, runs
from build_tools.website.markup.body_nodes import Link
from build_tools.website.naming import text_names
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

_DIFFERENCE = "≠"
_QUOTATION = "”"
_MOST_SINGLE_SIGNS = 2  # signs shown one by one; more are collapsed into one line


def margin_signs(document: Document, corpus: Corpus) -> Iterator[dict[str, object]]:
    """Yield the signs of each block that has any, for the template.

    Yields:
        The `block`; the `lang` of its signs where the text is in another; up to two signs as single `links`; and where
        there are more, a `summary` that counts them, with a `label` for screen readers, and `links` by their titles.
    """
    differ_at, quoted_at = corpus.registry.differ_at, corpus.registry.quoted_at
    for block in document.blocks:
        place = (document.source.id, block.id)
        differ, quoted = differ_at.get(place, ()), quoted_at.get(place, ())
        if differ or quoted:
            yield _signs(block, differ, quoted, corpus)


def _signs(
    block: Block, differ: tuple[Discrepancy, ...], quoted: tuple[Quotation, ...], corpus: Corpus
) -> dict[str, object]:
    where = text_names.place_name(block)
    lang = corpus.edition.language if corpus.language_of(block.lang) else ""
    common = {"block": block.id, "lang": lang}
    if len(differ) + len(quoted) <= _MOST_SINGLE_SIGNS:
        links = [_link(_DIFFERENCE, item, "differ", f"Texts differ at {where}: {item.title}") for item in differ]
        links += [_link(_QUOTATION, item, "quotation", f"Quotation at {where}: {item.title}") for item in quoted]
        return {**common, "links": links}
    signs = [f"{sign} {len(group)}" for sign, group in ((_DIFFERENCE, differ), (_QUOTATION, quoted)) if group]
    counts = [pluralise(len(differ), "difference")] if differ else []
    counts += [pluralise(len(quoted), "quotation")] if quoted else []
    titles = [_link(item.title, item, "differ") for item in differ]
    titles += [_link(item.title, item, "quotation") for item in quoted]
    return {**common, "summary": " ".join(signs), "label": f"{' and '.join(counts)} at {where}", "links": titles}


def _link(text: str, item: Discrepancy | Quotation, name: str, label: str = "") -> Run:
    return runs((Link((text,), linked_passages.register_path(item), (name,), label),))[0]
