"""Resolves seasons and months that count from another date: "that summer", "last December"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming.months import names_season
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import relative, undated
from kztimeline.documents.extraction.resolving.calendar import (
    calendar,
    calendar_moment,
)
from kztimeline.documents.extraction.resolving.references.beside_told import (
    end_of_span,
    on_its_side,
)
from kztimeline.documents.extraction.resolving.references.days_of_entries import season_of_entry
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.documents.extraction.finding.lexicon import Meaning
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_MONTHS_IN_SEASON = 3
_AUTUMN, _WINTER = 3, 4
_TOLD_BEFORE = 3
_LAST_MONTH_OF_WINTER = 2
# Until then "that winter" and "this winter was" are of the one that began in the year before.
_STILL_OF_A_WINTER = 4
# Of "the summer riots of 2001" and "its summer offensive in the south in June 1942".
_LONGEST_NAME = 4
_LONGEST_CLAUSE = 10
_TO_COME = frozenset({Tense.FUTURE, Tense.PLAN, Tense.MAY})
_APART = frozenset({"STOP", "BREAK", "COMMA", "OTHER", "DASH", "AND"})


def which_season(phrase: Phrase, context: Context, season: int) -> Reading:
    """Resolve "that summer" from the text, "this summer" and "last fall" from publication."""
    if relative.counts_from_text(phrase, context):
        return _told(season, phrase, context)
    shift, tense = quantities.direction(phrase), outlook(phrase).tense

    def read(published: dt.date) -> Moment | None:
        if shift == 0:
            return _this_season(published, season, tense)
        return nearest_season(published, season, shift)

    moment = context.from_publication(read)
    if moment is None:
        return Reading("relative", timex=undated.unknown(Unit.SEASON))
    context.remember(moment, phrase, explicit=False, of_text=False)
    return Reading("relative", (moment,), anchor=context.published_anchor)


def _told(season: int, phrase: Phrase, context: Context) -> Reading:
    """Resolve "that summer" and "the following spring" from what was told before."""
    told = _told_year(phrase, context)
    if told is None or told.moment.year is None:
        return Reading("relative", timex=undated.unknown(Unit.SEASON))
    year = _year_of_season(season, told.moment, quantities.direction(phrase))
    return relative.told_from(Moment(Unit.SEASON, year, season), phrase, context, told)


def _told_year(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the last date told with a year; a year told by the way gives way to a month."""
    is_that = phrase.word_at("DIRECTION") == "that"
    if is_that and (ended := end_of_span(phrase, context)):
        return ended[1]
    told = on_its_side(Unit.YEAR, phrase, context) or context.last(Unit.YEAR, phrase)
    if told is None:
        return None
    last = told[1]
    if is_that and not last.explicit and (named := _year_named(phrase, context)):
        return named
    in_sentence = between(last.phrase, phrase) == "sentence"
    if last.moment.part or last.tells or last.fronted or (in_sentence and not last.in_passing):
        return last
    finer = context.last(Unit.MONTH, phrase)
    if finer is None or (is_that and last.explicit and not finer[1].explicit):
        return last
    is_far = in_sentence and between(finer[1].phrase, phrase) != "sentence"
    leads = last.in_passing and finer[1].fronted and finer[1].explicit
    if is_far and not leads:
        return last
    return finer[1]


