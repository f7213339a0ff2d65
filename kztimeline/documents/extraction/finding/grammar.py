"""Finds temporal expressions: rules over the symbols of words.

A rule is a regular expression whose letters are whole words: a symbol such as
MONTH stands for one token of that kind. Rules are tried in order at each token;
the first that matches there wins. No rule repeats without bound, so finding takes
time linear in the text.
"""

from __future__ import annotations

import re

from kztimeline.documents.extraction.finding.parts.parting import PARTED
from kztimeline.documents.extraction.finding.parts.stretches import with_stretches
from kztimeline.documents.extraction.finding.phrases import Phrase
from kztimeline.documents.extraction.finding.pieces import PIECES
from kztimeline.documents.extraction.finding.tokens import CODES, Tokens

# In order of trial: of two rules that begin at one word the earlier one wins.
_RULES = {
    "iso": "ISO",
    "numeric": "(ANY_WEEKDAY COMMA?)? NUMERIC",
    "numeric_range": "NUMERIC_RANGE",
    "figured_month": "MONTH_FIGURES DASHES MONTH_FIGURES"
    " | (?<= IN | SINCE | UNTIL | BY | TO | BEFORE | AFTER | PREPOSITION) MONTH_FIGURES"
    " | ((?<= OPEN | BREAK | STOP | OTHER) | ^) MONTH_FIGURES"
    " ((?= DASH | HYPHEN | OTHER | CLOSE | BREAK | STOP | DOT) | $)",
    "spoken_range": "THE? UNIT OF DAY (AND | TO | DASHES) DAY OF? ANY_MONTH OF_YEAR?"
    " | THE? DAY (TO | UNTIL) THE? DAY OF? ANY_MONTH ITS_YEAR?"
    " | ANY_MONTH DAY (TO | UNTIL) DAY (ITS_YEAR | NO_DAY)",
    "spoken_year": "(THE? (ORDINAL UNIT? | EDGE_DAY) OF ANY_MONTH | ANY_MONTH THE? (ORDINAL | DAY)"
    " | DAY ANY_MONTH) COMMA? YEAR_IN_FULL (?= END)"
    " | (THE UNIT | (ANY_WEEKDAY COMMA?)? ANY_MONTH THE? (ORDINAL | DAY) COMMA?"
    " | PART? ANY_MONTH OF? | PART? THE? PART? ANY_SEASON OF?) SPOKEN_YEAR"
    " (?! ANY_UNIT | COUNTED | HUNDRED | HYPHEN) | ANY_MONTH OF? YEAR_IN_FULL (?= END | $)"
    " | THE UNIT (YEAR_IN_FULL | NUMBER_WORD HUNDRED)"
    " | NUMBER_WORD TENS HYPHEN NUMBER_WORD (?! ANY_UNIT | COUNTED | HUNDRED | HYPHEN)"
    " | (?<= IN | BY | SINCE | UNTIL | PREPOSITION | TO | AND) SPOKEN_YEAR"
    " (?! ANY_UNIT | COUNTED | HUNDRED | HYPHEN)",
    "day_list": "ANY_WEEKDAY? COMMA? ANY_MONTH DAY (COMMA DAY){0,6} LAST_DAY"
    " (ITS_YEAR | NO_DAY) | ANY_WEEKDAY? COMMA? ANY_MONTH DAY (COMMA DAY){1,6}"
    " (COMMA YEAR | (?= STOP | DOT | OTHER | CLOSE | COMMA AND ANY_MONTH DAY))"
    " | ANY_WEEKDAY COMMA? DAY (COMMA? AND) ANY_WEEKDAY COMMA? DAY OF? ANY_MONTH OF_YEAR?"
    " | DAY OPEN DAY CLOSE ANY_MONTH OF_YEAR"
    " | THE? DAY (COMMA THE? DAY){0,6} (LAST_DAY | COMMA DAY) OF? ANY_MONTH (?! DAY)"
    " ITS_YEAR?",
    "range_list": "ANY_MONTH DAYS_DASHED MORE_DASHED (OF_YEAR | NO_DAY)"
    " | DAYS_DASHED MORE_DASHED OF? ANY_MONTH OF_YEAR?",
    "day_range": "TIME_OF_DAY? THE? DAY DASHES THE? DAY OF? ANY_MONTH OF_YEAR?"
    " | TIME_OF_DAY ANY_MONTH DAY (DASHES | TO) DAY OF_YEAR?"
    " | ANY_WEEKDAY COMMA? DAY (DASHES | TO) ANY_WEEKDAY COMMA? DAY OF? ANY_MONTH OF_YEAR?"
    " | ANY_MONTH DAY DASHES DAY OF_YEAR? | TIME_OF_DAY? CALENDAR_DAY DASHES CALENDAR_DAY",
    "day": "(DIRECTION DIRECTION? (?= WEEKDAY COMMA? CALENDAR_DAY))?"
    " (AT_CLOCK | ANY_WEEKDAY)? TIME_OF_DAY? PART? (ANY_WEEKDAY COMMA?)? CALENDAR_DAY"
    " ((?<= YEAR) COMMA? CLOCK | COMMA? AT CLOCK | (?= COMMA) HOUR_BEHIND"
    " | (COMMA | DASHES) A WEEKDAY (?= COMMA | DASHES | STOP | DOT | BREAK)"
    " | OPEN A WEEKDAY CLOSE)?",
    "edge_day": "THE? EDGE_DAY OF"
    " (CALENDAR_MONTH | ANY_MONTH | ANY_YEAR | THE? WHICH UNIT | THE UNIT)",
    "ordinal_day": "(ANY_WEEKDAY COMMA?)? THE? ORDINAL UNIT? OF ANY_MONTH ITS_YEAR?",
    "month_range": "ANY_MONTH ANY_YEAR? DASHES ANY_MONTH (OF_YEAR | HYPHEN YEAR)"
    " | ((?<= BREAK) | ^) YEAR COMMA ANY_MONTH DASHES ANY_MONTH (?! DAY)"
    " | ((?<= TIME | QUARTER | UNITS) WORD_MONTH | SHORT_MONTH DOT? | MONTH)"
    " DASHES ANY_MONTH (?! DAY)",
    "year_range": "(THE UNITS | THE? FISCAL (UNIT | UNITS)?)? (YEAR_RANGE | DUAL_YEAR)"
    " | (ANY_YEAR | SMALL_YEAR) DASHES (YEAR | SMALL_YEAR) ERA"
    " | FISCAL_CODE (DASHES | TO) FISCAL_CODE"
    " | (THE? FISCAL (UNIT | UNITS))? YEAR (TO | DASHES) YEAR",
    "open_range": "YEAR DASHES MODERN",
    "month": "PART? ANY_MONTH ITS_YEAR"
    " | PART? ANY_MONTH COMMA? THE UNIT BEFORE (?= STOP | DOT | COMMA)"
    " | PART? ANY_MONTH (HYPHEN | SLASH) YEAR (?! HYPHEN | SLASH | DASH)"
    " | YEAR (MONTH | SHORT_MONTH) (?! DAY | YEAR)"
    " | ((?<= BREAK | STOP | OTHER) | ^) YEAR WORD_MONTH (?= HYPHEN | DASH | OTHER)"
    " | ((?<= BREAK | STOP | OTHER) | ^) YEAR COMMA ANY_MONTH (?! DAY | YEAR)",
    "named_day": "NAMED_DAY",
    "quarter": "THE (DIRECTION | ORDINAL_WORD | WORD) QUARTER OF THE? WHICH? UNIT"
    " (BEFORE (?= STOP | DOT | COMMA) | (?! BEFORE | AFTER)) | THE? ORDINAL_WORD"
    " (?= (AND | TO | DASHES) THE? ORDINAL_WORD QUARTERS (OF? ANY_YEAR | OF_THAT_YEAR))"
    " | ((?<= ORDINAL_WORD (AND | TO | DASHES)) | (?<= ORDINAL_WORD (AND | TO | DASHES) THE))"
    " ORDINAL_WORD QUARTERS (OF? ANY_YEAR | OF_THAT_YEAR) | QUARTER_CODE"
    " | THE? (FISCAL? ORDINAL HYPHEN? QUARTER | ORDINAL FISCAL QUARTER | QUARTER_LABEL)"
    " (OF? FISCAL? ANY_YEAR | OF_THAT_YEAR)?"
    " | THE? (YEAR | WHICH UNIT POSSESSIVE) (QUARTER_LABEL | ORDINAL HYPHEN? QUARTER)"
    " | (?<! HYPHEN | DASH | TO) THE? ANY_MONTH QUARTER ITS_YEAR?"
    " | THE? ANY_MONTH HYPHEN? (DASHES | TO) HYPHEN? ANY_MONTH ANY_YEAR? QUARTER ITS_YEAR?"
    " | THE DIRECTION QUARTER OF ANY_YEAR | THE WORD QUARTER (OF ANY_YEAR | OF_THAT_YEAR)?",
    "quarter_range": "QUARTERS_CODE",
    "numbered_week": "WEEK_CODE",
    "season": "PART? THE? PART? ANY_SEASON (OF? YEAR_RANGE | OF_YEAR)"
    " | ((?<= BREAK | STOP | OTHER) | ^) YEAR COMMA? ANY_SEASON (?= HYPHEN | DASH | OTHER)"
    " | PART? THE? PART? (SEASON | WORD_SEASON (?= COMMA? OF)) OF_THAT_YEAR"
    " | (PART THE? | (?<= IN | BY | SINCE | UNTIL | PREPOSITION) THE?) PART? WORD_SEASON"
    " OF_THAT_YEAR",
    "portion": "HALF_CODE | (?<= IN | BY | AND | TO | SINCE | UNTIL | AFTER | BEFORE | PREPOSITION)"
    " HALF_LABEL ITS_YEAR? (?! NAME | HYPHEN)"
    " | THE? ORDINAL_WORD HYPHEN PORTION (?= WORD | COUNTED)"
    " | THE (DIRECTION | LATTER) PORTION OF ANY_YEAR"
    " | THE? ORDINAL_WORD PORTION OF (ANY_YEAR | THE? WHICH? UNIT)"
    " | (?<= IN | BY | PREPOSITION | SINCE | WORD) THE ORDINAL_WORD PORTION"
    " (?! OF | NAME | POSSESSIVE | HYPHEN)",
    "decade": "THE? PART? DECADE ERA? | THE? PART? SHORT_DECADE ERA"
    " | (THE PART? | PART | (?<= DECADE AND)) SHORT_DECADE",
    "listed_century": "THE? PART? ORDINAL"
    " (?= (AND | TO | DASHES) THE? PART? ORDINAL (HYPHEN? ANY_CENTURY | (UNIT | UNITS) ERA))",
    "century": "PART? THE? PART? ORDINAL (HYPHEN? ANY_CENTURY ERA? | (UNIT | UNITS) ERA)",
    "listed_year": "(THREE_DIGITS | TWO_DIGITS) (?= AND (THREE_DIGITS | TWO_DIGITS) ERA)"
    " | ((ABOUT | CIRCA) DOT?)? YEAR_OF_ERA"
    " (?= (TO | DASHES) ((ABOUT | CIRCA) DOT?)? YEAR_OF_ERA ERA)",
    "ancient_year": "(THREE_DIGITS DASHES THREE_DIGITS"
    " | (?<= IN | BY | SINCE | UNTIL | PREPOSITION | TO | AND | OPEN) PART? THREE_DIGITS)"
    " (?! COUNTED | HYPHEN | HUNDRED | ERA)",
    "age": "COUNTED_UNITS HYPHEN? OLD | COUNTED_UNITS OF AGE | AGED (DAY_NUMBER | TWO_DIGITS)"
    " | (?<= NAME COMMA) (DAY_NUMBER | TWO_DIGITS) (?= COMMA | STOP | DOT)"
    " | (?<= WORD COMMA) TWO_DIGITS (?= COMMA)",
    "year": "((ABOUT | CIRCA) DOT?)? PART? (THE ANY_UNIT | THE? FISCAL (UNIT | UNITS)?)? ANY_YEAR"
    " | FISCAL_CODE | THE? FISCAL UNIT? (TWO_DIGITS | DAY_NUMBER) (?= END | AT | BY | IN | OTHER"
    " | ON | OPEN | POSSESSIVE | PREPOSITION | TO | WORD | $)",
    "part_of_span": "THE? (WHICH | ORDINAL_WORD) COUNT? ANY_UNIT OF"
    " (CALENDAR_MONTH | ANY_MONTH | ANY_YEAR) | THE? (WHICH | ORDINAL_WORD) COUNT QUARTERS OF"
    " ANY_YEAR | THE WORD COUNT (UNITS | QUARTERS) OF (ANY_YEAR | THE? (WHICH UNIT | UNIT))"
    " | THE? (WHICH | ORDINAL_WORD) COUNT (UNITS | QUARTERS) OF THE? (WHICH UNIT | UNIT) (?! YEAR)",
    "span": "THE? (WHICH | ORDINAL_WORD) COUNT QUARTERS"
    " | THE? (WHICH | ORDINAL_WORD (?! A)) COUNT QUALITY? ANY_UNIT (?! LATER | EARLIER | AGO)"
    " | THE? WHICH UNITS",
    "same_part": "THE? (DIRECTION | WORD) (UNIT | QUARTER | TIME)"
    " ((OF | IN) ANY_YEAR | (OF | IN)? THE? WHICH UNIT | A UNIT (AGO | EARLIER | BEFORE))"
    " | THE (UNIT | QUARTER | TIME) A UNIT (AGO | EARLIER | BEFORE)",
    "nth_weekday": "THE? (ORDINAL | DIRECTION) WEEKDAY (OF | IN) ANY_MONTH ITS_YEAR?",
    "nth_weekday_of": "THE? (ORDINAL | DIRECTION) WEEKDAY (OF | IN)"
    " (THE? WHICH | THE | EVERY) UNIT",
    "nth_weekday_of_each": "THE? (ORDINAL | DIRECTION) WEEKDAY (OF | IN) EVERY ANY_MONTH",
    "week_of": "THE? UNIT (OF | EDGE) ANY_WEEKDAY? COMMA? CALENDAR_DAY"
    " (?! (TO | UNTIL | DASHES) DAY) | THE UNIT OF THE ORDINAL_NUMBER (?! HYPHEN | ANY_UNIT)",
    "holiday": "(AT_CLOCK (?= HOLIDAY | NEW UNIT POSSESSIVE | EASTER WEEKDAY | FEAST))?"
    " (THE? WHICH)? (HOLIDAY (EVE | UNIT)? | NEW UNIT POSSESSIVE (EVE | UNIT)"
    " | EASTER (WEEKDAY | UNIT) | FEAST UNIT?) DAYPART? (ITS_YEAR | IN YEAR)?"
    " | ((?<= BY | UNTIL | SINCE | AFTER | BEFORE) | (?<= HOLIDAY (AND | TO))) THE? NEW UNIT"
    " (?! POSSESSIVE | HYPHEN) | EASTER (ITS_YEAR | IN YEAR) | (THE? WHICH"
    " | (?<= IN | AT | ON | OF | TO | BY | UNTIL | SINCE | AFTER | BEFORE | PREPOSITION)"
    " | (?<= AT NAME | BY NAME | UNTIL NAME | SINCE NAME | AFTER NAME | BEFORE NAME)"
    " | (?<= WORD | ABOUT | NEARLY | EARLY)) EASTER (?! NAME | HYPHEN | ANY_UNIT | POSSESSIVE)",
    "new_year": "(?<= IN | PREPOSITION | WORD) THE NEW UNIT"
    " (?! POSSESSIVE | HYPHEN | WORD | NAME | FISCAL | QUALITY)",
    "named_weekday": "(THE? WHICH)? NAMED_WEEKDAY OF_YEAR?",
    "turn": "TURN (ORDINAL HYPHEN? | WHICH)? ANY_CENTURY",
    "weekday_of": "AT_CLOCK? ANY_WEEKDAY DAYPART? OF? THE? WHICH WHICH? UNIT HOUR_BEHIND?"
    " | WHICH UNIT ON? ANY_WEEKDAY DAYPART? (?! COMMA? CALENDAR_DAY | OTHER | POSSESSIVE)",
    "day_of_unit": "THE? ORDINAL_NUMBER OF THE? WHICH WHICH? UNIT"
    " | (?<= ON | BY | UNTIL | SINCE) THE ORDINAL_WORD OF THE? WHICH UNIT (?! POSSESSIVE)",
    "later_in": "(LATER | EARLIER | EARLY) (IN THE | WHICH | THE WHICH | IN WHICH) ONE_UNIT"
    " | EARLY WHICH (ONE_UNIT | SEASON | ANY_MONTH)",
    "end_of": "PIECE_OF (THE WHICH? | WHICH) ONE_UNIT | THE? UNIT (POSSESSIVE | HYPHEN) EDGE"
    " | (?<= BY | AT | ABOUT | UNTIL | SINCE | BEFORE | AFTER | PREPOSITION) UNIT EDGE"
    " | (?<= BY | IN | AT | ABOUT | UNTIL | SINCE | BEFORE | AFTER | TO | PREPOSITION)"
    " (MID | EDGE HYPHEN) HYPHEN? (UNIT | CENTURY) (?! HYPHEN)",
    "day_counted": "A UNIT (TODAY (?= END | $) | ON WEEKDAY (?= END | $ | AT | IN))"
    " | COUNTED_UNITS (AND A PORTION)?"
    " (AGO | PREPOSITION (?= TODAY | WEEKDAY | DIRECTION WEEKDAY | PRESENT))"
    " ((?<= PREPOSITION) PRESENT | PRESENT (?! WORD | NAME | A | THE) | TODAY DAYPART?"
    " | DIRECTION? WEEKDAY | TO THE UNIT | DIRECTION (UNIT | ANY_SEASON | MONTH | WORD_MONTH))",
    "eve": "THE? EVE OF THE (WORD | NAME)? WORD",
    "before_last": "(THE | A)? (ONE_UNIT | ANY_SEASON | WEEKDAY) (BEFORE | AFTER) DIRECTION"
    " (?! ANY_UNIT | WEEKDAY | ANY_MONTH | ANY_SEASON | HOLIDAY | DAYPART | A)"
    " | THE? UNIT (BEFORE | AFTER) TODAY (?! POSSESSIVE)",
    "ago": "(TWO_UNITS | ABOUT_AS? COUNT (UNIT | UNITS) COMMA COUNT (UNIT | UNITS)) AGO"
    " | COUNTED_UNITS (AND (A PORTION | NUMBER_WORD | WORD))? AGO"
    " | A? PORTION HYPHEN? A? ONE_UNIT AGO",
    "times_ago": "COUNT (WEEKDAYS | SEASONS) AGO",
    "away": "(TWO_UNITS | PORTION A UNIT) (LATER | EARLIER)"
    " | COUNTED_UNITS (AND A PORTION)? (TO THE UNIT)?"
    " (LATER | EARLIER (?! (IN? WHICH | IN THE) ONE_UNIT))"
    " | (THE ONE_UNIT | A QUARTER) EARLIER (?! THAN | (IN? WHICH | IN THE) ONE_UNIT)"
    " | (?<! THE) COUNTED_UNITS DIRECTION (?= END)",
    "unit_ago": "(THE | A)? UNIT HYPHEN (AGO | EARLIER) ((ORDINAL HYPHEN?)? QUARTER | TIME)?",
    "after_event": "COUNTED_UNITS (TO THE UNIT)? (AFTER | BEFORE)",
    "day_after": "THE ONE_UNIT (AFTER | BEFORE | WHICH) | THE DAYPART (AFTER | BEFORE)",
    "latest": "THE? LATEST QUARTER | (?<= IN | PREPOSITION | STOP | BREAK) THE LATEST TIME",
    "which": "(EARLY THE)? THE? WHICH WHICH?"
    " (FISCAL? ONE_UNIT | WEEKDAY HOUR_BEHIND | (WEEKDAY? DAYPART) AT_FIGURE?"
    " | WEEKDAY | ANY_SEASON) | WHICH SHORT_WEEKDAY (?! COMMA? CALENDAR_DAY)"
    " | WEEKDAY DIRECTION (?= COMMA | STOP | DOT | BREAK | AND)"
    " | (CLOCK | (?<= AT | BY | UNTIL | SINCE) DAYPART) ON? THE? DIRECTION"
    " (UNIT | WEEKDAY | DAYPART) | AT_SPOKEN DIRECTION DAYPART",
    "which_month": "(THE? (DIRECTION | CURRENT) | THE PAST | (?<= DIRECTION) PAST)"
    " ANY_MONTH DAY? (?! DOT? (DAY | COMMA? YEAR))"
    " | THE ANY_MONTH DIRECTION (?= END)",
    "set": "EVERY (SINGLE | COUNT | ORDINAL)? (ANY_UNIT | QUARTER | WEEKDAY | DAYPART | ANY_SEASON)"
    " (SINCE ANY_YEAR)? | EVERY SINGLE? (ANY_MONTH DAY | DAY OF? ANY_MONTH | ANY_MONTH)"
    " (?! COMMA? YEAR) | PER UNIT | (?<= TIMES) A UNIT | FREQUENCY | WEEKDAYS",
    "duration": "A PORTION HYPHEN? ONE_UNIT | PORTION A ONE_UNIT"
    " | COUNTED_UNITS (HYPHEN? LONG | AND A PORTION)? (?! STEP_BY_STEP)"
    " | ANY_UNIT HYPHEN LONG | UNITS | CENTURIES",
    "recent_span": "RECENT UNITS",
    "weekday_beside": "THE WEEKDAY (?= (AFTER | BEFORE) (HOLIDAY | FEAST | EASTER))",
    "weekday_number": "ANY_WEEKDAY THE (TENS HYPHEN?)? ORDINAL_WORD (?= END | $)"
    " | ANY_WEEKDAY COMMA? (THE ORDINAL_NUMBER (?! HYPHEN | ANY_UNIT | NAME)"
    " | DAY (?= COMMA | STOP | DOT | OTHER | BREAK | CLOSE | AT | AND)) HOUR_BEHIND?",
    "weekday_on": "(?<! THE | A | POSSESSIVE) WEEKDAY UNIT (HOUR_BEHIND"
    " | (?= STOP | DOT | COMMA | BREAK | AT | IN | TO | BY | AND | PREPOSITION))",
    "weekday": "(AT_CLOCK | TIME_OF_DAY)? WEEKDAY (DAYPART AT_FIGURE? | HOUR_BEHIND)?"
    " | AT_SPOKEN ON? WEEKDAY DAYPART | SHORT_WEEKDAY DOT? DAYPART",
    "today": "AT_CLOCK? TODAY (DAYPART? AT_FIGURE | DAYPART | HOUR_BEHIND)?"
    " | AT_SPOKEN TODAY DAYPART?",
    "part_month": "PART ANY_MONTH",
    "day_of_month": "(?<= ON | PREPOSITION | BY | UNTIL | TO | SINCE | ABOUT | WORD)"
    " TIME_OF_DAY? THE NTH_DAY"
    " | (?<= BEFORE | AFTER) THE ORDINAL_NUMBER (?= END)"
    " | (?<= OF) THE ORDINAL_NUMBER (?= STOP | DOT | COMMA | BREAK | ON | AND | WORD)"
    " | CLOCK ON THE NTH_DAY | (?<= ON | BY | UNTIL) ORDINAL_NUMBER (?= STOP | DOT | BREAK | COMMA)"
    " | (?<= ORDINAL_NUMBER AND) THE? ORDINAL_NUMBER (?! HYPHEN | ANY_UNIT | OF)",
    "listed_day": "(?<= STOP) ORDINAL_NUMBER (?= OTHER)"
    " | ((?<= BREAK) | (?<= BREAK HYPHEN) | (?<= BREAK OTHER)) DAY (?= HYPHEN | DASH | OTHER)",
    "bare_month": "MONTH | ((?<= BREAK) | ^) (SHORT_MONTH DOT? | WORD_MONTH) (?= BREAK)"
    " | (?<= IN | SINCE | UNTIL) (SHORT_MONTH DOT | SHORT_MONTH (?! WORD)) (?! NAME)"
    " | (?<= COMMA) SHORT_MONTH DOT? (?= COMMA? AND? ANY_MONTH)"
    " | (?<= IN | BY | OF | SINCE | UNTIL | TO | AND | COMMA | BEFORE | AFTER | PREPOSITION | THAN)"
    " WORD_MONTH | (?<= THE) WORD_MONTH (?= LABEL | NAME | WORD) | (?<= ON) WORD_MONTH (?= WORD)"
    " | (?<= WORD | LONG | FREQUENCY | QUALITY | POSSESSIVE) WORD_MONTH"
    " | ((?<= STOP | BREAK | OTHER | DASH) | ^) WORD_MONTH (?= POSSESSIVE | WORD)"
    " | (?<= A | NAME | DOT | LATEST | HYPHEN) WORD_MONTH (?= WORD)"
    " | (?<= STOP) WORD_MONTH (?= OTHER) | (?<= OPEN) WORD_MONTH (?= CLOSE)"
    " | (?<= AT) WORD_MONTH (?= POSSESSIVE)"
    " | (?<= TIME | QUARTER | UNITS) WORD_MONTH (?= (DASHES | TO | UNTIL) ANY_MONTH)"
    " | (?<= MONTH DASHES) WORD_MONTH | (?<= NEARLY | ABOUT) WORD_MONTH (?= AND MONTH)"
    " | ((?<= BREAK) | (?<= BREAK HYPHEN | BREAK DASH | BREAK OTHER) | ^)"
    " (WORD_MONTH | SHORT_MONTH) (?= HYPHEN | DASH | STOP | DOT | OTHER)",
    "part_season": "PART THE? ANY_SEASON",
    "bare_season": "(THE | (?<= IN | BY | SINCE | UNTIL | AFTER | BEFORE | PREPOSITION)) ANY_SEASON"
    " (?! OF | IN | WHICH UNIT) | SEASON | (?<= A) WORD_SEASON (?= WORD)"
    " | (?<= BREAK | STOP) WORD_SEASON (?= OTHER)",
    "other_unit": "DIRECTION (?= COMMA | STOP | DOT | BREAK | CLOSE)",
    "other_part": "(?<= IN | OF | PREPOSITION) THE ORDINAL_WORD"
    " (?= COMMA | STOP | DOT | AND | OTHER)",
    "the_unit": "THE (UNIT | QUARTER | (QUALITY | FISCAL) UNIT) (?! STEP_BY_STEP)",
    "daypart": "(?<= AT | IN | PREPOSITION) THE? EARLY? DAYPART"
    " | (?<= IN | PREPOSITION) THE ((EARLY | SMALL) UNITS OF THE | EARLY HYPHEN?) DAYPART UNITS?"
    " | (?<= AT | IN | BY | UNTIL | SINCE | PREPOSITION) MID HYPHEN? DAYPART"
    " | (?<= BY | UNTIL | BEFORE | AFTER) DAYPART",
    "clock": "CLOCK",
    "now": "PRESENT | CURRENT | (AT | THE) MODERN | WHICH TIME | MODERN HYPHEN? UNIT",
    "past": "MOST? RECENT | THE PAST",
    "future": "THE? FUTURE",
    "that_date": "(?<= ON | OF | BY | UNTIL | SINCE | AFTER | BEFORE | PREPOSITION) WHICH WORD",
}
# No rule begins with these, the most frequent ones.
_NEVER_FIRST = (
    "WORD NAME FIGURE OTHER COMMA DOT STOP BREAK OPEN POSSESSIVE HYPHEN DASH SLASH OF IN ON TO"
    " AND BY PREPOSITION SINCE UNTIL COUNTED LABEL CLOSE SMALL"
)


def _compile() -> re.Pattern[str]:
    meanings = dict(CODES)
    for name, piece in PIECES.items():
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
        parts = PARTED.get(phrase.rule)
        phrases += parts(phrase) if parts else [phrase]
    return list(with_stretches(phrases))
