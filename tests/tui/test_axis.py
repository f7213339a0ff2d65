"""The named times under the overview: they never move, and never name another year."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.timeline.model import Timeline
from kztimeline.tui.render.overview.bins import Bins, levels, stretch
from kztimeline.tui.render.overview.labels import HERE, axis
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading

SPAN = parse("1991/2024")
DAYS = st.dates(dt.date(1991, 1, 1), dt.date(2024, 12, 31))


@given(DAYS, st.integers(0, levels(SPAN)), st.integers(20, 200), st.data())
def test_names_stand_where_their_time_begins_whatever_is_marked(
    day: dt.date, level: int, cells: int, data: st.DataObject
) -> None:
    bins = Bins.over(*stretch(SPAN, level, day), cells)
    labels = bins.labels()
    here = data.draw(st.none() | st.integers(0, cells - 1))
    first = data.draw(st.integers(0, cells - 1))
    window = range(first, data.draw(st.integers(first, cells)))
    pieces = axis(labels, bins.cells, window, here)
    text = "".join(piece.text for piece in pieces)
    assert len(text) == bins.cells
    for start, name in labels:
        assert text[start : start + len(name)] == name
    assert text.replace(HERE, " ") == "".join(
        piece.text for piece in axis(labels, bins.cells, range(0), None)
    )
    assert not re.search(rf"{HERE}\S|\S{HERE}", text)


@given(st.integers(0, 99), st.lists(st.integers(0, 95), max_size=6))
def test_the_selected_event_is_marked_once_and_in_its_cell(here: int, starts: list[int]) -> None:
    labels = [(start, "2010") for start in sorted(set(starts))]
    labels = [label for n, label in enumerate(labels) if not n or label[0] > labels[n - 1][0] + 4]
    at, marked = 0, []
    for piece in axis(labels, 100, range(0), here):
        if piece.role in {"cursor", "here"}:
            marked.append((at, piece))
        at += len(piece.text)
    ((cell, piece),) = marked
    assert cell == here
    assert len(piece.text) == 1
    assert (piece.text == HERE) == (piece.role == "cursor")


async def years(reader: Reader) -> dict[str, int]:
    """The years on the axis as it is drawn, and the cells they stand at."""
    overview = reader.screen.query_one("#overview").region
    line = reader.drawn()[overview.bottom - 1]
    return {match[0]: match.start() for match in re.finditer(r"\d+", line)}


@pytest.mark.parametrize("size", mostly_slow([(60, 20), SMALL, WIDE, (200, 60)], [SMALL]))
async def test_the_axis_is_the_same_from_the_first_year_to_the_last(
    size: tuple[int, int], builtin: Timeline
) -> None:
    async with reading(builtin, size=size) as reader:
        await reader.press("g")
        at_first = await years(reader)
        assert len(at_first) > 5
        assert list(at_first) == sorted(at_first)
        for _ in range(34):
            await reader.press("]")
            assert await years(reader) == at_first
