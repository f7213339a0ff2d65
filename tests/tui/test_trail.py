"""The trail: dates and separators stay whole, titles give way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.display import display
from kztimeline.text.pieces import pieces_width
from kztimeline.timeline.model import Event
from kztimeline.tui.render.trail import trail_pieces
from kztimeline.tui.workspace import going
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, reading
from tests.tui.sample import SPECIAL, event

EVENTS = st.lists(st.sampled_from(SPECIAL), min_size=1, max_size=8)


def text_of(events: list[Event], cells: int) -> str:
    return "".join(piece.text for piece in trail_pieces(events, events[-1].id, cells))


@given(EVENTS, st.integers(40, 250))
def test_a_trail_fits_and_keeps_dates_and_separators_whole(events: list[Event], cells: int) -> None:
    pieces = trail_pieces(events, events[-1].id, cells)
    text = "".join(piece.text for piece in pieces)
    assert pieces_width(pieces) <= cells
    steps = text.removeprefix(" trail ").split(" › ")
    if steps[0] == "…":
        del steps[0]
    else:
        assert len(steps) == len(events)
    for step, item in zip(steps, events[-len(steps) :], strict=True):
        assert step.startswith(display(item.date))
        assert step == display(item.date) or step.startswith(f"{display(item.date)} ")


def test_an_event_that_comes_again_has_its_separator() -> None:
    strike, press = (next(item for item in SPECIAL if item.id == n) for n in ("strike", "press"))
    text = text_of([strike, press, strike], 79)
    assert text.count(" › ") == 2
    assert text.count("16–17 Dec 2011 Police") == 2
    assert "1 Feb 2012 Ito" in text


def test_titles_are_as_long_as_there_is_room_for() -> None:
    events = [event(f"e{n}", f"2011-0{n}-02", "x" * 60) for n in range(1, 4)]
    for cells in (80, 120, 200):
        text = text_of(events, cells)
        assert len(text) > cells - 10 or len(re.findall("x", text)) == 3 * 33


@pytest.mark.parametrize("size", mostly_slow([(60, 20), SMALL, (120, 40)], [(120, 40)]))
async def test_the_trail_is_drawn_whole(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.go("strike")
        for identifier in ("press", "strike"):
            going.go(reader.screen, identifier)
            await reader.settle()
        line = next(line for line in reader.drawn() if line.startswith(" trail "))
        steps = line.split(" › ")
        assert "16–17 Dec 2011 Police" in steps[-1]
        assert "1 Feb 2012 " in line
        if size[0] > 60:
            assert len(steps) == 3
            assert "16–17 Dec 2011 Police" in steps[0]
