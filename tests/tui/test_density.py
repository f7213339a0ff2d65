from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.tui.render.overview.bins import Bins, ends
from kztimeline.tui.render.overview.density import Extents, bars, density
from tests.tui.sample import sample

TIMELINE = sample()


@given(st.integers(1, 300))
def test_every_event_counts_once_however_many_cells(cells: int) -> None:
    bins = Bins.over(*ends(TIMELINE.span), cells)
    events = TIMELINE.events
    inside = [n for n, event in enumerate(events) if TIMELINE.span.contains(event.date)]
    rows = density(Extents.of(TIMELINE), inside, bins, 2)
    assert sum(map(sum, rows)) == pytest.approx(len(inside))
    assert all(len(row) == len(bins) for row in rows)


def test_whatever_is_there_shows_and_whatever_is_not_does_not() -> None:
    assert bars([0, 0.01, 2, 8], 8) == [" ▁▄█"]
    assert bars([0, 0.01, 2, 8], 8, rows=2) == ["   █", " ▁██"]
