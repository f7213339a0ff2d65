"""Tells what is so at a time of every year: what is usual, done in summer, or of the weather."""

from __future__ import annotations

import re

from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Group, Tense
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase

_EVERY_YEAR = re.compile(
    r"\b(?:(?:every|each)\s(?:other\s)?(?:year|spring|summer|autumn|fall|winter)\b(?!\ssince)"
    r"|annually|yearly"
    r"|by\s(?:law|custom|tradition)|as\s(?:ever|always|usual)|traditionally|always)\b",
    re.IGNORECASE,
)
# What stands between a habit and its time without another clause: "is usually held in".
_GAP = (
    r"(?:(?!(?:after|and|because|before|blamed|but|expected|feared|forecast|is\s\w+ing|or|since|so|that|which"
    r"|who|until|will)\b)[^,;:.\n])*"
)
_USUALLY = (
    r"(?<!\b[Tt]he\s)(?<!\b[Aa]\s)(?<!\b[Ii]ts\s)"
    r"\b(?:customarily|normally|traditionally|typically|usually)\b"
)
_WEATHER = (
    r"(?<!\bfor\s)\b(?i:best\s(?:months?|time)|humidity|monsoons?|rainfall|temperatures?"
    r"|most\s(?:nights|days|mornings|evenings|weeks|weekends)|year-?round"
    r"|(?:dry|wet|rainy|high|low|peak|growing|touris[mt]|breeding|nesting)\sseason"
    r"|in\s(?:an?\s(?:usual|normal|average|typical|good|bad)\syear|(?:most|some|dry|wet)\syears)"
    r"|times\sa\s(?:day|week|month|year)|(?:cold|cool|dry|hot|rainy|summer|warm|wet|winter)\smonths)\b"
)
_BEFORE = re.compile(rf"{_USUALLY}{_GAP}\Z")
_BEHIND = re.compile(rf"{_GAP}{_USUALLY}")
_WEATHER_BEFORE = re.compile(rf"{_WEATHER}{_GAP}\Z")
_WEATHER_BEHIND = re.compile(rf"{_GAP}{_WEATHER}")
_DEGREES = re.compile(r"\d\s?[°º]\s?[CF]\b")
_REACH, _FAR = 80, 160
# When a house can be visited: "Hours: 9.00 to 17.00 from April to October".
_HOURS = re.compile(
    r"\b(?:Opening\s)?(?:[Hh]ours|times):|\b(?:closed|open|shut)\son\s(?:Mon|Tues|Sun)days\b"
)
_PARTS_OF_DAYS = frozenset({"afternoons", "evenings", "mornings", "nights"})
# What animals and plants do at that time.
_OF_NATURE = re.compile(
    r"\b(?i:bees|birds|bulbs|butterflies|eels|geese|grapes|humpbacks|lilacs|mushrooms|orchids"
    r"|penguins|roses|salmon|storks|swallows|swifts|trees|trout|tulips|turtles|whales)\s"
    rf"(?:bloom|blossom|breed|calve|flower|hatch|hibernate|mate|migrate|moult|nest|pass|ripen|spawn)\b{_GAP}\Z"
)
_ADVICE = re.compile(
    rf"\b(?:Divide|Mow|Plant|Prune|Sow|Trim)\s(?:out|the|up|your)\b{_GAP}\Z",
)
# "A warm November means a hard February".
_OF_A_KIND = re.compile(r"\bA\s\w+\s[A-Z]\w+\s(?:brings|makes|means|promises)\s")
_YEARLY_DAY = re.compile(
    r"\b(?:(?:[Bb]irth|[Ff]east\s|[Nn]ame\s)day\s(?:falls|is)\son|[Bb]irthday\sis\s(?=[A-Z\d])"
    r"|(?:celebrates?|marks?)\s(?:his|her|their|my|our)\sbirthday\son"
    r"|(?:[Ff]east|[Nn]ame)\sday\sis"
    r"|(?:Army|Children['’]s|Constitution|Flag|Independence|Labou?r|National|Navy|Republic|Teachers['’]"
    r"|Unity|Victory|Women['’]s)\sDay\s(?:falls\son|is\s(?:celebrated|marked|observed)))\b"
)
_THIS_ONE = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)\s(?:anniversary|birthday)|this\syear|today|tomorrow|turns|when)\b"
)
_LIMITS = frozenset({"BY", "SINCE", "UNTIL"})
_MONTHS_JOINED = 11
_WITHOUT_DAY = frozenset({"bare_month", "bare_season", "month_range", "part_month", "part_season"})
_IN_SEASONS = re.compile(
    r"\bin\s(spring|summer|autumn|fall|winter)\b(?!\s(?:of|this|last|next)\b)", re.IGNORECASE
)
# What comes once, and at a time that was set; a year makes one of any.
_ONCE = re.compile(
    r"\b(?:\d{4}|due|effect|elections?|expected|held|law|likely|next|plan(?:s|ned)?|set|this|will"
    r"|(?:begin|close|debut|end|expire|finish|follow|launch|leave|meet|open|premiere|reopen|resume"
    r"|return|start|vote)s?)\b",
    re.IGNORECASE,
)
# Of whom customs are told in the past, or when they lived.
_OF_OLD = re.compile(
    r"\b(?:ancestors|custom(?:ary|s)?|in\s(?:the\sold|those|olden)\sdays|formerly"
    r"|forefathers|grand(?:father|mother|parents)s?|medieval|peasants|traditional(?:ly)?|traditions?"
    r"|used\sto|Vikings|would\sbe)\b",
    re.IGNORECASE,
)


