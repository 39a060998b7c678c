"""Front matter as text with line numbers: the only room that knows YAML.

Every scalar is read as the text that stands in the file; what YAML would take for a truth value, a
number, a date or nothing keeps that `tag`, so that a reader can refuse `- No` where a label belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml
from frontmatter.default_handlers import YAMLHandler

from build_tools.findings import Finding

_TAGS = {
    "tag:yaml.org,2002:bool": "truth value",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:timestamp": "date",
    "tag:yaml.org,2002:null": "nothing",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its text as written, its line, and what YAML would take it for ("text" if nothing else)."""

    text: str
    line: int
    tag: str = "text"


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A YAML map with the line of each key."""

    nodes: Mapping[str, Node]
    key_lines: Mapping[str, int]
    line: int


Node = Scalar | Listing | Fields


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A hand-written file: its text, its fields, its Markdown body and the line on which the body begins."""

    path: str
    text: str
    fields: Fields
    body: str
    body_line: int

    @property
    def notes(self) -> str:
        """The body without blank lines around it."""
        return self.body.strip("\n")

    @property
    def notes_line(self) -> int:
        """The line of the file on which the notes begin."""
        return self.body_line + len(self.body) - len(self.body.lstrip("\n"))


def decode(data: bytes, path: str, code: str) -> tuple[str | None, list[Finding]]:
    """The text of a file in UTF-8 (a leading byte order mark dropped), or a finding that names the offset."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
        hint = f"Save the file as UTF-8; if it is Latin-1: iconv -f LATIN1 -t UTF-8 {path} > new.txt"
        return None, [Finding(path, line, code, message, hint)]


def read(file: Path, path: str) -> tuple[FrontMatter | None, list[Finding]]:
    """Read a file from disk; `path` is how findings name it."""
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return None, [Finding(path, 1, "file-unreadable", message, "Make it a file that can be read.")]
    text, findings = decode(data, path, "file-not-utf8")
    return parse(text, path) if text is not None else (None, findings)


def parse(text: str, path: str) -> tuple[FrontMatter | None, list[Finding]]:
    """Read a file of front matter and body; None with findings where the front matter cannot be read."""
    handler = YAMLHandler()
    if not text.startswith("---") or not handler.detect(text):
        hint = 'Begin the file with a line "---", then the fields, then a line "---".'
        return None, [Finding(path, 1, "front-matter-missing", "the file has no front matter", hint)]
    try:
        block, _ = handler.split(text)
    except ValueError:
        hint = 'Close the front matter with a line "---" below the last field.'
        return None, [Finding(path, 1, "front-matter-unclosed", "the front matter is opened and never closed", hint)]
    return _compose(text, block, path)


def _compose(text: str, block: str, path: str) -> tuple[FrontMatter | None, list[Finding]]:
    start = text.index(block) if block else 4
    offset = text.count("\n", 0, start)
    end = text.index("---", start + len(block)) + 3
    body = text[end:].lstrip("-").removeprefix("\n")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    if bad := _CONTROL.search(block):
        line = offset + block.count("\n", 0, bad.start()) + 1
        message = f"the front matter holds the control character U+{ord(bad[0]):04X}"
        return None, [Finding(path, line, "front-matter-broken", message, "Delete the character.")]
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = offset + (mark.line if mark else 0) + 1
        message = f"the front matter cannot be read: {getattr(error, 'problem', None) or 'it is not YAML'}"
        hint = 'Check quotes, colons and indentation; put a value with ": " or a leading [ or @ in double quotes.'
        return None, [Finding(path, line, "front-matter-broken", message, hint)]
    if node is None:
        return FrontMatter(path, text, Fields({}, {}, 1), body, body_line), []
    if not isinstance(node, yaml.MappingNode):
        hint = 'Write one field a line, such as "pref_label: unfriendly country".'
        return None, [Finding(path, offset + 1, "front-matter-broken", "the front matter is not a map of fields", hint)]
    findings: list[Finding] = []
    fields = _fields(node, offset, path, findings)
    return FrontMatter(path, text, fields, body, body_line), findings


def _fields(node: yaml.MappingNode, offset: int, path: str, findings: list[Finding]) -> Fields:
    nodes: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + offset + 1
        if key in nodes:
            message = f'the field "{key}" stands twice (first on line {lines[key]})'
            findings.append(
                Finding(path, line, "key-doubled", message, "Keep one of the two and move its values there.")
            )
            continue
        nodes[key] = _node(value_node, offset, path, findings)
        lines[key] = line
    return Fields(nodes, lines, node.start_mark.line + offset + 1)


def _node(node: yaml.Node, offset: int, path: str, findings: list[Finding]) -> Node:
    line = node.start_mark.line + offset + 1
    if isinstance(node, yaml.MappingNode):
        return _fields(node, offset, path, findings)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_node(item, offset, path, findings) for item in node.value), line)
    tag = "text" if getattr(node, "style", None) else _TAGS.get(node.tag, "text")
    return Scalar(str(node.value), line, tag)


class FieldReader:
    """Takes typed values out of a map of fields and collects a finding for each that is not what it should be."""

    def __init__(self, fields: Fields, path: str, known: Iterable[str]) -> None:
        """Begin reading; every key outside `known` is a finding at once."""
        self.fields = fields
        self.path = path
        self.findings: list[Finding] = []
        names = tuple(known)
        for key in fields.nodes:
            if key not in names:
                close = get_close_matches(key, names, 1)
                hint = f'Did you mean "{close[0]}"?' if close else f"Known fields: {', '.join(names)}."
                self.add(self.line(key), "key-unknown", f'the field "{key}" is unknown here', hint)

    def add(self, line: int, code: str, message: str, hint: str) -> None:
        """Collect one error."""
        self.findings.append(Finding(self.path, line, code, message, hint))

    def line(self, key: str) -> int:
        """The line of a field, or that of the map where the field is missing."""
        return self.fields.key_lines.get(key, self.fields.line)

    def text(self, key: str, *, required: bool = False, dates: bool = True) -> str | None:
        """A field's text; None (and a finding if `required`) where it is missing or says nothing."""
        node = self.fields.nodes.get(key)
        if node is None or (isinstance(node, Scalar) and (node.tag == "nothing" or not node.text.strip())):
            if required:
                self.add(
                    self.line(key), "field-missing", f'the field "{key}" is missing or empty', f'Add a line "{key}: …".'
                )
            return None
        if not isinstance(node, Scalar):
            self.add(
                self.line(key),
                "field-not-text",
                f'the field "{key}" is not a single value',
                f'Write "{key}: …" on one line.',
            )
            return None
        if node.tag == "truth value" or (node.tag == "number" and not dates):
            self._refuse(node, f'the field "{key}"')
            return None
        return node.text.strip()

    def scalars(self, key: str, what: str) -> tuple[Scalar, ...]:
        """A list field's items, each of them text; `what` names one item in findings ("alternative label")."""
        node = self.fields.nodes.get(key)
        if node is None:
            return ()
        return tuple(self.items(node, what))

    def items(self, node: Node, what: str) -> Iterator[Scalar]:
        """The text items of a list node; each item that is not text is a finding."""
        if not isinstance(node, Listing):
            if not (isinstance(node, Scalar) and node.tag == "nothing"):
                self.add(
                    node.line,
                    "field-not-list",
                    f"{what}s must be a list",
                    "Write them in square brackets: [first, second].",
                )
            return
        for number, item in enumerate(node.items, 1):
            if not isinstance(item, Scalar):
                self.add(
                    item.line, "label-not-text", f"{what} {number} is not text", "Write one piece of text an item."
                )
            elif item.tag != "text":
                self._refuse(item, f"{what} {number}")
            elif not item.text.strip():
                self.add(item.line, "label-empty", f"{what} {number} is empty", "Delete it, or write the text.")
            else:
                yield Scalar(item.text.strip(), item.line)

    def maps(self, key: str, known: Iterable[str]) -> tuple[FieldReader, ...]:
        """A field that is a list of maps, each ready to be read; collect their findings with `extend`."""
        node = self.fields.nodes.get(key)
        if node is None or (isinstance(node, Scalar) and node.tag == "nothing"):
            return ()
        items = node.items if isinstance(node, Listing) else (node,)
        readers = []
        for item in items:
            if isinstance(item, Fields):
                readers.append(FieldReader(item, self.path, known))
            else:
                self.add(
                    item.line,
                    "field-not-map",
                    f'an item of "{key}" is not a map',
                    "Write it as {name: value, name: value}.",
                )
        return tuple(readers)

    def extend(self, reader: FieldReader) -> None:
        """Take over the findings of a reader of a nested map."""
        self.findings.extend(reader.findings)

    def _refuse(self, node: Scalar, what: str) -> None:
        truth = node.text.lower() in {"yes", "true", "on"}
        value = {
            "truth value": f"the truth value {truth}",
            "number": f"the number {node.text}",
            "date": f"the date {node.text}",
        }
        message = f"{what} is {value.get(node.tag, 'empty')}, not text"
        self.add(node.line, "label-not-text", message, f'Put it in quotes: "{node.text}"')
