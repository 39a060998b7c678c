"""Composes the first draft of a hand-written file: an entry, or the page of a text, with every field explained.

Nothing here is published. What can be guessed from a text stands as a value with the words it was read
from; what is doubtful stands as a comment, ready to be uncommented. A field that only a person can fill
is left empty and marked FILL IN: `python -m build_tools check` names it until it is filled.
"""

from __future__ import annotations

from build_tools.editing.scaffolds.entry_scaffold import blank_entry, new_entry
from build_tools.editing.scaffolds.new_ids import find_id, find_seed_name
from build_tools.editing.scaffolds.source_scaffold import new_source
from build_tools.editing.scaffolds.title_guess import find_title

__all__ = ["blank_entry", "find_id", "find_seed_name", "find_title", "new_entry", "new_source"]
