"""The first draft of a text's page: what the text says of itself, what is doubtful, and what a person must decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.corpus.front_matter.declarations import Field
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.editing.cut_summaries import summarise_cut
from build_tools.editing.guesses.description import Description
from build_tools.editing.scaffolds.doubts import doubtful_rulings
from build_tools.editing.scaffolds.field_lines import comment, field_lines
from build_tools.editing.scaffolds.guessed_fields import GivenValue, guessed_lines, inferred_lines
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar
from build_tools.model import Block, OriginalFile
from build_tools.model.findings import pluralise
from build_tools.segmentation import Cut, cut_titled_text

_OPENING = (
    "Lines like this one explain; readers never see them. Fill in what is marked FILL IN and check what is guessed:"
    " all of it was read by a program. What the text itself does not state, explain under inferred."
)
_HEADNOTE = (
    "Below the next line, write an introduction: two or three neutral sentences on who speaks, to whom, and when."
)
_FIELDS: Mapping[str, Field] = {field.name: field for field in SOURCE.fields}
_NOTHING_GIVEN: Mapping[str, GivenValue] = {}


def new_source(
    seed: str,
    about: Description,
    given: Mapping[str, GivenValue] = _NOTHING_GIVEN,
    original: OriginalFile | None = None,
) -> str:
    """Return the page of a new text.

    Args:
        seed: The name of its file in seeds/.
        about: The text and what is guessed of it.
        given: The values that somebody gives, by field, which are taken before any guess.
        original: The file from which the text was converted.
    """
    text, cut = about.text, cut_as_drafted(about, given)
    doubts = doubtful_rulings(text, about.cut.blocks, about.languages, about.frame)
    notes = (*summarise_cut(text, cut), _wraps(text, cut.blocks))
    lines_by_field = {
        "seed": field_lines(_FIELDS["seed"], scalar(seed)),
        **guessed_lines(about, _FIELDS),
        "rulings": list(_rulings((*_by_rule(cut, doubts), *doubts), notes)),
    }
    if original:
        lines_by_field["original"] = field_lines(_FIELDS["original"], _original(original))
    for name, value in given.items():
        lines_by_field[name] = field_lines(_FIELDS[name], value.yaml, f"{value.origin}.")
    lines_by_field["inferred"] = inferred_lines(_FIELDS["inferred"], about, given)
    lines = ["---", *comment(_OPENING)]
    for field in SOURCE.fields:
        lines += lines_by_field.get(field.name) or (field_lines(field) if field.drafted else [])
    return "\n".join([*lines, *comment(_HEADNOTE), "---"]) + "\n"


def cut_as_drafted(about: Description, given: Mapping[str, GivenValue] = _NOTHING_GIVEN) -> Cut:
    """Return a text as it is cut with the title and the languages that its page is drafted with.

    Args:
        about: The text and what is guessed of it.
        given: The values that somebody gives, by field.
    """
    title = given["title"].shown if "title" in given else about.first("title")
    guessed = about.fields["languages"].values if "languages" in about.fields else ()
    languages = given["languages"].shown.split(", ") if "languages" in given else guessed
    return cut_titled_text(about.text, title, languages)


def _original(original: OriginalFile) -> str:
    parts = {"file": original.file, "converter": original.converter, "version": original.version}
    return f"{{{', '.join(f'{name}: {quote_scalar(value)}' for name, value in parts.items())}}}"


def _wraps(text: str, blocks: Sequence[Block]) -> str:
    breaks = (sum("\n" in text[left.end : right.start] for left, right in pairwise(block.spans)) for block in blocks)
    rejoined = [number for number in breaks if number]
    if not rejoined:
        return "No line was taken for a wrapped one: every line of the text ends where a block ends."
    lines, into = pluralise(sum(rejoined), "line break"), pluralise(len(rejoined), "block")
    return f"The text is hard-wrapped: {lines} within {into} were taken for wraps and joined."


def _by_rule(cut: Cut, others: Sequence[str]) -> Iterator[str]:
    """Yield the rulings that would decide what the rules of cutting doubt, those left out that stand there already."""
    for doubt in cut.doubts:
        if doubt.quote and not any(doubt.quote in other or doubt.decision in other for other in others):
            yield f"- {doubt.ruling}"


def _rulings(doubts: Sequence[str], notes: Sequence[str]) -> Iterator[str]:
    yield from (line for note in notes for line in comment(note))
    if not doubts:
        yield "# A ruling would go here:"
        yield 'rulings: []   # - {quote: "words that occur once", role: heading, reason: "why"}'
        return
    yield "# These rulings may be needed: delete the # before each that is right, and delete the others."
    yield "rulings:"
    yield from (f"  # {doubt}" for doubt in doubts)
