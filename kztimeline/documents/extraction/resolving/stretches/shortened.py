"""Reads years that leave out figures: "'99", and what a dash or slash joins: "1945-46"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD
from kztimeline.documents.extraction.finding.spellings.joined_dates import whole_year
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

_CENTURY = 100
_JOINED = ("YEAR_RANGE", "DUAL_YEAR")
# Years so far apart can be of one story; one of two figures lies at most so far ahead, or soon.
_ONE_STORY = 20
_AHEAD = 20
_SOON = 5


def years_joined(phrase: Phrase, context: Context) -> tuple[int, int] | None:
    """Return the years of "1945-46", and of "'45-46" in the century that its text tells of."""
    at, joined = phrase.index(*_JOINED), phrase.meaning(*_JOINED)
    if at is None or not isinstance(joined, str):
        return None
    first, last = map(int, joined.split("/"))
    if phrase.tokens.word(at)[0] not in "'’‘":
        return first, last
    shift = short_years(first % _CENTURY, phrase, context)[0] - first
    return first + shift, last + shift


def figures_of_year(phrase: Phrase) -> int | None:
    """Return the 79 of "'79", of "12 DEC 79", as telegrams have it, and of "fiscal year 79"."""
    if phrase.has("FISCAL") and not phrase.has("YEAR", "ERA"):
        of_books = phrase.meaning("SHORT_YEAR", "TWO_DIGITS", "DAY_NUMBER")
        counts = len(phrase.tokens.word(phrase.last - 1)) == 1
        counts |= phrase.after() == "WORD" and verbs.form(phrase.word_after()) is verbs.Form.NONE
        return of_books if isinstance(of_books, int) and not counts else None
    in_telegram = phrase.has("SHORT_MONTH", "WORD_MONTH")
    figures = phrase.meaning("SHORT_YEAR", *(("TWO_DIGITS",) if in_telegram else ()))
    return figures if isinstance(figures, int) and not phrase.has("YEAR", "ERA") else None


def short_years(short: int, phrase: Phrase, context: Context) -> tuple[int, ...]:
    """Return the years that '99 can mean, the likeliest first: the last one, or one long ago.

    A text that tells of long ago means the year near what it tells in the same sentence. What
    is near only a year of another sentence, or far from one of its own, can be either. What is
    secret until then is to come. Fiscal years are written so as in "FY07".
    """
    if phrase.has("FISCAL"):
        return (whole_year(short, figures=2),)
    last = next((item for item in reversed(context.remembered) if item.moment.year), None)
    told = last.moment.year if last else None
    latest = context.published.latest if context.published else None
    near = told + (short - told + 50) % _CENTURY - 50 if told else None
    if latest is None:
        return (near or (1900 if short > 30 else 2000) + short,)
    if phrase.is_of_declassifying:
        return (latest.year + (short - latest.year) % _CENTURY,)
    recent = latest.year - (latest.year - short) % _CENTURY
    if near is None and recent + _CENTURY <= latest.year + _SOON:
        happened = phrase.before() in ("IN", "SINCE") and outlook(phrase).tense in TOLD
        return (recent if happened else recent + _CENTURY,)
    if last is None or told is None or near is None or near >= recent:
        return (near if near and near > recent and near <= latest.year + _AHEAD else recent,)
    is_near = abs(near - told) <= _ONE_STORY
    if is_near == (between(last.phrase, phrase) == "sentence"):
        return (near if is_near else recent,)
    return recent, near
