"""Tells a day that was to come when its past verb was true: "The deadline was May 4".

Whether it has come since is not said, so that the nearest of its kind is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_moved_from
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.occasions import is_called

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.phrases import Phrase

# What "was" a day was to be then, whether it has passed or not.
_SET = frozenset({"cutoff", "date", "deadline", "target"})
# So is what they change from a day on.
_CHANGING = frozenset({
    "abolished", "adopted", "agreed", "appointed", "approved", "awarded", "banned", "barred",
    "closed", "cut", "doubled", "eased", "extended", "granted", "halted", "halved", "hired",
    "imposed", "increased", "introduced", "lifted", "lowered", "named", "passed", "raised",
    "reduced", "scrapped", "shut", "signed", "suspended", "tightened", "won",
})  # fmt: skip
_GROUP_REACH = 4


def was_set_for(clause: Clause, phrase: Phrase) -> bool:
    """Tell "The deadline was August 1", "raised fares from May 1" and "moved it from December"."""
    if not phrase.names_calendar or is_moved_from(phrase) or _is_changed_from(clause, phrase):
        return phrase.names_calendar
    if phrase.word_before() == "before" and phrase.rule == "day":
        return True
    verb = clause.before_all_adverbs(phrase.first)
    if phrase.word_before() in ("at", "to") and clause.word(verb - 1) in ("changed", "set"):
        verb = clause.before_all_adverbs(verb - 1)
    return clause.form(verb) is Form.WAS and _is_date(clause, verb - 1)


def _is_changed_from(clause: Clause, phrase: Phrase) -> bool:
    """Tell "raised fares from May 1", which can be to come, from "rain fell from May 1"."""
    if phrase.word_before() != "from" or phrase.has("WEEKDAY") or phrase.after() == "TO":
        return False
    done = (at for at in clause.clause_before(clause.first) if clause.form(at) in verbs.DONE)
    verb = next(done, None)
    return verb is not None and clause.word(verb) in _CHANGING


def _is_date(clause: Clause, at: int) -> bool:
    """Tell "the deadline" and "the date of the vote", of which the last word is at `at`."""
    for place in range(at, at - _GROUP_REACH - 1, -1):
        if clause.word(place) in _SET:
            of_occasion = is_called(clause.word(at)) or clause.word(place + 1) == "for"
            return place == at or of_occasion
        if clause.tokens.symbol(place) in (*ENDS, "COMMA"):
            return False
    return False
