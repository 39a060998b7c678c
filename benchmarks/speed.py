"""How fast the annotator is compared to other matchers, on the texts of the FRUS benchmark or on texts made from seeds.

usage: python -m benchmarks.speed [GOLD.jsonl.gz ENTRIES_DIR [ROUNDS]]

Every matcher reads every document once a round with the labels of the document's volume; rounds are interleaved in one
process. Printed are medians over the rounds (25 by default): of the speed, and of its ratio to the speed of
ahocorasick-rs with word boundaries in the same round, with the 10th and 90th percentiles. Automata are built before.
Then the annotator is run alone, with 60 and with 11,000 labels on the same texts: entries that the texts name, and
others that they do not.

Without arguments the documents are made from the paragraphs of the seeds, and the labels are those of the glossary.
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
_SLOW = 25  # the abbr extension reads every n-th text only, and its speed is measured on these
_DOCUMENTS = 400  # made from the seeds
_PARAGRAPHS = 40  # in each of them
_STEP = 7  # each document begins this many paragraphs after the one before
_BASE = "ahocorasick-rs with word boundaries"


def main(arguments: Sequence[str]) -> int:
    """Run the rounds and print the table.

    Returns:
        The exit code: 2 for wrong usage.
    """
    if len(arguments) not in (0, 2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    rounds = int(arguments[2]) if len(arguments) > 2 else _ROUNDS  # noqa: PLR2004
    texts, entries = _read(Path(arguments[0]), Path(arguments[1])) if arguments else _make(Path(__file__).parents[1])
    matchers, slow, missing = _matchers(entries, texts)
    size = sum(len(text) for _, text in texts)
    print(f"{len(texts)} texts, {size / 1e6:.2f} M characters, {rounds} rounds, interleaved")
    times = _race(matchers, rounds)
    part = sum(len(text) for _, text in texts[::_SLOW])
    _print_table(times, {name: part if name in slow else size for name in times}, rounds)
    for name in missing:
        print(f"{name:34} not installed")
    _print_growth(entries, texts, rounds)
    return 0


def _read(gold: Path, folder: Path) -> tuple[Texts, Glossaries]:
    """Return the benchmark's texts, and the entries of each volume."""
    texts = [(str(row["volume"]), str(row["text"])) for row in read_rows(gold)]
    folders = sorted(path for path in folder.iterdir() if path.is_dir())
    return texts, {volume.name: glossary.load_glossary(volume, volume.parent, "en")[0] for volume in folders}


def _make(root: Path) -> tuple[Texts, Glossaries]:
    """Return texts made from the paragraphs of the seeds, and the entries of our own glossary."""
    seeds = [path.read_text(encoding="utf-8", errors="replace") for path in sorted((root / "seeds").glob("*.txt"))]
    paragraphs = [" ".join(part.split()) for seed in seeds for part in seed.split("\n\n") if part.strip()]
    texts = []
    for number in range(_DOCUMENTS):
        chosen = [paragraphs[(number * _STEP + position) % len(paragraphs)] for position in range(_PARAGRAPHS)]
        texts.append(("seeds", "\n\n".join(chosen)))
    return texts, {"seeds": glossary.load_glossary(root / "docs" / "glossary", root, "en")[0]}


def _race(matchers: Mapping[str, Run], rounds: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in matchers}
    for run in matchers.values():
        run()
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, run in matchers.items():
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    return times


