"""Names that several entries have: capitals and their governments, bodies of the same name, names that two entries own.

1. A capital's name is the city after words of going there ("visited Seoul"), else its owner, the government.
2. A name that several things share names the one whose country comes before it ("Russia’s Foreign Ministry") or after
   it ("sanctions regimes against Russia"), else (bodies) the one named last, else the owner.
3. A name that is the preferred label of one entry, and another label of others, names the one.
4. A name that two entries own, or that is only shared, names the one whom the corpus names by other names by far the
   most often, or stays undecided.
5. A label that begins with "the" needs it in the text, and no further part of a name after it ("the North Sea").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from build_tools.linking.adjacent_words import token_before
from build_tools.linking.context import DecisionContext
from build_tools.linking.lexicon.senses import OWNED, Sense
from build_tools.linking.policy.persons_and_places import decide_person_or_place
from build_tools.linking.policy.prevailing_bearer import prevailing_bearer
from build_tools.linking.scanning.matches import Match
from build_tools.linking.verdict import Verdict
from build_tools.linking.word_lists import ARTICLES
from build_tools.model.documents import COMMONEST, HEADING, NAMESAKE
from build_tools.text.folding import fold_label

_CITY_CUES = re.compile(
    r"(\bvisit(s|ed|ing)?( to)?"
    r"|\b(trips?|journeys?|travels?|travell?ed|travell?ing|flew|fly|flies|went|came|return(ed|s)?) (back )?to"
    r"|\b(arriv(e|ed|es|ing)|stay(s|ed|ing)?|liv(es|ed|ing)|born|died|landed) in|\bnear|\bcity of|\bcapital,?"
    r"|\b(visite|voyage|rendus?|rendue?s?|rend|arrivee?s?) a|\bvisite de"
    r"|\b(visito|visitaron|visitar)|\b(visita|viaje|viajo|viajaron|llego|llegaron) a"
    r"|\b(посетил[аи]?|прибыл[аи]? в|визит[а-я]* в|поездк[а-я]* в)) $"
    r"|(访问|抵达|前往|到访|出访|飞往)$"
)
"""Words before a capital's name after which it is the city, in folded text (lower case, no accents)."""

# The last words of these cues; after nearly all other words the search for a cue can be spared.
_LAST_WORD_OF_CUE = re.compile(r"(visit(s|ed|ing)?|to|in|near|of|capital,?|a|de|visit(o|aron|ar)|посетил[аи]?|в)$")
_CUE_REACH = 40  # characters before a name in which a cue is sought
_POSSESSIVE = re.compile(r"(['’]s?)?\s*")
_AGAINST = re.compile(r"\s+(against|on|contre|contra|a)\s+((the|la|le|les|el|los)\s+|l['’])?")
_ARTICLE = re.compile(
    rf"\b(?:{'|'.join(re.escape(article) for article in sorted(ARTICLES) if article[-1].isalpha())})\s+$|\b[dl]['’]$",
    re.IGNORECASE,
)
_ARTICLE_REACH = 8
_OTHER_RULE = "the rule points to another"


def decide_shared_name(match: Match, context: DecisionContext) -> Verdict:
    """Return which of the entries with a name is meant."""
    start, end, bearable = match.start, match.end, context.senses(match)
    senses = tuple(sense for sense in bearable if not sense.form.article or _follows_article(match, context.text))
    if not senses:
        return Verdict(None, "rejected: no article before", start, end, "", _entries_of(bearable))
    if verdict := decide_person_or_place(match, context, senses):
        return verdict
    owners, sharers = _owners_and_sharers(senses, match, context)
    if len(owners) == 1 and sharers:
        return _choose_bearer(match, context, owners[0], sharers)
    if len(owners) == 1:
        rejection = "it has the name only as a short label"
        return Verdict(owners[0].entry, owners[0].rule, start, end, "", _entries_of(senses), rejection)
    if prevailing := prevailing_bearer(_entries_of(owners or senses), context):
        entry, counts = prevailing
        return Verdict(entry, f"shared_label: {COMMONEST}", start, end, counts, _entries_of(senses), _OTHER_RULE)
    rule = "undecided: several owners" if owners else "undecided: only shared"
    return Verdict(None, rule, start, end, "", _entries_of(senses), "it has the name too")


def _entries_of(senses: Iterable[Sense]) -> tuple[str, ...]:
    return tuple(sorted({sense.entry for sense in senses}))


def _owners_and_sharers(
    senses: tuple[Sense, ...], match: Match, context: DecisionContext
) -> tuple[list[Sense], list[Sense]]:
    """Return the senses of the owners of a name, and those of the other entries that share it."""
    cached = context.lexicon.cache.owners_and_sharers
    # The number of senses distinguishes them: those that need an article are all among them, or none is.
    key = (match.pattern, len(senses), match.barred)
    if key not in cached:
        owners = _one_of_each_entry(sense for sense in senses if sense.rule in OWNED)
        sharers = _one_of_each_entry(sense for sense in senses if sense.rule == "shared_label")
        headed = [sense for sense in owners if sense.rule == "pref_label"]
        if len(headed) == 1 and HEADING not in context.lexicon.rules_off:
            sharers, owners = [*owners, *sharers], headed
        owner_ids = {sense.entry for sense in owners}
        cached[key] = owners, [sense for sense in sharers if sense.entry not in owner_ids]
    return cached[key]


