"""What each form of a label may mean: which entry, and by which of its labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.linking.languages.label_language import Languages, language_of_label
from build_tools.linking.lexicon.forms import Form, spelling_of, write_forms
from build_tools.linking.names import SUFFIXES, Person, first_parts, spell_families, write_names
from build_tools.linking.names.name_shapes import CAPITALS, in_capitals
from build_tools.linking.word_lists import FUNCTION_WORDS
from build_tools.model import Entry, Label
from build_tools.model.remembering import remembered
from build_tools.text.folding import fold_label
from build_tools.text.normalising import normalise_label

OWNED = ("pref_label", "alt_label", "hidden_label")
"""The rules of labels that name their entry wherever they occur."""

FAMILY = "family_name"
"""The rule of a spelling of a family name that counts only together with a given name that fits."""

NOT_WITHIN = "not_within"
"""The rule of a phrase inside which its entry says that it does not apply."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form may mean.

    Attributes:
        entry: The id of an entry.
        rule: The field of the label ("pref_label" and so on), `FAMILY` or `NOT_WITHIN`.
        label: The label that the form was made of.
        form: The form.
        lang: The language of the label (BCP 47); empty where it has none.
    """

    entry: str
    rule: str
    label: str
    form: Form
    lang: str = ""


@remembered
def write_senses(entry: Entry, person: Person | None, languages: Languages) -> tuple[Sense, ...]:
    """Return a sense for every form of every label of an entry.

    Args:
        entry: The entry.
        person: The parts of a person's names; None for anything else.
        languages: The languages of labels that state none.
    """
    return tuple(_senses(entry, person, languages))


def _senses(entry: Entry, person: Person | None, languages: Languages) -> Iterator[Sense]:
    for rule, label in _labels(entry):
        full = rule in OWNED or (rule == "shared_label" and person is None)
        spoken = Label(label.text, language_of_label(label.text, label.lang, languages))
        for form in write_forms(spoken, entry.kind, full=full, full_name=entry.name):
            yield Sense(entry.id, rule, label.text, form, label.lang)
    for label in entry.not_within:
        for form in write_forms(label, entry.kind):
            yield Sense(entry.id, NOT_WITHIN, label.text, form, label.lang)
    if person is not None:
        yield from _senses_of_names(entry, person)


def _senses_of_names(entry: Entry, person: Person) -> Iterator[Sense]:
    """Yield senses for other forms of a person's names.

    Among them is the family name in spellings that need a given name beside them.
    """
    for name, how in write_names(entry):
        key = normalise_label(name)
        for cased in (key, key.upper()):
            yield Sense(entry.id, "alt_label", name, Form(cased, article=False, how=how, spelled=spelling_of(name)))
    for first in first_parts(person.families):
        for written in dict.fromkeys((first, first.upper(), *in_capitals(first))):
            form = Form(
                normalise_label(written), article=False, how="first part of the surname", spelled=spelling_of(written)
            )
            yield Sense(entry.id, "short_label", first, form)
    for family in sorted(person.families) if person.syllabic else ():
        for spelled in sorted(spell_families(family)):
            if len(spelled) > 1 and spelled.lower() not in FUNCTION_WORDS:
                form = Form(normalise_label(spelled), article=False, how="family name", spelled=spelling_of(spelled))
                yield Sense(entry.id, FAMILY, family, form)


def keep_best(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Return the senses of a key that count.

    A listed name beats a derived one of another entry, and a surname beats another spelling of it; of senses that
    differ only in how the label is spelled, the first counts.
    """
    if len(senses) == 1:
        return tuple(senses)
    firsts: dict[tuple[str, str], Sense] = {}
    for sense in senses:
        firsts.setdefault((sense.entry, sense.rule), sense)
    candidates = firsts.values()
    listed = {sense.entry for sense in candidates if sense.form.how in ("as listed", "plural or singular")}
    derived = ("initials", "other order", "other spelling", "shorter name", "case ending", CAPITALS)
    kept = [
        sense
        for sense in candidates
        if not (listed - {sense.entry} and sense.form.how in derived and sense.rule in OWNED)
        and not (
            sense.rule == FAMILY and any(rival.entry == sense.entry and rival.rule != FAMILY for rival in candidates)
        )
    ]
    return tuple(kept)


def _labels(entry: Entry) -> Iterator[tuple[str, Label]]:
    """Yield the labels of an entry with their rules; the preferred label is in the language that lists it again."""
    shared = {fold_label(label.text) for label in entry.shared_labels}
    tags = {label.text: label.lang for label in entry.alt_labels}
    groups = (
        ("pref_label", (Label(entry.name, tags.get(entry.name, "")),)),
        ("alt_label", entry.alt_labels),
        ("hidden_label", entry.hidden_labels),
        ("short_label", tuple(filter(_is_name, entry.short_labels))),
        ("shared_label", entry.shared_labels),
    )
    for rule, labels in groups:
        for label in labels:
            if rule == "shared_label" or fold_label(label.text) not in shared:
                yield rule, label


def _is_name(label: Label) -> bool:
    """Whether a short label can stand for a person: "II" cannot."""
    return label.text not in SUFFIXES
