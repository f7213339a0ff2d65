"""Resolves the days at either end of a month or year: "the last day of May", "of last year"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import publication, undated
from kztimeline.documents.extraction.resolving.calendar import calendar_moment, dated

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.documents.extraction.weighing.context import Context


def edge_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first day of 2006", "the last day of next month" and "of the year"."""
    of, whole = phrase.index("OF") or phrase.first, replace(phrase, rule="month")
    named = calendar_moment(whole, context) if phrase.meaning("UNIT") is None else None
    if named:
        reading: Reading | None = dated(named, whole, context, following)
    else:
        unit = Phrase("end_of", phrase.tokens, of + 1, phrase.last)
        reading = publication.which_by_publication(unit, context, following)
    moment = reading.moments[0] if reading and reading.moments else None
    is_over = outlook(phrase).tense in TOLD and not phrase.has("DIRECTION")
    if moment and is_over and not named:
        moment = moment.shifted(-context.is_to_come(_edge(phrase, moment)))
    day = _edge(phrase, moment) if moment and moment.year else None
    if reading is None or day is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    context.remember(Moment.of_day(Unit.DAY, day), phrase, phrase.has("YEAR"))
    return Reading("relative", (Moment.of_day(Unit.DAY, day),), anchor=reading.anchor)


def _edge(phrase: Phrase, around: Moment) -> dt.date | None:
    """Return the first or last day of a month or year."""
    return around.first_day() if phrase.meaning("EDGE_DAY") == 1 else around.last_day()
