from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import Date, parse
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.kept import record_lines
from kztimeline.session.selection import first_known
from kztimeline.timeline.bulk.record_tables import RecordTable
from kztimeline.timeline.model import Timeline
from kztimeline.tui.render.list.layout import Measures
from kztimeline.tui.render.overview.density import Extents
from kztimeline.tui.render.rails.arranging import arrange_rows, undated_of
from kztimeline.tui.render.rails.geometry import Rails
from kztimeline.tui.render.rails.lines import RailLines
from kztimeline.tui.render.rails.list_lines import ListLines
from kztimeline.tui.render.signs import date_sign
from tests import files
from tests.tui.sample import event, large, sample, timeline_of

TIMELINE = sample()
MEASURES = Measures.of(TIMELINE)
EVERYTHING = range(len(TIMELINE.events))
POSITIONS = st.lists(st.sampled_from(EVERYTHING), unique=True).map(sorted)


@given(POSITIONS, st.integers(0, 60), st.integers(0, 3))
def test_every_line_is_a_heading_or_belongs_to_one_event(
    shown: list[int], row: int, extra: int
) -> None:
    layout = arrange_rows(MEASURES.years, shown).layout
    if row < len(shown):
        layout = layout.with_whole(row, extra)
    places = [layout.content(line) for line in range(len(layout))]
    assert [place.year for place in places if place.year is not None] == list(layout.years)
    parts = [(place.row, place.part) for place in places if place.year is None]
    assert parts == [(row, part) for row in range(len(shown)) for part in range(layout.height(row))]
    for row in range(len(shown)):
        assert layout.content(layout.top(row)) == (None, row, 0)
        assert layout.row_of(shown[row]) == row


@given(POSITIONS.filter(bool))
def test_events_stand_under_the_year_they_begin_in(shown: list[int]) -> None:
    layout = arrange_rows(MEASURES.years, shown).layout
    for row, position in enumerate(shown):
        earliest = TIMELINE.events[position].date.earliest
        assert layout.year_of(row) == (earliest.year if earliest else 0)


@given(POSITIONS.filter(bool), st.sampled_from(EVERYTHING))
def test_the_nearest_row_is_the_event_or_the_next_one_shown(
    shown: list[int], position: int
) -> None:
    row = arrange_rows(MEASURES.years, shown).layout.nearest_row(position)
    assert row is not None
    assert shown[row] == next((other for other in shown if other >= position), shown[-1])


def test_years_are_walked_forth_and_back() -> None:
    layout = arrange_rows(MEASURES.years, EVERYTHING).layout
    forth = [0]
    while (row := layout.first_of_next_year(forth[-1])) is not None:
        forth.append(row)
    back = [forth[-1]]
    while (row := layout.first_of_year_before(back[-1])) is not None:
        back.append(row)
    assert forth == back[::-1] == list(layout.firsts)


def test_a_line_outside_is_an_error() -> None:
    layout = arrange_rows(MEASURES.years, []).layout
    assert len(layout) == 0
    with pytest.raises(IndexError):
        layout.content(0)


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
    assert date_sign(event("x", date, "Something").date) == mark


def test_an_event_that_only_may_match_is_marked() -> None:
    timeline = timeline_of([event("x", "2012", "Something")])
    rails = Rails(60, len(timeline.tracks))
    lines = RailLines(timeline, ("Something",), rails, possible=lambda _position: True)
    assert "? │  Something" in "".join(piece.text for piece in lines.event(0)[0])


@pytest.mark.slow
def test_a_hundred_thousand_events_are_laid_out_within_a_frame() -> None:
    years = Measures.of(large()).years
    shown = list(range(0, 100_000, 2))
    arrange_rows(years, shown)
    start = time.perf_counter()
    layout = arrange_rows(years, shown).layout.with_whole(500, 2)
    taken = time.perf_counter() - start
    assert layout.content(len(layout) - 1).row == len(shown) - 1
    assert taken < 0.1


@pytest.mark.slow
def test_a_list_is_laid_out_without_making_its_events(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(builtin.path)
    load_timeline(path)
    kept = load_timeline(path)
    made: set[int] = set()
    take = RecordTable.__getitem__

    def noted(table: RecordTable[Any], at: Any) -> Any:
        if table is kept.events:
            made.add(at)
        return take(table, at)

    monkeypatch.setattr(RecordTable, "__getitem__", noted)
    everything = range(len(kept.events))
    lines = ListLines(kept)
    lines.arrange(78, everything, everything, None, fold=True)
    Extents.of(kept)
    assert lines.layout.shown == everything
    assert made == set()
    assert first_known(kept) is not None
    assert len(made) == 1


def test_to_find_the_first_event_no_more_dates_are_read_than_it_takes(
    tmp_path: Path, own_cache: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    dates = ["../1992-01-01", "1992", "1992", "1993-04", *(f"1994-02-{n:02}" for n in range(1, 20))]
    events = [files.event(f"e{n}", date) for n, date in enumerate(dates)]
    path = files.write(tmp_path, files.timeline(*events))
    load_timeline(path)
    kept, read = load_timeline(path), list[str]()

    def noted(text: str) -> Date:
        read.append(text)
        return parse(text)

    monkeypatch.setattr(record_lines, "parse", noted)
    (undated,) = undated_of(kept, kept.columns.years, range(len(dates)))
    assert (undated.year, undated.rows, undated.within) == (1992, (1, 2), True)
    assert read == []
    assert first_known(kept) == "e4"
    assert set(dates[:5]) >= set(read)