def _follows_article(match: Match, text: str) -> bool:
    following = text[match.end : match.end + 2]
    name_ends = not (following[:1].isspace() and following[1:].isupper())
    return name_ends and _ARTICLE.search(text, max(0, match.start - _ARTICLE_REACH), match.start) is not None


def _choose_bearer(match: Match, context: DecisionContext, owner: Sense, sharers: Sequence[Sense]) -> Verdict:
    """Return the verdict on a name with one owner that others share."""
    entries = context.lexicon.entries
    places = [sense for sense in sharers if entries[sense.entry].kind == "place"]
    if entries[owner.entry].kind == "polity" and len(places) == 1 and (cue := _city_cue(match, context.text)):
        rule, rejection = "shared_label: visited city", "the words before the name indicate travel to a city"
        return Verdict(places[0].entry, rule, match.start, match.end, cue, (owner.entry,), rejection)
    bearers = [owner.entry, *(sense.entry for sense in sharers if sense not in places)]
    everyone = (owner.entry, *(sense.entry for sense in sharers))
    for rule, choose in _CHOICES:
        if len(bearers) > 1 and (entry := choose(bearers, match, context)):
            return Verdict(entry, f"shared_label: {rule}", match.start, match.end, "", everyone, _OTHER_RULE)
    rejection = "nothing around it points to it"
    rule = HEADING if any(sense.rule in OWNED for sense in sharers) else "owner"
    rule = NAMESAKE if not context.lexicon.namesakes.isdisjoint(everyone) else rule
    return Verdict(owner.entry, f"{owner.rule}: {rule}", match.start, match.end, "", everyone, rejection)


def _city_cue(match: Match, text: str) -> str:
    """Return the words of going to a city right before a match, or ""."""
    if not _may_end_cue(token_before(text, match.start)):
        return ""
    before = fold_label(text[max(0, match.start - _CUE_REACH) : match.start])
    cue = _CITY_CUES.search(before + " " if text[match.start - 1 : match.start].isspace() else before)
    return cue[0].strip() if cue else ""


@lru_cache(maxsize=20_000)
def _may_end_cue(token: str) -> bool:
    """Whether the word before a name may be the last word of a cue."""
    folded = fold_label(token)
    return not folded or _LAST_WORD_OF_CUE.search(folded) is not None


def _by_country_before(bearers: Sequence[str], match: Match, context: DecisionContext) -> str | None:
    country = context.previous_link()
    if country is None or country.entry is None or not _POSSESSIVE.fullmatch(context.text[country.end : match.start]):
        return None
    return _only_bearer_of_country(bearers, country.entry, context)


def _by_country_after(bearers: Sequence[str], match: Match, context: DecisionContext) -> str | None:
    following = context.neighbour(1)
    if following is None or not _AGAINST.fullmatch(context.text[match.end : following.start]):
        return None
    owned = {sense.entry for sense in context.senses(following) if sense.rule in OWNED}
    countries = {following.entry} if following.entry else owned
    return _only_bearer_of_country(bearers, next(iter(countries)), context) if len(countries) == 1 else None


def _only_bearer_of_country(bearers: Sequence[str], country: str, context: DecisionContext) -> str | None:
    """Return the only bearer that belongs to a country: named by it, else below it, else related to it."""
    cached = context.lexicon.cache.bearers_of_countries
    key = (tuple(bearers), country)
    if key not in cached:
        cached[key] = _find_only_bearer(bearers, country, context)
    return cached[key]


def _find_only_bearer(bearers: Sequence[str], country: str, context: DecisionContext) -> str | None:
    entries = context.lexicon.entries
    name = fold_label(entries[country].name)
    for belonging in (
        [bearer for bearer in bearers if name in fold_label(entries[bearer].name)],
        [bearer for bearer in bearers if country in entries[bearer].broader],
        [bearer for bearer in bearers if country in entries[bearer].related],
    ):
        if len(belonging) == 1:
            return belonging[0]
    return None


def _by_last_named(bearers: Sequence[str], match: Match, context: DecisionContext) -> str | None:
    if any(context.lexicon.entries[bearer].kind not in ("person", "organisation") for bearer in bearers):
        return None
    return context.last_named(bearers, match.start)


_CHOICES = (
    ("country before", _by_country_before),
    ("country after", _by_country_after),
    ("named last", _by_last_named),
)


def _one_of_each_entry(senses: Iterable[Sense]) -> list[Sense]:
    """Return the first sense of each entry."""
    first_senses: dict[str, Sense] = {}
    for sense in senses:
        first_senses.setdefault(sense.entry, sense)
    return list(first_senses.values())
