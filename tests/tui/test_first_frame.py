"""The screen that is kept stands before anything is loaded, and is the one that comes."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from kztimeline.__main__ import _only_opens
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.kept.folder import MOST_FILES, open_kept
from kztimeline.loading.kept.segments import from_json, pack, to_json, unpack
from kztimeline.session.pins import change_pins
from kztimeline.session.saved_views import keep_last_view
from kztimeline.session.view import View
from kztimeline.tui.first_frame.circumstances import Size, digest_with_program
from kztimeline.tui.first_frame.early import circumstances_of
from kztimeline.tui.first_frame.frame import (
    Frame,
    FrameError,
    Run,
    Style,
    from_plain,
    sequences,
    to_plain,
)
from kztimeline.tui.first_frame.keeping import OUT_OF_DATE
from kztimeline.tui.first_frame.kept import Kept, keep_frame, recall
from tests.files import event, timeline, write
from tests.tui.terminal import KZT, Terminal, terminal

SLOW = pytest.mark.slow

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
            open({mark!r}, "w").close()
            time.sleep({seconds})
sys.meta_path.insert(0, Late())
{more}
from kztimeline.__main__ import main
main()
"""

LATE_TO_READ = """\
from kztimeline.cli import streams
install = streams.install
def late():
    open({mark!r}, "w").close()
    time.sleep(0.5)
    install()
streams.install = late
"""
"""What has `kzt` begin late to load a timeline, with the frame in its place already."""


def slowly(seconds: float = 30, more: str = "", mark: Path = Path(os.devnull)) -> tuple[str, ...]:
    """A `kzt` that takes its time to load Textual, and writes a file when it begins to."""
    script = SLOW_IMPORT.format(seconds=seconds, more=more, mark=str(mark))
    return (sys.executable, "-c", script)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
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
    await_kept(path)


def await_kept(path: Path) -> None:
    """Wait until whatever keeps the screen of a timeline for the next start has ended."""
    mark = f"KZT_TIMELINE={path}\0".encode()
    end = time.monotonic() + 20
    while any(mark in environment for environment in environments()):
        assert time.monotonic() < end
        time.sleep(0.02)


def environments() -> Iterator[bytes]:
    for process in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            yield process.read_bytes()


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


def shows_early(
    path: Path, environment: Mapping[str, str] | None = None, size: tuple[int, int] = SIZE
) -> bool:
    """Tell whether anything stands when Textual begins to be loaded."""
    mark = path.with_name("loads")
    mark.unlink(missing_ok=True)
    with opened(path, environment, size, command=slowly(60, mark=mark)) as screen:
        end = time.monotonic() + 20
        while not mark.exists() and time.monotonic() < end:
            screen.read()
        screen.read(0.2)
        assert mark.exists(), screen
        early = "Envoy speaks" in screen.picture
        assert early == (b"\x1b[?1049h" in screen.raw)
        # Keys wait unseen for the screen, whatever stands there.
        assert early or set(screen.left_on) <= {"raw input"}
        return early


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys",
    [
        "jjj",
        *(pytest.param(keys, marks=SLOW) for keys in ("", "fspeaks\r", "v", "zj", "GGkp", "D")),
    ],
)
def test_the_same_cells_stand_from_first_to_last(keys: str, path: Path) -> None:
    leave_after(path, keys)
    with opened(path, command=slowly(2)) as screen:
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


# What is typed, and how it ends, before the screen takes over

ENDINGS = {
    signal.SIGTERM: -signal.SIGTERM,
    signal.SIGHUP: -signal.SIGHUP,
    signal.SIGQUIT: -signal.SIGQUIT,
    signal.SIGINT: 130,
}


def stands(screen: Terminal) -> None:
    """Wait for the frame, before Textual is loaded."""
    screen.until("Envoy speaks for the")
    screen.read(0.3)
    assert TAKEN not in screen.raw


@pytest.mark.slow
def test_keys_typed_early_are_not_shown_and_not_lost(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(1.5)) as screen:
        stands(screen)
        before = screen.picture
        screen.type("jj")
        screen.type("fspeaks for the 5\r")
        assert TAKEN not in screen.raw
        assert screen.picture == before
        screen.until("1 of 9")
        screen.until("Envoy speaks for the 5. time")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@pytest.mark.slow
