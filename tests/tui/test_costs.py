"""What a start and a key cost, counted in what no busy machine changes."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import messages
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.drivers.linux_driver import LinuxDriver
from textual.strip import Strip
from textual.widget import Widget

from kztimeline.loading.cache import load_timeline
from kztimeline.loading.kept.record_lines import RecordReader
from kztimeline.session.search import Search
from kztimeline.session.state.kept_index import prepared_index_of
from kztimeline.session.telling import contexts
from kztimeline.timeline.model import Timeline
from kztimeline.tui import unthrottled
from kztimeline.tui.first_frame.frame import sequences
from kztimeline.tui.render.overview import picture
from kztimeline.tui.render.overview.picture import Band
from kztimeline.tui.render.rails.lines import RailLines
from kztimeline.tui.screens import read_ahead
from kztimeline.tui.screens.first_paint import frame_of
from kztimeline.tui.screens.spans import SpanCompositor, SpansUpdate
from kztimeline.tui.screens.timeline import TimelineScreen
from kztimeline.tui.terminal import TerminalDriver
from kztimeline.tui.widgets.line_input import PromptInput
from kztimeline.tui.widgets.lines.footer import Footer
from kztimeline.tui.widgets.lines.title import TitleLine
from kztimeline.tui.widgets.overview import Overview
from kztimeline.tui.widgets.painted import ROLE_CLASSES
from kztimeline.tui.widgets.scrollbar import LineScrollBar
from kztimeline.tui.widgets.scrolled import ScrolledLines
from tests.files import event, timeline, write
from tests.tui.driving import WIDE, Reader, reading

MANY = 3_000


def modules(*arguments: str) -> list[str]:
    """Return the modules of ours that a run of `kzt` has imported when it ends."""
    script = (
        "import sys, contextlib, io\n"
        f"sys.argv = ['kzt', *{arguments!r}]\n"
        "from kztimeline.__main__ import main\n"
        "out = io.TextIOWrapper(io.BytesIO())\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(out):\n"
        "    main()\n"
        "sys.__stdout__.write(' '.join(m for m in sys.modules if m.startswith('kztimeline')))"
    )
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.split()


@pytest.mark.parametrize(
    ("arguments", "most"),
    [
        ("list in:1992", 106),
        ("--version", 20),
        pytest.param("show one", 82, marks=pytest.mark.slow),
        pytest.param("export", 94, marks=pytest.mark.slow),
    ],
)
def test_a_command_imports_few_of_our_modules(
    arguments: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Not the cache of all tests, in which others keep something at the same time.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("KZT_TIMELINE", str(write(tmp_path, timeline(event("one")))))
    if arguments != "--version":
        modules("show", "one")  # Has the timeline read and kept.
    found = modules(*arguments.split())
    assert "kztimeline.__main__" in found
    assert len(found) <= most, sorted(found)


def printed_by(script: str) -> list[str]:
    """Return the words that a script prints in a Python of its own."""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_the_early_frame_imports_no_timeline_and_nothing_that_draws() -> None:
    script = (
        "import sys; before = set(sys.modules); import kztimeline.tui.first_frame.early\n"
        "print(*(m for m in set(sys.modules) - before))"
    )
    found = printed_by(script)
    heavy = ("textual", "rich", "yaml", "pydantic", "typer", "asyncio", "dataclasses")
    assert not {name.partition(".")[0] for name in found} & {*heavy}
    own = [name for name in found if name.startswith("kztimeline")]
    assert len(own) <= 30, sorted(own)
    for room in ("timeline", "query", "export", "cli", "dates"):
        assert f"kztimeline.{room}.model" not in own
        assert not [name for name in own if name == f"kztimeline.{room}"], room


@pytest.mark.slow
def test_what_only_a_later_key_needs_is_not_imported_with_the_screen() -> None:
    script = (
        "import sys; import kztimeline.tui.app\n"
        "print(*(m for m in sys.modules if m.startswith('kztimeline')))"
    )
    found = printed_by(script)
    assert "kztimeline.tui.screens.timeline" in found
    assert len(found) <= 149, sorted(found)
    assert "kztimeline.timeline.in_office.on_days" not in found


async def test_a_start_works_out_the_style_of_each_role_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    count: Counter[str] = Counter()
    apply = Stylesheet.apply

    def counting(self, node, **how):  # type: ignore[no-untyped-def]
        count.update(node.classes & ROLE_CLASSES)
        return apply(self, node, **how)

    monkeypatch.setattr(Stylesheet, "apply", counting)
    async with reading(size=WIDE):
        pass
    assert count.keys() == ROLE_CLASSES
    assert set(count.values()) == {1}


@pytest.fixture
def many(tmp_path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A timeline of many events that was read before, with its index."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(own_home / "cache"))
    events = [
        event(f"e{n}", f"{1991 + n * 30 // MANY}-03-02", title=f"Envoy speaks for the {n}. time")
        for n in range(MANY)
    ]
    path = write(tmp_path, timeline(*events))
    prepared_index_of(load_timeline(path))
    return path


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Count the lines that each widget draws, and the events that are made."""
    count: Counter[str] = Counter()
    with monkeypatch.context() as patched:
        for widget in (Overview, LineScrollBar):
            render = widget.render_line

            def counting(self, y, render=render, name=widget.__name__):  # type: ignore[no-untyped-def]
                count[name] += 1
                return render(self, y)

            patched.setattr(widget, "render_line", counting)
        parts = SpanCompositor._parts

        def counting_lines(self, *span):  # type: ignore[no-untyped-def]
            for part in parts(self, *span):
                if isinstance(part.widget, ScrolledLines):
                    count[type(part.widget).__name__] += 1
                yield part

        patched.setattr(SpanCompositor, "_parts", counting_lines)
        read = RecordReader.read

        def reading_record(self, kind, text):  # type: ignore[no-untyped-def]
            count[kind.__name__] += 1
            return read(self, kind, text)

        patched.setattr(RecordReader, "read", reading_record)
        yield count


