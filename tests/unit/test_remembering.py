"""What is made of a value that lives on is made once, until a process that builds no more forgets it."""

from __future__ import annotations

from build_tools.model.remembering import forget_all_made, remembered


def test_a_value_is_made_once_for_the_same_object_and_again_when_all_is_forgotten() -> None:
    asked: list[object] = []

    @remembered
    def count(value: list[int], step: int) -> int:
        asked.append(step)
        return len(value) + step

    value = [1, 2]
    assert [count(value, 1), count(value, 1), count(value, 2), count([1, 2], 2)] == [3, 3, 4, 4]
    assert asked == [1, 2, 2]
    assert count(value, 2) == 4
    assert asked == [1, 2, 2]
    forget_all_made()
    assert count(value, 2) == 4
    assert asked == [1, 2, 2, 2]
