"""A corpus read in shards is the corpus read as a whole, and what does not count is not taken for it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.corpus.sources.given_statistics import write_statistics
from build_tools.edition.reading import LinkedSource, Reading, link_source, read_edition
from build_tools.exports.standoff.raw_places import place_mentions
from build_tools.linking import Lexicon
from build_tools.model import Source
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.segmentation import piece_as_json
from build_tools.sharding import shard_parts
from build_tools.sharding.shard_numbers import parse_shard, shard_of
from tests.support.matrix import FULL
from tests.support.sharded import contents, lay_out_sharded, run_all, shard, sum_seeds

MANY = 10_000 if FULL else 24


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return lay_out_sharded(tmp_path / "corpus")


@pytest.fixture
def halves(corpus: Path, tmp_path: Path) -> Path:
    """The corpus, read in two shards."""
    run_all(corpus, 2, tmp_path / "merged")
    return corpus


def rows(file: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in file.splitlines()]


def test_the_shards_together_are_the_whole_byte_for_byte(corpus: Path, tmp_path: Path) -> None:
    whole = run_all(corpus, 1, tmp_path / "1")
    assert run_all(corpus, 2, tmp_path / "2") == whole
    assert run_all(corpus, 7, tmp_path / "7") == whole
    assert whole.keys() == {
        *("blocks.jsonl", "mentions.jsonl", "index.jsonl", "findings.jsonl", "statistics.json", "_SUCCESS"),
    }  # fmt: skip


def test_shards_say_what_a_reading_of_the_whole_edition_says(corpus: Path, tmp_path: Path) -> None:
    merged, reading = run_all(corpus, 7, tmp_path / "merged"), read_edition(corpus, "en")
    assert [(row["text"], row["blocks"], row["set_aside"]) for row in rows(merged["blocks.jsonl"])] == [
        (document.source.id, *([*map(piece_as_json, pieces)] for pieces in (document.blocks, document.set_aside)))
        for document in reading.documents
    ]
    assert [tuple(row.values()) for row in rows(merged["mentions.jsonl"])] == mentions_of(reading)
    assert b"harbourmaster and wrote" in merged["blocks.jsonl"]
    assert b'"exact": "Orlan", "entry": "ida-orlan"' in merged["mentions.jsonl"]


def test_a_part_of_a_larger_corpus_is_read_with_the_counts_of_that(corpus: Path, tmp_path: Path) -> None:
    larger = CorpusStatistics(names={"rolf-orlan": 9000})
    (corpus / "corpus-statistics.json").write_bytes(write_statistics(larger))
    merged = run_all(corpus, 2, tmp_path / "merged")
    assert [tuple(row.values()) for row in rows(merged["mentions.jsonl"])] == mentions_of(read_edition(corpus, "en"))
    assert b'"exact": "Orlan", "entry": "rolf-orlan"' in merged["mentions.jsonl"]
    (corpus / "corpus-statistics.json").unlink()
    shutil.rmtree(corpus / "build/shards/parts")
    assert shard(corpus, "run").stderr.startswith(
        "The glossary, or the counts of a larger corpus, changed since the plan was made."
    )


def mentions_of(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (*(mention.document, mention.block, mention.start, mention.end, start, end, exact), mention.entry, mention.rule)
        for document in reading.documents
        for mention, exact, start, end in place_mentions(document, reading.mentions[document.source.id])
    ]


def test_shards_find_what_a_check_finds_in_the_texts(corpus: Path, tmp_path: Path) -> None:
    page = corpus / "docs/sources/t3.md"
    page.write_text(page.read_text("utf-8").replace("genre: speech", "genre: nothing"), encoding="utf-8")
    (corpus / "seeds/t5.txt").write_text("Orlan\x01 came.\n", encoding="utf-8")
    sum_seeds(corpus)
    done = [shard(corpus, *command) for command in (("plan", "--shards", 3), ("count",), ("merge-counts",), ("run",))]
    assert [outcome.exit_code for outcome in done] == [0, 0, 0, 1]
    assert shard(corpus, "merge", tmp_path / "merged").exit_code == 1
    found = {(row["path"], row["line"], row["code"], row["message"]) for row in rows(read_findings(tmp_path))}
    of_texts = {
        (finding.path, finding.line, finding.code, finding.message)
        for finding in read_edition(corpus, "en").findings
        if finding.path.startswith(("seeds/", "docs/sources/"))
    }
    assert found == of_texts != set()


def read_findings(folder: Path) -> bytes:
    return (folder / "merged/findings.jsonl").read_bytes()


def test_a_text_that_cannot_be_read_is_reported_and_the_others_are_done(tmp_path: Path) -> None:
    corpus = lay_out_sharded(tmp_path / "corpus", MANY)
    (corpus / "seeds/t4.txt").write_bytes(b"Ida Orlan \xff\n")
    (corpus / "docs/sources/t7.md").write_text("---\nseed: [\n---\n", encoding="utf-8")
    sum_seeds(corpus)
    for command in (("plan", "--shards", 3), ("count",), ("merge-counts",)):
        assert shard(corpus, *command).exit_code == 0
    done = shard(corpus, "run")
    assert done.exit_code == 1
    assert "seeds/t4.txt:1: byte 10 (0xff) is not UTF-8 [seed-not-utf8]" in done.stderr
    assert "docs/sources/t7.md:3: the front matter cannot be read" in done.stderr
    assert "2 findings in 2 files." in done.stderr
    assert shard(corpus, "run").exit_code == 1
    assert shard(corpus, "merge", tmp_path / "merged").exit_code == 1
    texts = {row["text"] for row in rows((tmp_path / "merged/blocks.jsonl").read_bytes())}
    assert texts == {f"t{number}" for number in range(1, MANY + 1)} - {"t4", "t7"}


def test_a_text_on_which_the_program_fails_does_not_stop_the_others(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(source: Source, statistics: CorpusStatistics, lexicon: Lexicon) -> LinkedSource:
        if source.id == "t4":
            raise RecursionError("too deep")
        return link_source(source, statistics, lexicon)

    monkeypatch.setattr(shard_parts, "link_source", link)
    for command in (("plan", "--shards", 2), ("count",), ("merge-counts",)):
        assert shard(corpus, *command).exit_code == 0
    done = shard(corpus, "run")
    assert done.exit_code == 1
    assert "seeds/t4.txt:1: the seed cannot be read: RecursionError too deep [seed-unreadable]" in done.stderr
    assert shard(corpus, "merge", tmp_path / "merged").exit_code == 1
    assert len(rows((tmp_path / "merged/blocks.jsonl").read_bytes())) == 11


def test_seeds_that_are_missing_changed_or_nobodys_are_found_by_the_plan(corpus: Path) -> None:
    (corpus / "seeds/t4.txt").unlink()
    (corpus / "seeds/t5.txt").write_text("Another text.\n", encoding="utf-8")
    (corpus / "seeds/x.txt").write_text("A text without a page.\n", encoding="utf-8")
    done = shard(corpus, "plan", "--shards", 2)
    assert done.exit_code == 1
    for code in ("seed-missing", "seed-changed", "seed-without-source-page", "seed-not-listed"):
        assert f"[{code}]" in done.stderr


@given(st.text(max_size=40), st.integers(1, 500))
def test_a_text_belongs_to_one_shard_whatever_other_texts_there_are(identifier: str, count: int) -> None:
    number = shard_of(identifier, count)
    assert number == parse_shard(str(number)) == shard_of(identifier, count)


@given(st.sets(st.integers(1, 9999), min_size=1, max_size=30), st.integers(10_000, 99_999), st.integers(1, 9))
def test_a_new_text_moves_none(numbers: set[int], new: int, count: int) -> None:
    before = {number: shard_of(f"t{number}", count) for number in numbers}
    after = {number: shard_of(f"t{number}", count) for number in sorted({*numbers, new})}
    assert {number: after[number] for number in numbers} == before


def test_a_new_text_leaves_the_lists_of_the_other_shards_as_they_were(halves: Path) -> None:
    shard(halves, "plan", "--shards", 5)
    before = contents(halves / "build/shards/plan")
    page = (halves / "docs/sources/t1.md").read_text("utf-8").replace("t1.txt", "t99.txt")
    (halves / "docs/sources/t99.md").write_text(page, encoding="utf-8")
    (halves / "seeds/t99.txt").write_text("A new text.\n", encoding="utf-8")
    sum_seeds(halves)
    assert shard(halves, "plan", "--shards", 5).exit_code == 0
    after = contents(halves / "build/shards/plan")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"_SUCCESS", f"{shard_of('t99', 5).name}.jsonl"}


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("count",), 1, "There is no plan in"),
        (("merge-counts",), 1, "There is no plan in"),
        (("merge", "{root}/docs/x"), 2, '"{root}/docs/x" is part of docs/: name another folder to write to.'),
        (("plan", "--shards", "0"), 2, "0 is not in the range 1<=x<=500."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(corpus: Path, arguments: tuple[str, ...], code: int, sentence: str) -> None:
    done = shard(corpus, *(argument.format(root=corpus) for argument in arguments))
    assert done.exit_code == code
    assert sentence.format(root=corpus) in done.stderr


@pytest.mark.parametrize("written", ["3/2", "0/2", "1", "1/7", "x", "1/2/3", "１/2"])
def test_a_shard_that_the_plan_does_not_have_is_refused(halves: Path, written: str) -> None:
    done = shard(halves, "run", written)
    assert done.exit_code == 2
    assert done.stderr == f'"{written}" is no shard of the plan, which has 1/2 to 2/2.\n'


@pytest.mark.parametrize("name", ["letter.txt", "_SUCCESS"])
def test_a_folder_of_a_person_is_not_replaced(halves: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").mkdir()
    for file in {"part-00000.parquet", name}:
        (tmp_path / "mine" / file).write_text("Dear Ida", encoding="utf-8")
    before = contents(tmp_path / "mine")
    done = shard(halves, "merge", tmp_path / "mine")
    assert done.exit_code == 2
    assert "has files that no build wrote, such as" in done.stderr
    assert contents(tmp_path / "mine") == before


def test_a_merged_corpus_does_not_take_the_place_of_a_plan(halves: Path) -> None:
    plan = halves / "build/shards/plan"
    before = contents(plan)
    assert shard(halves, "merge", plan).exit_code == 2
    assert contents(plan) == before


def test_a_merged_corpus_does_not_take_the_place_of_a_part(halves: Path) -> None:
    part = halves / "build/shards/parts/1-of-2"
    before = contents(part)
    done = shard(halves, "merge", part)
    assert done.exit_code == 2 and "name another folder" in done.stderr
    assert contents(part) == before
