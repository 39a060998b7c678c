"""The home page, the indexes, the timeline, and the other pages that list the contents of the edition."""
