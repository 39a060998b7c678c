"""Score the annotator on sentences in many languages: recall and false links by language.

usage: python -m benchmarks.languages CASES… [--preferred] [--misses]

Cases are JSON Lines (fields lang, text, entries, mentions and `not`), or files like those in tests/data/languages,
whose form `tests/support/language_cases.py` explains. Labels are listed under the language of the case; with
`--preferred` each entry has its preferred label and plain short labels alone, as somebody writes who tags nothing.
A mention is found if a link to its entry touches it; exact, if the link has its offsets. A link is false if it touches
no mention of its entry; one that touches a span of `not` is counted again as forbidden.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from build_tools.editing.annotation import annotate
from build_tools.exports.standoff.web_annotations import Annotation
from build_tools.linking import Lexicon
from tests.support.language_cases import LanguageCase, entries_of, read_cases

_COLUMNS = ("mentions", "found", "exact", "false", "forbidden")


def main(arguments: Sequence[str]) -> int:
    """Score the cases and print a table.

    Returns:
        The exit code: 2 for wrong usage.
    """
    paths = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for case in (case for path in paths for case in read_cases(path)):
        score = score_case(case, preferred="--preferred" in arguments, show="--misses" in arguments)
        counts[case.lang] += score
        counts["all"] += score
    print(f"{'language':10}" + "".join(f"{column:>11}" for column in _COLUMNS) + f"{'recall':>9}")
    for lang, count in counts.items():
        recall = count["found"] / (count["mentions"] or 1)
        print(f"{lang:10}" + "".join(f"{count[column]:11}" for column in _COLUMNS) + f"{recall:9.3f}")
    return 0


def score_case(case: LanguageCase, *, preferred: bool = False, show: bool = False) -> Counter[str]:
    """Return how many mentions a case has, how many are found and exact, and the false and forbidden links."""
    links, _ = annotate(case.text, "case.txt", Lexicon(entries_of(case, preferred=preferred)))
    found = [mention for mention in case.mentions if any(_same(link, mention) for link in links)]
    exact = [mention for mention in case.mentions if any((x.start, x.end, x.entry) == mention for x in links)]
    false = [link for link in links if not any(_same(link, mention) for mention in case.mentions)]
    forbidden = [link for link in links if any(link.start < end and start < link.end for start, end in case.forbidden)]
    if show:
        for start, end, entry in case.mentions:
            if (start, end, entry) not in found:
                print(f"missed   {case.lang}: “{case.text[start:end]}” ({entry}) in {case.text}")
        for link in {*false, *forbidden}:
            print(f"false    {case.lang}: “{link.exact}” → {link.entry} ({link.rule}) in {case.text}")
    sizes = zip(_COLUMNS, map(len, (case.mentions, found, exact, false, forbidden)), strict=True)
    return Counter(dict(sizes))


def _same(link: Annotation, mention: tuple[int, int, str]) -> bool:
    start, end, entry = mention
    return link.entry == entry and link.start < end and start < link.end


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
