"""Registers of the small edition: a difference with asserters, one of translation, a quotation in two languages."""

from __future__ import annotations

from build_tools.model.registers import Attribution, Discrepancy, Quotation, Registers, Testimony, Version

REGISTERS = Registers(
    discrepancies=(
        Discrepancy(
            id="end-of-lease",
            title="When does the lease end?",
            claim="One text gives a year, the other outlives it.",
            kind="date",
            about=("lease", "signing"),
            says=(
                Testimony("harbour", "p1", "ends in 2031", "gives a year", Attribution("author", "ada-vane")),
                Testimony("harbour", "p3", "will outlive the old lease", "no end", Attribution("unnamed")),
            ),
            outside=(),
            known="Outside, it has ended [outside: Gazette, 2031].",
            reading="Both may be *true*.",
            confidence="open",
            former_ids=(),
            notes="Nobody knows.",
            notes_line=1,
            path="docs/discrepancies/end-of-lease.md",
        ),
        Discrepancy(
            id="lease-in-chinese",
            title="Is it the same word?",
            claim="It is not.",
            kind="translation",
            about=("lease",),
            says=(Testimony("two-tongues", "p1", "The lease", "a"), Testimony("two-tongues", "p2", "租约", "b")),
            outside=(),
            known="",
            reading="A shade.",
            confidence="high",
            former_ids=(),
            notes="",
            notes_line=1,
            path="docs/discrepancies/lease-in-chinese.md",
        ),
    ),
    quotations=(
        Quotation(
            id="vane-doubts",
            title="Vane doubts it",
            speaker="ada-vane",
            speaker_name="",
            occasion="A column",
            date="2024-05",
            derivation="The day of the column [@harbour, byline].",
            chain="Vane",
            about=("lease",),
            versions=(
                Version("harbour", "p1", "Vane doubts it.", "en", "in the third person"),
                Version("two-tongues", "title", "洛恩港的租约", "zh"),
            ),
            former_ids=(),
            notes="",
            notes_line=1,
            path="docs/quotations/vane-doubts.md",
        ),
    ),
)
