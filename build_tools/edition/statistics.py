"""The edition in numbers: what of each seed is shown, what is linked by which rule, what carries evidence.

Everything is counted from the values the pages are made of, so that a page and a command say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.corpus.cited_sentences import EDITORIAL, EVIDENCE, UNCITED, Sentence, Share, share, split_sentences
from build_tools.corpus.written_pages import Prose
from build_tools.edition.event_passages import all_passages, events_in_agreement
from build_tools.edition.outside_citations import OutsideCitation, find_outside_citations
from build_tools.linking import Ambiguous
from build_tools.model import Document, Entry, Mention
from build_tools.model.registers import Registers

AGREEING_EVENTS = "events whose counts agree with their accounts"
"""What counts the events that pages count in every text that has an account of them."""

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
        """Return how many characters are white space that is not shown."""
        return self.total - self.shown - self.aside


@dataclass(frozen=True, slots=True)
class Statistics:
    """All numbers of an edition; maps by source id, by entry id, by state, in sorted order.

    `uncited` maps the path of a hand-written file to its sentences without evidence. `agreeing_events` are the events
    that are counted in every text that has an account of them.
    """

    accounts: Mapping[str, Account]
    rules: Mapping[str, Mapping[str, int]]
    shares: Mapping[str, Share]
    uncited: Mapping[str, tuple[Sentence, ...]]
    undecided: tuple[Ambiguous, ...]
    unmentioned: Mapping[str, str]
    states: Mapping[str, tuple[str, ...]]
    registers: Mapping[str, int]
    agreeing_events: tuple[str, ...] = ()

    @property
    def share(self) -> Share:
        """Return the evidence of the whole edition."""
        return sum(self.shares.values(), Share())


def account(document: Document) -> Account:
    """Return the account of the characters of one seed."""
    shown = sum(span.end - span.start for block in document.blocks for span in block.spans)
    aside = sum(stretch.end - stretch.start for stretch in document.set_aside)
    return Account(document.source.id, len(document.source.text), shown, aside)


def count_statistics(  # noqa: PLR0913, PLR0917 - all that is counted
    documents: Iterable[Document],
    mentions: Mapping[str, tuple[Mention, ...]],
    entries: Iterable[Entry],
    registers: Registers,
    undecided: Iterable[Ambiguous] = (),
    pages: Iterable[Prose] = (),
) -> Statistics:
    """Count an edition; `pages` are the hand-written pages that are neither entries nor texts."""
    documents = tuple(documents)
    sources = (document.source for document in documents)
    entries = tuple(sorted(entries, key=lambda entry: entry.id))
    citations = find_outside_citations(entries, registers, sources, pages)
    sentences = {path: listed for path, listed in sorted(_all_sentences(entries, registers)) if listed}
    named = {mention.entry for mentions_of_text in mentions.values() for mention in mentions_of_text}
    states: dict[str, list[str]] = {}
    for entry in entries:
        states.setdefault(entry.review.state if entry.review else NO_STATE, []).append(entry.id)
    uncited = {
        path: tuple(sentence for sentence in listed if sentence.standing == UNCITED)
        for path, listed in sentences.items()
    }
    return Statistics(
        accounts={
            document.source.id: account(document)
            for document in sorted(documents, key=lambda document: document.source.id)
        },
        rules={
            source: dict(sorted(Counter(mention.rule for mention in mentions_of_text).items()))
            for source, mentions_of_text in sorted(mentions.items())
        },
        shares={path: share(listed) for path, listed in sentences.items()},
        uncited={path: listed for path, listed in uncited.items() if listed},
        undecided=tuple(undecided),
        unmentioned={entry.id: entry.unmentioned for entry in entries if entry.id not in named},
        states={state: tuple(sorted(ids)) for state, ids in sorted(states.items())},
        registers={**_register_counts(entries, registers), **_outside_counts(citations, registers)},
        agreeing_events=tuple(events_in_agreement(all_passages(documents, mentions, entries), entries)),
    )


def _all_sentences(entries: Iterable[Entry], registers: Registers) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    for entry in entries:
        yield entry.path, entry_sentences(entry)
    for discrepancy in registers.discrepancies:
        record = split_sentences(discrepancy.known, discrepancy.lines.get("known", 1))
        yield discrepancy.path, (*record, *split_sentences(discrepancy.notes, discrepancy.notes_line))
    for quotation in registers.quotations:
        derived = split_sentences(quotation.derivation, quotation.lines.get("derivation", 1))
        yield quotation.path, (*derived, *split_sentences(quotation.notes, quotation.notes_line))


def entry_sentences(entry: Entry) -> tuple[Sentence, ...]:
    """Return the sentences of an entry: its definition (supported by the field `evidence`), its dating, its notes."""
    standing = EVIDENCE if entry.evidence else UNCITED
    line = entry.lines.get("definition", 1)
    definition = (Sentence(entry.definition, line, standing),) if entry.definition else ()
    event = entry.event
    derived = split_sentences(event.derivation, event.lines.get("derivation", 1)) if event else ()
    return (*definition, *derived, *split_sentences(entry.notes, entry.notes_line))


def _register_counts(entries: Iterable[Entry], registers: Registers) -> Mapping[str, int]:
    entries = tuple(entries)
    events = [entry.event for entry in entries if entry.event]
    differences = sum(point.is_difference for point in registers.discrepancies)
    return {
        "differences": differences,
        "points that differ only in precision": len(registers.discrepancies) - differences,
        "passages in differences": sum(len(discrepancy.says) for discrepancy in registers.discrepancies),
        "passages with an asserter": sum(
            passage.by is not None for item in registers.discrepancies for passage in item.says
        ),
        "quotations": len(registers.quotations),
        "versions of quotations": sum(len(quotation.versions) for quotation in registers.quotations),
        "events": len(events),
        "accounts of events": sum(len(event.accounts) for event in events),
        "offices": sum(len(entry.roles) for entry in entries),
    }


def _outside_counts(citations: Iterable[OutsideCitation], registers: Registers) -> Mapping[str, int]:
    """Count the outside sources and their citations; each work has a title and an address."""
    works = {work.id for work in registers.outside_works}
    cited = [citation.work in works for citation in citations]
    return {
        "outside sources": len(works),
        "official outside sources": sum(work.official for work in registers.outside_works),
        "outside citations": len(cited),
        "outside citations with title and address": sum(cited),
    }


def report_statistics(figures: Statistics) -> str:
    """Return all numbers as lines of text, separated by tabs: what is counted, of what, how many."""
    lines: list[tuple[str, str, int]] = []
    for seed in figures.accounts.values():
        parts = (("in all", seed.total), ("shown", seed.shown), ("set aside", seed.aside), ("white space", seed.white))
        lines += (("characters", f"{seed.source} {name}", number) for name, number in parts)
    for source, rules in sorted(figures.rules.items()):
        lines += (("mentions", f"{source} {rule}", number) for rule, number in rules.items())
    share = figures.share
    for standing, number in ((EVIDENCE, share.evidence), (EDITORIAL, share.editorial), (UNCITED, share.uncited)):
        lines.append(("sentences", standing, number))
    for path, listed in figures.uncited.items():
        lines.append(("uncited", path, len(listed)))
    lines.append(("undecided mentions", "all texts", len(figures.undecided)))
    lines += (("unmentioned entry", entry, 0) for entry in figures.unmentioned)
    lines += (("entries by review", state, len(ids)) for state, ids in figures.states.items())
    lines += (("registers", name, number) for name, number in figures.registers.items())
    lines.append((AGREEING_EVENTS, f"of {figures.registers['events']}", len(figures.agreeing_events)))
    return "\n".join(f"{what}\t{of}\t{number}" for what, of, number in lines)
