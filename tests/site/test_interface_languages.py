"""A site speaks the language of its edition, and each passage stands in its own direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.support.greek_edition import greek_edition, publish_edition
from tests.support.pseudo_language import LANGUAGE, pseudo_catalogue

SHOWN = ("aria-label", "title", "placeholder", "alt")
DESCRIBING = ("description", "og:description", "og:title")
NAMES = {"Chicago", "MLA", "APA", "BibTeX", "RIS", "CSL-JSON", "CSV", "JSON", "CC", "BY", "example.org", "old-harbour"}
"""Words of the interface that are the same in every language, and what the edition itself has in Latin letters."""


def published(folder: Path, language: str) -> Path:
    """Build the edition in a language; return the folder of the site."""
    return publish_edition(greek_edition(folder / "edition", language), folder / "site")


def tree(path: Path) -> Element:
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)


def said(element: Element) -> Iterator[str]:
    """Yield what readers meet, but for passages in English, code, files to copy, and citations, which styles decide."""
    classes = (element.get("class") or "").split()
    is_left_out = element.get("lang") == "en" or element.tag in {
        "script",
        "style",
        "template",
        "pre",
        "code",
        "kbd",
        "form",
    }
    if not is_left_out and not {"cite-reference", "cite-words", "cite-place"} & {*classes}:
        if element.tag == "meta" and (element.get("name") or element.get("property")) in DESCRIBING:
            yield element.get("content") or ""
        yield element.text or ""
        yield from (element.get(name) or "" for name in SHOWN)
        for child in element:
            yield from said(child)
            yield child.tail or ""


def shown(page: Path) -> Iterator[str]:
    """Yield what readers meet on a page; the title of one that is the program's own prose is English with it."""
    root = tree(page)
    body = root.find("body")
    assert body is not None
    is_prose = any(element.get("id") == "content" and element.get("lang") == "en" for element in body.iter("article"))
    return said(body if is_prose else root)


@dataclass(frozen=True, slots=True)
class LatinWords:
    """Words in Latin letters on a page, and what the nearest elements around them say of their language."""

    page: str
    words: str
    marked: tuple[str | None, str | None]


def latin_words(page: Path, site: Path) -> Iterator[LatinWords]:
    """Yield the words of a page that its edition, all in Greek letters, does not have, but for code and citations."""

    def walk(element: Element, lang: str | None, direction: str | None) -> Iterator[LatinWords]:
        is_cited = (element.get("class") or "").startswith("cite-")
        if is_cited or element.tag in {"script", "template", "head", "code"}:
            return
        lang, direction = element.get("lang", lang), element.get("dir", direction)
        for words in (element.text, *(child.tail for child in element)):
            if {*re.findall(r"[A-Za-z][A-Za-z.-]*[A-Za-z]", words or "")} - NAMES:
                yield LatinWords(page.relative_to(site).as_posix(), words or "", (lang, direction))
        for child in element:
            yield from walk(child, lang, direction)

    return walk(tree(page), None, None)


def test_no_word_of_the_interface_is_left_in_english(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    with pseudo_catalogue(tmp_path / "catalogue"):
        site = published(tmp_path, LANGUAGE)
    left = {
        (word, page.relative_to(site).as_posix())
        for page in site.rglob("*.html")
        for words in shown(page)
        for word in re.findall(r"[A-Za-z][A-Za-z.-]*[A-Za-z]", words)
        if word not in NAMES
    }
    assert left == set()
    assert len(list(site.rglob("*.html"))) > 20


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", ("본문으로 건너뛰기", "2024년 5월 13일", "언급")),
        ("ru", ("Перейти к содержанию", "13 мая 2024", "упоминани")),
        ("zh", ("跳到正文", "2024年5月13日", "次提及")),
        ("fr", ("Aller au contenu", "13 mai 2024", "mentions")),
        ("es", ("Saltar al contenido", "13 de mayo de 2024", "menciones")),
    ],
)
def test_a_site_speaks_the_language_of_its_theme(tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    site = published(tmp_path, language)
    pages = [
        (site / page).read_text(encoding="utf-8") for page in ("sources/note/index.html", "glossary/harbour/index.html")
    ]
    text = " ".join(pages)
    assert [word for word in words if word not in text] == []
    for page in pages:
        root = html5lib.parse(page, namespaceHTMLElements=False)
        assert (root.get("lang"), root.find("body").get("dir")) == (language, "ltr")  # type: ignore[union-attr] # a page has one
    assert 'lang="el"' in pages[0]
    quality = (site / "quality/index.html").read_text(encoding="utf-8")
    assert "build_tools figures" in quality
    script = (site / "assets/reader.js").read_text(encoding="utf-8")
    assert "readerWords" in script


def test_a_site_from_right_to_left_marks_what_is_read_the_other_way(tmp_path: Path) -> None:
    site = published(tmp_path, "ar")
    root = tree(site / "sources/note/index.html")
    body = root.find("body")
    assert body is not None
    assert (root.get("lang"), body.get("dir")) == ("ar", "rtl")
    passage = next(element for element in body.iter("p") if element.get("id") == "p1")
    assert (passage.get("lang"), passage.get("dir")) == ("el", "ltr")
    assert "الانتقال إلى المحتوى" in "".join(body.itertext())


def test_a_site_whose_language_has_no_catalogue_marks_the_english_around_its_texts(tmp_path: Path) -> None:
    site = published(tmp_path, "he")
    root = tree(site / "sources/note/index.html")
    body = root.find("body")
    assert body is not None
    assert (root.get("lang"), body.get("dir")) == ("he", "rtl")
    met = [found for page in sorted(site.rglob("*.html")) for found in latin_words(page, site)]
    assert [found for found in met if found.marked != ("en", "ltr")] == []
    assert {found.page for found in met} >= {"index.html", "timeline/index.html", "claims/index.html"}
    assert len(met) > 1000
    numbers = [link for link in root.iter("a") if link.get("class") == "n"]
    assert numbers and {(link.get("lang"), link.get("dir")) for link in numbers} == {("en", None)}


def test_an_english_site_has_no_catalogue_and_names_no_language_of_its_words(tmp_path: Path) -> None:
    site = published(tmp_path, "en")
    assert "readerWords =" not in (site / "assets/reader.js").read_text(encoding="utf-8")
    assert 'class="bottom-inner">' in (site / "index.html").read_text(encoding="utf-8")


def test_the_option_of_the_plugin_goes_before_the_language_of_the_theme(tmp_path: Path) -> None:
    edition = greek_edition(tmp_path / "edition", "en")
    settings = edition / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("[reader]", "[reader: {language: fr}]"), encoding="utf-8"
    )
    home = (publish_edition(edition, tmp_path / "site") / "index.html").read_text(encoding="utf-8")
    assert '<html lang="fr">' in home
    assert "Aller au contenu" in home
