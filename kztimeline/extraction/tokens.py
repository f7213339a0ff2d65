"""Splits a text into tokens and names the symbol of the grammar each one is.

What only looks like a date is settled here: an amount of money, a share, a
fraction, a serial number or a decimal is one token of no symbol, so that no rule
can see a year or a day inside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kztimeline.extraction.vocabulary import ABBREVIATIONS, CAPITALISED, WORDS, Meaning

_NUMBER_SYMBOLS = (
    "DAY_NUMBER TWO_DIGITS THREE_DIGITS YEAR SHORT_YEAR YEAR_RANGE DECADE ORDINAL_NUMBER "
    "AMOUNT ISO NUMERIC CLOCK NAMED_DAY SHORT_DECADE FEAST"
)
_OTHER_SYMBOLS = "HYPHEN DASH COMMA DOT STOP BREAK OPEN SLASH POSSESSIVE NAME WORD OTHER"
_SYMBOLS = sorted(
    {symbol for symbol, _ in WORDS.values()} | {*_NUMBER_SYMBOLS.split(), *_OTHER_SYMBOLS.split()}
)
CODES = {symbol: chr(0xE000 + number) for number, symbol in enumerate(_SYMBOLS)}
_NAMES = {code: symbol for symbol, code in CODES.items()}

_NEWLINES_AT_BREAK = 2
_FIRST_YEAR, _LAST_YEAR = 1000, 2199

_TOKEN = re.compile(
    r"""
      (?P<space>\s++)
    | (?P<money>(?:[$€£¥₸]|(?:USD|EUR|GBP|CHF|JPY|CNY|RUB)\s?)\s?\d[\d.,]*+)
    | (?P<FEAST>(?:Good\sFriday|Boxing\sDay|D-Day|V-?E\sDay|Armistice\sDay)\b)
    | (?P<era>[Bb]\.\s?[Cc]\.(?:\s?[Ee]\.)?|A\.\s?D\.)
    | (?P<word>[^\W\d_][^\W_]*+)
    | (?P<ISO>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]++Z?)?(?![\w-]))
    | (?P<NUMERIC>\d{1,2}(?P<separator>[/.])\d{1,2}(?P=separator)(?:\d{4}|\d{2})(?![\w/]|\.\d))
    | (?P<CLOCK>\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?|hrs\b)|\d{1,2}\s?[ap]\.?m\b\.?
        |(?:[01]?\d|2[0-3]):[0-5]\d(?::\d{2})?(?!\w)
        |(?:[01]\d|2[0-3])[0-5]\d\s?(?:GMT|UTC|hrs)\b)
    | (?P<year_range>\d{4}(?:[-–—/]|\s[-–—]\s)(?:\d{4}|\d{2})(?![\w/-]))
    | (?P<NAMED_DAY>9/11\b)
    | (?P<share>\d[\d.,]*+\s?(?:%|percent\b|per\scent\b)
        |\d++/\d++(?!\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))
    | (?P<serial>\d++-\d++-[\d-]++|\d{4}-\d{3}[\dXx]\b)
    | (?P<DECADE>\d{2,3}0['’]?s\b)
    | (?P<short_decade>['’]\d0s\b)
    | (?P<SHORT_DECADE>[2-9]0s\b)
    | (?P<ORDINAL_NUMBER>\d{1,3}(?:st|nd|rd|th)\b)
    | (?P<SHORT_YEAR>['’‘]\d{2}(?!\w))
    | (?P<number>\d++(?:[.,]\d++)*+(?!\w))
    | (?P<POSSESSIVE>['’]s?\b)
    | (?P<code>[^\W_]++)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS = {
    "-": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "—": "DASH", ",": "COMMA", ".": "DOT",
    "?": "STOP", "!": "STOP", "…": "STOP", "(": "OPEN", "[": "OPEN", "/": "SLASH",
}  # fmt: skip


@dataclass(slots=True)
class Tokens:
    """A text as tokens, each with its place, its symbol and what it stands for.

    `codes` holds one character a token, the code of its symbol, so that regular
    expressions can match rules of symbols against it.
    """

    text: str
    codes: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    meanings: list[Meaning] = field(default_factory=list)

    def symbol(self, index: int) -> str:
        """Return the symbol of a token; STOP before the first and after the last."""
        return _NAMES[self.codes[index]] if 0 <= index < len(self.codes) else "STOP"

    def word(self, index: int) -> str:
        """Return a token as it stands in the text; empty outside of it."""
        inside = 0 <= index < len(self.starts)
        return self.text[self.starts[index] : self.ends[index]] if inside else ""


def tokenize(text: str) -> Tokens:
    """Split `text` into tokens, in time linear in its length."""
    tokens = Tokens(text)
    symbols: list[str] = []
    for match in _TOKEN.finditer(text):
        group, word = match.lastgroup or "mark", match[0]
        if group == "space" and word.count("\n") < _NEWLINES_AT_BREAK:
            continue
        if symbols and symbols[-1] == "DOT" and _ends_sentence(tokens, match.start(), word):
            symbols[-1] = "STOP"
        symbol, meaning = _classify(group, word)
        symbols.append(symbol)
        tokens.starts.append(match.start())
        tokens.ends.append(match.end())
        tokens.meanings.append(meaning)
    tokens.codes = "".join(map(CODES.__getitem__, symbols))
    return tokens


def _classify(group: str, word: str) -> tuple[str, Meaning]:
    if group == "word":
        return _classify_word(word)
    if group == "mark":
        return _MARKS.get(word, "OTHER"), None
    if group == "space":
        return "BREAK", None
    return _classify_number(group, word)


def _ends_sentence(tokens: Tokens, next_start: int, next_word: str) -> bool:
    """Tell whether the dot that is the last token so far ends a sentence."""
    if next_word[0].islower() or (next_start == tokens.ends[-1] and next_word[0].isalnum()):
        return False
    before = tokens.word(len(tokens.starts) - 2)
    return len(before) > 1 and before.lower() not in ABBREVIATIONS


def _classify_word(word: str) -> tuple[str, Meaning]:
    lower = word.lower()
    found = WORDS.get(lower)
    if found is None or (lower in CAPITALISED and word == lower):
        return ("NAME" if word[0].isupper() else "WORD"), None
    return found


def _classify_number(group: str, word: str) -> tuple[str, Meaning]:
    if group == "number":
        return _classify_plain_number(word)
    if group == "year_range":
        return _classify_year_range(word)
    if group == "DECADE":
        decade = int("".join(filter(str.isdigit, word)))
        return "DECADE", decade if decade > 99 else 1900 + decade
    if group in ("short_decade", "SHORT_DECADE"):
        return ("DECADE" if group.islower() else "SHORT_DECADE"), 1900 + int(word[-3:-1])
    if group == "ORDINAL_NUMBER":
        return "ORDINAL_NUMBER", int(word[:-2])
    if group == "SHORT_YEAR":
        return "SHORT_YEAR", int(word[1:])
    if group == "era":
        return WORDS[word.lower().replace(" ", "")]
    if group in CODES:
        return group, None
    return "OTHER", None


def _classify_plain_number(word: str) -> tuple[str, Meaning]:
    if not word.isascii() or not word.isdigit() or len(word) > 4:
        return "AMOUNT", None
    number = int(word)
    if len(word) == 4:
        return ("YEAR" if _FIRST_YEAR <= number <= _LAST_YEAR else "AMOUNT"), number
    if len(word) < 3 and 1 <= number <= 31:
        return "DAY_NUMBER", number
    return ("TWO_DIGITS" if len(word) < 3 else "THREE_DIGITS"), number


def _classify_year_range(word: str) -> tuple[str, Meaning]:
    first, last = word[:4], word[5:].strip(" -–—")
    if len(last) == 2:
        last = first[:2] + last
    if _FIRST_YEAR <= int(first) < int(last) <= _LAST_YEAR:
        return "YEAR_RANGE", f"{first}/{last}"
    return "OTHER", None
