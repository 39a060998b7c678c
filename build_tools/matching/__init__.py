"""Find where a text names an entry: labels looked up, longest first, and decided by stated policy.

`forms`, `numbers` and `names` write out the shapes a label may take, `lexicon` looks all of them up at once, `scanning`
keeps the leftmost longest match at word edges, `policy` decides which entry a match names, looking at its `scene`;
`rulings` lets an editor's word stand above all of it, and `explaining` gives the reasons.
"""

from build_tools.matching.explaining import Decision, Rejected, explain_text
from build_tools.matching.lexicon import Lexicon
from build_tools.matching.linking import Aside, Undecided, aside_for, link_mentions, link_text, undecided_findings

__all__ = [
    "Aside",
    "Decision",
    "Lexicon",
    "Rejected",
    "Undecided",
    "aside_for",
    "explain_text",
    "link_mentions",
    "link_text",
    "undecided_findings",
]
