"""`kzt` in a terminal of its own: what it draws, how it ends, and what it leaves behind."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyte

MODES = {
    "1049": "alternate screen",
    "1000": "mouse",
    "1003": "mouse motion",
    "1006": "SGR mouse",
    "2004": "bracketed paste",
    "1004": "focus reports",
}
KZT = (sys.executable, "-m", "kztimeline")
LONG = 20.0


class Terminal:
    """A pseudo-terminal with a program in it.

    Attributes:
        pid: The program, which leads a session of its own.
        code: Its exit code, or None while it runs; negative for a signal.
    """

    def __init__(
        self,
        command: tuple[str, ...],
        size: tuple[int, int],
        environment: Mapping[str, str],
        ignore: tuple[signal.Signals, ...] = (),
        errors: int | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._master, self._slave = pty.openpty()
        self.resize(columns, rows)
        self._before = termios.tcgetattr(self._slave)
        slave = self._slave

        def prepare() -> None:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            # What the test run itself ignores, as under nohup or behind a shell's `&`, is nothing
            # to the program.
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(number, signal.SIG_DFL)
            for number in ignore:
                signal.signal(number, signal.SIG_IGN)

        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave if errors is None else errors,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
            preexec_fn=prepare,
        )
        self.pid = self._process.pid

    @property
    def code(self) -> int | None:
        return self._process.poll()

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float = 0.05, text: str = "") -> None:
        """Take what the program writes until it is silent for some seconds, or shows a text."""
        while self._master >= 0 and select.select([self._master], [], [], seconds)[0]:
            try:
                data = os.read(self._master, 65536)
            except OSError:
                return
            if not data:
                return
            self.raw += data
            # Not known to the emulator: the keyboard protocol of kitty.
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*u", b"", data))
            if text and text in self.picture:
                return

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def picture(self) -> str:
        return " ".join(" ".join(self.lines).split())

    def until(self, text: str, seconds: float = LONG, briefly: bool = False) -> None:
        """Wait until a text stands on the screen, be it only until the next frame if `briefly`."""
        end = time.monotonic() + seconds
        while text not in self.picture:
            self.read(text=text if briefly else "")
            if time.monotonic() > end or self.code is not None:
                raise AssertionError(f"{text!r} is not on the screen (code {self.code}):\n{self}")

    def type(self, keys: str | bytes) -> None:
        os.write(self._master, keys if isinstance(keys, bytes) else keys.encode())
        self.read(0.12)

    def send(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self._slave)
        os.close(self._master)
        self._master = self._slave = -1

    def ended(self, seconds: float = LONG) -> int:
        """Wait for the end of the program and return its exit code."""
        end = time.monotonic() + seconds
        while self.code is None:
            self.read()
            if time.monotonic() > end:
                raise AssertionError(f"still running:\n{self}")
        self.read(0.2)
        return self.code

    def until_suspended(self, seconds: float = LONG) -> None:
        """Wait until the program is suspended, and take what it wrote before."""
        end = time.monotonic() + seconds
        while not self._is_suspended:
            self.read()
            if time.monotonic() > end:
                raise AssertionError(f"not suspended (code {self.code}):\n{self}")
        self.read()

    @property
    def _is_suspended(self) -> bool:
        status = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8")
        return status.rpartition(")")[2].split()[0] == "T"

    @property
    def left_on(self) -> list[str]:
        """What of the terminal is not as it was found."""
        on: dict[str, bool] = {"25": True}
        for codes, state in re.findall(rb"\x1b\[\?([\d;]+)([hl])", self.raw):
            for code in codes.decode().split(";"):
                on[code] = state == b"h"
        left = [name for code, name in MODES.items() if on.get(code)]
        left += [] if on["25"] else ["hidden cursor"]
        pushed = self.raw.count(b"u") and len(re.findall(rb"\x1b\[>\d+u", self.raw))
        popped = len(re.findall(rb"\x1b\[<\d*u", self.raw))
        left += ["keyboard protocol"] if pushed > popped else []
        if termios.tcgetattr(self._slave) != self._before:
            left.append("raw input")
        return left

    def close(self) -> None:
        if self.code is None:
            self._process.kill()
        self._process.wait()
        if self._master >= 0:
            self.hang_up()

    def __str__(self) -> str:
        return "\n".join(self.lines)


@contextmanager
def terminal(
    *arguments: str,
    size: tuple[int, int] = (80, 24),
    command: tuple[str, ...] = KZT,
    environment: Mapping[str, str] | None = None,
    ignore: tuple[signal.Signals, ...] = (),
    errors: int | None = None,
) -> Iterator[Terminal]:
    """Run `kzt` with arguments in a terminal; it is gone at the end whatever happens."""
    opened = Terminal((*command, *arguments), size, environment or {}, ignore, errors)
    try:
        yield opened
    finally:
        opened.close()


def printed(*arguments: str, size: tuple[int, int], code: int = 0) -> str:
    """Return all that `kzt` prints on a terminal of some columns and rows.

    What it says meanwhile, where the machine is slow, goes elsewhere.
    """
    true_size = {"COLUMNS": "", "LINES": ""}
    errors = subprocess.DEVNULL
    with terminal(*arguments, size=size, environment=true_size, errors=errors) as shown:
        assert shown.ended() == code, arguments
        return shown.raw.decode().replace("\r\n", "\n")
