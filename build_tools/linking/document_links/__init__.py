"""The links of a document: the text of its joined blocks, with what its rulings decide, back in its blocks."""
