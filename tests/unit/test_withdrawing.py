"""Withdrawing an entry or a text: what refers to it changes, its address stays, its words go."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from build_tools.corpus.withdrawals import WITHDRAWN, Withdrawal
from build_tools.editing.changes.item_changes import compare_items, find_breaches
from build_tools.editing.changes.sides import read_sides
from build_tools.edition.checks.anchor_lock import lock
from build_tools.edition.reading import read_edition
from build_tools.interfaces.cli import main
from build_tools.model import Data, Page
from build_tools.model.findings import ERROR
from build_tools.website.composing import compose
from build_tools.website.localisation import speak
from build_tools.website.pages.entry.withdrawn_pages import withdrawn_pages
from build_tools.website.survey.lookups import survey
from tests.support import scratch
from tests.support.composed import body_html
from tests.support.invented import SMALL
from tests.support.referring import convert_letter, files_below, lay_out, referring_edition

WHY = ("--reason", "It is about a private person.", "--on", "2026-03-01")


def withdraw(root: Path, *words: str) -> Result:
    """Run the command in a folder."""
    return CliRunner().invoke(main, ["withdraw", "--root", str(root), *WHY, *words], catch_exceptions=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An edition whose files refer to each other, without a link by definition, which no command takes apart."""
    files = dict(referring_edition(1))
    event = files["docs/glossary/lease-signed.md"]
    by_definition = b"\n[town]: ../glossary/orvale.md\n[The town][town] is"
    assert by_definition in event
    return lay_out({**files, "docs/glossary/lease-signed.md": event.replace(by_definition, b"\nIt is")}, tmp_path)