@pytest.mark.parametrize("starts", ["first", pytest.param("again", marks=SLOW)])
def test_enter_is_enter_before_the_program_has_the_terminal(starts: str, path: Path) -> None:
    if starts == "again":
        leave_after(path)
    with opened(path) as screen:
        assert screen.left_on == []
        screen.type("fspeaks for the 5\r")
        screen.until("1 of 9")
        screen.type("q")
        assert screen.ended(5) == 0
        assert screen.left_on == []


@pytest.mark.slow
def test_an_early_key_is_carried_out_while_the_overview_stands(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        overview = screen.screen.display[1:5]
        assert any(line.strip() for line in overview)
        screen.type("]")
        screen.until("▌ 2 Mar │ ● Envoy speaks for the 1. time")
        assert screen.screen.display[1:5] == overview
        painted = screen.raw[screen.raw.index(TAKEN) :]
        lines = [int(line) for line in re.findall(rb"\x1b\[(\d+);\d+H", painted)]
        list_line = 1 + next(y for y, line in enumerate(screen.lines) if "▌" in line)
        assert list_line in lines
        assert not {*range(2, 6)} & {*lines[: lines.index(list_line)]}


ON = {"j": "4", " ": "8", "\x1b[B": "4", "\x1b[6~": "8", "\x1b[F": "8"}
BACK = {"k": "2", "b": "0", "g": "0"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "number"),
    [("G", "8"), *(pytest.param(*each, marks=SLOW) for each in [*ON.items(), *BACK.items()])],
)
def test_what_the_first_key_leads_to_stands_from_first_to_last(
    key: str, number: str, path: Path
) -> None:
    leave_after(path, "jjj")
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        screen.type(key)
        assert f"▌ 2 Mar │ ● Envoy speaks for the {number}. time" in screen.picture
        assert TAKEN not in screen.raw
        first = cells(screen)
        while TAKEN not in screen.raw or select.select([screen._master], [], [], 2)[0]:
            screen.read(0)
            assert cells(screen) == first
        screen.type("j" if number != "8" else "k")
        screen.until(f"▌ 2 Mar │ ● Envoy speaks for the {int(number) + (number != '8') * 2 - 1}.")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@pytest.mark.slow
