"""Parts what a rule of the grammar matched and is more than one phrase, or less than it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MEASURES, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.parts.hours_parted import (
    SPOKEN,
    after_clock,
    of_spoken_hour,
)
from kztimeline.documents.extraction.finding.parts.lists import days_listed, ranges_listed
from kztimeline.documents.extraction.finding.parts.named_parted import (
    of_date,
    of_new_year,
    of_occasion,
    owns_subject,
)
from kztimeline.documents.extraction.finding.parts.spans import (
    EDGES,
    counted_to_day,
    is_at_weekend,
    of_no_edge,
    span_of_the_year,
)
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.moments import Unit

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.lexicon import Meaning

_COUNTED_FROM_NOW = frozenset({"last", "this", "next"})
# What names a part of another year by one told before it.
_COMPARING = frozenset({"same", "corresponding", "comparable", "equivalent"})
_YEAR_NAMED = ("YEAR", "SHORT_YEAR", "ERA", "THREE_DIGITS", "TWO_DIGITS", "DAY_NUMBER")
# So near before "over the weekend that" stands the verb that reports what "that" begins.
_REPORT_REACH = 6
_TIDINGS = frozenset({
    "confirmation", "emerged", "news", "reports", "rumors", "rumours", "transpired", "word",
})  # fmt: skip
_MONTHS_IN_QUARTER = 3
_PARTS_OF_YEAR = frozenset({"month", "period", "quarter"})
_ENDING = frozenset({"ended", "ends"})
# Behind "suggests that November" they have it as their subject.
_FINITE = frozenset({Form.WILL, Form.WOULD, Form.MAY, Form.IS, Form.HAVE})
_PRONOUNS = frozenset({"he", "it", "she", "they", "we"})
_NUMBERED = frozenset({"floor", "grade", "grades", "hole", "inning", "minute", "round"})
_BEHIND_DAYS = frozenset({
    "AND", "AT", "BREAK", "CLOSE", "COMMA", "DASH", "DOT", "IN", "OTHER", "STOP", "UNTIL", "WORD",
})  # fmt: skip


def _after_that(whole: Phrase) -> list[Phrase]:
    """Part the conjunction from "said that May 3 was a mistake"; "that May" is a phrase.

    So part the preposition of "following February's revolt".
    """
    opening = whole.tokens.word(whole.first).lower()
    if opening == "following" and whole.after() == "POSSESSIVE":
        return [Phrase("bare_month", whole.tokens, whole.first + 1, whole.last)]
    if opening != "that":
        return [whole]
    before = whole.word_before()
    is_day = whole.has(*DAY_SYMBOLS)
    joined = (whole.after(), whole.after(2)) == ("COMMA", "AND")
    ends_clause = joined or whole.after() in ("STOP", "DOT", "BREAK")
    is_told = _stands_behind_noun(whole) if is_day and ends_clause else not is_day
    opens = whole.before() == "WORD" and verbs.form(whole.word_after()) in _FINITE
    if is_told and not verbs.reports(before) and not opens:
        return [whole]
    return [Phrase("day" if is_day else "bare_month", whole.tokens, whole.first + 1, whole.last)]


def _stands_behind_noun(whole: Phrase) -> bool:
    """Tell "after the murder of a clerk that May 3." from "said that, on May 3,"."""
    behind_noun = whole.before() in ("NAME", "WORD", "COUNTED")
    return behind_noun and verbs.form(whole.word_before()) is verbs.Form.NONE


def _of_report(whole: Phrase) -> list[Phrase]:
    """Part "that" from "said over the weekend that it rained" and "the quarter that ended"."""
    tokens, unit = whole.tokens, Phrase("the_unit", whole.tokens, whole.first, whole.last - 1)
    if is_at_weekend(whole):
        return [unit]
    if tokens.word(whole.last - 1).lower() != "that":
        return [whole]
    if whole.word_after() in _ENDING and (whole.has("QUARTER") or _ends_on_date(whole)):
        return [unit]
    is_told = verbs.form(whole.word_before(2)) in verbs.DONE
    if (
        is_told
        and whole.word_before() in ("at", "over")
        and verbs.form(whole.word_after()) is verbs.Form.NONE
    ):
        return [unit]
    for at in range(whole.first - 1, max(whole.first - _REPORT_REACH, -1), -1):
        if tokens.symbol(at) in ("STOP", "BREAK", "COMMA"):
            break
        if verbs.reports(tokens.word(at).lower()) or tokens.word(at).lower() in _TIDINGS:
            return [unit]
    return [whole]


def _ends_on_date(whole: Phrase) -> bool:
    """Tell "the year that ended on March 31" from "the year that ended the war"."""
    opening = 2 + (whole.after(2) in ("IN", "ON"))
    return whole.after(opening) in (*DAY_SYMBOLS, *MONTH_SYMBOLS)


def _before_that(whole: Phrase) -> list[Phrase]:
    """Part "that" from "the week before that" and "said the day before that it rained"."""
    if whole.word_at("DIRECTION") != "that":
        return [whole]
    return [Phrase("day_after", whole.tokens, whole.first, whole.last - 1)]


def _of_other_year(whole: Phrase) -> list[Phrase]:
    """Part the year from "the growing period of 2019"; "the same period of 2019" is a phrase."""
    tokens, is_named = whole.tokens, whole.has("TIME", "QUARTER", "UNIT")
    opening = (whole.first, whole.first + 1)
    if whole.meaning("UNIT") is Unit.HOUR and whole.has("YEAR"):
        return [Phrase("year", tokens, whole.index("YEAR") or whole.first, whole.last)]
    if _is_of_figures(whole):
        return [Phrase("same_part", tokens, whole.first, whole.last)]
    if whole.has("A") and tokens.meanings[whole.last - 2] is not Unit.YEAR:
        return [Phrase("which", tokens, whole.first, whole.last - 3), _counted_back(whole)]
    if is_named and any(tokens.word(at).lower() in _COMPARING for at in opening):
        return [Phrase("same_part", tokens, whole.first, whole.last)]
    if whole.rule != "same_part":
        return [whole]
    year = whole.index(*_YEAR_NAMED)
    if year is not None:
        return [Phrase("year", tokens, year, whole.last)]
    if whole.has("A"):
        return [_counted_back(whole)]
    first = whole.last - 2 - (tokens.symbol(whole.last - 3) == "THE")
    return _of_news(Phrase("which", tokens, first, whole.last))


def _of_span(whole: Phrase) -> list[Phrase]:
    return of_no_edge(whole) or span_of_the_year(whole) or _of_other_year(whole)


def _is_of_figures(whole: Phrase) -> bool:
    """Tell "the quarter a year ago" from "at the time a year ago"."""
    part = whole.first + 1
    joined = whole.tokens.symbol(part + 1) == "A" and whole.tokens.symbol(whole.first) == "THE"
    is_year = whole.tokens.meanings[whole.last - 2] is Unit.YEAR
    return joined and is_year and whole.tokens.word(part).lower() in _PARTS_OF_YEAR


def _counted_back(whole: Phrase) -> Phrase:
    rule = "ago" if whole.has("AGO") else "away"
    return Phrase(rule, whole.tokens, whole.last - 3, whole.last)


def _of_a_year(whole: Phrase) -> list[Phrase]:
    """Take "the final quarter of 2012", and the year alone of "the Latin quarter of 1968".

    "The August quarter" is none of the calendar, nor "the November-January quarter".
    """
    row = " ".join(whole.word_after(steps) for steps in (1, 2, 3))
    if whole.has("ORDINAL_WORD") and (row.startswith("running") or row == "in a row"):
        return []
    months = [*whole.indexes(*MONTH_SYMBOLS)]
    if months and _make_no_quarter([whole.tokens.meanings[month] for month in months]):
        return [Phrase("bare_month", whole.tokens, month, month + 1) for month in months]
    word = whole.word_at("WORD")
    if not word or word in EDGES:
        return [whole]
    year = whole.index(*_YEAR_NAMED)
    if word in _COMPARING and (year is not None or whole.has("DIRECTION")):
        return _of_other_year(whole)
    return [] if year is None else [Phrase("year", whole.tokens, year, whole.last)]


def _make_no_quarter(months: list[Meaning]) -> bool:
    """Tell the months of "the May-July quarter" and "the August quarter" from "July-September"."""
    numbers = [month for month in months if isinstance(month, int)]
    is_whole = len(numbers) == 1 or numbers[-1] - numbers[0] == _MONTHS_IN_QUARTER - 1
    return not is_whole or numbers[-1] % _MONTHS_IN_QUARTER != 0


def _of_news(whole: Phrase) -> list[Phrase]:
    """Part the conjunction from "said that last week it rained"; "that same week" is a phrase.

    So is "that Monday", but for "told us that Monday's vote will be held", and for "fled following
    Monday's raid", which was before.
    """
    words = [whole.tokens.word(at).lower() for at in (whole.first, whole.first + 1)]
    is_weekday = whole.tokens.symbol(whole.first + 1) in ("WEEKDAY", "SHORT_WEEKDAY")
    owns = whole.after() == "POSSESSIVE"
    told = verbs.reports(whole.word_before())
    named = whole.before() in ("NAME", "WORD", "COUNTED")
    to_whom = map(whole.word_before, (2, 3, 4))
    told = told or (owns and named and any(map(verbs.reports, to_whom)))
    told = told or (owns and owns_subject(whole))
    parts = (words[0] == "that" and told) or (words[0] == "following" and owns)
    if is_weekday and parts:
        return [Phrase("weekday", whole.tokens, whole.first + 1, whole.last)]
    if words[0] != "that" or words[1] not in _COUNTED_FROM_NOW or whole.after() == "OF":
        return [whole]
    return [Phrase("which", whole.tokens, whole.first + 1, whole.last)]


def _at_hour(whole: Phrase) -> list[Phrase]:
    """Part the hour from "at 9 a.m. last week"; "at 9 a.m. next Monday" is one of that day."""
    hour = whole.tokens.symbol(whole.first)
    if hour == "PAST" and whole.tokens.symbol(whole.first + 1) == "DAYPART":
        return [Phrase("daypart", whole.tokens, whole.first + 1, whole.last)]
    first, second = (whole.tokens.word(whole.first + step).lower() for step in (0, 1))
    third = whole.tokens.word(whole.first + 2).lower()
    if (first, second) == ("the", "same") and third in _COUNTED_FROM_NOW:
        return _of_news(Phrase("which", whole.tokens, whole.first + 2, whole.last))
    if first in ("coming", "following") and second in _COUNTED_FROM_NOW:
        return _of_news(Phrase("which", whole.tokens, whole.first + 1, whole.last))
    if whole.has("AT") and whole.word_after(0) == "midnight":
        # It can begin the day or end it.
        at = whole.index("AT") or whole.last
        midnight = Phrase("daypart", whole.tokens, whole.last - 1, whole.last)
        return [*_of_news(Phrase("which", whole.tokens, whole.first, at)), midnight]
    if hour in SPOKEN:
        return of_spoken_hour(whole)
    if hour not in ("CLOCK", "DAYPART"):
        return _of_news(whole)
    which = whole.index("THE", "DIRECTION") or whole.first
    is_same_clause = whole.tokens.word(which)[:1].islower()
    is_day = whole.meaning("UNIT") is Unit.DAY or whole.has("WEEKDAY")
    is_day = is_day or (hour == "CLOCK" and whole.has("DAYPART"))
    if is_day and is_same_clause:
        return [whole]
    rest = Phrase("which", whole.tokens, which, whole.last)
    return [Phrase(hour.lower(), whole.tokens, whole.first, whole.first + 1), *_of_news(rest)]


def _of_week(whole: Phrase) -> list[Phrase]:
    """Part "Friday" from "last month", of which it is no one day; "Friday of last week" is one."""
    units = [whole.tokens.meanings[at] for at in whole.indexes("UNIT")]
    if units == [Unit.WEEK]:
        return [whole]
    return _parted(whole, "weekday", whole.index("WEEKDAY", "SHORT_WEEKDAY"))


def _named_twice(whole: Phrase) -> list[Phrase]:
    """Take "Friday, May 2" from "this Friday, May 2"; part an hour that ends a sentence."""
    if whole.tokens.symbol(whole.first) != "DIRECTION":
        return after_clock(whole)
    weekday = whole.index("WEEKDAY") or whole.first
    return [Phrase(whole.rule, whole.tokens, weekday, whole.last)]


def _of_month(whole: Phrase) -> list[Phrase]:
    """Part "the 5th" from "last week"; "the 5th of last month" is a day."""
    if whole.meaning("UNIT") is Unit.MONTH:
        return [whole]
    return _parted(whole, "day_of_month", whole.index("ORDINAL_NUMBER"))


def _parted(whole: Phrase, rule: str, day: int | None) -> list[Phrase]:
    """Part a phrase into what names its day, by the rule for it, and "last month"."""
    first = whole.index("DIRECTION", "PAST", "CURRENT")
    last = whole.index("UNIT")
    if day is None or first is None or last is None:
        return []
    which = Phrase("which", whole.tokens, first, last + 1)
    if day > first:
        return [which, Phrase(rule, whole.tokens, day, whole.last)]
    of = next((at for at in range(day, first) if whole.tokens.symbol(at) in ("OF", "THE")), first)
    return [Phrase(rule, whole.tokens, whole.first, of), which]


def _of_line(whole: Phrase) -> list[Phrase]:
    """Part "May" from "1983, May was wet"; a line that says "1983, May" is a phrase."""
    if whole.index("YEAR") != whole.first or not whole.has("COMMA"):
        return [whole]
    heads = whole.after() in ("DASH", "HYPHEN") or whole.word_after() == ":"
    if whole.ends_line or heads:
        return [whole]
    return [
        Phrase("year", whole.tokens, whole.first, whole.first + 1),
        Phrase("bare_month", whole.tokens, whole.first + 2, whole.last),
    ]


def _of_day(whole: Phrase) -> list[Phrase]:
    """Take the day of "was ordered for the 17th", and of "on the 20th Kessou resigned".

    Behind other words, and before other names, the number is of a thing: "of the 20th Infantry".
    "At 3 a.m. on the 17th" is one phrase, "at 3 a.m. on the 3rd floor" is none of a day.
    """
    day = whole.index("THE") or whole.first
    if whole.has("CLOCK") and not _closes_day(whole):
        rest = Phrase(whole.rule, whole.tokens, day, whole.last)
        return [Phrase("clock", whole.tokens, whole.first, whole.first + 1), *_of_day(rest)]
    if whole.has("CLOCK"):
        return [whole]
    if whole.word_after() in _NUMBERED:
        return []
    if whole.before() == "WORD" and (
        whole.word_before() != "for" or whole.after() not in _BEHIND_DAYS
    ):
        return []
    if whole.after() != "NAME":
        return [whole]
    at = 2 + (whole.after(2) == "NAME")
    acts = verbs.form(whole.word_after(at)) in (verbs.Form.PAST, verbs.Form.WAS, verbs.Form.HAD)
    return [whole] if acts and whole.before() == "ON" else []


def _closes_day(whole: Phrase) -> bool:
    """Tell a day behind which a clause goes on from the number of a thing."""
    return whole.after() in _BEHIND_DAYS - {"WORD"} or whole.word_after() in _PRONOUNS


def _of_half(whole: Phrase) -> list[Phrase]:
    """Take the half of "profit for the first half" from that of "won the first half".

    "The second half of the month" is a part of a month. "Between H1 and H2" are two places.
    """
    if whole.has("HALF_LABEL") and "between" in (whole.word_before(), whole.word_before(3)):
        return []
    if whole.has("UNIT") and whole.meaning("UNIT") is not Unit.YEAR and whole.has("OF"):
        return [replace(whole, rule="end_of")]
    if whole.before() != "WORD" or whole.index("THE") != whole.first or whole.has("OF", "HYPHEN"):
        return [whole]
    measured = any(whole.word_before(steps) in MEASURES for steps in range(2, _REPORT_REACH))
    return [whole] if whole.word_before() == "for" and measured else []


PARTED = {
    "day_list": days_listed, "range_list": ranges_listed, "holiday": of_new_year,
    "day_counted": counted_to_day,
    "weekday_of": _of_week, "day_of_unit": _of_month, "today": after_clock,
    "which": _at_hour, "which_month": _after_that, "day": _named_twice, "weekday": after_clock,
    "eve": of_occasion, "day_after": _of_report, "before_last": _before_that,
    "portion": _of_half, "month": _of_line, "day_of_month": _of_day, "that_date": of_date,
    "quarter": _of_a_year, "same_part": _of_other_year, "part_of_span": _of_span,
}  # fmt: skip
