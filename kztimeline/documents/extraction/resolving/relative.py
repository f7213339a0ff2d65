"""Resolves phrases that count from another date, of the text or of publication."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import undated
from kztimeline.documents.extraction.resolving.hours import hours_after, time_of_day
from kztimeline.documents.extraction.resolving.references import quarters_told
from kztimeline.documents.extraction.resolving.references.beside_told import (
    beside_told,
    day_over,
    end_of_span,
    on_its_side,
    told_long_enough_ago,
)
from kztimeline.documents.extraction.resolving.references.years_told.years_counted import (
    is_counted_so,
    named_behind,
)
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

OF_THE_TEXT = frozenset(
    {"previous", "following", "same", "that", "subsequent", "ensuing", "preceding", "prior"}
)
FORWARD = (Tense.FUTURE, Tense.PLAN, Tense.PRESENT, Tense.MAY, Tense.COULD)
# "The coming Monday" is the next one, "the coming year" rather the twelve months from now.
_COMING = ("WEEKDAY", "SEASON", "WORD_SEASON")
# So far into a week, year or month it is still to come.
_FEW, _FIRST_DAYS = 2, 7
_COMING_UNITS = (Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.YEAR)
_LIMITS = ("by", "until", "before", "since")
_YEARS_IN = {Unit.DECADE: 10, Unit.CENTURY: 100}
# Before "the last week" they make it seven days.
_LASTING = frozenset({"during", "for", "in", "over", "through", "throughout", "within"})
_MEASURED = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR})
# What another figure stands behind: "compared with 2 million a year earlier".
_AGAINST = frozenset({"from", "than", "compared", "against", "versus"})
_FIGURES_REACH = 24
# What stands between "this year" and the "next" that leaves out its noun.
_NAMING_UNIT = ("which", "later_in", "end_of")
_BEFORE_OTHER = frozenset({"AND", "FIGURE", "COUNTED"})
_DAYS_IN_WEEK, _MONTHS_IN_YEAR = 7, 12
_HUNDRED, _THOUSAND = 100, 1000
# What a unit and a half is counted in, and how many of it make one.
_PARTS = {
    Unit.HOUR: (Unit.MINUTE, 60),
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.DECADE: (Unit.YEAR, 10),
    Unit.CENTURY: (Unit.DECADE, 10),
}


def has_begun(phrase: Phrase, context: Context) -> bool:
    """Tell "the coming week" told on a Monday, and "the coming year" told in January."""
    today = context.days[1] if context.days else None
    if today is None:
        return False
    unit = phrase.meaning("UNIT")
    if unit is Unit.WEEK:
        return today.weekday() < _FEW
    return today.month < _FEW if unit is Unit.YEAR else today.day <= _FIRST_DAYS


def counts_from_text(phrase: Phrase, context: Context) -> bool:
    """Tell "the following day", "that year" and "the end of the year" from "last year"."""
    words = [phrase.tokens.word(i).lower() for i in range(phrase.first, phrase.last)]
    if phrase.has("CURRENT"):
        return False
    if not OF_THE_TEXT.isdisjoint(words) or words[-2:] == ["the", "day"]:
        return True
    which = phrase.index("DIRECTION")
    if "coming" in words and (phrase.has(*_COMING) or phrase.meaning("UNIT") in _COMING_UNITS):
        return context.tells_of_long_ago(phrase)
    if which is not None:
        if words == ["this", "day"]:
            return context.last(Unit.DAY, phrase, within=2) is not None
        opening = which - 1 - (phrase.tokens.word(which - 1) == "very")
        return phrase.tokens.symbol(opening) == "THE" and "this" not in words
    unit, lead = quantities.calendar_unit(phrase), context.lead
    look, told = outlook(phrase), context.last(unit, phrase) if unit else None
    ahead = look.tense in FORWARD and not context.is_in_entry(phrase)
    ahead = ahead or (look.tense is Tense.PERFECT and look.cue in _LIMITS)
    if told and unit in _YEARS_IN and not ahead:
        return True
    if unit in (Unit.WEEK, Unit.MONTH) and not ahead and _tells_on(unit, phrase, context):
        return True
    if unit is None or lead is None or lead.moment.widened(unit) is None:
        return False
    came_back = context.back_in_news > lead.phrase.first
    aside = any(
        item.in_passing and between(item.phrase, phrase) != "text"
        for item in (lead, told[1] if told else lead)
    )
    return not (came_back or ahead or aside) and between(lead.phrase, phrase) != "text"


def _tells_on(unit: Unit, phrase: Phrase, context: Context) -> bool:
    """Tell the month of "fell in February. Later in the month they recovered", told just before."""
    told = context.last(unit, phrase, within=1)
    if told is None or told[1].in_passing or context.is_to_come(told[0].first_day()):
        return False
    is_over = outlook(phrase).tense in TOLD
    named = phrase.tokens.symbol(phrase.last - 2) == "THE"
    return is_over and named and between(told[1].phrase, phrase) != "text"


def which(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Resolve "the next day", "that same year", "the end of the month"."""
    unit = quantities.calendar_unit(phrase)
    if unit is None:
        return Reading("relative", timex="XXXX")
    if unit is Unit.DAY and phrase.word_at("DIRECTION") == "last" and not phrase.has("WEEKDAY"):
        return Reading("relative", timex=undated.unknown(unit))
    if _is_length(phrase, unit):
        return undated.length(phrase, context, following)
    told = end_of_span(phrase, context) if unit is Unit.YEAR else None
    told = told or on_its_side(unit, phrase, context) or context.last(unit, phrase)
    if told is None and unit is Unit.QUARTER and not context.tells_of_long_ago(phrase):
        return from_publication(phrase, context, unit, quantities.direction(phrase))
    weekday = phrase.meaning("WEEKDAY")
    if told and isinstance(weekday, int):
        return _weekday_told(weekday, phrase, context, told)
    moment = beside_told(told, quantities.direction(phrase)) if told else None
    if told is None or moment is None:
        return Reading("relative", timex=undated.unknown(unit))
    return told_from(moment, phrase, context, told[1])


