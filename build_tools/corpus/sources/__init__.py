"""Read docs/sources and seeds: for each text its bibliography, the editor's rulings, and the seed itself.

Nothing here raises for what an editor wrote: faults are collected as findings, and a source is
returned with what could be read, as long as its seed can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FieldReader, is_id
from build_tools.corpus.sources import bibliography, seeds
from build_tools.corpus.sources.parallel_rows import read_parallels
from build_tools.corpus.sources.rulings import read_rulings
from build_tools.model import Source
from build_tools.model.findings import Finding
from build_tools.text.hints import did_you_mean

KEYS = (
    "seed",
    "title",
    "short_title",
    "creators",
    "publisher",
    "issued",
    "modified",
    "url",
    "genre",
    "languages",
    "rights",
    "inferred",
    "parallel",
    "rulings",
)
"""The fields of a source page's front matter."""

FOLDER = "docs/sources"


def load_sources(root: Path) -> tuple[tuple[Source, ...], list[Finding]]:
    """Every source below a root, sorted by id, with the findings of its pages and seeds."""
    texts, findings = seeds.load_seeds(root)
    sources: list[Source] = []
    claimed: dict[str, str] = {}
    every_page_read = True
    for file in sorted((root / FOLDER).glob("*.md")):
        if file.name == "index.md":
            continue
        path = file.relative_to(root).as_posix()
        page, faults = front_matter.read_front_matter(file, path)
        findings += faults
        if page is None:
            every_page_read = False  # its seed may be the one that seems to lack a page
            continue
        reader = FieldReader(page.fields, path, KEYS)
        seed = _claim(reader, texts, claimed)
        source = _source(reader, page, seed, texts.get(seed))
        findings += reader.findings
        sources += [source] if source else []
    findings += _unclaimed(texts, claimed) if every_page_read else []
    return tuple(sorted(sources, key=lambda source: source.id)), findings


def _source(reader: FieldReader, page: front_matter.FrontMatter, seed: str, text: str | None) -> Source | None:
    """The source of a page; None where its seed cannot be read. Every field is read for its findings."""
    stem = Path(page.path).stem
    if not is_id(stem):
        hint = "Name the file in lower-case letters, digits and single hyphens, such as slippery-slope.md."
        reader.add(1, "source-id-invalid", f'"{stem}" cannot be the id of a source', hint)
    inferred = bibliography.read_inferred(reader, KEYS)
    source = Source(
        id=stem,
        title=reader.text("title", required=True, dates=False) or stem,
        short_title=reader.text("short_title", dates=False),
        creators=bibliography.creators(reader),
        publisher=reader.text("publisher", dates=False),
        issued=bibliography.date(reader, "issued"),
        modified=bibliography.date(reader, "modified"),
        languages=bibliography.languages(reader),
        genre=bibliography.genre(reader),
        url=bibliography.url(reader),
        rights=bibliography.rights(reader),
        seed=seed,
        text=text or "",
        rulings=read_rulings(reader),
        parallel=read_parallels(reader),
        headnote=page.body.strip("\n"),
        inferred=inferred,
        path=page.path,
        title_stated="title" not in inferred,
    )
    return None if text is None else source


def _claim(reader: FieldReader, texts: Mapping[str, str | None], claimed: dict[str, str]) -> str:
    """The name of the seed a page is about, noted as claimed by it."""
    seed = reader.text("seed", required=True, dates=False) or ""
    if not seed:
        return ""
    line = reader.line("seed")
    if seed not in texts:
        hint = did_you_mean(seed, texts, "Write the name of a file in seeds/.")
        reader.add(line, "seed-missing", f'there is no seed "{seed}" in seeds/', hint)
    elif seed in claimed:
        hint = "Keep one page for each seed, and delete the other or write the seed that it is about."
        reader.add(line, "seed-claimed-twice", f'"{seed}" already has the source page {claimed[seed]}', hint)
    else:
        claimed[seed] = reader.path
    return seed


def _unclaimed(texts: Mapping[str, str | None], claimed: Mapping[str, str]) -> Iterator[Finding]:
    for name in texts:
        if name not in claimed:
            hint = f'Write {FOLDER}/<id>.md and begin its front matter with the line "seed: {name}".'
            message = "no source page is about this seed"
            yield Finding(f"{seeds.FOLDER}/{name}", 1, "seed-without-source-page", message, hint)
