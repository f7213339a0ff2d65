"""What is asked of a mention, and what was weighed: values that all of the weighing shares."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.weighing.weights import CALIBRATION, CLEAR

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.outlook import Outlook
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment

Evidence = dict[str, float]
# What can be asked, and how the names of its evidence begin; figures have their own.
KINDS = {"year": "", "month": "day ", "weekday": "day "}
_SMALLEST = 1e-9
# Nothing that was worked out is surer than this.
SUREST = 0.99


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that a mention can mean, and what it would be read against."""

    moment: Moment
    anchor: str
    of_text: bool

    @property
    def year(self) -> int:
        """The year of the date; 0 where there is none."""
        return self.moment.year or 0


@dataclass(frozen=True, slots=True)
class Question:
    """A mention to be decided: its candidates and what is known of its clause.

    `kind` says what is asked: which "year", which "month" of "the 20th", which day of a
    "weekday", the order of "figures", or of which "century" a year of two figures is.
    """

    phrase: Phrase
    outlook: Outlook
    candidates: tuple[Candidate, ...]
    kind: str = "year"


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


def calibrated(likelihood: float) -> float:
    """Return how often an answer of this likelihood was right in texts not fitted to."""
    slope, shift = CALIBRATION
    kept = min(max(likelihood, _SMALLEST), 1 - _SMALLEST)
    share = 1 / (1 + math.exp(-(slope * math.log(kept / (1 - kept)) + shift)))
    return min(share, SUREST)
