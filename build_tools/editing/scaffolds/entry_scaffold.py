"""The first draft of an entry: every field, with what it is for."""

from __future__ import annotations

from build_tools.editing.scaffolds.yaml_scalars import scalar
from build_tools.model import KINDS

_KINDS = f"{', '.join(KINDS[:-1])} or {KINDS[-1]}"
_RENAME = "# Name the file: lower-case words joined by hyphens, such as unfriendly-country.md. It stays for ever.\n"
_DRAFT = """\
---
# Lines like this one explain the field below; readers never see them. Fill in what is marked FILL IN, delete what you do
# not need. How we write: docs/house-style.md
{rename}# {mark}The heading. Words in brackets at its end only tell it from a namesake.
pref_label:{label}
# {kind_mark}{kinds}.
kind:{kind}
# FILL IN: one plain sentence of 240 characters at most, ended by a full stop.
definition:
# The paragraphs that carry the definition: ["[@source-id, ¶4]", "[outside: Publisher, 2024-02-04, Title]"]
evidence: []
# Other names in the texts, by language: {{en: [unfriendly state], fr: [État hostile]}}. In quotes: "No", "1990".
alt_labels: {{}}
# Surnames and the like, linked only where the text itself makes it certain: [Kim]
short_labels: []
# Names that belong to another entry and can mean this one: [Seoul]
shared_labels: []
# Spellings to be found and never shown.
hidden_labels: []
# Words by which a searcher may mean it, though a text that has them does not name it: {{fr: [nord-coréen]}}
search_labels: {{}}
# Longer phrases in which one of the names means something else: [West Coast]
not_within: []
# Ids of entries: see also, and what this is a part of.
related: []
broader: []
# For a person, an office as the texts give it:
# roles: [{{title: president, organisation: Russia, at: "2024-06", evidence: "[@source-id, ¶4]"}}]
# For an event, when and where it was:
# event: {{date: "2024-06-19", place: Pyongyang}}
# Below the next line stand notes for readers, in your own words, each statement with its evidence.
---
"""


def new_entry(label: str, kind: str = "") -> str:
    """The file of a new entry; without a `kind` that field is marked too."""
    return _draft(f" {scalar(label)}", kind)


def blank_entry() -> str:
    """The file of an entry whose name is not known yet: what a web editor opens with."""
    return _draft("", "")


def _draft(label: str, kind: str) -> str:
    return _DRAFT.format(
        rename="" if label else _RENAME,
        mark="" if label else "FILL IN. ",
        label=label,
        kind_mark="" if kind else "FILL IN: ",
        kinds=_KINDS,
        kind=f" {kind}" if kind else "",
    )
