"""The year of a date that stands beside another of its kind: acts, terms, and what came next.

"Resolution 1973 (2011), adopted on 17 March", "822 (30 April 1993) and 853 (29 July)", "issued on
5 July 2011 and expires on 4 July", "On January 25, 2002, he signed it; on January 17 he".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.resolving.references.years_told.years_counted import (
    nearest_year,
)
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.moments import Moment
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_LONGEST_ACT = 6
_LONGEST_ITEM = 7
_LONGEST_TERM = 14
_JOINING = frozenset({"AND", "COMMA"})
_NUMBERS = frozenset({"DAY_NUMBER", "FIGURE", "THREE_DIGITS", "TWO_DIGITS", "YEAR"})
_NOTES = frozenset({"letter", "letters", "note", "notes", "reply"})
_DONE = frozenset({"adopted", "dated", "issued", "passed", "signed"})
_OF_ACTS = _DONE | {",", "of", "on", "the", "by", "council", "assembly", "security", "general"}
_OF_TERMS = frozenset({
    "effective", "expire", "expires", "extended", "granted", "issued", "prolonged", "renewed",
    "runs", "valid",
})  # fmt: skip
_AGAIN = frozenset({"annually", "each", "every", "repeatedly", "since", "then"})
_TO = frozenset({"expire", "expires", "through", "to", "until"})


def year_beside_its_like(
    partial: Moment, phrase: Phrase, context: Context
) -> tuple[int, str] | None:
    """Return the year of a day or month that another date, or an act, gives it; or None."""
    if partial.unit not in (Unit.DAY, Unit.MONTH):
        return None
    if act := _year_of_act(phrase) or _year_of_line(phrase):
        return act
    listed = _year_of_list(partial, phrase, context) or _year_in_next(partial, phrase, context)
    listed = listed or _year_reached(partial, phrase, context)
    if listed := listed or _year_of_anniversary(partial, phrase, context):
        return listed
    told = context.remembered[-1] if context.remembered else None
    if told is None or told.moment.year is None or not told.moment.month:
        return None
    if between(told.phrase, phrase) != "sentence":
        return None
    if _follows(told, phrase):
        return nearest_year(partial, told.moment, 1), told.anchor
    if not told.explicit:
        return None
    is_next = (partial.part, partial.day) <= (told.moment.month, told.moment.day)
    if _is_in_brackets(phrase) and _is_in_brackets(told.phrase):
        is_listed = phrase.first - told.phrase.last <= _LONGEST_ITEM
        return (told.moment.year + is_next, told.anchor) if is_listed else None
    if _ends_term(told, phrase) or _comes_next(told, phrase):
        return told.moment.year + is_next, told.anchor
    return None


def _year_of_act(phrase: Phrase) -> tuple[int, str] | None:
    """Return the year of "Resolution 1973 (2011), adopted on 17 March" and "(2004) of 8 June"."""
    tokens, at = phrase.tokens, phrase.first - 1
    while tokens.word(at).lower() in _OF_ACTS and phrase.first - at <= _LONGEST_ACT:
        at -= 1
    is_act = tokens.symbol(at) == "CLOSE" and tokens.symbol(at - 2) == "OPEN"
    return tokens.year_at(at - 1) if is_act and at < phrase.first - 1 else None


def _year_of_line(phrase: Phrase) -> tuple[int, str] | None:
    """Return the year that heads "2006: tender invited, February 20; bids opened, April 28;"."""
    tokens, text = phrase.tokens, phrase.tokens.text
    closes = phrase.after() in ("STOP", "DOT", "BREAK") or phrase.word_after() == ";"
    if phrase.before() != "COMMA" or not closes:
        return None
    begins = text.rfind("\n", 0, phrase.start) + 1
    at = bisect_left(tokens.starts, begins)
    return tokens.year_at(at) if tokens.word(at + 1) == ":" else None


def _year_of_list(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year of "822 of April 30, 853 of July 29 and 874 of October 14, 1993"."""
    ahead = context.upcoming.get(phrase.first)
    if ahead is None or ahead[0].year is None or phrase.before() != "OF":
        return None
    moment, last = ahead
    if last.before() != "OF" or between(phrase, last) != "sentence" or not moment.part:
        return None
    symbol, word = phrase.tokens.symbol, phrase.tokens.word
    joint = range(phrase.last, last.first)
    acts = any(verbs.form(word(at).lower()) in (*verbs.DONE, verbs.Form.WAS) for at in joint)
    joined = symbol(phrase.last) in _JOINING and not acts and _is_of_act(phrase)
    items = sum(symbol(at) == "OF" for at in joint)
    if not joined or len(joint) > items * _LONGEST_ITEM:
        return None
    return nearest_year(partial, moment, -1), last.place


