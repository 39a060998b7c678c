"""An edition of as many invented texts and events as a test asks for, of fifteen years, by four makers."""

from __future__ import annotations

import hashlib
from pathlib import Path

MAKERS = ("Harbour Board", "Lorn Gazette", "Town Council", "Office of Tides")
NAMES = ("Marlow Finch", "Ada Brennt", "Tomas Quill")
FIRST_YEAR, YEARS = 1958, 15

_SETTINGS = """site_name: The Tide Reader
theme: {name: material, language: en}
plugins: [reader]
"""
_TEXT = """---
seed: t{number}.txt
title: "Telegram From the {maker}"
creators: [{{name: {maker}, kind: organisation}}]
{issued}genre: {genre}
languages: [en]
rights: {{statement: "http://rightsstatements.org/vocab/NoC-US/1.0/", notice: null, publish: full}}
inferred: {{title: "The text has none."}}
---
"""
_PERSON = """---
pref_label: {name}
kind: person
definition: official of the port
---
"""
_EVENT = """---
pref_label: Meeting {number} at the port
kind: event
definition: meeting of officials
event:
  date: "{date}"
  accounts: [{{source: t{text}, block: p1, quote: "Ship number {text} came", date: "{date}"}}]
---
"""


def lay_out_many_texts(root: Path, texts: int, events: int) -> Path:
    """Write the edition into a new folder, and return the folder."""
    files = {"mkdocs.yml": _SETTINGS, "docs/index.md": "---\ntitle: The tide tables\n---\nTexts of a port.\n"}
    for name in NAMES:
        files[f"docs/glossary/{name.lower().replace(' ', '-')}.md"] = _PERSON.format(name=name)
    for number in range(1, texts + 1):
        date = f"{FIRST_YEAR + number % YEARS}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        body = (
            f"Ship number {number} came into the port at noon with {NAMES[number % len(NAMES)]}.\n\nThe tide was low.\n"
        )
        files[f"seeds/t{number}.txt"] = body
        files[f"docs/sources/t{number}.md"] = _TEXT.format(
            number=number,
            maker=MAKERS[number % len(MAKERS)],
            issued="" if number % 20 == 0 else f'issued: "{date}"\n',
            genre=("report", "speech")[number % 2],
        )
    for number in range(1, events + 1):
        date = f"{FIRST_YEAR + number * number % YEARS}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        files[f"docs/glossary/meeting-{number}.md"] = _EVENT.format(number=number, date=date, text=number % texts + 1)
    seeds = {path.removeprefix("seeds/"): content for path, content in files.items() if path.startswith("seeds/")}
    sums = (f"{hashlib.sha256(seeds[name].encode()).hexdigest()}  {name}\n" for name in sorted(seeds))
    files["seeds/SHA256SUMS"] = "".join(sums)
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    return root
