"""Tells the day of what is hoped for, feared or got ready: "hopes for a vote on Thursday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# What they have behind them is still to come, whatever the tense of their verb.
_PROSPECT = re.compile(
    r"\b(?:(?:hop(?:es?|ing)|prepar(?:e|es|ed|ing|ations)|mobili[sz](?:e|es|ed|ing)|prospects?)\sfor"
    r"|(?:possibility|prospects?|chances?|likelihood)\sof|ahead\sof|in\sthe\srun-?\s?up\sto"
    r"|by\sthe\stime\sof)"
    r"\s(?!the\s)(?:(?:an?|his|her|its|their)\s)?(?:[\w’'-]+\s){1,7}?(?:by|in|on)\s\Z"
)
# "A chance of snow Thursday", "warned of heavy rain on Saturday".
_WEATHER = re.compile(
    r"(?<!had\s)(?<!was\s)(?<!were\s)"
    r"\b(?:chances?|forecasts?|likelihood|threat|warn(?:ed|ing|ings|s)?)\s(?:of|for)\s"
    r"(?:[\w-]+\s){0,4}?(?:blizzards?|flooding|fog|frost|gales?|hail|heat|ice|rains?"
    r"|showers|sleet|snow|snowfall|storms?|sunshine|thunderstorms|tornado(?:e?s)?|winds?)\s"
    r"(?:(?:on|for)\s)?\Z"
)
# "They put it off, and now it’s 5 May": the day that stands.
_IT_IS = re.compile(r"\b(?:it|that)['’]s\s(?:(?:now|for|in|on)\s){0,2}\Z")
# "The long weekend through Monday" is to come, whatever is told before it.
_LASTING_ON = re.compile(
    r"\b(?:break|closures?|holidays?|recess|weekend)\s(?:through|till|until)\s(?:the\s)?\Z"
)
_BY_THE_TIME = re.compile(r"\bby\sthe\stime\sof\s(?:the\s)?\Z")
_AWAITED = re.compile(
    r"\b(?:await(?:ed|ing|s)?|wait(?:ed|ing|s)?\sfor|look(?:ed|ing)?\s(?:ahead|forward)\sto)"
    r"\s(?:the\s)?\Z"
)
_PLANS_FOR = re.compile(r"\bplans\s(?!to\s)(?:[\w’'-]+\s){1,5}?for\s\Z")
# What dealers foresee: "market seen steady Tuesday", "prices Tuesday were seen steady".
_TREND = r"(?:steady|higher|lower|firm(?:er)?|mixed|weak(?:er)?|up|down|little\schanged|unchanged)"
_SEEN = re.compile(rf"\bseen\s(?:\w+\s)?{_TREND}\s(?:on\s)?\Z|(?:\A|\n)[Pp]laying\s\Z")
_PEAKING = re.compile(r"\bseen\s\w+ing\s(?:in|by)\s\Z")
_SEEN_BEHIND = re.compile(rf"\s(?:are|is|was|were)\s(?:called|seen)\s(?:\w+\s)?{_TREND}\b")
# A clause of its own stands between the prospect and the day.
_APART = re.compile(
    r"\s(?:after|that|which|who|when|said|was|were|is|are|had|has|held|made|set|\w{2,}ed"
    r"|at\sa\s(?:news|press)\sconference)\s"
)
_REACH = 90
# Who is doing so "in May" is to do it.
_ARRANGED = re.compile(
    r"\b(?:am|are|is|I['’]m|(?:it|s?he)['’]s|(?:they|we|you)['’]re)\s(?:also\s|not\s|now\s)?"
    r"(?:arriv|attend|clos|com|depart|end|fly|graduat|head|host|hold|join|launch|leav|marry|meet|mov"
    r"|open|perform|play|publish|releas|resign|retir|return|speak|start|stepp|tour|travell?|visit)ing"
    r"\s(?:(?!(?:after|amid|and|before|better|but|despite|following|for|from|over|since|than|that"
    r"|which|who|when|was|were|had|has|have|said)\s)[^\s,;:.]+\s){0,6}"
    r"(?:in|on)\s\Z"
)
_BOUNDED = re.compile(r"\s+at\sthe\s(?:very\s)?(?:earliest|latest|soonest)\b")


def is_of_prospect(phrase: Phrase) -> bool:
    """Tell "hopes for a peaceful vote on Thursday" and "ahead of a speech by the mayor on Friday".

    So is the month of "by the time of June elections".
    """
    before = phrase.text_before(_REACH)
    if phrase.after() == "POSSESSIVE" and _AWAITED.search(before):
        return True
    foreseen = _SEEN.search(before) or _WEATHER.search(before) or _LASTING_ON.search(before)
    if phrase.has("WEEKDAY") and (foreseen or _is_seen_behind(phrase)):
        return True
    if phrase.names_calendar and (_PEAKING.search(before) or _PLANS_FOR.search(before)):
        return True
    if _BY_THE_TIME.search(before) or (phrase.names_calendar and _IT_IS.search(before)):
        return True
    match = _PROSPECT.search(before) if phrase.before() in ("BY", "IN", "ON") else None
    return match is not None and _APART.search(match[0]) is None


def _is_seen_behind(phrase: Phrase) -> bool:
    return _SEEN_BEHIND.match(phrase.text_after(_REACH)) is not None


def is_yet_to_be(phrase: Phrase) -> bool:
    """Tell the month of "until it reports in June at the earliest" and "is moving there in May"."""
    return _BOUNDED.match(phrase.text_after(_REACH)) is not None or _is_arranged(phrase)


def _is_arranged(phrase: Phrase) -> bool:
    """Tell "We are moving to Rome in May", which is to come, from "They are working in May"."""
    return (
        phrase.before() in ("IN", "ON") and _ARRANGED.search(phrase.text_before(_REACH)) is not None
    )
