"""Read the entries of a folder: one Markdown file per entry, labels and relations in its front matter.

`load_glossary` applies the rules that every folder of entries must keep; what only an edition asks for
(length of definitions, owners of labels) is in `check_edition`.
"""

from __future__ import annotations

from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.entry_fields import ENTRY
from build_tools.corpus.front_matter import FrontMatter, is_id
from build_tools.corpus.regular_files import list_pages
from build_tools.model import Entry
from build_tools.model.findings import Finding
from build_tools.model.remembering import remembered


def load_glossary(folder: Path, root: Path, language: str) -> tuple[tuple[Entry, ...], list[Finding]]:
    """Read every entry of a folder, sorted by id, with the findings of all; files named index.md are no entries."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    for file in list_pages(folder, root):
        if file.name == "index.md":
            continue
        parsed, faults = front_matter.read_front_matter(file, file.relative_to(root).as_posix())
        findings += faults
        if parsed is not None:
            entry, faults = read_entry(parsed, language)
            findings += faults
            entries += [entry] if entry else []
    return tuple(entries), findings


def read_entry(parsed: FrontMatter, language: str) -> tuple[Entry | None, list[Finding]]:
    """Read an entry from its file; None where it has no name or no known kind. Its id is the file's stem."""
    entry, findings = _read(parsed, language)
    return entry, list(findings)


@remembered
def _read(parsed: FrontMatter, language: str) -> tuple[Entry | None, tuple[Finding, ...]]:
    reader, values = ENTRY.read(parsed, language)
    if not is_id(parsed.stem):
        hint = "Name the file in lower-case letters, digits and single hyphens, such as unfriendly-country.md."
        reader.add(1, "id-invalid", f'"{parsed.stem}" cannot be an id', hint)
    usable = values["kind"] and values["pref_label"]
    return (Entry(**parsed.identity, **values) if usable else None), tuple(reader.findings)
