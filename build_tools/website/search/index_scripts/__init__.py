"""A file of the index: a script that hands over its data by name, so that it can be loaded from a disk as well."""

from __future__ import annotations

import hashlib

from build_tools.model import Data
from build_tools.website.data.data_scripts import compact_json

FOLDER = "data/search"
"""The folder of the files, below docs/."""

_DIGEST_LENGTH = 10


def index_script(name: str, packed: str) -> Data:
    """Return a file with data that is JSON already."""
    return Data(f"{FOLDER}/{name}.js", f'readerSearchData("{name}",{packed})\n')


def hashed_script(letter: str, data: object) -> Data:
    """Return a file named by a letter and the hash of its data."""
    packed = compact_json(data)
    return index_script(f"{letter}-{data_digest(packed)}", packed)


def script_name(file: Data) -> str:
    """Return the name by which other files refer to a file."""
    return file.path.removeprefix(f"{FOLDER}/").removesuffix(".js")


def data_digest(packed: str) -> str:
    """Return the hash of data that the name of its file has."""
    return hashlib.sha256(packed.encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]
