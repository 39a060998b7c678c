"""What programs look for first on a site: lists of it, feeds, a way to search it, and its pages in plain formats."""
