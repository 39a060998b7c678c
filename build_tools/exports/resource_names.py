"""The names (IRIs) by which data speaks of texts, paragraphs, entries and raw files: their addresses on the site.

Where the address of the site is not known, a name is relative to its root, and a document says where that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from build_tools.website.naming.addresses import entry_path, page_address, site_base, source_path
from build_tools.website.naming.data_files import DATA_FOLDER

RAW = "seeds/"
"""The folder with the raw files, below the data."""

VOCABULARY = "urn:uuid:da8d3c49-44d5-4794-a57e-94b6fe7ab6cf#"
"""What the names of our own terms begin with: the same for every edition, whatever its address (RFC 9562)."""

PROGRAM = f"{VOCABULARY}program"
"""The name of the program that finds the mentions."""

PROGRAM_NAME = "build_tools"


@dataclass(frozen=True, slots=True)
class ResourceNames:
    """The names of what an edition has.

    Attributes:
        base: The address of the site, with a slash at its end; "" where it is not known.
    """

    base: str = ""

    def page(self, path: str) -> str:
        """Return the name of a page, given its path below docs/."""
        return self.base + page_address(path, use_directories=True)

    def text(self, identifier: str) -> str:
        """Return the name of a text."""
        return self.page(source_path(identifier))

    def block(self, text: str, block: str) -> str:
        """Return the name of a block of a text."""
        return f"{self.text(text)}#{block}"

    def entry(self, identifier: str) -> str:
        """Return the name of an entry."""
        return _entry_page(self.base, identifier)

    def data(self, path: str) -> str:
        """Return the name of a file, given its path below the folder with the data."""
        return f"{self.base}{DATA_FOLDER}{quote(path)}"

    def raw(self, seed: str) -> str:
        """Return the name of a raw file, given that of the file below seeds/."""
        return self.data(RAW + seed)


@lru_cache(maxsize=1 << 16)  # a few entries have most of the mentions
def _entry_page(base: str, identifier: str) -> str:
    return ResourceNames(base).page(entry_path(identifier))


def names_at(address: str) -> ResourceNames:
    """Return the names that an edition's things have on a site; the address may lack its last slash."""
    return ResourceNames(site_base(address))
