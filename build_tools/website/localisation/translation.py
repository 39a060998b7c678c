"""A sentence of the interface, said in the language of the site."""

from __future__ import annotations

from build_tools.website.localisation.catalogues import Catalogue, find_catalogue
from build_tools.website.localisation.interface_language import speaks_english, spoken_language, words_language
from build_tools.website.localisation.written_numbers import write_number

_NO_CATALOGUE = Catalogue()


class EnglishWords(str):
    """Words of the interface on a site whose language has no catalogue: pages mark them as English."""

    __slots__ = ()


def translate(sentence: str, **values: object) -> str:
    """Return a sentence in the language that pages speak now, as it is where there is no translation.

    Args:
        sentence: The English, with a name in braces for each value.
        values: What stands in the place of the names.
    """
    said = _catalogue().sentences.get(sentence) or sentence
    return as_said(said.format(**values) if values else said)


def translate_count(number: int, singular: str, plural: str, **values: object) -> str:
    """Return a sentence with a number in the form that the number asks for.

    Args:
        number: What is counted; `{number}` in the sentence is the number as the language writes it.
        singular: The English of one.
        plural: The English of any other number.
        values: What stands in the place of other names in braces.
    """
    catalogue = _catalogue()
    forms = catalogue.counted.get(singular)
    said = forms[catalogue.form_of(number)] if forms else ""
    return as_said((said or (singular if number == 1 else plural)).format(number=write_number(number), **values))


def as_said(words: str) -> str:
    """Return words that the program has made, such as a date, as they are, or marked as English where they are foreign.

    They are that on a site in a language that has no catalogue; numbers alone are of any language.
    """
    is_foreign = speaks_english() and spoken_language().partition("-")[0] != words_language()
    return EnglishWords(words) if is_foreign and any(map(str.isalpha, words)) else words


def for_translation(sentence: str) -> str:
    """Return the sentence as it is: it is translated where it is shown, and is collected here for the catalogues."""
    return sentence


def is_reviewed() -> bool:
    """Return whether a speaker of the language that pages speak now has reviewed its catalogue."""
    return _catalogue().is_reviewed


def _catalogue() -> Catalogue:
    return find_catalogue(spoken_language()) or _NO_CATALOGUE
