"""The words of an index without their records: among these a browser finds what a misspelled word was meant to be.

A list has about as many words as ten files of terms, and a misspelled word can sort far from the right one.
"""

from __future__ import annotations

from collections.abc import Callable

from build_tools.text.scripts import is_east_asian


def is_word(text: str) -> bool:
    """Return whether a term is a word, and no number, date, entry, or character of a script without spaces."""
    return text[0].isalpha() and not is_east_asian(text)


class WordLists:
    """Sorted words and their frequencies, a line each, in lists that are stored as they fill.

    Attributes:
        named: For each list its first word and its name.
    """

    def __init__(self, most: int, store: Callable[[str], str]) -> None:
        """Begin without words.

        Args:
            most: The most characters of a list.
            store: Takes a list, and returns its name.
        """
        self.named: list[list[str]] = []
        self._most = most
        self._store = store
        self._lines: list[str] = []
        self._filled = 0

    def add(self, term: str, frequency: int) -> None:
        """Add a term if it is a word; terms come in the order of the index.

        Args:
            term: The term.
            frequency: How many records have it.
        """
        if not is_word(term):
            return
        line = f"{term} {frequency}"
        if self._filled + len(line) > self._most:
            self.end()
        self._lines.append(line)
        self._filled += len(line) + 1

    def end(self) -> None:
        """Store the list that is not full."""
        if self._lines:
            first = self._lines[0].partition(" ")[0]
            self.named.append([first, self._store("\n".join(self._lines))])
        self._lines, self._filled = [], 0
