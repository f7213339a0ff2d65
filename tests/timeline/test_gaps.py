"""Empty time between events, and lists folded by years."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.distance import length_words
from kztimeline.dates.edtf import parse
from kztimeline.dates.occurring import days_apart, first_day, last_day
from kztimeline.timeline.gaps import MOST_LINES, empty_lines
from kztimeline.tui.render.list.groups import Groups
from kztimeline.tui.render.list.layout import Measures
from kztimeline.tui.render.rails.arranging import arrange_rows
from tests.tui.sample import event, sample, timeline_of


@pytest.mark.parametrize(
    ("fewest", "most", "expected"),
    [
        (46, 46, "46 days"),
        (1, 1, "1 day"),
        (31, 61, "31–61 days"),
        (213, 213, "7 months"),
        (213, 243, "8 months"),
        (60, 300, "2–10 months"),
        (731, 731, "2 years"),
        (850, 850, "2 years 4 months"),
        (800, 1500, "2–5 years"),
        (10, 3650, "up to 10 years"),
    ],
)
def test_words(fewest: int, most: int, expected: str) -> None:
    assert length_words(fewest, most) == expected


def test_empty_time_takes_space_in_proportion_and_is_capped() -> None:
    dates = ("1991-01-01", "1991-01-20", "1991-03-20", "1991-10-20", "2005-01-01")
    timeline = timeline_of([event(f"e{n}", date, "T") for n, date in enumerate(dates)])
    columns = timeline.columns
    assert list(empty_lines(columns, range(5), False)) == [0, 0, 1, 1, 1, 0]
    scaled = list(empty_lines(columns, range(5), True))
    assert scaled[:2] == [0, 0]
    assert scaled[2] < scaled[3] < scaled[4] == MOST_LINES


def test_nothing_is_called_empty_that_a_vague_date_may_fill() -> None:
    timeline = timeline_of(
        [event("a", "2011-12-10", "T"), event("b", "2012", "T"), event("c", "2012-06-01", "T")]
    )
    assert list(empty_lines(timeline.columns, range(3), False)) == [0, 0, 0, 0]


DATES = (
    *("../1995", "../1991-03", "../2004-02-01", "199X", "1991", "1991-02", "1991-02-03"),
    *("1991-12-30/1992-01-02", "1991-12-31", "1992-03-01/..", "1994", "1994-07/2001", "2004-01"),
)


@given(st.lists(st.sampled_from(DATES), min_size=1, max_size=20), st.data())
def test_every_long_time_is_found_wherever_it_is(dates: list[str], data: st.DataObject) -> None:
    ordered = sorted(map(parse, dates))
    timeline = timeline_of([event(f"e{n}", str(date), "T") for n, date in enumerate(ordered)])
    shown = sorted(data.draw(st.sets(st.sampled_from(range(len(dates))))))
    least = data.draw(st.sampled_from([30, 180, 400]))
    firsts, lasts = [*map(first_day, ordered)], [*map(last_day, ordered)]
    expected = [int(firsts[at] - lasts[before] >= least) for before, at in pairwise(shown)]
    found = list(empty_lines(timeline.columns, shown, False, least))
    assert found[1:-1] == expected


@given(st.data())
def test_lines_and_rows_agree_at_every_zoom(data: st.DataObject) -> None:
    timeline = sample()
    measures = Measures.of(timeline)
    everything = range(len(timeline.events))
    shown = sorted(data.draw(st.sets(st.sampled_from(everything), min_size=1)))
    zoom = data.draw(st.sampled_from(["gaps", "scaled", "years", "decades"]))
    if zoom in ("gaps", "scaled"):
        gaps = empty_lines(timeline.columns, shown, zoom == "scaled")
        layout = arrange_rows(measures.years, shown, gaps).layout
    else:
        groups = Groups(timeline, measures, 1 if zoom == "years" else 10)
        opened = data.draw(st.sets(st.sampled_from([1990, 2000, 2010, 2012, 2020, 0])))
        layout = groups.arrange(shown, opened)
    places = [layout.content(line) for line in range(len(layout))]
    assert len([place for place in places if place.year is not None]) == len(layout.years)
    for row in range(len(shown)):
        place = places[layout.top(row)]
        if layout.is_folded(row):
            assert place.year == layout.year_of(row)
        else:
            assert place == (None, row, 0)
    drawn = [place.row for place in places if place.year is None and place.part == 0]
    assert drawn == [row for row in range(len(shown)) if not layout.is_folded(row)]


def test_stepping_through_folded_years_reaches_each_once_both_ways() -> None:
    timeline = sample()
    measures = Measures.of(timeline)
    shown = range(len(timeline.events))
    layout = Groups(timeline, measures, 1).arrange(shown, {2012})
    down = [0]
    while (following := layout.next_row(down[-1])) != down[-1]:
        down.append(following)
    up = [down[-1]]
    while (before := layout.row_before(up[-1])) != up[-1]:
        up.append(before)
    assert up == down[::-1]
    years = {layout.year_of(row) for row in down}
    assert years == set(measures.years)
    assert sum(layout.year_of(row) == 2012 for row in down) == list(measures.years).count(2012)
    assert sum(layout.year_of(row) == 1998 for row in down) == 1


def test_years_without_events_are_lines_too() -> None:
    timeline = timeline_of([event("a", "1993", "T"), event("b", "1996-05", "T")])
    measures = Measures.of(timeline)
    layout = Groups(timeline, measures, 1).arrange(range(2), ())
    assert layout.years == tuple(range(1991, 2025))
    assert layout.content(len(layout) - 1) == (2024, 1, 0)


def test_a_gap_runs_from_the_end_of_what_was_short_and_the_beginning_of_what_lasted() -> None:
    timeline = timeline_of(
        [
            event("a", "2011-10-13", "T"),
            event("b", "2011-12-16/2011-12-17", "T"),
            event("c", "2012-02-01/2015", "T"),
            event("d", "2012-03", "T"),
        ]
    )
    dates = [each.date for each in timeline.events]
    assert [days_apart(*pair) for pair in pairwise(dates)] == [(64, 64), (46, 46), (29, 59)]
