"""Questions about an invented corpus whose answers are known: what a reader who remembers a paragraph might type.

The same seed gives the same questions.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.search_corpus import UNSPACED, Corpus
from build_tools.model import Block, Mention
from build_tools.website.search.tokens import tokenize

_UNSPACED_LENGTH = 6  # characters of a string that is asked for


@dataclass(frozen=True, slots=True)
class Question:
    """A known-item query.

    Attributes:
        kind: Its kind.
        query: What is typed.
        text: The text that it was made from.
        block: The paragraph.
        wanted: What the paragraph says: words, a phrase, a name, each as it is written there.
    """

    kind: str
    query: str
    text: str
    block: str
    wanted: tuple[str, ...]


def ask(corpus: Corpus, count: int, seed: int = 2) -> list[Question]:
    """Return a number of questions about paragraphs of the corpus, of every kind that its languages allow.

    A phrase, or a pair of unspaced strings, is only asked if it is in one paragraph: the same sentence is used many
    times, and a query that twenty paragraphs answer has no one right answer.
    """
    paragraphs = [block.text for document in corpus.documents for block in document.blocks]
    dice = random.Random(seed)  # noqa: S311
    entries = {entry.id: entry for entry in corpus.entries}
    questions: list[Question] = []
    while len(questions) < count:
        document = dice.choice(corpus.documents)
        block = dice.choice(document.blocks[1:])
        named = [mention for mention in corpus.mentions[document.source.id] if mention.block == block.id]
        mention = dice.choice(named) if named else None
        kinds = _kinds(block.lang, named)
        kind = kinds[len(questions) % len(kinds)]
        query, wanted = _question(kind, block, dice)
        if query and mention and kind == "alias":
            query = f"{entries[mention.entry].alt_labels[0].text} {query}"
            wanted += (mention.exact,)
        is_checked = kind in ("phrase", "unspaced")
        if query and (not is_checked or sum(all(part in text for part in wanted) for text in paragraphs) == 1):
            questions.append(Question(kind, query, document.source.id, block.id, wanted))
    return questions


def _kinds(language: str, named: Sequence[Mention]) -> list[str]:
    if language in UNSPACED:
        return ["unspaced"]
    kinds = ["words", "phrase", "typo", *(["alias"] * 3 if named else [])]
    return [*kinds, "accents"] if language in ("fr", "es") else kinds


def _question(kind: str, block: Block, dice: random.Random) -> tuple[str, tuple[str, ...]]:
    """Return what a reader who remembers a paragraph might type, and the words of the paragraph that it stands for.

    Both are empty if the paragraph does not have enough words.
    """
    if kind == "unspaced":
        runs = sorted(set(re.findall(rf"[\u4e00-\u9fff]{{{_UNSPACED_LENGTH},}}", block.text)))
        parts = [run[:_UNSPACED_LENGTH] for run in dice.sample(runs, 2)] if len(runs) > 1 else []
        return " ".join(parts), tuple(parts)
    words = [word for word in re.findall(r"[^\W\d_]{5,}", block.text) if word[0].islower()]
    wanted = {"words": 4, "phrase": 4, "typo": 3, "alias": 2, "accents": 4}[kind]
    if len(set(words)) < wanted:
        return "", ()
    if kind == "phrase":
        run = block.text.split()
        start = dice.randrange(max(1, len(run) - 5))
        phrase = " ".join(run[start : start + 5]).replace('"', "")
        return f'"{phrase}"', (phrase,)
    chosen = dice.sample(sorted(set(words)), wanted)
    said = tuple(chosen)
    if kind == "typo":
        word = chosen[0]
        offset = dice.randrange(2, len(word) - 1)
        chosen[0] = word[:offset] + word[offset + 1] + word[offset] + word[offset + 2 :]
    if kind == "accents":
        chosen = [unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode() for word in chosen]
    return " ".join(chosen), said


def count_answers(questions: Sequence[Question], paragraphs: Iterable[str]) -> dict[Question, int]:
    """Return for each question how many paragraphs say all that it asks for.

    Words are compared folded, as the search does; what is more than a word must be there as it is written.
    """
    words = [_single_words(question) for question in questions]
    parts = [[part for part in question.wanted if len(tokenize(part)) > 1] for question in questions]
    counts = [0] * len(questions)
    for paragraph in paragraphs:
        found = set(tokenize(paragraph))
        for place, wanted in enumerate(words):
            counts[place] += wanted <= found and all(part in paragraph for part in parts[place])
    return dict(zip(questions, counts, strict=True))


def _single_words(question: Question) -> frozenset[str]:
    tokens = (tokenize(part) for part in question.wanted)
    return frozenset(of_part[0] for of_part in tokens if len(of_part) == 1)
