"""Read an edition as it would be after a plan, in a folder of its own, so that nothing is written that breaks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.editing.identifiers.drafts import Draft, Plan
from build_tools.edition.kept_texts import KeptTexts
from build_tools.edition.reading import Reading, read_edition
from build_tools.model.findings import ERROR, Finding
from build_tools.website.writing import trial_folder

_SEEDS = "seeds/"
_UNREAD = ("template-unknown",)
"""Codes of findings on what lies outside docs/ and seeds/, which a trial has not."""


def try_plan(root: Path, draft: Draft, plan: Plan, texts: KeptTexts, language: str) -> Reading:
    """Return an edition as it would be read after a plan.

    Args:
        root: The folder that holds seeds/ and docs/.
        draft: The files as they are.
        plan: What is going to be written.
        texts: Keeps the texts that the plan does not concern.
        language: The language of the site, a BCP 47 tag.
    """
    kept = {path: data for path, data in draft.files.items() if path not in plan.before and not path.startswith(_SEEDS)}
    with trial_folder(
        root, {**kept, **plan.after}, [path for path in plan.before if path.startswith(_SEEDS)]
    ) as folder:
        return read_edition(folder, language, texts.stages)


def new_errors(reading: Reading) -> tuple[Finding, ...]:
    """Return the errors of a trial of an edition that had none."""
    return tuple(finding for finding in reading.findings if finding.severity == ERROR and finding.code not in _UNREAD)


def count_changed_mentions(before: Reading, after: Reading, renamed: Mapping[str, str]) -> int:
    """Return how many mentions one reading has and the other has not, but for ids that are others now.

    Args:
        before: The edition as it is.
        after: The edition after the plan.
        renamed: The new id of each item, by the old one.
    """
    earlier, later = Counter(_places(before, renamed)), Counter(_places(after, {}))
    return (earlier - later).total() + (later - earlier).total()


def _places(reading: Reading, renamed: Mapping[str, str]) -> Iterator[tuple[str, str, int, str]]:
    for source, mentions in reading.mentions.items():
        for mention in mentions:
            entry = renamed.get(mention.entry, mention.entry)
            yield renamed.get(source, source), mention.block, mention.start, entry
