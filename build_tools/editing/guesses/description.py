"""What a new text is, put together: what its file says, what its words show, and the day and words of each guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_tools.corpus.sources.source_fields import GENRES
from build_tools.editing.guesses.genre_guess import GenreGuess, guess_genre
from build_tools.editing.guesses.labelled_head import read_labelled_head
from build_tools.editing.guesses.language_guess import languages_of, rank_languages
from build_tools.editing.guesses.statements import Statement, first_of
from build_tools.editing.guesses.title_guess import TitlePage, read_title_page
from build_tools.segmentation import Cut, cut_text
from build_tools.text.folding import fold

_WORD = re.compile(r"\w+")
_HEAD = 20_000  # characters of a text in which words of its title page stand
_WEB_PAGE = "webpage"


@dataclass(frozen=True, slots=True)
class Guess:
    """A guess at a field of a text's page.

    Attributes:
        values: The value; of makers and languages several.
        origin: Where it comes from, as the subject of a sentence, or a whole sentence.
        is_stated: Whether the text itself has these words, so that nothing needs to be inferred.
        roles: The role of each maker.
    """

    values: tuple[str, ...]
    origin: str
    is_stated: bool = True
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """What is guessed of a text.

    Attributes:
        text: The text.
        cut: The text, cut by rule.
        fields: The guesses by field.
        page: What the first blocks of the text say.
        made: The days of the file itself, which are not offered as the text's.
        languages: The language of each block.
        reads_like: What kind of text it seems to be where CSL has no type for it, as a sentence.
        frame: The lines of a web page that its markup says are no part of the text.
    """

    text: str
    cut: Cut
    fields: Mapping[str, Guess]
    page: TitlePage
    made: tuple[Statement, ...]
    languages: tuple[str, ...]
    reads_like: str = ""
    frame: frozenset[str] = frozenset()

    def first(self, field: str) -> str:
        """Return the first value of a field, "" where nothing is guessed."""
        return self.fields[field].values[0] if field in self.fields else ""


def describe(text: str, given_statements: Sequence[Statement] = (), *, is_web_page: bool = False) -> Description:
    """Return what a text is.

    Args:
        text: The text, a byte order mark included.
        given_statements: What its file says of it outside the text, the most trustworthy first.
        is_web_page: Whether it was saved as a web page.
    """
    cut = cut_text(text)
    statements = (*read_labelled_head(text, cut), *given_statements)
    page = read_title_page(cut.blocks)
    languages = languages_of(cut.blocks)
    head = _words(text[:_HEAD])
    fields = {
        "title": _settle(
            first_of(statements, "title")[:1], _from_page(page.title, "the first line that reads like one"), head
        ),
        "creators": _settle(first_of(statements, "creators"), _from_page_names(page.creators), head),
        "issued": _day(statements, "issued", page),
        "modified": _day(statements, "modified", page),
        "languages": _languages(statements, rank_languages(cut.blocks, languages)),
        **{field: _settle(first_of(statements, field)[:1], None, head) for field in ("publisher", "url")},
    }
    title = fields["title"].values[0] if fields["title"] else ""
    guessed = guess_genre(title, text, cut)
    fields["genre"] = _genre(statements, guessed, is_web_page=is_web_page)
    made = tuple(dict.fromkeys(statement for statement in statements if statement.field == "made"))
    found = {field: guess for field, guess in fields.items() if guess}
    reads_like = "" if fields["genre"] else guessed.reason
    return Description(text, cut, found, page, made, languages, reads_like)


def _genre(statements: Sequence[Statement], guessed: GenreGuess, *, is_web_page: bool) -> Guess | None:
    stated = [statement for statement in first_of(statements, "genre") if statement.value in GENRES]
    if stated:
        return Guess((stated[0].value,), stated[0].origin, is_stated=False)
    if guessed.genre:
        return Guess((guessed.genre,), guessed.reason, is_stated=False)
    return Guess((_WEB_PAGE,), "It was saved as a web page.", is_stated=False) if is_web_page else None


def _from_page(words: str, origin: str) -> Guess | None:
    return Guess((words,), origin) if words else None


def _from_page_names(names: tuple[str, ...]) -> Guess | None:
    return Guess(names, "the line that names who wrote it", roles=("",) * len(names)) if names else None


def _settle(statements: Sequence[Statement], by_place: Guess | None, head: str) -> Guess | None:
    """Return what a file says, unless the text has no such words, a program wrote them, and something stands there."""
    if not statements:
        return by_place
    stated = all(_words(statement.value) in head for statement in statements)
    if by_place and not stated and statements[0].by_program:
        return by_place
    return _guess(statements, is_stated=stated)


def _guess(statements: Sequence[Statement], *, is_stated: bool) -> Guess:
    values, roles = zip(*((statement.value, statement.role) for statement in statements), strict=True)
    return Guess(values, statements[0].origin, is_stated, roles)


def _words(text: str) -> str:
    """Return the words of a text folded, with single spaces around them, to look for words in them."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _day(statements: Sequence[Statement], field: str, page: TitlePage) -> Guess | None:
    stated = first_of(statements, field)[:1]
    day = page.issued if field == "issued" else page.modified
    near = {day.edtf for day in (page.issued, page.modified, *page.days) if day}
    if stated:
        labelled = stated[0].origin.startswith(("the line", "the front matter"))
        return _guess(stated, is_stated=labelled or stated[0].value[:10] in near)
    return Guess((day.edtf,), f"“{day.words}”") if day else None


def _languages(statements: Sequence[Statement], ranked: tuple[str, ...]) -> Guess | None:
    """Return the languages of a text: those stated, if its words are in one of them, and then those of its words."""
    stated = tuple(statement.value for statement in first_of(statements, "languages"))
    agreed = [tag for tag in stated if not ranked or tag.partition("-")[0] in {*_primary(ranked)}]
    if agreed:
        origin = next(statement.origin for statement in statements if statement.field == "languages")
        more = [tag for tag in ranked if tag.partition("-")[0] not in {*_primary(agreed)}]
        return Guess((*agreed, *more), origin)
    return Guess(ranked, "scripts and common words, the main language first") if ranked else None


def _primary(tags: Sequence[str]) -> Iterator[str]:
    yield from (tag.partition("-")[0] for tag in tags)
