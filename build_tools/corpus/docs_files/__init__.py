"""Look at every file below docs/: whether a site may publish it, and whether a picture or a style sheet does more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from build_tools.corpus.docs_files.drawings import active_parts_of_drawing
from build_tools.corpus.docs_files.style_sheets import loaded_by_style_sheet
from build_tools.corpus.front_matter import decode
from build_tools.corpus.written_pages import COLLECTIONS
from build_tools.model.findings import Finding
from build_tools.text.prose.allow_list import ASSET_ENDINGS, NAMED_FILES

_ASSETS = "assets"
_READERS = {".css": loaded_by_style_sheet, ".svg": active_parts_of_drawing}


def check_docs_files(root: Path) -> Iterator[Finding]:
    """Yield a finding for each file below docs/ that a site may not publish, and for what pictures may not do.

    Args:
        root: The folder that holds docs/.
    """
    folder = root / "docs"
    for file in sorted(folder.rglob("*"), key=lambda file: file.parts):  # as paths compare, but sooner
        inside = PurePosixPath(*file.parts[len(folder.parts) :])
        if not file.is_file() or (_is_hidden(inside) and inside.suffix != ".py"):
            continue
        if not _is_publishable(inside):
            yield _unpublishable(inside)
        elif inside.suffix in _READERS and not file.is_symlink():
            yield from _check_asset(file, f"docs/{inside}")


def _is_hidden(inside: PurePosixPath) -> bool:
    """Return whether a file is passed over by whatever publishes a site, since its name begins with a dot."""
    return any(part.startswith(".") for part in inside.parts)


def _is_publishable(inside: PurePosixPath) -> bool:
    if inside.parts[0] == _ASSETS:
        return len(inside.parts) > 1 and inside.suffix in ASSET_ENDINGS
    if inside.suffix == ".md":
        return inside.parts[0] not in COLLECTIONS or len(inside.parts) == 2 or inside.name == "index.md"  # noqa: PLR2004 - folder and name
    return len(inside.parts) == 1 and inside.name in NAMED_FILES


def _unpublishable(inside: PurePosixPath) -> Finding:
    message = f'"{inside.name}" may not be published from here'
    if inside.suffix == ".md":
        hint = "Move it to the folder of its kind: nothing reads it here."
    elif inside.suffix in ASSET_ENDINGS:
        hint = "Move it below docs/assets."
    else:
        hint = "Delete it. Scripts and templates belong in the folder that mkdocs.yml names as custom_dir of the theme."
    return Finding(f"docs/{inside}", 1, "file-not-publishable", message, hint)


def _check_asset(file: Path, path: str) -> Iterator[Finding]:
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        yield Finding(path, 1, "file-unreadable", message, "Put a readable file in its place.")
        return
    text, findings = decode(data, path, "file-not-utf8")
    yield from findings
    for offset, value in _READERS[file.suffix](text) if text is not None else ():
        quoted = " ".join(value.replace('"', "'").split())[:80]
        message = f'"{quoted}" is not allowed in a picture or a style sheet'
        hint = "Delete it, or save the picture as plain SVG or PNG: an asset may not run or load anything."
        line = text.count("\n", 0, offset) + 1 if text is not None else 1
        yield Finding(path, line, "asset-active", message, hint)
