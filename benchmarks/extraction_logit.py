"""Fits a conditional logit: which candidate of a case is right, by its evidence."""

from __future__ import annotations

import math
import operator
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from kztimeline.documents.extraction.weighing.choosing import softmax

_STEPS = 12
_PENALTY = 1.0
_RAREST = 3
_SMALL_STEP = 0.01
_LEAST_SUPPORT = 1.5
# They have support, and yet what was fitted with them told less of texts not fitted to.
_LEFT_OUT = frozenset({
    "goes on, months",
    "near the date told, from past to present",
    "no verb, after publication",
    "month of the date before it, paragraph", "near a date that opens its sentence",
    "told in passing, before the date told", "year named in the paragraph",
    "perfect, after publication", "day after publication",
    "weekday goes on from a day to come, text",
    "weekday goes on from a day to come, paragraph", "plan or future, before publication",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A mention: the evidence of each candidate, and which is right."""

    evidence: list[dict[str, float]]
    right: int
    part: int


def supported(chosen: list[Case], fixed: dict[str, float]) -> dict[str, float]:
    """Fit the weights beside those fixed; what the cases do not support is left out.

    The least supported goes first. A weight is supported if it is so many standard errors
    away from nothing: fewer and
    more were tried, and told less of texts not fitted to, or took more weights for it.
    """
    names = [name for name in named(chosen) if name not in fixed]
    worth = dict[str, float]()
    while True:
        worth, variance = _fitted(chosen, names, worth, fixed)
        support = {name: abs(worth[name]) / math.sqrt(variance[name]) for name in names}
        weak = sorted(
            (name for name in names if support[name] < _LEAST_SUPPORT), key=support.__getitem__
        )
        if not weak:
            return fixed | worth
        dropped = set(weak[: (len(weak) + 1) // 2])
        names = [name for name in names if name not in dropped]


def named(chosen: list[Case]) -> list[str]:
    """Return the evidence that cases have, without what is rarest."""
    counts = Counter(name for case in chosen for one in case.evidence for name in one)
    return [name for name, count in counts.items() if count >= _RAREST and name not in _LEFT_OUT]


def fit(
    chosen: list[Case], names: Collection[str] | None = None, fixed: dict[str, float] | None = None
) -> dict[str, float]:
    """Fit the weights of the evidence named, or of all that cases have, beside those fixed."""
    fixed = fixed or {}
    open_names = [name for name in names or named(chosen) if name not in fixed]
    return fixed | _fitted(chosen, open_names, {}, fixed)[0]


def _fitted(
    chosen: list[Case], names: list[str], begin: dict[str, float], fixed: dict[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Fit the named weights by Newton's method; return them and their variances."""
    place = {name: at for at, name in enumerate(names)}
    rows = [
        [[(place[n], v) for n, v in one.items() if n in place] for one in case.evidence]
        for case in chosen
    ]
    bases = [
        [sum(fixed.get(name, 0.0) * value for name, value in one.items()) for one in case.evidence]
        for case in chosen
    ]
    worth = [begin.get(name, 0.0) for name in names]
    inverse: list[list[float]] = []
    for _ in range(_STEPS if names else 0):
        slopes, curve = _derivatives(chosen, rows, bases, worth)
        inverse = _inverse(curve)
        step = [sum(map(operator.mul, line, slopes)) for line in inverse]
        worth = [value - change for value, change in zip(worth, step, strict=True)]
        if max(map(abs, step)) < _SMALL_STEP:
            break
    variance = {name: inverse[at][at] for name, at in place.items()}
    return dict(zip(names, worth, strict=True)), variance


def _derivatives(
    chosen: list[Case],
    rows: list[list[list[tuple[int, float]]]],
    bases: list[list[float]],
    worth: list[float],
) -> tuple[list[float], list[list[float]]]:
    """Return the slope of what is to be made small, and its curvature."""
    size = len(worth)
    slopes = [_PENALTY * value for value in worth]
    curve = [[_PENALTY * (row == column) for column in range(size)] for row in range(size)]
    for case, candidates, base in zip(chosen, rows, bases, strict=True):
        shares = softmax(
            [
                start + sum(worth[at] * v for at, v in one)
                for one, start in zip(candidates, base, strict=True)
            ]
        )
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
