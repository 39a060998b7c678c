"""The words that pages use for kinds, roles, genres, languages and rights."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

DIFFERENCES = {
    "date": "Dates",
    "number": "Numbers",
    "fact": "Facts",
    "attribution": "Who says it",
    "wording": "Wording",
    "translation": "Translation",
    "scope": "What is told, and what left out",
}

_ROLE_NAMES = {"author-note": "Author’s note", "publisher-note": "Publisher’s note", "rights": "Rights notice"}
"""What pages call the roles of blocks that have another name than their id."""

FIELDS = {
    "title": "Title",
    "creators": "By",
    "publisher": "Publisher",
    "issued": "Published",
    "modified": "Modified",
    "languages": "Language",
    "genre": "Kind of text",
    "url": "Original",
    "rights": "Rights",
}

_GENRES = {
    "article": "Article",
    "article-journal": "Journal article",
    "article-magazine": "Magazine article",
    "article-newspaper": "Newspaper article",
    "hearing": "Hearing",
    "legal_case": "Court decision",
    "pamphlet": "Pamphlet",
    "paper-conference": "Conference paper",
    "personal_communication": "Letter",
    "post": "Post",
    "post-weblog": "Blog post",
    "regulation": "Regulation",
    "webpage": "Web page",
}

_FIRST_LANGUAGES = ("en", "zh", "fr", "es", "ko", "ru")
"""The languages that pages list first, after the site's own."""

_ENGLISH = Locale("en")
_SCRIPT_CODE_LENGTH = 4  # of a script in a tag: "Latn"
_RIGHT_TO_LEFT_SCRIPTS = {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"}
_SCRIPTS = {"hans": "simplified", "hant": "traditional", "latn": "Latin script", "cyrl": "Cyrillic script"}

_RIGHTS = {
    "InC": "In copyright",
    "InC-OW-EU": "In copyright, orphan work",
    "InC-EDU": "In copyright, educational use permitted",
    "InC-NC": "In copyright, non-commercial use permitted",
    "InC-RUU": "In copyright, rights holder not found",
    "NoC-CR": "No copyright, contractual restrictions",
    "NoC-NC": "No copyright, non-commercial use only",
    "NoC-OKLR": "No copyright, other legal restrictions",
    "NoC-US": "No copyright in the United States",
    "CNE": "Copyright not evaluated",
    "UND": "Copyright undetermined",
    "NKC": "No known copyright",
}
_STATEMENT = re.compile(r"https?://rightsstatements\.org/(?:vocab|page)/([A-Za-z-]+)/")
_LICENCE = re.compile(r"https?://creativecommons\.org/licenses/([a-z-]+)/([0-9.]+)")


def role_in_words(role: str) -> str:
    """Return what pages call a role of blocks, with a capital: "Author’s note"."""
    return _ROLE_NAMES.get(role) or role.replace("-", " ").capitalize()


def genre_in_words(genre: str) -> str:
    """Return a CSL item type in words, capitalised."""
    return _GENRES.get(genre) or genre.replace("-", " ").replace("_", " ").capitalize()


def language_name(tag: str) -> str:
    """Return the English name of a language by its BCP 47 tag; the tag itself if CLDR has no name."""
    primary, *rest = tag.split("-")
    name = _ENGLISH.languages.get(primary.lower())
    if name is None:
        return tag
    details = [_SCRIPTS.get(part.lower()) or _part_name(part) for part in rest]
    return f"{name} ({', '.join(details)})" if details else name


def _part_name(part: str) -> str:
    return _ENGLISH.scripts.get(part.title()) or _ENGLISH.territories.get(part.upper()) or part


def autonym(tag: str) -> str:
    """Return the name of a language in that language by its BCP 47 tag; in English if CLDR does not have it."""
    locale = _locale(tag)
    return (locale.language_name if locale else None) or language_name(tag)


def language_order(tag: str, site: str) -> tuple[int, int, str]:
    """Return a sorting key: the site's language, then the first languages in their order, then the rest by tag."""
    primary = tag.partition("-")[0].lower()
    first = _FIRST_LANGUAGES.index(primary) if primary in _FIRST_LANGUAGES else len(_FIRST_LANGUAGES)
    return (0, 0, tag) if tag == site else (1, first, tag)


def direction(tag: str) -> str | None:
    """Return `rtl` for a language written from right to left, else None."""
    scripts = {part.title() for part in tag.split("-")[1:]}
    if scripts & _RIGHT_TO_LEFT_SCRIPTS:
        return "rtl"
    locale = None if "Latn" in scripts or "Cyrl" in scripts else _locale(tag)
    return "rtl" if locale and locale.text_direction == "rtl" else None


@cache
def _locale(tag: str) -> Locale | None:
    """Return CLDR's locale of a language, in its script if there is one; None if there is none, or for `und`."""
    primary, *rest = tag.split("-")
    scripts = [part for part in rest if len(part) == _SCRIPT_CODE_LENGTH and part.isalpha()]
    for name in ("_".join((primary, *scripts)), primary):
        try:
            return None if primary == "und" else Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return None


def rights_in_words(statement: str) -> str:
    """Return a rights statement or licence in words by its address; the address itself if it is not known."""
    if match := _STATEMENT.match(statement):
        return _RIGHTS.get(match[1], match[1])
    if match := _LICENCE.match(statement):
        return f"CC {match[1].upper()} {match[2]}"
    if "creativecommons.org/publicdomain/" in statement:
        return "CC0 1.0" if "/zero/" in statement else "Public domain"
    return statement
