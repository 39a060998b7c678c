"""How far work has come, in a line on the terminal: work of a few seconds and more is seen to go on.

The line ends with a carriage return, so that whatever is printed next takes its place.
"""

from __future__ import annotations

import sys

TEXTS_READ = "Texts read"

_STEPS = 100  # how often the line is rewritten, where the end is known
_WIDTH = 40


class Progress:
    """A line on standard error; where that is no terminal, nothing is written."""

    def __init__(self) -> None:
        """Find out whether somebody looks."""
        self._is_seen = sys.stderr.isatty()
        self._words, self._done, self._total = "", 0, 0

    def begin(self, words: str, total: int = 0) -> None:
        """Begin with a piece of work.

        Args:
            words: What will be done, such as "Texts read".
            total: How many, if that is known.
        """
        self._words, self._done, self._total = words, 0, total

    def step(self) -> None:
        """Show that one more is done."""
        self._done += 1
        if self._done % max(1, self._total // _STEPS) == 0 or self._done == self._total:
            self._write(f"{self._words}: {self._done:,}" + (f" of {self._total:,}" if self._total else ""))

    def hide(self) -> None:
        """Write nothing more, in a process beside the one that people look at."""
        self._is_seen = False

    def end(self) -> None:
        """Leave the line empty."""
        self._write("")

    def _write(self, line: str) -> None:
        if self._is_seen:
            sys.stderr.write(f"{line:<{_WIDTH}}\r")
            sys.stderr.flush()
