"""The words of the interface in the language of the site: sentences, numbers, lists and dates that no text has written.

A sentence is known by its English, which is what the code and the templates have. The other languages have a catalogue
of translations each, in `catalogues/`, in the format of gettext (.po).
"""

from build_tools.website.localisation.interface_language import (
    ENGLISH,
    keep_language,
    speak,
    speaks_english,
    spoken_language,
    words_language,
)
from build_tools.website.localisation.lists import between_commas, join_words
from build_tools.website.localisation.locales import text_direction
from build_tools.website.localisation.translation import (
    EnglishWords,
    as_said,
    for_translation,
    is_reviewed,
    translate,
    translate_count,
)
from build_tools.website.localisation.written_numbers import write_number

__all__ = [
    "ENGLISH",
    "EnglishWords",
    "as_said",
    "between_commas",
    "for_translation",
    "is_reviewed",
    "join_words",
    "keep_language",
    "speak",
    "speaks_english",
    "spoken_language",
    "text_direction",
    "translate",
    "translate_count",
    "words_language",
    "write_number",
]
