"""Tells how a text tells a date: by the way, as the time of its clause, or of what went before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS, RELATIVE_OR_THAT
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.outlook import SHARES
from kztimeline.documents.extraction.finding.clauses.signs.positions import (
    is_attributive,
    is_fronted,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form, form
from kztimeline.documents.extraction.finding.occasions import is_happening
from kztimeline.documents.extraction.finding.tokens import CODES

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_PASSING_REACH = 15
_BEGINNING = re.compile(
    r"\b(?:began|begins|broke\sout|dates?|dated|erupted|opened|started)\s"
    r"(?:back\s)?(?:from|in|to)\s(?:(?:about|around|early|late|mid)[\s-])?\Z"
)
_BEGINNING_REACH = 40
_ON = re.compile(r",\swhen\s")
_TAKING_PART = frozenset({
    "attended", "boycotted", "contested", "entered", "fought", "hosted", "joined", "led", "lost",
    "missed", "observed", "skipped", "swept", "won",
})  # fmt: skip
_LONGEST_SUBJECT = 7
_REFERRING = frozenset({"he", "she", "it", "they", "after", "afterwards", "then"})
_PERSONS = frozenset({"he", "she", "they"})
_COMPARING = frozenset({"against", "from", "than", "versus", "with"})
_COMPARED_REACH = 6
# What they show is no less told than if it were said without them.
_RECORDING = frozenset({
    "confirm", "disclose", "indicate", "indicated", "prove", "record", "recorded", "reveal",
    "revealed", "show", "showed", "state", "stated",
})  # fmt: skip
_RANKED = frozenset({"best", "first", "fewest", "least", "most", "only", "worst"})
_NO_RANKS = frozenset({
    "arrest", "contest", "forest", "guest", "harvest", "interest", "protest", "quest", "request",
    "rest", "test", "unrest", "west",
})  # fmt: skip
_RANKED_REACH = 7
_BEFORE_EARLIER = frozenset({"including", "unless", "with"})
_COUNTED_REACH = 7
# What a name has a year of, in brackets behind it.
_BEGUN = frozenset({
    "b", "born", "built", "created", "d", "died", "est", "established", "formed", "founded",
    "launched", "opened", "published", "released",
})  # fmt: skip


def is_in_passing(phrase: Phrase) -> bool:
    """Tell a date told by the way: in a relative clause, after "since", in brackets, of a noun."""
    of_whole = phrase.before() == "OF" and phrase.word_before(2) in SHARES
    if not of_whole and (phrase.before() in ("OF", "SINCE", "OPEN") or is_attributive(phrase)):
        return True
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    if (
        _is_counted_from(phrase)
        or _is_in_subject(phrase)
        or clause.is_of_object()
        or clause.is_apposition()
    ):
        return True
    tokens, commas = phrase.tokens, 0
    for index in range(phrase.first - 1, max(phrase.first - _PASSING_REACH, -1), -1):
        symbol = tokens.symbol(index)
        joins_names = tokens.symbol(index - 1) == tokens.symbol(index + 1) == "NAME"
        if symbol in ENDS or (symbol == "AND" and not joins_names):
            return False
        if tokens.word(index).lower() in RELATIVE_OR_THAT:
            return commas == 0 and not _is_of_record(phrase, index)
        commas += symbol == "COMMA"
    return False


def _is_of_record(phrase: Phrase, index: int) -> bool:
    """Tell the "that" of "Documents show that the firm was founded on 3 May"."""
    shows = phrase.tokens.word(index - 1).lower() in _RECORDING
    return shows and phrase.tokens.word(index) == "that"


def _is_counted_from(phrase: Phrase) -> bool:
    """Tell the date of "was fined in 2006, a year after raids in January 2005"."""
    codes = phrase.tokens.codes[max(phrase.first - _COUNTED_REACH, 0) : phrase.first]
    if CODES["AFTER"] not in codes and CODES["BEFORE"] not in codes:
        return False
    for index in range(phrase.first - 1, max(phrase.first - _COUNTED_REACH, 0), -1):
        symbol = phrase.tokens.symbol(index)
        if symbol in ("AFTER", "BEFORE"):
            return phrase.tokens.symbol(index - 1) in ("UNIT", "UNITS", "PORTION")
        if symbol not in ("WORD", "NAME", "IN", "ON", "OF", "THE", "A"):
            return False
    return False


def verb_of_entry(phrase: Phrase) -> Tense:
    """Return the tense in which a line of a chronicle tells what was on its day."""
    stop = phrase.after() in ("STOP", "DOT")
    return Clause(phrase.tokens, phrase.first, phrase.last + stop).governing()[0]


def took_part(phrase: Phrase) -> bool:
    """Tell "lost the June election", which was then, from "met members elected in June"."""
    return phrase.before() == "THE" and phrase.word_before(2) in _TAKING_PART


def goes_on(phrase: Phrase) -> bool:
    """Tell "wrote a letter, which came on 2 May.", where what stands aside can come later."""
    for index in range(phrase.first - 1, max(phrase.first - _PASSING_REACH, -1), -1):
        if phrase.tokens.symbol(index) in (*ENDS, "COMMA"):
            return False
        if phrase.tokens.word(index).lower() in RELATIVE_OR_THAT:
            aside = phrase.tokens.symbol(index - 1) == "COMMA"
            tells_on = phrase.after() == "AND" and form(phrase.word_after(2)) is Form.PAST
            return aside and (tells_on or phrase.after() in ("STOP", "DOT", "BREAK"))
    return False


def tells_when(phrase: Phrase) -> bool:
    """Tell the year of "The bank failed in 2001", in which the clause has its past verb."""
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    told = phrase.before() == "IN" and clause.governing()[0] in TOLD
    return told and not is_compared(phrase)


def is_compared(phrase: Phrase) -> bool:
    """Tell the year of "twice as many as in 2021" and "up from 41 in 2007", where no story is."""
    tokens = phrase.tokens
    if phrase.word_before(2) in ("as", "than"):
        return True
    for index in range(phrase.first - 2, max(phrase.first - _COMPARED_REACH, -1), -1):
        word = tokens.word(index).lower()
        if tokens.symbol(index) in (*ENDS, "COMMA"):
            return False
        if word in _COMPARING and tokens.word(index + 1)[:1].isdecimal():
            return True
    return False


def is_measured_against(phrase: Phrase) -> bool:
    """Tell the date of "the lowest since 2015", of another time; not "since 2015, when it fell"."""
    told_on = phrase.word_after(1 + (phrase.after() == "COMMA")) in ("when", "where")
    if phrase.before() != "SINCE" or told_on:
        return False
    for steps in range(2, _RANKED_REACH):
        word = phrase.word_before(steps)
        if phrase.before(steps) in (*ENDS, "COMMA"):
            return False
        if word in _RANKED or (word.endswith("est") and word not in _NO_RANKS):
            return True
    return False


def opens_story(phrase: Phrase) -> bool:
    """Tell the year of "It began in early 2015, when tapes came out", of which more comes."""
    return (
        _ON.match(phrase.text_after(_PASSING_REACH)) is not None
        and _BEGINNING.search(phrase.text_before(_BEGINNING_REACH)) is not None
    )


def tells_of_subject(phrase: Phrase) -> bool:
    """Tell the year of "The talks of 1998 ended on 10 April", in which its verb was, too."""
    if phrase.before() != "OF" or not is_happening(phrase.word_before(2)):
        return False
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    is_placed = phrase.after() in ("IN", "AT") and phrase.after(2) == "NAME"
    follows = clause.group_after(phrase.last + 2 * is_placed)
    opens = any(phrase.before(steps) in ENDS for steps in range(3, _LONGEST_SUBJECT))
    return opens and follows is not None and follows[0] is Tense.PAST


def _is_in_subject(phrase: Phrase) -> bool:
    """Tell the date of "A man sentenced in May 2013 was freed" and "held last in May, were"."""
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    comma = phrase.after() == "COMMA"
    follows = clause.group_after(phrase.last + comma)
    if follows is None or is_fronted(phrase):
        return False
    return not comma or clause.is_participial()


def answers(told: Phrase, phrase: Phrase) -> bool:
    """Tell whether a phrase stands in the answer to a question that told another phrase."""
    tokens, labels = phrase.tokens, 0
    for index in range(told.last, phrase.first):
        if tokens.word(index + 1) == ":" and tokens.symbol(index - 1) in ENDS:
            labels += 1
    return labels == 1


def refers_back(phrase: Phrase) -> bool:
    """Tell a sentence that is of what the one before was: "They will speak", "After the talks"."""
    for index in range(phrase.first - 1, max(phrase.first - _PASSING_REACH, -1), -1):
        if phrase.tokens.word(index).lower() in _REFERRING:
            return True
        if phrase.tokens.symbol(index) in ENDS:
            return False
    return False


def tells_of_them(phrase: Phrase) -> bool:
    """Tell "In October he was sent abroad", which goes on about those told of before."""
    return phrase.word_after(1 + (phrase.after() == "COMMA")) in _PERSONS


def stands_as_subject(phrase: Phrase) -> bool:
    """Tell the day of "since March 21 is a holiday", which has a verb of its own."""
    return Clause(phrase.tokens, phrase.first, phrase.last).group_after(phrase.last) is not None


def opens_when(told: Phrase, phrase: Phrase) -> bool:
    """Tell whether a phrase stands in the clause of "when" that a date told before opens."""
    after = 1 + (told.after() == "COMMA")
    inside = range(told.last + after, phrase.first - 1)
    opens = told.word_after(after) == "when"
    return opens and all(phrase.tokens.symbol(at) != "COMMA" for at in inside)


def is_among(told: Phrase, phrase: Phrase) -> bool:
    """Tell the Tuesday of "goes on until Saturday, with walks on Tuesday", which is before it.

    So is that of "will strike on Saturday unless talks on Tuesday succeed".
    """
    places = range(told.last, phrase.first)
    return any(phrase.tokens.word(at) in _BEFORE_EARLIER for at in places)


def is_in_brackets(told: Phrase, phrase: Phrase) -> bool:
    """Tell the day of "In 2005 the Court allowed it (decision of 3 November)"."""
    between_them = [phrase.tokens.symbol(at) for at in range(told.last, phrase.first)]
    return "OPEN" in between_them and "CLOSE" not in between_them


def is_year_of_name(phrase: Phrase) -> bool:
    """Tell the year of "the league (est. 1951)" and "Ada Crow (born 1931)", which is its own."""
    if phrase.after() != "CLOSE" or phrase.last - phrase.first > 1:
        return False
    opening = phrase.first - 1
    opening -= phrase.tokens.symbol(opening) in ("DOT", "IN", "SINCE")
    opening -= phrase.tokens.word(opening).lower() in _BEGUN
    named = phrase.tokens.symbol(opening - 1) in ("NAME", "WORD")
    return named and phrase.tokens.symbol(opening) == "OPEN"
