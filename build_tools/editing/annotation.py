"""Annotate any text with any folder of entries, without a site: W3C Web Annotations, one a line.

    from pathlib import Path
    from build_tools.editing.annotation import annotate, read_lexicon

    lexicon, findings = read_lexicon(Path("docs/glossary"))
    annotations, undecided = annotate("Nordia and Vesland met.", "notes.txt", lexicon)

An entry needs a preferred label and a kind, nothing else; what an edition asks of its glossary is not asked here.
A label that two entries own stays undecided. The text is read as it is: names and words may be broken by a line's
end, blank lines end them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import quote

from build_tools.corpus import glossary
from build_tools.editing.kept_lexicons import remember_lexicon
from build_tools.exports.resource_names import names_at
from build_tools.exports.standoff.web_annotations import (
    MODEL_CONTEXT,
    OUR_TERMS,
    Annotation,
    annotation_json,
    words_around,
)
from build_tools.linking import (
    Lexicon,
    Verdict,
    count_matches,
    count_names,
    decide_matches,
    names_used,
    overrides_for,
    scan,
)
from build_tools.linking.scanning.matches import MatchFields
from build_tools.model.corpus_statistics import CorpusStatistics, merge_statistics
from build_tools.model.findings import Finding
from build_tools.text.offset_map import Folded
from build_tools.text.scripts import UNDETERMINED


class NamedText(NamedTuple):
    """A text to annotate.

    Attributes:
        source: What it is called in annotations and findings; its file stem is the id by which entries say that they do
            not apply in it.
        text: Any string.
    """

    source: str
    text: str


_TERMS = {name: OUR_TERMS[name] for name in ("rule", "sha256")}
_HEAD = f"{json.dumps({'@context': [MODEL_CONTEXT, _TERMS]})[:-1]}, "
"""How a line begins: with the context of the model, and our terms."""

Annotated = tuple[tuple[Annotation, ...], list[Finding]]
"""The mentions of a text in order, none overlapping, and advice on each that stays undecided."""


def read_lexicon(folder: Path) -> tuple[Lexicon, list[Finding]]:
    """Return the entries of a folder ready to be looked up, and the findings on its files.

    A finding is an error where the entry could not be read at all, advice where it could.
    """
    folder = folder.resolve() if folder.is_symlink() else folder
    return remember_lexicon(folder, _compile)


def _compile(folder: Path) -> tuple[Lexicon, list[Finding]]:
    entries, findings = glossary.load_glossary(folder, folder.parent, UNDETERMINED)
    rules_off, faults = glossary.load_rules_off(folder, folder.parent)
    read_paths = {entry.path for entry in entries}
    return Lexicon(entries, rules_off, headings_own=True), [
        *(replace(finding, demoted=True) if finding.path in read_paths else finding for finding in findings),
        *faults,
    ]


def annotate(text: str, source: str, lexicon: Lexicon) -> Annotated:
    """Return the mentions of one text, and advice on it; nothing is raised.

    What the rest of a corpus says of names is known to a lexicon that was `informed_by` its statistics.
    """
    return _annotate(_scan(NamedText(source, text), lexicon), lexicon)


def annotate_together(
    texts: Iterable[NamedText], lexicon: Lexicon, statistics: CorpusStatistics | None = None
) -> Iterator[Annotated]:
    """Yield the mentions of each text, and advice on it; what all texts say of a name decides where one leaves it open.

    Args:
        texts: The texts; each is scanned once.
        lexicon: The entries.
        statistics: What the corpus that the texts belong to says of names; by default, what these texts say.
    """
    scanned = [_scan(text, lexicon) for text in texts]
    if statistics is None:
        statistics = merge_statistics(count_matches(text.matches, lexicon) for text in scanned)
    informed = lexicon.informed_by(names_used(statistics))
    for text in scanned:
        yield _annotate(text, informed)


def count_together(texts: Iterable[NamedText], lexicon: Lexicon) -> CorpusStatistics:
    """Return how often texts name each entry in full; the counts of parts of a corpus add up to those of the whole."""
    return merge_statistics(count_names(_join_divided(text.text).text, lexicon) for text in texts)


class _Scanned(NamedTuple):
    """A text with its divided words joined, and the matches in that."""

    named: NamedText
    whole: Folded
    matches: list[MatchFields]


def _scan(named: NamedText, lexicon: Lexicon) -> _Scanned:
    whole = _join_divided(named.text)
    return _Scanned(named, whole, scan(whole.text, lexicon))


def _join_divided(text: str) -> Folded:
    if "-\n" not in text and "‐\n" not in text and "\r" not in text:
        return Folded(text)
    from build_tools.segmentation.divided_words import join_divided_words  # noqa: PLC0415 - most texts divide no word

    return join_divided_words(text)


def _annotate(scanned: _Scanned, lexicon: Lexicon) -> Annotated:
    named, whole, matches = scanned
    source, words = named
    checksum = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    overrides = overrides_for(PurePath(source).stem, lexicon)
    linked, verdicts = decide_matches(whole.text, lexicon, matches, overrides)
    if whole.is_mapped:
        linked = [(*whole.span(match[0], match[1]), *match[2:]) for match in linked]
        places = (whole.span(verdict.start, verdict.end) for verdict in verdicts)
        verdicts = [
            verdict._replace(start=start, end=end) for verdict, (start, end) in zip(verdicts, places, strict=True)
        ]
    annotations = tuple(
        Annotation(
            *(source, start, end, words[start:end], *words_around(words, start, end), entry or "", rule, checksum)
        )
        for start, end, entry, rule, *_ in linked
    )
    return annotations, list(_advise(named, verdicts))


def as_lines(annotations: Iterable[Annotation], base: str = "") -> str:
    """Return annotations as JSON Lines, each a document of JSON-LD that is ended by a line break.

    Args:
        annotations: The annotations.
        base: The address below which the texts and a site with the entries are, so that names are absolute; "" to
            name texts by their paths and entries by their ids.
    """
    names = names_at(base)
    named = (
        annotation._replace(source=names.base + quote(annotation.source), entry=names.entry(annotation.entry))
        if base
        else annotation
        for annotation in annotations
    )
    return "".join(f"{_HEAD}{annotation_json(annotation)[1:]}\n" for annotation in named)


_HINTS = {
    "undecided: several bearers": 'Keep it under "short_labels" in the one it names by default, and list it under'
    ' "shared_labels" in the others; or give the full name.',
    "undecided: several owners": 'Leave it under "alt_labels" in the one it names by default, and list it under'
    ' "shared_labels" in the others.',
    "undecided: only shared": 'List it under "alt_labels" in the one it names by default, and leave it under'
    ' "shared_labels" in the others.',
    "undecided: several full names": 'Keep it under "short_labels" in the one it names by default, and list it under'
    ' "shared_labels" in the others.',
    "undecided: no full name in the text": "Give the full name in the text; or, where it always names one entry, list"
    ' it under "alt_labels" there, and under "shared_labels" in any others.',
}
"""What an editor can do, for each reason to leave a mention open; doing it decides the mention."""


def _advise(text: NamedText, verdicts: Iterable[Verdict]) -> Iterable[Finding]:
    """Yield advice on each undecided mention, at its line."""
    source, words = text
    line, counted_to = 1, 0
    undecided = (verdict for verdict in verdicts if verdict.is_undecided)
    for verdict in sorted(undecided, key=lambda verdict: verdict.start):
        line += words.count("\n", counted_to, verdict.start)
        counted_to = verdict.start
        entries = ", ".join(sorted(verdict.bearers))
        exact = " ".join(words[verdict.start : verdict.end].split())
        message = f'"{exact}" stays unlinked: {verdict.rule.removeprefix("undecided: ")} ({entries})'
        yield Finding(source, line, "mention-undecided", message, _HINTS.get(verdict.rule, ""))
