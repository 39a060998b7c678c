"""Read both revisions with the code that runs, their files as data; texts that the edit cannot concern stay unread."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Collection, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from build_tools.corpus.history import Tree
from build_tools.editing.changes.change_values import Side
from build_tools.edition.edition_files import EditionFiles, read_edition_files
from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.reading import index_labels, link_edition
from build_tools.linking import AffectedTexts
from build_tools.linking.affected_texts import changed_entries
from build_tools.model import Data, Entry, Page, Source
from build_tools.model.findings import has_errors
from build_tools.website.composing import compose_for_comparison
from build_tools.website.markup.composed_page import SiteFile
from build_tools.website.writing import unfold

SMALL = 300_000
"""Characters of all texts; up to this many, every text is read and every page composed, on both sides."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Trees = tuple[Tree, Tree]


def read_sides(before: Tree, after: Tree, language: str, small: int = SMALL) -> tuple[Side, Side, int]:
    """Read two revisions. Nothing of a tree is executed; no link is followed.

    Args:
        before: The files of the earlier revision.
        after: The files of the later one.
        language: The language of the site, a BCP 47 tag.
        small: Characters of all texts, up to which every text is read and every page composed.

    Returns:
        Both sides, and how many texts were left unread.
    """
    with ExitStack() as stack:
        trees = []
        files = []
        for tree in (before, after):
            root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="edition-")))
            refused = unfold(tree.files, root)
            trees.append(replace(tree, refused=tuple(sorted({*tree.refused, *refused}))))
            files.append(read_edition_files(root, language))
    size = max(sum(len(data) for path, data in tree.files.items() if path.startswith("seeds/")) for tree in trees)
    texts = KeptTexts()
    concerned = texts_to_read((before, after), (files[0], files[1]), texts)
    scope = _Scope(concerned, texts, whole=size <= small)
    earlier = scope.read(trees[0], files[0], language)
    later = replace(earlier, tree=trees[1])
    if trees[0].files != trees[1].files:
        later = scope.read(trees[1], files[1], language)
    ids = {_stem(path) for tree in trees for path in tree.files if _folder(path) == "docs/sources"} - {"index"}
    return earlier, later, 0 if scope.whole else len(ids - concerned)


class _Scope:
    """Read both sides, and do again on the second only what concerns the edit."""

    def __init__(self, concerned: Collection[str], texts: KeptTexts, *, whole: bool) -> None:
        self.concerned = concerned
        self.whole = whole
        self._texts = texts

    def read(self, tree: Tree, files: EditionFiles, language: str) -> Side:
        """Return a side, with its pages where every text is read and nothing is an error."""
        reading = link_edition(files, None if self.whole else self.concerned, self._texts.stages(files.entries))
        if not self.whole or has_errors(reading.findings):
            return Side(tree, reading, None)
        pages = compose_for_comparison(reading, language, self.concerned)
        return Side(tree, reading, {page.path: _text(page) for page in pages})


def _text(file: SiteFile) -> str:
    match file:
        case Data():
            return file.text
        case Page():
            return file.markdown
        case _:
            page = file.settle()
            return f"{page.markdown}{json.dumps(page.around, ensure_ascii=False)}"


def texts_to_read(
    trees: _Trees, files: tuple[EditionFiles, EditionFiles], texts: KeptTexts | None = None
) -> frozenset[str]:
    """Return the ids of the texts that an edit can concern: all others are linked, judged and cited as they were.

    An edit concerns a text that changed itself, that has a form of a changed entry or of one that the texts name in
    full more or less often than before, whose rulings name one, or that is named in a changed file (evidence is judged
    against the texts it cites). An edit of the rules concerns every text.

    Args:
        trees: Both revisions, the earlier first.
        files: What the files of each revision say.
        texts: Counts the names in the texts, and keeps the counts.
    """
    earlier, later = ({source.id: source for source in side.sources} for side in files)
    edited = changed_entries(files[0].entries, files[1].entries)
    if files[0].rules_off != files[1].rules_off:
        return frozenset(earlier.keys() | later.keys())
    ids = {entry.id for entry in edited}
    recounted = _recounted(files, texts or KeptTexts())
    affected = AffectedTexts([*edited, *recounted], [side.entries for side in files])
    named = _names_in_changed_files(trees)
    changed = {key for key in earlier.keys() | later.keys() if earlier.get(key) != later.get(key)}
    ruled = {key for key, source in later.items() if _rules_on(source, ids)}
    touched = {key for key, source in later.items() if affected.touches(source.text)}
    return frozenset(changed | ruled | touched | (named & later.keys()))


def _recounted(files: tuple[EditionFiles, EditionFiles], texts: KeptTexts) -> list[Entry]:
    """Return the entries that the texts of one revision name in full more often than those of the other."""
    earlier, later = (index_labels(side, texts.stages(side.entries)) for side in files)
    names = (earlier.statistics.names, later.statistics.names)
    ids = {entry for counted in names for entry in counted if names[0].get(entry) != names[1].get(entry)}
    return [lexicon.entries[entry] for lexicon in (earlier, later) for entry in ids if entry in lexicon.entries]


def _rules_on(source: Source, entries: Collection[str]) -> bool:
    return any(ruling.entry in entries for ruling in source.rulings)


def _names_in_changed_files(trees: _Trees) -> frozenset[str]:
    """Return whatever looks like an id in the hand-written files that differ."""
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
