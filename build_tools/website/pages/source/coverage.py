"""The coverage of a seed: how many characters are shown, set aside, or white space; and the words set aside."""

from __future__ import annotations

from build_tools.model import Document, SetAside
from build_tools.text import html, markdown
from build_tools.website.survey.lookups import Corpus


def coverage_section(document: Document, corpus: Corpus) -> str:
    """Return the section, closed at first, that accounts for every character of a text; "" if nobody can count them.

    Of a text that is not published in full, the words set aside are not shown.
    """
    accounts = (account for account in corpus.registry.figures.accounts if account.source == document.source.id)
    account = next(accounts, None)
    if account is None:
        return ""
    is_withheld = document.source.is_withheld
    rows = [
        ("Of the text" if is_withheld else "Shown above", account.shown),
        ("Set aside" if is_withheld else "Set aside, below", account.aside),
        ("White space between blocks and at line ends", account.white),
        ("Total", account.total),
    ]
    table = markdown.table(
        ("Characters", "Number"), [(markdown.escape(name), f"{number:,}") for name, number in rows], "account"
    )
    items = markdown.bullets(_set_aside(span, document, corpus) for span in document.set_aside)
    return markdown.block("details", [table, items], "ledger", summary="Every character accounted for")


def _set_aside(span: SetAside, document: Document, corpus: Corpus) -> str:
    verbatim = markdown.escape(document.source.text[span.start : span.end])
    words = html.element("span", verbatim, "verbatim", lang=corpus.language_of(span.lang))
    return f"{html.element('span', markdown.escape(span.reason), 'reason')} – {words}"
