"""The whole glossary as data for its filter, where it is too long for one page: fetched when a reader filters it."""

from __future__ import annotations

from collections import Counter

from build_tools.model import KINDS, Data
from build_tools.text.scripts import scripts_in
from build_tools.website.data.data_scripts import as_script, compact_json
from build_tools.website.pages.entry_lists.glossary_lists import is_in_pages
from build_tools.website.pages.entry_lists.glossary_rows import filtered_names
from build_tools.website.survey.lookups import Corpus

PATH = "data/glossary.js"


def glossary_data(corpus: Corpus) -> tuple[Data, ...]:
    """Return the file; none where all entries are on one page, of which the filter reads them.

    A row is the id of an entry, the place of its kind in the list of kinds, its mentions, and its names in a line.
    Definitions are left out: they would make the file several times as large.
    """
    if not is_in_pages(corpus):
        return ()
    places = {kind: place for place, kind in enumerate(KINDS)}
    rows = [
        [entry.id, places[entry.kind], corpus.count(entry.id), " | ".join(filtered_names(entry))]
        for entry in corpus.entries.values()
    ]
    return (as_script(PATH, "readerGlossary", rows),)


def filter_values(corpus: Corpus) -> str:
    """Return what the filter offers before the file is there, as JSON: the number of entries, by kind and by script.

    A script is offered if some entry has a name in it and the preferred name of another does without.
    """
    kinds = Counter(entry.kind for entry in corpus.entries.values())
    scripts: Counter[str] = Counter()
    preferred: Counter[str] = Counter()
    for entry in corpus.entries.values():
        scripts.update(scripts_in(" ".join(filtered_names(entry))))
        preferred.update(scripts_in(entry.pref_label))
    number = len(corpus.entries)
    return compact_json(
        {
            "number": number,
            "kinds": dict(sorted(kinds.items())),
            "scripts": {script: scripts[script] for script in sorted(scripts) if preferred[script] < number},
        }
    )
