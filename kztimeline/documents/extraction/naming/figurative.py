"""Tells where "today", "this week" and "Monday" are not a day: of these days, in a name, or any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.governing import Clause
from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.lexicon import DAY_SYMBOLS, MONTH_SYMBOLS
from kztimeline.documents.extraction.naming.no_dates.lives import is_of_a_life
from kztimeline.documents.extraction.naming.no_dates.yesterdays import (
    is_of_another_time,
    is_of_hopes,
    is_programme,
)

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# Those of a sort whenever they are: "told a Sunday newspaper".
_OF_A_SORT = frozenset({
    "broadsheet", "driver", "drivers", "joint", "league", "newspaper", "roast", "school", "schools",
    "supplement", "tabloid",
})  # fmt: skip
# And those that are so where there is such a one: "the town has a Friday market".
_USUAL_THINGS = frozenset({
    "bazaar", "class", "club", "dinner", "feature", "lunch", "magazine", "market", "matinee",
    "programme", "program", "series", "service", "show",
})  # fmt: skip
_ORDINALS = frozenset({"ORDINAL_NUMBER", "ORDINAL_WORD"})
_QUOTES = frozenset({'"', "“", "‘", "`", "'", "«"})
# What is of an age and not of one day: "today's youth", "the leaders of tomorrow".
_OF_AN_AGE = frozenset({
    "age", "audiences", "businesses", "challenges", "children", "cities", "circumstances",
    "citizens", "climate", "companies", "computers", "conditions", "consumers", "culture",
    "economy", "environment", "era", "families", "farmers", "generation", "generations",
    "geopolitics", "graduates", "jobs", "kids", "landscape", "leaders", "lifestyle", "men",
    "money", "needs", "parents", "people", "politicians", "politics", "realities", "reality",
    "schools", "societies", "society", "soldiers", "standards", "students", "technologies",
    "technology", "teenagers", "terms", "threats", "values", "women", "workers", "workforce",
    "world", "young", "youngsters", "youth",
})  # fmt: skip
_PARTS_OF_DAYS = frozenset({"afternoons", "evenings", "mornings", "nights"})
# What is held or printed each week: "the Sunday market".
_WEEKLY = frozenset({"bazaar", "league", "market", "mass", "newspapers", "papers", "school"})
_ALWAYS_WEEKLY = frozenset({"school", "schools", "special", "specials"})
_SOME = frozenset({"average", "certain", "given", "normal", "ordinary", "recent", "typical"})
_CLOSING = frozenset({"COMMA", "STOP", "DOT", "AND", "BREAK"})
_BEHIND_ANY = frozenset({"because", "that", "to", "when", "with", '"', "”", "’"})
_A_WEEK = re.compile(
    r"\b(?:(?:each|every|per)|(?:once|twice|times|days|nights|flights|trains|classes|services)\sa)\sweek,?\s(?:on\s)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\S{0,2}(?:\s(?!and)\w+)?,?\s(?:and\s)?){0,4}\Z"
)
_WEEK_REACH = 90
# Where a week of work or the Sabbath begins and ends, it does so each time.
_COURSE_OF_WEEK = re.compile(
    r"\b(?:the|their|our|its|a)\s(?:Islamic\s|Jewish\s)?"
    r"(?:(?:business|school|work|working)[ -]week|Sabbath|Shabbat|(?P<end>weekend))"
    r"\s(?:always\s)?(?:begins|ends|falls|lasts|runs|starts)\b[^.;:\n]{0,50}\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s?(?:[.;,)]|and\b|in\b|there\b|here\b|\Z)")
_SUNSETS = re.compile(r"\b(?:Sabbath|Shabbat|sundown|sunset)\b", re.IGNORECASE)
_BOTH_DAYS = re.compile(r"\bFriday\b[^.\n]*\bSaturday\b")
_OF_DAYS = frozenset({*MONTH_SYMBOLS, *DAY_SYMBOLS, "UNIT", "WEEKDAY", "YEAR", "DIRECTION"})


def is_no_day(phrase: Phrase) -> bool:
    """Tell the yesterday of "as if it were yesterday", and the programme Today, from days."""
    return is_part_of_name(phrase) or is_of_another_time(phrase) or is_programme(phrase)


def is_no_time(phrase: Phrase) -> bool:
    """Tell the "last year" of an office, a title and "at the end of the day" from times."""
    return is_part_of_name(phrase) or sums_up(phrase) or is_of_a_life(phrase)


def is_part_of_name(phrase: Phrase) -> bool:
    """Tell the title of a paper or a program, as in "told VOA Today" or "on 'This Week'"."""
    tokens, first = phrase.tokens, phrase.first
    if not tokens.word(first)[:1].isupper():
        return False
    if phrase.rule == "today":
        is_glossed = (phrase.before(), phrase.before(2), phrase.after()) == (
            "OPEN",
            "NAME",
            "CLOSE",
        )
        joined = phrase.before() == "NAME" and phrase.text_before(1) == " "
        return is_glossed or (joined and not phrase.text.isupper())
    if phrase.has("WEEKDAY") or tokens.word(first - 1) not in _QUOTES:
        return False
    capitals = all(tokens.word(at)[:1].isupper() for at in range(first, phrase.last))
    return capitals and phrase.after() not in ("WORD", "NAME")


def sums_up(phrase: Phrase) -> bool:
    """Tell "At the end of the day, it is their choice" from what was so when a day ended."""
    is_whole = phrase.text.lower() == "the end of the day" and phrase.before() == "AT"
    return is_whole and phrase.after() == "COMMA" and outlook(phrase).tense not in TOLD


def is_dawn_of_age(phrase: Phrase) -> bool:
    """Tell "at the dawn of history" and "of a new century" from "at the dawn of the next day"."""
    if phrase.text.lower() != "the dawn" or phrase.after() != "OF":
        return False
    return _OF_DAYS.isdisjoint(map(phrase.after, (2, 3)))


def reaches_to_now(phrase: Phrase) -> bool:
    """Tell "To this day the wrecks lie there" from "referred to this day as the blackest"."""
    led = phrase.before() in ("TO", "UNTIL") and verbs.form(phrase.word_before(2)) not in verbs.DONE
    return led and phrase.text.lower() == "this day"


def is_any_weekday(phrase: Phrase) -> bool:
    """Tell some Monday of "fell on a Monday" and "on a recent Monday" from "a Monday meeting"."""
    is_told = phrase.word_before() in _SOME and phrase.word_before(2) in ("a", "any", "one")
    is_weekly = phrase.before() == "THE" and phrase.word_after() in _WEEKLY
    is_weekly = is_weekly or phrase.word_after() in _ALWAYS_WEEKLY
    if is_told or is_weekly or phrase.word_before() == "any" or _is_of_a_sort(phrase):
        return True
    if phrase.before() in _ORDINALS:
        # "On the second Monday of the strike", but "scored in the sixth Sunday".
        return phrase.before(2) == "THE" and phrase.before(3) not in ("IN", "OF")
    closes = phrase.after() in ("STOP", "DOT", "COMMA", "BREAK", "IN", "AND", "OF")
    closes = closes or phrase.word_after() in _BEHIND_ANY
    described = (phrase.before(2), phrase.before()) == ("A", "WORD") and phrase.after() == "IN"
    if described and phrase.after(2) in MONTH_SYMBOLS and phrase.after(3) == "YEAR":
        return True
    return closes and (phrase.before() == "A" or phrase.word_before() == "one")


def _is_of_a_sort(phrase: Phrase) -> bool:
    """Tell "a Sunday newspaper" and "there is a Friday market" from "a Friday attack"."""
    if phrase.before() != "A":
        return False
    is_paper = phrase.text.lower() == "sunday" and phrase.word_after() == "paper"
    if is_paper or phrase.word_after() in _OF_A_SORT:
        return True
    is_thing = not _USUAL_THINGS.isdisjoint(map(phrase.word_after, (1, 2)))
    return is_thing and outlook(phrase).tense is Tense.PRESENT


def is_of_every_week(phrase: Phrase) -> bool:
    """Tell "airs on Sunday nights" and "run on Monday and Friday mornings", which recur.

    So do "two flights per week on Wednesday and Saturday". "They fought on Monday and Tuesday
    nights" tells of two.
    """
    if _A_WEEK.search(phrase.text_before(_WEEK_REACH)) or _is_of_weeks(phrase):
        return True
    if _is_of_opening_hours(phrase):
        return True
    if phrase.word_after() in _PARTS_OF_DAYS:
        joined = phrase.before() == "AND" and phrase.before(2) == "WEEKDAY"
    else:
        joined = phrase.after() == "AND" and phrase.after(2) == "WEEKDAY"
        if not joined or phrase.word_after(3) not in _PARTS_OF_DAYS:
            return False
    return not joined or outlook(phrase).tense not in TOLD


def _is_of_opening_hours(phrase: Phrase) -> bool:
    """Tell both days of "is open 8 a.m. to 10 p.m. Monday-Friday"."""
    if phrase.before() in ("HYPHEN", "TO") and not phrase.has("CLOCK"):
        return (phrase.before(2), phrase.before(3)) == ("WEEKDAY", "CLOCK")
    joined = phrase.after() in ("HYPHEN", "TO") and phrase.after(2) == "WEEKDAY"
    return joined and phrase.has("CLOCK") and phrase.before() in ("TO", "HYPHEN", "DASH")


def _is_of_weeks(phrase: Phrase) -> bool:
    """Tell "The work week starts on Sunday" and what stops from Friday to Saturday at sunset."""
    week = _COURSE_OF_WEEK.search(phrase.text_before(_WEEK_REACH))
    if week:
        return week["end"] is None or _ENDS.match(phrase.text_after(_WEEK_REACH)) is not None
    clause = Clause(phrase.tokens, phrase.first, phrase.last)
    if not clause.says(_SUNSETS) or not clause.says(_BOTH_DAYS):
        return False
    tense, verb, _ = clause.governing()
    # "The fair runs from sunset on Friday to Saturday night" is of one.
    return tense is Tense.PRESENT and (verb == "is" or not verb.endswith("s"))


def speaks_of_these_days(phrase: Phrase) -> bool:
    """Tell "today's youth" and "for today and the future" from what is done on the day."""
    return _is_of_an_age(phrase) or _reaches_on(phrase) or _is_open_to_all(phrase)


def _is_of_an_age(phrase: Phrase) -> bool:
    """Tell "today's world", "today's Georgia" and "the leaders of tomorrow"."""
    if phrase.after() == "POSSESSIVE":
        adjective = phrase.after(2) == "WORD" and phrase.word_after(3) in _OF_AN_AGE
        place = phrase.after(2) == "NAME" and phrase.after(3) in _CLOSING
        return adjective or place or phrase.word_after(2) in _OF_AN_AGE
    if is_of_hopes(phrase):
        return True
    return phrase.before() == "OF" and phrase.word_before(2) in _OF_AN_AGE


def _reaches_on(phrase: Phrase) -> bool:
    """Tell "today and the future" and "today and for years to come"."""
    if phrase.after() != "AND":
        return False
    behind = 2 + (phrase.word_after(2) in ("in", "for", "into"))
    return (
        phrase.after(behind) == "FUTURE"
        or phrase.word_after(behind + 1) == "future"
        or (phrase.word_after(behind) in ("years", "generations", "decades"))
    )


def _is_open_to_all(phrase: Phrase) -> bool:
    """Tell "the country has the chance today to show", where nothing is done on the day."""
    noun = phrase.before() == "WORD" and verbs.form(phrase.word_before()) is verbs.Form.NONE
    if not noun or phrase.word_after() != "to":
        return False
    look = outlook(phrase)
    is_state = verbs.kind_of_present(look.verb) == "state in the present"
    return look.tense is Tense.PRESENT and is_state
