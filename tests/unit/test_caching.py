"""Answers are kept between builds, and a cache that is gone, damaged or foreign changes none of them."""

from __future__ import annotations

import sqlite3
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from build_tools.model import Creator, Ruling
from build_tools.segmentation import segment
from build_tools.website import citations
from build_tools.website.caching import NO_CACHE, digest
from build_tools.website.cut_documents import cut_once
from build_tools.website.writing import CACHE_FOLDER, disk_cache
from build_tools.website.writing.disk_cache import DiskCache
from tests.support.invented import SITE, source
from tests.support.kept_answers import KeptAnswers

LEASE = source("lease", title="The lease", creators=(Creator("Ada Vane"),), issued="2024-05-13")


def ask(root: Path, *keys: bytes, kind: str = "word") -> list[bytes]:
    """The keys whose answers a build has to make; the answer to a key is the key in capitals."""
    made = []

    def answer(key: bytes) -> bytes:
        made.append(key)
        return key.upper()

    with disk_cache(root, root / "site") as cache:
        assert [cache.remember(kind, key, partial(answer, key)) for key in keys] == [key.upper() for key in keys]
    return made


def databases(root: Path) -> list[Path]:
    return sorted((root / CACHE_FOLDER).glob("*.sqlite"))


def test_an_answer_is_made_once_for_all_builds(tmp_path: Path) -> None:
    assert ask(tmp_path, b"a", b"b") == [b"a", b"b"]
    assert ask(tmp_path, b"a", b"c", b"b") == [b"c"]


def test_the_same_key_of_another_kind_is_another_question(tmp_path: Path) -> None:
    assert ask(tmp_path, b"a") == [b"a"]
    assert ask(tmp_path, b"a", kind="page") == [b"a"]


def test_what_the_last_build_did_not_ask_for_is_removed_and_other_kinds_stay(tmp_path: Path) -> None:
    ask(tmp_path, b"a", b"b")
    ask(tmp_path, b"p", kind="page")
    ask(tmp_path, b"b")
    assert ask(tmp_path, b"a", b"b") == [b"a"]
    assert ask(tmp_path, b"p", kind="page") == []


def test_a_server_which_asks_for_what_has_changed_removes_nothing(tmp_path: Path) -> None:
    ask(tmp_path, b"a", b"b")
    with disk_cache(tmp_path, tmp_path / "site", asks_for_all=False) as cache:
        cache.remember("word", b"c", lambda: b"C")
    assert ask(tmp_path, b"a", b"b", b"c") == []


def test_a_build_that_fails_keeps_what_was_there(tmp_path: Path) -> None:
    ask(tmp_path, b"a", b"b")
    with pytest.raises(ZeroDivisionError), disk_cache(tmp_path, tmp_path / "site") as cache:
        cache.remember("word", b"c", lambda: bytes(1 // len(cache.remember("word", b"d", bytes))))
    assert ask(tmp_path, b"a", b"b", b"d") == [b"d"]


def test_without_a_cache_every_answer_is_made() -> None:
    assert NO_CACHE.remember("word", b"a", lambda: b"A") == b"A"
    assert NO_CACHE.remember("word", b"a", lambda: b"B") == b"B"


def test_parts_that_read_alike_one_after_another_are_told_apart() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc") != digest(b"abc")


def test_a_cache_that_was_deleted_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path, b"a")
    databases(tmp_path)[0].unlink()
    assert ask(tmp_path, b"a") == [b"a"]
    assert ask(tmp_path, b"a") == []


@pytest.mark.parametrize("change", ["answer = x'00'", "answer = 'A'", "checksum = x'00'", "address = checksum"])
def test_an_answer_that_somebody_changed_is_made_anew(change: str, tmp_path: Path) -> None:
    ask(tmp_path, b"a", b"b")
    with sqlite3.connect(databases(tmp_path)[0]) as connection:
        connection.execute(f"UPDATE answers SET {change}")  # noqa: S608 - the words are those above
    connection.close()
    assert ask(tmp_path, b"a", b"b") == [b"a", b"b"]
    assert ask(tmp_path, b"a", b"b") == []


def test_an_answer_in_the_place_of_another_is_made_anew(tmp_path: Path) -> None:
    ask(tmp_path, b"a", b"b")
    with sqlite3.connect(databases(tmp_path)[0]) as connection:
        rows = connection.execute("SELECT address, checksum, answer FROM answers").fetchall()
        for (address, _, _), (_, checksum, answer) in zip(rows, reversed(rows), strict=True):
            query = "UPDATE answers SET checksum = ?, answer = ? WHERE address = ?"
            connection.execute(query, (checksum, answer, address))
    connection.close()
    assert ask(tmp_path, b"a", b"b") == [b"a", b"b"]


@pytest.mark.parametrize("step", [0, 97, 1021])
def test_a_damaged_database_is_as_good_as_none_and_is_mended(step: int, tmp_path: Path) -> None:
    keys = [bytes([65 + number]) * 400 for number in range(20)]
    ask(tmp_path, *keys)
    database = databases(tmp_path)[0]
    data = bytearray(database.read_bytes())
    for place in range(step, len(data), step or 1):
        data[place] ^= 0xFF
    database.write_bytes(data)
    ask(tmp_path, *keys)
    ask(tmp_path, *keys)
    assert ask(tmp_path, *keys) == []


def test_a_file_that_was_cut_short_is_as_good_as_none(tmp_path: Path) -> None:
    keys = [bytes([65 + number]) * 4000 for number in range(20)]
    ask(tmp_path, *keys)
    database = databases(tmp_path)[0]
    database.write_bytes(database.read_bytes()[:6000])
    ask(tmp_path, *keys)
    ask(tmp_path, *keys)
    assert ask(tmp_path, *keys) == []


def test_another_version_of_the_program_trusts_no_answer(tmp_path: Path) -> None:
    old, new = (DiskCache(tmp_path / "answers.sqlite", version) for version in (b"1", b"2"))
    old.keep("word", b"a", b"A")
    old.finish()
    assert (old.recall("word", b"a"), new.recall("word", b"a")) == (b"A", None)
    old.close()
    new.close()


def test_what_other_versions_kept_is_removed(tmp_path: Path) -> None:
    other = tmp_path / CACHE_FOLDER / "0f0f.sqlite"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"old")
    ask(tmp_path, b"a")
    assert databases(tmp_path) != [] and not other.exists()


