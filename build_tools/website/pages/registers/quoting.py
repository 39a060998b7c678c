"""Quote the texts on the editors' pages: words linked to their block, with their language and asserter."""

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
_THIN_SPACE = "\u2009"  # between two closing quotation marks
_DIFFERENCE = "≠"
_ASSERTERS = {
    "author": "the author",
    "official": "a named official or government",
    "agency": "an agency or paper",
    "unnamed": "not named",
}
_NOT_SHOWN = "words not shown: the text is not published in full"
_NO_NAME = "someone the text does not name"


def register_path(item: Discrepancy | Quotation) -> str:
    """Return the path, below docs/, of the page of a discrepancy or a quotation."""
    return item.path.removeprefix("docs/")


def link_evidence(text: str, page: str, corpus: Corpus) -> str:
    """Return an editor's Markdown in one line, its evidence as links; `page` is the path of its page below docs/."""
    return render_evidence(" ".join(text.split()), page, corpus.by_id)


def quoted_block(anchored: Anchored, corpus: Corpus) -> Block | None:
    """Return the block that a passage is quoted from, or None if there is no such block."""
    return corpus.blocks.get(anchored.source, {}).get(anchored.block)


def block_address(anchored: Anchored, page: str) -> str:
    """Return the address of a passage's block, relative to a page below docs/."""
    return f"{text_names.relative(text_names.source_path(anchored.source), page)}#{anchored.block}"


def quoted_passage(anchored: Anchored, page: str, corpus: Corpus) -> str:
    """Return the words as a link to their block, in quotation marks unless they begin with one.

    Where the text may not be quoted, the link says so.
    """
    words = anchored.quote
    if not words:
        return markdown.link(_NOT_SHOWN, block_address(anchored, page), "q")
    if words[:1] not in _OPENING:
        words = f"“{words}{_THIN_SPACE if words[-1:] in _CLOSING else ''}”"
    block = quoted_block(anchored, corpus)
    lang = corpus.language_of(block.lang) if block else None
    return markdown.link(words, block_address(anchored, page), "q", lang=lang, dir=direction(lang) if lang else None)


def quote_account(account: Testimony, page: str, corpus: Corpus) -> str:
    """Return an account of an event: the words, their source, and a note if the event was still to come."""
    expected = ", still to come" if account.expected else ""
    return f"{quoted_passage(account, page, corpus)} ({source_link(account, page, corpus)}{expected})"


def source_link(anchored: Anchored, page: str, corpus: Corpus) -> str:
    """Return the text and paragraph of a passage as a link: "Kim, ¶6"."""
    document, block = corpus.by_id.get(anchored.source), quoted_block(anchored, corpus)
    if document is None or block is None:
        return markdown.escape(anchored.source)
    return markdown.link(
        f"{text_names.short_name(document.source)}, {text_names.place_name(block)}", block_address(anchored, page), "ev"
    )


def entry_link(identifier: str, page: str, corpus: Corpus, *classes: str) -> str:
    """Return a link to an entry by its label, or the bare id if there is no such entry."""
    entry = corpus.entries.get(identifier)
    if entry is None:
        return markdown.escape(identifier)
    return markdown.link(entry.pref_label, text_names.relative(text_names.entry_path(identifier), page), *classes)


def entry_list(identifiers: Iterable[str], page: str, corpus: Corpus) -> str:
    """Return a list of links to entries, each underlined by its kind; unknown ids are left out."""
    return markdown.bullets(
        entry_link(identifier, page, corpus, "k", corpus.entries[identifier].kind)
        for identifier in identifiers
        if identifier in corpus.entries
    )


def item_link(item: Discrepancy | Quotation, page: str, *classes: str, **named: str | None) -> str:
    """Return a link to a discrepancy or a quotation by its title."""
    return markdown.link(item.title, text_names.relative(register_path(item), page), *classes, **named)


def difference_sign(item: Discrepancy, page: str, where: str) -> str:
    """Return the sign ≠ as a link to a discrepancy, with a name for screen readers.

    Args:
        item: The discrepancy.
        page: The path, below docs/, of the page that shows the sign.
        where: What the texts differ on or at, such as "at ¶6".
    """
    target = text_names.relative(register_path(item), page)
    return markdown.link(_DIFFERENCE, target, "differ", aria_label=f"Texts differ {where}: {item.title}")


def asserter(by: Attribution, page: str, corpus: Corpus) -> str:
    """Say who asserts something."""
    kind = _ASSERTERS[by.kind]
    if not by.name:
        return _NO_NAME if by.kind == "unnamed" else kind
    name = entry_link(by.name, page, corpus) if by.name in corpus.entries else markdown.escape(by.name)
    return name if by.kind == "unnamed" and "not " in by.name else f"{name} ({kind})"


def speaker(item: Quotation, page: str, corpus: Corpus) -> str:
    """Return the speaker of a quotation: a link to an entry, or a name."""
    if item.speaker:
        return entry_link(item.speaker, page, corpus)
    return markdown.escape(item.speaker_name)
