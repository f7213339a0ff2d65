"""Parts what a rule matched with an hour where the two are not of one phrase."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.phrases import Phrase

# Behind an hour they begin a sentence, or a line of where a page was posted.
_BEGINNING_ANEW = frozenset({"On", "Modified", "Posted", "Published", "Updated"})
SPOKEN = ("DAY_NUMBER", "NUMBER_WORD")
_HOURS = 12
# Behind them "by 9" says by how much.
_MARGINS = frozenset({
    "ahead", "beat", "beaten", "behind", "cut", "down", "dropped", "fell", "grew", "increased",
    "jumped", "lead", "led", "lost", "raised", "reduced", "rose", "trailed", "up", "won",
})  # fmt: skip


def after_clock(whole: Phrase) -> list[Phrase]:
    """Part the hour of "until 6 p.m. On May 2", which ends a sentence, from the day.

    So is that of "Posted: May 2, 6 p.m. Updated May 3".
    """
    if whole.rule in ("today", "weekday") and whole.has(*SPOKEN):
        return of_spoken_hour(whole)
    if not whole.has("CLOCK"):
        return [whole]
    if whole.rule == "day" and _is_of_log(whole):
        last = whole.last - 2
        return [
            Phrase(whole.rule, whole.tokens, whole.first, last),
            Phrase("clock", whole.tokens, last + 1, whole.last),
        ]
    for at in range(whole.first + 1, whole.last):
        if whole.tokens.word(at) in _BEGINNING_ANEW:
            return [
                Phrase("clock", whole.tokens, whole.first, at),
                Phrase(whole.rule, whole.tokens, at + 1, whole.last),
            ]
    return [whole]


def _is_of_log(whole: Phrase) -> bool:
    """Tell "Jan. 9, 10:15 p.m.: Two men" from "Wed 20 Nov, 7.30pm", which is one phrase."""
    ends = [whole.tokens.symbol(whole.last - steps) for steps in (2, 1)]
    return ends == ["COMMA", "CLOCK"] and not whole.has("YEAR", "WEEKDAY", "SHORT_WEEKDAY")


def of_spoken_hour(whole: Phrase) -> list[Phrase]:
    """Take "8 tonight" from "lost by 8 tonight", and from "at 8 today", of which half is not told.

    Of other numbers than hours the day stands alone.
    """
    hour = whole.meaning(*SPOKEN)
    is_hour = isinstance(hour, int) and 1 <= hour <= _HOURS
    is_margin = whole.before() == "BY" and whole.word_before(2) in _MARGINS
    is_told = whole.has("DAYPART") or whole.word_at("TODAY") == "tonight"
    if is_hour and is_told and not is_margin:
        return [whole]
    if whole.tokens.symbol(whole.first) not in SPOKEN:
        return [Phrase(whole.rule, whole.tokens, whole.first, whole.last - 2)]
    first = whole.first + 1 + (whole.tokens.symbol(whole.first + 1) == "ON")
    return [Phrase(whole.rule, whole.tokens, first, whole.last)]
