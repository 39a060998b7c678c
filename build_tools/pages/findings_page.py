"""The page that stands for a site while an error blocks it: what is wrong, and what to type instead."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools import markup
from build_tools.findings import Finding, report
from build_tools.model import Page

_INTRODUCTION = "The site appears here by itself as soon as every error below is mended and its file is saved."


def findings_page(findings: Iterable[Finding]) -> Page:
    """A home page that lists the findings as the command line prints them; it has no file to edit."""
    fields = {"title": "Findings", "description": "What keeps the site from being built.", "kind": "findings"}
    code = markup.element("code", markup.escape(report(findings)))
    parts = [
        markup.front_matter(fields),
        markup.heading("Findings", 1, "title"),
        markup.paragraph(_INTRODUCTION),
        markup.raw_block("pre", [code]),
    ]
    return Page("index.md", markup.blocks(parts) + "\n")
