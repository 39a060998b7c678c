"""Do what readers come for on the built site of this edition, and count clicks and keys: none may be lost or cost more.

Usage: python -m benchmarks.reading_tasks SITE [OFFLINE]

OFFLINE is the folder of the copy to keep (`SITE_URL=… make offline`), which is opened as files. A word that is typed or
pasted counts as one. The column "before" is of a review of the edition in a browser.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Error, Locator, Page, expect

from benchmarks.chromium import chromium
from benchmarks.reading_costs import SLOW_NETWORK
from tests.support.serving import serving

_TEXT, _TONGUES = "sources/column-will-ties-recover/", "sources/four-language-summary/"
_PHONE = 360


class Hand:
    """A reader's hand, which counts what it does; it fails where what it is to use is not there."""

    def __init__(self, page: Page, site: str) -> None:
        """Take a page of a site."""
        self.page, self.site, self.steps = page, site, 0

    def go(self, place: str) -> None:
        """Be at a page at the beginning of a task, which costs nothing."""
        self.page.goto(self.site + place, wait_until="networkidle")

    def click(self, what: Locator) -> None:
        """Click something."""
        self.steps += 1
        what.first.click()

    def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self.steps += 1
            self.page.keyboard.press(key)

    def back(self) -> None:
        """Go back by the browser's key."""
        self.steps += 1
        self.page.go_back(wait_until="networkidle")

    def type(self, words: str) -> None:
        """Type or paste words where the focus is."""
        self.steps += 1
        self.page.keyboard.insert_text(words)

    def finds(self, condition: object, what: str) -> None:
        """Fail if what should be there is not."""
        if not condition:
            raise AssertionError(f"not found: {what}")


class Task(NamedTuple):
    """A task: its name, what it cost before (None: it failed or was not counted), and how it is done."""

    name: str
    before: int | None
    do: Callable[[Hand], None]
    width: int = 1280
    javascript: bool = True


def main(arguments: list[str]) -> int:
    """Print the table.

    Args:
        arguments: The folder of the site, and that of the copy to keep.

    Returns:
        The exit code: 1 if a task is lost or costs more than before, 2 for wrong usage.
    """
    if len(arguments) not in {1, 2} or not Path(arguments[0], _TEXT, "index.html").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    worse = False
    print("| task | before | now | |\n|---|---|---|---|")
    with serving(Path(arguments[0])) as server, chromium() as browser:
        copies = [(_OFFLINE, f"{Path(folder).resolve().as_uri()}/") for folder in arguments[1:]]
        for task, site in [*((task, server.url) for task in _TASKS), *copies]:
            steps, fault = _done(task, site, browser)
            is_worse = bool(fault) or (task.before is not None and steps > task.before)
            worse |= is_worse
            before = "–" if task.before is None else task.before
            print(f"| {task.name} | {before} | {steps} | {fault or ('more' if is_worse else 'done')} |", flush=True)
    return int(worse)


