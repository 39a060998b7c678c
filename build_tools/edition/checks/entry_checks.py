"""What an edition asks of its entries beyond their form: one owner a label, a short plain definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.model import Entry, Label
from build_tools.model.findings import Finding
from build_tools.text.folding import fold_label
from build_tools.text.sentences import sentence_spans

DEFINITION_LIMIT = 240


def owned_labels(entry: Entry) -> Iterator[Label]:
    """The labels that name the entry wherever they stand: preferred, alternative, hidden, less the shared ones."""
    shared = {fold_label(label.text) for label in entry.shared_labels}
    preferred = Label(entry.name, "", entry.lines.get("pref_label", 1))
    for label in (preferred, *entry.alt_labels, *entry.hidden_labels):
        if fold_label(label.text) not in shared:
            yield label


def check_edition(entries: Sequence[Entry]) -> list[Finding]:
    """What an edition asks of its entries beyond their form: one owner a label, a short plain definition."""
    return [*_doubly_owned(entries), *_definitions(entries), *_unfounded_roles(entries)]


def _unfounded_roles(entries: Sequence[Entry]) -> Iterator[Finding]:
    for entry in entries:
        for role in entry.roles:
            if not (role.begin or role.end or role.at):
                hint = 'Add at: "2024-04" (when the evidence shows it held), or from: and to:.'
                yield Finding(entry.path, role.line, "role-undated", f'the role "{role.title}" has no date', hint)
            if not role.evidence:
                hint = 'Add evidence: "[@source-id, ¶4]".'
                yield Finding(entry.path, role.line, "role-uncited", f'the role "{role.title}" has no evidence', hint)


def _doubly_owned(entries: Sequence[Entry]) -> Iterator[Finding]:
    owners: dict[str, dict[str, Label]] = defaultdict(dict)
    by_id = {entry.id: entry for entry in entries}
    for entry in entries:
        for label in owned_labels(entry):
            owners[fold_label(label.text)].setdefault(entry.id, label)
    for bearers in owners.values():
        for entry_id, label in bearers.items() if len(bearers) > 1 else ():
            others = ", ".join(sorted(set(bearers) - {entry_id}))
            message = f'the label "{label.text}" is also owned by {others}'
            hint = f'Keep it in one entry; in the other move it under "shared_labels: [{label.text}]".'
            yield Finding(by_id[entry_id].path, label.line, "label-owned-twice", message, hint)


def _definitions(entries: Sequence[Entry]) -> Iterator[Finding]:
    for entry in entries:
        line = entry.lines.get("definition", 1)
        if not entry.definition:
            hint = 'Add a line "definition: …" with one plain sentence.'
            yield Finding(entry.path, line, "definition-missing", "the entry has no definition", hint)
        elif len(entry.definition) > DEFINITION_LIMIT:
            message = f"the definition has {len(entry.definition)} characters; {DEFINITION_LIMIT} are allowed"
            yield Finding(entry.path, line, "definition-long", message, "Move what is not needed into the notes below.")
        elif len(tuple(sentence_spans(entry.definition))) > 1:
            message, hint = (
                "the definition has more than one sentence",
                "Keep the first; move the rest into the notes below.",
            )
            yield Finding(entry.path, line, "definition-sentences", message, hint)
