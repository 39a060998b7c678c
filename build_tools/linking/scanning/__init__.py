"""Matches of labels in a text: leftmost and longest, at word boundaries.

`scanner` runs the automaton over the normalised text and links most hits itself; `hits` resolves those that need a
closer look; `word_boundaries` says where a word begins and ends; `matches` holds the values that come out.
"""
