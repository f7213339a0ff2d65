"""Occasions that are awaited, and such as are over."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

FRIDAY = "2019-06-07"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Booths are up for Sunday's presidential election.", "2019-06-09"),
        ("Interpreters have been hired for Monday's summit.", "2019-06-10"),
        ("The streets have been swept for Saturday's parade.", "2019-06-08"),
        ("He is certain to win Sunday's vote.", "2019-06-09"),
        ("She is favoured to take Sunday's runoff.", "2019-06-09"),
        ("Seven candidates are standing in Sunday's election.", "2019-06-09"),
        ("Prices were frozen before the June 9 vote.", "2019-06-09"),
        ("The party was fined for Tuesday's rally.", "2019-06-04"),
        ("The premier thanked the hosts for Tuesday's summit.", "2019-06-04"),
        ("Both sides praised Tuesday's talks.", "2019-06-04"),
        ("The loser has disputed Sunday's vote.", "2019-06-02"),
        ("The police were criticised for Monday's raid.", "2019-06-03"),
        # What people are called out for.
        ("The union has called for a rally on July 5.", "2019-07-05"),
        ("Leaders called for a general strike on July 9.", "2019-07-09"),
        ("The party called for a march on Monday.", "2019-06-10"),
        ("The envoy called for calm on Monday.", "2019-06-03"),
        ("The union called for a strike on May 30.", "2019-05-30"),
    ],
)
def test_an_occasion_is_awaited_or_over(text: str, date: str) -> None:
    (found,) = extract(text, parse(FRIDAY))
    assert str(found.date) == date


def test_what_would_be_either_is_not_said_to_be_sure() -> None:
    (found,) = extract("The rivals debated before Sunday's vote.", parse(FRIDAY))
    assert found.confidence < 0.9
