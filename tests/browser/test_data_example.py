"""The program in JavaScript on the page of the data, run where its readers run it."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.builds import Site
from tests.support.exported import examples, rows


def test_the_program_on_the_page_finds_every_mention_where_the_data_say(page: Page, site: Site) -> None:
    (program,) = examples("javascript")
    address = '"https://edition.example/"'
    assert address in program
    page.goto(f"{site.url}data/")
    page.evaluate("() => { globalThis.printed = []; console.log = (...words) => printed.push(words) }")
    page.evaluate(f"async () => {{ {program.replace(address, 'location.origin + location.pathname.slice(0, -5)')} }}")
    printed = page.evaluate("printed")
    texts, mentions = rows(site.folder / "data", "texts"), rows(site.folder / "data", "mentions")
    of_first = [row for row in mentions if row["text"] == texts[0]["id"]]
    assert printed == [[True, row["exact"], row["entry"]] for row in of_first]
    assert len(printed) > 50
