"""Resolves phrases: what each one means, given what was read before it.

Phrases of news that name a day or stretch near that of publication ("last week",
"Tuesday") go to dateparser, imported when the first of them is met.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kztimeline.extraction import absolute, quantities, relative
from kztimeline.extraction.grammar import Phrase
from kztimeline.extraction.moments import Moment, Unit
from kztimeline.extraction.narrative import Context
from kztimeline.extraction.readings import Reading

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

Resolver = Callable[[Phrase, Context, list[Phrase]], Reading | None]
_SEPARATOR = re.compile("[./]")
_PARSERS_KEPT = 8
_DAYS_KEPT = 4096


def resolve(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Say what `phrase` means; None where it is no temporal expression after all.

    Args:
        phrase: What the grammar found.
        context: What was read so far; what the phrase tells is added to it.
        following: The phrases after it, nearest first.
    """
    return _RESOLVERS[phrase.rule](phrase, context, following)


@lru_cache(maxsize=_PARSERS_KEPT)
def _parser(base: dt.date | None, prefer: str) -> DateDataParser:
    from dateparser.date import DateDataParser  # 70 ms, and 120 ms at the first phrase

    settings: dict[str, Any] = {
        "PREFER_DATES_FROM": prefer,
        "PARSERS": ["relative-time", "absolute-time"],
    }
    if base:
        settings["RELATIVE_BASE"] = dt.datetime.combine(base, dt.time())
    return DateDataParser(languages=["en"], settings=settings)


@lru_cache(maxsize=_DAYS_KEPT)
def parse_day(text: str, base: dt.date | None, prefer: str = "past") -> dt.date | None:
    """Return the day that dateparser reads in `text`; None where it reads none.

    Args:
        text: A single phrase, such as "last week" or "yesterday".
        base: The day that relative phrases count from.
        prefer: "past" or "future", where a phrase fits both.
    """
    try:
        data = _parser(base, prefer).get_date_data(text)
    except (ValueError, OverflowError):
        return None
    return data.date_obj.date() if data.date_obj and "year" in data.parts else None


