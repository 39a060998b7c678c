"""What a file says of its text: a field of the text's page, the words, and where in the file they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from build_tools.editing.guesses.date_guess import find_days
from build_tools.editing.guesses.language_names import find_language_tag
from build_tools.linking.names import SUFFIXES
from build_tools.model.dates import is_edtf
from build_tools.segmentation.roles.cue_words import any_phrase

_LONGEST = 500  # characters of a value
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_SLASHED = re.compile(r"(\d{4})/(\d\d?)(?:/(\d\d?))?")
_YEAR_LAST = re.compile(r"(?:^|[\s,])c?((?:1[0-9]|20)\d\d)\.?$")
_MADE_BY_PROGRAMS = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*|untitled.*|sans titre.*|ohne titel.*|(?:document|dokument) ?\d*"
    r"|title|slide \d+|powerpoint presentation|word document"
    r"|[^ ]+\.(?:docx?|odt|rtf|pdf|html?|indd|qxd|tex|dvi|ps|txt))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:(?i:unknown|anonymous|admin(?:istrator)?|user|author|owner|windows user|n/?a|none)|[a-z0-9._@-]+)"
)
_AND = re.compile(r"\s*(?:;|&|、|\band\b|\bet\b|\by\b|\bund\b|\be\b|\bи\b)\s*")
_BYLINE = re.compile(rf"^{any_phrase('bylines')}(?:\s+|(?<=[^a-zA-Zа-яА-Я]))(?=[^\W\d_a-zа-я])")
_BYLINE_END = re.compile(rf"\s{any_phrase('byline endings')}$")
_SURNAME_FIRST = re.compile(r"[^,\s]+, [^,]+")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a file says of its text.

    Attributes:
        field: The field of a source page.
        value: The value, as the field takes it.
        origin: Where it stands, as the subject of a sentence: 'the line "Title:" of the text'.
        role: The role of a creator, if it is not the author.
        by_program: Whether a program may have written it without anybody's doing, as office programs do.
    """

    field: str
    value: str
    origin: str
    role: str = ""
    by_program: bool = False


def state(field: str, words: str, origin: str, role: str = "") -> tuple[Statement, ...]:
    """Return what words say of a field of a text; nothing where they are no such value, or a program's words.

    Args:
        field: The field of a source page; "made" for the day of the file itself, which need not be the text's.
        words: The words of the file.
        origin: Where they stand.
        role: The role of a creator.
    """
    value = " ".join(words.split())
    if not value or len(value) > _LONGEST or not value.isprintable():
        return ()
    values = [value]
    if field in {"issued", "modified", "made"}:
        day = read_day(value)
        values = [day[:10] if field == "made" else day]
    elif field == "languages":
        values = [find_language_tag(part) for part in re.split(r"[,;/]| and ", value)]
    elif field == "title":
        values = [] if _MADE_BY_PROGRAMS.fullmatch(value) else [value]
    elif field == "creators":
        values = [name for name in split_names(value) if not _NOBODY.fullmatch(name)]
    elif field == "url":
        values = [value] if re.fullmatch(r"https?://[^\s<>\"'`]+", value) else []
    return tuple(Statement(field, part, origin, role) for part in values if part)


def read_day(words: str) -> str:
    """Return the day, month or year that words name, in EDTF; "" where they name none, or several."""
    if is_edtf(words):
        return words
    if match := _PDF_DATE.match(words) or _SLASHED.fullmatch(words):
        return "-".join(part.zfill(2) for part in match.groups() if part)
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        days = {day.edtf for day in find_days(words)}
    if match := _YEAR_LAST.search(words):
        days = days or {match[1]}
    return days.pop() if len(days) == 1 else ""


def split_names(words: str) -> tuple[str, ...]:
    """Return the names that a line of makers lists, each in the order in which it is spoken."""
    names = []
    for part in _AND.split(words):
        family, _, given = part.partition(", ")
        if _SURNAME_FIRST.fullmatch(part) and given not in SUFFIXES:
            names.append(f"{given} {family}")
        else:
            names += part.split(", ")
    found: list[str] = []
    for name in names:
        if found and name.strip() in SUFFIXES:
            found[-1] += f", {name.strip()}"
        elif bare := _BYLINE_END.sub("", _BYLINE.sub("", name.strip(" ,.\"'“”"))):
            found.append(bare)
    return tuple(found)


def first_of(statements: Iterable[Statement], field: str) -> tuple[Statement, ...]:
    """Return what the first place says of a field that says anything; it may name several languages or makers."""
    about = [statement for statement in statements if statement.field == field]
    return _of_first_place(about)


def _of_first_place(about: Sequence[Statement]) -> tuple[Statement, ...]:
    roles = {statement.role: statement.origin for statement in reversed(about)}
    return tuple(dict.fromkeys(statement for statement in about if roles[statement.role] == statement.origin))
