"""The texts of a corpus one by one, for whoever reads a part of it: listed without being held, then read alone.

A list says of each text what its files hold, by checksums. Whoever reads by the list finds out where a file has
changed since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_tools.corpus import front_matter
from build_tools.corpus.regular_files import LARGEST_PAGE, check_files, read_regular_file
from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.originals import check_converted
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.corpus.sources.text_pages import (
    claim_seed,
    fields_of_page,
    pages_of_texts,
    source_of_page,
    unclaimed,
)
from build_tools.model import FULL, Source
from build_tools.model.findings import Finding
from build_tools.model.remembering import forget_all_made


class ListedText(NamedTuple):
    """A text of a list.

    Attributes:
        id: Its id.
        page: The checksum of its page; "" where that cannot be read.
        seed: The name of its seed; "" where the page names none.
        checksum: The checksum of its seed; "" where there is none to be read, which the findings on the list say.
    """

    id: str
    page: str
    seed: str
    checksum: str


def forget_texts() -> None:
    """Forget what was made of the texts that were read, since none of them is read again."""
    forget_all_made()
    front_matter.forget_parsed_pages()


class ChangedTextError(Exception):
    """A text that is not as it was listed; the message is its id."""


def list_texts(root: Path) -> tuple[list[ListedText], list[Finding]]:
    """List the texts below a root, sorted by id; memory never holds two of them.

    Returns:
        The texts, and the findings on all of them together: on seeds that are missing, changed or of no page. What is
        wrong in the files of one text is found by `read_listed`.
    """
    listing = seeds.list_seeds(root)
    findings = [*listing.findings, *check_files(root)]
    lister = _Lister(root, listing, findings)
    texts = sorted(lister.list())
    lister.compare_unclaimed()
    findings += unclaimed(listing.names, lister.claimed) if lister.every_page_read else []
    findings += [seeds.report_absent(name, line) for name, line in listing.absent.items() if name not in lister.claimed]
    return texts, [*findings, *check_converted(tuple(lister.converted), root / seeds.FOLDER)]


class _Lister:
    """Lists the texts of a corpus, and notes the findings on each that others have a part in."""

    def __init__(self, root: Path, listing: seeds.SeedListing, findings: list[Finding]) -> None:
        self._root, self._listing, self._findings = root, listing, findings
        self._names, self._absent = frozenset(listing.names), listing.absent
        self.claimed: dict[str, str] = {}
        self.converted: list[Source] = []
        self.every_page_read = True

    def list(self) -> Iterator[ListedText]:
        """Yield the texts in the order of their files."""
        for file in pages_of_texts(self._root):
            yield self._list_text(file)
            forget_texts()

    def compare_unclaimed(self) -> None:
        """Compare the seeds about which there is no page with their checksums too."""
        for name in self._listing.names:
            if name not in self.claimed:
                self._seed_checksum(name)

    def _list_text(self, file: Path) -> ListedText:
        path = file.relative_to(self._root).as_posix()
        page, _ = front_matter.read_front_matter(file, path)
        if page is None:
            self.every_page_read = False  # its seed may be the one that seems to lack a page
            return ListedText(file.stem, _page_checksum(file, path), "", "")
        values, *_ = fields_of_page(page)
        seed, is_full = values["seed"], values["rights"].publish == FULL
        names = self._names if is_full else self._names.union(self._absent)
        self._findings += claim_seed(page, names, self.claimed)
        if values["original"]:
            self.converted.append(source_of_page(page, "", here=True))
        checksum = self._seed_checksum(seed) if seed in self._names else ""
        return ListedText(file.stem, _page_checksum(file, path), seed, checksum)

    def _seed_checksum(self, name: str) -> str:
        file = self._root / seeds.FOLDER / name
        data, faults = read_regular_file(file, f"{seeds.FOLDER}/{name}")
        self._findings += faults
        if data is None:
            return ""
        checksum = hashlib.sha256(data).hexdigest()
        self._findings += seeds.compare_seed(checksum, file, self._listing.checksums)
        return checksum


def _page_checksum(file: Path, path: str) -> str:
    data, _ = read_regular_file(file, path, LARGEST_PAGE)
    return "" if data is None else hashlib.sha256(data).hexdigest()


def read_seed_text(root: Path, listed: ListedText) -> tuple[str | None, list[Finding]]:
    """Read the seed of a text alone; None where there is none, or it is no text.

    Raises:
        ChangedTextError: If the seed is not as it was listed.
    """
    if not listed.checksum:
        return None, []
    path = f"{seeds.FOLDER}/{listed.seed}"
    data, _ = read_regular_file(root / path, path)
    if data is None or hashlib.sha256(data).hexdigest() != listed.checksum:
        raise ChangedTextError(listed.id)
    return seeds.decode_seed(data, path)


def read_listed(root: Path, listed: ListedText) -> tuple[Source | None, list[Finding]]:
    """Read a text of a list: its page and its seed.

    Args:
        root: The folder that holds seeds/ and docs/.
        listed: What the list says of it.

    Returns:
        The source, None where there is none to be read here; and the findings on the page and the seed.

    Raises:
        ChangedTextError: If the page or the seed are not as they were listed.
    """
    path = f"{SOURCE.folder}/{listed.id}.md"
    if _page_checksum(root / path, path) != listed.page:
        raise ChangedTextError(listed.id)
    page, findings = front_matter.read_front_matter(root / path, path)
    if page is None:
        return None, findings
    _, faults, _ = fields_of_page(page)
    text, faults_of_seed = read_seed_text(root, listed)
    source = None if text is None else source_of_page(page, text, here=True)
    return source, [*findings, *faults, *faults_of_seed]