def _figures(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "2012-02-01", "31.12.2011" and, month first where it can be, "12/31/2011"."""
    if phrase.rule == "iso":
        year, month, day = map(int, phrase.text[:10].split("-"))
    else:
        first, second, year = map(int, _SEPARATOR.split(phrase.text))
        year = year if year > 99 else absolute.short_year(year, context)
        is_day_first = first > 12 or ("." in phrase.text and second <= 12)
        day, month = (first, second) if is_day_first else (second, first)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
    moment = Moment(Unit.DAY, year, month, day)
    context.remember(moment, phrase, explicit=True)
    return Reading("date", (moment,))


def _from_publication(
    phrase: Phrase, context: Context, unit: Unit, text: str, prefer: str = "past", shift: int = 0
) -> Reading:
    """Resolve `text` against the day of publication, `shift` days on."""

    def read(published: dt.date) -> Moment | None:
        base = Moment.of_day(Unit.DAY, published).shifted(shift)
        day = parse_day(text, base.first_day(), prefer) if base else None
        return Moment.of_day(unit, day) if day else None

    moment = context.from_publication(read)
    if moment is None and text in ("today", f"this {unit.name.lower()}"):
        moment = context.publication
    if moment is None:
        return Reading("relative", timex=relative.unknown(unit))
    context.remember(moment, phrase, explicit=False)
    time = absolute.time_of_day(phrase)
    return Reading("relative", (moment,), anchor=context.published_anchor, time=time)


def _ago(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    counted, amount = relative.counted(phrase)
    if counted is None or amount is None:
        return Reading("vague", timex="PAST_REF")
    if counted is Unit.YEAR and (read := relative.quarter_of_other_year(phrase, context, -amount)):
        return read
    if counted in relative.SHORTER_THAN_DAYS:
        counted, amount = Unit.DAY, 0
    return relative.from_publication(phrase, context, counted, -amount)


def _duration(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "will meet in two weeks"; other lengths of time are no date."""
    word = phrase.tokens.word(phrase.first - 1).lower()
    unit, amount = relative.counted(phrase)
    if word != "in" or unit is None or amount is None or not phrase.speaks_of_future():
        return relative.length(phrase, context, following)
    if unit in relative.SHORTER_THAN_DAYS or context.is_history or not context.published:
        return relative.length(phrase, context, following)
    return relative.from_publication(phrase, context, unit, amount)


def _today(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    word = phrase.tokens.word(phrase.first).lower()
    if context.is_history:
        return Reading("vague", timex="PRESENT_REF")
    return _from_publication(phrase, context, Unit.DAY, "today" if word == "tonight" else word)


def _weekday(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    name = phrase.tokens.word(phrase.index("WEEKDAY") or phrase.first)
    weekday = phrase.meaning("WEEKDAY")
    if context.is_history and isinstance(weekday, int):
        return relative.weekday_after(phrase, context, weekday)
    if phrase.speaks_of_future() or phrase.before() == "UNTIL" or _comes_soon(phrase):
        return _from_publication(phrase, context, Unit.DAY, name, "future", shift=-1)
    return _from_publication(phrase, context, Unit.DAY, name, "past", shift=1)


def _comes_soon(phrase: Phrase) -> bool:
    """Tell "as soon as Tuesday" and "as early as Tuesday"."""
    words = [phrase.tokens.word(phrase.first - steps).lower() for steps in (2, 1)]
    return words in (["soon", "as"], ["early", "as"])


def _which(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "last week" from the publication, "the next day" from the text."""
    if relative.counts_from_text(phrase, context):
        return relative.which(phrase, context, following)
    unit = quantities.unit(phrase)
    weekday = phrase.index("WEEKDAY")
    if weekday is not None:
        shift = quantities.direction(phrase)
        text = " ".join((("last", "", "next")[shift + 1], phrase.tokens.word(weekday)))
        prefer = "future" if shift >= 0 else "past"
        return _from_publication(phrase, context, Unit.DAY, text.strip(), prefer, -(shift == 0))
    if phrase.has("DAYPART"):
        text = "yesterday" if quantities.direction(phrase) < 0 else "today"
        return _from_publication(phrase, context, Unit.DAY, text)
    if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        which = ("last", "this", "next")[quantities.direction(phrase) + 1]
        return _from_publication(phrase, context, unit, f"{which} {unit.name.lower()}")
    return relative.shifted_publication(phrase, context)


_RESOLVERS: dict[str, Resolver] = {
    "iso": _figures,
    "numeric": _figures,
    "day_range": absolute.ranged,
    "day": absolute.calendar,
    "ordinal_day": absolute.ordinal_day,
    "listed_day": absolute.listed_day,
    "month_range": absolute.ranged,
    "year_range": absolute.ranged,
    "open_range": absolute.calendar,
    "month": absolute.calendar,
    "quarter": absolute.unit_of_year,
    "season": absolute.calendar,
    "portion": absolute.unit_of_year,
    "decade": absolute.decade,
    "century": absolute.century,
    "listed_century": absolute.century,
    "spoken_year": absolute.spoken_year,
    "unit_ago": relative.unit_ago,
    "latest": relative.the_unit,
    "the_unit": relative.the_unit,
    "listed_year": absolute.ancient_year,
    "ancient_year": absolute.ancient_year,
    "year": absolute.calendar,
    "named_day": absolute.named_day,
    "part_of_span": absolute.part_of_span,
    "holiday": absolute.holiday,
    "later_in": _which,
    "end_of": _which,
    "ago": _ago,
    "away": relative.away,
    "after_event": relative.after_event,
    "day_after": relative.day_after,
    "which": _which,
    "which_month": relative.which_month,
    "span": relative.length,
    "age": relative.age,
    "set": relative.repeated,
    "duration": _duration,
    "recent_span": relative.vague,
    "weekday": _weekday,
    "today": _today,
    "part_month": absolute.calendar,
    "day_of_month": absolute.day_of_month,
    "daypart": relative.daypart,
    "bare_month": absolute.calendar,
    "part_season": absolute.calendar,
    "bare_season": absolute.calendar,
    "clock": relative.clock,
    "now": relative.vague,
    "past": relative.vague,
    "future": relative.vague,
}
