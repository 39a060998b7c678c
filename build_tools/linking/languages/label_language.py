"""The language of a label where nobody stated it: the script tells it, then letters, then the words of the glossary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice

from build_tools.linking.languages.rule_files import languages_with_rules, rules_of
from build_tools.model import Entry
from build_tools.model.remembering import remembered
from build_tools.text.scripts import UNDETERMINED, dominant_script

_WORD = re.compile(r"[^\W\d_]+")
_MOST_ENTRIES = 500  # are looked at, in the order of their ids
_ENTRIES_PER_SIGN = 10  # a glossary of so many entries shows at least one sign of its language
_RATIO = 2  # times as many signs as English has

Languages = Mapping[str, str]
"""For each script (ISO 15924), the language (BCP 47) to assume for an untagged label in it."""


def language_of_label(text: str, tag: str, assumed: Languages) -> str:
    """Return the language of a label: its tag, unless that is missing or is never written in the label's script."""
    is_tagged = tag not in ("", UNDETERMINED)
    script = "Latn" if text.isascii() else dominant_script(text) or ""
    candidates = _languages_in(script)
    if not candidates or (is_tagged and (script == "Latn" or tag.partition("-")[0] in candidates)):
        return tag
    if script == "Latn":
        return assumed.get(script, "en")
    own = _best(candidates, count_signs(text, script))
    return own or assumed.get(script, candidates[0])


def languages_of_entries(entries: Iterable[Entry]) -> Languages:
    """Return for each script the language in which most preferred labels and definitions are written."""
    votes: dict[str, Counter[str]] = {}
    seen = 0
    for seen, entry in enumerate(islice(entries, _MOST_ENTRIES), 1):  # noqa: B007
        for script, signs in _signs_in_entry(entry):
            votes.setdefault(script, Counter()).update(signs)
    fewest = seen / _ENTRIES_PER_SIGN
    return {
        script: found
        for script, counts in votes.items()
        if (found := _best(tuple(counts), counts)) and counts[found] >= fewest
    }


@remembered
def _signs_in_entry(entry: Entry) -> tuple[tuple[str, Mapping[str, int]], ...]:
    """Return the scripts of the name and the definition of an entry, and the signs that each shows."""
    texts = filter(None, (entry.name, entry.definition))
    scripts = ((dominant_script(text) or "", text) for text in texts)
    return tuple((script, count_signs(text, script)) for script, text in scripts)


def count_signs(text: str, script: str) -> Mapping[str, int]:
    """Return how many signs a text in a script shows of each language that has rules."""
    languages = _languages_in(script)
    counts = [0] * len(languages)
    for word in text.lower().split():
        for index, count in _signs_in_word(word, script):
            counts[index] += count
    return dict(zip(languages, counts, strict=True))


@lru_cache(maxsize=100_000)
def _signs_in_word(word: str, script: str) -> tuple[tuple[int, int], ...]:
    """Return the signs in what is between two spaces: the number of each language that shows some, and how many."""
    counts = (_count_signs(word, language) for language in _languages_in(script))
    return tuple((index, count) for index, count in enumerate(counts) if count)


def _best(languages: tuple[str, ...], signs: Mapping[str, int]) -> str | None:
    """Return the language with the most signs, far more than English has; None where there is no such language."""
    ranked = sorted(languages, key=lambda language: -signs[language])
    if not ranked or not signs[ranked[0]]:
        return None
    is_first = len(ranked) == 1 or signs[ranked[0]] > signs[ranked[1]]
    is_foreign = ranked[0] == "en" or signs[ranked[0]] >= _RATIO * signs.get("en", 0)
    return ranked[0] if is_first and is_foreign else None


@cache
def _languages_in(script: str) -> tuple[str, ...]:
    """Return the languages with rules that are written in a script, the one to assume first."""
    first = [language for language in languages_with_rules() if rules_of(language).has("script", f"{script} first")]
    return (*first, *(language for language in languages_with_rules() if rules_of(language).has("script", script)))


@cache
def _signs(language: str) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    rules = rules_of(language)
    patterns = "|".join(rules.lines("signs"))
    return re.compile(patterns) if patterns else None, rules.words("function words") | rules.words("small words")


def _count_signs(lowered: str, language: str) -> int:
    """Return how many signs of a language a text in small letters shows: letters of its own, and function words."""
    pattern, words = _signs(language)
    own = len(pattern.findall(lowered)) if pattern else 0
    return own + sum(word in words for word in _WORD.findall(lowered))
