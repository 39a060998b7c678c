"""Names that several entries bear: capitals and governments, bodies of the same name, names that two entries own.

1. A capital's name is the city after words of going there ("visited Seoul"), else its owner, the government.
2. A name that several things share names the one whose country stands before it ("Russia’s Foreign Ministry") or after it
   ("sanctions regimes against Russia"), else (bodies) the one named last, else the owner.
3. A name that two entries own, or that is only shared, stays undecided.
4. A label that begins with "the" needs it in the text, and no further part of a name after it ("the North Sea").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_tools.linking.context import DecisionContext, Verdict, between_blanks
from build_tools.linking.lexicon.senses import OWNED, Sense
from build_tools.linking.memo import remembered
from build_tools.linking.scanning.candidates import ITEM, Item
from build_tools.text.folding import fold_label

PLACE_CUES = re.compile(
    r"(\bvisit(s|ed|ing)?( to)?|\b(trips?|journeys?|travels?|travell?ed|travell?ing|flew|fly|flies|went|came|return(ed|s)?)"
    r" (back )?to|\b(arriv(e|ed|es|ing)|stay(s|ed|ing)?|liv(es|ed|ing)|born|died|landed) in|\bnear|\bcity of|\bcapital,?"
    r"|\b(visite|voyage|rendus?|rendue?s?|rend|arrivee?s?) a|\bvisite de"
    r"|\b(visito|visitaron|visitar)|\b(visita|viaje|viajo|viajaron|llego|llegaron) a"
    r"|\b(посетил[аи]?|прибыл[аи]? в|визит[а-я]* в|поездк[а-я]* в)) $"
    r"|(访问|抵达|前往|到访|出访|飞往)$"
)
"""Words before a capital's name after which it is the city, in folded text (lower case, no accents)."""

# The last words of these cues; after nearly all other words the search for a cue can be spared.
_LAST_WORD = re.compile(r"(visit(s|ed|ing)?|to|in|near|of|capital,?|a|de|visit(o|aron|ar)|посетил[аи]?|в)$")
_POSSESSIVE = re.compile(r"(['’]s?)?\s*")
_AGAINST = re.compile(r"\s+(against|on|contre|contra|a)\s+((the|la|le|les|el|los)\s+|l['’])?")
_ARTICLE = re.compile(r"\b[Tt](?:he|HE)\s+$")


def decide_shared(item: Item, scene: DecisionContext) -> Verdict:
    """Which of the entries that bear a name is meant."""
    senses = tuple(
        sense for sense in scene.senses(item) if not sense.form.article or _follows_article(item, scene.text)
    )
    owners, sharers = _divide(senses, item, scene)
    if not senses:
        bearers = tuple(sorted({sense.entry for sense in scene.senses(item)}))
        return Verdict(None, "rejected: no article before", item.start, item.end, "", bearers)
    if len(owners) == 1 and sharers:
        return _decide(item, scene, owners[0], sharers)
    if len(owners) == 1:
        others = tuple(sorted({sense.entry for sense in senses}))
        return Verdict(
            owners[0].entry, owners[0].rule, item.start, item.end, "", others, "it bears the name only as a short one"
        )
    rule = "undecided: several owners" if owners else "undecided: only shared"
    bearers = tuple(sorted({sense.entry for sense in senses}))
    return Verdict(None, rule, item.start, item.end, "", bearers, "it bears the name as well")


def _divide(senses: tuple[Sense, ...], item: Item, scene: DecisionContext) -> tuple[list[Sense], list[Sense]]:
    """The senses of the owners of a name, and of the others that share it; the same names stand in a text again and again."""
    known = scene.lexicon.divided
    key = (item.pattern, len(senses), item.barred)  # those that need an article are all among the senses, or none is
    if key not in known:
        owners = _unique(sense for sense in senses if sense.rule in OWNED)
        owned = {one.entry for one in owners}
        sharers = _unique(sense for sense in senses if sense.rule == "shared_label")
        known[key] = owners, [sense for sense in sharers if sense.entry not in owned]
    return known[key]


