"""Pictures of the four sizes in four kinds of colour, to be looked at when they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kztimeline.tui.app import TimelineApp
from tests.sampling import mostly_slow
from tests.tui.driving import Reader, reading
from tests.tui.sample import sample

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = ((60, 20), (80, 24), (120, 40), (200, 60))
TINY = ((30, 10), (30, 3), (10, 10), (5, 2), (1, 1))


async def find_and_go(pilot: Pilot[None]) -> None:
    app = pilot.app
    assert isinstance(app, TimelineApp)
    reader = Reader(app, pilot)
    # What is in sight depends on what was: the first screen stands before.
    await reader.until(reader.screen.is_settled)
    reader.screen.ask(find="ito", cursor="press")
    await reader.settle()
    await pilot.pause(0.2)


@pytest.mark.slow
@pytest.mark.parametrize(
    "size", mostly_slow(SIZES, [(80, 24)]), ids=lambda size: "x".join(map(str, size))
)
@pytest.mark.parametrize("colours", ["dark", "light", "terminal", "none"])
def test_every_size_in_all_colours(
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    colours: str,
) -> None:
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    app = TimelineApp(sample(), theme=f"kzt-{colours}" if colours != "none" else None)
    assert snap_compare(app, terminal_size=size, run_before=find_and_go)


@pytest.mark.parametrize(
    "size", mostly_slow(TINY, [(30, 3), (1, 1)]), ids=lambda size: "x".join(map(str, size))
)
async def test_the_smallest_screens_do_no_harm(size: tuple[int, int]) -> None:
    async with reading(size=size, every_frame=True) as reader:
        await reader.press("j", "enter", "J", "escape", "f", *"ito", "enter", "?", "escape", ":")
        await reader.press("escape", "escape", "1", "3", "G")
        assert reader.here == reader.ids[-1]
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert reader.here == reader.ids[-1]
        assert reader.line("#title").startswith(" kzt ")


async def test_a_link_chosen_before_the_screen_shrinks_to_nothing_does_no_harm() -> None:
    async with reading(size=(80, 24), every_frame=True) as reader:
        await reader.go("press")
        await reader.press("enter", "tab")
        await reader.pilot.resize_terminal(1, 1)
        await reader.settle()
        await reader.press("o")
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert reader.here == "press"
