"""The pages of the program, whose words are English: a site in another language marks them."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.corpus.written_pages import Prose, standard_pages
from build_tools.website.localisation import speaks_english, spoken_language


def has_program_words(path: str, written: Iterable[Prose]) -> bool:
    """Return whether the words of a page are the program's, on a site that is not in English.

    Args:
        path: The path of the page, below docs/.
        written: The pages that the edition wrote itself.
    """
    if spoken_language().partition("-")[0] == "en" and speaks_english():
        return False
    is_standard = any(page.path == path for page in standard_pages())
    return is_standard and not any(page.path == path and page.body.strip() for page in written)
