"""Our style sheets and scripts as the browser gets them: of every folder one file, so that a page needs few requests.

They are written as small files, one concern each. What is bound together stays in its folder, since a
script and a style sheet address what they load from where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import PurePosixPath

import rcssmin
import rjsmin


def bind(paths: Iterable[str], texts: Mapping[str, str]) -> tuple[tuple[str, str | None], ...]:
    """The files to load in place of these, in their order, each with its text; None where we have no text of it.

    Files that follow each other in one folder become `reader.css` or `reader.js` there; a folder met a
    second time gets `reader-2`. `texts` holds what is known, by path.
    """
    made: list[tuple[str, str | None]] = []
    used: dict[str, int] = {}
    for folder, group in groupby(
        paths, key=lambda path: PurePosixPath(path).parent.as_posix() if path in texts else ""
    ):
        run = list(group)
        if not folder:
            made += [(path, None) for path in run]
            continue
        ending = PurePosixPath(run[0]).suffix
        stem = f"{folder}/reader"
        used[stem] = used.get(stem, 0) + 1
        name = f"{stem}{ending}" if used[stem] == 1 else f"{stem}-{used[stem]}{ending}"
        joined = _join_sheets if ending == ".css" else _join_scripts
        made.append((name, joined([texts[path] for path in run])))
    return tuple(made)


def _join_sheets(texts: Iterable[str]) -> str:
    """Sheets below each other, without comments and blanks that say nothing."""
    return "\n".join(rcssmin.cssmin(text) for text in texts) + "\n"


def _join_scripts(texts: Iterable[str]) -> str:
    """Scripts below each other, without comments and indentation; each is a function of its own, which `;` keeps apart."""
    return "\n;\n".join(rjsmin.jsmin(text) for text in texts) + "\n"
