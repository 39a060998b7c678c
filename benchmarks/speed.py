"""How fast the annotator is beside other matchers, on the texts of the FRUS benchmark or on texts made of the seeds.

usage: python -m benchmarks.speed [GOLD.jsonl.gz ENTRIES_DIR [ROUNDS]]

Every contestant reads every document once a round with the labels of the document's volume; rounds are interleaved in one
process. What is printed is the median of the rounds (25 unless told): of the speed, and of its ratio to that of ahocorasick-rs
with word edges in the same round, with the tenth and the ninetieth part of the rounds. Automata are built before. Then the
annotator alone, with 60 and with 11,000 labels on the same texts: entries that the texts name, and others that they do not.

Without arguments the documents are the paragraphs of the seeds, in turn, and the labels those of the glossary.
"""

from __future__ import annotations

import gc
import importlib
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import markdown
from ahocorasick_rs import AhoCorasick, MatchKind

from benchmarks.frus_glossary import read_rows
from build_tools.corpus import glossary
from build_tools.linking import Lexicon, link_text
from build_tools.model import Entry, Label

Run = Callable[[], object]
Texts = Sequence[tuple[str, str]]  # volume and text
Glossaries = Mapping[str, Sequence[Entry]]
_FEW, _MANY = 60, 11_000
_ROUNDS = 25
_SLOW = 25  # the abbr extension reads every n-th text only; its speed is that of these
_DOCUMENTS = 400  # made of the seeds
_PARAGRAPHS = 40  # of each of them


