"""Put a label into the cases of its language: "Анна Ладожская" → "Анны Ладожской" and so on.

1. In the name of a body or place the adjectives before the first noun decline with it, and so may one after it
   ("Uniwersytet Warszawski"); what follows, mostly a complement, stays ("Обществом друзей книги").
2. Where a word may be an adjective or a noun, both readings are written.
3. In a person's name every word declines by the person's gender; a family name that has no ending for it stays.
   Where the file says so, only the last word declines, as in German.
4. Words in capitals, initials and words with digits stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

from build_tools.linking.languages.rule_files import Columns, EndingTable, LanguageRules, WordForms

_SHORTEST = 3  # letters of a word that declines
_SHORTEST_NAME = 2  # letters of a name that declines: "Ын"
_SYLLABLES = 3  # words from which a name may be East Asian, where only the last declines: "Ким Чен Ына"
_CACHED_WORDS = 20_000
_MOST_FORMS = 24  # of one case of a label; more alternatives than these are not in use

_Part = tuple[str, WordForms | None]
"""A word of a label and its forms; None where it stays as it is."""


def decline_phrase(words: Sequence[str], rules: LanguageRules, *, common: bool) -> Iterator[str]:
    """Yield the name of anything but a person in its cases; a `common` noun in those of the plural too."""
    if rules.has("order", "head last"):
        for _, noun in _nouns(words[-1], rules, common=common):
            yield from _in_cases([*_unchanged(words[:-1]), (words[-1], noun)], common=common)
        return
    small = rules.words("small words")
    for head, word in enumerate(words):
        if word.lower() in small or (head and not _is_adjective(words[head - 1], rules)):
            return
        for gender in _genders(words[:head], rules):
            for parts in _readings(words, head, gender, rules, common=common):
                most = 1 if not head and rules.has("order", "one case without an adjective") else None
                yield from _in_cases(parts, common=common, most=most)


def _readings(
    words: Sequence[str], head: int, gender: str, rules: LanguageRules, *, common: bool
) -> Iterator[list[_Part]]:
    """Yield a phrase, with the forms of each word, read so that the others depend on a word of a gender."""
    before = [(word, _adjective(word, rules, gender)) for word in words[:head]]
    rest = words[head + 1 :]
    for own, noun in _heads(words[head], rules, gender, last=not rest, common=common):
        parts = [*before, (words[head], noun)]
        yield [*parts, *_unchanged(rest)]
        after = _adjective(rest[0], rules, own) if rest and own else None
        if after is not None:
            yield [*parts, (rest[0], after), *_unchanged(rest[1:])]


def decline_person(words: Sequence[str], rules: LanguageRules, *, woman: bool) -> Iterator[tuple[str, ...]]:
    """Yield the words of a person's name, given names first, in its cases."""
    gender = "f" if woman else "m"
    last = (words[-1], _name(words[-1], rules, "surname", gender))
    givens = [(word, None if word.islower() else _name(word, rules, "name", gender)) for word in words[:-1]]
    is_east_asian = len(words) >= _SYLLABLES and not any(has_patronymic(word, rules) for word in words)
    if rules.has("order", "persons by the last word") or is_east_asian:
        yield from _cases([*_unchanged(words[:-1]), last], "same_number")
    if not rules.has("order", "persons by the last word"):
        yield from _cases([*givens, last], "same_number")


def has_patronymic(word: str, rules: LanguageRules) -> bool:
    """Whether a word is a patronymic."""
    return word.endswith((*rules.words("patronymics of men"), *rules.words("patronymics of women")))


def decline_given_name(name: str, rules: LanguageRules, *, woman: bool) -> Iterator[str]:
    """Yield a given name in its cases."""
    yield from (
        " ".join(form) for form in _cases([(name, _name(name, rules, "name", "f" if woman else "m"))], "same_number")
    )


def is_woman(words: Sequence[str], rules: LanguageRules) -> bool:
    """Whether a name is a woman's, by its patronymic, its given name, or the ending of a family name alone."""
    for section, woman in (("patronymics of men", False), ("patronymics of women", True)):
        if any(word.endswith(tuple(rules.words(section))) for word in words):
            return woman
    if words[0] in rules.words("men's names"):
        return False
    section = "endings of women's names" if len(words) > 1 else "endings of women's surnames"
    return words[0] in rules.words("women's names") or words[0].endswith(tuple(rules.words(section)))


def _unchanged(words: Sequence[str]) -> list[_Part]:
    return [(word, None) for word in words]


def _is_adjective(word: str, rules: LanguageRules) -> bool:
    return any(_forms(word, table) for table in rules.tables_of("adjective").values())


