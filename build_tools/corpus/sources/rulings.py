"""The rulings in a source page's front matter: whether each says one clear thing. Their places are found elsewhere."""

from __future__ import annotations

from build_tools.corpus.front_matter import FieldReader
from build_tools.corpus.sources.bibliography import is_language, refuse_language
from build_tools.model import SET_ASIDE_REASONS, SHOWN_ROLES, Ruling
from build_tools.text.hints import did_you_mean

KEYS = ("quote", "after", "role", "lang", "split", "join", "mention", "entry", "reason")
ROLES = (*SHOWN_ROLES, *SET_ASIDE_REASONS)

_EXAMPLE = 'Write it as {quote: "words of the text", role: dateline}.'


def read_rulings(reader: FieldReader) -> tuple[Ruling, ...]:
    """The rulings that say something; each fault is a finding at the ruling's line."""
    rulings = []
    for item in reader.maps("rulings", KEYS):
        ruling = _read(item)
        reader.extend(item)
        rulings += [ruling] if ruling else []
    return tuple(rulings)


def _read(item: FieldReader) -> Ruling | None:
    quote = item.text("quote", dates=False)
    if not quote:
        message = "the ruling has no quotation, so it has no place"
        item.add(item.line("quote"), "ruling-without-quote", message, _EXAMPLE)
    mention = item.text("mention", dates=False)
    ruling = Ruling(
        quote=quote or "",
        line=item.fields.line,
        after=item.text("after", dates=False),
        role=_role(item),
        lang=_language(item),
        split=_word(item, "split", "here"),
        join=_word(item, "join", "next"),
        mention=mention,
        entry=_entry(item, quote or "", mention),
        reason=item.text("reason", dates=False),
    )
    decided = [key for key in ("role", "lang", "split", "join", "mention") if key in item.fields.nodes]
    if not decided:
        hint = f"{_EXAMPLE} A ruling decides role, lang, split, join or mention."
        item.add(item.fields.line, "ruling-decides-nothing", "the ruling decides nothing", hint)
    return ruling if quote and decided else None


def _role(item: FieldReader) -> str | None:
    text = item.text("role", dates=False)
    if text is None:
        return None
    role = text.replace("-", " ") if text.replace("-", " ") in SET_ASIDE_REASONS else text
    if role in ROLES:
        return role
    hint = did_you_mean(role, ROLES, f"Write one of: {', '.join(ROLES)}.")
    item.add(item.line("role"), "ruling-role-unknown", f'"{text}" is no role of a block', hint)
    return None


def _language(item: FieldReader) -> str | None:
    tag = item.text("lang", dates=False)
    if tag is None or is_language(tag):
        return tag
    refuse_language(item, tag, item.line("lang"))
    return None


def _word(item: FieldReader, key: str, word: str) -> bool:
    """Whether a key is there with the one word it takes."""
    text = item.text(key, dates=False)
    if text not in {None, word}:
        item.add(item.line(key), "ruling-decides-nothing", f'"{key}: {text}" says nothing', f"Write {key}: {word}.")
    return text == word


def _entry(item: FieldReader, quote: str, mention: str | None) -> str | None:
    """The entry a mention is ruled to name; `entry: null` rules that it names none."""
    entry = item.text("entry", dates=False)
    if "entry" in item.fields.nodes and mention is None:
        hint = 'Add mention: "the label inside the quotation that this is about".'
        item.add(item.line("entry"), "ruling-entry-without-mention", "the ruling has an entry and no mention", hint)
    if mention is None:
        return entry
    if "entry" not in item.fields.nodes:
        hint = "Add entry: the-id, or entry: null for no link."
        item.add(item.line("mention"), "ruling-mention-without-entry", "the ruling has a mention and no entry", hint)
    if " ".join(mention.split()) not in " ".join(quote.split()):
        hint = "Quote the label together with the words around it."
        item.add(
            item.line("mention"), "ruling-mention-not-quoted", f'"{mention}" does not stand in the quotation', hint
        )
    return entry
