"""Turns received files, with what a table says of them, into the files of an edition: seeds, originals, pages."""
