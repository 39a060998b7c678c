"""What a server made of a part is given again where the part is the same, and made anew where it is not."""

from __future__ import annotations

from functools import partial

from build_tools.website.kept_parts import NO_PARTS, KeptParts, Parts


def asked(parts: Parts, *questions: tuple[str, tuple[object, ...]]) -> list[str]:
    """The names of the parts of which something had to be made."""
    made: list[str] = []

    def make(name: str, inputs: tuple[object, ...]) -> tuple[object, ...]:
        made.append(name)
        return (name, *inputs)

    for name, inputs in questions:
        assert parts.make(name, inputs, partial(make, name, inputs)) == (name, *inputs)
    return made


def test_a_part_is_made_again_only_where_something_in_it_differs() -> None:
    parts = KeptParts()
    assert asked(parts, ("a", (1,)), ("b", (2,)), ("a", (1,))) == ["a", "b"]
    assert asked(parts, ("a", (3,)), ("b", (2,))) == ["a"]
    assert asked(parts, ("a", (1,))) == ["a"]


def test_what_is_not_kept_is_made_each_time() -> None:
    assert asked(NO_PARTS, ("a", (1,)), ("a", (1,))) == ["a", "a"]
