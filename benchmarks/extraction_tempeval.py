"""Scores the extractor by the rules of TempEval-3 (UzZaman et al. 2013), task A.

Usage: python benchmarks/extraction_tempeval.py FOLDER...

Every TIMEX3 counts, whatever its type: dates, times, durations, sets, "now" and "recently". A
span is found if anything overlaps it; its value is right only if it is written the same. The
score is the F1 of the spans times the share of right values among the spans found. The rows
show what a reader would score who takes all that is found, who leaves out ages, which
annotators of newswire do not mark, and who asks for places in the calendar alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from extraction_texts import Document, corpus, is_calendar

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction.mentions import Timex, timexes

_ROWS: dict[str, tuple[Callable[[Timex], bool], Callable[[Timex], bool]]] = {
    "all types": (lambda _: True, lambda _: True),
    "all types, ages left out": (lambda _: True, lambda found: found.rule != "age"),
    "dates alone": (
        lambda gold: is_calendar(gold.value),
        lambda found: is_calendar(found.value),
    ),
}


def overlaps(one: Timex, others: list[Timex]) -> Timex | None:
    """Return the first of others that overlaps; None where none does."""
    return next((each for each in others if each.start < one.end and one.start < each.end), None)


def row(
    documents: list[Document], wanted: Callable[[Timex], bool], kept: Callable[[Timex], bool]
) -> str:
    """Return precision, recall and F1 of the spans, the share of right values, and the score."""
    sizes, hits, right = [0, 0], [0, 0], 0
    for document in documents:
        gold = [timex for timex in document.gold if wanted(timex)]
        found = [t for t in timexes(document.text, parse(document.created)) if kept(t)]
        sizes = [sizes[0] + len(found), sizes[1] + len(gold)]
        pairs = [(timex, overlaps(timex, found)) for timex in gold]
        hits[0] += sum(overlaps(timex, gold) is not None for timex in found)
        hits[1] += sum(other is not None for _, other in pairs)
        right += sum(other is not None and other.value == timex.value for timex, other in pairs)
    precision, recall = hits[0] / max(sizes[0], 1), hits[1] / max(sizes[1], 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    values = right / max(hits[1], 1)
    return "".join(f" {each:.3f} |" for each in (precision, recall, f1, values, f1 * values))


def main() -> int:
    """Print a table for each folder."""
    if not sys.argv[1:]:
        print("name one or more folders of TimeML files", file=sys.stderr)
        return 2
    for folder in map(Path, sys.argv[1:]):
        documents = corpus(folder)
        if not documents:
            print(f"{folder}: no *.tml files", file=sys.stderr)
            return 2
        print(f"\n| {folder.name}, {len(documents)} | P | R | F1 | values | score |")
        print(f"|{'---|' * 6}")
        for name, (wanted, kept) in _ROWS.items():
            print(f"| {name} |{row(documents, wanted, kept)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