def main(arguments: Sequence[str]) -> int:
    """Run the rounds and print the table; 2 on wrong usage."""
    if len(arguments) not in (0, 2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    rounds = int(arguments[2]) if len(arguments) > 2 else _ROUNDS  # noqa: PLR2004
    texts, entries = _read(Path(arguments[0]), Path(arguments[1])) if arguments else _make(Path(__file__).parents[1])
    contestants, slow, missing = _contestants(entries, texts)
    size = sum(len(text) for _, text in texts)
    print(f"{len(texts)} texts, {size / 1e6:.2f} M characters, {rounds} rounds, interleaved")
    times = _race(contestants, rounds)
    part = sum(len(text) for _, text in texts[::_SLOW])
    _print_table(times, {name: part if name in slow else size for name in times}, rounds)
    for name in missing:
        print(f"{name:34} not installed")
    _print_growth(entries, texts, rounds)
    return 0


def _read(gold: Path, folder: Path) -> tuple[Texts, Glossaries]:
    """The benchmark's texts, and the entries of each volume."""
    texts = [(str(row["volume"]), str(row["text"])) for row in read_rows(gold)]
    folders = sorted(path for path in folder.iterdir() if path.is_dir())
    return texts, {one.name: glossary.load_glossary(one, one.parent)[0] for one in folders}


def _make(root: Path) -> tuple[Texts, Glossaries]:
    """Texts made of the seeds: each begins some paragraphs later than the last; and the entries of our own glossary."""
    seeds = [path.read_text(encoding="utf-8", errors="replace") for path in sorted((root / "seeds").glob("*.txt"))]
    paragraphs = [" ".join(one.split()) for seed in seeds for one in seed.split("\n\n") if one.strip()]
    texts = []
    for number in range(_DOCUMENTS):
        chosen = [paragraphs[(number * 7 + place) % len(paragraphs)] for place in range(_PARAGRAPHS)]
        texts.append(("seeds", "\n\n".join(chosen)))
    return texts, {"seeds": glossary.load_glossary(root / "docs" / "glossary", root)[0]}


def _race(contestants: Mapping[str, Run], rounds: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for run in contestants.values():
        run()
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, run in contestants.items():
            begun = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - begun)
    return times


def _print_table(times: Mapping[str, list[float]], sizes: Mapping[str, float], rounds: int) -> None:
    base = times["ahocorasick-rs with word edges"]
    print(f"{'':34} {'M chars/s':>9}  {'of ahocorasick-rs, 10–90 % of rounds':>36}")
    whole = sizes["ahocorasick-rs with word edges"]
    for name, taken in sorted(times.items(), key=lambda item: statistics.median(item[1]) / sizes[item[0]]):
        ratios = sorted(other / whole / (own / sizes[name]) for own, other in zip(taken, base, strict=True))
        low, high = ratios[rounds // 10], ratios[-1 - rounds // 10]
        speed = sizes[name] / statistics.median(taken) / 1e6
        print(f"{name:34} {speed:9.2f}  {statistics.median(ratios):12.3f} ({low:.3f}–{high:.3f})")


def _print_growth(entries: Glossaries, texts: Texts, rounds: int) -> None:
    pool = [entry for some in entries.values() for entry in some]
    few, many = Lexicon(_cut(pool, _FEW)), Lexicon(_fill(_cut(pool, _FEW), _MANY))
    times = _race(
        {"few": lambda: _link(texts, lambda _: few), "many": lambda: _link(texts, lambda _: many)}, max(5, rounds // 3)
    )
    ratio = statistics.median(own / other for own, other in zip(times["many"], times["few"], strict=True))
    print(f"time with {_MANY} labels ÷ time with {_FEW}: {ratio:.3f}")


def _labels(entry: Entry) -> list[str]:
    return [entry.name, *(label.text for label in (*entry.alt_labels, *entry.short_labels))]


def _cut(pool: Sequence[Entry], labels: int) -> list[Entry]:
    chosen: list[Entry] = []
    count = 0
    for entry in pool:
        if count + len(_labels(entry)) <= labels:
            chosen.append(entry)
            count += len(_labels(entry))
    return chosen


def _fill(chosen: Sequence[Entry], labels: int) -> list[Entry]:
    """The entries, and invented ones whose names no text holds, up to a number of labels."""
    syllables = ("ba", "ko", "ri", "tu", "me", "sha", "lo", "vin", "dra", "qui", "zen", "pol")
    filled, count, number = list(chosen), sum(len(_labels(entry)) for entry in chosen), 0
    while count < labels:
        parts = [syllables[number // 12**place % 12] for place in range(4)]
        name = f"{parts[3]}{parts[0]}{parts[1]}x {parts[2]}{parts[0]}q".title()
        empty: tuple[Label, ...] = ()
        filled.append(
            Entry(f"x{number}", "place", name, empty, empty, empty, empty, "", (), (), (), (), "", 1, f"x{number}.md")
        )
        count, number = count + 1, number + 1
    return filled


def _link(texts: Texts, lexicon: Callable[[str], Lexicon]) -> None:
    for volume, text in texts:
        link_text(text, lexicon(volume))


def _contestants(entries: Glossaries, texts: Texts) -> tuple[dict[str, Run], set[str], list[str]]:
    lexica = {volume: Lexicon(some) for volume, some in entries.items()}
    names = {volume: {label: one.id for one in some for label in _labels(one)} for volume, some in entries.items()}
    runs: dict[str, Run] = {
        "this annotator": lambda: _link(texts, lexica.__getitem__),
        "ahocorasick-rs with word edges": _aho(names, texts),
        "ahocorasick-rs alone": _bare(names, texts),
        "regular expression": _regex(names, texts),
        "abbr of Material (Python-Markdown)": _abbr(names, texts[::_SLOW]),
    }
    missing = []
    for name, module, make in (("FlashText", "flashtext", _flashtext), ("spaCy PhraseMatcher", "spacy", _spacy)):
        try:
            runs[name] = make(importlib.import_module(module), names, texts)
        except ImportError:
            missing.append(name)
    return runs, {"abbr of Material (Python-Markdown)"}, missing


def _aho(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    automata = {
        volume: (AhoCorasick(list(some), matchkind=MatchKind.LeftmostLongest), list(some.values()))
        for volume, some in names.items()
    }

    def run() -> None:
        for volume, text in texts:
            automaton, ids = automata[volume]
            found, size = [], len(text)
            for index, start, end in automaton.find_matches_as_indexes(text):
                if (start == 0 or not text[start - 1].isalnum()) and (end == size or not text[end].isalnum()):
                    found.append((start, end, ids[index]))  # written out as ours is

    return run


def _bare(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    automata = {volume: AhoCorasick(list(some), matchkind=MatchKind.LeftmostLongest) for volume, some in names.items()}
    return lambda: [automata[volume].find_matches_as_indexes(text) for volume, text in texts]


def _regex(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    patterns = {
        volume: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(some, key=len, reverse=True))) + r")(?!\w)")
        for volume, some in names.items()
    }
    return lambda: [[match.span() for match in patterns[volume].finditer(text)] for volume, text in texts]


def _abbr(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    lists = {volume: "".join(f"\n*[{name}]: x" for name in some) for volume, some in names.items()}
    return lambda: [markdown.markdown(text + "\n" + lists[volume], extensions=["abbr"]) for volume, text in texts]


def _flashtext(module: object, names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    processors = {}
    for volume, some in names.items():
        processors[volume] = module.KeywordProcessor(case_sensitive=True)  # type: ignore[attr-defined]
        for name, entry in some.items():
            processors[volume].add_keyword(name, entry)
    return lambda: [processors[volume].extract_keywords(text, span_info=True) for volume, text in texts]


def _spacy(module: object, names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    blank = module.blank("en")  # type: ignore[attr-defined]
    blank.max_length = 10_000_000
    matchers = {}
    for volume, some in names.items():
        matchers[volume] = importlib.import_module("spacy.matcher").PhraseMatcher(blank.vocab)
        matchers[volume].add("NAME", list(_docs(blank, some)))
    return lambda: [matchers[volume](blank.make_doc(text)) for volume, text in texts]


def _docs(blank: Callable[[str], object], names: Mapping[str, str]) -> Iterator[object]:
    return (blank.make_doc(name) for name in names)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
