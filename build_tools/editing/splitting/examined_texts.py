"""The texts of an edition that is divided, read one after another: of each stays what dividing asks for.

Whole stay only the texts that others have a part in: those to which a page refers, and those that are not published in
full. So memory hardly grows with the number of texts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from build_tools.corpus import front_matter
from build_tools.corpus.sources import seeds
from build_tools.corpus.sources.listed_texts import ListedText, forget_texts, list_texts, read_listed
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.corpus.sources.text_pages import source_of_page
from build_tools.edition.checks import CHECKS, Material
from build_tools.edition.checks.anchor_lock import check_former_places, compare_with_lock, locked_places, without_texts
from build_tools.edition.citation_index import index_citations
from build_tools.edition.edition_files import EditionFiles, read_edition_files
from build_tools.edition.reading import LinkedSource, link_source
from build_tools.linking import Lexicon, names_used, scan
from build_tools.linking.scanning.matches import match_of_fields
from build_tools.model import FULL, Source
from build_tools.model.corpus_statistics import CorpusStatistics
from build_tools.model.findings import ERROR, Finding
from build_tools.sharding.shard_counts import count_texts
from build_tools.sharding.shard_parts import findings_on_text


class ExaminedText(NamedTuple):
    """What stays of a text.

    Attributes:
        listed: What the list of texts says of it.
        source: Its bibliography, without its words.
        met: The sorted ids of the entries that it may name, whatever was decided.
        linked: A digest of its links and of what is undecided in it.
    """

    listed: ListedText
    source: Source
    met: tuple[str, ...]
    linked: bytes


@dataclass(frozen=True, slots=True)
class ExaminedEdition:
    """An edition whose texts were read one after another.

    Attributes:
        root: Its folder.
        files: What its other files say.
        lexicon: The labels, with what all texts say of names.
        statistics: What all its texts say together.
        texts: The texts, by id.
        absent: The texts whose seeds are kept elsewhere.
        findings: What is wrong in all of it, sorted.
    """

    root: Path
    files: EditionFiles
    lexicon: Lexicon
    statistics: CorpusStatistics
    texts: Mapping[str, ExaminedText]
    absent: tuple[Source, ...]
    findings: tuple[Finding, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return every text, by id, without its words."""
        texts = (*(text.source for text in self.texts.values()), *self.absent)
        return tuple(sorted(texts, key=lambda source: source.id))

    def is_linked_alike(self, text: str, lexicon: Lexicon) -> bool:
        """Return whether other labels, with what all texts say of names, link a text as those of the edition do.

        Raises:
            ChangedTextError: If the text is not as it was.
        """
        examined = self.texts[text]
        source, _ = read_listed(self.root, examined.listed)
        forget_texts()
        return source is not None and _digest(link_source(source, self.statistics, lexicon)) == examined.linked


@dataclass(slots=True)
class _Reader:
    """Reads texts one after another, and keeps what is to stay."""

    root: Path
    lexicon: Lexicon
    statistics: CorpusStatistics
    shared: Collection[str]
    locked: Mapping[str, Mapping[str, tuple[str, int]]] | None
    absent_seeds: Collection[str]
    texts: dict[str, ExaminedText] = field(default_factory=dict)
    held: list[LinkedSource] = field(default_factory=list)
    absent: list[Source] = field(default_factory=list)
    findings: set[Finding] = field(default_factory=set)

    def read(self, listed: ListedText) -> None:
        """Read a text."""
        source, faults = read_listed(self.root, listed)
        self.findings.update(faults)
        if source is not None:
            self._examine(listed, source, is_sound=all(fault.severity != ERROR for fault in faults))
        elif listed.seed in self.absent_seeds:
            self._note_absent(listed)
        forget_texts()

    def _examine(self, listed: ListedText, source: Source, *, is_sound: bool) -> None:
        linked = link_source(source, self.statistics, self.lexicon)
        self.findings.update(linked.findings)
        met = tuple(sorted(_entries_met(linked, self.lexicon)))
        self.texts[source.id] = ExaminedText(listed, replace(source, text=""), met, _digest(linked))
        if source.id in self.shared or source.rights.publish != FULL:
            self.held.append(linked)
        elif is_sound and all(fault.severity != ERROR for fault in linked.findings):
            self.findings.update(findings_on_text(linked), check_former_places(Material(documents=(linked.document,))))
            if self.locked is not None:
                self.findings.update(compare_with_lock(linked.document, self.locked.get(source.id, {})))

    def _note_absent(self, listed: ListedText) -> None:
        path = f"{SOURCE.folder}/{listed.id}.md"
        page, _ = front_matter.read_front_matter(self.root / path, path)
        source = page and source_of_page(page, "", here=False)
        if source and source.rights.publish != FULL:
            self.absent.append(source)


