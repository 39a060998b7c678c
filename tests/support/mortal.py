"""Tasks for executors: one that answers, and one whose process dies."""

from __future__ import annotations

import os
import signal


def double(number: int) -> int:
    """Return twice a number."""
    return 2 * number


def die(number: int) -> int:
    """Kill the process."""
    os.kill(os.getpid(), signal.SIGKILL)
    return number
