"""No text that people may paste is slow to read: each kind, as long as a book chapter, is simply read to its end.

Before the readers were linear these kinds took minutes or hours. The time is not measured here but by
`python -m benchmarks.linearity`; a reader that goes back over the same characters hangs.
"""

from __future__ import annotations

import pytest

from build_tools.corpus.written_pages import Prose
from build_tools.edition.checks.evidence_checks import check_evidence
from build_tools.edition.checks.material import Material
from build_tools.edition.checks.reference_checks import check_links
from build_tools.edition.citation_index import CitationIndex
from build_tools.model.findings import Finding, findings_as_commands, findings_as_json, report
from build_tools.model.hints import did_you_mean, list_words
from tests.support.invented import cut, source
from tests.support.matrix import FULL
from tests.support.prose_kinds import STALLED, Kind, kinds
from tests.support.prose_readers import PROSE_READERS, READERS

LENGTH = 200_000


@pytest.mark.parametrize("kind", STALLED, ids=str)
def test_every_reader_of_prose_comes_to_the_end_of_what_once_stalled_it(kind: Kind) -> None:
    text = kind.text(LENGTH)
    for read in PROSE_READERS.values():
        read(text)


@pytest.mark.parametrize("name", READERS)
def test_every_reader_comes_to_the_end_of_every_kind(name: str) -> None:
    for kind in list(kinds())[::500]:
        READERS[name](kind.text(LENGTH if FULL else 4_000))


def test_of_ten_thousand_findings_the_first_are_shown_and_the_others_counted() -> None:
    findings = [
        Finding("docs/a.md", line, "key-unknown", f'the field "k{line}"', "Delete it.") for line in range(10_000)
    ]
    findings.append(Finding("docs/b.md", 3, "label-empty", "it is empty", "Delete it."))
    lines = report(findings).splitlines()
    assert lines[-4:] == [
        "    Delete it.",
        "docs/a.md: and 9,980 more [key-unknown]",
        "21 findings are shown; `python -m build_tools check --format json` lists them all.",
        "10,001 findings in 2 files.",
    ]
    assert len(lines) == 21 * 2 + 3
    assert "docs/b.md:3: it is empty [label-empty]" in lines
    commands = findings_as_commands(findings).splitlines()
    assert len(commands) == 22 and commands[-1].endswith("::docs/a.md: and 9,980 more [key-unknown]")
    assert findings_as_json(findings).count('"path"') == 10_001


def test_findings_of_one_kind_in_very_many_files_are_counted_too() -> None:
    findings = [
        Finding(f"docs/{number:05}.md", 1, "label-empty", "it is empty", "Delete it.") for number in range(10_000)
    ]
    lines = report(findings).splitlines()
    assert lines[-3] == "and 9,780 more in 9,780 further files"
    assert lines[-1] == "10,000 findings in 10,000 files."
    assert len(lines) < 500


def test_thousands_of_wrong_ids_among_ten_thousand_entries_each_get_their_hint() -> None:
    ids = frozenset(f"{word}-{number}" for word in ("treaty", "minister", "summit", "port") for number in range(2_500))
    wrong = [f"{name[:3]}{name[4:]}" for name in sorted(ids)][:: 1 if FULL else 10]
    hints = [did_you_mean(name, ids, "Write an id.") for name in wrong]
    assert sum(hint != "Write an id." for hint in hints) > 0.99 * len(wrong)
    assert did_you_mean("treatty-77", ids, "") == 'Did you mean "treaty-77"?'
    assert did_you_mean("x" * LENGTH, ids, "Write an id.") == "Write an id."
    assert list_words(ids).endswith("minister-1023 and 9,970 more")


def test_a_range_of_blocks_that_do_not_exist_is_one_finding() -> None:
    document = cut(source(text="A sentence."), [("paragraph", "en", "A sentence.")])
    findings = check_evidence("[@harbour, ¶1–999] " * 1_000, "docs/a.md", 1, CitationIndex({"harbour": document}))
    assert [finding.code for finding in findings] == ["evidence-block-unknown"] * 1_000


def test_every_link_to_an_entry_is_checked_among_all_entries_without_going_through_them() -> None:
    ids = [f"entry-{number}" for number in range(LENGTH // 10)]
    body = " ".join(f"[words](glossary/{identifier}.md)" for identifier in ids)
    page = Prose("about.md", "About", body, body, 1)
    assert [*check_links(Material(entry_ids=frozenset(ids), pages=(page,)))] == []
    missing = [*check_links(Material(entry_ids=frozenset(ids[1:]), pages=(page,)))]
    assert [finding.code for finding in missing] == ["link-target-missing"]
