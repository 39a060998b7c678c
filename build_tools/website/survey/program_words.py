"""The pages of the program, whose words are English: a site in another language marks them."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.corpus.written_pages import Prose, standard_pages
from build_tools.website.localisation import ENGLISH, speaks_english, spoken_language
from build_tools.website.naming.foreign_words import mark_foreign


def has_program_words(path: str, written: Iterable[Prose]) -> bool:
    """Return whether the words of a page are the program's, on a site that is not in English.

    Args:
        path: The path of the page, below docs/.
        written: The pages that the edition wrote itself.
    """
    if spoken_language().partition("-")[0] == "en" and speaks_english():
        return False
    return _is_standard(path, written)


def mark_if_programs(body: str, page: Prose, written: Iterable[Prose]) -> str:
    """Return the Markdown of a page, foreign words marked where the words are the program's, which are English.

    Args:
        body: The Markdown, evidence rendered.
        page: The page.
        written: The pages that the edition wrote itself.
    """
    return mark_foreign(body, ENGLISH) if _is_standard(page.path, written) else body


def _is_standard(path: str, written: Iterable[Prose]) -> bool:
    is_standard = any(page.path == path for page in standard_pages())
    return is_standard and not any(page.path == path and page.body.strip() for page in written)
