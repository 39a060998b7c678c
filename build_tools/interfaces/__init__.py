"""The command line and the MkDocs plugin."""

import gc

PUBLIC_LOG = "PUBLIC_LOG"
"""The environment variable that says that whatever is printed may be public, as in a workflow."""


def collect_rarely() -> None:
    """Let Python look for cycles rarely: a build makes millions of values, and hardly a cycle among them."""
    gc.set_threshold(20_000, 20, 50)
