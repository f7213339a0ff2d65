"""Measure how soon `kzt` shows its timeline and answers a key, beside its neighbors.

usage: python benchmarks/screen.py [--runs N] [--events N]

Prints medians over N runs, each a fresh process with a home of its own: the time to
the first meaningful paint of `kzt`, of the smallest Textual program and of VisiData on
our CSV, in turn in the same pseudo-terminal; the time from a key to the first repaint;
and the whole process of `kzt export`. Absolute times are this machine's; quote ratios.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generate import generate
from terminal import Terminal

HELLO = """\
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello, terminal")
Hello().run()
"""
BIN = Path(sys.executable).parent


@contextmanager
def program(*command: str | Path) -> Iterator[Terminal]:
    """Run a command in a terminal with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        folders = {f"XDG_{k}_HOME": f"{home}/{k}" for k in ("CONFIG", "DATA", "STATE")}
        cache = {"XDG_CACHE_HOME": str(CACHE)}
        environment = {
            **kept, **folders, **cache, "HOME": home, "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }  # fmt: skip
        terminal = Terminal([*map(str, command)], environment)
        try:
            yield terminal
        finally:
            terminal.close()


CACHE = Path(tempfile.mkdtemp(prefix="kzt-benchmark-"))


def paint(text: str, *command: str | Path) -> float:
    """Return milliseconds from the start of a command until it shows `text`."""
    with program(*command) as terminal:
        return (terminal.wait_for(text) - terminal.started) * 1000


def answer(opened: str, before: str, keys: str, *command: str | Path) -> float:
    """Return the median milliseconds from each of `keys` to the first repaint after it."""
    with program(*command) as terminal:
        terminal.wait_for(opened, 300)
        terminal.settle()
        if before:
            terminal.send(before)
            terminal.settle()
        times = []
        for key in keys:
            sent = terminal.send(key)
            times.append((terminal.first_answer() - sent) * 1000)
            terminal.settle(0.15)
        return statistics.median(times)


def whole_process(*command: str | Path) -> float:
    """Return milliseconds that a command takes from start to end."""
    start = time.perf_counter()
    subprocess.run([*map(str, command)], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def report(label: str, times: list[float], base: list[float] | None = None, aim: str = "") -> None:
    """Print the median of `times`, and the median of their ratios to `base`."""
    spread = f"(min {min(times):.1f}, max {max(times):.1f})"
    line = f"{label:<46}{statistics.median(times):8.1f} ms  {spread}"
    if base:
        ratio = statistics.median(a / b for a, b in zip(times, base, strict=True))
        line += f"  ratio {ratio:.2f}"
    print(line + (f"  aim: {aim}" if aim else ""))


def in_turn(runs: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Run the measures one after the other, `runs` times after a round not counted."""
    rounds = [[measure() for measure in measures] for _ in range(runs + 1)][1:]
    return [list(times) for times in zip(*rounds, strict=True)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the screen of kzt.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--events", type=int, default=100_000)
    arguments = parser.parse_args()
    try:
        measure(arguments.runs, arguments.events)
    finally:
        shutil.rmtree(CACHE, ignore_errors=True)


def measure(runs: int, events: int) -> None:
    """Measure everything, with `runs` counted runs each."""
    kzt = BIN / "kzt"
    hello = CACHE / "hello.py"
    hello.write_text(HELLO)
    table = CACHE / "events.csv"
    many = CACHE / "many.yaml"
    subprocess.run([kzt, "export", "-o", table], check=True, stderr=subprocess.DEVNULL)
    generate(events, many)
    opened = "1991"
    ours, textual, visidata, export = in_turn(
        runs,
        lambda: paint(opened, kzt),
        lambda: paint("hello, terminal", sys.executable, hello),
        lambda: paint("date_start", BIN / "vd", table),
        lambda: whole_process(kzt, "export"),
    )
    report("kzt: first meaningful paint", ours)
    report("  against a Textual hello", ours, textual, "at most 1.5")
    report("  against VisiData on our CSV", ours, visidata, "below 1")
    report("Textual hello", textual)
    report("VisiData on our CSV", visidata)
    report("kzt export, whole process", export)
    for label, file, filter_aim in (
        ("our timeline", (), "16 ms"),
        (f"{events:,} events", ("--timeline", many), "40 ms"),
    ):
        command = (kzt, *file)
        moves = [answer(opened, "", "jjjjjkkj", *command) for _ in range(max(1, runs // 3))]
        report(f"{label}: row move to first repaint", moves, aim="5 ms")
        keys = [answer(opened, "f", "envoy", *command) for _ in range(max(1, runs // 3))]
        report(f"{label}: filter key to first repaint", keys, aim=filter_aim)


if __name__ == "__main__":
    main()
