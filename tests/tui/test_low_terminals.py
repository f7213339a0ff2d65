"""Narrow and low terminals: the selected event's first line stands whole and in view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from kztimeline.dates.display import display_short
from kztimeline.text.cells import fit
from kztimeline.timeline.model import Link
from kztimeline.tui.render.rails.geometry import Rails
from tests.sampling import mostly_slow
from tests.tui.driving import reading
from tests.tui.sample import event, timeline_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline
    from tests.tui.driving import Reader

SIZES: Final = ((20, 5), (20, 8), (24, 8), (24, 10), (30, 6), (45, 7), (80, 7))
TITLES: Final = (
    "Kazakhstan joins Russia, Belarus and Kyrgyzstan in an integration treaty",
    "哈萨克斯坦总统与美国国务卿就核裁军与能源合作举行会谈并签署联合声明",
    "Назарбаев и Клинтон договорились о вывозе обогащенного урана",
    "Ünïted Nations’ İnspectors árrive",
    "Aye",
)


def linked() -> Timeline:
    """Return a timeline in which each event of the middle is linked with the first and last."""
    events = [
        event("first", "1996-01-02", "The first of all"),
        event("last", "1996-12-30", "The last"),
    ]
    links = tuple(Link(to=to, kind="part_of", basis="So.") for to in ("first", "last"))
    for number in range(20):
        date = f"1996-{number // 2 + 2:02}-{10 + number:02}"
        track = ("island", "league")[number % 2]
        title = TITLES[number % len(TITLES)]
        events.append(event(f"e{number:02}", date, title, track, 1 + number % 3, links=links))
    return timeline_of(sorted(events, key=lambda each: each.date))


def selected_lines(reader: Reader) -> list[str]:
    """Return the lines of the selected event as they are drawn, without their edges."""
    return [line[1:].rpartition("▐")[0] for line in reader.drawn() if line.startswith("▌")]


def require_first_line(reader: Reader) -> None:
    """The first line of the selected event is in view, with its date and all of its title."""
    here = reader.screen.session.event
    assert here is not None
    rails = Rails(reader.screen.list.line_width, 2)
    first, *below = selected_lines(reader)
    date = fit(display_short(here.date, cells=rails.date_cells), rails.date_cells, "right")
    assert first.startswith(date), "\n".join(reader.drawn())
    title, begun = letters(here.title), letters(first[rails.title_start - 1 :])
    assert begun, "\n".join(reader.drawn())
    assert title.startswith(begun), "\n".join(reader.drawn())
    if below:
        assert title.startswith(begun + letters(below[0])), "\n".join(reader.drawn())


def letters(line: str) -> str:
    """Return the letters of a line, without rails, signs and counts of links."""
    return re.sub(r"[↑↓]\d+|\W", "", line)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_the_selected_event_begins_in_view_however_it_is_reached(
    size: tuple[int, int],
) -> None:
    async with reading(linked(), size=size) as reader:
        for key in (*"jjjjjjj", "G", *"kkkkkk", "space", "b", "g", "pagedown", "]", "j", "["):
            await reader.press(key)
            require_first_line(reader)
        for day in ("14 feb 1996", "12 apr 1996", "22 aug 1996", "16 may 1996"):
            await reader.press("d", *day, "enter")
            require_first_line(reader)


@pytest.mark.parametrize(
    "size", mostly_slow(SIZES, SIZES[:1]), ids=lambda size: "x".join(map(str, size))
)
async def test_links_out_of_sight_are_counted_all_the_same(size: tuple[int, int]) -> None:
    async with reading(linked(), size=size) as reader:
        for number in range(4, 16):
            await reader.go(f"e{number:02}")
            drawn = reader.text("#events")
            assert ("↑1" in drawn, "↓1" in drawn) == (True, True), "\n".join(reader.drawn())


@pytest.mark.slow
async def test_a_terminal_made_lower_keeps_the_first_line() -> None:
    async with reading(linked(), size=(80, 24)) as reader:
        await reader.go("e10")
        for size in (*SIZES, *reversed(SIZES)):
            await reader.resize(*size)
            require_first_line(reader)
