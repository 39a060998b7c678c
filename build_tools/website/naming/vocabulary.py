"""The words that pages use for kinds, roles, genres, languages and rights, in the language of the site."""

from __future__ import annotations

import re

from build_tools.model import PLURALS, OriginalFile
from build_tools.website.localisation import as_said, for_translation, spoken_language, translate
from build_tools.website.localisation.locales import locale_of, spoken_locale
from build_tools.website.naming import named_ids

ONLY_PRECISION = for_translation("Where the texts differ only in precision")
"""What pages call a point on which texts do not differ."""

_FIRST_LANGUAGES = ("en", "zh", "fr", "es", "ko", "ru")
"""The languages that pages list first, after the site's own."""

_RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"}
_SCRIPTS = {
    "hans": for_translation("simplified"),
    "hant": for_translation("traditional"),
    "latn": for_translation("Latin script"),
    "cyrl": for_translation("Cyrillic script"),
}
_STATEMENT = re.compile(r"https?://rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/")
_LICENCE = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/([0-9.]+)")


def kind_in_words(kind: str) -> str:
    """Return what pages call an entry of a kind: "person"."""
    return translate(kind)


def kind_in_plural(kind: str) -> str:
    """Return what pages call a list of entries of a kind: "People"."""
    return translate(PLURALS[kind])


def role_in_words(role: str) -> str:
    """Return what pages call a role of blocks, with a capital: "Author’s note"."""
    return translate(named_ids.ROLE_NAMES.get(role) or role.replace("-", " ").capitalize())


def genre_in_words(genre: str) -> str:
    """Return a CSL item type in words, capitalised."""
    return translate(named_ids.GENRE_NAMES.get(genre) or genre.replace("-", " ").replace("_", " ").capitalize())


def difference_in_words(kind: str) -> str:
    """Return what pages call a kind of difference; "" for a kind that has no name."""
    return translate(named_ids.DIFFERENCE_NAMES[kind]) if kind in named_ids.DIFFERENCE_NAMES else ""


def field_in_words(name: str) -> str:
    """Return what pages call a field of a text; its name in the file if they have no word for it."""
    return translate(named_ids.FIELD_NAMES.get(name, name))


def reason_in_words(reason: str) -> str:
    """Return why a passage of a seed is set aside."""
    return translate(named_ids.REASONS_SET_ASIDE.get(reason, reason))


def language_name(tag: str) -> str:
    """Return the name of a language by its BCP 47 tag, in the language of the site; the tag itself if CLDR has none."""
    primary, *rest = tag.split("-")
    name = spoken_locale().languages.get(primary.lower())
    if name is None:
        return tag
    details = [translate(_SCRIPTS[part.lower()]) if part.lower() in _SCRIPTS else _part_name(part) for part in rest]
    return as_said(f"{name} ({', '.join(details)})" if details else str(name))


def _part_name(part: str) -> str:
    locale = spoken_locale()
    return locale.scripts.get(part.title()) or locale.territories.get(part.upper()) or part


def autonym(tag: str) -> str:
    """Return the name of a language in that language by its BCP 47 tag; in the site's if CLDR does not have it."""
    locale = locale_of(tag)
    return (locale.language_name if locale else None) or language_name(tag)


def language_order(tag: str, site: str) -> tuple[int, int, str]:
    """Return a sorting key: the site's language, then the first languages in their order, then the rest by tag."""
    primary = tag.partition("-")[0].lower()
    first = _FIRST_LANGUAGES.index(primary) if primary in _FIRST_LANGUAGES else len(_FIRST_LANGUAGES)
    return (0, 0, tag) if tag == site else (1, first, tag)


def same_language(tag: str, other: str) -> bool:
    """Return whether two BCP 47 tags are of one language, whatever their script or region."""
    return tag.partition("-")[0].lower() == other.partition("-")[0].lower()


def direction(tag: str) -> str | None:
    """Return `rtl` for a language written from right to left, else None."""
    scripts = {part.title() for part in tag.split("-")[1:]}
    if scripts & _RIGHT_TO_LEFT_SCRIPTS:
        return "rtl"
    locale = None if "Latn" in scripts or "Cyrl" in scripts else locale_of(tag)
    return "rtl" if locale and locale.text_direction == "rtl" else None


def direction_on_page(tag: str) -> str | None:
    """Return the direction that words of a language are marked with: None if that is the direction of the page."""
    towards, page = direction(tag), direction(spoken_language())
    return None if towards == page else towards or "ltr"


def review_in_words(state: str) -> str:
    """Return how far an entry has been reviewed."""
    return translate(named_ids.REVIEW_NAMES.get(state, state))


def precision_in_words(precision: str) -> str:
    """Return how exactly a date is known, such as "month"."""
    return translate(named_ids.PRECISION_NAMES[precision])


def counted_item(name: str) -> str:
    """Return what the page of figures calls that which is counted in the registers."""
    return translate(named_ids.COUNTED_ITEMS.get(name) or name.capitalize())


def rights_in_words(statement: str) -> str:
    """Return a rights statement or licence in words by its address; the address itself if it is not known."""
    if match := _STATEMENT.match(statement):
        return translate(named_ids.RIGHTS_NAMES.get(match[1], match[1]))
    if match := _LICENCE.match(statement):
        return f"CC {match[1].upper()} {match[2]}"
    if "creativecommons.org/publicdomain/" in statement:
        return "CC0 1.0" if "/zero/" in statement else translate("Public domain")
    return statement


def original_in_words(original: OriginalFile) -> str:
    """Return from which file a text was converted, and by which program."""
    program = f"{original.converter} {original.version}".rstrip()
    return translate("from {file} by {program}", file=original.file, program=program)
