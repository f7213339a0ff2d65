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

OF_STORY = TOLD | {Tense.COULD, Tense.COULD_NOT}


def recalled(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the date of 'She said she had quit in 1983. "I was gone by May," she said'.

    It is the last one told before the speech, in its paragraph, and of what had been then; what
    had been so ever since says nothing of it.
    """
    told = _told_before_speech(phrase, context)
    if told is None or not told.explicit:
        return None
    lasted = told.phrase.before() == "SINCE" or told.phrase.word_before() == "from"
    had_been = told.tense is Tense.PLUPERFECT and between(told.phrase, phrase) == "paragraph"
    is_old = context.days is not None and context.days[0].year - (told.moment.year or 0) > 1
    in_past = outlook(phrase).tense in OF_STORY
    return told if had_been and not lasted and is_old and in_past else None


def _told_before_speech(phrase: Phrase, context: Context) -> Remembered | None:
    """Return the last date told outside of the speech of a phrase, but none far from it."""
    if phrase not in context.speeches:
        return None
    for item in reversed(context.remembered):
        if item.phrase not in context.speeches:
            return item
        if between(item.phrase, phrase) == "text":
            return None
    return None
