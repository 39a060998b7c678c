"""Tests that use a browser wait for a page before they read it, and wait as long as a busy machine needs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

from tests.support.browser_verbs import WINDOWS, called, is_expectation
from tests.support.checkout import files, read
from tests.support.early_reads import LIBRARIES, early_reads
from tests.support.module_functions import Module

ENOUGH = 100
"""Reads that would come too early if nobody waited; there are many more."""


def texts(root: Path) -> list[tuple[str, str]]:
    """The path and the text of each module of the tests, and of what they use of the benchmarks."""
    paths = [*files(root / "tests", ".py"), root / "benchmarks/chromium.py"]
    return [(path.relative_to(root).as_posix(), read(path)) for path in paths]


def calls(root: Path) -> Iterator[tuple[str, ast.Call]]:
    """The path and each call of the tests that use a browser."""
    for path, text in texts(root):
        if path.startswith("tests/") and Module.parsed(path, text).imports_from(*LIBRARIES):
            yield from ((path, node) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))


def test_no_test_reads_a_page_that_may_not_have_answered_yet(root: Path) -> None:
    assert early_reads(texts(root)) == []


def test_without_what_they_wait_for_many_tests_would_read_too_early(root: Path) -> None:
    hasty = [
        (path, text.replace("expect(", "looked_at(").replace(".wait_for_url(", ".hope(")) for path, text in texts(root)
    ]
    assert len(early_reads(hasty)) > ENOUGH


HEAD = """\
import pytest
from playwright.sync_api import Page, expect
from tests.support.browsing import Readers

def press(page: Page, key: str) -> None:
    page.keyboard.press(key)

def shown(page: Page) -> list[str]:
    return page.locator("li").all_inner_texts()

def until(page: Page, condition: str) -> None:
    while not page.evaluate(condition):
        page.wait_for_timeout(25)

def allowed(page: Page) -> Page:
    return page

@pytest.fixture
def visit(reader: Readers) -> Iterator[Callable[[str], Page]]:
    page = reader()
    def visit(place: str) -> Page:
        page.goto(place)
        return page
    yield visit

"""

TOO_EARLY = (
    "page.locator('a').click()\nassert page.locator('h1').inner_text() == 'x'",
    "page.go_back()\nassert page.title() == 'x'",
    "button = page.get_by_role('button')\nbutton.click()\nassert button.is_visible()",
    "page.locator('a').click()\nexpect(page.locator('h1')).to_be_visible()\nassert page.url == 'x'",
    "page.locator('a').click()\npage.go_back()",
    "page.locator('a').click()\npage.wait_for_timeout(500)\nassert page.locator('p').count()",
    "page.locator('a').click()\npage.wait_for_load_state()\nassert page.locator('p').count()",
    "page.evaluate(\"location.hash = 'x'\")\nassert page.evaluate('scrollY')",
    "for box in page.locator('input').all():\n    assert not box.is_checked()\n    box.check()",
    "if page.url:\n    page.reload()\nelse:\n    page.locator('a').click()\nassert page.content()",
    "press(page, 'n')\nassert page.locator('p').count()",
    "page.locator('a').click()\nassert shown(page) == []",
    "press(page, 'n')\nassert [line for line in shown(page)] == []",
    "allowed(page).keyboard.press('n')\nassert allowed(page).content()",
    "other = reader()\nother.locator('a').click()\nassert other.content()",
    "page.locator('a').click()\nassert Axe().run(page) == []",
    "with page.expect_download():\n    page.locator('a').click()\n    assert page.content()",
    "page = visit('x')\npage.locator('a').click()\nassert page.content()",
)

IN_TIME = (
    "page.goto('x')\nassert page.title() == page.url",
    "page.locator('a').click()\nexpect(page.locator('h1')).to_have_text('x')\nassert page.locator('p').count()",
    "page.locator('a').click()\npage.wait_for_url('x')\nassert page.url and page.content()",
    "page.locator('a').click()\nuntil(page, 'x')\nassert shown(page) == []",
    "press(page, 'n')\nexpect(page).to_have_url('x')\nassert page.url",
    "with page.expect_popup() as popup:\n    page.locator('a').click()\nassert popup.value.content()",
    "for box in page.locator('input').all():\n    box.check()\n    expect(box).to_be_checked()\nassert page.content()",
    "page.locator('a').click()\nvisit('x')\nassert page.content()",
    "words = 'fill'.title()\npage.locator('input').fill(words)\nassert words.count('f')",
)


def in_a_test(body: str) -> list[tuple[str, str]]:
    arguments = "page: Page, reader: Readers, visit: Callable[[str], Page]"
    return [("tests/example.py", f"{HEAD}def test_it({arguments}) -> None:\n{indent(body, '    ')}\n")]


@pytest.mark.parametrize("body", TOO_EARLY)
def test_a_read_that_comes_too_early_is_found(body: str) -> None:
    assert len(early_reads(in_a_test(body))) == 1


@pytest.mark.parametrize("body", IN_TIME)
def test_a_read_that_was_waited_for_is_none_too_early(body: str) -> None:
    assert early_reads(in_a_test(body)) == []


def test_what_is_read_when_a_test_is_over_is_waited_for_too() -> None:
    fixture = "@pytest.fixture\ndef calm(page: Page) -> Iterator[Page]:\n    yield page\n"
    assert len(early_reads([("tests/example.py", f"{HEAD}{fixture}    assert page.content()\n")])) == 1
    waited = f"{HEAD}{fixture}    until(page, 'x')\n    assert page.content()\n"
    assert early_reads([("tests/example.py", waited)]) == []


def test_every_window_is_opened_where_its_patience_is_set(root: Path) -> None:
    opening = {
        path
        for path, node in calls(root)
        # A page beside another one has its patience from their context.
        if called(node) in WINDOWS and not ast.unparse(node.func).endswith(".context.new_page")
    }
    assert opening == {"tests/support/browsing.py"}


def test_nothing_is_expected_within_a_time_of_its_own(root: Path) -> None:
    told = [(path, node) for path, node in calls(root) if is_expectation(node)]
    assert len(told) > ENOUGH
    assert [(path, node.lineno) for path, node in told if any(one.arg == "timeout" for one in node.keywords)] == []
