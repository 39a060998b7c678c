"""Letters that a language tells apart from those they look like: in German, "Mutter" is not "Mütter".

Source: CLDR 44, the collation of each language (common/collation): letters that it sorts as letters of their own, and
in German, whose collation treats them as accented, the umlauts, since they tell words apart (CLDR, exemplar
characters). Left out on purpose: ß, which is ss in capitals and in Switzerland; Romanian ș and ț, which many texts
write with a cedilla; Turkish ı, whose capital is I. Accents that only mark stress or length are in no list: é is e in
French, ó is o in Spanish.
"""

from __future__ import annotations

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


def distinct_letters(language: str) -> str:
    """Return the letters that a language (BCP 47) tells apart; nothing where it has none, or is not known."""
    return _LETTERS.get(language.partition("-")[0], "")
