"""Names of authors of many languages, as each style and each format needs them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

import pytest
import rispy
from pybtex.database import parse_string

from build_tools.model import Creator
from build_tools.website import citations
from build_tools.website.citations import Citations, Site
from build_tools.website.citations.creator_names import family_name, is_body
from tests.support.invented import source

# The name, the language of the text, and its beginning in a list of works: Chicago, MLA, APA.
NAMES = (
    ("Martin L. Wexford Jr.", "en", "Wexford, Martin L., Jr.", "Wexford, Martin L., Jr.", "Wexford, M. L., Jr."),
    ("Henry Wexford III", "en", "Wexford, Henry, III", "Wexford, Henry, III", "Wexford, H., III."),
    ("Wexford, Martin L., Jr.", "en", "Wexford, Martin L., Jr.", "Wexford, Martin L., Jr.", "Wexford, M. L., Jr."),
    ("Ada Wexford, PhD", "en", "Wexford, Ada.", "Wexford, Ada.", "Wexford, A."),
    ("Prof. Dr. Ada Wexford", "de", "Wexford, Ada.", "Wexford, Ada.", "Wexford, A."),
    ("María García López", "es", "García López, María.", "García López, María.", "García López, M."),
    ("José Ortega y Gasset", "es", "Ortega y Gasset, José.", "Ortega y Gasset, José.", "Ortega y Gasset, J."),
    ("Gabriel García Márquez", "en", "García Márquez, Gabriel.", "García Márquez, Gabriel.", "García Márquez, G."),
    ("Mario Vargas Llosa", "en", "Vargas Llosa, Mario.", "Vargas Llosa, Mario.", "Vargas Llosa, M."),
    ("Jorge Luis Borges", "es", "Borges, Jorge Luis.", "Borges, Jorge Luis.", "Borges, J. L."),
    ("Nguyễn Văn Tán", "vi", "Nguyễn Văn Tán.", "Nguyễn Văn Tán.", "Nguyễn, V. T."),
    ("Wang Haidi", "en", "Wang Haidi.", "Wang Haidi.", "Wang, H."),
    ("Haidi Wang", "en", "Wang, Haidi.", "Wang, Haidi.", "Wang, H."),
    ("Wang Li", "zh", "Wang Li.", "Wang Li.", "Wang, L."),
    ("Xi Jinping", "en", "Xi Jinping.", "Xi Jinping.", "Xi, J."),
    ("王小波", "zh", "王小波.", "王小波.", "王小波."),
    ("Park Min-hee", "en", "Park Min-hee.", "Park Min-hee.", "Park, M."),
    ("Ban Ki-Moon", "en", "Ban Ki-Moon.", "Ban Ki-Moon.", "Ban, K.-M."),
    ("Kim Yong Hyun", "ko", "Kim Yong Hyun.", "Kim Yong Hyun.", "Kim, Y. H."),
    ("Chung-in Moon", "en", "Moon, Chung-in.", "Moon, Chung-in.", "Moon, C."),
    ("Kim Novak", "en", "Novak, Kim.", "Novak, Kim.", "Novak, K."),
    ("문정인", "ko", "문정인.", "문정인.", "문정인."),
    ("Nagy Béla", "hu", "Nagy Béla.", "Nagy Béla.", "Nagy, B."),
    ("Viktor Orbán", "en", "Orbán, Viktor.", "Orbán, Viktor.", "Orbán, V."),
    ("Orbán Viktor", "hu", "Orbán Viktor.", "Orbán Viktor.", "Orbán, V."),
    ("Ludwig van Beethoven", "de", "Beethoven, Ludwig van.", "Beethoven, Ludwig van.", "van Beethoven, L."),
    ("Simone de Beauvoir", "fr", "Beauvoir, Simone de.", "Beauvoir, Simone de.", "de Beauvoir, S."),
    ("Ursula von der Leyen", "de", "Leyen, Ursula von der.", "Leyen, Ursula von der.", "von der Leyen, U."),
    ("W. E. B. Du Bois", "en", "Du Bois, W. E. B.", "Du Bois, W. E. B.", "Du Bois, W. E. B."),
    ("Robert De Niro", "en", "De Niro, Robert.", "De Niro, Robert.", "De Niro, R."),
    ("Seán Ó Faoláin", "en", "Ó Faoláin, Seán.", "Ó Faoláin, Seán.", "Ó Faoláin, S."),
    ("Mohammed bin Salman", "en", "Salman, Mohammed bin.", "Salman, Mohammed bin.", "bin Salman, M."),
    ("Иванов Пётр Сергеевич", "ru", "Иванов Пётр Сергеевич.", "Иванов Пётр Сергеевич.", "Иванов, П. С."),
    ("Coast Agency", "en", "Coast Agency.", "Coast Agency.", "Coast Agency."),
    ("Reuters Staff", "en", "Reuters Staff.", "Reuters Staff.", "Reuters Staff."),
    ("The Editorial Board", "en", "The Editorial Board.", "The Editorial Board.", "The Editorial Board."),
    ("Ministry of Grain, Tolls and Harbours", "en", *["Ministry of Grain, Tolls and Harbours."] * 3),
    ("Plato", "en", "Plato.", "Plato.", "Plato."),
    ("Yo-Yo Ma", "en", "Ma, Yo-Yo.", "Ma, Yo-Yo.", "Ma, Y.-Y."),
)
TEXTS = [
    source(f"text-{number}", title="Tolls", creators=(Creator(name),), languages=(language,), issued=str(1900 + number))
    for number, (name, language, *_) in enumerate(NAMES)
]


@cache
def cited() -> Mapping[str, Citations]:
    return citations.cite(TEXTS, Site("Lorn Reader"))


@pytest.mark.parametrize("number", range(len(NAMES)), ids=[f"{name}-{language}" for name, language, *_ in NAMES])
def test_a_name_is_turned_around_as_its_language_and_the_style_want(number: int) -> None:
    _, _, *expected = NAMES[number]
    styles = cited()[f"text-{number}"].styles
    assert [rendered.reference[: len(words)] for rendered, words in zip(styles, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("name", "of_bibtex", "of_ris", "of_csl"),
    [
        (
            "Martin L. Wexford Jr.",
            "Wexford, Jr., Martin L.",
            "Wexford, Martin L., Jr.",
            {"family": "Wexford", "given": "Martin L.", "suffix": "Jr."},
        ),
        (
            "Simone de Beauvoir",
            "de Beauvoir, Simone",
            "de Beauvoir, Simone",
            {"family": "Beauvoir", "given": "Simone", "non-dropping-particle": "de"},
        ),
        (
            "Wang Haidi",
            "Wang, Haidi",
            "Wang, Haidi",
            {"family": "Wang", "given": "Haidi", "static-ordering": "true"},
        ),
        ("Coast Agency", "{Coast Agency}", "Coast Agency", {"literal": "Coast Agency"}),
        (
            "Ministry of Grain, Tolls and Harbours",
            "{Ministry of Grain, Tolls and Harbours}",
            "Ministry of Grain\u201a Tolls and Harbours",
            {"literal": "Ministry of Grain, Tolls and Harbours"},
        ),
    ],
)
def test_each_format_has_the_parts_of_a_name_in_its_own_order(
    name: str, of_bibtex: str, of_ris: str, of_csl: dict[str, str]
) -> None:
    text = next(text for text in TEXTS if text.creators[0].name == name)
    formats = cited()[text.id].formats
    assert f"author = {{{of_bibtex}}}" in formats["bib"]
    (person,) = parse_string(formats["bib"], "bibtex").entries[text.id].persons["author"]
    assert str(person) == of_bibtex
    assert rispy.loads(formats["ris"])[0]["authors"] == [of_ris]
    assert json.loads(formats["json"])[0]["author"] == [of_csl]


def test_several_authors_stand_each_in_its_own_order() -> None:
    text = source(title="Tolls", creators=(Creator("Ada Vane"), Creator("Wang Haidi")), issued="2024")
    chicago, mla, apa = citations.cite([text], Site())[text.id].styles
    assert chicago.reference.startswith("Vane, Ada, and Wang Haidi.")
    assert mla.reference.startswith("Vane, Ada, and Wang Haidi.")
    assert apa.reference.startswith("Vane, A., &amp; Wang, H. (2024).")
    assert mla.place.startswith("(Vane and Wang,")


def test_the_family_name_that_an_editor_gives_counts_and_a_person_is_no_body() -> None:
    assert family_name(Creator("Ana Torres Vega", family="Vega"), ("es",)) == "Vega"
    assert family_name(Creator("Ana Torres Vega"), ("es",)) == "Torres Vega"
    assert not is_body(Creator("Ada Press", family="Press"))
    assert is_body(Creator("Ada Press"))
    assert is_body(Creator("The harbour master", kind="unnamed"))