def _genders(adjectives: Sequence[str], rules: LanguageRules) -> Iterable[str]:
    """Return the genders in which all adjectives have an ending; "" for any, where there is no adjective."""
    if not adjectives:
        return ("",)
    tables = rules.tables_of("adjective")
    return [gender for gender, table in tables.items() if all(_forms(word, table) for word in adjectives)]


def _adjective(word: str, rules: LanguageRules, gender: str) -> WordForms | None:
    table = rules.tables_of("adjective").get(gender)
    return _forms(word, table) if table is not None else None


def _heads(
    word: str, rules: LanguageRules, gender: str, *, last: bool, common: bool
) -> Iterator[tuple[str, WordForms]]:
    """Yield the readings of the head of a phrase, with genders; a last word may be an adjective used as a noun."""
    adjectives = rules.tables_of("adjective")
    as_adjective = max((table.ending_of(word) for table in adjectives.values()), default=-1)
    yield from _nouns(word, rules, gender, beside=-1 if last else as_adjective, common=common)
    for own, table in adjectives.items() if last else ():
        forms = _forms(word, table)
        if forms is not None and own and own == (gender or own):
            yield own, forms


def _nouns(
    word: str, rules: LanguageRules, gender: str = "", *, beside: int = -1, common: bool
) -> Iterator[tuple[str, WordForms]]:
    """Yield the readings of a word as a noun of a gender, or of any: of all genders those with the longest ending.

    `beside` is the length of an ending that speaks for another reading; shorter ones yield nothing.
    """
    tables = (rules.tables_of("common") if common else None) or rules.tables_of("noun")
    wanted = {gender: tables[gender]} if gender in tables else tables
    longest = max(beside, *(table.ending_of(_declined_part(word)) for table in wanted.values()), -1)
    for own, table in wanted.items():
        forms = _forms(word, table)
        if forms is not None and table.ending_of(_declined_part(word)) == longest:
            yield own, forms


def _name(word: str, rules: LanguageRules, part: str, gender: str) -> WordForms | None:
    """Return the forms of a given name or a family name; both halves of a double name decline."""
    first, hyphen, last = word.rpartition("-")
    if hyphen and last[:1].isupper():
        head, tail = _name(first, rules, part, gender), _name(last, rules, part, gender)
        if tail is None:
            return None
        firsts = head.same_number if head is not None else ((first,),) * len(tail.same_number)
        pairs = zip(firsts, tail.same_number, strict=False)
        return WordForms(tuple(tuple("-".join(pair) for pair in product(*columns)) for columns in pairs), ())
    for section in (f"{part} {gender}", f"name {gender}", part):
        table = rules.tables.get(section)
        forms = _forms(word, table, _SHORTEST_NAME) if table is not None else None
        if forms is not None:
            return forms
    return None


@lru_cache(maxsize=_CACHED_WORDS)
def _declined_part(word: str) -> str:
    """Return the part of a word with hyphens that declines: the last, but the first of "Ростов-на-Дону"."""
    parts = word.split("-")
    return parts[0] if any(part.islower() and len(part) > 1 for part in parts[1:-1]) else parts[-1]


@lru_cache(maxsize=_CACHED_WORDS)
def _forms(word: str, table: EndingTable, shortest: int = _SHORTEST) -> WordForms | None:
    """Return the forms of a word, or None where it does not decline by a table, or has too few letters."""
    part = _declined_part(word)
    if len(part) < shortest or part.isupper() or not part.replace("'", "").replace("’", "").isalpha():
        return None
    forms = table.inflect(part)
    if forms is None or part == word:
        return forms
    before, _, after = word.partition(part) if word.startswith(part) else word.rpartition(part)
    return WordForms(
        *(
            tuple(tuple(before + form + after for form in column) for column in columns)
            for columns in (forms.same_number, forms.plural)
        )
    )


def _in_cases(parts: Sequence[_Part], *, common: bool, most: int | None = None) -> Iterator[str]:
    for number in ("same_number", "plural") if common else ("same_number",):
        yield from map(" ".join, _cases(parts, number, most))


def _cases(parts: Sequence[_Part], number: str, most: int | None = None) -> Iterator[tuple[str, ...]]:
    """Yield the words of a phrase case by case: in each, the words that decline have the forms of that case."""
    tables: list[Columns] = [getattr(forms, number) for _, forms in parts if forms is not None]
    for case in range(min(map(len, tables), default=0))[:most]:
        options = [(word,) if forms is None else getattr(forms, number)[case] for word, forms in parts]
        yield from islice(product(*options), _MOST_FORMS)
