"""The built site, read as files: every link, every word, every language, and the same bytes twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from build_tools.corpus import sources
from build_tools.edition.reading import read_edition
from build_tools.interfaces.mkdocs_defaults import NAVIGATION
from build_tools.model import NUMBERED_ROLES, Document
from build_tools.segmentation import segment
from tests.support.builds import REPO_URL, Site

RESOURCES = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("use", "href")}


@dataclass
class Reading(HTMLParser):
    """What a page holds, raw HTML included: ids, headings, titles, links, and what a browser would fetch for it."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    first_headings: int = 0
    titles: list[str] = field(default_factory=list)
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.inside = tag
        self.first_headings += tag == "h1"
        if tag == "title":
            self.titles.append("")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and not {"stylesheet", "icon", "preload"} & set(values.get("rel", "").split()):
            self.links.append(values.get("href", ""))
        else:
            self.fetched += [values[name] for owner, name in RESOURCES if owner == tag and name in values]

    def handle_data(self, data: str) -> None:
        if self.inside == "title" and self.titles:
            self.titles[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, Reading]:
    """Every page of the site, by its address below the site's."""
    found = {}
    for path in sorted(site.folder.rglob("*.html")):
        reading = Reading()
        reading.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site.folder).as_posix().removesuffix("index.html")] = reading
    return found


@pytest.fixture(scope="module")
def documents(root: Path) -> tuple[Document, ...]:
    found, findings = sources.load_sources(root)
    assert found
    assert [finding for finding in findings if finding.severity == "error"] == []
    return tuple(segment(source)[0] for source in found)


@pytest.fixture(scope="module")
def elements(site: Site, documents: tuple[Document, ...]) -> Mapping[str, Mapping[str, list[Element]]]:
    """By source and id, the element and its ancestors, innermost first, as a browser's parser sees them."""
    return {one.source.id: by_id(site.folder / "sources" / one.source.id / "index.html") for one in documents}


def by_id(path: Path) -> Mapping[str, list[Element]]:
    found: dict[str, list[Element]] = {}

    def walk(element: Element, above: list[Element]) -> None:
        chain = [element, *above]
        if name := element.get("id"):
            found[name] = chain
        for child in element:
            walk(child, chain)

    walk(html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False), [])
    return found


