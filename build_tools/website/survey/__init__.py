"""The edition indexed once, for every page to look up."""
