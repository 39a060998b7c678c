"""A small edition with all that pages show, whose every word is in Greek letters: a Latin word on its site is ours."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support.projects import add_text

RIGHTS = "http://rightsstatements.org/vocab/InC/1.0/"

SETTINGS = """\
site_name: Η έκδοση
repo_url: https://github.com/example/reader
edit_uri: edit/main/docs/
theme: {{name: material, language: {language}}}
plugins: [reader]
"""

NOTE = """\
Μια σημείωση για το λιμάνι

Το λιμάνι έκλεισε στις αρχές του έτους [1].

Ο Νίκος Λάμπρου είπε ότι το λιμάνι θα ανοίξει πάλι τον Μάιο.

Ο στόλος έφυγε από το λιμάνι, και ο Νίκος Λάμπρου έμεινε.

[1] Κατά τις εφημερίδες.
"""
NEWS = """\
Ο στόλος έφυγε

Ο στόλος έφυγε από το λιμάνι την άνοιξη.

Ο Νίκος Λάμπρου είπε ότι το λιμάνι ίσως ανοίξει.
"""
TONGUES = """\
Τρεις γλώσσες

Το λιμάνι είναι κλειστό.

Порт закрыт.

港口已关闭。
"""

TEXTS = {
    "note": (
        NOTE,
        """\
issued: 2024-05-13
creators: [{name: Άννα Σοφία}]
publisher: Εφημερίδα
url: https://example.org/
inferred: {publisher: Έτσι γράφει η πρώτη σελίδα.}
former_places: [{was: "¶99", is: "¶1"}]
""",
        "full",
        "[el]",
    ),
    "news": (NEWS, 'issued: "2024-06~"\n', "full", "[el]"),
    "tongues": (TONGUES, "parallel: [el, ru, zh]\n", "full", "[el, ru, zh]"),
    "cited": ("Ένα κείμενο.\n\nΤο λιμάνι δεν φαίνεται εδώ.\n", "", "citation", "[el]"),
    "quoted": ("Άλλο κείμενο.\n\nΤο λιμάνι φαίνεται λίγο, και ο Νίκος Λάμπρου γράφει.\n", "", "excerpt", "[el]"),
}
"""The words, other fields, how much is published, and languages of each text."""

PAGES = {
    "glossary/harbour.md": """\
---
pref_label: λιμάνι
kind: place
definition: Τόπος για πλοία.
evidence: ["[@note, ¶1]", "[outside: gazette]"]
alt_labels: {ru: [порт], zh: [港口]}
related: [fleet]
former_ids: [old-harbour]
review: {state: checked, on: "2024-06"}
---
Το λιμάνι έκλεισε [@note, ¶1]. Κανείς δεν ξέρει το γιατί.
""",
    "glossary/fleet.md": """\
---
pref_label: στόλος
kind: organisation
definition: Τα πλοία μαζί.
evidence: ["[@note, ¶3]"]
broader: [harbour]
---
""",
    "glossary/lambrou.md": """\
---
pref_label: Νίκος Λάμπρου
kind: person
definition: Ένας πλοίαρχος.
evidence: ["[@note, ¶2]"]
roles:
  - {title: πλοίαρχος, organisation: fleet, from: "2020", to: "2025", evidence: '[@note, ¶2: "Νίκος"]'}
---
""",
    "glossary/departure.md": """\
---
pref_label: αναχώρηση του στόλου
kind: event
definition: Η έξοδος των πλοίων.
evidence: ['[@news, ¶1: "έφυγε"]']
unmentioned: Τα κείμενα την περιγράφουν.
event:
  date: "2024-03/2024-04"
  derivation: 'Την άνοιξη [@news, ¶1: "την άνοιξη"].'
  place: harbour
  participants: [fleet]
  outside: [{date: "2024-03-02", evidence: "[outside: gazette]"}]
  accounts:
    - {source: news, block: p1, quote: "Ο στόλος έφυγε από το λιμάνι την άνοιξη.", date: "2024-21"}
    - {source: note, block: p3, quote: "Ο στόλος έφυγε από το λιμάνι", mode: expected}
---
""",
    "discrepancies/opening.md": """\
---
title: Θα ανοίξει το λιμάνι;
claim: Το ένα κείμενο είναι βέβαιο, το άλλο όχι.
about: [harbour]
says:
  - {source: note, block: p2, quote: "θα ανοίξει πάλι", gloss: "βέβαιο", by: {kind: official, name: lambrou}}
  - {source: news, block: p2, quote: "ίσως ανοίξει", gloss: "αβέβαιο", by: {kind: agency, name: Πρακτορείο}}
outside: ["[outside: gazette]"]
known: "Άνοιξε τον Ιούνιο [outside: gazette]."
reading: Το δεύτερο είναι πιο προσεκτικό.
confidence: medium
kind: fact
---
""",
    "quotations/lambrou-on-opening.md": """\
---
title: Ο Λάμπρου για το άνοιγμα
speaker: lambrou
occasion: Συνέντευξη
date: "2024-05"
derivation: 'Κατά το κείμενο [@note, ¶2: "τον Μάιο"].'
chain: Λάμπρου → Σοφία
about: [harbour]
originals:
  - {outside: gazette, quote: "порт откроется", lang: ru, translation: "το λιμάνι θα ανοίξει", note: "στη συνέντευξη"}
versions:
  - {source: note, block: p2, quote: "το λιμάνι θα ανοίξει πάλι", lang: el}
  - {source: news, block: p2, quote: "το λιμάνι ίσως ανοίξει", lang: el}
---
""",
    "outside/gazette.md": """\
---
title: "Порт открыт"
translated_title: Το λιμάνι άνοιξε
publisher: Газета
date: "2024-06-01"
url: https://example.org/gazette
archived: https://example.org/archive
language: ru
official: true
---
Το λιμάνι άνοιξε την πρώτη Ιουνίου.
""",
    "claims.md": """\
---
title: Ερωτήματα
questions: [{id: opening, question: Θα ανοίξει;, answered_by: [opening, lambrou-on-opening, departure]}]
---
""",
    "check.md": "---\ntitle: Έλεγχος\n---\nΒάλτε εδώ τα λόγια.\n",
    "search.md": "---\ntitle: Αναζήτηση\n---\n# Αναζήτηση\n\n<div data-search-page></div>\n",
}


def greek_edition(folder: Path, language: str = "el") -> Path:
    """Lay out the edition, whose site is in a language (BCP 47)."""
    for name in ("seeds", "docs/sources", *{f"docs/{Path(page).parent}" for page in PAGES}):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, (words, fields, extent, languages) in TEXTS.items():
        head = f"seed: {name}.txt\ntitle: {words.splitlines()[0]}\ngenre: report\nlanguages: {languages}\n{fields}"
        page = f"---\n{head}rights: {{statement: {RIGHTS}, notice: null, publish: {extent}}}\n---\nΛίγα λόγια.\n"
        add_text(folder, name, words, page)
    for path, page in PAGES.items():
        (folder / "docs" / path).write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.format(language=language), encoding="utf-8")
    return folder


def publish_edition(edition: Path, site: Path) -> Path:
    """Build an edition in this process, by whose catalogues it then speaks; return the folder of its site."""
    config = load_config(str(edition / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return site
