from __future__ import annotations

import importlib.util
import io
import json
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.builds import ROOT

SPEC = importlib.util.spec_from_file_location("comment_script", ROOT / "config/scripts/comment.py")
assert SPEC
assert SPEC.loader
comment = importlib.util.module_from_spec(SPEC)
sys.modules["comment_script"] = comment
SPEC.loader.exec_module(comment)

Json = Any  # what GitHub answers
HEAD = "a" * 40
URLS = ("https://host.example/report", "https://host.example/preview")
RUN: Mapping[str, Any] = {
    "id": 7,
    "head_sha": HEAD,
    "head_branch": "fix&base=main#x",
    "head_repository": {"full_name": "stranger/reader", "owner": {"login": "stranger"}},
}


def archive(text: bytes, name: str = "report.txt") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, text)
    return held.getvalue()


def pull(number: int = 5, sha: str = HEAD, fork: str = "stranger/reader", base: str = "us/reader") -> dict[str, Any]:
    return {
        "number": number,
        "head": {"sha": sha, "repo": {"full_name": fork}},
        "base": {"repo": {"full_name": base}},
    }


class Pretended:
    """A GitHub that keeps what it is told."""

    def __init__(self, pulls: list[Any], data: bytes = b"", size: int = 10, comments: list[Any] | None = None) -> None:
        self.pulls, self.data, self.size = pulls, data, size
        self.comments = comments or []
        self.asked: list[str] = []
        self.written: list[tuple[str, str, Any]] = []

    def ask(self, path: str, method: str = "GET", body: Json = None) -> Json:
        self.asked.append(path)
        if method != "GET":
            self.written.append((method, path, body))
            return {}
        if path.startswith("pulls"):
            return self.pulls
        if "artifacts" in path:
            return {"artifacts": [{"id": 3, "size_in_bytes": self.size}]}
        return self.comments

    def fetch(self, _path: str, most: int) -> bytes:
        return self.data[: most + 1]


def test_a_report_is_posted_to_the_pull_request_that_github_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": RUN}), encoding="utf-8")
    github = Pretended([pull()], archive(b"3 mentions gained."))
    monkeypatch.setattr(comment, "GitHub", lambda _environment: github)
    known = {
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": "us/reader",
        "GITHUB_RUN_ID": "8",
        "GITHUB_SERVER_URL": "https://host.example",
    }
    assert comment.main(known) == 0
    (method, path, body) = github.written[0]
    assert (method, path, len(github.written)) == ("POST", "issues/5/comments", 1)
    assert "3 mentions gained." in body["body"]
    assert "[The run](https://host.example/us/reader/actions/runs/7) keeps a preview" in body["body"]
    assert f"the commit {HEAD}" in body["body"]
    assert "actions/runs/8/artifacts?name=report&per_page=10" in github.asked
    assert "pull request 5" in capsys.readouterr().out
    # The branch's name is a value of the question and cannot add to it.
    assert github.asked[0].endswith("head=stranger%3Afix%26base%3Dmain%23x")


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [pull(sha="b" * 40)],
        [pull(fork="other/reader")],
        [pull(base="other/reader")],
        [pull(), pull(number=6)],
        [{**pull(), "head": {"sha": HEAD, "repo": None}}],
    ],
)
def test_no_comment_goes_to_a_pull_request_that_is_not_surely_meant(pulls: list[Any]) -> None:
    with pytest.raises(comment.RefusalError):
        comment.find_pull_request(RUN, "us/reader", Pretended(pulls))


def test_a_second_report_takes_the_place_of_the_first_and_of_nobody_elses_comment() -> None:
    ours = {"id": 11, "user": {"login": comment.AUTHOR}, "body": f"{comment.MARK}\nold"}
    theirs = {"id": 10, "user": {"login": "stranger"}, "body": f"{comment.MARK}\nfalse"}
    github = Pretended([], comments=[theirs, ours])
    comment.post(5, "new", github)
    assert github.written == [("PATCH", "issues/comments/11", {"body": "new"})]


