"""Read the hand-written pages of docs/ that are neither entries nor sources: home, introductions, about."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import Fields, FrontMatter, Scalar
from build_tools.corpus.page_fields import PAGE, Band, HouseWording, Omission
from build_tools.corpus.regular_files import list_pages
from build_tools.model import ExcerptLimits
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean

_API = "api"

TEMPLATES = ("404.html", "main.html")
"""The templates of the package, by which a page may be shown; an edition may have more in a folder of its own."""

_SITE_FIELDS = ("title", "description", "kind", "hide", "template", "search", "icon", "status", "subtitle", "tags")
"""The fields that the site generator reads."""

COLLECTIONS = ("glossary", "sources", "discrepancies", "quotations")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What editors laid down about words; `attributed_by` are words that say whose word another is."""

    wording: tuple[HouseWording, ...] = ()
    attributed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page: its path below docs/, its title, the whole file, and its body from `body_line` on.

    `front_matter` is what the site generator is given of its fields, written anew and safe to print, and `fields` are
    the texts and the lists of texts among them, as written.
    `turning_points` are ids of entries that the home page tells first, listed on `points_line`; `bands`
    are the lines of the timeline, each a title and ids of entries; `omitted` are words left without an entry;
    `style` is what the page lays down about words; `excerpts` limits the excerpts of all texts.
    """

    path: str
    title: str
    text: str
    body: str
    body_line: int
    front_matter: str = ""
    fields: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    turning_points: tuple[str, ...] = ()
    points_line: int = 1
    bands: tuple[Band, ...] = ()
    omitted: tuple[Omission, ...] = ()
    style: HouseStyle = HouseStyle()
    excerpts: ExcerptLimits = field(default_factory=ExcerptLimits)


def is_api_page(path: str) -> bool:
    """Return whether mkdocstrings may be told on a page to describe the program: on api.md and on those in api/.

    Args:
        path: The path of the page, below docs/.
    """
    page = PurePosixPath(path)
    return page.suffix == ".md" and (path == f"{_API}.md" or page.parts[:-1] == (_API,))


def load_written_pages(root: Path) -> tuple[tuple[Prose, ...], list[Finding]]:
    """Read every hand-written page below docs/, sorted by path; each must have front matter with a title."""
    folder = root / "docs"
    templates = (*TEMPLATES, *_own_templates(root))
    pages: list[Prose] = []
    findings: list[Finding] = []
    for file in list_pages(folder, root, "**/*.md"):
        inside = file.relative_to(folder)
        if inside.parts[0] == "assets" or (inside.parts[0] in COLLECTIONS and inside.name != "index.md"):
            continue
        parsed, faults = front_matter.read_front_matter(file, f"docs/{inside.as_posix()}")
        findings += faults
        if parsed is not None:
            page, faults = _read_page(parsed, inside.as_posix(), templates)
            pages.append(page)
            findings += faults
    return tuple(pages), findings


def _own_templates(root: Path) -> list[str]:
    """Return the names of the templates in the folder that mkdocs.yml names as `custom_dir` of the theme, if any."""
    settings = root / "mkdocs.yml"
    read = front_matter.parse_settings(settings.read_text(encoding="utf-8")) if settings.is_file() else None
    theme = read.nodes.get("theme") if read else None
    folder = theme.nodes.get("custom_dir") if isinstance(theme, Fields) else None
    return [file.name for file in sorted((root / folder.text).glob("*.html"))] if isinstance(folder, Scalar) else []


def _read_page(parsed: FrontMatter, path: str, templates: Collection[str]) -> tuple[Prose, list[Finding]]:
    reader, values = PAGE.read(parsed)
    template = values["template"]
    if template and template not in templates:
        hint = did_you_mean(template, templates, f"Templates of this edition: {', '.join(templates)}.")
        reader.add(reader.line("template"), "template-unknown", f'there is no template "{template}"', hint)
    page = Prose(
        path=path,
        title=values["title"] or parsed.stem,
        text=parsed.text,
        body=parsed.body,
        body_line=parsed.body_line,
        front_matter=front_matter.render_fields(parsed.fields, _SITE_FIELDS),
        fields=front_matter.plain_fields(parsed.fields, _SITE_FIELDS),
        turning_points=values["turning_points"],
        points_line=reader.line("turning_points"),
        bands=values["bands"],
        omitted=values.get("omitted", ()),
        excerpts=values.get("excerpts") or ExcerptLimits(),
        style=HouseStyle(values.get("wording", ()), values.get("attributed_by", ())),
    )
    return page, reader.findings
