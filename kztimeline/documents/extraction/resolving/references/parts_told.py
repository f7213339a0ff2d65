"""Resolves parts of a year whose noun stands before them: "the second quarter ... the first"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import quantities
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.resolving.references.quarters_told import PARTS_OF_YEAR
from kztimeline.documents.extraction.resolving.relative import FORWARD, told_from
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.readings import Reading
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_LAST_QUARTER = 4
_LOOKING_BACK = frozenset({"after", "from", "than", "against"})
# What stands for figures told before: "to match those of the first", not "one of the first".
_STANDING_FOR = frozenset({"that", "those"})


def other_part(phrase: Phrase, context: Context, following: list[Phrase]) -> Reading | None:
    """Resolve "the first" after "grew in the second quarter, having shrunk in the first".

    Its year is that of the quarter told, or where a quarter lies between them, the one beside it.
    """
    told = context.remembered[-1] if context.remembered else None
    number = quantities.ordinal(phrase)
    if told is None or number is None or told.moment.unit not in (Unit.QUARTER, Unit.HALF):
        return None
    if phrase.before() == "OF" and phrase.word_before(2) not in _STANDING_FOR:
        return None
    parts, sentence = PARTS_OF_YEAR[told.moment.unit], between(told.phrase, phrase)
    if number > parts or number == told.moment.part or sentence != "sentence":
        return None
    turns = _turns(told.moment, number, phrase, told)
    if told.moment.year is None:
        return None
    moment = Moment(told.moment.unit, told.moment.year + turns, number)
    return told_from(moment, phrase, context, told)


def _turns(told: Moment, number: int, phrase: Phrase, source: Remembered) -> int:
    """Return in how many years from that of the part told another part of a year lies."""
    between_them = range(source.phrase.last, phrase.first)
    looks_back = any(phrase.tokens.word(at).lower() in _LOOKING_BACK for at in between_them)
    if outlook(phrase).tense in FORWARD and not looks_back:
        return int(number < told.part)
    if told.unit is Unit.HALF:
        return 0
    if (told.part, number) == (_LAST_QUARTER, 1):
        return int(not looks_back)
    return -int((told.part, number) == (1, _LAST_QUARTER))