def test_keys_after_the_first_wait_for_what_it_leads_to(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        screen.type("G")
        for key in ("k", "k", "\x1b[A"):
            screen.type(key)
        screen.until("▌ 2 Mar │ ● Envoy speaks for the 8. time")
        assert TAKEN not in screen.raw
        screen.until("▌ 2 Mar │ ● Envoy speaks for the 5. time")
        screen.type("q")
        assert screen.ended() == 0


@SLOW
def test_what_the_first_key_leads_to_is_not_drawn_at_another_size(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        before = len(screen.raw)
        screen.resize(70, 20)
        screen.type("G")
        assert len(screen.raw) == before
        screen.screen.resize(20, 70)
        screen.until("Envoy speaks for the 8. time")
        screen.type("q")
        assert screen.ended() == 0


@SLOW
def test_a_signal_after_the_first_key_leaves_the_terminal(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly()) as screen:
        stands(screen)
        screen.type("G")
        screen.send(signal.SIGTERM)
        assert screen.ended(5) == -signal.SIGTERM
        assert screen.left_on == []
        assert screen.raw.endswith(b"\x1b[?7h\x1b[?1049l\x1b[?25h")


@pytest.mark.slow
def test_keys_typed_at_the_very_first_start_are_not_shown_and_not_lost(
    path: Path, tmp_path: Path
) -> None:
    mark = tmp_path / "begun"
    with opened(path, command=slowly(1.5, mark=mark)) as screen:
        end = time.monotonic() + 20
        while not mark.exists() and time.monotonic() < end:
            time.sleep(0.02)
        screen.type("fspeaks for the 5\r")
        screen.read(0.3)
        assert TAKEN not in screen.raw
        assert "speaks" not in screen.picture
        screen.until("1 of 9")
        screen.until("Envoy speaks for the 5. time")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
@pytest.mark.parametrize("key", ["?", "v"])  # no text with a cursor that blinks
def test_what_an_early_key_opens_is_drawn(key: str, path: Path) -> None:
    leave_after(path)
    with opened(path) as screen:
        taken(screen)
        screen.read(1)
        screen.type(key)
        screen.read(1)
        late = cells(screen)
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        screen.type(key)
        taken(screen)
        screen.read(2)
        assert cells(screen) == late


@SLOW
def test_an_early_q_leaves(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


def test_a_pipe_tells_nothing_of_what_it_holds(path: Path) -> None:
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    assert circumstances_of(path, Size(80, 24)) is not None
    assert circumstances_of(pipe, Size(80, 24)) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    "number",
    [signal.SIGTERM, *(pytest.param(each, marks=SLOW) for each in list(ENDINGS)[1:])],
)
def test_a_signal_before_the_screen_takes_over_leaves_the_terminal(
    number: signal.Signals, path: Path
) -> None:
    leave_after(path)
    with opened(path, command=slowly()) as screen:
        stands(screen)
        assert {"alternate screen", "hidden cursor", "raw input"} <= set(screen.left_on)
        screen.send(number)
        assert screen.ended(5) == ENDINGS[number]
        assert screen.left_on == []
        assert screen.raw.endswith(b"\x1b[?7h\x1b[?1049l\x1b[?25h")


@SLOW
def test_ctrl_c_before_the_screen_takes_over_ends_it(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly()) as screen:
        stands(screen)
        screen.type(b"\x03")
        assert screen.ended(5) == 130
        assert screen.left_on == []


@SLOW
def test_an_ignored_signal_stays_ignored(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(1), ignore=(signal.SIGHUP,)) as screen:
        stands(screen)
        screen.send(signal.SIGHUP)
        taken(screen)
        screen.type("G")
        screen.until("Envoy speaks for the 8. time")
        screen.type("q")
        assert screen.ended() == 0


@SLOW
def test_ctrl_z_before_the_screen_takes_over_suspends(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        screen.type(b"\x1a")
        screen.until_suspended()
        assert screen.left_on == []
        screen.send(signal.SIGCONT)
        taken(screen)
        screen.until("Envoy speaks for the 0. time")
        assert screen.raw.count(b"\x1b[?1049h") == 2
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
def test_another_size_meanwhile_is_drawn_anew(path: Path) -> None:
    leave_after(path)
    with opened(path, command=slowly(2)) as screen:
        stands(screen)
        screen.resize(70, 20)
        screen.screen.resize(20, 70)
        taken(screen)
        screen.until("9 events")
        screen.read(1)
        assert screen.lines[0].endswith("9 events")
        assert len(screen.lines[0]) == 69
        assert screen.lines[19].startswith(" f filter")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        ("sys.modules['textual.app'] = None", 1, "ModuleNotFoundError"),
        (
            "import kztimeline.loading.cache as cache\n"
            "def fail(*_): raise OSError(5, 'the disk is gone')\n"
            "cache.kept_timeline = fail",
            1,
            "kzt: the disk is gone",
        ),
    ],
)
def test_a_start_that_fails_leaves_the_terminal_and_says_why(
    more: str, code: int, said: str, path: Path
) -> None:
    leave_after(path)
    with opened(path, command=slowly(0, more)) as screen:
        assert screen.ended() == code
        assert b"\x1b[?1049h" in screen.raw
        left, _, after = screen.raw.rpartition(b"\x1b[?1049l")
        assert said.encode() in after
        assert said.encode() not in left
        assert screen.left_on == []


# What the frame depends on, and what is done with a file that is not ours


@SLOW
def test_nothing_stands_where_anything_differs(path: Path, tmp_path: Path) -> None:
    leave_after(path)
    assert shows_early(path)
    assert not shows_early(path, size=(100, 31))
    assert not shows_early(path, {"NO_COLOR": "1"})
    assert not shows_early(path, {"COLORTERM": ""})
    assert not shows_early(path, {"TERM": "xterm"})
    assert not shows_early(path, {"COLUMNS": "100"})
    assert shows_early(path)


def _write_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Envoy speaks for the 0.", "Envoy speaks for the 7."), "utf-8")


def _add_card(path: Path) -> None:
    path.with_name("seeds").mkdir()


def _set_theme(_path: Path) -> None:
    write(Path(os.environ["XDG_CONFIG_HOME"]) / "kztimeline", 'theme = "light"\n', "config.toml")


def _pin(path: Path) -> None:
    change_pins(load_timeline(path), lambda pins: pins.with_pin("e3"))


def _change_view(path: Path) -> None:
    keep_last_view(load_timeline(path), View(cursor="e4"))


@SLOW
@pytest.mark.parametrize("change", [_write_again, _add_card, _set_theme, _pin, _change_view])
def test_nothing_stands_after_a_change(change: Callable[[Path], None], path: Path) -> None:
    leave_after(path)
    change(path)
    assert not shows_early(path)


@pytest.mark.slow
def test_what_cannot_be_told_before_is_told_after(path: Path) -> None:
    leave_after(path)
    state = path.stat()
    _write_again(path)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    with opened(path) as screen:
        screen.until("Envoy speaks for the 7. time")
        screen.until(OUT_OF_DATE)
        screen.type("q")
        assert screen.ended() == 0
    with opened(path) as screen:
        screen.until("Envoy speaks for the 7. time")
        screen.read(1)
        assert OUT_OF_DATE not in screen.picture
        assert b"the 0. time" not in screen.raw


@SLOW
def test_what_is_broken_behind_the_same_stamp_is_said_to_be(path: Path) -> None:
    leave_after(path)
    state, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("2008-03-02", "2008-13-02"), encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    with opened(path) as screen:
        screen.until("Showing the last valid version")
        assert "Envoy speaks for the 0. time" in screen.picture
        assert OUT_OF_DATE not in screen.picture
        screen.type("q")
        assert screen.ended() == 0
    await_kept(path)
    assert not [*Path(os.environ["XDG_CACHE_HOME"]).glob("*/frame-*")]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("is_kept", "more"),
    [
        (False, ""),
        pytest.param(True, "", marks=SLOW),
        pytest.param(True, LATE_TO_READ, marks=SLOW),
    ],
    ids=["first", "again", "before it is loaded"],
)
def test_what_is_written_during_the_start_is_read_again(
    is_kept: bool, more: str, path: Path
) -> None:
    if is_kept:
        leave_after(path)
    mark = path.with_name("loads")
    with opened(path, command=slowly(0.5, more.format(mark=str(mark)), mark)) as screen:
        end = time.monotonic() + 20
        while not mark.exists() and time.monotonic() < end:
            screen.read()
        assert TAKEN not in screen.raw
        _write_again(path)
        taken(screen)
        screen.until("▌ 2 Mar │ ● Envoy speaks for the 7. time")
        assert "Reloaded: 1 of 9 changed." in screen.picture or OUT_OF_DATE in screen.picture
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


