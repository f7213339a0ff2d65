"""Resolves phrases that name a part of the calendar, with or without its year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.signs.habits import recurs
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import named_dates
from kztimeline.documents.extraction.naming.games import is_hole_or_inning
from kztimeline.documents.extraction.naming.months import names_month, names_season
from kztimeline.documents.extraction.naming.no_dates.birthdays import is_birthday
from kztimeline.documents.extraction.naming.numbered import is_of_a_thing
from kztimeline.documents.extraction.naming.titles import is_known_by_month
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import hours, years
from kztimeline.documents.extraction.resolving.references import quarters_told
from kztimeline.documents.extraction.resolving.references.years_told.beside import (
    year_beside_its_like,
)
from kztimeline.documents.extraction.resolving.references.years_told.named_years import (
    day_set_against,
    from_aside,
    is_year_of_aside,
    year_beside_that,
    year_spoken_of,
    year_told_after,
)
from kztimeline.documents.extraction.resolving.references.years_told.years_counted import (
    year_counted_to,
)
from kztimeline.documents.extraction.resolving.stretches import shortened
from kztimeline.documents.extraction.weighing import candidates
from kztimeline.documents.extraction.weighing.context import Context, between
from kztimeline.documents.extraction.weighing.questions import Candidate, Question
from kztimeline.documents.extraction.weighing.remembered import Remembered
from kztimeline.documents.extraction.weighing.years_beside import year_beside

DAY_OF_ATTACKS = Moment(Unit.DAY, 2001, 9, 11)
_ATTACK_WORDS = frozenset({"attack", "attacks", "terror", "terrorist", "terrorism", "hijackings"})
_TELLS_STORY = ("day", "month", "season")
_OF_NEWS = frozenset({"last", "this", "next"})
_ABOUT = frozenset({"ABOUT", "CIRCA"})
# What stands between two dates that share a year: "March, June and July 2019".
_JOINING = frozenset({
    "AND", "TO", "DASH", "HYPHEN", "SLASH", "COMMA", "UNTIL", "THE", "IN", "ON",
})  # fmt: skip
_LONGEST_JOINT, _LONGEST_LIST = 3, 4


def calendar(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve a day, month, season or year, alone or with a part of it before it."""
    partial = calendar_moment(phrase, context)
    if phrase.rule == "bare_month" and not names_month(phrase):
        return None
    if phrase.rule in ("bare_season", "part_season") and not names_season(phrase):
        return None
    if partial is None or not years.is_year(phrase, partial) or is_year_of_aside(phrase):
        return None
    if quarter := quarters_told.quarter_in_year(phrase, context):
        partial = Moment(Unit.QUARTER, partial.year, quarter)
    reading = dated(partial, phrase, context, following)
    time = hours.time_of_day(phrase)
    about = phrase.before(1 + (phrase.before() == "DOT"))
    approximate = phrase.has(*_ABOUT) or about in _ABOUT
    return replace(reading, approximate=approximate, time=time) if time or approximate else reading


