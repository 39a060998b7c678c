"""The page of an entry, and what other pages show of it."""
