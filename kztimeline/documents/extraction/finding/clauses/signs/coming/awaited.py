"""Tells the day of what is soon to be held, whatever the tense: "a squad for the tie on May 3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.signs.changes import was_held
from kztimeline.documents.extraction.finding.clauses.signs.coming.meetings import (
    is_held_that_month,
    is_held_then,
)
from kztimeline.documents.extraction.finding.clauses.signs.past.over import is_of_vote_held
from kztimeline.documents.extraction.finding.occasions import (
    REASONS,
    is_occasion,
    is_of_unforeseen,
    is_vote,
)

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 120
_REASON_REACH = 6
_DAYS_BEFORE, _DAYS_AHEAD = 2, 4
# With "to" behind them they look forward to an occasion.
_LEADING_TO = frozenset({
    "access", "advance", "advanced", "attention", "back", "countdown", "forward", "invitation",
    "invitations", "progress", "progressed", "support", "through", "ticket", "tickets", "way",
})  # fmt: skip
# None of them stands between "before" and its occasion.
_APART = r"after|said|that|was|were|had|which|who|when|where|held|since"
# What is done for an occasion, before it or towards it is done while it is to come.
_LEADING = re.compile(
    r"\b(?:for|before|ahead\sof|in\sadvance\sof|prior\sto|till|towards?|until|next"
    r"|(?:invitations?|invited|skip(?:ped|ping)?|tickets?|trips?)\sto)\s"
    rf"((?:(?!(?:{_APART}|against\swhom)\s)"
    r"[\w.’'-]+\s){1,14}?)(?:(?:on|of)\s(?:the\s)?)?\Z"
)
# What is done before an occasion within days, or before what is then made known, is told before it.
_BEFORE = re.compile(
    r"\b([Bb]efore|[Pp]rior\sto|[Aa]head\sof|[Ii]n\sadvance\sof)\s"
    rf"((?:(?!(?:{_APART})\s)[\w.’'-]+\s){{1,10}}?)(?:on\s)?\Z"
)
# Who is there "for talks Thursday" mostly is so before.
_COME_FOR = re.compile(r"\bfor\s(?:(?:an?|the)\s)?(?:[\w-]+\s)?([\w-]+)\s\Z")
_MADE_KNOWN = frozenset({
    "announcement", "data", "decision", "earnings", "figures", "judgment", "report", "results",
    "ruling", "speech", "statement",
})  # fmt: skip
# Who is named for it, or out of it, before it is held.
_NAMED_FOR = re.compile(
    r"\b(?:called\sup|chosen|named|picked|recalled|selected|line-?up|side|squad|team)\b[^.;\n]{0,70}?"
    r"\bfor\s((?:(?!(?:after|said|that|was|were|had|which|who|since)\s)[\w.’'-]+\s){1,12}?)on\s\Z"
)
_PLAYING = re.compile(
    r"\b(?:(?:line-?up|side|squad|team)\s(?:for|to\s(?:face|meet|play|take\son)\s(?:[\w.’'-]+\s){1,4}?in)"
    r"|ruled\sout\sof"
    r"|(?:called\sup|included|named|picked|recalled|selected)\b[^.;\n]{0,40}\sfor)\s(?:the\s)?\Z"
)
# What is open while it is to come: "will depend on the result of Saturday's game".
_UNDECIDED = re.compile(
    r"\b(?:(?:depend(?:s|ed|ent|ing)?|hing(?:e|es|ed|ing)|rest(?:s|ed|ing)?|rid(?:e|es|ing))\s(?:up)?on"
    r"|await(?:s|ed|ing)?|wait(?:s|ed|ing)?\s(?:for|on))\s(?:the\s)?"
    r"(?:outcome|results?|success|verdict)\s(?:at|from|in|of)\s(?:the\s)?\Z"
)
# "Fell ill shortly before Sunday's march", "is hopeful about Friday's talks".
_SHORTLY_BEFORE = re.compile(r"\b(?:days|hours|just|minutes|shortly)\sbefore\s(?:the\s)?\Z")
_GOING_INTO = re.compile(r"\b(?:[Gg]oing|[Hh]eading)\sinto\s(?:the\s)?\Z")
_HOPEFUL = re.compile(
    r"\b(?:confident|hopeful|optimistic|pessimistic|upbeat)\s(?:about|ahead\sof|of)\s(?:the\s)?\Z"
)
_ANNIVERSARY = re.compile(r"(?:['’]s)?\s(?:[\w-]+\s){0,2}?anniversary\b")
_DATE_SET = re.compile(
    r"\b(?:date|hearing|inquest|sentencing|trial)\s(?:was|were|(?:has|have)\sbeen)\s(?:(?:also|now|then)\s)?"
    r"(?:fixed|listed|pencill?ed\sin|set)\s(?:down\s)?for\s(?:the\s)?\Z"
    r"|\brescheduled\sfor\s\Z"
    r"|\b(?:chosen|fixed|named|set)\s(?:[\w-]+\s){0,4}?dates?\s(?:at|for|of)\s(?:the\s)?\Z"
    r"|\b(?:court|execution|hearing|trial|wedding)\sdates?\s(?:at|for|of)\s\Z"
    r"|\b(?:put|set)\saside\s\Z"
)
# "His scheduled appearance at a seminar Thursday", "a survey out on Wednesday".
_IN_PLACE = re.compile(
    r"\b(?:an?|the|his|her|its|their)\sscheduled\s(?:(?!(?:was|were|had|to|for)\s)[\w’'-]+\s){1,6}?(?:on\s)?\Z"
    r"|\b(?:data|figures|minutes|numbers|report|results|survey)\b[^;\n]{0,30}\sout\s(?:on\s)?\Z"
)
# "A forum hosted by Dushanbe on October 26 will discuss", "trash normally collected Thursday will".
_HOSTED = re.compile(
    r"(?:\b([\w-]+),?\s(?:arranged|chaired|convened|held|hosted|organi[sz]ed|sponsored)\s(?:(?:by|in|at)\s"
    r"(?:(?!(?:after|said|that|was|were|had|which|who)\s)[\w.’'-]+\s){1,8}?)?"
    r"|\b(?:normally|usually)\s\w+ed\s)(?:on\s)?\Z"
)
_WILL = re.compile(r",?\s(?:will|(?:is|are)\s(?:due|expected|scheduled|set)\sto|(?:is|are)\sto)\s")
_ALSO_HELD = frozenset({
    "auction", "budget", "championship", "championships", "clash", "delivery", "fight",
    "friendlies", "international", "leg", "listing", "payment", "publication", "qualifiers",
    "redemption", "release", "resale", "return", "sale", "settlement", "test", "tie",
    "ties", "tournament",
})  # fmt: skip
_WRITTEN = frozenset({
    "article", "column", "editorial", "email", "interview", "letter", "memo", "memorandum", "note",
    "poll", "report", "ruling", "story", "survey",
})  # fmt: skip
_AHEAD_OF = re.compile(
    r"\b(?:ahead\sof|before|in\sadvance\sof|prior\sto|(?:build|lead|run)-?\s?up\sto)\s(?:(?:an?|the)\s)?"
    r"(?:[\w.’'-]+\s)?\Z",
    re.IGNORECASE,
)
# What was said or done then is over: "said during a February 22 meeting".
_THEN = frozenset({"after", "at", "during", "following", "since"})
_OWNING = frozenset({"A", "THE", "POSSESSIVE", "WORD"})
_LIMITS = frozenset({"cutoff", "deadline", "launch", "start", "target"})
_KEPT = re.compile(
    r"\b(?:after|beat|behind|blew|broke|since|meet|met|miss(?:ed|ing)?|past)\sthe\s\Z"
)
_KEPT_REACH = 24
# What stands behind "the July 9", or begins behind "Sunday's", and says that it is to come.
_COMING = re.compile(
    r"(?:['’]s)?(?:\s+[\w-]+){0,3}?\s+(?:draw(?:s|ing)\s(?:near|nearer|close|closer|nigh)"
    r"|near(?:s|ing)|approach(?:es|ing)|loom(?:s|ing)|at\shand|imminent|around\sthe\scorner"
    r"|(?:hours?|days?|weeks?|months?)\s(?:away|off))\b"
    r"|(?:\s+(?!\w+ing\b)[\w-]+){0,3}?\s+(?:to\scome|ahead)\b"
)
_COMING_REACH = 60
# What is stopped days before it: "The House put off Thursday's debate".
_CALLED_OFF = re.compile(
    r"\b(?:call(?:ed|s)\soff|cancel(?:l?ed|s)|delay(?:ed|s)|postpone[ds]|put(?:s)?\soff"
    r"|to\s(?:block|delay|halt|postpone|stop))\s(?:the\s)?\Z"
)
# "Halted Tuesday's planned march", but "missed Tuesday's scheduled bout", which is over.
_PLANNED = re.compile(r"['’]s\s(?:planned|scheduled|upcoming)\s")
_TAKEN_PART = frozenset({
    "after", "at", "attended", "during", "following", "from", "in", "missed", "since", "skipped",
})  # fmt: skip
# What stands between them and their day, with no verb of its own.
_WORD = r"(?:(?!(?:said|that|was|were|which|who)\s)[\w.’'-]+\s)"
_SCHEDULED = re.compile(
    rf"\b(?:forthcoming|planned|proposed|upcoming)\s{_WORD}{{1,9}}?from\s\Z"
    rf"|\bto\s(?:appear|stand\strial)\s{_WORD}{{0,8}}?on\s\Z"
    r"|\bas\s(?:planned|scheduled)(?:\s(?:on|for))?\s\Z"
    r"|\b(?:adjournment|delay|postponement)\s(?:to|until)\s\Z"
    r"|\b(?:shares?|stock|units?)\s(?:[\w-]+\s){0,4}?held\s(?:(?:at|on|as\sof)\s)?\Z"
)
_HOLIDAY = re.compile(
    r"\b(?:ahead\sof|in\sadvance\sof|before|into)\s(?:(?:an?|the|this|its|their)\s)?"
    r"(?:[A-Z][\w.]*\s){0,2}\Z"
)
_KINDS_OF_VOTES = frozenset({
    "congressional", "federal", "general", "legislative", "local", "municipal", "parliamentary",
    "presidential", "primary", "provincial", "regional", "runoff", "snap", "special", "state",
})  # fmt: skip
_PREPOSITIONS = frozenset({"AT", "BY", "IN", "OF", "PREPOSITION", "SINCE", "AFTER"})
_MOST_BETWEEN = 3


def is_held_soon(phrase: Phrase) -> bool:
    """Tell the day of "is in the squad for the tie against Malta on August 31" and of a vote.

    So is that of "to be held as scheduled on September 14" and "ahead of the U.S. Labor Day".
    """
    before = phrase.text_before(_REACH)
    if phrase.rule == "holiday":
        return _HOLIDAY.search(before) is not None or is_held_then(phrase)
    if (
        phrase.word_before() in ("beyond", "past")
        or _SCHEDULED.search(before)
        or is_hosted_soon(phrase)
        or _is_of_limit(phrase)
    ):
        return True
    if phrase.before() == "THE" and _ANNIVERSARY.match(phrase.text_after(_REACH)):
        return True
    of_occasion = _is_of_vote(phrase) or is_held_then(phrase) or _is_led_to(phrase, before)
    return of_occasion or _is_of_one_thing(phrase)


def is_before_occasion(phrase: Phrase) -> bool:
    """Tell the month of "spoke ahead of his November visit"."""
    if is_held_that_month(phrase):
        return True
    if _AHEAD_OF.search(phrase.text_before(_REACH)) is None or phrase.before() not in _OWNING:
        return False
    behind = (phrase.word_after(steps) for steps in range(1, 1 + _MOST_BETWEEN))
    return any(map(is_occasion, behind))


def _is_of_limit(phrase: Phrase) -> bool:
    """Tell "the Jan. 1 start date", not the "Jan. 31 deadline" that somebody missed or met."""
    is_limit = phrase.before() == "THE" and phrase.word_after() in _LIMITS
    return is_limit and _KEPT.search(phrase.text_before(_KEPT_REACH)) is None


def is_named_for(phrase: Phrase) -> bool:
    """Tell "recalled him on Monday for a friendly against Brazil on Sunday"."""
    named = _NAMED_FOR.search(phrase.text_before(_REACH))
    return named is not None and any(map(_is_held, named[1].lower().split()))


def is_hosted_soon(phrase: Phrase) -> bool:
    """Tell "a forum hosted by Dushanbe on May 26 will discuss", not "men held on May 3 will"."""
    hosted = _HOSTED.search(phrase.text_before(_REACH))
    if hosted is None or _WILL.match(phrase.text_after(_REACH)) is None:
        return False
    return hosted[1] is None or is_occasion(hosted[1].lower())


def days_before_occasion(phrase: Phrase) -> int:
    """Return within how many days "rose before a ruling on Friday" speaks of the day to come.

    A singer who fell ill "before the concert Saturday" most likely did so on the last one.
    """
    before = phrase.text_before(_REACH)
    led, come = _BEFORE.search(before), _COME_FOR.search(before)
    if come and is_occasion(come[1].lower()) and not _gives_reason(phrase):
        return _DAYS_BEFORE
    if led is None:
        return 0
    words = led[2].lower().split()
    is_set = any(_is_held(word) or word in _MADE_KNOWN for word in words)
    is_near = led[1].lower() in ("before", "prior to")
    return is_set * (_DAYS_BEFORE if is_near else _DAYS_AHEAD)


def is_in_place(phrase: Phrase) -> bool:
    """Tell "the team for Sunday's tie", "his scheduled appearance Thursday", "out on Wednesday".

    So is the day of "depends on the result of Saturday's game".
    """
    before = phrase.text_before(_REACH)
    if phrase.after() != "POSSESSIVE":
        return _IN_PLACE.search(before) is not None
    if was_held(phrase):
        return False
    if _CALLED_OFF.search(before):
        return True
    if _PLANNED.match(phrase.text_after(_REACH)) and phrase.word_before() not in _TAKEN_PART:
        return True
    if (phrase.word_before(), phrase.word_after(2)) == ("before", "holiday"):
        return True
    if _UNDECIDED.search(before) or _SHORTLY_BEFORE.search(before):
        return True
    if (
        _HOPEFUL.search(before)
        or is_going_into(phrase)
        or _ANNIVERSARY.match(phrase.text_after(_REACH))
    ):
        return True
    behind = (phrase.word_after(steps) for steps in range(2, 2 + _MOST_BETWEEN))
    return _PLAYING.search(before) is not None and any(map(_is_held, behind))


def is_going_into(phrase: Phrase) -> bool:
    """Tell "Going into Friday's talks, he said", told within days of them, before or since."""
    owns = phrase.has("WEEKDAY") and phrase.after() == "POSSESSIVE"
    return owns and _GOING_INTO.search(phrase.text_before(_REACH)) is not None


def _is_held(word: str) -> bool:
    return is_occasion(word) or word in _ALSO_HELD


def is_date_set(phrase: Phrase) -> bool:
    """Tell "a trial date was set for October 28" and "a hearing was penciled in for October"."""
    return _DATE_SET.search(phrase.text_before(_REACH)) is not None


def draws_near(phrase: Phrase) -> bool:
    """Tell "the July 9 vote drawing near" and "the trial to come" by what stands behind."""
    return _COMING.match(phrase.text_after(_COMING_REACH)) is not None


def _is_led_to(phrase: Phrase, before: str) -> bool:
    led = _LEADING.search(before)
    if led is None or _gives_reason(phrase):
        return False
    words = led[1].lower().split()
    return any(map(_is_held, words))


def _is_of_vote(phrase: Phrase) -> bool:
    """Tell "at November 3 polls" and "a key part of the Western-backed September 14 elections"."""
    tokens, at = phrase.tokens, phrase.first - 1
    if not _names_vote(phrase) or is_of_vote_held(phrase):
        return False
    for _ in range(_MOST_BETWEEN):
        if tokens.symbol(at) not in ("WORD", "NAME", "HYPHEN"):
            break
        at -= 1
    # "Came to report on May 3 polls" tells of them, "On May 3 voters chose" of who did so.
    if tokens.symbol(at) == "ON":
        return tokens.symbol(at - 1) == "WORD" and not phrase.word_after().startswith("vote")
    return tokens.symbol(at) in (*_PREPOSITIONS, "THE", "POSSESSIVE", "WORD")


def _names_vote(phrase: Phrase) -> bool:
    """Tell the "presidential polls" of "the May 9 presidential polls"; a place may be between."""
    if is_vote(phrase.word_after()):
        return True
    behind = 2
    if phrase.after() == "NAME":
        behind += phrase.word_after(2) in _KINDS_OF_VOTES
    elif phrase.word_after() not in _KINDS_OF_VOTES:
        return False
    return is_vote(phrase.word_after(behind))


def _is_of_one_thing(phrase: Phrase) -> bool:
    """Tell "decisions in a May 14 statement", to come, from "a March 31 raid" and "letter"."""
    of_thing = phrase.rule == "day" and phrase.before() == "A" and phrase.after() == "WORD"
    of_thing = of_thing and phrase.word_before(2) not in _THEN
    return of_thing and phrase.word_after() not in _WRITTEN and not is_of_unforeseen(phrase)


def is_awaited(phrase: Phrase) -> bool:
    """Tell "seats for Sunday's match", but not "fined for Sunday's rally", which looks back.

    So is the day of "made it through to Sunday's final" and "turn their attention to".
    """
    opening = 1 + (phrase.before() == "THE")
    leads = phrase.word_before(opening) == "to" and phrase.word_before(opening + 1) in _LEADING_TO
    return leads or (phrase.word_before(opening) == "for" and not _gives_reason(phrase))


def _gives_reason(phrase: Phrase) -> bool:
    """Tell the "for" of "were fined for Sunday's rally", which looks back."""
    for index in range(phrase.first - 1, max(phrase.first - 1 - _REASON_REACH, -1), -1):
        if phrase.tokens.symbol(index) in ENDS:
            return False
        if phrase.tokens.word(index).lower() in REASONS:
            return True
    return False
