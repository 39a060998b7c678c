"""Link the words of a text to the entries of a glossary: look labels up, longest first, and decide by stated policy.

The stages, in order:

- `lexicon` writes out every form of every label and compiles them into one automaton.
- `scanning` finds the leftmost, longest labels of a text at word boundaries.
- `policy` decides which entry an open match names; `context` is what it may look at.
- `linker` runs the stages; `overrides` and `document_links` let an editor's ruling override them.
- `corpus_names` counts, text by text, what all texts together say of a name that one of them leaves open.
- `decision_log` and `reasons` explain the decisions; `nearness` finds the labels that words come near to.
- `affected_texts` says which texts a change of some entries may concern; `concordance` shows each mention in context.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.linking.affected_texts import AffectedTexts
    from build_tools.linking.corpus_names import count_all_names, count_matches, count_names, names_used
    from build_tools.linking.document_links.ambiguous import Ambiguous
    from build_tools.linking.document_links.document_linker import link_mentions
    from build_tools.linking.explanation.decision_log import Decision, Rejected, explain_document, explain_text
    from build_tools.linking.lexicon.label_index import Lexicon
    from build_tools.linking.linker import decide_matches, link_text
    from build_tools.linking.nearness import NearMatch, labels_of, near_matches, variant
    from build_tools.linking.overrides import Overrides, overrides_for
    from build_tools.linking.scanning.scanner import scan
    from build_tools.linking.verdict import Verdict

__all__ = [
    "AffectedTexts",
    "Ambiguous",
    "Decision",
    "Lexicon",
    "NearMatch",
    "Overrides",
    "Rejected",
    "Verdict",
    "count_all_names",
    "count_matches",
    "count_names",
    "decide_matches",
    "explain_document",
    "explain_text",
    "labels_of",
    "link_mentions",
    "link_text",
    "names_used",
    "near_matches",
    "overrides_for",
    "scan",
    "variant",
]

_MODULES = {
    "AffectedTexts": "affected_texts",
    "Ambiguous": "document_links.ambiguous",
    "Decision": "explanation.decision_log",
    "Lexicon": "lexicon.label_index",
    "NearMatch": "nearness",
    "Overrides": "overrides",
    "Rejected": "explanation.decision_log",
    "Verdict": "verdict",
    "count_all_names": "corpus_names",
    "count_matches": "corpus_names",
    "count_names": "corpus_names",
    "decide_matches": "linker",
    "explain_document": "explanation.decision_log",
    "explain_text": "explanation.decision_log",
    "labels_of": "nearness",
    "link_mentions": "document_links.document_linker",
    "link_text": "linker",
    "near_matches": "nearness",
    "overrides_for": "overrides",
    "scan": "scanning.scanner",
    "names_used": "corpus_names",
    "variant": "nearness",
}
"""The module of each name, which is imported when somebody asks for the name: who annotates a text needs few."""


def __getattr__(name: str) -> object:
    """Return a name of the package from its module."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
