"""Lists of texts: the index, and where there are many, a page of rows for each year, maker, kind and language."""
