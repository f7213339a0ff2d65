"""Calendar bins of the overview, and what runs on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.timeline.lasting import Runs, beginning, throughout
from kztimeline.tui.render.overview.bins import Bins, levels, stretch
from kztimeline.tui.render.overview.density import Extents, density

from .sample import event, sample, timeline_of

SPAN = parse("1991/2024")
DAYS = st.dates(dt.date(1991, 1, 1), dt.date(2024, 12, 31))


def test_the_zoom_goes_from_the_whole_span_to_one_month() -> None:
    day = dt.date(2012, 2, 29)
    assert stretch(SPAN, 0, day) == (dt.date(1991, 1, 1), dt.date(2024, 12, 31))
    assert stretch(SPAN, levels(SPAN), day) == (dt.date(2012, 2, 1), dt.date(2012, 2, 29))
    lengths = [(last - first).days for first, last in (stretch(SPAN, n, day) for n in range(9))]
    assert lengths == sorted(lengths, reverse=True)


@given(DAYS, st.integers(0, 8))
def test_a_stretch_holds_its_day_and_stays_in_the_span(day: dt.date, level: int) -> None:
    first, last = stretch(SPAN, level, day)
    assert dt.date(1991, 1, 1) <= first <= day <= last <= dt.date(2024, 12, 31)


@given(DAYS, st.integers(0, 8), st.integers(10, 220))
def test_every_day_has_a_bin_and_every_bin_a_date(day: dt.date, level: int, cells: int) -> None:
    bins = Bins.over(*stretch(SPAN, level, day), cells)
    assert len(bins) <= cells
    number = bins.bin(day.toordinal())
    date = bins.date(number)
    assert date.contains(parse(day.isoformat()))
    assert bins.bin_at(bins.cell(day.toordinal())) == number


@pytest.mark.parametrize(
    ("level", "cells", "unit"), [(0, 116, "year"), (3, 116, "month"), (8, 76, "day")]
)
def test_bins_are_as_fine_as_there_is_room_for(level: int, cells: int, unit: str) -> None:
    bins = Bins.over(*stretch(SPAN, level, dt.date(2012, 2, 1)), cells)
    assert bins.unit.name == unit


@given(DAYS, st.integers(0, 8), st.integers(20, 220))
def test_labels_do_not_run_into_each_other(day: dt.date, level: int, cells: int) -> None:
    labels = Bins.over(*stretch(SPAN, level, day), cells).labels()
    assert labels
    ends = [start + len(text) for start, text in labels]
    assert ends[-1] <= cells
    assert all(start > end for (start, _), end in zip(labels[1:], ends, strict=False))


def test_each_event_counts_once_and_a_vague_one_is_spread() -> None:
    timeline = timeline_of(
        [
            event("day", "2012-02-10", "T"),
            event("month", "2012-02", "T"),
            event("elsewhere", "2014", "T"),
            event("lasting", "2012-02-01/2020", "T"),
        ]
    )
    bins = Bins.over(dt.date(2012, 2, 1), dt.date(2012, 2, 29), 29)
    island, _league = density(Extents.of(timeline), range(4), bins, 2)
    assert sum(island) == pytest.approx(3)
    assert max(island) == island[0] == pytest.approx(1 + 1 / 29)
    assert island[9] == pytest.approx(1 + 1 / 29)


def test_what_runs_on_a_day() -> None:
    runs = Runs(sample())
    names = [run.name for run in runs.at(beginning(parse("2012-02-01")))]
    assert names[:2] == ["Okafor", "Ito"]
    assert "The Island sits in the harbour commission" not in names
    day = beginning(parse("1993-06-01"))
    assert [(run.letter, run.sure_at(day)) for run in runs.at(day)] == [
        ("P", True),
        ("A", False),
        ("▬", True),
        ("▬", False),
    ]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2012-02-01", "on 1 Feb 2012"),
        ("2007-04", "some time in April 2007"),
        ("1991", "some time in 1991"),
        ("1991/1992", "some time in 1991"),
        ("2011-12-16/2011-12-17", "on 16 Dec 2011"),
        ("../1994", "some time in 1994"),
        ("2007-04~", "about April 2007"),
        ("1998?", "perhaps some time in 1998"),
    ],
)
def test_a_time_is_no_finer_than_its_date(date: str, words: str) -> None:
    assert beginning(parse(date)).words == words


def test_at_a_vague_time_only_what_ran_throughout_surely_ran() -> None:
    timeline = timeline_of(
        [
            event("whole", "1990-01-01/2000-01-01", "W"),
            event("from", "1991-06-01/1995-01-01", "F"),
            event("to", "1980-01-01/1991-06-01", "T"),
            event("not", "1992-01-01/1995-01-01", "N"),
        ]
    )
    runs, year = Runs(timeline), beginning(parse("1991"))
    found = {run.name: run.sure_at(year) for run in runs.at(year) if run.event is not None}
    assert found == {"W": True, "F": False, "T": False}
    asked = throughout(parse("1991-01/1991-12"))
    found = {run.name: run.sure_at(asked) for run in runs.at(asked) if run.event is not None}
    assert found == {"W": True, "F": True, "T": True}
    assert asked.words == "in January–December 1991"


def test_what_was_under_way_has_no_end_that_came_later() -> None:
    day = dt.date(2012, 2, 1)
    okafor = Runs(sample()).at(beginning(parse("2012-02-01")), known_until=day)[0]
    assert okafor.date.text == "2006-07/.."
