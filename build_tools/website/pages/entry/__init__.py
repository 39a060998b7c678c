"""The page of an entry, its previews, and redirects from its former addresses."""
