"""Find where a text names an entry: labels looked up, longest first, and decided by stated policy.

`forms`, `numbers` and `names` write out the shapes a label may take, `lexicon` looks all of them up at once, `scanning`
keeps the leftmost longest match at word edges, `policy` decides which entry a match names, looking at its `scene`;
`rulings` lets an editor's word stand above all of it, `limits` checks where entries say that they do not apply;
`explaining` gives the `reasons`, `nearness` says which labels words come near to without being one,
and `reach` which texts a change of some entries may concern.
"""

from build_tools.linking.affected_texts import AffectedTexts
from build_tools.linking.decision_log import Decision, Rejected, explain_document, explain_text
from build_tools.linking.lexicon.automaton import Lexicon
from build_tools.linking.linker import Ambiguous, Overrides, ambiguous_findings, link_mentions, link_text, overrides_for
from build_tools.linking.near_matches import NearMatch, distance, labels_of, near_matches, variant

__all__ = [
    "AffectedTexts",
    "Ambiguous",
    "Decision",
    "Lexicon",
    "NearMatch",
    "Overrides",
    "Rejected",
    "ambiguous_findings",
    "distance",
    "explain_document",
    "explain_text",
    "labels_of",
    "link_mentions",
    "link_text",
    "near_matches",
    "overrides_for",
    "variant",
]
