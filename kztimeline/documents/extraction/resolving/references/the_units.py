"""Resolves what stands with "the" alone: "the weekend", "the latest quarter", "for the year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import relative
from kztimeline.documents.extraction.resolving.publication import is_coming
from kztimeline.documents.extraction.resolving.references import quarters_told
from kztimeline.documents.extraction.resolving.references.days_of_entries import weekend_of_entry

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

# What is said of "the year" that is not the calendar's, or is to come.
_ENDING = frozenset({"ended", "ending", "to", "ahead", "through", "when", "that", "just"})
_PARTS_OF_YEAR = frozenset({"months", "quarters", "weeks", "half", "quarter"})
# Until this month the figures of the year before are told.
_REPORTED = 3
# From then on the new year is the next.
_LATE_IN_YEAR = 7
_DURING = frozenset({"during", "throughout"})
# What a market does with a week or month: "closed the week at 13 dollars".
_CLOSING_VERBS = frozenset({"closed", "closing", "ended", "ending", "finished", "finishing"})
_AFTER_TRADING_TIME = frozenset({"STOP", "DOT", "COMMA", "BREAK", "CLOSE", "WORD", "AT", "AND"})
_LONGEST_NAME = 2
_MONTHS_IN_QUARTER = 3
_THURSDAY, _SATURDAY, _SUNDAY = 3, 5, 6


def the_unit(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the weekend", "the latest quarter" and "for the year"."""
    unit = phrase.meaning("UNIT")
    if phrase.has("QUARTER", "LATEST"):
        return _of_business(context) or _the_quarter(phrase, context)
    if unit is Unit.YEAR and (reported := _year_reported_on(phrase, context)):
        return relative.told_from(reported.moment, phrase, context, reported)
    is_weekend = unit is Unit.WEEKEND and not phrase.has("QUALITY", "FISCAL")
    if is_weekend and (of_entry := weekend_of_entry(phrase, context)):
        return relative.told_from(of_entry[0], phrase, context, of_entry[1])
    if context.tells_of_long_ago(phrase):
        return None
    if unit is Unit.YEAR:
        return _year_ranked_in(phrase, context) or _business_year(phrase, context)
    if unit is Unit.WEEK or unit is Unit.MONTH:
        return _trading_time(phrase, context, unit)
    if not is_weekend:
        return None
    ahead = is_coming(phrase) or _is_planned(phrase, context)
    # What was done "over the weekend" was, told on a Sunday, done that day or the day before.
    ahead = ahead or (context.days is not None and context.days[0].weekday() == _SUNDAY)
    return relative.from_publication(phrase, context, Unit.WEEKEND, int(ahead) - 1)


def _is_planned(phrase: Phrase, context: Context) -> bool:
    """Tell the weekend of "was to be arraigned over the weekend" in news of the days before it."""
    is_before = context.days is not None and _THURSDAY <= context.days[0].weekday() <= _SATURDAY
    return is_before and outlook(phrase).tense is Tense.PAST_PLAN


def new_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve the year of "will be debated in the new year"; early in a year it is that year.

    "By the new year all was over" does not say in which.
    """
    is_year = phrase.meaning("UNIT") is Unit.YEAR and phrase.word_at("NEW") == "new"
    if not is_year or context.days is None:
        return None
    if context.tells_of_long_ago(phrase):
        return _new_year_of_story(phrase, context)
    is_over = outlook(phrase).tense in TOLD
    if is_over and phrase.before() in ("BY", "UNTIL", "BEFORE"):
        return None
    ahead = not is_over and context.days[0].month > _REPORTED
    return relative.from_publication(phrase, context, Unit.YEAR, int(ahead))


def _new_year_of_story(phrase: Phrase, context: Context) -> Reading | None:
    """Return the year that "in the new year" means after "a fault on 19 September 2010"."""
    told = context.last(Unit.MONTH, phrase) if phrase.before() == "IN" else None
    year = told[0].widened(Unit.YEAR) if told else None
    after = year.shifted(int(told[0].part >= _LATE_IN_YEAR)) if told and year else None
    return relative.told_from(after, phrase, context, told[1]) if told and after else None


def _year_reported_on(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the year that heads a text of which "during the year" tells."""
    heading = context.heading if phrase.word_before() in _DURING else None
    return heading if heading and heading.moment.unit is Unit.YEAR else None


