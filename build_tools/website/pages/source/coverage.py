"""The coverage of a seed: how many characters are shown, set aside, or white space; and the words set aside."""

from __future__ import annotations

from build_tools.model import Document
from build_tools.text.escaping import visible
from build_tools.website.survey.lookups import Corpus


def coverage(document: Document, corpus: Corpus) -> dict[str, object] | None:
    """Return the account of every character of a text for the template; None if nobody can count them.

    Of a text that is not published in full, the words set aside are not shown.

    Returns:
        The `rows` of the account, each a name and a number, and what is set `aside`, with its reason and language.
    """
    accounts = (account for account in corpus.registry.figures.accounts if account.source == document.source.id)
    account = next(accounts, None)
    if account is None:
        return None
    is_withheld = document.source.is_withheld
    rows = [
        ["Of the text" if is_withheld else "Shown above", f"{account.shown:,}"],
        ["Set aside" if is_withheld else "Set aside, below", f"{account.aside:,}"],
        ["White space between blocks and at line ends", f"{account.white:,}"],
        ["Total", f"{account.total:,}"],
    ]
    aside = [
        {
            "reason": span.reason,
            "words": visible(document.source.text[span.start : span.end]),
            "lang": corpus.language_of(span.lang) or "",
        }
        for span in document.set_aside
    ]
    return {"rows": rows, "aside": aside}
