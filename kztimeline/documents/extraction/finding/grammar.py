"""Finds temporal expressions: rules over the symbols of words.

A rule is a regular expression whose letters are whole words: a symbol such as
MONTH stands for one token of that kind. Rules are tried in order at each token;
the first that matches there wins. No rule repeats without bound, so finding takes
time linear in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.occasions import is_occasion
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.finding.tokens import CODES, Tokens
from kztimeline.documents.extraction.moments import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

# Pieces may use pieces above them.
_PIECES = {
    "DASHES": "(HYPHEN | DASH | SLASH)",
    "ANY_MONTH": "(MONTH | WORD_MONTH | SHORT_MONTH DOT?)",
    "ANY_WEEKDAY": "(WEEKDAY | SHORT_WEEKDAY DOT?)",
    "WHICH": "(DIRECTION | PAST | CURRENT)",
    "ANY_SEASON": "(SEASON | WORD_SEASON)",
    "ANY_CENTURY": "(CENTURY | CENTURIES)",
    "ANY_UNIT": "(UNIT | UNITS | CENTURY | CENTURIES)",
    "ONE_UNIT": "(UNIT | QUARTER | CENTURY)",
    "ORDINAL": "(ORDINAL_NUMBER | TENS HYPHEN ORDINAL_WORD | ORDINAL_WORD)",
    "DAY": "(DAY_NUMBER | ORDINAL_NUMBER)",
    "SMALL_YEAR": "(THREE_DIGITS | TWO_DIGITS | DAY_NUMBER)",
    "ANY_YEAR": "(YEAR ERA? | SHORT_YEAR | SMALL_YEAR ERA | ERA SMALL_YEAR)",
    "OF_YEAR": "(COMMA? OF? ANY_YEAR | OF? THREE_DIGITS (?! WORD | COUNTED | HYPHEN | COMMA))",
    "SPOKEN_YEAR": "(NUMBER_WORD TENS (HYPHEN? NUMBER_WORD)?)",
    "OF_THAT_YEAR": "((COMMA? OF (THE | A)?)? WHICH UNIT | COMMA? OF THE UNIT (BEFORE | AFTER))",
    "PIECE_OF": "(THE? (EDGE | (EARLY | LATTER | ORDINAL_WORD | WHICH) PORTION) OF)",
    "TO_MID": "(HYPHEN? (TO | DASH)? HYPHEN? MID)",
    "PART": "((EARLY | LATER) IN | EARLY TO_MID HYPHEN? | MID (HYPHEN? TO HYPHEN? EARLY)? HYPHEN?"
    " | EARLY | PIECE_OF)",
    "TIME_OF_DAY": "((EARLY IN)? THE? (EARLY? DAYPART UNITS? | EARLY UNITS) OF)",
    "AT_CLOCK": "((CLOCK | DAYPART) (NAME | WORD TIME)? (OPEN CLOCK NAME? CLOSE)? ON?"
    " | CLOCK NAME? COMMA)",
    "SPOKEN_DAY": "(ANY_MONTH THE? (TENS HYPHEN)? ORDINAL_WORD"
    " (?! HYPHEN | WORD | COUNTED | QUARTER | PORTION | ANY_UNIT | OF))",
    "CALENDAR_DAY": "((THE? DAY OF? ANY_MONTH | ANY_MONTH THE? DAY) (OF_YEAR | OF_THAT_YEAR)?"
    " | SPOKEN_DAY (COMMA? YEAR)?"
    " | (YEAR COMMA? | (?<= IN) YEAR COMMA? ON) (ANY_MONTH DAY | DAY OF? ANY_MONTH)"
    " (?! COMMA? YEAR))",
    "NO_DAY": "(?! ANY_UNIT | ANY_MONTH | NAME | COUNTED | QUALITY | HUNDRED | SINGLE | MORE"
    " | AMOUNT | HYPHEN | SLASH)",
    "LAST_DAY": "((COMMA? AND | TO | UNTIL) DAY)",
    "CALENDAR_MONTH": "(ANY_MONTH OF_YEAR)",
    "ABOUT_AS": "(ABOUT | NEARLY | AT (LEAST | MOST) | (NEARLY | A)? MORE THAN)",
    "COUNT": "(HUNDRED | NUMBER_WORD | TENS (HYPHEN? NUMBER_WORD)? | DAY_NUMBER | TWO_DIGITS | "
    "THREE_DIGITS | AMOUNT | YEAR | A? SOME | A? COUPLE OF? | A)",
    "COUNTED_UNITS": "(ABOUT_AS? COUNT (AND (COUNT | A? PORTION))? HUNDRED? HYPHEN?"
    " (QUALITY | MORE)? HYPHEN? (ANY_UNIT | WORD UNITS))",
}

# In order of trial: of two rules that begin at one word the earlier one wins.
_RULES = {
    "iso": "ISO",
    "numeric": "NUMERIC",
    "numeric_range": "NUMERIC_RANGE",
    "spoken_range": "DAY (TO | UNTIL) DAY OF? ANY_MONTH (OF_YEAR | OF_THAT_YEAR)?"
    " | ANY_MONTH DAY (TO | UNTIL) DAY (OF_YEAR | OF_THAT_YEAR | NO_DAY)",
    "day_list": "ANY_WEEKDAY? COMMA? ANY_MONTH DAY (COMMA DAY){0,6} LAST_DAY"
    " (OF_YEAR | OF_THAT_YEAR | NO_DAY)"
    " | DAY OPEN DAY CLOSE ANY_MONTH OF_YEAR"
    " | DAY (COMMA DAY){0,6} (LAST_DAY | COMMA DAY) OF? ANY_MONTH (OF_YEAR | OF_THAT_YEAR)?",
    "day_range": "TIME_OF_DAY? DAY DASHES DAY OF? ANY_MONTH OF_YEAR?"
    " | ANY_MONTH DAY DASHES DAY OF_YEAR?"
    " | CALENDAR_DAY DASHES CALENDAR_DAY",
    "day": "(AT_CLOCK | ANY_WEEKDAY)? TIME_OF_DAY? PART? (ANY_WEEKDAY COMMA?)? CALENDAR_DAY",
    "ordinal_day": "THE? ORDINAL UNIT? OF ANY_MONTH OF_YEAR?",
    "month_range": "ANY_MONTH ANY_YEAR? DASHES ANY_MONTH OF_YEAR",
    "year_range": "(THE UNITS | THE? FISCAL (UNIT | UNITS)?)? YEAR_RANGE"
    " | (ANY_YEAR | SMALL_YEAR) DASHES (YEAR | SMALL_YEAR) ERA"
    " | FISCAL_CODE (DASHES | TO) FISCAL_CODE"
    " | (THE? FISCAL (UNIT | UNITS))? YEAR (TO | DASHES) YEAR",
    "open_range": "YEAR DASHES MODERN",
    "month": "PART? ANY_MONTH (OF_YEAR | OF_THAT_YEAR)"
    " | PART? ANY_MONTH COMMA? THE UNIT BEFORE (?= STOP | DOT | COMMA)"
    " | YEAR (MONTH | SHORT_MONTH) (?! DAY | YEAR)",
    "named_day": "NAMED_DAY",
    "quarter": "QUARTER_CODE | THE? (FISCAL? ORDINAL HYPHEN? QUARTER | QUARTER_LABEL)"
    " (OF? FISCAL? ANY_YEAR | OF_THAT_YEAR)?"
    " | THE? (YEAR | WHICH UNIT POSSESSIVE) (QUARTER_LABEL | ORDINAL HYPHEN? QUARTER)"
    " | THE DIRECTION QUARTER OF ANY_YEAR",
    "season": "PART? THE? PART? ANY_SEASON (OF? YEAR_RANGE | OF_YEAR)"
    " | PART? THE? PART? (SEASON | WORD_SEASON (?= COMMA? OF)) OF_THAT_YEAR"
    " | (PART THE? | (?<= IN | BY | SINCE | UNTIL | PREPOSITION) THE?) PART? WORD_SEASON"
    " OF_THAT_YEAR",
    "portion": "HALF_CODE"
    " | (?<= IN | BY | AND | TO | SINCE | UNTIL | AFTER | BEFORE | PREPOSITION)"
    " HALF_LABEL (OF_YEAR | OF_THAT_YEAR)? (?! NAME | HYPHEN)"
    " | THE? ORDINAL_WORD HYPHEN PORTION (?= WORD | COUNTED)"
    " | THE (DIRECTION | LATTER) PORTION OF ANY_YEAR"
    " | THE? ORDINAL_WORD PORTION OF (ANY_YEAR | THE? WHICH? UNIT)"
    " | (?<= IN | BY | PREPOSITION | SINCE) THE ORDINAL_WORD PORTION"
    " (?! OF | NAME | POSSESSIVE | HYPHEN)",
    "decade": "THE? PART? DECADE ERA? | (THE PART? | PART) SHORT_DECADE",
    "listed_century": "THE? PART? ORDINAL"
    " (?= (AND | TO | DASHES) THE? PART? ORDINAL HYPHEN? ANY_CENTURY)",
    "century": "PART? THE? PART? ORDINAL HYPHEN? ANY_CENTURY ERA?",
    "listed_year": "(THREE_DIGITS | TWO_DIGITS)"
    " (?= (AND | TO | DASHES) (THREE_DIGITS | TWO_DIGITS) ERA)",
    "ancient_year": "(THREE_DIGITS DASHES THREE_DIGITS"
    " | (?<= IN | BY | SINCE | UNTIL | PREPOSITION | TO | AND | OPEN) PART? THREE_DIGITS)"
    " (?! COUNTED | HYPHEN | HUNDRED | ERA)",
    "spoken_year": "(THE UNIT | ANY_MONTH) SPOKEN_YEAR"
    " | THE UNIT NUMBER_WORD HUNDRED"
    " (AND? (NUMBER_WORD | TENS (HYPHEN? NUMBER_WORD)?))?"
    " | NUMBER_WORD TENS HYPHEN NUMBER_WORD (?! ANY_UNIT | COUNTED | HUNDRED | HYPHEN)"
    " | (?<= IN | BY | SINCE | UNTIL | PREPOSITION | TO | AND) SPOKEN_YEAR"
    " (?! ANY_UNIT | COUNTED | HUNDRED | HYPHEN)",
    "age": "COUNTED_UNITS HYPHEN? OLD | COUNTED_UNITS OF AGE | AGED (DAY_NUMBER | TWO_DIGITS)"
    " | (?<= NAME COMMA) (DAY_NUMBER | TWO_DIGITS) (?= COMMA | STOP | DOT)"
    " | (?<= WORD COMMA) TWO_DIGITS (?= COMMA)",
    "year": "((ABOUT | CIRCA) DOT?)? PART? (THE ANY_UNIT | THE? FISCAL (UNIT | UNITS)?)? ANY_YEAR"
    " | FISCAL_CODE",
    "part_of_span": "THE? (WHICH | ORDINAL_WORD) COUNT? ANY_UNIT OF"
    " (CALENDAR_MONTH | ANY_MONTH | ANY_YEAR)",
    "span": "THE? (WHICH | ORDINAL_WORD (?! A)) COUNT QUALITY? ANY_UNIT | THE? WHICH UNITS",
    "nth_weekday": "THE? (ORDINAL | DIRECTION) WEEKDAY (OF | IN)"
    " ANY_MONTH (OF_YEAR | OF_THAT_YEAR)?",
    "week_of": "THE? UNIT (OF | EDGE) ANY_WEEKDAY? COMMA? CALENDAR_DAY",
    "holiday": "(THE? WHICH)? (HOLIDAY (EVE | UNIT)? | NEW UNIT POSSESSIVE (EVE | UNIT)"
    " | (EASTER WEEKDAY | FEAST)) (OF_YEAR | OF_THAT_YEAR)?"
    " | EASTER (OF_YEAR | OF_THAT_YEAR)"
    " | (THE? WHICH | (?<= IN | AT | BY | UNTIL | SINCE | AFTER | BEFORE | PREPOSITION)"
    " | (?<= AT NAME | BY NAME | UNTIL NAME | SINCE NAME | AFTER NAME | BEFORE NAME)) EASTER"
    " (?! NAME | HYPHEN | ANY_UNIT | POSSESSIVE)",
    "named_weekday": "NAMED_WEEKDAY OF_YEAR?",
    "turn": "TURN (ORDINAL HYPHEN? | WHICH)? ANY_CENTURY",
    "weekday_of": "AT_CLOCK? ANY_WEEKDAY DAYPART? OF? THE? WHICH WHICH? UNIT"
    " | WHICH UNIT ON ANY_WEEKDAY DAYPART?",
    "day_of_unit": "THE? ORDINAL_NUMBER OF THE? WHICH WHICH? UNIT",
    "later_in": "(LATER | EARLIER | EARLY) (IN THE | WHICH | THE WHICH | IN WHICH) ONE_UNIT"
    " | EARLY WHICH (ONE_UNIT | SEASON | ANY_MONTH)",
    "end_of": "PIECE_OF (THE WHICH? | WHICH) ONE_UNIT | UNIT (POSSESSIVE | HYPHEN) EDGE"
    " | (?<= BY | AT | ABOUT | UNTIL | SINCE | BEFORE | AFTER | PREPOSITION) UNIT EDGE",
    "day_counted": "COUNTED_UNITS (AND A PORTION)?"
    " (AGO | PREPOSITION (?= TODAY | WEEKDAY | DIRECTION WEEKDAY | PRESENT))"
    " (PRESENT | TODAY DAYPART? | DIRECTION? WEEKDAY | TO THE UNIT"
    " | DIRECTION (UNIT | ANY_SEASON | MONTH | WORD_MONTH))",
    "eve": "THE? EVE OF THE (WORD | NAME)? WORD",
    "before_last": "THE? (ONE_UNIT | ANY_SEASON | WEEKDAY) (BEFORE | AFTER) DIRECTION"
    " (?! ANY_UNIT | WEEKDAY | ANY_MONTH | ANY_SEASON | HOLIDAY | DAYPART | A)"
    " | THE? UNIT (BEFORE | AFTER) TODAY (?! POSSESSIVE)",
    "ago": "COUNTED_UNITS (AND (A PORTION | NUMBER_WORD | WORD))? AGO"
    " | A? PORTION HYPHEN? A? ONE_UNIT AGO",
    "away": "COUNTED_UNITS (AND A PORTION)? (TO THE UNIT)? (LATER | EARLIER)",
    "unit_ago": "(THE | A)? UNIT HYPHEN (AGO | EARLIER) ((ORDINAL HYPHEN?)? QUARTER | TIME)?",
    "after_event": "COUNTED_UNITS (TO THE UNIT)? (AFTER | BEFORE)",
    "day_after": "THE ONE_UNIT (AFTER | BEFORE | WHICH)",
    "latest": "THE? LATEST QUARTER | (?<= IN | PREPOSITION | STOP | BREAK) THE LATEST TIME",
    "which": "(EARLY THE)? THE? WHICH WHICH? (FISCAL? ONE_UNIT | WEEKDAY | DAYPART | ANY_SEASON)",
    "which_month": "THE? WHICH ANY_MONTH DAY?",
    "set": "EVERY (SINGLE | COUNT)? (ANY_UNIT | QUARTER | WEEKDAY | DAYPART | ANY_SEASON)"
    " (SINCE ANY_YEAR)? | EVERY SINGLE? (ANY_MONTH DAY | DAY OF? ANY_MONTH | ANY_MONTH)"
    " (?! COMMA? YEAR) | PER UNIT | (?<= TIMES) A UNIT | FREQUENCY | WEEKDAYS",
    "duration": "A PORTION HYPHEN? ONE_UNIT | PORTION A ONE_UNIT"
    " | COUNTED_UNITS (HYPHEN? LONG | AND A PORTION)? | ANY_UNIT HYPHEN LONG | UNITS | CENTURIES",
    "recent_span": "RECENT UNITS",
    "weekday": "(AT_CLOCK | TIME_OF_DAY)? WEEKDAY DAYPART?",
    "today": "TODAY (DAYPART)?",
    "part_month": "PART ANY_MONTH",
    "day_of_month": "(?<= ON | PREPOSITION | BY | UNTIL | TO | SINCE) THE ORDINAL_NUMBER"
    " (?! NAME | HYPHEN | ANY_UNIT)",
    "bare_month": "MONTH"
    " | (?<= IN | BY | OF | SINCE | UNTIL | TO | AND | COMMA | BEFORE | AFTER | PREPOSITION)"
    " WORD_MONTH | (?<= THE) WORD_MONTH (?= WORD)"
    " | (?<= WORD) WORD_MONTH"
    " | ((?<= BREAK) | (?<= BREAK HYPHEN) | (?<= BREAK DASH) | ^) WORD_MONTH"
    " (?= HYPHEN | DASH | STOP | DOT | OTHER)",
    "part_season": "PART THE? ANY_SEASON",
    "bare_season": "(THE | (?<= IN | BY | SINCE | UNTIL | PREPOSITION)) ANY_SEASON"
    " (?! OF | IN | WHICH)"
    " | SEASON",
    "the_unit": "THE (UNIT | QUARTER | (QUALITY | FISCAL) UNIT)",
    "daypart": "(?<= AT | IN | PREPOSITION) THE? DAYPART",
    "clock": "CLOCK",
    "now": "PRESENT | CURRENT | (AT | THE) MODERN | WHICH TIME | MODERN HYPHEN? UNIT",
    "past": "MOST? RECENT | THE PAST",
    "future": "THE? FUTURE",
}
# What a range is read as that "between" and "and" make of two of a rule.
_BETWEEN = {
    "year": "year_range", "month": "month_range", "bare_month": "month_range",
    "day": "spoken_range",
}  # fmt: skip
_COUNTED_FROM_NOW = frozenset({"last", "this", "next"})
# No rule begins with these, the most frequent ones.
_NEVER_FIRST = (
    "WORD NAME OTHER COMMA DOT STOP BREAK OPEN POSSESSIVE HYPHEN DASH SLASH OF IN ON TO AND BY "
    "PREPOSITION SINCE UNTIL COUNTED LABEL CLOSE"
)


def _compile() -> re.Pattern[str]:
    meanings = dict(CODES)
    for name, piece in _PIECES.items():
        meanings[name] = _translate(piece, meanings)
    rules = (f"(?P<{name}>{_translate(rule, meanings)})" for name, rule in _RULES.items())
    return re.compile(
        f"(?![{''.join(CODES[symbol] for symbol in _NEVER_FIRST.split())}])(?:{'|'.join(rules)})"
    )


def _translate(rule: str, meanings: dict[str, str]) -> str:
    """Write a rule of symbols as a regular expression over their codes."""
    grouped = re.sub(r"\((?!\?)", "(?:", rule)
    return re.sub(r"[A-Z_]+", lambda symbol: meanings[symbol[0]], grouped).replace(" ", "")


_PATTERN = _compile()


def find(tokens: Tokens) -> list[Phrase]:
    """Return the temporal expressions of a text in order; they do not overlap."""
    phrases: list[Phrase] = []
    for match in _PATTERN.finditer(tokens.codes):
        phrase = Phrase(match.lastgroup or "", tokens, match.start(), match.end())
        parts = _PARTED.get(phrase.rule)
        phrases += parts(phrase) if parts else [phrase]
    return list(_joined(phrases))


def _joined(phrases: list[Phrase]) -> Iterator[Phrase]:
    """Make one range of "between 1994 and 1996"; other dates stay as they are."""
    at = 0
    while at < len(phrases):
        phrase = phrases[at]
        rule = _BETWEEN.get(phrase.rule) if phrase.word_before() == "between" else None
        other = phrases[at + 1] if rule and at + 1 < len(phrases) else None
        if rule and other and _is_end(phrase, other, rule):
            yield Phrase(rule, phrase.tokens, phrase.first, other.last)
            at += 2
        else:
            yield phrase
            at += 1


def _is_end(phrase: Phrase, other: Phrase, rule: str) -> bool:
    """Tell the second year of "between 1994 and 1996" from "between 1500 and 2000 guns"."""
    follows = phrase.after() == "AND" and other.first == phrase.last + 1
    return follows and _BETWEEN.get(other.rule) == rule and other.after() != "COUNTED"


def _after_that(whole: Phrase) -> list[Phrase]:
    """Part the conjunction from "said that May 3 was a mistake"; "that May" is a phrase."""
    if whole.tokens.word(whole.first).lower() != "that":
        return [whole]
    before = whole.word_before()
    is_day = whole.has("DAY_NUMBER", "ORDINAL_NUMBER")
    if not is_day and not verbs.reports(before):
        return [whole]
    return [Phrase("day" if is_day else "bare_month", whole.tokens, whole.first + 1, whole.last)]


def _of_news(whole: Phrase) -> list[Phrase]:
    """Part the conjunction from "said that last week it rained"; "that same week" is a phrase."""
    words = [whole.tokens.word(at).lower() for at in (whole.first, whole.first + 1)]
    if words[0] != "that" or words[1] not in _COUNTED_FROM_NOW or whole.after() == "OF":
        return [whole]
    return [Phrase("which", whole.tokens, whole.first + 1, whole.last)]


def _of_week(whole: Phrase) -> list[Phrase]:
    """Part "Friday" from "last month", of which it is no one day; "Friday of last week" is one."""
    units = [whole.tokens.meanings[at] for at in whole.indexes("UNIT")]
    if units == [Unit.WEEK]:
        return [whole]
    return _parted(whole, "weekday", whole.index("WEEKDAY", "SHORT_WEEKDAY"))


def _after_clock(whole: Phrase) -> list[Phrase]:
    """Part the hour of "until 6 p.m. On May 2", which ends a sentence, from the day."""
    on = whole.index("ON")
    if on is None or not whole.has("CLOCK") or whole.tokens.word(on) != "On":
        return [whole]
    return [
        Phrase("clock", whole.tokens, whole.first, on),
        Phrase(whole.rule, whole.tokens, on + 1, whole.last),
    ]


def _of_month(whole: Phrase) -> list[Phrase]:
    """Part "the 5th" from "last week"; "the 5th of last month" is a day."""
    if whole.meaning("UNIT") is Unit.MONTH:
        return [whole]
    return _parted(whole, "day_of_month", whole.index("ORDINAL_NUMBER"))


def _parted(whole: Phrase, rule: str, day: int | None) -> list[Phrase]:
    """Part a phrase into what names its day, by the rule for it, and "last month"."""
    first = whole.index("DIRECTION", "PAST", "CURRENT")
    last = whole.index("UNIT")
    if day is None or first is None or last is None:
        return []
    which = Phrase("which", whole.tokens, first, last + 1)
    if day > first:
        return [which, Phrase(rule, whole.tokens, day, whole.last)]
    of = next((at for at in range(day, first) if whole.tokens.symbol(at) in ("OF", "THE")), first)
    return [Phrase(rule, whole.tokens, whole.first, of), which]


def _of_occasion(whole: Phrase) -> list[Phrase]:
    """Take "the eve of the vote" alone from "the eve of the vote shops"; other eves are no days."""
    for at in range(whole.first, whole.last):
        if is_occasion(whole.tokens.word(at).lower()):
            return [Phrase(whole.rule, whole.tokens, whole.first, at + 1)]
    return []


def _listed(whole: Phrase) -> list[Phrase]:
    """Part "January 4, 5 and 6" into its days; the first and last keep month and year."""
    days = whole.indexes("DAY_NUMBER", "ORDINAL_NUMBER")
    ends = [day + 1 for day in days[:-1]] + [whole.last]
    starts = [whole.first, *days[1:]]
    return [
        Phrase("day", whole.tokens, first, last, whole)
        for first, last in zip(starts, ends, strict=True)
    ]


_PARTED = {
    "day_list": _listed, "weekday_of": _of_week, "day_of_unit": _of_month,
    "which": _of_news, "which_month": _after_that, "day": _after_clock, "weekday": _after_clock,
    "eve": _of_occasion,
}  # fmt: skip
