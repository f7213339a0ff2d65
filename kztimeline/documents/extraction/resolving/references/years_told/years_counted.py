"""Resolves the year of a day or month that words right behind it count: "on May 5 two years ago".

So do "in April, five years after the revolution of 2005" and "on 11 November, weeks before the vote
of 4 December 2005".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Moment, Unit

# Behind "on May 5, two years ago" they end the aside.
CLOSING = frozenset({"COMMA", "STOP", "DOT", "BREAK", "CLOSE"})
_YEARS_IN = {Unit.YEAR: 1, Unit.DECADE: 10}
_DATED = frozenset({"day", "month", "season", "year"})
_SHORT_TIMES = frozenset({Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.WEEKEND})
_SHORTLY = frozenset({"immediately", "just", "right", "shortly", "soon"})
_OF_WEEKS = frozenset({Unit.WEEK, Unit.MONTH})
_LONGEST_COUNT = 6
_DECEMBER = 12
_LONGEST_EVENT = 10

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context


def year_counted_to(
    partial: Moment, phrase: Phrase, context: Context, following: list[Phrase]
) -> tuple[int, str] | None:
    """Return the year that words beside a day or month count, and what from; None without such."""
    from_event = _year_from_event(partial, phrase, context)
    if from_event and _is_to_come_instead(partial.in_year(from_event[0]), phrase, context):
        from_event = None
    return (
        from_event
        or _year_to_event(partial, phrase, context)
        or _year_beside_count(partial, phrase, context)
        or year_counted(phrase, context, following)
    )


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


def _year_from_event(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year that lies so long before or after what is dated behind it; or None."""
    tokens, span = phrase.tokens, _span_behind(phrase)
    if span is None:
        return None
    joint, unit, years = span
    sign = 1 if tokens.symbol(joint) == "AFTER" else -1
    told = context.upcoming.get(phrase.first)
    if told and _is_dated(phrase, joint, told[1].first) and unit not in _YEARS_IN:
        return nearest_year(partial, told[0], sign), told[1].place
    near = range(joint, joint + _LONGEST_EVENT)
    at = next((at for at in near if tokens.symbol(at) in ("YEAR", "COMMA", *ENDS)), joint)
    dated = tokens.year_at(at)
    if dated is None:
        return None
    event, anchor = dated
    if unit not in _YEARS_IN:
        turns = partial.part == (1 if sign > 0 else _DECEMBER)
        return None if turns and unit not in _OF_WEEKS else (event + sign * turns, anchor)
    year = event + sign * years
    # "Nearly 30 years after" is not yet so many.
    is_over = outlook(phrase).tense in TOLD
    return year - (is_over and context.is_to_come(partial.in_year(year).first_day())), anchor


def _is_to_come_instead(moment: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell the 2019 of "will be out on 11 February, a week before those for 2019 were"."""
    looks_ahead = outlook(phrase).tense is Tense.FUTURE and not context.is_in_entry(phrase)
    return looks_ahead and context.is_over(moment)


def _year_to_event(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the March of "in April 2010, five years after the March revolution"; or None."""
    told = context.remembered[-1] if context.remembered else None
    span = _span_behind(told.phrase) if told and told.moment.month else None
    if told is None or span is None or told.moment.year is None:
        return None
    joint, unit, years = span
    if not _is_dated(phrase, joint, phrase.first):
        return None
    sign = 1 if phrase.tokens.symbol(joint) == "BEFORE" else -1
    near = told.moment.year if unit in _YEARS_IN else nearest_year(partial, told.moment, sign)
    return near + sign * years, told.anchor


def _year_beside_count(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year of "19 months later, on 1 December,", nearest to what is counted."""
    told = context.remembered[-1] if context.remembered else None
    joint = phrase.before(2), phrase.before()
    if told is None or told.phrase.last != phrase.first - 2 or told.phrase.rule != "away":
        return None
    month = told.moment.month if told.moment.unit in _SHORT_TIMES else None
    if joint not in (("COMMA", "IN"), ("COMMA", "ON")) or not month or not partial.part:
        return None
    months = partial.part - month
    turns = (months == 1 - _DECEMBER) - (months == _DECEMBER - 1)
    is_near = abs(months + turns * _DECEMBER) <= 1
    return ((told.moment.year or 0) + turns, told.anchor) if is_near else None


def _is_dated(phrase: Phrase, joint: int, first: int) -> bool:
    """Tell whether what stands behind an "after" is dated by what begins at a token."""
    symbols = {phrase.tokens.symbol(at) for at in range(joint, first)}
    return 0 < first - joint <= _LONGEST_EVENT and symbols.isdisjoint({"COMMA", *ENDS})


def nearest_year(partial: Moment, event: Moment, sign: int) -> int:
    """Return the year in which a date is next after an event (1), or before it (-1)."""
    ours = partial.part, partial.day or event.day
    its = event.month or ours[0], event.day or ours[1]
    turns = ours < its if sign > 0 else ours > its
    return (event.year or 0) + sign * turns


def _span_behind(phrase: Phrase) -> tuple[int, Unit, int] | None:
    """Return where the "after" of ", two weeks after" stands, its unit, and years if those."""
    tokens, first = phrase.tokens, phrase.last + (phrase.after() == "COMMA")
    near = range(first, first + _LONGEST_COUNT)
    joint = next((at for at in near if tokens.symbol(at) in ("AFTER", "BEFORE")), None)
    symbols = {tokens.symbol(at) for at in range(first, joint or first)}
    if joint is None or joint == first or not symbols.isdisjoint(ENDS):
        return None
    if joint == first + 1 and tokens.word(first).lower() in _SHORTLY:
        return joint, Unit.DAY, 0
    counted = replace(phrase, rule="after_event", first=first, last=joint)
    unit = quantities.unit(counted)
    if counted.indexes("UNIT", "UNITS") != [joint - 1] or unit is None:
        return None
    if unit in _SHORT_TIMES:
        return joint, unit, 0
    years = quantities.count(counted)
    return (joint, unit, years * _YEARS_IN[unit]) if years and unit in _YEARS_IN else None


def counted_behind(phrase: Phrase, following: list[Phrase]) -> Phrase | None:
    """Return the "two years ago" or "a year later" that stands right behind a phrase."""
    counted = following[0] if following else None
    if counted is None or counted.rule not in ("ago", "away"):
        return None
    aside = phrase.after() == "COMMA"
    if aside and counted.after() not in CLOSING:
        return None
    return counted if counted.first == phrase.last + aside else None


def named_behind(phrase: Phrase, following: list[Phrase]) -> tuple[int, str] | None:
    """Return the year that "170 years later, in 1896," is said to be, and what says it; or None.

    So it is for "a year later, on May 5, 2001".
    """
    named = following[0] if following else None
    at = named.index("YEAR") if named and named.rule in _DATED else None
    if named is None or at is None or quantities.unit(phrase) not in _YEARS_IN:
        return None
    joint = [phrase.tokens.symbol(index) for index in range(phrase.last, named.first)]
    return phrase.tokens.year_at(at) if joint in (["COMMA", "IN"], ["COMMA", "ON"]) else None


def is_counted_so(phrase: Phrase, context: Context) -> bool:
    """Tell the "two years ago" from which the day or month right before it has its year."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or quantities.unit(phrase) is not Unit.YEAR:
        return False
    return bool(told.moment.part) and counted_behind(told.phrase, [phrase]) is phrase
