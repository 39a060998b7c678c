"""The files of a new edition: settings, a home page, and what a code host needs to check and publish it.

In the files of the folder beside this module a word behind § is filled in. Those whose names begin with a dot in an
edition have none here, so that no tool takes them for its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar

_FILES = "files"
_HIDDEN = ("github/", "gitignore", "gitlab-ci.yml")
_EMPTY_FOLDERS = ("seeds", "docs/glossary", "docs/sources")
_KEPT = ".gitkeep"
"""A file by which git keeps a folder that is empty."""


class _Form(Template):
    """A text in which the words behind § are filled in: $ and {} mean something in the files themselves."""

    delimiter = "§"


@dataclass(frozen=True, slots=True)
class NewEdition:
    """What an edition begins with.

    Attributes:
        name: Its name.
        language: The language of its pages, a BCP 47 tag.
        requirement: What to install to build it, as pip reads it.
        licence: The licence of what its editors write, in words; empty if they do not say.
        address: The address of the site; empty if it is not known yet.
    """

    name: str
    language: str
    requirement: str
    licence: str = ""
    address: str = ""


def edition_scaffold(edition: NewEdition) -> Mapping[str, bytes]:
    """Return the files of a new edition by their paths, sorted."""
    words = {
        "name": edition.name,
        "site_name": scalar(edition.name),
        "quoted_name": quote_scalar(edition.name),
        "language": scalar(edition.language),
        "address": quote_scalar(edition.address),
        "copyright": quote_scalar(edition.licence),
        "requirement": edition.requirement,
        "licence": _licence_sentence(edition.licence),
    }
    made = {
        f".{path}" if path.startswith(_HIDDEN) else path: _Form(text).substitute(words).encode()
        for path, text in _forms(files(__package__) / _FILES, "")
    }
    made |= {f"{folder}/{_KEPT}": b"" for folder in _EMPTY_FOLDERS}
    return dict(sorted(made.items()))


def _forms(folder: Traversable, way: str) -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _forms(item, f"{way}{item.name}/")
        else:
            yield f"{way}{item.name}", item.read_text(encoding="utf-8")


def _licence_sentence(licence: str) -> str:
    if not licence:
        return "Say here under which licence you publish what you write, and in `copyright` in `mkdocs.yml`."
    return f"What the editors write: {licence}, as `copyright` in `mkdocs.yml` says at the foot of every page."
