"""Numbers of things in words."""

from __future__ import annotations

import pytest

from kztimeline.text.numbers import count_of, either, together


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 events"), (1, "1 event"), (646, "646 events"), (5183, "5,183 events")],
)
def test_a_count_is_grouped_by_thousands(number: int, words: str) -> None:
    assert count_of(number, "event") == words


@pytest.mark.parametrize("names", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_names_are_joined_as_a_whole_and_as_a_choice(names: list[str]) -> None:
    assert together(names) == {1: "a", 2: "a and b", 3: "a, b and c"}[len(names)]
    assert either(names) == together(names).replace("and", "or")
