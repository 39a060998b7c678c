"""Frozen values passed between the tools: seeds and entries become documents, mentions, pages.

Offsets are in Unicode code points, ends exclusive. Names follow the standards: Dublin Core for sources,
SKOS for entries, W3C Web Annotation (exact, start, end) for mentions, KWIC for concordances.
"""

from build_tools.model.entries import Entry, Evidence, Label
from build_tools.model.entry_kinds import KINDS, PLURALS
from build_tools.model.files import Data, Page
from build_tools.model.mentions import Concordance, KwicLine, Mention
from build_tools.model.texts import (
    CITATION,
    CREATOR_KINDS,
    EXCERPT,
    EXTENTS,
    FULL,
    NUMBERED_ROLES,
    SET_ASIDE_REASONS,
    SHOWN_ROLES,
    Block,
    Creator,
    Document,
    ExcerptLimits,
    Rights,
    Ruling,
    SetAside,
    Source,
    Span,
    block_name,
)

__all__ = [
    "CITATION",
    "CREATOR_KINDS",
    "EXCERPT",
    "EXTENTS",
    "FULL",
    "KINDS",
    "NUMBERED_ROLES",
    "PLURALS",
    "SET_ASIDE_REASONS",
    "SHOWN_ROLES",
    "Block",
    "Concordance",
    "Creator",
    "Data",
    "Document",
    "Entry",
    "Evidence",
    "ExcerptLimits",
    "KwicLine",
    "Label",
    "Mention",
    "Page",
    "Rights",
    "Ruling",
    "SetAside",
    "Source",
    "Span",
    "block_name",
]
