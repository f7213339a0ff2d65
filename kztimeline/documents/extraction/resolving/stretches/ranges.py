"""Resolves stretches: what a dash or "to" joins, quarters, halves."""

from __future__ import annotations

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.signs.habits import recurs
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MEASURES, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import games
from kztimeline.documents.extraction.naming.numbered import is_labelled, is_no_part_of_year
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving.calendar import (
    calendar_moment,
    completed,
    dated,
    era,
    year_of,
)
from kztimeline.documents.extraction.resolving.hours import time_of_day
from kztimeline.documents.extraction.resolving.references.quarters_told import (
    quarter_ended,
    quarter_told,
)
from kztimeline.documents.extraction.resolving.references.years_told.beside import (
    year_under_way,
)
from kztimeline.documents.extraction.resolving.references.years_told.named_years import (
    from_aside,
    year_told_after,
)
from kztimeline.documents.extraction.resolving.stretches.shortened import years_joined
from kztimeline.documents.extraction.resolving.years import is_counted
from kztimeline.documents.extraction.weighing.context import LONGEST_MONTH, Context
from kztimeline.documents.extraction.weighing.remembered import Remembered
from kztimeline.documents.extraction.weighing.years_beside import year_beside

_THOUSAND = 1000
_SPOKEN_YEARS = range(1100, 3000)
# "Until eleven thirty" is an hour.
_SPOKEN_IN_TWO = range(1300, 3000)
_DECEMBER = 12
_TO_COME = frozenset({Tense.FUTURE, Tense.PLAN})
# Behind a half-year a clause goes on with them.
_GOING_ON = frozenset({"alone", "although", "because", "but", "though", "while", "yet"})
_PRONOUNS = frozenset({"he", "it", "she", "they", "we"})
_MONTHS_IN_QUARTER = 3
_MEASURE_REACH = 8
_ENDS_OF_YEAR = {"opening": 1, "closing": 4, "final": 4}
_YEARS = ("YEAR", "FISCAL_CODE", "THREE_DIGITS", "TWO_DIGITS", "DAY_NUMBER")


