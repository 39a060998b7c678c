"""Find where a text names an entry: labels looked up, longest first, and decided by stated policy.

`forms` writes out the shapes a label may take, `lexicon` looks all of them up at once, `scanning`
keeps the leftmost longest match at word edges, `policy` decides which entry a match names, and
`rulings` lets an editor's word stand above all of it.
"""

from build_tools.matching.lexicon import Lexicon
from build_tools.matching.linking import Undecided, link_mentions, undecided_findings

__all__ = ["Lexicon", "Undecided", "link_mentions", "undecided_findings"]
