"""An edition that is read one text after another has the findings, the links and the counts of one that is held."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from build_tools.corpus.sources.listed_texts import ChangedTextError
from build_tools.editing.splitting import shares
from build_tools.editing.splitting.examined_texts import ExaminedEdition, examine_edition
from build_tools.editing.splitting.referred_pages import ReferredPages
from build_tools.edition.edition_files import read_edition_files
from build_tools.edition.reading import count_corpus, read_edition
from build_tools.interfaces.cli import collections as commands
from build_tools.interfaces.cli import main
from tests.support.builds import ROOT
from tests.support.finding_cases import CASES, lay_out
from tests.support.sharded import lay_out_sharded


def examine(root: Path) -> ExaminedEdition:
    return examine_edition(root, "en", ReferredPages(root).texts_referred_to)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_wrong_with_an_edition_is_found(case: Path, tmp_path: Path) -> None:
    project = lay_out(case, tmp_path)
    assert examine(project).findings == read_edition(project, "en").findings


def test_the_counts_and_the_texts_are_those_of_an_edition_that_is_held() -> None:
    examined, held = examine(ROOT), read_edition(ROOT, "en")
    assert examined.statistics == count_corpus(read_edition_files(ROOT, "en"), held.lexicon)
    assert {source.id for source in examined.sources} == {source.id for source in held.sources}
    assert all(examined.is_linked_alike(text, examined.lexicon) for text in examined.texts)


def test_of_texts_to_which_nothing_refers_no_words_are_held(tmp_path: Path) -> None:
    examined = examine(lay_out_sharded(tmp_path / "edition", 9))
    assert len(examined.texts) == 9
    assert [source.text for source in examined.sources] == [""] * 9
    assert examined.texts["t1"].met == ("ada-brennt", "ida-orlan", "rolf-orlan")
    assert not examined.is_linked_alike("t1", examined.lexicon.informed_by(type(examined.statistics)(names={"x": 1})))


def test_a_text_that_changes_while_an_edition_is_divided_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out_sharded(tmp_path / "edition", 9)

    def change_one(*arguments: object) -> object:
        (root / "seeds/t3.txt").write_text("Other words.\n", encoding="utf-8")
        return divide(*arguments)  # type: ignore[arg-type] # handed on as they came

    divide = shares.divide_texts
    monkeypatch.setattr(commands, "divide_texts", change_one)
    result = CliRunner().invoke(main, ["collections", "split", str(root), str(tmp_path / "out")])
    assert result.exit_code == 2
    assert 'The text "t3" has changed while the edition was divided. Run the same command again.' in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_change_between_list_and_reading_is_an_error(tmp_path: Path) -> None:
    examined = examine(lay_out_sharded(tmp_path / "edition", 3))
    (tmp_path / "edition/docs/sources/t1.md").unlink()
    with pytest.raises(ChangedTextError):
        examined.is_linked_alike("t1", examined.lexicon)
