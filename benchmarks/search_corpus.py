"""Corpora of any size for search: shuffled real prose with invented names.

The same number of texts and the same seed give the same corpus on the same machine. Texts are in one language each.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.prose import read_prose
from build_tools.model import KINDS, Block, Creator, Document, Entry, Label, Mention, Rights, Source, Span

ENTRIES_PER_TEXT = 5
_SHARES = {"en": 60, "fr": 10, "es": 10, "zh": 10, "ru": 5, "ko": 5}
UNSPACED = ("zh",)
_SURNAMES = """
    Kim김 Lee이 Park박 Choi최 Jung정 Kang강 Cho조 Yoon윤 Jang장 Lim임 Han한 Oh오 Seo서 Shin신 Kwon권 Hwang황
    Ahn안 Song송 Ryu류 Hong홍
"""
_GIVEN = """
    min민 jun준 seo서 ha하 do도 yun윤 ji지 woo우 hyun현 jin진 young영 soo수 hee희 kyung경 sung성 tae태 dong동
    chul철 eun은 mi미 ah아 ra라 na나 so소 yeon연 won원 ho호 in인 il일 gyu규 ki기 nam남 bo보 bin빈 chan찬 cheol절
    dae대 eui의 gun건 hak학 hwan환 gil길 jae재 joon전 kwang광 mo모 myung명 rin린 sang상
"""
"""Parts of invented names: in Latin letters, then as one syllable of Hangul."""

_BODIES = ("", "Institute", "Shipyard", "Province", "Foundation", "Treaty", "Resolution", "Doctrine")
"""What a name ends with, for each kind of entry in turn."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts, entries and mentions, as search needs them, and the languages of the prose that was available."""

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    languages: tuple[str, ...]


def make_corpus(texts: int, seed: int = 1, entries: tuple[Entry, ...] = (), first: int = 0) -> Corpus:
    """Return a corpus with a number of texts.

    Args:
        texts: The number.
        seed: The same seed gives the same corpus.
        entries: The glossary; by default, five entries to a text are invented.
        first: The number of the first text, where the corpus is a part of a larger one.
    """
    dice = random.Random(seed)  # noqa: S311 - nothing here is secret
    prose = read_prose()
    entries = entries or tuple(make_entries(texts * ENTRIES_PER_TEXT, dice))
    documents: list[Document] = []
    mentions: dict[str, tuple[Mention, ...]] = {}
    for document, named in make_texts(texts, entries, prose, dice, first):
        documents.append(document)
        mentions[document.source.id] = named
    return Corpus(tuple(documents), entries, mentions, tuple(language for language in _SHARES if language in prose))


def make_texts(
    texts: int, entries: Sequence[Entry], prose: Mapping[str, Sequence[str]], dice: random.Random, first: int = 0
) -> Iterator[tuple[Document, tuple[Mention, ...]]]:
    """Yield a number of texts that name some of the entries, each with its mentions.

    Args:
        texts: The number.
        entries: The entries.
        prose: Sentences by language.
        dice: What chooses.
        first: The number of the first text, where they are a part of more.
    """
    words = {language: _words(sentences) for language, sentences in prose.items()}
    languages = [language for language in _SHARES if language in prose]
    for number in range(first, first + texts):
        language = dice.choices(languages, [_SHARES[tag] for tag in languages])[0]
        yield _Writer(dice, prose[language], words[language], language, entries).write(f"text-{number:05}")


def make_entries(count: int, dice: random.Random) -> Iterator[Entry]:
    """Yield entries with invented names, each in two scripts; names share their parts, as those of people do."""
    surnames, given = ({part[:-1]: part[-1] for part in parts.split()} for parts in (_SURNAMES, _GIVEN))
    seen: set[str] = set()
    while len(seen) < count:
        surname, (first, second) = dice.choice(list(surnames)), dice.choices(list(given), k=2)
        kind = dice.randrange(len(KINDS)) if len(seen) % 4 == 0 else 0
        name = f"{surname} {first.title()}-{second} {_BODIES[kind]}".strip()
        if name in seen:
            continue
        seen.add(name)
        hangul = surnames[surname] + given[first] + given[second] + (f" {_BODIES[kind].lower()}" if kind else "")
        identifier = re.sub(r"[^a-z]+", "-", name.lower())
        yield Entry(
            identifier, KINDS[kind], name, (Label(hangul, "ko"),), (), (), (), f"What is known of {name}.",
            (), (), (), (), "", 1, f"docs/glossary/{identifier}.md",
        )  # fmt: skip


def _words(sentences: Sequence[str]) -> list[str]:
    return sorted(
        {word for sentence in sentences for word in re.findall(r"[^\W\d_]{4,}", sentence) if word[0].islower()}
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes texts in one language."""

    dice: random.Random
    sentences: Sequence[str]
    words: Sequence[str]
    language: str
    entries: Sequence[Entry]

    def write(self, identifier: str) -> tuple[Document, tuple[Mention, ...]]:
        blocks = [self._block("title", "title", self.dice.choice(self.sentences))]
        mentions: list[Mention] = []
        for number in range(1, self.dice.randint(4, 12) + 1):
            text, named = self._paragraph()
            blocks.append(self._block(f"p{number}", "paragraph", text))
            mentions += [
                Mention(identifier, f"p{number}", start, start + len(name), name, entry, "label")
                for start, name, entry in named
            ]
        source = Source(
            identifier, blocks[0].text, (Creator(f"Author {self.dice.randrange(300)}"),),
            f"Publisher {self.dice.randrange(60)}",
            f"{self.dice.randint(2000, 2026)}-{self.dice.randint(1, 12):02}", None,
            (self.language,), "article-newspaper", None,
            Rights("", None, "full"), f"{identifier}.txt", "", (), "", {}, f"docs/sources/{identifier}.md",
        )  # fmt: skip
        return Document(source, tuple(blocks), ()), tuple(mentions)

    def _block(self, identifier: str, role: str, text: str) -> Block:
        return Block(identifier, role, self.language, text, (Span(0, 0, len(text)),))

    def _paragraph(self) -> tuple[str, list[tuple[int, str, str]]]:
        """Return three to six sentences, one word in eight replaced; up to two names before them, with offsets."""
        parts: list[str] = []
        named: list[tuple[int, str, str]] = []
        length = 0
        names = self.dice.choices([0, 1, 2], [30, 50, 20])[0]
        count = self.dice.randint(3, 6)
        for position in range(count):
            if position < names:
                entry = self.entries[min(int(self.dice.expovariate(8 / len(self.entries))), len(self.entries) - 1)]
                name = entry.pref_label if self.language != "ko" else entry.alt_labels[0].text
                named.append((length, name, entry.id))
                parts.append(name)
                length += len(name) + 1
            sentence = self._swapped(self.dice.choice(self.sentences))
            parts.append(sentence)
            length += len(sentence) + 1
        return " ".join(parts), named

    def _swapped(self, sentence: str) -> str:
        if self.language in UNSPACED or not self.words:
            return sentence
        words = sentence.split(" ")
        return " ".join(self.dice.choice(self.words) if self.dice.random() < 1 / 8 else word for word in words)
