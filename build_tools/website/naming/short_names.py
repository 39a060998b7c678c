"""The one short name of each text of an edition: no two texts share one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from build_tools.model import Creator, Entry, Source
from build_tools.text.folding import fold_label
from build_tools.website.citations.creator_names import family_name, is_body
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.naming.text_names import first_words, joined_names

_LONGEST_TITLE = 40  # characters
_LONGEST_RUN = 20  # characters of a title without spaces
_NUMBER = re.compile(r"\b(?:[Nn]o|[Nn]r)\.? ?\d+|[№#] ?\d+|^\d+(?=[.:)])|(?<=\s)\d+$")

_Bearers = Mapping[str, set[str]]
"""By a word of a name: the persons who bear it, by the ids of their entries or by their names."""


def short_names(sources: Iterable[Source], entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return each text in a few words, by its id.

    It is the short title, else the makers' family names, else publisher or title. A maker whose family name is also
    part of the name of another person, of the glossary or among the makers of other texts, is named in full. Texts that
    would share a name are told apart by their titles, then by the numbers in these, their dates, their whole titles,
    and at last by their ids; one that alone has it as its short title keeps it.

    Args:
        sources: All texts of the edition.
        entries: Its glossary.
    """
    texts = tuple(sources)
    bearers: dict[str, set[str]] = {}
    for person, name in (*_in_glossary(entries), *_makers(texts)):
        for word in _words(name):
            bearers.setdefault(word, set()).add(person)
    names = {source.id: _short_name(source, bearers) for source in texts}
    for detail in _DETAILS:
        _tell_apart(texts, names, detail)
    return names


def _tell_apart(texts: Sequence[Source], names: dict[str, str], detail: Callable[[Source, str], str]) -> None:
    """Put a detail into the names that several texts share, where it differs from text to text."""
    sharing: defaultdict[str, list[Source]] = defaultdict(list)
    for source in texts:
        sharing[fold_label(names[source.id])].append(source)
    for group in sharing.values():
        entitled = Counter(source.short_title is not None for source in group)[True]
        moved = [source for source in group if entitled != 1 or not source.short_title]
        detailed = {source.id: detail(source, names[source.id]) for source in moved}
        if len(group) > 1 and (len(set(detailed.values())) > 1 or len(moved) < len(group)):
            names.update(detailed)


def _with_title(source: Source, name: str) -> str:
    """Return the title behind a person's name, or alone where the name is not a person's."""
    title = first_words(source.title, _LONGEST_TITLE, _LONGEST_RUN)
    is_named = source.short_title or any(not is_body(creator) for creator in source.creators)
    return f"{name}, {title}" if is_named and name != source.title else title


def _with_number(source: Source, name: str) -> str:
    numbers = [match[0] for match in _NUMBER.finditer(source.title) if match[0] not in name]
    return ", ".join((name, *numbers[:1]))


def _with_date(source: Source, name: str) -> str:
    return f"{name}, {day_in_words(source.issued)}" if source.issued else name


def _with_whole_title(source: Source, name: str) -> str:
    few = first_words(source.title, _LONGEST_TITLE, _LONGEST_RUN)
    return name.replace(few, source.title) if few in name else f"{name}, {source.title}"


def _with_id(source: Source, name: str) -> str:
    return f"{name} ({source.id})"


_DETAILS = (_with_title, _with_number, _with_date, _with_whole_title, _with_id)


def _in_glossary(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if entry.kind == "person":
            labels = (*entry.alt_labels, *entry.short_labels, *entry.shared_labels)
            yield from ((entry.id, name) for name in (entry.name, *(label.text for label in labels)))


def _makers(sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    for source in sources:
        for creator in source.creators:
            if not is_body(creator):
                yield _person(creator), creator.name


def _person(creator: Creator) -> str:
    return creator.entry or " ".join(sorted(_words(creator.name)))


@lru_cache(maxsize=8_192)  # a maker of many texts is named for each
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold_label(name).replace(",", " ").split())


def _short_name(source: Source, bearers: _Bearers) -> str:
    names = [_maker(creator, bearers, source.languages) for creator in source.creators]
    return source.short_title or joined_names(names) or source.publisher or source.title


def _maker(creator: Creator, bearers: _Bearers, languages: Sequence[str]) -> str:
    family = family_name(creator, languages)
    words = _words(family)
    if is_body(creator) or not words:
        return family
    others = set.intersection(*(bearers.get(word, set()) for word in words)) - {_person(creator)}
    return creator.name if others else family
