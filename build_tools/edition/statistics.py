"""The edition in numbers: what of each seed is shown, what is linked by which rule, what carries evidence.

Everything is counted from the values the pages are made of, so that a page and a command say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.corpus.cited_sentences import EVIDENCE, UNCITED, Sentence, Share, share, split_sentences
from build_tools.linking import Ambiguous
from build_tools.model import Document, Entry, Mention
from build_tools.model.registers import Registers

NO_STATE = "not stated"
"""The review state of an entry that states none."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where the characters of a seed are: shown, set aside, or white space between lines and blocks."""

    source: str
    total: int
    shown: int
    aside: int

    @property
    def white(self) -> int:
        """White space that is not shown."""
        return self.total - self.shown - self.aside


@dataclass(frozen=True, slots=True)
class Statistics:
    """All numbers of an edition; maps by source id, by entry id, by state, in sorted order.

    `uncited` maps the path of a hand-written file to its sentences without evidence.
    """

    accounts: tuple[Account, ...]
    rules: Mapping[str, Mapping[str, int]]
    shares: Mapping[str, Share]
    uncited: Mapping[str, tuple[Sentence, ...]]
    undecided: tuple[Ambiguous, ...]
    unmentioned: Mapping[str, str]
    states: Mapping[str, tuple[str, ...]]
    registers: Mapping[str, int]

    @property
    def share(self) -> Share:
        """The evidence of the whole edition."""
        return sum(self.shares.values(), Share())


def account(document: Document) -> Account:
    """The characters of one seed."""
    shown = sum(span.end - span.start for block in document.blocks for span in block.spans)
    aside = sum(stretch.end - stretch.start for stretch in document.set_aside)
    return Account(document.source.id, len(document.source.text), shown, aside)


def count_statistics(
    documents: Iterable[Document],
    mentions: Mapping[str, tuple[Mention, ...]],
    entries: Iterable[Entry],
    registers: Registers,
    undecided: Iterable[Ambiguous] = (),
) -> Statistics:
    """Count an edition."""
    entries = tuple(sorted(entries, key=lambda one: one.id))
    sentences = {path: found for path, found in sorted(_all_sentences(entries, registers)) if found}
    named = {mention.entry for found in mentions.values() for mention in found}
    states: dict[str, list[str]] = {}
    for entry in entries:
        states.setdefault(entry.review.state if entry.review else NO_STATE, []).append(entry.id)
    bare = {path: tuple(one for one in found if one.standing == UNCITED) for path, found in sentences.items()}
    return Statistics(
        accounts=tuple(account(document) for document in sorted(documents, key=lambda one: one.source.id)),
        rules={one: dict(sorted(Counter(it.rule for it in found).items())) for one, found in sorted(mentions.items())},
        shares={path: share(found) for path, found in sentences.items()},
        uncited={path: found for path, found in bare.items() if found},
        undecided=tuple(undecided),
        unmentioned={entry.id: entry.unmentioned for entry in entries if entry.id not in named},
        states={state: tuple(sorted(ids)) for state, ids in sorted(states.items())},
        registers=_register_counts(entries, registers),
    )


def _all_sentences(entries: Iterable[Entry], registers: Registers) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    for entry in entries:
        yield entry.path, entry_sentences(entry)
    for discrepancy in registers.discrepancies:
        known = split_sentences(discrepancy.known, discrepancy.lines.get("known", 1))
        yield discrepancy.path, (*known, *split_sentences(discrepancy.notes, discrepancy.notes_line))
    for quotation in registers.quotations:
        derived = split_sentences(quotation.derivation, quotation.lines.get("derivation", 1))
        yield quotation.path, (*derived, *split_sentences(quotation.notes, quotation.notes_line))


def entry_sentences(entry: Entry) -> tuple[Sentence, ...]:
    """The sentences of an entry: its definition, which the field `evidence` carries, its dating, and its notes."""
    standing = EVIDENCE if entry.evidence else UNCITED
    line = entry.lines.get("definition", 1)
    definition = (Sentence(entry.definition, line, standing),) if entry.definition else ()
    event = entry.event
    derived = split_sentences(event.derivation, event.lines.get("derivation", 1)) if event else ()
    return (*definition, *derived, *split_sentences(entry.notes, entry.notes_line))


def _register_counts(entries: Iterable[Entry], registers: Registers) -> Mapping[str, int]:
    entries = tuple(entries)
    events = [entry.event for entry in entries if entry.event]
    return {
        "discrepancies": len(registers.discrepancies),
        "passages in discrepancies": sum(len(one.says) for one in registers.discrepancies),
        "passages with an asserter": sum(one.by is not None for item in registers.discrepancies for one in item.says),
        "quotations": len(registers.quotations),
        "versions of quotations": sum(len(one.versions) for one in registers.quotations),
        "events": len(events),
        "accounts of events": sum(len(event.accounts) for event in events),
        "dated roles": sum(len(entry.roles) for entry in entries),
    }


def report_statistics(figures: Statistics) -> str:
    """All numbers as lines of text, tab-separated: what is counted, of what, how many."""
    lines: list[tuple[str, str, int]] = []
    for one in figures.accounts:
        numbers = (("in all", one.total), ("shown", one.shown), ("set aside", one.aside), ("white space", one.white))
        lines += (("characters", f"{one.source} {name}", number) for name, number in numbers)
    for source, rules in sorted(figures.rules.items()):
        lines += (("mentions", f"{source} {rule}", number) for rule, number in rules.items())
    for name in ("evidence", "own", "uncited"):
        lines.append(("sentences", name, getattr(figures.share, name)))
    for path, found in figures.uncited.items():
        lines.append(("uncited", path, len(found)))
    lines.append(("undecided mentions", "all texts", len(figures.undecided)))
    lines += (("unmentioned entry", entry, 0) for entry in figures.unmentioned)
    lines += (("entries by review", state, len(ids)) for state, ids in figures.states.items())
    lines += (("registers", name, number) for name, number in figures.registers.items())
    return "\n".join(f"{what}\t{of}\t{number}" for what, of, number in lines)
