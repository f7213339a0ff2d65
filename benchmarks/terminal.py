"""A program in a pseudo-terminal, with a stamp on everything it writes.

A thread reads and stamps each chunk as it comes. The slow emulator (pyte) follows
when the program has fallen silent, so that it takes nothing from a program that
writes, and never shows in the figures.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pyte

COLUMNS, ROWS = 120, 40
_SILENCE = 0.1

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")

# What pyte would print as text: private modes, device strings, titles.
_UNKNOWN = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[A-Za-z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b\[[0-9;]* q",
    re.DOTALL,
)
# Questions that a terminal answers at once, and that a program would else wait for.
_QUESTIONS = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[c|\x1b\[0c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\]11;\?"), b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (re.compile(rb"\x1b\]10;\?"), b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"),
)


class Stamp(NamedTuple):
    """A moment: seconds by the clock, and those that a program had computed by then."""

    clock: float
    computed: float

    def since(self, earlier: Stamp) -> Stamp:
        """Return how much of both went by, in milliseconds."""
        return Stamp((self.clock - earlier.clock) * 1000, (self.computed - earlier.computed) * 1000)


def _processor_clock(child: int) -> int:
    """Return the number of the clock that Linux has for the time a process computes."""
    return (~child << 3) | 2


class Terminal:
    """One program on a pseudo-terminal of COLUMNS by ROWS, from start to `close`."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._chunks: list[tuple[Stamp, bytes]] = []
        self._shown = 0
        self._ended: Stamp | None = None
        self._news = threading.Condition()
        self.started = Stamp(time.perf_counter(), 0)
        self._child, self._handle = pty.fork()
        if self._child == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(1, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], command, environment)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                select.select([self._handle], [], [])
                data = os.read(self._handle, 65536)
            except OSError:
                data = b""
            with self._news:
                if data:
                    self._chunks.append((self._now(), data))
                else:
                    self._ended = self._now()
                self._news.notify_all()
            if not data:
                return
            for question, answer in _QUESTIONS:
                if question.search(data):
                    os.write(self._handle, answer)

    def _now(self) -> Stamp:
        # The child stays a process, with a clock, until `close` waits for it.
        return Stamp(time.perf_counter(), time.clock_gettime(_processor_clock(self._child)))

    def send(self, keys: str) -> Stamp:
        """Type `keys` and return when that was."""
        with self._news:
            self._shown = len(self._chunks)
        stamp = self._now()
        os.write(self._handle, keys.encode())
        return stamp

    def type(self, keys: str) -> Stamp:
        """Type `keys` and return when that was; what was written before is still looked at."""
        stamp = self._now()
        os.write(self._handle, keys.encode())
        return stamp

    def wait_for(self, text: str, seconds: float = 30) -> Stamp:
        """Return when the screen first showed `text`, with commas of thousands or without.

        Raises:
            TimeoutError: it did not within `seconds`, or the program ended.
        """
        deadline = time.perf_counter() + seconds
        while True:
            self.settle(_SILENCE)
            while self._shown < len(self._chunks):
                stamp = self._follow()
                if self._shows(text):
                    return stamp
            with self._news:
                left = deadline - time.perf_counter()
                if left <= 0 or (self._ended is not None and self._shown == len(self._chunks)):
                    raise TimeoutError(f"{text!r} is not on the screen:\n{self.text}")
                if self._shown == len(self._chunks):
                    self._news.wait(left)

    def last_change(self, lines: Sequence[int], text: str, seconds: float = 30) -> Stamp:
        """Wait until the screen shows `text` and is silent; return when some lines last changed.

        Raises:
            TimeoutError: it did not show it within `seconds`, or the lines are as they were.
        """
        deadline = time.perf_counter() + seconds
        # Not before the program is silent: the emulator would keep the stamps waiting.
        self.settle()
        changed, before = None, self._lines(lines)
        while time.perf_counter() < deadline:
            self.settle()
            while self._shown < len(self._chunks):
                stamp = self._follow()
                if (now := self._lines(lines)) != before:
                    changed, before = stamp, now
            if changed is not None and self._shows(text):
                return changed
        raise TimeoutError(f"not changed to {text!r}:\n{self.text}")

    def _lines(self, lines: Sequence[int]) -> list[str]:
        display = self.screen.display
        return [display[line] for line in lines]

    def _follow(self) -> Stamp:
        stamp, data = self._chunks[self._shown]
        self._shown += 1
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return stamp

    def _shows(self, text: str) -> bool:
        return _THOUSANDS.sub("", text) in _THOUSANDS.sub("", self.text)

    def first_answer(self, seconds: float = 5) -> Stamp:
        """Return when the program first wrote something after the last `send`."""
        with self._news:
            before = self._shown
            self._news.wait_for(
                lambda: len(self._chunks) > before or self._ended is not None, seconds
            )
            if len(self._chunks) == before:
                raise TimeoutError("the program did not answer")
            return self._chunks[before][0]

    def last_answer(self, quiet: float = 0.1) -> Stamp:
        """Return when the program last wrote something after `send`, before it fell silent."""
        self.first_answer()
        self.settle(quiet)
        with self._news:
            return self._chunks[-1][0]

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing was written for `quiet` seconds."""
        with self._news:
            while True:
                before = len(self._chunks)
                self._news.wait(quiet)
                if len(self._chunks) == before:
                    return

    def wait_for_end(self, seconds: float = 30) -> Stamp:
        """Wait until the program has let go of the terminal, and return when that was."""
        with self._news:
            self._news.wait_for(lambda: self._ended is not None, seconds)
            if self._ended is None:
                raise TimeoutError("the program does not end")
            return self._ended

    @property
    def text(self) -> str:
        """What the screen shows, as far as it was followed."""
        return "\n".join(self.screen.display)

    def private_megabytes(self) -> float:
        """Return the memory that the program shares with no other."""
        lines = Path(f"/proc/{self._child}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024

    def close(self) -> None:
        """End the program."""
        os.kill(self._child, signal.SIGKILL)
        self._reader.join(5)
        os.waitpid(self._child, 0)
        os.close(self._handle)
