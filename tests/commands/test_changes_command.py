"""What an edit does is reported in full: four recipes in a scratch repository, each against a full reading of both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from build_tools.editing.changes import NO_DIFFERENCE
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli import main
from tests.support import scratch

Linked = set[tuple[str, str, int, int, str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return scratch.repository(tmp_path / "project")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """The same corpus, left as it was."""
    scratch.write(tmp_path / "first", scratch.corpus())
    return tmp_path / "first"


def run(project: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["changes", "--root", str(project), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def told(project: Path) -> Any:  # noqa: ANN401  # parsed JSON
    return json.loads(run(project, "before", "--format", "json").stdout)


def linked(root: Path) -> Linked:
    mentions = read_edition(root, "en").mentions
    return {(one.document, one.block, one.start, one.end, one.entry) for found in mentions.values() for one in found}


def side(changes: Any, name: str) -> Linked:  # noqa: ANN401  # parsed JSON
    return {
        (one["source"], one[name]["block"], one[name]["start"], one[name]["end"], one[name]["entry"])
        for one in changes["mentions"]
        if one[name] and one[name]["entry"] and one["kind"] != "other reason"
    }


def test_the_corpus_of_these_tests_has_no_findings(project: Path) -> None:
    reading = read_edition(project, "en")
    assert reading.findings == ()
    assert len(linked(project)) == 10


def test_without_an_edit_no_reader_sees_a_difference(project: Path) -> None:
    assert run(project, "before").stdout == f"From before to the working tree: {NO_DIFFERENCE}\n"
    assert run(project, "before", "before", "--strict").exit_code == 0


def test_another_layout_of_a_file_makes_no_difference(project: Path) -> None:
    path = project / "docs/glossary/blue-line.md"
    path.write_text(path.read_text("utf-8").replace("related: [orvale]", "related:\n  - orvale # the town"), "utf-8")
    assert NO_DIFFERENCE in run(project, "before").stdout


def test_words_for_searchers_change_no_page_and_yet_are_no_nothing(project: Path) -> None:
    path = project / "docs/glossary/blue-line.md"
    path.write_text(
        path.read_text("utf-8").replace("related: [", "search_labels: [shipping firm]\nrelated: ["), "utf-8"
    )
    shown = run(project, "before").stdout
    assert "No page is changed, but what searches find is." in shown
    assert "search labels gains shipping firm (en)" in shown
    assert told(project)["no_difference"] is False


def test_a_corrected_definition_changes_pages_and_no_mention(project: Path) -> None:
    scratch.write(
        project, {"docs/glossary/blue-line.md": scratch.entry("blue-line", definition="Line of ships.").encode()}
    )
    changes = told(project)
    assert changes["mentions"] == []
    fields = [
        {"field": "definition", "before": "Shipping company.", "after": "Line of ships.", "lost": [], "gained": []}
    ]
    path = "docs/glossary/blue-line.md"
    assert changes["items"] == [{"path": path, "state": "changed", "formerly": "", "fields": fields}]
    assert changes["pages"]["glossary/blue-line.md"] == "changed"
    assert not changes["no_difference"]
    assert not changes["refused"]


def test_an_alias_that_steals_mentions_is_told_mention_by_mention(project: Path, first: Path) -> None:
    stolen = scratch.entry("grain", more="related: [blue-line]\nalt_labels: [the Blue Line, Orvale]\n")
    scratch.write(project, {"docs/glossary/grain.md": stolen.encode()})
    changes = told(project)
    before, after = linked(first), linked(project)
    assert side(changes, "before") - side(changes, "after") == before - after
    assert side(changes, "after") - side(changes, "before") == after - before
    kinds = {one["kind"] for one in changes["mentions"]}
    assert "now undecided" in kinds
    assert {one["code"] for one in changes["new_findings"]} >= {"label-owned-twice"}
    assert changes["refused"]
    assert run(project, "before", "--strict").exit_code == 1
    assert "[Orvale]" in run(project, "before").stdout


def test_a_longer_alias_moves_a_mention_to_another_entry(project: Path, first: Path) -> None:
    longer = scratch.entry("harbour-office", more="alt_labels: [harbour of Orvale]\n")
    scratch.write(project, {"docs/glossary/harbour-office.md": longer.encode()})
    changes = told(project)
    assert [(one["kind"], one["exact"]) for one in changes["mentions"]] == [("to another entry", "harbour of Orvale")]
    assert side(changes, "before") == linked(first) - linked(project)
    assert side(changes, "after") == linked(project) - linked(first)
    assert "orvale (pref_label) → harbour-office (alt_label)" in run(project, "before").stdout


def test_an_entry_that_others_cite_cannot_be_deleted_unseen(project: Path, first: Path) -> None:
    (project / "docs/glossary/grain.md").unlink()
    changes = told(project)
    assert side(changes, "before") == linked(first) - linked(project)
    assert {one["kind"] for one in changes["mentions"]} == {"lost"}
    assert [one["path"] for one in changes["breaches"]] == ["docs/glossary/grain.md"]
    assert {one["code"] for one in changes["new_findings"]} == {"entry-unknown"}
    assert run(project, "before", "--strict").exit_code == 1
    assert run(project, "before").exit_code == 0


def test_a_renamed_entry_that_names_its_former_id_breaks_no_address(project: Path) -> None:
    (project / "docs/glossary/grain.md").unlink()
    renamed = scratch.entry("grain", more="related: [blue-line]\nformer_ids: [grain]\n")
    price = scratch.DIFFERENCE.replace("about: [grain]", "about: [corn]")
    scratch.write(project, {"docs/glossary/corn.md": renamed.encode(), "docs/discrepancies/price.md": price.encode()})
    changes = told(project)
    assert changes["breaches"] == []
    assert [(one["path"], one["state"], one["formerly"]) for one in changes["items"]][1:] == [
        ("docs/glossary/corn.md", "renamed", "docs/glossary/grain.md")
    ]
    assert changes["pages"]["glossary/corn.md"] == "new"
    assert not changes["refused"]


def test_a_new_text_is_told_with_every_mention_it_brings(project: Path, first: Path) -> None:
    text = "A fourth text\n\nAnn Tarn went to Orvale, and the Blue Line with her.\n"
    sums = (project / "seeds/SHA256SUMS").read_text(
        "utf-8"
    ) + f"{hashlib.sha256(text.encode()).hexdigest()}  fourth.txt\n"
    scratch.write(
        project,
        {
            "seeds/fourth.txt": text.encode(),
            "docs/sources/fourth.md": scratch.page("fourth", text).encode(),
            "seeds/SHA256SUMS": sums.encode(),
        },
    )
    changes = told(project)
    assert side(changes, "after") == linked(project) - linked(first)
    assert len(changes["mentions"]) == 3
    assert changes["pages"]["sources/fourth.md"] == "new"
    assert not changes["refused"]


def test_a_citation_that_no_longer_holds_is_told_apart(project: Path) -> None:
    text = (project / "docs/glossary/harbour-office.md").read_text("utf-8")
    scratch.write(project, {"docs/glossary/harbour-office.md": text.replace("@report, ¶1", "@report, ¶2").encode()})
    assert [one["code"] for one in told(project)["new_findings"]] == ["evidence-silent"]
    assert "Citations that no longer hold" in run(project, "before").stdout


def test_a_paragraph_number_that_comes_to_mean_other_words_is_refused(project: Path) -> None:
    ruled = scratch.page("letter", scratch.TEXTS["letter"]).replace(
        "\n---\n", '\nrulings:\n  - {quote: "Mayor Ann Tarn signed", split: here}\n---\n'
    )
    scratch.write(project, {"docs/sources/letter.md": ruled.encode()})
    changes = told(project)
    states = [(one["block"], one["state"]) for one in changes["anchors"]]
    assert states == [("p1", "on other words"), ("p2", "on other words"), ("p3", "new")]
    assert changes["refused"]


def test_a_side_with_errors_is_compared_as_far_as_it_can_be_read(project: Path) -> None:
    scratch.write(project, {"docs/glossary/grain.md": b"---\npref_label: [\n---\n"})
    broken = told(project)
    assert broken["files_unreadable"] == ["docs/glossary/grain.md"]
    assert broken["mentions"] == []
    assert broken["pages"] is None
    assert broken["breaches"] == []
    assert "front-matter-broken" in {one["code"] for one in broken["new_findings"]}


def test_a_published_file_that_is_not_read_is_named(project: Path) -> None:
    scratch.write(project, {"docs/assets/style.css": b"p { color: red }\n"})
    shown = run(project, "before").stdout
    assert NO_DIFFERENCE not in shown
    assert "docs/assets/style.css" in shown


@pytest.mark.parametrize("words", [("nowhere",), ("before", "nowhere"), ("--all",), ("-h; true",)])
def test_an_unknown_revision_is_wrong_usage(project: Path, words: tuple[str, ...]) -> None:
    result = run(project, *words)
    assert result.exit_code == 2
    assert result.stdout == ""


HOSTILE = (
    "<script>alert(1)</script> ::set-output name=x::y `code` @somebody ![x](http://x.example/) | **b** \x1b[31mred"
)


def hostile_files() -> Iterator[tuple[str, bytes]]:
    label = HOSTILE.replace("\x1b", "\\e").replace('"', "'")
    yield "docs/glossary/grain.md", scratch.entry("grain", more=f'alt_labels: ["{label}"]\n').encode()
    yield "docs/glossary/blue-line.md", scratch.entry("blue-line", definition="Line. " + "x" * 1_000_000).encode()
    yield "docs/glossary/a\n::error::b.md", scratch.entry("orvale").encode()
    yield "docs/glossary/\u202eevil.md", b'---\npref_label: "::set-output name=a::b"\nkind: ##[error]\n---\n'


@pytest.mark.parametrize("output", ["text", "markdown", "json"])
def test_hostile_words_are_inert_in_every_format(project: Path, output: str) -> None:
    scratch.write(project, dict(hostile_files()))
    (project / "docs/glossary/outside.md").symlink_to("/etc/hostname")
    shown = run(project, "before", "--format", output).stdout
    assert len(shown) < 100_000
    assert not any(ord(character) < 32 and character != "\n" for character in shown)
    assert "\u202e" not in shown
    lines = shown.splitlines()
    assert not any(line.lstrip(" -*").startswith(("::", "##[")) for line in lines)
    assert "##[" not in shown
    assert "outside.md" in shown
    if output == "markdown":
        outside = "".join(part for line in lines for part in split_code(line))
        assert not any(sign in outside for sign in ("<", "@", "http", "![", "|"))
    assert run(project, "before", "--strict").exit_code == 1


def split_code(line: str) -> list[str]:
    """The parts of a line of Markdown outside its code spans."""
    parts, at = [], 0
    while (start := line.find("`", at)) >= 0:
        fence = len(line[start:]) - len(line[start:].lstrip("`"))
        end = line.find("`" * fence, start + fence)
        assert end > 0
        parts.append(line[at:start])
        at = end + fence
    return [*parts, line[at:]]


def test_a_committed_link_out_of_the_tree_is_refused(project: Path) -> None:
    (project / "docs/glossary/outside.md").symlink_to("/etc/hostname")
    scratch.git(project, "add", "--all")
    scratch.git(project, "commit", "--quiet", "--message", "Link")
    changes = json.loads(run(project, "before", "HEAD", "--format", "json").stdout)
    assert changes["files_refused"] == ["docs/glossary/outside.md"]
    assert changes["refused"]
