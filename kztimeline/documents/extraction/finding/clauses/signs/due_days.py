"""Tells a day of which a verb in the past leaves open whether it has come: "was due May 4".

The nearest one is meant then, on either side of publication.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS, FINITE
from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_moved_from
from kztimeline.documents.extraction.finding.clauses.verb_groups import WANTING, Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.occasions import is_called

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.phrases import Phrase

_THEN = re.compile(r"\bthen\b")
# "The deadline was May 4" does not tell whether it has passed.
_SET = frozenset({"cutoff", "date", "deadline", "target"})
# Verbs of changes that take effect on a day: "raised fares from May 1".
_CHANGING = frozenset({
    "abolished", "adopted", "agreed", "appointed", "approved", "awarded", "banned", "barred",
    "closed", "cut", "doubled", "eased", "extended", "granted", "halted", "halved", "hired",
    "imposed", "increased", "introduced", "lifted", "lowered", "named", "offered", "passed",
    "raised", "reduced", "scrapped", "shut", "signed", "suspended", "tightened", "won",
})  # fmt: skip
# What they speak of is due at the time that "by" gives.
_ASKING = WANTING | {
    "guaranteed", "ordered", "pledged", "promised", "proposed", "requested", "sought", "vowed",
}  # fmt: skip
# What they say "that" of, without a tense, is to be done: "ordered that the trial resume July 10".
_ORDERING = frozenset({
    "advised", "agreed", "asked", "asks", "commanded", "decided", "decreed", "demand", "demanded",
    "demanding", "demands", "directed", "essential", "imperative", "insist", "insisted", "insists",
    "instructed", "moved", "ordered", "ordering", "orders", "proposal", "proposed", "proposes",
    "recommend", "recommended", "recommends", "request", "requested", "requests", "require",
    "required", "requires", "resolved", "ruled", "ruling", "stipulated", "stipulates", "suggested",
    "suggests", "urged", "urges",
})  # fmt: skip
_HAS_TENSE = FINITE | verbs.DONE | {Form.DID}
# "Agreed to a delay until June": what they give time for is to come.
_DELAYS = frozenset({
    "adjournment", "delay", "deferral", "extension", "moratorium", "pause", "postponement",
    "reprieve", "respite",
})  # fmt: skip
_FEWEST_WORDS = 2
_AWAITING = frozenset({"once", "unless", "until"})
# What stands now is told of what was to be and is not over.
_STANDING = frozenset({Tense.FUTURE, Tense.PERFECT, Tense.PLAN})
_OF_NOW = frozenset({Form.WILL, Form.PRESENT, Form.IS, Form.MAY})
_GROUP_REACH = 4


def due_tense(clause: Clause, tense: Tense, verb: str, cue: str) -> Tense | None:
    """Return the tense of what is wanted, ordered or awaited; None of what is not.

    "Promised an answer by Friday" and "wanted it done before Friday" tell what is wanted.
    """
    wanted = verb in (WANTING if cue == "before" else _ASKING if cue == "by" else ())
    wanted = wanted or (cue == "until" and clause.word(_noun_before(clause)) in _DELAYS)
    if (wanted or _is_ordered(clause) or _is_supposed(clause)) and clause.is_of_now():
        return Tense.INTENT
    if tense is Tense.PAST_PLAN and not cue and _is_overdue(clause, verb):
        return Tense.PAST
    return Tense.PLAN if tense is Tense.PERFECT and _is_awaited(clause) else None


def _is_supposed(clause: Clause) -> bool:
    """Tell "Were the yard to shut in March, ships would have to be towed"."""
    first = clause.sentence()[0]
    if first >= clause.first or clause.word(first) != "were":
        return False
    words = {clause.word(at) for at in range(first, clause.first)}
    return "to" in words and "," not in words


def _is_overdue(clause: Clause, verb: str) -> bool:
    """Tell the month of "the rains that should have come in May", "it was to have met in May".

    That of "the vote, which was to have been held in May, will be late" can be to come, and so can
    that of "was to have been held in May but has been moved".
    """
    is_month = clause.last - clause.first == 1
    is_month = is_month and clause.tokens.symbol(clause.first) in MONTH_SYMBOLS
    was_to_be = is_month and (verb.startswith("should have ") or " to have " in verb)
    if clause.tokens.symbol(clause.last) != "COMMA" and clause.word(clause.last) != "but":
        return was_to_be
    follows = clause.group_after(clause.last + 1) if was_to_be else None
    return was_to_be and (follows is None or follows[0] not in _STANDING)


def _noun_before(clause: Clause) -> int:
    """Return where the noun of "a delay until the summer" stands."""
    at = clause.first - 1
    while clause.tokens.symbol(at) in ("THE", "UNTIL"):
        at -= 1
    return at


def _is_ordered(clause: Clause) -> bool:
    """Tell "resolved, 5-4, that the panel sit again on May 4" from "ruled that it sat on May 4"."""
    first = clause.sentence()[0]
    that = clause.first - 1
    while that > first and clause.word(that) != "that":
        if clause.form(that) in _HAS_TENSE or clause.word(that).endswith("ed"):
            return False
        that -= 1
    orders = any(clause.word(at) in _ORDERING for at in range(first, that))
    return orders and clause.first - that > _FEWEST_WORDS


def _is_awaited(clause: Clause) -> bool:
    """Tell "will not resume until the plan has been put to holders on May 4", which is to come."""
    first = clause.sentence()[0]
    joints = (at for at in range(clause.first - 1, first, -1) if clause.word(at) in _AWAITING)
    joint = next(joints, first)
    return any(clause.form(at) in _OF_NOW for at in range(first, joint))


def is_left_open(clause: Clause, phrase: Phrase) -> bool:
    """Tell "The deadline was May 4", "raised fares from May 1" and "tightened before May 9".

    So is the December of "moved the vote from December", and nothing in a story of a year.
    """
    if not phrase.names_calendar:
        return False
    if is_moved_from(phrase):
        return True
    if not clause.is_of_now():
        return False
    is_limit = phrase.word_before() == "before" and phrase.rule == "day"
    if is_limit or _is_changed_from(clause, phrase):
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


def was_moved(verb: str) -> bool:
    """Tell "was adjourned until Friday", which stands, from "had been adjourned until Friday"."""
    return verbs.moves_time(verb) and verb.lower().startswith(("was ", "were "))


def lasts_still(clause: Clause, phrase: Phrase, verb: str) -> bool:
    """Tell "suspended flights until June", which stands, from the same told of 1998."""
    of_now = (phrase.has("WEEKDAY") or clause.is_of_now()) and not clause.says(_THEN)
    has_until = phrase.has("WEEKDAY") and phrase.word_before(2) == "had"
    gives = has_until or verbs.gives_time(verb)
    return of_now and (gives or verbs.stops(verb))
