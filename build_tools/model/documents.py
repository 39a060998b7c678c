"""Documents: a text cut into blocks, what of it is set aside, its pages and doubts, and the mentions in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from build_tools.model.texts import Source

ABBREVIATION = "an abbreviation"
ADDRESS = "inside an address"
BY_SEX = "sex of the title"
COMMON_WORD = "a common word"
LONGER_NAME = "part of another name"
COMMONEST = "commonest in the corpus"
DEFAULT_BEARER = "default bearer"
HEADING = "heading"
NAMESAKE = "namesake"
NOUN = "a noun here"
PERSON_OR_PLACE = "person or place"
UNKNOWN_GIVEN = "unknown given name"
SMALL_ELSEWHERE = "small elsewhere"
OTHER_SEX = "title of the other sex"
QUESTION = "question word behind"
TOGETHER = "written together"

FORMS_OF_LABELS: Mapping[str, str] = {
    "case ending": "A label is declined as its language does: “Вяземцева” is Вяземцев, “Hollbrinks” is Hollbrink.",
    "initials": "Given names may be initials: “N. L. Halvorsen” is Nora Lind Halvorsen.",
    "other order": "The surname may come first: “Halvorsen, Nora” is Nora Halvorsen.",
    "other spelling": "Letters may be spelled in another usual way: “Strasse” is Straße, “Chong-un” is Jong-un.",
    "plural or singular": "A common noun may be in the other number: “unfriendly countries”.",
    "plural s": "An abbreviation may have a plural s: “ROKs”.",
    "quotation marks inside": "A part of a common noun may be in quotation marks: “unfriendly” country.",
    "shorter name": "Given names but the first may be left out: “Nora Halvorsen” is Nora Lind Halvorsen.",
    "small first letter": "The head of a longer name may be in small letters: “ministère des Phares”.",
    "small word of the name": "A small word inside a surname may have a capital or none: “De Gaulle”, “de Gaulle”.",
    "first part of the surname": "A surname that a small word divides may be its first part: “d'Ormeuil” de Laval.",
    "without its article": "A label may be without the article that it begins with, if the text has one: “au Mans”.",
    "surname in capitals": "The surname alone may be in capitals: “Nora HALVORSEN”.",
}
"""The forms in which a label may occur besides its own, by the names that reasons give in brackets."""

LINKING_RULES: Mapping[str, str] = {
    COMMONEST: "A name that several bear names the one whom the texts name in full by far the most often.",
    DEFAULT_BEARER: "A surname that one person has as short label, and others as shared label, names that person.",
    ABBREVIATION: "A surname of up to three letters is an abbreviation in capitals, unless these are only the line's.",
    COMMON_WORD: "A surname that is a word of the language, or begins sentences, needs a title there.",
    NOUN: "Where any noun has a capital, one that is a surname too is none behind a determiner or an adjective.",
    PERSON_OR_PLACE: "A name that a person and a place bear goes by the words beside it.",
    UNKNOWN_GIVEN: "A capitalised word right before a surname that is no other word known is somebody's given name.",
    SMALL_ELSEWHERE: "A surname that the text has in small letters too needs a title where it opens a sentence.",
    LONGER_NAME: "A name is part of another beside words such as New, Lake, rue or Press, a numeral or a surname.",
    ADDRESS: "Nothing is linked inside the address of a page, a mailbox or a file.",
    OTHER_SEX: "A title that only women or only men bear rules out persons whose given names are of the other sex.",
    NAMESAKE: "Of two entries with one preferred label, the one that has other names too is meant by all they share.",
    HEADING: "A name that is the preferred label of one entry and another label of others names that entry.",
    QUESTION: "A name that is declined does not open a question before a particle such as “ли”: “Вольны ли мы?”",
    TOGETHER: "Korean particles may follow a name without a space, and Arabic and Hebrew prefixes come before one.",
    **FORMS_OF_LABELS,
}
"""The rules of linking that an edition can switch off, by their names; what each says, in one sentence.

`rules_off` in the front matter of docs/glossary/index.md lists them.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of seed characters shown unchanged: `block.text[at : at + end - start] == seed[start:end]`.

    Offsets are in code points, ends exclusive.
    """

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A visible block of a text: `text` as shown, `spans` mapping its characters back to the seed.

    Between two spans, `text` has one space or nothing for white space of the seed, and for what is set aside there:
    the hyphen of a divided word, the head of a page on which a paragraph goes on.
    `level` is the depth of a nested list item or heading, 0 outermost. In a text that is not published in full,
    a block whose words are left out has neither text nor spans.
    """

    id: str
    role: str
    lang: str
    text: str
    spans: tuple[Span, ...]
    level: int = 0

    @property
    def start(self) -> int:
        """Return where the block begins in the seed."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Return where the block ends in the seed, exclusive."""
        return self.spans[-1].end


@dataclass(frozen=True, slots=True)
class SetAside:
    """A span of a seed that is not shown: one of `SET_ASIDE_REASONS`, `MARKUP` or `LINE_END_HYPHEN`."""

    start: int
    end: int
    reason: str
    lang: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where a printed page begins: `at` is the offset in the seed of its first character, `label` its number there."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place of a seed where the rules may have read it wrongly.

    Attributes:
        start: Where it begins in the seed, in code points.
        end: Where it ends, exclusive.
        kind: What is doubtful: "hyphen" (whether it divides a word), "sentence" (it goes on in the next paragraph),
            "head" (a line may be the head of a page), "lines" (each line became a paragraph), "columns" (their lines
            may be mixed), "unbroken" (nearly all of the text is one paragraph).
        quote: Words that stand once in the seed, for the ruling that decides; "" where none can.
        decision: What that ruling says, in YAML.
    """

    start: int
    end: int
    kind: str
    quote: str = ""
    decision: str = ""

    @property
    def ruling(self) -> str:
        """Return the ruling that would decide it, in YAML; "" where none can."""
        return f"{{quote: {json.dumps(self.quote, ensure_ascii=False)}, {self.decision}}}" if self.quote else ""


@dataclass(frozen=True, slots=True)
class Document:
    """A source in blocks. Blocks and spans set aside cover every character except white space."""

    source: Source
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    pages: tuple[PageBreak, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a block that names an entry.

    Attributes:
        document: The id of the text.
        block: The id of the block.
        start: Where the span begins in the block's text, in code points.
        end: Where it ends, exclusive.
        exact: The words of the span.
        entry: The id of the entry.
        rule: The rule by which it is linked.
    """

    document: str
    block: str
    start: int
    end: int
    exact: str
    entry: str
    rule: str


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A mention in context: the words left of it, the mention, the words right of it."""

    mention: Mention
    left: str
    exact: str
    right: str


Concordance = Mapping[str, tuple[KwicLine, ...]]
"""The lines of each entry, by entry id, in the order of the texts and of the places in them."""
