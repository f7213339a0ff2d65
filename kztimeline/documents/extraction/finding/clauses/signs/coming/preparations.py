"""Tells the day of what somebody prepares for, in the past: "filed papers to run on June 16"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.occasions import is_called

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.phrases import Phrase

# Who has filed papers to run in a vote does so before it.
_RUNNING = frozenset({
    "campaign", "compete", "competing", "contest", "run", "running", "stand", "standing",
})  # fmt: skip
_FILED = frozenset({
    "applied", "barred", "chosen", "cleared", "eligible", "entered", "filed", "nominated",
    "picked", "registered", "selected", "signed", "submitted",
})  # fmt: skip
# What they do for an occasion is done before it.
_READYING = frozenset({
    "bought", "braced", "fueled", "hired", "moved", "packed", "practiced", "prepared", "printed",
    "readied", "registered", "rehearsed", "rolled", "sold", "trained",
})  # fmt: skip
# What they begin for an occasion is done before it, too: "opened a mission for the vote".
_BEGINNING = frozenset({
    "accredited", "appointed", "began", "deployed", "dispatched", "formed", "invited", "launched",
    "named", "opened", "sent", "set", "started",
})  # fmt: skip
_BEGUN = frozenset({
    "campaign", "commission", "committee", "headquarters", "mission", "missions", "monitors",
    "observers", "office", "registration", "sale", "sales", "staff", "team",
})  # fmt: skip
_PLACING = frozenset({"ON", "IN"})
_REACH = 12
_LONGEST_OCCASION = 6


def is_prepared_for(clause: Clause, phrase: Phrase) -> bool:
    """Tell the day of a vote that somebody runs in, or of what people get ready for."""
    is_before_it = _is_candidacy(clause) or _is_made_ready(clause, phrase)
    return is_before_it and clause.is_of_now()


def _is_candidacy(clause: Clause) -> bool:
    """Tell "filed papers to stand in the vote on June 16" and "in the June 16 vote"."""
    places = list(clause.clause_before(clause.first, _REACH))
    if not any(clause.word(at) in _FILED for at in places):
        return False
    runs = any(
        clause.word(at) in _RUNNING and clause.word(at - 1) in ("to", "from") for at in places
    )
    near = (*range(clause.first - 2, clause.first), clause.last)
    return runs and any(is_called(clause.word(at)) for at in near)


def _is_made_ready(clause: Clause, phrase: Phrase) -> bool:
    """Tell "The crew trained for a launch on July 8" from "gathered for a vigil on July 8"."""
    at = phrase.first - 2
    if clause.tokens.symbol(at) == "NAME" and clause.word(at - 1) == "in":
        at -= 2
    if phrase.before() not in _PLACING or not is_called(clause.word(at)):
        return False
    end = at - _LONGEST_OCCASION
    while at > end and clause.word(at) != "for":
        at -= 1
    before = {clause.word(i) for i in clause.clause_before(at, _REACH)}
    begun = not before.isdisjoint(_BEGINNING) and not before.isdisjoint(_BEGUN)
    return clause.word(at) == "for" and (begun or not before.isdisjoint(_READYING))
