"""Find where a text names an entry: labels looked up, longest first, and decided by stated policy.

`forms`, `numbers` and `names` write out the shapes a label may take, `lexicon` looks all of them up at once, `scanning`
keeps the leftmost longest match at word edges, `policy` decides which entry a match names, looking at its `scene`;
`rulings` lets an editor's word stand above all of it, `limits` checks where entries say that they do not apply;
`explaining` gives the `reasons`, `nearness` says which labels words come near to without being one,
and `reach` which texts a change of some entries may concern.
"""

from build_tools.matching.explaining import Decision, Rejected, explain_document, explain_text
from build_tools.matching.lexicon import Lexicon
from build_tools.matching.limits import check_limits
from build_tools.matching.linking import Aside, Undecided, aside_for, link_mentions, link_text, undecided_findings
from build_tools.matching.nearness import Near, distance, labels_of, nearest, variant
from build_tools.matching.reach import Reach

__all__ = [
    "Aside",
    "Decision",
    "Lexicon",
    "Near",
    "Reach",
    "Rejected",
    "Undecided",
    "aside_for",
    "check_limits",
    "distance",
    "explain_document",
    "explain_text",
    "labels_of",
    "link_mentions",
    "link_text",
    "nearest",
    "undecided_findings",
    "variant",
]
