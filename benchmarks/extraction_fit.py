"""Fits the weights of the evidence to annotated texts and writes them into their module.

Usage: python benchmarks/extraction_fit.py [FOLDER...] [--dry-run] [--add] [--worth]

With --add only evidence that has no weight yet is fitted; the weights in use stay as they
are, so that a new kind of evidence does not change what the texts told of the others.
With --worth nothing is fitted: what each weight is worth is counted and written into
worth.md beside this script, between the lines that mark its table.

Each folder holds TimeML files (*.tml); WikiWars documents held out are left out, and so
must be the reader's own. The samples marked as tuning beside this script are always
read. Every mention that had candidates, one of which the annotators agree with, is a
case; a conditional logit (McFadden 1974) is fitted to all of them, with a penalty on
large weights. Texts are read twice: with what the annotators say of the dates before a
mention in mind, and with what was made of them. The calibration comes from five parts,
each weighed with what was fitted to the other four; which evidence is kept is decided
by all.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extraction_logit import Case, calibrate, fit, likelihoods, supported
from extraction_texts import (
    TUNING,
    Document,
    agree,
    corpus,
    overlapping,
    read_samples,
    samples,
    tells_date,
)

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction.mentions import timexes, understand
from kztimeline.documents.extraction.weighing import weights
from kztimeline.documents.extraction.weighing.choosing import choose
from kztimeline.documents.extraction.weighing.context import Context
from kztimeline.documents.extraction.weighing.questions import Choice, Question

_ROUNDS = 2
_PARTS = 5
_PAGE = Path(__file__).parent / "worth.md"
_TABLE_BEGINS = "<!-- worth of the evidence, written by extraction_fit.py --worth -->"
_TABLE_ENDS = "<!-- end of the worth of the evidence -->"
_TEMPLATE = '''"""What each piece of evidence is worth, fitted by `benchmarks/extraction_fit.py`.

