"""Resolves days that an occasion or a day told before them tells: "the evening before"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import RELATIVE
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS
from kztimeline.documents.extraction.finding.occasions import has_day, occasion_at
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading
from kztimeline.documents.extraction.resolving import relative, twice, undated
from kztimeline.documents.extraction.resolving.references import beside_feasts
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_DAYS_TOLD = 60
_LONGEST_SENTENCE = 20
_LONGEST_NAME = 2
# So many dates can be told within one entry of a list; " - " parts its day from what it tells.
_LONGEST_ENTRY = 12
_SEPARATOR = 3
_BELOW = frozenset({"BREAK", "OTHER", "HYPHEN"})
_CLOSING = frozenset({"COMMA", "DOT", "STOP", "AND"})
_GOING_ON = frozenset({"at", "in", "on", "outside", "under", "with", "without"})
_FINITE = frozenset({
    verbs.Form.PAST, verbs.Form.WAS, verbs.Form.IS, verbs.Form.HAD, verbs.Form.HAVE,
    verbs.Form.WILL, verbs.Form.WOULD, verbs.Form.DID,
})  # fmt: skip

_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7}


def day_beside(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the day after the vote" from the day of the vote, "the day before" from that told.

    A morning or night "before" something of which no day is told is not a date.
    """
    is_day = phrase.meaning("UNIT") is Unit.DAY
    if is_day and (occasion := _occasion_after(phrase)):
        return _from_occasion(phrase, occasion, context, following)
    is_whole = _is_whole_adverbial(phrase)
    if phrase.has("DAYPART") and not is_whole and phrase.after() not in _CLOSING:
        return None
    of_feast = beside_feasts.week_beside(phrase, context, following)
    return of_feast or twice.day_after(phrase, context, following, is_whole)


def days_beside(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "two days after the vote" from the day of the vote, else from the date behind it."""
    reading = twice.after_event(phrase, context, following)
    unit, count = relative.counted(phrase)
    occasion = _occasion_after(phrase)
    if reading is None or reading.moments or not occasion or count is None:
        return reading
    if unit not in _DAYS_IN:
        return reading
    day = _only_day(occasion, context)
    if day and outlook(phrase).tense in TOLD and context.is_to_come(day.moment.first_day()):
        return reading
    days = count * _DAYS_IN[unit]
    moment = day.moment.shifted(-days if phrase.has("BEFORE") else days) if day else None
    return relative.told_from(moment, phrase, context, day) if day and moment else reading


def _occasion_after(phrase: Phrase) -> str:
    """Return the "vote" of "the day after the vote"; empty for what has no day of its own.

    "Three weeks before the vote was called" counts from the call.
    """
    if phrase.after() != "THE":
        return ""
    last = phrase.last + 1
    for at in range(last, last + _LONGEST_NAME):
        word = occasion_at(phrase.tokens, at)
        if phrase.tokens.symbol(at) not in ("WORD", "NAME"):
            return ""
        if has_day(word):
            follows = phrase.tokens.word(at + 1).lower()
            return "" if verbs.form(follows) in _FINITE else word
    return ""


def _from_occasion(
    phrase: Phrase, occasion: str, context: Context, following: list[Phrase]
) -> Reading:
    """Count from the day that the text tells of an occasion, in any paragraph if only one is."""
    day = twice.day_of_occasion(phrase, occasion, context, following)
    day = day or _only_day(occasion, context)
    moment = day.moment.shifted(-1 if phrase.has("BEFORE") else 1) if day else None
    if day is None or moment is None:
        return Reading("relative", timex=undated.unknown(Unit.DAY))
    context.remember(moment, phrase, explicit=False, of_text=day.of_text)
    return Reading("relative", (moment,), anchor=day.anchor)


def _only_day(occasion: str, context: Context) -> Remembered | None:
    """Return the one day that a text gives of an occasion; None where it gives several."""
    told = [
        item
        for item in context.remembered[:-_DAYS_TOLD:-1]
        if item.moment.first_day()
        and item.moment.unit is Unit.DAY
        and item.phrase.rule != "today"
        and twice.tells_day_of(item.phrase, occasion)
    ]
    return told[0] if len({item.moment for item in told}) == 1 else None


def _is_whole_adverbial(phrase: Phrase) -> bool:
    """Tell "The day before he was in Oslo" from "The day before he left, it rained".

    The one has a single verb, before which it says when; the other has two. So has "those sent the
    evening before had found nothing" one behind it.
    """
    tokens, at = phrase.tokens, phrase.last
    if verbs.form(phrase.word_after()) in _FINITE and phrase.before() in ("WORD", "NAME"):
        return True
    if phrase.after() == "BY" and verbs.form(phrase.word_before()) in verbs.DONE:
        return True
    if phrase.has("DAYPART") and phrase.word_after() in _GOING_ON:
        return True
    opens = phrase.before() in ("STOP", "BREAK") and phrase.word_after() in twice.PRONOUNS
    finite = 0
    while (
        opens
        and tokens.symbol(at) not in ("STOP", "BREAK")
        and at - phrase.last < _LONGEST_SENTENCE
    ):
        if tokens.word(at) in RELATIVE and tokens.symbol(at - 1) == "COMMA":
            break
        finite += verbs.form(tokens.word(at).lower()) in _FINITE
        at += 1
    return finite == 1


def that_date(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "until that date" to the day told last."""
    told = context.last(Unit.DAY, phrase, within=2)
    if told is None or between(told[1].phrase, phrase) == "text":
        return None
    return relative.told_from(told[0], phrase, context, told[1])


def listed_day(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve the "06" of "06 - The court sits", which stands in a list below its month."""
    above = _listed_above(phrase, context) if _heads_entry(phrase) else None
    day = phrase.meaning(*DAY_SYMBOLS)
    if above is None or not isinstance(day, int):
        return None
    moment = Moment(Unit.DAY, above.moment.year, above.moment.part, day)
    if moment.first_day() is None:
        return None
    context.remember(moment, phrase, explicit=False)
    return Reading("relative", (moment,), anchor=above.anchor)


def _heads_entry(phrase: Phrase) -> bool:
    """Tell the "6" of "6 - Talks open" and "6: Talks open" from "6-year-old twins" and "6 - 4"."""
    tokens = phrase.tokens
    text = phrase.text_after(_SEPARATOR)
    parted = text[:1] == ":" or (text[:1].isspace() and text[-1:].isspace())
    return parted and not tokens.word(phrase.last + 1).isdecimal()


def _listed_above(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the day of the list before one, or for its first the month right above it."""
    for item in context.remembered[:-_LONGEST_ENTRY:-1]:
        if item.phrase.rule == "listed_day":
            return item
        is_alone = item.phrase.before() in ("BREAK", "STOP") and item.phrase.ends_line
        if item.moment.unit is Unit.MONTH and is_alone:
            symbols = {phrase.tokens.symbol(at) for at in range(item.phrase.last, phrase.first)}
            return item if symbols <= _BELOW else None
    return None
