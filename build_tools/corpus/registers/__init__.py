"""Read docs/discrepancies, docs/quotations and docs/outside: who says what, where, when.

Nothing here raises for what an editor wrote: faults are findings. Whether a quotation is in the
block it cites is checked once the texts are cut.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FrontMatter, is_id
from build_tools.corpus.registers.discrepancies import read_discrepancy
from build_tools.corpus.registers.outside_fields import read_outside_work
from build_tools.corpus.registers.quotations import read_quotation
from build_tools.corpus.regular_files import list_pages
from build_tools.model.findings import Finding
from build_tools.model.registers import Discrepancy, OutsideWork, Quotation, Registers

DISCREPANCIES = "docs/discrepancies"
QUOTATIONS = "docs/quotations"
OUTSIDE_WORKS = "docs/outside"

_Item = TypeVar("_Item", Discrepancy, Quotation, OutsideWork)


def load_registers(root: Path) -> tuple[Registers, list[Finding]]:
    """Read the registers below a root, sorted by id, with the findings of all their files."""
    discrepancies, faults = _load(root, DISCREPANCIES, read_discrepancy)
    quotations, more = _load(root, QUOTATIONS, read_quotation)
    works, faults_of_works = _load(root, OUTSIDE_WORKS, read_outside_work)
    return Registers(discrepancies, quotations, works), [*faults, *more, *faults_of_works]


def _load(
    root: Path, folder: str, read: Callable[[FrontMatter], tuple[_Item | None, list[Finding]]]
) -> tuple[tuple[_Item, ...], list[Finding]]:
    items: list[_Item] = []
    findings: list[Finding] = []
    for file in list_pages(root / folder, root):
        if file.name == "index.md":
            continue
        path = file.relative_to(root).as_posix()
        parsed, faults = front_matter.read_front_matter(file, path)
        findings += faults
        if not is_id(file.stem):
            hint = "Name the file in lower-case letters, digits and single hyphens, such as visit-date.md."
            findings.append(Finding(path, 1, "id-invalid", f'"{file.stem}" cannot be an id', hint))
        if parsed is not None:
            item, faults = read(parsed)
            findings += faults
            items += [item] if item else []
    return tuple(items), findings


__all__ = ["DISCREPANCIES", "OUTSIDE_WORKS", "QUOTATIONS", "load_registers"]
