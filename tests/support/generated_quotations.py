"""Quotations made from texts: exact ones, ones that somebody changed, and ones that no text has. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.model import Document

KINDS = ("exact", "one word changed", "a word dropped", "joined paragraphs", "translated", "absent")
_NEGATIONS = frozenset({"not", "no", "never", "ne", "pas", "nunca", "jamais", "不", "没"})
_FEWEST, _MOST = 8, 30  # words, or characters of Chinese
_WORDS = re.compile(r"[^\W\d_]+")
_TRANSLATED = (
    "Das Ministerium hat am Dienstag den Botschafter einbestellt und scharf gegen die Äußerungen protestiert",
    "Il ministero ha convocato martedì l'ambasciatore e ha protestato con forza contro le dichiarazioni",
    "Министерство вызвало посла во вторник и выразило решительный протест против этих заявлений",
    "외교부는 화요일에 대사를 초치하여 그 발언에 강력히 항의하고 재발 방지를 요구했다",
)


@dataclass(frozen=True)
class Generated:
    """A quotation, how it was made, of which text, and whether a text must have it exactly (None if open)."""

    kind: str
    words: str
    is_exact: bool | None
    text: str


def generate_quotations(documents: Sequence[Document], count: int, seed: int = 1) -> Iterator[Generated]:
    """Yield a number of quotations, as many of each kind."""
    dice = random.Random(seed)  # noqa: S311 - nothing here is secret
    paragraphs = [
        (document, index)
        for document in documents
        for index, block in enumerate(document.blocks)
        if block.id.startswith("p") and len(_pieces(block.text)) > _MOST
    ]
    vocabulary = sorted(
        {piece.strip() for document, index in paragraphs for piece in _pieces(document.blocks[index].text)}
    )
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        document, index = dice.choice(paragraphs)
        yield _make(kind, document, index, vocabulary, dice)


def flat(text: str) -> str:
    """Return a text's letters and digits alone, without case: an answer "exact" must be in a text so."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _make(kind: str, document: Document, index: int, vocabulary: Sequence[str], dice: random.Random) -> Generated:
    pieces = _pieces(document.blocks[index].text)
    start = dice.randrange(len(pieces) - _FEWEST)
    taken = pieces[start : start + dice.randint(_FEWEST, _MOST)]
    if kind == "exact":
        return _quote(kind, document, "".join(taken), is_exact=True)
    if kind == "one word changed":
        place = dice.randrange(1, len(taken) - 1)
        others = [word for word in dice.sample(vocabulary, 9) if flat(word) != flat(taken[place])]
        taken[place] = dice.choice(others) + _space_behind(taken[place])
        return _quote(kind, document, "".join(taken))
    if kind == "a word dropped":
        negations = [place for place, word in enumerate(taken[1:-1], 1) if flat(word) in _NEGATIONS]
        del taken[negations[0] if negations else dice.randrange(1, len(taken) - 1)]
        return _quote(kind, document, "".join(taken))
    if kind == "joined paragraphs":
        behind = next((block for block in document.blocks[index + 1 :] if block.id.startswith("p")), None)
        after = _pieces(behind.text)[:_FEWEST] if behind else ()
        return _quote(kind, document, " ".join(map("".join, (pieces[-_FEWEST:], after))), is_exact=True)
    if kind == "translated":
        words = dice.choice(_TRANSLATED).split()
        return _quote(kind, document, " ".join(words[dice.randrange(3) :]), is_exact=False)
    return _quote(kind, document, " ".join(dice.sample(vocabulary, _FEWEST + dice.randrange(_FEWEST))))


def _quote(kind: str, document: Document, words: str, is_exact: bool | None = None) -> Generated:  # noqa: FBT001 - by name
    return Generated(kind, words.strip(), is_exact, document.source.id)


def _pieces(text: str) -> list[str]:
    """Return the words of a text, of Chinese its characters, each with the signs behind it, and a space if one follows.

    The text of a paragraph in Chinese has names and numbers in other scripts, with spaces or without.
    """
    found = re.findall(r"((?:[\u4e00-\u9fff][^\w\s]*|[^\s\u4e00-\u9fff]+))(\s*)", text)
    return [word + (" " if space else "") for word, space in found]


def _space_behind(piece: str) -> str:
    return " " if piece.endswith(" ") else ""
