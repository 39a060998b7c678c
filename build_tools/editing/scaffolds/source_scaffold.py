"""The first draft of a text's page: what the text says of itself, what is doubtful, and what a person must decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.corpus.front_matter.declarations import Field
from build_tools.corpus.sources.source_fields import SOURCE
from build_tools.editing.scaffolds.doubts import doubtful_rulings
from build_tools.editing.scaffolds.field_lines import comment, explain, field_lines
from build_tools.editing.scaffolds.language_guess import languages_of, rank_languages
from build_tools.editing.scaffolds.title_guess import TitlePage, read_title_page
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar
from build_tools.model import Block
from build_tools.model.findings import pluralise
from build_tools.segmentation import segment_text

_OPENING = (
    "Lines like this one explain; readers never see them. Fill in what is marked FILL IN and check what is guessed:"
    " all of it was read by a program. What the text itself does not state, explain under inferred."
)
_HEADNOTE = "Below the next line stands a headnote: two or three neutral sentences on who speaks, to whom, and when."
_NO_TITLE = (
    'FILL IN: the text states none that a program could find. If it has none, give one and add inferred: {title: "…"}.'
)
_FIELDS: Mapping[str, Field] = {field.name: field for field in SOURCE.fields}


def new_source(seed: str, text: str) -> str:
    """Return the page of a new text.

    Args:
        seed: The name of its file in seeds/.
        text: All of the text, a byte order mark included.
    """
    blocks, _ = segment_text(text)
    languages = languages_of(blocks)
    guesses = {
        "seed": field_lines(_FIELDS["seed"], scalar(seed)),
        **_bibliography(read_title_page(blocks)),
        "rulings": list(_rulings(doubtful_rulings(text, blocks, languages), _wraps(blocks))),
    }
    if ranked := rank_languages(blocks, languages):
        note = "Guessed from scripts and common words; the main one first."
        guesses["languages"] = field_lines(_FIELDS["languages"], f"[{', '.join(ranked)}]", note)
    lines = ["---", *comment(_OPENING)]
    for field in SOURCE.fields:
        lines += guesses.get(field.name) or (field_lines(field) if field.drafted else [])
    return "\n".join([*lines, *comment(_HEADNOTE), "---"]) + "\n"


def _bibliography(page: TitlePage) -> dict[str, list[str]]:
    """Return the lines of the fields of which the head of a text tells something, by field."""
    creators = f"[{', '.join(f'{{name: {quote_scalar(name)}}}' for name in page.creators)}]"
    lines = {
        "title": [*comment(_NO_TITLE), "title:"],
        "creators": field_lines(_FIELDS["creators"], creators),
        "issued": _issued(page),
        "rights": _rights(page.notice),
    }
    if page.title:
        note = "Guessed: the first line that reads like a title."
        lines["title"] = field_lines(_FIELDS["title"], quote_scalar(page.title), note)
    if page.creators:
        note = f"Guessed. {_FIELDS['short_title'].explanation}"
        lines["short_title"] = field_lines(_FIELDS["short_title"], quote_scalar(page.creators[0].split()[-1]), note)
    if page.modified:
        note = f"Guessed from {quote_scalar(page.modified.words)}."
        lines["modified"] = field_lines(_FIELDS["modified"], f'"{page.modified.edtf}"', note)
    return lines


def _issued(page: TitlePage) -> list[str]:
    if page.issued:
        day = page.issued.edtf
        note = f"Guessed from {quote_scalar(page.issued.words)}. A time of day may follow: {day}T17:02:00+09:00"
        return field_lines(_FIELDS["issued"], f'"{day}"', note)
    named = [f'# issued: "{day.edtf}"   # The text names {quote_scalar(day.words)}.' for day in page.days]
    return [*explain(_FIELDS["issued"]), *named, "issued:"]


def _rights(notice: str) -> list[str]:
    values = {"notice": quote_scalar(notice) if notice else "null", "publish": "full"}
    fields = _FIELDS["rights"].type.subfields
    lines = [line for field in fields if field.drafted for line in field_lines(field, values.get(field.name, ""))]
    return [*explain(_FIELDS["rights"], example=False), "rights:", *(f"  {line}" for line in lines)]


def _wraps(blocks: Sequence[Block]) -> str:
    rejoined = [len(block.spans) - 1 for block in blocks if len(block.spans) > 1]
    if not rejoined:
        return "No line was taken for a wrapped one: every line of the text ends where a block ends."
    lines, into = pluralise(sum(rejoined), "line break"), pluralise(len(rejoined), "block")
    return f"The text is hard-wrapped: {lines} within {into} were taken for wraps and closed up."


def _rulings(doubts: Sequence[str], wraps: str) -> Iterator[str]:
    yield f"# {wraps}"
    if not doubts:
        yield "# Nothing else is doubtful. A ruling would stand here:"
        yield 'rulings: []   # - {quote: "words that stand once", role: heading, reason: "why"}'
        return
    yield "# These rulings may be needed: delete the # before each that is right, and the others."
    yield "rulings:"
    yield from (f"  # {doubt}" for doubt in doubts)
