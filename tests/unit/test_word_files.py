from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_tools.linking.names.romanisation import is_family, spell_families

DATA = sorted((Path(__file__).parents[2] / "build_tools").rglob("data/*.txt"))


@pytest.mark.parametrize("file", DATA, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_a_word_list_says_what_it_is_and_where_it_comes_from(file: Path) -> None:
    head = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
    assert len(head) >= 2 and any(line.startswith("# Source: ") for line in head)


@pytest.mark.parametrize("name", ["korean_families", "chinese_families", "titles", "given_names", "institutions"])
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    (file,) = [file for file in DATA if file.stem == name]
    words = [word for line in file.read_text("utf-8").splitlines() if not line.startswith("#") for word in line.split()]
    assert [word for word, times in Counter(words).items() if times > 1] == []


@pytest.mark.parametrize("name", ["Ban", "Nam", "Koo", "Cha", "Gao", "Xie", "Wong", "Chan", "Paik", "Yoo"])
def test_common_korean_and_chinese_names_are_family_names(name: str) -> None:
    assert is_family(name)


def test_a_family_name_has_its_other_spellings() -> None:
    assert spell_families("Gu") == {"Koo", "Ku", "Gu"}
    assert spell_families("Smith") == {"Smith"}
