"""Splits a text into tokens and names the symbol of the grammar each one is.

What only looks like a date is settled here: an amount of money, a share, a
fraction, a serial number or a decimal is one token, a figure, so that no rule can see
a year or a day inside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from kztimeline.documents.extraction.finding import layout
from kztimeline.documents.extraction.finding.layout import NAMED_MONTH
from kztimeline.documents.extraction.finding.lexicon import (
    ABBREVIATIONS,
    CAPITALISED,
    MONTH_SYMBOLS,
    WORDS,
    Meaning,
)
from kztimeline.documents.extraction.finding.spellings import (
    amid_words,
    parts_of_years,
    roman_numbers,
)
from kztimeline.documents.extraction.finding.spellings import joined_dates as joined
from kztimeline.documents.extraction.finding.spellings.spoken_hours import SPOKEN_HOUR
from kztimeline.documents.extraction.finding.spellings.stamps import stamps_in
from kztimeline.documents.extraction.naming import names_of_days

_NUMBER_SYMBOLS = (
    "DAY_NUMBER TWO_DIGITS THREE_DIGITS YEAR SHORT_YEAR YEAR_RANGE DUAL_YEAR DECADE ORDINAL_NUMBER "
    "AMOUNT ISO NUMERIC NUMERIC_RANGE CLOCK NAMED_DAY SHORT_DECADE FEAST NAMED_WEEKDAY EDGE_DAY "
    "TURN FISCAL_CODE QUARTER_CODE HALF_CODE SMALL MONTH_FIGURES QUARTERS_CODE WEEK_CODE"
)
_OTHER_SYMBOLS = (
    "HYPHEN DASH COMMA DOT STOP BREAK OPEN CLOSE SLASH POSSESSIVE NAME WORD FIGURE OTHER"
)
_SYMBOLS = sorted(
    {symbol for symbol, _ in WORDS.values()} | {*_NUMBER_SYMBOLS.split(), *_OTHER_SYMBOLS.split()}
)
CODES = {symbol: chr(0xE000 + number) for number, symbol in enumerate(_SYMBOLS)}
_NAMES = {code: symbol for symbol, code in CODES.items()}

_YEAR_WRITTEN = r"['’]?(?:\d{4}|\d{2})(?!\w)"
_ZONE = "GMT|UTC|BST|CES?T|E[SD]T|C[SD]T|P[SD]T|EES?T|HKT|IST|JST|KST|MSK|SGT|AE[SD]T"
_CURRENCIES = "USD|EUR|GBP|CHF|JPY|CNY|RUB|KZT|UAH|KGS|UZS|CAD|AUD|SEK|NOK|DKK|PLN|CZK|TRY|INR|KRW"
_TOKEN = re.compile(
    rf"""
      (?P<space>\s++)
    | (?P<address>(?:https?://|www\.|doi:\s?(?=\d)|\b10\.\d{{4,9}}/)[^\s<>"”’]*[\w/])
    | (?P<money>(?:[$€£¥₸]|(?:{_CURRENCIES})\s?)\s?\d[\d.,]*+(?:(?:bn|k|mn?|tn)\b)?)
    | (?P<FEAST>{names_of_days.FEAST})
    | (?P<NAMED_WEEKDAY>{names_of_days.NAMED_WEEKDAY})
    | (?P<TURN>{names_of_days.TURN})
    | (?P<EDGE_DAY>{names_of_days.EDGE_DAY})
    | (?P<era>[Bb]\.\s?[Cc]\.(?:\s?[Ee]\.)?|A\.\s?D\.)
    | (?P<fiscal_range>FY[ -]?(?:\d{{4}}[-–/](?:\d{{4}}|\d{{1,2}})|['’]?\d\d[-–/]['’]?\d\d)
        (?![\w/-]))
    | (?P<quarters>Q[1-4][-–/]Q?[1-4],?[ ](?:of[ ])?\d{{4}}(?!\w))
    | (?P<QUARTER_CODE>Q[1-4][ /-]?{_YEAR_WRITTEN}|(?:\d{{4}}|\d{{2}})[ -]?Q[1-4](?!\w)
        |q[1-4][ /-]?\d{{4}}(?!\w)|\d{{4}}[ -]?q[1-4](?!\w)
        |(?:Q[1-4]|[1-4]Q)[ -]?FY[ -]?{_YEAR_WRITTEN}|FY(?:\d{{4}}|\d{{2}})[ -]?Q[1-4](?!\w)
        |[1-4]Q[ -]?{_YEAR_WRITTEN})
    | (?P<WEEK_CODE>{parts_of_years.WEEK})
    | (?P<FISCAL_CODE>FY[ -]?{_YEAR_WRITTEN})
    | (?P<HALF_CODE>H[12](?:[ /-]?\d{{4}}|['’/-]?\d{{2}})(?!\w)|\d{{4}}[ -]?H[12](?!\w)
        |[12]H[ -]?{_YEAR_WRITTEN})
    | (?P<label>(?:[1-4][Qq]|[12]H)(?!\w))
    | (?P<SMALL>(?:small|wee|pre-?dawn)(?=\shours\b))
    | (?P<spoken_hour>{SPOKEN_HOUR})
    | (?P<mid>[Mm]id(?=(?:year|winter|summer|century)\b))
    | (?P<named>{joined.NAMED})
    | (?P<misread>{joined.MISREAD})
    | (?P<roman_number>{roman_numbers.NUMBER})
    | (?P<word>[^\W\d_][^\W_]*+)
    | (?P<iso>{joined.ISO}|{amid_words.SOLID})
    | (?P<roman>{joined.ROMAN})
    | (?P<days>{joined.DAYS})
    | (?P<NUMERIC>\d{{1,2}}(?P<separator>[/.])\d{{1,2}}(?P=separator)(?:\d{{4}}|\d{{2}})
        (?![\w/]|\.\d)|\d{{1,2}}-\d{{1,2}}-\d{{4}}(?![\w-])|{amid_words.HYPHENED})
    | (?P<dotted>{amid_words.DOTTED})
    | (?P<CLOCK>\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s?(?:[AaPp]\.?[Mm]\b\.?|hrs\b)
        |\d{{1,2}}\s?(?:[ap]\.?m\b|[AP]\.?M\b)\.?
        |(?:[01]\d|2[0-3])\.[0-5]\d(?=\s(?:{_ZONE})\b)
        |(?<!\b(?:by|of|to)\s)\d{{1,2}}\.[0-5]\d
            (?=\s(?:tonight|(?:this|yesterday|tomorrow|last)\s
            (?:morning|afternoon|evening|night))\b)
        |(?<!\d:\s)(?:[01]?\d|2[0-3]):[0-5]\d(?::\d{{2}})?(?!\w|\.\d)
        |(?:[01]\d|2[0-3])[0-5]\d\s?(?:GMT|UTC|hrs|hours|h)\b
        |(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:local\stime|{_ZONE})\b)
        |(?:(?<=\b[Aa]t\s)|(?<=\bat\sabout\s)|(?<=\bat\saround\s))(?:[01]\d|2[0-3])[0-5]\d
            (?=[,.;)]|\s\(\d|\sand\b|\son\s(?:\d|{NAMED_MONTH}|[A-Z][a-z]+day\b))
        |(?<=\b[Aa]t\s)(?:[01]\d|2[0-3])[0-5]\d(?=\son\s(?:\d|{NAMED_MONTH}|[A-Z][a-z]+day\b)))
    | (?P<years>{joined.YEARS})
    | (?P<NAMED_DAY>9/11\b)
    | (?P<month>{joined.MONTH})
    | (?P<share>\d[\d.,]*+\s?(?:%|percent\b|per\scent\b)
        |\d++/\d++(?!\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))
    | (?P<serial>\d++-\d++-[\d-]++|\d{{4}}-\d{{3}}[\dXx]\b)
    | (?P<DECADE>(?!000)\d{{2,3}}0['’]?s\b)
    | (?P<short_decade>['’]\d0['’]?s\b)
    | (?P<SHORT_DECADE>{amid_words.BARE_DECADE})
    | (?P<ORDINAL_NUMBER>\d{{1,3}}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
    | (?P<SHORT_YEAR>['’‘]\d{{2}}(?!\w))
    | (?P<number>\d++(?:[.,]\d++)*(?!\w|[.,]\d))
    | (?P<POSSESSIVE>['’]s?\b)
    | (?P<code>[^\W_]++)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BEFORE_DAY = frozenset({*MONTH_SYMBOLS, "TO", "AND", "HYPHEN", "DASH"})
# What no sentence begins with, so that a dot before it is of an abbreviation: "Columbia, Mo.,".
_NEVER_FIRST = frozenset({",", ";", ":"})
# Words as well as abbreviations, which have a number behind them: "voters said no. In May". In
# capitals the last is a zone: "at 6 p.m. EST. 40 fled".
_BEFORE_NUMBERS = frozenset({"no", "nos", "est"})
# With a capital they begin a sentence, which names do not: "6 p.m. Eastern time".
_OPENING = frozenset({
    "A", "After", "All", "An", "And", "As", "At", "Before", "But", "By", "For", "From", "He",
    "Her", "His", "I", "If", "In", "It", "Its", "No", "On", "She", "Since", "So", "Some", "That",
    "The", "Their", "Then", "There", "They", "This", "Those", "Two", "Until", "We", "What",
    "When", "While", "Who", "With", "You",
})  # fmt: skip
_ZONES = frozenset({"Central", "Eastern", "Greenwich", "Local", "Mountain", "Pacific"})
_OF_TIME = re.compile(r"(?:\s[A-Z][a-z]+)?\s(?:time|Time|Standard|Daylight|Summer)\b")
_DAY_AND_YEAR = re.compile(r"\d{1,2},(?:1[5-9]|20)\d\d")
_MARKS = {
    "-": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "—": "DASH", ",": "COMMA", ".": "DOT",
    "?": "STOP", "!": "STOP", "…": "STOP", "(": "OPEN", "[": "OPEN", ")": "CLOSE",
    "]": "CLOSE", "/": "SLASH", "&": "AND",
}  # fmt: skip


@dataclass(slots=True)
class Tokens:
    """A text as tokens, each with its place, its symbol and what it stands for.

    `codes` holds one character a token, the code of its symbol, so that regular
    expressions can match rules of symbols against it. `stamps` has the minutes of the
    hours that notes of live coverage begin with, by their offsets.
    """

    text: str
    codes: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    meanings: list[Meaning] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    stamps: dict[int, int] = field(default_factory=dict)

    def symbol(self, index: int) -> str:
        """Return the symbol of a token; STOP before the first and after the last."""
        return _NAMES[self.codes[index]] if 0 <= index < len(self.codes) else "STOP"

    def word(self, index: int) -> str:
        """Return a token as it stands in the text; empty outside of it."""
        inside = 0 <= index < len(self.starts)
        return self.text[self.starts[index] : self.ends[index]] if inside else ""

    def meaning(self, index: int) -> Meaning:
        """Return what a token means; None outside of the text, and for most words."""
        return self.meanings[index] if 0 <= index < len(self.meanings) else None

    def place(self, index: int) -> str:
        """Return a token and its offsets, to name it to a reader."""
        return f"{self.word(index)} at {self.starts[index]}-{self.ends[index]}"

    def year_at(self, index: int) -> tuple[int, str] | None:
        """Return the year that stands at a token, and its place; None for anything else."""
        year = self.meanings[index] if self.symbol(index) == "YEAR" else None
        return (year, self.place(index)) if isinstance(year, int) else None

    def is_heading(self, offset: int) -> bool:
        """Tell whether a place lies in a line of its own that only says a year."""
        at = bisect_right(self.headings, (offset, len(self.text))) - 1
        return at >= 0 and offset < self.headings[at][1]

    def append(self, start: int, end: int, meaning: Meaning) -> None:
        """Add a token at the end."""
        self.starts.append(start)
        self.ends.append(end)
        self.meanings.append(meaning)


def tokenize(text: str) -> Tokens:
    """Split `text` into tokens, in time linear in its length."""
    tokens = Tokens(text, headings=layout.heading_spans(text), stamps=stamps_in(text))
    lines = layout.line_breaks(text, tokens.headings)
    lines |= {text.rfind("\n", 0, start) for start in tokens.stamps}
    symbols: list[str] = []
    for match in _TOKEN.finditer(text):
        group, word = match.lastgroup or "mark", match[0]
        if group == "space" and not layout.is_break(match, lines):
            continue
        if symbols and symbols[-1] == "DOT" and _ends_sentence(tokens, match.start(), word):
            symbols[-1] = "STOP"
        if symbols and symbols[-1] == "CLOCK" and _opens_behind_hour(tokens, match):
            symbols.append("STOP")
            tokens.append(tokens.ends[-1], tokens.ends[-1], None)
        if group == "number" and _joins_year(symbols, word):
            _append_day_and_year(tokens, symbols, match.start(), word)
            continue
        is_stamp = match.start() in tokens.stamps
        symbol, meaning = ("CLOCK", None) if is_stamp else _classify(group, word)
        symbols.append(symbol)
        tokens.append(match.start(), match.end(), meaning)
    tokens.codes = "".join(map(CODES.__getitem__, symbols))
    return tokens


def _joins_year(symbols: list[str], word: str) -> bool:
    """Tell the "16,2011" of "December 16,2011" from a number of sixteen thousand."""
    before = [symbol for symbol in symbols[-2:] if symbol != "DOT"]
    return bool(before) and before[-1] in _BEFORE_DAY and bool(_DAY_AND_YEAR.fullmatch(word))


def _append_day_and_year(tokens: Tokens, symbols: list[str], start: int, word: str) -> None:
    comma = start + word.index(",")
    for first, last in ((start, comma), (comma, comma + 1), (comma + 1, start + len(word))):
        part = tokens.text[first:last]
        symbol, meaning = ("COMMA", None) if part == "," else _classify_plain_number(part)
        symbols.append(symbol)
        tokens.append(first, last, meaning)


def _classify(group: str, word: str) -> tuple[str, Meaning]:
    if group in ("word", "mid"):
        return _classify_word(word)
    if group == "spoken_hour":
        return "CLOCK", None
    if group == "address":
        return "WORD", None
    if group == "mark":
        return _MARKS.get(word, "OTHER"), None
    if group == "space":
        return "BREAK", None
    return _classify_number(group, word)


def _ends_sentence(tokens: Tokens, next_start: int, next_word: str) -> bool:
    """Tell whether the dot that is the last token so far ends a sentence."""
    if next_word[0].islower() or next_word in _NEVER_FIRST:
        return False
    before = tokens.word(len(tokens.starts) - 2)
    if next_start == tokens.ends[-1] and next_word[0].isalnum():
        return next_word.isdecimal() and _is_plain(before)
    if before.isdecimal():
        return True
    if before.lower() in _BEFORE_NUMBERS and before != "EST":
        return not next_word[0].isdecimal()
    if next_word in _OPENING:
        # Behind an abbreviation, too: "was sold to Acme Inc. In May", "in Dec. The mayor".
        return True
    return len(before) > 1 and before.lower() not in ABBREVIATIONS


def _is_plain(word: str) -> bool:
    """Tell the word before a footnote, "balked.12 In May", from that of "No.12" and "Sept.12"."""
    symbol = WORDS.get(word.lower(), ("WORD", None))[0]
    is_short = word.lower() in ABBREVIATIONS or len(word) == 1
    return word.isalpha() and not is_short and symbol != "LABEL"


def _opens_behind_hour(tokens: Tokens, following: re.Match[str]) -> bool:
    """Tell whether the dot of "at 6 p.m. The" ends its sentence, too; a stop has no width there.

    That of "6 p.m. Eastern time" and "6 p.m. Sunday" does not.
    """
    if not tokens.word(len(tokens.starts) - 1).endswith("."):
        return False
    word, text = following[0], tokens.text
    is_plain = word.istitle() and WORDS.get(word.lower(), ("NAME", None))[0] in ("NAME", "WORD")
    of_hour = word in _ZONES or _OF_TIME.match(text, following.end()) is not None
    return word in _OPENING or (is_plain and len(word) > 1 and not of_hour)


def _classify_word(word: str) -> tuple[str, Meaning]:
    lower = word.lower()
    found = WORDS.get(lower)
    if found is None or (lower in CAPITALISED and word == lower):
        return ("NAME" if word[0].isupper() else "WORD"), None
    return found


def _classify_number(group: str, word: str) -> tuple[str, Meaning]:
    if group == "number":
        return _classify_plain_number(word)
    if group in ("DECADE", "SHORT_DECADE"):
        return group, int("".join(filter(str.isdigit, word)))
    if group in _WRITTEN:
        return _WRITTEN[group](word)
    if group == "ORDINAL_NUMBER":
        return "ORDINAL_NUMBER", int(word[:-2])
    if group == "SHORT_YEAR":
        return "SHORT_YEAR", int(word[1:])
    if group == "era":
        return WORDS[word.lower().replace(" ", "")]
    if group in CODES:
        return group, None
    return joined.NO_DATE


def _classify_plain_number(word: str) -> tuple[str, Meaning]:
    if not word.isascii() or not word.isdigit() or len(word) > 4:
        return "AMOUNT", None
    number = int(word)
    if len(word) == 4:
        return ("YEAR" if joined.FIRST_YEAR <= number <= joined.LAST_YEAR else "AMOUNT"), number
    if len(word) < 3 and 1 <= number <= 31:
        return "DAY_NUMBER", number
    return ("TWO_DIGITS" if len(word) < 3 else "THREE_DIGITS"), number


_WRITTEN = {
    "EDGE_DAY": parts_of_years.read_edge_day,
    "iso": joined.read_iso,
    "named": joined.read_named,
    "misread": joined.read_misread,
    "roman": joined.read_roman,
    "days": joined.read_days,
    "month": joined.read_month,
    "years": joined.read_years,
    "fiscal_range": joined.read_years,
    "roman_number": roman_numbers.read_number,
    "dotted": amid_words.read_dotted,
    "short_decade": amid_words.read_decade,
    "label": parts_of_years.read_label,
    "FISCAL_CODE": parts_of_years.read_fiscal,
    "quarters": parts_of_years.read_quarters,
    "QUARTER_CODE": parts_of_years.read_part,
    "HALF_CODE": parts_of_years.read_part,
    "WEEK_CODE": parts_of_years.read_week,
}
