"""The page of one text: its fields, the source that it describes, and its claim to a seed."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import is_id
from build_tools.corpus.front_matter.declarations import Values
from build_tools.corpus.regular_files import list_pages
from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.model import Source
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean
from build_tools.model.remembering import remembered


def pages_of_texts(root: Path) -> list[Path]:
    """Return the files that describe a text each, sorted."""
    return [file for file in list_pages(root / SOURCE.folder, root) if file.name != "index.md"]


@remembered
def fields_of_page(page: front_matter.FrontMatter) -> tuple[Values, tuple[Finding, ...], int]:
    """Return the fields of a page, the findings on them and on its name, and the line that names its seed."""
    reader, values = SOURCE.read(page)
    if not is_id(page.stem):
        hint = "Name the file in lower-case letters, digits and single hyphens, such as letters-from-lumen.md."
        reader.add(1, "source-id-invalid", f'"{page.stem}" cannot be the id of a source', hint)
    return values, tuple(reader.findings), reader.line("seed")


@remembered
def source_of_page(page: front_matter.FrontMatter, text: str, *, here: bool) -> Source:
    """Return the source of a page with the text of its seed."""
    values, *_ = fields_of_page(page)
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


def claim_seed(page: front_matter.FrontMatter, names: Collection[str], claimed: dict[str, str]) -> Iterator[Finding]:
    """Note in `claimed` that a page is about a seed; report a seed that is not there or has a page already.

    Args:
        page: The page.
        names: The names of the seeds that it may be about.
        claimed: The path of the page that each seed has.
    """
    values, _, line = fields_of_page(page)
    seed, path = values["seed"], page.path
    if not seed:
        return
    if seed not in names:
        hint = did_you_mean(seed, names, "Write the name of a file in seeds/.")
        yield Finding(path, line, "seed-missing", f'there is no seed "{seed}" in seeds/', hint)
    elif seed in claimed:
        hint = "Keep one page for each seed: delete the other, or name its own seed in it."
        yield Finding(path, line, "seed-claimed-twice", f'"{seed}" already has the source page {claimed[seed]}', hint)
    else:
        claimed[seed] = path


def unclaimed(names: Iterable[str], claimed: Container[str]) -> Iterator[Finding]:
    """Yield a finding for each seed about which there is no page."""
    for name in names:
        if name not in claimed:
            hint = f'Write {SOURCE.folder}/<id>.md and begin its front matter with the line "seed: {name}".'
            message = "this seed has no source page"
            yield Finding(f"{seeds.FOLDER}/{name}", 1, "seed-without-source-page", message, hint)
