"""The scan of a text: hits of the automaton at word boundaries become matches, most of them linked at once.

Hits are leftmost and longest. Han and Kana need no word boundary; Hangul needs none at its end, where particles follow.
A match stays open where the policy must decide what it names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter
from string import ascii_letters, digits

from build_tools.linking.languages.passage_language import passage_languages
from build_tools.linking.lexicon.label_index import Lexicon
from build_tools.linking.lexicon.pattern_types import INVARIABLE, SHARED_NAME, SPACES
from build_tools.linking.scanning.hits import HitResolver
from build_tools.linking.scanning.matches import (
    NO_ENTRIES,
    Hit,
    Match,
    MatchFields,
    RejectedMatch,
    match_of_fields,
)
from build_tools.linking.scanning.spelling_check import Languages, SpellingCheck
from build_tools.linking.scanning.text_addresses import BESIDE_ADDRESSES, is_in_address, may_have_address
from build_tools.linking.word_lists import NOUNS_IN_CAPITALS
from build_tools.model.documents import ADDRESS, LONGER_NAME
from build_tools.text.normalising import normalise

_WORD_CHARACTERS = frozenset(ascii_letters + digits)
_BOUNDARIES = frozenset(map(chr, range(128))) - _WORD_CHARACTERS  # beside these any word begins and ends
_PATTERN = itemgetter(Match._fields.index("pattern"))
_IN_ADDRESS = "it is inside an address"
_SECOND_SURNAME = re.compile(r"[-‐‑](?=[^\W\d_a-z])[^\W\d_]{3,}(?<!ed)(?![^\W_])")  # "-Led" in a headline is none
_OPENING_QUOTES = '“«„"'


def scan(
    text: str, lexicon: Lexicon, rejected: list[RejectedMatch] | None = None, languages: Languages = ()
) -> list[MatchFields]:
    """Return the matches of a text in order, none overlapping.

    Args:
        text: Any string, as it is in the seed or file.
        lexicon: The labels to look for.
        rejected: If given, takes the matches that the words beside them make part of another name.
        languages: Where each language of the text begins.

    Returns:
        The fields of each match, linked or open, at offsets of `text` in code points, the end exclusive.
    """
    if not lexicon.senses:
        return []
    normalised = normalise(text, thorough=False)
    original = None if normalised.is_mapped else text
    check = SpellingCheck(text, normalised, lexicon, languages)
    fields = _scan_normalised(normalised.text, original, lexicon, check, rejected)
    if fields is None:
        if rejected is not None:
            rejected.clear()
        normalised = normalise(text)
        check = SpellingCheck(text, normalised, lexicon, languages)
        fields = _scan_normalised(normalised.text, None, lexicon, check, rejected) or []
    if normalised.is_mapped:
        fields = [
            (*span, entry, rule, pattern, barred)
            for start, end, entry, rule, pattern, barred in fields
            if (span := normalised.whole_span(start, end))
        ]
        if rejected is not None:
            spans = [normalised.span(match.start, match.end) for match in rejected]
            rejected[:] = [
                replace(match, start=start, end=end) for match, (start, end) in zip(rejected, spans, strict=True)
            ]
    fields = _outside_addresses(fields, text, lexicon, rejected)
    fields = _without_second_surnames(fields, text, lexicon, rejected)
    quoted_patterns = lexicon.quoted_patterns
    if not quoted_patterns or '"' not in normalised.text or quoted_patterns.isdisjoint(map(_PATTERN, fields)):
        return fields
    matches = map(match_of_fields, fields)
    return [_with_both_quotes(text, match) if match.pattern in quoted_patterns else match for match in matches]


def _outside_addresses(
    fields: list[MatchFields], text: str, lexicon: Lexicon, rejected: list[RejectedMatch] | None
) -> list[MatchFields]:
    """Return the matches that lie in no address."""
    if ADDRESS in lexicon.rules_off or not may_have_address(text):
        return fields
    inside = [
        match
        for match in fields
        if (text[match[0] - 1] in BESIDE_ADDRESSES or text[match[1] : match[1] + 1] in BESIDE_ADDRESSES)
        and is_in_address(text, match[0], match[1])
    ]
    if rejected is not None:
        rejected += [
            RejectedMatch(start, end, pattern, _IN_ADDRESS, ADDRESS) for start, end, _, _, pattern, _ in inside
        ]
    return [match for match in fields if match not in inside] if inside else fields


def _without_second_surnames(
    fields: list[MatchFields], text: str, lexicon: Lexicon, rejected: list[RejectedMatch] | None
) -> list[MatchFields]:
    """Return the matches but the full names that a hyphen joins to a second surname: "Anna Vane-Tempest".

    In a language with capitals for all nouns it may be a compound about the person: "die Jean Paul-Zeit".
    """
    if LONGER_NAME in lexicon.rules_off or _SECOND_SURNAME.search(text) is None:
        return fields
    starts = {match[0] for match in fields}
    longer = {
        match[0]: second.end()
        for match in fields
        if match[1] + 1 not in starts
        and (second := _SECOND_SURNAME.match(text, match[1]))
        and " " in lexicon.keys[match[4]]
        and lexicon.kind_of(match[4]) == "person"
        and passage_languages(text).likely(match[0]) not in NOUNS_IN_CAPITALS
    }
    if rejected is not None:
        for start, end, _, _, pattern, _ in fields:
            if start in longer:
                reason = f"it begins the longer name “{text[start : longer[start]]}”"
                rejected.append(RejectedMatch(start, end, pattern, reason))
    return [match for match in fields if match[0] not in longer] if longer else fields


def _scan_normalised(
    text: str, original: str | None, lexicon: Lexicon, check: SpellingCheck, rejected: list[RejectedMatch] | None
) -> list[MatchFields] | None:
    """Return the fields of the matches in normalised text; None at two spaces in an `original` of the same offsets.

    Every hit of every text passes through this loop, so the commonest cases are decided in it.
    """
    fields: list[MatchFields] = []
    settled_to = 0
    resolver = HitResolver(text, lexicon, rejected)
    append, match_whole_words, boundaries = fields.append, resolver.match_whole_words, _BOUNDARIES
    pattern_types, default_links, is_single_word = lexicon.pattern_types, lexicon.default_links, lexicon.is_single_word
    checked_patterns = check.patterns
    for pattern, start, end in lexicon.look_up(text):
        if start < settled_to:
            continue
        barred = check.barred(pattern, start, end) if pattern in checked_patterns else NO_ENTRIES
        pattern_type = pattern_types[pattern]
        if not barred and pattern_type <= SHARED_NAME and text[end] in boundaries and text[start - 1] in boundaries:
            if pattern_type == INVARIABLE:
                entry, rule, trim = default_links[pattern]
                append((start, end - trim, entry, rule, pattern, NO_ENTRIES))
            elif match := match_whole_words(pattern, start, end):
                append(match)
        elif pattern_type == SPACES:
            if original and original[start:end].isspace():
                return None
        elif (
            barred
            or pattern_type > SHARED_NAME
            or not is_single_word[pattern]
            or _WORD_CHARACTERS.isdisjoint((text[start - 1], text[end]))
        ):
            for match, stop in resolver.resolve(Hit(pattern, start, end, barred)):
                append(match)
                settled_to = max(settled_to, stop)
    return fields


def _with_both_quotes(text: str, match: Match) -> Match:
    """Return a match that has only the closing quotation mark with the opening one: “unfriendly” countries."""
    if match.start and text[match.start - 1] in _OPENING_QUOTES:
        inside = text[match.start : match.end]
        closes_only = any(mark in inside for mark in "”»") and not any(mark in inside for mark in "“«„")
        if inside.count('"') % 2 or closes_only:
            return match._replace(start=match.start - 1)
    return match
