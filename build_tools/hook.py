"""MkDocs publishes our pages: the only room that knows it, and nothing but an adapter.

MkDocs puts the folder of this file first on the import path, so imports are absolute and no room is
named like a top-level package.
"""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from build_tools.findings import has_errors, report
from build_tools.history import last_changes
from build_tools.model import Page
from build_tools.pipeline import compose

_log = logging.getLogger("mkdocs.hooks.build_tools")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put the composed pages in the place of the hand-written ones, and data beside; edit links stay with the latter.

    Raises PluginError with every finding where one of them is an error.
    """
    root = Path(config.config_file_path).parent
    made, findings = compose(root, last_changes(root), str(config.theme.locale or "en").partition("_")[0])
    if has_errors(findings):
        raise PluginError(report(findings))
    if findings:
        _log.info("%d pieces of advice; read them with: python -m build_tools check", len(findings))
    for one in made:
        if old := files.get_file_from_path(one.path):
            files.remove(old)
        if isinstance(one, Page):
            file = File.generated(config, one.path, content=one.markdown)
            file.edit_uri = one.edit_path if config.repo_url else None  # without a repository no edit link
        else:
            file = File.generated(config, one.path, content=one.text)
        files.append(file)
    return files
