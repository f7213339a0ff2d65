"""Years that are named apart from a day: "25 October (7 November) 1917", "It was 1998. In May"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.set_days import is_contrasted
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.things_of_years import is_year_of_story
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context, Remembered

_LONGEST_ASIDE = 8
_MONTHS_IN_YEAR = 12
_CLAUSE_OPENERS = frozenset({
    "after", "and", "because", "before", "but", "if", "since", "that", "until", "when", "where",
    "which", "while", "who", ",", ";", ":",
})  # fmt: skip
_DATES_IN_MIND = 8
_OF_STORY = TOLD | {Tense.NONE, Tense.NOUN}


def year_spoken_of(
    partial: Moment, phrase: Phrase, context: Context
) -> tuple[int, Remembered] | None:
    """Return the year that syntax names apart from a date: "It was 1998. I enlisted in April".

    So do the date that it is set against, and a year beside the subject of its verb.

    Its months follow each other, so that January behind December is of the next year.
    """
    if partial.unit not in (Unit.DAY, Unit.MONTH):
        return None
    told = context.remembered[-1] if context.remembered else None
    if told and told.moment.year and between(told.phrase, phrase) == "sentence":
        if is_contrasted(phrase) and told.moment.month:
            return _nearest_year(partial, told.moment), told
        if _is_of_subject(told, phrase):
            return told.moment.year, told
    if outlook(phrase).tense not in _OF_STORY:
        return None
    last: Remembered | None = None
    for item in context.remembered[:-_DATES_IN_MIND:-1]:
        year = item.moment.year
        if year is None or not item.explicit or between(item.phrase, phrase) == "text":
            return None
        if item.moment.unit in (Unit.YEAR, Unit.SEASON):
            if not is_year_of_story(item.phrase, phrase):
                return None
            told = last or item
            is_before = last is not None and partial.part < last.moment.part
            return (told.moment.year or year) + is_before, item
        last = last or item
    return None


def day_set_against(day: int, phrase: Phrase, context: Context) -> tuple[Moment, str] | None:
    """Return the day of "on 12 June instead of the 13th", in the month of the other."""
    told = context.remembered[-1] if context.remembered else None
    if told is None or not is_contrasted(phrase) or told.moment.unit is not Unit.DAY:
        return None
    moment = replace(told.moment, day=day)
    is_near = between(told.phrase, phrase) == "sentence" and moment.first_day() is not None
    return (moment, told.anchor) if is_near else None


def _nearest_year(partial: Moment, told: Moment) -> int:
    """Return the year of "on 3 January, and not 28 December as planned", nearest to the other."""
    months = (partial.part or told.month or 0) - (told.month or 0)
    turns = (months > _MONTHS_IN_YEAR // 2) - (months < -_MONTHS_IN_YEAR // 2)
    return (told.year or 0) - turns


def _is_of_subject(told: Remembered, phrase: Phrase) -> bool:
    """Tell the days of "The last stoppage, in 1981, ran from June 12 to July 31"."""
    stands_aside = (told.phrase.before(), told.phrase.before(2)) == ("IN", "COMMA")
    if told.moment.unit is not Unit.YEAR or not stands_aside or told.phrase.after() != "COMMA":
        return False
    words = {phrase.tokens.word(at).lower() for at in range(told.phrase.last + 1, phrase.first)}
    return words.isdisjoint(_CLAUSE_OPENERS) and outlook(phrase).tense in TOLD


def from_aside(partial: Moment, phrase: Phrase) -> tuple[Moment, str] | None:
    """Take the year that stands behind brackets or right before: "in 1917, on 25 October"."""
    year, tokens = _year_behind_brackets(phrase) or _year_before_comma(phrase), phrase.tokens
    meaning = tokens.meanings[year] if year is not None else None
    if isinstance(meaning, str):
        # A dual year, of which the later is that of the calendar now in use.
        meaning = int(meaning.rpartition("/")[2])
    if year is None or not isinstance(meaning, int):
        return None
    anchor = f"{tokens.word(year)} at {tokens.starts[year]}-{tokens.ends[year]}"
    return partial.in_year(meaning), anchor


def year_aside(phrase: Phrase) -> int | None:
    """Return the year of a feast that stands right before it: "in 2009, on New Year's Eve"."""
    at = _year_before_comma(phrase)
    meaning = phrase.tokens.meanings[at] if at is not None else None
    return meaning if isinstance(meaning, int) else None


def _year_before_comma(phrase: Phrase) -> int | None:
    """Return where the year stands in "He came in 2003, in April."."""
    joint = (phrase.before(), phrase.before(2), phrase.before(3), phrase.before(4))
    closes = phrase.after() in ("COMMA", "STOP", "DOT", "BREAK")
    named = joint[0] in ("IN", "ON", "AT") and joint[1:] == ("COMMA", "YEAR", "IN")
    return phrase.first - 3 if named and closes else None


def _year_behind_brackets(phrase: Phrase) -> int | None:
    """Return where the year stands that follows a bracket after or around a day."""
    symbol = phrase.tokens.symbol
    inside, with_name = phrase.before() == "OPEN", symbol(phrase.last - 1) == "CLOSE"
    if not inside and not with_name and phrase.after() != "OPEN":
        return None
    at = phrase.last - with_name + (not inside and not with_name)
    end = at + _LONGEST_ASIDE
    while at < end and symbol(at) not in ("CLOSE", "OPEN", "STOP", "BREAK", "YEAR"):
        at += 1
    if symbol(at) != "CLOSE":
        return None
    at += 1 + (symbol(at + 1) == "COMMA")
    return at if symbol(at) in ("YEAR", "YEAR_RANGE") else None


def is_year_of_aside(phrase: Phrase) -> bool:
    """Tell the 1917 of "25 October (7 November) 1917", which its days have taken."""
    symbol, at = phrase.tokens.symbol, phrase.first - 1
    at -= symbol(at) == "COMMA"
    if phrase.rule != "year" or phrase.last - phrase.first > 1 or symbol(at) != "CLOSE":
        return False
    start = at - _LONGEST_ASIDE
    while at > start and symbol(at) != "OPEN":
        at -= 1
    named = symbol(at - 1) in (*DAY_SYMBOLS, *MONTH_SYMBOLS)
    return (
        symbol(at) == "OPEN"
        and named
        and {symbol(at - 1), symbol(at - 2)} & {*MONTH_SYMBOLS} != set()
    )
