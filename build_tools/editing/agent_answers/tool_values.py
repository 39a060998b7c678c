"""A tool as agents see it: its name, what it does, its arguments with their bounds, and how a wrong call is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from build_tools.editing.agent_answers.served_edition import ServedEdition
from build_tools.model.hints import did_you_mean

Answered = Mapping[str, object]
"""An answer, as values of JSON."""


class RefusedCallError(Exception):
    """A call that cannot be answered; its message is a sentence that says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a tool.

    Attributes:
        name: Its name.
        meaning: What it is, in a sentence.
        most: The most characters of a text, or the greatest number.
        is_number: Whether it is a whole number, from 0 or 1, and not a text.
        default: What it is when it is left out; None where it must be given.
        least: The least number.
    """

    name: str
    meaning: str
    most: int
    is_number: bool = False
    default: str | int | None = None
    least: int = 1

    def schema(self) -> dict[str, object]:
        """Return it in JSON Schema."""
        kind: dict[str, object] = (
            {"type": "integer", "minimum": self.least, "maximum": self.most}
            if self.is_number
            else {"type": "string", "maxLength": self.most}
        )
        return {**kind, "description": self.meaning, **({} if self.default is None else {"default": self.default})}

    def read(self, value: object) -> str | int:
        """Return a value that was given.

        Raises:
            RefusedCallError: If it is of another type or out of bounds.
        """
        if self.is_number:
            if not isinstance(value, int) or isinstance(value, bool) or not self.least <= value <= self.most:
                raise RefusedCallError(f'"{self.name}" must be a whole number from {self.least} to {self.most}.')
            return value
        if not isinstance(value, str):
            raise RefusedCallError(f'"{self.name}" must be a text.')
        if len(value) > self.most:
            raise RefusedCallError(f'"{self.name}" has {len(value):,} characters; give at most {self.most:,}.')
        return value


@dataclass(frozen=True, slots=True)
class AgentTool:
    """A tool: what it is called, what it does, what it is given, and what answers it."""

    name: str
    meaning: str
    arguments: Sequence[Argument]
    answer: Callable[[ServedEdition, Mapping[str, str | int]], Answered]

    def schema(self) -> dict[str, object]:
        """Return its arguments in JSON Schema."""
        return {
            "type": "object",
            "properties": {argument.name: argument.schema() for argument in self.arguments},
            "required": [argument.name for argument in self.arguments if argument.default is None],
            "additionalProperties": False,
        }

    def call(self, edition: ServedEdition, given: Mapping[str, object]) -> Answered:
        """Return the answer to a call.

        Args:
            edition: The edition.
            given: The arguments by name, as the agent gives them.

        Raises:
            RefusedCallError: If an argument is missing, unknown, of another type or out of bounds, or names nothing.
        """
        names = [argument.name for argument in self.arguments]
        unknown = sorted(set(given) - set(names))
        if unknown:
            raise RefusedCallError(f'"{self.name}" has no "{unknown[0][:80]}". It takes {", ".join(names)}.')
        read: dict[str, str | int] = {}
        for argument in self.arguments:
            value = given.get(argument.name, argument.default)
            if value is None:
                raise RefusedCallError(f'"{self.name}" needs "{argument.name}": {argument.meaning}')
            read[argument.name] = argument.read(value)
        return self.answer(edition, read)


def refuse_unknown(kind: str, name: str, ids: Sequence[str]) -> RefusedCallError:
    """Return the refusal of an id that nothing has."""
    hint = did_you_mean(name, ids, 'Find it with "search".')
    return RefusedCallError(f'There is no {kind} "{name[:80]}". {hint}')
