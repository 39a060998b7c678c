"""The page of a text."""
