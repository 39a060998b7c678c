"""A router over the sites of several collections: lists of their texts and entries, and one search over all of them."""
