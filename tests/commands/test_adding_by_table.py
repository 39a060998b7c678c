"""`new source --table`: a row for each file, and what is wrong with a row does not keep the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.interfaces.cli import main
from tests.support.adding import add, begin_edition, contents, lay_out_papers
from tests.support.received import PARAGRAPHS

MAKERS = '"Ines Calder; Bo Vane (translator)"'
RIGHTS = "https://creativecommons.org/publicdomain/mark/1.0/"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return begin_edition(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as people have them."""
    return lay_out_papers(tmp_path)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with two short texts."""
    letters = tmp_path / "letters"
    letters.mkdir()
    for name, words in zip(("a", "b"), PARAGRAPHS, strict=False):
        (letters / f"{name}.txt").write_text(f"{words}\n", encoding="utf-8")
    return letters


def write_table(folder: Path, *rows: str) -> Path:
    table = folder / "metadata.csv"
    table.write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    return table


def test_a_table_says_what_the_texts_are(edition: Path, folder: Path) -> None:
    table = write_table(
        folder,
        "file;id;Title;creators;issued;languages;genre;publisher;rights;rights.notice",
        f'book.TXT;the-road;"The Road; a Book";{MAKERS};1893;en, fr;book;Salt Press;{RIGHTS};',
        f"deep/road.pdf;;;;1894~;;report;;{RIGHTS};© Nobody",
    )
    done = add(edition, "--table", table)
    assert "2 texts added" in done.output
    page = (edition / "docs/sources/the-road.md").read_text("utf-8")
    for line in (
        'title: "The Road; a Book"',
        'creators: [{name: "Ines Calder"}, {name: "Bo Vane", role: "translator"}]',
        'issued: "1893"',
        "languages: [en, fr]",
        "genre: book",
        f'rights: {{statement: "{RIGHTS}", notice: null, publish: full}}',
    ):
        assert f"\n{line}\n" in page
    other = (edition / "docs/sources/the-salt-road-over-the-moor.md").read_text("utf-8")
    assert '\nissued: "1894~"\n' in other
    assert 'notice: "© Nobody"' in other
    checked = CliRunner().invoke(main, ["check", "--root", str(edition)])
    assert checked.exit_code == 0, checked.output


def test_faults_of_a_table_are_named_by_row_and_the_other_rows_go_on(edition: Path, folder: Path) -> None:
    table = write_table(
        folder,
        "file,id,genre,issued,languages",
        "book.TXT,,tale,,",
        "deep/road.pdf,,,May 3rd,",
        "road.docx,Not An Id,,,",
        "deep/page.html,the-page,,,",
        "deep/page.html,,,,",
        "nothing.txt,,,,",
        ",,book,,",
    )
    done = add(edition, "--table", table, code=1)
    assert "1 text added" in done.output
    for place in (
        '2: "tale" is not a CSL item type [genre-unknown]',
        '3: "May 3rd" is not a date in EDTF [date-not-edtf]',
        '4: "Not An Id" cannot be the id of a source [source-id-invalid]',
        '6: "deep/page.html" stands in line 5 already [key-doubled]',
        '7: there is no file "nothing.txt" [file-unreadable]',
        "8: the row names no file [field-missing]",
    ):
        assert f"papers/metadata.csv:{place}" in done.output


@pytest.mark.parametrize(
    ("header", "complaint"),
    [
        ("file,titel", '1: "titel" is not a column of such a table [key-unknown]'),
        ("file,title,title", '1: the column "title" appears twice [key-doubled]'),
        ("title,genre", '1: the table has no column "file" [field-missing]'),
    ],
)
def test_a_table_with_strange_columns_adds_nothing(edition: Path, folder: Path, header: str, complaint: str) -> None:
    done = add(edition, "--table", write_table(folder, header, "book.TXT,a,b"), folder, code=1)
    assert complaint in done.output
    assert contents(edition) == {}


def test_files_of_a_folder_without_a_row_are_guessed_and_counted(edition: Path, folder: Path) -> None:
    table = write_table(folder, "file,title", "book.TXT,The Road")
    done = add(edition, "--table", table, folder)
    assert "3 files without a row in the table, such as page.html." in done.output
    assert (edition / "docs/sources/the-road.md").is_file()


def test_three_hundred_documents_are_added_by_one_command(edition: Path, tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_text(
            f"No. {number}\n\n{PARAGRAPHS[number % 3]} {number}\n", encoding="utf-8"
        )
    rows = [
        f"{number:03}.txt,Paper {number},1938-09-{1 + number % 30:02},document,en,{RIGHTS}" for number in range(300)
    ]
    table = write_table(tmp_path, "file,title,issued,genre,languages,rights", *rows)
    assert "300 texts added, 0 there already, 0 not added." in add(edition, "--table", table).output
    checked = CliRunner().invoke(main, ["check", "--root", str(edition)])
    assert checked.exit_code == 0, checked.output
    assert "Removed seeds/299.txt" in add(edition, "--undo").output
    assert contents(edition) == {}


def pages(edition: Path) -> list[str]:
    return sorted(path.stem for path in (edition / "docs/sources").iterdir())


def test_an_id_that_a_later_row_gives_is_not_made_of_a_title_before_it(edition: Path, letters: Path) -> None:
    table = write_table(letters, "file,title,id", "a.txt,Alpha,", "b.txt,Beta,alpha")
    done = add(edition, "--table", table)
    assert "2 texts added" in done.output
    assert pages(edition) == ["alpha", "alpha-2"]
    assert '\ntitle: "Beta"\n' in (edition / "docs/sources/alpha.md").read_text("utf-8")


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_a_row_with_the_id_of_another_text_is_a_finding_and_the_others_go_on(
    edition: Path, letters: Path, options: tuple[str, ...]
) -> None:
    (edition / "docs/sources/alpha.md").write_text("Another text.\n", encoding="utf-8")
    table = write_table(letters, "file,title,id", "a.txt,Letter,alpha", "b.txt,Beta,")
    done = add(edition, *options, "--table", table, code=1)
    assert 'a.txt:1: "alpha" is the id of another text [id-invalid]' in done.output
    assert "Write another in the column id of the table." in done.output
    assert pages(edition) == (["alpha"] if options else ["alpha", "beta"])


def test_a_row_with_more_cells_than_columns_is_not_read_as_if_the_last_were_not_there(
    edition: Path, letters: Path
) -> None:
    table = write_table(letters, "file,title,genre", "a.txt,Letters, and more,letter", "b.txt,Beta")
    done = add(edition, "--table", table, code=1)
    assert "metadata.csv:2: the row has 4 cells, the table 3 columns [row-too-long]" in done.output
    assert pages(edition) == ["beta"]


def test_a_cell_without_an_end_is_said_at_its_row_and_no_row_is_read(edition: Path, letters: Path) -> None:
    table = write_table(letters, "file,title", "a.txt,Alpha", 'b.txt,"Beta', "c.txt,Gamma")
    done = add(edition, "--table", table, letters, code=1)
    assert "metadata.csv:3: a cell has no end, or is too long [table-unreadable]" in done.output
    assert contents(edition) == {}


def test_two_rows_for_one_file_in_two_spellings_are_a_finding(edition: Path, letters: Path) -> None:
    table = write_table(letters, "file,title", "a.txt,Alpha", "./a.txt,Beta")
    done = add(edition, "--table", table, code=1)
    assert 'metadata.csv:3: "./a.txt" is the file of line 2 already [key-doubled]' in done.output
    assert pages(edition) == ["alpha"]
