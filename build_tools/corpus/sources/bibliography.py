"""The fields of a source page, each read from its front matter and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from build_tools.corpus.front_matter import FieldReader, Fields, Scalar
from build_tools.model import CREATOR_KINDS, Creator, Rights
from build_tools.model.dates import is_edtf
from build_tools.text.hints import write_one_of

GENRES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter"),
    *("classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event"),
    *("figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map"),
    *("motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software"),
    *("song", "speech", "standard", "thesis", "treaty", "webpage"),
)
"""The item types of CSL, the Citation Style Language."""

CREATOR_KEYS = ("name", "entry", "role", "affiliation", "family", "kind")
RIGHTS_KEYS = ("statement", "notice", "publish")

EXTENTS = ("full",)
"""How much of a text may be published."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*")
WEB_ADDRESS = re.compile(r"https?://[^\s/<>\x22'`]+(/[^\s<>\x22'`]*)?")
RIGHTS_URI = re.compile(
    r"https?://(rightsstatements\.org/vocab/(InC(-(OW-EU|EDU|NC|RUU))?|NoC-(CR|NC|OKLR|US)|CNE|UND|NKC)/1\.0/"
    r"|creativecommons\.org/(licenses|publicdomain)/[\w.+/-]+)"
)


def creators(reader: FieldReader) -> tuple[Creator, ...]:
    """Who made the text."""
    made = []
    for item in reader.maps("creators", CREATOR_KEYS):
        name = item.text("name", required=True, dates=False)
        creator = Creator(
            name or "",
            item.text("entry", dates=False),
            item.text("role", dates=False),
            item.text("affiliation", dates=False),
            _family(item, name or ""),
            _kind(item),
        )
        made += [creator] if name else []
        reader.extend(item)
    return tuple(made)


def _family(item: FieldReader, name: str) -> str | None:
    family = item.text("family", dates=False)
    if family is None or family in name:
        return family
    hint = f'Write the part of "{name}" that is the family name, letter for letter.'
    item.add(item.line("family"), "family-not-in-name", f'"{family}" is no part of the name', hint)
    return None


def _kind(item: FieldReader) -> str:
    kind = item.text("kind", dates=False) or CREATOR_KINDS[0]
    if kind in CREATOR_KINDS:
        return kind
    hint = f"Write one of: {', '.join(CREATOR_KINDS)}."
    item.add(item.line("kind"), "word-unknown", f'"{kind}" is no kind of creator', hint)
    return CREATOR_KINDS[0]


def date(reader: FieldReader, key: str) -> str | None:
    """A date in EDTF, an interval included."""
    text = reader.text(key)
    if text is None or is_edtf(text):
        return text
    hint = (
        'Write it as 2024, 2024-05, 2024-05-13, 2024-05~, "2024-05-13T17:02:00+09:00", 2024-02/2024-06 or ../2024-06.'
    )
    reader.add(reader.line(key), "date-not-edtf", f'"{text}" is not a date in EDTF', hint)
    return None


def languages(reader: FieldReader) -> tuple[str, ...]:
    """The languages of the text, the main one first."""
    node = reader.fields.nodes.get("languages")
    if node is None or (isinstance(node, Scalar) and node.tag == "nothing"):
        reader.text("languages", required=True)
        return ()
    found = []
    for item in reader.scalars("languages", "language"):
        if is_language(item.text):
            found.append(item.text)
        else:
            refuse_language(reader, item.text, item.line)
    return tuple(found)


def is_language(tag: str) -> bool:
    """Whether a text is a language tag, by the syntax of BCP 47."""
    return bool(LANGUAGE.fullmatch(tag))


def refuse_language(reader: FieldReader, tag: str, line: int) -> None:
    """Report a language tag that is none."""
    hint = "Write a BCP 47 tag such as en, zh, fr or ko, in small letters."
    reader.add(line, "language-tag", f'"{tag}" is no language tag', hint)


def genre(reader: FieldReader) -> str:
    """What kind of text it is; "document" where that is missing or unknown."""
    text = reader.text("genre", required=True, dates=False)
    if text is None or text in GENRES:
        return text or "document"
    hint = write_one_of(text, GENRES, most=3, otherwise=("article", "article-newspaper", "report", "webpage"))
    reader.add(reader.line("genre"), "genre-unknown", f'"{text}" is no CSL item type', hint)
    return "document"


def url(reader: FieldReader) -> str | None:
    """The address of the original; nothing but http and https is an address."""
    text = reader.text("url", dates=False)
    if text is None or WEB_ADDRESS.fullmatch(text):
        return text
    hint = "Write the whole address, beginning with https://."
    reader.add(reader.line("url"), "url-not-web", f'"{text}" is no web address', hint)
    return None


def rights(reader: FieldReader) -> Rights:
    """What is known of the text's rights."""
    node = reader.fields.nodes.get("rights")
    if not isinstance(node, Fields):
        hint = "Write rights: {statement: URI, notice: null, publish: full}."
        code = "field-missing" if node is None or (isinstance(node, Scalar) and not node.text) else "field-not-map"
        reader.add(reader.line("rights"), code, 'the field "rights" is missing or not a map', hint)
        return Rights("", None, EXTENTS[0])
    inner = FieldReader(node, reader.path, RIGHTS_KEYS)
    statement = inner.text("statement", required=True, dates=False) or ""
    if statement and not RIGHTS_URI.fullmatch(statement):
        hint = "Write a URI of rightsstatements.org, such as http://rightsstatements.org/vocab/InC/1.0/ (in copyright)."
        message = f'"{statement}" is no rights statement'
        inner.add(inner.line("statement"), "rights-statement-unknown", message, hint)
    publish = inner.text("publish", required=True, dates=False) or EXTENTS[0]
    if publish not in EXTENTS:
        message = f'"{publish}" does not say how much is published'
        inner.add(inner.line("publish"), "rights-publish-unknown", message, f"Write one of: {', '.join(EXTENTS)}.")
    reader.extend(inner)
    return Rights(statement, inner.text("notice", dates=False), publish)


def read_inferred(reader: FieldReader, keys: Iterable[str]) -> Mapping[str, str]:
    """The reason for each field that the text does not state."""
    node = reader.fields.nodes.get("inferred")
    if node is None or (isinstance(node, Scalar) and node.tag == "nothing"):
        return {}
    if not isinstance(node, Fields):
        hint = 'Write inferred: {publisher: "the reason"}.'
        reader.add(reader.line("inferred"), "field-not-map", 'the field "inferred" is not a map', hint)
        return {}
    inner = FieldReader(node, reader.path, keys)
    reasons = {}
    for key in node.nodes:
        reason = inner.text(key, required=True, dates=False)
        if reason:
            reasons[key] = reason
        if key in keys and key not in reader.fields.nodes:
            hint = f'Add the line "{key}: …" with the value you infer, or delete the reason.'
            inner.add(inner.line(key), "inferred-without-value", f'a reason is given for "{key}" and no value', hint)
    reader.extend(inner)
    return reasons
