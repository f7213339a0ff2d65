"""Scores the extractor on annotated texts, beside other extractors and an older state of itself.

Usage: python benchmarks/extraction.py [TEXTS...] [--before CHECKOUT] [--rivals] [--reliability]
                                       [--errors] [--held-out]

TEXTS are folders of TimeML files (*.tml) or names of own samples: "tuning_texts",
"tuning_news_texts", "tuning_phrases", and the same held back: "held_back_texts", ...;
left out, those held back.
A document's creation time is given to the extractor as publication date. Of WikiWars
(Mazur and Dale 2010), whose files begin with a number, the tuning documents are scored
unless --held-out asks for those that nothing was fitted to. `--before` names another
checkout of this project, whose extractor is scored too. Tables are Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from extraction_rivals import System, rivals
from extraction_texts import (
    HELD_BACK,
    SAMPLES,
    Document,
    agree,
    corpus,
    is_calendar,
    overlapping,
    samples,
)

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction.mentions import Timex, timexes, understand

_BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
_OWN_YEAR = re.compile(r"\d{4}|['’]\d\d\b|BC")
_OTHER_STATE = """
import dataclasses, json, sys, time
from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction.mentions import timexes
for text, created in json.load(sys.stdin):
    start = time.process_time()
    found = [[t.start, t.end, t.value] for t in timexes(text, parse(created))]
    print(json.dumps([found, time.process_time() - start]))
"""


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
    context: int = 0
    right_context: int = 0
    whole: int = 0
    seconds: float = 0.0
    documents: int = 0

    def add(self, document: Document, found: list[Timex], seconds: float) -> None:
        """Count one document."""
        gold = document.gold
        pairs = overlapping(gold, found)
        right = [g for g, f in pairs if agree(g.value, f.value)]
        dates = [timex for timex in gold if is_calendar(timex.value)]
        bare = [t for t in dates if not _OWN_YEAR.search(document.text[t.start : t.end])]
        self.gold += len(gold)
        self.found += len(found)
        self.overlap += len(pairs)
        self.exact += sum((g.start, g.end) == (f.start, f.end) for g, f in pairs)
        self.right_value += len(right)
        self.gold_dates += len(dates)
        found_dates = [timex for timex in found if is_calendar(timex.value)]
        self.found_dates += len(found_dates)
        right_dates = [timex for timex in right if is_calendar(timex.value)]
        self.right_dates += len(right_dates)
        self.context += len(bare)
        self.right_context += sum(timex in bare for timex in right_dates)
        self.whole += len(dates) == len(right_dates) == len(found_dates)
        self.seconds += seconds
        self.documents += 1

    def row(self, name: str) -> str:
        """Write the measures as a line of a table."""
        measures = (
            f1(self.overlap, self.found, self.gold),
            self.right_dates / max(self.found_dates, 1),
            self.right_dates / max(self.gold_dates, 1),
            f1(self.right_dates, self.found_dates, self.gold_dates),
            self.right_context / max(self.context, 1),
            self.whole / max(self.documents, 1),
        )
        cells = "".join(f" {measure:.3f} |" for measure in measures)
        return f"| {name} |{cells} {self.seconds / max(self.documents, 1):.3f} |"


COLUMNS = ("overlap", "date P", "date R", "date F1", "context", "whole", "s/doc")


def f1(right: int, found: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 0.0


def ours(document: Document) -> list[Timex]:
    """Run the extractor."""
    return list(timexes(document.text, parse(document.created)))


def score(system: System, documents: Iterable[Document]) -> Score:
    """Run a system over documents."""
    total = Score()
    for document in documents:
        start = time.process_time()
        found = system(document)
        total.add(document, found, time.process_time() - start)
    return total


def score_other_state(checkout: Path, documents: list[Document]) -> Score:
    """Run the extractor of another checkout over documents, in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", _OTHER_STATE],
        input=json.dumps([[document.text, document.created] for document in documents]),
        capture_output=True,
        text=True,
        check=True,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout.resolve())},
    )
    total = Score()
    for document, line in zip(documents, run.stdout.splitlines(), strict=True):
        found, seconds = json.loads(line)
        total.add(document, [Timex(*each) for each in found], seconds)
    return total


def print_scores(name: str, documents: list[Document], options: argparse.Namespace) -> None:
    """Print a table of the systems side by side."""
    rows: dict[str, Callable[[], Score]] = {}
    if options.rivals:
        for title, system in rivals().items():
            rows[title] = lambda system=system: score(system, documents)  # type: ignore[misc]
    if options.before:
        rows["kzt extract, before"] = lambda: score_other_state(options.before, documents)
    rows["kzt extract"] = lambda: score(ours, documents)
    print(f"\n| {name}, {len(documents)} | {' | '.join(COLUMNS)} |\n|{'---|' * 8}")
    for title, run in rows.items():
        print(run().row(title), flush=True)


def print_reliability(documents: Iterable[Document]) -> None:
    """Print how often dates were right, by how sure they were said to be."""
    counts = {low: [0, 0, 0.0] for low in _BINS[:-1]}
    doubtful = [0, 0]
    for document in documents:
        items = list(understand(document.text, parse(document.created)))
        found = [(timex, item) for item in items for timex in _timexes(item)]
        annotated = {
            timex: gold for gold, timex in overlapping(document.gold, [t for t, _ in found])
        }
        for timex, item in found:
            gold = annotated.get(timex)
            if gold is None or not is_calendar(gold.value):
                continue
            right = agree(gold.value.partition("T")[0], timex.value)
            if not is_calendar(timex.value):
                doubtful[right] += item.choice is not None
                continue
            low = max(low for low in counts if low <= item.confidence)
            counts[low][0] += 1
            counts[low][1] += right
            counts[low][2] += item.confidence
    print("\n| said | dates | said on average | right |\n|---|---|---|---|")
    for (low, (number, right, said)), high in zip(counts.items(), _BINS[1:], strict=True):
        if number:
            span = f"{low:.2f} to {min(high, 1):.2f}"
            print(f"| {span} | {number} | {said / number:.2f} | {right / number:.2f} |")
    print(f"\n{sum(doubtful)} more had candidates and were left without a year.")


def _timexes(item) -> list[Timex]:  # type: ignore[no-untyped-def]
    moments = item.reading.moments
    value = item.reading.timex or (moments[0].timex if moments else "")
    if item.reading.kind == "range":
        return []
    return [Timex(item.phrase.start, item.phrase.end, value)]


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
    parser.add_argument("texts", nargs="*", help="folders of TimeML files, or own samples")
    parser.add_argument("--before", type=Path, help="another checkout to score beside this one")
    parser.add_argument("--rivals", action="store_true", help="score other extractors too")
    parser.add_argument("--reliability", action="store_true", help="said and found certainty")
    parser.add_argument("--errors", action="store_true", help="print what is wrong, no scores")
    parser.add_argument("--held-out", action="store_true", help="WikiWars never tuned on")
    options = parser.parse_args()
    everything: list[Document] = []
    for name in options.texts or HELD_BACK:
        own = (SAMPLES / f"{name}.txt").exists()
        documents = samples(name) if own else corpus(Path(name), options.held_out)
        if not documents:
            print(f"{name}: neither a folder with *.tml nor own samples", file=sys.stderr)
            return 2
        everything += documents
        if not options.errors:
            print_scores(Path(name).name.replace("_", " "), documents, options)
    if options.errors:
        errors(everything)
    if options.reliability:
        print_reliability(everything)
    return 0


if __name__ == "__main__":
    sys.exit(main())
