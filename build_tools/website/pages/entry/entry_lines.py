"""The lines that show an entry in the words of one text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.edition.event_passages import ACCOUNT
from build_tools.model import Entry, KwicLine
from build_tools.website.localisation import translate_count
from build_tools.website.markup.body_nodes import Block, Bullets, Content, Division, Heading, Link, Paragraph, Phrase
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import source_path
from build_tools.website.pages.text_lists.telling_apart import unlike_citation
from build_tools.website.survey.lookups import Corpus


def lines_of_text(
    lines: Sequence[KwicLine], entry: Entry, corpus: Corpus, *, shown: slice = slice(None), level: int = 3
) -> Iterator[Block]:
    """Yield a heading that names a text, and lines from it; then a link to the first line that is left out, if any.

    Args:
        lines: All lines of the text.
        entry: The entry.
        corpus: The edition.
        shown: Which of the lines to show. What is left out before them is not spoken of.
        level: The level of the heading.
    """
    source = corpus.by_id[lines[0].mention.document].source
    path = source_path(source.id)
    cited, name = text_names.citation(source), unlike_citation(source.id, corpus)
    # A maker of all texts tells none of them from another.
    words = text_names.quoted_title(source) if "makers" in corpus.shared_facts else cited
    title: Content = (Link((words,), path, label="" if name == cited else name),)
    if source.issued:
        title += (" ", Phrase(text_names.date_content(source), ("when",)))
    yield Heading(level, f"from-{source.id}", title, ("from",))
    yield Division((Bullets(tuple(_line(line, path, entry.kind, corpus) for line in lines[shown])),), ("kwic",))
    if rest := lines[shown.stop :] if shown.stop else ():
        yield Paragraph((_more(rest, corpus),), classes=("more-lines",))


def _more(rest: Sequence[KwicLine], corpus: Corpus) -> Link:
    first = rest[0].mention
    words = translate_count(len(rest), "{number} more in this text", "{number} more in this text")
    name = f"{words}, {corpus.short_names[first.document]}"
    return Link((words,), f"{source_path(first.document)}#{first.block}", label=name)


def _line(line: KwicLine, path: str, kind: str, corpus: Corpus) -> Content:
    block = corpus.block(line.mention)
    lang = corpus.language_of(block.lang)
    place = text_names.place_name(block)
    name = f"{corpus.short_names[line.mention.document]}, {place}"
    at = (Link((place,), f"{path}#{block.id}", ("at",), name), " ")
    if line.mention.rule == ACCOUNT:
        return (*at, Phrase((line.exact,), ("said",), lang=lang))
    return (
        *at,
        Phrase((line.left,), ("l",), lang=lang),
        Phrase((line.exact,), (kind,), "b", lang),
        Phrase((line.right,), ("r",), lang=lang),
    )
