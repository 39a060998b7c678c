"""Read the dated facts of an entry: the event it is, the offices a person held, how far it is reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.corpus.front_matter import FieldReader, Fields, Scalar
from build_tools.corpus.registers.passages import one_of, testimonies
from build_tools.corpus.sources.bibliography import date
from build_tools.model.registers import REVIEW_STATES, Event, Review, Role

EVENT_KEYS = ("date", "derivation", "place", "place_name", "participants", "accounts")
ROLE_KEYS = ("title", "organisation", "from", "to", "at", "evidence")
REVIEW_KEYS = ("state", "on", "how")


def read_event(reader: FieldReader) -> Event | None:
    """The field `event`; None where there is none."""
    inner = _inner(reader, "event", EVENT_KEYS)
    if inner is None:
        return None
    event = Event(
        date=date(inner, "date"),
        derivation=inner.text("derivation") or "",
        place=inner.text("place"),
        place_name=inner.text("place_name") or "",
        participants=tuple(one.text for one in inner.scalars("participants", "participant")),
        accounts=testimonies(inner, "accounts", "by", "mode"),
        lines=dict(inner.fields.key_lines),
    )
    reader.extend(inner)
    return event


def read_roles(reader: FieldReader) -> tuple[Role, ...]:
    """The field `roles`, in the order of the file."""
    found = []
    for item in reader.maps("roles", ROLE_KEYS):
        title, cited = item.text("title", required=True), item.text("evidence") or ""
        begin, end, at = _bound(item, "from"), _bound(item, "to"), date(item, "at")
        if title:
            found.append(Role(title, cited, item.text("organisation"), begin, end, at, item.line("title")))
        reader.extend(item)
    return tuple(found)


def read_review(reader: FieldReader) -> Review | None:
    """The field `review`; None where there is none."""
    inner = _inner(reader, "review", REVIEW_KEYS)
    if inner is None:
        return None
    state = one_of(inner, "state", REVIEW_STATES)
    review = Review(state, date(inner, "on"), inner.text("how") or "") if state else None
    reader.extend(inner)
    return review


def _bound(item: FieldReader, key: str) -> str | None:
    """One end of a role: a date, or ".." where it has not ended."""
    return ".." if item.text(key) == ".." else date(item, key)


def _inner(reader: FieldReader, key: str, known: Sequence[str]) -> FieldReader | None:
    node = reader.fields.nodes.get(key)
    if node is None or (isinstance(node, Scalar) and node.tag == "nothing"):
        return None
    if isinstance(node, Fields):
        return FieldReader(node, reader.path, known)
    hint = f"Write its fields below it, indented: {', '.join(known)}."
    reader.add(reader.line(key), "field-not-map", f'the field "{key}" is not a map', hint)
    return None