def examine_edition(root: Path, language: str, referred: Collection[str]) -> ExaminedEdition:
    """Read an edition and check it, one text after another.

    Args:
        root: The folder that holds seeds/ and docs/.
        language: The language of the site, a BCP 47 tag.
        referred: The ids of the texts to which a page refers.

    Raises:
        ChangedTextError: If a text changes meanwhile.
    """
    listed, findings = list_texts(root)
    files = read_edition_files(root, language, lambda _: ((), findings))
    lexicon = Lexicon(files.entries, files.rules_off)
    statistics = files.statistics or count_texts(root, listed, lexicon)
    lexicon = lexicon.informed_by(names_used(statistics))
    locked = None if files.lock.text is None else locked_places(files.lock.text)
    absent = seeds.list_seeds(root).absent
    # A page that lists what is left without an entry has a part in all texts.
    shared = {text.id for text in listed} if any(page.omitted for page in files.pages) else referred
    reader = _Reader(root, lexicon, statistics, shared, locked, absent)
    for text in listed:
        reader.read(text)
    found = {*files.findings, *reader.findings}
    material = _material(files, reader, found)
    found.update(finding for check in CHECKS for finding in check.run(material))
    absent_texts = tuple(reader.absent)
    return ExaminedEdition(root, files, lexicon, statistics, reader.texts, absent_texts, tuple(sorted(found)))


def _material(files: EditionFiles, reader: _Reader, findings: Iterable[Finding]) -> Material:
    """Return what is to be checked of an edition, besides what was found in each text that is not held."""
    documents = tuple(linked.document for linked in reader.held)
    mentions = {linked.document.source.id: linked.mentions for linked in reader.held}
    paths = {finding.path for finding in findings if finding.severity == ERROR}
    sources = [text.source for text in reader.texts.values()]
    sound = {source.id for source in sources if not {source.path, f"{seeds.FOLDER}/{source.seed}"} & paths}
    let_go = reader.texts.keys() - mentions.keys()
    return Material(
        documents=documents,
        entries=files.entries,
        registers=files.registers,
        pages=files.pages,
        ambiguous=tuple(place for linked in reader.held for place in linked.ambiguous),
        source_ids=files.source_ids,
        entry_ids=files.entry_ids,
        outside_ids=files.outside_ids,
        lock=replace(files.lock, text=files.lock.text and without_texts(files.lock.text, let_go)),
        mentions=mentions,
        absent=tuple(reader.absent),
        language=files.language,
        let_go=tuple(reader.texts[text].source for text in sorted(let_go)),
        citations=index_citations(documents, mentions, files.source_ids - sound),
    )


def _entries_met(linked: LinkedSource, lexicon: Lexicon) -> Iterator[str]:
    patterns = {match.pattern for match in map(match_of_fields, scan(linked.document.source.text, lexicon))}
    yield from {sense.entry for pattern in patterns for sense in lexicon.senses_of(pattern)} | {
        *(mention.entry for mention in linked.mentions),
        *(entry for place in linked.ambiguous for entry in place.entries),
    }


def _digest(linked: LinkedSource) -> bytes:
    return sha256(repr((linked.mentions, linked.ambiguous)).encode("utf-8", "surrogatepass")).digest()
