"""What may stand at a name without a space: particles behind Hangul, prefixes before Arabic and Hebrew names.

1. Korean particles follow a name, up to three of them, and titles follow a person's: "서울에서는", "남궁도윤씨가".
   Nothing else may: "서울대" is another name. A name of one syllable takes a title only.
2. Arabic and Hebrew words of one letter are written together with the next word: "والنجدي", "בירושלים".
3. A name does not end inside a run of Katakana. Beside Hiragana a name in Hiragana needs a particle.
4. Thai, Lao, Khmer and Burmese: a name begins and ends where a syllable may, that is, not inside a cluster.
5. Han characters need nothing: there the label alone counts.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from build_tools.linking.languages.rule_files import rules_of, words_of_all_languages
from build_tools.text.scripts import SCRIPTS, SPACELESS, is_hangul

_SHORTEST_BEHIND_PREFIX = 3  # letters of a name that may stand behind a prefix
_LONGEST_PREFIX = 6
_MOST_PARTICLES = 3
_LONGEST_RUN = 12  # syllables of a run of particles
_FIRST_SYLLABLE, _FINALS = 0xAC00, 28
_RIEUL = 8  # the final ㄹ, after which a particle may be as after a vowel: 서울로

_HIRAGANA = re.compile("[\u3041-\u309f]")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
_HANGUL_RUN = re.compile(f"[{SCRIPTS['Hang']}]+")
_HIRAGANA_RUN = re.compile("[\u3041-\u309f]+")
_SPACELESS = re.compile(f"[{SPACELESS}]")
_SEMITIC = {"Arab": "ar", "Hebr": "he"}
_SEMITIC_LETTER = {language: re.compile(f"[{SCRIPTS[script]}]") for script, language in _SEMITIC.items()}
_LEADING_VOWELS = (
    "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"  # of Thai and Lao: written before the consonant
)
_FOLLOWING_VOWELS = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"  # of Thai and Lao: no combining marks
QUESTION_PARTICLES = tuple(f" {word} " for word in sorted(words_of_all_languages("question particles")))
"""The question particles of all languages, with the spaces beside them."""

_BEFORE_SENTENCE = ("", "\n", ".", "!", "?", "\x1f", ":")
_STACKERS = "\u17d2\u1039"  # of Khmer and Burmese: the next consonant stands below


def may_begin(plain: str, start: int, end: int) -> bool:
    """Whether a name may begin inside a run of letters or digits of normalised text."""
    before, first = plain[start - 1], plain[start]
    if _SPACELESS.match(first):
        return _begins_in_spaceless(plain, start)
    for language, letter in _SEMITIC_LETTER.items():
        if letter.match(first):
            return end - start >= _SHORTEST_BEHIND_PREFIX and _is_prefix(plain, start, language)
    return _SPACELESS.match(before) is not None


def may_end(plain: str, start: int, end: int, *, person: bool = False) -> bool:
    """Whether a name may end inside a run of letters or digits of normalised text; titles may follow a `person`."""
    after, last = plain[end], plain[end - 1]
    if _SPACELESS.match(last):
        return _ends_in_spaceless(plain, end)
    if is_hangul(after):
        run = _HANGUL_RUN.match(plain, end, end + _LONGEST_RUN + 1)
        alone = end - start == 1 and is_hangul(last)
        return run is not None and _follows_name(run[0], last, person=person, alone=alone)
    return _SPACELESS.match(after) is not None


def _begins_in_spaceless(plain: str, start: int) -> bool:
    before, first = plain[start - 1], plain[start]
    if before in _LEADING_VOWELS or before in _STACKERS or (_KATAKANA.match(first) and _KATAKANA.match(before)):
        return False
    if not (_HIRAGANA.match(first) and _HIRAGANA.match(before)):
        return True
    return before in rules_of("ja").words("endings before a name")


def _ends_in_spaceless(plain: str, end: int) -> bool:
    after, last = plain[end], plain[end - 1]
    if after in _FOLLOWING_VOWELS or (_KATAKANA.match(last) and _KATAKANA.match(after)):
        return False
    if not (_HIRAGANA.match(last) and (run := _HIRAGANA_RUN.match(plain, end))):
        return True
    return run[0].startswith(tuple(rules_of("ja").words("particles")))


def _is_prefix(plain: str, start: int, language: str) -> bool:
    """Whether the letters of the word before a name are words that are written together with the next."""
    first = start
    while start - first <= _LONGEST_PREFIX and _SEMITIC_LETTER[language].match(plain[first - 1]):
        first -= 1
    before = plain[first - 1]
    return plain[first:start] in rules_of(language).words("prefixes") and not before.isalnum()


def written_together(text: str, start: int, end: int) -> str:
    """Return in words what is written together with a name: "behind “و”"; nothing where nothing is."""
    for letter in _SEMITIC_LETTER.values():
        first = start
        while first and letter.match(text[start]) and letter.match(text[first - 1]):
            first -= 1
        if first < start:
            return f"behind “{text[first:start]}”, written together with it"
    run = _HANGUL_RUN.match(text, end)
    return f"before “{run[0]}”, written together with it" if run else ""


def is_predicate(plain: str, start: int, end: int) -> bool:
    """Whether a word opens a sentence before a question particle, as predicates do: "Вольны ли мы?"."""
    if not plain.startswith(QUESTION_PARTICLES, end):
        return False
    return plain[:start].rstrip(" \"'(")[-1:] in _BEFORE_SENTENCE


@cache
def _particles(sound: str) -> frozenset[str]:
    rules = rules_of("ko")
    after = rules.words(f"particles after a {'vowel' if sound == 'vowel' else 'consonant'}")
    return rules.words("particles") | after | (rules.words("particles after ㄹ") if sound == "rieul" else frozenset())


@lru_cache(maxsize=20_000)
def _follows_name(run: str, last: str, *, person: bool, alone: bool) -> bool:
    """Whether syllables behind a name are particles, behind a person's name after a title or without one."""
    titles = rules_of("ko").words("titles after a person's name") if person else frozenset[str]()
    if any(run.startswith(title) and _are_particles(run[len(title) :], title[-1]) for title in titles):
        return True
    return not alone and _are_particles(run, last)


def _are_particles(run: str, last: str, most: int = _MOST_PARTICLES) -> bool:
    if not run:
        return True
    sounds = [_sound_of(last)] if is_hangul(last) else ["consonant", "vowel"]
    found = frozenset[str]().union(*(_particles(sound) for sound in sounds))
    return most > 0 and any(
        run.startswith(particle) and _are_particles(run[len(particle) :], particle[-1], most - 1) for particle in found
    )


def _sound_of(syllable: str) -> str:
    """Return the last sound of a syllable, as far as particles depend on it; the file says which follow an ㄹ too."""
    final = (ord(syllable) - _FIRST_SYLLABLE) % _FINALS
    return {0: "vowel", _RIEUL: "rieul"}.get(final, "consonant")
