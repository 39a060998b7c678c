"""Words of the texts on pages of ours: quoted, linked to their block, with their language and their speaker."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Block
from build_tools.model.registers import Anchored, Attribution, Discrepancy, Quotation, Testimony
from build_tools.text import markdown
from build_tools.website.naming import text_names
from build_tools.website.naming.vocabulary import direction
from build_tools.website.pages.parts.evidence_links import render_evidence
from build_tools.website.survey.lookups import Corpus

_OPENING = "“‘«\"'「『《"
_CLOSING = "”’»\"'」』》"
_THIN = "\u2009"  # between two closing quotation marks
_DIFFERENCE = "≠"
_ASSERTERS = {
    "author": "the author",
    "official": "a named official or government",
    "agency": "an agency or paper",
    "unnamed": "not named",
}


def register_path(item: Discrepancy | Quotation) -> str:
    """The page of a point or a quotation, below docs/."""
    return item.path.removeprefix("docs/")


def cited(text: str, page: str, corpus: Corpus) -> str:
    """An editor's Markdown with its evidence as links."""
    return render_evidence(" ".join(text.split()), page, corpus.by_id)


def cited_block(anchored: Anchored, corpus: Corpus) -> Block | None:
    """The block that a quotation cites; None where there is none."""
    return corpus.blocks.get(anchored.source, {}).get(anchored.block)


def address(anchored: Anchored, page: str) -> str:
    """Where a quotation stands, as a page below docs/ links to it."""
    return f"{text_names.relative(text_names.source_path(anchored.source), page)}#{anchored.block}"


def quoted_passage(anchored: Anchored, page: str, corpus: Corpus) -> str:
    """The words as a link to their block, in quotation marks unless they bring their own."""
    words = anchored.quote
    if words[:1] not in _OPENING:
        words = f"“{words}{_THIN if words[-1:] in _CLOSING else ''}”"
    block = cited_block(anchored, corpus)
    lang = corpus.language_of(block.lang) if block else None
    return markdown.link(words, address(anchored, page), "q", lang=lang, dir=direction(lang) if lang else None)


def passage(one: Testimony, page: str, corpus: Corpus) -> str:
    """An account: the words, whence they are, and whether they speak of what was still to come."""
    expected = ", still to come" if one.expected else ""
    return f"{quoted_passage(one, page, corpus)} ({whence(one, page, corpus)}{expected})"


def whence(anchored: Anchored, page: str, corpus: Corpus) -> str:
    """Text and paragraph as a link: "Kim, ¶6"."""
    document, block = corpus.by_id.get(anchored.source), cited_block(anchored, corpus)
    if document is None or block is None:
        return markdown.escape(anchored.source)
    return markdown.link(
        f"{text_names.short_name(document.source)}, {text_names.place_name(block)}", address(anchored, page), "ev"
    )


def entry_link(identifier: str, page: str, corpus: Corpus, *classes: str) -> str:
    """An entry by its label."""
    entry = corpus.entries.get(identifier)
    if entry is None:
        return markdown.escape(identifier)
    return markdown.link(entry.pref_label, text_names.relative(text_names.entry_path(identifier), page), *classes)


def entry_list(identifiers: Iterable[str], page: str, corpus: Corpus) -> str:
    """Entries by label, each with the line of its kind."""
    return markdown.bullets(
        entry_link(one, page, corpus, "k", corpus.entries[one].kind) for one in identifiers if one in corpus.entries
    )


def item_link(item: Discrepancy | Quotation, page: str, *classes: str, **named: str | None) -> str:
    """A point or a quotation by its title."""
    return markdown.link(item.title, text_names.relative(register_path(item), page), *classes, **named)


def difference_sign(item: Discrepancy, page: str, where: str) -> str:
    """The sign ≠ as a link to a point, named for those who do not see it."""
    target = text_names.relative(register_path(item), page)
    return markdown.link(_DIFFERENCE, target, "differ", aria_label=f"Texts differ {where}: {item.title}")


def asserter(by: Attribution, page: str, corpus: Corpus) -> str:
    """Who asserts something, in words."""
    kind = _ASSERTERS[by.kind]
    if not by.name:
        return kind
    name = entry_link(by.name, page, corpus) if by.name in corpus.entries else markdown.escape(by.name)
    return name if by.kind == "unnamed" and "not " in by.name else f"{name} ({kind})"
