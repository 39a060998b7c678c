"""What hand-written files in an older form become: outside sources described in place get files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from build_tools.corpus.evidence import parse_evidence, replace_evidence
from build_tools.corpus.front_matter.text_types import WEB_ADDRESS
from build_tools.corpus.registers import OUTSIDE_WORKS
from build_tools.editing.scaffolds import new_outside_work
from build_tools.model.dates import is_edtf
from build_tools.model.registers import OutsideWork
from build_tools.text.markdown import slug

_ADDRESS = re.compile(WEB_ADDRESS.pattern)


def migrate_files(files: Mapping[str, str], works: Iterable[OutsideWork]) -> dict[str, str]:
    """Return the files that change, and the new ones, as they will be.

    Args:
        files: The text of each hand-written file by its path.
        works: The outside sources that have files already.
    """
    described = _DescribedWorks(works)
    changed = {path: replace_evidence(text, described.cite) for path, text in sorted(files.items())}
    return {path: text for path, text in changed.items() if text != files[path]} | described.files


class _DescribedWorks:
    """The works that are described where they are cited, each with the file that it gets."""

    def __init__(self, works: Iterable[OutsideWork]) -> None:
        self._works = tuple(works)
        self._taken = {work.id for work in self._works}
        self._begun: dict[str, str] = {}
        self.files: dict[str, str] = {}

    def cite(self, bracket: str) -> str:
        """Return a bracket of evidence, in the new form where it describes a work."""
        places = parse_evidence(bracket)
        if not places or not places[0].description:
            return f"[{bracket}]"
        return f"[outside: {self._find(places[0].description)}]"

    def _find(self, description: str) -> str:
        """Return the id of a work: one with a file if publisher and date are its own alone, else a new one."""
        publisher, date, title = _parts(description)
        alike = [
            work.id
            for work in self._works
            if (work.publisher.casefold(), work.date or "") == (publisher.casefold(), date)
        ]
        if len(alike) == 1:
            return alike[0]
        if description not in self._begun:
            self._begun[description] = self._begin(publisher, date, title)
        return self._begun[description]

    def _begin(self, publisher: str, date: str, title: str) -> str:
        stem = slug(f"{publisher} {date}") or "work"
        identifier, number = stem, 1
        while identifier in self._taken:
            number += 1
            identifier = f"{stem}-{number}"
        self._taken.add(identifier)
        address = _ADDRESS.search(title)
        words = title.replace(address[0], "").strip(" ,;") if address else title
        path = f"{OUTSIDE_WORKS}/{identifier}.md"
        self.files[path] = new_outside_work(address[0] if address else "", publisher, date, words)
        return identifier


def _parts(description: str) -> tuple[str, str, str]:
    """Return publisher, date and title of a work as the old form gives them: in this order, with commas."""
    publisher, _, rest = (part.strip() for part in description.partition(","))
    date, _, title = (part.strip() for part in rest.partition(","))
    return (publisher, date, title) if is_edtf(date) else (publisher, "", rest)
