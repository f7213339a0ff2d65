"""Tells the hour whose day stands after it: "between 6 and 9 p.m. on Tuesday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.moments import Unit
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

# So many words can stand between an hour and its day: "at 5:12 p.m. off the coast on Wednesday".
_REACH = 8
_DAYS = ("weekday", "day", "today")
_TRADING = frozenset({"dealings", "trade", "trading"})
_JOINTS = frozenset({"AND", "TO", "UNTIL", "DASH", "HYPHEN"})
# Behind them an hour is that of a thing: "the 6 p.m. train".
_NAMING = frozenset({"A", "THE", "POSSESSIVE", "EVERY"})
# Behind them another thing or another clause begins.
_APART = frozenset({"AND", "COMMA", "OTHER", "DASH", "OPEN", "CLOSE", "AFTER", "BEFORE", "SINCE"})
_CLAUSES = frozenset(
    {"as", "because", "but", "if", "that", "when", "where", "which", "while", "who"}
)


def day_behind(phrase: Phrase, context: Context, following: list[Phrase]) -> Phrase | None:
    """Return the phrase behind an hour that names its day, or None.

    A day that its sentence told before the hour is the hour's: "On Monday he met at 6 p.m. those
    who came on Tuesday".
    """
    day = following[0] if following else None
    if day is None or day.rule not in _DAYS or between(phrase, day) != "sentence":
        return None
    if phrase.rule == "daypart":
        of_trading = phrase.word_after() in _TRADING and _is_one_clause(phrase.last + 1, day)
        return day if of_trading else None
    if phrase.rule != "clock" or phrase.before() in _NAMING or _has_day(phrase, context):
        return None
    if day.has("CLOCK"):
        joined = day.first == phrase.last + 1 and phrase.after() in _JOINTS
        return day if joined else None
    return day if day.after() != "POSSESSIVE" and _is_one_clause(phrase.last, day) else None


def _has_day(phrase: Phrase, context: Context) -> bool:
    told = context.remembered[-1] if context.remembered else None
    is_day = told is not None and told.moment.widened(Unit.DAY) is not None
    return told is not None and is_day and between(told.phrase, phrase) == "sentence"


def _is_one_clause(first: int, day: Phrase) -> bool:
    """Tell whether neither a verb nor a comma stands between an hour and a day."""
    tokens = day.tokens
    return day.first - first <= _REACH and not any(
        tokens.symbol(at) in _APART
        or tokens.word(at).lower() in _CLAUSES
        or verbs.form(tokens.word(at).lower()) not in (Form.NONE, Form.BASE, Form.ING)
        for at in range(first, day.first)
    )
