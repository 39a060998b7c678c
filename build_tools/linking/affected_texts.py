"""Which texts a change of some entries can concern: only those in which a form of one of their names stands.

What a place names is decided by the senses of the forms that stand in its text, by the entries these lead to, and by
nothing else of the glossary: a text without any form of the changed entries, old or new, is linked as it was.
The question is asked of the raw seed, before it is cut: letters and digits alone are compared, so that line
breaks, hyphens and marks, which cutting and evening change, cannot hide a form. It errs towards yes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from build_tools.linking.lexicon.automaton import Lexicon
from build_tools.model import Entry
from build_tools.text.normalising import normalise


class AffectedTexts:
    """The forms of some entries, ready to be looked for in any text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Gather every form of the entries; of two versions of an entry give both."""
        # One lexicon each: in a common one a form of the first might hide one of the second.
        forms = {_bare(key) for entry in entries for key in Lexicon([entry]).senses}
        self._automaton = AhoCorasick(sorted(forms - {""})) if forms - {""} else None

    def touches(self, text: str) -> bool:
        """Whether any form may stand in the text."""
        return self._automaton is not None and bool(self._automaton.find_matches_as_indexes(_bare(text)))


@lru_cache(maxsize=4_096)
def _bare(text: str) -> str:
    """The letters and digits of an evened text."""
    return "".join(filter(str.isalnum, normalise(text).text))
