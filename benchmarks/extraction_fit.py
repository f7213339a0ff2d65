"""Fits the weights of the evidence to annotated texts and writes them into their module.

Usage: python benchmarks/extraction_fit.py [FOLDER...] [--dry-run] [--worth]

With --worth nothing is fitted: what each weight is worth is counted and written into
the README beside this script, between the lines that mark its table.

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
import math
import operator
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extraction_texts import Document, agree, corpus, overlapping, samples

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction.mentions import timexes, understand
from kztimeline.documents.extraction.weighing import weights
from kztimeline.documents.extraction.weighing.choosing import choose, softmax
from kztimeline.documents.extraction.weighing.context import Context
from kztimeline.documents.extraction.weighing.questions import Choice, Question

_ROUNDS = 2
_STEPS = 12
_PENALTY = 1.0
_PARTS = 5
_RAREST = 3
_SMALL_STEP = 0.01
_LEAST_SUPPORT = 1.5
_README = Path(__file__).parent / "README.md"
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


@dataclass(frozen=True, slots=True)
class Case:
    """A mention: the evidence of each candidate, and which is right."""

    evidence: list[dict[str, float]]
    right: int
    part: int


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


def supported(chosen: list[Case]) -> dict[str, float]:
    """Fit the weights; evidence that the cases do not support is left out, the least first.

    A weight is supported if it is so many standard errors away from nothing: fewer and
    more were tried, and told less of texts not fitted to, or took more weights for it.
    """
    names, worth = named(chosen), dict[str, float]()
    while True:
        worth, variance = _fitted(chosen, names, worth)
        support = {name: abs(worth[name]) / math.sqrt(variance[name]) for name in names}
        weak = sorted(
            (name for name in names if support[name] < _LEAST_SUPPORT), key=support.__getitem__
        )
        if not weak:
            return worth
        dropped = set(weak[: (len(weak) + 1) // 2])
        names = [name for name in names if name not in dropped]


def named(chosen: list[Case]) -> list[str]:
    """Return the evidence that cases have, without what is rarest."""
    counts = Counter(name for case in chosen for one in case.evidence for name in one)
    return [name for name, count in counts.items() if count >= _RAREST]


def fit(chosen: list[Case], names: Collection[str] | None = None) -> dict[str, float]:
    """Fit the weights of the evidence named, or of all that cases have."""
    return _fitted(chosen, list(names or named(chosen)), {})[0]


def _fitted(
    chosen: list[Case], names: list[str], begin: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Fit the named weights by Newton's method; return them and their variances."""
    place = {name: at for at, name in enumerate(names)}
    rows = [
        [[(place[n], v) for n, v in one.items() if n in place] for one in case.evidence]
        for case in chosen
    ]
    worth = [begin.get(name, 0.0) for name in names]
    inverse: list[list[float]] = []
    for _ in range(_STEPS):
        slopes, curve = _derivatives(chosen, rows, worth)
        inverse = _inverse(curve)
        step = [sum(map(operator.mul, line, slopes)) for line in inverse]
        worth = [value - change for value, change in zip(worth, step, strict=True)]
        if max(map(abs, step)) < _SMALL_STEP:
            break
    variance = {name: inverse[at][at] for name, at in place.items()}
    return dict(zip(names, worth, strict=True)), variance


def _derivatives(
    chosen: list[Case], rows: list[list[list[tuple[int, float]]]], worth: list[float]
) -> tuple[list[float], list[list[float]]]:
    """Return the slope of what is to be made small, and its curvature."""
    size = len(worth)
    slopes = [_PENALTY * value for value in worth]
    curve = [[_PENALTY * (row == column) for column in range(size)] for row in range(size)]
    for case, candidates in zip(chosen, rows, strict=True):
        shares = softmax([sum(worth[at] * v for at, v in one) for one in candidates])
        mean: dict[int, float] = defaultdict(float)
        for one, share in zip(candidates, shares, strict=True):
            for at, value in one:
                mean[at] += share * value
        for at, value in mean.items():
            slopes[at] += value
        for at, value in candidates[case.right]:
            slopes[at] -= value
        for one, share in zip(candidates, shares, strict=True):
            apart = {at: -value for at, value in mean.items()}
            for at, value in one:
                apart[at] += value
            for row, first in apart.items():
                line, scaled = curve[row], share * first
                for column, second in apart.items():
                    line[column] += scaled * second
    return slopes, curve


