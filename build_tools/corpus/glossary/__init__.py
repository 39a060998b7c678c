"""Read docs/glossary: its entries, and the rules of linking that its index.md switches off."""

from build_tools.corpus.glossary.entry_digests import print_entries
from build_tools.corpus.glossary.entry_files import load_glossary, read_entry
from build_tools.corpus.glossary.linking_fields import load_rules_off

__all__ = ["load_glossary", "load_rules_off", "print_entries", "read_entry"]
