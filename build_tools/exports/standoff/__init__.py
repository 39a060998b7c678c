"""Data that stands apart from the texts and points into their raw files: annotations, and maps of what is shown."""
