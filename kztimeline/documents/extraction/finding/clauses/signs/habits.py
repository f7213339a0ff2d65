"""Tells what is so at a time of every year: what is usual, what animals do, what the weather is."""

from __future__ import annotations

import re

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.phrases import Phrase

_EVERY_YEAR = re.compile(
    r"\b(?:(?:every|each)\s(?:other\s)?(?:year|spring|summer|autumn|fall|winter)\b(?!\ssince)"
    r"|annually|yearly"
    r"|by\s(?:law|custom|tradition)|as\s(?:ever|always|usual)|traditionally|always)\b",
    re.IGNORECASE,
)
# What is so at that time of any year, and on that day.
_HABITUAL = re.compile(
    r"\b(?i:usually|normally|typically|customarily|most\syears|year-?round"
    r"|each\sseason|temperatures?|rainfall|humidity|monsoons?"
    r"|(?:dry|wet|rainy|high|low|peak|growing|touris[mt]|breeding|nesting|hunting|fishing)\sseason"
    r"|best\s(?:months?|time)|most\s(?:nights|days|mornings|evenings|weeks|weekends)"
    r"|in\s(?:an?\s(?:usual|normal|average|typical|good|bad)\syear|(?:most|some|dry|wet)\syears)"
    r"|times\sa\s(?:day|week|month|year)\s(?:between|from|in)"
    r"|(?:cold|cool|dry|hot|rainy|summer|warm|wet|winter)\smonths\s(?:between|from))\b"
    r"|[°º]\s?[CF]\b"
)
# When a house can be visited: "Hours: 9.00 to 17.00 from April to October".
_HOURS = re.compile(
    r"\b(?:Hours|Open|Opening\s(?:hours|times)|Visits):"
    r"|\b(?:closed|open|shut)\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b"
)
_PARTS_OF_DAYS = frozenset({"afternoons", "days", "evenings", "mornings", "nights", "weekends"})
# What animals and plants do at that time.
_OF_NATURE = re.compile(
    r"\b(?i:bears?|bees|birds|bulbs|butterflies|deer|eels|fish|fruits?|geese|grapes|humpbacks"
    r"|lilacs?|mushrooms|orchids|penguins|roses|salmon|seals|storks?|swallows|swifts|trees|trout"
    r"|tulips|turtles|whales)\s"
    r"(?:arrive|bloom|blossom|breed|calve|come|flower|go|hatch|hibernate|lay|leave|mate|migrate"
    r"|moult|nest|pass|return|ripen|spawn)(?:e?s)?\b"
)
_ADVICE = re.compile(r"\b(?:Divide|Mow|Plant|Prune|Sow|Trim)\s(?:out|the|up|your)\b")
_WAS_HABIT = re.compile(
    r"(?<!\b[Tt]he\s)(?<!\b[Aa]\s)(?<!\b[Ii]ts\s)"
    r"\b(?:customarily|normally|traditionally|typically|usually)\s"
    r"(?:\w+ed|began|begun|came|fell|held|met|ran|sat|spoke|took|went)\b"
)
_YEARLY_DAY = re.compile(
    r"\b(?:(?:[Bb]irth|[Ff]east\s|[Nn]ame\s)day\s(?:falls|is)"
    r"|[A-Z]\w+\sDay,?\s(?:falls\son|is\s(?:celebrated|marked|observed|on)))\b"
)
_LIMITS = frozenset({"BY", "SINCE"})
_MONTHS_JOINED = 11


def recurs(phrase: Phrase) -> bool:
    """Tell the date of every year: "opens, as ever, on January 1", "a May 9 of his boyhood".

    So is that of "is usually held in May" and of "It is about 24°C in January".
    """
    if phrase.before() == "A" and phrase.after() in ("IN", "OF", "COMMA", "STOP"):
        return True
    phrase = _first_joined(phrase)
    if phrase.before() == "UNTIL" and phrase.word_before(2) in ("has", "have"):
        # "By law they have until May 1" counts from now.
        return False
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    tense, verb, _ = clause.governing()
    is_bound = phrase.before() in _LIMITS or phrase.has("WEEKDAY", "UNIT")
    if not is_bound and tense in (Tense.PRESENT, Tense.PLAN) and clause.says(_YEARLY_DAY):
        return True
    if not is_bound and (clause.says(_OF_NATURE) or clause.says(_ADVICE)):
        return True
    if phrase.rule == "bare_month" and phrase.word_after() in _PARTS_OF_DAYS:
        return True
    if tense is Tense.NONE:
        return not is_bound and clause.says(_HOURS)
    if tense in TOLD:
        return not is_bound and clause.says(_WAS_HABIT)
    goes_on = verbs.kind_of_present(verb) == "present tense" and _is_stretch(phrase)
    if tense is Tense.PRESENT and (goes_on or _is_kind(phrase)):
        return True
    said = clause.says(_EVERY_YEAR) or (not is_bound and clause.says(_HABITUAL))
    is_seasonal = phrase.word_before(2) == "months" and clause.says(_HABITUAL)
    return said and (tense is Tense.PRESENT or (is_seasonal and tense is Tense.PLAN))


def _first_joined(phrase: Phrase) -> Phrase:
    """Return the July of "in July and August", which have one verb."""
    first = phrase.first
    for _ in range(_MONTHS_JOINED):
        if phrase.tokens.symbol(first - 1) != "AND":
            break
        if phrase.tokens.symbol(first - 2) not in MONTH_SYMBOLS:
            break
        first -= 2
    joined = first != phrase.first
    return Phrase(phrase.rule, phrase.tokens, first, first + 1) if joined else phrase


def _is_stretch(phrase: Phrase) -> bool:
    """Tell a stretch of months: "The fountain runs from May to September"."""
    if phrase.rule == "month_range":
        # A line of a chronicle is headed with it.
        return phrase.word_after() != ":"
    opens = phrase.after() in ("TO", "UNTIL") and phrase.after(2) in MONTH_SYMBOLS
    closes = phrase.before() in ("TO", "UNTIL") and phrase.before(2) in MONTH_SYMBOLS
    return phrase.rule == "bare_month" and (opens or closes)


def _is_kind(phrase: Phrase) -> bool:
    """Tell some month of its kind: "A warm November means a hard February"."""
    described = phrase.before() == "WORD" and phrase.before(2) == "A"
    acts = verbs.form(phrase.word_after()) is verbs.Form.PRESENT
    is_named = phrase.after() in ("WORD", "NAME") and not acts
    return phrase.rule == "bare_month" and described and not is_named
