"""A corpus with a text for each mode of rights, in English and in Chinese, quoted and cited wherever editors may."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MODES = ("full", "excerpt", "citation")
LANGUAGES = ("en", "zh")
ENTRIES = {"orvale": ("Orvale", "奥瓦尔", "place"), "blue-line": ("Blue Line", "蓝线公司", "organisation")}
_SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 900)]
_PARAGRAPHS = 14
REPEATED = {
    "headnote": (3, 20, 14),
    "reason": (5, 16, 10),
    "note": (9, 16, 9),
    "gloss": (6, 20, 9),
    "page": (11, 2, 11),
    "description": (12, 1, 9),
    "chain": (13, 1, 9),
}
"""What editors repeat outside quotations: a paragraph, the first word of it, the number of words."""


@dataclass(frozen=True)
class Text:
    """A text of the corpus: its id, how much is published, its language, its title and its paragraphs."""

    id: str
    mode: str
    lang: str
    title: str
    paragraphs: tuple[str, ...]

    @property
    def seed(self) -> str:
        return "\n\n".join((self.title, *self.paragraphs)) + "\n"


def texts(seed: int = 7) -> tuple[Text, ...]:
    """Return six texts in which no run of words is repeated."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time
    return tuple(_text(f"{mode}-{lang}", mode, lang, chance) for mode in MODES for lang in LANGUAGES)


def _text(identifier: str, mode: str, lang: str, chance: random.Random) -> Text:
    names = [entry[LANGUAGES.index(lang)] for entry in ENTRIES.values()]
    title = " ".join(_words(4, chance)).capitalize() if lang == "en" else "".join(_letters(6, chance))
    paragraphs = [_paragraph(lang, names[number % 2], chance) for number in range(_PARAGRAPHS)]
    return Text(identifier, mode, lang, title, tuple(paragraphs))


def _paragraph(lang: str, name: str, chance: random.Random) -> str:
    if lang == "zh":
        sentences = [[*_letters(9, chance), name, *_letters(9, chance)], _letters(24, chance), _letters(16, chance)]
        return "".join(f"{''.join(letters)}。" for letters in sentences)
    sentences = [[*_words(7, chance), name, *_words(8, chance)], _words(14, chance), _words(33, chance)]
    return " ".join(f"{words[0].capitalize()} {' '.join(words[1:])}." for words in sentences)


def _words(number: int, chance: random.Random) -> list[str]:
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(number)]


def _letters(number: int, chance: random.Random) -> list[str]:
    return chance.choices(_HAN, k=number)


def run_of(text: Text, paragraph: int, first: int = 0, length: int = 12) -> str:
    """Return words of a paragraph, counted from 0, as an editor quotes them."""
    body = text.paragraphs[paragraph]
    return body[first : first + length] if text.lang == "zh" else " ".join(body.split()[first : first + length])


def files(*, seeds: bool = True, withdrawn: bool = False, repeated: bool = True) -> dict[str, bytes]:
    """Return the files of the corpus by path.

    Args:
        seeds: Whether the seeds of withheld texts are there.
        withdrawn: Whether every excerpt is turned into a citation, and nothing else is changed.
        repeated: Whether editors repeat words of the texts outside quotations.
    """
    corpus = texts()
    sums = [f"{hashlib.sha256(text.seed.encode()).hexdigest()}  {text.id}.txt\n" for text in corpus]
    made = {"seeds/SHA256SUMS": "".join(sums).encode()}
    for text in corpus:
        mode = "citation" if withdrawn and text.mode == "excerpt" else text.mode
        made[f"docs/sources/{text.id}.md"] = _page(text, mode).encode()
        if seeds or mode == "full":
            made[f"seeds/{text.id}.txt"] = text.seed.encode()
    made |= {f"docs/glossary/{key}.md": _entry(key, corpus).encode() for key in ENTRIES}
    made |= {f"docs/{path}": words.encode() for path, words in _pages(corpus).items()}
    if not repeated:
        known = {run for text in corpus for run in _repeated(text)}
        made = {path: _without(data, known) if path.endswith(".md") else data for path, data in made.items()}
    return made


def _repeated(text: Text) -> Iterator[str]:
    for place in REPEATED.values():
        yield run_of(text, *place)


def _without(data: bytes, runs: Iterable[str]) -> bytes:
    text = data.decode()
    for run in sorted(runs, key=len, reverse=True):
        text = text.replace(run, "something else")
    return text.encode()


def _page(text: Text, mode: str) -> str:
    return f"""---
seed: {text.id}.txt
title: {text.title}
creators: [{{name: Ann Tarn}}]
publisher: Harbour Gazette
issued: "2024-05-13"
genre: article
languages: [{text.lang}]
rights:
  statement: http://rightsstatements.org/vocab/InC/1.0/
  notice: null
  publish: {mode}
inferred: {{publisher: "It says {run_of(text, *REPEATED["reason"])}."}}
---
A note: {run_of(text, *REPEATED["headnote"])}, as they say [@{text.id}, ¶4].
"""


def _entry(key: str, corpus: tuple[Text, ...]) -> str:
    label, chinese, kind = ENTRIES[key]
    first = list(ENTRIES).index(key) + 1
    evidence = ", ".join(f'"[@{text.id}, ¶{first}]"' for text in corpus)
    quoted = " ".join(f'Words [@{text.id}, ¶9: "{run_of(text, 8, 20, 10)}"].' for text in corpus)
    repeated = " ".join(
        f"It says *{run_of(text, *REPEATED['note'])}* [here](../sources/{text.id}.md#p10)." for text in corpus
    )
    accounts = "\n".join(
        f'    - {{source: {text.id}, block: p{first + 2}, quote: "{run_of(text, first + 1)}"}}' for text in corpus
    )
    return f"""---
pref_label: {label}
kind: {kind}
definition: What is named {label} in these texts.
alt_labels: {{zh: [{chinese}]}}
evidence: [{evidence}]
event:
  date: "2024-05-0{first}"
  derivation: "By its words {evidence.split('"')[1]}."
  accounts:
{accounts}
---
{quoted}

{repeated}
"""


def _pages(corpus: tuple[Text, ...]) -> dict[str, str]:
    says = "\n".join(
        f'  - {{source: {text.id}, block: p7, quote: "{run_of(text, 6)}", gloss: "{run_of(text, *REPEATED["gloss"])}"}}'
        for text in corpus
    )
    versions = "\n".join(
        f'  - {{source: {text.id}, block: p8, quote: "{run_of(text, 7)}", lang: {text.lang}}}' for text in corpus
    )
    loose = "\n\n".join(f"Loose words: “{run_of(text, *REPEATED['page'])}”." for text in corpus)
    described = run_of(corpus[2], *REPEATED["description"])
    about = "about: [orvale]"
    return {
        "index.md": f"---\ntitle: Home\nturning_points: [orvale, blue-line]\n---\n{loose}\n",
        "about.md": f"---\ntitle: About\ndescription: {described}\n---\n# About\n\n{loose}\n",
        "discrepancies/price.md": "---\ntitle: Who pays?\nclaim: One text has a price.\nkind: fact\n"
        f"{about}\nsays:\n{says}\nreading: Nothing follows.\nconfidence: low\n---\n{loose}\n",
        "quotations/word.md": '---\ntitle: A word\nspeaker: blue-line\noccasion: A day.\ndate: "2024-05"\n'
        f"chain: {run_of(corpus[4], *REPEATED['chain'])}\n{about}\nversions:\n{versions}\n---\n{loose}\n",
    }
