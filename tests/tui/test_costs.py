"""What a start and a key cost, counted in what no busy machine changes."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kztimeline.loading.cache import load_timeline
from kztimeline.loading.kept.record_lines import RecordReader
from kztimeline.session.state.kept_index import prepared_index_of
from kztimeline.tui.first_frame.frame import sequences
from kztimeline.tui.render.overview.picture import Band
from kztimeline.tui.screens.first_paint import frame_of
from kztimeline.tui.widgets.overview import Overview
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
        ("list in:2012", 130),
        ("--version", 20),
        pytest.param("show osce-chairmanship-2010", 78, marks=pytest.mark.slow),
        pytest.param("export", 92, marks=pytest.mark.slow),
    ],
)
def test_a_command_imports_few_of_our_modules(arguments: str, most: int) -> None:
    found = modules(*arguments.split())
    assert "kztimeline.__main__" in found
    assert len(found) <= most, sorted(found)


def test_the_early_frame_imports_no_timeline_and_nothing_that_draws() -> None:
    script = (
        "import sys; before = set(sys.modules); import kztimeline.tui.first_frame.early\n"
        "print(*(m for m in set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    found = run.stdout.split()
    heavy = ("textual", "rich", "yaml", "pydantic", "typer", "asyncio", "dataclasses")
    assert not {name.partition(".")[0] for name in found} & {*heavy}
    own = [name for name in found if name.startswith("kztimeline")]
    assert len(own) <= 30, sorted(own)
    for room in ("timeline", "query", "export", "cli", "dates"):
        assert f"kztimeline.{room}.model" not in own
        assert not [name for name in own if name == f"kztimeline.{room}"], room


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
        finish = ScrolledLines.finish_lines

        def counting_lines(self, lines):  # type: ignore[no-untyped-def]
            count[type(self).__name__] += len(lines)
            finish(self, lines)

        patched.setattr(ScrolledLines, "finish_lines", counting_lines)
        read = RecordReader.read

        def reading_record(self, kind, text):  # type: ignore[no-untyped-def]
            count[kind.__name__] += 1
            return read(self, kind, text)

        patched.setattr(RecordReader, "read", reading_record)
        yield count


async def test_a_key_costs_what_is_in_sight_at_any_size(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with counted(monkeypatch) as count:
        async with reading(load_timeline(many), size=WIDE) as reader:
            await reader.settle()
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


async def test_a_letter_of_a_filter_touches_what_is_in_sight_at_any_size(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with counted(monkeypatch) as count:
        async with reading(load_timeline(many), size=WIDE) as reader:
            await reader.settle()
            reader.screen.session.search.prepare()
            await reader.press("f")
            window = reader.screen.list.size.height
            for letter in "2999":
                count.clear()
                await reader.press(letter)
                assert count["Event"] <= 5 * window, letter
            assert len(reader.screen.session.shown) == 1


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