def _kept() -> tuple[bytes, Kept]:
    content = frame_file().read_bytes()
    subject = content[16:48]
    segments = unpack(content, subject)
    cells = from_plain(from_json(segments["cells"]))
    stamps = from_json(segments["stamps"])
    return subject, Kept(cells, bytes(segments["made from"]), stamps=stamps)


def _shown() -> tuple[bytes, Kept]:
    """Return what is kept without how the files stood that it was drawn from."""
    subject, kept = _kept()
    return subject, kept._replace(stamps={})


def _forge(change: Callable[[dict[str, Any]], object]) -> None:
    """Write a frame of the same circumstances, with a seal that fits."""
    subject, kept = _kept()
    plain = json.loads(json.dumps(to_plain(kept.frame)))
    change(plain)
    _write_frame(subject, kept, plain, kept.stamps)


def _write_frame(subject: bytes, kept: Kept, plain: object, stamps: Mapping[str, object]) -> None:
    segments = {
        "made from": kept.subject,
        "stamps": to_json(dict(stamps)),
        "cells": to_json(plain),
    }
    frame_file().write_bytes(pack(subject, segments))


@pytest.mark.slow
def test_what_is_damaged_behind_a_known_stamp_is_read_anew(path: Path) -> None:
    leave_after(path)
    (packed,) = frame_file().parent.glob("timeline-*.packed")
    whole = packed.read_bytes()
    # As a disk may do it: nothing but the content tells.
    damaged = bytearray(whole)
    at = whole.index(b"Envoy speaks for the 3.")
    damaged[at : at + 5] = b"Enemy"
    packed.write_bytes(damaged)
    subject, kept = _kept()
    opened_file = open_kept(packed.parent, packed.name)
    assert opened_file is not None
    stamps = {packed.name: list(opened_file.stamp)}
    _write_frame(subject, kept, to_plain(kept.frame), stamps)
    with opened(path) as screen:
        screen.until(OUT_OF_DATE)
        screen.until("Envoy speaks for the 3. time")
        assert "Enemy" not in screen.picture
        screen.type("q")
        assert screen.ended() == 0
    await_kept(path)
    assert b"Enemy" not in packed.read_bytes()


