"""A timeline whose span is open at an end is drawn as far as its events go."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.timeline.model import Timeline
from tests.tui.driving import SMALL, WIDE, Reader, reading
from tests.tui.sample import event, timeline_of


def spanning(span: str, *dates: str) -> Timeline:
    events = [event(f"e{number}", date, f"Number {number}") for number, date in enumerate(dates)]
    return replace(timeline_of(events), period=parse(span), eras=())


def axis(reader: Reader) -> list[str]:
    return reader.text("#overview").rstrip().splitlines()[-1].split()


def groups(reader: Reader) -> list[str]:
    """The names of the years or decades as they are drawn."""
    return [found[1] for line in reader.drawn() if (found := re.match(r".[▸▾ ] (\S+) +I ", line))]


@pytest.mark.parametrize(
    ("span", "dates", "first", "last"),
    [
        ("2012/..", ("2012-03-05", "2013", "2019-02-03/.."), "2012", "2019"),
        ("../2015", ("../2004", "2006", "2015"), "2004", "2015"),
        ("2012/..", ("2012-11",), "2012", "Dec"),
        ("2012-11-02/..", ("2012-11-03", "2012-11-20"), "Nov", "20"),
        ("0050/..", ("0079-08-24", "0081"), "50", "80"),
    ],
)
@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_axis_goes_as_far_as_the_events(
    size: tuple[int, int], span: str, dates: tuple[str, ...], first: str, last: str
) -> None:
    async with reading(spanning(span, *dates), size=size) as reader:
        named = axis(reader)
        assert named[0] == first or first in named[:2]
        assert last in named[-2:]


async def test_the_overview_of_an_open_span_is_zoomed_into_from_what_it_shows() -> None:
    async with reading(spanning("2012/..", "2012-03", "2019-02"), size=WIDE) as reader:
        whole = axis(reader)
        await reader.press("+")
        assert reader.said == "The overview shows 5 years."
        await reader.press("-")
        assert axis(reader) == whole


@pytest.mark.parametrize("span", ["2012/..", "../2015"])
async def test_topics_of_an_open_span_stand_in_the_years_of_the_events(span: str) -> None:
    async with reading(spanning(span, "2012", "2013", "2015"), size=WIDE) as reader:
        await reader.press("Z")
        assert axis(reader)[-4:] == ["2012", "2013", "2014", "2015"]


async def test_years_and_decades_of_an_open_span_are_listed_without_one_that_is_none() -> None:
    async with reading(spanning("0050/..", "0079", "0099-02", "0101"), size=WIDE) as reader:
        await reader.press("z")
        years = [int(name) for name in groups(reader)]
        assert years == [*range(years[0], years[-1] + 1)]
        await reader.press("z")
        assert groups(reader) == ["50s", "60s", "70s", "80s", "90s", "100s"]


async def test_the_years_before_10_are_a_decade_of_their_own() -> None:
    events = spanning("0001/..", "../0004", "0003", "0009-05", "0012")
    async with reading(events, size=WIDE) as reader:
        await reader.press("z", "z")
        assert groups(reader) == ["before", "1–9", "10s"]
        await reader.press("home", "down", "enter")
        assert "Number 1" in reader.picture


async def test_an_event_that_began_at_no_known_time_is_counted_beside_its_name() -> None:
    async with reading(spanning("0070/..", "../0079", "0081"), size=SMALL) as reader:
        await reader.press("z", "z")
        assert "before I" in reader.picture
