"""Change the ids of an edition: rename, merge or withdraw an item, and rewrite everything that refers to it."""
