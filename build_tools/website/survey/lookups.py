"""An edition surveyed once: its order, and what stands where, for every page to look up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.model import NUMBERED_ROLES, Block, Document, Entry, Label, Mention
from build_tools.text import markdown
from build_tools.text.folding import fold_label
from build_tools.website.naming.date_words import date_order
from build_tools.website.naming.foreign_words import mark_foreign
from build_tools.website.survey.edition_data import Edition
from build_tools.website.survey.register_lookups import Registry, survey_registers

Places = Mapping[str, int]
"""How often something is named, by block id."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """An edition with its look-ups.

    `documents` are in order of date, then id, `entries` in order of label, which `rank` counts.
    `named_in[document][entry]` and `named_by[entry][document]` are the same places;
    `paragraphs[document]` maps the ids of its numbered blocks to 0, 1, …. `related`, `narrower` and
    `rivals` (entries that share a label) run in both directions, as ids sorted by label.
    `organisations` finds an organisation by any of its labels, case folded.
    """

    edition: Edition
    documents: tuple[Document, ...]
    entries: Mapping[str, Entry]
    rank: Mapping[str, int]
    by_id: Mapping[str, Document]
    blocks: Mapping[str, Mapping[str, Block]]
    paragraphs: Mapping[str, Mapping[str, int]]
    named_in: Mapping[str, Mapping[str, Places]]
    named_by: Mapping[str, Mapping[str, Places]]
    related: Mapping[str, tuple[str, ...]]
    narrower: Mapping[str, tuple[str, ...]]
    rivals: Mapping[str, tuple[str, ...]]
    organisations: Mapping[str, str]
    registry: Registry

    def count(self, entry: str) -> int:
        """How often the texts name the entry."""
        return sum(sum(places.values()) for places in self.named_by.get(entry, {}).values())

    def in_order(self, named: Iterable[str]) -> tuple[Document, ...]:
        """The documents with these ids, in order of date; `named` as `named_by` gives it is in that order."""
        return tuple(self.by_id[identifier] for identifier in named)

    def body(self, path: str) -> str:
        """What people wrote for the page at `path` below docs/, words in other scripts marked; empty if nothing."""
        return mark_foreign(self.edition.bodies.get(path, ""), self.edition.language)

    def block(self, mention: Mention) -> Block:
        """The block a mention stands in."""
        return self.blocks[mention.document][mention.block]

    def language_of(self, lang: str) -> str | None:
        """The language as a `lang` attribute, nothing where it is the site's own."""
        return None if lang == self.edition.language else lang


def page_front_matter(path: str, corpus: Corpus, fields: Mapping[str, str | tuple[str, ...]]) -> str:
    """The head of a page below docs/ for the template: our fields, and the day its hand-written file last changed.

    Our pages bring their own navigation, so the theme's is hidden.
    """
    changed = corpus.edition.changed.get(path)
    own: dict[str, str | tuple[str, ...]] = {**fields, **({"changed": changed} if changed else {})}
    return markdown.render_front_matter(own | {"hide": ("navigation", "toc")})


def survey(edition: Edition) -> Corpus:
    """Order an edition and count who is named where, in one pass over its mentions."""
    documents = sorted(edition.documents, key=lambda one: (date_order(one.source.issued), one.source.id))
    entries = {entry.id: entry for entry in sorted(edition.entries, key=lambda one: (label_order(one), one.id))}
    rank = {identifier: number for number, identifier in enumerate(entries)}
    named_in: dict[str, dict[str, Counter[str]]] = {}
    named_by: dict[str, dict[str, Counter[str]]] = defaultdict(dict)
    for document in documents:
        named = named_in.setdefault(document.source.id, {})
        for mention in edition.mentions.get(document.source.id, ()):
            named.setdefault(mention.entry, Counter())[mention.block] += 1
        for entry, places in named.items():
            named_by[entry][document.source.id] = places
    return Corpus(
        edition=edition,
        documents=tuple(documents),
        entries=entries,
        rank=rank,
        by_id={one.source.id: one for one in documents},
        blocks={one.source.id: {block.id: block for block in one.blocks} for one in documents},
        paragraphs={one.source.id: _numbered(one) for one in documents},
        named_in=named_in,
        named_by=named_by,
        related=_in_order(rank, _both_ways(entries)),
        narrower=_in_order(rank, _narrower(entries)),
        rivals=_in_order(rank, _rivals(entries)),
        organisations=_organisations(entries),
        registry=survey_registers(edition),
    )


def label_order(entry: Entry) -> str:
    """An entry's label as it is sorted: without accents, in one case, without leading quotation marks."""
    return fold_label(entry.pref_label).lstrip("'([")


def initial(entry: Entry) -> str:
    """The letter an entry stands under: A to Z, "0–9" or "Other"."""
    first = label_order(entry)[:1]
    return first.upper() if "a" <= first <= "z" else "0–9" if first.isdecimal() else "Other"


def _numbered(document: Document) -> dict[str, int]:
    numbered = (block.id for block in document.blocks if block.role in NUMBERED_ROLES)
    return {identifier: number for number, identifier in enumerate(numbered)}


def _organisations(entries: Mapping[str, Entry]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in entries.values():
        if entry.kind == "organisation":
            for text in (entry.pref_label, entry.name, *(label.text for label in entry.alt_labels)):
                found.setdefault(text.casefold(), entry.id)
    return found


def _in_order(rank: Mapping[str, int], found: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {
        one: tuple(sorted({other for other in others if other in rank and other != one}, key=rank.__getitem__))
        for one, others in found.items()
    }


def _both_ways(entries: Mapping[str, Entry]) -> Mapping[str, Iterable[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        for other in entry.related:
            found[entry.id].append(other)
            found[other].append(entry.id)
    return found


def _narrower(entries: Mapping[str, Entry]) -> Mapping[str, Iterable[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        for other in entry.broader:
            found[other].append(entry.id)
    return found


def _rivals(entries: Mapping[str, Entry]) -> Mapping[str, Iterable[str]]:
    """Entries that share a label: a shared label meets every other entry that owns or shares it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    sharers: dict[str, set[str]] = defaultdict(set)
    for entry in entries.values():
        own: tuple[Label, ...] = (*entry.alt_labels, *entry.short_labels)
        for text in (entry.pref_label, entry.name, *(label.text for label in own)):
            bearers[text].add(entry.id)
        for label in entry.shared_labels:
            sharers[label.text].add(entry.id)
    found: dict[str, set[str]] = defaultdict(set)
    for text, sharing in sharers.items():
        for one in sharing:
            found[one] |= bearers[text] | sharing
        for one in bearers[text]:
            found[one] |= sharing
    return found
