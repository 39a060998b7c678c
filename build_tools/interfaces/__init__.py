"""The ways in: the command line, and MkDocs."""
