"""How many paragraphs, words, mentions and other things there are, as several pages say it."""

from __future__ import annotations

from build_tools.website.localisation import translate, translate_count


def counted_paragraphs(number: int) -> str:
    """Return a number of paragraphs in words: "1 paragraph", "2 paragraphs"."""
    return translate_count(number, "{number} paragraph", "{number} paragraphs")


def counted_mentions(number: int) -> str:
    """Return a number of mentions in words."""
    return translate_count(number, "{number} mention", "{number} mentions")


def counted_texts(number: int) -> str:
    """Return a number of texts in words."""
    return translate_count(number, "{number} text", "{number} texts")


def counted_entries(number: int) -> str:
    """Return a number of entries in words."""
    return translate_count(number, "{number} entry", "{number} entries")


def counted_events(number: int) -> str:
    """Return a number of events in words."""
    return translate_count(number, "{number} event", "{number} events")


def counted_statements(number: int) -> str:
    """Return a number of statements in words."""
    return translate_count(number, "{number} statement", "{number} statements")


def counted_differences(number: int) -> str:
    """Return a number of differences between texts in words."""
    return translate_count(number, "{number} difference", "{number} differences")


def counted_quotations(number: int) -> str:
    """Return a number of quotations in words."""
    return translate_count(number, "{number} quotation", "{number} quotations")


def counted_words(number: int) -> str:
    """Return a number of words in words."""
    return translate_count(number, "{number} word", "{number} words")


def mentions_in_texts(mentions: int, texts: int) -> str:
    """Return how often an entry is mentioned, and in how many texts: "3 mentions in 2 texts"."""
    return translate("{mentions} in {texts}", mentions=counted_mentions(mentions), texts=counted_texts(texts))
