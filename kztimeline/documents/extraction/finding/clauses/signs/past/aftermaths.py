"""Tells the day of what is over, by what came of it: "recovers from Thursday's blast"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import occasions
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_REACH = 120
_WORD = r"[\w.’'-]+\s"
# What has it behind itself: "a followup to Thursday's meeting", "come back from the slump in May".
_COME_FROM = re.compile(
    r"\b(?:(?:bounc|com)(?:e|es|ing)\sback\sfrom|bounced\sback\sfrom|came\sback\sfrom"
    r"|fresh\sfrom|(?:emerg|recover|reel|suffer)(?:e|ed|es|ing|s)?\sfrom|fall-?out\sfrom|lessons\sof"
    r"|follow-?ups?\sto|(?:in|as\sa)\s(?:reaction|response|sequel)\sto|in\sthe\saftermath\sof)\s"
    rf"(?:the\s)?((?:{_WORD}){{0,8}}?)(?:in\s|on\s)?\Z",
    re.IGNORECASE,
)
# "Has been expected since the president's abrupt resignation on May 3".
_SINCE = re.compile(rf"\bsince\s(?:an?|the|its|his|her|their)\s((?:{_WORD}){{1,7}}?)(?:in|on)\s\Z")
# "Quoted the minister as saying at a meeting Wednesday".
_AS_SAYING = re.compile(
    r"\bas\s(?:saying|telling|warning|writing)\s"
    rf"((?:(?:at|during|in)\s(?:{_WORD}){{1,6}}?)?)(?:on\s)?\Z"
)
# "He has offered to quit, Friday's New York Times reported".
_WROTE = re.compile(r"['’]s\s(?:[A-Z][\w.]*\s){1,5}(?:reported|said|wrote)\b")
_OF_DECISIONS = frozenset({"by", "from", "of", "that"})
# "Britain's decision on Tuesday to ground its jets".
_DECISION = re.compile(
    r"(?:['’]s|\b(?:the|its|his|her|their))\s(?:[\w-]+\s){0,2}?decision\s(?:on\s)?\Z"
)
# "A detailed account of the bombing on May 3".
_ACCOUNT = re.compile(rf"\b([a-z]+)\s(?:from|in|of)\sthe\s((?:{_WORD}){{1,4}}?)(?:in|on)\s\Z")
# What an occasion leaves behind, or who.
_LEFT_BEHIND = frozenset({
    "account", "aftermath", "footage", "highlights", "loser", "losers", "outcome", "pictures",
    "recording", "replay", "report", "result", "results", "survivors", "transcript", "victims",
    "video", "wake", "winner", "winners",
})  # fmt: skip
# What somebody once said or wrote: "his May 3 testimony before the jury".
_RECORDED = frozenset({"answers", "answer", "deposition", "speech", "statement", "testimony"})
_WILL = re.compile(r"(?:['’]s)?\s(?:[\w-]+\s){1,4}?(?:will|goes?|is\s(?:anyone|to))\b")
_MOST_BETWEEN = 3
_PLANNED = frozenset({Tense.FUTURE, Tense.INTENT, Tense.PAST_PLAN, Tense.PLAN})
_FINITE = frozenset({
    verbs.Form.DID, verbs.Form.DO, verbs.Form.HAD, verbs.Form.HAVE, verbs.Form.IS, verbs.Form.MAY,
    verbs.Form.PRESENT, verbs.Form.WAS, verbs.Form.WILL, verbs.Form.WOULD,
})  # fmt: skip
_OWNED = frozenset({"its", "his", "her", "the", "their"})
_NEVER_CAME = re.compile(
    r"[^.;:\n]{0,80}?,?\sbut\s(?:(?:he|it|she|they)\s)?(?:never|did\s?n[o’']t|failed)\b"
)


def is_aftermath(phrase: Phrase) -> bool:
    """Tell "recovers from Thursday's blast", "an account of the raid on May 3" and "since"."""
    before = phrase.text_before(_REACH)
    led = _COME_FROM.search(before)
    owns = phrase.after() == "POSSESSIVE" or phrase.before() in ("IN", "ON")
    owns = owns or (phrase.has("WEEKDAY") and phrase.before() == "NAME")
    if led and owns and _is_noun(led[1]):
        return True
    said = _AS_SAYING.search(before) if phrase.has("WEEKDAY") else None
    if said and _is_noun(said[1]):
        return True
    if _WROTE.match(phrase.text_after(_REACH)):
        return True
    since = _SINCE.search(before)
    if since and _is_noun(since[1]):
        return True
    return _is_of_account(phrase, before) or _stands_bare(phrase)


def _is_of_account(phrase: Phrase, before: str) -> bool:
    account = _ACCOUNT.search(before) if phrase.names_calendar else None
    if account is None or account[1] not in _LEFT_BEHIND:
        return False
    return any(occasions.is_unforeseen(word.lower()) for word in account[2].split())


def is_looked_back_on(phrase: Phrase) -> bool:
    """Tell "the winner of Sunday's race" and "the results of Tuesday's vote", which is over.

    "The winner of Sunday's race will" is still to be.
    """
    left = phrase.before() == "OF" and phrase.word_before(2) in _LEFT_BEHIND
    to_be = phrase.word_before(2)[:4] in ("winn", "lose", "resu", "outc")
    return left and not (to_be and _WILL.match(phrase.text_after(_REACH)) is not None)


def is_recorded(phrase: Phrase, tense: Tense) -> bool:
    """Tell "his insistence in his May 3 testimony", which he is not "scheduled" to give."""
    if tense in _PLANNED:
        return False
    if phrase.has("WEEKDAY"):
        return _is_of_decision(phrase)
    owned = phrase.before() == "POSSESSIVE" or phrase.word_before() in _OWNED
    if not owned or not phrase.names_calendar:
        return False
    behind = (phrase.word_after(steps) for steps in range(1, 1 + _MOST_BETWEEN))
    return not _RECORDED.isdisjoint(behind)


def _is_of_decision(phrase: Phrase) -> bool:
    """Tell "Thursday's statement by the mayor" and "its decision on Tuesday to close it"."""
    if phrase.after() == "POSSESSIVE":
        return phrase.word_after(2) in occasions.ISSUED and phrase.word_after(3) == "by"
    decided = phrase.word_after() == "to" and phrase.before() in ("ON", "WORD")
    return decided and _DECISION.search(phrase.text_before(_REACH)) is not None


def never_came(phrase: Phrase, tense: Tense) -> bool:
    """Tell "was expected on Friday, but never showed up", which is over."""
    is_plan = tense is Tense.PAST_PLAN
    return is_plan and _NEVER_CAME.match(phrase.text_after(_REACH)) is not None


def _stands_bare(phrase: Phrase) -> bool:
    """Tell "three days before his arrest Saturday" from "the risk of an attack Saturday".

    So is the day of "such as the decision Monday by the court".
    """
    noun, decided = phrase.word_before(), phrase.word_after() in _OF_DECISIONS
    happened = occasions.is_unforeseen(noun) or (decided and noun in occasions.ISSUED)
    if not phrase.has("WEEKDAY") or phrase.before() != "WORD" or not happened:
        return False
    if verbs.form(noun) not in (verbs.Form.NONE, verbs.Form.BASE):
        return False
    at = next((step for step in (2, 3, 4) if phrase.before(step) not in ("WORD", "NAME")), 4)
    owned = phrase.before(at) in ("THE", "POSSESSIVE") or phrase.word_before(2) in _OWNED
    return owned or phrase.word_before(at) in ("'", "’")


def _is_noun(words: str) -> bool:
    return not any(
        verbs.form(word) in _FINITE or word in ("ahead", "before", "until")
        for word in words.lower().split()
    )
