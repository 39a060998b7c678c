"""The words pages use for kinds, roles, genres, languages and rights."""

from __future__ import annotations

import re

PLURALS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "polity": "Polities",
    "event": "Events",
    "agreement": "Agreements",
    "concept": "Concepts",
}

DIFFERENCES = {
    "date": "Dates",
    "number": "Numbers",
    "fact": "Facts",
    "attribution": "Who says it",
    "wording": "Wording",
    "translation": "Translation",
    "scope": "What is told, and what left out",
}

ROLES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "byline": "Byline",
    "dateline": "Dateline",
    "caption": "Caption",
    "heading": "Heading",
    "author-note": "Author’s note",
    "publisher-note": "Publisher’s note",
    "rights": "Rights notice",
}

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

_LANGUAGES = {
    "en": "English",
    "zh": "Chinese",
    "fr": "French",
    "es": "Spanish",
    "ko": "Korean",
    "ru": "Russian",
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "fa": "Persian",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "la": "Latin",
    "mn": "Mongolian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
}
_AUTONYMS = {
    "zh": "中文",
    "fr": "français",
    "es": "español",
    "ko": "한국어",
    "ru": "русский",
    "ar": "العربية",
    "de": "Deutsch",
    "el": "ελληνικά",
    "fa": "فارسی",
    "he": "עברית",
    "it": "italiano",
    "ja": "日本語",
    "nl": "Nederlands",
    "pl": "polski",
    "pt": "português",
    "uk": "українська",
    "vi": "tiếng Việt",
}
_SCRIPTS = {"hans": "simplified", "hant": "traditional", "latn": "Latin script", "cyrl": "Cyrillic script"}
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}

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


def genre_in_words(genre: str) -> str:
    """A CSL item type in words, capitalised."""
    return _GENRES.get(genre) or genre.replace("-", " ").replace("_", " ").capitalize()


def language_name(tag: str) -> str:
    """A language in English by its BCP 47 tag; the tag itself where we have no name."""
    primary, *rest = tag.split("-")
    name = _LANGUAGES.get(primary.lower())
    if name is None:
        return tag
    details = [_SCRIPTS.get(part.lower(), part) for part in rest]
    return f"{name} ({', '.join(details)})" if details else name


def autonym(tag: str) -> str:
    """A language in its own words by its BCP 47 tag; in English where we do not know them."""
    return _AUTONYMS.get(tag.partition("-")[0].lower()) or language_name(tag)


def language_order(tag: str, site: str) -> tuple[int, str]:
    """A sorting key: the site's language, then those of our table in its order, then the others by tag."""
    names = list(_LANGUAGES)
    primary = tag.partition("-")[0].lower()
    if tag == site:
        return -1, tag
    return (names.index(primary) if primary in names else len(names)), tag


def direction(tag: str) -> str | None:
    """`rtl` for a language written from right to left, else nothing."""
    primary, *rest = tag.lower().split("-")
    scripts = {"arab", "hebr", "syrc", "thaa"} & set(rest)
    return "rtl" if scripts or (primary in _RIGHT_TO_LEFT and "latn" not in rest) else None


def rights_in_words(statement: str) -> str:
    """A rights statement or licence by its address, in words; the address itself where we have none."""
    if match := _STATEMENT.match(statement):
        return _RIGHTS.get(match[1], match[1])
    if match := _LICENCE.match(statement):
        return f"CC {match[1].upper()} {match[2]}"
    if "creativecommons.org/publicdomain/" in statement:
        return "CC0 1.0" if "/zero/" in statement else "Public domain"
    return statement
