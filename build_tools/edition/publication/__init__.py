"""What of each text may be shown to readers, decided once: all of it, excerpts, or none of its words.

`publish` takes an edition as it was read and returns the edition as it may be published. Whatever makes pages and data
is given the latter, in which the words that are left out do not exist.
"""
