"""`python -m build_tools new`: from a label or a file to a page online, and never over anything that is there."""

from __future__ import annotations

import hashlib
import resource
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.interfaces.cli import main
from tests.support.builds import STOCK, build
from tests.support.projects import small_project

ARTICLE = """\
Treaty of Portsmouth

The Emperor of Japan on the one part, and the Emperor of all Nordia, on
the other part, animated by the desire to restore the blessings of peace to
their countries and peoples, have resolved to conclude a treaty of peace.

The High Contracting Parties engage to evacuate completely and simultaneously
Manchuria, and to restore entirely to China all portions of it now in the
occupation of Nordia or Japan.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STOCK, tmp_path / "project"))


def run(project: Path, command: str, *words: str) -> Result:
    head = [command] if command == "check" else ["new", command]
    result = CliRunner().invoke(main, [*head, "--root", str(project), *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def contents(project: Path) -> dict[str, bytes]:
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in project.rglob("*") if path.is_file()}


def fill(page: Path, **fields: str) -> None:
    text = page.read_text(encoding="utf-8")
    for field, value in fields.items():
        assert f"\n{field}:\n" in text or f"\n  {field}:\n" in text
        text = text.replace(f"{field}:\n", f"{field}: {value}\n", 1)
    page.write_text(text, encoding="utf-8")


def test_an_entry_is_begun_filled_in_and_accepted(project: Path) -> None:
    done = run(project, "entry", "Sea of Japan", "--kind", "place")
    assert done.exit_code == 0
    assert "Wrote docs/glossary/sea-of-japan.md" in done.output
    refused = run(project, "check")
    assert refused.exit_code == 1
    assert "docs/glossary/sea-of-japan.md:9: the entry has no definition [definition-missing]" in refused.output
    fill(project / "docs/glossary/sea-of-japan.md", definition="A sea between Japan, Korea and Russia.")
    assert run(project, "check").exit_code == 0


def test_an_outside_work_is_begun_filled_in_cited_and_accepted(project: Path) -> None:
    words = ("https://gazette.example/letters", "--publisher", "The Gazette", "--date", "2031-02-03")
    done = run(project, "outside", *words)
    assert done.exit_code == 0
    assert "Wrote docs/outside/the-gazette-2031-02-03.md" in done.output
    page = project / "docs/outside/the-gazette-2031-02-03.md"
    refused = run(project, "check")
    assert refused.exit_code == 1
    assert 'the field "title" is missing or empty [field-missing]' in refused.output
    fill(page, title="More letters", language="en")
    assert 'nothing cites "the-gazette-2031-02-03" [outside-unused]' in run(project, "check").output
    with (project / "docs/glossary/nordia.md").open("a", encoding="utf-8") as notes:
        notes.write("\nIt wrote again [outside: the-gazette-2031-02-03].\n")
    assert "outside" not in run(project, "check").output


@pytest.mark.parametrize(
    "words",
    [
        ("gazette.example", "--publisher", "Gazette"),
        ("https://gazette.example", "--publisher", "Gazette", "--date", "May"),
        ("https://gazette.example", "--publisher", "報"),
        ("https://gazette.example", "--publisher", "a\x1b[31mb"),
    ],
)
def test_an_outside_work_without_address_date_or_name_is_refused(project: Path, words: tuple[str, ...]) -> None:
    before = contents(project)
    assert run(project, "outside", *words).exit_code == 2
    assert contents(project) == before


def test_nothing_is_ever_overwritten(project: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Another text.\n", encoding="utf-8")
    run(project, "entry", "Lease")
    run(project, "source", str(text))
    before = contents(project)
    text.write_text("Yet another text.\n", encoding="utf-8")
    (project / "docs/glossary/dangling.md").symlink_to(tmp_path / "outside.md")
    for words in (
        ("entry", "Lease"),
        ("entry", "Something", "--id", "lease"),
        ("entry", "Dangling"),
        ("source", str(text)),
    ):
        done = run(project, *words)
        assert done.exit_code == 2
        assert "exists already" in done.output
    assert contents(project) == before
    assert not (tmp_path / "outside.md").exists()


def test_a_text_that_is_there_under_another_name_is_not_taken_twice(project: Path, tmp_path: Path) -> None:
    (seed,) = (project / "seeds").glob("*.txt")
    twin = Path(shutil.copy(seed, tmp_path / "twin.txt"))
    before = contents(project)
    done = run(project, "source", str(twin))
    assert done.exit_code == 2
    assert "in seeds/ already" in done.output
    assert contents(project) == before


@pytest.mark.parametrize(
    "words",
    [("entry", "金正恩"), ("entry", "a\x1b[31mb"), ("entry", " "), ("entry", "x", "--id", "../x"), ("entry", "!?")],
)
def test_a_name_that_cannot_be_a_file_is_refused_in_a_sentence(project: Path, words: tuple[str, ...]) -> None:
    before = contents(project)
    done = run(project, *words)
    assert done.exit_code == 2
    assert "\x1b" not in done.output
    assert contents(project) == before


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "seed-empty"), (b" \r\n", "seed-empty"), ("été".encode("latin-1"), "seed-not-utf8")]
)
def test_a_file_that_is_no_text_is_a_finding(project: Path, tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    before = contents(project)
    done = run(project, "source", str(tmp_path / "a.txt"))
    assert done.exit_code == 1
    assert f"[{code}]" in done.output
    assert contents(project) == before


def test_a_text_is_kept_byte_for_byte_and_its_sum_is_listed(project: Path, tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfA Title\r\n\r\nA line of text.\r\n"
    hostile = tmp_path / "a\nb ;$(x).txt"
    hostile.write_bytes(data)
    assert run(project, "source", str(hostile)).exit_code == 0
    assert (project / "seeds/a-title.txt").read_bytes() == data
    lines = (project / "seeds/SHA256SUMS").read_text("utf-8").splitlines()
    assert lines[-1] == f"{hashlib.sha256(data).hexdigest()}  a-title.txt"
    assert len(lines) == len((STOCK / "seeds/SHA256SUMS").read_text("utf-8").splitlines()) + 1


def test_a_disk_that_refuses_leaves_nothing_half_done(project: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("A text of its own.\n", encoding="utf-8")
    shutil.rmtree(project / "docs/sources")
    (project / "docs/sources").write_text("a file where a folder belongs", encoding="utf-8")
    before = contents(project)
    done = run(project, "source", str(text))
    assert done.exit_code == 2
    assert "Nothing was written" in done.output
    assert contents(project) == before


@pytest.mark.parametrize("words", [("source", "{text}"), ("source", "{text}", "{other}"), ("entry", "Blue Line")])
def test_a_disk_that_is_full_is_no_wrong_usage(project: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    paths = {"text": tmp_path / "text.txt", "other": tmp_path / "other.txt"}
    for name, path in paths.items():
        path.write_text(f"The {name} of its own.\n", encoding="utf-8")
    before = contents(project)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        done = run(project, *(word.format(**paths) for word in words))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert done.exit_code == 1
    assert "Nothing was written. The disk refused" in done.stderr
    assert contents(project) == before


def test_another_text_is_online_once_what_is_marked_is_filled_in(tmp_path: Path) -> None:
    tree = small_project(tmp_path / "tree")
    text = tmp_path / "portsmouth.txt"
    text.write_text(ARTICLE, encoding="utf-8")
    assert run(tree, "source", str(text)).exit_code == 0
    page = tree / "docs/sources/treaty-of-portsmouth.md"
    assert run(tree, "check").exit_code == 1
    fill(page, statement="https://creativecommons.org/publicdomain/mark/1.0/")
    checked = run(tree, "check")
    assert checked.exit_code == 0, checked.output
    build(tmp_path / "site", root=tree)
    shown = (tmp_path / "site/sources/treaty-of-portsmouth/index.html").read_text("utf-8")
    assert "blessings&#32;of&#32;peace" in shown or "blessings of peace" in shown
    assert 'href="../../glossary/nordia/"' in shown
    assert "treaty-of-portsmouth" in (tmp_path / "site/sources/index.html").read_text("utf-8")
