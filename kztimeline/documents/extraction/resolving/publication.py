"""Resolves words that count from the day of publication: "yesterday", "last week", "Tuesday".

They do so whatever years the text names. A phrase near that of publication ("last
week") goes to dateparser, imported when the first of them is met.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kztimeline.dates.calendar_names import WEEKDAYS
from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.clause_words import OPENING_QUOTES
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import figurative
from kztimeline.documents.extraction.naming.numbered import is_of_table
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import calendar, hours, relative, seasons, undated
from kztimeline.documents.extraction.resolving.references import quarters_told
from kztimeline.documents.extraction.resolving.references.beside_told import is_of_today
from kztimeline.documents.extraction.resolving.references.weekdays_told import (
    days_since_later,
    is_over,
    the_weekday,
)
from kztimeline.documents.extraction.resolving.references.years_told.years_counted import (
    counted_behind,
    is_counted_so,
)
from kztimeline.documents.extraction.weighing import candidates
from kztimeline.documents.extraction.weighing.context import Context, between
from kztimeline.documents.extraction.weighing.questions import Question
from kztimeline.documents.extraction.weighing.remembered import Remembered

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_PARSERS_KEPT = 8
_DAYS_KEPT = 4096
_OF_A_DAY = frozenset({*MONTH_SYMBOLS, *DAY_SYMBOLS, "YEAR"})
_OF_THESE_DAYS = {"today": "PRESENT_REF", "tomorrow": "FUTURE_REF"}
_DAYS_IN_WEEK = 7
_SATURDAY = 5
# "Next Friday" on a Wednesday is not two days ahead, as "Friday next" is; nor is "last Tuesday"
# yesterday.
_TOO_NEAR = (1, 0, 2)
_LASTING = frozenset({Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM})
_TO_COME = frozenset({Tense.FUTURE, Tense.PLAN, Tense.WOULD, Tense.COULD})
_COMING = _TO_COME | {Tense.PRESENT, Tense.MAY}
# "By the end of the year" is mostly of what somebody promised.
_AT_ENDS = frozenset({"about", "around", "at", "near", "toward", "towards"})


@lru_cache(maxsize=_PARSERS_KEPT)
def _parser(base: dt.date | None, prefer: str) -> DateDataParser:
    from dateparser.date import DateDataParser  # 70 ms, and 120 ms at the first phrase

    settings: dict[str, Any] = {
        "PREFER_DATES_FROM": prefer,
        "PARSERS": ["relative-time", "absolute-time"],
        # A day is a day wherever it is read; of the local zone there need not be a name.
        "TIMEZONE": "UTC",
    }
    if base:
        settings["RELATIVE_BASE"] = dt.datetime.combine(base, dt.time())
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=_DAYS_KEPT)
def parse_day(text: str, base: dt.date | None, prefer: str = "past") -> dt.date | None:
    """Return the day that dateparser reads in `text`; None where it reads none.

    Args:
        text: A single phrase, such as "last week" or "yesterday".
        base: The day that relative phrases count from.
        prefer: "past" or "future", where a phrase fits both.
    """
    try:
        data = _parser(base, prefer).get_date_data(text)
    except (ValueError, OverflowError):
        return None
    return data.date_obj.date() if data.date_obj and "year" in data.parts else None


def _counted_from(
    phrase: Phrase,
    context: Context,
    unit: Unit,
    text: str,
    prefer: str = "past",
    shift: int = 0,
    too_near: int = 0,
) -> Reading:
    """Resolve `text` against the day of publication, `shift` days on.

    A day no more than `too_near` days from it is that of the week beside.
    """

    def read(published: dt.date) -> Moment | None:
        base = Moment.of_day(Unit.DAY, published).shifted(shift)
        day = parse_day(text, base.first_day(), prefer) if base else None
        if day is None:
            return None
        away = (day - published).days
        further = _DAYS_IN_WEEK if 0 < abs(away) <= too_near else 0
        return Moment.of_day(unit, day).shifted(further if away > 0 else -further)

    moment = context.from_publication(read)
    if moment is None and text in ("today", f"this {unit.name.lower()}"):
        moment = context.publication
    if moment is None:
        return Reading("relative", timex=undated.unknown(unit))
    context.remember(moment, phrase, explicit=False, of_text=False)
    time = hours.time_of_day(phrase) if moment.day else ""
    return Reading("relative", (moment,), anchor=context.published_anchor, time=time)


def ago(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "two years ago"; right after a quarter, "a year ago" is that of the year before."""
    counted, amount = relative.counted(phrase)
    if counted is None or amount is None:
        return Reading("vague", timex="PAST_REF")
    if is_counted_so(phrase, context) or is_of_table(phrase, amount):
        return None
    if counted is Unit.YEAR and amount == 1 and phrase.word_before() not in OPENING_QUOTES:
        read = quarters_told.quarter_of_other_year(phrase, context, -amount)
        if read:
            return read
    if counted in quantities.SHORTER_THAN_DAYS:
        counted, amount = Unit.DAY, 0
    reading = relative.from_publication(phrase, context, counted, -amount)
    return relative.roughly(phrase, reading)