def _read(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode("utf-8-sig").replace("\r", "")


def _site(root: Path) -> dict[str, str]:
    files, findings = compose(root)
    assert not [finding for finding in findings if finding.severity == ERROR]
    words = {}
    for file in files:
        match file:
            case Data():
                words[file.path] = file.text
            case Page():
                words[file.path] = file.markdown
            case _:
                words[file.path] = file.settle().markdown
    return words


def test_what_refers_to_a_withdrawn_entry_says_its_name(root: Path) -> None:
    assert withdraw(root, "orvale").exit_code == 0
    event = _read(root, "docs/glossary/lease-signed.md")
    assert "  place_name: Orvale   # the town\n" in event
    assert "and its lines;" in event
    assert "It is here, there and" in event
    assert "See Orvale, [a letter]" in _read(root, "docs/index.md")
    assert "related:" not in _read(root, "docs/glossary/blue-line.md")
    assert not (root / "docs/glossary/orvale.md").exists()
    assert withdraw(root, "ann-tarn").exit_code == 0
    assert "speaker_name: Ann Tarn" in _read(root, "docs/quotations/denial.md")
    assert "  - {name: Ann Tarn}\n" in _read(root, "docs/sources/letter.md")
    assert not [finding for finding in read_edition(root, "en").findings if finding.severity == ERROR]


def test_a_page_at_the_address_of_an_entry_says_when_and_why(root: Path) -> None:
    withdraw(root, "orvale", "--to", "blue-line")
    site = _site(root)
    assert "Withdrawn on 1 March 2026: It is about a private person." in site["glossary/orvale.md"]
    assert "[Blue Line](blue-line.md)" in site["glossary/orvale.md"]
    assert "[orvale](glossary/orvale.md)" in site["withdrawn.md"]
    reason, page = "It is about a private person.", "glossary/orvale"
    assert json.loads(site["data/withdrawn.json"]) == [
        {"page": page, "on": "2026-03-01", "reason": reason, "to": "glossary/blue-line", "former_ids": []}
    ]


def test_what_refers_to_an_entry_refers_to_the_one_to_read_instead_without_its_places(root: Path) -> None:
    withdraw(root, "orvale", "--to", "blue-line")
    event = _read(root, "docs/glossary/lease-signed.md")
    assert '  place: "blue-line"   # the town\n' in event
    assert "[its lines](blue-line.md);" in event
    assert "[here](blue-line.md), [there](../blue-line/)" in event


def test_of_a_text_nothing_is_left_but_its_citation_its_addresses_and_the_reason(root: Path) -> None:
    assert "pays in [grain]" in _site(root)["sources/letter.md"]
    output = withdraw(root, "letter").output
    assert "seeds/letter.txt: removed" in output
    assert 'docs/glossary/orvale.md:7: advice: "letter" was withdrawn, and is cited here [withdrawn-cited]' in output
    assert "publish: citation" in _read(root, "docs/sources/letter.md")
    assert "[its lines](orvale.md);" in _read(root, "docs/glossary/lease-signed.md")
    site = _site(root)
    assert not [path for path, words in site.items() if "signed it in Orvale" in words or "pays in [grain]" in words]
    assert "Withdrawn on 1 March 2026" in site["sources/letter.md"]
    assert all(f'id="{block}"' in site["sources/letter.md"] for block in ("p1", "p2"))


def test_the_file_from_which_a_text_was_converted_goes_with_it(root: Path) -> None:
    convert_letter(root)
    output = withdraw(root, "letter").output
    assert "seeds/letter.txt: removed" in output
    assert "seeds/originals/letter.docx: removed" in output
    assert not (root / "seeds/originals/letter.docx").exists()


def test_the_numbers_of_a_withdrawn_text_stay_locked(root: Path) -> None:
    withdraw(root, "letter")
    before, reading = _read(root, "anchors.lock"), read_edition(root, "en")
    assert "letter p1 " in before
    assert lock(reading.documents, [source.id for source in reading.absent], before) == before


def test_words_of_a_text_that_other_files_repeat_are_named_before_it_goes(root: Path) -> None:
    page = root / "docs/glossary/grain.md"
    page.write_text(page.read_text() + "The harbour of Orvale is leased to the Blue Line.\n")
    assert "repeats a text of which these words are not published [words-withheld]" in withdraw(root, "letter").output


def test_an_id_that_was_withdrawn_is_not_used_again(root: Path) -> None:
    withdraw(root, "orvale")
    result = CliRunner().invoke(main, ["rename", "--root", str(root), "grain", "orvale"])
    assert result.exit_code == 1
    assert "withdrawn-page" in result.output
    assert (root / "docs/glossary/grain.md").exists()


def test_a_later_rename_is_followed_where_a_withdrawal_names_a_page(root: Path) -> None:
    withdraw(root, "orvale", "--to", "blue-line")
    assert CliRunner().invoke(main, ["rename", "--root", str(root), "blue-line", "blue-company"]).exit_code == 0
    assert "to: glossary/blue-company" in _read(root, "docs/withdrawn.md")


def test_a_second_withdrawal_is_listed_below_the_first(root: Path) -> None:
    withdraw(root, "orvale")
    withdraw(root, "grain")
    rows = [line for line in _read(root, "docs/withdrawn.md").splitlines() if line.startswith("  - ")]
    assert [row.partition(",")[0] for row in rows] == ["  - {page: glossary/orvale", "  - {page: glossary/grain"]


def test_a_report_on_changes_says_that_a_page_was_withdrawn_and_that_no_address_breaks(root: Path) -> None:
    before = scratch.tree(files_below(root))
    withdraw(root, "orvale")
    earlier, later, _ = read_sides(before, scratch.tree(files_below(root)), "en")
    states = {change.path: change.state for change in compare_items(earlier, later)}
    assert states["docs/glossary/orvale.md"] == "withdrawn"
    assert not list(find_breaches(earlier, later))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("lease-signed",), 'docs/claims.md:4: "answered_by" would be empty'),
        (("orvale", "--on", "yesterday"), '"yesterday" is not a day: write it as 2026-03-01.'),
        (("orvale", "--on", "2026-03"), '"2026-03" is not a day'),
        (("orvale", "--on", "2026-03-01/2026-04-01"), '"2026-03-01/2026-04-01" is not a day'),
        (("orvale", "--on", "2026-03-01~"), '"2026-03-01~" is not a day'),
        (("orvale", "--on", "20260301"), '"20260301" is not a day'),
        (("orvale", "--on", "2026-02-30"), '"2026-02-30" is not a day'),
        (("orvale", "--to", "letter"), '"letter" cannot stand for an entry'),
        (("price",), "this command cannot change what is there"),
    ],
)
def test_what_cannot_be_withdrawn_so_is_refused(words: tuple[str, ...], message: str, root: Path) -> None:
    page = root / "docs/claims.md"
    page.write_bytes(page.read_bytes().replace(b"[price, lease-signed, denial]", b"[lease-signed]"))
    before = files_below(root)
    result = withdraw(root, *words)
    assert result.exit_code == 2
    assert message in result.output
    assert files_below(root) == before


def test_a_link_by_definition_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    root = lay_out(referring_edition(1), tmp_path)
    before = files_below(root)
    assert "write this link as [words](address) first" in withdraw(root, "orvale").output
    assert files_below(root) == before


def test_a_page_of_what_was_withdrawn_speaks_the_language_of_the_site() -> None:
    withdrawal = Withdrawal("glossary/envoy", "2026-03-01", "사적인 사람에 관한 것이다.", "glossary/lease")
    with speak("ko"):
        listed, page = withdrawn_pages(survey(replace(SMALL, withdrawals=(withdrawal,), titles={WITHDRAWN: "철회"})))
        bodies = [body_html(listed), body_html(page)]
    shown = re.sub("<[^>]+>", "", " ".join([*bodies, str(listed.fields), str(page.fields["title"])]))
    assert shown.count("철회일 2026년 3월 1일: 사적인 사람에 관한 것이다. 대신 볼 것: old lease.") == 2
    assert "envoy: 철회됨" in shown
    assert "철회된 페이지 1개" in shown
    assert not re.search(r"[Ww]ithdrawn|published|[Ii]nstead", shown)
