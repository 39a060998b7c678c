"""Guesses what a text is, from its words and from what its file says: title, makers, dates, languages, kind.

A guess says where it comes from, and has a floor: where the signs are few, nothing is guessed and the editor is asked.
"""
