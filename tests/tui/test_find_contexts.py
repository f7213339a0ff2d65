"""Why an event is a match of a find is seen in the list, as it is under a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.driving import reading
from tests.tui.sample import event, timeline_of

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

SIZES = [(30, 10), (60, 20), (80, 24), (120, 40), (200, 60)]


def zoo() -> Timeline:
    """Return a timeline in which zebras stand in a title, a summary, a note and nowhere."""
    return timeline_of(
        [
            event("first", "2001-01-01", "A zebra arrives"),
            event("second", "2001-02-01", "A ship sails", summary="It carries one zebra more."),
            event("third", "2001-03-01", "A gate opens", note="Two of the zebras walk out."),
            event("fourth", "2001-04-01", "A gate closes"),
        ]
    )


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_a_match_that_is_not_in_the_title_shows_the_words_it_is_in(
    size: tuple[int, int],
) -> None:
    async with reading(zoo(), size=size) as reader:
        await reader.press("/", *"zebra", "enter", "n")
        assert reader.here == "second"
        assert "It carries one zebra" in reader.text("#events")
        await reader.press("n")
        assert reader.here == "third"
        assert "Two of the zebras" in reader.text("#events")
        await reader.press("escape")
        assert "zebras" not in reader.text("#events")


@pytest.mark.slow
async def test_under_a_filter_the_find_is_shown_where_both_match() -> None:
    async with reading(zoo()) as reader:
        await reader.press("f", *"a -closes", "enter", "/", *"zebra", "enter")
        assert "It carries one zebra" in reader.text("#events")
        await reader.press("escape", "escape", "f", *"wrote", "enter", "/", *"zebras", "enter")
        assert "Two of the zebras" in reader.text("#events")
        assert "anybody wrote it down" in reader.text("#events")
