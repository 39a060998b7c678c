"""Read docs/sources and seeds: for each text its bibliography, the editor's rulings, and the seed itself.

Nothing here raises for what an editor wrote: faults are collected as findings, and a source is
returned with what could be read, as long as its seed can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FieldReader, is_id
from build_tools.corpus.front_matter.declarations import Values
from build_tools.corpus.regular_files import list_pages
from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.model import FULL, Source
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean


def load_sources(root: Path) -> tuple[tuple[Source, ...], list[Finding]]:
    """Read every source below a root, sorted by id, with the findings of its pages and seeds.

    The seed of a text that is not published in full may be kept elsewhere, as long as its checksum is listed.
    """
    texts, absent, findings = seeds.load_seeds(root)
    sources: list[Source] = []
    claimed: dict[str, str] = {}
    every_page_read = True
    for file in list_pages(root / SOURCE.folder, root):
        if file.name == "index.md":
            continue
        path = file.relative_to(root).as_posix()
        page, faults = front_matter.read_front_matter(file, path)
        findings += faults
        if page is None:
            every_page_read = False  # its seed may be the one that seems to lack a page
            continue
        reader, values = SOURCE.read(page)
        may_be_absent = values["rights"].publish != FULL and values["seed"] in absent
        _claim_seed(reader, values["seed"], {**texts, **dict.fromkeys(absent, "")} if may_be_absent else texts, claimed)
        source = _source(
            reader, page, values, "" if may_be_absent else texts.get(values["seed"]), here=not may_be_absent
        )
        findings += reader.findings
        sources += [source] if source else []
    findings += _unclaimed(texts, claimed) if every_page_read else []
    findings += [seeds.report_absent(name, line) for name, line in absent.items() if name not in claimed]
    return tuple(sorted(sources, key=lambda source: source.id)), findings


def _source(
    reader: FieldReader, page: front_matter.FrontMatter, values: Values, text: str | None, *, here: bool
) -> Source | None:
    """Return the source of a page with the text of its seed; None where that cannot be read."""
    if not is_id(page.stem):
        hint = "Name the file in lower-case letters, digits and single hyphens, such as slippery-slope.md."
        reader.add(1, "source-id-invalid", f'"{page.stem}" cannot be the id of a source', hint)
    if text is None:
        return None
    stated = "title" not in values["inferred"]
    values["title"] = values["title"] or page.stem
    return Source(
        **values,
        id=page.stem,
        text=text,
        headnote=page.notes,
        headnote_line=page.notes_line,
        path=page.path,
        title_stated=stated,
        seed_is_here=here,
    )


def _claim_seed(reader: FieldReader, seed: str, texts: Mapping[str, str | None], claimed: dict[str, str]) -> None:
    """Note in `claimed` that a page is about a seed; report a seed that is not there or has a page already."""
    if not seed:
        return
    line = reader.line("seed")
    if seed not in texts:
        hint = did_you_mean(seed, texts, "Write the name of a file in seeds/.")
        reader.add(line, "seed-missing", f'there is no seed "{seed}" in seeds/', hint)
    elif seed in claimed:
        hint = "Keep one page for each seed, and delete the other or write the seed that it is about."
        reader.add(line, "seed-claimed-twice", f'"{seed}" already has the source page {claimed[seed]}', hint)
    else:
        claimed[seed] = reader.path


def _unclaimed(texts: Mapping[str, str | None], claimed: Mapping[str, str]) -> Iterator[Finding]:
    for name in texts:
        if name not in claimed:
            hint = f'Write {SOURCE.folder}/<id>.md and begin its front matter with the line "seed: {name}".'
            message = "this seed has no source page"
            yield Finding(f"{seeds.FOLDER}/{name}", 1, "seed-without-source-page", message, hint)
