"""The signs in the margin of a text: ≠ where it differs from others, ” where it quotes what somebody said.

A sign opens to say in words what it stands for; the first of a text says so without being asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Block, Document
from build_tools.model.registers import Discrepancy, Quotation
from build_tools.website.localisation import between_commas, for_translation, join_words, translate
from build_tools.website.markup.as_data import Run, runs
from build_tools.website.markup.body_nodes import Link
from build_tools.website.naming import text_names
from build_tools.website.naming.counted_things import counted_differences, counted_quotations
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places

_DIFFERENCE = "≠"
_QUOTATION = "”"
_MEANINGS = {
    _DIFFERENCE: for_translation("≠ stands where other texts, or another part of this one, say otherwise."),
    _QUOTATION: for_translation(
        "” stands where the text quotes a statement that this edition follows from text to text."
    ),
}


def margin_signs(document: Document, corpus: Corpus) -> Iterator[dict[str, object]]:
    """Yield the signs of each block that has any, for the template.

    Yields:
        The `block`; the `lang` of its signs where the text is in another; the `signs`, each a character and how many of
        its kind there are; the `words` that say the same; what the signs mean, where they are first met; and `links` to
        the differences and quotations by their titles, each with the other texts concerned.
    """
    differ_at, quoted_at = corpus.registry.differ_at, corpus.registry.quoted_at
    met: set[str] = set()
    for block in document.blocks:
        place = (document.source.id, block.id)
        groups: dict[str, tuple[Discrepancy, ...] | tuple[Quotation, ...]] = {
            _DIFFERENCE: differ_at.get(place, ()),
            _QUOTATION: quoted_at.get(place, ()),
        }
        signs = {sign: len(group) for sign, group in groups.items() if group}
        if signs:
            yield {
                "block": block.id,
                "lang": corpus.edition.language if corpus.language_of(block.lang) else "",
                "signs": [[sign, number] for sign, number in signs.items()],
                "words": _in_words(block, signs),
                "meanings": [translate(_MEANINGS[sign]) for sign in signs if sign not in met],
                "links": [_link(item, document, corpus) for group in groups.values() for item in group],
            }
            met |= signs.keys()


def _in_words(block: Block, signs: dict[str, int]) -> str:
    counted = {_DIFFERENCE: counted_differences, _QUOTATION: counted_quotations}
    counts = join_words([counted[sign](number) for sign, number in signs.items()])
    return translate("{signs} at {place}", signs=counts, place=text_names.place_name(block))


def _link(item: Discrepancy | Quotation, document: Document, corpus: Corpus) -> list[Run | str]:
    """Return a link to an item by its title, and the names of the other texts that it concerns."""
    name = "differ" if isinstance(item, Discrepancy) else "quotation"
    others = dict.fromkeys(source for source, _ in places(item) if source != document.source.id)
    names = between_commas(corpus.short_names[source] for source in others if source in corpus.short_names)
    return [runs((Link((item.title,), linked_passages.register_path(item), (name,)),))[0], names]