def _trading_time(phrase: Phrase, context: Context, unit: Unit) -> Reading | None:
    """Resolve the week of "ended the week lower" and "lost 3 percent for the week"."""
    closes = phrase.word_before() in _CLOSING_VERBS
    if not closes and phrase.word_before() != "for":
        return None
    if phrase.has("QUALITY", "FISCAL") or phrase.after() not in _AFTER_TRADING_TIME:
        return None
    days, is_over = context.days, outlook(phrase).tense is Tense.PAST
    if days is None or not is_over:
        return None
    opens = days[0].weekday() == 0 if unit is Unit.WEEK else days[0].day == 1
    return relative.from_publication(phrase, context, unit, -int(opens))


def _the_quarter(phrase: Phrase, context: Context) -> Reading | None:
    """Resolve "the quarter" to the one told, "the latest quarter" to the last that is over."""
    if ended := quarters_told.quarter_ended(phrase, context):
        context.remember(ended, phrase, explicit=False, of_text=False)
        return Reading("relative", (ended,), anchor=context.published_anchor)
    told = quarters_told.quarter_told(context, is_over=phrase.rule == "latest")
    if told:
        context.remember(told.moment, phrase, explicit=False, of_text=told.of_text)
        return Reading("relative", (told.moment,), anchor=told.anchor)
    if phrase.rule != "latest" or not phrase.has("QUARTER") or context.tells_of_long_ago(phrase):
        return None
    return relative.from_publication(phrase, context, Unit.QUARTER, int(is_coming(phrase)) - 1)


def _of_business(context: Context) -> Reading | None:
    """Return the months of a quarter told by its end, where it is none of the calendar's."""
    told, quarter = context.months, quarters_told.quarter_told(context)
    if told is None or not told[2].has("QUARTER") or told[1].part % _MONTHS_IN_QUARTER == 0:
        return None
    if quarter and quarter.phrase.first > told[2].first:
        return None
    named = quarter is not None and quarter.phrase.first == told[2].first
    timex = quarter.moment.timex if quarter and named else "P1Q"
    return Reading("range", told[:2], timex=timex, anchor=told[2].place)


def _year_ranked_in(phrase: Phrase, context: Context) -> Reading | None:
    """Resolve the year of "his fifth victory of the year", from which no story goes on."""
    places = range(3, 3 + _LONGEST_NAME)
    is_ranked = "ORDINAL_WORD" in map(phrase.before, places)
    in_parts = phrase.word_before(2) in _PARTS_OF_YEAR
    if phrase.before() != "OF" or not is_ranked or in_parts or phrase.has("QUALITY", "FISCAL"):
        return None
    year = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day))
    return Reading("relative", (year,), anchor=context.published_anchor) if year else None


def _business_year(phrase: Phrase, context: Context) -> Reading | None:
    """Resolve the year of "sales for the year", which early in a year is the one before."""
    counted = phrase.word_before() == "of" and phrase.word_before(2) in _PARTS_OF_YEAR
    if not (phrase.word_before() == "for" or counted or phrase.word_at("QUALITY") == "full"):
        return None
    if phrase.word_after() in _ENDING or phrase.after() in ("AFTER", "BEFORE", "YEAR", "HYPHEN"):
        return None
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    days, is_over = context.days, clause.governing()[0] is Tense.PAST
    is_last = days is not None and is_over and not counted and days[0].month <= _REPORTED
    return relative.from_publication(phrase, context, Unit.YEAR, -int(is_last))
