"""What is drawn before it is asked for, and that it is never shown once it is not true."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from operator import methodcaller

import pytest
from textual._styles_cache import StylesCache

from kztimeline.query.words.word_table import WordTable
from kztimeline.session.search import Search
from kztimeline.session.telling import contexts
from kztimeline.timeline.model import Timeline
from kztimeline.tui.render.rails.lines import RailLines
from kztimeline.tui.render.rails.list_lines import ListLines
from kztimeline.tui.screens import read_ahead
from kztimeline.tui.screens.spans import SpanCompositor, SpansUpdate
from kztimeline.tui.widgets.event_list import TimelineView
from kztimeline.tui.widgets.line_input import PromptInput
from kztimeline.tui.widgets.lines.title import TitleLine
from kztimeline.tui.widgets.pages import detail
from kztimeline.tui.widgets.painted import Painted
from tests.sampling import mostly_slow
from tests.tui.driving import WIDE, Reader, reading
from tests.tui.test_costs import called, screen_of

MOVES = ("j", "j", "k", "pagedown", "pageup", "G", "k", "g")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_ahead, "_REST", 0)
    monkeypatch.setattr(read_ahead, "_BETWEEN", 0)


async def until_read(reader: Reader) -> None:
    """Wait until what the next moves would show is drawn."""
    drawing = reader.screen.drawing
    while drawing.read_ahead.is_under_way or drawing.letters_ahead.is_under_way:
        await asyncio.sleep(0.002)


async def until_prepared(reader: Reader) -> None:
    """Wait until a screen that nobody used for a moment has begun to read ahead of itself."""
    while not reader.screen.session.search.is_ready:
        await asyncio.sleep(0.002)


async def drawn_anew(reader: Reader) -> dict[tuple[int, int], object]:
    """Return the screen, drawn with nothing that was kept."""
    for widget in reader.app.screen.query(Painted):
        widget.notify_style_update()
    reader.screen.drawing.list.refresh()
    reader.screen.pages.detail.write()
    await reader.settle()
    return screen_of(reader.app.screen._compositor)


async def press_and_compare(reader: Reader) -> None:
    for key in ("", *MOVES):
        await reader.press(*([key] if key else []))
        shown = screen_of(reader.app.screen._compositor)
        assert shown == await drawn_anew(reader), key
        await until_read(reader)


async def another_theme(reader: Reader) -> None:
    reader.app.theme = "kzt-light"


async def a_filter(reader: Reader) -> None:
    await reader.press("f")
    await reader.type("e")
    await reader.press("enter")


async def words_to_find(reader: Reader) -> None:
    await reader.press("/")
    await reader.type("the")
    await reader.press("enter")


async def pins(reader: Reader) -> None:
    await reader.press("j", "p", "k")


async def a_pin_of_the_next(reader: Reader) -> None:
    board = reader.screen.session.pinboard
    event = reader.screen.session.timeline.events[reader.screen.session.shown[1]]
    board.change(event.id, lambda pinned: pinned.with_pin(event.id))
    reader.screen.show_pins()


async def another_size(reader: Reader) -> None:
    await reader.resize(150, 30)


async def a_zoom(reader: Reader) -> None:
    await reader.press("z")


async def facets(reader: Reader) -> None:
    await reader.press("F")
    await reader.press("F")


async def a_whole_page(reader: Reader) -> None:
    await reader.press("enter", "escape")


async def a_chosen_link(reader: Reader) -> None:
    await reader.press("tab", "p", "j", "k")


async def an_edited_file(reader: Reader) -> None:
    timeline = reader.screen.session.timeline
    events = tuple(replace(event, title=f"{event.title}, edited") for event in timeline.events)
    reader.screen.show_timeline(timeline_with(timeline, events))


def timeline_with(timeline: Timeline, events: tuple[object, ...]) -> Timeline:
    return replace(timeline, events=events)  # type: ignore[arg-type]


CHANGES = [
    another_theme,
    a_filter,
    words_to_find,
    pins,
    a_pin_of_the_next,
    another_size,
    a_zoom,
    facets,
    a_whole_page,
    a_chosen_link,
    an_edited_file,
]


@pytest.mark.parametrize("change", mostly_slow(CHANGES, [another_theme, a_filter, an_edited_file]))
async def test_what_was_read_ahead_is_not_shown_after_a_change(
    change: Callable[[Reader], Awaitable[None]],
) -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("j", "j", "k")
        await until_read(reader)
        await change(reader)
        await reader.settle()
        await press_and_compare(reader)


async def test_an_edited_title_is_shown_by_the_next_move() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("j", "k")
        await until_read(reader)
        await an_edited_file(reader)
        await reader.settle()
        await reader.press("j")
        title = reader.screen.session.event.title  # type: ignore[union-attr]
        assert title.endswith(", edited")
        assert "edited" in reader.text("#events")
        assert "edited" in reader.text("#detail")


async def test_rows_read_ahead_are_themselves_after_moves_that_were_not(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(builtin, size=WIDE) as reader:
        await reader.press("j", "k")
        await until_read(reader)
        monkeypatch.setattr(read_ahead, "_BETWEEN", 60)
        await reader.press("j")
        row = reader.screen.list.row
        await reader.press("G", "g", *"j" * (row or 0))
        assert reader.screen.list.row == row
        shown = screen_of(reader.app.screen._compositor)
        monkeypatch.undo()
        assert shown == await drawn_anew(reader)


async def test_a_move_draws_nothing_that_was_read_ahead(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = (
        (RailLines, "event"),
        (ListLines, "drawing_in_sight"),
        (ListLines, "select"),
        (detail, "detail_of"),
        (Painted, "line"),
    )
    async with reading(builtin, size=WIDE) as reader:
        await reader.press("j", "j")
        for key in ("j", "k", "pagedown", "pageup"):
            await until_read(reader)
            with monkeypatch.context() as patched, called(monkeypatch, *work) as calls:
                # What the next moves show is not to be counted with this one.
                patched.setattr(read_ahead, "_BETWEEN", 60)
                await reader.press(key)
            assert reader.screen.drawing.read_ahead.is_under_way
            reader.screen.drawing.read_ahead.begin()
            # The names below the overview, where others are marked, and the footer.
            assert Counter(calls).keys() <= {"line"}, key
            assert len(calls) <= 2, key


@pytest.mark.slow
async def test_keys_that_follow_each_other_are_not_kept_waiting(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = ((TimelineView, "read_ahead"), (read_ahead.ReadAhead, "begin"))
    async with reading(builtin, size=WIDE) as reader:
        await until_prepared(reader)
        await until_read(reader)
        with called(monkeypatch, *work) as calls:
            with monkeypatch.context() as patched:
                # Longer than ten keys take on the slowest machine.
                patched.setattr(read_ahead, "_BETWEEN", 60)
                for _ in range(10):
                    await reader.press("j")
            assert "read_ahead" not in calls
            calls.clear()
            reader.screen.drawing.read_ahead.begin()
            await until_read(reader)
            # The rows and the pages on either side, each time that there was something new.
            assert 0 < calls.count("read_ahead") <= 4 * calls.count("begin")


@pytest.mark.slow
@pytest.mark.parametrize("key", ["j", "pagedown"])
async def test_while_a_key_is_held_down_what_it_leads_to_next_is_drawn_before_it_comes(
    key: str, builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = ((RailLines, "event"), (detail, "detail_of"), (TimelineView, "read_ahead"))
    async with reading(builtin, size=WIDE) as reader:
        await until_prepared(reader)
        await reader.press("j", "k")
        await until_read(reader)
        for pause in ("_BETWEEN", "_REST"):
            monkeypatch.setattr(read_ahead, pause, 60)
        for _ in range(6):
            with called(monkeypatch, *work) as calls:
                await reader.press(key)
                assert not calls
                with monkeypatch.context() as patched:
                    patched.setattr(read_ahead, "_BETWEEN", 0)
                    reader.screen.drawing.read_ahead.begin()
                await reader.settle()
                assert calls.count("read_ahead") == 1


@pytest.mark.slow
async def test_nothing_is_read_ahead_while_something_is_typed(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(builtin, size=WIDE) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f")
        with called(monkeypatch, (TimelineView, "read_ahead")) as calls:
            await reader.press("p", "r", "e")
            await until_read(reader)
            assert not calls
            await reader.press("enter")
            await until_read(reader)
            assert calls


@pytest.mark.slow
async def test_a_letter_draws_nothing_that_was_read_ahead(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = (
        (RailLines, "event"),
        (ListLines, "drawing_in_sight"),
        (detail, "detail_of"),
        (contexts, "context"),
        (Search, "_run"),
        (WordTable, "holding_first"),
        (Painted, "line"),
        (TitleLine, "_line"),
        (StylesCache, "render_widget"),
    )
    async with reading(builtin, size=WIDE) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f")
        for letter in "president":
            await until_read(reader)
            with monkeypatch.context() as patched, called(monkeypatch, *work) as calls:
                # What the letter after it finds is not to be counted with this one.
                patched.setattr(read_ahead, "_BETWEEN", 60)
                await reader.press(letter)
            reader.screen.drawing.letters_ahead.begin()
            count = Counter(calls)
            assert count.keys() == {"line"}, letter
            # The bar with what it offers, and the names below the overview.
            assert count["line"] <= 20, letter


@pytest.mark.slow
async def test_words_to_find_have_no_letters_read_ahead(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(builtin, size=WIDE) as reader:
        reader.screen.session.search.prepare()
        with called(monkeypatch, (TimelineView, "read_other_ahead")) as calls:
            for bar in ("/", "f"):
                assert not calls
                await reader.press(bar)
                await until_read(reader)
                await reader.press("e", "n")
                await until_read(reader)
                await reader.press("escape")
            assert calls


def still(reader: Reader) -> None:
    """Have the cursor of the bar stand still: it is not what is compared."""
    reader.screen.query_one(PromptInput).cursor_blink = False


@pytest.mark.slow
async def test_letters_that_were_read_ahead_show_what_they_find(builtin: Timeline) -> None:
    async with reading(builtin, size=WIDE) as reader:
        reader.screen.session.search.prepare()
        await reader.press("j", "j", "pagedown", "f", "k")
        still(reader)
        for key in (*"azak", "backspace", *"h", "space", "u", "down", "n", "escape"):
            await until_read(reader)
            await reader.press(key)
            shown = screen_of(reader.app.screen._compositor)
            assert shown == await drawn_anew(reader), key


async def pin_everything(reader: Reader) -> None:
    board = reader.screen.session.pinboard
    for event in reader.screen.session.timeline.events:
        board.change(event.id, methodcaller("with_pin", event.id))
    reader.screen.show_pins()


@pytest.mark.slow
@pytest.mark.parametrize("change", [another_theme, another_size, an_edited_file, pin_everything])
async def test_letters_that_were_read_ahead_are_drawn_anew_after_a_change(
    change: Callable[[Reader], Awaitable[None]],
) -> None:
    async with reading(size=WIDE) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f", "t")
        still(reader)
        await until_read(reader)
        await change(reader)
        await reader.settle()
        reader.screen.session.search.prepare()
        await reader.press("h")
        shown = screen_of(reader.app.screen._compositor)
        assert shown == await drawn_anew(reader)


async def test_the_letters_read_ahead_are_those_that_words_go_on_with(builtin: Timeline) -> None:
    search = Search(builtin)
    assert search.letters_after("q")[0] == "u"
    assert "e" in search.letters_after("envoy pr")
    assert search.letters_after("xqz") == []
    first = search.letters_after("")
    letters = [sign for sign in first if sign.isalpha()]
    assert letters
    assert letters != first
    assert first[: len(letters)] == letters


@pytest.mark.slow
async def test_letters_are_read_ahead_as_soon_as_the_index_is_there(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(builtin, size=WIDE) as reader:
        search = reader.screen.session.search
        with monkeypatch.context() as patched:
            patched.setattr(Search, "is_ready", False)
            with called(monkeypatch, (TimelineView, "read_other_ahead")) as calls:
                await reader.press("f")
                await asyncio.sleep(0.05)
                assert not calls
                search.prepare()
        with called(monkeypatch, (TimelineView, "read_other_ahead")) as calls:
            await until_read(reader)
            assert calls


@pytest.mark.slow
async def test_a_letter_draws_no_line_of_the_list_that_stays_as_it_is(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: set[int] = set()
    render = SpanCompositor.render_partial_update
    async with reading(builtin, size=WIDE, every_frame=True) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f", *"presid")
        await until_read(reader)
        events = reader.screen.list
        region = events.region
        before = events.render_lines(region.reset_offset)

        def noting(compositor: SpanCompositor) -> SpansUpdate | None:
            update = render(compositor)
            of_list = (y for y, x, _ in update.strips if x < region.right) if update else ()
            drawn.update(y - region.y for y in of_list if y in region.line_range)
            return update

        monkeypatch.setattr(SpanCompositor, "render_partial_update", noting)
        monkeypatch.setattr(read_ahead, "_BETWEEN", 60)
        await reader.press("e")
        lines = zip(before, events.render_lines(region.reset_offset), strict=True)
        changed = {y for y, (old, new) in enumerate(lines) if old != new}
        assert drawn == changed
        assert 0 < len(changed) < len(before)
