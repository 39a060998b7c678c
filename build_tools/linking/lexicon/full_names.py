"""Which names of the lexicon say for certain who is meant, where another name of the same entry does not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from build_tools.linking.lexicon.senses import FAMILY, NOT_WITHIN, OWNED, Sense
from build_tools.linking.word_lists import TITLES_OF_MEN, TITLES_OF_WOMEN

_UNCERTAIN_FORM = "initial"  # in the words that say how a form was made: "M. Brell" may be anybody's


def contested_entries(senses: Mapping[str, tuple[Sense, ...]]) -> frozenset[str]:
    """Return the ids of the entries that have a name in common with another."""
    contested: set[str] = set()
    for meant in senses.values():
        if len(meant) > 1:
            bearers = {sense.entry for sense in meant if sense.rule not in (FAMILY, NOT_WITHIN)}
            contested |= bearers if len(bearers) > 1 else set()
    return frozenset(contested)


def full_names(
    senses: Mapping[str, tuple[Sense, ...]], keys: Iterable[str], namesakes: Collection[str] = ()
) -> Mapping[int, str]:
    """Return the patterns that name for certain an entry that is contested, each with the id of that entry.

    Args:
        senses: What each key may mean.
        keys: The key of each pattern, in the order of the patterns.
        namesakes: The ids of the entries that no text can tell from another.
    """
    contested = contested_entries(senses)
    meanings = (tuple(sense for sense in senses.get(key, ()) if sense.entry not in namesakes) for key in keys)
    return {
        number: meant[0].entry
        for number, meant in enumerate(meanings)
        if meant and meant[0].entry in contested and _is_certain(meant)
    }


def _is_certain(senses: tuple[Sense, ...]) -> bool:
    first = senses[0]
    return all(sense.entry == first.entry and sense.rule in OWNED for sense in senses) and any(
        _UNCERTAIN_FORM not in sense.form.how and not _begins_with_title(sense.label) for sense in senses
    )


def _begins_with_title(label: str) -> bool:
    """Whether a label is a title of courtesy and a surname: who is called Mrs. Brell is seldom called Brell."""
    title = label.partition(" ")[0].lower().rstrip(".")
    return title in TITLES_OF_WOMEN or title in TITLES_OF_MEN
