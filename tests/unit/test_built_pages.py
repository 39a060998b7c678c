from __future__ import annotations

import markdown
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocstrings import MkdocstringsExtension

from build_tools.interfaces.built_pages import BuiltPages, set_alignment_apart
from build_tools.text.prose.violations import find_content_violations, find_page_violations

FRAME = '<!doctype html><html><head></head><body><article id="content">{}</article></body></html>'


def in_content(content: str) -> list[str]:
    return [str(violation) for violation in find_content_violations(content)]


def on_page(page: str, *ours: str) -> list[str]:
    return [str(violation) for violation in find_page_violations(page, "", ours)]


@pytest.mark.parametrize(
    "content",
    [
        '<p id="p1" lang="fr">Un <a class="m" href="../glossary/x/">mot</a>.</p>',
        '<td data-align="right">1</td>',
        '<a href="mailto:a@example.org">x</a><img alt="" src="../assets/a.png"><br>',
        "<code>&lt;script&gt;</code> 1 < 2",
    ],
)
def test_the_text_of_a_page_may_hold_what_markdown_and_we_write(content: str) -> None:
    assert in_content(content) == []


@pytest.mark.parametrize(
    ("content", "violation"),
    [
        ("<script>x</script>", "<script>"),
        ("<p onclick='x'>a</p>", 'onclick="x" of <p>'),
        ('<a href="java&#10;script:x">a</a>', 'href="java&#10;script:x" of <a>'),
        ('<img src="//example.org/a.png">', 'src="//example.org/a.png" of <img>'),
        ('<p style="color: red">a</p>', 'style="color: red" of <p>'),
        ('<td style="text-align: right;">a</td>', 'style="text-align: right;" of <td>'),
        ("<p title='a' <b>x</p>", "<p title='a' >: it is not a plain tag"),
        ("<p title='<b onclick=x>'>x</p>", "<p title='>: it is not a plain tag"),
        ("<!-- a -->", "<!-- a -->: it is not a plain tag"),
        ("</div>", "</div>: it ends what was not begun"),
        ("<div><p></p>", "<div>: it has no end"),
        ("<ul><li><div></li></ul><p>a</div></p>", "</li>: it ends what was not begun"),
        ("<p>a <s></p><table><tbody><tr><td></s></td></tr></tbody></table>", "<s>: it has no end"),
        ("<button><div><button></button></div></button>", "<button>: it is inside another button"),
        ("<form action='x'></form>", 'action="x" of <form>'),
    ],
)
def test_what_may_not_be_in_the_text_of_a_page_is_named(content: str, violation: str) -> None:
    assert violation in in_content(content)


def test_scripts_are_files_of_the_site_or_data() -> None:
    assert on_page(FRAME.format('<script src="../assets/a.js" defer></script>')) == []
    assert on_page(FRAME.format("<script>x()</script>")) == ["<script>: it is in the page"]
    assert on_page(FRAME.format('<script type="application/ld+json">{}</script>')) == []
    assert on_page(FRAME.format('<script src="https://example.org/a.js"></script>')) != []
    assert on_page(FRAME.format('<script src="https://example.org/a.js"></script>'), "https://example.org/") == []


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="refresh" content="0; url=https://example.org/">',
        '<base href="https://example.org/">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<meta name="description" content=""><iframe src="x"></iframe>',
    ],
)
def test_a_head_sends_nobody_elsewhere_and_loads_nothing_from_there(head: str) -> None:
    assert on_page(f"<html><head>{head}</head></html>") != []
    assert (
        on_page('<meta http-equiv="refresh" content="0; url=../x/"><link rel="canonical" href="https://a.example/">')
        == []
    )


def test_what_is_sound_for_one_site_is_not_for_another_and_a_fault_is_named_on_every_page_that_has_it() -> None:
    page = '<link rel="stylesheet" href="https://a.example/a.css"><p>x</p>'
    assert on_page(page, "https://a.example/") == on_page(page, "https://a.example/") == []
    assert on_page(page) == on_page(page) != []
    assert on_page(page + page) == on_page(page) * 2


@pytest.mark.parametrize("value", ["java&#10;script:x", "//host/", "/\\host/", "x:y", "\tjavascript:x"])
def test_an_address_is_judged_for_itself_among_tags_that_differ_in_nothing_else(value: str) -> None:
    sound = '<a id="p1" href="../x/#p1" title="x">x</a>'
    assert in_content(f'{sound}<a id="p1" href="{value}" title="x">x</a>{sound}') == [f'href="{value}" of <a>']


def test_an_id_of_the_theme_is_not_taken_by_a_text_but_for_a_heading_of_the_same_word() -> None:
    for content, expected in (('<p id="content">x</p>', 1), ('<h2 id="content">Content</h2>', 0)):
        assert len(list(find_page_violations(FRAME.format(content), content))) == expected


def test_only_the_api_pages_are_read_by_mkdocstrings() -> None:
    extension = object.__new__(MkdocstringsExtension)
    config = MkDocsConfig()
    pages = BuiltPages(["tables", extension])  # type: ignore[list-item] # MkDocs allows both
    for path, expected in (
        ("about.md", 1),
        ("api.md", 2),
        ("api/text.md", 2),
        ("api/deep/text.md", 1),
        ("manual/api.md", 1),
    ):
        pages.choose_extensions(path, config)
        assert len(config.markdown_extensions) == expected


def test_what_was_found_on_the_pages_is_told_once() -> None:
    pages = BuiltPages()
    pages.inspect_content("b.md", "<script></script>")
    pages.inspect_content("a.md", "<p>Words.</p>")
    assert pages.report().splitlines()[0].startswith("b.md: <")
    assert pages.report() == ""


def test_the_alignment_of_a_cell_becomes_data() -> None:
    html = markdown.markdown("a | b\n:-- | --:\n1 | 2", extensions=["tables"])
    assert in_content(html) != []
    aligned = set_alignment_apart(html)
    assert in_content(aligned) == []
    assert aligned.count('<td data-align="left">1</td>') == aligned.count('<td data-align="right">2</td>') == 1


def test_where_mkdocstrings_is_off_an_api_page_says_what_it_leaves_out() -> None:
    page = "# API\n\n::: build_tools.text\n\n    ::: code\n"
    without = BuiltPages(["tables"])
    assert without.leave_out_descriptions(page, "api/text.md") == page.replace(
        "::: build_tools.text", "The description of `build_tools.text` is left out of this build."
    )
    assert without.leave_out_descriptions(page, "about.md") == page
    extension = object.__new__(MkdocstringsExtension)
    assert BuiltPages([extension]).leave_out_descriptions(page, "api/text.md") == page  # type: ignore[list-item] # MkDocs allows both