def duration(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "will meet in two weeks"; other lengths of time are no date."""
    unit, amount = relative.counted(phrase)
    if phrase.word_before() != "in" or unit is None or amount is None or not context.published:
        return undated.length(phrase, context, following)
    # "Will cram in a month's training" tells how long, "in a month's time" when.
    lasts = phrase.after() == "POSSESSIVE" and phrase.word_after(2) != "time"
    if lasts or unit in quantities.SHORTER_THAN_DAYS or undated.is_of_a_count(phrase):
        return undated.length(phrase, context, following)
    tense, is_told = outlook(phrase).tense, "time" in map(phrase.word_after, (1, 2))
    is_open = " or " in phrase.text or phrase.word_after() in ("or", "as", "rather")
    is_open = is_open or phrase.text.lower().startswith("more than ")
    if is_open or (tense not in _TO_COME and not (is_told and tense is Tense.PRESENT)):
        return undated.length(phrase, context, following)
    return relative.from_publication(phrase, context, unit, amount)


def today(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "yesterday"; the "today" of one who tells of long ago is not a day."""
    word = phrase.word_at("TODAY")
    if word in _OF_THESE_DAYS and figurative.speaks_of_these_days(phrase):
        return Reading("vague", timex=_OF_THESE_DAYS[word])
    if figurative.is_no_day(phrase):
        return None
    told = word == "today" and context.tells_of_long_ago(phrase)
    if context.published is None or (told and outlook(phrase).tense is Tense.PRESENT):
        return Reading("vague", timex="PRESENT_REF")
    return _counted_from(phrase, context, Unit.DAY, "today" if word == "tonight" else word)


def weekday(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Tuesday" to the day that the evidence speaks for."""
    named = phrase.meaning("WEEKDAY", "SHORT_WEEKDAY")
    opening = 1 + (phrase.before() == "A")
    in_brackets = phrase.before(opening) == "OPEN" and phrase.after() == "CLOSE"
    beside = in_brackets or (opening > 1 and phrase.before(opening) == "COMMA")
    if not isinstance(named, int) or (beside and phrase.before(opening + 1) in _OF_A_DAY):
        return None
    if figurative.is_of_every_week(phrase):
        return undated.repeated(phrase, context, following)
    if told := the_weekday(phrase, context):
        return told
    if (ago := days_since_later(phrase, named, context)) is not None:
        reading = relative.from_publication(phrase, context, Unit.DAY, -ago)
        return replace(reading, time=hours.time_of_day(phrase))
    if counted := counted_behind(phrase, following):
        return _weekday_counted(phrase, named, counted, context)
    found = candidates.beside_its_date(phrase, candidates.weekly(named, context))
    found = candidates.on_feast(found, phrase, following)
    question = Question(phrase, outlook(phrase), found, "weekday")
    unknown = Reading("relative", timex=undated.unknown(Unit.DAY))
    if figurative.is_any_weekday(phrase):
        return unknown
    reading = calendar.decide(question, unknown, context)
    return replace(reading, time=hours.time_of_day(phrase)) if reading.moments else reading


def _weekday_counted(phrase: Phrase, named: int, counted: Phrase, context: Context) -> Reading:
    """Resolve "on Friday two weeks ago"; "on a Sunday ten years ago" is any of that year."""
    weeks = quantities.count(counted) if quantities.unit(counted) is Unit.WEEK else None
    if weeks is None or counted.rule != "ago":
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    day = context.from_publication(
        lambda day: Moment.of_day(
            Unit.DAY, day + dt.timedelta(named - day.weekday() - _DAYS_IN_WEEK * weeks)
        )
    )
    if day is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    context.remember(day, phrase, explicit=False, of_text=False)
    return Reading("relative", (day,), anchor=context.published_anchor)


def which_by_publication(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> Reading | None:
    """Resolve "last week" from publication, "the next day" from the text."""
    if _is_no_unit(phrase) or figurative.is_no_time(phrase):
        return None
    season = phrase.meaning("SEASON", "WORD_SEASON")
    if isinstance(season, int):
        return seasons.which_season(phrase, context, season)
    if of_text := _counted_from_text(phrase, context, following):
        return of_text
    unit = quantities.unit(phrase)
    if (named := phrase.index("WEEKDAY", "SHORT_WEEKDAY")) is not None:
        return _which_weekday(phrase, context, named)
    if phrase.has("DAYPART"):
        text = "yesterday" if quantities.direction(phrase) < 0 else "today"
        return _counted_from(phrase, context, Unit.DAY, text)
    if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return _counted_from(phrase, context, unit, f"{_step(phrase, context)} {unit.name.lower()}")
    if unit is None:
        return Reading("vague", timex="PRESENT_REF")
    if unit is Unit.DAY:
        return Reading("relative", timex=undated.unknown(unit))
    if phrase.has("PAST") and unit in _LASTING:
        return undated.length(phrase, context, following)
    return relative.from_publication(phrase, context, unit, _units_on(phrase, context))


def _is_no_unit(phrase: Phrase) -> bool:
    """Tell "at the last minute", "the first week of", "quarter-finals" and "the week-end"."""
    is_first_of = phrase.after(0) in ("UNIT", "UNITS") and phrase.after() == "OF"
    is_final = phrase.after() == "HYPHEN" and phrase.word_after(2).startswith("final")
    is_short = is_final or phrase.meaning("UNIT") in quantities.SHORTER_THAN_DAYS
    is_weekend = phrase.has("HYPHEN") and phrase.meaning("UNIT") is Unit.WEEK
    is_weekend = is_weekend and phrase.rule == "end_of"
    return is_short or (is_first_of and phrase.has("THE")) or is_weekend


def _is_of_this_day(phrase: Phrase, context: Context) -> bool:
    """Tell "is expected to arrive later in the day", in news that told of another day before."""
    told = context.last(Unit.DAY, phrase, within=2) if phrase.rule == "later_in" else None
    day = told[0].first_day() if told else None
    if told is None or day is None or context.days is None:
        return False
    if phrase.meaning("UNIT") is not Unit.DAY:
        return False
    is_past = (context.days[0] - day).days > 1 or told[1].phrase.rule == "holiday"
    is_to_come = outlook(phrase).tense in (Tense.PLAN, Tense.FUTURE, Tense.PAST_PLAN)
    return is_past and is_to_come and not context.tells_of_long_ago(phrase)


def _step(phrase: Phrase, context: Context) -> str:
    """Return which unit beside that of publication is meant.

    Who will do something "this week", told on a Sunday, means the week that then begins.
    """
    step = ("last", "this", "next")[quantities.direction(phrase) + 1]
    if "coming" in phrase.text.lower() and relative.has_begun(phrase, context):
        return "this"
    if step == "this" and _is_end_past(phrase):
        return "last"
    days = context.days
    begins = days is not None and days[0] == days[1] and days[0].weekday() == _SATURDAY + 1
    is_week = begins and phrase.meaning("UNIT") is Unit.WEEK
    tense = outlook(phrase).tense
    is_to_come = tense in _TO_COME or (tense is Tense.PRESENT and phrase.word_before() == "by")
    return "next" if step == "this" and is_week and is_to_come else step


def _units_on(phrase: Phrase, context: Context) -> int:
    """Return how many units from publication a phrase means.

    "The coming weekend" is of its own week until Friday; what "was held this weekend" was then
    held at the last one.
    """
    direction = quantities.direction(phrase)
    if phrase.meaning("UNIT") is not Unit.WEEKEND or context.days is None:
        return direction
    if "coming" in phrase.text.lower() and context.days[1].weekday() < _SATURDAY:
        return 0
    return -1 if direction == 0 and is_over(phrase, context) else direction


def _which_weekday(phrase: Phrase, context: Context, named: int) -> Reading:
    """Resolve "last Tuesday", "Friday next" and "this Sunday", at whose weekday `named` points.

    "This coming Monday" is the nearest to come, whichever day it is said on.
    """
    shift = quantities.direction(phrase)
    number = phrase.tokens.meaning(named)
    name = WEEKDAYS[number] if isinstance(number, int) else ""
    if shift == 0 and is_over(phrase, context):
        return _counted_from(phrase, context, Unit.DAY, name, shift=1)
    text = " ".join((("last", "", "next")[shift + 1], name)).strip()
    prefer = "future" if shift >= 0 else "past"
    is_next = phrase.tokens.symbol(named - 1) == "DIRECTION" and "coming" not in phrase.text.lower()
    too_near = _TOO_NEAR[shift + 1] * is_next
    return _counted_from(phrase, context, Unit.DAY, text, prefer, -(shift == 0), too_near)


def _counted_from_text(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    if is_of_today(phrase, context) or _is_of_this_day(phrase, context):
        return relative.from_publication(phrase, context, Unit.DAY, 0)
    if relative.counts_from_text(phrase, context):
        return relative.which(phrase, context, following)
    told = _year_of_sentence(phrase, context)
    return relative.told_from(told.moment, phrase, context, told) if told else None


def _year_of_sentence(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the year of "opened 31 cases in 2019; at year's end 12 were pending"."""
    if phrase.rule != "end_of" or phrase.has("DIRECTION", "THE") or is_coming(phrase):
        return None
    heading = context.heading
    if heading and heading.moment.unit is Unit.YEAR and not phrase.has("DIRECTION"):
        return heading
    told = context.years[-1] if context.years else None
    named = told is not None and told.moment.unit is Unit.YEAR and told is context.remembered[-1]
    return told if named and told and between(told.phrase, phrase) == "sentence" else None


def _is_end_past(phrase: Phrase) -> bool:
    """Tell "in prison at year's end" and "up since year-end" from "at the end of this year".

    So is what "had not ended by the end of the year", which is over.
    """
    if phrase.has("DIRECTION") or phrase.word_at("EDGE") not in ("end", "close"):
        return False
    look, before = outlook(phrase), phrase.word_before()
    over = Tense.PLUPERFECT if before == "by" else Tense.PAST if before in _AT_ENDS else None
    return before == "since" or (look.tense is over and not look.looks_ahead)


def is_coming(phrase: Phrase) -> bool:
    """Tell whether the clause of a phrase looks ahead."""
    return outlook(phrase).tense in _COMING