def squeeze(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def broken(site: Site, pages: Mapping[str, Reading], page: str, link: str) -> str | None:
    """What is wrong with a link on a page, or None; links that leave the site are not followed."""
    target = urljoin(site.url + page, link)
    address, _, fragment = target.partition("#")
    if not address.startswith(site.url):
        return "leaves the folder of the site" if urlsplit(target).hostname == "127.0.0.1" else None
    path = unquote(urlsplit(address).path.removeprefix(urlsplit(site.url).path))
    file = site.folder / path
    if file.is_dir() and path and not path.endswith("/"):
        return "lacks its slash"
    if not (file / "index.html" if file.is_dir() else file).is_file():
        return "leads nowhere"
    if fragment and path in pages and unquote(fragment) not in pages[path].ids:
        return "names an anchor that does not exist"
    return None


def test_the_strict_build_warns_of_nothing(site: Site) -> None:
    assert "WARNING" not in site.log
    assert "ERROR" not in site.log


def test_every_link_and_anchor_resolves(site: Site, pages: Mapping[str, Reading]) -> None:
    assert len(pages) > len(NAVIGATION)
    faults = {
        f"{page}: {link}": fault
        for page, reading in pages.items()
        for link in {*reading.links, *reading.fetched}
        if (fault := broken(site, pages, page, link))
    }
    assert faults == {}


def test_nothing_is_fetched_from_elsewhere(site: Site, pages: Mapping[str, Reading]) -> None:
    fetched = {
        urljoin(site.url + page, link)
        for page, reading in pages.items()
        for link in reading.fetched
        if not link.startswith("data:")
    }
    for path in site.folder.rglob("*.css"):
        here = urljoin(site.url, path.relative_to(site.folder).as_posix())
        found = re.findall(r"url\(\s*[\"']?(?!data:)([^\"')]+)", path.read_text(encoding="utf-8"))
        fetched |= {urljoin(here, link) for link in found}
    assert {link for link in fetched if not link.startswith(site.url)} == set()


def test_every_page_bears_a_policy_that_refuses_whatever_stands_in_it(site: Site) -> None:
    policies = set()
    inline = re.compile(r"<script(?![^>]*(?: src=| type=\"application/(?:ld\+)?json\"))[^>]*>|<style| style=")
    for file in site.folder.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        policies |= {re.search(r'<meta http-equiv="content-security-policy" content="([^"]*)">', html[:600])}
        assert html.count('<meta name="referrer" content="no-referrer">') == 1, file
        assert not inline.search(html), file
    assert len({policy and policy[1] for policy in policies}) == 1
    (policy,) = {policy[1] for policy in policies if policy}
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_every_page_has_one_first_heading_and_a_title_of_its_own(pages: Mapping[str, Reading]) -> None:
    assert {page: reading.first_headings for page, reading in pages.items() if reading.first_headings != 1} == {}
    # An icon may have a title of its own, so the page's is the first.
    titles = Counter(reading.titles[0].strip() for reading in pages.values())
    assert {title: times for title, times in titles.items() if times > 1 or not title} == {}


def test_an_id_stands_once_on_a_page(pages: Mapping[str, Reading]) -> None:
    doubled = {
        page: [name for name, times in Counter(reading.ids).items() if times > 1] for page, reading in pages.items()
    }
    assert {page: names for page, names in doubled.items() if names} == {}


def test_the_words_of_each_block_are_the_seeds_to_the_character(
    documents: tuple[Document, ...], elements: Mapping[str, Mapping[str, list[Element]]]
) -> None:
    faults = []
    for one in documents:
        for block in one.blocks:
            shown = elements[one.source.id].get(block.id)
            words = "".join(shown[0].itertext()) if shown else ""
            seed = "".join(one.source.text[span.start : span.end] for span in block.spans)
            if squeeze(words) != squeeze(seed):
                faults.append((one.source.id, block.id, words[:80], seed[:80]))
    assert faults == []


def test_a_page_numbers_the_paragraphs_of_its_text_and_no_others(
    documents: tuple[Document, ...], elements: Mapping[str, Mapping[str, list[Element]]]
) -> None:
    for one in documents:
        numbered = [block.id for block in one.blocks if block.role in NUMBERED_ROLES]
        assert [name for name in elements[one.source.id] if re.fullmatch(r"p\d+", name)] == numbered
        assert numbered == [f"p{number}" for number in range(1, len(numbered) + 1)]


def test_each_block_names_its_language(
    documents: tuple[Document, ...], elements: Mapping[str, Mapping[str, list[Element]]]
) -> None:
    faults = []
    for one in documents:
        for block in one.blocks:
            chain = elements[one.source.id].get(block.id, [])
            lang = next((element.get("lang") for element in chain if element.get("lang")), None)
            if lang != block.lang:
                faults.append((one.source.id, block.id, block.lang, lang))
    assert faults == []


def test_the_search_index_knows_every_text_and_entry(site: Site, pages: Mapping[str, Reading]) -> None:
    passages = "".join(path.read_text(encoding="utf-8") for path in site.folder.glob("data/search/b-*.js"))
    known = {f"{path}/" for path in re.findall(r'\[\d+,"((?:sources|glossary)/[^"]+)"', passages)}
    assert known == {page for page in pages if re.match(r"(sources|glossary)/[^/]+/$", page)}


def test_the_themes_own_search_index_is_not_shipped(site: Site) -> None:
    assert not (site.folder / "search/search_index.json").exists()


def test_the_sitemap_lists_the_pages(site: Site, pages: Mapping[str, Reading]) -> None:
    listed = set(re.findall(r"<loc>([^<]+)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8")))
    assert listed == {site.url + page for page in pages if page != "404.html"}


def test_an_edit_link_opens_the_file_that_a_person_wrote(root: Path, pages: Mapping[str, Reading]) -> None:
    written = read_edition(root, "en")
    items = [*written.entries, *written.registers.items]
    places = [(one.path.removeprefix("docs/").removesuffix(".md"), one.former_ids) for one in items]
    former = {f"{place.partition('/')[0]}/{old}/": place for place, ids in places for old in ids}
    prefix = f"{REPO_URL}/edit/main/docs/"
    for page, reading in pages.items():
        edits = {link.removeprefix(prefix) for link in reading.links if link.startswith(prefix)}
        if page in former:  # what stands at a former address is edited where it stands now
            assert edits == {f"{former[page]}.md"}
        elif re.match(r"(sources|glossary|discrepancies|quotations)/[^/]+/$", page):
            assert edits == {f"{page.rstrip('/')}.md"}
        assert [path for path in edits if not (root / "docs" / path).is_file()] == []
