"""Words divided at a line's end: one word for readers, search, links and quotations, where the corpus says so."""

from __future__ import annotations

import pytest

from build_tools.editing.annotation import annotate
from build_tools.linking import Lexicon, link_mentions
from build_tools.model import LINE_END_HYPHEN, Document, Entry, Label, Ruling
from build_tools.model.corpus_statistics import CorpusStatistics, count_words, merge_statistics
from build_tools.segmentation import cut_text, segment, statistics_used
from build_tools.website.search.tokens import tokenize
from tests.support.invented import source

OFFICE = Entry(
    "office", "organisation", "Office of Financial Affairs", (), (), (), (), "", (), (), (), (), "", 1, "o.md"
)


def cut(text: str, *others: str, rulings: tuple[Ruling, ...] = ()) -> Document:
    """A text cut with what it and others of its corpus say."""
    statistics = merge_statistics(map(count_words, (text, *others)))
    document, findings = segment(source(text=text, rulings=rulings, languages=("en",)), statistics)
    assert not findings
    return document


def shown(text: str, *others: str) -> str:
    return " ".join(block.text for block in cut(text, *others).blocks)


@pytest.mark.parametrize(
    ("text", "elsewhere", "whole"),
    [
        ("The meeting was opened by the dele-\ngates of two towns.", "Delegates came.", "delegates"),
        (
            "Im Jahre darauf beschlossen die Abge-\nordneten des Landes nichts.",
            "Kein Abgeordneten sprach.",
            "Abgeordneten",
        ),
        ("Les deux gouverne-\nments ont signé un traité.", "Leurs gouvernements sont vieux.", "gouvernements"),
        ("Зимой новое прави-\nтельство не собиралось.", "Старое правительство ушло.", "правительство"),
    ],
)
def test_a_known_word_is_whole_in_four_languages_and_its_hyphen_is_in_the_ledger(
    text: str, elsewhere: str, whole: str
) -> None:
    document = cut(text, elsewhere)
    (block,) = document.blocks
    assert whole in block.text.split()
    assert whole.lower() in {word.lower() for word in block.text.split()}
    assert set(tokenize(whole)) <= set(tokenize(block.text))
    assert [(span.reason, text[span.start : span.end]) for span in document.set_aside] == [(LINE_END_HYPHEN, "-")]


@pytest.mark.parametrize(
    ("text", "elsewhere", "expected"),
    [
        ("He asked for a re-\nentry to the town.", "The re-entry was late.", "a re-entry to"),
        ("It is a well-\nknown name.", "", "a well-known name"),
        ("Est-ce que la mère est-\nelle là ?", "La ville est-elle belle ?", "est-elle"),
        ("Кто-\nто пришёл к нам.", "Кто там?", "Кто-то"),
        ("He saw the coun-\ntry of Roe.", "A country.", "the country of"),
        ("An account of pre-\nand post-war times.", "", "of pre- and post-war"),
        ("The govern-\nments met.", "A government fell.", "The governments met"),
    ],
)
def test_a_hyphen_of_the_word_stays(text: str, elsewhere: str, expected: str) -> None:
    assert expected in shown(text, elsewhere)


def test_a_hyphen_that_only_typesetters_write_divides_a_word() -> None:
    assert shown("The well-known inter\u2010\nnational court, and the harbour\u2010\nmaster.") == (
        "The well-known international court, and the harbourmaster."
    )
    assert shown("A dis\u00adagree\u00ad\u2010\nment.") == "A dis\u00adagree\u00adment."


def test_what_nobody_can_tell_keeps_its_hyphen_and_is_a_doubt_that_a_ruling_decides() -> None:
    text = "The harbour is old, and the harbour-\nmaster is older than the master before him."
    document = cut(text)
    assert "harbour-master is" in document.blocks[0].text
    (doubt,) = document.doubts
    assert (doubt.kind, doubt.ruling) == ("hyphen", '{quote: "harbour-master", hyphen: dropped}')
    ruled = cut(text, rulings=(Ruling("harbour-master", 1, hyphen="dropped"),))
    assert "harbourmaster is" in ruled.blocks[0].text
    assert ruled.doubts == ()
    kept = cut(text, rulings=(Ruling("harbour-master", 1, hyphen="kept"),))
    assert "harbour-master is" in kept.blocks[0].text
    assert kept.doubts == ()


def test_a_divided_name_is_linked_in_a_text_and_by_annotate() -> None:
    text = "It was printed by the Office of Finan-\ncial Affairs in the spring of that year."
    mentions, _, _ = link_mentions(cut(text), Lexicon((OFFICE,)))
    assert [mention.exact for mention in mentions] == ["Office of Financial Affairs"]
    annotations, _ = annotate(text, "notes.txt", Lexicon((OFFICE,)))
    assert [(annotation.entry, annotation.exact) for annotation in annotations] == [
        ("office", "Office of Finan-\ncial Affairs")
    ]


@pytest.mark.parametrize(
    "written", ["Oﬃce of Financial Aﬀairs", "Office of Finan\u00adcial Affairs", "Office\u00a0of Financial Affairs"]
)
def test_ligatures_soft_hyphens_and_fixed_spaces_are_shown_as_received_and_matched_as_one(written: str) -> None:
    document = cut(f"The {written} is shut.")
    assert written in document.blocks[0].text
    mentions, _, _ = link_mentions(document, Lexicon((OFFICE,)))
    assert [mention.exact for mention in mentions] == [written]
    assert tokenize(written) == tokenize("Office of Financial Affairs")


def test_entities_are_shown_as_received_and_matched_as_what_they_mean() -> None:
    text = "Jos&eacute; Roe&#8217;s office &mdash; &quot;Tom &amp; Jerry&quot;."
    jose = Entry(
        "jose", "person", "José Roe", (Label("Tom & Jerry", "en"),), (), (), (), "", (), (), (), (), "", 1, "j.md"
    )
    document = cut(text)
    assert document.blocks[0].text == text
    mentions, _, _ = link_mentions(document, Lexicon((jose,)))
    assert [mention.exact for mention in mentions] == ["Jos&eacute; Roe", "Tom &amp; Jerry"]
    assert tokenize("caf&eacute;") == tokenize("café")


def test_a_text_names_only_the_words_that_decide_it() -> None:
    text = "The dele-\ngates met."
    corpus = merge_statistics([count_words("Delegates met. Others too."), count_words("A gate.")])
    assert dict(statistics_used(text, corpus).words) == {"Delegates": 1}
    assert statistics_used("No divided word.", corpus) == CorpusStatistics()


def test_a_word_divided_in_a_text_of_its_own_is_decided_by_that_text() -> None:
    assert cut_text("Delegates came. The dele-\ngates left.").blocks[0].text == "Delegates came. The delegates left."
