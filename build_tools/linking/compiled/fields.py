"""The values of a lexicon as lists of JSON, and back: senses, spellings, and what linking looks at in entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from build_tools.linking.lexicon.forms import Form
from build_tools.linking.lexicon.senses import Sense
from build_tools.linking.lexicon.spellings import SpellingsOfKey
from build_tools.model import Entry, Label
from build_tools.model.registers import Role

Json = Any
"""Whatever JSON holds."""

UNREAD = frozenset(
    ("evidence", "former_ids", "notes", "notes_line", "notation", "event", "review", "unmentioned", "lines")
)
"""The fields of an entry that linking never looks at; none is kept."""

_SENSE = tuple(item.name for item in fields(Sense) if item.name != "form")
_FORM = tuple(item.name for item in fields(Form) if item.name != "key")
_ENTRY = tuple(item for item in fields(Entry) if item.name not in UNREAD)


def senses_as_lists(senses: Iterable[Sense]) -> Json:
    """Return the senses of a key."""
    return [
        [*(getattr(sense, name) for name in _SENSE), *(getattr(sense.form, name) for name in _FORM)] for sense in senses
    ]


def senses_of_lists(key: str, lists: Json) -> tuple[Sense, ...]:
    """Return the senses that `senses_as_lists` was given."""
    count = len(_SENSE)
    return tuple(
        Sense(
            **dict(zip(_SENSE, values[:count], strict=True)),
            form=Form(key=key, **dict(zip(_FORM, values[count:], strict=True))),
        )
        for values in lists
    )


def spellings_of_lists(_: str, lists: Json) -> SpellingsOfKey:
    """Return the spellings of a key by entry; as JSON, a pair is a list."""
    return {entry: tuple((spelled, language) for spelled, language in pairs) for entry, pairs in lists.items()}


def entry_as_list(entry: Entry) -> Json:
    """Return what linking looks at in an entry."""
    values = []
    for item in _ENTRY:
        value = getattr(entry, item.name)
        if item.type == "tuple[Label, ...]":
            value = [(label.text, label.lang) for label in value]
        elif item.type == "tuple[Role, ...]":
            value = [(role.title, role.organisation) for role in value]
        values.append(value)
    return values


def entry_of_list(_: str, values: Json) -> Entry:
    """Return an entry that is linked as the one that `entry_as_list` was given."""
    given: dict[str, Any] = {"evidence": (), "former_ids": (), "notes": "", "notes_line": 0}
    for item, value in zip(_ENTRY, values, strict=True):
        if item.type == "tuple[Label, ...]":
            given[item.name] = tuple(Label(text, language) for text, language in value)
        elif item.type == "tuple[Role, ...]":
            given[item.name] = tuple(Role(title, "", organisation) for title, organisation in value)
        else:
            given[item.name] = tuple(value) if isinstance(value, list) else value
    return Entry(**given)
