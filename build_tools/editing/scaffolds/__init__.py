"""Composes the first draft of a hand-written file, an entry, a text or an outside source, with every field explained.

Nothing here is published. What can be guessed from a text is written as a value with the words it was read
from; what is doubtful is a comment, ready to be uncommented. A field that only a person can fill
is left empty and marked FILL IN: `python -m build_tools check` names it until it is filled.
"""

from __future__ import annotations

from build_tools.editing.scaffolds.entry_scaffold import blank_entry, new_entry
from build_tools.editing.scaffolds.guessed_fields import GivenValue
from build_tools.editing.scaffolds.new_ids import find_id, find_seed_name
from build_tools.editing.scaffolds.outside_scaffold import new_outside_work
from build_tools.editing.scaffolds.source_scaffold import new_source

__all__ = ["GivenValue", "blank_entry", "find_id", "find_seed_name", "new_entry", "new_outside_work", "new_source"]
