"""Renumber a published text whose cut improves: old numbers lead on to the new ones, and citations follow them."""

from build_tools.editing.renumbering.moved_places import moved_places
from build_tools.editing.renumbering.rewriting import rewrite_citations, write_former_places

__all__ = ["moved_places", "rewrite_citations", "write_former_places"]
