"""A page as data, Markdown and the name of a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.model import Data, Page
from build_tools.text import markdown
from build_tools.website.markup.as_markdown import write_markdown
from build_tools.website.markup.nodes import (
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    Heading,
    Paragraph,
    Prose,
    Table,
    Written,
)


@dataclass(frozen=True, slots=True)
class ComposedPage:
    """A page whose body is a tree.

    Attributes:
        path: Its path below docs/.
        template: The file of the theme that lays it out.
        fields: Its front matter, plain text.
        around: What the template shows around the body, as values of JSON.
        body: Its body.
        edit_path: The hand-written file that an editor changes, or None.
    """

    path: str
    template: str
    fields: Mapping[str, str | tuple[str, ...]]
    around: Mapping[str, object] = field(default_factory=dict)
    body: tuple[Block, ...] = ()
    edit_path: str | None = None

    @property
    def front_matter(self) -> dict[str, str | list[str]]:
        """The fields as the theme reads them: escaped, with the template's name."""
        return {**markdown.escape_fields(self.fields), "template": self.template}

    @property
    def markdown(self) -> str:
        """The page as Markdown, with its front matter."""
        head = markdown.render_front_matter({**self.fields, "template": self.template})
        return f"{head}\n\n{write_markdown(self.body, self.path)}\n"

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the body, but for those in an editor's prose."""
        return frozenset(_ids(self.body))

    @property
    def prose(self) -> tuple[Prose | Written, ...]:
        """What editors wrote in the body, in order."""
        return tuple(_prose(self.body))


SiteFile = Page | ComposedPage | Data
"""A file of the site as it is composed."""


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(id=identifier) | Heading(id=identifier):
                yield from (identifier,) if identifier else ()
            case Division(inner):
                yield from _ids(inner)


def _prose(blocks: Iterable[Block]) -> Iterator[Prose | Written]:
    for block in blocks:
        match block:
            case Prose():
                yield block
            case Division(inner):
                yield from _prose(inner)
            case _:
                for content in _contents(block):
                    yield from _written(content)


def _contents(block: Block) -> Iterator[Content]:
    """Yield the inline contents of a block, in order."""
    match block:
        case Paragraph(content) | Heading(content=content):
            yield content
        case Bullets(items):
            yield from items
        case Definitions(pairs):
            yield from (content for pair in pairs for content in pair)
        case Table(head, rows):
            yield from (content for cells in (head, *rows) for content in cells)


def _written(content: Content) -> Iterator[Written]:
    return (item for item in content if isinstance(item, Written))
