"""Resolves phrases: which rule of the grammar is read by which function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.naming import figurative, games, titles
from kztimeline.documents.extraction.naming.other_calendars import is_of_hijra
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import (
    calendar,
    figures,
    hours,
    named_days,
    publication,
    relative,
    seasons,
    twice,
    undated,
)
from kztimeline.documents.extraction.resolving.references import (
    beside_feasts,
    compared,
    days_told,
    edge_days,
    parts_told,
    placed_days,
    the_units,
)
from kztimeline.documents.extraction.resolving.references.hours_told import days_of_hours
from kztimeline.documents.extraction.resolving.references.periods_ended import told_by_end
from kztimeline.documents.extraction.resolving.stretches import (
    ancient_years,
    long_stretches,
    parts_of_spans,
    ranges,
)
from kztimeline.documents.extraction.weighing.context import Context

# What can end on a date that stands behind it: "the three months to June 30".
_CAN_END = frozenset({"duration", "latest", "quarter", "the_unit"})
Resolver = Callable[[Phrase, Context, list[Phrase]], Reading | None]


def resolve(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Say what `phrase` means; None where it is no temporal expression after all.

    Args:
        phrase: What the grammar found.
        context: What was read so far; what the phrase tells is added to it.
        following: The phrases after it, nearest first.
    """
    context.choice = None
    reading = _read(phrase, context, following)
    return reading and hours.on_day_of_hour(reading)


def _read(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    if titles.is_in_title(phrase) or titles.is_named_by_day(phrase) or is_of_hijra(phrase):
        return None
    if phrase.rule in ("clock", "daypart"):
        return _hour(phrase, context, following)
    if not days_of_hours.is_same_hour(phrase, context):
        reading = _RESOLVERS[phrase.rule](phrase, context, following)
        if phrase.rule in _CAN_END:
            return told_by_end(reading, phrase, context, following)
        return reading
    aside = _copy(context)
    reading = _RESOLVERS[phrase.rule](phrase, aside, following)
    context.choice = aside.choice
    return reading


def _copy(context: Context) -> Context:
    """Return what to read a phrase against without keeping what it tells."""
    return replace(context, remembered=[*context.remembered], leads=[*context.leads])


def _hour(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve an hour or a part of a day; what the day behind it tells is told later."""
    if games.is_clock_of_match(phrase) or figurative.is_dawn_of_age(phrase):
        return None
    if taken := games.time_taken(phrase):
        return Reading("duration", timex=taken)
    if day := days_of_hours.day_behind(phrase, context, following):
        ahead = _copy(context)
        told = _RESOLVERS[day.rule](day, ahead, following[1:])
        moment = told.moments[0] if told and told.moments else None
        context.choice = ahead.choice if moment else None
        if moment and days_of_hours.is_night_before(phrase, day):
            moment, context.choice = moment.shifted(-1), None
        if moment:
            time = hours.time_of_day(phrase)
            return Reading("relative", (moment,), anchor=day.place, time=time)
    reading = _RESOLVERS[phrase.rule](phrase, context, following)
    is_open = reading is not None and not reading.moments
    if (is_open and days_of_hours.is_set(phrase, context)) or (
        days_of_hours.is_of_the_news(phrase, context)
    ):
        today = relative.from_publication(phrase, _copy(context), Unit.DAY, 0)
        return replace(today, time=hours.time_of_day(phrase))
    if reading and (arrived := days_of_hours.day_of_arrival(phrase, context)):
        return replace(reading, moments=(arrived,), timex="")
    if reading and reading.moments and days_of_hours.is_of_no_past_day(phrase, context):
        return Reading("relative", timex=f"XXXX-XX-XX{reading.time}")
    if reading and reading.moments and days_of_hours.is_after_midnight(phrase):
        next_day = reading.moments[0].shifted(1)
        return replace(reading, moments=(next_day or reading.moments[0],))
    return reading


_RESOLVERS: dict[str, Resolver] = {
    "iso": figures.iso,
    "numeric": figures.numeric,
    "numeric_range": figures.numeric_range,
    "figured_month": figures.figured_month,
    "day_range": ranges.ranged,
    "spoken_range": ranges.ranged,
    "day": calendar.calendar,
    "edge_day": edge_days.edge_day,
    "ordinal_day": named_days.ordinal_day,
    "month_range": ranges.ranged,
    "year_range": ranges.ranged,
    "open_range": calendar.calendar,
    "month": calendar.calendar,
    "quarter": ranges.unit_of_year,
    "quarter_range": ranges.quarters,
    "numbered_week": ranges.numbered_week,
    "season": calendar.calendar,
    "portion": ranges.unit_of_year,
    "decade": long_stretches.decade,
    "century": long_stretches.century,
    "listed_century": long_stretches.century,
    "spoken_year": ranges.spoken_year,
    "same_part": compared.same_part,
    "unit_ago": compared.unit_ago,
    "latest": the_units.the_unit,
    "other_unit": relative.other_unit,
    "other_part": parts_told.other_part,
    "that_date": days_told.that_date,
    "the_unit": the_units.the_unit,
    "listed_year": ancient_years.ancient_year,
    "ancient_year": ancient_years.ancient_year,
    "year": calendar.calendar,
    "named_day": named_days.named_day,
    "part_of_span": parts_of_spans.part_of_span,
    "holiday": named_days.holiday,
    "new_year": the_units.new_year,
    "nth_weekday": placed_days.nth_weekday,
    "nth_weekday_of": placed_days.nth_weekday_of_unit,
    "nth_weekday_of_each": undated.repeated,
    "week_of": named_days.week_of,
    "named_weekday": named_days.weekday_name,
    "turn": named_days.turn,
    "later_in": publication.which_by_publication,
    "end_of": publication.which_by_publication,
    "ago": publication.ago,
    "day_counted": twice.day_counted,
    "before_last": twice.before_last,
    "times_ago": twice.times_ago,
    "eve": twice.eve,
    "away": relative.away,
    "after_event": days_told.days_beside,
    "day_after": days_told.day_beside,
    "weekday_beside": beside_feasts.weekday_beside,
    "which": placed_days.which_or_named,
    "which_month": seasons.which_month,
    "listed_day": days_told.listed_day,
    "span": placed_days.span_or_slip,
    "age": undated.age,
    "set": undated.repeated,
    "duration": publication.duration,
    "recent_span": undated.vague,
    "weekday_number": placed_days.weekday_with_number,
    "weekday": placed_days.weekday_or_joined,
    "weekday_on": placed_days.weekday_on,
    "weekday_of": placed_days.weekday_of_week,
    "day_of_unit": placed_days.day_of_unit,
    "today": placed_days.today_or_named,
    "part_month": calendar.calendar,
    "day_of_month": calendar.day_of_month,
    "daypart": hours.daypart,
    "bare_month": calendar.calendar,
    "part_season": calendar.calendar,
    "bare_season": seasons.of_thing,
    "clock": hours.clock,
    "now": undated.vague,
    "past": undated.vague,
    "future": undated.vague,
}
