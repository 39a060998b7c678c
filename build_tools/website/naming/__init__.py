"""How pages name texts, dates, languages, kinds and rights."""
