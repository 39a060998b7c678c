"""The rows of all texts as data: for the filter of the index, where the texts are too many to be all on its page."""

from __future__ import annotations

from build_tools.model import Data
from build_tools.website.data.data_scripts import as_script
from build_tools.website.pages.text_lists.text_facets import MANY_TEXTS, facets_of
from build_tools.website.pages.text_lists.text_rows import TextRows
from build_tools.website.survey.lookups import Corpus

PATH = "data/texts.js"


def text_data(corpus: Corpus) -> tuple[Data, ...]:
    """Return the file; none where the texts are so few that the index has no filter."""
    if len(corpus.documents) <= MANY_TEXTS:
        return ()
    rows, facets = TextRows(corpus), [facet for facet in facets_of(corpus.documents) if len(facet.lists) > 1]
    values: dict[str, dict[str, list[str]]] = {document.source.id: {} for document in corpus.documents}
    for facet in facets:
        for listed in facet.lists:
            for document in listed.documents:
                values[document.source.id].setdefault(facet.id, []).append(listed.id)
    value = {
        "facets": [
            {"id": facet.id, "name": facet.name, "values": [[listed.id, listed.name] for listed in facet.lists]}
            for facet in facets
        ],
        "rows": [{**rows.as_data(document), "values": values[document.source.id]} for document in corpus.documents],
    }
    return (as_script(PATH, "readerTextRows", value),)
