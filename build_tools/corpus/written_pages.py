"""Read the written pages that are neither entries nor sources: those of docs/, and those that come with the package."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from build_tools.corpus import front_matter
from build_tools.corpus.front_matter import FieldReader, Fields, FrontMatter, Scalar
from build_tools.corpus.front_matter.declarations import field_names
from build_tools.corpus.front_matter.settings import read_fields_of_settings
from build_tools.corpus.page_fields import (
    OF_OTHERS,
    OF_THE_THEME,
    PAGE,
    Band,
    HouseWording,
    Omission,
    Question,
)
from build_tools.corpus.regular_files import list_pages
from build_tools.corpus.withdrawals import Withdrawal
from build_tools.model import ExcerptLimits
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean, most_similar
from build_tools.text.prose.heading_ids import first_heading

_API = "api"

TEMPLATES = ("404.html", "main.html")
"""The templates of the package, by which a page may be shown; an edition may have more in a folder of its own."""

_SITE_FIELDS = ("title", "description", "kind", "hide", "template", "search", "icon", "status", "subtitle", "tags")
"""The fields of ours that the site generator reads, as it does all that are not ours."""

_MISSPELT = 0.75
"""How similar to a field of ours a field is that is probably misspelt."""

_OURS = frozenset(field_names(PAGE.fields)) - set(_SITE_FIELDS)

_STANDARD = "pages"
"""The folder of the package with the pages that an edition has unless its docs/ has a file of that name."""

COLLECTIONS = ("glossary", "sources", "discrepancies", "quotations", "outside")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What editors laid down about words; `attributed_by` are words that say whose word another is."""

    wording: tuple[HouseWording, ...] = ()
    attributed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A hand-written page: its path below docs/, its title, the whole file, and its body from `body_line` on.

    `front_matter` is what the site generator is given of its fields, rewritten and safe to print, and `fields` are
    the texts and the lists of texts among them, as written.
    `turning_points` are ids of entries that the home page presents, listed on `points_line`; `bands`
    are the lines of the timeline, each a title and ids of entries; `omitted` are words left without an entry;
    `questions` are contested ones, with the ids of what answers them; `withdrawn` is what was withdrawn;
    `style` is what the page lays down about words; `excerpts` limits the excerpts of all texts;
    `rules_off` are the rules of linking that the edition does without.
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
    questions: tuple[Question, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    style: HouseStyle = HouseStyle()
    excerpts: ExcerptLimits = field(default_factory=ExcerptLimits)
    rules_off: tuple[str, ...] = ()


def is_api_page(path: str) -> bool:
    """Return whether a page may have mkdocstrings describe the program: on api.md and on those in api/.

    Args:
        path: The path of the page, below docs/.
    """
    page = PurePosixPath(path)
    return page.suffix == ".md" and (path == f"{_API}.md" or page.parts[:-1] == (_API,))


def load_written_pages(root: Path) -> tuple[tuple[Prose, ...], list[Finding]]:
    """Read every hand-written page below docs/, sorted by path, with or without front matter."""
    folder = root / "docs"
    templates = (*TEMPLATES, *_own_templates(root))
    pages: list[Prose] = []
    findings: list[Finding] = []
    for file in list_pages(folder, root, "**/*.md"):
        inside = file.relative_to(folder)
        if inside.parts[0] == "assets" or (inside.parts[0] in COLLECTIONS and inside.name != "index.md"):
            continue
        parsed, faults = front_matter.read_front_matter(file, f"docs/{inside.as_posix()}", may_lack=True)
        findings += faults
        if parsed is not None:
            page, faults = _read_page(parsed, inside.as_posix(), templates)
            pages.append(page)
            findings += faults
    return tuple(pages), findings


@cache
def standard_pages() -> tuple[Prose, ...]:
    """Return the pages that come with the package and speak of no edition, sorted by path."""
    read = (
        (path, front_matter.parse_front_matter(file.read_text(encoding="utf-8"), path)[0])
        for path, file in _standard_files(files(__package__) / _STANDARD, "")
    )
    pages = (_read_page(parsed, path, TEMPLATES)[0] for path, parsed in read if parsed is not None)
    return tuple(sorted(pages, key=lambda page: page.path))


def _standard_files(folder: Traversable, way: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _standard_files(item, f"{way}{item.name}/")
        elif item.name.endswith(".md"):
            yield f"{way}{item.name}", item


def complete_pages(written: Collection[Prose]) -> tuple[Prose, ...]:
    """Return the pages of an edition, with those of the package that it does not have, sorted by path.

    A page of the edition that has a name of the package's but no words of its own has the words of the package.

    Args:
        written: The hand-written pages of the edition.
    """
    standard = {page.path: page for page in standard_pages()}
    pages = {page.path: page for page in written}
    for path, page in standard.items():
        if path not in pages:
            pages[path] = page
        elif not pages[path].body.strip():
            pages[path] = replace(pages[path], body=page.body)
    return tuple(pages[path] for path in sorted(pages))


def _own_templates(root: Path) -> list[str]:
    """Return the names of the templates in the folder that mkdocs.yml names as `custom_dir` of the theme, if any."""
    read = read_fields_of_settings(root)
    theme = read.nodes.get("theme") if read else None
    folder = theme.nodes.get("custom_dir") if isinstance(theme, Fields) else None
    return [file.name for file in sorted((root / folder.text).glob("*.html"))] if isinstance(folder, Scalar) else []


def _read_page(parsed: FrontMatter, path: str, templates: Collection[str]) -> tuple[Prose, list[Finding]]:
    reader, values = PAGE.read(parsed)
    template = values["template"]
    if template and template not in templates:
        hint = did_you_mean(template, templates, f"Templates of this edition: {', '.join(templates)}.")
        reader.add(reader.line("template"), "template-unknown", f'there is no template "{template}"', hint)
    title = values["title"] or first_heading(parsed.body) or _name_in_words(path)
    fields = parsed.fields
    if not values["title"]:
        fields = replace(fields, nodes={**fields.nodes, "title": Scalar(title, fields.line)})
    reader.findings.extend(_check_other_fields(reader))
    passed_on = [name for name in fields.nodes if name not in _OURS | OF_THE_THEME]
    page = Prose(
        path=path,
        title=title,
        text=parsed.text,
        body=parsed.body,
        body_line=parsed.body_line,
        front_matter=front_matter.render_fields(fields, passed_on),
        fields=front_matter.plain_fields(fields, passed_on),
        turning_points=values["turning_points"],
        points_line=reader.line("turning_points"),
        bands=values["bands"],
        questions=values.get("questions", ()),
        withdrawn=values.get("withdrawn", ()),
        omitted=values.get("omitted", ()),
        excerpts=values.get("excerpts") or ExcerptLimits(),
        rules_off=values.get("rules_off", ()),
        style=HouseStyle(values.get("wording", ()), values.get("attributed_by", ())),
    )
    return page, reader.findings


def _name_in_words(path: str) -> str:
    name = PurePosixPath(path)
    words = (name.parent.name if name.stem == "index" else name.stem).replace("-", " ").replace("_", " ")
    return words.capitalize() if words.islower() else words or "Home"


def _check_other_fields(reader: FieldReader) -> Iterator[Finding]:
    """Yield a finding for each field that is the theme's own, and advice for each that looks like one of ours."""
    for key in reader.fields.nodes:
        line = reader.line(key)
        if key in OF_THE_THEME:
            message = f'the field "{key}" is one that the program writes'
            yield Finding(reader.path, line, "key-unknown", message, "Delete it, or give it another name.")
        elif only_on := next((field.only_on for field in PAGE.fields if field.name == key), ""):
            if only_on != reader.path:
                message = f'the field "{key}" is read in {only_on} only'
                yield Finding(reader.path, line, "key-doubtful", message, f"Move it to {only_on}.")
        elif key not in field_names(PAGE.fields) and key not in OF_OTHERS:
            similar = most_similar(key, field_names(PAGE.fields), _MISSPELT)
            if similar:
                message = f'the field "{key}" is left to the site generator'
                yield Finding(reader.path, line, "key-doubtful", message, f'Did you mean "{similar}"?')
