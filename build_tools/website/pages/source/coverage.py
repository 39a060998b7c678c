"""The coverage of a seed: how many characters are shown, set aside, or white space; and the words set aside."""

from __future__ import annotations

from build_tools.model import LINE_END_HYPHEN, MARKUP, Document, SetAside
from build_tools.text.escaping import visible
from build_tools.website.localisation import translate, translate_count, write_number
from build_tools.website.naming.vocabulary import reason_in_words
from build_tools.website.survey.lookups import Corpus


def coverage(document: Document, corpus: Corpus) -> dict[str, object] | None:
    """Return the account of every character of a text for the template; None if the characters are not counted.

    Of a text that is not published in full, the words set aside are not shown.

    Returns:
        The `rows` of the account, each a name and a number, and what is set `aside`, with its reason and language.
    """
    account = corpus.registry.figures.accounts.get(document.source.id)
    if account is None:
        return None
    is_withheld = document.source.is_withheld
    rows = [
        [translate("Of the text") if is_withheld else translate("Shown above"), write_number(account.shown)],
        [translate("Set aside") if is_withheld else translate("Set aside, below"), write_number(account.aside)],
        [translate("White space between blocks and at line ends"), write_number(account.white)],
        [translate("Total"), write_number(account.total)],
    ]
    aside = [
        {
            "reason": reason_in_words(span.reason),
            "words": visible(document.source.text[span.start : span.end]),
            "lang": corpus.language_of(span.lang) or "",
        }
        for span in document.set_aside
        if span.reason != LINE_END_HYPHEN and not _is_bare_mark(span, document)
    ]
    if hyphens := sum(span.reason == LINE_END_HYPHEN for span in document.set_aside):
        words = translate_count(hyphens, "{number} in all, within a word", "{number} in all, each within a word")
        aside.append({"reason": reason_in_words(LINE_END_HYPHEN), "words": words, "lang": ""})
    if marks := sum(_is_bare_mark(span, document) for span in document.set_aside):
        words = translate_count(
            marks, "{number} mark without words, such as * or #", "{number} marks without words, such as * or #"
        )
        aside.append({"reason": reason_in_words(MARKUP), "words": words, "lang": ""})
    return {"rows": rows, "aside": aside}


def _is_bare_mark(span: SetAside, document: Document) -> bool:
    """Return whether a span is a mark of Markdown that has no letter in it, as the target of a link has."""
    return span.reason == MARKUP and not any(map(str.isalnum, document.source.text[span.start : span.end]))
