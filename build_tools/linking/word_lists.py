"""Words the policy knows: titles, institutions, given names, function words. Their files in data/ give their sources.

Each list is a closed class of the language or a list of the commonest members of an open one; none holds the
name of a particular person.
"""

from __future__ import annotations

from functools import cache, lru_cache

from build_tools.linking.languages.declension import decline_given_name
from build_tools.linking.languages.rule_files import languages_of_words, rules_of, words_of_all_languages
from build_tools.text.folding import fold
from build_tools.text.scripts import dominant_script
from build_tools.text.word_files import read_lines, read_sections, read_words, split_words

_LONGEST_ABBREVIATED = 3  # letters of a surname that in capitals is taken for an abbreviation
_DATA = "build_tools.linking.data"

INSTITUTIONS = read_words(_DATA, "institutions.txt")
"""Words that, after a capitalised name, make the longer name of an institution or a place of it."""

DIRECTIONS = words_of_all_languages("directions")
"""Words of any language before a place that make another place of it; with an asterisk, all their forms."""

NAME_OPENERS = words_of_all_languages("name openers")
"""Words of any language before a name that make something named after it, as DIRECTIONS."""

NAME_CLOSERS = INSTITUTIONS | words_of_all_languages("name closers")
"""Words of any language behind a name that make something named after it."""

FIXED_PHRASES = {line.split()[0]: frozenset(line.split()[1:]) for line in read_lines(_DATA, "fixed_phrases.txt")}
"""Names of places that begin a phrase for a thing, each with the words behind it: "Guinea pigs"."""

DETERMINERS = words_of_all_languages("determiners")
"""Words before a noun, of the languages that write any noun with a capital."""

WORDS_OF_ADDRESS = words_of_all_languages("words of address")
"""Adjectives that stand before the name of a person."""

NOUNS_THAT_ARE_SURNAMES = words_of_all_languages("nouns that are surnames")
"""Nouns of these languages that are surnames too, lower case."""

ARTICLES = words_of_all_languages("articles") | {"the"}
"""Articles of the languages whose names may stand with or without them, contractions too."""

ABBREVIATIONS = read_words(_DATA, "abbreviations.txt")
"""Abbreviations in capitals that are surnames too when they are written with one."""

NOUN_ENDINGS = tuple(
    sorted(split_words(line for lines in read_sections(_DATA, "noun_endings.txt").values() for line in lines))
)
"""Endings of nouns of any language that no given name has."""

NOUNS_IN_CAPITALS = ("de", "lb", "gsw")
"""The languages that write any noun with a capital."""

ARCHIVAL = read_words(_DATA, "archives.txt")
"""Institutions named after their author or subject, who is meant too: "the Harriman Papers"."""

TITLES = read_words(_DATA, "titles.txt") | words_of_all_languages("titles")
"""Words of any language that announce a person by office or courtesy, lower case."""

TITLES_OF_WOMEN = words_of_all_languages("titles of women")
"""Titles of any language that only women bear, lower case."""

TITLES_OF_MEN = words_of_all_languages("titles of men")
"""Titles of any language that only men bear, lower case."""

TITLES_LIKE_INITIALS = languages_of_words("titles like initials")
"""Abbreviated titles that look like an initial, each with its languages: "M." is Monsieur in French."""

FUNCTION_WORDS = read_words(_DATA, "function_words.txt")
"""Words of English that begin sentences, whatever they may be as names."""

LANGUAGES_OF_FUNCTION_WORDS = languages_of_words("function words")
"""Function words of all languages with rules, lower case, each with the languages that have it."""

WORDS_BEFORE_PLACES = words_of_all_languages("words before places")
"""Words of any language before a place, lower case."""

VERBS_OF_PERSONS = words_of_all_languages("verbs of persons")
"""Verbs of any language of what only persons do, as they stand behind a name."""

VERBS_OF_ACTING = words_of_all_languages("verbs of acting")
"""Verbs of any language of what persons and governments do, as they stand behind a name."""

COMMON_WORDS = FUNCTION_WORDS | read_words(_DATA, "surname_words.txt")
"""Function words, and words that begin sentences without an article and are surnames too."""

FUNCTION_WORDS_OF_ALL = FUNCTION_WORDS.union(LANGUAGES_OF_FUNCTION_WORDS)
"""Function words of all languages with rules, lower case."""

CALENDAR_WORDS = read_words(_DATA, "calendar_words.txt")
"""English names of months and of days of the week, as a text writes them."""

COMMON_FAMILIES = read_words(_DATA, "common_families.txt")
"""Family names of which a dozen cover half of all Koreans, lower case: alone they say little."""

GIVEN_NAMES = read_words(_DATA, "given_names.txt")
"""Common given names, lower case."""

NICKNAMES = {line.split()[0]: frozenset(line.split()[1:]) for line in read_lines(_DATA, "nicknames.txt")}
"""Short given names, each with the full ones it may stand for."""

PARTICLES = read_words(_DATA, "particles.txt")
"""Small words inside a family name, written with or without a capital."""

WORDS_BEFORE_LETTERS = read_words(_DATA, "words_before_letters.txt")
"""Words after which a single letter counts things, lower case: "Tab A"."""

TITLE_GRAMMAR = read_sections(_DATA, "title_grammar.txt")
"""How titles of office are put together, by section, in lines of words."""

TITLE_CASE_WORDS = frozenset[str]().union(*map(split_words, read_sections(_DATA, "title_case_words.txt").values()))
"""Words of any language that keep a small letter inside a name set in title case."""


@cache
def names_of_women() -> frozenset[str]:
    """Return many given names of women, folded."""
    return read_words(_DATA, "given_names_of_women.txt")


@cache
def names_of_men() -> frozenset[str]:
    """Return many given names of men, folded."""
    return read_words(_DATA, "given_names_of_men.txt")


@lru_cache(maxsize=20_000)
def is_given_name(word: str) -> bool:
    """Return whether a word is a given name somewhere; of a hyphened one, both parts."""
    folded = fold(word)
    if folded in names_of_women() or folded in names_of_men() or folded in NICKNAMES:
        return True
    if "-" in word:
        return all(map(is_given_name, word.split("-")))
    return dominant_script(folded) == "Cyrl" and folded in _declined_names()


@cache
def _declined_names() -> frozenset[str]:
    """Return the Russian and Ukrainian given names in their cases, lower case."""
    cyrillic = [name for name in (*names_of_women(), *names_of_men()) if dominant_script(name) == "Cyrl"]
    return frozenset(
        fold(form)
        for name in cyrillic
        for rules in map(rules_of, ("ru", "uk"))
        for form in decline_given_name(name, rules, woman=name in names_of_women())
    )


def is_abbreviation_like(name: str) -> bool:
    """Return whether a name is so short and in capitals that it may be an abbreviation: "УК"."""
    return len(name) <= _LONGEST_ABBREVIATED and name.isupper()
