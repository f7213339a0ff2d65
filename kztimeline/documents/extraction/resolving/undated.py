"""Resolves phrases that name no date: lengths of time, ages, what recurs, "the future"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

_UNKNOWN = {
    Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.YEAR: "XXXX",
    Unit.DECADE: "XXX", Unit.CENTURY: "XX",
}  # fmt: skip
_COUNT_REACH, _NEAR = 14, 10
_ORDINALS = frozenset({"ORDINAL_WORD", "ORDINAL_NUMBER", "TIMES"})
_NUMBERS = frozenset({
    "AMOUNT", "DAY_NUMBER", "HUNDRED", "NUMBER_WORD", "TENS", "THREE_DIGITS", "TWO_DIGITS",
})  # fmt: skip
_COUNTING = frozenset({"most", "least", "only", "worst", "best", "time", "more", "less", "record"})


def unknown(unit: Unit) -> str:
    """Return the TIMEX3 value of some `unit` of which no more is known."""
    return _UNKNOWN.get(unit, "XXXX-XX-XX")


def is_shorter(unit: Unit) -> bool:
    """Tell a unit that is shorter than a day, of which no date can be told."""
    return unit not in _UNKNOWN and unit is not Unit.DAY


def length(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Resolve a length of time."""
    return Reading("duration", timex=quantities.timex_duration(phrase))


def age(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Resolve an age."""
    value = quantities.timex_duration(phrase)
    return Reading("age", timex=value if phrase.has("UNIT", "UNITS") else f"{value[:-1]}Y")


def repeated(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Resolve what recurs; "every year since 2015" has a date, "daily" has none."""
    if partial := _day_or_month(phrase):
        return Reading("set", (partial,))
    year = phrase.meaning("YEAR")
    if isinstance(year, int):
        return Reading("set", (Moment(Unit.YEAR, year),))
    meaning = phrase.meaning("FREQUENCY")
    return Reading("set", timex=meaning if isinstance(meaning, str) else _each(phrase))


def _day_or_month(phrase: Phrase) -> Moment | None:
    """Return the day or month of "every 15 January" and "each March", of no one year."""
    month = phrase.meaning(*MONTH_SYMBOLS)
    day = phrase.meaning(*DAY_SYMBOLS)
    if not isinstance(month, int):
        return None
    return Moment(Unit.DAY if day else Unit.MONTH, None, month, day if isinstance(day, int) else 0)


def _each(phrase: Phrase) -> str:
    """Return the TIMEX3 value of "every two weeks", "each Thursday" and "every summer"."""
    weekday, season = phrase.meaning("WEEKDAY", "WEEKDAYS"), phrase.meaning("SEASON", "WORD_SEASON")
    if isinstance(weekday, int):
        return f"XXXX-WXX-{weekday + 1}"
    if isinstance(season, int):
        return Moment(Unit.SEASON, None, season).timex
    daypart = phrase.meaning("DAYPART")
    if isinstance(daypart, str):
        return f"XXXX-XX-XX{daypart}"
    return "P3M" if phrase.has("QUARTER") else quantities.timex_duration(phrase)


def vague(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading:
    """Resolve "now", "recently" and "the future", which are no date."""
    if phrase.rule in ("past", "recent_span"):
        return Reading("vague", timex="PAST_REF")
    return Reading("vague", timex="FUTURE_REF" if phrase.rule == "future" else "PRESENT_REF")


def is_of_a_count(phrase: Phrase) -> bool:
    """Tell "the third vote in two years" and "the worst storm in ten years", which look back.

    "Can make 20 pins in a day" tells how many that is.
    """
    for at in range(phrase.first - 2, max(phrase.first - 2 - _COUNT_REACH, -1), -1):
        if phrase.tokens.symbol(at) in ("STOP", "BREAK", "COMMA"):
            return False
        word, is_near = phrase.tokens.word(at).lower(), phrase.first - at < _NEAR
        if phrase.tokens.symbol(at) in _ORDINALS or word.endswith("est"):
            return True
        if word in _COUNTING and is_near:
            return True
        is_number = phrase.tokens.symbol(at) in _NUMBERS and outlook(phrase).tense is Tense.COULD
        if phrase.has("A") and (is_number or word == "many"):
            return True
    return False
