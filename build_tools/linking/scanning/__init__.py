"""Candidate matches in a text: leftmost and longest, at word boundaries."""
