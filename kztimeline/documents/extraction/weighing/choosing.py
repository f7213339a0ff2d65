"""Weighs the candidates of a mention and says which is meant, how surely, and why."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.weighing.evidence import collect, is_impossible
from kztimeline.documents.extraction.weighing.questions import Choice, Weighed
from kztimeline.documents.extraction.weighing.weights import WEIGHTS

if TYPE_CHECKING:
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.questions import Evidence, Question


def choose(question: Question, context: Context) -> Choice:
    """Weigh the candidates of a mention; what contradicts publication is left out.

    Figures say which year, so that where all of them contradict it, the clause is misread.
    """
    kept = tuple(
        candidate
        for candidate in question.candidates
        if not is_impossible(candidate, question, context)
    )
    if not kept and question.kind == "figures":
        kept = question.candidates
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
