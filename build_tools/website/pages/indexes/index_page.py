"""What all indexes share: a title and an editor's introduction, then the contents of the edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.text.prose.heading_ids import add_heading_ids, split_at_heading
from build_tools.website.localisation import ENGLISH, for_translation, translate, write_number
from build_tools.website.markup.body_nodes import Block, Division, EditorBlocks, Heading, Phrase, Table
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.survey.lookups import Corpus, page_fields
from build_tools.website.survey.program_words import has_program_words

HOME = "index.md"
_TITLES = {
    HOME: for_translation("Home"),
    "check.md": for_translation("Check a quotation"),
    "claims.md": for_translation("Contested questions"),
    "concordance.md": for_translation("Concordance"),
    "data.md": for_translation("Data"),
    "discrepancies/index.md": for_translation("Where the texts differ"),
    "glossary/index.md": for_translation("Glossary"),
    "outside/index.md": for_translation("Outside sources"),
    "quality.md": for_translation("Quality"),
    "quotations/index.md": for_translation("Quotations"),
    "sources/index.md": for_translation("Texts"),
    "terms.md": for_translation("Terms"),
    "timeline.md": for_translation("Timeline"),
    "together.md": for_translation("Named together"),
}


@dataclass(frozen=True, slots=True)
class Index:
    """What an index has besides its introduction.

    Attributes:
        kind: The kind of page, by which the template and the style sheets distinguish it.
        description: The description in the metadata of the page.
        beside: What the home page has in one block with its title and its opening.
        above: What is above the first heading of the introduction.
        below: What follows the introduction.
        template: The file of the theme that lays it out.
        around: What the template shows in the places that the body keeps for it.
        styles: The style sheets that this page alone loads.
        scripts: The scripts that this page alone loads.
        has_content: Whether it lists anything; if not, the navigation leaves it out.
    """

    kind: str
    description: str
    beside: tuple[Block, ...] = ()
    above: tuple[Block, ...] = ()
    below: tuple[Block, ...] = ()
    template: str = "main.html"
    around: Mapping[str, object] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    has_content: bool = True


def compose_index(path: str, index: Index, corpus: Corpus) -> ComposedPage:
    """Compose a page with a hand-written introduction under its title.

    On the home page the title and the introduction up to its first heading form a block of their own.

    Args:
        path: The path of the page below docs/.
        index: What it has besides its introduction.
        corpus: The edition with its look-ups.
    """
    is_programs = has_program_words(path, corpus.edition.prose)
    title = corpus.edition.titles.get(path) or translate(_TITLES[path])
    if is_programs and not any(page.path == path for page in corpus.edition.prose):
        title = translate(_TITLES[path])
    written = split_at_heading(add_heading_ids(corpus.body(path)))
    opening, rest = (_introduction(part, is_programs=is_programs) for part in written)
    head: tuple[Block, ...] = (Heading(1, "title", (title,)), *opening)
    if path == HOME:
        head = (Division((*head, *index.beside), ("hero",), "header"),)
    fields: dict[str, str | tuple[str, ...]] = {
        "title": title,
        "description": index.description,
        "kind": index.kind,
        **({"styles": index.styles} if index.styles else {}),
        **({"scripts": index.scripts} if index.scripts else {}),
    }
    body = (*head, *index.above, *rest, *index.below)
    return ComposedPage(
        path, index.template, page_fields(path, corpus, fields), index.around, body, path, index.has_content
    )


def _introduction(words: str, *, is_programs: bool) -> tuple[Block, ...]:
    if not words.strip():
        return ()
    return (Division((EditorBlocks(words),), lang=ENGLISH),) if is_programs else (EditorBlocks(words),)


def count_span(number: int) -> Phrase:
    """Return a number as lists show it at the end of a line."""
    return Phrase((write_number(number),), ("count",))


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
