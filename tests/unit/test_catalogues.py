"""Every sentence of the interface is translated into each language that has a catalogue, and no other is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import html5lib
import pytest
from babel.messages.catalog import Catalog
from jinja2 import Environment

from build_tools.corpus.sources.source_fields import GENRES
from build_tools.edition.statistics import AGREEING_EVENTS, NO_STATE, count_statistics
from build_tools.model import LINE_END_HYPHEN, MARKUP, SET_ASIDE_REASONS, SHOWN_ROLES
from build_tools.model.registers import DISCREPANCY_KINDS, REVIEW_STATES, Registers
from build_tools.website.assets.static_files import static_files, templates_folder
from build_tools.website.localisation import speak, translate, translate_count
from build_tools.website.localisation.catalogues import catalogue_languages
from build_tools.website.localisation.script_words import script_words
from build_tools.website.localisation.translated_templates import translate_templates
from build_tools.website.naming import named_ids
from config.scripts.catalogues import FOLDER, catalogues, renewed, sentences, text_of

LANGUAGES = ("ar", "es", "fr", "ko", "ru", "zh")
WRITTEN: Mapping[str, Catalog] = dict(catalogues())
NAMES = re.compile(r"\{\w+\}")
SHOWN = ("aria-label", "title", "placeholder", "alt", "label")
"""Attributes whose values readers meet."""


def wordings(catalogue: Catalog) -> Iterator[tuple[str, str]]:
    """Yield each sentence with each of its forms."""
    for message in catalogue:
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if english[0]:
            yield from ((str(english[-1]), str(form)) for form in forms)


def test_the_languages_that_have_a_catalogue_are_these() -> None:
    assert catalogue_languages() == tuple(sorted(WRITTEN)) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_is_said_is_translated_and_no_other(language: str) -> None:
    said = {str(message.id) for message in sentences() if message.id}
    translated = {str(message.id) for message in WRITTEN[language] if message.id}
    assert translated == said
    assert [english for english, form in wordings(WRITTEN[language]) if not form.strip()] == []
    assert [message.id for message in WRITTEN[language] if message.fuzzy and message.id] == []
    assert WRITTEN[language].obsolete == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_names_in_braces_that_its_sentence_has(language: str) -> None:
    other = [
        (english, form)
        for english, form in wordings(WRITTEN[language])
        if sorted(NAMES.findall(form)) != sorted(NAMES.findall(english)) or form.count("{") != len(NAMES.findall(form))
    ]
    assert other == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_as_the_script_that_renews_it_writes_it(language: str) -> None:
    assert (FOLDER / f"{language}.po").read_bytes() == text_of(renewed(WRITTEN[language]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_that_a_template_prints_is_markup(language: str) -> None:
    in_templates = {
        str(message.id) for message in sentences() if any("/templates/" in place for place, _ in message.locations)
    }
    marked = [
        form for english, form in wordings(WRITTEN[language]) if english in in_templates and set(form) & set("<>&\"'")
    ]
    assert marked == []


def bare_words(template: str) -> list[str]:
    """Return the words of a template that no catalogue can translate, in text and in attributes that people meet."""
    tokens = Environment().lex(template)  # noqa: S701 - nothing is rendered
    parts = (value if kind == "data" else "0" * kind.endswith("_begin") for _, kind, value in tokens)
    text = "".join(parts).replace("<0", "<i").replace("docs/", "")  # an element with a name of its own; a path
    fragment = html5lib.parseFragment(
        re.sub(r"<(/?)(html|head|body|title)\b", r"<\1x-\2", text), namespaceHTMLElements=False
    )
    words: list[str] = []
    for element in fragment.iter():
        inside = [] if element.tag in {"script", "kbd"} else [element.text or ""]
        shown = [element.get(name) or "" for name in SHOWN]
        words += [word for part in (*inside, element.tail or "", *shown) for word in re.findall(r"[A-Za-z]{2,}", part)]
    return words


@pytest.mark.parametrize("path", sorted(templates_folder().rglob("*.html")), ids=lambda path: str(path.name))
def test_a_template_says_nothing_that_is_not_translated(path: Path) -> None:
    assert bare_words(path.read_text(encoding="utf-8")) == []


def test_a_word_that_a_template_says_by_itself_is_found() -> None:
    template = '<p class="x">{{ _("Close") }} Open</p><i aria-label="Menu {{ name }}"></i>{% if a %}Or{% endif %}'
    assert sorted(bare_words(template)) == ["Menu", "Open", "Or"]


def test_the_templates_of_other_engines_have_the_translations_in_the_place_of_the_calls() -> None:
    with speak("fr"):
        made = translate_templates(
            {"a.html": b'{{ _("Close") }} {{ _("Page {label}") | replace("{label}", n) }} {{ f("x") }}'}
        )
    assert made["a.html"].decode() == '{{ "Fermer" }} {{ "Page {label}" | replace("{label}", n) }} {{ f("x") }}'


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [
        ("en", 1, "1 mention"),
        ("en", 1250, "1,250 mentions"),
        ("ru", 1, "1 упоминание"),
        ("ru", 3, "3 упоминания"),
        ("ru", 12, "12 упоминаний"),
        ("ru", 1250, "1\u00a0250 упоминаний"),
        ("fr", 0, "0 mention"),
        ("fr", 2, "2 mentions"),
        ("ko", 1250, "언급 1,250회"),
        ("ar", 3, "3 مواضع ذكر"),
        ("he", 3, "3 mentions"),
        ("zh-Hant-TW", 2, "2次提及"),
    ],
)
def test_a_number_has_the_form_that_it_asks_for(language: str, number: int, words: str) -> None:
    with speak(language):
        assert translate_count(number, "{number} mention", "{number} mentions") == words


def test_what_nobody_translated_is_said_in_english() -> None:
    with speak("ko"):
        assert translate("A sentence that is {how}.", how="new") == "A sentence that is new."


def test_scripts_get_the_sentences_that_they_say_with_the_forms_as_browsers_know_them() -> None:
    words = script_words("ru")
    assert words["Copied."] == "Скопировано."
    assert words["person"] == "лицо"
    assert words["{number} text"] == {
        "one": "{number} текст",
        "few": "{number} текста",
        "many": "{number} текстов",
        "other": "{number} текстов",
    }
    assert "Skip to content" not in words
    assert script_words("en") == {}


def test_whatever_the_model_knows_by_an_id_has_a_name_to_translate() -> None:
    assert set(SHOWN_ROLES) == named_ids.ROLE_NAMES.keys()
    assert {*SET_ASIDE_REASONS, MARKUP, LINE_END_HYPHEN} == named_ids.REASONS_SET_ASIDE.keys()
    assert set(GENRES) == named_ids.GENRE_NAMES.keys()
    assert {*REVIEW_STATES, NO_STATE} == named_ids.REVIEW_NAMES.keys()
    assert set(DISCREPANCY_KINDS) == named_ids.DIFFERENCE_NAMES.keys()
    figures = count_statistics((), {}, (), Registers())
    assert {*figures.registers, AGREEING_EVENTS} == named_ids.COUNTED_ITEMS.keys()


def test_no_sentence_is_said_inside_a_string_where_nobody_collects_it(root: Path) -> None:
    scripts = [
        text.decode() for path, text in static_files().items() if path.endswith(".js") and "/vendor/" not in path
    ]
    in_template = re.compile(r"`[^`]*\$\{[^}`]*reader(?:Say|Count|Phrase)\(")
    in_string = re.compile(r"\bf([\"']).*?\{[^\"'}]*\btranslate(?:_count)?\(")
    program = [path.read_text(encoding="utf-8") for path in (root / "build_tools").rglob("*.py")]
    assert [found[0] for text in scripts for found in in_template.finditer(text)] == []
    assert [found[0] for text in program for found in in_string.finditer(text)] == []