@pytest.mark.slow
def test_what_was_compared_once_is_known_at_the_next_start(path: Path) -> None:
    for _ in range(2):
        time.sleep(2.1)
        leave_after(path)
    names = {name.partition("-")[0] for name in _kept()[1].stamps}
    assert {"timeline", "index"} <= names


@SLOW
def test_a_frame_that_is_not_true_is_said_to_be_so_and_dropped(path: Path) -> None:
    leave_after(path)
    _forge(lambda plain: plain["rows"][5].__setitem__(0, "Something else."))
    with opened(path) as screen:
        screen.until("Something else.", briefly=True)
        screen.until(OUT_OF_DATE)
        assert "Something else." not in screen.picture
        screen.type("q")
        assert screen.ended() == 0
    await_kept(path)
    _, kept = _kept()
    assert "Something else." not in str(kept.frame)


def _hostile(text: str) -> Callable[[], None]:
    return lambda: _forge(lambda plain: plain["rows"][3].__setitem__(0, text))


def _damaged() -> None:
    content = bytearray(frame_file().read_bytes())
    content[200] ^= 1
    frame_file().write_bytes(content)


def _oversized() -> None:
    _forge(lambda plain: plain.__setitem__("more", "x" * 2**20))


BAD: Mapping[str, Callable[[], object]] = {
    "damaged": _damaged,
    "empty": lambda: frame_file().write_bytes(b""),
    "writable by others": lambda: frame_file().chmod(0o666),
    "oversized": _oversized,
    "an escape sequence": _hostile("\x1b]0;own\x07"),
    "a C1 control": _hostile("\x9b2J"),
    "a line end": _hostile("a\nb"),
    "reordered text": _hostile("a\u202eb"),
    "an absurd colour": lambda: _forge(lambda plain: plain["styles"][0].__setitem__(0, "1;5m")),
    "an absurd flag": lambda: _forge(lambda plain: plain["styles"][0].__setitem__(2, ["\x1b"])),
    "a huge size": lambda: _forge(lambda plain: plain.__setitem__("columns", 10**9)),
    "a huge row": _hostile("x" * 100_000),
    "too many rows": lambda: _forge(lambda plain: plain["rows"].extend([[]] * 2000)),
    "no rows": lambda: _forge(lambda plain: plain.__setitem__("rows", {})),
}


@SLOW
@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_ours_is_made_again_in_silence(name: str, path: Path) -> None:
    leave_after(path)
    before = _shown()
    BAD[name]()
    with opened(path, command=slowly(0.5)) as screen:
        screen.until("Envoy speaks for the 0. time")
        at = screen.raw.index(b"Envoy")
        assert TAKEN in screen.raw[:at]
        screen.read(1)
        assert OUT_OF_DATE not in screen.picture
        for raw in (b"own", b"\x9b2J", b"1;5m", b"xxx"):
            assert raw not in screen.raw
        screen.type("q")
        assert screen.ended() == 0
    await_kept(path)
    assert _shown() == before
    assert frame_file().stat().st_mode & 0o777 == 0o600


PLAIN = Style("#d7dde6", "#12171d", ("bold",))
FRAME = Frame(12, tuple((Run("Envoy ", PLAIN), Run("speaks", Style())) for _ in range(5)))
DIGEST = b"d" * 32


@pytest.fixture
def kept(path: Path) -> Kept:
    """A frame that is kept."""
    kept = Kept(FRAME, b"s" * 32)
    keep_frame(path, DIGEST, kept)
    assert recall(path, DIGEST) == kept
    return kept


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_ours_is_no_frame(name: str, path: Path, kept: Kept) -> None:
    BAD[name]()
    assert recall(path, DIGEST) is None
    keep_frame(path, DIGEST, kept)
    assert recall(path, DIGEST) == kept


@pytest.mark.slow
@pytest.mark.parametrize("name", ["last", pytest.param("pins", marks=SLOW)])
def test_a_state_file_that_is_no_object_is_set_aside(name: str, path: Path) -> None:
    for file, text in (("welcomed", ""), (f"{name}.json", "[]")):
        write(Path(os.environ["XDG_STATE_HOME"]) / "kztimeline", text, file)
    with opened(path, size=(250, 30)) as screen:
        screen.until(f"kept as {name}.json.damaged")
        screen.type("q")
        assert screen.ended() == 0