def _inverse(matrix: list[list[float]]) -> list[list[float]]:
    """Return the inverse of a positive definite matrix, by elimination."""
    size = len(matrix)
    lines = [[*row, *(float(at == own) for own in range(size))] for at, row in enumerate(matrix)]
    for at in range(size):
        pivot = lines[at][at]
        own = lines[at] = [value / pivot for value in lines[at]]
        for other in range(size):
            factor = lines[other][at]
            if other != at and factor:
                lines[other] = [b - factor * a for a, b in zip(own, lines[other], strict=True)]
    return [line[size:] for line in lines]


def likelihoods(chosen: list[Case], worth: dict[str, float]) -> list[tuple[float, bool]]:
    """Return for each case how likely its best candidate is, and whether it is right."""
    results = []
    for case in chosen:
        scores = [sum(worth.get(n, 0.0) * v for n, v in one.items()) for one in case.evidence]
        shares = softmax(scores)
        best = max(range(len(shares)), key=shares.__getitem__)
        results.append((shares[best], best == case.right))
    return results


def calibrate(results: list[tuple[float, bool]]) -> tuple[float, float]:
    """Fit slope and shift of a logistic curve from likelihood to being right (Platt 1999)."""
    slope, shift = 1.0, 0.0
    logits = [(math.log(p / (1 - p)), right) for p, right in results if 0 < p < 1]
    for _ in range(2000):
        by_slope = by_shift = 0.0
        for logit, right in logits:
            error = 1 / (1 + math.exp(-(slope * logit + shift))) - right
            by_slope += error * logit
            by_shift += error
        slope -= 0.5 * by_slope / len(logits)
        shift -= 0.5 * by_shift / len(logits)
    return slope, shift


def read_all(folders: list[Path], tells: bool) -> list[Case]:
    """Return the cases of all folders and of the own samples."""
    own = samples("tuning_texts") + samples("tuning_phrases")
    found = cases(own, tells)
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
    """Write the table between its marks in the README."""
    before, _, rest = _README.read_text(encoding="utf-8").partition(_TABLE_BEGINS)
    _, mark, after = rest.partition(_TABLE_ENDS)
    if not mark:
        raise SystemExit(f"{_README}: no lines {_TABLE_BEGINS} and {_TABLE_ENDS} for the table")
    text = f"{before}{_TABLE_BEGINS}\n{table}\n{_TABLE_ENDS}{after}"
    _README.write_text(text, encoding="utf-8")


def reliability(folders: list[Path]) -> dict[str, float]:
    """Return how often mentions that needed no weighing agree with the annotators, by way."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    documents = [each for folder in folders for each in corpus(folder)]
    for document in documents:
        found = list(timexes(document.text, parse(document.created)))
        annotated = {timex: gold for gold, timex in overlapping(document.gold, found)}
        for timex in found:
            gold = annotated.get(timex)
            agrees = gold and (timex.way == "undated" or agree(gold.value, timex.value))
            counts[timex.way][bool(agrees)] += 1
    counts.pop("weighed", None)
    if not counts:
        return weights.RELIABILITY
    return {
        way: round(right / (right + wrong), 2) for way, (wrong, right) in sorted(counts.items())
    }


def main() -> int:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--dry-run", action="store_true", help="print, do not write")
    parser.add_argument("--worth", action="store_true", help="fit nothing; write the table")
    options = parser.parse_args()
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
        weights.WEIGHTS.update(fit(chosen))
        chosen = read_all(options.folders, tells=True) + read_all(options.folders, tells=False)
    worth = supported(chosen)
    right = [right for _, right in likelihoods(chosen, worth)]
    print(f"{sum(right)} of {len(right)} right", file=sys.stderr)
    left_out: list[tuple[float, bool]] = []
    for part in range(_PARTS):
        fitted = fit([case for case in chosen if case.part != part], worth)
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
