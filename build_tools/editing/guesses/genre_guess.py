"""What kind of text a text is, by its title, its first words and the roles of its blocks; nothing where signs are few.

CSL has no type for a play or a debate, and a story may stand in a book or a magazine: there the editor is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from build_tools.editing.guesses.speaker_turns import describe_speakers
from build_tools.model import Block
from build_tools.segmentation import Cut
from build_tools.text.word_files import read_sections, split_words

_SECTIONS = read_sections("build_tools.editing.guesses.data", "genres.txt")
_IN_TITLES = {
    genre: split_words(_SECTIONS[genre])
    for genre in ("treaty", "legislation", "speech", "report", "interview", "letter")
}
GENRE_WORDS = frozenset(word for words in _IN_TITLES.values() for word in words)
"""The words of titles that name a kind of text, in small letters."""

_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(
    r"(?:article|art\.|artikel|artículo|articolo|artigo|статья|section|§|제|第)\s*[\divxlc一二三四五六七八九十]+",
    re.IGNORECASE,
)
_EBOOK = re.compile(r"\be-?book\b", re.IGNORECASE)
_QUESTION, _ANSWER = (
    re.compile(r"Q[.:]|Question:|В[.:]|문[.:]|问[:：]"),
    re.compile(r"A[.:]|Answer:|О[.:]|답[.:]|答[:：]"),
)
_HEAD = 300  # characters in which a speaker addresses those who listen
_FEWEST_ARTICLES = 2
_FEWEST_TURNS = 3
_FEWEST_HEADINGS = 3
_ENDS = 8  # blocks at either end of a letter in which its parts stand
_MOST_OF_A_PART = 2  # of several letters each has its own
_LONGEST_LETTER = 30_000  # characters


class GenreGuess(NamedTuple):
    """A kind of text: an item type of CSL, and the signs as a sentence; without a type, what it reads like."""

    genre: str
    reason: str


def guess_genre(title: str, text: str, cut: Cut) -> GenreGuess:
    """Return what kind a text is; both fields are empty where nothing shows it.

    Args:
        title: Its title.
        text: The text.
        cut: The text, cut by rule.
    """
    for guess in (_by_frame, _by_title, _by_form):
        found = guess(title, text, cut)
        if found.reason:
            return found
    return _NONE


_NONE = GenreGuess("", "")


def _by_frame(_: str, text: str, cut: Cut) -> GenreGuess:
    first = min((block.start for block in cut.blocks), default=0)
    frame = next(
        (span for span in cut.set_aside if span.end <= first and _EBOOK.search(text, span.start, span.end)), None
    )
    return GenreGuess("book", "The frame around the text calls it an e-book.") if frame else _NONE


def _by_title(title: str, text: str, cut: Cut) -> GenreGuess:
    articles = sum(bool(_ARTICLE.match(block.text)) for block in cut.blocks)
    roles = Counter(block.role for block in cut.blocks)
    small = text[:20_000].lower()
    agreed = any(phrase in small for phrase in _SECTIONS["parties"])
    if (word := _word_of("treaty", title)) and (articles >= _FEWEST_ARTICLES or agreed):
        return GenreGuess("treaty", f"Its title has the word “{word}”, and its text the articles of one.")
    if (word := _word_of("legislation", title)) and articles > _FEWEST_ARTICLES:
        return GenreGuess("legislation", f"Its title has the word “{word}”, and its text articles or sections.")
    if word := _word_of("interview", title):
        return GenreGuess("interview", f"Its title has the word “{word}”.")
    if (word := _word_of("report", title)) and roles["heading"] >= _FEWEST_HEADINGS:
        return GenreGuess("report", f"Its title has the word “{word}”, and headings divide it.")
    if (word := _word_of("letter", title)) and roles.keys() & {"salutation", "closing", "signature"}:
        return GenreGuess("personal_communication", f"Its title has the word “{word}”, and it is signed or addressed.")
    if word := _word_of("speech", title):
        return GenreGuess("speech", f"Its title has the word “{word}”.")
    return _NONE


def _by_form(_: str, text: str, cut: Cut) -> GenreGuess:
    blocks = cut.blocks
    roles = Counter(block.role for block in blocks)
    if _is_letter(blocks, roles):
        return GenreGuess("personal_communication", "It begins with a salutation and ends like a letter.")
    turns = Counter(
        kind for block in blocks for kind in "QA" if (_QUESTION if kind == "Q" else _ANSWER).match(block.text)
    )
    if min(turns["Q"], turns["A"]) >= _FEWEST_TURNS:
        return GenreGuess("interview", "Its paragraphs are marked as questions and answers.")
    if opening := _opening(text, roles):
        return GenreGuess("speech", f"It begins by addressing those who listen: “{opening}”.")
    if spoken := describe_speakers(blocks):
        return GenreGuess("", f"It reads like {spoken}, for which CSL has no type: take what it was printed in.")
    return _NONE


def _opening(text: str, roles: Counter[str]) -> str:
    """Return the words by which a speaker addresses those who listen; "" in a letter, which may begin so too."""
    head = text[:_HEAD].lower()
    phrases = (re.escape(phrase) for phrase in _SECTIONS["openings of speeches"])
    match = re.search(rf"(?:^|[\n\t]|[.:] )({'|'.join(phrases)})", head)
    return match[1] if match and not roles.keys() & {"closing", "signature"} else ""


def _is_letter(blocks: Sequence[Block], roles: Counter[str]) -> bool:
    begins = any(block.role == "salutation" for block in blocks[:_ENDS])
    ends = any(block.role in {"closing", "signature"} for block in blocks[-_ENDS:])
    length = sum(len(block.text) for block in blocks)
    times = max(roles[role] for role in ("salutation", "closing", "signature"))
    return begins and ends and times <= _MOST_OF_A_PART and length <= _LONGEST_LETTER


def _word_of(genre: str, title: str) -> str:
    """Return the word of a title that names a genre; "" where there is none."""
    return next((word for word in _WORD.findall(title) if word.lower() in _IN_TITLES[genre]), "")
