"""The projects in which other glossary tools of MkDocs publish the texts and entries of a generated edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from build_tools.text.markdown import escape_lightly

OURS, PLAIN, ABBREVIATIONS, EZGLOSSARY = "ours", "MkDocs + Material", "abbr of Material", "ezglossary"

_SETTINGS = """\
site_name: Texts
theme: {name: material, font: false}
nav: [Home: index.md]
not_in_nav: |
  /sources/*
  /glossary/*
"""
_PLUGINS = {
    OURS: "plugins: [reader]\n",
    PLAIN: "plugins: [search]\n",
    ABBREVIATIONS: (
        "plugins: [search]\nmarkdown_extensions:\n  - abbr\n  - pymdownx.snippets: {auto_append: [abbreviations.md]}\n"
    ),
    EZGLOSSARY: "plugins: [search, ezglossary: {sections: [term]}]\nmarkdown_extensions: [def_list]\n",
}
RIVALS = (PLAIN, ABBREVIATIONS, EZGLOSSARY)


def settle_edition(edition: Path) -> None:
    """Write the settings of an edition, so that it can be built."""
    (edition / "mkdocs.yml").write_text(f"site_name: Texts\ntheme: {{name: material}}\n{_PLUGINS[OURS]}", "utf-8")


def lay_out_rival(tool: str, edition: Path, project: Path) -> None:
    """Write the project of another tool with the texts and entries of an edition.

    Where a tool finds names by itself, texts are as they are. For ezglossary, which does not, every name of an entry
    in a text is marked for it, as an editor would have to.

    Args:
        tool: One of `RIVALS`.
        edition: The folder of the edition.
        project: The folder to write to, which does not exist.
    """
    entries = {str(fields["pref_label"]): str(fields["definition"]) for fields in _fields(edition / "docs/glossary")}
    for folder in ("sources", "glossary"):
        (project / "docs" / folder).mkdir(parents=True)
    settings = _SETTINGS + _PLUGINS[tool]
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    (project / "docs/index.md").write_text("# Texts\n", "utf-8")
    names = re.compile("|".join(map(re.escape, sorted(entries, key=len, reverse=True)))) if entries else None
    for file in sorted((edition / "seeds").glob("*.txt")):
        words = file.read_text("utf-8")
        shown = "\n\n".join(escape_lightly(line, begins_line=True) for line in words.split("\n\n"))
        marked = names.sub(r"<term:\g<0>>", shown) if names and tool == EZGLOSSARY else shown
        (project / f"docs/sources/{file.stem}.md").write_text(f"# {file.stem}\n\n{marked}\n", "utf-8")
    for number, (label, definition) in enumerate(entries.items()):
        page = (
            f"# {label}\n\nterm:{label}\n:   {definition}\n" if tool == EZGLOSSARY else f"# {label}\n\n{definition}\n"
        )
        (project / f"docs/glossary/entry-{number}.md").write_text(page, "utf-8")
    if tool == ABBREVIATIONS:
        (project / "abbreviations.md").write_text("".join(_abbreviations(entries.items())), "utf-8")


def _abbreviations(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"*[{label}]: {definition}\n" for label, definition in entries)


def _fields(folder: Path) -> Iterator[Mapping[str, object]]:
    for file in sorted(folder.glob("*.md")):
        yield yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
