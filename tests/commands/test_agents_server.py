"""The server for agents, asked over standard input and output by a client of the protocol's own SDK."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from build_tools.interfaces.agents import mcp_server
from build_tools.interfaces.cli import main
from tests.support.agent_client import Call, converse
from tests.support.builds import ROOT
from tests.support.withheld import files as withheld_files
from tests.support.withheld import run_of, texts

LONG = "A ship came in with salt. " * 1_200
SEED = (
    "The harbour’s trade was not lost, though ships stayed away for a year.\n\nThe dele-\ngates of Nordia left it.\n\n"
    f"{LONG.strip()}\n"
)
PAGE = """---
seed: harbour.txt
title: The harbour
genre: report
languages: [en]
rights: {statement: "http://rightsstatements.org/vocab/NoC-US/1.0/", notice: null, publish: full}
inferred: {title: "The text has none."}
---
"""
MOST_BYTES = 40_000
"""Of any answer: what a program can take in at once."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agents")
    (folder / "harbour.txt").write_text(SEED, encoding="utf-8")
    root = folder / "edition"
    for command in (
        ["new", "edition", str(root), "--name", "Harbour papers", "--language", "en"],
        ["new", "source", str(folder / "harbour.txt"), "--root", str(root)],
    ):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
    (root / "docs/sources/harbour.md").write_text(PAGE, encoding="utf-8")
    return root


GOOD: Mapping[str, Call] = {
    "passages": ("search", {"query": "delegates of Nordia"}),
    "nothing": ("search", {"query": "volcano"}),
    "start": ("read", {"text": "harbour", "count": 40}),
    "exact": ("quote", {"quotation": "the delegates of Nordia left it"}),
    "altered": ("quote", {"quotation": "The harbour’s trade was lost, though ships stayed away"}),
    "absent": ("quote", {"quotation": "no ship of the empire was ever seen here again"}),
    "differences": ("differences", {}),
    "links": ("explain", {"text": "harbour", "paragraph": "1"}),
    "longest": ("quote", {"quotation": LONG[:4_000]}),
}
BAD: Mapping[str, tuple[Call, str]] = {
    "no text": (("read", {}), '"read" needs "text": The id of a text, as search returns it.'),
    "a wrong text": (("read", {"text": "harbor"}), 'There is no text "harbor". Did you mean "harbour"?'),
    "a wrong place": (("read", {"text": "harbour", "paragraph": "p9"}), 'harbour has no "p9". It has'),
    "beyond the end": (("read", {"text": "harbour", "paragraph": "p1", "offset": 9_999}), "give a lesser offset"),
    "an object": (("search", {"query": {"a": 1}}), '"query" must be a text.'),
    "a long query": (("search", {"query": "a" * 401}), '"query" has 401 characters; give at most 400.'),
    "a long quotation": (("quote", {"quotation": "a " * 2_001}), "give at most 4,000"),
    "too many": (("search", {"query": "ship", "limit": 21}), '"limit" must be a whole number from 1 to 20.'),
    "a truth value": (("search", {"query": "ship", "limit": True}), '"limit" must be a whole number'),
    "an unknown word": (("search", {"query": "ship", "path": "/etc"}), '"search" has no "path". It takes query, text,'),
    "a path": (("read", {"text": "../../etc/passwd"}), 'There is no text "../../etc/passwd".'),
    "an unknown tool": (("write", {"text": "harbour"}), 'There is no tool "write".'),
    "an unknown entry": (("entry", {"entry": "Nordia"}), 'There is no entry "Nordia".'),
    "absent words": (("explain", {"text": "harbour", "paragraph": "1", "words": "salt"}), "does not have the words"),
}


@pytest.fixture(scope="module")
def conversation(edition: Path) -> tuple[list[Any], dict[str, tuple[str, bool]]]:
    calls = {**GOOD, **{name: call for name, (call, _) in BAD.items()}}
    listed, answers = converse(edition, list(calls.values()))
    return listed, dict(zip(calls, answers, strict=True))


@pytest.fixture(scope="module")
def answers(conversation: tuple[list[Any], dict[str, tuple[str, bool]]]) -> Callable[[str], Any]:
    return lambda name: json.loads(conversation[1][name][0])


def test_six_tools_that_only_read_are_listed(conversation: tuple[list[Any], object]) -> None:
    listed = conversation[0]
    assert [tool.name for tool in listed] == ["search", "read", "entry", "quote", "differences", "explain"]
    assert all(tool.annotations.read_only_hint and tool.description for tool in listed)
    assert all(tool.input_schema["additionalProperties"] is False for tool in listed)


