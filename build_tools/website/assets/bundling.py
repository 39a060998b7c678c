"""Our style sheets and scripts as the browser gets them: of every folder one file, so that a page needs few requests.

They are written as small files, one concern each. What is bound together stays in its folder, since a
script and a style sheet address what they load from where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import PurePosixPath

import minify

BETWEEN_SCRIPTS = ";\n"
"""What keeps scripts apart that are written into one file, each of which is a function of its own."""

_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript"}


def bind(paths: Iterable[str], texts: Mapping[str, str]) -> tuple[tuple[str, str | None], ...]:
    """Return the files to load in place of `paths`, each with its text; None where we have no text of it.

    Files that follow each other in one folder become `reader.css` or `reader.js` there; a folder met a second time
    gets `reader-2`.

    Args:
        paths: The style sheets and scripts that a page loads, in their order.
        texts: The text of those that are ours, by path.
    """
    bundles: list[tuple[str, str | None]] = []
    bundle_counts: dict[str, int] = {}
    for folder, group in groupby(
        paths, key=lambda path: PurePosixPath(path).parent.as_posix() if path in texts else ""
    ):
        run = list(group)
        if not folder:
            bundles += [(path, None) for path in run]
            continue
        ending = PurePosixPath(run[0]).suffix
        stem = f"{folder}/reader"
        bundle_counts[stem] = bundle_counts.get(stem, 0) + 1
        name = f"{stem}{ending}" if bundle_counts[stem] == 1 else f"{stem}-{bundle_counts[stem]}{ending}"
        separator = "" if ending == ".css" else BETWEEN_SCRIPTS
        bundles.append((name, separator.join(shorten(path, texts[path]) for path in run)))
    return tuple(bundles)


def shorten(path: str, text: str) -> str:
    """Return a style sheet or script minified, with a line end.

    The minifier is tdewolff-minify, which parses what it shortens, so that templates, regular expressions and
    strings stay what they are.

    Raises:
        ValueError: The script cannot be parsed; the message names the file and the place.
    """
    if "\0" in text:
        return f"{text}\n"  # the minifier's interface to C would end the text there
    try:
        short = minify.string(_MEDIA_TYPES[PurePosixPath(path).suffix], text)
    except minify.MinifyError as error:
        raise ValueError(f"{path}: {error}") from error
    return f"{short}\n"
