"""A corpus for tests of edits: three short texts, five entries, one difference, in a git repository or as bytes."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Mapping
from pathlib import Path

from build_tools.corpus.history import Tree

TEXTS = {
    "letter": "The lease\n\nThe harbour of Orvale is leased to the Blue Line. Mayor Ann Tarn signed it in Orvale.\n\n"
    "The Blue Line pays in grain.\n",
    "report": "A report\n\nThe Harbour Office speaks of Orvale and of the grain price. Tarn denied it.\n\n"
    "Nobody asked the Office again.\n",
    "notice": "A notice\n\nThe ferry does not sail today.\n\nIt sails tomorrow.\n",
}
ENTRIES = {
    "orvale": ("Orvale", "place", "Town with a harbour.", '["[@letter, ¶1]"]', ""),
    "blue-line": ("Blue Line", "organisation", "Shipping company.", '["[@letter, ¶2]"]', "related: [orvale]\n"),
    "ann-tarn": ("Ann Tarn", "person", "Mayor of a town.", '["[@letter, ¶1]"]', "short_labels: [Tarn]\n"),
    "harbour-office": ("Harbour Office", "organisation", "Body that reports.", '["[@report, ¶1]"]', ""),
    "grain": ("grain", "concept", "Cereals in which a rent is paid.", '["[@letter, ¶2]"]', "related: [blue-line]\n"),
}
_SOURCE = """---
seed: {name}.txt
title: {title}
genre: article
languages: [en]
rights: {{statement: "http://rightsstatements.org/vocab/CNE/1.0/", notice: null, publish: full}}
---
"""
_ENTRY = """---
pref_label: {label}
kind: {kind}
definition: {definition}
evidence: {evidence}
{more}---
{notes}
"""
DIFFERENCE = """---
title: Who speaks of the price?
claim: One text has an office, the other nobody.
kind: fact
about: [grain]
says:
  - {source: report, block: p1, quote: "the grain price", gloss: "the office", by: {kind: agency, name: harbour-office}}
  - {source: letter, block: p2, quote: "pays in grain", gloss: "nobody"}
reading: Nothing follows.
confidence: low
---
"""


def entry(key: str, notes: str = "", more: str | None = None, definition: str | None = None) -> str:
    """The file of an invented entry, with other fields where asked."""
    label, kind, written, evidence, fields = ENTRIES[key]
    return _ENTRY.format(
        label=label,
        kind=kind,
        definition=definition or written,
        evidence=evidence,
        more=fields if more is None else more,
        notes=notes,
    )


def page(name: str, text: str) -> str:
    """The page of a text."""
    return _SOURCE.format(name=name, title=text.partition("\n")[0])


def corpus(texts: Mapping[str, str] = TEXTS) -> dict[str, bytes]:
    """The files of the corpus, by path."""
    files = {"docs/index.md": "---\ntitle: Home\n---\n# Home\n"}
    files |= {f"docs/glossary/{key}.md": entry(key) for key in ENTRIES}
    files["docs/glossary/orvale.md"] = entry("orvale", 'It pays [@letter, ¶2: "pays in grain"].')
    files["docs/discrepancies/price.md"] = DIFFERENCE
    for name, text in texts.items():
        files[f"seeds/{name}.txt"] = text
        files[f"docs/sources/{name}.md"] = page(name, text)
    sums = [f"{hashlib.sha256(text.encode()).hexdigest()}  {name}.txt\n" for name, text in sorted(texts.items())]
    files["seeds/SHA256SUMS"] = "".join(sums)
    return {path: text.encode() for path, text in files.items()}


def tree(files: Mapping[str, bytes], name: str = "a revision") -> Tree:
    """The corpus as a tree, without git."""
    return Tree(name, dict(files), {})


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Put files below a folder."""
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def git(root: Path, *words: str) -> None:
    """Run git in a folder, as nobody in particular."""
    environment = {"HOME": str(root), "PATH": "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1"}
    identity = ["-c", "user.name=An Editor", "-c", "user.email=editor@example.org", "-c", "core.symlinks=true"]
    subprocess.run(["git", *identity, *words], cwd=root, env=environment, check=True, capture_output=True)


def begin_history(root: Path) -> None:
    """Make a folder a repository with an empty commit, so that nobody is advised to build in one."""
    git(root, "init", "--quiet", "--template=")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "Begin")


def repository(root: Path) -> Path:
    """A repository whose first commit, tagged `before`, holds the corpus."""
    write(root, corpus())
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Begin")
    git(root, "tag", "before")
    return root
