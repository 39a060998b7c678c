"""A digest of the files of a glossary, by which whoever has read it knows whether it has changed."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from build_tools.corpus.regular_files import LARGEST_PAGE, list_pages, read_regular_file


def print_entries(folder: Path) -> str:
    """Return a digest of the entries of a folder, and of its index.md."""
    printed = sha256()
    for file in list_pages(folder, folder.parent):
        data, _ = read_regular_file(file, file.name, LARGEST_PAGE)
        checksum = "" if data is None else sha256(data).hexdigest()
        printed.update(json.dumps([file.name, checksum]).encode())
    return printed.hexdigest()
