"""The tree of a page's body: blocks of inline content.

From one tree come the Markdown that a person reads on a code host and any engine can publish, the HTML that our own
adapter publishes, and, for inline content alone, the data that templates show around the body.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link.

    Attributes:
        content: What is linked.
        to: The path of a file below docs/, with or without a fragment; a fragment alone; or an http(s) address.
        classes: Its classes, which only its HTML has.
        label: Its accessible name, where the content does not say it; "" for none.
        lang: Its language, a BCP 47 tag; None for the site's own.
        title: What a pointer on it shows besides, and screen readers add to its name; "" for nothing.
    """

    content: Content
    to: str
    classes: tuple[str, ...] = ()
    label: str = ""
    lang: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Inline content with classes or a language; in Markdown only `em`, `strong` and `code` are written.

    Attributes:
        content: The content.
        classes: Its classes.
        tag: The name of its element.
        lang: Its language, a BCP 47 tag; None for that of its surroundings.
        is_hidden: Whether it is hidden from screen readers.
    """

    content: Content
    classes: tuple[str, ...] = ()
    tag: str = "span"
    lang: str | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A small drawing in SVG that repeats the words beside it: only HTML has it, hidden from screen readers.

    Attributes:
        box: The part of the plane that is shown, as in `viewBox`.
        shapes: Its shapes: the name of an element and its attributes.
        classes: Its classes.
        height: Its height in pixels, if it fills the width that it has; 0 for one that keeps its proportions.
    """

    box: str
    shapes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    classes: tuple[str, ...] = ()
    height: int = 0


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a cell of a table."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An empty place that can be linked, by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class PageMark:
    """The place where a page of the printed text begins: its id, and the number of the page there."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class EditorWords:
    """A line of Markdown that an editor wrote, evidence rendered: inline content that the engine converts.

    It is between other content, not inside an element.
    """

    markdown: str


Inline = str | Link | Phrase | Drawing | LineBreak | Anchor | PageMark | EditorWords
"""Plain text, which is never markup, or one of the elements."""

Content = tuple[Inline, ...]
"""Inline content in order."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 to 6.
        id: Its id.
        content: Its content.
        classes: Its classes, which only its HTML has.
        lang: Its language; None for the site's own.
    """

    level: int
    id: str
    content: Content
    classes: tuple[str, ...] = ()
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        content: Its content.
        id: Its id; "" for none.
        classes: Its classes, which only its HTML has.
        lang: Its language; None for the site's own.
        number: The number by which it is cited; "" for none.
        role: The name of its role, which style sheets show before it; "" for none.
    """

    content: Content
    id: str = ""
    classes: tuple[str, ...] = ()
    lang: str | None = None
    number: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bulleted list of inline content."""

    items: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with a definition."""

    pairs: tuple[tuple[Content, Content], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        head: The cells of its first row.
        rows: The cells of the other rows.
        has_row_heads: Whether the first cell of a row heads it.
        classes: Its classes, which only its HTML has.
    """

    head: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]
    has_row_heads: bool = False
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines of plain text that are shown as they are, as code."""

    text: str


@dataclass(frozen=True, slots=True)
class Division:
    """Blocks in an element that only HTML has: in Markdown they follow one another.

    Attributes:
        blocks: The blocks.
        classes: The classes of the element.
        tag: Its name.
        attributes: Its other attributes.
        lang: Its language; None for the site's own.
        summary: The words that stay when a `details` element is closed.
    """

    blocks: tuple[Block, ...]
    classes: tuple[str, ...] = ()
    tag: str = "div"
    attributes: tuple[tuple[str, str], ...] = ()
    lang: str | None = None
    summary: str | Content = ""


@dataclass(frozen=True, slots=True)
class EditorBlocks:
    """Markdown that an editor wrote, evidence rendered: blocks that the engine converts."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the body that a template fills.

    Attributes:
        name: Its name.
        blocks: What a person reads there in the Markdown, where no template is: the same, more plainly.
    """

    name: str
    blocks: tuple[Block, ...] = ()


Block = Heading | Paragraph | Bullets | Definitions | Table | Verbatim | Division | EditorBlocks | Slot
"""A block of a page's body."""
