"""The hand-written files of an edition with edits that are not written yet, and what these change."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from build_tools.corpus.front_matter import FrontMatter, parse_front_matter
from build_tools.corpus.front_matter.settings import SETTINGS
from build_tools.corpus.lock_file import LOCK
from build_tools.corpus.regular_files import LARGEST_PAGE, list_pages, read_regular_file
from build_tools.editing.identifiers.yaml_edits import Edit, apply_edits

_NOTHING = "/dev/null"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A change of a line: the file, the line as it was counted before, and the words there before and after."""

    path: str
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a command is going to write.

    Attributes:
        before: The bytes of each file that changes or goes, by path.
        after: The bytes of each file that changes or is new, by path.
        moved: The new path of each file that gets another name, by the old one.
        changes: Every change, in the order of files and places.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    moved: Mapping[str, str]
    changes: tuple[LineChange, ...]

    def as_diff(self) -> str:
        """Return what changes as a unified diff; a file that is not text is only named."""
        names = {new: old for old, new in self.moved.items()}
        paths = sorted({*self.after, *self.before} - set(self.moved))
        return "".join(_diff(names.get(path, path), path, self) for path in paths)


def _diff(old: str, new: str, plan: Plan) -> str:
    before, after = (files.get(path) for files, path in ((plan.before, old), (plan.after, new)))
    if before is not None and after is None and not new.startswith("docs/"):
        return f"--- {old}\n+++ {_NOTHING}\n"
    if before == after:
        return f"--- {old}\n+++ {new}\n"
    earlier, later = ((data or b"").decode("utf-8", "replace").splitlines(keepends=True) for data in (before, after))
    from_file, to_file = (old if before is not None else _NOTHING, new if after is not None else _NOTHING)
    marked = unified_diff(earlier, later, from_file, to_file)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in marked)


class Draft:
    """Hand-written files, and the edits of them; nothing is written."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take the bytes of every hand-written page, of the lock of anchors and of the settings, by path."""
        self.files = dict(files)
        self._edits: dict[str, list[Edit]] = defaultdict(list)
        self._moved: dict[str, str] = {}
        self._removed: dict[str, bytes] = {}
        self._created: dict[str, bytes] = {}

    @property
    def pages(self) -> Iterator[FrontMatter]:
        """Yield each page whose front matter can be read."""
        for path in self.files:
            if path.startswith("docs/") and path.endswith(".md") and (parsed := self.page(path)):
                yield parsed

    def page(self, path: str) -> FrontMatter | None:
        """Return a page taken apart, as it is before the edits; None if there is none that can be read."""
        return parse_front_matter(self.text(path), path)[0] if path in self.files else None

    def text(self, path: str) -> str:
        """Return the text of a file before the edits, without a byte order mark; bytes that are not UTF-8 come back."""
        return self.files[path].removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape")

    def take(self, path: str, data: bytes) -> None:
        """Take the bytes of another file, which is no page."""
        self.files[path] = data

    def edit(self, path: str, *edits: Edit) -> None:
        """Note edits of a file."""
        self._edits[path] += edits

    def rewrite(self, path: str, text: str) -> None:
        """Note another text for a whole file, as an edit of each of its lines that differs."""
        before = self.text(path)
        self._edits[path].append(Edit(0, len(before), text))

    def move(self, path: str, target: str) -> None:
        """Note another name for a file."""
        self._moved[path] = target

    def remove(self, path: str, data: bytes) -> None:
        """Note that a file goes, and the bytes that it has."""
        self._removed[path] = data

    def create(self, path: str, text: str) -> None:
        """Note a new file."""
        self._created[path] = text.encode()

    def plan(self) -> Plan:
        """Return what the edits change."""
        after, before = dict(self._created), dict(self._removed)
        for path in sorted({*self._edits, *self._moved}):
            data = edited = self.files[path]
            if self._edits[path]:  # else it need not be text
                mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
                edited = mark + apply_edits(self.text(path), self._edits[path]).encode("utf-8", "surrogateescape")
            if edited != data or path in self._moved:
                before[path] = data
                after[self._moved.get(path, path)] = edited
        changes = [change for path in before for change in self._changes(path)]
        return Plan(before, after, dict(self._moved), tuple(changes))

    def _changes(self, path: str) -> Iterator[LineChange]:
        for start, end, words in sorted(set(self._edits.get(path, ()))):
            text = self.text(path)
            yield LineChange(path, text.count("\n", 0, start) + 1, text[start:end], words)


def read_draft(root: Path) -> Draft:
    """Read the hand-written files of an edition that has no errors: its pages, the lock of anchors, the settings.

    Args:
        root: The folder that holds seeds/ and docs/.
    """
    return Draft(dict(_read(root, [*list_pages(root / "docs", root, "**/*.md"), root / LOCK, root / SETTINGS])))


def _read(root: Path, files: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for file in files:
        path = file.relative_to(root).as_posix()
        if file.exists() and not path.startswith("docs/assets/"):
            data, _ = read_regular_file(file, path, LARGEST_PAGE if path.endswith(".md") else LARGEST_PAGE * 20)
            if data is not None:
                yield path, data
