"""Measure starts of `kzt`, few events and many, beside the least that could be.

usage: python benchmarks/start.py [--runs N] [--events N] [--before CHECKOUT]

`kzt` on the screen runs beside the smallest Textual program, its commands beside an empty
Typer command, a first reading beside PyYAML's C parser on the same file. What is compared
takes turns; printed are medians of the ratios of neighboring runs, by the processor time
computed and by the clock, and the medians themselves. With another checkout (which has an
environment in `.venv`), its `kzt` takes turns with this one.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generate import generate
from screen import BIN, FIRST_YEAR, HELLO, LONGEST, whole_process
from terminal import Stamp, Terminal

TYPER = """\
import typer
app = typer.Typer()
@app.command()
def hello() -> None:
    print("hello")
app()
"""
PARSER = """\
import sys, yaml
with open(sys.argv[1], "rb") as stream:
    yaml.compose(stream, Loader=yaml.CSafeLoader)
"""
QUIET, QUIET_WITH_MANY = 1, 4
"""Seconds in which a program that is silent has come to rest."""
Measure = Callable[[], Stamp]


class Starts:
    """Programs to start, each with a home in a folder; only the cache outlives a run."""

    def __init__(self, folder: Path, events: int) -> None:
        self._folder = folder
        for name, script in (("hello", HELLO), ("typer", TYPER), ("parser", PARSER)):
            (folder / f"least_{name}.py").write_text(script)
        self.many = folder / "many.yaml"
        generate(events, self.many)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

    def script(self, name: str) -> tuple[str | Path, ...]:
        """Return the command that runs one of the small programs."""
        return sys.executable, self._folder / f"least_{name}.py"

    @contextmanager
    def _program(self, *command: str | Path):  # type: ignore[no-untyped-def]
        with tempfile.TemporaryDirectory() as home:
            folders = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "DATA", "STATE")}
            look = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": home}
            terminal = Terminal([*map(str, command)], {**os.environ, **folders, **look})
            try:
                yield terminal
            finally:
                with suppress(ProcessLookupError):
                    terminal.close()

    def again(self, *command: str | Path, many: bool = False) -> Stamp:
        """Return the same where the program was left before, by its key, with the same home."""
        home = self._folder / ("home_of_many" if many else "home")
        folders = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "DATA", "STATE")}
        look = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)}
        timeline = {"KZT_TIMELINE": str(self.many)} if many else {}
        terminal = Terminal([*map(str, command)], {**os.environ, **folders, **look, **timeline})
        try:
            stamp = terminal.wait_for(FIRST_YEAR, LONGEST).since(terminal.started)
            terminal.settle(QUIET_WITH_MANY if many else QUIET)
            terminal.send("q")
            terminal.wait_for_end(LONGEST)
            return stamp
        finally:
            terminal.close()

    def paint(self, text: str, *command: str | Path) -> Stamp:
        """Return what passes from the start of a program until it shows `text`."""
        with self._program(*command) as terminal:
            return terminal.wait_for(text, LONGEST).since(terminal.started)

    def answer(self, *command: str | Path) -> Stamp:
        """Return what passes from the start until a key at the first paint is answered."""
        with self._program(*command) as terminal:
            terminal.wait_for(FIRST_YEAR, LONGEST)
            terminal.send("j")
            return terminal.first_answer().since(terminal.started)

    def memory(self, *command: str | Path) -> float:
        """Return the private megabytes of a program that has come to rest."""
        with self._program(*command) as terminal:
            terminal.wait_for(FIRST_YEAR, LONGEST)
            terminal.settle(3)
            return terminal.private_megabytes()


def ratios(label: str, runs: int, **measures: Measure) -> None:
    """Print how the first of some measures stands to the others that take turns with it."""
    rounds = [[measure() for measure in measures.values()] for _ in range(runs)]
    own, *others = (list(times) for times in zip(*rounds, strict=True))
    print(f"{label:<44} {_medians(own)}", flush=True)
    for name, times in zip(list(measures)[1:], others, strict=True):
        computed = statistics.median(
            a.computed / b.computed for a, b in zip(own, times, strict=True)
        )
        clock = statistics.median(a.clock / b.clock for a, b in zip(own, times, strict=True))
        to = f"  to {name.replace('_', ' ')}"
        print(
            f"{to:<44} {_medians(times)}   {computed:5.2f} x, {clock:5.2f} x by the clock",
            flush=True,
        )


def _medians(times: Sequence[Stamp]) -> str:
    computed = statistics.median(time.computed for time in times)
    clock = statistics.median(time.clock for time in times)
    return f"{computed:8.0f} ms computed, {clock:8.0f} by the clock"


def measure(starts: Starts, runs: int, events: int, before: Path | None) -> None:
    """Measure everything, in turn with an older `kzt` where there is one."""
    kzt = BIN / "kzt"
    programs = list(filter(None, (kzt, before)))
    many = ("--timeline", starts.many)

    def beside(measured: Callable[..., Stamp], *arguments: str | Path) -> dict[str, Measure]:
        older = {"before": lambda: measured(before, *arguments)} if before else {}
        return {"kzt": lambda: measured(kzt, *arguments), **older}

    def shown(program: str | Path, *arguments: str | Path) -> Stamp:
        return starts.paint(FIRST_YEAR, program, *arguments)

    hello = {"Textual_hello": lambda: starts.paint("hello, terminal", *starts.script("hello"))}
    typer = {"an_empty_Typer_command": lambda: whole_process(*starts.script("typer"))}
    parser = {"PyYAML_s_C_parser": lambda: whole_process(*starts.script("parser"), starts.many)}
    reading = ("--timeline", starts.many, "show", "event-1")
    for program in programs:
        whole_process(program, "list")
    # An older program's kept forms are swept by whatever this one keeps: it comes last.
    ratios(f"{events:,} events, first reading", 1, **beside(whole_process, *reading), **parser)
    ratios("first content, nothing of the reader's kept", runs, **beside(shown), **hello)
    for program in programs * 2:
        starts.again(program)
    ratios("first content, second start on", runs, **beside(starts.again), **hello)
    ratios("first key answered", runs, **beside(starts.answer), **hello)
    ratios(f"{events:,} events, first content", runs, **beside(shown, *many), **hello)

    def again(program: str | Path) -> Stamp:
        return starts.again(program, many=True)

    for program in programs * 2:
        again(program)
    ratios(f"{events:,} events, second start on", runs, **beside(again), **hello)
    for command in ("list in:2012", "show osce-chairmanship-2010", "export"):
        ratios(f"kzt {command}", runs, **beside(whole_process, *command.split()), **typer)
    ratios(f"{events:,} events, kzt show", runs, **beside(whole_process, *reading), **typer)
    for label, arguments in (("built in", ()), (f"{events:,} events", many)):
        sizes = [f"{starts.memory(each, *arguments):.0f}" for each in programs]
        print(f"private memory, {label}: {' MB, before '.join(sizes)} MB", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time the starts of kzt.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--before", type=Path, help="a checkout with an environment in .venv")
    arguments = parser.parse_args()
    before = arguments.before and arguments.before / ".venv" / "bin" / "kzt"
    with tempfile.TemporaryDirectory(prefix="kzt-benchmark-") as folder:
        measure(Starts(Path(folder), arguments.events), arguments.runs, arguments.events, before)


if __name__ == "__main__":
    main()
