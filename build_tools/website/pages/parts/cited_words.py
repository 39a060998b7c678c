"""Words of the texts on the editors' pages, as inline content: linked to their block, with their language and text."""

from __future__ import annotations

from build_tools.model.registers import Anchored, Discrepancy, Quotation, Testimony
from build_tools.website.markup.nodes import Content, Inline, Link
from build_tools.website.naming import text_names
from build_tools.website.survey.lookups import Corpus

_OPENING = "“‘«\"'「『《"
_CLOSING = "”’»\"'」』》"
_THIN_SPACE = "\u2009"  # between two closing quotation marks
_NOT_SHOWN = "words not shown: the text is not published in full"


def entry_reference(identifier: str, corpus: Corpus) -> Inline:
    """Return an entry's label as a link to it, or the bare id if there is no such entry."""
    entry = corpus.entries.get(identifier)
    return Link((entry.pref_label,), text_names.entry_path(identifier)) if entry else identifier


def item_reference(item: Discrepancy | Quotation) -> Link:
    """Return a link to a discrepancy or a quotation by its title."""
    return Link((item.title,), item.path.removeprefix("docs/"))


def difference_reference(item: Discrepancy, where: str) -> Link:
    """Return the sign ≠ as a link to a discrepancy, with a name for screen readers.

    Args:
        item: The discrepancy.
        where: What the texts differ on or at, such as "at ¶6".
    """
    return Link(("≠",), item.path.removeprefix("docs/"), ("differ",), f"Texts differ {where}: {item.title}")


def place_reference(anchored: Anchored, corpus: Corpus) -> Inline:
    """Return the text and paragraph of a passage as a link: "Kim, ¶6"."""
    document = corpus.by_id.get(anchored.source)
    block = corpus.blocks.get(anchored.source, {}).get(anchored.block)
    if document is None or block is None:
        return anchored.source
    name = f"{text_names.short_name(document.source)}, {text_names.place_name(block)}"
    return Link((name,), _address(anchored), ("ev",))


def cited_passage(anchored: Anchored, corpus: Corpus) -> Link:
    """Return the words as a link to their block, in quotation marks unless they begin with one.

    Where the text may not be quoted, the link says so.
    """
    words = anchored.quote
    if not words:
        return Link((_NOT_SHOWN,), _address(anchored), ("q",))
    if words[:1] not in _OPENING:
        words = f"“{words}{_THIN_SPACE if words[-1:] in _CLOSING else ''}”"
    block = corpus.blocks.get(anchored.source, {}).get(anchored.block)
    return Link((words,), _address(anchored), ("q",), lang=corpus.language_of(block.lang) if block else None)


def cited_account(account: Testimony, corpus: Corpus) -> Content:
    """Return an account of an event: the words, their source, and a note if the event was still to come."""
    expected = ", still to come" if account.expected else ""
    return (cited_passage(account, corpus), " (", place_reference(account, corpus), f"{expected})")


def _address(anchored: Anchored) -> str:
    return f"{text_names.source_path(anchored.source)}#{anchored.block}"
