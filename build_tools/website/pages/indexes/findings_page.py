"""The page that replaces the site while an error blocks the build: what is wrong, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model import Page
from build_tools.model.findings import Finding, report
from build_tools.text import html, markdown

_INTRODUCTION = "The site will appear here as soon as every error below is fixed and the files are saved."


def findings_page(findings: Iterable[Finding]) -> Page:
    """Compose a home page that lists the findings as the command line prints them; it has no file to edit."""
    fields = {"title": "Findings", "description": "What keeps the site from being built.", "kind": "findings"}
    code = html.element("code", markdown.escape(report(findings)))
    parts = [
        markdown.render_front_matter(fields),
        markdown.heading("Findings", 1, "title"),
        markdown.paragraph(_INTRODUCTION),
        html.raw_block("pre", [code]),
    ]
    return Page("index.md", markdown.blocks(parts) + "\n")
