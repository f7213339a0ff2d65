"""Calendar bins of the overview."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.tui.render.overview.bins import Bins, levels, stretch
from kztimeline.tui.render.overview.density import Extents, density

from .sample import event, timeline_of

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
    cell = bins.cell(day.toordinal())
    assert bins.starts[number] <= cell < max(bins.starts[number + 1], bins.starts[number] + 1)


@pytest.mark.parametrize(
    ("level", "cells", "unit"),
    [(0, 116, "half-year"), (0, 60, "year"), (3, 116, "month"), (8, 76, "day")],
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
