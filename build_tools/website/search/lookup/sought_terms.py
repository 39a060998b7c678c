"""The terms of the index by which the texts are found that may have a quotation: the longest, which are the rarest.

The twin of `soughtTerms` in build_tools/website/static/candidates.js. A text that has the words exactly has one of the
alternatives of every sought term, wherever its paragraphs and spaces are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from build_tools.edition.quoting.quotation_answers import quotation_parts
from build_tools.edition.quoting.quotation_tokens import Token, split_tokens, trim
from build_tools.text.scripts import is_east_asian
from build_tools.website.search.tokens import tokenize

Sought = tuple[str, ...]
"""A term, or a pair of Han or Kana characters and the first of them alone: a space of the text may divide the pair."""

_SHORTEST = 2  # characters: a single letter may be one of several initials, which the index joins
_APART = 3  # of pairs that overlap the next tell little


def sought_terms(quotation: str) -> tuple[Sought, ...]:
    """Return the terms of a quotation that every text with these words has, those that tell most first.

    Words that stand only in brackets, which may be the quoter's own, are left out where there are others.
    """
    whole = dict.fromkeys(_terms(trim(split_tokens(quotation))))
    quoted = {term for part in quotation_parts(quotation) for term in _terms(part)}
    terms = [term for term in whole if term in quoted] or list(whole)
    places = {term: place for place, term in enumerate(terms)}
    return tuple(sorted(terms, key=lambda term: (-len(term[0]), _stagger(term, places[term]), places[term])))


def _stagger(term: Sought, place: int) -> int:
    return place % _APART if is_east_asian(term[0]) else 0


def _terms(tokens: Sequence[Token]) -> Iterator[Sought]:
    for unspaced, run in groupby(tokens, key=lambda token: token.is_word and token.is_unspaced):
        if unspaced:
            yield from ((pair, pair[0]) for pair in _indexed("".join(token.form for token in run)))
        else:
            yield from ((term,) for token in run if token.is_word for term in _indexed(token.form))


def _indexed(text: str) -> Iterable[str]:
    return (term for term in tokenize(text) if len(term) >= _SHORTEST)