@pytest.mark.slow
def test_what_may_not_be_looked_at_is_not_there(tmp_path: Path) -> None:
    # Of either name the system says that it is too long, as it says that a folder is closed.
    longest = write(tmp_path, timeline(*EVENTS), f"{'x' * 250}.yaml")
    with opened(longest, {"XDG_STATE_HOME": f"/{'x' * 300}"}) as screen:
        screen.until("Envoy speaks for the 0. time")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


def test_a_library_that_lies_in_no_folder_keeps_no_frame(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = circumstances_of(path, Size(*SIZE))
    assert found is not None
    assert digest_with_program.__wrapped__(found)
    monkeypatch.setattr(sys, "path", [])
    assert not digest_with_program.__wrapped__(found)


def test_a_frame_of_other_circumstances_or_of_somebody_else_is_none(
    path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept
    assert recall(path, b"e" * 32) is None
    assert recall(path.with_name("other.yaml"), DIGEST) is None
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert recall(path, DIGEST) is None


def test_what_keys_lead_to_is_kept_if_it_is_ours(path: Path, kept: Kept) -> None:
    other = FRAME._replace(rows=FRAME.rows[::-1])
    keep_frame(path, DIGEST, kept, {("j", "down"): FRAME, ("G",): other})
    found = recall(path, DIGEST)
    assert found is not None
    assert [found.led_to(key) for key in ("j", "down", "G", "k")] == [FRAME, FRAME, other, None]
    assert found._replace(after={"j": memoryview(b'{"rows": []}')}).led_to("j") is None


def test_what_a_terminal_might_obey_is_not_kept(path: Path) -> None:
    keep_frame(path, DIGEST, Kept(Frame(12, ((Run("a\x1b[2J", Style()),),)), b"s" * 32))
    assert recall(path, DIGEST) is None


@pytest.mark.parametrize(
    ("style", "codes"),
    [
        (Style(), "0"),
        (Style("#f0a854", "#121710", ("bold", "reverse")), "0;1;7;38;2;240;168;84;48;2;18;23;16"),
        (Style("3/16", "12/16"), "0;33;104"),
        (Style("15/16", "0/16", ("dim", "italic")), "0;2;3;97;40"),
        (Style("208/256", "16/256", ("underline", "strike")), "0;4;9;38;5;208;48;5;16"),
    ],
)
def test_a_style_is_drawn_with_sequences_of_ours(style: Style, codes: str) -> None:
    frame = Frame(1, ((Run("x", style),),))
    assert from_plain(json.loads(json.dumps(to_plain(frame)))) == frame
    assert sequences(frame) == f"\x1b[1;1H\x1b[{codes}mx\x1b[0m\x1b[H"


@pytest.mark.parametrize(
    "colour",
    [
        "red",
        "#12345",
        "#12345G",
        "16/16",
        "256/256",
        "1/8",
        "01/16",
        "-1/16",
        "3",
        "\u0663/16",
        None,
        3,
    ],
)
def test_no_other_colour_is_one(colour: object) -> None:
    plain = json.loads(json.dumps(to_plain(FRAME)))
    plain["styles"][0][1] = colour
    with pytest.raises(FrameError):
        from_plain(plain)


@pytest.mark.slow
def test_a_screen_with_links_is_kept_without_them(path: Path) -> None:
    size = (160, 50)
    with opened(path, size=size) as screen:
        screen.until("What the envoy said")
        taken(screen)
        screen.read(1)
        assert b"\x1b]8;" in screen.raw
        screen.type("q")
        assert screen.ended() == 0
    await_kept(path)
    with opened(path, size=size, command=slowly(2)) as screen:
        screen.until("What the envoy said")
        assert TAKEN not in screen.raw
        assert b"\x1b]8;" not in screen.raw
        first = cells(screen)
        end = time.monotonic() + 20
        while b"\x1b]8;" not in screen.raw and time.monotonic() < end:
            screen.read()
        screen.read(1)
        assert b"\x1b]8;" in screen.raw
        assert cells(screen) == first
        screen.type("q")
        assert screen.ended() == 0


def _stands_for(path: Path, *arguments: str) -> bool:
    """Tell whether the events of `path` stand before Textual is loaded, for some arguments."""
    mark = path.with_name("loads")
    mark.unlink(missing_ok=True)
    with terminal(*arguments, size=SIZE, command=slowly(60, mark=mark)) as screen:
        end = time.monotonic() + 20
        while not mark.exists() and time.monotonic() < end:
            screen.read()
        screen.read(0.2)
        return "Envoy speaks" in screen.picture


@SLOW
@pytest.mark.parametrize("options", [("-t",), ("--timeline",), ()])
def test_a_file_that_is_named_has_a_frame_of_its_own(options: tuple[str, ...], path: Path) -> None:
    leave_after(path)
    other = write(path.parent / "other", timeline(event(title="Bank fails")))
    os.utime(other, (OLD, OLD))
    with terminal(*options, str(other), size=SIZE) as screen:
        screen.until("Bank fails")
        taken(screen)
        screen.read(1)
        screen.type("q")
        assert screen.ended() == 0
    assert _stands_for(path, *options, str(path))
    assert not _stands_for(path, *options, str(other))
    assert not _stands_for(path, *options, str(path), "--documents", str(path.parent))


@SLOW
def test_frames_of_some_timelines_are_kept_and_not_of_all(path: Path) -> None:
    for number in range(MOST_FILES + 3):
        keep_frame(path.with_name(f"{number}.yaml"), DIGEST, Kept(FRAME, b"s" * 32))
    frames = [*(Path(os.environ["XDG_CACHE_HOME"]) / "kztimeline").glob("frame-*")]
    assert len(frames) == MOST_FILES


@pytest.mark.parametrize("name", ["-t", "-tx", "--", "x" * 5000, "list", "/", "nothing.yaml"])
def test_what_is_no_file_is_left_to_the_commands(name: str) -> None:
    assert not _only_opens([name])
    assert not _only_opens(["-t", name])


@SLOW
@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("--help",), {}), (("--version",), {}), (("list",), {}), ((), {"TERM": "dumb"})],
)
def test_nothing_but_the_plain_start_shows_it(
    arguments: tuple[str, ...], environment: dict[str, str], path: Path
) -> None:
    leave_after(path)
    own = {"KZT_TIMELINE": str(path), **environment}
    with terminal(*arguments, environment=own, size=SIZE) as screen:
        screen.ended()
        assert b"\x1b[?1049h" not in screen.raw
        assert screen.left_on == []


