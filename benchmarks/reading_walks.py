"""What is counted on one page as readers have it: findings of axe, stops of the keyboard, overflow, untagged words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

MOST_STOPS = 150
"""The stops of the keyboard that are looked at on a page."""

_BEST_PRACTICE = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
_HEADER_AT_REST = ".md-header { position: relative !important }"
_SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
_DRESS = """css => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets.push(sheet)
}"""
_UNDRESS = "() => { document.adoptedStyleSheets.pop() }"
_STOP = """() => {
    const at = document.activeElement
    if (!at || at === document.body) return null
    const box = at.getBoundingClientRect()
    const isSeen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const drawn = at.ownerSVGElement ? [...at.querySelectorAll("*")].map(it => it.getBoundingClientRect()) : []
    const boxes = drawn.length ? drawn : [...at.getClientRects()]
    const middle = (from, to, size) => (Math.max(0, from) + Math.min(size, to)) / 2
    const isBare = isSeen && !boxes.some(({ left, top, right, bottom }) => {
        const hit = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))
        return hit && (at.contains(hit) || hit.contains(at) || hit.closest("label")?.control === at)
    })
    const outlined = [at, at.closest("label"), ...at.labels ?? []].some(it => it && (
        getComputedStyle(it).outlineStyle !== "none" && parseFloat(getComputedStyle(it).outlineWidth) >= 1
        || getComputedStyle(it).boxShadow !== "none"))
    return { isSeen, isCovered: isBare, isMarked: outlined }
}"""
_UNTAGGED = """() => {
    const letters = /[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Cyrillic}\\p{Script=Hiragana}\\p{Script=Katakana}]/u
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    let found = 0
    while (walker.nextNode()) {
        const holder = walker.currentNode.parentElement
        if (holder.closest("script, style, template, pre, code")) continue
        if (letters.test(walker.currentNode.data) && holder.closest("[lang]") === document.documentElement) found++
    }
    return found
}"""


class Stops(NamedTuple):
    """The stops of the keyboard on pages, and those where something is wrong."""

    number: int = 0
    out_of_sight: int = 0
    unmarked: int = 0
    covered: int = 0

    def with_those(self, other: Stops) -> Stops:
        """Return the stops of both."""
        return Stops(*map(sum, zip(self, other, strict=True)))


def axe_nodes(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the rule and the element of each finding of axe, rules of best practice and sizes of targets included.

    The header does not follow a page that was scrolled: what is half below it would be taken for a small target.
    """
    page.evaluate(_DRESS, _HEADER_AT_REST)
    found = Axe().run(page, options=_BEST_PRACTICE).response["violations"]
    page.evaluate(_UNDRESS)
    for broken in found:
        for node in broken["nodes"]:
            yield str(broken["id"]), str(node["target"])


def walk(page: Page) -> Stops:
    """Press Tab until the page ends or the stops are many, and look at each."""
    page.evaluate("document.activeElement?.blur()")
    stops: list[dict[str, bool]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            break
        stops.append(stop)
    return Stops(
        len(stops),
        sum(not stop["isSeen"] for stop in stops),
        sum(not stop["isMarked"] for stop in stops),
        sum(stop["isCovered"] for stop in stops),
    )


def overflow(page: Page, width: int, *, spaced: bool = False) -> int:
    """Return by how many pixels a page is wider than a window, as it is or with the spacing of WCAG 1.4.12."""
    page.set_viewport_size({"width": width, "height": 800})
    if spaced:
        page.evaluate(_DRESS, _SPACING)
    return int(page.evaluate("document.documentElement.scrollWidth")) - width


def untagged_words(page: Page) -> int:
    """Return how many stretches in the letters of another script than the page's have no language."""
    return int(page.evaluate(_UNTAGGED))
