"""Parts what names its day from the words beside it: "the eve of the vote", "that Monday's"."""

from __future__ import annotations

from dataclasses import replace

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.occasions import is_occasion
from kztimeline.documents.extraction.finding.phrases import Phrase

_LEADING = frozenset(
    {"AFTER", "AT", "BEFORE", "BY", "IN", "OF", "ON", "PREPOSITION", "SINCE", "TO"}
)
_SUBJECT_REACH = 7
_FINITE = frozenset({
    Form.HAD, Form.HAVE, Form.IS, Form.MAY, Form.PAST, Form.WAS, Form.WILL, Form.WOULD,
})  # fmt: skip


def of_occasion(whole: Phrase) -> list[Phrase]:
    """Take "the eve of the vote" alone from "the eve of the vote shops"; other eves are no days."""
    for at in range(whole.first, whole.last):
        if is_occasion(whole.tokens.word(at).lower()):
            return [Phrase(whole.rule, whole.tokens, whole.first, at + 1)]
    return []


def of_date(whole: Phrase) -> list[Phrase]:
    """Take "that date", and no other word behind "that"."""
    return [whole] if whole.word_after(0) == "date" else []


def of_new_year(whole: Phrase) -> list[Phrase]:
    """Tell "by the new year" from "by New Year", which is a feast."""
    new = whole.index("NEW")
    plain = new is not None and whole.tokens.word(new) == "new" and not whole.has("POSSESSIVE")
    return [replace(whole, rule="new_year")] if plain else [whole]


def owns_subject(whole: Phrase) -> bool:
    """Tell "feared that Monday's derby would end in a brawl" from "on that Monday's session"."""
    if whole.before() in _LEADING:
        return False
    for steps in range(3, _SUBJECT_REACH):
        if verbs.form(whole.word_after(steps)) in _FINITE:
            return True
        if whole.after(steps) not in ("WORD", "NAME", "OF", "IN", "AT"):
            return False
    return False
