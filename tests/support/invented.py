"""Values invented for tests: sources cut by their words, entries of few words, an edition of two texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_tools.corpus.page_fields import Question
from build_tools.linking.concordance import build_concordance
from build_tools.model import Block, Creator, Document, Entry, Label, Mention, Parallel, Rights, SetAside, Source, Span
from build_tools.model.registers import Event, OutsideDate, Review, Role, Testimony
from build_tools.website import citations
from build_tools.website.pages.parts.evidence_links import evidence_content
from build_tools.website.survey.edition_data import Edition
from tests.support.invented_registers import REGISTERS

Cut = tuple[str, str, str]
"""A stretch of a seed: role or reason, language, its words."""


def source(identifier: str = "harbour", text: str = "", **fields: object) -> Source:
    """A source of which nothing is known but its title."""
    plain = Source(
        id=identifier,
        title="The harbour lease",
        creators=(),
        publisher=None,
        issued=None,
        modified=None,
        languages=("en",),
        genre="article-newspaper",
        url=None,
        rights=Rights("", None, "full"),
        seed=f"{identifier}.txt",
        text=text,
        rulings=(),
        headnote="",
        inferred={},
        path=f"docs/sources/{identifier}.md",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def entry(identifier: str, label: str, kind: str = "concept", **fields: object) -> Entry:
    """An entry without alternative labels, relations or notes."""
    plain = Entry(
        id=identifier,
        kind=kind,
        pref_label=label,
        alt_labels=(),
        short_labels=(),
        shared_labels=(),
        hidden_labels=(),
        definition=f"What {label} is.",
        evidence=(),
        related=(),
        broader=(),
        former_ids=(),
        notes="",
        notes_line=1,
        path=f"docs/glossary/{identifier}.md",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def cut(of: Source, stretches: Iterable[Cut]) -> Document:
    """Cut the source at these words, which follow each other in it; line ends within a block become spaces."""
    blocks: list[Block] = []
    aside: list[SetAside] = []
    counts: dict[str, int] = {}
    at = 0
    for role, lang, words in stretches:
        start = of.text.index(words, at)
        at = start + len(words)
        if role in ("contact", "navigation", "boilerplate", "duplicate"):
            aside.append(SetAside(start, at, role, lang))
            continue
        stem = "p" if role in ("paragraph", "list-item") else role
        counts[stem] = counts.get(stem, 0) + 1
        identifier = f"p{counts[stem]}" if stem == "p" else stem + (f"-{counts[stem]}" if counts[stem] > 1 else "")
        blocks.append(Block(identifier, role, lang, words.replace("\n", " "), tuple(_spans(words, start))))
    return Document(of, tuple(blocks), tuple(aside))


def _spans(words: str, start: int) -> Iterable[Span]:
    at = 0
    for line in words.split("\n"):
        yield Span(at, start + at, start + at + len(line))
        at += len(line) + 1


def document(*stretches: Cut, **fields: object) -> Document:
    """A document made of these stretches, one a paragraph of its seed."""
    return cut(source(text="\n\n".join(words for _, _, words in stretches), **fields), stretches)  # type: ignore[arg-type]


def name(in_document: Document, names: Mapping[str, str]) -> tuple[Mention, ...]:
    """Every place where the document has one of these words, as a mention of its entry; longer words first."""
    found: list[Mention] = []
    for block in in_document.blocks:
        taken: set[int] = set()
        for words in sorted(names, key=lambda one: (-len(one), one)):
            start = block.text.find(words)
            while start >= 0:
                span = range(start, start + len(words))
                if taken.isdisjoint(span):
                    taken.update(span)
                    found.append(
                        Mention(in_document.source.id, block.id, start, span.stop, words, names[words], "label")
                    )
                start = block.text.find(words, start + 1)
    order = {block.id: number for number, block in enumerate(in_document.blocks)}
    return tuple(sorted(found, key=lambda one: (order[one.block], one.start)))


def edition(
    documents: Sequence[Document], entries: Sequence[Entry], names: Mapping[str, str] | None = None, **fields: object
) -> Edition:
    """An edition in which the documents name the entries by these words."""
    mentions = {one.source.id: name(one, names or {}) for one in documents}
    concordance = build_concordance(documents, mentions)
    plain = Edition(tuple(documents), tuple(entries), mentions, concordance)
    return replace(plain, **fields)  # type: ignore[arg-type]


HARBOUR = cut(
    source(
        text="Skip to content\n\n[Opinion] A lease & its <price>\n\nNo port is free\n\n"
        "By Ada Vane, of the Quay Institute\n\nCranes at Port Lorn. (Agency)\n\n"
        "1. The old lease of Port Lorn\nends in 2031. Vane doubts it.\n\n"
        "* The Harbour Act | binds *every* lease_holder, says Vane.\n\nWhat follows\n\n"
        "Port Lorn will outlive the old lease.\n\nWrite to us: quay@example.org",
        title="[Opinion] A lease & its <price>",
        creators=(Creator("Ada Vane", "ada-vane", None, "Quay Institute"),),
        publisher="Lorn Gazette",
        issued="2024-05-13T17:02:00+09:00",
        url="https://www.example.org/lease?id=1&x=(2)",
        rights=Rights("http://rightsstatements.org/vocab/InC/1.0/", "Copyright © Lorn Gazette", "full"),
        inferred={"publisher": "The address names the Gazette.", "genre": "An argument, signed."},
        short_title="Vane",
    ),
    [
        ("navigation", "en", "Skip to content"),
        ("title", "en", "[Opinion] A lease & its <price>"),
        ("subtitle", "en", "No port is free"),
        ("byline", "en", "By Ada Vane, of the Quay Institute"),
        ("caption", "en", "Cranes at Port Lorn. (Agency)"),
        ("paragraph", "en", "1. The old lease of Port Lorn\nends in 2031. Vane doubts it."),
        ("list-item", "en", "* The Harbour Act | binds *every* lease_holder, says Vane."),
        ("heading", "en", "What follows"),
        ("paragraph", "en", "Port Lorn will outlive the old lease."),
        ("contact", "en", "Write to us: quay@example.org"),
    ],
)

TONGUES = cut(
    source(
        "two-tongues",
        text="The lease was signed at Port Lorn.\n\n洛恩港的租约\n\n租约在洛恩港签订。\n\nKept by the Gazette.",
        title="On the lease",
        title_stated=False,
        languages=("en", "zh"),
        genre="report",
        issued="2024-06-20/",
        inferred={"issued": "It speaks of the signing.", "title": "Ours."},
        short_title="report",
        parallel=(Parallel("en", (), 1), Parallel("zh", (), 1)),
    ),
    [
        ("paragraph", "en", "The lease was signed at Port Lorn."),
        ("title", "zh", "洛恩港的租约"),
        ("paragraph", "zh", "租约在洛恩港签订。"),
        ("rights", "en", "Kept by the Gazette."),
    ],
)

ENTRIES = (
    entry(
        "ada-vane",
        "Ada Vane",
        "person",
        related=("lorn-gazette",),
        short_labels=(Label("Vane", "en"),),
        roles=(Role("Fellow", "[@harbour, byline]", at="2024-05-13/.."), Role("Clerk", "[@harbour, ¶1]", end="2020")),
        review=Review("checked", "2024-07-01", "against its lines"),
    ),
    entry("lorn-gazette", "Lorn Gazette", "organisation", alt_labels=(Label("the Gazette", "en"),)),
    entry(
        "port-lorn",
        "Port Lorn (harbour)",
        "place",
        alt_labels=(Label("洛恩港", "zh"), Label("Порт-Лорн", "ru")),
        definition="A harbour that is leased; its price is disputed.",
    ),
    entry("port-lorn-town", "Port Lorn (town)", "polity", shared_labels=(Label("Port Lorn", "en"),)),
    entry(
        "signing",
        "signing of the lease",
        "event",
        event=Event(
            date="1990/..",
            derivation="The report is of 2024 [@two-tongues, ¶1].",
            place="port-lorn",
            participants=("ada-vane",),
            accounts=(
                Testimony("two-tongues", "p2", "租约在洛恩港签订。"),
                Testimony("two-tongues", "p1", "was signed at Port Lorn", date="1990"),
                Testimony("harbour", "p1", "old lease", expected=True),
            ),
            outside=(OutsideDate("1990-03-01", "[outside: Gazette, 1990-03-02, A lease]"),),
        ),
        unmentioned="An event without a name.",
    ),
    entry("lease", "old lease", alt_labels=(Label("租约", "zh"),), broader=("port-lorn",), related=("ada-vane",)),
)

NAMES = {
    "Ada Vane": "ada-vane",
    "Vane": "ada-vane",
    "the Gazette": "lorn-gazette",
    "Port Lorn": "port-lorn",
    "洛恩港": "port-lorn",
    "old lease": "lease",
    "lease": "lease",
    "租约": "lease",
}

SITE = citations.Site("Lorn Reader", "https://lorn.example/")

SMALL = edition(
    [HARBOUR, TONGUES],
    ENTRIES,
    NAMES,
    bodies={
        "index.md": "Two texts on a *lease*.\n\n## Start here\n\nAt the beginning.\n",
        "glossary/index.md": "Names and terms.\n",
        "sources/harbour.md": "A column on a lease, see [the port](../glossary/port-lorn.md). It was kept whole.\n",
        "glossary/lease.md": "The lease is old.\n\n## How old\n\nNobody says.\n",
    },
    definition_evidence={"port-lorn": evidence_content("[@harbour, ¶1]", "glossary/port-lorn.md", {"harbour": "Vane"})},
    titles={"index.md": "Two texts", "glossary/index.md": "Glossary", "sources/index.md": "Texts"},
    changed={"sources/harbour.md": "2024-07-01"},
    registers=REGISTERS,
    turning_points=("signing",),
    questions=(Question("end", "How long will the lease last?", ("end-of-lease", "vane-doubts", "signing")),),
    citations=citations.cite([HARBOUR.source, TONGUES.source], SITE),
    site=SITE,
)
"""A small edition: a signed column, a report in two languages, six entries, two points, a quotation."""
