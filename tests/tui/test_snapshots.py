"""Pictures of the screen, to be looked at before they are accepted."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kztimeline.tui.app import TimelineApp
from tests.sampling import mostly_slow
from tests.tui.driving import Reader
from tests.tui.sample import sample, timeline_of

if TYPE_CHECKING:
    from textual.pilot import Pilot

Compare: TypeAlias = Callable[..., bool]
TO_PRESS = ("d", *"2012-02", "enter")


def pressing(*keys: str) -> Callable[[Pilot[None]], object]:
    async def press(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, TimelineApp)
        reader = Reader(app, pilot)
        for key in keys:
            await reader.press(key)
        # Nothing may still be under way, such as the blinking of the input's cursor.
        for text in pilot.app.screen.query("Input"):
            text.cursor_blink = False  # type: ignore[attr-defined]
        await pilot.pause(0.2)

    return press


def test_the_timeline(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*TO_PRESS, "j", "k"))


# A test of pictures is fast or slow as a whole: cases that are left out would count as unused.
@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 40), (200, 60)], ids=str)
def test_the_timeline_on_a_large_screen(snap_compare: Compare, size: tuple[int, int]) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    assert snap_compare(app, terminal_size=size, run_before=pressing(*TO_PRESS, "j", "k"))


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["kzt-light", "kzt-terminal"])
def test_other_colours(snap_compare: Compare, theme: str) -> None:
    app = TimelineApp(sample(), theme=theme)
    keys = ("f", *"island", "enter", *TO_PRESS, "j")
    assert snap_compare(app, terminal_size=(120, 32), run_before=pressing(*keys))


def test_reading_on_a_small_screen(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    keys = (*TO_PRESS, "enter", "tab")
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*keys))


@pytest.mark.slow
def test_a_filter_with_certain_and_possible_events(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    keys = ("f", *"in:2012-03")
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*keys))


def test_a_mistake_in_the_filter(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    keys = ("f", *"ito topic:xyz")
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing(*keys))


@pytest.mark.slow
def test_nothing_found(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    keys = ("f", *"qqq", "enter")
    assert snap_compare(app, terminal_size=(60, 20), run_before=pressing(*keys))


def test_no_events(snap_compare: Compare) -> None:
    app = TimelineApp(timeline_of([]), theme="kzt-dark")
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing())


@pytest.mark.slow
def test_the_help(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    assert snap_compare(app, terminal_size=(120, 40), run_before=pressing("j", "?"))


def test_a_tiny_screen(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    assert snap_compare(app, terminal_size=(30, 10), run_before=pressing("G"))


def test_the_facets(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    keys = pressing("v", "j", "space", "tab", "-")
    assert snap_compare(app, terminal_size=(120, 40), run_before=keys)


@pytest.mark.slow
def test_the_facets_on_a_small_screen(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    keys = pressing("v", "j", "space", "tab", "-")
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


@pytest.mark.slow
def test_the_offers_of_the_bar(snap_compare: Compare) -> None:
    app = TimelineApp(sample(), theme="kzt-dark")
    keys = pressing("f", *"topic:s", "down")
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)


@pytest.mark.parametrize("simplify", mostly_slow([True, False], [True]))
async def test_a_picture_shows_what_the_screen_does(simplify: bool) -> None:
    app = TimelineApp(sample())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        picture = html.unescape(app.export_screenshot(simplify=simplify))
        texts = re.findall(r"<text[^>]*>([^<]*)</text>", picture)
        shown = "".join("".join(texts).split())
        for line in Reader(app, pilot).drawn():
            assert "".join(line.split()) in shown
