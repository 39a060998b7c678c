"""The index of a router, merged from those of the collections: sorted blocks in few files, read by parts of them."""