def recurs(phrase: Phrase) -> bool:
    """Tell the date of every year: "opens, as ever, on January 1", "a May 9 of his boyhood".

    So is that of "is usually held in May" and of "It is about 24°C in January".
    """
    if phrase.before() == "A" and phrase.after() in ("IN", "OF", "COMMA", "STOP"):
        return True
    if phrase.word_after() == "in" and phrase.word_after(2) == "history":
        return True
    phrase = _first_joined(phrase)
    if phrase.before() == "UNTIL" and phrase.word_before(2) in ("has", "have"):
        # "By law they have until May 1" counts from now.
        return False
    if phrase.rule == "bare_month" and phrase.word_after() in _PARTS_OF_DAYS:
        return True
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    group = clause.governing()
    tense = group[0]
    if tense is Tense.PRESENT and clause.says(_EVERY_YEAR):
        return True
    if phrase.before() in _LIMITS or phrase.has("WEEKDAY", "UNIT"):
        return False
    if (tense is Tense.PRESENT or tense in TOLD) and _is_usual(phrase):
        return True
    if tense in (Tense.PRESENT, Tense.PLAN) and clause.says(_YEARLY_DAY):
        return not clause.says(_THIS_ONE)
    if phrase.rule == "bare_season" and _is_of_seasons(phrase, clause, group):
        return True
    return phrase.rule in _WITHOUT_DAY and _is_of_season(phrase, clause, tense)


def _is_usual(phrase: Phrase) -> bool:
    """Tell the May of "is usually held in May" from that of "usually worked, but left in May"."""
    before, behind = phrase.text_before(_REACH), phrase.text_after(_REACH)
    return _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None


def _is_of_season(phrase: Phrase, clause: Clause, tense: Tense) -> bool:
    """Tell a month of the weather, of gardens and animals, and of the hours of a house."""
    before, behind = phrase.text_before(_REACH), phrase.text_after(_REACH)
    if _ADVICE.search(before) or clause.says(_OF_A_KIND):
        return True
    if tense is Tense.NONE:
        return clause.says(_HOURS)
    if tense is not Tense.PRESENT:
        return False
    told = clause.says(_DEGREES) or _OF_NATURE.search(before) or _WEATHER_BEFORE.search(before)
    return bool(told or _WEATHER_BEHIND.match(behind))


def _is_of_seasons(phrase: Phrase, clause: Clause, group: Group) -> bool:
    """Tell "row in summer and ski in winter" and "swim in winter months" from what is once."""
    tense, verb, _ = group
    can = tense is Tense.MAY and verb.startswith(("can", "could"))
    is_now = tense is Tense.PRESENT or can
    if phrase.word_after() == "months" and is_now:
        return not clause.says(_ONCE)
    if phrase.has("THE") or phrase.before() != "IN" or not (is_now or tense in TOLD):
        return False
    seasons = {found[1].lower() for found in _IN_SEASONS.finditer(_sentence(clause))}
    if len(seasons) == 1 or clause.says(_ONCE):
        return False
    around = phrase.text_before(_FAR), phrase.text_after(_FAR).partition(".")[0]
    return is_now or any(map(_OF_OLD.search, around))


def _sentence(clause: Clause) -> str:
    first, last = clause.sentence()
    return clause.tokens.text[clause.tokens.starts[first] : clause.tokens.ends[last - 1]]


def _first_joined(phrase: Phrase) -> Phrase:
    """Return the July of "in July and August" and "from July to August", which have one verb."""
    first = phrase.first
    for _ in range(_MONTHS_JOINED):
        if phrase.tokens.symbol(first - 1) not in ("AND", "TO"):
            break
        if phrase.tokens.symbol(first - 2) not in MONTH_SYMBOLS:
            break
        first -= 2
    joined = first != phrase.first
    return Phrase(phrase.rule, phrase.tokens, first, first + 1) if joined else phrase
