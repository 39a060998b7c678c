"""The names that stand together: a picture, and the same as a table. To be named together is not to have met."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.website.localisation import for_translation, translate, translate_count
from build_tools.website.markup.body_nodes import Block, Content, Heading, Link, Paragraph, Slot, Table
from build_tools.website.markup.composed_page import ComposedPage
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.counted_things import counted_paragraphs, counted_texts
from build_tools.website.pages.explore.pair_drawing import drawing
from build_tools.website.pages.indexes.index_page import Index, compose_index
from build_tools.website.survey.lookups import Corpus
from build_tools.website.survey.named_together import Pair, Together, named_together

TOGETHER = "together.md"
_NONE = for_translation("No paragraph of this edition names two entries of its glossary.")
_BAR = 48


def together_page(corpus: Corpus) -> ComposedPage:
    """Compose the page; where no paragraph names two entries, it says so."""
    together = named_together(corpus)
    index = Index(
        "together",
        translate("Which names the texts give in the same paragraphs."),
        below=tuple(_blocks(together, corpus)) if together else (Paragraph((translate(_NONE),)),),
        template="together.html" if together else "main.html",
        around=_around(together, corpus) if together else {},
        styles=("assets/together.css",),
        has_content=together is not None,
    )
    return compose_index(TOGETHER, index, corpus)


def _blocks(together: Together, corpus: Corpus) -> Iterator[Block]:
    head = (translate("Name"), translate("with"), translate("Texts"), translate("Paragraphs"), translate("First in"))
    rows: tuple[tuple[Content, ...], ...] = tuple(
        (
            *((_entry(name, corpus),) for name in pair.names),
            (str(pair.texts),),
            (str(pair.paragraphs),),
            (_first(pair, corpus),),
        )
        for pair in together.pairs
    )
    yield Slot("picture")
    yield Heading(2, "pairs", (translate("The same pairs as a table"),))
    yield Slot("pairs", (Table(tuple((cell,) for cell in head), rows),))


def _entry(identifier: str, corpus: Corpus) -> Link:
    return Link((corpus.entries[identifier].pref_label,), entry_path(identifier))


def _first(pair: Pair, corpus: Corpus) -> Link:
    source, block = pair.first
    return Link((_place(pair, corpus),), f"{source_path(source)}#{block}")


def _place(pair: Pair, corpus: Corpus) -> str:
    source, block = pair.first
    return text_names.with_place(corpus.short_names[source], text_names.place_name(corpus.blocks[source][block]))


def _around(together: Together, corpus: Corpus) -> dict[str, object]:
    labels = {name: corpus.entries[name].pref_label for name in together.names}
    most = together.pairs[0].texts
    return {
        "picture": drawing(together.names, together.pairs, labels),
        "kinds": {name: corpus.entries[name].kind for name in together.names},
        "caption": _caption(together, labels[together.names[0]]),
        "pairs": [_row(pair, most, labels, corpus) for pair in together.pairs],
        "chosen": together.names[0],
    }


def _row(pair: Pair, most: int, labels: dict[str, str], corpus: Corpus) -> dict[str, object]:
    one, other = (labels[name] for name in pair.names)
    source, block = pair.first
    return {
        "names": [{"id": name, "label": labels[name], "kind": corpus.entries[name].kind} for name in pair.names],
        "bar": max(1, round(_BAR * pair.texts / most)),
        "texts": pair.texts,
        "where": translate("{texts} name {one} with {other}", texts=counted_texts(pair.texts), one=one, other=other),
        "paragraphs": counted_paragraphs(pair.paragraphs),
        "first": {"to": f"sources/{source}", "at": block, "text": _place(pair, corpus)},
    }


def _caption(together: Together, chosen: str) -> str:
    names = translate_count(
        together.among,
        "{shown} of {number} name that the texts give",
        "{shown} of {number} names that the texts give",
        shown=str(len(together.names)),
    )
    pairs = translate_count(
        together.all_pairs,
        "{shown} of {number} pair",
        "{shown} of {number} pairs",
        shown=str(len(together.pairs)),
    )
    how = translate("The thicker the line, the more texts; dark lines lead to {name}.", name=chosen)
    return translate("{names}, {pairs}. {how}", names=names, pairs=pairs, how=how)