def _weekday_told(
    weekday: int, phrase: Phrase, context: Context, told: tuple[Moment, Remembered]
) -> Reading:
    """Resolve "that Friday" and "the following Monday" from the day told before."""
    day, direction = told[0].first_day(), quantities.direction(phrase)
    if day is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    ahead = (weekday - day.weekday()) % _DAYS_IN_WEEK
    if direction > 0 and ahead == 0:
        ahead = _DAYS_IN_WEEK
    moment = told[0].shifted(ahead - _DAYS_IN_WEEK if direction < 0 else ahead)
    return told_from(moment or told[0], phrase, context, told[1])


def _is_length(phrase: Phrase, unit: Unit) -> bool:
    """Tell "the past year" and "the next decade", which last, from "the next year".

    So does "over the last week".
    """
    measured = unit in _MEASURED or (unit in _YEARS_IN and phrase.word_before() != "in")
    recent = phrase.word_at("DIRECTION") == "last" and measured
    if recent and phrase.word_before() in _LASTING and phrase.after() not in ("OF", "IN"):
        return True
    return phrase.has("PAST") or (
        unit in (Unit.DECADE, Unit.CENTURY) and quantities.direction(phrase) > 0
    )


def told_from(moment: Moment, phrase: Phrase, context: Context, source: Remembered) -> Reading:
    """Return a moment that counts from one told before."""
    context.remember(moment, phrase, source.explicit, source.of_text)
    return Reading("relative", (moment,), anchor=source.anchor, time=time_of_day(phrase))


