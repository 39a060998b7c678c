"""The catalogues of translations that come with the package, read by Babel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from importlib.resources import files

from babel.messages.pofile import read_po

FOLDER = files("build_tools.website.localisation") / "catalogues"
"""Where the catalogues are."""

_ENDING = ".po"
_UNREVIEWED = "unreviewed"
_SCRIPTS = "/static/"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations of one language.

    Attributes:
        sentences: By the English sentence, the translation.
        counted: By the English singular, the forms of a sentence with a number, in the order of gettext.
        form_of: The place of the form for a number.
        in_scripts: The English of the sentences that scripts say.
        is_reviewed: Whether a speaker of the language has read it.
    """

    sentences: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form_of: Callable[[int], int] = field(default=lambda number: int(number != 1), compare=False)
    in_scripts: frozenset[str] = frozenset()
    is_reviewed: bool = True


def catalogue_languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue, by tag; English, which needs none, is not among them."""
    names = (item.name for item in FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING)))


@lru_cache(maxsize=32)
def find_catalogue(language: str) -> Catalogue | None:
    """Return the catalogue of a language, that of its main language if it has none; None where there is neither.

    Args:
        language: A BCP 47 tag, such as `zh-Hant-TW`.
    """
    parts = language.split("-")
    tags = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((read_catalogue(tag) for tag in tags if tag in known_tags()), None)


@lru_cache(maxsize=1)
def known_tags() -> frozenset[str]:
    """Return the languages that have a catalogue, to look one up in."""
    return frozenset(catalogue_languages())


@lru_cache(maxsize=8)
def read_catalogue(language: str) -> Catalogue:
    """Read the catalogue of a language that has one."""
    with (FOLDER / f"{language}{_ENDING}").open("rb") as file:
        written = read_po(file, locale=language)
    sentences: dict[str, str] = {}
    counted: dict[str, tuple[str, ...]] = {}
    in_scripts: set[str] = set()
    for message in written:
        english = message.id if isinstance(message.id, str) else message.id[0]
        if not english:
            continue
        if isinstance(message.string, str):
            sentences[english] = message.string
        else:
            counted[english] = tuple(message.string or ())
        if any(_SCRIPTS in place for place, _ in message.locations):
            in_scripts.add(english)
    return Catalogue(
        sentences,
        counted,
        c2py(written.plural_expr),
        frozenset(in_scripts),
        _UNREVIEWED not in written.header_comment,
    )
