"""Everything that reads what people write, each as a function of one text: prose, front matter, seeds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from itertools import count

from build_tools.corpus.cited_sentences import split_sentences
from build_tools.corpus.evidence import mask_evidence, parse_evidence
from build_tools.corpus.front_matter import parse_front_matter
from build_tools.corpus.glossary import read_entry
from build_tools.corpus.page_fields import HouseWording
from build_tools.corpus.written_pages import HouseStyle, Prose
from build_tools.editing.annotation import annotate
from build_tools.editing.guesses.description import describe
from build_tools.editing.scaffolds import new_entry, new_source
from build_tools.editing.suggestions import suggest_additions
from build_tools.edition.checks.entry_checks import check_definitions
from build_tools.edition.checks.evidence_checks import check_evidence
from build_tools.edition.checks.material import Material
from build_tools.edition.checks.style import check_definition_style, check_wording
from build_tools.edition.citation_index import CitationIndex
from build_tools.linking import Lexicon
from build_tools.model import Label
from build_tools.model.dates import is_edtf
from build_tools.model.findings import Finding, report
from build_tools.model.hints import most_similar
from build_tools.segmentation import locate, segment, segment_text
from build_tools.text import escaping, markdown
from build_tools.text.folding import fold_label
from build_tools.text.normalising import normalise
from build_tools.text.prose.code_spans import find_code
from build_tools.text.prose.heading_ids import add_heading_ids, split_at_heading
from build_tools.text.prose.links import drop_addresses
from build_tools.text.prose.paragraphs import first_sentence
from build_tools.text.prose.tangles import find_tangle
from build_tools.text.sentences import sentence_spans
from build_tools.website.naming.foreign_words import mark_foreign
from build_tools.website.pages.parts.evidence_links import render_evidence
from build_tools.website.search.tokens import tokenize
from tests.support.invented import entry, source

Reader = Callable[[str], object]

_WORDING = HouseWording(("regime", "a", "Mr. Kim"), "it judges.", "Write “government”.", ("the regime of",))
_STYLE = Prose("house-style.md", "Style", "", "", 1, style=HouseStyle((_WORDING,), ("said", "according to")))
_LEXICON = Lexicon(
    [
        entry("seoul", "Seoul", "place", alt_labels=(Label("漢", "zh"), Label("한", "ko"))),
        entry("kim", "Kim Il", "person", short_labels=(Label("Kim", "en"),)),
        entry("a", "A", "concept"),
    ]
)


# What is read is remembered by text and path, so each reading has a path of its own.
_PATHS = (f"docs/glossary/x-{number}.md" for number in count())


def _with_fields(text: str) -> object:
    return parse_front_matter(f"---\n{text}\n---\n", next(_PATHS))


def _with_notes(text: str) -> object:
    parsed, _ = parse_front_matter(f"---\npref_label: X\nkind: concept\n---\n{text}", next(_PATHS))
    return parsed and read_entry(parsed, "en")


def _with_definition(text: str) -> object:
    value = json.dumps(text)
    written = f"---\npref_label: {value}\nkind: concept\ndefinition: {value}\nalt_labels: [{value}]\n{value}: x\n---\n"
    parsed, _ = parse_front_matter(written, next(_PATHS))
    return parsed and read_entry(parsed, "en")


def _check_notes(text: str) -> object:
    written = Material(entries=(entry("x", "X", notes=text),), pages=(_STYLE,))
    return list(check_wording(written)), check_evidence(text, "docs/glossary/x.md", 1, CitationIndex())


def _check_definition(text: str) -> object:
    written = Material(entries=(entry("x", "X", definition=text),), pages=(_STYLE,))
    return list(check_definitions(written)), list(check_definition_style(written))


def _suggest(text: str) -> object:
    document, _ = segment(source(text=text))
    return suggest_additions([document], _LEXICON, {})


PROSE_READERS: Mapping[str, Reader] = {
    "code": find_code,
    "evidence": lambda text: mask_evidence(text, "S"),
    "one bracket of evidence": parse_evidence,
    "links of evidence": lambda text: render_evidence(text, "glossary/x.md", {}),
    "cited sentences": split_sentences,
    "sentences": lambda text: list(sentence_spans(text)),
    "headings": lambda text: split_at_heading(add_heading_ids(text, 1)),
    "first sentence": first_sentence,
    "links": drop_addresses,
    "foreign words": lambda text: mark_foreign(text, "en"),
    "tangles": find_tangle,
    "checks of notes": _check_notes,
    "checks of a definition": _check_definition,
}
"""The readers of the Markdown that editors write."""

FIELD_READERS: Mapping[str, Reader] = {
    "front matter": _with_fields,
    "notes below front matter": _with_notes,
    "values of front matter": _with_definition,
    "date": is_edtf,
    "similar word": lambda text: most_similar(text, ("evidence", "definition", "Seoul " * 20)),
    "quotation": lambda text: locate(text, None, "A sentence of a seed. " * 40),
    "label": fold_label,
    "normalised text": normalise,
    "draft of an entry": new_entry,
    "escaped text": lambda text: (markdown.escape_lightly(text), markdown.metadata(text), escaping.code_span(text)),
    "finding": lambda text: report([Finding(text, 1, "evidence-form", f'"{text}"', text)]),
}
"""The readers of fields and of single values."""

SEED_READERS: Mapping[str, Reader] = {
    "blocks": segment_text,
    "mentions": lambda text: annotate(text, "x.txt", _LEXICON),
    "search terms": tokenize,
    "draft of a source": lambda text: new_source("x.txt", describe(text)),
    "suggestions": _suggest,
}
"""The readers of raw texts."""

READERS: Mapping[str, Reader] = {**PROSE_READERS, **FIELD_READERS, **SEED_READERS}
"""Every reader by what it reads."""
