"""The files of a collection: an edition that every engine builds, with the counts of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_tools.corpus.front_matter import Fields, FrontMatter, Scalar
from build_tools.corpus.front_matter.settings import SETTINGS
from build_tools.corpus.lock_file import LOCK
from build_tools.corpus.sources.given_statistics import STATISTICS
from build_tools.corpus.sources.originals import ORIGINALS
from build_tools.corpus.sources.seeds import FOLDER, SUMS
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar
from build_tools.editing.splitting.divided_edition import SOURCES, DividedEdition, TextCollection
from build_tools.model import FULL, Source

_HOME = "docs/index.md"
_OWN_SETTING = re.compile(r"^(?:site_name|site_url):.*\n?(?:(?:[ \t]+\S.*|[ \t]*)(?:\n|\Z))*", re.MULTILINE)
_EXTRA = re.compile(
    r"^extra:(?:[ \t]*\{|[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?P<indent>[ ]+)(?=[^\s#]))", re.MULTILINE
)
_CITATION = "citation"

CollectionFile = tuple[str, bytes | Path]
"""The path of a file, and what is in it, or the file of the whole edition that has the same."""


@dataclass(frozen=True, slots=True)
class WholeEdition:
    """What the files of collections are made of.

    Attributes:
        root: The folder of the edition.
        name: The name of its site.
        language: The language of its pages (BCP 47).
        address: The address below which the sites of the collections will be; empty if it is not known.
        pages: Its hand-written pages, by path.
        lock: The text of its anchors.lock, or None.
    """

    root: Path
    name: str
    language: str
    address: str
    pages: Mapping[str, FrontMatter]
    lock: str | None

    def files_of(self, collection: TextCollection, divided: DividedEdition) -> Iterator[CollectionFile]:
        """Yield the path of each file of a collection, below its folder, and what is in it."""
        shown = [source for source in divided.sources if f"{SOURCES}{source.id}.md" in collection.pages]
        own = [source for source in shown if source.id not in collection.elsewhere]
        yield SETTINGS, self._settings(collection)
        for path in collection.pages:
            is_elsewhere = path.startswith(SOURCES) and PurePosixPath(path).stem in collection.elsewhere
            yield path, _without_words(self.pages[path]) if is_elsewhere else self.root / path
        if _HOME not in collection.pages:
            way_back = f"[{self.name}]({self.address})\n" if self.address else ""
            yield _HOME, f"---\ntitle: {quote_scalar(self.name_of(collection))}\n---\n{way_back}".encode()
        yield from self._seeds(own, shown)
        yield from self._assets()
        if self.lock is not None:
            yield LOCK, _lines_of(self.lock, {source.id for source in shown}, 0).encode()
        yield STATISTICS, divided.statistics_file

    def name_of(self, collection: TextCollection) -> str:
        """Return the name of the site of a collection."""
        return f"{self.name}, {collection.share.name}"

    def address_of(self, collection: TextCollection) -> str:
        """Return the address of the site of a collection."""
        return f"{self.address.rstrip('/')}/{collection.share.id}/"

    def _settings(self, collection: TextCollection) -> bytes:
        file = self.root / SETTINGS
        written = file.read_text(encoding="utf-8") if file.is_file() else "theme: {name: material}\nplugins: [reader]\n"
        own = f"site_name: {quote_scalar(self.name_of(collection))}\n"
        if self.address:
            own += f"site_url: {quote_scalar(self.address_of(collection))}\n"
        return (own + _with_way_up(_OWN_SETTING.sub("", written), self.name)).encode()

    def _seeds(self, own: Iterable[Source], shown: Iterable[Source]) -> Iterator[CollectionFile]:
        names = {source.seed for source in shown}
        for source in own:
            if source.seed_is_here:
                yield f"{FOLDER}/{source.seed}", self.root / FOLDER / source.seed
            original = self.root / FOLDER / ORIGINALS / source.original.file if source.original else None
            if source.original and original and original.is_file():
                names.add(f"{ORIGINALS}/{source.original.file}")
                yield f"{FOLDER}/{ORIGINALS}/{source.original.file}", original
        sums = (self.root / FOLDER / SUMS).read_text(encoding="utf-8", errors="surrogateescape")
        yield f"{FOLDER}/{SUMS}", _lines_of(sums, names, 1).encode("utf-8", "surrogateescape")

    def _assets(self) -> Iterator[CollectionFile]:
        """Yield the pictures and the templates of the edition, which all collections have."""
        for folder in (self.root / "docs/assets", self.root / "overrides"):
            for file in sorted(folder.rglob("*")) if folder.is_dir() and not folder.is_symlink() else ():
                if file.is_file() and not file.is_symlink():
                    yield file.relative_to(self.root).as_posix(), file


def _with_way_up(settings: str, name: str) -> str:
    """Return the settings of a collection with those by which its pages lead up to the whole."""
    way_up = f"part_of: {{name: {quote_scalar(name)}, address: ../}}"
    extra = _EXTRA.search(settings)
    if extra is None:
        return f"{settings.rstrip()}\nextra: {{{way_up}}}\n"
    separator = f"\n{extra['indent']}" if extra["indent"] else ", "
    return f"{settings[: extra.end()]}{way_up}{separator}{settings[extra.end() :]}"


def _as_written(page: FrontMatter) -> bytes:
    return page.text.encode("utf-8", "surrogatepass")


def _without_words(page: FrontMatter) -> bytes:
    """Return the page of a text that is in another collection: it is cited here, and its words are not published."""
    rights = page.fields.nodes.get("rights")
    publish = rights.nodes.get("publish") if isinstance(rights, Fields) else None
    if not isinstance(publish, Scalar) or publish.text != FULL:
        return _as_written(page)
    start, end = publish.span
    return (page.text[:start] + _CITATION + page.text[end:]).encode("utf-8", "surrogatepass")


def _lines_of(text: str, names: Iterable[str], column: int) -> str:
    """Return the lines that have one of some names in a column: `0` for the first word, `1` for the rest."""
    wanted = frozenset(names)
    parts = ((line, re.split(r" [ *]?", line, maxsplit=1)) for line in text.splitlines())
    return "".join(f"{line}\n" for line, words in parts if len(words) > column and words[column] in wanted)
