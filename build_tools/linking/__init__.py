"""Link the words of a text to the entries of a glossary: look labels up, longest first, and decide by stated policy.

The stages, in order:

- `lexicon` writes out every form of every label and compiles them into one automaton.
- `scanning` finds the leftmost, longest labels of a text at word boundaries.
- `policy` decides which entry an open match names; `context` is what it may look at.
- `linker` runs the stages; `overrides` and `ruled_mentions` let an editor's ruling stand above them.
- `decision_log` and `reasons` explain the decisions; `near_matches` finds the labels that words come near to.
- `affected_texts` says which texts a change of some entries may concern; `concordance` shows each mention in context.
"""

from build_tools.linking.affected_texts import AffectedTexts
from build_tools.linking.ambiguous import Ambiguous
from build_tools.linking.explanation.decision_log import Decision, Rejected, explain_document, explain_text
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.linker import link_mentions, link_text
from build_tools.linking.near_matches import NearMatch, labels_of, near_matches, variant
from build_tools.linking.overrides import Overrides, overrides_for
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
    "explain_document",
    "explain_text",
    "labels_of",
    "link_mentions",
    "link_text",
    "near_matches",
    "overrides_for",
    "variant",
]
