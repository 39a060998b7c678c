"""Citing in a real browser: every style copied with one action, for a text and a paragraph, and what if it fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browsing import Readers, move_focus, violations, window
from tests.support.builds import Site, build
from tests.support.matrix import View, views
from tests.support.projects import small_project
from tests.support.serving import serving

Address = Callable[[str], str]
TEXT = "sources/column-will-ties-recover"


def allowed(page: Page) -> Page:
    """A reader whose browser lets pages copy."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def clipboard(page: Page, kind: str = "text/plain") -> str:
    read = "async kind => (await (await navigator.clipboard.read())[0].getType(kind)).text()"
    text: str = page.evaluate(read, kind)
    return text


def choose(page: Page, style: str) -> None:
    page.locator(".page > .cite .cite-styles label", has_text=style).click()
    radio = page.locator(".page > .cite").get_by_role("radio", name=style, exact=True)
    expect(radio).to_be_checked()


def copy(page: Page, style: str) -> str:
    """What the button of the box copies."""
    choose(page, style)
    page.locator(".page > .cite").get_by_role("button", name="Copy").click()
    expect(page.locator(".notice")).to_contain_text(f"{style} citation")
    return clipboard(page)


def test_the_text_is_copied_in_every_style_and_format_with_its_permalink(
    page: Page, site: Site, address: Address
) -> None:
    allowed(page).goto(address(TEXT))
    url = f"{site.url}sources/column-will-ties-recover/"
    title = "“Will Seoul’s Ties with Moscow Really Recover on Their Own?”"
    assert copy(page, "Chicago") == f"Moon, Chung-in. {title} Hankyoreh, May 13, 2024. Seoul–Moscow Reader. {url}."
    assert "<em>Hankyoreh</em>" in clipboard(page, "text/html")
    assert copy(page, "MLA") == f"Moon, Chung-in. {title} Hankyoreh, 13 May 2024, Seoul–Moscow Reader, {url}."
    assert copy(page, "APA").endswith(f"really recover on their own? Hankyoreh. Seoul–Moscow Reader. {url}")
    for style, ending in (("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")):
        kept = (site.folder / "cite" / f"column-will-ties-recover.{ending}").read_text(encoding="utf-8")
        assert copy(page, style).split() == kept.split()


def test_a_paragraph_is_copied_with_one_action_beside_its_number(page: Page, site: Site, address: Address) -> None:
    allowed(page).goto(address(TEXT))
    url = f"{site.url}sources/column-will-ties-recover/#p4"
    number = page.get_by_role("link", name="Paragraph 4", exact=True)
    number.scroll_into_view_if_needed()
    number.hover()
    page.get_by_role("button", name="cite paragraph 4").click()
    expect(page.locator(".notice")).to_contain_text("Chicago citation of ¶4 copied")
    assert clipboard(page).endswith(f"May 13, 2024, para. 4, Seoul–Moscow Reader, {url}.")
    page.get_by_role("button", name="Copy link to paragraph 4").click()
    expect(page.locator(".notice")).to_contain_text("Link to ¶4 copied")
    assert clipboard(page) == url
    choose(page, "APA")
    number.hover()
    page.get_by_role("button", name="cite paragraph 4").click()
    expect(page.locator(".notice")).to_contain_text("APA citation of ¶4 copied")
    reference, in_text = clipboard(page).splitlines()
    assert reference == (
        "Moon, C. (2024, May 13). Will Seoul’s ties with Moscow really recover on their own? Hankyoreh. "
        f"Seoul–Moscow Reader. {url}"
    )
    assert in_text == "(Moon, 2024, para. 4)"


def test_another_style_is_copied_for_the_same_paragraph_from_the_message(page: Page, address: Address) -> None:
    allowed(page).goto(address(TEXT))
    page.get_by_role("link", name="Paragraph 7", exact=True).focus()
    page.get_by_role("button", name="cite paragraph 7").click()
    page.locator(".notice").get_by_role("button", name="APA", exact=True).click()
    expect(page.locator(".notice")).to_contain_text("APA citation of ¶7 copied")
    assert clipboard(page).endswith("/sources/column-will-ties-recover/#p7\n(Moon, 2024, para. 7)")
    expect(page.locator(".notice button").first).to_be_focused()
    page.goto(address("sources/slippery-slope"))
    expect(page.get_by_role("radio", name="APA")).to_be_checked()


@pytest.mark.parametrize(
    ("path", "chicago", "apa"),
    [
        ("glossary/kill-chain", "Seoul–Moscow Reader. “kill chain.” ", "kill chain. ("),
        ("discrepancies/invasion-or-aggression", "Seoul–Moscow Reader. “Invasion or ", "Invasion or aggression? "),
        ("quotations/yoon-remark-nuclear-law", "Seoul–Moscow Reader. “", " Seoul–Moscow Reader. "),
    ],
)
def test_a_page_of_the_editors_is_cited_by_its_title(page: Page, site: Site, path: str, chicago: str, apa: str) -> None:
    allowed(page).goto(f"{site.url}{path}/")
    assert copy(page, "Chicago").startswith(chicago)
    assert clipboard(page).endswith(f" {site.url}{path}/.")
    assert apa in copy(page, "APA")
    assert clipboard(page).endswith(f" Seoul–Moscow Reader. {site.url}{path}/")


def test_a_paragraph_is_chosen_in_the_box_for_every_format(page: Page, site: Site, address: Address) -> None:
    allowed(page).goto(address(TEXT))
    page.get_by_label("Cite", exact=True).select_option("p12")
    url = f"{site.url}sources/column-will-ties-recover/#p12"
    assert all(url in copy(page, style) for style in ("Chicago", "MLA", "APA", "BibTeX", "RIS", "CSL-JSON"))
    page.get_by_label("Cite", exact=True).select_option("")
    assert "#p12" not in copy(page, "RIS")


