from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.text.cells import wrap
from kztimeline.text.pieces import pieces_width
from kztimeline.tui.render.list.event_rows import Rows
from kztimeline.tui.render.list.layout import Columns, Layout, Measures, arrange
from kztimeline.tui.render.signs import mark_of
from tests.tui.sample import event, large, sample, timeline_of

TIMELINE = sample()
MEASURES = Measures.of(TIMELINE)
EVERYTHING = range(len(TIMELINE.events))
POSITIONS = st.lists(st.sampled_from(EVERYTHING), unique=True).map(sorted)
COLUMNS = st.builds(Columns, st.integers(0, 200), st.booleans())


@given(POSITIONS, COLUMNS)
def test_every_line_is_a_heading_or_belongs_to_one_event(
    shown: list[int], columns: Columns
) -> None:
    layout = arrange(MEASURES, shown, columns)
    places = [layout.place(line) for line in range(len(layout))]
    assert [place.year for place in places if place.year is not None] == list(layout.years)
    parts = [(place.row, place.part) for place in places if place.year is None]
    assert parts == [(row, part) for row in range(len(shown)) for part in range(layout.height(row))]
    for row in range(len(shown)):
        assert layout.place(layout.top(row)) == (None, row, 0)
        assert layout.row_of(shown[row]) == row


@given(COLUMNS)
def test_lines_are_counted_as_titles_break(columns: Columns) -> None:
    more = 1 if columns.stacked else 0
    assert list(MEASURES.line_counts(columns)) == [
        min(len(wrap(title, columns.left)), columns.title_lines) + more for title in MEASURES.titles
    ]


@given(POSITIONS.filter(bool))
def test_events_stand_under_the_year_they_begin_in(shown: list[int]) -> None:
    layout = arrange(MEASURES, shown, Columns(80, False))
    for row, position in enumerate(shown):
        earliest = TIMELINE.events[position].date.earliest
        assert layout.year_of(row) == (earliest.year if earliest else 0)


@given(POSITIONS.filter(bool), st.sampled_from(EVERYTHING))
def test_the_nearest_row_is_the_event_or_the_next_one_shown(
    shown: list[int], position: int
) -> None:
    row = arrange(MEASURES, shown, Columns(80, True)).nearest_row(position)
    assert row is not None
    assert shown[row] == next((other for other in shown if other >= position), shown[-1])


def test_years_are_walked_forth_and_back() -> None:
    layout = arrange(MEASURES, EVERYTHING, Columns(80, False))
    forth = [0]
    while (row := layout.first_of_next_year(forth[-1])) is not None:
        forth.append(row)
    back = [forth[-1]]
    while (row := layout.first_of_year_before(back[-1])) is not None:
        back.append(row)
    assert forth == back[::-1] == list(layout.firsts)


def test_a_line_outside_is_an_error() -> None:
    layout = arrange(MEASURES, [], Columns(80, False))
    assert len(layout) == 0
    with pytest.raises(IndexError):
        layout.place(0)


@given(st.integers(20, 220), st.booleans(), st.booleans())
def test_every_row_is_exactly_as_wide_as_the_list(
    cells: int, two_lanes: bool, selected: bool
) -> None:
    columns = Columns(cells, two_lanes and cells > 40)
    layout: Layout = arrange(MEASURES, EVERYTHING, columns)
    rows = Rows(TIMELINE, MEASURES, columns, highlights=lambda text: [(0, min(3, len(text)))])
    for row, position in enumerate(layout.shown):
        lines = rows.event(position, layout.height(row), selected)
        assert len(lines) == layout.height(row)
        assert {pieces_width(line) for line in lines} == {cells}
    assert {pieces_width(rows.heading(year)) for year in layout.years} == {cells}


def test_titles_are_whole_in_both_layouts_of_usual_screens() -> None:
    for columns in (Columns(77, True), Columns(130, True), Columns(79, False)):
        layout = arrange(MEASURES, EVERYTHING, columns)
        rows = Rows(TIMELINE, MEASURES, columns)
        for row, position in enumerate(layout.shown):
            drawn = rows.event(position, layout.height(row))
            text = "".join(piece.text for line in drawn for piece in line if "title" in piece.role)
            title = TIMELINE.events[position].title
            assert text.replace(" ", "") == title.replace(" ", "")


@pytest.mark.parametrize(
    ("date", "mark"),
    [
        ("2012-02-01", "●"),
        ("2012-02", "◐"),
        ("2012", "○"),
        ("199X", "○"),
        ("2012-02-01?", "◌"),
        ("2007-04~", "◌"),
        ("1992/1995", "▬"),
        ("2015/..", "▬"),
    ],
)
def test_the_mark_tells_the_precision(date: str, mark: str) -> None:
    assert mark_of(event("x", date, "Something").date) == mark


def test_an_event_that_only_may_match_is_marked() -> None:
    timeline = timeline_of([event("x", "2012", "Something")])
    measures = Measures.of(timeline)
    rows = Rows(timeline, measures, Columns(60, False), possible=lambda _position: True)
    assert "? I Something" in "".join(piece.text for piece in rows.event(0, 1)[0])


@pytest.mark.slow
def test_a_hundred_thousand_events_are_laid_out_within_a_frame() -> None:
    measures = Measures.of(large())
    columns = Columns(80, True)
    shown = list(range(0, 100_000, 2))
    arrange(measures, shown, columns)
    start = time.perf_counter()
    layout = arrange(measures, shown, columns)
    taken = time.perf_counter() - start
    assert layout.place(len(layout) - 1).row == len(shown) - 1
    assert taken < 0.1