def _follows_article(item: Item, text: str) -> bool:
    following = text[item.end : item.end + 2]
    ends = not (following[:1].isspace() and following[1:].isupper())
    return ends and _ARTICLE.search(text, max(0, item.start - 8), item.start) is not None


def _decide(item: Item, scene: DecisionContext, owner: Sense, sharers: Sequence[Sense]) -> Verdict:
    entries = scene.lexicon.entries
    places = [sense for sense in sharers if entries[sense.entry].kind == "place"]
    if entries[owner.entry].kind == "polity" and len(places) == 1 and _may_cue(between_blanks(scene.text, item.start)):
        left = fold_label(scene.text[max(0, item.start - 40) : item.start])
        spaced = left + " " if scene.text[item.start - 1 : item.start].isspace() else left
        if cue := PLACE_CUES.search(spaced):
            words, because = cue[0].strip(), "the words before the name are of going to a city"
            return Verdict(
                places[0].entry, "shared_label: visited city", item.start, item.end, words, (owner.entry,), because
            )
    bearers = [owner.entry, *(sense.entry for sense in sharers if sense not in places)]
    everyone = (owner.entry, *(sense.entry for sense in sharers))
    for rule, choose in _CHOICES:
        if len(bearers) > 1 and (entry := choose(bearers, item, scene)):
            return Verdict(
                entry, f"shared_label: {rule}", item.start, item.end, "", everyone, "the rule speaks for another"
            )
    return Verdict(
        owner.entry, f"{owner.rule}: owner", item.start, item.end, "", everyone, "nothing around speaks for it"
    )


@remembered
def _may_cue(word: str) -> bool:
    """Whether what stands before a name may be the last word of a cue."""
    folded = fold_label(word)
    return not folded or _LAST_WORD.search(folded) is not None


def _country_before(bearers: Sequence[str], item: Item, scene: DecisionContext) -> str | None:
    last = scene.previous()
    if last is None or last.entry is None or not _POSSESSIVE.fullmatch(scene.text[last.end : item.start]):
        return None
    return _of_country(bearers, last.entry, scene)


def _country_after(bearers: Sequence[str], item: Item, scene: DecisionContext) -> str | None:
    following = ITEM(scene.items[scene.current + 1]) if scene.current + 1 < len(scene.items) else None
    if following is None or not _AGAINST.fullmatch(scene.text[item.end : following.start]):
        return None
    owners = (
        {following.entry} if following.entry else {one.entry for one in scene.senses(following) if one.rule in OWNED}
    )
    return _of_country(bearers, next(iter(owners)) or "", scene) if len(owners) == 1 else None


def _of_country(bearers: Sequence[str], country: str, scene: DecisionContext) -> str | None:
    """The one bearer that belongs to the country: named by it, else below it, else related to it."""
    entries = scene.lexicon.entries
    name = fold_label(entries[country].name)
    for belongs in (
        [one for one in bearers if name in fold_label(entries[one].name)],
        [one for one in bearers if country in entries[one].broader],
        [one for one in bearers if country in entries[one].related],
    ):
        if len(belongs) == 1:
            return belongs[0]
    return None


def _named_last(bearers: Sequence[str], item: Item, scene: DecisionContext) -> str | None:
    if any(scene.lexicon.entries[entry].kind not in ("person", "organisation") for entry in bearers):
        return None
    return scene.last_named(bearers, item.start)


_CHOICES = (("country before", _country_before), ("country after", _country_after), ("named last", _named_last))


def _unique(senses: Iterable[Sense]) -> list[Sense]:
    by_entry: dict[str, Sense] = {}
    for sense in senses:
        by_entry.setdefault(sense.entry, sense)
    return list(by_entry.values())
