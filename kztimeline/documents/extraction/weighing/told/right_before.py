"""What the date right before a mention rules out: a list or a stretch goes on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_brought_forward
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Moment, Unit, steps_between
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.questions import Question
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_DAYS_IN_WEEK, _MONTHS_IN_YEAR = 7, 12
# What so many of count days or months, and how many dates before may be what they count from.
_SHORT = (Unit.DAY, Unit.WEEK, Unit.MONTH)
_IN_MIND = 3
# What stands between the two ends of a stretch that "from" begins.
_LASTING = frozenset({"TO", "UNTIL", "DASH", "HYPHEN"})
# What stands between two days of which one is meant.
_LONGEST_OTHER = 8
_OR_ELSE = frozenset({"or", "early", "late", "on"})


def contradicts_before(moment: Moment, question: Question, context: Context) -> bool:
    """Tell what the date before it, of which it is the end or which it follows, rules out."""
    phrase, told = question.phrase, context.remembered[-1] if context.remembered else None
    return (
        _cannot_end(moment, phrase, context)
        or _cannot_follow(moment, phrase, context)
        or (told is not None and _lies_before_year(moment, question, told))
    )


def is_no_alternative(moment: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell what "late on Friday or early on Saturday" cannot mean: no day right after the first.

    So is the day of "has a hearing in Rome on Monday and another in Bari on Tuesday".
    """
    told = context.remembered[-1] if context.remembered else None
    if told is None or not told.phrase.has("WEEKDAY") or told.moment.unit is not Unit.DAY:
        return False
    joint = [phrase.tokens.word(at).lower() for at in range(told.phrase.last, phrase.first)]
    is_other = joint[:2] == ["and", "another"] and len(joint) < _LONGEST_OTHER
    if not is_other and (joint[:1] != ["or"] or not _OR_ELSE.issuperset(joint)):
        return False
    first, second = told.moment.first_day(), moment.first_day()
    if first is None or second is None:
        return False
    return not 0 < (second - first).days < _DAYS_IN_WEEK


def _cannot_end(moment: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell what "from December 20 until January 9" cannot end with: what lies before it begins.

    Nor does it end a year or more after: that would be said.
    """
    begun = context.remembered[-1] if context.remembered else None
    if begun is None or phrase.first - begun.phrase.last != 1:
        return False
    joint, opening = phrase.before(), begun.phrase.word_before()
    lasts = opening == "from" and joint in _LASTING and not is_brought_forward(begun.phrase, phrase)
    if (opening, joint) != ("between", "AND") and not lasts:
        return False
    steps = steps_between(begun.moment, moment)
    return steps is not None and not 0 <= steps < _MONTHS_IN_YEAR


def _lies_before_year(moment: Moment, question: Question, told: Remembered) -> bool:
    """Tell the 2002 that "was elected in 2003 and said in May" cannot mean."""
    phrase = question.phrase
    joined = CODES["AND"] in phrase.tokens.codes[told.phrase.last : phrase.first]
    if not told.tells or not joined or between(told.phrase, phrase) != "sentence":
        return False
    in_past = told.tense is question.outlook.tense is Tense.PAST
    return in_past and (moment.year or 0) < (told.moment.year or 0)


def _cannot_follow(moment: Moment, phrase: Phrase, context: Context) -> bool:
    """Tell what "was arrested days later, on May 7" cannot mean: what was not soon after."""
    at = 1 + (phrase.before() in ("ON", "IN"))
    counted = (phrase.before(at), phrase.before(at + 1)) == ("COMMA", "LATER")
    last = phrase.first - at - 2
    if not counted or phrase.tokens.meaning(last) not in _SHORT:
        return False
    told = [item for item in context.remembered[-_IN_MIND:] if item.phrase.last < last - 1]
    steps = steps_between(told[-1].moment, moment) if told else None
    return steps is not None and not 0 <= steps < _MONTHS_IN_YEAR
