"""Post the report of a pull request as one comment, kept up to date: run by .github/workflows/comment.yml alone.

The program of the default branch made the report, but strangers proposed what it quotes, so it is not trusted: its size
is limited before and while it is read, only the one expected file is read from the archive, in memory, and only its
plain text is shown, in a fence that nothing in it can close. The event names repository, branch and commit, and GitHub
is asked which open pull request has exactly these. Where there is no report the comment says so, lest an earlier one
pass for the report of this commit.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import unicodedata
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote

ARTIFACT, MEMBER = "report", "report.txt"
MARK = "<!-- what this change does to the edition -->"
AUTHOR = "github-actions[bot]"
MOST_BYTES = 2_000_000  # of the archive, as sent
MOST_TEXT = 4_000_000  # bytes of the report, unpacked
PAGE, MOST_PAGES = 100, 20  # comments to a page; GitHub gives at most 100
MOST_SHOWN = 50_000  # characters; GitHub takes 65,536
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)")
_PASSAGE = re.compile(r" +(?:formerly )?line [0-9,]+, |  #\S+ of ")  # how the report begins the line of a passage
_COMMIT = re.compile(r"[0-9a-f]{40}")

Json = Any  # an answer of GitHub


class RefusalError(Exception):
    """The reason why no comment is written."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: GitHub stores archives on another host, which must not get our token."""

    def redirect_request(self, *_: object) -> None:
        """Return no request for the new address."""


class GitHub:
    """The API of one repository."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Read the address, repository and token that a runner sets."""
        self.base = f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}"
        self.headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {environment['GH_TOKEN']}",
            "X-GitHub-Api-Version": "2022-11-28",
        }

    def ask(self, path: str, method: str = "GET", body: Json = None) -> Json:
        """Send a request and return the JSON of the answer.

        Args:
            path: The path below the repository's.
            method: The HTTP method.
            body: The value to send, as JSON.
        """
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.base}/{path}", data, self.headers, method=method)  # noqa: S310
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - GitHub's own address
            return json.load(answer)

    def fetch(self, path: str, most: int) -> bytes:
        """Download a file without giving our token to the host that stores it.

        Args:
            path: The path below the repository's.
            most: The greatest size in bytes; one byte more is read, which tells that the file is too large.
        """
        request = urllib.request.Request(f"{self.base}/{path}", headers=self.headers)  # noqa: S310
        try:
            with urllib.request.build_opener(_NoRedirect).open(request, timeout=30) as answer:
                return bytes(answer.read(most + 1))
        except HTTPError as error:
            address = error.headers.get("Location", "")
            if error.code not in {301, 302, 303, 307, 308} or not address.startswith("https://"):
                raise
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - https, tested above
            return bytes(answer.read(most + 1))


def find_pull_request(run: Json, repository: str, github: GitHub) -> int:
    """Return the number of the one open pull request whose head is the commit of the run.

    Raises:
        RefusalError: If there is no such pull request, or more than one.
    """
    owner, branch, commit = run["head_repository"]["owner"]["login"], run["head_branch"], run["head_sha"]
    if not _COMMIT.fullmatch(commit):
        raise RefusalError("the run names no commit")
    head = quote(f"{owner}:{branch}", safe="")
    numbers = [
        pull["number"]
        for pull in github.ask(f"pulls?state=open&per_page=100&head={head}")
        if pull["head"]["sha"] == commit
        and pull["head"]["repo"]
        and pull["head"]["repo"]["full_name"] == run["head_repository"]["full_name"]
        and pull["base"]["repo"]["full_name"] == repository
    ]
    if len(numbers) != 1:
        raise RefusalError(f"{len(numbers)} open pull requests have this head; the change has moved on, or was closed")
    return int(numbers[0])


def read_report(run_id: int, github: GitHub) -> str:
    """Return the report of a run as plain text.

    Raises:
        RefusalError: If there is no report, or one that is too large or cannot be read.
    """
    listed = github.ask(f"actions/runs/{run_id}/artifacts?name={ARTIFACT}&per_page=10")["artifacts"]
    if len(listed) != 1 or listed[0]["size_in_bytes"] > MOST_BYTES:
        raise RefusalError(f"there is no report, or one of more than {MOST_BYTES:,} bytes")
    return clean(unpack(github.fetch(f"actions/artifacts/{int(listed[0]['id'])}/zip", MOST_BYTES)))