A weight is the logarithm of how much likelier its evidence makes a candidate. What has
weight 0 is not listed.
"""

# The likeliest candidate is the answer if it is at least so likely; else there is none.
CLEAR = {clear}
# Slope and shift that turn the logit of a likelihood into that of the share of right
# answers in texts not fitted to.
CALIBRATION = ({slope:.2f}, {shift:.2f})
# How often mentions that needed no weighing were right, by how they were resolved; of
# those without a date, how often they were temporal expressions at all.
RELIABILITY = {reliability}
WEIGHTS = {{
{lines}
}}
'''


def cases(documents: list[Document], tells: bool) -> list[Case]:
    """Return the cases of documents, in mind what was right before each or what was read."""
    found: list[Case] = []
    for number, document in enumerate(documents):
        teacher = _Teacher(document, number % _PARTS, tells, found)
        list(understand(document.text, parse(document.created), teacher.choose))
    return found


@dataclass(slots=True)
class _Teacher:
    """Chooses what the annotators say, and keeps what there was to choose from."""

    document: Document
    part: int
    tells: bool
    found: list[Case]

    def choose(self, question: Question, context: Context) -> Choice:
        choice = choose(question, context)
        gold = self._gold(question.phrase.start, question.phrase.end)
        right = [
            at
            for at, one in enumerate(choice.weighed)
            if gold and agree(one.candidate.moment.timex, gold)
        ]
        if not right:
            return choice
        if len(choice.weighed) > 1:
            evidence = [one.evidence for one in choice.weighed]
            self.found.append(Case(evidence, right[0], self.part))
        if not self.tells:
            return choice
        best = replace(choice.weighed[right[0]], likelihood=1.0)
        return replace(choice, weighed=(best,))

    def _gold(self, start: int, end: int) -> str | None:
        values = [t.value for t in self.document.gold if t.start < end and t.end > start]
        return values[-1].partition("T")[0] if values else None


def read_all(folders: list[Path], tells: bool) -> list[Case]:
    """Return the cases of all folders and of the own samples."""
    found = cases([each for name in TUNING for each in samples(name)], tells)
    for folder in folders:
        found += cases(corpus(folder), tells)
    return found


def table_of_worth(chosen: list[Case], worth: dict[str, float]) -> Iterator[str]:
    """Say of each evidence its weight, in how many cases it tells, and what goes without it."""
    right = sum(right for _, right in likelihoods(chosen, worth))
    yield f"Of {len(chosen)} cases, {right} are right."
    yield ""
    yield "| evidence | weight | cases | right answers lost without it |"
    yield "|---|---|---|---|"
    for name, value in sorted(worth.items(), key=lambda item: -abs(item[1])):
        tells = sum(len({one.get(name, 0.0) for one in case.evidence}) > 1 for case in chosen)
        without = {other: weight for other, weight in worth.items() if other != name}
        lost = right - sum(good for _, good in likelihoods(chosen, without))
        yield f"| {name} | {value:+.2f} | {tells} | {lost} |"


def write_worth(table: str) -> None:
    """Write the table between its marks in its page."""
    before, _, rest = _PAGE.read_text(encoding="utf-8").partition(_TABLE_BEGINS)
    _, mark, after = rest.partition(_TABLE_ENDS)
    if not mark:
        raise SystemExit(f"{_PAGE}: no lines {_TABLE_BEGINS} and {_TABLE_ENDS} for the table")
    text = f"{before}{_TABLE_BEGINS}\n{table}\n{_TABLE_ENDS}{after}"
    _PAGE.write_text(text, encoding="utf-8")


def reliability(folders: list[Path]) -> dict[str, float]:
    """Return how often mentions that needed no weighing agree with the annotators, by way.

    So do all own samples whose errors are read. They mark nothing but dates, so they say nothing of
    what has none. Where
    annotators left open which week or quarter it was, or saw a length of time, they say nothing
    of whether the date is right.
    """
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    own = [(each, True) for name in read_samples() for each in samples(name)]
    documents = own + [(each, False) for folder in folders for each in corpus(folder)]
    for document, dates_only in documents:
        found = list(timexes(document.text, parse(document.created)))
        annotated = {timex: gold for gold, timex in overlapping(document.gold, found)}
        for timex in found:
            gold = annotated.get(timex)
            if dates_only and timex.way == "undated":
                continue
            if gold and timex.way != "undated" and not tells_date(gold.value):
                continue
            agrees = gold and (timex.way == "undated" or agree(gold.value, timex.value))
            counts[timex.way][bool(agrees)] += 1
    counts.pop("weighed", None)
    return {
        way: round(right / (right + wrong), 2) for way, (wrong, right) in sorted(counts.items())
    }


def main() -> int:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--dry-run", action="store_true", help="print, do not write")
    parser.add_argument("--worth", action="store_true", help="fit nothing; write the table")
    parser.add_argument("--add", action="store_true", help="fit only evidence without a weight")
    options = parser.parse_args()
    fixed = dict(weights.WEIGHTS) if options.add else {}
    if options.worth:
        chosen = read_all(options.folders, tells=True) + read_all(options.folders, tells=False)
        table = "\n".join(table_of_worth(chosen, weights.WEIGHTS))
        if options.dry_run:
            print(table)
        else:
            write_worth(table)
        return 0
    chosen = read_all(options.folders, tells=True)
    for _ in range(_ROUNDS):
        weights.WEIGHTS.clear()
        weights.WEIGHTS.update(fit(chosen, fixed=fixed))
        chosen = read_all(options.folders, tells=True) + read_all(options.folders, tells=False)
    worth = supported(chosen, fixed)
    right = [right for _, right in likelihoods(chosen, worth)]
    print(f"{sum(right)} of {len(right)} right", file=sys.stderr)
    left_out: list[tuple[float, bool]] = []
    for part in range(_PARTS):
        fitted = fit([case for case in chosen if case.part != part], worth, fixed)
        left_out += likelihoods([case for case in chosen if case.part == part], fitted)
    slope, shift = calibrate(left_out)
    share = sum(right for _, right in left_out) / len(left_out)
    print(f"in parts not fitted to: {share:.3f} right", file=sys.stderr)
    lines = "\n".join(f'    "{name}": {value:.2f},' for name, value in sorted(worth.items()))
    text = _TEMPLATE.format(
        clear=weights.CLEAR,
        slope=slope,
        shift=shift,
        reliability=json.dumps(reliability(options.folders)),
        lines=lines,
    )
    if options.dry_run:
        print(text)
    else:
        Path(weights.__file__).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
