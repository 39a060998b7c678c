"""Both revisions read by the code that runs, their files as data; texts that the edit cannot concern are left unread."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from build_tools import glossary, sources
from build_tools.changes.values import Side
from build_tools.findings import Finding, has_errors
from build_tools.history import Tree
from build_tools.matching import Reach
from build_tools.model import Data, Document, Entry, Page, Source
from build_tools.pipeline import Reading, compose_reading, read
from build_tools.segmentation import segment
from build_tools.writing import unfold

SMALL = 300_000
"""Characters of all texts; up to this many, every text is read and every page composed, on both sides."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Trees = tuple[Tree, Tree]


def read_sides(before: Tree, after: Tree, language: str = "en", small: int = SMALL) -> tuple[Side, Side, int]:
    """The two trees read, and how many texts were left unread. Nothing of a tree is executed; no link is followed."""
    with ExitStack() as stack:
        roots = []
        trees = []
        for tree in (before, after):
            root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="edition-")))
            refused = unfold(tree.files, root)
            trees.append(replace(tree, refused=tuple(sorted({*tree.refused, *refused}))))
            roots.append(root)
        size = max(sum(len(data) for path, data in tree.files.items() if path.startswith("seeds/")) for tree in trees)
        only = None if size <= small else texts_to_read((before, after), (roots[0], roots[1]), language)
        cut = _Cutter()
        one = _side(trees[0], read(roots[0], language, only, cut.cut), language, whole=only is None)
        if trees[0].files == trees[1].files:
            other = replace(one, tree=trees[1])
        else:
            other = _side(trees[1], read(roots[1], language, only, cut.cut), language, whole=only is None)
        known = {_stem(path) for tree in trees for path in tree.files if _folder(path) == "docs/sources"} - {"index"}
    return one, other, 0 if only is None else len(known - set(only))


def _side(tree: Tree, reading: Reading, language: str, *, whole: bool) -> Side:
    if not whole or has_errors(reading.findings):
        return Side(tree, reading, None)
    made = compose_reading(reading, None, language)
    return Side(tree, reading, {one.path: _text(one) for one in made})


def _text(one: Page | Data) -> str:
    return one.markdown if isinstance(one, Page) else one.text


class _Cutter:
    """Cuts each source once, whichever side asks."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Document, list[Finding]]] = {}

    def cut(self, source: Source) -> tuple[Document, list[Finding]]:
        """The document of a source; that of a source equal to it, where it was cut before."""
        known = self._known.get(source.id)
        if known is None or known[0].source != source:
            known = self._known[source.id] = segment(source)
        return known


def texts_to_read(trees: _Trees, roots: tuple[Path, Path], language: str = "en") -> frozenset[str]:
    """The ids of the texts that an edit can concern: all others are linked, judged and cited as they were.

    Concerned are texts that changed themselves, in which a form of a changed entry stands, whose rulings name
    one, or that are named in a changed file (evidence is judged against the texts it cites).
    """
    earlier, later = ({one.id: one for one in sources.load(root)[0]} for root in roots)
    edited = changed_entries(*(glossary.load(root / "docs" / "glossary", root, language)[0] for root in roots))
    ids = {one.id for one in edited}
    reach = Reach(edited)
    named = _names_in_changed_files(trees)
    chosen = set()
    for key in earlier.keys() | later.keys():
        one = later.get(key)
        if one is None or earlier.get(key) != one or key in named or _rules_on(one, ids) or reach.touches(one.text):
            chosen.add(key)
    return frozenset(chosen)


def changed_entries(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[Entry, ...]:
    """Both versions of each entry in which anything differs that linking looks at; all where there were no persons before or after."""
    one, other = ({entry.id: linked_by(entry) for entry in entries} for entries in (before, after))
    if any(entry.kind == "person" for entry in one.values()) != any(
        entry.kind == "person" for entry in other.values()
    ):  # speakers are sought only where there are persons
        return (*one.values(), *other.values())
    differing = sorted(key for key in one.keys() | other.keys() if one.get(key) != other.get(key))
    return tuple(side[key] for key in differing for side in (one, other) if key in side)


def linked_by(entry: Entry) -> Entry:
    """An entry without what linking never looks at."""
    return replace(
        entry,
        evidence=(),
        former_ids=(),
        notes="",
        notes_line=0,
        notation=None,
        event=None,
        review=None,
        unmentioned="",
    )


def _rules_on(source: Source, entries: Collection[str]) -> bool:
    return any(ruling.entry in entries for ruling in source.rulings)


def _names_in_changed_files(trees: _Trees) -> frozenset[str]:
    """Everything that looks like an id in the hand-written files that differ."""
    before, after = (tree.files for tree in trees)
    names: set[str] = set()
    for path in _differing(before, after):
        if path.endswith(".md"):
            names.add(_stem(path))
            for side in (before, after):
                names.update(_NAME.findall(side.get(path, b"").decode("utf-8", "replace")))
    return frozenset(names)


def _differing(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
