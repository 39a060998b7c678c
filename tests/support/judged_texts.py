"""Texts that a person cut into blocks by hand, and the score of a cut against them.

A judged text (tests/golden/segmentation/judged/GENRE/NAME-LANGUAGE.txt) is the text itself with a mark before each
piece: `⟦role⟧` before a block, `⟦-reason⟧` before what readers do not see, `⟦+⟧` where the block before goes on
behind it. `␌` stands for a form feed. The short texts of one kind are in one file
(tests/golden/segmentation/kinds/KIND.txt), each below a line such as `=====NAME-LANGUAGE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from build_tools.model import Block, SetAside
from tests.support.builds import ROOT

KINDS = ROOT / "tests" / "golden" / "segmentation" / "kinds"
FOLDER = ROOT / "tests" / "golden" / "segmentation" / "judged"
_NAMED = re.compile(r"^=====(?=\w)", re.MULTILINE)
_MARK = re.compile(r"⟦([^⟧]*)⟧")
_HEADINGS = ("title", "heading")
_NOT_WORDS = ("markup", "divided word")
"""Reasons to set aside what is no line of the text: marks that stand within shown blocks."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text as a person judged it: its role or reason, and its place."""

    role: str
    start: int
    end: int
    is_shown: bool


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A text and how a person cut it."""

    genre: str
    name: str
    language: str
    text: str
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class Score:
    """Counts over one text or several; what is wrong is listed in words."""

    boundaries_right: int = 0
    boundaries_found: int = 0
    boundaries: int = 0
    roles_right: int = 0
    roles: int = 0
    headings_right: int = 0
    headings_found: int = 0
    headings: int = 0
    furniture_aside: int = 0
    furniture: int = 0
    words_lost: int = 0

    def add(self, other: Score) -> None:
        """Add the counts of another score."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    @property
    def boundary_f1(self) -> float:
        """Return the harmonic mean of precision and recall of the beginnings of blocks."""
        return _share(2 * self.boundaries_right, self.boundaries_found + self.boundaries)

    @property
    def role_accuracy(self) -> float:
        """Return the share of the blocks that begin where they should and have the right role."""
        return _share(self.roles_right, self.roles)

    @property
    def heading_precision(self) -> float:
        """Return the share of the headings and titles found that are some."""
        return _share(self.headings_right, self.headings_found)

    @property
    def heading_recall(self) -> float:
        """Return the share of the headings and titles that are found."""
        return _share(self.headings_right, self.headings)

    @property
    def furniture_recall(self) -> float:
        """Return the share of the letters and digits to set aside that are set aside."""
        return _share(self.furniture_aside, self.furniture)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def judged_texts() -> list[JudgedText]:
    """Return the judged texts, by genre and name."""
    return [_read(file) for file in sorted(FOLDER.glob("*/*.txt"))]


def texts_of_kinds() -> list[JudgedText]:
    """Return the short texts, by kind."""
    found = list[JudgedText]()
    for file in sorted(KINDS.glob("*.txt")):
        for part in _NAMED.split(file.read_text("utf-8"))[1:]:
            name, _, marked = part.partition("\n")
            found.append(_parse(file.stem, name, marked.rstrip("\n") + "\n"))
    return found


def _read(file: Path) -> JudgedText:
    return _parse(file.parent.name, file.stem, file.read_bytes().decode())


def _parse(genre: str, name: str, marked: str) -> JudgedText:
    marked = marked.replace("␌", "\f")
    parts = _MARK.split(marked)
    text, pieces = parts[0], list[Piece]()
    for role, words in zip(parts[1::2], parts[2::2], strict=True):
        pieces.append(Piece(role.lstrip("-"), len(text), len(text) + len(words), not role.startswith("-")))
        text += words
    return JudgedText(genre, name, name.rpartition("-")[2], text, tuple(pieces))


def score(judged: JudgedText, blocks: Sequence[Block], set_aside: Iterable[SetAside]) -> tuple[Score, list[str]]:
    """Return the score of a cut, and what is wrong with it in words."""
    text = judged.text
    wanted = {_first_letter(text, piece.start): piece.role for piece in judged.pieces if _begins(piece)}
    found = {_first_letter(text, block.start): block.role for block in blocks}
    aside = {
        offset
        for stretch in set_aside
        if stretch.reason not in _NOT_WORDS
        for offset in range(stretch.start, stretch.end)
    }
    markup = {offset for stretch in set_aside for offset in range(stretch.start, stretch.end)}
    hidden = [offset for piece in judged.pieces if not piece.is_shown for offset in _letters(text, piece)]
    lost = [offset for piece in judged.pieces if piece.is_shown for offset in _letters(text, piece) if offset in aside]
    headings = {at for at, role in wanted.items() if role in _HEADINGS}
    headings_found = {at for at, role in found.items() if role in _HEADINGS}
    result = Score(
        boundaries_right=len(wanted.keys() & found.keys()),
        boundaries_found=len(found),
        boundaries=len(wanted),
        roles_right=sum(found.get(at) == role for at, role in wanted.items()),
        roles=len(wanted),
        headings_right=len(headings & headings_found),
        headings_found=len(headings_found),
        headings=len(headings),
        furniture_aside=sum(offset in markup for offset in hidden),
        furniture=len(hidden),
        words_lost=len(lost),
    )
    return result, [*_differences(text, wanted, found), *(f"lost: {_shown(text, at)}" for at in lost[:1])]


def _begins(piece: Piece) -> bool:
    return piece.is_shown and piece.role != "+"


def _differences(text: str, wanted: dict[int, str], found: dict[int, str]) -> Iterator[str]:
    for at in sorted(wanted.keys() | found.keys()):
        if wanted.get(at) != found.get(at):
            yield f"{wanted.get(at, 'nothing')} → {found.get(at, 'nothing')}: {_shown(text, at)}"


def _shown(text: str, at: int) -> str:
    return text[at : at + 50].replace("\n", "⏎")


def _letters(text: str, piece: Piece) -> Iterator[int]:
    return (offset for offset in range(piece.start, piece.end) if text[offset].isalnum())


def _first_letter(text: str, start: int) -> int:
    """Return the place of the first letter or digit from `start` on: marks before it do not count."""
    return next((offset for offset in range(start, len(text)) if text[offset].isalnum()), start)
