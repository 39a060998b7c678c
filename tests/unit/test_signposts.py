"""Where the heads of the pages of texts and entries lead programs (FAIR Signposting)."""

from __future__ import annotations

from dataclasses import replace

from build_tools.model import Creator
from build_tools.text.prose.violations import find_page_violations
from build_tools.website.citations import Site
from build_tools.website.survey.edition_data import Edition
from tests.support.composed import composed_page
from tests.support.invented import ENTRIES, SMALL, document, edition

ADDRESS = SMALL.site.url
NOWHERE = replace(SMALL, site=Site())


def posts(path: str, edition: Edition = SMALL) -> list[tuple[str, str]]:
    page = composed_page(edition, path)
    found = page.around["signposts"]
    assert isinstance(found, list)
    return [(post["rel"], post.get("href") or post["page"]) for post in found]


def test_the_page_of_a_text_says_how_it_is_cited_who_made_it_on_what_terms_and_what_it_is() -> None:
    source = next(document.source for document in SMALL.documents if document.source.id == "harbour")
    found = posts("sources/harbour.md")
    assert ("cite-as", f"{ADDRESS}sources/harbour/") in found
    assert [href for rel, href in found if rel == "describedby"] == [
        f"cite/harbour.{ending}" for ending in ("bib", "json", "ris")
    ]
    assert [href for rel, href in found if rel == "license"] == [source.rights.statement]
    assert ("type", "https://schema.org/AboutPage") in found
    makers = [f"glossary/{maker.entry}" for maker in source.creators if maker.entry]
    assert [href for rel, href in found if rel == "author"] == makers
    assert makers


def test_a_translator_is_not_said_to_be_the_author() -> None:
    text = document(("paragraph", "en", "The lease ends."), creators=(Creator("Ada Vane", "ada-vane", "translator"),))
    assert "author" not in dict(posts("sources/harbour.md", edition([text], ENTRIES)))


def test_the_page_of_an_entry_says_how_it_is_cited_and_what_it_is() -> None:
    assert posts("glossary/port-lorn.md") == [
        ("cite-as", f"{ADDRESS}glossary/port-lorn/"),
        ("type", "https://schema.org/AboutPage"),
        ("type", "https://schema.org/DefinedTerm"),
        ("type", "https://schema.org/Place"),
    ]


def test_a_site_that_knows_no_address_names_none_that_is_absolute() -> None:
    for path in ("sources/harbour.md", "glossary/port-lorn.md"):
        assert "cite-as" not in dict(posts(path, NOWHERE))


def test_a_browser_loads_nothing_for_a_signpost() -> None:
    for relation in ("cite-as", "describedby", "item", "license", "author", "type"):
        link = f'<link rel="{relation}" href="https://elsewhere.example/x">'
        assert list(find_page_violations(f"<head>{link}</head>", "")) == []
    assert list(find_page_violations('<head><link rel="stylesheet" href="https://elsewhere.example/x"></head>', ""))
