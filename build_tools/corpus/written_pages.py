"""Read the hand-written pages of docs/ that are neither entries nor sources: home, introductions, about."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FrontMatter
from build_tools.corpus.page_fields import PAGE, Band, HouseWording, Omission
from build_tools.corpus.regular_files import list_pages
from build_tools.model import ExcerptLimits
from build_tools.model.findings import Finding

COLLECTIONS = ("glossary", "sources", "discrepancies", "quotations")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What editors laid down about words; `attributed_by` are words that say whose word another is."""

    wording: tuple[HouseWording, ...] = ()
    attributed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page: its path below docs/, its title, the whole file, and its body from `body_line` on.

    `turning_points` are ids of entries that the home page tells first, listed on `points_line`; `bands`
    are the lines of the timeline, each a title and ids of entries; `omitted` are words left without an entry;
    `style` is what the page lays down about words; `excerpts` limits the excerpts of all texts.
    """

    path: str
    title: str
    text: str
    body: str
    body_line: int
    turning_points: tuple[str, ...] = ()
    points_line: int = 1
    bands: tuple[Band, ...] = ()
    omitted: tuple[Omission, ...] = ()
    style: HouseStyle = HouseStyle()
    excerpts: ExcerptLimits = field(default_factory=ExcerptLimits)


def load_written_pages(root: Path) -> tuple[tuple[Prose, ...], list[Finding]]:
    """Read every hand-written page below docs/, sorted by path; each must have front matter with a title."""
    folder = root / "docs"
    pages: list[Prose] = []
    findings: list[Finding] = []
    for file in list_pages(folder, root, "**/*.md"):
        inside = file.relative_to(folder)
        if inside.parts[0] == "assets" or (inside.parts[0] in COLLECTIONS and inside.name != "index.md"):
            continue
        parsed, faults = front_matter.read_front_matter(file, f"docs/{inside.as_posix()}")
        findings += faults
        if parsed is not None:
            page, faults = _read_page(parsed, inside.as_posix())
            pages.append(page)
            findings += faults
    return tuple(pages), findings


def _read_page(parsed: FrontMatter, path: str) -> tuple[Prose, list[Finding]]:
    reader, values = PAGE.read(parsed)
    page = Prose(
        path=path,
        title=values["title"] or parsed.stem,
        text=parsed.text,
        body=parsed.body,
        body_line=parsed.body_line,
        turning_points=values["turning_points"],
        points_line=reader.line("turning_points"),
        bands=values["bands"],
        omitted=values.get("omitted", ()),
        excerpts=values.get("excerpts") or ExcerptLimits(),
        style=HouseStyle(values.get("wording", ()), values.get("attributed_by", ())),
    )
    return page, reader.findings
