"""What is measured: starts, keys and ends of programs, each in a pseudo-terminal of its own."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from terminal import Stamp, Terminal

FIRST_YEAR, LAST_YEAR = " 1991 ─", " 2024 ─"
"""As they head the events of a year in the list."""
LONGEST = 300
MOVES = "jjjjjjkkkjjj"
HELD = "j" * 30
REPEATED = 0.03
"""Seconds between what a key that is held down types."""
PAGE_DOWN, PAGE_UP = "\x1b[6~", "\x1b[5~"
PAGES = (PAGE_DOWN, PAGE_DOWN, PAGE_DOWN, PAGE_UP, PAGE_DOWN, PAGE_UP)
"""Each scrolls our list; four leave the bare one as it stands, but for the selected row."""
PAGES_ON = (PAGE_DOWN,) * 6
"""Each but the first scrolls both."""
WORD = "president"
_COUNT_AND_LIST = 0, *range(10, 20)
"""Lines of the screen: the first, and some of the list that nothing is drawn over."""
Command = Sequence[str | Path]


class Sessions:
    """Runs programs; a cache in `folder` outlives a run, and a home does where it is named."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

    def keep_for(self, kzt: Path) -> None:
        """Let what follows have the cache of one `kzt`: another would replace what it keeps."""
        os.environ["XDG_CACHE_HOME"] = str(self._folder / f"cache_{abs(hash(kzt))}")

    @contextmanager
    def program(
        self, command: Command, home: str = "", cache: str = "", path: Path | None = None
    ) -> Iterator[Terminal]:
        """Run a command in a terminal.

        Args:
            command: The program and its arguments.
            home: The name of a home that outlives the run; without one it has a new one.
            cache: The same of a cache; "new" is a new one.
            path: Where Python looks for modules first.
        """
        with tempfile.TemporaryDirectory() as new:
            environment = _environment(str(self._folder / home) if home else new)
            if cache == "new":
                environment["XDG_CACHE_HOME"] = f"{new}/cache"
            if path:
                environment["PYTHONPATH"] = str(path)
            terminal = Terminal([*map(str, command)], environment)
            try:
                yield terminal
            finally:
                with suppress(ProcessLookupError):
                    terminal.close()

    def paint(self, text: str, command: Command, **where: object) -> Stamp:
        """Return what passes from the start of a program until it shows `text`."""
        with self.program(command, **where) as terminal:  # type: ignore[arg-type]
            return terminal.wait_for(text, LONGEST).since(terminal.started)

    def again(self, command: Command, home: str, rest: float = 2) -> Stamp:
        """Return the same of our first year where the reader leaves each time by the key.

        Before that nothing is written for `rest` seconds.
        """
        with self.program(command, home=home) as terminal:
            stamp = terminal.wait_for(FIRST_YEAR, LONGEST).since(terminal.started)
            terminal.settle(rest)
            terminal.send("q")
            terminal.wait_for_end(LONGEST)
        return stamp

    def first_key(self, command: Command, home: str) -> Stamp:
        """Return what passes from the start until a key at the first paint is carried out."""
        with self.program(command, home=home) as terminal:
            terminal.wait_for(FIRST_YEAR, LONGEST)
            terminal.type("G")
            return terminal.wait_for(LAST_YEAR, LONGEST).since(terminal.started)

    def leave(self, command: Command, text: str, keys: str = "", key: str = "q") -> Stamp:
        """Return what passes from the key that leaves until the terminal is let go."""
        with self.program(command) as terminal:
            terminal.wait_for(text, LONGEST)
            terminal.settle(1)
            for each in keys:
                terminal.send(each)
                terminal.settle(0.3)
            sent = terminal.send(key)
            return terminal.wait_for_end(LONGEST).since(sent)

    def keys(self, command: Command, text: str, keys: Sequence[str], rest: float = 0.15) -> Stamp:
        """Return what passes from a key to the last that is written for it: a median.

        Args:
            command: The program.
            text: What it shows when it has started.
            keys: The keys.
            rest: Seconds of silence before the next key.
        """
        with self.program(command) as terminal:
            terminal.wait_for(text, LONGEST)
            terminal.settle(1)
            times = []
            for key in keys:
                sent = terminal.send(key)
                times.append(terminal.last_answer(rest).since(sent))
        return median(times)

    def filter_keys(self, command: Command, answers: Sequence[str]) -> Stamp:
        """Return what passes from a letter of WORD until list and right count stand: a median.

        Args:
            command: The program.
            answers: What the screen says when each letter is answered; not all say the same.

        Raises:
            TimeoutError: the screen does not say so.
        """
        with self.program(command) as terminal:
            terminal.wait_for(FIRST_YEAR, LONGEST)
            terminal.settle(1)
            terminal.type("f")
            terminal.wait_for("\n filter ", LONGEST)
            terminal.settle(0.3)
            times, before = [], ""
            for key, answer in zip(WORD, answers, strict=True):
                sent = terminal.type(key)
                if answer != before:
                    stood = terminal.last_change(_COUNT_AND_LIST, answer, LONGEST)
                    times.append(stood.since(sent))
                before = answer
                terminal.settle(0.3)
        return median(times)

    def first_filter_key(self, command: Command, home: str, answer: str) -> Stamp:
        """Return what passes from the start until a filter typed at once is answered."""
        with self.program(command, home=home) as terminal:
            terminal.wait_for(FIRST_YEAR, LONGEST)
            terminal.type(f"f{WORD}")
            return terminal.wait_for(answer, LONGEST).since(terminal.started)

    def memory(self, command: Command, cache: str = "", rest: float = 3) -> float:
        """Return the private megabytes of a program that has come to rest.

        Args:
            command: The program.
            cache: As above.
            rest: Seconds for which it writes nothing before it is measured.
        """
        with self.program(command, cache=cache) as terminal:
            terminal.wait_for(FIRST_YEAR, LONGEST)
            terminal.settle(rest)
            return terminal.private_megabytes()


def whole_process(*command: str | Path, cache: str = "") -> Stamp:
    """Return what a command takes from start to end, in a new home; `cache` is as above."""
    with tempfile.TemporaryDirectory() as new:
        environment = _environment(new)
        if cache == "new":
            environment["XDG_CACHE_HOME"] = f"{new}/cache"
        before = Stamp(time.perf_counter(), _computed())
        subprocess.run(
            [*map(str, command)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            env=environment,
        )
        return Stamp(time.perf_counter(), _computed()).since(before)


def _environment(home: str) -> dict[str, str]:
    """Return the variables of a program that has this home, with nothing of the caller's own."""
    ours = {name: text for name, text in os.environ.items() if not name.startswith("KZT_")}
    return {
        **ours,
        **{f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "DATA", "STATE")},
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "HOME": home,
    }


def _computed() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def median(times: Sequence[Stamp]) -> Stamp:
    """Return the median of both parts of some times."""
    clock = statistics.median(time.clock for time in times)
    return Stamp(clock, statistics.median(time.computed for time in times))


def wheel(folder: Path) -> Path:
    """Build the wheel of this checkout, unpack it as an installer would, and return where."""
    checkout = Path(__file__).parent.parent
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=checkout, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    place = folder / "installed"
    with zipfile.ZipFile(made) as packed:
        packed.extractall(place)
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(place)], check=True)
    return place
