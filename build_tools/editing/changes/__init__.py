"""What an edit does to the edition: two revisions read by the code that runs, and compared.

`sides` reads them, as data; `mention_changes`, `item_changes`, `anchor_changes` and `wording` compare;
`reporting` arranges it in sections, the worst first, and writes it as text, Markdown or JSON in which foreign words are
inert.
"""

from build_tools.editing.changes.change_values import Changes, MentionChange, Side
from build_tools.editing.changes.comparison import compare, is_refused, makes_no_difference
from build_tools.editing.changes.reporting.formats import changes_as_markdown, changes_as_text
from build_tools.editing.changes.reporting.json_format import changes_as_json
from build_tools.editing.changes.reporting.report import NO_DIFFERENCE
from build_tools.editing.changes.sides import read_sides, texts_to_read

__all__ = [
    "NO_DIFFERENCE",
    "Changes",
    "MentionChange",
    "Side",
    "changes_as_json",
    "changes_as_markdown",
    "changes_as_text",
    "compare",
    "is_refused",
    "makes_no_difference",
    "read_sides",
    "texts_to_read",
]
