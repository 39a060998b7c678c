"""The raw texts in seeds/, byte for byte as received, checked against their checksums in SHA256SUMS."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.regular_files import read_regular_file
from build_tools.corpus.sources.originals import ORIGINALS, check_originals, originals_below
from build_tools.model.findings import Finding, pluralise

FOLDER = "seeds"
SUMS = "SHA256SUMS"

_CHECKSUM = re.compile(r"(?P<checksum>[0-9a-fA-F]{64}) [ *](?P<name>.+)")
_ENDING = ".txt"  # in capitals too, as old systems and scanners write it
# Controls that change the order of what is read, or mean nothing in a text; tabs and line ends are at home in it.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class SeedListing:
    """The seeds by name, none of them read.

    Attributes:
        names: The names of the files, sorted.
        checksums: The checksum of each file that SHA256SUMS lists, and its line there.
        findings: What is wrong with that list, and with the originals it lists.
    """

    names: tuple[str, ...]
    checksums: Mapping[str, tuple[str, int]]
    findings: tuple[Finding, ...]

    @property
    def absent(self) -> dict[str, int]:
        """Return the files that are listed with their checksum and are not there, each with its line in the list."""
        here = frozenset(self.names)
        return {name: line for name, (_, line) in self.checksums.items() if name not in here and "/" not in name}


def list_seeds(root: Path) -> SeedListing:
    """List all seeds without reading one; the originals are compared with their checksums."""
    folder = root / FOLDER
    checksums, findings = _read_checksums(folder / SUMS)
    findings += check_originals(folder, checksums, f"{FOLDER}/{SUMS}", _command(folder))
    return SeedListing(tuple(file.name for file in _files(folder)), checksums, tuple(findings))


def load_seeds(root: Path) -> tuple[dict[str, str | None], dict[str, int], list[Finding]]:
    """Read all seeds.

    A text is decoded and not changed: offsets count its code points, a byte order mark included.

    Returns:
        The text of each by file name (None where it cannot be read); the files that are listed with their checksum and
        are not there, each with its line in the list; and the findings.
    """
    listing = list_seeds(root)
    texts: dict[str, str | None] = {}
    findings = list(listing.findings)
    for name in listing.names:
        texts[name], faults = _read(root / FOLDER / name, listing.checksums)
        findings += faults
    return texts, listing.absent, findings


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.*") if file.suffix.lower() == _ENDING)


def _command(folder: Path) -> str:
    """Return the command that writes the checksums of a folder anew."""
    endings = sorted({file.suffix for file in _files(folder)} - {_ENDING})
    names = [f"*{ending}" for ending in (_ENDING, *endings)]
    names += [f"{ORIGINALS}/*"] if originals_below(folder) else []
    return f"cd {FOLDER} && sha256sum {' '.join(names)} > {SUMS}"


def report_absent(name: str, line: int) -> Finding:
    """Return the finding of a seed that is listed and not there, though its text is published in full."""
    hint = f"Put the file back into {FOLDER}/, or delete this line."
    return Finding(f"{FOLDER}/{SUMS}", line, "seed-missing", f'"{name}" is listed but does not exist', hint)


def _read_checksums(file: Path) -> tuple[dict[str, tuple[str, int]], list[Finding]]:
    """Return the checksum and line of each listed seed."""
    checksums: dict[str, tuple[str, int]] = {}
    path = f"{FOLDER}/{SUMS}"
    if not file.is_file():
        return {}, []  # every seed will be reported as not listed
    data, findings = read_regular_file(file, path)
    for number, line in enumerate((data or b"").decode("utf-8", "replace").splitlines(), 1):
        match = _CHECKSUM.fullmatch(line)
        if match:
            checksums[match["name"]] = (match["checksum"].lower(), number)
        elif line.strip():
            hint = f"Write the checksums again: {_command(file.parent)}"
            message = "the line is not a SHA-256 checksum, two spaces and a file name"
            findings.append(Finding(path, number, "seed-sum-unreadable", message, hint))
    return checksums, findings


def _read(file: Path, checksums: Mapping[str, tuple[str, int]]) -> tuple[str | None, list[Finding]]:
    path = f"{FOLDER}/{file.name}"
    data, findings = read_regular_file(file, path)
    if data is None:
        return None, findings
    text, faults = decode_seed(data, path)
    return text, [*compare_seed(hashlib.sha256(data).hexdigest(), file, checksums), *faults]


def decode_seed(data: bytes, path: str) -> tuple[str | None, list[Finding]]:
    """Return the text of a seed, None where it is no text, and findings on what is in it.

    Args:
        data: The bytes of the file.
        path: The file, as findings name it.
    """
    decoded, findings = front_matter.decode(data, path, "seed-not-utf8")
    if decoded is None:
        return None, findings
    if not decoded.strip():
        hint = "Put the text in, or delete the seed with its source page."
        findings.append(Finding(path, 1, "seed-empty", "the seed has no text", hint))
    text = data.decode("utf-8")
    return text, findings + list(_controls(text, path))


def compare_seed(checksum: str, file: Path, checksums: Mapping[str, tuple[str, int]]) -> Iterator[Finding]:
    """Yield a finding if a seed is not listed with this checksum.

    Args:
        checksum: The checksum that it has.
        file: The file.
        checksums: The checksum and line of each listed seed.
    """
    name, path = file.name, f"{FOLDER}/{file.name}"
    if name not in checksums:
        hint = f"If the seed is as received, add its checksum: {_command(file.parent)}"
        yield Finding(path, 1, "seed-not-listed", f"the seed is not listed in {FOLDER}/{SUMS}", hint)
    elif checksum != checksums[name][0]:
        hint = (
            f"Put the seed back as received: git checkout -- {path}. If the change is intended: {_command(file.parent)}"
        )
        message = f"the seed has changed: its checksum differs from {FOLDER}/{SUMS}, line {checksums[name][1]}"
        yield Finding(path, 1, "seed-changed", message, hint)


def _controls(text: str, path: str) -> Iterator[Finding]:
    """Advice for each kind of control character, at the line where it first occurs."""
    first: dict[str, int] = {}
    for control in _CONTROLS.finditer(text):
        first.setdefault(control[0], control.start())
    for character, offset in first.items():
        name = unicodedata.name(character, "control character")
        message = (
            f"U+{ord(character):04X} ({name.lower()}) appears here, {pluralise(text.count(character), 'time')} in all"
        )
        hint = (
            "Nothing needs to be done: it is kept and shown as text. "
            "Ask whoever sent the seed whether it belongs there."
        )
        line = text.count("\n", 0, offset) + 1
        yield Finding(path, line, "seed-control-character", message, hint)
