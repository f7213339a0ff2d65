"""The screen that is kept stands before anything is loaded, and is the one that comes."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.files import event, timeline, write
from tests.tui.terminal import Terminal, terminal

EVENTS = [
    event(f"e{n}", f"200{n}-03-02", title=f"Envoy speaks for the {n}. time") for n in range(9)
]
SIZE = (100, 30)
OLD = time.time() - 1000
TAKEN = b"\x1b[?2004h"
"""What the program writes when it has the terminal."""
SLOW_IMPORT = """\
import sys, time
class Late:
    def find_spec(self, name, path=None, target=None):
        if name == "textual":
            sys.meta_path.remove(self)
            time.sleep({seconds})
sys.meta_path.insert(0, Late())
{more}
from kztimeline.__main__ import main
main()
"""


def slowly(seconds: float = 30, more: str = "") -> tuple[str, ...]:
    """A `kzt` that takes its time to load Textual."""
    import sys

    return (sys.executable, "-c", SLOW_IMPORT.format(seconds=seconds, more=more))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = write(tmp_path, timeline(*EVENTS))
    os.utime(path, (OLD, OLD))
    return path


@contextmanager
def opened(
    path: Path,
    environment: Mapping[str, str] | None = None,
    size: tuple[int, int] = SIZE,
    **options: object,
) -> Iterator[Terminal]:
    own = {"KZT_TIMELINE": str(path), **(environment or {})}
    with terminal(size=size, environment=own, **options) as screen:  # type: ignore[arg-type]
        yield screen


def leave_after(path: Path, keys: str = "", text: str = "Envoy speaks for the 0. time") -> None:
    """Open the timeline, do something, and leave."""
    with opened(path) as screen:
        screen.until(text)
        taken(screen)
        for key in keys:
            screen.type(key)
        screen.read(0.8)
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


def taken(screen: Terminal) -> None:
    end = time.monotonic() + 20
    while TAKEN not in screen.raw and time.monotonic() < end:
        screen.read()


def cells(screen: Terminal) -> list[list[object]]:
    lines, columns = screen.screen.lines, screen.screen.columns
    return [[screen.screen.buffer[y][x] for x in range(columns)] for y in range(lines)]


def frame_file() -> Path:
    (found,) = (Path(os.environ["XDG_CACHE_HOME"]) / "kztimeline").glob("frame-*")
    return found


def shows_early(path: Path, environment: Mapping[str, str] | None = None, **options: object) -> bool:
    """Tell whether anything stands before Textual is loaded."""
    with opened(path, environment, command=slowly(4), **options) as screen:  # type: ignore[arg-type]
        screen.read(1.5)
        early = "Envoy speaks" in screen.picture
        assert early == (b"\x1b[?1049h" in screen.raw)
        return early


@pytest.mark.parametrize("keys", ["", "jjj", "fspeaks\r", "v", "zj", "GGkp"])
def test_the_same_cells_stand_from_first_to_last(keys: str, path: Path) -> None:
    leave_after(path, keys)
    with opened(path) as screen:
        screen.until("Envoy speaks for the")
        while b"\x1b[0m\x1b[H" not in screen.raw:
            screen.read(0.01)
        assert TAKEN not in screen.raw
        first = cells(screen)
        end = time.monotonic() + 20
        quiet = None
        while time.monotonic() < end and (quiet is None or time.monotonic() < quiet):
            if select.select([screen._master], [], [], 0.05)[0]:
                before = len(screen.raw)
                screen.read(0)
                assert cells(screen) == first, screen.raw[before:]
            if TAKEN in screen.raw and quiet is None:
                quiet = time.monotonic() + 2
        assert screen.raw.count(b"\x1b[?1049h") == 1
        assert b"\x1b[2J" not in screen.raw
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []
