"""What programs look for first on a site: lists of it, feeds, and a way to search it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from build_tools.exports.doors.feeds import FEEDS, feed_titles
from build_tools.exports.doors.published_site import ListedPage, PublishedSite, listed_pages
from build_tools.exports.doors.site_doors import door_files
from build_tools.website.markup.composed_page import ComposedPage
from tests.support.door_schemas import schema_faults

HOME = "https://reader.example/port/"
PAGES = (
    ListedPage("glossary/lorn.md", "Lorn & <Co>", "A place.", "entry", "2024-05-02"),
    ListedPage("glossary/lorn/1990.md", "Lorn in 1990", "A part.", "entry"),
    ListedPage("glossary/vane.md", "Vane", "A person.", "entry", "2024-06-01"),
    ListedPage("quotations/doubts.md", "Doubts", "Said once.", "quotation", "2024-05-30"),
    ListedPage("sources/harbour.md", "The *harbour*", "A text.", "source", "2023-01-02"),
    ListedPage("sources/undated.md", "Undated", "A text of no day.", "source"),
    ListedPage("timeline.md", "Timeline", "Days.", "timeline", "2024-01-01"),
)
SITE = PublishedSite("Port Reader", "Texts on a port.", HOME, "en", "", "CC BY", PAGES, (("Home", "index.md"),))


def files(site: PublishedSite) -> Mapping[str, bytes]:
    return dict(door_files(site))


def entries(feed: bytes) -> list[tuple[str, str, str]]:
    names = {"a": "http://www.w3.org/2005/Atom"}
    found = ET.fromstring(feed).findall("a:entry", names)  # noqa: S314 - ours
    return [tuple(one.findtext(f"a:{name}", "", names) for name in ("id", "title", "updated")) for one in found]  # type: ignore[misc] # of three


@pytest.mark.parametrize("path", ["feed/texts.xml", "feed/changes.xml", "opensearch.xml"])
def test_what_is_written_is_what_its_standard_asks_for(path: str) -> None:
    assert schema_faults(path, files(SITE)[path]) == []
    broken = files(SITE)[path].replace(b"https://", b"//")
    assert schema_faults(path, broken) != []


def test_a_feed_tells_the_newest_first_and_only_what_has_a_day() -> None:
    made = files(SITE)
    assert entries(made["feed/texts.xml"]) == [(f"{HOME}sources/harbour/", "The *harbour*", "2023-01-02T00:00:00Z")]
    assert [title for _, title, _ in entries(made["feed/changes.xml"])] == ["Vane", "Doubts", "Lorn & <Co>"]
    assert b"<updated>2024-06-01T00:00:00Z</updated>" in made["feed/changes.xml"].partition(b"<entry>")[0]


def test_of_many_pages_a_feed_has_the_hundred_newest() -> None:
    many = tuple(
        ListedPage(f"sources/t{number}.md", f"T{number}", "", "source", f"20{number // 28:02}-01-{number % 28 + 1:02}")
        for number in range(300)
    )
    found = [title for _, title, _ in entries(files(replace(SITE, pages=many))["feed/texts.xml"])]
    assert found == [f"T{number}" for number in range(299, 199, -1)]


def test_a_site_without_an_address_has_only_what_needs_none() -> None:
    site = replace(SITE, home="")
    assert sorted(files(site)) == ["llms.txt", "robots.txt"]
    assert feed_titles(site) == []
    assert b"Sitemap" not in files(site)["robots.txt"]
    assert b"(sources/harbour/)" in files(site)["llms.txt"]


def test_pages_name_the_feeds_that_there_are() -> None:
    assert [feed["path"] for feed in feed_titles(SITE)] == [path for path, _, _ in FEEDS]
    no_text_dated = replace(SITE, pages=PAGES[:4])
    assert [feed["path"] for feed in feed_titles(no_text_dated)] == ["feed/changes.xml"]
    assert "feed/texts.xml" not in files(no_text_dated)


def test_robots_are_told_where_the_sitemap_is_and_may_read_all() -> None:
    assert files(SITE)["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n".encode()


def test_the_list_for_language_models_has_every_text_and_entry_but_no_part_of_one() -> None:
    words = files(SITE)["llms.txt"].decode()
    assert words.startswith("# Port Reader\n\n> Texts on a port.\n\n")
    assert f"- [The \\*harbour\\*]({HOME}sources/harbour/): A text.\n" in words
    assert f"- [Vane]({HOME}glossary/vane/): A person." in words
    assert "1990" not in words


def test_a_long_name_is_cut_at_a_word_where_programs_show_little() -> None:
    for name, short in (("Port Reader of the North", "Port Reader of"), ("Ж" * 20, "Ж" * 16), ("Port", "Port")):
        assert f"<ShortName>{short}</ShortName>".encode() in files(replace(SITE, name=name))["opensearch.xml"]


def test_a_site_in_another_language_speaks_it() -> None:
    words = files(replace(SITE, language="ru", name="Порт"))
    assert "## Глоссарий" in words["llms.txt"].decode()
    assert 'xml:lang="ru"' in words["feed/texts.xml"].decode()


def test_a_title_with_line_ends_and_controls_is_one_line_of_xml() -> None:
    page = ComposedPage("sources/x.md", "source.html", {"title": "A\n\x00B", "kind": "source", "changed": "2024-01-01"})
    made = files(replace(SITE, pages=tuple(listed_pages([page]))))
    assert [title for _, title, _ in entries(made["feed/texts.xml"])] == ["A ␀B"]
