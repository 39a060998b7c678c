"""The alternative labels of an entry: each says where a text has it in its own language, and nothing for the others."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from build_tools.model import Entry, Label
from build_tools.website.pages.entry.label_evidence import alternative_labels
from build_tools.website.survey.lookups import survey
from tests.support.invented import document, edition, entry

LEAFLET = document(
    ("paragraph", "en", "Nordia and its harbour, Port Arc, are at peace."),
    ("paragraph", "fr", "La Nordie est en paix, dit la ville. La Nordie attend."),
    ("paragraph", "es", "Port Arc no dice nada."),
    id="leaflet",
    languages=("en", "fr", "es"),
)
NEWS = document(("paragraph", "en", "Nordians say nothing of Nordia."), ("paragraph", "fr", "Nordie."), id="news")
ONLY, NOT_IN_LANGUAGE = "The harbour lease", "linked in no text in this language"
NAMES = {"Nordia": "nordia", "Port Arc": "nordia", "Nordie": "nordia"}


def nordia(labels: Mapping[str, tuple[str, ...]], preferred: str = "Nordia") -> Entry:
    alt_labels = tuple(Label(text, lang) for lang, texts in labels.items() for text in texts)
    return entry("nordia", preferred, "polity", alt_labels=alt_labels)


def rows(of: Entry, *, texts: int = 2, names: Mapping[str, str] = NAMES) -> dict[str, str]:
    """What each language says, in words."""
    made = edition([LEAFLET, NEWS][:texts], [of], names)
    return {
        str(language): "".join(run if isinstance(run, str) else run["text"] for run in runs)
        for language, runs in alternative_labels(of, survey(made))
        if isinstance(runs, list)
    }


@pytest.mark.parametrize(
    ("labels", "texts", "said"),
    [
        ({"fr": ("Nordie",)}, 2, {"French": "Nordie in 2 texts"}),
        ({"fr": ("Nordie",)}, 1, {"French": "Nordie The harbour lease"}),
        ({"es": ("Port Arc",)}, 1, {"Spanish": "Port Arc The harbour lease, ¶3"}),
        ({"fr": ("Port Arc",)}, 2, {"French": f"Port Arc {NOT_IN_LANGUAGE}"}),
        (
            {"fr": ("République de Nordie", "Nordie", "Port Arc")},
            1,
            {"French": f"Nordie {ONLY} · Port Arc {NOT_IN_LANGUAGE} · République de Nordie linked in no text"},
        ),
        ({"fr-CA": ("Nordie", "La Nordie")}, 1, {"French (Canada)": f"Nordie {ONLY} · La Nordie linked in no text"}),
        ({"en": ("Nordians",)}, 2, {"English": "Nordians linked in no text"}),
        ({"fr": ("NORDIE",)}, 1, {"French": "NORDIE linked in no text"}),
    ],
    ids=["two texts", "one text", "one place", "elsewhere", "each apart", "region", "part of a word", "capitals"],
)  # fmt: skip
def test_a_label_is_said_to_stand_only_where_a_text_in_its_language_has_it(
    labels: Mapping[str, tuple[str, ...]], texts: int, said: dict[str, str]
) -> None:
    assert rows(nordia(labels), texts=texts) == said


def test_a_mention_counts_for_the_label_that_has_its_very_words() -> None:
    curbs = entry("curb", "curb", alt_labels=(Label("curbs", "en"), Label("harbour", "en")))
    text = document(("paragraph", "en", "A curb, two harbours, and a harbour."), id="text")
    made = edition([text], [curbs], {"curb": "curb", "harbours": "curb", "harbour": "curb"})
    ((_, runs),) = alternative_labels(curbs, survey(made))
    assert isinstance(runs, list)
    assert (
        "".join(run if isinstance(run, str) else run["text"] for run in runs)
        == "harbour The harbour lease · curbs linked in no text"
    )


def test_the_places_are_links() -> None:
    of = nordia({"fr": ("Nordie",), "es": ("Port Arc",)})
    made = edition([LEAFLET, NEWS], [of], NAMES)
    links = [
        run
        for _, runs in alternative_labels(of, survey(made))
        if isinstance(runs, list)
        for run in runs
        if isinstance(run, dict) and "to" in run
    ]
    assert [(run["to"], run["at"]) for run in links] == [
        ("glossary/nordia", "in-the-corpus"),
        ("sources/leaflet", "p3"),
    ]
