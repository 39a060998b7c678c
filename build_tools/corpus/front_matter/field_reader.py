"""Typed values taken out of a map of fields, with a finding for each that is not what it should be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.corpus.front_matter.nodes import Fields, Listing, Node, Scalar, is_missing
from build_tools.model.findings import Finding
from build_tools.model.hints import did_you_mean

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID_PATTERN = f"^{_ID.pattern}$"
"""What every id is made of, as an anchored regular expression: small letters, digits, single hyphens."""

TRUE_WORDS = frozenset(["yes", "true", "on"])
"""The words that YAML 1.1 takes for true, in small letters."""


def is_id(text: str) -> bool:
    """Whether a text can be the id of a text, an entry, a point or a quotation."""
    return bool(_ID.fullmatch(text))


class FieldReader:
    """Takes typed values out of a map of fields and collects a finding for each that is not what it should be."""

    def __init__(
        self,
        fields: Fields,
        path: str,
        field_names: Iterable[str],
        language: str = "en",
        *,
        allows_others: bool = False,
    ) -> None:
        """Begin reading; every key outside `field_names` is a finding at once, unless others are allowed."""
        self.fields = fields
        self.path = path
        self.language = language  # of names in a plain list (BCP 47)
        self.findings: list[Finding] = []
        names = tuple(field_names)
        for key in () if allows_others else fields.nodes:
            if key not in names:
                hint = did_you_mean(key, names, f"Known fields: {', '.join(names)}.")
                self.add(self.line(key), "key-unknown", f'the field "{key}" is unknown here', hint)

    def add(self, line: int, code: str, message: str, hint: str) -> None:
        """Collect one error."""
        self.findings.append(Finding(self.path, line, code, message, hint))

    def line(self, key: str) -> int:
        """Return the line of a field, or that of the map where the field is missing."""
        return self.fields.key_lines.get(key, self.fields.line)

    def text(self, key: str, *, required: bool = False, dates: bool = True) -> str | None:
        """Return a field's text, or None where it is missing, empty or not text.

        Args:
            key: The field's name.
            required: Whether a missing or empty field is a finding.
            dates: Whether a number counts as text, as a year does.
        """
        node = self.fields.nodes.get(key)
        if node is None or is_missing(node) or (isinstance(node, Scalar) and not node.text.strip()):
            if required:
                is_there = key in self.fields.key_lines
                hint = f'Write a value behind "{key}:" on this line.' if is_there else f'Add a line "{key}: …".'
                self.add(self.line(key), "field-missing", f'the field "{key}" is missing or empty', hint)
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
        """Return a list field's items, each of them text; `what` names one item in findings ("alternative label")."""
        node = self.fields.nodes.get(key)
        if node is None:
            return ()
        return tuple(self.items(node, what))

    def items(self, node: Node, what: str) -> Iterator[Scalar]:
        """Yield the text items of a list node; report each item that is not text."""
        return (item for _, item in self.numbered_items(node, what))

    def numbered_items(self, node: Node, what: str) -> Iterator[tuple[int, Scalar]]:
        """Yield the text items of a list node as `items` does, each with its number in the list."""
        if not isinstance(node, Listing):
            if not is_missing(node):
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
                    item.line, "label-not-text", f"{what} {number} is not text", "Write one piece of text per item."
                )
            elif item.tag != "text":
                self._refuse(item, f"{what} {number}")
            elif not item.text.strip():
                self.add(item.line, "label-empty", f"{what} {number} is empty", "Delete it, or write the text.")
            else:
                yield number, Scalar(item.text.strip(), item.line)

    def count(self, key: str) -> int:
        """Return how many items are in a field, readable or not; something that is not a list counts as one."""
        node = self.fields.nodes.get(key)
        if node is None or is_missing(node):
            return 0
        return len(node.items) if isinstance(node, Listing) else 1

    def maps(self, key: str, field_names: Iterable[str]) -> tuple[FieldReader, ...]:
        """Return a reader for each map in a list field; collect their findings with `extend`."""
        node = self.fields.nodes.get(key)
        if node is None or is_missing(node):
            return ()
        items = node.items if isinstance(node, Listing) else (node,)
        readers = []
        for item in items:
            if isinstance(item, Fields):
                readers.append(FieldReader(item, self.path, field_names))
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
        truth = node.text.lower() in TRUE_WORDS
        value = {
            "truth value": f"the truth value {truth}",
            "number": f"the number {node.text}",
            "date": f"the date {node.text}",
        }
        message = f"{what} is {value.get(node.tag, 'empty')}, not text"
        self.add(node.line, "label-not-text", message, f'Put it in quotes: "{node.text}"')
