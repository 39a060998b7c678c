"""The forms in which a label may occur in a text, written out before any text is read: "unfriendly countries", "ROKs".

1. Numbers: an abbreviation takes a plural s ("ROKs"), which is no part of the mention, no more than a possessive is;
   common nouns change number; Russian words change case.
2. Full stops are kept: whoever wants "U.N." for "UN" lists both. Long parts of compounds may be words ("COMUS/Japan").
3. Capitals: capitals of a label are kept ("US" is not "us"). A small letter may be a capital at a word's beginning, or
   all of the label set in capitals; abbreviations of up to four letters are taken as they are written.
4. Quotation marks may enclose part of a common noun (“unfriendly” state).
5. Names of persons: see `names`. A label that begins with "the" needs it in the text; it is no part of the mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.linking.languages.label_forms import write_variants
from build_tools.linking.lexicon.plurals import vary_number
from build_tools.linking.names.name_shapes import CAPITALS, in_capitals
from build_tools.linking.word_lists import ARTICLES, PARTICLES, TITLE_CASE_WORDS
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


WITHOUT_ARTICLE = "without its article"
"""How a form was made of a label that begins with an article, which the text must then have before it."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a label.

    Attributes:
        key: The form as it is in normalised text.
        article: Whether "the" must come before it in the text; it is not part of the mention.
        how: How it was made from the label, in words: "as listed", "plural or singular", "initials" and so on.
        spelled: The form before its letters were folded; empty where it is ASCII.
    """

    key: str
    article: bool
    how: str = "as listed"
    spelled: str = ""


def write_forms(label: Label, kind: str, *, full: bool = True, full_name: str = "") -> Iterator[Form]:
    """Yield every form of a label, each spelling of a key once, the label itself first.

    Args:
        label: The label, with its language.
        kind: The kind of its entry; common nouns (concept, agreement, event) take more forms than names.
        full: False for a surname and the like, which is never written in small letters.
        full_name: The preferred label of its entry.
    """
    text = label.text
    article = _ARTICLE.match(text)
    if article:
        text = text[article.end() :]
    seen: set[tuple[str, str]] = set()
    spellings: dict[str, str] = {}
    for spelling, how in _spellings(text, kind, label.lang, full_name):
        spellings.setdefault(spelling, how)
    for spelling, how in spellings.items():
        shape, spelled = normalise_label(spelling), spelling_of(spelling)
        for key in _cases(shape, kind, full=full):
            if key and (key, spelled) not in seen and any(map(str.isalnum, key)):
                seen.add((key, spelled))
                yield Form(key, article is not None, how, spelled)
    if kind != "person" and article is None:
        yield from _without_article(text)


def _without_article(text: str) -> Iterator[Form]:
    """Yield a name that begins with an article without it, which the text must then have: "au Mans"."""
    first, space, rest = text.partition(" ")
    if space and rest[:1].isupper() and first.lower() in ARTICLES:
        for name in (rest, rest.upper()):
            yield Form(normalise_label(name), article=True, how=WITHOUT_ARTICLE, spelled=spelling_of(name))


def spelling_of(form: str) -> str:
    """Return a form as `Form.spelled` holds it."""
    return "" if form.isascii() else form


def _spellings(text: str, kind: str, language: str, full_name: str) -> Iterator[tuple[str, str]]:
    yield text, "as listed"
    shapes = [text, *(shape for shape in (_UNIT.sub("", text), *_compounds(text)) if shape != text)]
    for shape in shapes[1:]:
        yield shape, "other spelling"
    if kind == "person":
        yield from write_variants(text, kind, language, full_name=full_name)
        yield from ((shape, "small word of the name") for shape in _particles(text))
        yield from ((shape, CAPITALS) for shape in in_capitals(text))
        return
    for shape in shapes:
        english = ((variant, _how(shape, variant)) for variant in vary_number(shape, kind, language))
        for variant, how in (*english, *write_variants(shape, kind, language)):
            yield variant, how
            if kind in COMMON_NOUN_KINDS:
                yield from ((quoted, "quotation marks inside") for quoted in _quoted(variant))
        if kind in COMMON_NOUN_KINDS:
            yield from ((quoted, "quotation marks inside") for quoted in _quoted(shape))


def _how(shape: str, variant: str) -> str:
    """Return in words how another number of a label was formed."""
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
    if not any(character.islower() and character.isalpha() for character in shape):
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
