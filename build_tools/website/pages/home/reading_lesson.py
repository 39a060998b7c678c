"""How to read the pages: each sign of theirs on a specimen from the edition, with a sentence that explains it."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import Document
from build_tools.text.prose.heading_ids import add_heading_ids
from build_tools.website.localisation import translate
from build_tools.website.markup.body_nodes import Block, Content, Division, Heading, Link, Paragraph, Phrase
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import entry_path
from build_tools.website.naming.vocabulary import kind_in_words
from build_tools.website.pages.home.search_examples import most_mentioned
from build_tools.website.survey.lookups import Corpus

_ID = "how-to-read"
_SHORT = 34  # characters of a specimen


def reading_lesson(corpus: Corpus) -> tuple[Block, ...]:
    """Return the lesson; nothing where the introduction has a section of its own with that id, or there is no text."""
    has_section = f"{{ #n-{_ID} " in add_heading_ids(corpus.body("index.md"))
    if has_section or not corpus.documents:
        return ()
    specimens = tuple(
        Division((Paragraph(specimen, classes=("shown",)), Paragraph((words,))), ("specimen",))
        for specimen, words in _specimens(corpus)
    )
    return (Heading(2, _ID, (translate("How to read"),)), Division(specimens, ("lesson",)))


def _specimens(corpus: Corpus) -> Iterator[tuple[Content, str]]:
    """Yield a specimen of each sign, with what it means."""
    for entry in most_mentioned(corpus)[:1]:
        link = Link((entry.pref_label,), entry_path(entry.id), ("m", entry.kind, "first"))
        kind = kind_in_words(entry.kind)
        yield (
            (link,),
            translate("A line under a word leads to its entry. The shape of the line is its kind: {kind}.", kind=kind),
        )
    if numbered := next(_numbered(corpus), None):
        number, words, lang = numbered
        yield (
            (Phrase((number,), ("no",)), " ", Phrase((words,), lang=corpus.language_of(lang))),
            translate("A grey number is the address of a paragraph. It is what you cite."),
        )
    if corpus.registry.discrepancies:
        yield (
            (Phrase((translate("≠ texts differ here"),), ("differs",)),),
            translate("Red is ours, the editors’. Black is the text’s own."),
        )
    if document := next((text for text in corpus.documents if not text.source.title_stated), None):
        yield (
            (text_names.title_content(document.source),),
            translate("A title in brackets is ours: the text has none."),
        )
    elif document := next((text for text in corpus.documents if _dates_inferred(text)), None):
        yield (
            text_names.date_content(document.source),
            translate("A dotted line marks what the text does not state and the editors infer."),
        )


def _dates_inferred(document: Document) -> bool:
    return "issued" in document.source.inferred and document.source.issued is not None


def _numbered(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """Yield numbers, first words and languages of paragraphs in texts that are published in full, not their first."""
    for document in corpus.documents:
        numbers = corpus.paragraphs[document.source.id]
        for block in document.blocks:
            at = numbers.get(block.id, 0)
            if at and block.text and not document.source.is_withheld and block.role == "paragraph":
                yield str(at + 1), text_names.first_words(" ".join(block.text.split()), _SHORT), block.lang