@pytest.mark.parametrize(
    "data",
    [
        b"no archive",
        b"",
        archive(b"x", "../report.txt"),
        archive(b"x", "other.txt"),
        archive(b"x")[:-5],
        b"x" * (comment.MOST_BYTES + 1),
    ],
)
def test_an_archive_that_is_not_as_expected_is_refused(data: bytes) -> None:
    with pytest.raises(comment.RefusalError):
        comment.unpack(data)


def test_an_archive_said_to_be_too_large_is_not_even_fetched() -> None:
    github = Pretended([], archive(b"x"), size=comment.MOST_BYTES + 1)
    with pytest.raises(comment.RefusalError):
        comment.read_report(7, github)


def test_an_archive_that_unpacks_without_end_is_read_to_a_limit() -> None:
    bomb = archive(b"0" * 50_000_000)
    assert len(bomb) < comment.MOST_BYTES
    assert len(comment.unpack(bomb)) == comment.MOST_TEXT


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert comment.unpack(archive(b"caf\xe9")) == "caf\N{REPLACEMENT CHARACTER}"


def test_terminal_codes_controls_and_turned_lines_are_stripped() -> None:
    hostile = "\x1b[31mred\x1b]8;;http://x\x07link\x00 a\u202eb\u200bc\r\nd\te\u2028f\ufeff"
    assert comment.clean(hostile) == "redlink abc\nd    ef"


@pytest.mark.parametrize(
    "hostile",
    [
        "```\n# heading\n@everyone",
        "`````````` <script>",
        "`" * 60_000,
        "</details><!-- -->\n![x](http://x/)",
        "~~~\n[a](javascript:x)",
    ],
)
def test_nothing_in_a_report_leaves_its_fence(hostile: str) -> None:
    body = comment.compose(f"before\n{hostile}\nafter", HEAD, *URLS)
    lines = body.split("\n")
    fence = next(line.removesuffix("text") for line in lines if line.startswith("```"))
    inside = lines[lines.index(f"{fence}text") + 1 : len(lines) - 1 - lines[::-1].index(fence)]
    assert inside[0] == "before"
    assert inside[-1] == "after"
    assert [line for line in inside if line.startswith(fence)] == []
    assert len(body) < 65_536


def test_a_long_report_is_cut_between_lines_and_says_where_the_rest_is() -> None:
    body = comment.compose("a line of a report\n" * 10_000, HEAD, *URLS)
    assert len(body) < 65_536
    assert "more lines, of which 0 are passages of prose" in body
    assert "are in the artifact `report` of [the run](https://host.example/report)" in body
    assert "a line of a report\n```" in body


def test_passages_that_do_not_fit_are_counted_before_the_report_with_their_characters() -> None:
    hidden = "    line 1,234, notes, changed: {+words+}\n  #p1 of letter is gone: [-words-]\n  one more line"
    body = comment.compose("x" * 49_990 + "\n" + hidden, HEAD, *URLS)
    note = f"3 more lines, of which 2 are passages of prose, {len(hidden) + 1} characters in all"
    assert note in body
    assert body.index(note) < body.index("```")


def test_a_change_without_a_report_is_said_to_have_none_in_place_of_an_earlier_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": RUN}), encoding="utf-8")
    ours = {"id": 11, "user": {"login": comment.AUTHOR}, "body": f"{comment.MARK}\nNo reader will see a difference."}
    github = Pretended([pull()], b"no archive", comments=[ours])
    monkeypatch.setattr(comment, "GitHub", lambda _environment: github)
    environment = {
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": "us/reader",
        "GITHUB_RUN_ID": "8",
        "GITHUB_SERVER_URL": "https://host.example",
    }
    assert comment.main(environment) == 0
    (method, path, body) = github.written[0]
    assert (method, path) == ("PATCH", "issues/comments/11")
    assert f"no report on what the commit {HEAD} does to the edition: the archive cannot be read" in body["body"]


def test_a_definition_of_a_megabyte_is_cut_too() -> None:
    assert len(comment.compose("x" * 1_000_000, HEAD, *URLS)) < 65_536