def _year_in_next(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year of "passed it in June; the President signed it on July 2, 1964"."""
    ahead = context.upcoming.get(phrase.first)
    told = context.remembered[-1] if context.remembered else None
    if ahead is None or ahead[0].year is None or not ahead[0].part:
        return None
    moment, last = ahead
    apart = told is None or between(told.phrase, phrase) == "text"
    if not apart or between(phrase, last) != "sentence" or not _is_on(phrase):
        return None
    words = [phrase.tokens.word(at) for at in range(phrase.last, last.first)]
    is_told = outlook(phrase).tense is outlook(last).tense is Tense.PAST and _is_on(last)
    if words[:1] != [";"] or words.count(";") > 1 or not is_told:
        return None
    return nearest_year(partial, moment, -1), last.place


def _is_on(phrase: Phrase) -> bool:
    return phrase.before() in ("IN", "ON")


def _year_reached(partial: Moment, phrase: Phrase, context: Context) -> tuple[int, str] | None:
    """Return the year of "broke out in October 1905. By March the army had restored order"."""
    told = context.remembered[-1] if context.remembered else None
    look = outlook(phrase)
    reached = look.fronted and look.cue == "by" and look.tense is Tense.PLUPERFECT
    if told is None or not told.explicit or not told.moment.month or not reached:
        return None
    joint = [phrase.tokens.symbol(at) for at in range(told.phrase.last, phrase.first)]
    is_near = told.tense in TOLD and "BREAK" not in joint and joint.count("STOP") <= 1
    return (nearest_year(partial, told.moment, 1), told.anchor) if is_near else None


def _is_of_act(phrase: Phrase) -> bool:
    """Tell the date of "resolution 822 of 30 April" and "a note of 28 December"."""
    numbered = phrase.tokens.symbol(phrase.first - 2) in _NUMBERS
    return numbered or phrase.word_before(2).lower() in _NOTES


def _is_in_brackets(phrase: Phrase) -> bool:
    return (phrase.before(), phrase.after()) == ("OPEN", "CLOSE")


def _follows(told: Remembered, phrase: Phrase) -> bool:
    """Tell the second of "votes on February 1, followed by New Hampshire on February 9"."""
    word, last = phrase.tokens.word, told.phrase.last
    opens = (word(last), word(last + 1), word(last + 2)) == (",", "followed", "by")
    return opens and phrase.first - last <= _LONGEST_ITEM + 2


def _ends_term(told: Remembered, phrase: Phrase) -> bool:
    """Tell the end of "extended on 13 February 2009 to 15 June" and "is extended until May"."""
    word = phrase.tokens.word
    leads = word(phrase.first - 1 - (phrase.before() in ("ON", "IN"))).lower() in _TO
    near = range(max(0, told.phrase.first - _LONGEST_TERM // 2), phrase.first)
    words = {word(at).lower() for at in near}
    of_term = told.moment.unit is Unit.DAY and not words.isdisjoint(_OF_TERMS)
    again = not words.isdisjoint(_AGAIN)
    return leads and of_term and not again and phrase.first - told.phrase.last <= _LONGEST_TERM


def _comes_next(told: Remembered, phrase: Phrase) -> bool:
    """Tell the second of "On January 25, 2002, he signed it; on January 17 he" in a story.

    So is that of "In January 1910 he lost his seat, in December he won another".
    """
    symbol, word = phrase.tokens.symbol, phrase.tokens.word
    joint = word(phrase.first - 2) == ";" or (
        symbol(phrase.first - 2) == "AND" and symbol(phrase.first - 3) == "COMMA"
    )
    between_them = range(told.phrase.last, phrase.first - 2)
    tells = any(verbs.form(word(at).lower()) in verbs.DONE for at in between_them)
    joint = joint or (symbol(phrase.first - 2) == "COMMA" and tells and phrase.after() == "WORD")
    opens = told.fronted and told.phrase.before() == phrase.before() and _is_on(phrase)
    in_past = told.moment.unit in (Unit.DAY, Unit.MONTH) and told.tense in TOLD
    return joint and opens and in_past and outlook(phrase).tense in TOLD


def _year_of_anniversary(
    partial: Moment, phrase: Phrase, context: Context
) -> tuple[int, str] | None:
    """Return the year of "founded on May 28, 1918; the 94th anniversary was kept on May 28"."""
    told = next((item for item in reversed(context.remembered) if item.explicit), None)
    if told is None or told.moment.year is None or between(told.phrase, phrase) == "text":
        return None
    tokens = phrase.tokens
    numbers = (
        tokens.meanings[at]
        for at in range(told.phrase.last, phrase.last + _LONGEST_TERM)
        if tokens.symbol(at) == "ORDINAL_NUMBER" and tokens.word(at + 1) == "anniversary"
    )
    number = next(numbers, None)
    same = (told.moment.part, told.moment.day) == (partial.part, partial.day)
    return (told.moment.year + number, told.anchor) if same and isinstance(number, int) else None


def year_under_way(first: Moment, last: Moment, context: Context) -> int | None:
    """Return in which year a stretch of days begins that the day of publication lies in."""
    if context.days is None or first.unit is not Unit.DAY:
        return None
    for year in (context.days[1].year, context.days[1].year - 1):
        ends = first.in_year(year), last.in_year(year + (first.part > last.part))
        begins, over = (end.first_day() for end in ends)
        if begins and over and begins <= context.days[1] <= over:
            return year
    return None
