"""What an edition asks of its entries beyond their form: one owner a label, a short plain definition, dated roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_tools.corpus.entry_fields import DEFINITION_LIMIT
from build_tools.edition.checks.material import Check, Material
from build_tools.model import Entry, Label
from build_tools.model.findings import Finding
from build_tools.text.folding import fold_label
from build_tools.text.sentences import sentence_spans


def owned_labels(entry: Entry) -> Iterator[Label]:
    """Yield the labels that always name the entry: preferred, alternative and hidden ones that are not shared."""
    shared = {fold_label(label.text) for label in entry.shared_labels}
    preferred = Label(entry.name, "", entry.lines.get("pref_label", 1))
    for label in (preferred, *entry.alt_labels, *entry.hidden_labels):
        if fold_label(label.text) not in shared:
            yield label


def check_roles(material: Material) -> Iterator[Finding]:
    """Report roles without a date or without evidence."""
    for entry in material.entries:
        for role in entry.roles:
            if not (role.begin or role.end or role.at):
                hint = 'Add at: "2024-04" (a date on which the evidence shows it was held), or from: and to:.'
                yield Finding(entry.path, role.line, "role-undated", f'the role "{role.title}" has no date', hint)
            if not role.evidence:
                hint = 'Add evidence: "[@source-id, ¶4]".'
                yield Finding(entry.path, role.line, "role-uncited", f'the role "{role.title}" has no evidence', hint)


def check_label_owners(material: Material) -> Iterator[Finding]:
    """Report labels that several entries own, at each of them."""
    owners: dict[str, dict[str, Label]] = defaultdict(dict)
    by_id = {entry.id: entry for entry in material.entries}
    for entry in material.entries:
        for label in owned_labels(entry):
            owners[fold_label(label.text)].setdefault(entry.id, label)
    for bearers in owners.values():
        for entry_id, label in bearers.items() if len(bearers) > 1 else ():
            co_owners = ", ".join(sorted(set(bearers) - {entry_id}))
            message = f'the label "{label.text}" is also owned by {co_owners}'
            hint = f'Keep it in one entry; in the other move it under "shared_labels: [{label.text}]".'
            yield Finding(by_id[entry_id].path, label.line, "label-owned-twice", message, hint)


def check_definitions(material: Material) -> Iterator[Finding]:
    """Report definitions that are missing, too long, or more than one sentence."""
    for entry in material.entries:
        line = entry.lines.get("definition", 1)
        if not entry.definition:
            hint = 'Add a line "definition: …" with one plain sentence.'
            yield Finding(entry.path, line, "definition-missing", "the entry has no definition", hint)
        elif len(entry.definition) > DEFINITION_LIMIT:
            message = f"the definition has {len(entry.definition)} characters; {DEFINITION_LIMIT} are allowed"
            yield Finding(entry.path, line, "definition-long", message, "Move the details into the notes below.")
        elif len(tuple(sentence_spans(entry.definition))) > 1:
            hint = "Keep the first; move the rest into the notes below."
            yield Finding(entry.path, line, "definition-sentences", "the definition has more than one sentence", hint)


CHECKS = (
    Check(("definition-long", "definition-missing", "definition-sentences"), check_definitions),
    Check(("label-owned-twice",), check_label_owners),
    Check(("role-uncited", "role-undated"), check_roles),
)
