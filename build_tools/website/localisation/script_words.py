"""The translations that scripts say, as a script that is run before them."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model import KINDS
from build_tools.website.localisation.catalogues import Catalogue, find_catalogue
from build_tools.website.localisation.locales import locale_of

_NUMBERS = (*range(200), 1_000_000)  # each form of a language is that of one of them


def script_words(language: str) -> Mapping[str, object]:
    """Return what scripts say in a language, by the English: a sentence, or its forms by CLDR's plural category.

    Args:
        language: A BCP 47 tag.

    Returns:
        Nothing where the language has no catalogue, as English.
    """
    catalogue = find_catalogue(language)
    if catalogue is None:
        return {}
    said = {*catalogue.in_scripts, *KINDS}
    places = _places_of_forms(catalogue, language)
    sentences: dict[str, object] = {key: words for key, words in catalogue.sentences.items() if key in said and words}
    for key, forms in catalogue.counted.items():
        if key in said and all(forms):
            sentences[key] = {category: forms[place] for category, place in places.items()}
    return dict(sorted(sentences.items()))


def _places_of_forms(catalogue: Catalogue, language: str) -> Mapping[str, int]:
    """Return the place of a form in a catalogue by CLDR's name of the category, which browsers know."""
    locale = locale_of(language)
    category_of = locale.plural_form if locale else (lambda number: "one" if number == 1 else "other")
    places: dict[str, int] = {}
    for number in _NUMBERS:
        places.setdefault(category_of(number), catalogue.form_of(number))
    # A number with a fraction, of which a page has none, is "other" in every language.
    return {**places, "other": places.get("other", catalogue.form_of(5))}
