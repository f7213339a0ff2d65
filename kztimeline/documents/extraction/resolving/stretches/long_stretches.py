"""Resolves decades, centuries and millennia, of either era."""

from __future__ import annotations

import re

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming.games import is_of_cricket
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving.calendar import era, in_one_century
from kztimeline.documents.extraction.resolving.stretches.shortened import short_years
from kztimeline.documents.extraction.weighing.context import Context

_CENTURY = 100
# "The 1800s" are all of them; "the 1900s" are mostly the first ten.
_CENTURIES_IN_FIGURES = range(1000, 1900, _CENTURY)
# Without a day of publication "'10s" are of this century, "'20s" of the last.
_FIRST_OF_LAST_CENTURY = 20
# The winds of "the Roaring Forties"; "the Roaring Twenties" are years.
_LATITUDES = frozenset({"furious", "roaring", "screaming", "shrieking"})
_ROARING = 1920
# Plans are named for such years, and none of the decades that are over.
_FIRST_TO_COME = 2020
_POSSESSIVES = ("'s", "’s")
_DECADES = ("DECADE", "SHORT_DECADE")
# What stands between decades that share their era: "the late 50s and the 40s BC".
_JOINING = frozenset({"AND", "COMMA", "DASH", "EARLY", "HYPHEN", "MID", "THE", "TO", *_DECADES})
_LONGEST_LIST = 20
_OF_WEATHER = re.compile(
    r"\b(?:highs|lows|mercury|temperatures?|readings)\b[^.;\n]{0,40}?"
    r"\b(?:around|in|into|near|reach(?:es|ed|ing)?|to)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_WEATHER_REACH = 90


def decade(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the late 1980s", "the '10s" and "the 40s BC"."""
    first_year = phrase.meaning(*_DECADES)
    is_age = phrase.word_before() in verbs.OWNED and phrase.rule == "decade"
    is_year = phrase.has("DECADE") and any(map(str.isdecimal, phrase.text))
    if not isinstance(first_year, int) or (is_age and not is_year) or _is_of_weather(phrase):
        return None
    if phrase.word_before() in _LATITUDES and first_year != _ROARING:
        return None
    if era_named := _era_behind(phrase):
        return Reading("date", (_of_era(Unit.DECADE, first_year, era_named),))
    is_named = phrase.before() == "NAME" and first_year >= _FIRST_TO_COME
    if is_named and phrase.text.endswith(_POSSESSIVES):
        # "Vision 2030's goals".
        return Reading("date", (Moment(Unit.YEAR, first_year),))
    if first_year >= _CENTURY:
        is_century = first_year in _CENTURIES_IN_FIGURES
        return Reading("date", (Moment(Unit.CENTURY if is_century else Unit.DECADE, first_year),))
    decades = [Moment(Unit.DECADE, year) for year in _centuries(first_year, phrase, context)]
    if len(decades) == 1:
        return Reading("date", (decades[0],))
    return in_one_century(decades, phrase, context)


def _is_of_weather(phrase: Phrase) -> bool:
    """Tell the degrees of "highs in the mid-80s" and "temperatures fell into the 20s"."""
    short = phrase.has("SHORT_DECADE") and "'" not in phrase.text
    return short and _OF_WEATHER.search(phrase.text_before(_WEATHER_REACH)) is not None


def _centuries(short: int, phrase: Phrase, context: Context) -> tuple[int, ...]:
    """Return the first years of the decades that two figures can mean; none is to come."""
    told = any(item.moment.year for item in context.remembered)
    if context.published is None and not told:
        return (short + (2000 if short < _FIRST_OF_LAST_CENTURY else 1900),)
    years = short_years(short, phrase, context)
    if context.days is None:
        return years
    latest = context.days[1].year
    return tuple(year - _CENTURY * (year > latest) for year in years)


def _era_behind(phrase: Phrase) -> int:
    """Return -1 or 1 for the era of a decade, or of the list that it begins; 0 without one."""
    if phrase.has("ERA"):
        return era(phrase)
    tokens, near = phrase.tokens, range(phrase.last, phrase.last + _LONGEST_LIST)
    at = next((at for at in near if tokens.symbol(at) not in _JOINING), near.stop)
    named = tokens.meaning(at) if tokens.symbol(at) == "ERA" else None
    listed = tokens.symbol(at - 1) in _DECADES
    return named if listed and isinstance(named, int) else 0


def century(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the early 21st century" and "the 3rd millennium BC"."""
    ordinal = quantities.ordinal(phrase)
    told = following[0] if phrase.rule == "listed_century" and following else phrase
    if not ordinal or is_of_cricket(phrase):
        return None
    if not told.has("UNIT", "UNITS"):
        return Reading("date", (_of_era(Unit.CENTURY, (ordinal - 1) * 100, era(told)),))
    if told.meaning("UNIT", "UNITS") is not Unit.MILLENNIUM:
        return None
    return Reading("date", (_of_era(Unit.MILLENNIUM, (ordinal - 1) * 1000, era(told)),))


def _of_era(unit: Unit, year: int, era_named: int) -> Moment:
    """Return the decade, century or millennium with a year, for no era has a year 0."""
    return Moment(unit, max(year, 1) * era_named)
