"""How far two dates are apart: in words, to the day and by the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.distance import apart, distance, measured, parts_between
from kztimeline.dates.edtf import parse


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("2011-12-17", "2012-02-01", "46 days"),
        ("2011-12-16/2011-12-17", "2012-02-01", "46 days"),
        ("2012-02-01", "2012-02-02", "1 day"),
        ("2012-02-01", "2012-02-01", "the same day"),
        ("2012-02-01", "2012-04", "60–89 days"),
        ("2012-02-01~", "2012-02-11", "about 10 days"),
        ("2012-02-01", "2012-02", "within 28 days"),
        ("1992/1995", "1993-05-01", ""),
        ("2015/..", "2018-01-01", ""),
        ("2010-01-01", "2017-01-01", "2,557 days (7 years)"),
        ("2011-12-16/2011-12-17", "2019-09-02", "2,816 days (7 years 9 months)"),
        ("2010-01-01", "2012-01-01", "730 days (2 years)"),
        ("2010", "2019", "2,923–3,651 days (8–10 years)"),
    ],
)
def test_how_far_apart_is_said_as_exactly_as_the_dates_allow(
    one: str, other: str, words: str
) -> None:
    assert apart(parse(one), parse(other)) == words
    assert apart(parse(other), parse(one)) == words


def test_a_distance_has_a_direction_only_where_the_dates_tell() -> None:
    here = parse("2012-02-01")
    assert distance(here, parse("2012-01-15")) == "17 days earlier"
    assert distance(here, parse("2012-02-08")) == "7 days later"
    assert distance(here, parse("2012")) == "within 334 days"
    assert distance(here, parse("1992/..")) == ""


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("1998-05-06", "2019-03-19", "7,622 days (20 years 10 months 13 days)"),
        ("2019-03-19", "1998-05-06", "7,622 days (20 years 10 months 13 days)"),
        ("2012-01-31", "2012-02-29", "29 days"),
        ("2012-01-31", "2012-03-31", "60 days (2 months)"),
        ("2012-01-01", "2012-01-02", "1 day"),
        ("2012-01-01", "2012-01-01", "the same day"),
        ("2012-01-01~", "2012-01-01", "about the same day"),
        ("2011-12-16/2011-12-17?", "2011-12-17", "about the same time"),
        ("2012", "2012", "within 365 days"),
        ("2011-12-16/2011-12-17", "2011-12-17", "the same time"),
        ("2012-02", "2012-03", "1–59 days"),
        ("2012-01-01", "2012-06-01~", "about 152 days (5 months)"),
        ("2011-12-16/2011-12-17", "2012-02-01", "46 days (1 month 15 days)"),
        ("../1994", "2001/..", "2,193–2,921 days"),
        ("1994/..", "2001-01-01", ""),
        ("2000-02-29", "2001-02-28", "365 days (1 year)"),
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
