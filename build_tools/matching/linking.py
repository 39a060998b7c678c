"""The mentions of a document: candidates scanned, decided in reading order, rulings above all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.findings import ADVICE, Finding
from build_tools.matching.lexicon import OWNED, Lexicon
from build_tools.matching.policy import Context, Decision, Named, Place, decide
from build_tools.matching.rulings import Ruled, place_rulings
from build_tools.matching.scanning import Candidate, scan
from build_tools.model import Block, Document, Mention


@dataclass(frozen=True, slots=True)
class Undecided:
    """A place that may name several entries, or one by a short label alone; it is not linked."""

    document: str
    block: str
    start: int
    end: int
    exact: str
    entries: tuple[str, ...]
    reason: str


def link_mentions(
    document: Document, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Undecided, ...], list[Finding]]:
    """The mentions of a document in reading order, what stays undecided, and faults of its rulings."""
    ruled, findings = place_rulings(document, tuple(lexicon.entries.values()))
    candidates = [_unruled(scan(block.text, lexicon), block, ruled) for block in document.blocks]
    named = {sense.entry for found in candidates for one in found for sense in one.senses if sense.rule in OWNED}
    full_names = frozenset(named | {one.entry for one in ruled if one.entry})
    progress = _Progress(document, lexicon, full_names, [], [], [])
    for number, (block, found) in enumerate(zip(document.blocks, candidates, strict=True)):
        progress.read(number, block, found, _of_block(ruled, block))
    return tuple(progress.mentions), tuple(progress.undecided), findings


@dataclass(frozen=True, slots=True)
class _Progress:
    """The state of a reading: what has been linked, left undecided, and named so far."""

    document: Document
    lexicon: Lexicon
    full_names: frozenset[str]
    mentions: list[Mention]
    undecided: list[Undecided]
    decided: list[Named]

    def read(self, number: int, block: Block, found: Sequence[Candidate], ruled: Sequence[Ruled]) -> None:
        """Decide the candidates of one block, and take over what is ruled in it, in the order of places."""
        following = dict(pairwise(found))
        items: list[Candidate | Ruled] = [*found, *ruled]
        for item in sorted(items, key=lambda item: item.start):
            place = Place(number, item.start)
            if isinstance(item, Ruled):
                decision = Decision(item.entry, "ruling")
            else:
                context = Context(self.lexicon.entries, self.full_names, self.decided, following.get(item))
                decision = decide(item, place, block.text, context)
            where = (self.document.source.id, block.id, item.start, item.end, block.text[item.start : item.end])
            if decision.entry is not None:
                self.mentions.append(Mention(*where, decision.entry, decision.rule))
                self.decided.append(Named(place, item.end, decision.entry))
            elif isinstance(item, Candidate):
                entries = tuple(sorted({sense.entry for sense in item.senses}))
                self.undecided.append(Undecided(*where, entries, decision.rule.removeprefix("undecided: ")))


def undecided_findings(document: Document, undecided: Iterable[Undecided]) -> list[Finding]:
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
        before, after = block.text[: one.start].split()[-3:], block.text[one.end :].split(maxsplit=2)[:2]
        words = " ".join([*before, one.exact, *after])
        ruling = f'{{quote: "{words}", mention: "{one.exact}", entry: …}}'
        hint = f"If it should link, add it to the rulings of {document.source.path}: {ruling}"
        findings.append(Finding(f"seeds/{document.source.seed}", line, "mention-undecided", message, hint, ADVICE))
    return findings


def _unruled(candidates: Sequence[Candidate], block: Block, ruled: Sequence[Ruled]) -> tuple[Candidate, ...]:
    here = _of_block(ruled, block)
    return tuple(one for one in candidates if not any(one.start < rule.end and rule.start < one.end for rule in here))


def _of_block(ruled: Sequence[Ruled], block: Block) -> list[Ruled]:
    return [rule for rule in ruled if rule.block == block.id]
