"""What a scene rules out: another year than that in which it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.scenes import sets_scene
from kztimeline.documents.extraction.moments import Unit, steps_between
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.questions import Question
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_DATES_IN_MIND, _MONTHS_IN_YEAR = 8, 12


def is_outside_scene(moment: Moment, question: Question, context: Context) -> bool:
    """Tell what "Berlin, 1989. On 9 November the wall falls" cannot mean: another November.

    A scene lasts until its paragraph ends or another year is told; one that has a month goes on
    into the next year. One of this year or the last needs no such rule.
    """
    scene = _scene_of(question, context)
    if scene is None or moment.year is None:
        return False
    if scene.moment.unit is Unit.YEAR:
        return moment.year != scene.moment.year
    steps = steps_between(scene.moment, moment)
    most = 1 if question.kind == "month" else _MONTHS_IN_YEAR - 1
    return steps is None or not 0 <= steps <= most


def _scene_of(question: Question, context: Context) -> Remembered | None:
    """Return the last scene of the paragraph, unless another year was told after it."""
    later: set[int | None] = set()
    for item in context.remembered[:-_DATES_IN_MIND:-1]:
        if between(item.phrase, question.phrase) == "text" or context.days is None:
            return None
        if sets_scene(item.phrase) and item.moment.year is not None:
            is_old = context.days[0].year - item.moment.year > 1
            return item if is_old and later <= {item.moment.year} else None
        if item.explicit:
            later.add(item.moment.year)
    return None
