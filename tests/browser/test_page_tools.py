"""Tools for a browser's agent: registered where there is such a thing, and answering as the page does."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from build_tools.website.assets.bundling import shorten
from tests.support.builds import Site

MOST_BYTES = 1_000
REMEMBER = """
    self.tools = {}
    const registerTool = tool => { self.tools[tool.name] = tool }
    Object.defineProperty(document, "modelContext", { value: { registerTool } })
"""
CALL = "async ([name, given]) => self.tools[name].execute(given)"
WORDS = "those are truly troubling developments"


def call(page: Page, name: str, **given: object) -> tuple[str, bool]:
    result = page.evaluate(CALL, [name, given])
    (content,) = result["content"]
    return content["text"], result["isError"]


def test_an_agent_searches_and_quotes_in_the_page(page: Page, site: Site) -> None:
    page.add_init_script(REMEMBER)
    page.goto(site.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    described = page.evaluate("Object.values(self.tools).map(({ execute, ...tool }) => tool)")
    assert {tool["name"]: list(tool["inputSchema"]["properties"]) for tool in described} == {
        "search": ["query"],
        "quote": ["quotation"],
    }
    assert all(tool["annotations"] == {"readOnlyHint": True} and tool["description"] for tool in described)
    found = json.loads(call(page, "search", query="truly troubling developments")[0])
    assert found["results"][0]["address"] == f"{site.url}sources/column-will-ties-recover/#p2"
    quoted = json.loads(call(page, "quote", quotation=WORDS)[0])
    assert (quoted["answer"], quoted["matches"][0]["words"]) == ("exact", [WORDS])
    assert quoted["matches"][0]["address"] == f"{site.url}sources/column-will-ties-recover/#p2"
    assert json.loads(call(page, "quote", quotation=WORDS.replace("truly", "hardly"))[0])["answer"] == "altered"


def test_a_call_without_words_is_refused_with_a_sentence(page: Page, site: Site) -> None:
    page.add_init_script(REMEMBER)
    page.goto(site.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    refusal = "Give a quotation of at most 4000 characters."
    assert call(page, "quote") == (refusal, True)
    assert call(page, "quote", quotation="a" * 4_001) == (refusal, True)
    assert call(page, "quote", quotation=7) == (refusal, True)


def test_a_browser_without_agents_gets_no_tools_and_no_error(page: Page, site: Site) -> None:
    page.goto(site.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("typeof self.readerCheckQuotation") == "function"


def test_the_tools_cost_a_page_less_than_a_kilobyte() -> None:
    script = Path("build_tools/website/static/search/agents.js").read_text(encoding="utf-8")
    tools = script[script.index("  const context =") :]
    assert len(shorten("agents.js", f"(() => {{{tools}").encode()) <= MOST_BYTES
