"""Why places of a text are linked or not, in words."""
