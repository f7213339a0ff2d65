"""Linked events out of sight are counted at the edge they lie beyond, whatever stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.timeline.model import Era, Link
from tests.tui.driving import reading
from tests.tui.sample import event, timeline_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline
    from tests.tui.driving import Reader

LONG = "Everybody’s longest-serving and most renowned headteacher"


def full_heading(linked: str = "e3-1") -> Timeline:
    """Return a timeline whose year lines are full of who is in office, the last event linked."""
    days = [(month, day) for month in (3, 4, 5) for day in range(1, 31)]
    events = [event(f"e{m}-{d}", f"2012-{m:02}-{d:02}", f"Of {m}/{d}") for m, d in days]
    link = Link(to=linked, kind="responds_to", basis="It says so.")
    events.append(event("answer", "2012-06-01", "The answer", links=(link,)))
    eras = (
        Era(id="a", name=LONG, kind="presidency", date=parse("1991/2019")),
        Era(id="b", name=LONG, kind="administration", date=parse("1993/2019")),
    )
    return replace(timeline_of(events), eras=eras)


def year_line(reader: Reader) -> str:
    """Return the first line of the list as it is drawn."""
    return reader.line("#events")


@pytest.mark.parametrize("size", [(30, 10), (60, 20), (80, 24), (120, 40), (200, 60)])
async def test_a_full_year_line_that_stands_over_the_list_keeps_the_arrow(
    size: tuple[int, int],
) -> None:
    async with reading(full_heading(), size=size) as reader:
        await reader.press("G")
        assert year_line(reader).startswith(" 2012")
        assert "↑1" in year_line(reader)


async def test_what_only_the_year_line_hides_is_out_of_sight_too() -> None:
    async with reading(full_heading(), size=(80, 24)) as reader:
        await reader.press("G")
        layout, top = reader.screen.list.arrangement, reader.screen.list.scroll_offset.y
        hidden = reader.screen.session.timeline.events[layout.content(top).row]
        in_sight = reader.screen.session.timeline.events[layout.content(top + 1).row]
        assert f" {hidden.title} " not in reader.text("#events")
        assert f" {in_sight.title} " in reader.text("#events")
    for linked, arrow in ((hidden, True), (in_sight, False)):
        async with reading(full_heading(linked.id), size=(80, 24)) as reader:
            await reader.press("G")
            assert ("↑1" in year_line(reader)) is arrow
