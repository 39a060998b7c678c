"""The page that replaces the site while an error blocks the build: what is wrong, and how to fix it."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.findings import Finding, report
from build_tools.website.markup.body_nodes import Heading, Paragraph, Verbatim
from build_tools.website.markup.composed_page import ComposedPage

_INTRODUCTION = "The site will appear here as soon as every error below is fixed and the files are saved."


def findings_page(findings: Iterable[Finding]) -> ComposedPage:
    """Compose a home page that lists the findings as the command line prints them; it has no file to edit."""
    fields = {"title": "Findings", "description": "What keeps the site from being built.", "kind": "findings"}
    body = (Heading(1, "title", ("Findings",)), Paragraph((_INTRODUCTION,)), Verbatim(report(findings)))
    return ComposedPage("index.md", "main.html", fields, body=body)
