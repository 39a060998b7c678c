"""Annotate any text with any folder of entries, without a site: W3C Web Annotations, one a line.

    from pathlib import Path
    from build_tools.editing.annotation import annotate, read_lexicon

    lexicon, findings = read_lexicon(Path("docs/glossary"))
    annotations, undecided = annotate("Seoul and Moscow met.", "notes.txt", lexicon)

An entry needs a preferred label and a kind, nothing else; what an edition asks of its glossary is not asked here.
A label that two entries own stays undecided. The text is read as it is: names may be broken by a line's end, blank
lines end them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from build_tools.corpus import glossary
from build_tools.linking import Lexicon, Verdict, link_text, overrides_for
from build_tools.model.findings import Finding

CONTEXT = 32
"""How many characters of the text the prefix and the suffix of a quotation hold, at most."""


@dataclass(frozen=True, slots=True)
class Annotation:
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


def read_lexicon(folder: Path) -> tuple[Lexicon, list[Finding]]:
    """Return the entries of a folder ready to be looked up, and the findings on its files.

    A finding is an error where the entry could not be read at all, advice where it could.
    """
    folder = folder.resolve() if folder.is_symlink() else folder
    entries, findings = glossary.load_glossary(folder, folder.parent)
    read_paths = {entry.path for entry in entries}
    return Lexicon(entries), [
        replace(finding, demoted=True) if finding.path in read_paths else finding for finding in findings
    ]


def annotate(text: str, source: str, lexicon: Lexicon) -> tuple[tuple[Annotation, ...], list[Finding]]:
    """Return the mentions of a text in order, none overlapping, and advice on each that stays undecided.

    `source` names the text in annotations and findings; its file stem is the id by which entries say that they do not
    apply in it. Any string is a text; nothing is raised.
    """
    matches, verdicts = link_text(text, lexicon, overrides_for(PurePath(source).stem, lexicon))
    annotations = tuple(
        Annotation(
            source=source,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
            entry=entry or "",
            rule=rule,
        )
        for start, end, entry, rule, *_ in matches
    )
    return annotations, list(_advise(text, source, verdicts))


def as_lines(annotations: Iterable[Annotation]) -> str:
    """Return annotations as JSON Lines, each ended by a line break."""
    return "".join(json.dumps(annotation.as_json(), ensure_ascii=False) + "\n" for annotation in annotations)


def _advise(text: str, source: str, verdicts: Iterable[Verdict]) -> Iterable[Finding]:
    """Yield advice on each undecided mention, at its line."""
    line, counted_to = 1, 0
    undecided = (verdict for verdict in verdicts if verdict.is_undecided)
    for verdict in sorted(undecided, key=lambda verdict: verdict.start):
        line += text.count("\n", counted_to, verdict.start)
        counted_to = verdict.start
        entries = ", ".join(sorted(verdict.bearers))
        exact = " ".join(text[verdict.start : verdict.end].split())
        message = f'"{exact}" stays unlinked: {verdict.rule.removeprefix("undecided: ")} ({entries})'
        hint = 'Leave the label to one entry and list it under "shared_labels" in the others, or give the full name.'
        yield Finding(source, line, "mention-undecided", message, hint)
