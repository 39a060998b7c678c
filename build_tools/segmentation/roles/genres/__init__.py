"""Infer the roles that one kind of text has: letters, plays and debates, books with contents, notes and pictures."""
