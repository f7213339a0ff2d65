"""Weighs the candidates of a mention and says which is meant, how surely, and why."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.weighing.evidence import collect, is_impossible
from kztimeline.documents.extraction.weighing.weights import CALIBRATION, CLEAR, WEIGHTS

if TYPE_CHECKING:
    from kztimeline.documents.extraction.weighing.candidates import Candidate, Evidence, Question
    from kztimeline.documents.extraction.weighing.context import Context

_SMALLEST = 1e-9
# Nothing that was worked out is surer than this.
SUREST = 0.99


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its evidence and how likely that makes it, from 0 to 1."""

    candidate: Candidate
    evidence: Evidence
    likelihood: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What was weighed for a mention, the likeliest first.

    `winner` is the first of them if it clearly wins, else None.
    """

    question: Question
    weighed: tuple[Weighed, ...]

    @property
    def winner(self) -> Candidate | None:
        """The candidate that is meant; None where none clearly wins."""
        if not self.weighed or self.weighed[0].likelihood < CLEAR:
            return None
        return self.weighed[0].candidate

    @property
    def confidence(self) -> float:
        """How often mentions weighed so are right, from 0 to 1."""
        return calibrated(self.weighed[0].likelihood) if self.weighed else 0.0


def choose(question: Question, context: Context) -> Choice:
    """Weigh the candidates of a mention; what contradicts publication is left out."""
    kept = tuple(
        candidate
        for candidate in question.candidates
        if not is_impossible(candidate, question, context)
    )
    possible = replace(question, candidates=kept)
    return weigh(possible, collect(possible, context))


def weigh(question: Question, collected: list[Evidence]) -> Choice:
    """Say how likely the evidence makes each candidate."""
    likelihoods = softmax([score(evidence) for evidence in collected])
    weighed = [
        Weighed(candidate, evidence, likelihood)
        for candidate, evidence, likelihood in zip(
            question.candidates, collected, likelihoods, strict=True
        )
    ]
    return Choice(question, tuple(sorted(weighed, key=lambda item: -item.likelihood)))


def score(evidence: Evidence) -> float:
    """Add up what the evidence is worth."""
    return sum(value for _, value in worth(evidence))


def worth(evidence: Evidence) -> list[tuple[str, float]]:
    """Return what each piece of evidence is worth, without what is worth nothing."""
    found = ((name, WEIGHTS.get(name, 0.0) * amount) for name, amount in evidence.items())
    return [(name, value) for name, value in found if value]


def softmax(scores: list[float]) -> list[float]:
    """Turn scores into shares of one."""
    if not scores:
        return []
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def calibrated(likelihood: float) -> float:
    """Return how often an answer of this likelihood was right in texts not fitted to."""
    slope, shift = CALIBRATION
    kept = min(max(likelihood, _SMALLEST), 1 - _SMALLEST)
    share = 1 / (1 + math.exp(-(slope * math.log(kept / (1 - kept)) + shift)))
    return min(share, SUREST)
