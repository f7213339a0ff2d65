"""Tells rows of verbs whose last date has the year: "named in May and sworn in in July 2008"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ADVERBS, ENDS
from kztimeline.documents.extraction.finding.clauses.verbs import Form

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens

# Behind "and" stands the verb, or a short subject and the verb.
_SUBJECT_REACH = 3
# What a place in a list begins with, or what says that it is another time.
_BEGINNING = frozenset({"again", "at", "from", "in", "on", "then", "to"})
# What stands between two verbs of a row.
_NEXT = frozenset({",", "and", "finally", "later", "then"})
_OBJECT_REACH = 4
_FINITE = frozenset({Form.PAST, Form.WAS, Form.HAD, Form.HAVE, Form.IS, Form.WILL, Form.WOULD})
_PLACING = frozenset({"BY", "IN", "ON"})
_ACTING = verbs.DONE | {Form.WAS}
# They begin another clause or another year.
_APART = frozenset({"AFTER", "BEFORE", "DASH", "OTHER", "SINCE", "UNTIL", "YEAR", *ENDS})
_CLAUSES = frozenset({
    "as", "because", "being", "having", "if", "than", "that", "though", "when", "where", "whereas",
    "which", "while", "who", "whom", "whose", ";", ":",
})  # fmt: skip


def is_row(phrase: Phrase, last: Phrase) -> bool:
    """Tell whether one row of verbs leads from a date to the last date of its sentence.

    So it does in "named on May 5, confirmed on July 31 and sworn in on August 12, 2008"; not in
    "met Ann Dray, named on May 3, 2006" and "quit on April 12 over a deal signed on May 3, 2006".
    """
    if not _are_placed(phrase, last):
        return False
    tokens, joint, verb, ends = phrase.tokens, -1, -1, False
    for at in range(phrase.last, last.first):
        symbol, word = tokens.symbol(at), tokens.word(at).lower()
        if _begins_another(tokens, at):
            return False
        if symbol in ("AND", "COMMA") or word == "but":
            joint, ends = at, symbol != "COMMA"
        elif verbs.form(word) in _ACTING:
            is_behind_joint = joint > verb and at - joint <= _SUBJECT_REACH
            if not is_behind_joint and at - 1 != verb:
                return False
            verb = at
        elif word in ADVERBS and at - 1 == verb:
            verb = at
    return ends and verb > joint


def is_list(phrase: Phrase, last: Phrase) -> bool:
    """Tell the places of one verb, as in "flew to Oslo on May 5 and to Rome on June 8, 2008"."""
    tokens, places = phrase.tokens, range(phrase.last, last.first)
    apart = any(
        _begins_another(tokens, at) or verbs.form(tokens.word(at).lower()) in _ACTING
        for at in places
    )
    joints = [at for at in places if tokens.symbol(at) in ("AND", "COMMA")]
    if apart or not joints or tokens.symbol(joints[-1]) != "AND":
        return False
    begins = {tokens.word(at + 1).lower() for at in joints if at + 2 < last.first}
    return begins <= _BEGINNING and _are_placed(phrase, last)


def goes_on_behind(told: Phrase, phrase: Phrase) -> bool:
    """Tell the next date of a row: "was sacked in March 2009, jailed in June", "had a son in".

    So does "rose in April 2020 and by October had doubled".
    """
    tokens, at = phrase.tokens, told.last
    if tokens.symbol(at) not in ("COMMA", "AND") or phrase.before() not in _PLACING:
        return False
    if at == phrase.first - 2 and tokens.symbol(at) == "AND":
        return verbs.form(phrase.word_after()) in _ACTING | {Form.HAD}
    while tokens.word(at).lower() in _NEXT:
        at += 1
    verb = tokens.word(at).lower()
    places = range(at + 1, phrase.first - 1)
    if tokens.symbol(at) in ("THE", "A") or verb in verbs.OWNED:
        # "Wrote the first act in May 1978, the third in June": the verb is not said again.
        return len(places) in (1, 2) and all(
            tokens.symbol(each) in ("WORD", "ORDINAL_WORD")
            and verbs.form(tokens.word(each).lower()) is Form.NONE
            for each in places
        )
    if verbs.form(verb) not in _ACTING | {Form.HAD} or verbs.reports(verb):
        return False
    return len(places) <= _OBJECT_REACH and not any(
        tokens.symbol(each) in ("AND", "COMMA")
        or _begins_another(tokens, each)
        or verbs.form(tokens.word(each).lower()) in _FINITE
        for each in places
    )


def _begins_another(tokens: Tokens, at: int) -> bool:
    """Tell where another clause or another year begins."""
    return tokens.symbol(at) in _APART or tokens.word(at).lower() in _CLAUSES


def opens_row(phrase: Phrase, last: Phrase) -> bool:
    """Tell the clauses of "On May 3 the army crossed; on June 8, 1944, it took the port"."""
    tokens, opening = phrase.tokens, last.first - 2
    opens = tokens.word(opening) == ";" or tokens.symbol(opening) == "AND"
    return opens and last.before() in _PLACING and phrase.before() in _PLACING


def _are_placed(phrase: Phrase, last: Phrase) -> bool:
    """Tell "on May 3 and on June 8, 2003", "on May 3 and June 8" and "of March and of May"."""
    before = last.before()
    joined = before == "AND" or before == phrase.before() == "OF"
    return joined or (before in _PLACING and phrase.before() in _PLACING)
