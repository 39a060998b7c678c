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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from build_tools.corpus import glossary
from build_tools.editing.kept_lexicons import keep_lexicon, recall_lexicon
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

CONTEXT = 32
"""How many characters of the text the prefix and the suffix of a quotation hold, at most."""


class Annotation(NamedTuple):
    """A mention of an entry in a text.

    `start` and `end` are offsets in Unicode code points, the end exclusive; `text[start:end] == exact`.
    """

    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    entry: str
    rule: str

    def as_json(self) -> Mapping[str, object]:
        """Return the annotation in the W3C Web Annotation model, with the rule that linked it."""
        return {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"{self.source}#char={self.start},{self.end}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": {"id": self.entry},
            "target": {
                "source": self.source,
                "selector": [
                    {"type": "TextPositionSelector", "start": self.start, "end": self.end},
                    {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix},
                ],
            },
            "rule": self.rule,
        }


class NamedText(NamedTuple):
    """A text to annotate.

    Attributes:
        source: What it is called in annotations and findings; its file stem is the id by which entries say that they do
            not apply in it.
        text: Any string.
    """

    source: str
    text: str


Annotated = tuple[tuple[Annotation, ...], list[Finding]]
"""The mentions of a text in order, none overlapping, and advice on each that stays undecided."""


def read_lexicon(folder: Path) -> tuple[Lexicon, list[Finding]]:
    """Return the entries of a folder ready to be looked up, and the findings on its files.

    A finding is an error where the entry could not be read at all, advice where it could.
    """
    folder = folder.resolve() if folder.is_symlink() else folder
    kept = recall_lexicon(folder)
    if kept is None:
        kept = _compile(folder)
        keep_lexicon(folder, *kept)
    return kept


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
            source=source,
            start=start,
            end=end,
            exact=words[start:end],
            prefix=words[max(0, start - CONTEXT) : start],
            suffix=words[end : end + CONTEXT],
            entry=entry or "",
            rule=rule,
        )
        for start, end, entry, rule, *_ in linked
    )
    return annotations, list(_advise(named, verdicts))


_LINE = (
    json.dumps(Annotation("%", -1, -2, "%", "%", "%", "%", "%").as_json(), ensure_ascii=False)
    .replace('"%#char=-1,-2"', "%s")
    .replace('"%"', "%s")
    .replace("-1", "%d")
    .replace("-2", "%d")
    + "\n"
)
"""An annotation as `json.dumps` writes it, which takes five times as long for each."""


def as_lines(annotations: Iterable[Annotation]) -> str:
    """Return annotations as JSON Lines, each ended by a line break."""
    quote = json.encoder.encode_basestring
    return "".join(
        _LINE
        % (
            quote(f"{source}#char={start},{end}"), quote(entry), quote(source), start, end, quote(exact),
            quote(prefix), quote(suffix), quote(rule),
        )
        for source, start, end, exact, prefix, suffix, entry, rule in annotations
    )  # fmt: skip


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
