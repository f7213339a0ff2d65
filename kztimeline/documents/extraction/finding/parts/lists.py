"""Parts lists of days: "January 4, 5 and 6", "3-5, 10-12 and 17-19 August"."""

from __future__ import annotations

from calendar import monthrange

from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase

_LEAP_YEAR = 2000


def days_listed(whole: Phrase) -> list[Phrase]:
    """Part "January 4, 5 and 6" into its days; the first and last keep month and year."""
    days = whole.indexes(*DAY_SYMBOLS)
    if _counts_on(whole, days[-1]):
        rest = Phrase(whole.rule, whole.tokens, whole.first, days[-2] + 1)
        return (
            days_listed(rest) if days[2:] else [Phrase("day", whole.tokens, rest.first, rest.last)]
        )
    ends = [day + 1 for day in days[:-1]] + [whole.last]
    starts = [whole.first, *(_with_weekday(whole, day) for day in days[1:])]
    return [
        Phrase("day", whole.tokens, first, last, whole)
        for first, last in zip(starts, ends, strict=True)
    ]


def _with_weekday(whole: Phrase, day: int) -> int:
    """Return where a day of a list begins: at its weekday in "Saturday 12 and Sunday 13 May"."""
    symbol, at = whole.tokens.symbol, day - 1
    at -= symbol(at) in ("COMMA", "DOT")
    return at if symbol(at) in ("WEEKDAY", "SHORT_WEEKDAY") else day


def ranges_listed(whole: Phrase) -> list[Phrase]:
    """Part "3-5, 10-12 and 17-19 August" into its ranges, of one month and year.

    Scores go up and down: "beat May 6-3, 6-4".
    """
    days, tokens = whole.indexes(*DAY_SYMBOLS), whole.tokens
    numbers = [day for at in days if isinstance(day := tokens.meanings[at], int)]
    if numbers != sorted({*numbers}):
        first, last = (
            (days[-2], whole.last) if days[0] == whole.first else (whole.first, days[1] + 1)
        )
        return [Phrase("day_range", tokens, first, last)]
    starts = [whole.first, *days[2::2]]
    ends = [day + 1 for day in days[1:-1:2]] + [whole.last]
    return [
        Phrase("day_range", whole.tokens, first, last, whole)
        for first, last in zip(starts, ends, strict=True)
    ]


def _counts_on(whole: Phrase, last: int) -> bool:
    """Tell the number of "on May 20, and 9 riders fell" and "February 20 and 30 riders".

    A list of two days has no comma, and no month has more days than its own.
    """
    tokens, month = whole.tokens, whole.index(*MONTH_SYMBOLS)
    if month is None or last + 1 < whole.last or month > last:
        return False
    day, number = tokens.meanings[last], tokens.meanings[month]
    if isinstance(day, int) and isinstance(number, int) and day > monthrange(_LEAP_YEAR, number)[1]:
        return True
    joined = tokens.symbol(last - 1) == "AND" and tokens.symbol(last - 2) == "COMMA"
    is_second = tokens.symbol(last - 4) in (*MONTH_SYMBOLS, "DOT")
    return joined and is_second and whole.after() == "WORD"
