"""Files in an older form: what they would become is shown, and written only when asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.editing.migrations import migrate_files
from build_tools.interfaces.cli import main
from tests.support.builds import STOCK

OLD = "It wrote once more [outside: The Gazette, 2031-02-03, More letters]."
NEW = "It wrote once more [outside: the-gazette-2031-02-03]."
WORK = "docs/outside/the-gazette-2031-02-03.md"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(STOCK, tmp_path / "edition"))
    with (folder / "docs/glossary/nordia.md").open("a", encoding="utf-8") as notes:
        notes.write(f"\n{OLD}\n")
    return folder


def migrate(edition: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["migrate", "--root", str(edition), *words])


def contents(edition: Path) -> dict[str, bytes]:
    return {path.relative_to(edition).as_posix(): path.read_bytes() for path in edition.rglob("*") if path.is_file()}


def test_what_would_change_is_shown_and_nothing_is_written(edition: Path) -> None:
    before = contents(edition)
    shown = migrate(edition)
    assert (shown.exit_code, contents(edition)) == (0, before)
    assert f"\n-{OLD}\n+{NEW}\n" in shown.stdout
    assert f"+++ {WORK}\n" in shown.stdout and "+title: More letters\n" in shown.stdout
    assert "2 files would change. To change them: python -m build_tools migrate --write" in shown.stdout


def test_what_is_written_needs_only_what_the_old_form_did_not_say(edition: Path) -> None:
    assert migrate(edition, "--write").exit_code == 0
    assert NEW in (edition / "docs/glossary/nordia.md").read_text(encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", "--root", str(edition)])
    assert "outside-described" not in checked.stderr
    work = edition / WORK
    begun = work.read_text(encoding="utf-8")
    filled = begun.replace("\nurl:\n", "\nurl: https://gazette.example/\n").replace("\nlanguage:\n", "\nlanguage: en\n")
    work.write_text(filled, encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", "--root", str(edition)])
    assert checked.exit_code == 0, checked.stderr
    assert migrate(edition).stdout == "Nothing to migrate: every file is in the form of this version.\n"


def test_a_work_that_has_a_file_is_cited_by_it(edition: Path) -> None:
    page = (
        "---\ntitle: Letters\npublisher: The Gazette\ndate: '2031-02-03'\nurl: https://g.example/\nlanguage: en\n---\n"
    )
    (edition / "docs/outside").mkdir()
    (edition / "docs/outside/letters.md").write_text(page, encoding="utf-8")
    shown = migrate(edition)
    assert "+It wrote once more [outside: letters]." in shown.stdout
    assert "1 file would change" in shown.stdout


@pytest.mark.parametrize(
    ("before", "after", "begun"),
    [
        ("[outside: A B, 2031, C, and D]", "[outside: a-b-2031]", ["docs/outside/a-b-2031.md"]),
        ("[outside: A B, no date, C]", "[outside: a-b]", ["docs/outside/a-b.md"]),
        (
            "[outside: A, 2031, C] [outside: A, 2031, D] [outside: A, 2031, C]",
            "[outside: a-2031] [outside: a-2031-2] [outside: a-2031]",
            ["docs/outside/a-2031-2.md", "docs/outside/a-2031.md"],
        ),
        ('evidence: ["[outside: A, 2031, C]"]', 'evidence: ["[outside: a-2031]"]', ["docs/outside/a-2031.md"]),
        ("`[outside: A, 2031, C]`", "`[outside: A, 2031, C]`", []),
        ("[outside: id] and [@letter, ¶1]", "[outside: id] and [@letter, ¶1]", []),
    ],
)
def test_every_way_to_describe_a_work_is_read(before: str, after: str, begun: list[str]) -> None:
    changed = migrate_files({"docs/a.md": before}, ())
    assert changed.get("docs/a.md", before) == after
    assert sorted(changed.keys() - {"docs/a.md"}) == begun


def test_an_address_in_the_old_form_is_that_of_the_work() -> None:
    changed = migrate_files({"docs/a.md": "[outside: A, 2031, C, https://a.example/c]"}, ())
    assert "\nurl: https://a.example/c\n" in changed["docs/outside/a-2031.md"].replace('"', "")
    assert "\ntitle: C\n" in changed["docs/outside/a-2031.md"].replace('"', "")
