"""Say how a text was cut, and how sure that is: what was numbered, what was set aside, what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from build_tools.edition.checks.undecided_places import describe_doubts, hint_for
from build_tools.model import NUMBERED_ROLES
from build_tools.model.findings import pluralise
from build_tools.segmentation import Cut

_WHERE = "its page"


def summarise_cut(text: str, cut: Cut) -> Iterator[str]:
    """Yield lines for an editor: the first counts, the others name what is doubtful, with the ruling to paste."""
    roles = Counter("paragraph" if block.role in NUMBERED_ROLES else block.role for block in cut.blocks)
    numbered = pluralise(roles.pop("paragraph", 0), "numbered paragraph")
    others = ", ".join(f"{count} {role}" for role, count in sorted(roles.items()))
    reasons = Counter(span.reason for span in cut.set_aside)
    aside = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
    pages = f"; {pluralise(len(cut.pages), 'page')} marked" if cut.pages else ""
    yield f"{numbered}{'; ' if others else ''}{others}; set aside: {aside or 'nothing'}{pages}."
    if not cut.doubts:
        yield "No place is doubtful."
    for kind, group in groupby(sorted(cut.doubts, key=lambda doubt: doubt.kind), key=lambda doubt: doubt.kind):
        doubts = tuple(group)
        line = text.count("\n", 0, doubts[0].start) + 1
        yield f"Doubtful, from line {line} on: {describe_doubts(kind, doubts)}. {hint_for(kind, doubts, _WHERE)}"
