"""The alternative labels of an entry by language, each with the places where a text in that language has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.linking.lexicon.forms import write_forms
from build_tools.model import Entry, Label, Mention
from build_tools.text.normalising import normalise_label
from build_tools.website.localisation import translate, translate_count
from build_tools.website.markup.as_data import runs
from build_tools.website.markup.body_nodes import Content, Inline, Link, Phrase
from build_tools.website.naming import text_names
from build_tools.website.naming.addresses import entry_path, source_path
from build_tools.website.naming.vocabulary import language_name, language_order, same_language
from build_tools.website.pages.entry.year_pages import lines_address
from build_tools.website.survey.lookups import Corpus


def alternative_labels(entry: Entry, corpus: Corpus) -> list[list[object]]:
    """Return the alternative labels by language for the template.

    Returns:
        The name of each language, and its labels as a list of runs, each label followed by where it occurs; those that
        no text in the language has come last.
    """
    by_language: dict[str, list[Label]] = {}
    for label in entry.alt_labels:
        by_language.setdefault(label.lang, []).append(label)
    mentions = [line.mention for line in corpus.edition.concordance.get(entry.id, ())]
    return [
        [language_name(lang), runs(_row(entry, by_language[lang], mentions, corpus))]
        for lang in sorted(by_language, key=lambda tag: language_order(tag, corpus.edition.language))
    ]


def _row(entry: Entry, labels: Sequence[Label], mentions: Sequence[Mention], corpus: Corpus) -> Content:
    """Return the labels of one language, each text once, with where they occur."""
    lang = labels[0].lang
    keys = {label.text: _keys(label, entry) for label in labels}
    named = normalise_label(entry.name)
    spoken = [mention for mention in mentions if same_language(corpus.block(mention).lang, lang)]
    by_label = _by_label(keys, named, spoken)
    elsewhere = {text for text, found in _by_label(keys, named, mentions).items() if found}
    row: list[Inline] = []
    for text, found in by_label.items():
        if found:
            row += _labelled([text], _where(entry, found, corpus), lang, corpus, follows=bool(row))
    # Not "in no text": a text may have the words within a longer name that is linked in their place.
    notes = (translate("linked in no text in this language"), True), (translate("linked in no text"), False)
    for note, is_elsewhere in notes:
        absent = [text for text, found in by_label.items() if not found and (text in elsewhere) == is_elsewhere]
        if absent:
            row += _labelled(absent, note, lang, corpus, follows=bool(row))
    return tuple(row)


def _labelled(texts: Sequence[str], where: Inline, lang: str, corpus: Corpus, *, follows: bool) -> Iterator[Inline]:
    """Yield labels and where all of them occur."""
    for number, text in enumerate(texts):
        yield from (", ",) if number else (" · ",) if follows else ()
        yield Phrase((text,), lang=corpus.language_of(lang))
    yield " "
    yield Phrase((where,), ("where",))


def _keys(label: Label, entry: Entry) -> frozenset[str]:
    """Return the forms in which a text may have a label, as they are looked up."""
    return frozenset(form.key for form in write_forms(label, entry.kind, full_name=entry.name))


def _by_label(
    keys: Mapping[str, frozenset[str]], preferred: str, mentions: Sequence[Mention]
) -> dict[str, list[Mention]]:
    """Return the mentions that each label accounts for: those of its very words, then those of its other forms.

    A mention in the very words of another label, or of the preferred one, is none of its other forms.
    """
    own = {preferred, *map(normalise_label, keys)}
    found: dict[str, list[Mention]] = {text: [] for text in keys}
    for mention in mentions:
        words = normalise_label(mention.exact)
        for text, forms in keys.items():
            if words == normalise_label(text) or (words in forms and words not in own):
                found[text].append(mention)
    return found


def _where(entry: Entry, mentions: Sequence[Mention], corpus: Corpus) -> Inline:
    """Link to the only mention, to those of the only text, or to all of them."""
    documents = {mention.document for mention in mentions}
    source = corpus.by_id[mentions[0].document].source
    if len(mentions) == 1:
        place = text_names.place_name(corpus.block(mentions[0]))
        words = text_names.with_place(corpus.short_names[source.id], place)
        return Link((words,), f"{source_path(source.id)}#{mentions[0].block}", ("ev",))
    if len(documents) == 1:
        words = corpus.short_names[source.id]
        label = translate("{text}: its lines", text=words)
        return Link((words,), lines_address(entry, source.id, corpus), ("ev",), label)
    words = translate_count(len(documents), "in {number} text", "in {number} texts")
    return Link((words,), f"{entry_path(entry.id)}#in-the-corpus", ("ev",))
