"""Which language a stretch of a text is in, where its script does not tell: by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from build_tools.model import Block

_COMMON = {
    "en": "the of and to in is that was for on with as by at from it be this are has have not which an its their",
    "fr": "le la les des du de et en un une que qui dans pour par sur est au aux avec ne pas ce cette ses il",
    "es": "el la los las de del y en un una que se por con para su es al lo como más fue sus ha entre",
    "de": "der die das und den dem des ein eine einer zu in ist von mit sich auf für nicht auch im es wird als",
    "it": "il la le gli di del della e in un una che per con non è sono nel alla dei da si come anche più",
    "pt": "o a os as de do da dos das e em um uma que não para com por no na se ao como mais foi",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door naar",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters of a block that are read
_LEAST_WORDS = 6
_LEAST_SHARE = 0.15  # of a block's words, those common in its language
UNKNOWN = "und"


def guess_language(text: str) -> str:
    """The language (BCP 47) of a text in Latin letters; "und" where it is too short or no language is clearly first."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if len(words) < _LEAST_WORDS:
        return UNKNOWN
    counts = {language: sum(word in common for word in words) for language, common in _WORDS.items()}
    first, second = sorted(counts, key=lambda one: (-counts[one], one))[:2]
    clear = counts[first] >= _LEAST_SHARE * len(words) and counts[first] > counts[second]
    return first if clear else UNKNOWN


def languages_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The language of each block: by its script, by its words, or that of the block before it."""
    found: list[str] = []
    for block in blocks:
        language = block.lang if block.lang != UNKNOWN else guess_language(block.text)
        found.append(language if language != UNKNOWN or not found else found[-1])
    known = next((one for one in found if one != UNKNOWN), UNKNOWN)
    return tuple(known if one == UNKNOWN else one for one in found)


def rank_languages(blocks: Sequence[Block], languages: Sequence[str]) -> tuple[str, ...]:
    """The languages of a text, that with most letters first, without what is not known."""
    letters: Counter[str] = Counter()
    for block, language in zip(blocks, languages, strict=True):
        letters[language] += len(block.text)
    return tuple(one for one, _ in sorted(letters.items(), key=lambda pair: (-pair[1], pair[0])) if one != UNKNOWN)
