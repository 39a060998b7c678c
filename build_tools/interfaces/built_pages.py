"""What MkDocs makes of the pages: nothing on them may run that the theme did not bring, and only API pages run code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from build_tools.corpus.written_pages import is_api_page
from build_tools.model.findings import pluralise
from build_tools.text.prose.violations import Violation, find_content_violations, find_page_violations
from build_tools.website.naming.addresses import site_base

_MKDOCSTRINGS = "mkdocstrings"
_DIRECTIVE = re.compile(r"^::: ([\w.]+)$", re.MULTILINE)
_ALIGNED = re.compile(r'(<t[dh]\b[^<>]*?) style="text-align: (left|right|center);"')
"""A cell as Markdown writes it in a column that is aligned."""


def set_alignment_apart(content: str) -> str:
    """Return the HTML of a page with the alignment of cells as data, since the policy refuses style attributes."""
    return _ALIGNED.sub(r'\1 data-align="\2"', content)


def without_directives(markdown: str, path: str) -> str:
    """Return the Markdown of an API page with a sentence for each directive of mkdocstrings; any other as it is.

    Args:
        markdown: The Markdown.
        path: Its path, below docs/.
    """
    if not is_api_page(path):
        return markdown
    return _DIRECTIVE.sub(r"The description of `\1` is left out of this build.", markdown)


class BuiltPages:
    """The built pages as far as they break the list of what may be on a page."""

    def __init__(self, extensions: Sequence[str] = ()) -> None:
        """Start without pages; `extensions` are those of Markdown, after every plugin has added its own."""
        self._extensions = tuple(extensions)
        self._without_directives = tuple(item for item in extensions if not _runs_directives(item))
        self._violations: dict[str, list[Violation]] = {}

    def choose_extensions(self, path: str, config: MkDocsConfig) -> None:
        """Leave the extension that runs mkdocstrings' directives to the API pages alone.

        MkDocs reads the list of extensions again for each page, so what is set here holds for the page that comes next.

        Args:
            path: The path of the page's Markdown, below docs/.
            config: The settings, which are changed in place.
        """
        config.markdown_extensions = [*(self._extensions if is_api_page(path) else self._without_directives)]

    def leave_out_descriptions(self, markdown: str, path: str) -> str:
        """Return the Markdown of an API page with a sentence for each directive, if no extension will run them."""
        are_run = self._extensions != self._without_directives
        return markdown if are_run else without_directives(markdown, path)

    def inspect_content(self, path: str, content: str) -> None:
        """Note what may not be in the text of a page; `path` is that of its Markdown, below docs/."""
        self._note(path, list(find_content_violations(content)))

    def inspect_files(self, files: Iterable[File], prose_of: Callable[[str], Iterable[str]]) -> None:
        """Note what may not be in the texts of pages, and in what editors wrote on them.

        Args:
            files: The files of their Markdown, as MkDocs has them.
            prose_of: Returns what editors wrote on a page, by the path of its Markdown, below docs/.
        """
        for file in files:
            content = (file.page.content if file.page else None) or ""
            for part in (content, *prose_of(file.src_uri)):  # each by itself: it ends what it begins
                self.inspect_content(file.src_uri, part)

    def inspect_page(self, path: str, page: str, content: str, config: MkDocsConfig) -> None:
        """Note what may not be on a whole page around its text.

        Args:
            path: The path of its Markdown, below docs/.
            page: Its HTML.
            content: The HTML of its text.
            config: The settings, which may name scripts and style sheets of other hosts.
        """
        site = [site_base(config.site_url)] if config.site_url else []
        named = [str(item) for key in ("extra_css", "extra_javascript") for item in config[key] if "//" in str(item)]
        self._note(path, list(find_page_violations(page, content, (*site, *named))))

    def is_clean(self, path: str) -> bool:
        """Return whether nothing was noted of a page; `path` is that of its Markdown, below docs/."""
        return path not in self._violations

    def take_violations(self) -> dict[str, list[Violation]]:
        """Return what was noted of pages, by the paths of their Markdown, and forget it."""
        taken, self._violations = self._violations, {}
        return taken

    def note_violations(self, violations: Mapping[str, list[Violation]]) -> None:
        """Note what another process found on pages."""
        for path, items in violations.items():
            self._note(path, items)

    def report(self) -> str:
        """Return what was noted, as text to read, and forget it; empty if nothing was."""
        noted = self.take_violations()
        lines = [f"{path}: {violation}" for path, items in sorted(noted.items()) for violation in sorted(set(items))]
        pages = pluralise(len(noted), "page")
        if not lines:
            return ""
        return "\n".join(
            [*lines, f"HTML that is not allowed on a page, on {pages}; text/prose/allow_list.toml lists what may."]
        )

    def _note(self, path: str, violations: list[Violation]) -> None:
        if violations:
            self._violations.setdefault(path, []).extend(violations)


def _runs_directives(extension: object) -> bool:
    """Return whether an extension of Markdown is, or is called, mkdocstrings'."""
    name = extension if isinstance(extension, str) else type(extension).__module__
    return name.partition(".")[0] == _MKDOCSTRINGS
