"""What the templates print that must be computed: they keep to what every engine of templates can do.

These values are in `config.extra`, where an edition may set its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import quote, urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from build_tools.editing.scaffolds import blank_entry
from build_tools.model import KINDS, PLURALS
from build_tools.website.assets.theme_sheet import frame_of
from build_tools.website.localisation import keep_language, speak, translate, words_language
from build_tools.website.naming.vocabulary import direction, kind_in_words

_HEADER = ("Texts", "Glossary", "Timeline", "Differences", "Claims", "About")
_FOOTER = (
    *("Concordance", "Named together", "Quotations", "Outside sources", "Check a quotation", "Terms", "Quality"),
    *("About", "Contribute", "API"),
)
"""The titles of pages to which the top and the foot of every page lead, as the default navigation has them."""

_CARD = "assets/card.png"
"""The picture that is shown with a shared link to the edition, if the edition has one."""

_INDEXES = {
    "source": "sources",
    "entry": "glossary",
    "glossary": "glossary",
    "discrepancy": "discrepancies",
    "quotation": "quotations",
}
"""By the kind of a page, the folder whose index lists it."""

_METHODS = frozenset(dir(dict))
"""The names that are attributes of every mapping."""

_SUGGESTION_FORM = "suggest-a-change.yml"
_BRANCH_FILES = "edit/"
"""How the way to a file begins on a code host that has forms and makes new files: GitHub and those like it."""


def template_values(config: MkDocsConfig, policy: str, language: str) -> dict[str, object]:
    """Return what the templates print that depends on the edition.

    Args:
        config: MkDocs' settings.
        policy: The content security policy of the pages.
        language: The language of the site, a BCP 47 tag.
    """
    home = home_address(config).rstrip("/")
    whole = _whole(config)
    before, _, last = config.site_name.rpartition(" ")
    has_card = bool(config.site_url) and (Path(config.docs_dir) / _CARD).is_file()
    return {
        "generator": False,
        "policy": policy,
        "frame": frame_of(config.theme.get("features") or ()),
        # The version of the edition (a commit, say), for readers who report a mistake; an address for those without an
        # account on the code host.
        "edition": os.environ.get("EDITION", ""),
        "contact": os.environ.get("CONTACT", ""),
        "home": home,
        "wordmark": [before, last],
        "whole": whole,
        "part": config.site_name.removeprefix(whole.get("name", "")).lstrip(", "),
        "card": f"{home}/{_CARD}" if has_card else "",
        "header": _titles(_HEADER, language),
        "footer": _titles(_FOOTER, language),
        "language": language,
        "direction": direction(language) or "ltr",
        "words": _marks_of_words(language),
        **_kinds(language),
        "sections": {kind: [f"{folder}/", f"{folder}/index.html"] for kind, folder in _INDEXES.items()},
        "repository": _repository((config.repo_url or "").rstrip("/"), config.edit_uri or ""),
    }


def home_address(config: MkDocsConfig) -> str:
    """Return where the site is on the web, which the copy that is read without a server prints and cites too."""
    return config.site_url or os.environ.get("SITE_URL", "")


def _whole(config: MkDocsConfig) -> dict[str, str]:
    """Return the name and the address of what a site is a part of, as `extra: {part_of: …}` says; else nothing."""
    part_of = config.extra.get("part_of")
    values = [part_of.get(key) for key in ("name", "address")] if isinstance(part_of, Mapping) else []
    return {"name": str(values[0]), "address": str(values[1])} if all(values) and values else {}


def prepare_templates(templates: Environment, language: str) -> None:
    """Let templates say their sentences in the language of the site, by the function `_`, and find values sooner.

    Args:
        templates: The templates, which are changed in place.
        language: A BCP 47 tag.
    """
    with speak(language):
        templates.globals["_"] = keep_language(translate)
    templates.getattr = partial(_value_of, templates)  # type: ignore[method-assign]


def _value_of(templates: Environment, owner: object, name: str) -> object:
    """Return what `owner.name` is in a template.

    It is what the library returns. That asks for an attribute first, which of the values that pages are made of none
    has, a million times in a build of 800 texts.
    """
    if type(owner) is dict and name in owner and name not in _METHODS:
        return owner[name]
    return Environment.getattr(templates, owner, name)


def _titles(titles: Iterable[str], language: str) -> list[str]:
    """Return titles as the default navigation has them, and in English, for an edition that wrote its own."""
    with speak(language):
        return list(dict.fromkeys(name for title in titles for name in (translate(title), title)))


def _marks_of_words(language: str) -> dict[str, str]:
    """Return the attributes of elements on a site in a language that has no catalogue; empty ones on every other site.

    Args:
        language: The language of the site, a BCP 47 tag.

    Returns:
        Those of an element whose words are the interface's, as `text`; of one that has only a label of the interface,
        as `label`: its direction stays that of the page; and of the edition's `own` words within such an element.
    """
    with speak(language):
        words = words_language()
    if words in (language, language.partition("-")[0]):
        return dict.fromkeys(("text", "label", "own"), "")
    label = f' lang="{words}"'
    own = f' lang="{language}" dir="{direction(language) or "ltr"}"'
    return {"text": f'{label} dir="{direction(words) or "ltr"}"', "label": label, "own": own}


def _kinds(language: str) -> dict[str, object]:
    """Return what pages call an entry of each kind, and the ids of their lists, which are the same in any language."""
    with speak(language):
        return {
            "kind_names": {kind: kind_in_words(kind) for kind in KINDS},
            "kind_ids": {kind: plural.lower() for kind, plural in PLURALS.items()},
        }


def _repository(address: str, files: str) -> dict[str, str]:
    """Return where a file is edited, a change suggested and an entry added; empty where that is not possible.

    Args:
        address: The address of the repository.
        files: The way from there to the hand-written files.
    """
    if not address or not files:
        return {"edit": "", "suggest": "", "new_entry": ""}
    edit = address + files if files[0] in "?#" else urljoin(f"{address}/", files)
    if not files.startswith(_BRANCH_FILES):
        return {"edit": edit, "suggest": "", "new_entry": ""}
    new = f"{address}/new/{files.removeprefix(_BRANCH_FILES)}glossary"
    return {
        "edit": edit,
        "suggest": f"{address}/issues/new?template={_SUGGESTION_FORM}",
        "new_entry": f"{new}?filename=NAME-OF-THE-ENTRY.md&value={quote(blank_entry())}",
    }
