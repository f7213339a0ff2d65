"""Resolves parts of a year whose noun stands before them: "the second quarter ... the first"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.resolving.relative import told_from
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.readings import Reading
    from kztimeline.documents.extraction.weighing.context import Context

_PARTS_OF_YEAR = {Unit.QUARTER: 4, Unit.HALF: 2}
_FORWARD = (Tense.FUTURE, Tense.PLAN, Tense.PRESENT, Tense.MAY, Tense.COULD)


def other_part(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first" after "grew in the second quarter, having shrunk in the first".

    Its year is that of the quarter told, or where a quarter lies between them, the one beside it.
    """
    told = context.remembered[-1] if context.remembered else None
    number = quantities.ordinal(phrase)
    if told is None or number is None or told.moment.unit not in (Unit.QUARTER, Unit.HALF):
        return None
    parts, sentence = _PARTS_OF_YEAR[told.moment.unit], between(told.phrase, phrase)
    if number > parts or number == told.moment.part or sentence != "sentence":
        return None
    turns = {(4, 1): 1, (1, 4): -1}.get((told.moment.part, number), 0)
    if told.moment.unit is Unit.HALF and number == 1:
        turns = int(outlook(phrase).tense in _FORWARD)
    if told.moment.year is None:
        return None
    moment = Moment(told.moment.unit, told.moment.year + turns, number)
    return told_from(moment, phrase, context, told)
