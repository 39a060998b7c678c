"""The foot of a page: the pages before and after it."""

from __future__ import annotations

from build_tools.website.localisation import translate
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.date_words import day_in_words
from build_tools.website.survey.lookups import Corpus


def next_pages(path: str, corpus: Corpus) -> list[dict[str, str]]:
    """Return the pages before and after a page, for the template.

    Args:
        path: The path of the page, below docs/.
        corpus: The edition.

    Returns:
        At most two pages, each with its `rel`, the `lead` above its title, its `title` and where it is.
    """
    before, after = corpus.neighbours.get(path, (None, None))
    pages = [_neighbour(before, "prev", corpus)] if before else []
    return pages + ([_neighbour(after, "next", corpus)] if after else [])


def _neighbour(path: str, rel: str, corpus: Corpus) -> dict[str, str]:
    title, day = _title(path, corpus)
    if day:
        lead = translate("Earlier: {day}", day=day) if rel == "prev" else translate("Later: {day}", day=day)
    else:
        lead = translate("Previous") if rel == "prev" else translate("Next")
    return {"rel": rel, "lead": lead, "title": title, "to": path.removesuffix(".md")}


def _title(path: str, corpus: Corpus) -> tuple[str, str]:
    """Return the title of a page, and for a text its day in words."""
    identifier = path.rpartition("/")[2].removesuffix(".md")
    if path == source_path(identifier):
        source = corpus.by_id[identifier].source
        title = source.title if source.title_stated else f"[{source.title}]"
        return title, day_in_words(source.issued) if source.issued else ""
    if path == entry_path(identifier):
        return corpus.entries[identifier].pref_label, ""
    return corpus.item_titles[path], ""
