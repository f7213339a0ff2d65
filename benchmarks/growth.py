"""Measure how what `kzt` takes grows with the number of events, and draw it as a chart of text.

usage: python benchmarks/growth.py [--runs N] [--most N]

Everything is measured by the processor time, that of processes it starts among it, which a
busy machine changes least, on timelines of 100, 1,000, ... events; each figure is the least
of some runs.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generate import generate

WIDTH = 40
STEP = 10


def figures(path: Path, runs: int) -> Iterator[tuple[str, float]]:
    """Yield what is done with a timeline, and the milliseconds that it takes."""
    from kztimeline.loading.cache import load_timeline
    from kztimeline.query import parse_query
    from kztimeline.session.state.kept_index import prepared_index_of

    yield "first reading and check", taken(lambda: load_timeline(path), 1)
    whole = load_timeline(path)
    yield "index laid out and kept", taken(lambda: prepared_index_of(whole), 1)
    yield "timeline read back", taken(lambda: load_timeline(path), runs)
    yield "index read back", taken(lambda: prepared_index_of(whole), runs)
    for text in ("e", "president", "in:2012"):
        query = parse_query(text, whole)
        index = [prepared_index_of(whole) for _ in range(runs)]
        yield f"query {text}", taken(lambda i=index, q=query: i.pop().run(q), runs)


def taken(do: Callable[[], object], runs: int) -> float:
    """Return the least milliseconds of processor time that something takes."""
    times = []
    for _ in range(runs):
        before = computed()
        do()
        times.append(computed() - before)
    return min(times) * 1000


def computed() -> float:
    """Return the seconds of processor time so far, with those of processes that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def chart(found: dict[str, list[tuple[int, float]]]) -> Iterator[str]:
    """Yield the lines of a chart: a bar for each number of events, as long as the logarithm."""
    most = math.log10(max(value for values in found.values() for _, value in values) + 1)
    for label, values in found.items():
        yield label
        for events, value in values:
            bar = "█" * max(1, round(math.log10(value + 1) / most * WIDTH))
            yield f"{events:>9,} {bar} {value:,.1f} ms"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How kzt grows with the number of events.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--most", type=int, default=100_000)
    options = parser.parse_args()
    found: dict[str, list[tuple[int, float]]] = {}
    with tempfile.TemporaryDirectory(prefix="kzt-growth-") as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        events = 100
        while events <= options.most:
            path = Path(folder, f"{events}.yaml")
            generate(events, path)
            for label, value in figures(path, options.runs):
                found.setdefault(label, []).append((events, value))
            events *= STEP
    print("\n".join(chart(found)))


if __name__ == "__main__":
    main()