def test_two_builds_at_once_disturb_each_other_in_nothing(tmp_path: Path) -> None:
    ask(tmp_path, b"a")
    with disk_cache(tmp_path, tmp_path / "site") as cache:
        cache.keep("word", b"b", b"B")
        assert ask(tmp_path, b"a", b"c") == [b"c"]
        assert cache.remember("word", b"a", lambda: b"?") == b"A"
    assert ask(tmp_path, b"a", b"b") == []


def test_no_link_is_followed_and_nothing_of_a_person_is_replaced(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for name in ("one", "two"):
        (tmp_path / name / "build").mkdir(parents=True)
    (tmp_path / "one" / CACHE_FOLDER).symlink_to(elsewhere)
    (tmp_path / "two" / CACHE_FOLDER).write_text("mine")
    assert ask(tmp_path / "one", b"a") == ask(tmp_path / "two", b"a") == [b"a"]
    assert list(elsewhere.iterdir()) == []
    assert (tmp_path / "two" / CACHE_FOLDER).read_text() == "mine"


def test_nothing_of_it_is_in_what_is_written(tmp_path: Path) -> None:
    for folder in (tmp_path / "build", tmp_path / "build/site/..", tmp_path):
        with disk_cache(tmp_path, folder) as cache:
            cache.keep("word", b"a", b"A")
        assert list(tmp_path.iterdir()) == []


def test_git_is_told_to_ignore_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    ask(tmp_path, b"a")
    done = subprocess.run(["git", "-C", str(tmp_path), "status", "--short"], check=True, capture_output=True)
    assert done.stdout == b""


def test_citations_that_were_kept_are_those_that_pandoc_gives() -> None:
    cache = KeptAnswers()
    first = citations.cite([LEASE], SITE, cache=cache)
    other = source("pier", title="The pier < 1 & 2", creators=LEASE.creators, issued="2023-06-01")
    both = citations.cite([other, LEASE], SITE, cache=cache)
    assert cache.made == 2
    assert both == citations.cite([other, LEASE], SITE)
    assert both["lease"] == first["lease"]


def test_a_citation_in_another_language_or_of_a_changed_record_is_made_anew() -> None:
    cache = KeptAnswers()
    for text, language in ((LEASE, "en"), (LEASE, "fr"), (replace(LEASE, title="Another"), "en")):
        assert citations.cite([text], SITE, language, cache) == citations.cite([text], SITE, language)
    assert cache.made == 3


@pytest.mark.parametrize(
    "text",
    [
        "Title\n\nOne para-\ngraph.\n\n\x0c\n\n* * *\n\n- An item\n",
        "",
        "\ufeff首尔\n\nSeoul \ud800",
        "A head\n1\nEach of the re-\nentries of the pil-\n\fA head\n2\nots was late, and they\n\nwere two.\n",
    ],
)
def test_blocks_that_were_kept_are_those_that_the_text_is_cut_into(text: str) -> None:
    cache = KeptAnswers()
    read = source(text=text, rulings=(Ruling("One para-", 1, split=True),) if "One" in text else ())
    assert [cut_once(read, cache=cache) for _ in range(2)] == [segment(read)] * 2
    assert cache.made == 1
    assert cut_once(replace(read, languages=("fr",)), cache=cache) == segment(replace(read, languages=("fr",)))
    assert cache.made == 2


def test_a_text_with_a_ruling_that_cannot_be_applied_is_cut_anew() -> None:
    cache = KeptAnswers()
    read = source(text="One.", rulings=(Ruling("Two", 1, split=True),))
    assert cut_once(read, cache=cache) == cut_once(read, cache=cache) == segment(read)
    assert cut_once(read, cache=cache)[1] != []
    assert cache.made == 0
