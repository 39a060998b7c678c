"""Both revisions read by the code that runs, their files as data; texts that the edit cannot concern are left unread."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from build_tools.corpus import glossary, sources
from build_tools.corpus.history import Tree
from build_tools.editing.changes.change_values import Side
from build_tools.edition.reading import Stages, read_edition
from build_tools.linking import AffectedTexts, Ambiguous, Lexicon, link_mentions
from build_tools.model import Data, Document, Entry, Mention, Page, Source
from build_tools.model.findings import Finding, has_errors
from build_tools.segmentation import segment
from build_tools.website.composing import compose_for_comparison
from build_tools.website.writing import unfold

SMALL = 300_000
"""Characters of all texts; up to this many, every text is read and every page composed, on both sides."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Trees = tuple[Tree, Tree]
_Linked = tuple[tuple[Mention, ...], tuple[Ambiguous, ...], list[Finding]]


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
        concerned = texts_to_read((before, after), (roots[0], roots[1]), language)
        scope = _Scope(concerned, whole=size <= small)
        one = scope.read(trees[0], roots[0], language)
        other = replace(one, tree=trees[1])
        if trees[0].files != trees[1].files:
            other = scope.read(trees[1], roots[1], language)
        known = {_stem(path) for tree in trees for path in tree.files if _folder(path) == "docs/sources"} - {"index"}
    return one, other, 0 if scope.whole else len(known - concerned)


class _Scope:
    """Reads both sides, and does again on the second only what concerns the edit.

    Each source is cut once; a text that the edit cannot concern is linked as it was, and its links are not explained.
    """

    def __init__(self, concerned: Collection[str], *, whole: bool) -> None:
        self.concerned = concerned
        self.whole = whole
        self._cut: dict[str, tuple[Document, list[Finding]]] = {}
        self._linked: dict[str, _Linked] = {}

    def read(self, tree: Tree, root: Path, language: str) -> Side:
        """A side, with its pages where every text is read and nothing is an error."""
        reading = read_edition(root, language, None if self.whole else self.concerned, Stages(self.cut, self.link))
        if not self.whole or has_errors(reading.findings):
            return Side(tree, reading, None)
        made = compose_for_comparison(reading, language, self.concerned)
        return Side(tree, reading, {one.path: _text(one) for one in made})

    def cut(self, source: Source) -> tuple[Document, list[Finding]]:
        """The document of a source; that of a source equal to it, where it was cut before."""
        known = self._cut.get(source.id)
        if known is None or known[0].source != source:
            known = self._cut[source.id] = segment(source)
        return known

    def link(self, document: Document, lexicon: Lexicon) -> _Linked:
        """The mentions of a document; those it had, where the edit does not concern it."""
        key = document.source.id
        if key in self.concerned or key not in self._linked:
            self._linked[key] = link_mentions(document, lexicon)
        return self._linked[key]


def _text(one: Page | Data) -> str:
    return one.markdown if isinstance(one, Page) else one.text


def texts_to_read(trees: _Trees, roots: tuple[Path, Path], language: str = "en") -> frozenset[str]:
    """The ids of the texts that an edit can concern: all others are linked, judged and cited as they were.

    Concerned are texts that changed themselves, in which a form of a changed entry stands, whose rulings name
    one, or that are named in a changed file (evidence is judged against the texts it cites).
    """
    earlier, later = ({one.id: one for one in sources.load_sources(root)[0]} for root in roots)
    edited = changed_entries(*(glossary.load_glossary(root / "docs" / "glossary", root, language)[0] for root in roots))
    ids = {one.id for one in edited}
    reach = AffectedTexts(edited)
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
