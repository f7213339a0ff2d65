"""Resolves phrases that name a part of the calendar, with or without its year."""

from __future__ import annotations

import re
from dataclasses import replace

from kztimeline.extraction import holidays, quantities
from kztimeline.extraction.grammar import Phrase
from kztimeline.extraction.moments import Moment, Unit
from kztimeline.extraction.narrative import Context
from kztimeline.extraction.readings import Reading

MONTHS = ("MONTH", "WORD_MONTH", "SHORT_MONTH")
DAY_OF_ATTACKS = Moment(Unit.DAY, 2001, 9, 11)
_ATTACK_WORDS = frozenset({"attack", "attacks", "terror", "terrorist", "terrorism", "hijackings"})
_BEFORE_YEARS = frozenset({"IN", "SINCE", "UNTIL", "PREPOSITION", "OPEN", "THE", "BY"})
_DATES = ("day", "month", "season")
_JOINED = frozenset({"post", "pre"})
_OF_NEWS = frozenset({"last", "this", "next"})
_VERBS_IN_S = frozenset({"was", "is", "has", "as", "this"})
DAYS = ("DAY_NUMBER", "ORDINAL_NUMBER")
_SPOKEN_CENTURIES = range(11, 20)


def calendar(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve a day, month, season or year, alone or with a part of it before it."""
    partial = calendar_moment(phrase, context)
    if partial is None or not _is_calendar_use(phrase, partial):
        return None
    reading = _dated(partial, phrase, context, following)
    time = time_of_day(phrase)
    about = {"ABOUT", "CIRCA"}
    approximate = phrase.has(*about) or phrase.before() in about
    return replace(reading, approximate=approximate, time=time) if time or approximate else reading


def _dated(partial: Moment, phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Return a date as it is, or with the year that what stands around it tells."""
    if partial.year is not None:
        relative = None if phrase.has("YEAR") else _relative_year(phrase, context)
        context.remember(partial, phrase, explicit=True)
        if relative:
            return Reading("relative", (partial,), anchor=relative[1])
        return Reading("date", (partial,))
    moment, anchor = _from_coordinate(partial, phrase, following, context)
    told = moment is not None
    if moment is None:
        moment, anchor = context.complete(partial, phrase, phrase.speaks_of_future())
        told = anchor is not None and anchor != context.published_anchor
    if moment.year is not None:
        context.remember(moment, phrase, explicit=told)
    return Reading("relative", (moment,), anchor=anchor)


def upcoming_dates(phrases: list[Phrase], context: Context) -> dict[int, Moment]:
    """Return for each phrase, by its first token, the next date told with its year.

    A year alone is often an aside; in a heading it is not.
    """
    upcoming: dict[int, Moment] = {}
    following: Moment | None = None
    for phrase in reversed(phrases):
        if following:
            upcoming[phrase.first] = following
        tells = phrase.rule in _DATES or (phrase.rule == "year" and phrase.is_in_heading)
        if tells and phrase.has("YEAR", "ERA"):
            moment = calendar_moment(phrase, context)
            following = moment if moment and moment.year is not None else following
    return upcoming


def time_of_day(phrase: Phrase) -> str:
    """Return the TIMEX3 suffix of "the morning of" or "10:30 on", or nothing."""
    clock = phrase.index("CLOCK")
    if clock is not None:
        return f"T{_hours(phrase.tokens.word(clock))}"
    if phrase.has("EARLY") and phrase.meaning("UNITS") is Unit.HOUR:
        return "TMO"
    daypart = phrase.meaning("DAYPART")
    return daypart if isinstance(daypart, str) else ""


def _hours(text: str) -> str:
    """Write a time such as "3 p.m." or "0530 GMT" as 15:00 or 05:30."""
    figures = [int(figure) for figure in re.findall(r"\d\d?", text)]
    is_afternoon = "p" in text.lower() and figures[0] < 12
    return f"{figures[0] + 12 * is_afternoon:02}:{figures[1] if len(figures) > 1 else 0:02}"


def calendar_moment(phrase: Phrase, context: Context, with_day: bool = True) -> Moment | None:
    """Return the part of the calendar a phrase names, year-less if it names no year."""
    year = _year(phrase, context)
    month = phrase.meaning(*MONTHS)
    if isinstance(month, int):
        days = phrase.indexes(*DAYS) if with_day else []
        day = phrase.tokens.meanings[days[0]] if days else None
        if isinstance(day, int):
            is_attack = phrase.tokens.word(phrase.last) in _ATTACK_WORDS
            if year is None and is_attack and (month, day) == DAY_OF_ATTACKS.order[1:]:
                return DAY_OF_ATTACKS
            return Moment(Unit.DAY, year, month, day) if day <= 31 else None
        return Moment(Unit.MONTH, year, month)
    season = phrase.meaning("SEASON", "WORD_SEASON")
    if isinstance(season, int):
        return Moment(Unit.SEASON, year, season)
    return Moment(Unit.YEAR, year) if year is not None else None


def _year(phrase: Phrase, context: Context) -> int | None:
    year = phrase.meaning("YEAR", "THREE_DIGITS", "TWO_DIGITS")
    if isinstance(year, int):
        era = -1 if context.is_ancient and not phrase.has("YEAR", "ERA") else _era(phrase)
        return year * era
    span = phrase.meaning("YEAR_RANGE")
    if isinstance(span, str):
        return int(span.partition("/")[0])
    short = phrase.meaning("SHORT_YEAR")
    if isinstance(short, int):
        return short_year(short, context)
    if phrase.has("ERA"):
        number = phrase.meaning("DAY_NUMBER")
        return number * _era(phrase) if isinstance(number, int) else None
    relative = _relative_year(phrase, context)
    return relative[0] if relative else None


def _relative_year(phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year that "of that year" and "last year" mean, and against what."""
    which = phrase.index("DIRECTION", "PAST")
    if which is None or not phrase.has("UNIT"):
        return None
    year, anchor = None, context.published_anchor
    if phrase.tokens.word(which).lower() in _OF_NEWS and not context.is_history:
        year = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day))
    elif told := context.last(Unit.YEAR):
        year, anchor = told[0], told[1].anchor
    shifted = year.shifted(quantities.direction(phrase)) if year else None
    return (shifted.year, anchor) if shifted and shifted.year is not None else None


def _era(phrase: Phrase) -> int:
    era = phrase.meaning("ERA")
    return era if isinstance(era, int) else 1


def short_year(short: int, context: Context) -> int:
    """Return the year that '99 means: the one nearest to what the text speaks of."""
    told = context.last(Unit.YEAR)
    if told and told[0].year:
        near = told[0].year
        return near + (short - near + 50) % 100 - 50
    latest = context.published.latest if context.published else None
    if latest:
        return latest.year // 100 * 100 + short - (100 if short > latest.year % 100 else 0)
    return (1900 if short > 30 else 2000) + short


def _is_calendar_use(phrase: Phrase, moment: Moment) -> bool:
    """Tell a year from a number of things: "1945 men", "Article 1945", "1945-foot"."""
    if phrase.rule != "year" or phrase.has(
        "EARLY", "LATER", "MID", "OF", "UNIT", "UNITS", "ERA", "CIRCA", "FISCAL"
    ):
        return True
    if phrase.before() == "HYPHEN" and phrase.tokens.word(phrase.first - 2).lower() in _JOINED:
        return True
    if is_labelled(phrase) or phrase.before() == "HYPHEN" or phrase.after() == "COUNTED":
        return False
    is_joined = phrase.after() == "HYPHEN" and phrase.tokens.starts[phrase.last] == phrase.end
    if is_joined and phrase.before() != "IN":
        return False
    is_round = (moment.year or 0) % 100 == 0
    if phrase.before() in _BEFORE_YEARS or (phrase.before() == "OF" and not is_round):
        return True
    return not _counts_things(phrase) and not (is_round and phrase.after() == "WORD")


def _counts_things(phrase: Phrase) -> bool:
    """Tell the number of "300 ships"."""
    thing = phrase.tokens.word(phrase.last) if phrase.after() == "WORD" else ""
    return thing.endswith("s") and thing not in _VERBS_IN_S


def is_labelled(phrase: Phrase) -> bool:
    """Tell the number of a page, an article or a flight."""
    before = phrase.before(2) if phrase.before() == "DOT" else phrase.before()
    return before == "LABEL"


def _from_coordinate(
    partial: Moment, phrase: Phrase, following: list[Phrase], context: Context
) -> tuple[Moment | None, str | None]:
    """Take the year of "March" in "March and April 1918" from what follows."""
    if not following or partial.year is not None:
        return None, None
    other = following[0]
    between = [phrase.tokens.symbol(i) for i in range(phrase.last, other.first)]
    if between not in (["AND"], ["TO"], ["DASH"], ["HYPHEN"], ["COMMA"]):
        return None, None
    told = calendar_moment(other, context) if other.has("YEAR", "ERA") else None
    if told is None or told.year is None or not (told.part or other.rule == "listed_day"):
        return None, None
    anchor = _place(other)
    if other.rule == "listed_day":
        return partial.in_year(told.year), anchor
    if not partial.part:
        partial = replace(partial, part=told.part)
    return partial.in_year(told.year - (partial.part > told.part)), anchor


def _place(phrase: Phrase) -> str:
    return f"{phrase.text} at {phrase.start}-{phrase.end}"


def listed_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve the 6 of "6 and 7 January 1916", and the 5 of "May 4 and 5"."""
    day = phrase.meaning(*DAYS)
    if not isinstance(day, int):
        return None
    if phrase.before() == "AND" and phrase.before(2) == "DAY_NUMBER" and context.remembered:
        told = context.remembered[-1]
        moment = replace(told.moment, day=day)
        context.remember(moment, phrase, told.explicit)
        return Reading("relative", (moment,), anchor=told.anchor)
    other = next((item for item in following[:2] if item.has(*MONTHS)), None)
    partial = calendar_moment(other, context) if other else None
    if other is None or partial is None:
        return None
    moment = Moment(Unit.DAY, partial.year, partial.part, day)
    return _dated(moment, phrase, context, [])


def ordinal_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first day of January"; a week of a month is left a duration."""
    ordinal = quantities.ordinal(phrase)
    month = phrase.meaning(*MONTHS)
    if not isinstance(month, int) or ordinal is None:
        return None
    if phrase.meaning("UNIT") not in (None, Unit.DAY) or phrase.has("TENS"):
        return part_of_span(phrase, context, following)
    return _dated(Moment(Unit.DAY, _year(phrase, context), month, ordinal), phrase, context, [])


def day_of_month(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the 20th" in the month last told of."""
    day = phrase.meaning("ORDINAL_NUMBER")
    told = context.last(Unit.MONTH, within=2)
    if not isinstance(day, int) or day > 31:
        return None
    moment, anchor = _from_coordinate(Moment(Unit.DAY, None, 0, day), phrase, following, context)
    if moment:
        return Reading("relative", (moment,), anchor=anchor)
    if told is None:
        return None
    moment = Moment(Unit.DAY, told[0].year, told[0].part, day)
    context.remember(moment, phrase, told[1].explicit)
    return Reading("relative", (moment,), anchor=told[1].anchor)


def holiday(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Christmas 1963", "Easter Monday" and "D-Day"."""
    first, year = phrase.first, phrase.index("YEAR", "SHORT_YEAR", "COMMA", "OF") or phrase.last
    name = phrase.tokens.text[phrase.start : phrase.tokens.ends[year - 1]]
    name = " ".join(name.lower().replace("’", "'").split())
    if once := holidays.once(name):
        return Reading("date", (Moment(Unit.DAY, *once),))
    usual = holidays.usual(name)
    if not phrase.tokens.word(first)[0].isupper() or usual is None:
        return None
    rough = Moment(Unit.DAY, _year(phrase, context), *usual)
    reading = _dated(rough, phrase, context, following)
    moment = reading.moments[0]
    if moment.year is None:
        return reading
    exact = holidays.in_year(name, moment.year) or usual
    return replace(reading, moments=(Moment(Unit.DAY, moment.year, *exact),))


def named_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "9/11"."""
    return Reading("date", (DAY_OF_ATTACKS,))


def part_of_span(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the last week of August" to its month, "the first days of 1915" to its year."""
    partial = calendar_moment(phrase, context, with_day=False)
    if partial is None:
        return None
    reading = _dated(partial, phrase, context, following)
    return replace(reading, timex=quantities.duration(phrase))


def unit_of_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the second quarter of 2012", "Q2 2012" and "the first half of 2012"."""
    number = phrase.meaning("QUARTER_LABEL") or quantities.ordinal(phrase)
    if phrase.has("QUARTER") and phrase.after(0) == "UNITS":
        return None
    year = _year(phrase, context)
    if not isinstance(number, int):
        return None
    unit = Unit.HALF if phrase.rule == "portion" else Unit.QUARTER
    if number > (2 if unit is Unit.HALF else 4):
        return None
    return _dated(Moment(unit, year, number), phrase, context, following)


def decade(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the late 1980s"."""
    first_year = phrase.meaning("DECADE", "SHORT_DECADE")
    if not isinstance(first_year, int):
        return None
    moment = Moment(Unit.DECADE, first_year * _era(phrase))
    return Reading("date", (moment,))


def century(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the early 21st century"."""
    ordinal = quantities.ordinal(phrase)
    era = following[0] if phrase.rule == "listed_century" and following else phrase
    if ordinal is None:
        return None
    return Reading("date", (Moment(Unit.CENTURY, (ordinal - 1) * 100 * _era(era)),))


def spoken_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "nineteen ninety-six"."""
    words, tens = _numbers(phrase, "NUMBER_WORD"), phrase.meaning("TENS")
    month = phrase.meaning(*MONTHS)
    if not isinstance(tens, int) or words[0] not in _SPOKEN_CENTURIES:
        return None
    year = 100 * words[0] + tens + sum(words[1:])
    moment = Moment(Unit.YEAR, year)
    if isinstance(month, int):
        moment = Moment(Unit.MONTH, year, month)
    return _dated(moment, phrase, context, following)


def ranged(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve what a dash joins: "1992-95", "16-17 December", "499-493 BC"."""
    ends = _range_ends(phrase, context)
    if ends is None:
        return None
    first, last = ends
    anchor = None
    if last.year is None:
        last, anchor = context.complete(last, phrase, phrase.speaks_of_future())
    if first.year is None and last.year is not None:
        first = first.in_year(last.year - (first.part > last.part))
    if phrase.rule != "year_range" and last.year is not None:
        context.remember(last, phrase, explicit=anchor is None)
    elif first.year is not None and phrase.is_in_heading:
        context.remember(first, phrase, explicit=True)
    return Reading("range", (first, last), anchor=anchor)


def _range_ends(phrase: Phrase, context: Context) -> tuple[Moment, Moment] | None:
    if phrase.rule == "year_range":
        return None if is_labelled(phrase) else _year_ends(phrase, context)
    months, days = _numbers(phrase, *MONTHS), _numbers(phrase, *DAYS) or [0]
    years: list[int | None] = [*_numbers(phrase, "YEAR")] or [_year(phrase, context)]
    unit = Unit.DAY if days[0] else Unit.MONTH
    first_year = years[0] if len(years) > 1 else None
    first = Moment(unit, first_year, months[0], days[0])
    return first, Moment(unit, years[-1], months[-1], days[-1])


def _numbers(phrase: Phrase, *symbols: str) -> list[int]:
    meanings = [phrase.tokens.meanings[i] for i in phrase.indexes(*symbols)]
    return [meaning for meaning in meanings if isinstance(meaning, int)]


def _year_ends(phrase: Phrase, context: Context) -> tuple[Moment, Moment] | None:
    joined = phrase.meaning("YEAR_RANGE")
    if isinstance(joined, str):
        first, last = map(int, joined.split("/"))
        return Moment(Unit.YEAR, first), Moment(Unit.YEAR, last)
    years = _numbers(phrase, "YEAR", "THREE_DIGITS", "TWO_DIGITS", "DAY_NUMBER")
    ends = [Moment(Unit.YEAR, year * _era(phrase)) for year in years]
    return (ends[0], ends[-1]) if len(ends) > 1 else None


def ancient_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "in 490" where a text on antiquity leaves BC out."""
    year = phrase.meaning("THREE_DIGITS", "TWO_DIGITS")
    listed = phrase.rule == "listed_year"
    if not isinstance(year, int) or not (context.is_ancient or listed) or _counts_things(phrase):
        return None
    last = _numbers(phrase, "THREE_DIGITS")[-1] if phrase.has("THREE_DIGITS") else year
    moment = Moment(Unit.YEAR, -year)
    context.remember(moment, phrase, explicit=True)
    if last < year:
        return Reading("range", (moment, Moment(Unit.YEAR, -last)))
    return Reading("date", (moment,)) if last == year else None