@pytest.mark.slow
def test_without_a_terminal_nothing_is_shown(path: Path) -> None:
    leave_after(path)
    environment = {**os.environ, "TERM": "xterm-256color", "KZT_TIMELINE": str(path)}
    run = subprocess.run(KZT, capture_output=True, env=environment, stdin=subprocess.DEVNULL)
    assert run.returncode == 2
    assert b"\x1b" not in run.stdout + run.stderr


@SLOW
def test_a_setting_turns_it_off(path: Path) -> None:
    leave_after(path)
    write(
        Path(os.environ["XDG_CONFIG_HOME"]) / "kztimeline", "keep_screen = false\n", "config.toml"
    )
    leave_after(path, "j")
    await_kept(path)
    assert not list(Path(os.environ["XDG_CACHE_HOME"]).glob("kztimeline/frame-*"))
    assert not shows_early(path)


@SLOW
def test_notes_are_not_kept(path: Path) -> None:
    loaded = load_timeline(path)
    change_pins(loaded, lambda pins: pins.with_pin("e0").noted("e0", "Ask the embassy"))
    with opened(path, size=(140, 40)) as screen:
        screen.until("Ask the embassy")
        screen.read(1)
        screen.type("q")
        assert screen.ended() == 0
    await_kept(path)
    assert not list(Path(os.environ["XDG_CACHE_HOME"]).glob("kztimeline/frame-*"))
    leave_after(path, "j")
    content = frame_file().read_bytes()
    assert b"Ask the embassy" not in content
    # It stands beside the event that this key leads back to.
    assert b"after j down" in content
    assert b"after k up" not in content


@SLOW
def test_a_timeline_of_a_day_to_come_is_not_kept(path: Path) -> None:
    os.utime(path, (time.time() + 1000, time.time() + 1000))
    leave_after(path)
    leave_after(path)  # Not the first start, which keeps nothing while it welcomes the reader.
    assert not list(Path(os.environ["XDG_CACHE_HOME"]).glob("kztimeline/frame-*"))


@SLOW
def test_a_timeline_just_written_is_not_kept(path: Path) -> None:
    os.utime(path)
    with opened(path) as screen:
        screen.until("Envoy speaks for the 0. time")
        os.utime(path, (time.time() + 100, time.time() + 100))
        screen.read(1)
        screen.type("q")
        assert screen.ended() == 0
    await_kept(path)
    assert not list(Path(os.environ["XDG_CACHE_HOME"]).glob("kztimeline/frame-*"))
