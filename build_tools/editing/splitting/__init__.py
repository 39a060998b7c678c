"""Divide an edition into collections: editions of a part of its texts, linked as the whole is."""
