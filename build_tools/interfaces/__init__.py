"""The command line and the MkDocs plugin."""

PUBLIC_LOG = "PUBLIC_LOG"
"""The environment variable that says that whatever is printed may be public, as in a workflow."""