def _print_table(times: Mapping[str, list[float]], sizes: Mapping[str, float], rounds: int) -> None:
    base_times, base_size = times[_BASE], sizes[_BASE]
    print(f"{'':34} {'M chars/s':>9}  {'of ahocorasick-rs, 10–90 % of rounds':>36}")
    for name, seconds in sorted(times.items(), key=lambda item: statistics.median(item[1]) / sizes[item[0]]):
        pairs = zip(seconds, base_times, strict=True)
        ratios = sorted(base / base_size / (taken / sizes[name]) for taken, base in pairs)
        low, high = ratios[rounds // 10], ratios[-1 - rounds // 10]
        speed = sizes[name] / statistics.median(seconds) / 1e6
        print(f"{name:34} {speed:9.2f}  {statistics.median(ratios):12.3f} ({low:.3f}–{high:.3f})")


def _print_growth(entries: Glossaries, texts: Texts, rounds: int) -> None:
    pool = [entry for of_volume in entries.values() for entry in of_volume]
    few, many = Lexicon(_cut(pool, _FEW)), Lexicon(_fill(_cut(pool, _FEW), _MANY))
    times = _race(
        {"few": lambda: _link(texts, lambda _: few), "many": lambda: _link(texts, lambda _: many)}, max(5, rounds // 3)
    )
    ratio = statistics.median(slow / fast for slow, fast in zip(times["many"], times["few"], strict=True))
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
    """Return the entries with invented ones, whose names no text has, up to a number of labels."""
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


def _matchers(entries: Glossaries, texts: Texts) -> tuple[dict[str, Run], set[str], list[str]]:
    lexica = {volume: Lexicon(of_volume) for volume, of_volume in entries.items()}
    names = {
        volume: {label: entry.id for entry in of_volume for label in _labels(entry)}
        for volume, of_volume in entries.items()
    }
    runs: dict[str, Run] = {
        "this annotator": lambda: _link(texts, lexica.__getitem__),
        _BASE: _aho_with_boundaries(names, texts),
        "ahocorasick-rs alone": _aho(names, texts),
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


def _aho_with_boundaries(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    automata = {
        volume: (AhoCorasick(list(labels), matchkind=MatchKind.LeftmostLongest), list(labels.values()))
        for volume, labels in names.items()
    }

    def run() -> None:
        for volume, text in texts:
            automaton, ids = automata[volume]
            matches, size = [], len(text)
            for index, start, end in automaton.find_matches_as_indexes(text):
                if (start == 0 or not text[start - 1].isalnum()) and (end == size or not text[end].isalnum()):
                    matches.append((start, end, ids[index]))  # collected, as ours are

    return run


def _aho(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    automata = {
        volume: AhoCorasick(list(labels), matchkind=MatchKind.LeftmostLongest) for volume, labels in names.items()
    }
    return lambda: [automata[volume].find_matches_as_indexes(text) for volume, text in texts]


def _regex(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    patterns = {
        volume: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(labels, key=len, reverse=True))) + r")(?!\w)")
        for volume, labels in names.items()
    }
    return lambda: [[match.span() for match in patterns[volume].finditer(text)] for volume, text in texts]


def _abbr(names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    lists = {volume: "".join(f"\n*[{name}]: x" for name in labels) for volume, labels in names.items()}
    return lambda: [markdown.markdown(text + "\n" + lists[volume], extensions=["abbr"]) for volume, text in texts]


def _flashtext(module: object, names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    processors = {}
    for volume, labels in names.items():
        processors[volume] = module.KeywordProcessor(case_sensitive=True)  # type: ignore[attr-defined]
        for name, entry in labels.items():
            processors[volume].add_keyword(name, entry)
    return lambda: [processors[volume].extract_keywords(text, span_info=True) for volume, text in texts]


def _spacy(module: object, names: Mapping[str, Mapping[str, str]], texts: Texts) -> Run:
    language = module.blank("en")  # type: ignore[attr-defined]
    language.max_length = 10_000_000
    matchers = {}
    for volume, labels in names.items():
        matchers[volume] = importlib.import_module("spacy.matcher").PhraseMatcher(language.vocab)
        matchers[volume].add("NAME", list(_docs(language, labels)))
    return lambda: [matchers[volume](language.make_doc(text)) for volume, text in texts]


def _docs(language: Callable[[str], object], names: Mapping[str, str]) -> Iterator[object]:
    return (language.make_doc(name) for name in names)  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
