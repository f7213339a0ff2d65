from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.tui.render.overview.bins import Bins, ends
from kztimeline.tui.render.overview.density import Extents, density
from tests.tui.sample import sample

TIMELINE = sample()


@given(st.integers(1, 300))
def test_every_event_counts_once_however_many_cells(cells: int) -> None:
    bins = Bins.over(*ends(TIMELINE.period), cells)
    events = TIMELINE.events
    inside = [n for n, event in enumerate(events) if TIMELINE.period.contains(event.date)]
    rows = density(Extents.of(TIMELINE), inside, bins, 2)
    assert sum(map(sum, rows)) == pytest.approx(len(inside))
    assert all(len(row) == len(bins) for row in rows)
