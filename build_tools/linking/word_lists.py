"""Words the policy knows: titles, institutions, given names, function words. Their files in data/ give their sources.

Each list is a closed class of the language or a list of the commonest members of an open one; none holds the
name of a particular person.
"""

from __future__ import annotations

from build_tools.text.word_files import read_lines, read_sections, read_words, split_words

_DATA = "build_tools.linking.data"

INSTITUTIONS = read_words(_DATA, "institutions.txt")
"""Words that, after a capitalised name, make the longer name of an institution or a place of it."""

ARCHIVAL = read_words(_DATA, "archives.txt")
"""Institutions named after their author or subject, who is meant too: "the Harriman Papers"."""

TITLES = read_words(_DATA, "titles.txt")
"""Words that announce a person by office or courtesy, lower case."""

FUNCTION_WORDS = read_words(_DATA, "function_words.txt")
"""Words of English that stand at the beginning of sentences, whatever they may be as names."""

COMMON_WORDS = FUNCTION_WORDS | read_words(_DATA, "surname_words.txt")
"""Function words, and words that begin sentences without an article and are surnames too."""

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
