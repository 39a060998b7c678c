"""A page in plain formats: its Markdown, and of a text or an entry its data as JSON.

The Markdown of a page lies where its hand-written file does, "sources/x.md", so that all links in it lead on to that
of other pages: those that editors wrote, too. The JSON lies beside it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from build_tools.edition.publication.published_edition import PublishedEdition
from build_tools.exports.doors.published_site import PublishedSite, SiteBytes
from build_tools.model import Block as TextBlock
from build_tools.model import Document, Entry, Label, Mention, Page
from build_tools.model.thesaurus.relations import Relations, relate
from build_tools.text.markdown import render_front_matter
from build_tools.website.markup.as_markdown import write_markdown
from build_tools.website.markup.body_nodes import Block, Division, Slot
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming.addresses import entry_path, source_path

_LAYOUT = ("hide", "scripts", "styles", "template")
"""The fields of a page that only a template asks for."""


def markdown_copy(page: Page | ComposedPage) -> SiteBytes:
    """Return the Markdown of a page, without what only its template asks for."""
    if isinstance(page, Page):
        return page.path, page.markdown.encode("utf-8", "backslashreplace")
    fields = {name: value for name, value in page.fields.items() if name not in _LAYOUT}
    body = write_markdown(_without_places(page.body), page.path)
    return page.path, f"{render_front_matter(fields)}\n\n{body}\n".encode("utf-8", "backslashreplace")


def _without_places(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with what stands in the places that templates fill, but not the marks of the places."""
    for block in blocks:
        match block:
            case Slot(blocks=inner):
                yield from _without_places(inner)
            case Division(inner):
                yield replace(block, blocks=tuple(_without_places(inner)))
            case _:
                yield block


def json_copies(published: PublishedEdition, site: PublishedSite) -> Iterator[SiteBytes]:
    """Yield the data of each text and entry as JSON, one after the other.

    Args:
        published: The edition as it is published; nothing else is looked at.
        site: The site that has its pages.
    """
    by_entry: dict[str, list[Mention]] = defaultdict(list)
    for document in published.documents:
        mentions = published.mentions.get(document.source.id, ())
        for mention in mentions:
            by_entry[mention.entry].append(mention)
        path = source_path(document.source.id)
        yield _beside(path), _as_json(_text_value(document, mentions, site.address(path)))
    relations = relate(published.entries)
    for entry in published.entries:
        path = entry_path(entry.id)
        yield _beside(path), _as_json(_entry_value(entry, relations, by_entry[entry.id], site.address(path)))


def _beside(path: str) -> str:
    return path.removesuffix(".md") + ".json"


def _as_json(value: Mapping[str, object]) -> bytes:
    """Return a value as JSON; what UTF-8 cannot hold, half of a surrogate pair, is escaped as JSON escapes it."""
    given = {name: item for name, item in value.items() if item not in (None, (), [], {})}
    return (json.dumps(given, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "backslashreplace")


def _text_value(document: Document, mentions: Sequence[Mention], address: str) -> dict[str, object]:
    """Return a text: where it is published in full, its blocks point into the raw file, in code points, ends excluded.

    A span is a run of characters that the file has as the block does: where it begins in the block, where it begins in
    the file, and where it ends there.
    """
    source = document.source
    is_whole = not source.is_withheld
    return {
        "id": source.id,
        "url": address,
        "title": source.title,
        "creators": [
            {"name": maker.name, "kind": maker.kind, **({"entry": maker.entry} if maker.entry else {})}
            for maker in source.creators
        ],
        "publisher": source.publisher,
        "issued": source.issued,
        "modified": source.modified,
        "languages": source.languages,
        "genre": source.genre,
        "source": source.url,
        "rights": source.rights.statement,
        "notice": source.rights.notice,
        "published": source.rights.publish,
        "file": source.seed if is_whole else None,
        "sha256": sha256(source.text.encode()).hexdigest() if is_whole else None,
        "blocks": [_block_value(block) for block in document.blocks],
        "mentions": [{**_place_value(mention), "entry": mention.entry} for mention in mentions],
    }


def _block_value(block: TextBlock) -> dict[str, object]:
    value: dict[str, object] = {"id": block.id, "role": block.role, "lang": block.lang, "text": block.text}
    if block.spans:
        value["spans"] = [(span.at, span.start, span.end) for span in block.spans]
    return value


def _place_value(mention: Mention) -> dict[str, object]:
    return {"block": mention.block, "start": mention.start, "end": mention.end, "exact": mention.exact}


def _entry_value(entry: Entry, relations: Relations, mentions: Sequence[Mention], address: str) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": address,
        "kind": entry.kind,
        "prefLabel": entry.pref_label,
        "altLabels": _labels(entry.alt_labels),
        "shortLabels": _labels(entry.short_labels),
        "sharedLabels": _labels(entry.shared_labels),
        "definition": entry.definition,
        "evidence": entry.evidence,
        "related": sorted(relations.related[entry.id]),
        "broader": relations.broader[entry.id],
        "notation": entry.notation,
        "mentions": [{"text": mention.document, **_place_value(mention)} for mention in mentions],
    }


def _labels(labels: Iterable[Label]) -> list[dict[str, str]]:
    return [{"text": label.text, "lang": label.lang} for label in labels]
