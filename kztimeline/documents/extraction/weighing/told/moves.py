"""Which years fit what something is moved from or to: "moved it in March from May to June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.set_days import (
    is_brought_forward,
    is_moved_aside,
    is_moved_to,
    mover_of,
)
from kztimeline.documents.extraction.moments import steps_between
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_MONTHS_IN_YEAR = 12


def is_moved_then(told: Remembered, phrase: Phrase) -> bool:
    """Tell the dates of "moved it in March 2020 from May to late June"."""
    mover = mover_of(phrase)
    from_then = mover is not None and told.phrase.first > mover
    return told.explicit and bool(told.moment.month) and (from_then or is_moved_to(phrase))


def contradicts_move(moment: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell what lies on the wrong side of the date that a vote was moved from or to.

    "On March 4, the vote, postponed from December" was due before that; "brought forward from
    December 2012 to April 3" is due before December.
    """
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.year is None or between(told.phrase, phrase) != "sentence":
        return False
    steps = steps_between(told.moment, moment)
    if steps is None:
        return False
    if is_brought_forward(told.phrase, phrase):
        return steps >= 0
    return is_moved_aside(phrase) and not -_MONTHS_IN_YEAR < steps <= 0
