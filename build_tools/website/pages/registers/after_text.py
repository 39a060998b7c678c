"""What follows a text: the points on which it and other texts differ, each with the places that say so."""

from __future__ import annotations

from build_tools.model import Document
from build_tools.model.registers import Discrepancy
from build_tools.website.markup.as_data import Run, runs
from build_tools.website.markup.body_nodes import Link
from build_tools.website.naming.addresses import source_path
from build_tools.website.naming.text_names import place_name
from build_tools.website.pages.registers import linked_passages
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.register_lookups import places


def after_text(document: Document, corpus: Corpus) -> list[dict[str, object]]:
    """Return the differences that concern a text, in its order, for the template.

    Returns:
        For each its `title` as a link, its `claim`, the places in this text as `here`, and those in others as `others`.
    """
    found: dict[str, Discrepancy] = {}
    for block in document.blocks:
        for item in corpus.registry.differ_at.get((document.source.id, block.id), ()):
            found.setdefault(item.id, item)
    return [_difference(item, document, corpus) for item in found.values()]


def _difference(item: Discrepancy, document: Document, corpus: Corpus) -> dict[str, object]:
    here: list[Run] = []
    others: list[Run] = []
    for source, identifier in places(item):
        block = corpus.blocks.get(source, {}).get(identifier)
        if block is None:
            continue
        words = place_name(block)
        if source == document.source.id:
            here += runs((Link((words,), f"{source_path(source)}#{identifier}", ("ev",)),))
        else:
            words = f"{corpus.short_names[source]}, {words}"
            others += runs((Link((words,), f"{source_path(source)}#{identifier}", ("ev",)),))
    title = runs((Link((item.title,), linked_passages.register_path(item)),))
    return {"title": title, "claim": item.claim, "here": here, "others": others}
