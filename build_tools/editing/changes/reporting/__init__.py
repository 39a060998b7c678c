"""The report of an edit: sections and rows, and the forms in which they are written."""
