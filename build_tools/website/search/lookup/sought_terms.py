"""The terms of the index by which the texts are found that may have a quotation: the rarest, as far as is known.

Which terms are common is known before any is looked up; of the others, the longest are the rarest.

The twin of `soughtTerms` in build_tools/website/static/candidates.js. A text that has the words exactly has one of the
alternatives of every sought term, wherever its paragraphs and spaces are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from build_tools.edition.quoting.quotation_answers import quotation_parts
from build_tools.edition.quoting.quotation_tokens import Token, split_tokens, trim
from build_tools.text.characters import combining_marks
from build_tools.text.scripts import is_east_asian
from build_tools.website.search.postings import MOST
from build_tools.website.search.tokens import tokenize

Sought = tuple[str, ...]
"""A term, or a pair of Han or Kana characters and the first of them alone: a space of the text may divide the pair."""

_SHORTEST = 2  # characters: a single letter may be one of several initials, which the index joins
_APART = 3  # of pairs that overlap the next tell little
_UNLISTED_CLASS = MOST.bit_length()  # the class of a term that is in more records than the index names
_MARK = re.compile(f"[{combining_marks()}]")
_NO_COMMON: Mapping[str, int] = {}


def sought_terms(quotation: str, common: Mapping[str, int] = _NO_COMMON) -> tuple[Sought, ...]:
    """Return the terms of a quotation that every text with these words has, those that tell most first.

    Words that stand only in brackets, which may be the quoter's own, are left out where there are others; and terms
    that are in so many records that the index does not name all.

    Args:
        quotation: The words as somebody quotes them.
        common: The class of the frequency of each common term.
    """
    whole = dict.fromkeys(_terms(trim(split_tokens(quotation))))
    quoted = {term for part in quotation_parts(quotation) for term in _terms(part)}
    terms = [term for term in whole if term in quoted] or list(whole)
    ranks = {term: max(common.get(alternative, 0) for alternative in term) for term in terms}
    places = {term: place for place, term in enumerate(terms)}
    listed_terms = (term for term in terms if ranks[term] < _UNLISTED_CLASS)
    return tuple(
        sorted(listed_terms, key=lambda term: (ranks[term], -len(term[0]), _stagger(term, places[term]), places[term]))
    )


def _stagger(term: Sought, place: int) -> int:
    return place % _APART if is_east_asian(term[0]) else 0


def _terms(tokens: Sequence[Token]) -> Iterator[Sought]:
    # The index has a character and the mark behind it, such as が in two parts, as one.
    whole = [token for token, behind in zip_longest(tokens, tokens[1:]) if not (behind and _MARK.match(behind.form))]
    for unspaced, run in groupby(whole, key=lambda token: token.is_word and token.is_unspaced):
        if unspaced:
            yield from ((pair, pair[0]) for pair in _indexed("".join(token.form for token in run)))
        else:
            yield from ((term,) for token in run if token.is_word for term in _indexed(token.form))


def _indexed(text: str) -> Iterable[str]:
    return (term for term in tokenize(text) if len(term) >= _SHORTEST)
