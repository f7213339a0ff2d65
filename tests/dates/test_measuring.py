"""How far two dates are apart, to the day and by the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.dates.measuring import measured, parts_between


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("1998-05-06", "2019-03-19", "7,622 days (20 y 10 m 13 d)"),
        ("2019-03-19", "1998-05-06", "7,622 days (20 y 10 m 13 d)"),
        ("2012-01-31", "2012-02-29", "29 days"),
        ("2012-01-31", "2012-03-31", "60 days (2 m)"),
        ("2012-01-01", "2012-01-02", "1 day"),
        ("2012-01-01", "2012-01-01", "the same day"),
        ("2012", "2012", "at most 365 days"),
        ("2011-12-16/2011-12-17", "2011-12-17", "the same time"),
        ("2012-02", "2012-03", "1–59 days"),
        ("2012-01-01", "2012-06-01~", "about 152 days (5 m)"),
        ("2011-12-16/2011-12-17", "2012-02-01", "46 days (1 m 15 d)"),
        ("../1994", "2001/..", "2,193–2,921 days"),
        ("1994/..", "2001-01-01", ""),
        ("2000-02-29", "2001-02-28", "365 days (1 y)"),
    ],
)
def test_two_dates_are_measured(one: str, other: str, words: str) -> None:
    assert measured(parse(one), parse(other)) == words


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(DAYS, DAYS)
def test_parts_lead_from_the_one_day_to_the_other(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    years, months, days = parts_between(first, last)
    assert 0 <= months < 12
    assert 0 <= days <= 31
    assert years >= 0
    number = first.year * 12 + first.month - 1 + years * 12 + months
    year, month = number // 12, number % 12 + 1
    for day in range(first.day, 0, -1):
        try:
            start = dt.date(year, month, day)
        except ValueError:
            continue
        break
    assert start + dt.timedelta(days) == last


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2011/2012-01-01", "2012-01-01", True),
        ("2011/2011-12-31", "2012-01-01", False),
        ("2012-01-01", "2011/2012-01-01", True),
        ("2012-01-02", "2011/2012-01-01", False),
        ("../2011", "2011-12-31/..", True),
    ],
)
def test_dates_overlap_that_share_a_day(one: str, other: str, shared: bool) -> None:
    assert parse(one).overlaps(parse(other)) is shared
    assert parse(other).overlaps(parse(one)) is shared
