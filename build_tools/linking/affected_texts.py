"""Which texts a change of some entries can affect: only those in which a form of one of their labels stands.

Links depend on the forms that stand in the text, on the entries that these may mean, and on nothing else of the
glossary: a text without any form of the changed entries, old or new, is linked as before. The raw seed is searched,
before it is cut into blocks. Letters and digits alone are compared, so that line breaks, hyphens and marks, which
segmentation and normalisation change, cannot hide a form. The answer may be yes without need, but never no by mistake.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.model import Entry
from build_tools.text.normalising import normalise


class AffectedTexts:
    """The forms of some entries, compiled to be looked up in any text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile every form of the entries; of a changed entry, pass the old and the new version."""
        # One lexicon for each entry: in a common one, a form of one entry might hide a form of another.
        forms = {_letters_and_digits(key) for entry in entries for key in Lexicon([entry]).senses}
        self._automaton = AhoCorasick(sorted(forms - {""})) if forms - {""} else None

    def touches(self, text: str) -> bool:
        """Return whether any form may stand in the text of a seed."""
        return self._automaton is not None and bool(self._automaton.find_matches_as_indexes(_letters_and_digits(text)))


@lru_cache(maxsize=4_096)
def _letters_and_digits(text: str) -> str:
    """Return the letters and digits of a text, normalised."""
    return "".join(filter(str.isalnum, normalise(text).text))
