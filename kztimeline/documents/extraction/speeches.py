"""Counts the time of direct speech from the day on which it was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.dates.edtf import DateError, parse
from kztimeline.documents.extraction.finding.quotations import dates_writing
from kztimeline.documents.extraction.resolving.resolution import resolve

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.quotations import Speeches
    from kztimeline.documents.extraction.weighing.context import Context

# What counts from the day on which it is said.
_COUNTING = frozenset({
    "ago", "before_last", "day_counted", "end_of", "later_in", "today", "weekday_of", "which",
    "which_month",
})  # fmt: skip
# What is near the day on which it was said, where that day is long before publication.
_NEAR_SPEECH = frozenset({"bare_month", "day", "day_of_month", "day_range", "weekday"})
_LONG_BEFORE = 60
_KEPT = 12


def context_of_speech(phrase: Phrase, speeches: Speeches, context: Context) -> Context:
    """Return the context of the text or, for what counts in direct speech, that of the speaker.

    Its publication is the day on which it was said; none in a history that does not say when.
    What is read in it is not remembered.
    """
    counts = phrase.rule in _COUNTING or phrase.has("DIRECTION")
    if phrase not in speeches or not (counts or phrase.rule in _NEAR_SPEECH):
        return context
    report = speeches.reports[phrase.first]
    said = _day_of(report, context) if report else None
    of_story = context.is_of_long_ago and not (report and dates_writing(report))
    if not counts and (of_story or not _is_long_before(said, context)):
        return context
    if said is None and (report or speeches.amid_news or not context.is_of_long_ago):
        return context
    return replace(context, published=said, note=report, remembered=context.remembered[-_KEPT:])


def _is_long_before(said: Date | None, context: Context) -> bool:
    """Tell whether something was said so long before publication that its days are others."""
    if said is None or said.latest is None or context.days is None:
        return False
    return (context.days[0] - said.latest).days > _LONG_BEFORE


def _day_of(report: Phrase, context: Context) -> Date | None:
    """Return the date of a report, which can stand behind the speech and be still unread."""
    told = next((item for item in context.remembered[-_KEPT:] if item.phrase is report), None)
    if told is None:
        aside = replace(context, remembered=context.remembered[-_KEPT:])
        reading = resolve(report, aside, [])
        moment = reading.moments[0] if reading and reading.moments else None
    else:
        moment = told.moment
    if moment is None or moment.year is None:
        return None
    try:
        return parse("/".join(dict.fromkeys(moment.edtf_ends())))
    except DateError:
        return None
