"""Tell the files of a repository apart: those that are published as they are, those that make pages, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# What no site is made of. Any other file counts as part of the program: a template, a setting, a list of packages, a
# workflow. So an edition that names its own folders for them is reported on in full.
_ASIDE = re.compile(
    r"(?:tests|benchmarks|\.vscode)/.*|[^/]+\.(?:md|cff)|LICENSE[^/]*|\.gitignore|\.editorconfig", re.DOTALL
)


def published(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths, of files that nobody reads as words, that are published: pictures, style sheets."""
    return (path for path in paths if path.startswith("docs/"))


def of_the_program(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths of files that decide how pages are made: code, templates, settings, locks, workflows."""
    return (path for path in paths if not path.startswith("docs/") and not _ASIDE.fullmatch(path))


def aside(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths of files that are neither published nor part of the program, such as tests and licences."""
    return (path for path in paths if not path.startswith("docs/") and _ASIDE.fullmatch(path))
