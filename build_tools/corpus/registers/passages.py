"""Read what carries a quotation: a text, a block of it, words of the block, and who says them."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.corpus.front_matter import FieldReader, Fields
from build_tools.corpus.sources.bibliography import is_language, refuse_language
from build_tools.model.registers import ASSERTERS, Attribution, Testimony, Version
from build_tools.text.hints import write_one_of

ANCHOR = ("source", "block", "quote")
ATTRIBUTION = ("kind", "name")
MODES = ("reported", "expected")


def testimonies(reader: FieldReader, key: str, *more: str) -> tuple[Testimony, ...]:
    """A list of testimonies; `more` are the fields each may have besides source, block and quote."""
    found = []
    for item in reader.maps(key, (*ANCHOR, *more)):
        source, block, quote = (item.text(name, required=True) for name in ANCHOR)
        gloss = item.text("gloss", required="gloss" in more) or ""
        by = _attribution(item)
        expected = one_of(item, "mode", MODES, required=False) == "expected"
        reader.extend(item)
        if source and block and quote:
            found.append(Testimony(source, block, quote, gloss, by, expected, item.line("quote")))
    return tuple(found)


def versions(reader: FieldReader, key: str) -> tuple[Version, ...]:
    """The versions of a statement."""
    found = []
    for item in reader.maps(key, (*ANCHOR, "lang", "via")):
        source, block, quote = (item.text(name, required=True) for name in ANCHOR)
        lang = item.text("lang", required=True) or ""
        if lang and not is_language(lang):
            refuse_language(item, lang, item.line("lang"))
        via = item.text("via") or ""
        reader.extend(item)
        if source and block and quote:
            found.append(Version(source, block, quote, lang, via, item.line("quote")))
    return tuple(found)


def _attribution(item: FieldReader) -> Attribution | None:
    node = item.fields.nodes.get("by")
    if node is None:
        return None
    if not isinstance(node, Fields):
        hint = "Write by: {kind: official, name: an entry's id or a name}."
        item.add(item.line("by"), "field-not-map", 'the field "by" is not a map', hint)
        return None
    inner = FieldReader(node, item.path, ATTRIBUTION)
    kind = inner.text("kind", required=True)
    if kind is not None and kind not in ASSERTERS:
        message = f'"{kind}" is no kind of asserter'
        inner.add(inner.line("kind"), "asserter-unknown", message, f"Write one of: {', '.join(ASSERTERS)}.")
        kind = None
    attribution = Attribution(kind, inner.text("name") or "", inner.line("name")) if kind else None
    item.extend(inner)
    return attribution


def one_of(reader: FieldReader, key: str, values: Sequence[str], *, required: bool = True) -> str:
    """A field that holds one of a few words; empty, with a finding, where it does not."""
    text = reader.text(key, required=required)
    if text is None or text in values:
        return text or ""
    message = f'"{text}" is no {key} that is known here'
    reader.add(reader.line(key), "word-unknown", message, write_one_of(text, values))
    return ""
