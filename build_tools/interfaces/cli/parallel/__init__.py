"""The commands whose work may be done in several processes, or by the workers of a scheduler."""
