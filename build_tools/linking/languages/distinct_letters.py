"""Letters that a language distinguishes from those they look like: in German, "Mutter" is not "Mütter".

Source: compiled for this project after the collation tailorings of CLDR (common/collation), not generated from them.
Most lists hold the letters that a language's tailoring sorts as separate letters. Some are in no tailoring of their
language and are listed since they distinguish words: the letters of be, de, eu, gsw, lb, mk and uk, ç in Catalan,
á í ó ú ý ð in Faroese, and ő and ű in Hungarian, which sort with ö and ü.

Left out on purpose: ß, which is ss in capitals and in Switzerland; Romanian ș and ț, which many texts write with a
cedilla; Turkish ı, whose capital is I; letters that only occur in foreign names. Accents that only mark stress or
length are in no list: é is e in French, ó is o in Spanish.
"""

from __future__ import annotations

from functools import lru_cache

_SOUTH_SLAVIC = "čćđšž"
_NORWEGIAN = "åæø"

_LETTERS = {
    "az": "çğöşü",
    "be": "ў",
    "bs": _SOUTH_SLAVIC,
    "ca": "ç",
    "cs": "čřšž",
    "da": _NORWEGIAN,
    "de": "äöü",
    "eo": "ĉĝĥĵŝŭ",
    "es": "ñ",
    "et": "äõöüšž",
    "eu": "ñ",
    "fi": "åäö",
    "fo": "áíóúýæðø",
    "gl": "ñ",
    "gsw": "äöü",
    "hr": _SOUTH_SLAVIC,
    "hu": "öőüű",
    "is": "áéíóúýæðöþ",
    "lb": "äëü",
    "lt": "čšž",
    "lv": "čģķļņšž",
    "mk": "ѓќ",
    "mt": "ċġħż",
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "pl": "ąćęłńóśźż",
    "ro": "ăâî",
    "se": "áčđŋšŧž",
    "sk": "äčôšž",
    "sl": "čšž",
    "sq": "çë",
    "sr": _SOUTH_SLAVIC,
    "sv": "åäö",
    "tr": "çğöşü",
    "uk": "ї",
    "vi": "ăâđêôơư",
}
"""Language (BCP 47, without script and region) → small letters, in NFC, that stay distinct."""


@lru_cache(maxsize=1_000)
def distinct_letters(language: str) -> str:
    """Return the letters that a language (BCP 47) distinguishes; empty if it has no such letters or no list."""
    return _LETTERS.get(language.partition("-")[0], "")
