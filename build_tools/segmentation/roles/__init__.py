"""Infer the role of each block from its wording and its place."""
