"""The role of each block, by its wording and its place."""
