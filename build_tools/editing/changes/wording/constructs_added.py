"""Find what an edit adds to the hand-written files that is more than words: links, HTML, pictures, directives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from build_tools.corpus.front_matter import parse_front_matter
from build_tools.corpus.front_matter.nodes import Fields, Node, Scalar
from build_tools.editing.changes.change_values import ConstructChange, WordingChange
from build_tools.text.prose.constructs import find_constructs

KINDS_OF_CONSTRUCT = ("html", "attribute", "directive", "image", "link")
"""The order in which a report lists them: first what runs or loads something."""

# A field may hold a bare address, which pages link. The length of the scheme is limited so that the time is linear.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}://\S+")


def compare_constructs(
    wordings: Iterable[WordingChange], before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[ConstructChange]:
    """Yield what each file that differs has now and had not before, in the order of `KINDS_OF_CONSTRUCT`.

    Where a file has the same link once more than before, the last of them counts as new.

    Args:
        wordings: The files that differ.
        before: The files of the earlier revision, by path.
        after: The files of the later one.
    """
    added = []
    for wording in wordings:
        earlier = _constructs(before.get(wording.formerly or wording.path, b""), wording.path)
        had = Counter((construct.kind, construct.value) for construct in earlier)
        for construct in _constructs(after.get(wording.path, b""), wording.path):
            key = (construct.kind, construct.value)
            if had[key]:
                had[key] -= 1
            else:
                added.append(construct)
    yield from sorted(added, key=lambda change: KINDS_OF_CONSTRUCT.index(change.kind))


def _constructs(data: bytes, path: str) -> Iterator[ConstructChange]:
    """Yield every construct of a file: of its body, and of each value of its front matter as YAML reads it."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    parsed, _ = parse_front_matter(text, path)
    if parsed is None:
        yield from _constructs_in(text, 1, path)
        return
    for scalar in _scalars(parsed.fields):
        constructs = tuple(_constructs_in(scalar.text, scalar.line, path))
        yield from constructs
        listed = {construct.value for construct in constructs}
        addresses = (match[0] for match in _ADDRESS.finditer(scalar.text))
        yield from (
            ConstructChange(path, scalar.line, "link", url, _host_looked_up(url))
            for url in addresses
            if url not in listed
        )
    yield from _constructs_in(parsed.body, parsed.body_line, path)


def _constructs_in(text: str, line: int, path: str) -> Iterator[ConstructChange]:
    for construct in find_constructs(text):
        if construct.kind != "nesting":  # the tag itself is given too
            host = _host_looked_up(construct.value) if construct.kind in {"link", "image"} else ""
            yield ConstructChange(path, line + construct.line - 1, construct.kind, construct.value, host)


def _host_looked_up(address: str) -> str:
    """Return the host of an address in Punycode (RFC 3492), where it has other letters than ASCII; else nothing."""
    try:
        host = urlsplit(address).hostname or ""
        return "" if host.isascii() else host.encode("idna").decode()
    except ValueError:  # UnicodeError is one
        return "no host at all"


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    for part in node.nodes.values() if isinstance(node, Fields) else node.items:
        yield from _scalars(part)
