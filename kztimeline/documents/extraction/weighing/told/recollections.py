"""Which date told before a speech is that of what the speaker recalls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.weighing.context import between

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.context import Context
    from kztimeline.documents.extraction.weighing.remembered import Remembered

_OF_STORY = TOLD | {Tense.COULD, Tense.COULD_NOT}


def recalled(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the date of 'She said she had quit in 1983. "I was gone by May," she said'.

    It is the last one told before the speech, in its paragraph, and of what had been then; what
    had been so ever since says nothing of it.
    """
    outside = (
        item for item in reversed(context.remembered) if item.phrase.first not in context.spoken
    )
    told = next(outside, None)
    if told is None or phrase.first not in context.spoken or not told.explicit:
        return None
    lasted = told.phrase.before() == "SINCE" or told.phrase.word_before() == "from"
    had_been = told.tense is Tense.PLUPERFECT and between(told.phrase, phrase) == "paragraph"
    is_old = context.days is not None and context.days[0].year - (told.moment.year or 0) > 1
    in_past = outlook(phrase).tense in _OF_STORY
    return told if had_been and not lasted and is_old and in_past else None
