"""A hand-written file taken apart: the only module that reads YAML."""

from __future__ import annotations

import re
import shlex
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler

from build_tools.corpus.front_matter.nodes import Fields, FrontMatter, Listing, Node, Scalar, Span
from build_tools.corpus.regular_files import LARGEST_PAGE, read_regular_file
from build_tools.model.findings import Finding

_TAGS = {
    "tag:yaml.org,2002:bool": "truth value",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:timestamp": "date",
    "tag:yaml.org,2002:null": "nothing",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")  # an escape can write it, no file can hold it


_Quick: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUICK_LIMIT = 8_000  # characters; deeper nesting than these allow might overflow the quick reader's stack


class _Loader(yaml.SafeLoader):
    """Refuses aliases: a few lines of them stand for more than any machine holds, or for themselves."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "this is an alias (*name); write the value out", mark)
        return super().compose_node(parent, index)


def _read_yaml(block: str) -> yaml.Node | None:
    """Parse a block with the quick reader where possible; the other one words the errors and refuses aliases."""
    if len(block) <= _QUICK_LIMIT and "*" not in block:
        try:
            return yaml.compose(block, Loader=_Quick)
        except yaml.YAMLError:
            pass  # the same error, in words that are the same everywhere
    return yaml.compose(block, Loader=_Loader)


def decode(data: bytes, path: str, code: str) -> tuple[str | None, list[Finding]]:
    """Decode a file as UTF-8, without a leading byte order mark; a finding names the offset of a byte that is not."""
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8"
        is_utf16 = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        why, charset = (", for it is UTF-16", "UTF-16") if is_utf16 else ("; if it is Latin-1", "LATIN1")
        hint = f"Save the file as UTF-8{why}: iconv -f {charset} -t UTF-8 {shlex.quote(path)} > new.txt"
        return None, [Finding(path, line, code, message, hint)]


def read_front_matter(file: Path, path: str, *, may_lack: bool = False) -> tuple[FrontMatter | None, list[Finding]]:
    """Read a file from disk.

    Args:
        file: The file.
        path: How findings name it.
        may_lack: Whether it may be Markdown without front matter.

    Returns:
        The file, None where it cannot be read, and the findings.
    """
    data, faults = read_regular_file(file, path, LARGEST_PAGE)
    if data is None:
        return None, faults
    text, findings = decode(data, path, "file-not-utf8")
    if text is not None and may_lack and not text.lstrip().startswith("---"):
        return FrontMatter(path, text, Fields({}, {}, 1), text, 1), findings
    return parse_front_matter(text, path) if text is not None else (None, findings)


def parse_settings(text: str) -> Fields | None:
    """Read a file of settings in YAML, such as mkdocs.yml; None if it is no map of fields.

    Args:
        text: The file. Tags of the site generator, such as `!ENV`, are passed over.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    return _fields(node, _Place(0, 0, ""), []) if isinstance(node, yaml.MappingNode) else None


def parse_front_matter(text: str, path: str) -> tuple[FrontMatter | None, list[Finding]]:
    """Read a file of front matter and body; None with findings where the front matter cannot be read."""
    parsed, findings = _parse(text, path)
    return parsed, list(findings)


# Editors change one file and read all of them again; two revisions of a corpus have nearly all their files in common.
def forget_parsed_pages() -> None:
    """Forget the pages that were parsed before, in a process that reads each once."""
    _parse.cache_clear()


@lru_cache(maxsize=8_192)
def _parse(text: str, path: str) -> tuple[FrontMatter | None, tuple[Finding, ...]]:
    parsed, findings = _split(text, path)
    return parsed, tuple(findings)


def _split(text: str, path: str) -> tuple[FrontMatter | None, list[Finding]]:
    handler = YAMLHandler()
    if not text.startswith("---") or not handler.detect(text):
        hint = 'Begin the file with a line "---", then the fields, then a line "---".'
        return None, [Finding(path, 1, "front-matter-missing", "the file has no front matter", hint)]
    try:
        block, _ = handler.split(text)
    except ValueError:
        hint = 'Close the front matter with a line "---" below the last field.'
        return None, [Finding(path, 1, "front-matter-unclosed", "the front matter is not closed", hint)]
    try:
        return _compose(text, block, path)
    except RecursionError:
        message = "the front matter is nested too deeply"
        return None, [Finding(path, 1, "front-matter-broken", message, "Write flat fields and lists.")]


def _compose(text: str, block: str, path: str) -> tuple[FrontMatter | None, list[Finding]]:
    start = text.index(block) if block else 4
    offset = text.count("\n", 0, start)
    end = text.index("---", start + len(block)) + 3
    body = text[end:].lstrip("-").removeprefix("\n")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    if bad := _CONTROL.search(block):
        line = offset + block.count("\n", 0, bad.start()) + 1
        message = f"the front matter has the control character U+{ord(bad[0]):04X}"
        return None, [Finding(path, line, "front-matter-broken", message, "Delete the character.")]
    try:
        node = _read_yaml(block)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = offset + (mark.line if mark else 0) + 1
        message = f"the front matter cannot be read: {getattr(error, 'problem', None) or 'it is not YAML'}"
        hint = 'Check quotes, colons and indentation; put a value with ": " or a leading [ or @ in double quotes.'
        return None, [Finding(path, line, "front-matter-broken", message, hint)]
    if node is None:
        return FrontMatter(path, text, Fields({}, {}, 1), body, body_line), []
    if not isinstance(node, yaml.MappingNode):
        hint = 'Write one field per line, such as "pref_label: unfriendly country".'
        return None, [Finding(path, offset + 1, "front-matter-broken", "the front matter is not a map of fields", hint)]
    findings: list[Finding] = []
    fields = _fields(node, _Place(offset, start, path), findings)
    return FrontMatter(path, text, fields, body, body_line), findings


class _Place(NamedTuple):
    """Where the YAML begins: after how many lines and code points of which file."""

    lines: int
    start: int
    path: str

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.lines + 1

    def span(self, node: yaml.Node) -> Span:
        return node.start_mark.index + self.start, node.end_mark.index + self.start


def _fields(node: yaml.MappingNode, place: _Place, findings: list[Finding]) -> Fields:
    nodes: dict[str, Node] = {}
    lines: dict[str, int] = {}
    spans: dict[str, Span] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), place.line(key_node)
        if key in nodes:
            message = f'the field "{key}" appears twice (first on line {lines[key]})'
            findings.append(
                Finding(place.path, line, "key-doubled", message, "Keep one of the two and move its values there.")
            )
            continue
        nodes[key] = _node(value_node, place, findings)
        lines[key] = line
        spans[key] = place.span(key_node)
    return Fields(nodes, lines, place.line(node), spans, place.span(node))


def _node(node: yaml.Node, place: _Place, findings: list[Finding]) -> Node:
    line = place.line(node)
    if isinstance(node, yaml.MappingNode):
        return _fields(node, place, findings)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_node(item, place, findings) for item in node.value), line, place.span(node))
    tag = "text" if getattr(node, "style", None) else _TAGS.get(node.tag, "text")
    if half := _SURROGATE.search(str(node.value)):
        message = f"the front matter has one half of a character, U+{ord(half[0]):04X}"
        hint = r"Write the character itself, or its whole code as \U0001F600."
        findings.append(Finding(place.path, line, "front-matter-broken", message, hint))
    return Scalar(str(node.value), line, tag, place.span(node))
