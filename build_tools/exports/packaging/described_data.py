"""What is said of all the data: whose they are, in what language, under what terms, and what each file has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from build_tools.website.citations import Site

UNKNOWN_DAY = "1970-01-01"
"""The day of data whose history git does not know: the first of the epoch by which builds count."""


@dataclass(frozen=True, slots=True)
class DataSettings:
    """What an edition says of its data.

    Attributes:
        site: Its name and its address.
        language: The language of the site, a BCP 47 tag.
        description: What the edition is, or "".
        terms: Under what terms the editors publish their words, or "".
        day: The day of the last change (YYYY-MM-DD).
    """

    site: Site = field(default_factory=Site)
    language: str = "en"
    description: str = ""
    terms: str = ""
    day: str = UNKNOWN_DAY

    @property
    def title(self) -> str:
        """Return what the data are called."""
        return f"Data of {self.site.name or 'an edition of texts'}"


def last_day(changed: Mapping[str, str]) -> str:
    """Return the last day on which a page of an edition changed, given the day of each."""
    return max(changed.values(), default=UNKNOWN_DAY)


class Tally:
    """The size and the checksum of files, counted while their pieces pass."""

    def __init__(self) -> None:
        """Begin with no file."""
        self._sizes: dict[str, int] = {}
        self._digests = {"": sha256()}

    def count(self, path: str, piece: bytes) -> None:
        """Count the next piece of a file."""
        self._sizes[path] = self._sizes.get(path, 0) + len(piece)
        self._digests.setdefault(path, sha256()).update(piece)

    def size(self, path: str) -> int:
        """Return how many bytes a file has."""
        return self._sizes[path]

    def checksum(self, path: str) -> str:
        """Return the SHA-256 checksum of a file, in hexadecimal."""
        return self._digests[path].hexdigest()
