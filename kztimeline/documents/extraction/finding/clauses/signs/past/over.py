"""Tells what is over by what it is: a fire, a verdict, what somebody is accused of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding import occasions
from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.signs.changes import was_held
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
    from kztimeline.documents.extraction.finding.phrases import Phrase

# What one is so for is over.
_ACCUSED = frozenset({
    "accused", "accuse", "accuses", "blame", "blames", "blamed", "charged", "charges", "convicted",
    "fined", "guilty", "indicted", "investigation", "jailed", "linked", "prosecuted",
    "responsible", "suspected", "suspects", "sued", "thanks", "trial", "wanted",
})  # fmt: skip
_ACCUSED_OF = frozenset({"for", "of", "over", "with", "to", "him", "her", "them", "it"})
_ACCUSED_REACH = 14
# "A premium of 29% to Friday's closing price".
_TRADED = re.compile(
    r"['’]s\s(?:close\b(?!\sof)|(?:closing|opening)\s(?:bid|level|price|value)|[$€£]?\d)"
)
_COMPARED_TO = frozenset({"above", "against", "below", "from", "over", "than", "to"})
_TRADED_REACH = 30
# What stands between a noun or verb and its date, with no other verb.
_VERB_OR_RELATIVE = r"(?:said|that|which|who|when|was|were|is|are|will|would|has|had|have)"
_PLACE = rf"(?:(?!(?:{_VERB_OR_RELATIVE}|to)\s)[\w.’'-]+\s)"
# Who is so since then, and what began a time that lasts.
_DID_THEN = re.compile(
    rf"\b(?:winners?|victors?|runners?-up|champions?|(?:semi-?)?finalists?|medall?ists?|losers?"
    rf"|scorers?)\s(?:(?:against|at|from|in|of|over)\s{_PLACE}{{1,5}}?)?(?:in|on)\s\Z"
    rf"|\b(?:an?|the|their|its|his|her|\d+-\d+)\s(?:[\w-]+\s){{0,3}}?defeat\s(?:against|at|by|to)"
    rf"\s{_PLACE}{{1,5}}?(?:in|on)\s\Z"
    rf"|\b(?:first|second|third|fourth|fifth|latest|\d+(?:st|nd|rd|th))\s(?:[\w’'-]+\s){{1,3}}?to\s"
    rf"(?:be\s(?:arrested|attacked|charged|hit|killed|shot|struck)|die|drown|perish)\s{_PLACE}{{0,6}}?(?:in|on)\s\Z"
    rf"|\bduring\s(?:an?|the)\s(?:[\w-]+\s){{0,2}}?(?:attack|chase|fight|raid|riot|robbery|search)\s"
    rf"(?:(?:early|late)\s)?(?:on\s)?\Z"
    r"|\b(?:against|from|than|with)\s(?:an?|the)\s[\d.,]+\s(?:\w+\s)?(?:estimated|forecast|predicted"
    r"|projected|recorded|reported)\s(?:in|on)\s\Z"
    rf"|\b[Ss]ince\s\w{{3,}}ing\s(?:{_PLACE}{{0,14}}?(?:at|in|on)\s)?\Z"
    rf"|\b(?:predat|preced)(?:e|es|ed|ing)\s{_PLACE}{{1,7}}?(?:in|on)\s\Z"
    rf"|\b(?:after|following)\s(?:an?|the)\s[^,;\n]{{0,40}}?\b(?:advance|decline|drop|fall|gain|jump"
    rf"|loss|rally|rise|slide|slump|surge)\s(?:on\s)?\Z"
)
# "Munk, third in London Sunday, plans a rest".
_RANKED = re.compile(
    rf",\s(?:an?\s)?(?:champion|first|second|third|fourth|fifth|last|loser|runner-up|victor|winner)s?"
    rf"\s(?:against|at|from|in|of|over)\s{_PLACE}{{1,5}}?(?:on\s)?\Z"
)
# What a price of today is compared with: "from 7.04 percent late Thursday".
_COMPARED_WITH = re.compile(
    r"\b(?:against|compared\s(?:to|with)|from|than|versus|vs\.?)\s[^,;\n]{0,40}?"
    r"(?:\bclos(?:e|ing)|\bfinish|\bfix(?:ing)?|\blevel|\bprice|\bsettlement|\d(?:\s(?:cents|percent"
    r"|pct|points|yen))?|%)\s(?:(?:early|late)\s)?(?:on\s)?\Z"
    r"|\b(?:last|previous)\s(?:close|closing|finish)\s(?:on\s)?\Z|\bprice\s[$€£]?\d[\d.,]*\s(?:on\s)?\Z"
)
_FROM_LEVEL = re.compile(r"\b(?:up|down|higher|lower|unchanged)\s(?:from|than|on)\s\Z")
# What led to what will be: "will be void after the collapse of the talks on Tuesday".
_AFTER_IT = re.compile(
    rf"\b(?:after|following)\s(?:an?|the|its|his|her|their)\s(?:[\w-]+\s){{0,2}}?(?:acquittal|arrest"
    rf"|cancell?ation|collapse|conviction|death|defeat|dismissal|failure|loss|resignation|withdrawal)"
    rf"\s(?:at|by|from|in|of|to)\s{_PLACE}{{1,6}}?(?:in|on)\s\Z"
)
# So did who was elected again: "will take office after his reelection with 60 percent on".
_AFTER_WINNING = re.compile(
    rf"\b(?:after|following|since)\s(?:his|her|their|its)\s(?:[\w-]+\s){{0,2}}?(?:re-?election|triumph|victory)"
    rf"\s(?:at|by|from|in|of|over|to|with)\s{_PLACE}{{1,9}}?(?:in|on)\s\Z"
)
# Who took part in a vote did so when it was held: "boycotted the January 30 election".
_VOTED = re.compile(
    r"(?<!\bhas\s)(?<!\bhave\s)(?<!\bto\s)\b(?:boycotted|conducted|contested|disputed|dominated|lost|marred"
    r"|organi[sz]ed|rigged|snubbed|staged|swept|won)\s(?:an?|the|its|their)\s\Z"
)
# What may have been is over: "a blast on November 13 may have caused it".
_MAY_HAVE = re.compile(r"\s(?:could|may|might|must)\shave\s(?:also\s)?(\w+)")
# What was promised then may be kept or not.
_PLEDGED = re.compile(
    rf"\b(?:accord|commitment|declaration|pact|pledge|promise)\s{_PLACE}{{1,9}}?(?:in|on)\s\Z"
)
_MAY = re.compile(r"\s(?:could|may|might|will|would)\s(?!be\s(?:held|made|signed))")
# A day on which something was: "won the first round on October 1, when he fell short".
_WHEN_IT_WAS = re.compile(r",?\swhen\s((?:[\w’'.-]+\s){1,6})")
# What was won or lost in it: "the surprise victory by Democrats in Tuesday's election".
_WON_IN = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[\w.’'-]+['’]s?)\s(?:[\w-]+\s){0,2}?(?:defeat|loss|triumph|upset"
    rf"|victory|win)\s{_PLACE}{{0,7}}?in\s(?:the\s)?\Z"
)
# Who has decided something has done so: "the vote on Thursday to roll back the rules could".
_DECIDING = re.compile(
    r"\b(?:agreement|announcement|decision|move|order|ruling|vote)\s(?:by\s(?:[\w.’'-]+\s){1,4}?)?on\s\Z"
)
_TO_DO = re.compile(r"\sto\s[a-z]+\s(?:[^.;:\n]{0,90}?\s)?(?:could|has|have|is|may|might|would)\s")
# Who was trying to do something did so then: "an aide trying on Thursday to play it down".
_TRYING = re.compile(
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)\b(?:attempting|fighting|hoping|refusing|seeking"
    r"|struggling|trying|working)\son\s\Z"
)
_WOULD = re.compile(r"\bwould\s(?:[\w-]+\s){1,7}?(?:in|on)\s\Z")
_WHEN_HE_DID = re.compile(r",\swhen\s(?:[\w.’'-]+\s){1,4}?(?:was|were|had|did|\w+ed)\s")
# What something of now comes behind: "comes days after a vote in parliament on Thursday".
_BEHIND = re.compile(
    r"(?<!will\s)(?<!would\s)(?<!may\s)(?<!\bto\s)\b(?:follows?\s(?=(?:an?|the|his|her|its|their)\s)"
    r"|(?:com(?:e|es|ing)|came)\s(?:[\w-]+\s){0,3}?(?:after|amid(?:st)?|following"
    r"|(?:against|in)\sthe\sbackdrop\sof|in\sthe\swake\sof|on\sthe\sheels\sof)\s)"
    rf"(?:(?!(?:for|before|until|ahead|due|to(?!\s(?:[A-Z]|(?:an?|the|his|her|its|their)\s)))\s)"
    rf"(?!{_VERB_OR_RELATIVE}\s)(?:[\w’'-]+|(?:[A-Z]\.)+|[A-Z]\w+\.)\s){{1,14}}?(?:[io]n\s)?\Z"
)
_NO_VERBS = frozenset(
    {verbs.Form.NONE, verbs.Form.BASE, verbs.Form.ING, verbs.Form.PRESENT_OR_NOUN}
)
_DID_REACH = 110
_BEHIND_REACH = 140


def did_then(phrase: Phrase) -> bool:
    """Tell "the winner at Ascot in June", "their first visit since leaving in May" from a plan.

    So is the day of "are steady after a 50-cent jump Monday".
    """
    before = phrase.text_before(_DID_REACH)
    if phrase.has("WEEKDAY") and _COMPARED_WITH.search(before):
        return True
    if phrase.has("WEEKDAY") and phrase.after() == "COMMA" and _RANKED.search(before):
        return True
    if phrase.after() == "POSSESSIVE" and _WON_IN.search(before):
        return True
    if phrase.has("SEASON", "WORD_SEASON") and occasions.is_of_unforeseen(phrase):
        return True
    return (
        _DID_THEN.search(before) is not None
        or _AFTER_IT.search(before) is not None
        or _AFTER_WINNING.search(before) is not None
        or _is_of_doing(phrase, before)
        or _may_have_been(phrase, before)
    )


def _may_have_been(phrase: Phrase, before: str) -> bool:
    """Tell "a blast on May 3 may have caused it" and "the pledge in Rome in May may be kept"."""
    if phrase.before() not in ("IN", "ON") and not phrase.has("WEEKDAY"):
        return False
    after = phrase.text_after(_BEHIND_REACH)
    perfect = _MAY_HAVE.match(after)
    if perfect and verbs.form(perfect[1].lower()) in verbs.DONE:
        return True
    return _PLEDGED.search(before) is not None and _MAY.match(after) is not None


def is_told_of_when(phrase: Phrase) -> bool:
    """Tell "his bid to win the vote on October 1, when he fell short of it", which was then."""
    told = _WHEN_IT_WAS.match(phrase.text_after(_BEHIND_REACH))
    if told is None:
        return False
    forms = (verbs.form(word.lower()) for word in told[1].split())
    first = next((form for form in forms if form not in _NO_VERBS), None)
    return first in (verbs.Form.PAST, verbs.Form.WAS, verbs.Form.HAD, verbs.Form.DID)


def is_of_vote_held(phrase: Phrase) -> bool:
    """Tell "boycotted the January 30 election" and "the groups that contested the January poll"."""
    voted = _VOTED.search(phrase.text_before(_TRADED_REACH)) is not None
    return voted and occasions.is_of_occasion(phrase)


def _is_of_doing(phrase: Phrase, before: str) -> bool:
    """Tell "their vote on Thursday to repeal it could" and "trying on Thursday to play it down"."""
    if not phrase.has("WEEKDAY") or phrase.word_after() != "to":
        return False
    decided = _DECIDING.search(before) is not None
    decided = decided and _TO_DO.match(phrase.text_after(_BEHIND_REACH)) is not None
    return decided or _TRYING.search(before) is not None


def came_about_when(phrase: Phrase) -> bool:
    """Tell "would flare up again in August, when he was asked about it", which it did."""
    would = _WOULD.search(phrase.text_before(_BEHIND_REACH)) is not None
    return would and _WHEN_HE_DID.match(phrase.text_after(_BEHIND_REACH)) is not None


def comes_behind(phrase: Phrase) -> bool:
    """Tell "comes after a vote in parliament on Thursday" and "follows a summer that has seen"."""
    return _BEHIND.search(phrase.text_before(_BEHIND_REACH)) is not None


def is_during(phrase: Phrase, tense: Tense) -> bool:
    """Tell "were killed during January's election", which is over as they are."""
    return tense in TOLD and phrase.after() == "POSSESSIVE" and phrase.word_before() == "during"


def is_of_what_is_over(phrase: Phrase) -> bool:
    """Tell "Friday's fire", "appeal Friday's ruling" and "the June 9 vote, which he won"."""
    unforeseen = occasions.is_of_unforeseen(phrase) or occasions.is_of_answered(phrase)
    unforeseen = unforeseen or is_of_vote_held(phrase)
    compared = phrase.word_before() in _COMPARED_TO
    traded = compared and _TRADED.match(phrase.text_after(_TRADED_REACH)) is not None
    traded = traded or _FROM_LEVEL.search(phrase.text_before(_TRADED_REACH)) is not None
    return unforeseen or traded or occasions.is_of_decided(phrase) or was_held(phrase)


def is_of_accusation(clause: Clause) -> bool:
    """Tell "is accused of killing a man in May", which was then."""
    for at in clause.clause_before(clause.first, _ACCUSED_REACH):
        if clause.has_infinitive(at):
            return False
        if clause.word(at) in _ACCUSED and clause.word(at + 1) in _ACCUSED_OF:
            return clause.word(at) != "trial" or clause.word(at - 1) == "on"
    return False
