"""The words that pages use for texts, dates, languages, kinds and rights."""
