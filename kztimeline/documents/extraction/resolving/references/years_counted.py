"""Resolves the year of "on May 5 two years ago", which is counted right behind its day or month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.moments import Moment, Unit

# Behind "on May 5, two years ago" they end the aside.
_CLOSING = frozenset({"COMMA", "STOP", "DOT", "BREAK", "CLOSE"})

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context


def year_counted(
    phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[int, str] | None:
    """Return the year that the words behind a phrase count, and what from; None without such."""
    counted = counted_behind(phrase, following)
    years = quantities.count(counted) if counted and quantities.unit(counted) is Unit.YEAR else None
    if counted is None or years is None or counted.has("PORTION"):
        return None
    if counted.rule == "ago":
        now = context.from_publication(lambda day: Moment.of_day(Unit.YEAR, day))
        return (now.year - years, context.published_anchor) if now and now.year else None
    told = context.last(Unit.YEAR, phrase)
    if told is None or told[0].year is None:
        return None
    return told[0].year + (years if counted.has("LATER") else -years), told[1].anchor


def counted_behind(phrase: Phrase, following: list[Phrase]) -> Phrase | None:
    """Return the "two years ago" or "a year later" that stands right behind a phrase."""
    counted = following[0] if following else None
    if counted is None or counted.rule not in ("ago", "away"):
        return None
    aside = phrase.after() == "COMMA"
    if aside and counted.after() not in _CLOSING:
        return None
    return counted if counted.first == phrase.last + aside else None


def is_counted_so(phrase: Phrase, context: Context) -> bool:
    """Tell the "two years ago" from which the day or month right before it has its year."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or quantities.unit(phrase) is not Unit.YEAR:
        return False
    return bool(told.moment.part) and counted_behind(told.phrase, [phrase]) is phrase
