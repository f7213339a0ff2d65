from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates import parse
from kztimeline.tui.density import Extents, Scale, bars, density
from tests.tui.sample import event, sample, timeline_of

TIMELINE = sample()


@given(st.integers(1, 300))
def test_every_event_counts_once_however_many_cells(cells: int) -> None:
    scale = Scale.over(TIMELINE.span, cells)
    rows = density(Extents.of(TIMELINE), range(len(TIMELINE.events)), scale, 2)
    assert sum(map(sum, rows)) == pytest.approx(len(TIMELINE.events))
    assert all(len(row) == cells for row in rows)


def test_a_year_is_spread_over_the_year_and_a_day_is_not() -> None:
    timeline = timeline_of([event("y", "1992", "A"), event("d", "1993-07-01", "B", "league")])
    scale = Scale.over(parse("1991/1994"), 8)
    rows = density(Extents.of(timeline), range(2), scale, 2)
    assert rows[0] == pytest.approx([0, 0, 0.5, 0.5, 0, 0, 0, 0], abs=0.34)
    assert sorted(rows[1])[-1] == 1


@given(st.integers(1, 300))
def test_the_day_of_a_cell_lies_in_the_cell(cells: int) -> None:
    scale = Scale.over(TIMELINE.span, cells)
    assert all(scale.cell(scale.day(cell).toordinal()) == cell for cell in range(cells))


@given(st.integers(1, 300), st.integers(1, 400))
def test_years_are_named_where_they_begin_and_do_not_touch(cells: int, years: int) -> None:
    scale = Scale(dt.date(1900, 1, 1).toordinal(), dt.date(1899 + years, 12, 31).toordinal(), cells)
    end = -1
    for cell, label in scale.labels():
        assert cell == scale.cell(dt.date(int(label), 1, 1).toordinal())
        assert cell > end
        end = cell + len(label)
    assert end <= cells


def test_whatever_is_there_shows_and_whatever_is_not_does_not() -> None:
    assert bars([0, 0.01, 2, 8], 8) == [" ▁▄█"]
    assert bars([0, 0.01, 2, 8], 8, rows=2) == ["   █", " ▁██"]
