"""The workflows and forms on the repository's host, read as data: who may do what, with whose words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.model import KINDS
from tests.support.builds import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
MAY_WRITE = {"publish.yml": {"pages", "id-token", "attestations"}, "comment.yml": {"pull-requests"}}
"""Every right to write that any workflow has."""


def load(path: Path) -> dict[Any, Any]:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def triggers(workflow: Mapping[Any, Any]) -> set[str]:
    on = workflow[True]  # what YAML 1.1 makes of "on"
    return {on} if isinstance(on, str) else set(on)


def steps(workflow: Mapping[Any, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job.get("steps", ())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
class TestEveryWorkflow:
    def test_never_runs_proposed_code_with_our_rights(self, path: Path) -> None:
        assert "pull_request_target" not in path.read_text(encoding="utf-8")

    def test_has_no_right_but_those_its_jobs_name(self, path: Path) -> None:
        workflow = load(path)
        assert workflow["permissions"] == {}
        granted = [job["permissions"] for job in workflow["jobs"].values()]
        writing = {name for rights in granted for name, right in rights.items() if right == "write"}
        assert writing == MAY_WRITE.get(path.name, set())

    def test_prints_no_words_of_texts_that_are_withheld(self, path: Path) -> None:
        assert load(path)["env"] == {"PUBLIC_LOG": "1"}

    def test_ends_in_time_and_never_twice_at_once(self, path: Path) -> None:
        workflow = load(path)
        assert workflow["concurrency"]["group"]
        limits = [job["timeout-minutes"] for job in workflow["jobs"].values() if "uses" not in job]
        assert all(0 < minutes <= 40 for minutes in limits)

    def test_puts_nobodys_words_into_a_command(self, path: Path) -> None:
        assert [step["run"] for step in steps(load(path)) if "${{" in step.get("run", "")] == []

    def test_leaves_no_token_in_a_checkout(self, path: Path) -> None:
        kept = [
            step
            for step in steps(load(path))
            if "checkout" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") is not False
        ]
        assert kept == []

    def test_gives_its_token_to_a_proposed_change_in_no_step(self, path: Path) -> None:
        workflow = load(path)
        if "pull_request" in triggers(workflow):
            text = path.read_text(encoding="utf-8")
            assert re.findall(r"secrets\.|github\.token|GITHUB_TOKEN", text) == []


def test_the_commenting_workflow_checks_out_nothing_of_the_pull_request() -> None:
    workflow = load(ROOT / ".github/workflows/comment.yml")
    assert triggers(workflow) == {"workflow_run"}
    checkouts = [step for step in steps(workflow) if "checkout" in step.get("uses", "")]
    assert len(checkouts) == 2
    assert not any({"ref", "repository", "path"} & set(step["with"]) for step in checkouts)
    commands = [line for step in steps(workflow) for line in step.get("run", "").splitlines()]
    assert [line for line in commands if "$HEAD" in line] == [
        'git -c credential.helper="$helper" fetch --quiet --no-tags origin "$HEAD"',
        'config/scripts/report.sh HEAD build/report "$HEAD"',
    ]
    assert commands[-1] == "python3 config/scripts/comment.py"


def test_what_reads_the_pull_request_and_what_may_write_comments_are_two_jobs() -> None:
    jobs = load(ROOT / ".github/workflows/comment.yml")["jobs"]
    assert jobs["report"]["permissions"] == {"contents": "read"}
    assert "write" not in jobs["report"]["permissions"].values()
    assert [step.get("run") for step in jobs["comment"]["steps"]] == [None, "python3 config/scripts/comment.py"]


def test_the_report_is_made_where_no_pull_request_can_change_how() -> None:
    scripts = {path.name for path in WORKFLOWS for step in steps(load(path)) if "report.sh" in step.get("run", "")}
    assert scripts == {"comment.yml"}


def test_the_commenting_workflow_follows_the_one_that_reports() -> None:
    (name,) = load(ROOT / ".github/workflows/comment.yml")[True]["workflow_run"]["workflows"]
    assert load(ROOT / ".github/workflows/changes.yml")["name"] == name


def test_new_versions_are_proposed_after_a_while() -> None:
    updates = load(ROOT / ".github/dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions", "npm"}
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


def test_the_form_takes_every_field_that_a_page_fills_in() -> None:
    form = load(ROOT / ".github/ISSUE_TEMPLATE/suggest-a-change.yml")
    template = (ROOT / "build_tools/website/templates/partials/suggest.html").read_text(encoding="utf-8")
    sent = set(re.findall(r"&amp;([a-z]+)=", template)) - {"title", "value"}
    assert sent == {"entry", "page", "text", "version"}
    assert sent <= {field["id"] for field in form["body"]}


def test_every_form_says_how_the_answer_is_given() -> None:
    for path in sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml")):
        for field in load(path).get("body", ()):
            assert field["attributes"]["label"]


def test_an_owner_is_asked_for_what_runs_with_our_rights() -> None:
    owned = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    assert re.findall(r"^/(\.github|config|seeds)/\s+@", owned, re.MULTILINE) == ["seeds", ".github", "config"]


def test_the_form_for_an_entry_offers_every_kind() -> None:
    form = load(ROOT / ".github/ISSUE_TEMPLATE/propose-an-entry.yml")
    kinds = next(field for field in form["body"] if field.get("id") == "kind")
    assert tuple(kinds["attributes"]["options"]) == KINDS