def unpack(archive: bytes) -> str:
    """Return the report in an archive, read in memory; other files of the archive are ignored.

    Raises:
        RefusalError: If the archive is too large, cannot be read, or has not exactly one report.
    """
    if len(archive) > MOST_BYTES:
        raise RefusalError(f"the archive has more than {MOST_BYTES:,} bytes")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as file:
            if file.namelist().count(MEMBER) != 1:
                raise RefusalError(f"the archive does not hold one {MEMBER}")
            with file.open(MEMBER) as member:
                data = member.read(MOST_TEXT + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise RefusalError("the archive cannot be read") from error
    return data[:MOST_TEXT].decode("utf-8", "replace")


def clean(text: str) -> str:
    """Return a text without terminal codes, control characters, and invisible or direction-changing characters."""
    kept = _ESCAPE.sub("", text.replace("\r\n", "\n").replace("\t", "    "))
    return "".join(
        character
        for character in kept
        if character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    )


def compose(report: str, commit: str, report_url: str, preview_url: str) -> str:
    """Return the comment: the report in a fence longer than any row of backticks in it, cut at a line if it is long.

    Args:
        report: The report as plain text.
        commit: The proposed commit.
        report_url: The address of the run that keeps the whole report.
        preview_url: The address of the run that keeps the preview.
    """
    report = re.sub("`{10,}", "`" * 9, report)  # the fence must stay shorter than the comment
    shown = report[:MOST_SHOWN]
    if len(report) > MOST_SHOWN:
        shown = shown.rpartition("\n")[0] or shown
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    hidden = _hidden(report[len(shown) :], report_url)
    return (
        f"{MARK}\nWhat the commit {commit} does to the edition. The program of the default branch made this report; "
        "what it quotes was proposed.\n\n"
        f"{hidden}{fence}text\n{shown.strip() or 'The report is empty.'}\n{fence}\n\n"
        f"[The run]({preview_url}) keeps a preview of the site as a zip (artifact `preview`). It holds what was "
        "proposed and nobody has read yet: unpack and open it as you would anything a stranger sent.\n"
    )


def _hidden(rest: str, report_url: str) -> str:
    """Return a paragraph that says how much of the report is not shown; empty where all of it is."""
    lines = [line for line in rest.split("\n") if line.strip()]
    if not lines:
        return ""
    passages = sum(bool(_PASSAGE.match(line)) for line in lines)
    return (
        f"**This is not all:** {len(lines):,} more lines, of which {passages:,} are passages of prose, "
        f"{len(rest):,} characters in all, are in the artifact `report` of [the run]({report_url}).\n\n"
    )


def compose_without_report(reason: str, commit: str, report_url: str) -> str:
    """Return the comment on a change whose report is missing or cannot be read."""
    return (
        f"{MARK}\nThere is no report on what the commit {commit} does to the edition: {reason}. "
        f"Read its files with care; [the run]({report_url}) may say more.\n"
    )


def comments(number: int, github: GitHub) -> Iterator[Json]:
    """Yield the comments of a pull request, at most two thousand."""
    for page in range(1, MOST_PAGES + 1):
        answer = github.ask(f"issues/{number}/comments?per_page={PAGE}&page={page}")
        yield from answer
        if len(answer) < PAGE:
            return


def post(number: int, body: str, github: GitHub) -> None:
    """Write the comment, or replace the one this script wrote before."""
    for comment in comments(number, github):
        if comment["user"]["login"] == AUTHOR and comment["body"].startswith(MARK):
            github.ask(f"issues/comments/{int(comment['id'])}", "PATCH", {"body": body})
            return
    github.ask(f"issues/{number}/comments", "POST", {"body": body})


def main(environment: Mapping[str, str]) -> int:
    """Comment on the pull request of the run that the event names.

    Returns:
        The exit code, 0 even if there is a reason to write no comment.
    """
    run = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text("utf-8"))["workflow_run"]
    repository, run_id = environment["GITHUB_REPOSITORY"], int(run["id"])
    report_id = int(environment["GITHUB_RUN_ID"])
    github = GitHub(environment)
    runs_url = f"{environment['GITHUB_SERVER_URL']}/{repository}/actions/runs"
    try:
        number = find_pull_request(run, repository, github)
    except RefusalError as refusal:
        print(f"No comment: {refusal}.")
        return 0
    report_url = f"{runs_url}/{report_id}"
    try:
        body = compose(read_report(report_id, github), run["head_sha"], report_url, f"{runs_url}/{run_id}")
    except RefusalError as refusal:
        body = compose_without_report(str(refusal), run["head_sha"], report_url)
    post(number, body, github)
    print(f"Commented on pull request {number}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