def dated(partial: Moment, phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Return a date as it is, or with the year that what stands around it tells."""
    if partial.year is not None:
        if others := _in_other_years(partial, phrase, context):
            return in_one_century(others, phrase, context)
        relative = None if has_year(phrase) else _relative_year(phrase, context)
        context.remember(partial, phrase, explicit=True)
        if relative:
            return Reading("relative", (partial,), anchor=relative[1])
        return Reading("date", (partial,))
    if recurs(phrase) and not context.is_in_chronicle(phrase):
        return Reading("set", (partial,))
    if told := _year_told(partial, phrase, context, following):
        year, anchor = told
        context.remember(partial.in_year(year), phrase, explicit=True)
        return Reading("relative", (partial.in_year(year),), anchor=anchor)
    if phrase.meaning("UNIT") is Unit.YEAR and context.published is None:
        return Reading("relative", (partial,))
    if is_known_by_month(phrase) and not any(item.explicit for item in context.remembered):
        return Reading("date", (partial,))
    if is_birthday(phrase) and not context.tells_year_near(phrase):
        return Reading("set", (partial,))
    return completed(partial, phrase, context)


def _year_told(
    partial: Moment, phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[int, str] | None:
    """Return the year that syntax alone gives a date, and what tells it; or None."""
    joined = _from_coordinate(partial, phrase, following, context)
    if joined and joined[0].year is not None:
        return joined[0].year, joined[1]
    told = from_aside(phrase) or year_told_after(partial, phrase, context)
    told = told or year_counted_to(partial, phrase, context, following)
    if told := told or year_beside_its_like(partial, phrase, context):
        return told
    if beside := year_beside(partial, phrase, context) or year_spoken_of(partial, phrase, context):
        return beside[0], beside[1].anchor
    year = context.of_lists.get(phrase.first)
    return (year, context.published_anchor) if year else None


def _in_other_years(partial: Moment, phrase: Phrase, context: Context) -> list[Moment]:
    """Return what "May '98" and "10 December 2010/11" can mean, if that is not one year."""
    short, joined = shortened.figures_of_year(phrase), None
    if phrase.rule == "day" and phrase.has("YEAR_RANGE"):
        joined = shortened.years_joined(phrase, context)
    told = joined or () if short is None else shortened.short_years(short, phrase, context)
    return [partial.in_year(year) for year in told] if len(told) > 1 else []


def in_one_century(moments: Sequence[Moment], phrase: Phrase, context: Context) -> Reading:
    """Weigh what two figures of a year can mean; without a clear winner it has no year."""
    found = tuple(Candidate(moment, "its figures", of_text=True) for moment in moments)
    question = Question(phrase, outlook(phrase), found, "century")
    return decide(question, Reading("date", (moments[0].in_year(None),)), context)


def completed(
    partial: Moment,
    phrase: Phrase,
    context: Context,
    day_in: Callable[[int], tuple[int, int]] | None = None,
) -> Reading:
    """Give a part of the calendar the year that the evidence speaks for, or none.

    The weekday or name beside a day tells its year. A feast that moves has none to fit: where
    it is in each year, `day_in` says, as month and day.
    """
    weekday = None if day_in else phrase.meaning("WEEKDAY", "SHORT_WEEKDAY")
    fitting = weekday if isinstance(weekday, int) and partial.unit is Unit.DAY else None
    found = candidates.yearly(partial, fitting, phrase, context)
    if fitting is not None and (slip := candidates.despite(fitting, partial, phrase, context)):
        found = slip
    if day_in:
        found = [_moved(item, day_in) for item in found]
    if name := phrase.name:
        found = [item for item in found if named_dates.fits(item.moment, name)]
    question = Question(phrase, outlook(phrase), tuple(found))
    return decide(question, Reading("relative", (partial,)), context)


def _moved(item: Candidate, day_in: Callable[[int], tuple[int, int]]) -> Candidate:
    year = item.moment.year
    moment = item.moment if year is None else Moment(Unit.DAY, year, *day_in(year))
    return replace(item, moment=moment)


def decide(question: Question, unknown: Reading, context: Context) -> Reading:
    """Weigh the candidates of a mention; without a clear winner it stays as `unknown`."""
    if not question.candidates:
        return unknown
    context.choice = context.choose(question, context)
    winner = context.choice.winner
    if winner is None:
        best = context.choice.weighed[:1]
        guess = best[0].candidate if best else None
        open_moment = unknown.moments[0] if unknown.moments else Moment(Unit.DAY, None)
        told = guess.moment if guess and guess.of_text and question.kind == "year" else None
        context.leave_open(open_moment, told, question.phrase)
        return unknown
    context.remember(winner.moment, question.phrase, explicit=False, of_text=winner.of_text)
    return Reading("relative", (winner.moment,), anchor=winner.anchor)


def has_year(phrase: Phrase) -> bool:
    """Tell whether a phrase, or the list that it is a part of, says a year."""
    return phrase.has("YEAR") or (phrase.whole is not None and phrase.whole.has("YEAR"))


def upcoming_dates(phrases: list[Phrase], context: Context) -> dict[int, tuple[Moment, Phrase]]:
    """Return for each phrase, by its first token, the next date told with its year.

    A year alone is often an aside; in a heading it is not.
    """
    upcoming: dict[int, tuple[Moment, Phrase]] = {}
    following: tuple[Moment, Phrase] | None = None
    for phrase in reversed(phrases):
        if following:
            upcoming[phrase.first] = following
        tells = phrase.rule in _TELLS_STORY or (phrase.rule == "year" and phrase.is_in_heading)
        if tells and phrase.has("YEAR", "ERA"):
            moment = calendar_moment(phrase, context)
            following = (moment, phrase) if moment and moment.year is not None else following
    return upcoming


def calendar_moment(phrase: Phrase, context: Context, with_day: bool = True) -> Moment | None:
    """Return the part of the calendar a phrase names, year-less if it names no year."""
    whole = phrase.whole or phrase
    year = year_of(whole, context)
    month = whole.meaning(*MONTH_SYMBOLS)
    if isinstance(month, int):
        days = phrase.indexes(*DAY_SYMBOLS) if with_day else []
        day = phrase.tokens.meanings[days[0]] if days else _day_in_words(phrase)
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


def _day_in_words(phrase: Phrase) -> int | None:
    """Return the day of "March eighth"."""
    month = phrase.index(*MONTH_SYMBOLS)
    after = phrase.last if month is None else month + 1
    after += phrase.tokens.symbol(after) == "THE"
    if phrase.rule != "day" or phrase.tokens.symbol(after) not in ("ORDINAL_WORD", "TENS"):
        return None
    return quantities.ordinal(phrase)


def year_of(phrase: Phrase, context: Context) -> int | None:
    """Return the year that a phrase names, in figures or as "that year"; None without one."""
    if (figures := shortened.figures_of_year(phrase)) is not None:
        return shortened.short_years(figures, phrase, context)[0]
    year = phrase.meaning("YEAR", "FISCAL_CODE", "THREE_DIGITS", "TWO_DIGITS")
    if isinstance(year, int):
        leaves_out = not phrase.has("YEAR", "ERA", "FISCAL_CODE")
        return year * (-1 if leaves_out and context.is_ancient(phrase) else era(phrase))
    if isinstance(dual := phrase.meaning("DUAL_YEAR"), str):
        return int(dual.partition("/")[2])
    if joined := shortened.years_joined(phrase, context):
        return joined[0]
    span = phrase.meaning("QUARTER_CODE", "HALF_CODE")
    if isinstance(span, str):
        return int(span.partition("/")[0])
    if phrase.has("ERA"):
        number = phrase.meaning("DAY_NUMBER", "AMOUNT")
        return number * era(phrase) if isinstance(number, int) else None
    relative = _relative_year(phrase, context)
    return relative[0] if relative else None


def _relative_year(phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year that "of that year" and "last year" mean, and against what.

    It is read once: what joins the phrase has that year, and is told before it.
    """
    whole = phrase.whole or phrase
    if "year" not in whole.kept:
        found = _read_relative_year(phrase, whole, context)
        if found is None:
            return None
        whole.kept["year"] = found
    kept = whole.kept["year"]
    return kept if isinstance(kept, tuple) else None


def _read_relative_year(phrase: Phrase, whole: Phrase, context: Context) -> tuple[int, str] | None:
    if whole.has("UNIT") and (named := year_beside_that(whole)):
        return named
    which = whole.index("DIRECTION", "PAST", "BEFORE", "AFTER")
    if which is None or whole.meaning("UNIT") is not Unit.YEAR:
        return None
    year, anchor = None, context.published_anchor
    if whole.tokens.word(which).lower() in _OF_NEWS and whole.tokens.symbol(which - 1) != "THE":
        year = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day))
    elif told := _year_named_last(phrase, context) or context.last(Unit.YEAR, phrase):
        year, anchor = told[0], told[1].anchor
    shift = quantities.direction(whole) - whole.has("BEFORE") + whole.has("AFTER")
    shifted = year.shifted(shift) if year else None
    return (shifted.year, anchor) if shifted and shifted.year is not None else None


