"""Small editions whose files refer to each other in every way that editors write it, for tests of changed ids."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

from build_tools.edition.checks.anchor_lock import lock
from build_tools.edition.reading import read_edition
from tests.support import scratch

AS_RECEIVED = b"as \xff received"
"""A file that is no text."""

Files = Mapping[str, bytes]

_EVENT = """---
pref_label: Lease signed
kind: event
definition: Signing of a lease.
evidence: {evidence}
event:
  date: "2024"
  place: {place}   # the town
  participants: {participants}
  accounts:
    - source: {letter}
      block: p1
      quote: Mayor Ann Tarn signed it
      by: {{kind: author, name: {person}}}
not_in_sources: {silent}
---
It is told in [the letter](../sources/letter.md#p1 "see ¶1") and [its lines](orvale.md#from-letter);
`[@letter, ¶1]` is how it is cited;
[@letter, ¶1: "Ann Tarn signed"; @report, ¶1: "the grain price"].

[town]: ../glossary/orvale.md
[The town][town] is [here](orvale.md#n-a), [there](../orvale/) and ![not](../assets/orvale.md.png).

```text
[@letter, ¶2] and orvale.md are code here.
```
"""
_QUOTATION = """---
title: It was denied
speaker: {person}
about: {about}
versions: [{{source: report, block: p1, quote: "Tarn denied it", lang: en}}]
derivation: "As the report says [@report, ¶1: \\"Tarn denied it\\"]."
---
[Elsewhere](../discrepancies/price.md).
"""
_CLAIMS = """---
title: Claims
questions:
  - {{id: rent, question: What is the rent?, answered_by: {answers}}}
---
# Claims
"""
_HOME = """---
title: Home
turning_points: {events}
---
# Home

See [Orvale](glossary/orvale.md), [a letter](sources/letter.md) and [the price](discrepancies/price.md#top).
"""
_LETTER = """---
seed: letter.txt
title: The lease
creators:
  - {{name: Ann Tarn, entry: {person}}}
genre: article
languages: [en]
rights: {{statement: "http://rightsstatements.org/vocab/CNE/1.0/", notice: null, publish: full}}
rulings:
  - {{quote: "leased to the Blue Line", mention: Blue Line, entry: {line}, reason: "The company."}}
  - {{quote: "signed it in Orvale", mention: Orvale, entry: null}}
---
Of [the town](../glossary/orvale.md).
"""


def referring_edition(seed: int) -> Files:
    """The files of an edition by path; the seed chooses how lists, quotation marks and line ends are written."""
    choice = random.Random(seed)  # noqa: S311 - no secret
    quoted = [_quoted(choice, identifier) for identifier in ("ann-tarn", "blue-line", "letter", "orvale")]
    person, line, letter, place = quoted
    files = dict(scratch.corpus())
    written = {
        "docs/glossary/lease-signed.md": _EVENT.format(
            evidence=_items(choice, ['"[@letter, ¶1: \\"Ann Tarn signed\\"]"', "'[@report, ¶1: \"Orvale\"]'"], 2),
            participants=_items(choice, [person, line, "orvale"], 4),
            silent=_items(choice, ["notice", "letter"], 2),
            person=person,
            letter=letter,
            place=place,
        ),
        "docs/quotations/denial.md": _QUOTATION.format(person=person, about=_items(choice, ["grain", "orvale"], 2)),
        "docs/claims.md": _CLAIMS.format(answers=_row(["price", "lease-signed", "denial"])),
        "docs/index.md": _HOME.format(events=_items(choice, ["lease-signed"], 2)),
        "docs/sources/letter.md": _LETTER.format(person=person, line=line),
    }
    files |= {path: _ended(choice, text) for path, text in written.items()}
    return files


def lay_out(files: Files, root: Path) -> Path:
    """Write an edition below a folder, with a lock of its anchors."""
    scratch.write(root, files)
    scratch.begin_history(root)
    (root / "anchors.lock").write_text(lock(read_edition(root, "en").documents), encoding="utf-8")
    return root


def convert_letter(root: Path) -> None:
    """Let the letter have been a Word file."""
    (root / "seeds/originals").mkdir()
    add_original(root, "letter.docx")
    page = root / "docs/sources/letter.md"
    original = b"original: {file: letter.docx, converter: pandoc, version: 3.9.0}\ngenre: "
    page.write_bytes(page.read_bytes().replace(b"genre: ", original, 1))


def add_original(root: Path, name: str) -> None:
    """Put a file beside the originals, and its checksum into the list."""
    (root / "seeds/originals" / name).write_bytes(AS_RECEIVED)
    with (root / "seeds/SHA256SUMS").open("a", encoding="utf-8") as sums:
        sums.write(f"{hashlib.sha256(AS_RECEIVED).hexdigest()}  originals/{name}\n")


def files_below(root: Path) -> Files:
    """The bytes of each hand-written file and each seed, by path."""
    files = [*root.glob("docs/**/*.md"), *root.glob("seeds/**/*"), *root.glob("*.lock")]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(files) if file.is_file()}


def _quoted(choice: random.Random, identifier: str) -> str:
    return choice.choice(["{}", '"{}"', "'{}'"]).format(identifier)


def _items(choice: random.Random, items: Sequence[str], indent: int) -> str:
    if choice.random() < 0.5:
        return _row(items)
    between = choice.choice(["\n", "  # why\n"])
    return "".join(f"{between if number else chr(10)}{' ' * indent}- {item}" for number, item in enumerate(items))


def _row(items: Sequence[str]) -> str:
    return f"[{', '.join(items)}]"


def _ended(choice: random.Random, text: str) -> bytes:
    ending = choice.choice(["\n", "\n", "\r\n"])
    return choice.choice(["", "", "\ufeff"]).encode() + text.replace("\n", ending).encode()
