"""Resolves days with a name: feasts, "Black Monday", "9/11", and the turn of a century."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.naming import feasts
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import undated
from kztimeline.documents.extraction.resolving.calendar import (
    DAY_OF_ATTACKS,
    completed,
    dated,
    year_of,
)

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context


def holiday(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Christmas 1963", "Ash Wednesday", "St Patrick's Day" and "D-Day"."""
    name = feasts.feast_named(phrase)
    if single := feasts.once(name):
        return Reading("date", (Moment(Unit.DAY, *single),))
    rough_day = feasts.usual(name)
    if not phrase.tokens.word(phrase.first)[0].isupper() or rough_day is None:
        return None
    year = year_of(phrase, context)
    if year is not None:
        exact = feasts.in_year(name, year) or rough_day
        return dated(Moment(Unit.DAY, year, *exact), phrase, context, following)
    moves = feasts.moves(name)
    reading = completed(
        Moment(Unit.DAY, None, *rough_day),
        phrase,
        context,
        (lambda year: feasts.in_year(name, year) or rough_day) if moves else None,
    )
    if moves and reading.moments[0].year is None:
        return replace(reading, moments=(), timex=undated.unknown(Unit.DAY))
    return reading


def weekday_name(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "Black Monday 1987"; without its year such a name fixes no day.

    Names of other things, such as a club or a team, are no temporal expressions.
    """
    year, name = year_of(phrase, context), feasts.feast_named(phrase)
    if not feasts.is_named(name):
        return None
    if year is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    day = feasts.named_weekday(name, year)
    moment = Moment.of_day(Unit.DAY, day) if day else Moment(Unit.YEAR, year)
    return dated(moment, phrase, context, following)


def named_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "9/11"."""
    return Reading("date", (DAY_OF_ATTACKS,))


def turn(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the turn of the 20th century", about 1900; which one else is not told."""
    ordinal = quantities.ordinal(phrase)
    if ordinal is None:
        return Reading("vague", timex="XX")
    moment = Moment(Unit.YEAR, (ordinal - 1) * 100)
    return Reading("date", (moment,), approximate=True)
