"""Measure how soon `kzt` shows its timeline and answers a key, beside its neighbors.

usage: python benchmarks/screen.py [--runs N] [--events N]

Each run is a fresh process with a home of its own, in a pseudo-terminal of 120 by 40.
`kzt`, the smallest Textual program, VisiData on our CSV and `kzt export` take turns, so
that what else the machine does falls on all alike. Printed are medians: milliseconds by
the clock, and those that the program computed, which depend less on the company it has.
Absolute times are this machine's; quote ratios.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generate import generate
from terminal import Stamp, Terminal

HELLO = """\
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("hello, terminal")
Hello().run()
"""
BIN = Path(sys.executable).parent
FIRST_YEAR = " 1991 "
"""The year of the first events, as the list says it; the overview has it without a space."""
LONGEST = 300
MOVES = "jjjjjjkkkjjj"
WORD = "envoy"


class Bench:
    """Programs to measure, with the files they need, in a folder of their own."""

    def __init__(self, folder: Path, events: int) -> None:
        self._folder = folder
        self.kzt = BIN / "kzt"
        self.hello = folder / "hello.py"
        self.hello.write_text(HELLO)
        self.table = folder / "events.csv"
        export = [self.kzt, "export", "-o", self.table]
        subprocess.run(export, check=True, stderr=subprocess.DEVNULL)
        with self.table.open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        self.title = " ".join(rows[1]["title"].split()[:2])
        self.many = folder / "many.yaml"
        generate(events, self.many)

    @contextmanager
    def program(self, *command: str | Path) -> Iterator[Terminal]:
        """Run a command in a terminal; only what is kept between runs outlives it."""
        with tempfile.TemporaryDirectory() as home:
            kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
            folders = {f"XDG_{k}_HOME": f"{home}/{k}" for k in ("CONFIG", "DATA", "STATE")}
            look = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            cache = {"XDG_CACHE_HOME": str(self._folder)}
            terminal = Terminal(
                [*map(str, command)], {**kept, **folders, **look, **cache, "HOME": home}
            )
            try:
                yield terminal
            finally:
                terminal.close()

    def paint(self, text: str, *command: str | Path) -> Stamp:
        """Return what passes from the start of a command until it shows `text`."""
        with self.program(*command) as terminal:
            return terminal.wait_for(text, LONGEST).since(terminal.started)

    def answers(self, before: str, keys: str, *command: str | Path) -> list[Stamp]:
        """Return what passes from each of `keys` to the first repaint after it."""
        with self.program(*command) as terminal:
            terminal.wait_for(FIRST_YEAR, LONGEST)
            # The index is prepared soon after the first paint.
            terminal.settle(1)
            if before:
                terminal.send(before)
                terminal.settle()
            times = []
            for key in keys:
                sent = terminal.send(key)
                times.append(terminal.first_answer().since(sent))
                terminal.settle(0.15)
            return times


def whole_process(*command: str | Path) -> Stamp:
    """Return what a command takes from start to end."""
    before = Stamp(time.perf_counter(), _computed())
    subprocess.run(
        [*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True
    )
    return Stamp(time.perf_counter(), _computed()).since(before)


def _computed() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def in_turn(runs: int, *measures: Callable[[], Stamp]) -> list[list[Stamp]]:
    """Run the measures one after the other, `runs` times after a round not counted."""
    rounds = [[measure() for measure in measures] for _ in range(runs + 1)][1:]
    return [list(times) for times in zip(*rounds, strict=True)]


def report(label: str, times: Sequence[Stamp], aim: str = "") -> None:
    """Print the medians of `times`."""
    clocks = [time.clock for time in times]
    computed = statistics.median(time.computed for time in times)
    line = f"{label:<42} {statistics.median(clocks):7.1f} ms  ({min(clocks):.1f} at best)"
    print(f"{line:<76}computed {computed:6.1f} ms" + (f"  aim: {aim}" if aim else ""), flush=True)


def compare(label: str, times: Sequence[Stamp], others: Sequence[Stamp], aim: str) -> None:
    """Print the medians of the ratios of `times` to `others`, run by run."""
    pairs = list(zip(times, others, strict=True))
    clock = statistics.median(ours.clock / other.clock for ours, other in pairs)
    computed = statistics.median(ours.computed / other.computed for ours, other in pairs)
    print(f"{label:<42} {clock:7.2f} x{'':<24}computed {computed:6.2f} x   aim: {aim}")


def measure(bench: Bench, runs: int, events: int) -> None:
    """Measure everything, each start `runs` times."""
    kzt, *others, export = in_turn(
        runs,
        lambda: bench.paint(bench.title, bench.kzt),
        lambda: bench.paint("hello, terminal", sys.executable, bench.hello),
        lambda: bench.paint("date_start", BIN / "vd", bench.table),
        lambda: whole_process(bench.kzt, "export"),
    )
    report("kzt, first meaningful paint", kzt)
    for label, times, aim in zip(
        ("Textual hello", "VisiData on our CSV"), others, ("at most 1.5", "below 1"), strict=True
    ):
        report(label, times)
        compare(f"  kzt to {label}", kzt, times, aim)
    report("kzt export, whole process", export)
    measure_keys(bench, max(runs // 3, 1), "our timeline", (), "16 ms")
    many = ("--timeline", bench.many)
    report(
        f"{events:,} events, first paint, not read before",
        [bench.paint(FIRST_YEAR, bench.kzt, *many)],
    )
    report(f"{events:,} events, first paint", [bench.paint(FIRST_YEAR, bench.kzt, *many)])
    measure_keys(bench, 1, f"{events:,} events", many, "40 ms")


def measure_keys(
    bench: Bench, sessions: int, name: str, options: Sequence[str | Path], filter_aim: str
) -> None:
    """Measure keys from the press to the first repaint, in some sessions of each kind."""
    for label, before, keys, aim in (
        ("row move", "", MOVES, "5 ms"),
        ("filter key", "f", WORD, filter_aim),
    ):
        times = [
            time
            for _ in range(sessions)
            for time in bench.answers(before, keys, bench.kzt, *options)
        ]
        report(f"{name}: {label} to first repaint", times, aim)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the screen of kzt.")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--events", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kzt-benchmark-") as folder:
        measure(Bench(Path(folder), arguments.events), arguments.runs, arguments.events)


if __name__ == "__main__":
    main()
