"""The sidebar of a text or an entry: who and what is named, where and how often."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from build_tools.model import KINDS, Document, Entry
from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.naming.counted_things import mentions_in_texts
from build_tools.website.naming.text_names import makers, quoted_title
from build_tools.website.naming.vocabulary import kind_in_plural, kind_in_words
from build_tools.website.pages.parts.charts import mention_bars
from build_tools.website.survey.lookups import Corpus

MOST_TEXTS = 12
"""The largest number of texts of which the sidebar of an entry has all; of more, it has the first."""

FIRST_TEXTS = 10

OPEN_RELATED = 12
"""How many related entries of one sort are seen at once; more are folded."""

MOST_RELATED = 120
"""The most related entries of one sort that the sidebar has: of more, those with the most mentions."""


def text_sidebar(
    document: Document, linked: Mapping[str, AbstractSet[str]], corpus: Corpus
) -> dict[str, object] | None:
    """Return every entry that a text speaks of, by kind, the most frequent first, for the template; None if none.

    Args:
        document: The text.
        linked: Its words that are links, as `linked_words` returns them.
        corpus: The edition.

    Returns:
        What it is `about`, with the number of paragraphs; and the `groups`: a kind, its name in the plural, and its
        entries, each with its label, a name if its label is ambiguous in the text, its page, its count, a label for the
        count, the blocks that report it in plain words, its first place, and the path of its chart.
    """
    named = corpus.named_in[document.source.id]
    if not named:
        return None
    by_kind: dict[str, list[str]] = {}
    for entry in sorted(named, key=lambda name: (-sum(named[name].values()), corpus.rank[name])):
        by_kind.setdefault(corpus.entries[entry].kind, []).append(entry)
    groups = [
        {
            "kind": kind,
            "plural": kind_in_plural(kind),
            "entries": [_named(corpus.entries[entry], linked, document, corpus) for entry in by_kind[kind]],
        }
        for kind in KINDS
        if kind in by_kind
    ]
    return {"about": _in_paragraphs(len(corpus.paragraphs[document.source.id])), "groups": groups}


def _in_paragraphs(number: int) -> str:
    return translate_count(
        number,
        "How often and where in the {number} paragraph each entry is mentioned. Select a count to go to the mentions.",
        "How often and where in the {number} paragraphs each entry is mentioned. Select a count to go to the mentions.",
    )


def linked_words(document: Document, corpus: Corpus) -> Mapping[str, AbstractSet[str]]:
    """Return the words of a text that are links, each with the ids of the entries to which it leads."""
    found: dict[str, set[str]] = {}
    for mention in corpus.edition.mentions.get(document.source.id, ()):
        found.setdefault(" ".join(mention.exact.split()), set()).add(mention.entry)
    return found


def _named(entry: Entry, linked: Mapping[str, AbstractSet[str]], document: Document, corpus: Corpus) -> dict[str, str]:
    identifier = document.source.id
    places = corpus.named_in[identifier][entry.id]
    number = sum(places.values())
    return {
        "label": entry.pref_label,
        # The text can use the same words of another: "Moscow" of Russia.
        "name": f"{entry.pref_label}, {kind_in_words(entry.kind)}"
        if linked.get(entry.pref_label, {entry.id}) - {entry.id}
        else "",
        "to": f"glossary/{entry.id}",
        "count": write_number(number),
        # Without scripts the link goes to the first mention; with them it steps from one mention to the next.
        "count_label": translate_count(
            number,
            "{entry}: {number} mention, go to the first",
            "{entry}: {number} mentions, go to the first",
            entry=entry.pref_label,
        ),
        # Passages without a link, so that a script finds them too.
        "told": " ".join(
            dict.fromkeys(report.block for report in corpus.reports.get(identifier, ()) if report.entry == entry.id)
        ),
        "first": next(iter(places)),
        "bars": mention_bars(places, corpus.paragraphs[identifier]),
    }


def entry_sidebar(entry: Entry, corpus: Corpus) -> dict[str, object] | None:
    """Return the texts that name an entry and the entries related to it, for the template; None if there are neither.

    Returns:
        A `summary` of the mentions; the `texts`, the ones with the most mentions where there are many, each with its
        name, page, count and the path of its chart; how many `more` there are; and the `relations`: a name, an id,
        `entries`, each with its label, page and kind, those `folded` and the name of their fold, and how many `more`.
    """
    found = [
        (translate("Related"), "related", corpus.related.get(entry.id, ())),
        (translate("Broader"), "broader", tuple(broader for broader in entry.broader if broader in corpus.entries)),
        (translate("Narrower"), "narrower", corpus.narrower.get(entry.id, ())),
        (translate("Not to be confused with"), "not-to-be-confused-with", corpus.rivals.get(entry.id, ())),
    ]
    relations = [_relation(name, identifier, entries, corpus) for name, identifier, entries in found if entries]
    named = corpus.named_by.get(entry.id, {})
    if not named and not relations:
        return None
    found_in = mentions_in_texts(corpus.count(entry.id), len(named))
    summary = translate("{mentions}, by paragraph.", mentions=found_in)
    texts: Iterable[str] = named
    if len(named) > MOST_TEXTS:
        summary = translate("{mentions}; the texts with the most, by paragraph.", mentions=found_in)
        texts = sorted(named, key=lambda text: -sum(named[text].values()))[:FIRST_TEXTS]
    elif len(named) > 1:
        summary = translate("{mentions}, in order of date, by paragraph.", mentions=found_in)
    listed = corpus.in_order(texts)
    rest = len(named) - len(listed)
    return {
        "summary": summary,
        "texts": [_text_line(document, entry, corpus) for document in listed],
        "more": translate_count(rest, "and {number} more text", "and {number} more texts") if rest else "",
        "relations": relations,
    }


def _text_line(document: Document, entry: Entry, corpus: Corpus) -> dict[str, str]:
    source = document.source
    places = corpus.named_by[entry.id][source.id]
    name = corpus.short_names[source.id]
    return {
        "label": name,
        # An entry can have the name of a maker, and stand in the same sidebar.
        "name": f"{name}, {quoted_title(source)}" if name in makers(source) else "",
        "to": f"sources/{source.id}",
        "count": write_number(sum(places.values())),
        "bars": mention_bars(places, corpus.paragraphs[source.id]),
    }


def _relation(name: str, identifier: str, entries: tuple[str, ...], corpus: Corpus) -> dict[str, object]:
    kept = {*sorted(entries, key=lambda entry: -corpus.count(entry))[:MOST_RELATED]}
    linked = [
        {"label": corpus.entries[entry].pref_label, "to": f"glossary/{entry}", "kind": corpus.entries[entry].kind}
        for entry in entries
        if entry in kept
    ]
    seen = OPEN_RELATED if len(linked) > OPEN_RELATED + 1 else len(linked)
    folded, rest = linked[seen:], len(entries) - len(linked)
    return {
        "name": name,
        "id": identifier,
        "entries": linked[:seen],
        "folded": folded,
        "fold": translate_count(len(folded), "{number} more", "{number} more") if folded else "",
        "more": translate_count(rest, "and {number} more entry", "and {number} more entries") if rest else "",
    }
