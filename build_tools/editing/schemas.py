"""JSON Schemas of the front matter of entries, texts and registers, for editors that complete and check as one types.

They are made of the readers' own tables of fields and words, so that a field cannot be read and missing here. They know
less than the readers: what a field holds, not whether it is true of the texts; and to an editor, which reads YAML 1.2,
an unquoted `No` is text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from build_tools.corpus import facts, glossary, sources
from build_tools.corpus.front_matter import ID_PATTERN
from build_tools.corpus.registers import discrepancies, quotations
from build_tools.corpus.registers.passages import ANCHOR, ATTRIBUTION, MODES
from build_tools.corpus.sources import bibliography, rulings
from build_tools.corpus.sources.parallel_rows import PARAGRAPH
from build_tools.edition.checks.entry_checks import DEFINITION_LIMIT
from build_tools.model import CREATOR_KINDS, KINDS
from build_tools.model.registers import ASSERTERS, CONFIDENCES, DISCREPANCY_KINDS, REVIEW_STATES

FOLDER = "schemas"
_DIALECT = "http://json-schema.org/draft-07/schema#"  # what most editors know

Schema = Mapping[str, object]

_SAYS_SOMETHING = {"type": "string", "pattern": r"\S"}
_TEXT: Schema = {"type": ["string", "null"]}
_DATE: Schema = {"type": ["string", "integer", "null"], "pattern": r"^(\.\.)?/?[0-9]{2}[0-9X]{2}"}
_ID: Schema = {"type": "string", "pattern": ID_PATTERN}
_LIST: Schema = {"type": ["array", "null"], "items": _SAYS_SOMETHING}
_IDS: Schema = {"type": ["array", "null"], "items": _ID}
# Something besides punctuation, in an expression that means the same to Python and to JavaScript.
_LABEL = {"type": "string", "pattern": r"[^\s!-/:-@\[-`{-~–—…]"}
_LABELS: Schema = {
    "anyOf": [
        {"type": "null"},
        {"type": "array", "items": _LABEL},
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{glossary.LABEL_LANGUAGE.pattern}$"},
            "additionalProperties": {"type": ["array", "null"], "items": _LABEL},
        },
    ]
}
_TAG: Schema = {"type": "string", "pattern": f"^{bibliography.LANGUAGE.pattern}$"}
_PARALLEL: Schema = {
    "anyOf": [
        {"type": "array", "items": _TAG, "minItems": 2},
        {
            "type": "object",
            "propertyNames": {"pattern": f"^{bibliography.LANGUAGE.pattern}$"},
            "additionalProperties": {
                "type": "array",
                "items": {"type": "string", "pattern": f"^(?:{PARAGRAPH.pattern})$"},
            },
            "minProperties": 2,
        },
    ]
}


def schemas() -> Mapping[str, str]:
    """The text of each schema, by file name."""
    made = {
        "entry": (_entry(), "An entry of the glossary: docs/glossary/<id>.md"),
        "source": (_source(), "A text of the corpus: docs/sources/<id>.md"),
        "discrepancy": (_discrepancy(), "A point on which texts differ: docs/discrepancies/<id>.md"),
        "quotation": (_quotation(), "A statement and its versions: docs/quotations/<id>.md"),
    }
    return {
        f"{name}.schema.json": json.dumps({"$schema": _DIALECT, "title": title, **schema}, indent=2) + "\n"
        for name, (schema, title) in made.items()
    }


def _map(keys: Iterable[str], known: Schema, required: Iterable[str] = ()) -> dict[str, object]:
    """A map with these fields and no others. Raises KeyError for a field that is read and not described here."""
    properties = {key: known[key] for key in keys}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _one_of(words: Iterable[str]) -> Schema:
    return {"enum": list(words)}


def _list_of(item: Schema, fewest: int = 0) -> Schema:
    return {"type": "array" if fewest else ["array", "null"], "items": item, "minItems": fewest}


def _anchored(more: Iterable[str], required: Iterable[str]) -> Schema:
    attribution = _map(ATTRIBUTION, {"kind": _one_of(ASSERTERS), "name": _TEXT}, ["kind"])
    known = {
        "source": _ID,
        "block": _ID,
        "quote": _SAYS_SOMETHING,
        "gloss": _SAYS_SOMETHING,
        "by": attribution,
        "mode": _one_of(MODES),
        "lang": _TAG,
        "via": _TEXT,
    }
    return _map((*ANCHOR, *more), known, (*ANCHOR, *required))


def _entry() -> dict[str, object]:
    role: dict[str, Schema] = {"title": _SAYS_SOMETHING, "organisation": _TEXT, "evidence": _SAYS_SOMETHING}
    bounds: Schema = {"type": ["string", "integer", "null"], "pattern": rf"^\.\.$|{_DATE['pattern']}"}
    roles = _map(facts.ROLE_KEYS, {**role, "from": bounds, "to": bounds, "at": _DATE}, ["title", "evidence"])
    roles["anyOf"] = [{"required": [key]} for key in ("at", "from", "to")]
    event = {
        "date": _DATE,
        "derivation": _TEXT,
        "place": _TEXT,
        "place_name": _TEXT,
        "participants": _IDS,
        "accounts": _list_of(_anchored(("by", "mode"), ())),
    }
    review = {"state": _one_of(REVIEW_STATES), "on": _DATE, "how": _TEXT}
    known: dict[str, Schema] = {
        "pref_label": _SAYS_SOMETHING,
        "kind": _one_of(KINDS),
        "definition": {**_SAYS_SOMETHING, "maxLength": DEFINITION_LIMIT},
        **dict.fromkeys(glossary.LABEL_FIELDS, _LABELS),
        "evidence": _LIST,
        "related": _IDS,
        "broader": _IDS,
        "former_ids": _IDS,
        "not_in_sources": _IDS,
        "notation": _TEXT,
        "unmentioned": _TEXT,
        "roles": _list_of(roles),
        "event": _map(facts.EVENT_KEYS, event),
        "review": _map(facts.REVIEW_KEYS, review, ["state"]),
    }
    return _map(glossary.KEYS, known, ["pref_label", "kind", "definition"])


def _source() -> dict[str, object]:
    creator = dict.fromkeys(bibliography.CREATOR_KEYS, _TEXT) | {
        "name": _SAYS_SOMETHING,
        "kind": _one_of(CREATOR_KINDS),
    }
    rights: dict[str, Schema] = {
        "statement": {"type": "string", "pattern": f"^{bibliography.RIGHTS_URI.pattern}$"},
        "notice": _TEXT,
        "publish": _one_of(bibliography.EXTENTS),
    }
    known: dict[str, Schema] = {
        "seed": _SAYS_SOMETHING,
        "title": _SAYS_SOMETHING,
        "short_title": _TEXT,
        "publisher": _TEXT,
        "issued": _DATE,
        "modified": _DATE,
        "genre": _one_of(bibliography.GENRES),
        "languages": _list_of(_TAG, fewest=1),
        "creators": _list_of(_map(bibliography.CREATOR_KEYS, creator, ["name"])),
        "url": {"type": ["string", "null"], "pattern": f"^{bibliography.WEB_ADDRESS.pattern}$"},
        "rights": _map(bibliography.RIGHTS_KEYS, rights, ["statement", "publish"]),
        "inferred": _map(sources.KEYS, dict.fromkeys(sources.KEYS, _SAYS_SOMETHING)),
        "parallel": _PARALLEL,
        "rulings": _list_of(_ruling()),
    }
    return _map(sources.KEYS, known, ["seed", "title", "genre", "languages", "rights"])


def _ruling() -> Schema:
    roles = sorted({*rulings.ROLES, *(role.replace(" ", "-") for role in rulings.ROLES)})
    known: dict[str, Schema] = {
        "quote": _SAYS_SOMETHING,
        "after": _TEXT,
        "role": _one_of(roles),
        "lang": _TAG,
        "split": _one_of(["here"]),
        "join": _one_of(["next"]),
        "mention": _SAYS_SOMETHING,
        "entry": {"anyOf": [_ID, {"type": "null"}]},
        "reason": _TEXT,
    }
    ruling = _map(rulings.KEYS, known, ["quote"])
    ruling["dependencies"] = {"mention": ["entry"], "entry": ["mention"]}
    ruling["anyOf"] = [{"required": [key]} for key in ("role", "lang", "split", "join", "mention")]
    return ruling


def _discrepancy() -> dict[str, object]:
    known: dict[str, Schema] = {
        "title": _SAYS_SOMETHING,
        "claim": _SAYS_SOMETHING,
        "reading": _SAYS_SOMETHING,
        "known": _TEXT,
        "kind": _one_of(DISCREPANCY_KINDS),
        "confidence": _one_of(CONFIDENCES),
        "about": _IDS,
        "outside": _LIST,
        "former_ids": _IDS,
        "says": _list_of(_anchored(("gloss", "by"), ["gloss"]), discrepancies.FEWEST),
    }
    required = ["title", "claim", "kind", "says", "reading", "confidence"]
    return _map(discrepancies.KEYS, known, required)


def _quotation() -> dict[str, object]:
    known: dict[str, Schema] = {
        "title": _SAYS_SOMETHING,
        "speaker": _ID,
        "speaker_name": _SAYS_SOMETHING,
        "occasion": _TEXT,
        "date": _DATE,
        "derivation": _TEXT,
        "chain": _TEXT,
        "about": _IDS,
        "former_ids": _IDS,
        "versions": _list_of(_anchored(("lang", "via"), ["lang"]), 1),
    }
    schema = _map(quotations.KEYS, known, ["title", "versions"])
    schema["anyOf"] = [{"required": ["speaker"]}, {"required": ["speaker_name"]}]
    return schema
