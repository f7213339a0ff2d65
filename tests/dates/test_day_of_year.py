"""A day of the year, as somebody types it: read in any year, and refused in words of none."""

from __future__ import annotations

import datetime as dt

import pytest

from kztimeline.dates.typed.day_of_year import read_day_of_year

TODAY = dt.date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16 dec", "12-16"),
        ("december 16th", "12-16"),
        ("29 feb", "02-29"),
        ("4/4", "04-04"),
        ("about 16 dec", "12-16"),
        ("today", "11-27"),
        ("tomorrow", "11-28"),
    ],
)
def test_a_day_is_read_without_a_year(text: str, day: str) -> None:
    assert read_day_of_year(text, TODAY) == (day, "", "")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("16 dec 2011", "2011-12-16"),
        ("mon 16 dec 2024", "2024-12-16"),
        ("2011-12-16", "2011-12-16"),
        ("1 mar 2007", "2007-03-01"),
        ("29 feb 2000", "2000-02-29"),
        ("27 nov 2026", "2026-11-27"),
    ],
)
def test_a_year_that_is_typed_is_kept(text: str, date: str) -> None:
    assert read_day_of_year(text, TODAY) == (date[5:], "", date)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("30 feb", "There is no 30 February in any year; the month has 29 days."),
        ("31/4", "There is no 31 April in any year; the month has 30 days."),
        ("3/4", "3/4: 3 April or 4 March? Write one of the two."),
        ("16 dec 10:00", "Leave out the time of day: 16 dec."),
        # A year that was typed is told.
        ("29 feb 2023", "There is no 29 February 2023; the month has 28 days."),
        ("30 feb 2024", "There is no 30 February 2024; the month has 29 days."),
        ("tue 16 dec 2024", "16 Dec 2024 was a Monday, not a Tuesday."),
    ],
)
def test_a_refusal_names_no_year_that_nobody_typed(text: str, refusal: str) -> None:
    assert read_day_of_year(text, TODAY) == ("", refusal, "")


@pytest.mark.parametrize(
    "text", ["dec", "2024", "early may", "tue 16 dec", "16-18 dec", "3 days later", "last friday"]
)
def test_what_is_no_day_of_every_year_is_none(text: str) -> None:
    refusal = f"“{text}” is not a day of the year; write e.g. 16 dec."
    assert read_day_of_year(text, TODAY) == ("", refusal, "")
