"""Which entry a candidate names: the stated policy, read from top to bottom.

1. A label that one entry owns names that entry.
2. A capital's name is the city after words of going there ("visited Seoul"), else its owner, the government.
3. A label that several things share names the one whose country stands before it ("Russia’s Foreign
   Ministry") or after it ("sanctions regimes against Russia"), else (bodies) the one named last,
   else the owner.
4. A short label names an entry only if the text also gives its full name; of several, the one named last.
5. What is still open after that stays undecided: not linked, and reported with its candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.folding import fold_label
from build_tools.matching.lexicon import OWNED, Sense
from build_tools.matching.scanning import Candidate
from build_tools.model import Entry

PLACE_CUES = re.compile(
    r"(\bvisit(s|ed|ing)?( to)?|\b(trips?|journeys?|travels?|travell?ed|travell?ing|flew|fly|flies|went|came|return(ed|s)?)"
    r" (back )?to|\b(arriv(e|ed|es|ing)|stay(s|ed|ing)?|liv(es|ed|ing)|born|died|landed) in|\bnear|\bcity of|\bcapital,?"
    r"|\b(visite|voyage|rendus?|rendue?s?|rend|arrivee?s?) a|\bvisite de"
    r"|\b(visito|visitaron|visitar)|\b(visita|viaje|viajo|viajaron|llego|llegaron) a"
    r"|\b(посетил[аи]?|прибыл[аи]? в|визит[а-я]* в|поездк[а-я]* в)) $"
    r"|(访问|抵达|前往|到访|出访|飞往)$"
)
"""Words before a capital's name after which it is the city, in folded text (lower case, no accents)."""

_POSSESSIVE = re.compile(r"(['’]s?)?\s*")
_AGAINST = re.compile(r"\s+(against|on|contre|contra|a)\s+((the|la|le|les|el|los)\s+|l['’])?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a document: number of the block, offset in it."""

    block: int
    start: int


@dataclass(frozen=True, slots=True)
class Named:
    """An entry named at a place, from `place.start` to `end` in its block."""

    place: Place
    end: int
    entry: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the policy may look at: entries, those the text names in full, mentions so far, the next candidate."""

    entries: Mapping[str, Entry]
    full_names: frozenset[str]
    decided: Sequence[Named]
    following: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The entry a candidate names (None: undecided) and the rule that says so."""

    entry: str | None
    rule: str


def decide(candidate: Candidate, place: Place, text: str, context: Context) -> Decision:
    """Decide one candidate of a block's text; `context.decided` holds the mentions before it, in order."""
    owners = _unique(sense for sense in candidate.senses if sense.rule in OWNED)
    sharers = _unique(sense for sense in candidate.senses if sense.rule == "shared_label")
    if sharers and len(owners) == 1:
        return _decide_shared(candidate, owners[0], sharers, _Situation(place, text, context))
    if len(owners) == 1 and not sharers:
        return Decision(owners[0].entry, owners[0].rule)
    if owners or sharers:
        return Decision(None, "undecided: several owners" if owners else "undecided: only shared")
    return _decide_short(candidate, context)


@dataclass(frozen=True, slots=True)
class _Situation:
    place: Place
    text: str
    context: Context


def _decide_shared(candidate: Candidate, owner: Sense, sharers: Sequence[Sense], here: _Situation) -> Decision:
    entries = here.context.entries
    places = [sense for sense in sharers if entries[sense.entry].kind == "place"]
    if entries[owner.entry].kind == "polity" and len(places) == 1:
        left = fold_label(here.text[max(0, candidate.start - 40) : candidate.start])
        spaced = left + " " if here.text[candidate.start - 1 : candidate.start].isspace() else left
        if PLACE_CUES.search(spaced):
            return Decision(places[0].entry, "shared_label: visited city")
    bearers = [owner.entry, *(sense.entry for sense in sharers if sense not in places)]
    for rule, choose in _CHOICES:
        if len(bearers) > 1 and (entry := choose(bearers, candidate, here)):
            return Decision(entry, f"shared_label: {rule}")
    return Decision(owner.entry, f"{owner.rule}: owner")


def _country_before(bearers: Sequence[str], candidate: Candidate, here: _Situation) -> str | None:
    if not here.context.decided:
        return None
    last = here.context.decided[-1]
    if last.place.block != here.place.block or not _POSSESSIVE.fullmatch(here.text[last.end : candidate.start]):
        return None
    return _of_country(bearers, last.entry, here.context)


def _country_after(bearers: Sequence[str], candidate: Candidate, here: _Situation) -> str | None:
    following = here.context.following
    if following is None or not _AGAINST.fullmatch(here.text[candidate.end : following.start]):
        return None
    owners = [sense.entry for sense in following.senses if sense.rule in OWNED]
    return _of_country(bearers, owners[0], here.context) if len(owners) == 1 else None


def _of_country(bearers: Sequence[str], country: str, context: Context) -> str | None:
    """The one bearer that belongs to the country: named by it, else below it, else related to it."""
    name = fold_label(context.entries[country].name)
    for belongs in (
        [one for one in bearers if name in fold_label(context.entries[one].name)],
        [one for one in bearers if country in context.entries[one].broader],
        [one for one in bearers if country in context.entries[one].related],
    ):
        if len(belongs) == 1:
            return belongs[0]
    return None


def _named_last(bearers: Sequence[str], _: Candidate, here: _Situation) -> str | None:
    if any(here.context.entries[entry].kind not in ("person", "organisation") for entry in bearers):
        return None
    return next((named.entry for named in reversed(here.context.decided) if named.entry in bearers), None)


_CHOICES = (("country before", _country_before), ("country after", _country_after), ("named last", _named_last))


def _decide_short(candidate: Candidate, context: Context) -> Decision:
    certain = [sense.entry for sense in _unique(candidate.senses) if sense.entry in context.full_names]
    if len(certain) == 1:
        return Decision(certain[0], "short_label: full name in the text")
    if not certain:
        return Decision(None, "undecided: no full name in the text")
    last = next((named.entry for named in reversed(context.decided) if named.entry in certain), None)
    return Decision(last, "short_label: named last" if last else "undecided: several full names")


def _unique(senses: Iterable[Sense]) -> list[Sense]:
    by_entry: dict[str, Sense] = {}
    for sense in senses:
        by_entry.setdefault(sense.entry, sense)
    return list(by_entry.values())
