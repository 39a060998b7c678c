"""What a server shows while an edition has an error: the last good pages, or a page that lists the findings."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from build_tools.interfaces.mkdocs_files import leave_out_written
from build_tools.model.findings import Finding, report
from build_tools.website.markup.composed_page import SiteFile
from build_tools.website.pages.indexes.findings_page import findings_page

_log = logging.getLogger("mkdocs.plugins.reader")


def fall_back(
    files: Files, config: MkDocsConfig, findings: Sequence[Finding], last_good: tuple[SiteFile, ...]
) -> tuple[SiteFile, ...]:
    """Log the findings, and return the pages to serve until they are gone.

    Args:
        files: The files that MkDocs found, from which the pages and the files at fault are taken.
        config: The settings of the site, which get a navigation of one page where there are no good pages.
        findings: The findings of the edition, one of which is an error.
        last_good: The pages of the last build without an error; empty before the first.
    """
    shown = "the last good pages are served" if last_good else "the findings are served as a page"
    _log.error("%s\nUntil this is fixed, %s.", report(findings), shown)
    leave_out_written(files, findings)
    if last_good:
        return last_good
    page = findings_page(findings)
    config.nav = [{"Findings": page.path}]
    return (page,)
