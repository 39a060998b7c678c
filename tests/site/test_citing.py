"""What machines read of the built site: records, metadata and JSON-LD of all texts and entries, in other parsers."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from build_tools.corpus import glossary, sources
from build_tools.corpus.sources.source_fields import GENRES
from build_tools.model import Creator, Entry, Source
from build_tools.website.citations import Site as Published
from build_tools.website.citations import cite
from build_tools.website.citations.csl import PERIODICALS
from tests.support.builds import ROOT, Site
from tests.support.composed import composed_page, head_html, tree_of, whole_html
from tests.support.invented import ENTRIES, document, edition

TEXTS = sources.load_sources(ROOT)[0]
ENTRIES_OF_SITE = glossary.load_glossary(ROOT / "docs" / "glossary", ROOT, "en")[0]
CSL_FIELDS = {
    "id",
    "type",
    "title",
    "author",
    "container-title",
    "publisher",
    "issued",
    "language",
    "archive",
    "URL",
    "note",
}
NAME = re.findall(r"^site_name: (.+)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)[0]
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:T.*)?")


def head(site: Site, path: str) -> tuple[dict[str, list[str]], list[Mapping[str, object]]]:
    """The named metadata and the JSON-LD of a page, as a browser's parser finds them."""
    return read_head((site.folder / path / "index.html").read_text(encoding="utf-8"))


def read_head(html: str) -> tuple[dict[str, list[str]], list[Mapping[str, object]]]:
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    metas: dict[str, list[str]] = {}
    for one in tree.iter("meta"):
        metas.setdefault(one.get("name", ""), []).append(one.get("content", ""))
    scripts = (one for one in tree.iter("script") if one.get("type") == "application/ld+json")
    return metas, [json.loads(one.text or "") for one in scripts]


NAME_PARTS = ("family", "given", "literal")


def expected(text: Source) -> dict[str, object]:
    """What every format must say of a text."""
    stated = text.issued if text.issued and "issued" not in text.inferred else None
    day = DATE.fullmatch(stated) if stated else None
    names = [one.name for one in text.creators if one.kind != "unnamed"]
    return {
        "title": text.title if text.title_stated else f"[{text.title}]",
        "people": sorted(" ".join(sorted(re.findall(r"[\w-]+", name))) for name in names),
        "day": day[1] if day else "",
        "publisher": text.publisher or "",
        "language": text.languages[0],
    }


def people(names: list[str]) -> list[str]:
    return sorted(" ".join(sorted(re.findall(r"[\w-]+", name))) for name in names)


def ris_tags(text: str) -> dict[str, list[str]]:
    """The values of one RIS record by tag, read by the rule of the format and not by the library that wrote it."""
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - ?(.*)", line) for line in text.splitlines()]
    tags: dict[str, list[str]] = {}
    for line in filter(None, lines):
        tags.setdefault(line[1], []).append(line[2])
    order = list(tags)
    assert all(lines) and (order[0], order[-1]) == ("TY", "ER")
    return tags


