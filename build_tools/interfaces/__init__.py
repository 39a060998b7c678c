"""The command line and the MkDocs plugin."""

import atexit
import gc

PUBLIC_LOG = "PUBLIC_LOG"
"""The environment variable that says that whatever is printed may be public, as in a workflow."""


JOBS = "READER_JOBS"
"""The environment variable that says how many processes build a site; without it, as many as pay."""

SCHEDULER = "READER_SCHEDULER"
"""The environment variable with the address of a scheduler of Dask, whose workers link the texts of a site."""


def collect_rarely() -> None:
    """Let Python look for cycles rarely: a build makes millions of values, and hardly a cycle among them.

    When the process ends, it does not look at all: that takes as long as writing some thousand pages.
    """
    gc.set_threshold(20_000, 20, 50)
    atexit.register(gc.freeze)
