"""Passages of texts on the editors' pages: words linked to their block, with their language and who asserts them."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model import Block
from build_tools.model.registers import Anchored, Attribution, Discrepancy, Quotation, Testimony
from build_tools.website.localisation import for_translation, translate
from build_tools.website.markup.body_nodes import Content, EditorWords, Inline, Link
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.foreign_words import mark_foreign
from build_tools.website.pages.parts.evidence_links import evidence_content
from build_tools.website.survey.lookups import Corpus

_OPENING = "“‘«\"'「『《"
_CLOSING = "”’»\"'」』》"
_INNER = str.maketrans({"“": "‘", "”": "’"})  # quotation marks inside quotation marks
_CLOSING_BRACKETS = (")", "）")
_THIN_SPACE = "\u2009"  # between two closing quotation marks
_DIFFERENCE = "≠"
_ASSERTERS = {
    "author": for_translation("the author"),
    "official": for_translation("an official or government"),
    "agency": for_translation("an agency or newspaper"),
    "unnamed": for_translation("not named"),
}
_NOT_SHOWN = for_translation("words not shown: the text is not published in full")
_NO_NAME = for_translation("someone the text does not name")


def register_path(item: Discrepancy | Quotation) -> str:
    """Return the path, below docs/, of the page of a discrepancy or a quotation."""
    return item.path.removeprefix("docs/")


def written(text: str, page: str, corpus: Corpus) -> Content:
    """Return an editor's line of Markdown, its evidence as links and foreign words marked.

    Args:
        text: The line.
        page: The path of its page, below docs/.
        corpus: The edition.
    """
    content = evidence_content(" ".join(text.split()), page, corpus.short_names, corpus.registry.works)
    return tuple(
        EditorWords(mark_foreign(part.markdown, corpus.edition.language)) if isinstance(part, EditorWords) else part
        for part in content
    )


def quoted_block(anchored: Anchored, corpus: Corpus) -> Block | None:
    """Return the block that a passage is quoted from, or None if there is no such block."""
    return corpus.blocks.get(anchored.source, {}).get(anchored.block)


def block_place(anchored: Anchored) -> str:
    """Return the place of a passage's block: the path of its page with a fragment."""
    return f"{source_path(anchored.source)}#{anchored.block}"


def quoted_passage(anchored: Anchored, corpus: Corpus, among: Sequence[Anchored] = ()) -> Link:
    """Return the words as a link to their block, in quotation marks unless they begin with one; inner ones are single.

    Where the text may not be quoted, the link says so.

    Args:
        anchored: The passage.
        corpus: The edition.
        among: The passages beside it. If another has the same words, the name of the link says where these are.
    """
    words = in_quotation_marks(anchored.quote) if anchored.quote else translate(_NOT_SHOWN)
    block = quoted_block(anchored, corpus)
    place = block_place(anchored)
    is_shared = any(other.quote == anchored.quote and block_place(other) != place for other in among)
    label = f"{words}, {_source_and_paragraph(anchored, corpus)}" if is_shared else ""
    lang = corpus.language_of(block.lang) if block and anchored.quote else None
    return Link((words,), place, ("q",), label, lang)


def in_quotation_marks(words: str) -> str:
    """Return words in quotation marks, unless they begin with one."""
    if words[:1] in _OPENING:
        return words
    words = words.translate(_INNER)
    return f"“{words}{_THIN_SPACE if words[-1:] in _CLOSING else ''}”"


def quote_account(account: Testimony, corpus: Corpus, among: Sequence[Testimony] = ()) -> Content:
    """Return an account of an event: the words, their source, and a note if the event was still to come.

    Args:
        account: The account.
        corpus: The edition.
        among: The accounts beside it.
    """
    expected = (", ", translate("still to come")) if account.expected else ()
    return (quoted_passage(account, corpus, among), " (", source_link(account, corpus), *expected, ")")


def source_link(anchored: Anchored, corpus: Corpus) -> Inline:
    """Return the text and paragraph of a passage as a link: "Kim, ¶6"."""
    words = _source_and_paragraph(anchored, corpus)
    return Link((words,), block_place(anchored), ("ev",)) if quoted_block(anchored, corpus) else words


def _source_and_paragraph(anchored: Anchored, corpus: Corpus) -> str:
    block = quoted_block(anchored, corpus)
    return (
        text_names.with_place(corpus.short_names[anchored.source], text_names.place_name(block))
        if block
        else anchored.source
    )


def entry_link(identifier: str, corpus: Corpus, *classes: str) -> Inline:
    """Return a link to an entry by its label, or the bare id if there is no such entry."""
    entry = corpus.entries.get(identifier)
    return Link((entry.pref_label,), entry_path(identifier), classes) if entry else identifier


def file_link(path: str, corpus: Corpus) -> Inline:
    """Return a link to the page of a hand-written file by its name, or its path where there is no such page.

    Args:
        path: The path of the file, below docs/.
        corpus: The edition.
    """
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    if folder == "glossary" and stem in corpus.entries:
        return entry_link(stem, corpus)
    if folder == "sources" and stem in corpus.by_id:
        return Link((corpus.short_names[stem],), path)
    title = corpus.item_titles.get(path) or corpus.edition.titles.get(path)
    return Link((title,), path) if title else path


def item_link(item: Discrepancy | Quotation, *classes: str) -> Link:
    """Return a link to a discrepancy or a quotation by its title."""
    return Link((item.title,), register_path(item), classes)


def difference_sign(item: Discrepancy, about: str) -> Link:
    """Return the sign ≠ as a link to a discrepancy, with a name for screen readers.

    Args:
        item: The discrepancy.
        about: What the texts differ on, such as the name of an entry.
    """
    label = translate("Texts differ on {about}: {title}", about=about, title=item.title)
    return Link((_DIFFERENCE,), register_path(item), ("differ",), label)


def asserter(by: Attribution, corpus: Corpus) -> Content:
    """Say who asserts something, and of what kind: of somebody unnamed, a remark in brackets has said it already."""
    kind = translate(_ASSERTERS[by.kind])
    if not by.name:
        return (translate(_NO_NAME) if by.kind == "unnamed" else kind,)
    name = entry_link(by.name, corpus) if by.name in corpus.entries else by.name
    has_remark = by.kind == "unnamed" and by.name.endswith(_CLOSING_BRACKETS)
    return (name,) if has_remark else (name, " (", kind, ")")


def speaker(item: Quotation, corpus: Corpus) -> Inline:
    """Return the speaker of a quotation: a link to an entry, or a name."""
    return entry_link(item.speaker, corpus) if item.speaker else item.speaker_name
