"""The lists of texts of which an edition with many has a page each: by year, maker, kind, language and publisher."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import Document, Source
from build_tools.text.markdown import slug
from build_tools.website.localisation import for_translation, translate
from build_tools.website.naming.vocabulary import genre_in_words, language_name
from build_tools.website.naming.year_headings import UNDATED
from build_tools.website.survey.periods import periods_of

MANY_TEXTS = 24
"""More texts than these are rows, not cards, and the home page leads to them by years."""

MOST_ROWS = 50
"""The most rows on a page; an edition with no more texts has no lists but the index."""

BY_YEAR = "year"
_LISTED = "sources/by--"
"""How the paths of lists begin. No text can be there: an id has no two hyphens behind each other."""


@dataclass(frozen=True, slots=True)
class TextList:
    """Texts that have a value of a facet in common.

    Attributes:
        facet: The id of the facet.
        id: The id of the value in an address.
        name: The value as pages call it.
        title: The title of its page.
        documents: The texts in order of date.
    """

    facet: str
    id: str
    name: str
    title: str
    documents: tuple[Document, ...]

    def path(self, number: int = 1) -> str:
        """Return the path of a page of the list, below docs/.

        Args:
            number: The number of the page, from 1.
        """
        return f"{_LISTED}{self.facet}/{self.id}{f'--{number}' if number > 1 else ''}.md"


@dataclass(frozen=True, slots=True)
class Facet:
    """A property of texts by which they are listed.

    Attributes:
        id: Its id.
        name: What pages call it.
        lists: The texts of each value: years in their order, other values the most frequent first.
    """

    id: str
    name: str
    lists: tuple[TextList, ...]


def is_paged(documents: Sequence[Document]) -> bool:
    """Return whether there are too many texts for one page."""
    return len(documents) > MOST_ROWS


def facets_of(documents: Sequence[Document]) -> tuple[Facet, ...]:
    """Return the facets by which the texts can be told apart, that of years first.

    Args:
        documents: All texts in order of date.
    """
    years = tuple(
        TextList(BY_YEAR, period.id, period.name, _year_title(period.id, period.name), period.documents)
        for period in periods_of(documents)
    )
    facets = [Facet(BY_YEAR, translate("Year"), years)]
    for identifier, name, title, values in _PROPERTIES:
        lists = _lists(identifier, title, values, documents)
        if len(lists) > 1:
            facets.append(Facet(identifier, translate(name), lists))
    return tuple(facets)


def _year_title(identifier: str, name: str) -> str:
    return translate("Texts without a date") if identifier == UNDATED else translate("Texts of {year}", year=name)


_Values = Callable[[Source], Iterable[tuple[str, str]]]
"""Returns the values of a text: the id of each, empty where its name is made one, and what pages call it."""


def _makers(source: Source) -> Iterator[tuple[str, str]]:
    yield from ((creator.entry or "", creator.name) for creator in source.creators)


def _kinds(source: Source) -> Iterator[tuple[str, str]]:
    yield _id_of(source.genre), genre_in_words(source.genre)


def _languages(source: Source) -> Iterator[tuple[str, str]]:
    yield from ((tag.lower(), language_name(tag)) for tag in source.languages)


def _publishers(source: Source) -> Iterator[tuple[str, str]]:
    if source.publisher:
        yield "", source.publisher


_PROPERTIES: tuple[tuple[str, str, str, _Values], ...] = (
    ("maker", for_translation("Maker"), for_translation("Texts by {value}"), _makers),
    ("kind", for_translation("Kind"), for_translation("Texts of the kind “{value}”"), _kinds),
    ("language", for_translation("Language"), for_translation("Texts in {value}"), _languages),
    ("publisher", for_translation("Publisher"), for_translation("Texts published by {value}"), _publishers),
)


def _lists(facet: str, title: str, values: _Values, documents: Iterable[Document]) -> tuple[TextList, ...]:
    of_texts = [(document, tuple(values(document.source))) for document in documents]
    ids = _ids_of_values(value for _, of_text in of_texts for value in of_text)
    names: dict[str, str] = {}
    listed: dict[str, list[Document]] = {}
    for document, of_text in of_texts:
        for identifier, name in {ids[value]: value[1] for value in of_text}.items():
            names.setdefault(identifier, name)
            listed.setdefault(identifier, []).append(document)
    order = sorted(listed, key=lambda identifier: (-len(listed[identifier]), names[identifier].casefold()))
    return tuple(
        TextList(facet, value, names[value], translate(title, value=names[value]), tuple(listed[value]))
        for value in order
    )


def _ids_of_values(values: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the id of each value in an address; where the ids of two names would be the same, with digests of them."""
    distinct = dict.fromkeys(values)
    bearers: dict[str, set[str]] = {}
    for identifier, name in distinct:
        bearers.setdefault(identifier or _id_of(name), set()).add(_folded(name))
    return {
        (identifier, name): identifier or _id_of(name, is_shared=len(bearers[_id_of(name)]) > 1)
        for identifier, name in distinct
    }


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _id_of(name: str, *, is_shared: bool = False) -> str:
    """Return an id for a name, with a digest of it where other names have the same letters and digits of ASCII."""
    plain = slug(name)
    if name.isascii() and plain and not is_shared:
        return plain
    told_apart = name if not name.isascii() else _folded(name)
    return "-".join(filter(None, (plain, hashlib.sha256(told_apart.encode()).hexdigest()[:8])))
