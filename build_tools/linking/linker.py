"""The mentions of a text: scanned, decided in reading order, an editor's rulings above all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from build_tools.linking.context import DecisionContext, Verdict
from build_tools.linking.lexicon.automaton import Lexicon
from build_tools.linking.policy import decide_match
from build_tools.linking.ruled_mentions import Ruled, place_rulings
from build_tools.linking.scanning.candidates import ITEM, Dropped, Item, Row
from build_tools.linking.scanning.scanner import Languages, sweep
from build_tools.model import Block, Document, Mention
from build_tools.model.findings import ADVICE, Finding
from build_tools.segmentation.block_languages import UNDETERMINED

_BETWEEN = "\n\n"

# The words beside an undecided place, as they stand: an editor takes them over into a ruling.
_WORDS_BEFORE = re.compile(r"(?:\S+\s+){0,3}\S*$")
_WORDS_AFTER = re.compile(r"\S*(?:\s+\S+){0,2}")
_NEAR = 60
RULING = -1  # no pattern: what an editor ruled


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A place that may name several entries, or one by a short label alone; it is not linked."""

    document: str
    block: str
    start: int
    end: int
    exact: str
    entries: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Overrides:
    """What an editor laid down for one text: places decided, and the entries that do not apply in it."""

    ruled: tuple[Item, ...] = ()
    barred: frozenset[str] = frozenset()


def overrides_for(source: str, lexicon: Lexicon, ruled: tuple[Item, ...] = ()) -> Overrides:
    """What holds for the text of that id."""
    return Overrides(
        ruled, frozenset(one for one in lexicon.restricted if source in lexicon.entries[one].not_in_sources)
    )


_NOTHING = Overrides()


def link_text(
    text: str,
    lexicon: Lexicon,
    aside: Overrides = _NOTHING,
    dropped: list[Dropped] | None = None,
    languages: Languages = (),
) -> tuple[list[Row], list[Verdict]]:
    """The mentions of a text in order, and the verdicts on all places that were open after the scan.

    A mention is a row: start, end, entry, rule, and the pattern that matched with the entries that it may not name. Blank
    lines end what a name may run over. `dropped` takes in the matches that were no candidates; `languages` tells where each
    language of the text begins. Any string is a text; nothing is raised.
    """
    items = sweep(text, lexicon, dropped, languages)
    if aside.ruled or aside.barred:
        items = _rule(items, aside)
    linked, verdicts = _settle(DecisionContext(text, lexicon, items))
    return (_without_overlaps(linked) if aside.ruled else linked), verdicts


def _settle(scene: DecisionContext) -> tuple[list[Row], list[Verdict]]:
    """The linked items in order, the open ones decided, without those that a longer span has taken in; and the verdicts."""
    items = scene.items
    verdicts: list[Verdict] = []
    longer = False
    for number in [number for number, one in enumerate(items) if one[2] is None]:
        item = ITEM(items[number])
        if item[4] == RULING:
            continue
        scene.current = number
        verdict = decide_match(item, scene)
        verdicts.append(verdict)
        entry, rule, start, end, _, _, _ = verdict
        if entry is not None:
            items[number] = (start, end, entry, rule, item[4], item[5])
            longer = longer or end > item[1]
    linked = [one for one in items if one[2] is not None]
    return _without_overlaps(linked) if longer else linked, verdicts


def _without_overlaps(items: Iterable[Row]) -> list[Row]:
    """Those that do not begin inside one before: matches never do, names with what follows them taken in may."""
    kept: list[Row] = []
    for item in items:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept


def _rule(rows: list[Row], aside: Overrides) -> list[Row]:
    items = map(ITEM, rows)
    kept = [one for one in items if not any(one.start < rule.end and rule.start < one.end for rule in aside.ruled)]
    if aside.barred:
        kept = [one._replace(barred=one.barred | aside.barred) for one in kept if one.entry not in aside.barred]
    return sorted([*kept, *aside.ruled], key=itemgetter(0))


def link_mentions(
    document: Document, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Ambiguous, ...], list[Finding]]:
    """The mentions of a document in reading order, what stays undecided, and faults of its rulings."""
    ruled, findings = place_rulings(document, tuple(lexicon.entries.values()))
    text = _BETWEEN.join(block.text for block in document.blocks)
    places = _Places(document)
    aside = overrides_for(document.source.id, lexicon, tuple(_item(one, places) for one in ruled))
    items, verdicts = link_text(text, lexicon, aside, languages=languages_of(document))
    mentions = []
    for item in map(ITEM, items):
        block, start = places.block_at(item.start)
        exact = text[item.start : item.end]
        mentions.append(
            Mention(document.source.id, block.id, start, start + len(exact), exact, item.entry or "", item.rule)
        )
    undecided = [_undecided(verdict, text, places) for verdict in verdicts if verdict.rule.startswith("undecided: ")]
    return tuple(mentions), tuple(undecided), findings


def languages_of(document: Document) -> Languages:
    """Return where each block begins in the text that joins them, and its language."""
    languages: list[tuple[int, str]] = []
    start = 0
    for block in document.blocks:
        languages.append((start, "" if block.lang == UNDETERMINED else block.lang))
        start += len(block.text) + len(_BETWEEN)
    return languages


class _Places:
    """Where each block of a document begins in the text that joins them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.starts: list[tuple[int, Block]] = []
        at = 0
        for block in document.blocks:
            self.starts.append((at, block))
            at += len(block.text) + len(_BETWEEN)

    def block_at(self, offset: int) -> tuple[Block, int]:
        """The block at an offset of the joined text, and the offset in it."""
        at, block = max((one for one in self.starts if one[0] <= offset), key=lambda one: one[0])
        return block, offset - at

    def offset(self, block: str, start: int) -> int:
        """The offset in the joined text of a place in a block."""
        return next(at for at, one in self.starts if one.id == block) + start


def _item(ruled: Ruled, places: _Places) -> Item:
    at = places.offset(ruled.block, 0)
    return Item(at + ruled.start, at + ruled.end, ruled.entry, "ruling", RULING)


def _undecided(verdict: Verdict, text: str, places: _Places) -> Ambiguous:
    block, start = places.block_at(verdict.start)
    exact = text[verdict.start : verdict.end]
    entries = tuple(sorted(verdict.weighed))
    reason = verdict.rule.removeprefix("undecided: ")
    return Ambiguous(places.document.source.id, block.id, start, start + len(exact), exact, entries, reason)


def ambiguous_findings(document: Document, undecided: Iterable[Ambiguous]) -> list[Finding]:
    """Advice for each undecided place, at its line of the seed."""
    blocks = {block.id: block for block in document.blocks}
    findings = []
    for one in undecided:
        block = blocks[one.block]
        at = max(
            (span.start + one.start - span.at for span in block.spans if span.at <= one.start), default=block.start
        )
        line = document.source.text.count("\n", 0, at) + 1
        message = f'"{one.exact}" stays unlinked: {one.reason} ({", ".join(one.entries)})'
        before = _WORDS_BEFORE.search(block.text[max(0, one.start - _NEAR) : one.start])
        after = _WORDS_AFTER.match(block.text[one.end : one.end + _NEAR])
        words = " ".join(f"{before[0] if before else ''}{one.exact}{after[0] if after else ''}".split())
        ruling = f'{{quote: "{words}", mention: "{one.exact}", entry: …}}'
        hint = f"If it should link, add it to the rulings of {document.source.path}: {ruling}"
        findings.append(Finding(f"seeds/{document.source.seed}", line, "mention-undecided", message, hint, ADVICE))
    return findings
