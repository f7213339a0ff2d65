"""Scores the extractor on a TIMEX3-annotated corpus, beside dateparser's search_dates.

Usage: python benchmarks/extraction.py CORPUS_FOLDER [--held-out] [--ours] [--confidence] [--errors]

The folder holds TimeML files (*.tml). Each document's creation time is given to the
extractor as publication date. Of WikiWars (Mazur and Dale 2010), whose files begin
with a number, the tuning documents are scored unless --held-out asks for those that
no rule was fitted to; of another corpus, such as a part of TempEval-3 (UzZaman et al.
2013), every document is scored.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extraction_texts import Document, agree, corpus, is_calendar, overlapping, samples

from kztimeline.dates import parse
from kztimeline.extraction.mentions import Timex, timexes

_PERIODS = {"day": "%Y-%m-%d", "time": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}
_BEST_SETTINGS = {
    "PREFER_DATES_FROM": "past",
    "REQUIRE_PARTS": ["year"],
    "PARSERS": ["absolute-time"],
}


@dataclass(slots=True)
class Score:
    """Counts over documents, and the measures they give."""

    gold: int = 0
    found: int = 0
    overlap: int = 0
    exact: int = 0
    right_value: int = 0
    gold_dates: int = 0
    found_dates: int = 0
    right_dates: int = 0
    seconds: float = 0.0
    documents: int = 0

    def add(self, gold: list[Timex], found: list[Timex], seconds: float) -> None:
        """Count one document."""
        pairs = overlapping(gold, found)
        self.gold += len(gold)
        self.found += len(found)
        self.overlap += len(pairs)
        self.exact += sum((g.start, g.end) == (f.start, f.end) for g, f in pairs)
        self.right_value += sum(agree(g.value, f.value) for g, f in pairs)
        self.gold_dates += sum(is_calendar(timex.value) for timex in gold)
        self.found_dates += sum(is_calendar(timex.value) for timex in found)
        self.right_dates += sum(is_calendar(g.value) and agree(g.value, f.value) for g, f in pairs)
        self.seconds += seconds
        self.documents += 1

    def row(self, name: str) -> str:
        """Write the measures as a line of a table."""
        measures = (
            f1(self.overlap, self.found, self.gold),
            f1(self.exact, self.found, self.gold),
            self.right_value / max(self.overlap, 1),
            self.right_dates / max(self.found_dates, 1),
            self.right_dates / max(self.gold_dates, 1),
            f1(self.right_dates, self.found_dates, self.gold_dates),
        )
        cells = "".join(f"{measure:10.3f}" for measure in measures)
        return f"{name:32}{cells}{self.seconds / max(self.documents, 1):10.3f}"


HEADING = f"{'':32}" + "".join(
    f"{title:>10}"
    for title in ("overlap", "exact", "value acc", "date P", "date R", "date F1", "s/doc")
)


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 0.0


def ours(document: Document) -> list[Timex]:
    """Run the extractor."""
    return list(timexes(document.text, parse(document.created)))


def search_dates_at_defaults(document: Document) -> list[Timex]:
    """Run search_dates with nothing but the text."""
    return _search(document.text)


def search_dates_at_best(document: Document) -> list[Timex]:
    """Run search_dates with the settings that score best on the tuning documents."""
    base = dt.datetime.fromisoformat(document.created)
    return _search(
        document.text, languages=["en"], settings={**_BEST_SETTINGS, "RELATIVE_BASE": base}
    )


def _search(text: str, **options: Any) -> list[Timex]:
    from dateparser.search import search_dates

    found, position = [], 0
    for phrase, moment, period in search_dates(text, add_period=True, **options) or []:
        start = text.find(phrase, position)
        if start >= 0:
            position = start + len(phrase)
            value = moment.strftime(_PERIODS.get(period or "day", "%Y-%m-%d"))
            found.append(Timex(start, position, value))
    return found


SYSTEMS: dict[str, Callable[[Document], list[Timex]]] = {
    "search_dates, defaults": search_dates_at_defaults,
    "search_dates, best settings": search_dates_at_best,
    "kzt extract": ours,
}


def score(system: Callable[[Document], list[Timex]], documents: Iterable[Document]) -> Score:
    """Run a system over documents."""
    total = Score()
    for document in documents:
        start = time.process_time()
        found = system(document)
        total.add(document.gold, found, time.process_time() - start)
    return total


def errors(documents: Iterable[Document]) -> None:
    """Print what the extractor misses, adds and misreads."""
    for document in documents:
        found = ours(document)
        pairs = overlapping(document.gold, found)
        right = {annotated for annotated, _ in pairs}
        matched = {timex for _, timex in pairs}
        for annotated, timex in pairs:
            if not agree(annotated.value, timex.value):
                _print_error("VALUE", document, annotated, f"{timex.value} by {timex.rule}")
        for annotated in document.gold:
            if annotated not in right:
                _print_error("MISSED", document, annotated, "")
        for timex in found:
            if timex not in matched:
                _print_error("ADDED", document, timex, timex.rule)


def _print_error(title: str, document: Document, timex: Timex, note: str) -> None:
    before = document.text[max(0, timex.start - 60) : timex.start]
    phrase, after = document.text[timex.start : timex.end], document.text[timex.end :][:30]
    context = f"{before}[{phrase}]{after}".replace("\n", "/")
    print(f"{title:7}{document.name[:2]} {timex.value:12} {note:28} {context}")


def main() -> int:
    """Score the systems side by side."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", help="folder of TimeML files (*.tml), or the name of own samples")
    parser.add_argument("--held-out", action="store_true", help="the documents never tuned on")
    parser.add_argument("--errors", action="store_true", help="print what is wrong, no scores")
    parser.add_argument("--ours", action="store_true", help="leave search_dates out")
    options = parser.parse_args()
    folder = Path(options.corpus)
    documents = corpus(folder, options.held_out) if folder.is_dir() else samples(options.corpus)
    if not documents:
        print(f"{options.corpus}: no *.tml documents here; give the corpus folder", file=sys.stderr)
        return 2
    if options.errors:
        errors(documents)
        return 0
    print(f"{len(documents)} documents of {folder.name}")
    print(HEADING)
    for name, system in SYSTEMS.items():
        if system is ours or not options.ours:
            result = score(system, documents)
            print(result.row(name), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
