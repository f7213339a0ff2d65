"""Numbers of things in words."""

from __future__ import annotations

import pytest

from kztimeline.text.numbers import count_of


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 events"), (1, "1 event"), (646, "646 events"), (5183, "5,183 events")],
)
def test_a_count_is_grouped_by_thousands(number: int, words: str) -> None:
    assert count_of(number, "event") == words
