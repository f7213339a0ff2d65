"""Tells of what was planned that it was held, put off, called off or ruled out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_moved_from
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens

_CUE_REACH = 48
_AGAIN_REACH = 8
_RULING = frozenset({"rule", "ruled", "rules", "ruling"})
_FAILURE_REACH = 5
# Behind "but" they tell what else was said.
_SAYING = frozenset({"added", "cautioned", "conceded", "said", "stressed", "warned"})
# What is told behind an occasion that is over.
_HELD = re.compile(
    r"(?:['’]s)?(?:\s+[\w-]+){0,4}?,\s(?:which|where|(?:at|in|during|of|after)\swhich|when)\s"
    r"(?:[\w.’'-]+\s){0,4}?(?:won|lost|drew|died|killed|followed|brought|marked|saw|gave"
    r"|handed|returned|ended|left|passed|took|turned|attracted|(?:was|were)\s(?:won|lost|held|marred"
    r"|boycotted|followed|marked|attended|watched|killed|injured|hurt|wounded))\b"
    r"|(?:['’]s)?(?:\s+[\w-]+){1,4}?\s(?:at|during|in)\swhich\s(?:[\w.’'-]+\s){1,7}?"
    r"(?:\w{2,}ed|died|fell|gave|held|left|lost|made|met|said|saw|spoke|told|took|went|won)\b"
)
_HELD_REACH = 110
_PUT_OFF = re.compile(
    r"(?:['’]s)?(?:\s[\w.’'-]+){1,5}?\s(?:has|have|was|were)\s(?:(?:already|also|been|now)\s){0,2}"
    r"(?:advanced|brought\sforward|called\soff|cancell?ed|deferred|delayed|moved|postponed|pushed"
    r"|put\s(?:back|off)|rescheduled|scrapped|shifted|switched)\b"
)
_HAS_BEEN_MOVED = re.compile(
    r"\s(?:has|have)\s(?:(?:already|also|now)\s)?been\s(?:advanced|brought\sforward|moved"
    r"|pushed|put\sback|rescheduled|shifted|switched)\b"
)
_BROUGHT_NEARER = re.compile(
    r",?\s(?:but|and)\s(?:(?:has|have)\sbeen|was|were)\s(?:(?:later|since|then)\s)?"
    r"(?:advanced|(?:brought|moved)\s(?:forward|up))\b"
)
# "Was due to leave on Saturday but hopes to leave tomorrow" is told before that Saturday.
_STANDS_YET = re.compile(
    r",?\sbut\s(?:now\s)?(?:expects?|hopes?|intends?|is\snow|plans?|wants?|will)\b"
)
_SHOULD_HAVE = re.compile(r"\b(?:should|to)\shave\s\w+\s(?:\w+\s){0,2}?on\s\Z")
_HAS_CALLED_OFF = re.compile(
    r"\b(?:has|have)\s(?:(?:also|already|now)\s)?(?:called\soff|cancell?ed|postponed|put\soff|scrapped"
    r"|shelved)\s(?:[\w’'-]+\s){1,5}?on\s\Z"
)
_LISTED = re.compile(
    r"\b(?i:adjournment|cancell?ation|deferral|delay|postponement)\sof\s(?:an?|the|its|his|her|their)\s"
    r"(?:[\w-]+\s){1,3}(?:due|listed|planned|scheduled|set|slated)\s(?:for|on|in)\s(?:the\s)?\Z"
)
_CALLED_OFF_NOW = re.compile(
    r",\s(?:has|have)\s(?:(?:now|since)\s)?(?:been\s)?(?:cancell?ed|called\soff|delayed|deferred"
    r"|dropped|postponed|pushed\sback|put\s(?:back|off)|rescheduled|scrapped)\b"
    r"|\s(?:will\s(?:now\s)?be|is\snow\sto\sbe)\b|,\swill\s(?:instead|now)\b"
    r"|\s[^;\n]{0,60}?will\s(?:now\s)?be\s\w+\sinstead\b"
)
_DID_NOT = re.compile(
    r",\s(?:did\snot|didn['’]t|never|failed\sto)\b"
    r"|,?\sbut\s(?:(?:was|were)\s)?"
    r"(?:abandoned|cut\sshort|halted|interrupted|rained\soff|stopped|washed\sout)\b"
)
# What says in the sentence of a plan, or right before it, that it came otherwise.
_OTHERWISE = frozenset({
    "abandoned", "aborted", "adjourned", "canceled", "cancelled", "collapsed", "deferred",
    "delayed", "instead", "off", "postponed", "rescheduled", "scrapped", "skipped", "suspended",
})  # fmt: skip
_OTHERWISE_REACH = 16
_FIRST_PLAN_REACH = 5
_AT_FIRST = frozenset({"first", "initially", "originally", "previously"})
_TO_ANOTHER = frozenset({"for", "till", "to", "until"})

_PASSED = re.compile(
    r"\s(?:(?:has|have|had)\s(?:already\s)?)?(?:passed|expired|lapsed|came\sand\swent|went\sby"
    r"|(?:was|were|been|is|being)\s(?:missed|not\smet))\b"
)
_SINCE_THEN = re.compile(
    r"\bsince\s(?:an?|the|its|his|her|their)\s"
    r"(?:(?!is|are|was|were|has|had|said|that|which|who|will|would)[\w-]+\s){1,8}"
    r"(?:in|at|of|on)\s(?:the\s)?\Z"
    r"|(?:(?:\A|[\n.!?;:—–][\"”’)]*\s?)Back|,\sback)\s(?:in|on)\s(?:the\s)?\Z"
    r"|\b[Uu]nlike\s(?:in\s)?(?:the\s)?(?:[\w-]+\s(?:to|of|in|before)\s)?(?:the\s)?\Z"
)
_MISSED = re.compile(r"\b(?:missed|failed\sto\smeet)\s(?:an?|the|its|his|her|their)\s$")
_ELECTED = re.compile(
    r"(?:\b(?:won|lost|secured)\b[^.;:,]{0,40}\b|['’]s\s|\b(?:after|since|his|her|their|my)\s)"
    r"(?<!seeking\shis\s)(?<!seeking\sher\s)(?:re-?)?election\s"
    r"(?:victory\s|win\s|defeat\s|loss\s)?(?:back\s)?(?:in|on)\s$"
)


def was_held(phrase: Phrase) -> bool:
    """Tell the day of "the June 9 vote, which he won" and "Sunday's march, at which one died"."""
    after = phrase.text_after(_HELD_REACH)
    return _HELD.match(after) is not None


def has_passed(phrase: Phrase) -> bool:
    """Tell the day of "the deadline of January 31 passed" and "missed a January 31 deadline"."""
    if phrase.word_after() == "deadline":
        missed = _MISSED.search(phrase.text_before(_CUE_REACH)) is not None
        tokens, end = phrase.tokens, phrase.tokens.ends[phrase.last]
        return missed or _PASSED.match(tokens.text[end : end + _CUE_REACH]) is not None
    of_limit = phrase.word_before(1 + (phrase.before() in ("OF", "ON"))) == "deadline"
    return of_limit and _PASSED.match(phrase.text_after(_CUE_REACH)) is not None


def is_since_then(phrase: Phrase) -> bool:
    """Tell "since its win in the January polls", "unlike January's vote" and "Back in May"."""
    return _SINCE_THEN.search(phrase.text_before(_HELD_REACH)) is not None


def was_elected(phrase: Phrase) -> bool:
    """Tell "who won re-election in May" and "after his election on" from "runs for election in"."""
    stands = phrase.before() in ("IN", "ON")
    return stands and _ELECTED.search(phrase.text_before(_CUE_REACH)) is not None


def is_put_off(phrase: Phrase) -> bool:
    """Tell the day of "Saturday's race has been moved to Sunday", which was still to come."""
    after = phrase.text_after(_HELD_REACH)
    return _PUT_OFF.match(after) is not None


def has_been_moved(phrase: Phrase) -> bool:
    """Tell the day of "Their trip on August 25 has been brought forward", which is to come.

    So is that of "has called off its fireworks on Wednesday", and so can be that of "the
    postponement of the hearing listed for 15 January".
    """
    after = phrase.text_after(_HELD_REACH)
    before = phrase.text_before(_HELD_REACH)
    if _LISTED.search(before) or _HAS_CALLED_OFF.search(before):
        return True
    return phrase.before() == "ON" and _HAS_BEEN_MOVED.match(after) is not None


def was_given_up(phrase: Phrase, verb: str) -> bool:
    """Tell "had been expected to leave on Sunday", of which another day is told."""
    return phrase.rule == "weekday" and verb.lower().startswith("had been ")


def is_called_off_now(phrase: Phrase) -> bool:
    """Tell "who had been due to leave on Monday, has canceled his trip", which is still to come.

    So is the day of "which was to be chosen on Monday will be appointed"; that of "who should have
    come on Monday, will now come in May" is over.
    """
    after, before = phrase.text_after(_HELD_REACH), phrase.text_before(_CUE_REACH)
    is_over = _SHOULD_HAVE.search(before) is not None
    return phrase.rule == "weekday" and not is_over and _CALLED_OFF_NOW.match(after) is not None


def is_brought_nearer(phrase: Phrase) -> bool:
    """Tell "was set for November 27 but was moved forward", which is later than the new day.

    So is that of "was due to leave on Saturday but hopes to leave tomorrow".
    """
    after = phrase.text_after(_CUE_REACH)
    stands = phrase.rule == "weekday" and _STANDS_YET.match(after) is not None
    return stands or _BROUGHT_NEARER.match(after) is not None


def is_ruled_out(phrase: Phrase) -> bool:
    """Tell "ruled out a vote before October", of a time that is still to come."""
    tokens = phrase.tokens
    for at in range(phrase.first - 1, max(phrase.first - 1 - _AGAIN_REACH, 0), -1):
        if tokens.symbol(at) in ENDS:
            return False
        if tokens.word(at) == "out" and tokens.word(at - 1) in _RULING:
            return True
    return False


def fails(phrase: Phrase) -> bool:
    """Tell what came otherwise: "was due to vote January 5 but put it off"."""
    for at in range(phrase.last, phrase.last + _FAILURE_REACH):
        if phrase.tokens.symbol(at) in ENDS:
            return False
        if phrase.tokens.word(at) == "but":
            return phrase.tokens.word(at + 1) not in _SAYING
    return False


def was_not_done(phrase: Phrase) -> bool:
    """Tell the day of "who had promised to appear on Monday, did not", which is over.

    So is that of "The final, scheduled for Saturday but abandoned after eight games".
    """
    return _DID_NOT.match(phrase.text_after(_CUE_REACH)) is not None


def came_otherwise(phrase: Phrase) -> bool:
    """Tell "was to meet on Friday, a session now put off" from "was to meet on Friday"."""
    tokens = phrase.tokens
    before = range(phrase.first - 1, max(phrase.first - 1 - _OTHERWISE_REACH, -1), -1)
    after = range(phrase.last, min(phrase.last + _OTHERWISE_REACH, len(tokens.starts)))
    for places in (before, after):
        for at in places:
            if tokens.symbol(at) in ENDS:
                break
            is_other = tokens.word(at).lower() in _OTHERWISE and not _sets_anew(phrase, at)
            if is_other or _is_now(tokens, at):
                return True
    return False


def _sets_anew(phrase: Phrase, verb: int) -> bool:
    """Tell "was adjourned to Tuesday" and "postponed until May 3", which is the day that stands."""
    return verb + 2 == phrase.first and phrase.word_before() in _TO_ANOTHER


def _is_now(tokens: Tokens, at: int) -> bool:
    """Tell "was due on Monday and is now awaited on Friday"."""
    return tokens.word(at) == "now" and tokens.word(at - 1) in ("is", "are")


def was_first_plan(phrase: Phrase, tense: Tense) -> bool:
    """Tell "the vote, originally planned for May" or moved from May, of which another is told."""
    if tense is not Tense.PLAN or is_moved_from(phrase):
        return phrase.names_calendar and is_moved_from(phrase)
    for at in range(phrase.first - 1, max(phrase.first - 1 - _FIRST_PLAN_REACH, -1), -1):
        if phrase.tokens.symbol(at) in (*ENDS, "COMMA"):
            return False
        if phrase.tokens.word(at).lower() in _AT_FIRST:
            return verbs.sets_time(phrase.tokens.word(at + 1))
    return False