def away(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "two days later" and "a year earlier"; "two days later than planned" is a length."""
    if _is_mere_length(phrase, context):
        return undated.length(phrase, context, following)
    if is_counted_so(phrase, context):
        return None
    unit, amount = counted(phrase)
    sign = -1 if phrase.has("EARLIER", "BEFORE") or quantities.direction(phrase) < 0 else 1
    years = sign * amount if unit is Unit.YEAR and amount is not None else None
    if years is not None and (reading := _years_away(phrase, context, years, following)):
        return reading
    if unit is None or amount is None:
        return Reading("vague", timex="PAST_REF" if sign < 0 else "FUTURE_REF")
    if unit in quantities.SHORTER_THAN_DAYS:
        return _hours_away(phrase, context, unit, sign * amount)
    if unit is Unit.WEEK and context.last(Unit.DAY, phrase, within=1):
        unit, amount = Unit.DAY, _DAYS_IN_WEEK * amount
    told = _told_last(unit, sign * amount, phrase, context)
    if told is None and (sign, unit) == (-1, Unit.DAY) and not context.tells_of_long_ago(phrase):
        return from_publication(phrase, context, unit, -amount)
    moment = told[0].shifted(sign * amount) if told else None
    if told is None or moment is None:
        return Reading("relative", timex=undated.unknown(unit))
    return roughly(phrase, told_from(moment, phrase, context, told[1]))


def _told_last(
    unit: Unit, steps: int, phrase: Phrase, context: Context
) -> tuple[Moment, Remembered] | None:
    """Return what so many units are counted from, to a day that is over where the clause tells one.

    What was done later was done after a day that is over.
    """
    told = day_over(unit, phrase, context) or context.last(unit, phrase, within=2)
    if told is None or outlook(phrase).tense not in TOLD:
        return told
    if context.is_to_come(told[0].first_day()):
        return on_its_side(unit, phrase, context) or told
    moment = told[0].shifted(steps)
    is_to_come = moment is not None and context.is_to_come(moment.first_day())
    return (told_long_enough_ago(unit, steps, context) or told) if is_to_come else told


def _is_mere_length(phrase: Phrase, context: Context) -> bool:
    """Tell "Today, 60 years later, she is still there" from "They left today. A year later"."""
    if phrase.after() == "THAN" or phrase.word_before() == "for":
        return True
    told = context.remembered[-1] if context.remembered else None
    if told is None or phrase.has("EARLIER") or phrase.meaning("UNITS") is not Unit.YEAR:
        return False
    return told.phrase.word_at("TODAY") == "today" and between(told.phrase, phrase) == "sentence"


def _hours_away(phrase: Phrase, context: Context, unit: Unit, count: int) -> Reading:
    """Resolve "two hours later" to the day told, or from its hour to one that can be the next."""
    told = day_over(Unit.DAY, phrase, context) or context.last(Unit.DAY, phrase, within=2)
    if told is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    days, time = hours_after(told[1].phrase, unit, count)
    moment = told[0].shifted(days)
    reading = told_from(moment or told[0], phrase, context, told[1])
    return roughly(phrase, replace(reading, time=time or reading.time))


def _years_away(
    phrase: Phrase, context: Context, count: int, following: list[Phrase]
) -> Reading | None:
    """Resolve years that are not merely counted from what was told last."""
    if named := named_behind(phrase, following):
        return Reading("relative", (Moment(Unit.YEAR, named[0]),), anchor=named[1])
    if phrase.has("TO"):
        return _to_the_day(phrase, context, count)
    if quarter := quarters_told.quarter_of_other_year(phrase, context, count):
        return quarter
    told = context.last(Unit.YEAR, phrase, within=2)
    if told and _looks_back_as_far(told[1].phrase, phrase):
        return told_from(told[0], phrase, context, told[1])
    if told is None and _is_compared_with_now(phrase, context):
        return roughly(phrase, from_publication(phrase, context, Unit.YEAR, count))
    return None


def _is_compared_with_now(phrase: Phrase, context: Context) -> bool:
    """Tell "Sales rose 4 percent from a year earlier", before which no date is told."""
    return phrase.word_before() in quarters_told.COMPARING and not context.remembered


def _looks_back_as_far(told: Phrase, phrase: Phrase) -> bool:
    """Tell figures of one year: "from 5 a year ago. Exports rose 3 percent from a year earlier".

    In a story it is the year before: "He left two years ago. A year earlier, ...".
    """
    if told.rule not in ("ago", "away", "unit_ago") or counted(told) != counted(phrase):
        return False
    for at in range(phrase.first - 1, max(phrase.first - 1 - _FIGURES_REACH, -1), -1):
        if phrase.tokens.symbol(at) in ("STOP", "BREAK"):
            return False
        if phrase.tokens.word(at).lower() in _AGAINST:
            return phrase.has("EARLIER")
    return False


def roughly(phrase: Phrase, reading: Reading) -> Reading:
    """Mark "a decade ago" and "300 years ago" as approximate, for they are seldom exact.

    So is what is told to be so long "or so", or "a year or two".
    """
    if reading.moments and "or" in (phrase.tokens.word(at) for at in phrase.indexes("AND")):
        return replace(reading, approximate=True)
    if not reading.moments or reading.moments[0].unit is not Unit.YEAR:
        return reading
    years = counted(phrase)[1] or 0
    if quantities.unit(phrase) in _YEARS_IN or (years and years % _HUNDRED == 0):
        moment = reading.moments[0]
        if phrase.has("AGO") and (moment.year or 0) < 0:
            moment = _as_roughly(moment, years)
        return replace(reading, approximate=True, moments=(moment,))
    return reading


def _as_roughly(moment: Moment, years: int) -> Moment:
    """Return the millennium of "5000 years ago", for no sign says of a year BC that it is about."""
    unit = Unit.CENTURY if years % _THOUSAND else Unit.MILLENNIUM
    return Moment(unit, moment.year)


def _to_the_day(phrase: Phrase, context: Context, years: int) -> Reading:
    """Resolve "two years to the day later" to the same day of another year."""
    told = context.last(Unit.DAY, phrase, within=2)
    moment = told[0].months_on(years * _MONTHS_IN_YEAR) if told else None
    if told is None or moment is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    return told_from(moment, phrase, context, told[1])


def counted(phrase: Phrase) -> tuple[Unit | None, int | None]:
    """Return the unit and count of "two days"; 10 years for "a decade", 18 months for 1.5 years."""
    if two := quantities.of_two_units(phrase):
        return two
    unit = quantities.calendar_unit(phrase) if phrase.has("DAYPART") else quantities.unit(phrase)
    if not phrase.has("PORTION"):
        number = quantities.count(phrase)
        if unit in _YEARS_IN and number is not None:
            return Unit.YEAR, number * _YEARS_IN[unit]
        return unit, number
    whole = quantities.whole(phrase)
    if unit not in _PARTS or whole is None:
        return unit, None
    part, number = _PARTS[unit]
    return part, number * whole + number // 2


def other_unit(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve the "next" of "this year and next" and of "2 percent this year and 3 percent next".

    No other "last" and "next" without a noun is a time: "She came last".
    """
    told = context.remembered[-1] if context.remembered else None
    unit = told.phrase.meaning("UNIT") if told and told.phrase.rule in _NAMING_UNIT else None
    joint = phrase.before() in _BEFORE_OTHER or phrase.word_before() in quarters_told.COMPARING
    shift = quantities.direction(phrase)
    if told is None or not isinstance(unit, Unit) or not joint or not shift:
        return None
    is_other = quantities.direction(told.phrase) != shift
    if not is_other or between(told.phrase, phrase) != "sentence":
        return None
    return from_publication(phrase, context, unit, shift)


def from_publication(phrase: Phrase, context: Context, unit: Unit, count: int) -> Reading:
    """Return the `unit` that lies `count` of them after the publication of a news text."""
    moment = context.from_publication(lambda day: Moment.of_day(unit, day).shifted(count))
    if moment is None:
        return Reading("relative", timex=undated.unknown(unit))
    context.remember(moment, phrase, explicit=False, of_text=False)
    return Reading("relative", (moment,), anchor=context.published_anchor)
