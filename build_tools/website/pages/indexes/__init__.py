"""Home, the indexes, and the other pages that list what the edition holds."""
