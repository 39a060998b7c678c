"""Why words are linked or not, for people: as text, as JSON, and as the data that pages show on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.linking import Decision, Lexicon, NearMatch, explain_document, near_matches
from build_tools.model import NUMBERED_ROLES, Block, Document, Entry, block_name
from build_tools.text.folding import fold_label
from build_tools.text.normalising import fold_mapped

_PILCROW = "¶"
WHOLE = (
    "A link needs a whole label, between word boundaries and letter for letter;"
    " only singular and plural, and capitals where that is safe, may differ."
)
"""The rule that no near label meets."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The decisions on one block of a text, or on some of its words.

    Attributes:
        document: The text.
        block: The block.
        decisions: The decisions on all candidates of the block, or on those that touch the words.
        words: The words asked about, or None for the whole block.
        near: The labels nearest to these words, unless the words are linked as a whole.
    """

    document: Document
    block: Block
    decisions: tuple[Decision, ...]
    words: str | None = None
    near: tuple[NearMatch, ...] = ()


def explain_block(document: Document, block: Block, lexicon: Lexicon) -> Explanation:
    """Return the decisions on all candidates of a block."""
    return Explanation(document, block, explain_document(document, lexicon)[block.id])


def explain_words(explanation: Explanation, words: str, lexicon: Lexicon) -> Explanation | None:
    """Return the decisions that touch some words of a block, and the labels nearest to them.

    Args:
        explanation: That of the whole block.
        words: The words, as in the block but for capitals and white space.
        lexicon: All labels.

    Returns:
        The explanation of the words; None where the block does not have them.
    """
    spans = _occurrences(explanation.block.text, words)
    if not spans:
        return None
    touching = tuple(
        decision
        for decision in explanation.decisions
        if any(decision.start < end and start < decision.end for start, end in spans)
    )
    whole_linked = any(decision.entry is not None and _same_words(decision.exact, words) for decision in touching)
    near = () if whole_linked else near_matches(words, lexicon.entries.values())
    return Explanation(explanation.document, explanation.block, touching, words, near)


def find_block(document: Document, name: str) -> Block | None:
    """Return the block that people call 4, ¶4, p4, caption or caption-2; None where there is none."""
    block_id = name.strip().lower().removeprefix(_PILCROW).strip().replace(" ", "-")
    wanted = f"p{block_id}" if block_id.isdecimal() else block_id
    return next((block for block in document.blocks if block.id == wanted), None)


def block_names(document: Document) -> str:
    """Return what the blocks of a text are called: "¶1–20, title, caption"."""
    numbered = [block_name(block.id) for block in document.blocks if block.role in NUMBERED_ROLES]
    unnumbered = [block.id for block in document.blocks if block.role not in NUMBERED_ROLES]
    first = f"{numbered[0]}–{numbered[-1][1:]}" if len(numbered) > 1 else "".join(numbered)
    return ", ".join(filter(None, [first, *unnumbered]))


def explanation_as_text(explanation: Explanation, entries: Mapping[str, Entry]) -> str:
    """Return an explanation for people, a paragraph for each candidate."""
    place = f"{explanation.document.source.id}, {block_name(explanation.block.id)}"
    parts = [place if explanation.words is None else f"“{explanation.words}” in {place}"]
    parts += [_decision_as_text(decision, entries) for decision in explanation.decisions]
    if explanation.words is not None:
        whole = any(_same_words(decision.exact, explanation.words) for decision in explanation.decisions)
        parts += (
            [] if whole else [f"“{explanation.words}”: not linked\n  why: no label is “{explanation.words}”. {WHOLE}"]
        )
        lines = [f"  “{near.label}” ({near.entry}): {near.reason}" for near in explanation.near]
        parts += ["\n".join(["The closest labels:", *lines])] if lines else []
    elif not explanation.decisions:
        parts.append("Nothing in it could name an entry.")
    return "\n\n".join(parts)


def _decision_as_text(decision: Decision, entries: Mapping[str, Entry]) -> str:
    words = " ".join(decision.exact.split())
    entry = entries.get(decision.entry or "")
    target = f"{entry.id} ({entry.pref_label})" if entry else "not linked"
    lines = [f"“{words}”: {target}", f"  rule: {decision.rule}", f"  why: {decision.evidence}"]
    lines += [f"  not {rejected.entry}: {rejected.reason}" for rejected in decision.rejected]
    return "\n".join(lines)


def explanation_as_json(explanation: Explanation) -> Mapping[str, object]:
    """Return an explanation for programs; offsets are code points of the block's text, the end exclusive."""
    fields: dict[str, object] = {
        "source": explanation.document.source.id,
        "block": explanation.block.id,
        "decisions": [
            {
                "start": decision.start,
                "end": decision.end,
                "exact": decision.exact,
                "entry": decision.entry,
                "rule": decision.rule,
                "evidence": decision.evidence,
                "rejected": [{"entry": rejected.entry, "reason": rejected.reason} for rejected in decision.rejected],
            }
            for decision in explanation.decisions
        ],
    }
    if explanation.words is not None:
        fields["words"] = explanation.words
        fields["nearest"] = [
            {"label": near.label, "entry": near.entry, "reason": near.reason} for near in explanation.near
        ]
    return fields


def _occurrences(text: str, words: str) -> Sequence[tuple[int, int]]:
    folded = fold_mapped(text)
    wanted = fold_label(words)
    spans: list[tuple[int, int]] = []
    start = folded.text.find(wanted) if wanted else -1
    while start >= 0:
        spans.append(folded.span(start, start + len(wanted)))
        start = folded.text.find(wanted, start + 1)
    return spans


def _same_words(first: str, second: str) -> bool:
    return _comparable(first) == _comparable(second)


def _comparable(words: str) -> str:
    """Return words as they are compared here: folded, without a possessive."""
    return fold_label(words).removesuffix("'s").removesuffix("'")
