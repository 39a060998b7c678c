"""The home page and the index of texts: an editor's introduction, then the contents of the edition."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.model import KINDS, PLURALS, Entry, Page
from build_tools.model.findings import pluralise
from build_tools.text import markdown
from build_tools.text.prose.heading_ids import add_heading_ids, split_at_heading
from build_tools.website.naming import text_names
from build_tools.website.pages.indexes.cards import headnote_sentence, text_card
from build_tools.website.pages.indexes.turning_points import register_counts, turning_points
from build_tools.website.pages.parts.charts import swatch
from build_tools.website.pages.parts.date_chart import common_scale
from build_tools.website.pages.parts.sidebar import count_badge
from build_tools.website.survey.lookups import Corpus, page_front_matter

HOME = "index.md"
SOURCES = "sources/index.md"
_TITLES = {HOME: "Home", SOURCES: "Texts", "discrepancies/index.md": "Where the texts differ"}
MOST_MENTIONED = 12
"""How many entries the home page lists as most mentioned."""


def index_page(  # noqa: PLR0913 - the last is for the few pages that have one
    path: str, kind: str, parts: list[str], corpus: Corpus, description: str, *, scripts: tuple[str, ...] = ()
) -> Page:
    """Compose a page that begins with a hand-written introduction: title, body, then the parts.

    On the home page the title and the body up to its first heading form a block of their own, and the rest
    of the body comes last, so that readers who come for the texts see them first.

    Args:
        path: The path of the page below docs/.
        kind: The kind of page, by which the template and the style sheets tell it apart.
        parts: Blocks of Markdown.
        corpus: The edition with its look-ups.
        description: The description in the metadata of the page.
        scripts: The scripts that this page alone loads.
    """
    fallback = _TITLES.get(path, path.partition("/")[0].removesuffix(".md").capitalize())
    title = corpus.edition.titles.get(path, fallback)
    opening, rest = split_at_heading(add_heading_ids(corpus.body(path)))
    head = [markdown.heading(markdown.escape(title), 1, "title"), opening]
    shown = [markdown.block("header", head, "hero"), *parts, rest] if path == HOME else [*head, rest, *parts]
    fields: dict[str, str | tuple[str, ...]] = {"title": title, "description": description, "kind": kind}
    pieces = [page_front_matter(path, corpus, fields | ({"scripts": scripts} if scripts else {})), *shown]
    return Page(path, markdown.blocks(pieces) + "\n", path)


def home_page(corpus: Corpus) -> Page:
    """Compose the home page: the texts by date, the kinds of entry, the most mentioned entries."""
    texts, entries = pluralise(len(corpus.documents), "text"), pluralise(len(corpus.entries), "entry", "entries")
    scale = common_scale(document.source.issued for document in corpus.documents)
    parts = [
        markdown.heading("The texts", 2, "the-texts"),
        *(text_card(document, HOME, scale) for document in corpus.documents),
        *turning_points(corpus),
        *register_counts(corpus),
        markdown.heading("The glossary", 2, "the-glossary"),
        markdown.bullets(_kinds(corpus)),
        *_most_mentioned(corpus),
    ]
    return index_page(HOME, "home", parts, corpus, f"{texts}, annotated, with a glossary of {entries}.")


def _kinds(corpus: Corpus) -> Iterator[str]:
    for kind in KINDS:
        if number := sum(entry.kind == kind for entry in corpus.entries.values()):
            link = markdown.link(PLURALS[kind], f"glossary/index.md#{PLURALS[kind].lower()}")
            yield f"{swatch(kind)} {link} {count_badge(number)}"


def _most_mentioned(corpus: Corpus) -> list[str]:
    named = [entry for entry in corpus.entries.values() if entry.id in corpus.named_by]
    most = sorted(named, key=lambda entry: -corpus.count(entry.id))[:MOST_MENTIONED]
    items = [_entry_line(entry, corpus) for entry in most]
    return [markdown.heading("Most mentioned", 2, "most-mentioned"), markdown.bullets(items)] if items else []


def _entry_line(entry: Entry, corpus: Corpus) -> str:
    link = markdown.link(entry.pref_label, text_names.entry_path(entry.id))
    return f"{swatch(entry.kind)} {link} {count_badge(corpus.count(entry.id))}"


def sources_page(corpus: Corpus) -> Page:
    """Compose the index of texts: a card for each, by date."""
    texts = pluralise(len(corpus.documents), "text")
    scale = common_scale(document.source.issued for document in corpus.documents)
    cards = [text_card(document, SOURCES, scale, headnote_sentence(document, corpus)) for document in corpus.documents]
    return index_page(SOURCES, "sources", cards, corpus, f"The {texts} of this edition in order of date.")
