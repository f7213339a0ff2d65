"""Resolves years of antiquity whose era stands elsewhere: "in 490", "from 1200 to 400 BC"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.readings import Reading

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context

# "490 to about 480 BC".
_LONGEST_JOINT = 6


def ancient_year(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "in 490" where a text on antiquity leaves BC out, and that of "490 to 480 BC"."""
    if phrase.rule == "listed_year":
        return _listed_year(phrase, context)
    year = phrase.meaning("THREE_DIGITS", "TWO_DIGITS")
    if not isinstance(year, int) or not context.is_ancient(phrase):
        return None
    if phrase.after() == "WORD" and phrase.word_after().endswith("s"):
        return None
    figures = [phrase.tokens.meanings[at] for at in phrase.indexes("THREE_DIGITS")]
    last = figures[-1] if figures else year
    if not isinstance(last, int):
        return None
    moment = Moment(Unit.YEAR, -year)
    context.remember(moment, phrase, explicit=True)
    if last < year:
        return Reading("range", (moment, Moment(Unit.YEAR, -last)))
    return Reading("date", (moment,)) if last == year else None


def _listed_year(phrase: Phrase, context: Context) -> Reading | None:
    tokens, year = phrase.tokens, phrase.meaning("YEAR", "AMOUNT", "THREE_DIGITS", "TWO_DIGITS")
    near = range(phrase.last, phrase.last + _LONGEST_JOINT)
    at = next(at for at in near if tokens.symbol(at) == "ERA")
    named = tokens.meaning(at)
    if not isinstance(year, int) or not isinstance(named, int):
        return None
    moment = Moment(Unit.YEAR, year * named)
    context.remember(moment, phrase, explicit=True)
    return Reading("date", (moment,), approximate=phrase.has("ABOUT", "CIRCA"))