def _year_named_last(phrase: Phrase, context: Context) -> tuple[Moment, Remembered] | None:
    """Return the year of "had led it since 2003. She had been elected in May of that year"."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.unit is not Unit.YEAR or not told.explicit:
        return None
    return (told.moment, told) if between(told.phrase, phrase) != "text" else None


def era(phrase: Phrase) -> int:
    """Return -1 for years before Christ, else 1."""
    meaning = phrase.meaning("ERA")
    return meaning if isinstance(meaning, int) else 1


def _from_coordinate(
    partial: Moment, phrase: Phrase, following: list[Phrase], context: Context
) -> tuple[Moment, str] | None:
    """Take the year of "March" in "March and April 1918" from what follows."""
    last = phrase.last
    for other in following[:_LONGEST_LIST]:
        joint = {phrase.tokens.symbol(i) for i in range(last, other.first)}
        if not joint or not joint <= _JOINING or other.first - last > _LONGEST_JOINT:
            return None
        told = _moment_told(other, context)
        if told and told.year is not None:
            if not told.part:
                return None
            if not partial.part:
                partial = replace(partial, part=told.part)
            turns = (partial.part, partial.day) > (told.part, told.day or partial.day)
            return partial.in_year(told.year - turns), other.place
        if not other.has(*MONTH_SYMBOLS) and other.rule != phrase.rule:
            return None
        last = other.last
    return None


def _moment_told(phrase: Phrase, context: Context) -> Moment | None:
    if phrase.rule != "quarter":
        return calendar_moment(phrase, context) if _tells_year(phrase) else None
    code = phrase.meaning("QUARTER_CODE")
    of_code = int(code.partition("/")[2]) if isinstance(code, str) else None
    number = of_code or phrase.meaning("QUARTER_LABEL") or quantities.ordinal(phrase)
    return Moment(Unit.QUARTER, year_of(phrase, context), number if isinstance(number, int) else 0)


def _tells_year(phrase: Phrase) -> bool:
    return (
        has_year(phrase) or phrase.has("ERA") or (phrase.has("UNIT") and phrase.has(*MONTH_SYMBOLS))
    )


def day_of_month(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the 20th" in the month that the evidence speaks for."""
    day = phrase.meaning("ORDINAL_NUMBER")
    if not isinstance(day, int) or day > 31 or is_of_a_thing(phrase) or is_hole_or_inning(phrase):
        return None
    told = _from_coordinate(Moment(Unit.DAY, None, 0, day), phrase, following, context)
    told = told or day_set_against(day, phrase, context)
    if told:
        return Reading("relative", (told[0],), anchor=told[1])
    found = candidates.monthly(day, context, following)
    if not found:
        return None
    question = Question(phrase, outlook(phrase), tuple(found), "month")
    reading = decide(question, Reading("relative", timex=f"XXXX-XX-{day:02}"), context)
    return replace(reading, time=hours.time_of_day(phrase)) if reading.moments else reading