def test_a_reader_by_keyboard_cites_a_paragraph_and_goes_on(page: Page, address: Address) -> None:
    allowed(page).goto(address(TEXT))
    page.get_by_role("link", name="Paragraph 3", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy link to paragraph 3")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("citation of ¶3 copied")
    assert "para. 3" in clipboard(page)
    move_focus(page)
    assert page.evaluate("() => document.activeElement.matches('#p3 a.m')")
    expect(page.locator(".place-tools")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".notice")).to_be_empty()


def test_a_reader_by_keyboard_changes_the_style(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    page.get_by_role("radio", name="Chicago").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="APA")).to_be_checked()
    expect(page.locator('.cite-panel[data-style="apa"]')).to_be_visible()
    expect(page.locator(".cite-panel:visible")).to_have_count(1)


def test_a_reader_by_touch_taps_a_number_and_cites_it(phone: Page, address: Address) -> None:
    page = allowed(phone)
    page.goto(address(TEXT))
    number = page.get_by_role("link", name="Paragraph 5", exact=True)
    number.scroll_into_view_if_needed()
    before = page.locator("#p6").evaluate("it => it.offsetTop")
    number.tap()
    page.get_by_role("button", name="cite paragraph 5").tap()
    expect(page.locator(".notice")).to_contain_text("citation of ¶5 copied")
    assert "#p5" in clipboard(page)
    assert page.locator("#p6").evaluate("it => it.offsetTop") == before
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_whoever_follows_a_link_to_a_paragraph_finds_the_buttons_there(page: Page, address: Address) -> None:
    page.goto(address(TEXT) + "#p9")
    expect(page.locator("#p9 > .place-tools")).to_be_visible()


def test_the_chosen_style_is_kept_from_text_to_text(page: Page, address: Address) -> None:
    page.goto(address(TEXT))
    choose(page, "MLA")
    page.goto(address("sources/slippery-slope"))
    expect(page.get_by_role("radio", name="MLA")).to_be_checked()


def blocked(page: Page) -> None:
    """A browser that keeps nothing and lets nothing be copied."""
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })
        Object.defineProperty(navigator, "clipboard", { value: undefined })"""
    )


def test_where_copying_is_blocked_the_citation_is_selected_instead(browser: Browser, site: Site) -> None:
    with window(browser) as page:
        blocked(page)
        page.goto(f"{site.url}sources/column-will-ties-recover/")
        page.get_by_role("link", name="Paragraph 4", exact=True).focus()
        page.get_by_role("button", name="cite paragraph 4").click()
        expect(page.locator(".notice")).to_contain_text("is selected; press Ctrl+C")
        selected = page.evaluate("() => getSelection().toString()")
        assert "para. 4" in selected and "#p4" in selected
        expect(page.locator(".cite")).to_be_in_viewport()


@pytest.mark.parametrize("view", views(), ids=str)
def test_every_state_of_citing_is_accessible(reader: Readers, address: Address, view: View) -> None:
    page = allowed(reader(width=view.width, scheme=view.scheme))
    page.goto(address("sources/publishers-note") + "#p3")
    page.get_by_role("button", name="cite paragraph 3").click()
    expect(page.locator(".notice")).to_contain_text("copied")
    assert violations(page) == []
    choose(page, "BibTeX")
    assert violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_without_javascript_every_form_can_be_chosen_and_read(reader: Readers, site: Site) -> None:
    page = reader(javascript=False)
    page.goto(f"{site.url}sources/publishers-note/")
    expect(page.locator(".cite-panel:visible")).to_contain_text(
        re.compile(r"\]\. \[between March .+ 2024\]\. Seoul–Moscow Reader\.")
    )
    expect(page.locator(".cite-panel:visible .cite-place")).to_contain_text("Paragraph 1, in a footnote: [South Korea")
    page.locator(".cite-styles label", has_text="RIS").click()
    expect(page.locator(".cite-panel:visible")).to_contain_text("TY  - MGZN")
    expect(page.get_by_role("link", name="BibTeX")).to_have_attribute("href", "../../cite/publishers-note.bib")


def test_a_site_that_knows_no_address_cites_the_page_s_own(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(folder, root=small_project(tmp_path / "project"))
    assert "127.0.0.1" not in (folder / "sources/tongues/index.html").read_text(encoding="utf-8")
    with serving(folder) as server, window(browser) as page:
        page.goto(f"{server.url}sources/tongues/?x=1#p2")
        expect(page.locator(".cite-panel:visible")).to_contain_text(f"{server.url}sources/tongues/.")
        page.get_by_label("Cite", exact=True).select_option("p2")
        expect(page.locator(".cite-panel:visible")).to_contain_text(f"{server.url}sources/tongues/#p2.")
    with window(browser, javascript=False) as page:
        page.goto((folder / "sources/tongues/index.html").as_uri())
        expect(page.locator(".cite-panel:visible .cite-reference")).to_contain_text("Reader. sources/tongues/.")


def test_a_quotation_is_cited_from_its_own_page_as_quoted_in_the_text(reader: Readers, site: Site) -> None:
    page = reader(javascript=False)
    page.goto(f"{site.url}quotations/yoon-remark-nuclear-law/")
    expect(page.locator(".cites .cite-panel:visible")).to_contain_text(
        "Yoon Suk-yeol, quoted in Chung-in Moon, “Will Seoul’s Ties"
    )
    page.locator(".cites .cite-styles label", has_text="APA").click()
    expect(page.locator(".cites .cite-panel:visible")).to_contain_text(
        "Yoon Suk-yeol (as cited in Moon, 2024, para. 3)"
    )
