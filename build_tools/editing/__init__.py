"""Tools for editors: what an edit changes, what is missing, why words are linked, drafts of new files."""
