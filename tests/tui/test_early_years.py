"""Years before 1000: what the screen writes of them can be typed, or it says what to type."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.display import display
from kztimeline.dates.edtf import parse
from kztimeline.dates.typed.reading import read_typed
from tests.dates.test_dates import points
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, reading
from tests.tui.test_open_spans import spanning

DATES = ("0079", "0079-08-24", "0500-03", "10XX", "1850~", "1979-08-24", "2030")
TODAY = dt.date(2026, 11, 26)


# “January 9” is a day, of whatever year is at hand.
@given(
    points(last=1000).filter(lambda text: "X" not in text and not re.match(r"000.-..\b(?!-)", text))
)
def test_what_is_shown_of_a_timeline_of_early_years_can_be_typed(text: str) -> None:
    date = parse(text)
    assert read_typed(display(date), date, TODAY, range(1, 1001)).date == date or "%" in text


@given(st.integers(1, 99), st.sampled_from(["{}", "since {}", "aug {}", "3 aug {}"]))
def test_two_figures_are_no_year_of_a_timeline_that_does_not_hold_it(year: int, form: str) -> None:
    text = form.format(f"{year:02}")
    assert read_typed(text, None, TODAY, range(1991, 2025)) == read_typed(text, None, TODAY)


@pytest.mark.parametrize(
    ("typed", "here"),
    mostly_slow(
        [
            ("79", "e0"),
            ("24 aug 0079", "e1"),
            ("24 aug 79 ad", "e1"),
            ("500", "e2"),
            ("march 500", "e2"),
            ("500s", "e2"),
            ("1000s (century)", "e3"),
            ("the 0070s", "e0"),
            ("24.8.0079", "e1"),
            ("0079-08-24", "e1"),
        ],
        [("79", "e0")],
        several=True,
    ),
)
async def test_d_goes_to_an_early_year_as_it_is_shown(typed: str, here: str) -> None:
    async with reading(spanning("0050/..", *DATES), size=SMALL) as reader:
        await reader.press("G", "d")
        await reader.type(typed)
        assert reader.here == here
        await reader.press("enter")
        assert reader.here == here


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("d", "24 aug 79", "24 aug 79: 24 aug 0079 or 24 aug 1979? Write one of the two."),
        ("a", "24 aug 79", "24 aug 79: 24 aug 0079 or 24 aug 1979? Write one of the two."),
        ("d", "q3 79", "q3 79: q3 0079 or q3 1979? Write one of the two."),
        ("d", "70s", "70s: 0070s or 1970s? Write one of the two."),
        ("d", "44 bc", "“44 bc” is before the year 1; dates run from the year 1 to 9999."),
        ("a", "44 bc", "“44 bc” is before the year 1; dates run from the year 1 to 9999."),
        ("d", "30", "“30” is not a date; write the year in four figures: 0030 or 2030."),
        ("a", "30", "“30” is not a date; write the year in four figures: 0030 or 2030."),
        ("f", "in:79", "the year in '79' does not have four digits; write 0079"),
    ],
)
async def test_it_is_said_how_an_early_year_is_typed(key: str, typed: str, said: str) -> None:
    async with reading(spanning("0050/..", *DATES), size=(120, 24)) as reader:
        await reader.press(key)
        await reader.type(typed)
        await reader.press("enter")
        assert said in reader.picture


async def test_the_day_that_as_of_offers_is_the_one_it_shows() -> None:
    async with reading(spanning("0050/..", *DATES), size=SMALL) as reader:
        await reader.go_to("e1")
        await reader.press("a", "enter")
        assert reader.screen.session.view.as_of == "0079-08-24"
        await reader.press("a", "enter")
        assert reader.screen.session.view.as_of == "0079-08-24"


async def test_what_went_on_in_a_time_is_not_denied_while_it_is_typed() -> None:
    async with reading(spanning("0050/..", *DATES), size=SMALL) as reader:
        await reader.press("d")
        await reader.type("11th century")
        assert "nothing begins in 1001–1100 · next is" in reader.picture


async def test_in_a_timeline_of_our_time_two_figures_are_a_year_of_it() -> None:
    async with reading(spanning("1991/..", "1991", "2012-02-03", "2012-03"), size=SMALL) as reader:
        await reader.press("d")
        await reader.type("feb 12")
        assert reader.here == "e1"
