"""Everything the pages are composed from, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.corpus.page_fields import Band
from build_tools.linking import Ambiguous
from build_tools.model import Concordance, Document, Entry, Mention
from build_tools.model.registers import Registers
from build_tools.website.citations import Citations, Site


@dataclass(frozen=True, slots=True)
class Edition:
    """The documents and entries of a site, what names what, and what people wrote by hand.

    `mentions` are sorted, by document id. `bodies` holds hand-written Markdown by path below docs/,
    evidence rendered; `definition_evidence` the rendered evidence of an entry's definition, brackets
    and all; `titles` the titles of the hand-written index pages and `changed` the ISO date of each
    file's last change, both by path below docs/. `language` is the site's (BCP 47). `turning_points`
    are the ids of the entries that the home page tells first, `bands` the lines of the timeline's picture. `citations` are by
    document id; `site` is where all of it is published.
    """

    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    concordance: Concordance
    bodies: Mapping[str, str] = field(default_factory=dict)
    definition_evidence: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    registers: Registers = field(default_factory=Registers)
    undecided: tuple[Ambiguous, ...] = ()
    turning_points: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    citations: Mapping[str, Citations] = field(default_factory=dict)
    site: Site = field(default_factory=Site)