def test_every_passage_has_an_address_and_a_proof_that_holds(answers: Callable[[str], Any], edition: Path) -> None:
    raw = (edition / "seeds/harbour.txt").read_bytes().decode("utf-8")
    found = answers("passages")["results"][0]
    assert (found["address"], found["words"]) == ("sources/harbour/#p2", "The delegates of Nordia left it.")
    for passage in (found, *answers("start")["paragraphs"]):
        places = passage["proof"]["characters"]
        pieces = "".join(raw[start:end] for start, end in places)
        assert pieces.replace(" ", "") == passage["words"].replace(" ", "")
    assert answers("nothing")["results"] == []
    assert answers("differences") == {"number_of_differences": 0, "differences": [], "next": None}


def test_a_long_paragraph_comes_in_parts_that_make_up_the_whole(answers: Callable[[str], Any], edition: Path) -> None:
    first = answers("start")
    parts = [first["paragraphs"][-1]["words"]]
    following = first["next"]
    while following:
        (answer,) = converse(edition, [("read", {"text": "harbour", **following})])[1]
        page = json.loads(answer[0])
        parts.append(page["paragraphs"][0]["words"])
        following = page["next"]
    assert len(parts) > 2
    assert "".join(parts) == LONG.strip()


@pytest.mark.parametrize("state", ["exact", "altered", "absent"])
def test_a_quotation_is_answered_as_by_the_command(state: str, answers: Callable[[str], Any], edition: Path) -> None:
    quotation = str(GOOD[state][1]["quotation"])
    done = CliRunner().invoke(main, ["quote", quotation, "--root", str(edition), "--format", "json"])
    assert answers(state) == json.loads(done.stdout)
    assert answers(state)["answer"] == state


@pytest.mark.parametrize("name", BAD)
def test_a_call_that_cannot_be_answered_is_refused_with_a_sentence(
    name: str, conversation: tuple[object, dict[str, tuple[str, bool]]]
) -> None:
    text, is_refused = conversation[1][name]
    assert is_refused
    assert BAD[name][1] in text
    assert text.count("\n") == 0
    assert len(text) < 400


def test_no_answer_is_longer_than_an_agent_can_take_in(
    conversation: tuple[object, dict[str, tuple[str, bool]]],
) -> None:
    assert {name: len(text) for name, (text, _) in conversation[1].items() if len(text) > MOST_BYTES} == {}


def test_nothing_that_is_withheld_reaches_an_agent(tmp_path: Path) -> None:
    for path, data in withheld_files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    secret = next(text for text in texts() if text.id == "citation-en")
    partly = next(text for text in texts() if text.id == "excerpt-en")
    words = run_of(secret, 2)
    calls: list[Call] = [
        ("search", {"query": words}),
        ("quote", {"quotation": words}),
        ("read", {"text": secret.id}),
        ("explain", {"text": partly.id, "paragraph": "p1"}),
        ("read", {"text": partly.id, "count": 40}),
        ("entry", {"entry": "orvale", "limit": 20}),
        ("differences", {"limit": 10}),
    ]
    _, given = converse(tmp_path, calls)
    search, quoted, read, explained, partly_read, *_ = given
    assert json.loads(quoted[0])["answer"] == "absent"
    assert (read[1], explained[1]) == (True, True)
    assert "published" in read[0]
    assert "published" in explained[0]
    assert json.loads(search[0])["query"] == words
    assert {passage["proof"] for passage in json.loads(partly_read[0])["paragraphs"]} == {None}
    said = " ".join(text for text, _ in given).replace(words, "")
    unshown = {run_of(text, number, length=9) for text in (secret,) for number in range(len(text.paragraphs))}
    assert len(unshown) == len(secret.paragraphs)
    quoted_in_full = {run for run in unshown if run in said}
    assert quoted_in_full == set()


def test_an_edition_with_errors_is_not_served(edition: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    subprocess.run(["cp", "-r", str(edition), str(broken)], check=True)
    (broken / "docs/sources/harbour.md").write_text("---\nseed: nowhere.txt\n---\n", encoding="utf-8")
    _, [(text, is_refused)] = converse(broken, [("search", {"query": "ship"})])
    assert is_refused
    assert text.startswith("The edition has errors")


def test_without_the_sdk_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, edition: Path) -> None:
    monkeypatch.setattr(mcp_server, "find_spec", lambda _: None)
    done = CliRunner().invoke(main, ["mcp", "--root", str(edition)])
    assert (done.exit_code, done.output.strip()) == (2, mcp_server.MISSING)


def test_the_program_of_the_manual_finds_a_passage_and_proves_its_words(edition: Path, tmp_path: Path) -> None:
    manual = (ROOT / "docs/manual/agents.md").read_text(encoding="utf-8")
    program = re.search(r"```python\n(.*?)```", manual, re.DOTALL)
    settings = re.search(r"```json\n(.*?)```", manual, re.DOTALL)
    assert program
    assert settings
    assert json.loads(settings[1])["mcpServers"]["edition"]["args"][:3] == ["-m", "build_tools", "mcp"]
    (tmp_path / "ask.py").write_text(program[1], encoding="utf-8")
    command = [sys.executable, str(tmp_path / "ask.py"), str(edition), "delegates of Nordia"]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["sources/harbour/#p2", "exact"], done.stderr
