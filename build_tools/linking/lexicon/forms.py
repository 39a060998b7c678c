"""The forms in which a label may stand in a text, written out before any text is read: "unfriendly countries", "ROKs".

1. Numbers: an abbreviation takes a plural s ("ROKs"), which is no part of the mention, no more than a possessive is;
   common nouns change number; Russian words change case.
2. Full stops are kept: whoever wants "U.N." for "UN" lists both. Long parts of compounds may be words ("COMUS/Japan").
3. Capitals: capitals of a label are kept ("US" is not "us"). A small letter may be a capital at a word's beginning, or
   all of the label set in capitals; abbreviations of up to four letters are taken as they are written.
4. Quotation marks may stand around a part of a common noun (“unfriendly” state).
5. Names of persons: see `names`. A label that begins with "the" needs it in the text; it is no part of the mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.linking.lexicon.plurals import decline, vary_number
from build_tools.linking.word_lists import PARTICLES, TITLE_CASE_WORDS
from build_tools.model import Label
from build_tools.model.entry_kinds import COMMON_NOUN_KINDS
from build_tools.text.normalising import normalise_label

_ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
PLURAL_S = "plural s"
"""How a form was made that ends with a plural s, which is no part of the mention."""

_COMPOUND = re.compile(r"[A-Z]+(?:/[A-Z]+)+")
_SCOTTISH = re.compile(r"\b(Mac|Mc)([A-Z])")
_UNIT = re.compile(r"(?<=\d)\s+(?=[a-zA-Z])")
_LONGEST_ABBREVIATION = 4  # abbreviations up to this length are taken as they are written
_MOST_QUOTED_WORDS = 4  # labels of more words are not sought with quotation marks inside


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a label.

    Attributes:
        key: The form as it stands in normalised text.
        article: Whether "the" must stand before it in the text; it is no part of the mention.
        how: How it was made from the label, in words: "as listed", "plural or singular", "initials" and so on.
        spelled: The form before its letters were folded; empty where it is ASCII.
    """

    key: str
    article: bool
    how: str = "as listed"
    spelled: str = ""


def write_forms(label: Label, kind: str, *, full: bool = True) -> Iterator[Form]:
    """Yield every form of a label, each key once, the label itself first.

    Args:
        label: The label, with its language.
        kind: The kind of its entry; common nouns (concept, agreement, event) take more forms than names.
        full: False for a surname and the like, which is never written in small letters.
    """
    text = label.text
    article = _ARTICLE.match(text)
    if article:
        text = text[article.end() :]
    language = label.lang.partition("-")[0]
    seen: set[str] = set()
    for spelling, how in _spellings(text, kind, language, full=full):
        shape = normalise_label(spelling)
        for key in _cases(shape, kind, full=full):
            if key and key not in seen and any(character.isalnum() for character in key):
                seen.add(key)
                yield Form(key, article is not None, how, spelling_of(spelling))


def spelling_of(form: str) -> str:
    """Return a form as `Form.spelled` holds it."""
    return "" if form.isascii() else form


def _spellings(text: str, kind: str, language: str, *, full: bool) -> Iterator[tuple[str, str]]:
    yield text, "as listed"
    shapes = [text, *(shape for shape in (_UNIT.sub("", text), *_compounds(text)) if shape != text)]
    for shape in shapes[1:]:
        yield shape, "other spelling"
    if kind == "person":
        if language == "ru" and full:
            yield from ((shape, "case ending") for shape in decline(text))
        yield from ((shape, "small word of the name") for shape in _particles(text))
        return
    for shape in shapes:
        numbers = list(vary_number(shape, kind, language))
        if language == "ru":
            numbers += decline(shape)
        for variant in numbers:
            yield variant, _how(shape, variant, language)
            if kind in COMMON_NOUN_KINDS:
                yield from ((quoted, "quotation marks inside") for quoted in _quoted(variant))
        if kind in COMMON_NOUN_KINDS:
            yield from ((quoted, "quotation marks inside") for quoted in _quoted(shape))


def _how(shape: str, variant: str, language: str) -> str:
    """Return in words how another number or case of a label was formed."""
    if language == "ru":
        return "case ending"
    return PLURAL_S if variant == shape + "s" and " " not in shape and shape != shape.lower() else "plural or singular"


def _compounds(text: str) -> Iterator[str]:
    """Yield a compound in capitals whose long parts are written as words: "COMUS/Japan" of "COMUS/JAPAN"."""
    if _COMPOUND.fullmatch(text):
        head, *parts = text.split("/")
        yield "/".join([head, *(part.capitalize() if len(part) > _LONGEST_ABBREVIATION else part for part in parts)])


def _particles(text: str) -> Iterator[str]:
    words = text.split(" ")
    if len(words) > 1 and any(word.lower() in PARTICLES for word in words):
        yield " ".join(word.lower() if word.lower() in PARTICLES else word for word in words)
        yield " ".join(word.capitalize() if word.lower() in PARTICLES else word for word in words)
    if _SCOTTISH.search(text):
        yield _SCOTTISH.sub(lambda match: match[1] + match[2].lower(), text)


def _quoted(text: str) -> Iterator[str]:
    words = text.split(" ")
    for index in range(1, len(words) if len(words) <= _MOST_QUOTED_WORDS else 0):
        yield f'{" ".join(words[:index])}" {" ".join(words[index:])}'
        yield f'{" ".join(words[:index])} "{" ".join(words[index:])}'


def _cases(shape: str, kind: str, *, full: bool) -> Iterable[str]:
    """Yield the shape as it is, then in the capitals it may take."""
    yield shape
    letters = [character for character in shape if character.isalpha()]
    if not letters or not any(character.islower() for character in letters):
        return
    one_word = " " not in shape
    if one_word and len(shape) <= _LONGEST_ABBREVIATION and kind != "person" and (full or not shape.istitle()):
        if shape.istitle():
            yield shape.upper()
        return
    yield shape.upper()
    words = shape.split(" ")
    if shape[0].islower() or any(word[0].islower() for word in words if word):
        yield shape[0].upper() + shape[1:]
        yield " ".join(
            word if word in TITLE_CASE_WORDS and index else word[:1].upper() + word[1:]
            for index, word in enumerate(words)
        )
        yield " ".join(word[:1].upper() + word[1:] for word in words)
    elif one_word and kind == "concept" and shape.isalpha() and not shape[1:].isupper():
        yield shape.lower()
