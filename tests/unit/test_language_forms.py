"""The forms of labels in other languages: plurals, cases of names, and none that a language lacks."""

from __future__ import annotations

import pytest

from build_tools.linking.languages.label_forms import write_variants
from tests.unit.test_languages import links


@pytest.mark.parametrize(
    ("label", "form", "language"),
    [
        ("accord commercial", "accords commerciaux", "fr"),
        ("plan de paix", "plans de paix", "fr"),
        ("journal officiel", "journaux officiels", "fr"),
        ("sanction", "sanctions", "fr"),
        ("armateur", "armateurs", "fr"),
        ("bateau de pêche", "bateaux de pêche", "fr"),
        ("país ribereño", "países ribereños", "es"),
        ("sanción", "sanciones", "es"),
        ("luz roja", "luces rojas", "es"),
        ("trattato navale", "trattati navali", "it"),
        ("banca estera", "banche estere", "it"),
        ("sanção", "sanções", "pt"),
        ("canal", "canais", "pt"),
        ("bem comum", "bens comuns", "pt"),
        ("Handelsvertrag", "Handelsverträge", "de"),
        ("Ministerium", "Ministerien", "de"),
        ("санкция", "санкций", "ru"),
        ("торговый путь", "торговых путей", "ru"),
        ("umowa handlowa", "umowy handlowe", "pl"),
        ("havenrecht", "havenrechten", "nl"),
    ],
)
def test_common_nouns_have_the_plurals_of_their_language(label: str, form: str, language: str) -> None:
    assert form in [variant for variant, _ in write_variants(label, "concept", language)]
    assert links(f"… {form} …", label, language, "concept") == [form]


@pytest.mark.parametrize(
    ("label", "wrong", "language"),
    [
        ("accord", "accordes", "fr"),
        ("plan", "planes", "fr"),
        ("sanction", "sanctiones", "fr"),
        ("journal", "journals", "fr"),
        ("país ribereño", "país ribereños", "es"),
        ("trattato", "trattatos", "it"),
        ("sanção", "sançãos", "pt"),
        ("canal", "canals", "pt"),
        ("Нью-Йорк", "Нью-Йоркы", "ru"),
        ("Белый дом", "Белого дом", "ru"),
    ],
)
def test_no_language_borrows_the_plural_of_another(label: str, wrong: str, language: str) -> None:
    assert wrong not in [variant for variant, _ in write_variants(label, "concept", language)]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Дональд Тарнов", "Дональдом Тарновым"),
        ("Анна Ладожская", "Анной Ладожской"),
        ("Илья Репников", "Илье Репникову"),
        ("Павел Мохов", "Павла Мохова"),
        ("Пётр Ильич Кошкин", "Петру Ильичу Кошкину"),
        ("Пётр Ильич Кошкин", "П. И. Кошкиным"),
        ("Пётр Ильич Кошкин", "Кошкина П.И."),
        ("Ким Чен Сок", "Ким Чен Сока"),
        ("Марта Шульц", "Мартой Шульц"),
        ("Никита Мещерский", "Никите Мещерскому"),
        ("Олег Коренко", "Олегом Коренко"),
        ("Вера Тимченко", "Веры Тимченко"),
    ],
)
def test_russian_names_decline_by_the_persons_gender(name: str, form: str) -> None:
    assert links(f"Вчера говорили о {form} снова.", name, "ru", "person") == [form]


def test_a_woman_is_not_her_husband() -> None:
    assert links("У Вяземцевой нет вопросов.", "Пётр Вяземцев", "ru", "person", short="Вяземцев") == []
    assert links("Письмо Марты Шульца нет.", "Марта Шульц", "ru", "person") == []