def _done(task: Task, site: str, browser: Browser) -> tuple[int, str]:
    """Return the steps that a task took, and what went wrong."""
    context = browser.new_context(
        viewport={"width": task.width, "height": 800},
        java_script_enabled=task.javascript,
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    hand = Hand(context.new_page(), site)
    try:
        task.do(hand)
    except (AssertionError, Error) as error:
        return hand.steps, f"lost: {str(error).splitlines()[0]}"
    finally:
        context.close()
    return hand.steps, ""


def _copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def _mention_and_back(hand: Hand) -> None:
    hand.go(_TEXT)
    mention = hand.page.locator("#p9 a.m").first
    mention.scroll_into_view_if_needed()
    hand.page.evaluate("addEventListener('pagehide', () => sessionStorage.height = scrollY)")
    hand.click(mention)
    hand.page.wait_for_url("**/glossary/**")
    hand.back()
    expect(hand.page.locator("#p9")).to_be_in_viewport()
    hand.finds(hand.page.evaluate("Math.abs(scrollY - sessionStorage.height) <= 1"), "the same place")


def _who_said(hand: Hand, start: str = "") -> None:
    hand.go(start)
    hand.press("/")
    hand.type("kill chain")
    hand.click(hand.page.locator("dialog .hit", has_text="¶16"))
    hand.page.wait_for_url("**/sources/**#p16")
    expect(hand.page.locator("#p16")).to_be_in_viewport()


def _who_said_by_keyboard(hand: Hand) -> None:
    hand.go("")
    hand.press("/")
    hand.type("kill chain")
    expect(hand.page.locator("dialog .hit", has_text="¶16")).to_be_visible()
    hand.press("ArrowDown", "Enter")
    hand.page.wait_for_url("**/sources/**#p16")


def _offline(hand: Hand) -> None:
    _who_said(hand, "index.html")
    hand.click(hand.page.locator("#p16 a.m"))
    hand.page.wait_for_url("**/glossary/**")
    hand.finds("file:" not in hand.page.locator(".cite").first.inner_text(), "a citation that others can follow")


def _languages(hand: Hand) -> None:
    hand.go(_TONGUES)
    hand.click(hand.page.locator("label", has=hand.page.get_by_role("checkbox", name="français")))
    expect(hand.page).to_have_url(re.compile("languages="))
    expect(hand.page.get_by_role("checkbox", name="français")).to_be_checked()


def _cite(hand: Hand) -> None:
    hand.go(_TEXT)
    hand.page.get_by_role("link", name="Paragraph 7", exact=True).hover()
    hand.click(hand.page.get_by_role("button", name="cite paragraph 7"))
    hand.click(hand.page.locator(".notice").get_by_role("button", name="APA", exact=True))
    expect(hand.page.locator(".notice")).to_contain_text("APA citation of ¶7 copied")
    hand.finds(re.search(r"\(2024.*7", " ".join(_copied(hand.page).split())), "a reference to the paragraph")


def _quotation(hand: Hand) -> None:
    hand.go("check/")
    hand.page.get_by_label("The quotation").focus()
    hand.type("South Korea has never been an unfriendly nation to Russia, and Japan has always agreed with it in full")
    hand.press("Control+Enter")
    expect(hand.page.locator(".check-answer")).to_have_text(re.compile("^(Exact|Altered|Not found)"))


def _report(hand: Hand) -> None:
    hand.go(_TEXT)
    hand.click(hand.page.get_by_text("Suggest a change without an account"))
    hand.click(hand.page.get_by_role("button", name="Copy the message"))
    expect(hand.page.locator(".suggest [role=status]")).to_have_text("Copied.")


def _korean_persons(hand: Hand) -> None:
    hand.go("glossary/")
    hand.click(hand.page.get_by_role("button", name=re.compile("^person")))
    hand.click(hand.page.get_by_role("button", name=re.compile("Hang|Korean")))
    expect(hand.page.get_by_role("status")).to_have_text(re.compile("^[1-9]"))
    expect(hand.page).to_have_url(re.compile("kind=person.*script=Hang"))


def _print(hand: Hand) -> None:
    hand.go(_TEXT)
    hand.press("Control+p")
    hand.finds(hand.page.pdf(), "pages on paper")


def _share(hand: Hand) -> None:
    hand.go("search/?q=sanctions&kind=text")
    expect(hand.page.locator(".hit").first).to_be_visible()


def _without_scripts(hand: Hand) -> None:
    hand.go(_TEXT)
    hand.click(hand.page.locator("details.marks summary"))
    expect(hand.page.locator("details.marks[open] a").first).to_be_visible()


def _on_a_slow_network(hand: Hand) -> None:
    session = hand.page.context.new_cdp_session(hand.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    hand.page.goto(hand.site + _TEXT, wait_until="commit")
    expect(hand.page.locator("#p1")).to_be_visible(timeout=6_000)


def _there_and_back(hand: Hand) -> None:
    hand.go("glossary/?kind=person")
    hand.click(hand.page.locator("a.e:visible"))
    hand.page.wait_for_url(re.compile("/glossary/[a-z]"))
    hand.back()
    expect(hand.page.get_by_role("button", name=re.compile("^person"))).to_have_attribute("aria-pressed", "true")


def _next_text(hand: Hand) -> None:
    hand.go(_TEXT)
    hand.click(hand.page.locator("a[rel=next], a[rel=prev]"))
    hand.page.wait_for_url(re.compile(f"/sources/(?!{_TEXT.split('/')[1]})"))


def _difference(hand: Hand) -> None:
    hand.go(_TEXT)
    hand.click(hand.page.locator("details.marks summary"))
    hand.click(hand.page.locator("details.marks[open] a"))
    hand.page.wait_for_url(re.compile("/(discrepancies|quotations)/"))


def _concordance(hand: Hand) -> None:
    hand.go("concordance/?q=sanctions")
    expect(hand.page.locator(".kwic li, .concordance li, .concordance tr").first).to_be_visible()


_TASKS = (
    Task("a. from a mention to its entry and back to the same line", 2, _mention_and_back),
    Task("b. who said “kill chain”", 4, _who_said),
    Task("b. the same by keyboard alone", 4, _who_said_by_keyboard),
    Task("c. another language of a text in four, on a phone", None, _languages, _PHONE),
    Task("d. cite ¶7 in APA", 4, _cite),
    Task("e. check a quotation that is wrong", 2, _quotation),
    Task("f. report a mistake without an account", 2, _report),
    Task("g. all persons with a Korean name", None, _korean_persons),
    Task("h. print a text", 1, _print),
    Task("j. open a search that somebody shared", 0, _share),
    Task("k. what differs at a paragraph, without scripts", 1, _without_scripts, javascript=False),
    Task("l. into an entry from a filtered glossary and back to it", 2, _there_and_back),
    Task("m. read a text within 6 s on 400 kbit/s", 0, _on_a_slow_network),
    Task("n. the next text", None, _next_text),
    Task("o. from a sign to the difference", 2, _difference),
    Task("p. every use of a word, from an address", None, _concordance),
)

_OFFLINE = Task("i. who said it, and an entry, in the copy to keep", None, _offline)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
