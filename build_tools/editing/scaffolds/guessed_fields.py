"""The fields of a new text's page as its draft has them: what is guessed, from what, and what must be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.corpus.front_matter.declarations import Field
from build_tools.editing.guesses.description import Description, Guess
from build_tools.editing.scaffolds.field_lines import comment, explain, field_lines
from build_tools.editing.scaffolds.yaml_scalars import quote_scalar, scalar
from build_tools.model import Creator
from build_tools.website.citations.creator_names import family_name

_NO_TITLE = (
    'FILL IN: the text states none that a program could find. If it has none, give one and add inferred: {title: "…"}.'
)


@dataclass(frozen=True, slots=True)
class GivenValue:
    """A value that somebody gives for a field.

    Attributes:
        yaml: The value as YAML.
        shown: The value in words.
        origin: Who gives it, as a sentence without its stop.
    """

    yaml: str
    shown: str
    origin: str


def guessed_lines(about: Description, fields: Mapping[str, Field]) -> dict[str, list[str]]:
    """Return the lines of the fields of which something is guessed, or something can be said, by field.

    Args:
        about: What is guessed.
        fields: The declared fields of the page.
    """
    page = about.page
    lines = {
        "title": [*comment(_NO_TITLE), "title:"],
        "creators": field_lines(fields["creators"], "[]"),
        "issued": _issued(about, fields["issued"]),
        "rights": _rights(page.notice, fields["rights"]),
    }
    for name, guess in about.fields.items():
        lines[name] = field_lines(fields[name], guessed_value(name, guess), _note(guess))
    if issued := about.fields.get("issued"):
        note = f"{_note(issued)} A time of day may follow: {issued.values[0][:10]}T17:02:00+09:00"
        lines["issued"] = field_lines(fields["issued"], guessed_value("issued", issued), note)
    if creators := about.fields.get("creators"):
        note = f"Guessed. {fields['short_title'].explanation}"
        languages = about.fields["languages"].values if "languages" in about.fields else ()
        cited = family_name(Creator(name=creators.values[0]), languages)
        lines["short_title"] = field_lines(fields["short_title"], quote_scalar(cited), note)
    if about.reads_like:
        lines["genre"] = [*explain(fields["genre"], asked=True), *comment(about.reads_like), "genre:"]
    return lines


def guessed_value(name: str, guess: Guess) -> str:
    """Return the value of a guess as YAML."""
    if name == "creators":
        roles = guess.roles or ("",) * len(guess.values)
        return f"[{', '.join(map(_creator, guess.values, roles))}]"
    if name == "languages":
        return f"[{', '.join(guess.values)}]"
    return scalar(guess.values[0]) if name == "genre" else quote_scalar(guess.values[0])


def inferred_lines(field: Field, about: Description, given: Mapping[str, GivenValue]) -> list[str]:
    """Return the lines of the reasons for guesses that the text itself does not state."""
    reasons = [
        f"  {name}: {quote_scalar(_reason(guess))}"
        for name, guess in about.fields.items()
        if not guess.is_stated and name not in given
    ]
    return [*explain(field), "inferred:", *reasons] if reasons else []


def _creator(name: str, role: str) -> str:
    return f"{{name: {quote_scalar(name)}{f', role: {role}' if role else ''}}}"


def _note(guess: Guess) -> str:
    return f"Guessed: {guess.origin}" if guess.origin.endswith(".") else f"Guessed from {guess.origin}."


def _reason(guess: Guess) -> str:
    return f"Guessed. {guess.origin}" if guess.origin.endswith(".") else f"Taken from {guess.origin}."


def _issued(about: Description, field: Field) -> list[str]:
    named = [f'# issued: "{day.edtf}"   # The text names {quote_scalar(day.words)}.' for day in about.page.days]
    return [*explain(field), *named, *_made(about), "issued:"]


def _made(about: Description) -> Iterator[str]:
    """Yield the days of the file, which may be those of a copy."""
    for statement in about.made:
        yield f'# issued: "{statement.value}"   # From {statement.origin}: perhaps only the file is of it.'


def _rights(notice: str, field: Field) -> list[str]:
    values = {"notice": quote_scalar(notice) if notice else "null", "publish": "full"}
    subfields = [
        line for part in field.type.subfields if part.drafted for line in field_lines(part, values.get(part.name, ""))
    ]
    return [*explain(field, example=False), "rights:", *(f"  {line}" for line in subfields)]
