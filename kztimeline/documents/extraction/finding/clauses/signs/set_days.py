"""Tells a date that somebody sets: "named August 19 as polling day", "the date of the vote, May 4".

It is what their verb has as its object, not when they did it, and mostly still to come.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.forms.destinations import DATES
from kztimeline.documents.extraction.finding.clauses.forms.intents import INFINITIVES
from kztimeline.documents.extraction.finding.clauses.signs.coming.preparations import (
    is_prepared_for,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.occasions import is_called

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens

# What is made of a day to come: "declared Wednesday a day of mourning".
_MADE_OF_DAY = re.compile(
    r"\s+(?:and\s\w+day\s)?(?:an?\s(?:\w+\s){0,2}(?:day|holiday)|(?:\w+\s){0,2}(?:days|holidays))\b"
)
# What a day is named as: "naming August 19 as polling day", "rejected May 3 as too early".
_NAMED_AS = re.compile(
    r"\s+as\s(?:(?:an?|the|its|his|her|their)\s)?(?:(?:[\w-]+\s){0,3}?"
    r"(?:date|day|deadline|holiday|start|target)\b|too\s(?:early|late|soon)\b|un\w+)"
)
# What a day is agreed on for: "agreed on July 9 for the vote".
_NAMED_FOR = re.compile(
    r"\s+for\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,2}?"
    r"(?:ballot|hearing|launch|meeting|opening|poll|start|strike|summit|talks|trial|vote)\b"
)
_CONTRASTED = re.compile(
    r"\b(?:(?:and|but)\snot|instead\sof|rather\sthan)\s(?:(?:from|in|on)\s)?(?:the\s)?\Z"
)
# "Wednesday has been declared a day of mourning".
_DECLARED = re.compile(r"\s(?:has\sbeen|was|is)\s(?:declared|designated|proclaimed)\b")
_AFTER_REACH = 60
_DECLARING = frozenset({"declared", "declares", "declare", "made", "proclaimed", "proclaims"})
_THEMSELVES = frozenset({"himself", "herself", "itself", "ourselves", "them", "themselves", "us"})
_DECIDING = frozenset({"agreed", "decided", "fixed", "settled"})
# With a time as their object they say that it was wished for, or not: "had asked for May".
_WISHED = frozenset({"favored", "favoured", "preferred", "rejected", "suggested", "wanted"})
_WISHED_FOR = frozenset({"asked", "asking", "asks", "hoped", "opted", "pleaded", "pressed"})
_CLOSING = frozenset({"COMMA", "DOT", "STOP", "BREAK", "AND", "CLOSE"})
# Behind a date they tell that it is what the verb has as its object.
_BEHIND_OBJECTS = frozenset({"as", "because", "for", "instead", "rather", "since", "to", "when"})
_BEING = frozenset({Form.WAS, Form.IS, Form.BE, Form.BEEN})
_VERBAL = frozenset({
    Form.PAST, Form.PARTICIPLE, Form.ING, Form.BASE, Form.PRESENT, Form.PRESENT_OR_NOUN,
})  # fmt: skip
# Who is so is so on that day: "was named May 7".
_SINGLED_OUT = frozenset({"appointed", "chosen", "named", "picked", "selected"})
_NAMING_DATES = frozenset({"date", "day", "deadline"})
# What they were "to do" they did.
_COME_TRUE = frozenset({
    "able", "alleged", "allowed", "appeared", "believed", "began", "begun", "came", "compelled",
    "considered", "continued", "declared", "enabled", "enough", "estimated", "failed", "forced",
    "found", "got", "grew", "happened", "helped", "known", "led", "made", "managed", "on", "out",
    "permitted", "proved", "reported", "reputed", "rumored", "rumoured", "said", "seemed", "seen",
    "started", "tended", "thought", "understood", "used",
})  # fmt: skip
_PLACING = frozenset({"ON", "IN", "AT"})
_PURPOSE_REACH = 12
_PLACE_REACH = 4
_CALLED_OFF = frozenset({
    "abandoned", "canceled", "cancelled", "dropped", "scrapped", "shelved", "vetoed",
})  # fmt: skip
_CALLING_OFF = {"called": "off", "given": "up", "put": "off", "ruled": "out"}
# "Brought the vote forward from May" moves it as well.
_MOVING_TOO = frozenset({"advanced", "brought", "changed"})
_FORWARD_REACH = 6
# With such a word behind them they set a time, too: "held over to Friday", "lined up for May".
_SET_WITH = {"carried": "over", "held": "over", "lined": "up", "marked": "down", "rolled": "over"}
_EARLIER = frozenset({"ahead", "forward", "up"})
_PARTICLES = _EARLIER | {"back", "off"}
# What tells when something is moved.
_OF_MOVES = DATES | {"IN", "ON", "YEAR"}
_GIVEN_EARLIER = _EARLIER | {"advanced"}
_DATES_OF = frozenset({"date", "deadline", "launch", "opening", "release", "start"})
# What they call, such as a vote, is to come: "by calling an election for June 8".
_CALLING = frozenset({"announcing", "calling", "convening", "fixing", "setting"})
_CALLED_REACH = 5
_MOVED_REACH = 10
_LONGEST_DATE = 8
_APPOSITION_REACH = 9
_GROUP_REACH = 4


def is_made_day(phrase: Phrase) -> bool:
    """Tell "declared Wednesday a day of mourning" and "made Thursday and Friday holidays"."""
    joined = (phrase.before(), phrase.before(2)) == ("AND", "WEEKDAY")
    declared = phrase.word_before(3 if joined else 1) in _DECLARING
    declared = declared and _goes_on(phrase, _MADE_OF_DAY)
    return declared or _goes_on(phrase, _DECLARED)


def is_named_day(clause: Clause, phrase: Phrase) -> bool:
    """Tell "naming August 19 as polling day" and "proposed May 7" from "was named May 7"."""
    at = phrase.first - 1
    if _is_subject_of_setting(clause, phrase.last):
        return True
    at -= clause.word(at) in _THEMSELVES
    decided = phrase.before() == "ON" and clause.word(at - 1) in _DECIDING
    if (decided or clause.form(at) in _VERBAL) and _goes_on(phrase, _NAMED_AS):
        return True
    if decided and _goes_on(phrase, _NAMED_FOR):
        return True
    if clause.word(at) == "for":
        closes = phrase.after() in _CLOSING
        wished = closes and clause.word(at - 1) in _WISHED_FOR and _is_active(clause, at - 1)
        return wished or _is_called_for(clause, at)
    named = _names(clause.word(at)) or clause.word(at) in _WISHED
    is_object = phrase.after() in _CLOSING or phrase.word_after() in _BEHIND_OBJECTS
    return named and is_object and _is_active(clause, at)


def is_set_time(phrase: Phrase, verb: str, cue: str) -> bool:
    """Tell "fixed a ballot for May 4" and "was set May 4" by the verb and what stands before.

    Who "was named May 4" was so then.
    """
    named = verb.lower().rpartition(" ")[2]
    if cue in ("target", "until"):
        declared = phrase.word_before() == "for" and verbs.announces(verb)
        return declared or verbs.sets_time(verb) or _SET_WITH.get(named) == phrase.word_before(2)
    return named == phrase.word_before() and verbs.names_time(verb) and named not in _SINGLED_OUT


def is_intended(clause: Clause, phrase: Phrase, tense: Tense, cue: str) -> bool:
    """Tell a day that was to be, of which is told what was done for it or has become of it."""
    is_purposed = cue == "by" and tense is Tense.PAST and _is_purpose(clause)
    of_date = is_purposed or _is_date_of(clause, phrase) or _is_brought_forward_from(phrase)
    return of_date or _is_called_off(clause, phrase) or is_prepared_for(clause, phrase)


def _is_purpose(clause: Clause) -> bool:
    """Tell "A crane was sent to lift it by Friday" from "They managed to lift it by Friday"."""
    for at in clause.clause_before(clause.first, _PURPOSE_REACH):
        if clause.form(at) in verbs.DONE or clause.form(at) in _BEING:
            return False
        if clause.word(at) == "to" and _is_infinitive(clause, at + 1):
            return _has_purpose(clause, clause.before_all_adverbs(at))
    return False


def _has_purpose(clause: Clause, at: int) -> bool:
    """Tell what "was on the way" or "was sent there" to do something from who "tried to do" it."""
    verb = at
    while at - verb < _PLACE_REACH and clause.form(verb) is Form.NONE:
        verb -= 1
    if clause.form(verb) in verbs.DONE:
        is_passive = clause.form(clause.before_all_adverbs(verb)) in _BEING
        return is_passive and clause.word(verb) not in _COME_TRUE
    is_placed = clause.tokens.symbol(verb + 1) in _PLACING or clause.word(verb + 1) == "under"
    return clause.form(verb) is Form.WAS and is_placed


def _is_infinitive(clause: Clause, at: int) -> bool:
    """Tell the verb of "to lift the coaches" and "to leave" from "fell to pieces"."""
    has_object = clause.tokens.symbol(at + 1) in ("THE", "A") or clause.word(at + 1) in verbs.OWNED
    return clause.form(at) is Form.BASE or (clause.tokens.symbol(at) in INFINITIVES and has_object)


def _is_date_of(clause: Clause, phrase: Phrase) -> bool:
    """Tell "The date of the vote, May 4, was announced"."""
    tokens, held = phrase.tokens, False
    if phrase.before() != "COMMA" or phrase.after() not in _CLOSING:
        return False
    behind = range(phrase.last + 1, phrase.last + 1 + _GROUP_REACH)
    if not any(_names(clause.word(at)) or verbs.announces(clause.word(at)) for at in behind):
        return False
    for at in range(phrase.first - 2, max(phrase.first - _APPOSITION_REACH, -1), -1):
        if tokens.symbol(at) in (*ENDS, "COMMA"):
            return False
        word = tokens.word(at).lower()
        if word in _NAMING_DATES:
            return held and tokens.word(at + 1) in ("of", "for")
        held = held or is_called(word)
    return False


def _is_called_off(clause: Clause, phrase: Phrase) -> bool:
    """Tell "A launch in August was given up", which can be to come, from "A launch in August"."""
    opening = phrase.first - 1
    opening -= phrase.tokens.symbol(opening) in ("ON", "IN") or clause.word(opening) == "for"
    at = phrase.last + 1 + (clause.form(phrase.last + 1) is Form.BEEN)
    is_occasion = any(is_called(clause.word(opening).removesuffix(end)) for end in ("", "s"))
    if clause.form(phrase.last) not in (Form.WAS, Form.HAVE) or not is_occasion:
        return False
    return clause.word(at) in _CALLED_OFF or clause.word(at + 1) == _CALLING_OFF.get(
        clause.word(at)
    )


def _is_called_for(clause: Clause, index: int) -> bool:
    """Tell "by calling an election for June 8", where "for" stands at `index`."""
    places = range(index - 1, index - 1 - _CALLED_REACH, -1)
    called = any(clause.word(at) in _CALLING for at in places)
    return called and any(is_called(clause.word(at)) for at in places)


def is_moved_from(phrase: Phrase) -> bool:
    """Tell the December of "postponed from December" and "moved the vote from December"."""
    mover = mover_of(phrase)
    return mover is not None and not _is_moved_earlier(phrase, mover)


def _is_brought_forward_from(phrase: Phrase) -> bool:
    """Tell the December of "brought the vote forward from December", which is the later date."""
    mover = mover_of(phrase)
    return mover is not None and _is_moved_earlier(phrase, mover)


def mover_of(phrase: Phrase) -> int | None:
    """Return where the verb stands that moves something "from" a date; None for other dates."""
    return _mover_before(phrase.tokens, _opening_of_move(phrase))


def _is_moved_earlier(phrase: Phrase, mover: int) -> bool:
    places = range(mover + 1, _opening_of_move(phrase))
    return any(phrase.tokens.word(at) in _EARLIER for at in places)


def _opening_of_move(phrase: Phrase) -> int:
    return phrase.first - 1 - (phrase.before() == "THE")


def is_moved_to(phrase: Phrase) -> bool:
    """Tell the May of "moved the vote from December to May" and of "Vote Delayed to May"."""
    if phrase.word_before() not in ("to", "until"):
        return False
    at = phrase.first - 2
    if phrase.tokens.symbol(at) == "NAME" and verbs.moves_time(phrase.word_before(2)):
        return True
    while phrase.first - at < _LONGEST_DATE and phrase.tokens.word(at) != "from":
        at -= 1
    is_date = phrase.tokens.symbol(at + 1) in DATES or phrase.tokens.symbol(at + 2) in DATES
    return is_date and _mover_before(phrase.tokens, at) is not None


def is_of_move(phrase: Phrase) -> bool:
    """Tell both dates of "moved it in March from May to June", of a story that is in March."""
    return is_moved_to(phrase) or is_moved_from(phrase)


def is_contrasted(phrase: Phrase) -> bool:
    """Tell the day of "on 12 June instead of the 13th" and "and not on 1 March", which is near."""
    before = phrase.text_before(_AFTER_REACH)
    return _CONTRASTED.search(before) is not None


def _mover_before(tokens: Tokens, index: int) -> int | None:
    """Return the verb that gives something another time, before "from" at `index`.

    It stands right before, or an occasion or its date is between: "moved the vote from".
    """
    if tokens.word(index) != "from":
        return None
    is_held = False
    for at in range(index - 1, max(index - 1 - _MOVED_REACH, -1), -1):
        word = tokens.word(at).lower()
        if tokens.symbol(at) in (*ENDS, "COMMA"):
            return None
        if verbs.moves_time(word) or word in _MOVING_TOO:
            near = all(_is_of_move(tokens, i) for i in range(at + 1, index))
            return at if near or is_held else None
        is_held = is_held or is_called(word) or word in _DATES_OF
    return None


def _is_of_move(tokens: Tokens, index: int) -> bool:
    """Tell the words of "moved up", "moved it in March 2020" and "brought forward to Friday"."""
    beside = (*_PARTICLES, "to", "it", "them")
    return tokens.word(index) in beside or tokens.symbol(index) in _OF_MOVES


def _names(word: str) -> bool:
    """Tell a verb with a date as its object; who "agreed May 4" did so then."""
    return verbs.names_time(word) and word != "agreed"


def _is_subject_of_setting(clause: Clause, at: int) -> bool:
    """Tell "May 4 was set as the date" and "the visit, for which May 4 had been agreed"."""
    if clause.form(at) not in (Form.WAS, Form.HAVE, Form.HAD, Form.IS):
        return False
    verb = at + 1 + (clause.form(at + 1) is Form.BEEN)
    verb += clause.is_adverb(verb)
    is_for = (clause.word(clause.first - 2), clause.word(clause.first - 1)) == ("for", "which")
    is_for = is_for or clause.word(verb + 1) in ("as", "for")
    return is_for and verbs.names_time(clause.word(verb))


def _is_active(clause: Clause, verb: int) -> bool:
    """Tell "who proposed May 4" from "was named May 4" and "The mayor, chosen May 4,"."""
    before = clause.before_all_adverbs(verb)
    form = clause.form(verb)
    if form is Form.PARTICIPLE:
        return clause.form(before) in (Form.HAVE, Form.HAD)
    is_aside = form is Form.PAST and clause.tokens.symbol(before) == "COMMA"
    return form in _VERBAL and clause.form(before) not in _BEING and not is_aside


def _goes_on(phrase: Phrase, words: re.Pattern[str]) -> bool:
    after = phrase.text_after(_AFTER_REACH)
    return words.match(after) is not None


def is_moved_aside(phrase: Phrase) -> bool:
    """Tell "On May 4 the vote, postponed from March" from "On May 4 he postponed it from June"."""
    mover = mover_of(phrase) if is_moved_from(phrase) else None
    return mover is not None and phrase.tokens.symbol(mover - 1) == "COMMA"


def is_brought_forward(told: Phrase, phrase: Phrase) -> bool:
    """Tell the April of "brought forward from December to April", which is the earlier of two.

    So is the Friday of "called for May 13, was brought forward to Friday".
    """
    if phrase.word_before() != "to":
        return False
    if is_given_earlier(phrase):
        return True
    joined = told.last == phrase.first - 1 and told.word_before() == "from"
    return joined and any(
        told.word_before(steps) in _GIVEN_EARLIER for steps in range(2, _FORWARD_REACH)
    )


def is_given_earlier(phrase: Phrase) -> bool:
    """Tell the day of "was brought forward to Friday" and "moved up to May 8"."""
    particle, verb = phrase.word_before(2), phrase.word_before(3)
    return particle in ("forward", "up") and (verbs.moves_time(verb) or verb == "brought")
