"""What all indexes share: a title and an editor's introduction, then the contents of the edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.text.prose.heading_ids import add_heading_ids, split_at_heading
from build_tools.website.markup.body_nodes import Block, Division, EditorBlocks, Heading, Phrase, Table
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.survey.lookups import Corpus, page_fields

HOME = "index.md"
_TITLES = {
    HOME: "Home",
    "check.md": "Check a quotation",
    "discrepancies/index.md": "Where the texts differ",
    "sources/index.md": "Texts",
}


@dataclass(frozen=True, slots=True)
class Index:
    """What an index has besides its introduction.

    Attributes:
        kind: The kind of page, by which the template and the style sheets tell it apart.
        description: The description in the metadata of the page.
        above: What stands above the first heading of the introduction.
        below: What follows the introduction.
        template: The file of the theme that lays it out.
        around: What the template shows in the places that the body keeps for it.
        styles: The style sheets that this page alone loads.
        scripts: The scripts that this page alone loads.
    """

    kind: str
    description: str
    above: tuple[Block, ...] = ()
    below: tuple[Block, ...] = ()
    template: str = "main.html"
    around: Mapping[str, object] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


def compose_index(path: str, index: Index, corpus: Corpus) -> ComposedPage:
    """Compose a page with a hand-written introduction under its title.

    On the home page the title and the introduction up to its first heading form a block of their own.

    Args:
        path: The path of the page below docs/.
        index: What it has besides its introduction.
        corpus: The edition with its look-ups.
    """
    title = (
        corpus.edition.titles.get(path) or _TITLES.get(path) or path.removesuffix(".md").partition("/")[0].capitalize()
    )
    written = split_at_heading(add_heading_ids(corpus.body(path)))
    opening, rest = ((EditorBlocks(part),) if part.strip() else () for part in written)
    head: tuple[Block, ...] = (Heading(1, "title", (title,)), *opening)
    if path == HOME:
        head = (Division(head, ("hero",), "header"),)
    fields: dict[str, str | tuple[str, ...]] = {
        "title": title,
        "description": index.description,
        "kind": index.kind,
        **({"styles": index.styles} if index.styles else {}),
        **({"scripts": index.scripts} if index.scripts else {}),
    }
    body = (*head, *index.above, *rest, *index.below)
    return ComposedPage(path, index.template, page_fields(path, corpus, fields), index.around, body, path)


def count_span(number: int) -> Phrase:
    """Return a number as lists show it at the end of a line."""
    return Phrase((f"{number:,}",), ("count",))


def swatch_span(kind: str) -> Phrase:
    """Return a sample of the underline of a kind of entry: decoration, since the kind is always named beside it."""
    return Phrase((), ("swatch", kind), is_hidden=True)


def scrolling(table: Table, label: str, *classes: str) -> Division:
    """Return a table in a region that scrolls on a narrow page.

    Args:
        table: The table.
        label: The id of the heading that names the region.
        classes: The classes of the region.
    """
    return Division((table,), classes, attributes=(("role", "region"), ("tabindex", "0"), ("aria-labelledby", label)))
