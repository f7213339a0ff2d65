"""Reads what stands before a date and says how it looks at it: "by", "ahead of", "crude for"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import ENDS
from kztimeline.documents.extraction.finding.clauses.verb_groups import Tense
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.occasions import is_occasion

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.clauses.governing import Clause
    from kztimeline.documents.extraction.finding.phrases import Phrase

_CUE = re.compile(
    r"\b(?:(?P<ahead>ahead\sof|run-?up\sto|lead-?up\sto|in\stime\sfor|in\spreparations?\sfor"
    r"|(?:ahead\sof|before)\sthe\s(?:\w+\s){0,2}?(?:cut-?off|date|deadline),"
    r"|\ban?\s(?:\w+\s)?date\sof|deadline\s(?:of|for|is)|of\srecord|(?:share|stock)?holders\sregistered|effective(?:\son)?"
    r"|(?:(?<=[.,;:-]\s)|(?<=\n)|\A)come|(?:going|head(?:ed|ing))\sinto)"
    r"|(?P<as>as\s(?:soon|early|late)\sas)"
    r"|(?P<awaited>(?:agenda|applications|ballots|bookings|Brent|candidates|cargoes|contracts?|copper"
    r"|corn|crude|cuts|deliver(?:y|ies)|futures|gold|invitations?|line-?up|lists?|nominations|plans"
    r"|preparations|quotas?|registration|reservations|seats|slates?|squads?|tenders?|tickets?|wheat"
    r"|WTI)\sfor"
    r"|for\s(?:delivery|loading|settlement|shipment)"
    r"|(?:estimates?|forecasts?|guidance|outlook|targets?)\sfor\sthe\s(?:f\w+\s)?(?:half|month|quarter|year)"
    r"\s(?:ended|ending|through|to))"
    r"|(?P<eve>eve\sof)|(?P<start>starting|beginning)|(?P<by>by|(?:no|not)\slater\sthan)"
    r"|(?P<until>(?:until|till|through)(?:\s(?:after|at\sleast))?)|(?P<since>since|after|follow(?:s|ed|ing)|in\sthe\swake\sof)"
    r"|(?P<before>before|prior\sto)|(?P<target>for|to))\s+(?:(?:the|on|in)\s+)?$",
    re.IGNORECASE,
)
_CUE_REACH = 48
_BECAUSE = re.compile(r"\b(?:due|owing|thanks)\sto\sthe\s\Z")
# What comes after a date that is over, whatever its own tense.
_FOLLOWS = re.compile(
    r"(?<!will\s)(?<!would\s)(?<!may\s)(?<!\bto\s)\b(?:follow(?:s|ed)|com(?:es|e|ing)\s(?:soon\s)?after"
    r"|came\s(?:soon\s)?after)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# What is bought for a time to come: "copper for March delivery".
_DELIVERED = frozenset({"delivery", "loading", "settlement", "shipment", "shipments"})
# Who "speaks of August" awaits it, unless more of it is told.
_SPEAKING = frozenset({"speak", "speaks", "speaking", "talk", "talking", "think", "thinking"})
_OF_NOW = frozenset({"are", "is", "now", "already"})
_CLOSING = frozenset({"AND", "BREAK", "COMMA", "DOT", "STOP"})
_AGAIN = frozenset({"again", "next"})
_SAYS_AGAIN = re.compile(r"\b(?:again|next)\b")
_AGAIN_REACH = 8
_LONGEST_NAME = 4
_ARTICLES = frozenset({"a", "its", "the", "their"})
_APPOINTING = frozenset({"at", "before", "by", "for", "until"})
_BASELINE = re.compile(
    r"(?:[,(]|\b(?:is|are|was|were|closed|ended|finished|opened|settled|traded|points?|percent|per\scent|%|\w+llion))\s(?:up|down)\s(?:(?:by\s)?[\d.,]+\s?(?:%|percent|per\scent|\w+)\s)?"
    r"from\s(?:[$€£]?\d[\w.,%]*\s(?:\w+\s){0,2}?(?:in|on|at)\s)?(?:the\s)?$"
)
_GROWN_FROM = re.compile(r"\d\s?(?:%|percent|per\scent|points?)\sfrom\s(?:the\s)?\Z")
# A figure with decimals or a measure in an aside without a verb.
_FIGURE = (
    r"[$€£]?\d[\d.,]*\d?(?:(?<=\d\.\d)|(?<=\d\.\d\d)|\s?%|\s(?:percent|per\scent|points?"
    r"|(?:m|b|tr)illion(?:\s[a-z]+)?)\b)(?:\sof\s[a-z]+)?"
)
_FIGURE_ASIDE = re.compile(
    rf"[,(]\s?(?:(?:up|down|at|just|about|nearly|only|some|still|already|unchanged)\s)*{_FIGURE}\s"
    rf"(?:(?:in|for)\s[A-Z]\w+\s(?:against|from|and|after|versus|compared\swith)\s{_FIGURE}\s)?"
    r"(?:in|for)\s(?:the\s)?$"
)
# A figure and the one before it: "jumping to 24 in September from 21 in June".
_FIGURE_OF_MONTH = r"[$€£]?\d[\d.,]*\s?(?:%\s|percent\s|[a-z]+\s)?in\s"
_RISEN_TO = re.compile(rf"\bto\s(?:{_FIGURE_OF_MONTH}[A-Z]\w+\sfrom\s)?{_FIGURE_OF_MONTH}\Z")
_RISEN_FROM = re.compile(rf"\sfrom\s{_FIGURE_OF_MONTH}")
_RESULTS = re.compile(
    r"(?:The\s)?(?:Following|Here|These|Below)\s(?:are|is)\s(?:the\s)?(?:[\w-]+\s){0,3}?"
    r"(?:closing|results?|scorecards?|scorers?|scores?|standings|table)\b"
    r"|(?:Collated\s)?(?:Results?|Scores?|Standings)\s(?:from|in|of)\b"
)
_TOLD_IN_LISTS = frozenset({"results", "scores", "standings"})
_BASELINE_REACH = 60
_GOING_BACK = re.compile(
    r"\b(?:dat(?:es?|ing)|go(?:es|ing)?|hark(?:s|ing)?|reach(?:es|ing)?|stretch(?:es|ing)?"
    r"|trac(?:es?|ing))\sback\s(?:at\sleast\s)?(?:as\sfar\sas|to)\s(?:the\s)?$"
    r"|\b(?:dat(?:es?|ing)|stem(?:s|ming)?)\sfrom\s(?:the\s)?$|\bas\srecently\sas\s(?:in\s)?$"
)
# What readers write in about, with the day of its issue in brackets and maybe its title.
_CITED = re.compile(
    r"\b(?:article|column|columnist|editorial|item|leader|letters?|op-ed|report|reporter|review"
    r"|story)\b(?:(?!\b(?:due|next|will|would)\b)[^().!?;])*\((?:[\"“‘][^()\"”]+[\"”’],?\s)?$"
)
_CITED_REACH = 120
_SOURCE_REACH = 20
_OTHER_THAN = frozenset({"earlier", "later", "other", "rather", "sooner"})
# What is done in time for what comes after it.
_TAKING_PART = re.compile(
    r"\b(?:appl(?:y|ications)|bids|enrol|entries|nominations|proposals|regist(?:er|rations)"
    r"|reply|replies|rsvp|sign\sup|submit(?:ted)?)\b[^.;:?!]{0,40}\s(?:by|before)\s(?:the\s)?$"
    r"|\bdeadline\b[^.;:?!]{0,40}\sis\s(?:on\s)?$",
    re.IGNORECASE,
)
_TAKING_PART_REACH = 70
_COMING_UP = re.compile(
    r"(?:\A|\n)[^\w\n]*(?:coming\sup|up\snext|next\sup|(?:on\sthe\s)?agenda|diary"
    r"|(?:the\s)?(?:day|week|month)\sahead):[^\n]*\Z",
    re.IGNORECASE,
)
_FACES = re.compile(
    r"\bfaces\s(?:\w+\s){0,2}?(?:another|elections?|hearing|polls?|referendum|run-?off|sentencing|trial"
    r"|voters|votes?)\s(?:again\s)?(?:in|on)\s\Z"
)
_LINE_REACH = 160
_SAID_BY = re.compile(
    r"\b[Aa]ccording\sto\s(?:(?:an?|the|its|his|her|their)\s)?(?:[\w’'-]+\s(?:of\s)?){0,3}\Z"
)
_NAMED_NEXT = frozenset({
    "CENTURY", "DAYPART", "MONTH", "QUARTER", "SEASON", "UNIT", "UNITS", "WEEKDAY", "WORD_MONTH",
    "WORD_SEASON",
})  # fmt: skip


def cue_of(phrase: Phrase) -> str:
    """Return which of the cues stands before a phrase, as `Outlook.cue` names it; or nothing."""
    before = phrase.text_before(_CUE_REACH)
    match = _CUE.search(before)
    if phrase.word_before() == "from" and phrase.word_after() in ("on", "onward", "onwards"):
        return "start"
    if phrase.word_before() == "for" and phrase.word_after() in _DELIVERED:
        return "awaited"
    # "Accession follows in May" follows nothing, nor did who "pushed it through in May" wait.
    adverbs = ("follow", "through")
    is_adverb = match and match[0].startswith(adverbs) and phrase.before() in ("IN", "ON")
    # "Was put off due to the May vote" is not put off to May.
    is_adverb = is_adverb or _BECAUSE.search(before) is not None
    return match.lastgroup or "" if match and not is_adverb else ""


def is_followed(phrase: Phrase) -> bool:
    """Tell "The ruling follows Friday's hearing" and "The talks come after Monday's raid"."""
    before = phrase.text_before(_CUE_REACH)
    return _FOLLOWS.search(before) is not None


def is_spoken_of(phrase: Phrase) -> bool:
    """Tell "envoys now speak of late August" from "survivors speak of August, when it rained"."""
    if phrase.before() != "OF" or phrase.after() not in _CLOSING:
        return False
    word, before = phrase.word_before(2), phrase.word_before(3)
    if before == "still":
        return False
    speaks = word in _SPEAKING or (word == "talks" and before in _OF_NOW)
    return speaks and phrase.word_after(2) not in ("when", "which", "where")


def comes_next(phrase: Phrase) -> bool:
    """Tell "met in Oslo in May, and meet next in Rome, 8 June" and "plays again on 30 August"."""
    tokens = phrase.tokens
    if not _SAYS_AGAIN.search(tokens.text, max(phrase.start - _CUE_REACH, 0), phrase.start):
        return False
    for at in range(phrase.first - 1, max(phrase.first - 1 - _AGAIN_REACH, 0), -1):
        if tokens.symbol(at) in ENDS:
            return False
        if tokens.word(at) in _AGAIN:
            named = tokens.symbol(at + 1) in _NAMED_NEXT
            return not named and _is_in_present(phrase, at)
    return False


def _is_in_present(phrase: Phrase, adverb: int) -> bool:
    """Tell the verb beside an adverb that is in the present: "meets next", "and meet next"."""
    tokens = phrase.tokens
    form = verbs.form(tokens.word(adverb - 1).lower())
    after = verbs.form(tokens.word(adverb + 1).lower())
    if form is Form.BASE:
        return tokens.symbol(adverb - 2) == "AND"
    return Form.PRESENT in (form, after) or form is Form.PRESENT_OR_NOUN


def is_as_of(phrase: Phrase) -> bool:
    """Tell the date of "as of July 1" and the hour of "traded at 384.6 as of 1:30 p.m."."""
    return (phrase.word_before(2).lower(), phrase.word_before()) == ("as", "of")


def is_said_by(phrase: Phrase) -> bool:
    """Tell the day of "According to a January 5 memo, ships will sail", which is there."""
    before = phrase.text_before(_CUE_REACH)
    return _SAID_BY.search(before) is not None


def comes_up(phrase: Phrase) -> bool:
    """Tell what a line of an agenda begins with: "* Coming up: home sales at 1500 GMT on".

    So does "Greece faces early elections on", whatever it says behind that day.
    """
    line = phrase.text_before(_LINE_REACH)
    faced = phrase.before() in ("IN", "ON") and _FACES.search(line) is not None
    return faced or _COMING_UP.search(line) is not None


def is_of_coming(phrase: Phrase) -> bool:
    """Tell the day of "is planned for the meeting of 4 February"."""
    if phrase.before() != "OF" or not is_occasion(phrase.word_before(2)):
        return False
    words = [phrase.word_before(steps) for steps in range(3, 3 + _LONGEST_NAME)]
    at = next((number for number, word in enumerate(words) if word in _ARTICLES), None)
    return at is not None and phrase.word_before(4 + at) in _APPOINTING


def is_of_source(phrase: Phrase) -> bool:
    """Tell when a source said it: "The trial will start in May (Interfax, March 14)".

    So do "the last letter is dated 11 November" and "your article (May 3) says".
    """
    closes = phrase.after() == "CLOSE" or phrase.word_after() == ";"
    is_cited = closes and _CITED.search(phrase.text_before(_CITED_REACH)) is not None
    if is_cited or phrase.word_before() == "dated":
        return True
    if not closes or (phrase.before(), phrase.before(2)) != ("COMMA", "NAME"):
        return False
    for steps in range(3, _SOURCE_REACH):
        if phrase.before(steps) == "OPEN":
            return True
        if phrase.before(steps) in (*ENDS, "CLOSE"):
            return False
    return False


def is_of_results(clause: Clause, tense: Tense) -> bool:
    """Tell "Following are results of matches played on Tuesday:", which have been played.

    So are those of "MAJOR LEAGUE RESULTS WEDNESDAY". "Results from Rome are expected on Tuesday"
    has a verb in a tense of its own.
    """
    if tense is Tense.PLAN:
        return False
    at = clause.first - 1 - (clause.tokens.symbol(clause.first - 1) == "ON")
    if tense is Tense.NONE and clause.word(at) in _TOLD_IN_LISTS:
        return True
    first, last = clause.sentence()
    starts, ends = clause.tokens.starts, clause.tokens.ends
    line = clause.tokens.text[starts[first] : ends[min(last, len(ends)) - 1]] if starts else ""
    return _RESULTS.match(line) is not None


def is_risen_from(phrase: Phrase) -> bool:
    """Tell what is compared with now: "are up 3 percent from May 1", "down from 9 in October".

    So is that of "is higher than in May", not of "in June rather than in May".
    """
    if phrase.word_before(2) == "than" and phrase.before() in ("IN", "ON"):
        return phrase.word_before(3) not in _OTHER_THAN
    before = phrase.text_before(_BASELINE_REACH)
    if _BASELINE.search(before) or (phrase.has("QUARTER") and _GROWN_FROM.search(before)):
        return True
    compared = _RISEN_TO.search(before)
    is_both = compared is not None and " from " in compared[0]
    return is_both or (
        compared is not None and _RISEN_FROM.match(phrase.text_after(_BASELINE_REACH)) is not None
    )


def goes_back_to(phrase: Phrase) -> bool:
    """Tell "goes back to November", "dates from May" and "as recently as May", which are over."""
    before = phrase.text_before(_BASELINE_REACH)
    return _GOING_BACK.search(before) is not None


def is_measured_aside(phrase: Phrase) -> bool:
    """Tell a figure beside its noun: "until unemployment, at 8.1 percent in August, falls".

    The June of "will rise 2 percent in May, 2.5 percent in June" stands in a list.
    """
    tokens, before = phrase.tokens, phrase.text_before(_BASELINE_REACH)
    match = _FIGURE_ASIDE.search(before)
    if match is None:
        return False
    opening = bisect_left(tokens.starts, phrase.start - len(before) + match.start())
    return tokens.symbol(opening - 1) in ("WORD", "NAME", "COUNTED", "LABEL")


def is_to_take_part(phrase: Phrase) -> bool:
    """Tell a deadline before what is to come: "meets on May 5; please register by Friday"."""
    before = phrase.text_before(_TAKING_PART_REACH)
    return _TAKING_PART.search(before) is not None
