"""The types of fields whose value is one text: a text, an id, a date, a choice of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from build_tools.corpus.front_matter.declarations import Field, FieldType, Schema, anchored
from build_tools.corpus.front_matter.field_reader import ID_PATTERN, TRUE_WORDS, FieldReader
from build_tools.corpus.front_matter.nodes import Scalar
from build_tools.corpus.front_matter.typed_words import is_known_language, meant_language, meant_word
from build_tools.model.dates import is_edtf

SAYS_SOMETHING = r"\S"
"""What JSON Schema asks of a text that may not be empty."""

_NO_WORDS = frozenset(["n", "0", "non", "nein", "нет", "아니오", "never", "none"])
"""Words that mean no and that YAML does not take for it."""

# The part of EDTF that an editor's tool can check: a year, or an interval that begins with one or is open.
_EDTF_BEGINS = r"^(\.\.)?/?[0-9]{2}[0-9X]{2}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A regular expression that a text must match as a whole, and the finding where it does not.

    `complaint` says what is wrong and holds `{text}`; `pattern` means the same to Python and to JavaScript; `meant`
    tells what an editor probably meant, `exists` whether a text of that form stands for anything.
    """

    pattern: str
    code: str
    complaint: str
    hint: str
    meant: Callable[[str], str | None] | None = None
    exists: Callable[[str], bool] | None = None

    def accepts(self, reader: FieldReader, text: str, line: int) -> bool:
        """Say whether a text follows the rule; where not, report it at the line."""
        if self.is_followed_by(text):
            return True
        self.report(reader, text, line)
        return False

    def is_followed_by(self, text: str) -> bool:
        """Return whether a text follows the rule."""
        return bool(re.fullmatch(self.pattern, text)) and (self.exists is None or self.exists(text))

    def hint_for(self, text: str) -> str:
        """Return what to write in the place of a text that breaks the rule."""
        meant = self.meant(text) if self.meant else None
        return f'Write "{meant}".' if meant else self.hint

    def report(self, reader: FieldReader, text: str, line: int) -> None:
        """Report a text that breaks the rule, with what was probably meant."""
        reader.add(line, self.code, self.complaint.format(text=text), self.hint_for(text))


LANGUAGE_TAG = Rule(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    "language-tag",
    '"{text}" is not a language tag',
    "Write a BCP 47 tag such as en, zh, fr or ko, in lower case.",
    meant_language,
    is_known_language,
)
"""The syntax of BCP 47 (RFC 5646, section 2.1) without extensions, in the letter case that it recommends."""

WEB_ADDRESS = Rule(
    r"https?://[^\s/<>\x22'`]+(/[^\s<>\x22'`]*)?",
    "url-not-web",
    '"{text}" is not a web address',
    "Write the whole address, beginning with https://.",
)


@dataclass(frozen=True, slots=True)
class Text(FieldType):
    """A text on one line.

    Attributes:
        missing: The value of a field that is not there or breaks the rule.
        numbers: Whether a number without quotes is taken as text; a name must not depend on how YAML writes numbers.
        rule: What the text must be like.
        longest: The most characters it may have, by a check of its own.
    """

    missing: str | None = ""
    numbers: bool = True
    rule: Rule | None = None
    longest: int | None = None

    def read(self, reader: FieldReader, field: Field) -> str | None:
        text = reader.text(field.name, required=field.reported, dates=self.numbers)
        if text is None:
            return self.missing
        accepted = self.rule is None or self.rule.accepts(reader, text, reader.line(field.name))
        return text if accepted else self.missing

    def schema(self, *, filled: bool) -> Schema:
        schema: dict[str, object] = {"type": "string" if filled else ["string", "null"]}
        if self.rule or filled:
            schema["pattern"] = anchored(self.rule.pattern) if self.rule else SAYS_SOMETHING
        return schema if self.longest is None else {**schema, "maxLength": self.longest}


