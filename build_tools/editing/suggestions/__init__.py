"""Suggestions for the glossary: near-misses, names and terms without an entry, labels that no text has.

`unlisted_names`, `terms` and `han` look for words that no link covers, `near_misses` for misspelt labels. Words that
the editors omit, with a reason, are not suggested.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from build_tools.corpus.page_fields import Omission
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
    """Return suggestions sorted by kind, then frequency (the highest first), then words.

    Args:
        documents: The texts, cut into blocks.
        lexicon: The labels of the glossary.
        mentions: The mentions of each text, by the text's id.
        omitted: The words that the editors leave out.
    """
    texts = tuple(cover(documents, mentions))
    lookup = Lookup(lexicon, mentions.values(), {block.lang for document in documents for block in document.blocks})
    names = find_names(texts, lexicon)
    near = find_near_misses(texts, names, lookup)
    missed = {(item.entry, item.label) for item in near}
    unused = (pair for pair in lookup.never_found if pair not in missed)
    never = (suggestion(NEVER_FOUND, label, (), entry=entry) for entry, label in unused)
    reasons = tuple(omitted)
    left_out = {fold_label(reason.words) for reason in reasons if reason.words}
    leads = [reason.after for reason in reasons if reason.after]
    kept: dict[tuple[str, str | None], Suggestion] = {}
    for item in (*near, *names, *find_terms(texts), *find_han(texts), *never):
        words = fold_label(item.words)
        if words not in left_out and (words, None) not in kept and not _always_follows(item, leads):
            kept.setdefault((words, item.entry if item.kind == NEVER_FOUND else None), item)
    return tuple(sorted(kept.values(), key=_order))


def _order(item: Suggestion) -> tuple[int, int, str, str]:
    return KINDS.index(item.kind), -item.count, item.words, item.entry or ""


def _always_follows(item: Suggestion, leads: Iterable[str]) -> bool:
    """Whether the words follow one of the leads in every context."""
    contexts, words = item.contexts, item.words
    return any(contexts and all(f"{lead} {words}" in context for context in contexts) for lead in leads)


def suggestions_as_text(suggestions: Iterable[Suggestion]) -> str:
    """Return suggestions as text: a heading for each kind, a line for each suggestion, its contexts below."""
    lines: list[str] = []
    kind = ""
    for item in suggestions:
        if item.kind != kind:
            kind = item.kind
            lines += ["", kind] if lines else [kind]
        of = f" of {item.entry}" if item.entry and not item.label else ""
        meant = f": meant for “{item.label}” of {item.entry}? {item.reason}" if item.label else ""
        lines.append(f"  {f'{item.count} × ' if item.count else ''}“{item.words}”{of}{meant}")
        lines += [f"      {context}" for context in item.contexts]
    return "\n".join(lines)


def suggestion_as_json(item: Suggestion) -> Mapping[str, object]:
    """Return a suggestion as a map of JSON values."""
    return {
        "kind": item.kind,
        "words": item.words,
        "count": item.count,
        "contexts": list(item.contexts),
        "entry": item.entry,
        "label": item.label,
        "reason": item.reason,
    }
