"""Pages of an edition's own: with any field of a theme or plugin, or without front matter."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from build_tools.corpus.page_fields import OF_OTHERS, OF_THE_THEME
from build_tools.corpus.written_pages import Prose, load_written_pages
from build_tools.model.findings import Finding


def load(folder: Path, text: str, name: str = "method.md") -> tuple[Prose | None, list[Finding]]:
    file = folder / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    pages, findings = load_written_pages(folder)
    return (pages[0] if pages else None), findings


MATERIAL = """\
hide: [navigation, toc, feedback]
icon: material/emoticon-happy
status: new
subtitle: How it is made
tags: [Method, HTML5]
template: main.html
search: {boost: 2, exclude: true}
social: {cards: false, cards_layout: default/variant, cards_layout_options: {background_color: "#fff"}}
date: 2024-05-13
updated: 2024-06-01
authors: [ada]
author: Ada Vane
categories: [Notes]
links: [index.md]
slug: how
draft: true
pin: true
readtime: 15
comments: true
robots: noindex
og_image: card.png
description: One sentence.
"""


def test_a_page_may_have_every_field_of_the_theme_and_the_generator_gets_it(tmp_path: Path) -> None:
    page, findings = load(tmp_path, f"---\ntitle: Method\n{MATERIAL}---\nWords.\n")
    assert findings == []
    assert page
    given = yaml.safe_load(page.front_matter.strip().strip("-"))
    assert given == {**yaml.safe_load(MATERIAL), "title": "Method"}


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("method.md", "# How *it* is made {#how}\n\nWords.\n", "How it is made"),
        ("method.md", "How it is made\n==============\n\nWords.\n", "How it is made"),
        ("method.md", "```\n# a comment\n```\n\n# [Method](index.md) and `code` #\n", "Method and code"),
        ("how-it-is-made.md", "Words.\n\n## Only a section\n", "How it is made"),
        ("notes/index.md", "Words.\n", "Notes"),
        ("index.md", "", "Home"),
        ("method.md", "---\ntags: [a]\n---\n# Method\n", "Method"),
        ("method.md", "---\ntitle: Given\n---\n# Method\n", "Given"),
        ("방법.md", "글.\n", "방법"),
    ],
)
def test_a_page_without_a_title_takes_it_from_its_heading_or_its_name(
    tmp_path: Path, name: str, text: str, title: str
) -> None:
    page, findings = load(tmp_path, text, name)
    assert page
    assert (page.title, findings) == (title, [])
    assert yaml.safe_load(page.front_matter.strip().strip("-"))["title"] == title
    assert text.endswith(page.body)


@pytest.mark.parametrize(
    ("field", "code", "hint"),
    [
        ("turning_point: []", "key-doubtful", 'Did you mean "turning_points"?'),
        ("descripton: x", "key-doubtful", 'Did you mean "description"?'),
        ("omitted: []", "key-doubtful", "Move it to docs/glossary/index.md."),
        ("scripts: [a.js]", "key-unknown", "Delete it, or give it another name."),
        ("around: data.html", "key-unknown", "Delete it, or give it another name."),
    ],
)
def test_a_field_that_looks_like_ours_is_named_and_one_of_the_templates_refused(
    tmp_path: Path, field: str, code: str, hint: str
) -> None:
    page, (finding,) = load(tmp_path, f"---\ntitle: Method\n{field}\n---\nWords.\n")
    assert (finding.line, finding.code, finding.hint) == (3, code, hint)
    assert page and not any(name in page.front_matter for name in OF_THE_THEME)


def test_no_field_of_a_plugin_is_taken_for_a_misspelt_one_of_ours(tmp_path: Path) -> None:
    fields = "\n".join(f"{name}: x" for name in sorted(OF_OTHERS))
    assert load(tmp_path, f"---\ntitle: Method\n{fields}\n---\nWords.\n")[1] == []


def test_a_field_whose_name_or_value_is_markup_stays_data(tmp_path: Path) -> None:
    page, findings = load(tmp_path, '---\n"a: b\\nhead": "<script>"\n"<b>": {"<i>": [<u>]}\n---\nWords.\n')
    assert findings == [] and page
    given = yaml.safe_load(page.front_matter.strip().strip("-"))
    assert set(given) == {"a: b head", "‹b›", "title"}
    assert "<" not in page.front_matter


@pytest.mark.parametrize("text", ["\n---\ntitle: Late\n---\nWords.\n", "---\ntitle: Open\nWords.\n"])
def test_front_matter_that_a_generator_would_print_is_a_finding(tmp_path: Path, text: str) -> None:
    page, (finding,) = load(tmp_path, text)
    assert page is None
    assert finding.code in {"front-matter-missing", "front-matter-unclosed"}
