"""Read the hand-written pages of docs/ that are neither entries nor sources: home, introductions, about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FieldReader
from build_tools.model.findings import Finding

KEYS = ("title", "description", "kind", "hide", "template", "search", "turning_points", "bands")
"""The fields that a hand-written page may have."""

OMITTED = ("glossary/index.md", "omitted")
"""The page, and its field, in which editors say which words stay without an entry, and why."""

STYLE = ("house-style.md", "wording", "attributed_by")
"""The page, and its fields, in which editors say which words take a side, and which say whose word another is."""

COLLECTIONS = ("glossary", "sources", "discrepancies", "quotations")


@dataclass(frozen=True, slots=True)
class Band:
    """A line of the timeline's picture: its title, the ids of the entries on it, the line of the file it stands on."""

    title: str
    entries: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True, slots=True)
class Omission:
    """Words that editors leave without an entry, with their reason.

    A name that editors must not write down, a private person's, is given by the words `after` which it stands.
    """

    words: str
    reason: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class HouseWording:
    """Words to avoid, why, and what to write instead; `unless` are phrases in which they are at home."""

    avoid: tuple[str, ...]
    because: str
    instead: str
    unless: tuple[str, ...] = ()


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
    `style` is what the page lays down about words.
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


def load_written_pages(root: Path) -> tuple[tuple[Prose, ...], list[Finding]]:
    """Every hand-written page below docs/, sorted by path; each must have front matter with a title."""
    folder = root / "docs"
    pages: list[Prose] = []
    findings: list[Finding] = []
    for file in sorted(folder.rglob("*.md")):
        inside = file.relative_to(folder)
        if inside.parts[0] == "assets" or (inside.parts[0] in COLLECTIONS and inside.name != "index.md"):
            continue
        path = f"docs/{inside.as_posix()}"
        parsed, faults = front_matter.read_front_matter(file, path)
        findings += faults
        if parsed is None:
            continue
        more = {page: own for page, *own in (OMITTED, STYLE)}
        reader = FieldReader(parsed.fields, path, (*KEYS, *more.get(inside.as_posix(), ())))
        title = reader.text("title", required=True)
        points = tuple(item.text for item in reader.scalars("turning_points", "turning point"))
        bands = _bands(reader)
        omitted, style = tuple(_omitted(reader)), _house_style(reader)
        findings += reader.findings
        name, line = inside.as_posix(), reader.line("turning_points")
        body = (parsed.text, parsed.body, parsed.body_line)
        pages.append(Prose(name, title or inside.stem, *body, points, line, bands, omitted, style))
    return tuple(pages), findings


def _bands(reader: FieldReader) -> tuple[Band, ...]:
    found = []
    for item in reader.maps("bands", ("title", "entries")):
        title = item.text("title", required=True)
        entries = tuple(one.text for one in item.scalars("entries", "entry"))
        reader.extend(item)
        found += [Band(title, entries, item.line("entries"))] if title else []
    return tuple(found)


def _omitted(reader: FieldReader) -> Iterator[Omission]:
    for item in reader.maps(OMITTED[1], ("words", "after", "reason")):
        after = item.text("after", dates=False) or ""
        words, reason = item.text("words", required=not after, dates=False), item.text("reason", required=True)
        if reason is not None and (words or after):
            yield Omission(words or "", reason, after)
        reader.extend(item)


def _house_style(reader: FieldReader) -> HouseStyle:
    found = []
    for item in reader.maps(STYLE[1], ("avoid", "because", "instead", "unless")):
        avoid = tuple(one.text for one in item.scalars("avoid", "word"))
        because, instead = item.text("because", required=True), item.text("instead", required=True)
        unless = tuple(one.text for one in item.scalars("unless", "phrase"))
        reader.extend(item)
        found += [HouseWording(avoid, because, instead, unless)] if avoid and because and instead else []
    signs = tuple(one.text for one in reader.scalars(STYLE[2], "sign of attribution"))
    return HouseStyle(tuple(found), signs)