def formats(site: Site, text: Source) -> Iterator[tuple[str, dict[str, object]]]:
    """A text as each format's reader has it."""
    folder = site.folder / "cite"
    entry = parse_string((folder / f"{text.id}.bib").read_text(encoding="utf-8"), "bibtex").entries[text.id]
    plain = {key: LatexNodes2Text().latex_to_text(value).strip("{}") for key, value in entry.fields.items()}
    month = MONTHS.get(plain.get("month", "")[:3].lower())
    yield (
        "BibTeX",
        {
            "title": plain["title"],
            "people": people([str(one) for one in entry.persons.get("author", [])]),
            "day": f"{plain['year']}-{month:02}" if month else "",
            "publisher": plain.get("journal") or plain.get("publisher") or plain.get("institution") or "",
            "language": plain["language"],
            "url": plain["url"],
        },
    )
    tags = ris_tags((folder / f"{text.id}.ris").read_text(encoding="utf-8"))
    yield (
        "RIS",
        {
            "title": tags["TI"][0],
            "people": people(tags.get("AU", [])),
            "day": tags.get("DA", [""])[0].strip("/").replace("/", "-"),
            "publisher": (tags.get("T2") or tags.get("PB") or [""])[0],
            "language": tags["LA"][0],
            "url": tags["UR"][0],
        },
    )
    (item,) = json.loads((folder / f"{text.id}.json").read_text(encoding="utf-8"))
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    yield (
        "CSL",
        {
            "title": item["title"],
            "people": people([" ".join(name.get(part, "") for part in NAME_PARTS) for name in item.get("author", [])]),
            "day": "-".join(f"{part:02}" for part in parts),
            "publisher": item.get("container-title") or item.get("publisher") or "",
            "language": item["language"],
            "url": item["URL"],
        },
    )


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_a_text_is_read_back_equal_from_bibtex_ris_and_csl(site: Site, text: Source) -> None:
    wanted = expected(text)
    for kind, found in formats(site, text):
        day = str(wanted["day"])[:7] if kind == "BibTeX" else wanted["day"]
        assert found == wanted | {"day": day, "url": f"{site.url}sources/{text.id}/"}, kind


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_a_record_has_the_shape_that_csl_data_prescribes(site: Site, text: Source) -> None:
    records = json.loads((site.folder / "cite" / f"{text.id}.json").read_text(encoding="utf-8"))
    assert len(records) == 1
    item = records[0]
    assert set(item) <= CSL_FIELDS
    assert item["type"] in GENRES
    assert all(isinstance(item[key], str) for key in set(item) - {"author", "issued"})
    names = [set(name) - {"static-ordering"} for name in item.get("author", [])]
    assert all(name in ({"family", "given"}, {"literal"}) for name in names)
    for parts in item.get("issued", {}).get("date-parts", []):
        assert 1 <= len(parts) <= 3
        assert all(isinstance(part, int) for part in parts)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_reference_managers_find_the_text_in_its_page(site: Site, text: Source) -> None:
    metas, _ = head(site, f"sources/{text.id}")
    wanted = expected(text)
    for title in ("citation_title", "DC.title"):
        assert metas[title] == [wanted["title"]]
    for makers in ("citation_author", "DC.creator"):
        assert people(metas.get(makers, [])) == wanted["people"]
        assert all(", " in name for name in metas.get(makers, []))
    day = [wanted["day"]] if wanted["day"] else []
    assert metas.get("citation_publication_date", []) == [str(one).replace("-", "/") for one in day]
    assert [one[:10] for one in metas.get("DC.date", [])] == day
    name = "citation_journal_title" if text.genre in PERIODICALS else "citation_publisher"
    assert metas.get(name, [""]) == [wanted["publisher"]]
    assert metas["citation_public_url"] == metas["DC.identifier"] == [f"{site.url}sources/{text.id}/"]
    assert metas["DC.language"] == list(text.languages)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_the_json_ld_of_a_text_says_what_it_is_and_what_it_names(site: Site, text: Source) -> None:
    _, (thing,) = head(site, f"sources/{text.id}")
    wanted = expected(text)
    kinds = {
        "article-newspaper": "NewsArticle",
        "article-magazine": "Article",
        "article": "Article",
        "report": "Report",
    }
    assert thing["@context"] == "https://schema.org"
    assert (thing["@type"], thing["name"]) == (kinds.get(text.genre, thing["@type"]), wanted["title"])
    assert thing["@id"] == thing["url"] == f"{site.url}sources/{text.id}/"
    assert thing["inLanguage"] == list(text.languages)
    assert people([one["name"] for one in thing.get("author", [])]) == wanted["people"]  # type: ignore[attr-defined]
    assert str(thing.get("datePublished", ""))[:10] == wanted["day"]
    assert {"@type": "WebSite", "@id": site.url, "name": NAME, "url": site.url} in thing["isPartOf"]  # type: ignore[operator]
    named = [*thing.get("about", []), *thing.get("mentions", [])]  # type: ignore[misc]
    assert len({one["@id"] for one in named}) == len(named) > 0
    for one in named:
        assert (site.folder / one["@id"].removeprefix(site.url) / "index.html").is_file()


@pytest.mark.parametrize("entry", ENTRIES_OF_SITE, ids=lambda entry: entry.id)
def test_the_json_ld_of_an_entry_is_a_term_of_the_glossary(site: Site, entry: Entry) -> None:
    _, (thing,) = head(site, f"glossary/{entry.id}")
    kinds = {"person": "Person", "organisation": "Organization", "place": "Place", "event": "Event"}
    assert "DefinedTerm" in thing["@type"]  # type: ignore[operator]
    assert kinds.get(entry.kind, "DefinedTerm") in thing["@type"]  # type: ignore[operator]
    assert (thing["name"], thing["description"]) == (entry.pref_label, entry.definition)
    assert set(thing.get("alternateName", [])) >= {one.text for one in entry.alt_labels} - {entry.name}  # type: ignore[call-overload]
    assert thing["inDefinedTermSet"]["url"] == f"{site.url}glossary/"  # type: ignore[index]


HOSTILE = "A \"quoted\" {title} & </script><script>alert(1)</script> <!-- 'x' \\ \u2028 俄乌"


def test_a_hostile_title_ends_no_script_and_is_read_back_as_it_was() -> None:
    text = document(("paragraph", "en", "The lease ends."), title=HOSTILE, creators=(Creator("Ada <Vane>"),))
    published = Published('Lorn "Reader" </script>', "https://lorn.example/")
    made = replace(edition([text], ENTRIES), site=published, citations=cite([text.source], published))
    page = composed_page(made, "sources/harbour.md")
    metas, (thing,) = read_head(f"<head>{head_html(page)}</head>")
    squeezed = " ".join(HOSTILE.split())
    assert metas["citation_title"] == metas["DC.title"] == [squeezed]
    maker = {"@type": "Person", "@id": "https://lorn.example/sources/harbour/#maker-1", "name": "Ada <Vane>"}
    assert (thing["name"], thing["author"]) == (squeezed, [maker])
    for shown in (page.markdown.partition("\n---\n")[2], whole_html(page)):
        assert list(tree_of(shown).iter("script")) == []
