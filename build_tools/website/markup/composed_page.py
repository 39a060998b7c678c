"""A page as data, Markdown and the name of a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from build_tools.model import Data, Page
from build_tools.text import markdown
from build_tools.text.escaping import visible
from build_tools.website.markup.as_markdown import write_markdown
from build_tools.website.markup.body_nodes import (
    Anchor,
    Block,
    Bullets,
    Content,
    Definitions,
    Division,
    EditorBlocks,
    EditorWords,
    Heading,
    Inline,
    Link,
    PageMark,
    Paragraph,
    Phrase,
    Table,
)


@dataclass(frozen=True, slots=True)
class ComposedPage:
    """A page whose body is a tree.

    Attributes:
        path: Its path below docs/.
        template: The file of the theme that lays it out.
        fields: Its front matter, plain text.
        around: What the template shows around the body, as values of JSON; in their texts, controls are made visible.
        body: Its body.
        edit_path: The hand-written file that an editor changes, or None.
        has_content: Whether there is anything on it but an introduction; if not, the navigation leaves it out.
    """

    path: str
    template: str
    fields: Mapping[str, str | tuple[str, ...]]
    around: Mapping[str, object] = field(default_factory=dict)
    body: tuple[Block, ...] = ()
    edit_path: str | None = None
    has_content: bool = True

    def __post_init__(self) -> None:
        """Make controls visible in what the template shows, as they are in the body."""
        object.__setattr__(self, "around", {key: _visible(value) for key, value in self.around.items()})

    @property
    def front_matter(self) -> dict[str, str | list[str]]:
        """The fields as the theme reads them: escaped, with the template's name."""
        return _front_matter(self)

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
    def prose(self) -> tuple[EditorBlocks | EditorWords, ...]:
        """What editors wrote in the body, in order."""
        return tuple(_prose(self.body))

    def settle(self) -> ComposedPage:
        """Return the page itself; one that is deferred is composed."""
        return self


@dataclass(frozen=True, slots=True)
class DeferredPage:
    """A page that is composed each time it is wanted, so that memory does not hold all of them.

    Attributes:
        path: Its path below docs/.
        template: The file of the theme that lays it out.
        fields: Its front matter, plain text.
        compose: Composes it, given the front matter that it is to have.
        inputs: A digest of all that it is composed from: where that is the same, so is the page.
        written: What editors wrote in its body, in order; None if only the body says.
        edit_path: The hand-written file that an editor changes, or None.
    """

    path: str
    template: str
    fields: Mapping[str, str | tuple[str, ...]]
    compose: Callable[[Mapping[str, str | tuple[str, ...]]], ComposedPage]
    inputs: bytes
    written: tuple[EditorBlocks | EditorWords, ...] | None
    edit_path: str | None = None

    def settle(self) -> ComposedPage:
        """Compose the page, with the front matter that it has here."""
        return self.compose(self.fields)

    @property
    def prose(self) -> tuple[EditorBlocks | EditorWords, ...]:
        """What editors wrote in the body, in order."""
        return self.settle().prose if self.written is None else self.written

    @property
    def front_matter(self) -> dict[str, str | list[str]]:
        """The fields as the theme reads them, as those of a composed page."""
        return _front_matter(self)

    @property
    def markdown(self) -> str:
        """The page as Markdown, with its front matter."""
        return self.settle().markdown


TreePage = ComposedPage | DeferredPage
"""A page whose body is a tree."""

SiteFile = Page | TreePage | Data
"""A file of the site as it is composed."""


def _front_matter(page: TreePage) -> dict[str, str | list[str]]:
    return {**markdown.escape_fields(page.fields), "template": page.template}


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(id=identifier) | Heading(id=identifier) if identifier:
                yield identifier
            case Division(inner, attributes=attributes):
                yield from (value for name, value in attributes if name == "id")
                yield from _ids(inner)
        yield from (item.id for item in _inline(_content(block)) if isinstance(item, Anchor | PageMark))


def _prose(blocks: Iterable[Block]) -> Iterator[EditorBlocks | EditorWords]:
    for block in blocks:
        match block:
            case EditorBlocks():
                yield block
            case Division(inner):
                yield from _prose(inner)
            case _:
                yield from (item for item in _inline(_content(block)) if isinstance(item, EditorWords))


def _content(block: Block) -> Content:
    """Return the inline content of a block, but for that of blocks in it."""
    match block:
        case Paragraph(content) | Heading(content=content):
            return content
        case Bullets(items):
            return tuple(item for content in items for item in content)
        case Definitions(pairs):
            return tuple(item for term, words in pairs for item in (*term, *words))
        case Table(head, rows):
            return tuple(item for cells in (head, *rows) for content in cells for item in content)
        case _:
            return ()


def _inline(content: Content) -> Iterator[Inline]:
    for item in content:
        yield item
        if isinstance(item, Link | Phrase):
            yield from _inline(item.content)


def _visible(value: object) -> object:
    match value:
        case str():
            return visible(value)
        case list() | tuple():
            return [_visible(item) for item in value]
        case dict():
            return {key: _visible(item) for key, item in value.items()}
        case _:
            return value