@asynccontextmanager
async def counted_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Reader, Counter[str]]]:
    """Open a timeline; what is drawn and made is counted from its first paint on."""
    with counted(monkeypatch) as count:
        async with reading(load_timeline(path), size=WIDE) as reader:
            await reader.settle()
            yield reader, count


@pytest.mark.slow
async def test_a_key_costs_what_is_in_sight_at_any_size(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with counted_reading(many, monkeypatch) as (reader, count):
        window = reader.screen.list.size.height
        assert 0 < count["Event"] <= 5 * window
        count.clear()
        await reader.press("j")
        # The lines that the cursor leaves and enters, and of the text those that differ.
        assert 0 < count["TimelineView"] <= 4
        assert 0 < count["DetailView"] <= 4
        assert count["LineScrollBar"] == 0
        assert count["Overview"] <= 1
        assert count["Event"] <= 3
        count.clear()
        await reader.press("G")
        assert 0 < count["TimelineView"] <= window
        assert 0 < count["DetailView"] <= window
        assert count["LineScrollBar"] <= window
        assert 0 < count["Event"] <= 5 * window


@pytest.mark.slow
async def test_a_start_draws_the_overview_once(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bands: list[Band] = []
    make = Band.__init__

    def making(band: Band, *arguments: Any) -> None:
        bands.append(band)
        make(band, *arguments)

    monkeypatch.setattr(Band, "__init__", making)
    async with reading(load_timeline(many), size=WIDE) as reader:
        await reader.settle()
        assert len(bands) == 1
        # At another size it is shared out at once, and drawn as the list then is.
        await reader.pilot.resize_terminal(100, 40)
        await reader.settle()
        assert len(bands) > 1


@pytest.mark.slow
async def test_a_letter_of_a_filter_touches_what_is_in_sight_at_any_size(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with counted_reading(many, monkeypatch) as (reader, count):
        reader.screen.session.search.prepare()
        await reader.press("f")
        window = reader.screen.list.size.height
        for letter in "2999":
            count.clear()
            await reader.press(letter)
            assert count["Event"] <= 5 * window, letter
        assert len(reader.screen.session.shown) == 1


@pytest.mark.slow
async def test_asking_of_all_events_makes_those_in_sight_at_any_size(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with counted_reading(many, monkeypatch) as (reader, count):
        window = reader.screen.list.size.height
        for key in ("T", "escape", "n", "escape", "x", "escape", "Z", "Z"):
            count.clear()
            await reader.press(key)
            assert count["Event"] <= 5 * window, key


async def frame_bytes(reader: Reader) -> int:
    await reader.settle()
    frame = frame_of(reader.screen)
    assert frame is not None
    return len(sequences(frame).encode())


async def test_a_frame_is_few_bytes() -> None:
    async with reading(size=WIDE) as reader:
        assert 3_000 < await frame_bytes(reader) < 30_000
    async with reading(size=(240, 80)) as reader:
        assert await frame_bytes(reader) < 90_000


@contextmanager
def called(monkeypatch: pytest.MonkeyPatch, *functions: tuple[object, str]) -> Iterator[list[str]]:
    """List the calls of functions, each by its name."""
    calls: list[str] = []
    with monkeypatch.context() as patched:
        for place, name in functions:
            did = getattr(place, name)

            def noting(*args, did=did, name=name, **more):  # type: ignore[no-untyped-def]
                calls.append(name)
                return did(*args, **more)

            patched.setattr(place, name, noting)
        yield calls


@pytest.mark.slow
async def test_a_letter_of_a_filter_does_what_the_screen_shows_and_once(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = (
        (contexts, "context"),
        (picture, "density"),
        (RailLines, "event"),
        (TimelineScreen, "_refresh_layout"),
    )
    # Of a letter for which nothing was read ahead.
    monkeypatch.setattr(read_ahead, "_BETWEEN", 60)
    async with reading(builtin, size=WIDE) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f")
        window = reader.screen.list.size.height
        for letter in "president":
            with called(monkeypatch, *work) as calls:
                await reader.press(letter)
            count = Counter(calls)
            assert count["context"] <= window, letter
            # Of the selected event once more, to know how many lines it takes.
            assert count["event"] <= window + 1, letter
            assert count["density"] == 1, letter
            # For the list of completions, where that is longer or shorter than before.
            assert count["_refresh_layout"] <= 1, letter
        assert len(reader.screen.session.shown) > window


@pytest.mark.slow
async def test_a_list_answers_a_letter_before_completions_and_the_overview_do(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = (
        (TitleLine, "render_line"),
        (TimelineScreen, "_show_events"),
        (Search, "complete"),
        (picture, "density"),
    )
    async with reading(builtin, size=WIDE, every_frame=True) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f", "e")
        with called(monkeypatch, *parts) as calls:
            await reader.press("n")
        after = calls[calls.index("_show_events") :]
        assert after[1] == "render_line"
        assert "complete" in after
        assert set(calls[: calls.index("_show_events")]) <= {"render_line"}
        assert "density" in after


@pytest.mark.slow
@pytest.mark.parametrize(("seconds", "ticks"), [(0.001, 1), (0.00001, 2000)])
async def test_a_letter_and_what_it_finds_are_one_frame(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch, seconds: float, ticks: int
) -> None:
    # However soon a frame may be drawn, it waits for all that belongs to it.
    monkeypatch.setattr(unthrottled, "_FRAME", seconds)
    monkeypatch.setattr(unthrottled, "_MOST_TICKS", ticks)
    frames: list[tuple[str, set[int]]] = []
    render = SpanCompositor.render_partial_update
    async with reading(builtin, size=WIDE, every_frame=True) as reader:
        reader.screen.session.search.prepare()
        await reader.press("f", "e")
        text = reader.screen.query_one(PromptInput)
        title = reader.screen.query_one(TitleLine).region.y

        def noting(compositor: SpanCompositor) -> SpansUpdate | None:
            update = render(compositor)
            if update is not None:
                frames.append((text.value, {y for y, _x, _strip in update.strips}))
            return update

        monkeypatch.setattr(SpanCompositor, "render_partial_update", noting)
        listed = reader.screen.list

        def lines() -> dict[int, Strip]:
            strips = listed.render_lines(listed.region.reset_offset)
            return dict(zip(listed.region.line_range, strips, strict=True))

        shown = lines()
        for letter in "nvo":
            await reader.press(letter)
            # What is still drawn of the letter before is no frame of this one.
            first = next(rows for typed, rows in frames if typed == text.value)
            before, shown = shown, lines()
            changed = {y for y, line in shown.items() if line != before[y]}
            assert changed, letter
            assert {title, text.region.y, *changed} <= first, letter


async def test_moving_lays_nothing_out_and_draws_nothing_that_stands_behind(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Widget] = []
    for kind in (Widget, ScrolledLines, LineScrollBar):

        def noting(self, crop, render=kind.render_lines):  # type: ignore[no-untyped-def]
            drawn.append(self)
            return render(self, crop)

        monkeypatch.setattr(kind, "render_lines", noting)
    # On a busy machine a move takes so long that what the next ones show would be counted, too.
    monkeypatch.setattr(read_ahead, "_BETWEEN", 60)
    async with reading(builtin, size=WIDE) as reader:
        window = reader.screen.list.size.height
        for key in ("j", "j", "k", "pagedown", "pageup", "G"):
            drawn.clear()
            with called(
                monkeypatch, (TimelineScreen, "_refresh_layout"), (RailLines, "event")
            ) as calls:
                await reader.press(key)
            assert "_refresh_layout" not in calls, key
            assert calls.count("event") <= window, key
            assert not [widget for widget in drawn if widget.children], key
            assert len(drawn) == len(set(drawn)) <= 7, key


@pytest.mark.slow
async def test_a_move_is_one_frame_and_no_widget_has_to_ask_for_it(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[int] = []
    asked: list[Widget] = []
    render, update = SpanCompositor.render_partial_update, TimelineScreen._on_update

    def drawing(compositor: SpanCompositor) -> SpansUpdate | None:
        drawn = render(compositor)
        frames.append(len(drawn.strips) if drawn else 0)
        return drawn

    async def asking(screen: TimelineScreen, message: messages.Update) -> None:
        asked.append(message.widget)
        await update(screen, message)

    monkeypatch.setattr(SpanCompositor, "render_partial_update", drawing)
    monkeypatch.setattr(TimelineScreen, "_on_update", asking)
    async with reading(builtin, size=WIDE, every_frame=True) as reader:
        await reader.press("j", "k")
        told = []
        for key in ("j", "j", "k", "pagedown", "pagedown", "pageup"):
            frames.clear()
            asked.clear()
            await reader.press(key)
            assert len(frames) == 1, key
            assert frames[0] > 0
            told += [key] if asked else []
        # Where a message, as that of a timer, comes meanwhile, each widget tells of its change.
        assert len(told) <= 1, told
        frames.clear()
        await reader.type("j" * 100)
        assert 0 < len(frames) <= 10


@pytest.mark.slow
async def test_a_bar_draws_no_more_than_its_line_leaves_or_enters(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    partly = SpanCompositor.render_partial_update
    async with reading(builtin, size=WIDE, every_frame=True) as reader:
        bar = reader.screen.list.vertical_scrollbar.region

        def drawing(compositor: SpanCompositor) -> SpansUpdate | None:
            update = partly(compositor)
            for y, x, strip in update.strips if update else ():
                if x <= bar.x < x + strip.cell_length:
                    drawn.append(y - bar.y)
            return update

        monkeypatch.setattr(SpanCompositor, "render_partial_update", drawing)
        # At its first change all of it is drawn: Textual keeps what it asked for at the start.
        await reader.press("G", "g")
        for key in ("pagedown", "pagedown", "pageup", "j", "G", "g"):
            before = lit_cells(reader)
            drawn.clear()
            await reader.press(key)
            seen = [y for y in drawn if y in bar.reset_offset.line_range]
            assert sorted(seen) == sorted(before ^ lit_cells(reader)), key


def lit_cells(reader: Reader) -> set[int]:
    """Return the cells of the list's scroll bar that its line takes, as they stand."""
    region = reader.screen.list.vertical_scrollbar.region
    cells = screen_of(reader.screen._compositor)
    signs = {y - region.y: cells[y, region.x] for y in region.line_range}
    return {y for y, sign in signs.items() if isinstance(sign, tuple) and sign[0] == "┃"}


async def test_a_move_between_known_sets_of_keys_writes_no_line_of_keys(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(builtin, size=WIDE) as reader:
        await reader.press(*"jjjjkkkk")
        with called(monkeypatch, (Footer, "render_line"), (Footer, "_line_of_keys")) as calls:
            await reader.press(*"jjjjkkkk")
        assert "render_line" in calls
        assert "_line_of_keys" not in calls


@pytest.mark.slow
async def test_what_is_drawn_of_a_screen_adds_up_to_the_screen(
    builtin: Timeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells: dict[tuple[int, int], object] = {}
    partly = SpanCompositor.render_partial_update
    parts: list[int] = []

    def draw_partly(compositor: SpanCompositor) -> SpansUpdate | None:
        update = partly(compositor)
        for y, x, strip in update.strips if update else ():
            cells.update(cells_of(strip, y, x))
            parts.append(y)
        return update

    monkeypatch.setattr(SpanCompositor, "render_partial_update", draw_partly)
    typed = ("f", *"president", "space", "backspace", "backspace", "down", "enter")
    keys = ("j", "j", "k", *typed, "pagedown", "F", "j", "F", "z", "G", "enter", "down", "escape")
    async with reading(builtin, size=WIDE) as reader:
        cells.update(screen_of(reader.screen._compositor))
        for key in keys:
            await reader.press(key)
            # On a slow machine a line may be drawn after the key is done.
            await reader.until(lambda: cells == screen_of(reader.screen._compositor))
    assert len(parts) > 500


def screen_of(compositor: Compositor) -> dict[tuple[int, int], object]:
    """Return what stands in each cell, all of it drawn anew."""
    lines = enumerate(compositor.render_strips())
    return dict(cell for y, strip in lines for cell in cells_of(strip, y, 0))


def cells_of(strip: Strip, y: int, x: int) -> Iterator[tuple[tuple[int, int], object]]:
    """Yield what stands in each cell of a strip that begins at a place of the screen."""
    for text, style, _ in strip:
        for sign in text:
            look = style and (
                style.color,
                style.bgcolor,
                style.bold,
                style.underline,
                style.reverse,
            )
            yield (y, x), (sign, look)
            x += 1


def test_a_frame_is_handed_to_the_terminal_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(LinuxDriver, "write", lambda _driver, data: written.append(data))
    driver = object.__new__(TerminalDriver)
    driver._taken, driver._frame = False, ""
    for data in ("before", SYNC_START, "a frame", SYNC_END, "after", SYNC_END):
        driver.write(data)
    assert written == ["before", f"{SYNC_START}a frame{SYNC_END}", "after", SYNC_END]
