"""What an edition asks of its entries beyond their form: one owner a label, a short plain definition, dated roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from build_tools.corpus.entry_fields import DEFINITION_LIMIT
from build_tools.edition.checks.material import Check, Material
from build_tools.edition.circles import find_circles
from build_tools.linking.word_lists import ABBREVIATIONS
from build_tools.model import Entry, Label
from build_tools.model.date_comparison import lies_between, may_be_same
from build_tools.model.findings import Finding
from build_tools.model.registers import Role
from build_tools.model.thesaurus.relations import relate
from build_tools.text.folding import fold_label
from build_tools.text.scripts import is_unspaced
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
                yield Finding(entry.path, role.line, "role-undated", f'the office "{role.title}" has no date', hint)
            if not role.evidence:
                hint = 'Add evidence: "[@source-id, ¶4]".'
                yield Finding(entry.path, role.line, "role-uncited", f'the office "{role.title}" has no evidence', hint)


def check_offices(material: Material) -> Iterator[Finding]:
    """Advise of participants of an event none of whose offices can have been held at the time."""
    by_id = {entry.id: entry for entry in material.entries}
    for entry in material.entries:
        if entry.event is None or not entry.event.date:
            continue
        line = entry.event.lines.get("participants", 1)
        for person in entry.event.participants:
            if person in by_id and _is_out_of_office(by_id[person].roles, entry.event.date):
                message = f"{person} takes part in the event of {entry.event.date}, but held no office then"
                terms = ", ".join(f"{role.title} {_term(role)}" for role in by_id[person].roles if _has_term(role))
                hint = f"Check the date of the event, who took part, and the offices: {terms}."
                yield Finding(entry.path, line, "participant-out-of-office", message, hint)


def _is_out_of_office(roles: Iterable[Role], date: str) -> bool:
    """Return whether somebody has held offices with terms, and all of them exclude a date.

    An office that is only attested on some day, and has no term, may have lasted: it excludes nothing where no term
    lies between that day and the date.
    """
    roles = tuple(roles)
    terms = [role for role in roles if _has_term(role)]
    offices = {(role.title, role.organisation) for role in terms}
    days = [role.at for role in roles if role.at]
    lasting = [role.at for role in roles if role.at and (role.title, role.organisation) not in offices]
    if not terms or any(may_be_same(time, date) for time in (*map(_term, terms), *days)):
        return False
    return all(any(lies_between(_term(role), day, date) for role in terms) for day in lasting)


def _has_term(role: Role) -> bool:
    return not role.at and bool(role.begin or role.end)


def _term(role: Role) -> str:
    return f"{role.begin or '..'}/{role.end or '..'}"


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


def check_doubtful_labels(material: Material) -> Iterator[Finding]:
    """Advise of labels of one letter, and of surnames that in capitals are abbreviations: texts mean others by them."""
    for entry in material.entries:
        for label in (*owned_labels(entry), *entry.short_labels):
            if len(label.text) == 1 and label.text.isupper() and not is_unspaced(label.text):
                hint = "Delete it, unless the texts call nothing else by the letter; rulings can link single places."
                yield Finding(entry.path, label.line, "label-one-letter", f'the label "{label.text}" is a letter', hint)
        for label in entry.short_labels if entry.kind == "person" else ():
            if label.text.upper() in ABBREVIATIONS and not label.text.isupper():
                message = f'the surname "{label.text}" is an abbreviation in capitals, "{label.text.upper()}"'
                hint = "It is then linked only among words in capitals; list a longer name where the texts have one."
                yield Finding(entry.path, label.line, "surname-abbreviation", message, hint)


def check_definitions(material: Material) -> Iterator[Finding]:
    """Report definitions that are missing, too long, or more than one sentence."""
    for entry in material.entries:
        line = entry.lines.get("definition", 1)
        if not entry.definition:
            is_there = "definition" in entry.lines
            place = 'behind "definition:" on this line' if is_there else 'on a line that begins with "definition:"'
            hint = f"Write one plain sentence {place}."
            yield Finding(entry.path, line, "definition-missing", "the entry has no definition", hint)
        elif len(entry.definition) > DEFINITION_LIMIT:
            message = f"the definition has {len(entry.definition)} characters; {DEFINITION_LIMIT} are allowed"
            yield Finding(entry.path, line, "definition-long", message, "Move the details into the notes below.")
        elif len(tuple(sentence_spans(entry.definition))) > 1:
            hint = "Keep the first; move the rest into the notes below."
            yield Finding(entry.path, line, "definition-sentences", "the definition has more than one sentence", hint)


def check_circular_relations(material: Material) -> Iterator[Finding]:
    """Report entries that are broader than themselves, once for each group of entries that `broader` joins so."""
    entries = {entry.id: entry for entry in material.entries}
    for circle in find_circles({entry.id: entry.broader for entry in material.entries}):
        entry = entries[circle[0]]
        way = " → ".join((*circle, circle[0]))
        message = f'"{circle[1]}" is broader than the entry, and the entry broader than it: {way}'
        hint = "Delete one of these steps from the field broader of its entry."
        yield Finding(entry.path, entry.lines.get("broader", 1), "relation-circular", message, hint)


def check_doubled_relations(material: Material) -> Iterator[Finding]:
    """Advise of entries that are said to be related to what is above or below them already."""
    above = relate(material.entries).above
    for entry in material.entries:
        for target in dict.fromkeys(entry.related):
            if target in above[entry.id]:
                where = "is broader than it" if target in entry.broader else "is above its broader entries"
            elif entry.id in above.get(target, ()):
                where = "is below it"
            else:
                continue
            message, hint = f'the related entry "{target}" {where} already', "Delete it from the list."
            yield Finding(entry.path, entry.lines.get("related", 1), "relation-doubled", message, hint)


CHECKS = (
    Check(("definition-long", "definition-missing", "definition-sentences"), check_definitions),
    Check(("label-one-letter", "surname-abbreviation"), check_doubtful_labels),
    Check(("label-owned-twice",), check_label_owners),
    Check(("participant-out-of-office",), check_offices),
    Check(("relation-circular",), check_circular_relations),
    Check(("relation-doubled",), check_doubled_relations),
    Check(("role-uncited", "role-undated"), check_roles),
)
