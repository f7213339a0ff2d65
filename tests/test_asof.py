"""A timeline as it stood on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.asof import Standing, known_then, past, seen_by, standing
from kztimeline.dates import parse
from kztimeline.narrowing import is_on_day
from kztimeline.view import View

from .tui.sample import event, sample, timeline_of

DAY = dt.date(2012, 2, 1)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2012-02-01", Standing.PAST),
        ("2012-02-02", Standing.LATER),
        ("2012-02", Standing.POSSIBLE),
        ("2012", Standing.POSSIBLE),
        ("2011", Standing.PAST),
        ("2013", Standing.LATER),
        ("201X", Standing.POSSIBLE),
        ("2012-01~", Standing.POSSIBLE),
        ("2007-04~", Standing.PAST),
        ("2012-03~", Standing.POSSIBLE),
        ("2012-05~", Standing.LATER),
        ("2011/2013", Standing.UNDER_WAY),
        ("2012-01-30/2012-02-01", Standing.PAST),
        ("2009/2011", Standing.PAST),
        ("2012/2013", Standing.POSSIBLE),
        ("2010/..", Standing.UNDER_WAY),
        ("2015/..", Standing.LATER),
        ("../1994", Standing.PAST),
        ("../2015", Standing.POSSIBLE),
    ],
)
def test_standing(date: str, expected: Standing) -> None:
    assert standing(parse(date), DAY) is expected


@given(st.dates(), st.dates())
def test_a_known_day_is_past_or_later_and_never_in_doubt(happened: dt.date, seen: dt.date) -> None:
    expected = Standing.PAST if happened <= seen else Standing.LATER
    assert standing(parse(happened.isoformat()), seen) is expected


def test_an_end_that_came_later_is_not_known_then() -> None:
    assert known_then(parse("2011/2013"), DAY).text == "2011/.."
    assert known_then(parse("2009/2011"), DAY).text == "2009/2011"
    assert known_then(parse("2012"), DAY).text == "2012"


def test_the_past_has_no_later_event_and_no_link_to_one() -> None:
    timeline = sample()
    then = past(timeline, dt.date(2012, 1, 20))
    ids = {item.id for item in then.events}
    assert {"strike", "vote"} <= ids
    assert "press" not in ids
    assert all(link.to in ids for item in then.events for link in item.links)
    assert all(source.id not in {"press"} for source, _ in then.links_back.get("strike", ()))


def test_a_view_as_of_a_date_comes_with_its_notice() -> None:
    timeline = timeline_of(
        [event("a", "2011", "A"), event("b", "2012-02-28", "B"), event("c", "2012-03-01", "C")]
    )
    seen, notice = seen_by(View(as_of="2012-02"), timeline)
    assert [item.id for item in seen.events] == ["a", "b"]
    assert notice == "AS OF 29 Feb 2012: 1 later event hidden"
    assert seen_by(View(), timeline) == (timeline, "")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1991-12-16", True),
        ("2011-12-16/2011-12-17", True),
        ("2011-12-10/2011-12-16", True),
        ("2011-12-15/2011-12-17", False),
        ("2011-12", False),
        ("2011-12-16~", False),
        ("2011", False),
        ("2011-11-16", False),
    ],
)
def test_only_what_is_known_to_the_day_was_on_a_day(date: str, expected: bool) -> None:
    assert is_on_day(parse(date), 12, 16) is expected
