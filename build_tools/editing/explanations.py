"""Why words are linked or not, for people: as text, as JSON, and as the data that pages show on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.linking import Decision, Lexicon, NearMatch, explain_document, near_matches
from build_tools.model import NUMBERED_ROLES, Block, Document, Entry
from build_tools.text.folding import fold_label
from build_tools.text.normalising import fold_mapped

_NAMED = "¶"
WHOLE = (
    "A link needs a whole label: its words, between word edges, in its own letters;"
    " singular and plural, and capitals where they are safe, are the only liberties."
)
"""The rule that no near label meets."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The decisions on one block of a text; `words` asked for, the decisions that touch them, and the labels nearest to them."""

    document: Document
    block: Block
    decisions: tuple[Decision, ...]
    words: str | None = None
    near: tuple[NearMatch, ...] = ()


def explain_block(document: Document, block: Block, lexicon: Lexicon) -> Explanation:
    """Every candidate place of a block with its decision."""
    return Explanation(document, block, explain_document(document, lexicon)[block.id])


def explain_words(found: Explanation, words: str, lexicon: Lexicon) -> Explanation | None:
    """The decisions that touch some words of a block, and the labels nearest to them; None where the block lacks them."""
    spans = _occurrences(found.block.text, words)
    if not spans:
        return None
    touching = tuple(one for one in found.decisions if any(one.start < end and start < one.end for start, end in spans))
    whole_linked = any(one.entry is not None and _same(one.exact, words) for one in touching)
    near = () if whole_linked else near_matches(words, lexicon.entries.values())
    return Explanation(found.document, found.block, touching, words, near)


def find_block(document: Document, name: str) -> Block | None:
    """The block that people call 4, ¶4, p4, caption or caption-2; None where there is none."""
    wanted = name.strip().lower().removeprefix(_NAMED).strip().replace(" ", "-")
    ids = (f"p{wanted}",) if wanted.isdecimal() else (wanted,)
    return next((block for block in document.blocks if block.id in ids), None)


def block_names(document: Document) -> str:
    """What the blocks of a text are called: "¶1–20, title, caption"."""
    numbered = [block.id[1:] for block in document.blocks if block.role in NUMBERED_ROLES]
    others = [block.id for block in document.blocks if block.role not in NUMBERED_ROLES]
    first = f"{_NAMED}{numbered[0]}–{numbered[-1]}" if len(numbered) > 1 else "".join(_NAMED + one for one in numbered)
    return ", ".join(filter(None, [first, *others]))


def block_name(block: Block) -> str:
    """A block as it is cited: "¶4", or its id."""
    return f"{_NAMED}{block.id[1:]}" if block.role in NUMBERED_ROLES else block.id


def explanation_as_text(one: Explanation, entries: Mapping[str, Entry]) -> str:
    """An explanation for people, a paragraph for each candidate place."""
    place = f"{one.document.source.id}, {block_name(one.block)}"
    parts = [place if one.words is None else f"“{one.words}” in {place}"]
    parts += [_decision(decision, entries) for decision in one.decisions]
    if one.words is not None:
        whole = any(_same(decision.exact, one.words) for decision in one.decisions)
        parts += [] if whole else [f"“{one.words}”: not linked\n  why: no label is “{one.words}”. {WHOLE}"]
        lines = [f"  “{near.label}” ({near.entry}): {near.reason}" for near in one.near]
        parts += ["\n".join(["The labels that come nearest:", *lines])] if lines else []
    elif not one.decisions:
        parts.append("Nothing in it may name an entry.")
    return "\n\n".join(parts)


def _decision(one: Decision, entries: Mapping[str, Entry]) -> str:
    words = " ".join(one.exact.split())
    entry = entries.get(one.entry or "")
    target = f"{entry.id} ({entry.pref_label})" if entry else "not linked"
    lines = [f"“{words}”: {target}", f"  rule: {one.rule}", f"  why: {one.evidence}"]
    lines += [f"  not {other.entry}: {other.reason}" for other in one.rejected]
    return "\n".join(lines)


def explanation_as_json(one: Explanation) -> Mapping[str, object]:
    """An explanation for programs; offsets are code points of the block's text, the end exclusive."""
    found: dict[str, object] = {
        "source": one.document.source.id,
        "block": one.block.id,
        "decisions": [
            {
                "start": decision.start,
                "end": decision.end,
                "exact": decision.exact,
                "entry": decision.entry,
                "rule": decision.rule,
                "evidence": decision.evidence,
                "rejected": [{"entry": other.entry, "reason": other.reason} for other in decision.rejected],
            }
            for decision in one.decisions
        ],
    }
    if one.words is not None:
        found["words"] = one.words
        found["nearest"] = [{"label": near.label, "entry": near.entry, "reason": near.reason} for near in one.near]
    return found


def _occurrences(text: str, words: str) -> Sequence[tuple[int, int]]:
    folded = fold_mapped(text)
    wanted = fold_label(words)
    spans: list[tuple[int, int]] = []
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        spans.append(folded.span(at, at + len(wanted)))
        at = folded.text.find(wanted, at + 1)
    return spans


def _same(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(words: str) -> str:
    """Words as they are compared here: folded, without a possessive."""
    return fold_label(words).removesuffix("'s").removesuffix("'")
