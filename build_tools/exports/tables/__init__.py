"""The edition as tables: what their columns are, the rows, and how rows are written."""
