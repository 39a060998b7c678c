"""Read docs/sources and seeds: for each text its bibliography, the editor's rulings, and the seed itself.

Nothing here raises for what an editor wrote: faults are collected as findings, and a source is
returned with what could be read, as long as its seed can be.
"""

from __future__ import annotations

from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.originals import check_converted
from build_tools.corpus.sources.text_pages import (
    claim_seed,
    fields_of_page,
    pages_of_texts,
    source_of_page,
    unclaimed,
)
from build_tools.model import FULL, Source
from build_tools.model.findings import Finding


def load_sources(root: Path) -> tuple[tuple[Source, ...], list[Finding]]:
    """Read every source below a root, sorted by id, with the findings of its pages and seeds.

    The seed of a text that is not published in full may be kept elsewhere, as long as its checksum is listed.
    """
    texts, absent, findings = seeds.load_seeds(root)
    sources: list[Source] = []
    claimed: dict[str, str] = {}
    every_page_read = True
    for file in pages_of_texts(root):
        path = file.relative_to(root).as_posix()
        page, faults = front_matter.read_front_matter(file, path)
        findings += faults
        if page is None:
            every_page_read = False  # its seed may be the one that seems to lack a page
            continue
        values, faults_of_fields, _ = fields_of_page(page)
        seed = values["seed"]
        may_be_absent = values["rights"].publish != FULL and seed in absent
        findings += faults_of_fields
        findings += claim_seed(page, {**texts, **dict.fromkeys(absent)} if may_be_absent else texts, claimed)
        text = "" if may_be_absent else texts.get(seed)
        sources += [source_of_page(page, text, here=not may_be_absent)] if text is not None else []
    findings += unclaimed(texts, claimed) if every_page_read else []
    findings += [seeds.report_absent(name, line) for name, line in absent.items() if name not in claimed]
    ordered = tuple(sorted(sources, key=lambda source: source.id))
    return ordered, [*findings, *check_converted(ordered, root / seeds.FOLDER)]
