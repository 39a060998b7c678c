"""Every kind of hand-written file whose front matter is declared."""

from __future__ import annotations

from build_tools.corpus.entry_fields import ENTRY
from build_tools.corpus.page_fields import PAGE
from build_tools.corpus.registers.discrepancies import DISCREPANCY
from build_tools.corpus.registers.outside_fields import OUTSIDE_WORK
from build_tools.corpus.registers.quotations import QUOTATION
from build_tools.corpus.sources.source_fields import SOURCE

FILE_KINDS = (ENTRY, SOURCE, DISCREPANCY, QUOTATION, OUTSIDE_WORK, PAGE)
