"""An edition whose every free text is hostile: texts of hostile paragraphs, and a payload in each field of each file.

The fields come from the declarations by which the package reads files, so that a new one takes part by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from build_tools.corpus.file_kinds import FILE_KINDS
from build_tools.corpus.front_matter.declarations import Field, FileKind
from build_tools.corpus.front_matter.list_types import Labels, Texts
from build_tools.corpus.front_matter.map_types import Map, Maps, Reasons
from build_tools.corpus.front_matter.text_types import Choice, Text, Unread
from build_tools.model import KINDS
from build_tools.model.registers import ASSERTERS
from tests.support.hostile_text import hostile_paragraphs, hostile_values
from tests.support.matrix import FULL
from tests.support.projects import add_text, small_project

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

RIGHTS = "http://rightsstatements.org/vocab/CNE/1.0/"
SEED = 20240513
"""Of both generators, the same on every run."""


@dataclass(frozen=True)
class Payload:
    """A hostile value: the file and the field it was put into, as `says.0.gloss`, and its words."""

    file: str
    field: str
    text: str


@dataclass
class HostileEdition:
    """What is written into a project, and what was put where."""

    project: Path
    paragraphs: int
    files: int
    payloads: list[Payload] = field(default_factory=list)
    seeds: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay out the project."""
        self.values: Iterator[str] = hostile_values(SEED)
        small_project(self.project)
        self._add_texts()
        (self.project / "seeds/originals").mkdir()
        (self.project / "seeds/originals/said.docx").write_bytes(b"")
        with (self.project / "seeds/SHA256SUMS").open("a", encoding="utf-8") as sums:
            sums.write(f"{hashlib.sha256().hexdigest()}  originals/said.docx\n")
        kinds = {kind.name: kind for kind in FILE_KINDS}
        for number in range(self.files):
            path = f"docs/glossary/said-{number}.md"
            words = " ".join(self._payload(path, "seeds.quote").split())
            quote = f"it is said of Lorn {number} that {words} was the word"
            add_text(self.project, f"said-{number}", f"Here {quote}.\n\nAnother word was said then.\n", "")
            given = {**_GIVEN, **_places(number, quote), **self._labels(path, number)}
            for name, folder in _FOLDERS.items():
                self._write(f"docs/{folder}/said-{number}.md", kinds[name], given)
        for path in _PAGES:
            self._write(path, kinds["page"], _GIVEN)

    def _add_texts(self) -> None:
        """Add raw texts of hostile paragraphs, at most 500 in each."""
        paragraphs = list(hostile_paragraphs(self.paragraphs, SEED))
        for number, start in enumerate(range(0, len(paragraphs), 500)):
            text = "\n\n".join(paragraphs[start : start + 500]) + "\n"
            self.seeds[f"hostile-{number}"] = text
            head = f"seed: hostile-{number}.txt\ntitle: Hostile\ngenre: report\nlanguages: [en]\n"
            page = f"---\n{head}rights: {{statement: {RIGHTS}, notice: null, publish: full}}\n---\n"
            add_text(self.project, f"hostile-{number}", text, page)

    def _write(self, path: str, kind: FileKind, given: Mapping[str, Value]) -> None:
        fields = [field for field in kind.fields if field.only_on in {"", path}]
        values = self._map(path, kind.name, fields, given)
        lines = [f"{name}: {_flow(value)}\n" for name, value in values.items()]
        (self.project / path).write_text(f"---\n{''.join(lines)}---\n", encoding="utf-8")

    def _map(self, path: str, above: str, fields: Sequence[Field], given: Mapping[str, Value]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for each in fields:
            name = f"{above}.{each.name}"
            value = given[name] if name in given else self._value(path, name, each, given)
            if value is not None:
                values[each.name] = value
        return {key: value for key, value in values.items() if value != {}}

    def _value(self, path: str, name: str, of: Field, given: Mapping[str, Value]) -> Value:  # noqa: PLR0911
        if name in MARKDOWN:
            return self._payload(path, name, MARKUP)
        match of.type:
            case Text(rule=None) | Unread(label="text"):
                return self._payload(path, name)
            case Texts(rule=None, label="list of texts") | Unread(label="list of texts"):
                return [self._payload(path, name), self._payload(path, name)]
            case Labels():
                return {"en": [self._payload(path, name)], "zh": [self._payload(path, name)]}
            case Map(fields=inner):
                return self._map(path, name, inner, given)
            case Maps(item=item, fewest=fewest):
                first = self._map(path, name, item.fields, given)
                more = [self._map(path, name, item.fields, {**given, **_renamed(given, f"{name}.1.", f"{name}.")})]
                return [first, *(more if fewest > 1 else [])]
            case Reasons(reasoned=reasoned):
                return {key: self._payload(path, name) for key in reasoned if key in {"title", "publisher", "creators"}}
            case Choice(choices=choices):
                return choices[0]
        return None

    def _labels(self, path: str, number: int) -> dict[str, Value]:
        """Return the fields of an entry that need its label, or a form around what is free in them."""
        names = self._payload(path, "entry.alt_labels")
        label = self._payload(path, "entry.pref_label")
        words, work = (self._payload(path, name, MARKUP) for name in ("entry.event.derivation", "entry.evidence"))
        return {
            "entry.pref_label": label,
            "entry.alt_labels": {"en": [f"Lorn {number}", names], "zh": [names]},
            "entry.not_within": [f"Lorn {number} and {self._payload(path, 'entry.not_within')}"],
            "entry.evidence": [f'[@said-{number}, ¶2: "Another word"]', f"[outside: {work}, 2024-02-04, {work}]"],
            "discrepancy.known": f"{self._payload(path, 'discrepancy.known', MARKUP)} [outside: said-{number}]",
            "entry.event.derivation": f'{words} [@said-{number}, ¶2: "Another word"]',
        }

    def _payload(self, file: str, name: str, without: str = "") -> str:
        # No file can hold half a character.
        text = "".join(character for character in next(self.values) if character not in f"\ud800{without}")
        text = f"so {text}" if without else text  # prose that begins with a mark is a list
        self.payloads.append(Payload(file, name, text))
        return text


MARKDOWN = ("discrepancy.known", "quotation.derivation")
"""Fields that hold prose, which the check refuses where it has more than words."""

MARKUP = "<>[](){}&*_`~!:#|\\\"'\x00\x02\x03\x1f\x7f\u202e\u2066\ufffe"
"""What these fields do without: markup, and the controls that other fields show as signs."""

_FOLDERS = {
    "source": "sources",
    "entry": "glossary",
    "discrepancy": "discrepancies",
    "quotation": "quotations",
    "outside": "outside",
}
_PAGES = (
    "docs/index.md",
    "docs/about.md",
    "docs/glossary/index.md",
    "docs/house-style.md",
    "docs/timeline.md",
    "docs/claims.md",
    "docs/withdrawn.md",
)

# What is no free text though any text is accepted, or must agree with another file.
_GIVEN: Mapping[str, Value] = {
    "source.issued": "2024-05-13",
    "source.url": "https://reader.example/a&b=%22c",
    "source.languages": ["en"],
    "source.genre": "report",
    "source.rights.statement": RIGHTS,
    "source.rights.publish": "full",
    "source.creators.entry": None,
    "source.creators.family": None,
    "source.parallel": None,
    "source.original.file": "said.docx",
    "source.former_places.was": "¶99",
    "source.former_places.is": "¶1",
    "entry.event.date": "2024-05",
    "entry.event.place": None,
    "entry.roles.at": "2024-05",
    "entry.roles.organisation": "port",
    "entry.roles.evidence": '[@tongues, ¶1: "port"]',
    "entry.review.on": "2024-05",
    "outside.url": "https://reader.example/a&b=%22c",
    "outside.archived": "https://reader.example/a&b=%22c",
    "outside.date": "2024-05",
    "outside.language": "en",
    "outside.official": "true",
    "outside.via": None,
    "quotation.originals.lang": "en",
    "page.template": None,
    "page.bands.entries": ["port"],
    "page.withdrawn.page": "glossary/envoy",
    "page.withdrawn.on": "2024-05",
    "page.withdrawn.to": "glossary/port",
    "page.questions.id": "asked",
    "page.questions.answered_by": ["said-0"],
}


def _places(number: int, quote: str) -> dict[str, Value]:
    """Return the values of fields that name a text, a block or words of it."""
    stem, place = f"said-{number}", {"block": "p1", "quote": quote}
    other = {"block": "p2", "quote": "Another word was said"}
    values: dict[str, Value] = {"source.seed": f"{stem}.txt", "entry.kind": KINDS[number % len(KINDS)]}
    values |= {"quotation.originals.outside": stem, "discrepancy.outside": [stem]}
    values |= {"entry.event.outside.date": "2024-05", "entry.event.outside.evidence": f"[outside: {stem}]"}
    for name in ("entry.event.accounts", "discrepancy.says", "quotation.versions"):
        values |= {f"{name}.source": stem, f"{name}.by.kind": ASSERTERS[1 + number % 3], f"{name}.lang": "en"}
        values |= {f"{name}.{key}": value for key, value in place.items()}
        values |= {f"{name}.1.{key}": value for key, value in other.items()}
    rulings: list[Value] = [{"quote": quote, "role": "paragraph", "reason": quote}]
    if number % 2:
        values |= {"quotation.speaker": "port", "entry.event.place": "port", "entry.event.participants": ["port"]}
    return {**values, "source.rulings": rulings}


def _renamed(given: Mapping[str, Value], begin: str, instead: str) -> dict[str, Value]:
    return {instead + name.removeprefix(begin): value for name, value in given.items() if name.startswith(begin)}


def _flow(value: Value) -> str:
    """Return a value as YAML on one line, whatever its characters."""
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in value.items())}}}"
    return "null" if value is None else f'"{"".join(map(_escape, value))}"'


def _escape(character: str) -> str:
    if character.isprintable() and character not in '"\\':
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@dataclass(frozen=True)
class HostileSite:
    """The built and served site of a hostile edition."""

    edition: HostileEdition
    folder: Path
    url: str


def lay_out_hostile_edition(project: Path) -> HostileEdition:
    """Write a hostile edition of the size that this run of the tests asks for."""
    return HostileEdition(project, 25_500 if FULL else 600, 15 if FULL else 2)
