"""The list, as it is drawn: full of events where there are any, and the selected one in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from textual.events import MouseScrollDown, MouseScrollUp
from textual.scrollbar import ScrollBarRender

from kztimeline.timeline.model import Timeline
from kztimeline.tui.render.list.scrolling import (
    clamped,
    first_in_sight,
    held,
    in_sight,
    lines_to_scroll,
    may_begin,
    year_over,
)
from kztimeline.tui.render.rails.arranging import arrange_rows
from kztimeline.tui.widgets.event_list import TimelineView
from kztimeline.tui.widgets.scrollbar import line_of
from tests.sampling import mostly_slow
from tests.tui.driving import SMALL, WIDE, Reader, reading
from tests.tui.sample import event, timeline_of

LINES = st.integers(0, 300)
WINDOW = st.integers(1, 60)
YEARS = [1990 + number // 4 for number in range(40)]
POSITIONS = st.lists(st.sampled_from(range(40)), unique=True, min_size=1).map(sorted)


@given(LINES, WINDOW, st.integers(-50, 400))
def test_nothing_but_content_is_in_sight(lines: int, window: int, first: int) -> None:
    there = clamped(lines, window, first)
    assert 0 <= there <= max(lines - window, 0)
    assert there == first or first < 0 or first + window > lines


@given(LINES.filter(bool), WINDOW, st.data())
def test_a_line_is_held_where_the_content_allows_it(
    lines: int, window: int, data: st.DataObject
) -> None:
    line, height = data.draw(st.integers(0, lines - 1)), data.draw(st.integers(-5, 80))
    first = held(lines, window, line, height)
    assert first == clamped(lines, window, first)
    assert first <= line < first + window
    wanted = min(max(height, 0), window - 1)
    if 0 < first < max(lines - window, 0):
        assert line - first == wanted


@given(LINES.filter(bool), WINDOW, st.data())
def test_a_stretch_comes_into_sight_with_little_scrolling(
    lines: int, window: int, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, lines - 1))
    stretch = range(start, min(start + data.draw(st.integers(1, 4)), lines))
    before = clamped(lines, window, data.draw(LINES))
    first = in_sight(lines, window, before, stretch)
    assert first == clamped(lines, window, first)
    assert first <= stretch.start < first + window
    if before <= stretch.start and stretch.stop <= before + window:
        assert first == before


# On the screen


def rows(reader: Reader) -> list[str]:
    """The lines of the list as they are drawn."""
    region = reader.screen.list.region
    lines = reader.drawn()[region.y : region.bottom]
    return [line[region.x : region.right - 1].strip("▌▐ ") for line in lines]


def many() -> Timeline:
    """Two hundred events, and some among them that a word finds."""
    found = {20: "Blinken visits", 90: "Blinken calls", 91: "Blinken writes", 180: "Baker speaks"}
    events = [
        event(f"e{n:03}", f"{1992 + n // 6}-0{n % 6 + 1}-11", found.get(n, f"Number {n} is held"))
        for n in range(190)
    ]
    return timeline_of(events)


FEW = 2


def content(reader: Reader) -> int:
    return len(reader.screen.list.arrangement)


def assert_full(reader: Reader) -> None:
    """No empty line stands in the list while there is more of it to show."""
    drawn = rows(reader)
    blank = sum(not line for line in drawn)
    beyond = reader.screen.list.scroll_offset.y + len(drawn) - content(reader)
    assert blank == max(beyond, 0), "\n".join(drawn)
    if content(reader) > len(drawn):
        # At the end, where the first line in sight would else be of an event without its year.
        assert blank <= FEW, "\n".join(drawn)
    else:
        assert drawn[0], "\n".join(drawn)


@pytest.mark.parametrize("size", mostly_slow([(60, 20), SMALL, WIDE, (200, 60)], [SMALL]))
@pytest.mark.parametrize("start", [("g", *"jjjjjjjj"), ("G", *"kkkkkkkkk"), ("space", "space")])
async def test_a_filter_leaves_the_list_full(size: tuple[int, int], start: tuple[str, ...]) -> None:
    async with reading(many(), size=size) as reader:
        await reader.press(*start)
        await reader.press("f", *"blinken", "enter")
        assert_full(reader)
        for title in ("Blinken visits", "Blinken calls", "Blinken writes"):
            assert title in " ".join(rows(reader))
        await reader.press("escape")
        assert_full(reader)
        await reader.press("f", *"baker", "enter")
        assert_full(reader)
        assert "Baker speaks" in " ".join(rows(reader))


@pytest.mark.slow
async def test_every_way_to_fewer_events_leaves_the_list_full() -> None:
    events = [
        event(f"e{n:03}", f"{1992 + n // 6}-0{n % 6 + 1}-11", f"Number {n}", importance=n % 3 + 1)
        for n in range(190)
    ]
    async with reading(timeline_of(events), size=WIDE) as reader:
        await reader.press("G", *"kkkkk")
        for keys in (
            ("1",),
            ("3",),
            ("z",),
            ("z",),
            ("z",),
            ("z",),
            ("a", *"1995", "enter"),
            ("f", *"in:1994", "enter"),
            ("u",),
            ("u",),
            ("p", "P"),
            ("P",),
            ("v", "space"),
            ("space",),
            ("v",),
            ("f", *"in:2001", "enter"),
            ("F",),
            ("F",),
        ):
            await reader.press(*keys)
            assert_full(reader)
        for size in ((60, 20), (200, 60), (30, 10), WIDE):
            await reader.resize(*size)
            assert_full(reader)
        await reader.press("escape", "G")
        await reader.resize(120, 60)
        assert_full(reader)


@pytest.mark.slow
async def test_the_event_returns_to_its_line_when_a_filter_is_cancelled() -> None:
    async with reading(many(), size=WIDE) as reader:
        await reader.press("G", *"kkkkkkkkkkkk", *"jjj")
        before = reader.drawn()
        await reader.press("f", *"blinken")
        assert reader.drawn() != before
        await reader.press("escape")
        assert reader.drawn() == before


@pytest.mark.slow
async def test_no_year_is_headed_twice_wherever_the_list_is_scrolled_to() -> None:
    async with reading(size=SMALL) as reader:
        widget = reader.screen.query_one("#events", TimelineView)
        tops = set()
        for first in range(60):
            widget.scroll_to(y=first, animate=False, force=True)
            await reader.settle()
            above, below = (line.split("─")[0].strip() for line in reader.drawn()[4:6])
            assert above != below or not above.isdigit(), (first, above)
            tops.add(above)
        assert len(tops) > 3


def found_in_their_summaries() -> Timeline:
    """Events of few years, most of which a word finds in a line below their title."""
    return timeline_of(
        [
            event(
                f"e{n:03}",
                f"{1992 + n // 5}-0{n % 5 + 1}-11",
                f"Number {n} is held in the old harbour by the council and the harbour master",
                summary=f"Number {n} is near the jetty." if n % 3 else "Nothing is near.",
            )
            for n in range(60)
        ]
    )


FILTERED = ("f", *"jetty", "enter")


def assert_begins_well(reader: Reader) -> None:
    """The first line is a year, the second no rest of an event and no other year."""
    first, second = rows(reader)[:2]
    picture = "\n".join(rows(reader))
    assert first.split("─")[0].strip().isdigit(), picture
    assert second[:12].strip() or "┊" in second, picture
    assert not second.split("─")[0].strip().isdigit(), picture


@pytest.mark.parametrize("size", mostly_slow([(40, 14), SMALL, WIDE, (200, 60)], [(40, 14)]))
@pytest.mark.parametrize("keys", mostly_slow([(), FILTERED], [FILTERED]))
async def test_the_list_begins_with_a_year_and_a_whole_event_however_it_is_moved(
    size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with reading(found_in_their_summaries(), size=size) as reader:
        await reader.press(*keys, "g")
        for key in (*"jjjjjjjjjjjjjjjjjjjjjjjjj", *"kkkkkkkkkkkkkk", "G", *"kkkkkkkkkkkkkkkk", "g"):
            await reader.press(key)
            assert_begins_well(reader)
            assert any(line.startswith("▌") for line in reader.drawn())
        for event_of_wheel in (MouseScrollDown, MouseScrollUp):
            before = None
            while before != (before := rows(reader)):
                await reader.wheel(event_of_wheel, "#events")
                assert_begins_well(reader)
        await reader.press("G", *"kkkkkkkk")
        for other in ((25, 6), size, (60, 18), size):
            await reader.resize(*other)
        assert_begins_well(reader)


async def test_the_events_of_an_opened_year_stand_below_its_line() -> None:
    async with reading(many(), size=(80, 16)) as reader:
        await reader.press("z", "z", "enter")
        opened = rows(reader)[0]
        assert opened.startswith("▾ 1990s")
        for _ in range(8):
            await reader.wheel(MouseScrollDown, "#events")
            assert rows(reader)[0] == opened
            assert rows(reader)[1][:12].strip()


@given(POSITIONS, st.integers(0, 19), st.integers(0, 3), st.integers(1, 30), st.data())
def test_an_event_comes_into_sight_below_its_year(
    shown: list[int], row: int, extra: int, window: int, data: st.DataObject
) -> None:
    row = min(row, len(shown) - 1)
    layout = arrange_rows(YEARS, shown, contexts=range(0, 40, 3)).layout.with_whole(row, extra)
    top = layout.top(row)
    stretch = range(top, top + layout.height(row))
    before = data.draw(st.integers(0, len(layout)))
    first = first_in_sight(layout, window, before, stretch, 2)
    over = year_over(layout, window, first)
    if over:
        assert over.year == layout.year_of(row if first + 1 == top else over.row)
    assert 0 <= first + (over is not None) <= stretch.start
    if len(stretch) + (window > 4) <= window:
        assert stretch.stop <= first + window
        assert may_begin(layout, window, first)
    assert first + window <= max(lines_to_scroll(layout, window), window)


class WholeCells(ScrollBarRender):
    """A bar of Textual's own without signs for parts of a cell."""

    VERTICAL_BARS = [" "] * 8


@given(st.integers(1, 80), st.integers(1, 100_000), st.integers(1, 200), st.floats(0, 1))
def test_the_line_of_a_bar_takes_the_cells_that_textual_gives_it(
    height: int, lines: int, window: int, part: float
) -> None:
    # Textual says so where all lines are in sight, and gives where they begin in eighths.
    window = window if window < lines else 0
    first = int(part * (lines - window) * 8) / 8 if window else 0
    colours = Color.parse("black"), Color.parse("white")
    cells = WholeCells.render_bar(height, lines, window, first, 1, True, *colours).segments
    gripped = [
        y for y, cell in enumerate(cells) if cell.style and "grab" in cell.style.meta.values()
    ]
    assert [*line_of(height, lines, window, first)] == gripped
