"""Read docs/sources and seeds: for each text its bibliography, the editor's rulings, and the seed itself.

Nothing here raises for what an editor wrote: faults are collected as findings, and a source is
returned with what could be read, as long as its seed can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import is_id
from build_tools.corpus.front_matter.declarations import Values
from build_tools.corpus.regular_files import list_pages
from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.originals import check_converted
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.model import FULL, Source
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean
from build_tools.model.remembering import remembered


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
        values, faults_of_fields, line = _read(page)
        seed = values["seed"]
        may_be_absent = values["rights"].publish != FULL and seed in absent
        findings += faults_of_fields
        seeds_here = {**texts, **dict.fromkeys(absent, "")} if may_be_absent else texts
        findings += _claim_seed(seed, path, line, seeds_here, claimed)
        text = "" if may_be_absent else texts.get(seed)
        sources += [_source(page, text, here=not may_be_absent)] if text is not None else []
    findings += _unclaimed(texts, claimed) if every_page_read else []
    findings += [seeds.report_absent(name, line) for name, line in absent.items() if name not in claimed]
    ordered = tuple(sorted(sources, key=lambda source: source.id))
    return ordered, [*findings, *check_converted(ordered, root / seeds.FOLDER)]


@remembered
def _read(page: front_matter.FrontMatter) -> tuple[Values, tuple[Finding, ...], int]:
    """Return the fields of a page, the findings on them and on its name, and the line that names its seed."""
    reader, values = SOURCE.read(page)
    if not is_id(page.stem):
        hint = "Name the file in lower-case letters, digits and single hyphens, such as letters-from-lumen.md."
        reader.add(1, "source-id-invalid", f'"{page.stem}" cannot be the id of a source', hint)
    return values, tuple(reader.findings), reader.line("seed")


@remembered
def _source(page: front_matter.FrontMatter, text: str, *, here: bool) -> Source:
    """Return the source of a page with the text of its seed."""
    values, *_ = _read(page)
    stated = "title" not in values["inferred"]
    return Source(
        **{**values, "title": values["title"] or page.stem},
        id=page.stem,
        text=text,
        headnote=page.notes,
        headnote_line=page.notes_line,
        path=page.path,
        title_stated=stated,
        seed_is_here=here,
        lines=dict(page.fields.key_lines),
    )


def _claim_seed(
    seed: str, path: str, line: int, texts: Mapping[str, str | None], claimed: dict[str, str]
) -> Iterator[Finding]:
    """Note in `claimed` that a page is about a seed; report a seed that is not there or has a page already."""
    if not seed:
        return
    if seed not in texts:
        hint = did_you_mean(seed, texts, "Write the name of a file in seeds/.")
        yield Finding(path, line, "seed-missing", f'there is no seed "{seed}" in seeds/', hint)
    elif seed in claimed:
        hint = "Keep one page for each seed: delete the other, or name its own seed in it."
        yield Finding(path, line, "seed-claimed-twice", f'"{seed}" already has the source page {claimed[seed]}', hint)
    else:
        claimed[seed] = path


def _unclaimed(texts: Mapping[str, str | None], claimed: Mapping[str, str]) -> Iterator[Finding]:
    for name in texts:
        if name not in claimed:
            hint = f'Write {SOURCE.folder}/<id>.md and begin its front matter with the line "seed: {name}".'
            message = "this seed has no source page"
            yield Finding(f"{seeds.FOLDER}/{name}", 1, "seed-without-source-page", message, hint)