def _year_named(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the year of "sits on Monday in a chamber set up in 1980 by a law of that May"."""
    told = context.remembered[: -_TOLD_BEFORE - 1 : -1]
    named = next((item for item in told if item.explicit and item.moment.year), None)
    return named if named and between(named.phrase, phrase) == "sentence" else None


def _year_of_season(season: int, told: Moment, direction: int) -> int:
    """Return the year in which the season begins that lies at, after or before what was told.

    Winter begins in December. A bare year has its own seasons; the next are those of the year
    after, the previous those that began in the year before.
    """
    year, month, _ = told.order
    if not month:
        return year + direction
    begins = season * _MONTHS_IN_SEASON
    is_winter = told.unit is Unit.SEASON and told.part == _WINTER
    if direction > 0:
        return year + (begins <= month)
    if direction < 0:
        return year - (begins + _MONTHS_IN_SEASON > month)
    if season == _WINTER:
        return year - (month <= _STILL_OF_A_WINTER)
    return year + is_winter


def _this_season(published: dt.date, season: int, tense: Tense) -> Moment:
    """Return the season of the year of publication; that of the year before if it was just over.

    "This winter" is the last one until summer if it was, "this fall" in January likewise.
    """
    month, is_past = published.month, tense in TOLD
    if season == _WINTER:
        before = month <= _LAST_MONTH_OF_WINTER or (is_past and month <= _STILL_OF_A_WINTER)
    else:
        before = is_past and month <= _LAST_MONTH_OF_WINTER and season == _AUTUMN
    return Moment(Unit.SEASON, published.year - before, season)


def nearest_season(published: dt.date, season: int, shift: int, steps: int = 1) -> Moment | None:
    """Return "last" (-1), "this" (0) or "next" (1) summer; the one before last in two steps."""
    now = Moment.of_day(Unit.SEASON, published)
    passed = now.part > season
    years = {-1: passed, 0: False, 1: -(now.part < season)}[shift]
    return Moment(Unit.SEASON, (now.year or 0) + years, season).shifted(shift * steps)


def of_thing(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve a season without a year, which that of "the spring offensive of 1918" is behind it.

    So is that of "launched its summer offensive in June 1942", and "the winter war of 1939-40".
    """
    other = following[0] if following else None
    names_year = other is not None and other.has("YEAR", "YEAR_RANGE")
    dated = calendar_moment(other, context) if other and names_year else None
    season = phrase.meaning("SEASON", "WORD_SEASON")
    year = _year_behind(season, phrase, other, dated) if other and dated else None
    if not isinstance(season, int) or not names_season(phrase):
        return calendar(phrase, context, following)
    if year is None and (entry := season_of_entry(season, phrase, context)):
        # The story goes on from the entry, not from what it tells by the way.
        moment = Moment(Unit.SEASON, entry.moment.year, season)
        return Reading("relative", (moment,), anchor=entry.anchor)
    if year is None or other is None:
        return calendar(phrase, context, following)
    return Reading("relative", (Moment(Unit.SEASON, year, season),), anchor=other.place)


def _year_behind(season: Meaning, phrase: Phrase, other: Phrase, dated: Moment) -> int | None:
    """Return the year of a season from the date behind the thing that it is of, or None."""
    tokens = phrase.tokens
    between_them = [tokens.symbol(at) for at in range(phrase.last, other.first)]
    if phrase.after() not in ("WORD", "NAME") or not _APART.isdisjoint(between_them):
        return None
    if dated.month is None:
        is_noun = {*between_them[:-1]} <= {"WORD", "NAME"} and between_them[-1] in ("OF", "IN")
        return dated.year if is_noun and len(between_them) <= _LONGEST_NAME else None
    begun = Moment(Unit.MONTH, dated.year, dated.month).first_day()
    around = Moment.of_day(Unit.SEASON, begun) if begun else None
    near = len(between_them) <= _LONGEST_CLAUSE
    return around.year if near and around and around.part == season else None


def which_month(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "last December", "next May 5" and "the previous April"."""
    month, named = phrase.meaning(*MONTH_SYMBOLS), calendar_moment(phrase, context)
    if not isinstance(month, int) or named is None:
        return None
    shift = quantities.direction(phrase)
    if phrase.after() == "DAYPART" and (phrase.after(2), phrase.after(3)) == ("IN", "YEAR"):
        # "On that April night in 1993" says its year.
        year = phrase.tokens.meaning(phrase.last + 2)
        return Reading("date", (replace(named, year=year),)) if isinstance(year, int) else None

    def read(now: Moment | None) -> Moment | None:
        if now is None or now.year is None:
            return None
        if not now.order[1]:
            return replace(named, year=now.year + shift)
        now = Moment(Unit.MONTH, *now.order[:2])
        turns = (month >= now.part and shift < 0) or (month <= now.part and shift > 0)
        if shift == 0 and month < now.part and outlook(phrase).tense in _TO_COME:
            # "This January they will not be" is said at the end of a year.
            return replace(named, year=(now.year or 0) + 1)
        return replace(named, year=(now.year or 0) + shift * turns)

    if relative.counts_from_text(phrase, context):
        told = _told_year(phrase, context)
        moment = read(told.moment) if told else None
        if told and moment:
            return relative.told_from(moment, phrase, context, told)
    moment = context.from_publication(lambda day: read(Moment.of_day(Unit.MONTH, day)))
    if moment is None:
        return Reading("relative", timex=f"XXXX-{month:02}")
    context.remember(moment, phrase, explicit=False, of_text=False)
    return Reading("relative", (moment,), anchor=context.published_anchor)
