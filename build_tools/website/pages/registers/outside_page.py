"""The page of the outside sources: each work with its address, whose word it is, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from build_tools.model.registers import OutsideWork
from build_tools.text.scripts import scripts_in
from build_tools.website.localisation import for_translation, translate, translate_count
from build_tools.website.markup.body_nodes import Block, Content, Division, Heading, Inline, Link, Paragraph, Phrase
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.naming.outside_names import OUTSIDE, work_name, work_place
from build_tools.website.naming.vocabulary import language_name
from build_tools.website.pages.indexes.index_page import Index, compose_index, count_span
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus

_GROUPS = (
    (True, "official--sources", for_translation("Official sources")),
    (False, "other--sources", for_translation("Agencies, press and scholarship")),
)
"""Whether the works of a group are official, its id, which no work can have, and its heading."""


def outside_page(corpus: Corpus) -> ComposedPage:
    """Compose the page of the outside sources, official ones first, then by publisher and date."""
    works = tuple(corpus.registry.works.values())
    description = translate_count(
        len(works),
        "{number} outside source, each with the pages that cite it.",
        "{number} outside sources, each with the pages that cite it.",
    )
    index = Index("outside", description, below=tuple(_blocks(works, corpus)), has_content=bool(works))
    return compose_index(OUTSIDE, index, corpus)


def _blocks(works: Sequence[OutsideWork], corpus: Corpus) -> Iterator[Block]:
    for is_official, identifier, name in _GROUPS:
        group = [work for work in works if work.official == is_official]
        if group:
            yield Heading(2, identifier, (translate(name), " ", count_span(len(group))), ("of-kind",))
            yield from (Division(tuple(_work(work, corpus)), ("work",)) for work in group)


def _work(work: OutsideWork, corpus: Corpus) -> Iterator[Block]:
    """Yield the title, linked to the page itself; who published it; what it says; what rests on it."""
    lang = corpus.language_of(work.language)
    yield Heading(3, work.id, (Link((work.title,), work.url, lang=lang),))
    if work.translated_title:
        yield Paragraph((f"“{work.translated_title}”",), classes=("translated",))
    yield Paragraph(_joined(_facts(work, corpus), " · "), classes=("origin",))
    if work.notes:
        yield Paragraph(linked_passages.written(work.notes, OUTSIDE, corpus))
    if resting := [linked_passages.file_link(path, corpus) for path in corpus.registry.resting.get(work.id, ())]:
        yield Paragraph((translate("Cited in:"), " ", *_joined(resting, ", "), "."), classes=("resting",))
    if readings := [other for other in corpus.registry.works.values() if other.read_through == work.id]:
        yield Paragraph(
            (translate("Read here:"), " ", *_joined(map(_work_link, readings), "; "), "."), classes=("resting",)
        )


def _facts(work: OutsideWork, corpus: Corpus) -> Iterator[Inline]:
    yield work.publisher
    if work.affiliation:
        yield work.affiliation
    yield from (_own_name(creator, work, corpus) for creator in work.creators)
    yield day_in_words(work.date) if work.date else translate("undated")
    yield language_name(work.language)
    through = corpus.registry.works.get(work.read_through or "")
    if through:
        yield Link((translate("via {work}", work=work_name(through)),), work_place(through.id))
    if work.archived:
        yield Link((translate("archived copy"),), work.archived)


def _own_name(name: str, work: OutsideWork, corpus: Corpus) -> Inline:
    """Return a name with the language of its work, unless it has no letters but Latin ones."""
    is_latin = set(scripts_in(name)) <= {"Latn"}
    lang = corpus.language_of(work.language)
    return name if is_latin or not lang else Phrase((name,), lang=lang)


def _work_link(work: OutsideWork) -> Link:
    return Link((work_name(work),), work_place(work.id))


def _joined(parts: Iterable[Inline], sign: str) -> Content:
    return tuple(item for part in parts for item in (sign, part))[1:]
