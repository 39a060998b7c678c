"""The policy: which entry an open match names. Every rule is written at the head of its module, with an example.

How a match is decided, in order:

1. The scan has kept the leftmost, longest labels at word boundaries. A label that one entry owns is linked at once,
   unless the next word makes a longer name of it ("Washington Post"); so is a surname that one person has and that is
   nothing else, unless a given name comes before it.
2. An editor's ruling overrides everything: a ruled span is never decided here.
3. All other matches are decided here, in reading order, so that a rule may ask what was named before. The type of the
   pattern chooses the module:
   - a single letter ("K") or a speaker's initial ("K:") goes to `letters`;
   - a surname or another short label ("Johnson", "the Treaty") goes to `surnames`. That asks `given_names` about the
     words before and after it, then `titles` about the title before it, then the context for what was named in full;
   - a name that several entries have ("Seoul", "Foreign Ministry") goes to `shared_names`, unless they are all persons
     and it is a surname, whoever owns it, or it is a short form of one of them.
4. The first rule that speaks for one bearer links it. A rule that speaks against every bearer rejects the match
   ("rejected: …"). What no rule settles stays "undecided: …": not linked, but reported to the editors.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from build_tools.linking.context import DecisionContext
from build_tools.linking.lexicon.pattern_types import SHORT_FORM, SINGLE_LETTER, SPEAKER_INITIAL
from build_tools.linking.lexicon.senses import OWNED, Sense
from build_tools.linking.policy.letters import decide_letter, decide_speaker
from build_tools.linking.policy.shared_names import decide_shared_name
from build_tools.linking.policy.surnames import decide_surname
from build_tools.linking.scanning.matches import Match
from build_tools.linking.verdict import Verdict

__all__ = ["decide_match"]


def decide_match(match: Match, context: DecisionContext) -> Verdict:
    """Return the verdict on an open match; `context.position` must be its index among the matches."""
    pattern_type = context.lexicon.pattern_types[match.pattern]
    if pattern_type == SHORT_FORM:
        return decide_surname(match, context)
    if pattern_type == SINGLE_LETTER:
        return decide_letter(match, context)
    if pattern_type == SPEAKER_INITIAL:
        return decide_speaker(match, context)
    if match.barred:
        is_surname = _is_surname_or_short_form(context.senses(match), context)
    else:
        are_surnames = context.lexicon.cache.are_surnames
        if match.pattern not in are_surnames:
            are_surnames[match.pattern] = _is_surname_or_short_form(context.senses(match), context)
        is_surname = are_surnames[match.pattern]
    return decide_surname(match, context) if is_surname else decide_shared_name(match, context)


def _is_surname_or_short_form(senses: Collection[Sense], context: DecisionContext) -> bool:
    """Whether a name of these senses is a surname that persons share, or a short form of what it names."""
    rules = {sense.rule for sense in senses}
    all_persons = all(sense.entry in context.lexicon.persons for sense in senses)
    if rules.isdisjoint(OWNED):
        return all_persons or "short_label" in rules or "shared_label" not in rules
    return all_persons and "shared_label" in rules and _is_surname(senses)


def _is_surname(senses: Iterable[Sense]) -> bool:
    """Whether a name is a single word, which a person may bear beside a given name."""
    return not any(" " in sense.label for sense in senses)
