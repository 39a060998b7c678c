"""What the templates print that must be computed: they keep to what every engine of templates can do.

These values are in `config.extra`, where an edition may set its own.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urljoin

from mkdocs.config.defaults import MkDocsConfig

from build_tools.editing.scaffolds import blank_entry
from build_tools.website.assets.theme_sheet import frame_of

_HEADER = ("Texts", "Glossary", "Timeline", "Differences", "About")
_FOOTER = ("Quotations", "Check a quotation", "Terms", "Quality", "About", "Contribute", "API")
_CARD = "assets/card.png"
"""The picture that is shown with a shared link to the edition, if the edition has one."""

_INDEXES = {"source": "sources", "entry": "glossary", "discrepancy": "discrepancies", "quotation": "quotations"}
"""By the kind of a page, the folder whose index lists it."""

_SUGGESTION_FORM = "suggest-a-change.yml"
_BRANCH_FILES = "edit/"
"""How the way to a file begins on a code host that has forms and makes new files: GitHub and those like it."""


def template_values(config: MkDocsConfig, policy: str) -> dict[str, object]:
    """Return what the templates print that depends on the edition.

    Args:
        config: MkDocs' settings.
        policy: The content security policy of the pages.
    """
    # The address of the site: printed below a text, also from the copy that is read without a server.
    home = (config.site_url or os.environ.get("SITE_URL", "")).rstrip("/")
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
        "card": f"{home}/{_CARD}" if has_card else "",
        "header": list(_HEADER),
        "footer": list(_FOOTER),
        "sections": {kind: [f"{folder}/", f"{folder}/index.html"] for kind, folder in _INDEXES.items()},
        "repository": _repository((config.repo_url or "").rstrip("/"), config.edit_uri or ""),
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
