"""Tells a year from a number of things: "2012 elections" from "1200 workers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import HAPPENINGS, MONTH_SYMBOLS
from kztimeline.documents.extraction.moments import Moment
from kztimeline.documents.extraction.naming.games import is_kick_off
from kztimeline.documents.extraction.naming.numbered import (
    FIGURES,
    is_address,
    is_labelled,
    is_of_a_class,
    is_of_a_club,
    is_of_a_length,
    is_of_a_model,
    is_of_persons,
    is_title,
)

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

_BEFORE_YEARS = frozenset({"IN", "SINCE", "UNTIL", "PREPOSITION", "OPEN", "BY", "AFTER", "BEFORE"})
_BEFORE_COUNTS = frozenset(
    {"ABOUT", "NEARLY", "SOME", "THAN", "LEAST", "MOST", "MORE", "NUMBER_WORD"}
)
_COUNTING_WORDS = frozenset(
    {"only", "another", "other", "all", "up", "over", "these", "those", "total"}
)
_CERTAIN = (
    "EARLY", "LATER", "MID", "EDGE", "OF", "UNIT", "UNITS", "ERA", "CIRCA", "FISCAL", "FISCAL_CODE",
)  # fmt: skip
_JOINED = frozenset({"post", "pre"})
# What was done in the year before it: "a 2011-built kiln".
_MADE = frozenset({
    "born", "built", "commissioned", "dated", "era", "established", "founded", "installed",
    "launched", "made", "minted", "opened", "registered", "vintage",
})  # fmt: skip
_NO_PLURALS = frozenset(
    {"was", "is", "has", "as", "this", "does", "perhaps", "across", "always", "its"}
)
# Years that prose speaks of without saying that they are years.
_FIRST_PLAIN, _LAST_PLAIN = 1850, 2059
_MEASURED = frozenset(
    {"percent", "km", "kilometers", "kilometres", "miles", "meters", "metres", "hours"}
)
# Words behind a number that make it one of hours or pages.
_OF_THEM = frozenset({"them", "us", "which", "whom", "you"})
_COUNTED_WORDS = frozenset({
    "bags", "bales", "barrels", "beds", "bhp", "bottles", "boxes", "bricks", "bullets",
    "bundles", "bushels", "carriages", "cartons", "cartridges", "cc", "civilians", "cm",
    "containers", "cows", "crates", "cubic", "customers", "demonstrators", "drachmas", "eggs",
    "entrants", "forints", "francs", "ft", "gb", "ghz", "gmt", "goats", "grams", "grenades",
    "guilders", "hens", "horsepower", "hostages", "hours", "hp", "hrs", "inches", "inhabitants",
    "inmates", "kb", "kilos", "kmh", "knots", "kroner", "kronor", "lb", "lbs", "lines", "lire",
    "local", "m", "marchers", "mb", "mhz", "mi", "militants", "mm", "mph", "ounces", "packets",
    "packs", "pages", "pairs", "parcels", "pesetas", "pesos", "pigs", "pilgrims", "points",
    "rebels", "recruits", "rounds", "rpm", "runners", "rupees", "sacks", "schillings",
    "sections", "sets", "shareholders", "sheets", "souls", "spectators", "sq", "square",
    "strikers", "subscribers", "tickets", "times", "tins", "trees", "utc", "volts",
    "volunteers", "wagons", "watts", "yards", "yen", "zloty", "zlotys",
})  # fmt: skip
_MEASURES_NAMED = frozenset({
    "area", "capacity", "elevation", "height", "inhabitants", "length", "membership", "population",
    "pupils", "staff", "students", "turnout", "votes",
})  # fmt: skip
_TONS = frozenset({"ton", "tonnes", "tons"})
_ROUND = 100
_BEGINNING = frozenset({";", '"', "“", "‘"})
_OPENING = frozenset({"after", "before", "by", "from", "in", "since", "until"})
_MONTHS = frozenset({*MONTH_SYMBOLS, "DOT"})
_NAMING = ("THE", "POSSESSIVE")
# "The old hall seated 1908", which "was seated in 1908".
_MEASURING = frozenset({"numbered", "numbers", "seat", "seated", "seats", "totaled", "totalled"})
# Whose object in the plural, behind a figure, is so many of them.
_COUNTING_VERBS = frozenset({
    "arrested", "built", "buys", "checked", "collected", "counted", "delivered", "destroyed",
    "detained", "employed", "employs", "evacuated", "examined", "exported", "found", "housed",
    "houses", "imported", "inspected", "interviewed", "issued", "killed", "monitored", "planted",
    "produced", "received", "registered", "rescued", "searched", "seized", "sold", "surveyed",
    "treated", "visited", "wounded",
})  # fmt: skip
# What is called by its year without "the" in headlines, too.
_CALLED = frozenset({
    "accounts", "awards", "ballots", "elections", "figures", "games", "levels", "models", "polls",
    "prices", "results", "rules", "sanctions", "sales", "votes",
})  # fmt: skip
# What is told as so much of that of a year: "below 2000 levels".
_MEASURED_BY_YEAR = frozenset({"levels", "prices"})
# What appears, or is done, in one year: "a 2000 study", which "a 2000 volt line" is not.
_OF_ONE_YEAR = frozenset({
    "agreement", "amendment", "article", "bill", "book", "candidate", "case", "census", "decision",
    "documentary", "election", "essay", "film", "interview", "judgment", "law", "letter", "movie",
    "novel", "paper", "referendum", "report", "review", "ruling", "song", "speech", "study",
    "survey", "treaty",
})  # fmt: skip
_LONGEST_THING = 4
_CONTRASTING = frozenset({"but", "like", "unlike", "yet"})
# What goes by its year, be it a round one: "the Act of 1800", "Local Government Act 1900".
_LAWS = frozenset({
    "act", "acts", "agreement", "charter", "code", "constitution", "convention", "decree", "edict",
    "law", "laws", "legislation", "pact", "proclamation", "regulations", "rules", "statute",
    "statutes", "treaty", "union",
})  # fmt: skip
# What is made for a year: "the budget for 2000 was passed".
_YEARLY = frozenset({
    "accounts", "budget", "contract", "contracts", "deal", "estimates", "figures", "forecast",
    "forecasts", "outlook", "plan", "plans", "programme", "program", "quota", "quotas", "target",
    "targets",
})  # fmt: skip
# What goes "back to" a year; what falls or climbs back does so to a number.
_LOOKING_BACK = frozenset({
    "clock", "date", "dated", "dates", "dating", "go", "goes", "going", "look", "looking", "mind",
    "reach", "reaches", "stretch", "stretches", "think", "trace", "traced", "traces", "way",
})  # fmt: skip
_CLOSING = frozenset({"AND", "BREAK", "COMMA", "DOT", "STOP", "WORD"})
_ENDING = _CLOSING - {"WORD"}
_WITH_NUMBERS = frozenset({
    "batch", "crowd", "fine", "force", "group", "lot", "shipment", "sum", "total", "wave",
})  # fmt: skip
# What leaves or is told at an hour: "the 1800 train".
_TIMED = frozenset({
    "bulletin", "bus", "curfew", "deadline", "departure", "ferry", "flight", "news", "service",
    "shift", "train",
})  # fmt: skip


def is_year(phrase: Phrase, moment: Moment) -> bool:
    """Tell whether the number of a phrase of the rule "year" is one."""
    if phrase.rule != "year" or phrase.has(*_CERTAIN):
        return True
    if (
        is_labelled(phrase)
        or is_of_a_model(phrase)
        or is_of_a_club(phrase)
        or is_of_a_class(phrase)
        or is_of_a_length(phrase)
    ):
        return False
    if is_title(phrase) or _is_level(phrase) or is_address(phrase) or is_kick_off(phrase):
        return False
    if _opens_sentence(phrase, moment) or _is_bound(phrase):
        return True
    counts = is_counted(phrase, moment) or _is_dialled(phrase)
    return not counts and _stands_as_year(phrase, moment.year or 0)


def _stands_as_year(phrase: Phrase, year: int) -> bool:
    opens_line = phrase.first == 1 or phrase.before(2) == "BREAK"
    tokens = phrase.tokens
    parted = phrase.first > 0 and tokens.ends[phrase.first - 1] < phrase.start
    if phrase.before() == "HYPHEN" and not (opens_line or parted):
        return phrase.word_before(2) in _JOINED
    joined = phrase.after() == "HYPHEN" and phrase.tokens.starts[phrase.last] == phrase.end
    if joined and phrase.before() not in ("IN", "THE", "POSSESSIVE"):
        return phrase.word_after(2) in _MADE
    if phrase.before() in _BEFORE_YEARS:
        return True
    if phrase.before() in ("AND", "TO") and phrase.before(2) == "YEAR":
        return True
    if _is_followed_by_next(phrase, year):
        return True
    if year % _ROUND == 0:
        return _is_round_year(phrase)
    if phrase.before() in ("OF", "THE", "POSSESSIVE") or _FIRST_PLAIN <= year <= _LAST_PLAIN:
        return True
    return not _counts_things(phrase)


def _is_followed_by_next(phrase: Phrase, year: int) -> bool:
    """Tell the 2000 of "accounts for 2000 and 2001" from "1900 and 2500 sheep"."""
    joined = phrase.after() == "AND" and phrase.after(2) == "YEAR"
    return joined and phrase.tokens.meaning(phrase.last + 1) == year + 1


def _opens_sentence(phrase: Phrase, moment: Moment) -> bool:
    """Tell "In 1992 soldiers came" from "It was hidden in 1992 houses"."""
    year = moment.year or 0
    begins = phrase.before(2) in ("STOP", "BREAK") or phrase.word_before(2) in _BEGINNING
    opens = phrase.word_before() in _OPENING and begins
    plain = _FIRST_PLAIN <= year <= _LAST_PLAIN and year % _ROUND != 0
    return opens and plain and phrase.word_after() not in _MEASURED


def _is_bound(phrase: Phrase) -> bool:
    """Tell "since at least 2012" and "until at least 2030" from "at least 2012 of them"."""
    bound = phrase.before(3) in ("SINCE", "UNTIL") or phrase.word_before(4) == "back"
    least = (phrase.before(2), phrase.before()) == ("AT", "LEAST")
    return bound and least and not (phrase.after() == "COUNTED" or phrase.after() == "OF")


def _is_dialled(phrase: Phrase) -> bool:
    """Tell a part of a number in groups of figures, such as that of a telephone."""
    follows = phrase.before() in FIGURES and phrase.before(2) not in _MONTHS
    return follows or (phrase.after() in FIGURES and phrase.before() not in _BEFORE_YEARS)


def _is_round_year(phrase: Phrase) -> bool:
    """Tell the year of "the Act of 1800" from an hour and from a number of things."""
    if phrase.before() == "THE" and phrase.word_after() in HAPPENINGS:
        return True
    if phrase.word_after() in _MEASURED_BY_YEAR:
        return True
    if phrase.before() == "A" and phrase.word_after() in _OF_ONE_YEAR:
        return True
    if phrase.word_after() in _TIMED or _counts_things(phrase):
        return False
    if phrase.before() == "OF":
        named = phrase.word_before(2) in _LAWS | HAPPENINGS or _ends_name(phrase, 2)
        return named or _is_ranked(phrase)
    if phrase.word_before() in _LAWS:
        return _ends_name(phrase, 1)
    if phrase.after() == "COMMA" and phrase.word_after(2) in ("when", "where"):
        return True
    if phrase.word_before() in ("into", "to"):
        return phrase.after() in _ENDING and _is_reached(phrase)
    if phrase.word_before() == "for":
        return phrase.word_before(2) in _YEARLY and phrase.after() in _CLOSING
    return phrase.before() in ("THE", "POSSESSIVE", "STOP", "BREAK", "COMMA")


def _is_reached(phrase: Phrase) -> bool:
    """Tell the year of "went on into 2000" and "go back to 2000" from "fell back to 2000"."""
    looks_back = phrase.word_before(2) == "back" and phrase.word_before(3) in _LOOKING_BACK
    return phrase.word_before() == "into" or looks_back


def _is_ranked(phrase: Phrase) -> bool:
    """Tell "the first sunrise of 2000" from "the first crowd of 2000", whose noun has a number."""
    ranked = phrase.before(3) == "ORDINAL_WORD" or phrase.word_before(3) in ("final", "last")
    return ranked and phrase.word_before(2) not in _WITH_NUMBERS


def _ends_name(phrase: Phrase, steps: int) -> bool:
    """Tell a name so many words before, whose capital is not that of its sentence."""
    return phrase.before(steps) == "NAME" and phrase.before(steps + 1) not in ("STOP", "BREAK")


def _is_level(phrase: Phrase) -> bool:
    """Tell "closed at 1985" from "at 1985 prices"."""
    traded = phrase.before() == "AT" and verbs.form(phrase.word_before(2)) in verbs.DONE
    return traded and phrase.after() not in ("WORD", "NAME", "COUNTED")


def _is_one_of_several(phrase: Phrase, moment: Moment | None) -> bool:
    """Tell "the 2007 votes", "2005 and 2007 votes" and "Unlike 2007 voters": no number of them."""
    year = (moment.year if moment else None) or 0
    plain = _FIRST_PLAIN <= year <= _LAST_PLAIN and year % _ROUND != 0
    listed = phrase.before() == "AND" and phrase.before(2) == "YEAR"
    named = listed or phrase.before() in _NAMING or phrase.word_before().lower() in _CONTRASTING
    return plain and phrase.after() == "COUNTED" and named


def is_counted(phrase: Phrase, moment: Moment | None = None) -> bool:
    """Tell a number of people, goods, units or money, and "1000 year-old"."""
    after, before = phrase.after(), phrase.before()
    if after == "POSSESSIVE" or _is_one_of_several(phrase, moment):
        return False
    if after == "COUNTED" or phrase.word_after() in _COUNTED_WORDS:
        return True
    is_plain = ((moment.year if moment else None) or 0) >= _FIRST_PLAIN
    if is_of_persons(phrase, is_plain):
        return True
    if _is_some_of(phrase) or _is_measure_named(phrase) or _is_object_of_count(phrase):
        return True
    if phrase.has("FISCAL"):
        return False
    if (phrase.word_after(2), phrase.word_after(3)) == ("in", "all"):
        return True
    if phrase.word_after() in ("gross", "net") and phrase.word_after(2) in _TONS:
        return True
    if after in ("UNIT", "UNITS") and (phrase.after(2) in ("HYPHEN", "OLD") or after == "UNITS"):
        return True
    if _is_behind_count(phrase):
        return True
    return before == "AND" and phrase.before(2) == "COUNTED" and _counts_things(phrase)


def _is_some_of(phrase: Phrase) -> bool:
    """Tell "1950 of them were back" and "1999 of 2010 voters"."""
    of_them = phrase.word_after(2) in _OF_THEM or phrase.after(3) == "COUNTED"
    return phrase.after() == "OF" and of_them


def _is_object_of_count(phrase: Phrase) -> bool:
    """Tell "visited 1985 polling stations" and "Quiet; 1990 spent shells found." from a year."""
    words = [phrase.word_after(steps) for steps in range(1, _LONGEST_THING + 2)]
    kinds = [phrase.after(steps) for steps in range(1, _LONGEST_THING + 2)]
    length = next(n for n, kind in enumerate([*kinds, "STOP"]) if kind != "WORD")
    things = [n for n in range(min(length, _LONGEST_THING)) if _is_plural(words[n])]
    if not things or HAPPENINGS.intersection(words[:length]):
        return False
    if phrase.word_before() in _COUNTING_VERBS:
        return True
    opens = phrase.before() in ("STOP", "BREAK") or phrase.word_before() in (";", ":")
    return opens and any(words[n + 1] in _COUNTING_VERBS for n in things if n + 1 < length)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and word not in _NO_PLURALS | _CALLED


def _is_measure_named(phrase: Phrase) -> bool:
    """Tell the figures of "Population: 1998" and "Area (2009): 2010"."""
    if phrase.word_before() != ":":
        return False
    at = 4 if phrase.before(2) == "CLOSE" and phrase.before(4) == "OPEN" else 1
    return phrase.word_before(at + 1).lower() in _MEASURES_NAMED


def _is_behind_count(phrase: Phrase) -> bool:
    """Tell "only 1200" from "later than 1200", "over 2010-17" and "under 1974 laws"."""
    before = phrase.before()
    compares_times = before == "THAN" and phrase.before(2) in ("EARLIER", "LATER")
    compares_times = compares_times or (before == "THAN" and _is_other_year(phrase))
    if before == "NUMBER_WORD" and phrase.word_after() in HAPPENINGS:
        return False
    if phrase.word_before().lower() == "under" and phrase.word_after() in _LAWS:
        return False
    if phrase.word_before() in _MEASURING:
        return verbs.form(phrase.word_before(2)) not in (Form.WAS, Form.IS)
    several = phrase.has("YEAR_RANGE") or (phrase.after() == "AND" and phrase.after(2) == "YEAR")
    lasts = several and not phrase.has("UNITS") and phrase.word_before() == "over"
    if compares_times or lasts:
        return False
    counts = phrase.word_before() in _COUNTING_WORDS and not phrase.has("ABOUT")
    return before in _BEFORE_COUNTS or counts


def _is_other_year(phrase: Phrase) -> bool:
    """Tell the 2012 of "in 2013 rather than 2012"."""
    opening = 3 + (phrase.before(3) == "COMMA")
    return phrase.word_before(2) == "rather" and phrase.before(opening) == "YEAR"


def _counts_things(phrase: Phrase) -> bool:
    """Tell the number of "300 ships", which no verb in -s follows."""
    thing = phrase.word_after() if phrase.after() == "WORD" else ""
    is_verb = verbs.form(thing) in (Form.PRESENT, Form.IS)
    return thing.endswith("s") and thing not in _NO_PLURALS and not is_verb
