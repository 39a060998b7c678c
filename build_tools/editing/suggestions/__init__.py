"""What an editor might add to the glossary: near-misses, names and terms without an entry, labels never found.

`names`, `terms` and `han` look for words that no link covers, `near_misses` for words that a label was meant to find.
Words that the editors leave out, with a reason, are not suggested.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from build_tools.corpus.written_pages import Omission
from build_tools.editing.suggestions.covered_texts import KINDS, NEVER_FOUND, Suggestion, cover, suggestion
from build_tools.editing.suggestions.han import find_han
from build_tools.editing.suggestions.near_misses import Lookup, find_near_misses
from build_tools.editing.suggestions.terms import find_terms
from build_tools.editing.suggestions.unlisted_names import find_names
from build_tools.linking import Lexicon
from build_tools.model import Document, Mention
from build_tools.text.folding import fold_label

__all__ = ["KINDS", "Suggestion", "suggest_additions", "suggestion_as_json", "suggestions_as_text"]


def suggest_additions(
    documents: Sequence[Document],
    lexicon: Lexicon,
    mentions: Mapping[str, Sequence[Mention]],
    omitted: Iterable[Omission] = (),
) -> tuple[Suggestion, ...]:
    """Suggestions in order of kind, then the most frequent first, then by their words."""
    texts = tuple(cover(documents, mentions))
    look = Lookup(lexicon, mentions.values(), {block.lang for one in documents for block in one.blocks})
    names = find_names(texts, lexicon)
    near = find_near_misses(texts, names, look)
    missed = {(one.entry, one.label) for one in near}
    idle = (pair for pair in look.never_found if pair not in missed)
    never = (suggestion(NEVER_FOUND, label, (), entry=entry) for entry, label in idle)
    reasons = tuple(omitted)
    left_out = {fold_label(one.words) for one in reasons if one.words}
    unnamed = [one.after for one in reasons if one.after]
    kept: dict[tuple[str, str | None], Suggestion] = {}
    for one in (*near, *names, *find_terms(texts), *find_han(texts), *never):
        words = fold_label(one.words)
        if words not in left_out and (words, None) not in kept and not _stands_after(one, unnamed):
            kept.setdefault((words, one.entry if one.kind == NEVER_FOUND else None), one)
    return tuple(sorted(kept.values(), key=lambda one: (KINDS.index(one.kind), -one.count, one.words, one.entry or "")))


def _stands_after(one: Suggestion, leads: Iterable[str]) -> bool:
    """Whether the words stand after one of the leads wherever they are shown."""
    return any(one.contexts and all(f"{lead} {one.words}" in context for context in one.contexts) for lead in leads)


def suggestions_as_text(suggestions: Iterable[Suggestion]) -> str:
    """Suggestions for people: a heading for each kind, a line for each suggestion, its contexts below."""
    lines: list[str] = []
    kind = ""
    for one in suggestions:
        if one.kind != kind:
            kind = one.kind
            lines += ["", kind] if lines else [kind]
        of = f" of {one.entry}" if one.entry and not one.label else ""
        meant = f": meant for “{one.label}” of {one.entry}? {one.reason}" if one.label else ""
        lines.append(f"  {f'{one.count} × ' if one.count else ''}“{one.words}”{of}{meant}")
        lines += [f"      {context}" for context in one.contexts]
    return "\n".join(lines)


def suggestion_as_json(one: Suggestion) -> Mapping[str, object]:
    """A suggestion for programs."""
    return {
        "kind": one.kind,
        "words": one.words,
        "count": one.count,
        "contexts": list(one.contexts),
        "entry": one.entry,
        "label": one.label,
        "reason": one.reason,
    }
