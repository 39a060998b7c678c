"""Which entry a match names: the stated policy, one page for each sort of name.

A label that one entry owns names that entry; the scan settles those. The rest is decided here in reading order: `letters`,
`surnames` (with `neighbours` and `titles`), `capitals`. What stays open is undecided: not linked, and reported.
"""

from __future__ import annotations

from build_tools.linking.context import DecisionContext, Verdict
from build_tools.linking.lexicon.automaton import LETTER, SHORT, SPEAKER
from build_tools.linking.lexicon.senses import OWNED
from build_tools.linking.policy.letters import decide_letter, decide_speaker
from build_tools.linking.policy.shared_names import decide_shared
from build_tools.linking.policy.surnames import decide_surname
from build_tools.linking.scanning.candidates import Item

__all__ = ["decide_match"]


def decide_match(item: Item, scene: DecisionContext) -> Verdict:
    """Decide one open match; `scene.current` is its number among the matches."""
    action = scene.lexicon.actions[item.pattern]
    if action == SHORT:
        return decide_surname(item, scene)
    if action == LETTER:
        return decide_letter(item, scene)
    if action == SPEAKER:
        return decide_speaker(item, scene)
    senses = scene.senses(item)
    if not any(sense.rule in OWNED or sense.rule == "shared_label" for sense in senses):
        return decide_surname(item, scene)
    if all(sense.entry in scene.lexicon.persons for sense in senses) and not any(s.rule in OWNED for s in senses):
        return decide_surname(item, scene)
    return decide_shared(item, scene)