@dataclass(frozen=True, slots=True)
class Id(FieldType):
    """The id of an entry, a text or a block; whether it exists is checked where all files are read."""

    label: str = field(default="id", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> str | None:
        return reader.text(field.name, required=field.reported)

    def schema(self, *, filled: bool) -> Schema:
        return {"type": "string" if filled else ["string", "null"], "pattern": ID_PATTERN}


@dataclass(frozen=True, slots=True)
class Date(FieldType):
    """A date or an interval in EDTF; `endless`: or ".." for what has not begun or not ended."""

    endless: bool = False
    label: str = field(default="date", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> str | None:
        text = reader.text(field.name, required=field.reported)
        if text is None or is_edtf(text) or (self.endless and text == ".."):
            return text
        from build_tools.corpus.front_matter.typed_dates import edtf_of  # noqa: PLC0415 - most dates need no hint

        meant = edtf_of(text)
        hint = (
            f'Write "{meant}", if that is the date.'
            if meant
            else (
                'Write it as 2024, 2024-05, 2024-05-13, 2024-05~, "2024-05-13T17:02:00+09:00", '
                "2024-02/2024-06 or ../2024-06."
            )
        )
        reader.add(reader.line(field.name), "date-not-edtf", f'"{text}" is not a date in EDTF', hint)
        return None

    def schema(self, *, filled: bool) -> Schema:
        pattern = rf"^\.\.$|{_EDTF_BEGINS}" if self.endless else _EDTF_BEGINS
        types = ["string", "integer"]  # a bare year is a number to YAML
        return {"type": types if filled else [*types, "null"], "pattern": pattern}


@dataclass(frozen=True, slots=True)
class Choice(FieldType):
    """One of a few words.

    Attributes:
        choices: The words.
        code: The code of the finding where it is another word.
        complaint: What that finding says, with `{text}` and `{name}`, the key.
        suggestion: Its hint, with `{words}`: the closest word, or those to choose from.
        common: The words to choose from that the hint gives, where they are too many to list.
        missing: The value of a field that is not there or holds another word.
        spellings: Other spellings that are accepted, with the word that each stands for.
        table: The table of the words that editors type in the place of these; see `typed_words`.
    """

    choices: tuple[str, ...]
    code: str = "word-unknown"
    complaint: str = '"{text}" is not a value of the field "{name}"'
    suggestion: str = "Write one of: {words}."
    common: tuple[str, ...] = ()
    missing: str | None = ""
    spellings: Mapping[str, str] | None = None
    table: str = ""
    label: str = field(default="word", kw_only=True)

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.common, "…") if self.common else self.choices

    def read(self, reader: FieldReader, field: Field) -> str | None:
        text = reader.text(field.name, required=field.reported)
        word = (self.spellings or {}).get(text or "", text)
        if word is None or word in self.choices:
            return word or self.missing
        similar = meant_word(self.table, word, self.choices)
        template = self.suggestion if similar else "Write one of: {words}."
        hint = template.format(words=similar or ", ".join(self.common or self.choices))
        reader.add(reader.line(field.name), self.code, self.complaint.format(text=text, name=field.name), hint)
        return self.missing

    def schema(self, *, filled: bool) -> Schema:
        words: list[str | None] = [*self.choices, *sorted(self.spellings or ())]
        return {"enum": words if filled else [*words, None]}


@dataclass(frozen=True, slots=True)
class Flag(FieldType):
    """A decision made by the one word that the field takes, such as `split: here`; `code` is that of another word."""

    word: str
    code: str

    @property
    def words(self) -> tuple[str, ...]:
        return (self.word,)

    def read(self, reader: FieldReader, field: Field) -> bool:
        text = reader.text(field.name, dates=False)
        if text not in {None, self.word}:
            message, hint = f'"{field.name}: {text}" decides nothing', f"Write {field.name}: {self.word}."
            reader.add(reader.line(field.name), self.code, message, hint)
        return text == self.word

    def schema(self, *, filled: bool) -> Schema:
        return {"enum": [self.word] if filled else [self.word, None]}


@dataclass(frozen=True, slots=True)
class Truth(FieldType):
    """Whether something holds: `true`, or `false`, which is the same as leaving it out."""

    label: str = field(default="true", kw_only=True)

    def read(self, reader: FieldReader, field: Field) -> bool:
        node = reader.fields.nodes.get(field.name)
        if isinstance(node, Scalar) and (node.tag == "truth value" or node.text in {"true", "false"}):
            return node.text.lower() in TRUE_WORDS
        if text := reader.text(field.name):
            is_no = text.lower() in _NO_WORDS
            hint = f"Leave {field.name} out." if is_no else f"Write {field.name}: true, or leave it out."
            message = f'"{text}" is neither true nor false'
            reader.add(reader.line(field.name), "word-unknown", message, hint)
        return False

    def schema(self, *, filled: bool) -> Schema:
        words: list[bool | str | None] = [True, False, "true", "false"]
        return {"enum": words if filled else [*words, None]}


@dataclass(frozen=True, slots=True)
class Unread(FieldType):
    """A field that this program leaves to the site generator."""

    def read(self, reader: FieldReader, field: Field) -> None:  # noqa: ARG002 - nothing is read
        return None

    def schema(self, *, filled: bool) -> Schema:  # noqa: ARG002 - anything goes
        return {}
