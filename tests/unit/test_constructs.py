from __future__ import annotations

import json
import random
from pathlib import Path

import markdown
import pytest

from build_tools.corpus.written_pages import Prose
from build_tools.edition.checks.material import Material
from build_tools.edition.checks.plain_prose import check_prose
from build_tools.interfaces.mkdocs_defaults import _EXTENSIONS
from build_tools.model.findings import Finding
from build_tools.text.prose.allow_list import scheme_of
from build_tools.text.prose.constructs import Construct, find_constructs
from tests.support.activity import active_parts
from tests.support.matrix import FULL

ROWS = [json.loads(line) for line in Path("tests/data/constructs.jsonl").read_text(encoding="utf-8").splitlines()]
REFUSED = [row for row in ROWS if row["verdict"] == "refused"]
INERT = [row for row in ROWS if row["verdict"] == "inert"]
EXTENSIONS = ["toc", "tables", "fenced_code", *_EXTENSIONS]
# Pieces of which hostile Markdown is put together: what opens, closes, hides or disguises markup.
PIECES = (
    *("<script>", "</script>", "<p>", "</p>", "<div>", "</div>", "<span>", "</span>", '<span class="own">', "<br>"),
    *("<img src=x onerror=run()>", '<p title="', "<abbr title='", "<b", "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>"),
    *("`", "``", "```", "\n```\n", "\n~~~\n", "```html\n", "\n", "\n\n", "    ", "   ", "- ", "> ", "# ", ": ", "| "),
    *("|---|\n", "!!! note\n    ", "\\", "[", "]", "](", "![", "(", ")", "javascript:run()", "http://e.example/a.png"),
    *("[x]: ", "[x]", "{: ", "{", "}", "onclick=run()", '"', "'", "=", ">", "<", 'markdown="1"', "*", "**", "_", "a"),
    *("b c", "word", "&lt;", "&#60;", "\t", "1. ", "\n\n    ", "title", '<div markdown="1">', "\n\n</div>\n\n"),
    *("[outside: ", "[@a, ¶1]", "\r", "\x02", "<a@b.example>", "<http://e.example>", "<http", "://"),
)


def refusals(text: str) -> list[Finding]:
    page = Prose("glossary/x.md", "x", "", text, 1)
    return list(check_prose(Material(pages=(page,))))


def rendered(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def label(row: dict[str, str]) -> str:
    return f"{row['kind']} {row['markdown'][:40]!a}"


@pytest.mark.parametrize("row", REFUSED, ids=label)
def test_a_construct_that_is_more_than_words_is_refused_at_its_line(row: dict[str, object]) -> None:
    assert row["line"] in {finding.line for finding in refusals(str(row["markdown"]))}


@pytest.mark.parametrize("row", INERT, ids=label)
def test_words_that_look_like_markup_are_accepted_and_stay_words(row: dict[str, str]) -> None:
    assert refusals(row["markdown"]) == []
    assert list(active_parts(rendered(row["markdown"]))) == []


@pytest.mark.parametrize("seed", range(20 if FULL else 1))
def test_nothing_that_python_markdown_makes_active_is_accepted(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it
    texts = ["".join(chance.choices(PIECES, k=chance.randint(2, 14))) for _ in range(1_000)]
    accepted = [text for text in texts if not refusals(text)]
    assert {text: parts for text in accepted if (parts := list(active_parts(rendered(text))))} == {}


def test_every_construct_is_given_allowed_or_not_with_its_line_and_value() -> None:
    text = (
        "Words [a](b.md) and\r\n![c](../assets/d.png){: .own }\r\n\r\n"
        'Then <span lang="fr">mot</span>.\r\n\r\n::: os\r\n\r\n[e]: https://example.org/ "Title"\r\n'
    )
    assert list(find_constructs(text)) == [
        Construct(1, "link", "b.md"),
        Construct(2, "image", "../assets/d.png"),
        Construct(2, "attribute", 'class="own"', "class", content="own"),
        Construct(4, "html", '<span lang="fr">', "span"),
        Construct(4, "attribute", 'lang="fr"', "lang", "span", "fr"),
        Construct(4, "html", "</span>", "span", content="/"),
        Construct(6, "directive", "::: os"),
        Construct(8, "link", "https://example.org/"),
    ]


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("../glossary/russia.md#roles", None),
        ("#a:b", None),
        ("?a:b", None),
        ("", None),
        ("https://example.org/a:b", "https"),
        ("MAILTO:a@example.org", "mailto"),
        ("java\tscript:x", "javascript"),
        (" \x01javascript:x", "javascript"),
        ("java&NewLine;script&colon;x", "javascript"),
        ("//example.org", ""),
        ("/\t/example.org", ""),
        (r"\/example.org", ""),
    ],
)
def test_a_scheme_is_read_as_a_browser_reads_it(address: str, scheme: str | None) -> None:
    assert scheme_of(address) == scheme