def ranged(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve what a dash joins: "1992-95", "16-17 December", "499-493 BC"."""
    ends = _range_ends(phrase, context)
    if ends is None:
        return None
    first, last = ends
    if _is_score(phrase, first, last):
        return None
    explicit = last.year is not None
    if not explicit and recurs(phrase) and not context.is_in_chronicle(phrase):
        return Reading("set", (first, last))
    anchor = None
    if not explicit:
        first, last, anchor = _in_years(first, last, phrase, context, following)
    if first.year is None and last.year is not None:
        first = first.in_year(last.year - (first.part > last.part))
    if explicit and phrase.rule != "year_range":
        context.remember(last, phrase, explicit=True)
    elif first.year is not None and phrase.is_in_heading:
        context.remember(first, phrase, explicit=True)
        context.heading_until = last.year or first.year
    if phrase.rule == "month_range" and first.year is not None:
        context.months = first, last, phrase
    if phrase.rule == "year_range":
        context.span = Remembered(first, phrase, True), Remembered(last, phrase, True)
    return Reading("range", (first, last), anchor=anchor, time=time_of_day(phrase))


def _in_years(
    first: Moment, last: Moment, phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[Moment, Moment, str | None]:
    """Return the ends of a stretch that says no year with that of its context, and what told it."""
    turns = first.part > last.part
    if told := from_aside(phrase) or year_told_after(first, phrase, context):
        last = last.in_year(told[0])
        context.remember(last, phrase, explicit=True)
        return first, last, told[1]
    if now := year_under_way(first, last, context):
        return first, last.in_year(now + turns), context.published_anchor
    if beside := year_beside(first, phrase, context):
        last = last.in_year(beside[0] + turns)
        context.remember(last, phrase, explicit=True)
        return first, last, beside[1].anchor
    if _goes_by_first(phrase, turns):
        reading = dated(first, _opening(phrase), context, following)
        first = reading.moments[0]
        last = last if first.year is None else last.in_year(first.year + turns)
        if _is_yet_to_end(last, phrase, context):
            first, last = first.in_year((first.year or 1) - 1), last.in_year((last.year or 1) - 1)
        if phrase.rule == "month_range" and last.year is not None:
            context.remember(last, phrase, explicit=False)
        return first, last, reading.anchor
    reading = completed(last, phrase, context)
    return first, reading.moments[0], reading.anchor


def _is_yet_to_end(last: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell the September of "fell from January to September", told in the January behind it."""
    return outlook(phrase).tense in TOLD and context.is_to_come(last.first_day(), LONGEST_MONTH)


def _goes_by_first(phrase: Phrase, turns: bool) -> bool:
    """Tell "ran from May to July", which goes by its May, from "May-July" and what is to come.

    What was begun before publication can end after it, and end before it will not.
    """
    tense = outlook(phrase).tense
    spoken = phrase.word_before() in ("between", "from") and not phrase.whole
    return (spoken and not (turns and tense in _TO_COME)) or (turns and tense in TOLD)


def _opening(phrase: Phrase) -> Phrase:
    """Return the May of "from May 3 to July 4"."""
    joint = next(iter(phrase.indexes("TO", "AND", "DASH", "HYPHEN", "UNTIL")), phrase.last)
    rule = "day" if phrase.rule == "spoken_range" else "bare_month"
    return Phrase(rule, phrase.tokens, phrase.first, joint)


def _is_score(phrase: Phrase, first: Moment, last: Moment) -> bool:
    """Tell "beat May 6-3", whose figures fall within one month."""
    one_month = phrase.rule == "day_range" and len(_numbers(phrase, *MONTH_SYMBOLS)) == 1
    return one_month and first.day > last.day


def _range_ends(phrase: Phrase, context: Context) -> tuple[Moment, Moment] | None:
    if phrase.rule == "year_range":
        return None if is_labelled(phrase) or is_counted(phrase) else _year_ends(phrase, context)
    whole = phrase.whole or phrase
    months, days = _numbers(whole, *MONTH_SYMBOLS), _numbers(phrase, *DAY_SYMBOLS) or [0]
    years: list[int | None] = [*_numbers(whole, "YEAR")] or [year_of(phrase, context)]
    unit = Unit.DAY if days[0] else Unit.MONTH
    first_year = years[0] if len(years) > 1 else None
    if years[0] is not None and len(years) == 1 and _has_year_first(whole):
        first_year, turns = years[0], (months[0], days[0]) > (months[-1], days[-1])
        years = [years[0] + turns]
    first = Moment(unit, first_year, months[0], days[0])
    if phrase.rule == "spoken_range" and len(months) == 1 and days[0] > days[-1]:
        first = _in_month_before(first)
    return first, Moment(unit, years[-1], months[-1], days[-1])


def _in_month_before(first: Moment) -> Moment:
    """Return the March of "from the 21st until 2 April", whose year is that of its end."""
    return Moment(Unit.DAY, None, first.part - 1 or _DECEMBER, first.day)


def _has_year_first(phrase: Phrase) -> bool:
    """Tell the year of "between October 2012 and January", which only its first month names."""
    months = phrase.indexes(*MONTH_SYMBOLS)
    year = phrase.index("YEAR")
    return year is not None and len(months) > 1 and months[0] < year < months[-1]


def _numbers(phrase: Phrase, *symbols: str) -> list[int]:
    meanings = [phrase.tokens.meanings[i] for i in phrase.indexes(*symbols)]
    return [meaning for meaning in meanings if isinstance(meaning, int)]


def _year_ends(phrase: Phrase, context: Context) -> tuple[Moment, Moment] | None:
    if joined := years_joined(phrase, context):
        return Moment(Unit.YEAR, joined[0]), Moment(Unit.YEAR, joined[1])
    ends = [Moment(Unit.YEAR, year * era(phrase)) for year in _numbers(phrase, *_YEARS)]
    if len(ends) < 2 or (ends[0].year or 0) >= (ends[-1].year or 0):
        return None
    return ends[0], ends[-1]


def unit_of_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the second quarter of 2012", "Q2 2012", "2Q12" and "the first half of 2012".

    "Its fourth quarter, ended June 30," is that of the calendar which ended then.
    """
    is_open = phrase.has("QUARTER") and not phrase.has("YEAR") and phrase.word_after() != "ending"
    is_open = is_open and phrase.word_after(2) != "ending"
    ended = quarter_ended(phrase, context) if is_open else None
    if ended is None:
        return _part_of_year(phrase, context, following)
    context.remember(ended, phrase, explicit=False, of_text=False)
    return Reading("relative", (ended,), anchor=context.published_anchor)


def _part_of_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    code = phrase.meaning("QUARTER_CODE", "HALF_CODE")
    if games.is_of_match(phrase) or is_no_part_of_year(phrase):
        return None
    if isinstance(code, str):
        year, _, part = code.partition("/")
        unit = Unit.HALF if phrase.has("HALF_CODE") else Unit.QUARTER
        return dated(Moment(unit, int(year), int(part)), phrase, context, following)
    number = phrase.meaning("QUARTER_LABEL", "HALF_LABEL") or quantities.ordinal(phrase)
    number = number or _end_of_year(phrase) or _quarter_of_month(phrase)
    if phrase.has("DIRECTION", "LATTER") and phrase.has("QUARTER", "PORTION") and number is None:
        number = _last_or_told(phrase, context)
    of_other = phrase.has("UNIT") and phrase.meaning("UNIT") is not Unit.YEAR
    if phrase.has("QUARTER") and (of_other or phrase.after(0) == "UNITS"):
        return None
    if not isinstance(number, int):
        return None
    if phrase.rule == "portion" and not phrase.has("YEAR", "HALF_LABEL"):
        measured = phrase.has("HYPHEN") and _is_measured(phrase)
        if not measured and (phrase.has("HYPHEN") or not _is_half_year(phrase)):
            return None
    if number == 0:
        return dated(Moment(Unit.YEAR, year_of(phrase, context)), phrase, context, following)
    unit = Unit.HALF if phrase.rule == "portion" else Unit.QUARTER
    if number > (2 if unit is Unit.HALF else 4):
        return None
    return dated(Moment(unit, _year_of_part(phrase, context), number), phrase, context, following)


def quarters(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Q1–Q3 2011"."""
    joined = phrase.meaning("QUARTERS_CODE")
    if not isinstance(joined, str):
        return None
    year, first, last = map(int, joined.split("/"))
    ends = Moment(Unit.QUARTER, year, first), Moment(Unit.QUARTER, year, last)
    context.remember(ends[1], phrase, explicit=True)
    return Reading("range", ends)


def numbered_week(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "week 22 of 2001" to that week of ISO 8601."""
    code = phrase.meaning("WEEK_CODE")
    if not isinstance(code, str):
        return None
    week = Moment(Unit.WEEK, *map(int, code.split("/")))
    context.remember(week, phrase, explicit=True)
    return Reading("date", (week,))


def _year_of_part(phrase: Phrase, context: Context) -> int | None:
    """Return the year of "the last quarter of this year", of which "last" says nothing."""
    of = phrase.index("OF") if phrase.has("QUARTER") and phrase.has("UNIT") else None
    named = phrase if of is None else Phrase(phrase.rule, phrase.tokens, of, phrase.last)
    return year_of(named, context)


def _last_or_told(phrase: Phrase, context: Context) -> int | None:
    """Return which part "the last half of 2015" and "the same quarter of 2015" mean; 0 for none."""
    if phrase.has("LATTER") or phrase.word_at("DIRECTION") == "last":
        if phrase.has("PORTION") and phrase.word_at("PORTION") != "half":
            return 0
        return 2 if phrase.has("PORTION") else 4
    told = quarter_told(context) if phrase.has("QUARTER") else None
    return told.moment.part if told else None


def _end_of_year(phrase: Phrase) -> int | None:
    """Return which quarter "the final quarter" is: of a year, or of sales and not of a match."""
    number = _ENDS_OF_YEAR.get(phrase.word_at("WORD"))
    if number is None or phrase.has("YEAR", "SHORT_YEAR", "UNIT"):
        return number
    places = range(1, _MEASURE_REACH)
    near = {*map(phrase.word_before, places), *map(phrase.word_after, places)}
    return None if near.isdisjoint(MEASURES) else number


def _quarter_of_month(phrase: Phrase) -> int | None:
    """Return which quarter "the June quarter" and "the April-June quarter" are."""
    month = phrase.meaning(*MONTH_SYMBOLS)
    return -(-month // _MONTHS_IN_QUARTER) if isinstance(month, int) else None


def _is_measured(phrase: Phrase) -> bool:
    """Tell "first-half profit" from the first-half goal of a match."""
    portion = phrase.tokens.word(phrase.last - 1).lower()
    return portion == "half" and not MEASURES.isdisjoint(map(phrase.word_after, (1, 2)))


def _is_half_year(phrase: Phrase) -> bool:
    """Tell "the second half of the year" from "the first part of the month"."""
    portion = phrase.index("PORTION")
    is_noun = phrase.after() == "WORD" and verbs.form(phrase.word_after()) is verbs.Form.NONE
    if is_noun and not phrase.has("UNIT") and not _opens_clause(phrase):
        return False
    return (
        portion is not None
        and phrase.tokens.word(portion).lower() == "half"
        and phrase.meaning("UNIT") in (None, Unit.YEAR)
    )


def _opens_clause(phrase: Phrase) -> bool:
    """Tell "In the second half it plans" and "in the first half alone" from "half prices"."""
    if phrase.word_after() in _GOING_ON:
        return True
    opens = phrase.before() == "IN" and phrase.before(2) in ("STOP", "BREAK")
    acts = verbs.form(phrase.word_after(2)) in (verbs.Form.PAST, verbs.Form.WAS)
    return opens and (phrase.word_after() in _PRONOUNS or acts)


def spoken_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "nineteen ninety-six", "the year two thousand" and "May 3, two thousand and six"."""
    first = next(iter(phrase.indexes("NUMBER_WORD")), phrase.last)
    year = _year_in_words(Phrase(phrase.rule, phrase.tokens, first, phrase.last))
    if year is None:
        return None
    part = Phrase("day", phrase.tokens, phrase.first, first) if first > phrase.first else None
    moment = calendar_moment(part, context) if part else None
    moment = moment.in_year(year) if moment else Moment(Unit.YEAR, year)
    if part and moment.unit is Unit.MONTH:
        moment = _day_of(moment, part)
    return dated(moment, phrase, context, following)


def _day_of(month: Moment, phrase: Phrase) -> Moment:
    """Return the day of a month that words name: "the third day of May", "the last day of"."""
    if number := quantities.ordinal(phrase):
        return Moment(Unit.DAY, month.year, month.part, number)
    edge = phrase.meaning("EDGE_DAY")
    day = month.first_day() if edge == 1 else month.last_day() if edge else None
    return Moment.of_day(Unit.DAY, day) if day else month


def _year_in_words(number: Phrase) -> int | None:
    """Return the year of "nineteen ninety-six" and "one thousand nine hundred and six"."""
    year, spoken = 0, 0
    for at in range(number.first, number.last):
        meaning = number.tokens.meanings[at]
        if not isinstance(meaning, int):
            continue
        if meaning == _THOUSAND:
            year, spoken = spoken * _THOUSAND, 0
        elif number.tokens.symbol(at) == "HUNDRED":
            spoken *= meaning
        else:
            # "Nineteen ninety" begins with its century.
            spoken = spoken * 100 + meaning if at == number.first + 1 else spoken + meaning
    year += spoken
    in_full = any(number.tokens.symbol(at) == "HUNDRED" for at in range(number.first, number.last))
    return year if year in (_SPOKEN_YEARS if in_full else _SPOKEN_IN_TWO) else None
