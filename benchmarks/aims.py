"""Measure `kzt` beside the least that could be, and print what it is to be and what it is.

usage: python benchmarks/aims.py [--quick] [--runs N] [--events N] [--only WORD]
                                 [--before CHECKOUT] [--neighbors]

Each row has two programs that take turns, so that what else the machine does falls on both:
`kzt`, and one that does nothing but the part of it that is in question. Printed are the
medians of the ratios of neighboring runs, by the clock and by the processor time that was
computed until then; a busy machine changes the latter least. With another checkout (that has
an environment in `.venv`), its `kzt` takes turns with them.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import sessions
from generate import generate
from least import written
from sessions import (
    FIRST_YEAR,
    HELD,
    MOVES,
    PAGES,
    PAGES_ON,
    REPEATED,
    WORD,
    Sessions,
    whole_process,
)
from terminal import Stamp

import kztimeline

BIN = Path(sys.executable).parent
SMALL = 646
Measure = Callable[[Path], Stamp]


class Row(NamedTuple):
    """One row: what `kzt` does, how long that may take, and beside what.

    Attributes:
        label: What is measured.
        beside: The name of the program beside it.
        aim: How many times as long as that it may take.
        own: Measures `kzt`, whose path it is given.
        other: Measures the other program.
        once: Whether it is measured first, and no more than thrice, since it takes very long.
        older: Whether an older `kzt` can do it.
    """

    label: str
    beside: str
    aim: float
    own: Measure
    other: Callable[[], Stamp]
    once: bool = False
    older: bool = True


class Bench:
    """The programs, the timelines and the rows."""

    def __init__(self, folder: Path, events: int) -> None:
        self._folder = folder
        self._events = events
        self._least = written(folder)
        self._run = Sessions(folder)
        self._known: dict[Path | None, list[str]] = {}
        self._many = folder / "many.yaml"
        generate(events, self._many)

    def prepare(self, kzt: Path) -> None:
        """Have everything kept that a reader has from the third start on."""
        self._run.keep_for(kzt)
        for _ in range(2):
            self._again(kzt)
            # The index is laid out, and kept, while the reader looks.
            self._run.again(self._opened(kzt, True), self._home(kzt, True), rest=12)

    def rows(self) -> Iterator[Row]:
        """Yield the rows in order."""
        yield from self._readings()
        yield from self._starts()
        yield from self._keys()
        yield from self._commands()

    def own(self, row: Row, kzt: Path) -> Stamp:
        """Measure a `kzt` with what it has kept itself."""
        self._run.keep_for(kzt)
        return row.own(kzt)

    def sizes(self, kzt: Path) -> Iterator[tuple[str, float, float]]:
        """Yield what is kept in memory: a label, the private megabytes, and what they may be."""
        self._run.keep_for(kzt)
        yield "private memory, built in", self._run.memory([kzt]), 60
        many = self._run.memory([kzt, "-t", self._many])
        yield f"private memory, {self._events:,} events", many, 250
        # It rests when the index is laid out.
        first = self._run.memory([kzt, "-t", self._many], cache="new", rest=30)
        yield f"private memory, {self._events:,} events, first session", first, 250

    def _hello(self) -> Stamp:
        return self._run.paint("hello, terminal", self._least["hello"])

    def _home(self, kzt: Path, many: bool) -> str:
        return f"home_{abs(hash(kzt))}_{many}"

    def _again(self, kzt: Path, *, many: bool = False) -> Stamp:
        return self._run.again(self._opened(kzt, many), self._home(kzt, many))

    def _opened(self, kzt: Path, many: bool) -> list[str | Path]:
        # An older `kzt` shows a named file later than one that the variable names.
        variable = [] if not many else ["env", f"KZT_TIMELINE={self._many}"]
        return [*variable, kzt]

    def _first_key(self, kzt: Path, *, many: bool = False) -> Stamp:
        # Leaving is what keeps the screen for the next start, at the first event.
        self._again(kzt, many=many)
        return self._run.first_key(self._opened(kzt, many), self._home(kzt, many))

    def _readings(self) -> Iterator[Row]:
        reading = ("--timeline", self._many, "show", "event-1")
        parser = lambda: whole_process(*self._least["parser"], self._many)  # noqa: E731
        label = f"{self._events:,} events, first reading and check"
        own = lambda kzt: whole_process(kzt, *reading, cache="new")  # noqa: E731
        yield Row(label, "PyYAML's C parser", 1.5, own, parser, once=True)

    def _starts(self) -> Iterator[Row]:
        hello, many = self._hello, f"{self._events:,} events, "
        beside = "a Textual hello"
        yield Row("first content, second start on", beside, 0.3, self._again, hello)
        yield Row(
            f"{many}first content, second start on",
            beside,
            0.3,
            lambda kzt: self._again(kzt, many=True),
            hello,
        )
        yield Row("first key carried out", beside, 1.1, self._first_key, hello)
        yield Row(
            f"{many}first key carried out",
            beside,
            2,
            lambda kzt: self._first_key(kzt, many=True),
            hello,
        )
        installed = sessions.wheel(self._folder / "wheel")
        # As an installer writes it; -P, for what lies beside it is not to come before the wheel.
        script = self._folder / "kzt"
        script.write_text("from kztimeline.__main__ import main\nmain()\n")
        from_wheel = (sys.executable, "-P", script)
        yield Row(
            "first start ever, from a wheel",
            beside,
            1.5,
            lambda _kzt: self._run.paint(FIRST_YEAR, from_wheel, cache="new", path=installed),
            hello,
            older=False,
        )
        for label, keys in (("leave", ""), ("leave at another view", "jj")):
            yield Row(
                label,
                beside,
                0.25,
                lambda kzt, k=keys: self._run.leave([kzt], FIRST_YEAR, k),
                hello,
            )

    def _keys(self) -> Iterator[Row]:
        yield from self._keys_of("", None)
        yield from self._keys_of(f"{self._events:,} events, ", self._many)

    def _keys_of(self, name: str, timeline: Path | None) -> Iterator[Row]:
        options = ("--timeline", timeline) if timeline else ()
        count = self._events if name else SMALL
        bare = (*self._least["list"], str(count))

        def moves(keys: Sequence[str], rest: float = 0.15) -> tuple[Measure, Callable[[], Stamp]]:
            return (
                lambda kzt: self._run.keys([kzt, *options], FIRST_YEAR, keys, rest),
                lambda: self._run.keys(bare, "Event 1 of many", keys, rest),
            )

        move, page = "a bare list's row move", "a bare list's page move"
        yield Row(f"{name}row move", move, 1.2, *moves(MOVES))
        beside = (*self._least["beside"], str(count))
        yield Row(
            f"{name}row move, text and all",
            "a bare list's with a text beside it",
            1.5,
            moves(MOVES)[0],
            lambda: self._run.keys(beside, "Event 1 of many", MOVES),
        )
        yield Row(f"{name}page move", page, 1.2, *moves(PAGES))
        yield Row(f"{name}page move, both scroll", page, 1.2, *moves(PAGES_ON))
        yield Row(f"{name}row move, key held down", move, 1.2, *moves(HELD, REPEATED))
        yield Row(
            f"{name}filter key until list and count stand",
            move,
            1.5,
            lambda kzt: self._run.filter_keys([kzt, *options], self._answers(timeline)),
            moves(MOVES)[1],
        )
        yield Row(
            f"{name}filter typed at the start",
            "a Textual hello",
            2,
            lambda kzt: self._first_filter(kzt, timeline is not None, self._answers(timeline)[-1]),
            self._hello,
        )

    def _answers(self, timeline: Path | None) -> list[str]:
        """Return what the screen says after each letter of the word that is looked for."""
        if timeline not in self._known:
            # Not before it is needed: to load a timeline is to have it kept.
            whole = kztimeline.load(timeline)
            counts = [len(whole.query(WORD[:size])) for size in range(1, len(WORD) + 1)]
            self._known[timeline] = [f"{count:,} of {len(whole.events):,}" for count in counts]
        return self._known[timeline]

    def _first_filter(self, kzt: Path, many: bool, answer: str) -> Stamp:
        self._again(kzt, many=many)
        return self._run.first_filter_key(self._opened(kzt, many), self._home(kzt, many), answer)

    def _commands(self) -> Iterator[Row]:
        typer = lambda: whole_process(*self._least["typer"])  # noqa: E731
        for command in ("list in:2012", "list envoy", "show osce-chairmanship-2010", "export"):
            yield Row(
                f"kzt {command}",
                "an empty Typer command",
                1.1,
                lambda kzt, c=command: whole_process(kzt, *c.split()),
                typer,
            )

    def neighbors(self) -> Iterator[tuple[str, Callable[[], Stamp]]]:
        """Yield other programs that show our table, as far as they are installed."""
        table = self._folder / "events.csv"
        export = [BIN / "kzt", "export", "--force", "-o", table]
        subprocess.run(export, check=True, stderr=subprocess.DEVNULL)
        for name, found, text in (
            ("VisiData", BIN / "vd", "date_start"),
            ("lnav", shutil.which("lnav"), "2024-"),
            ("less", shutil.which("less"), "1991-"),
        ):
            if found and Path(found).exists():
                yield name, lambda f=found, t=text: self._run.paint(t, [f, table])


def ratio(own: list[Stamp], other: list[Stamp]) -> tuple[float, float]:
    """Return the medians of the ratios of neighboring runs: by the clock, and computed."""
    pairs = [*zip(own, other, strict=True)]
    clock = statistics.median(a.clock / b.clock for a, b in pairs)
    return clock, statistics.median(a.computed / max(b.computed, 0.1) for a, b in pairs)


def line(bench: Bench, row: Row, runs: int, kzt: Path, before: Path | None) -> str:
    """Measure one row and return it as a line of the table."""
    programs = [lambda: bench.own(row, kzt), row.other]
    if before and row.older:
        programs.append(lambda: bench.own(row, before))
    rounds = [[measure() for measure in programs] for _ in range(runs)]
    own, other, *older = (list(times) for times in zip(*rounds, strict=True))
    clock, computed = ratio(own, other)
    then = ratio(older[0], other) if older else None
    stands = "yes" if computed <= row.aim else "no"
    middle = sessions.median(own)
    cells = (
        row.label,
        row.beside,
        f"{clock:.2f}, {computed:.2f}",
        f"{then[0]:.2f}, {then[1]:.2f}" if then else "",
        f"{row.aim:g}",
        stands,
        f"{middle.clock:.0f}, {middle.computed:.0f}",
    )
    return f"| {' | '.join(cells)} |"


def measure(bench: Bench, options: argparse.Namespace) -> None:
    """Measure everything and print a line for each row as soon as it is known."""
    kzt, before = BIN / "kzt", options.before and options.before / ".venv" / "bin" / "kzt"
    rows = [row for row in bench.rows() if options.only in row.label]
    print("| what | beside | now: clock, computed | before | aim | reached | ms: clock, computed |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for row in rows:
        if row.once:
            print(line(bench, row, min(options.runs, 3), kzt, before), flush=True)
    for program in filter(None, (before, kzt)):
        bench.prepare(program)
    for row in rows:
        if not row.once:
            print(line(bench, row, options.runs, kzt, before), flush=True)
    if not options.only or options.only in "private memory":
        for label, size, aim in bench.sizes(kzt):
            print(
                f"| {label} | | {size:.0f} MB | | {aim} MB | {'yes' if size <= aim else 'no'} | |"
            )
    if options.neighbors:
        # Programs with homes of their own were measured last: their screen is the one kept.
        bench.prepare(kzt)
        for name, other in bench.neighbors():
            row = Row("first content, second start on", name, 1, bench._again, other)
            print(line(bench, row, options.runs, kzt, None), flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time kzt beside the least that could be.")
    parser.add_argument("--runs", type=int, help="of each program; 7, or 3 with --quick")
    parser.add_argument("--events", type=int, help="of the large timeline; 100,000, or 10,000")
    parser.add_argument("--quick", action="store_true", help="less certain, in two minutes")
    parser.add_argument("--only", default="", help="rows with this in their label")
    parser.add_argument("--before", type=Path, help="a checkout with an environment in .venv")
    parser.add_argument("--neighbors", action="store_true", help="VisiData, lnav and less, too")
    options = parser.parse_args()
    options.runs = options.runs or (3 if options.quick else 7)
    events = options.events or (10_000 if options.quick else 100_000)
    with tempfile.TemporaryDirectory(prefix="kzt-benchmark-") as folder:
        measure(Bench(Path(folder), events), options)


if __name__ == "__main__":
    main()
