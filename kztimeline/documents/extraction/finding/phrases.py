"""A phrase: a stretch of tokens that a rule of the grammar matched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Unit

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.lexicon import Meaning
    from kztimeline.documents.extraction.finding.tokens import Tokens

_REACH = 12
_LINE_END = 3
_SENTENCE_END = re.compile(f"[{CODES['STOP']}{CODES['BREAK']}]")
_NAMED = frozenset({*MONTH_SYMBOLS, "SEASON", "WORD_SEASON", "HOLIDAY"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of tokens that a rule matched, from `first` to before `last`.

    `places` gives for each symbol in it where its first token stands. `whole` is the list
    that it is a part of, such as "3, 10 and 17 May 2021", whose month and year it shares.
    `name` is the name that a date has beside it, as in "Good Friday, 10 April 1998".
    `kept` holds what was worked out of its clause, by name: several ask for it, and it stays.
    """

    rule: str
    tokens: Tokens
    first: int
    last: int
    whole: Phrase | None = field(default=None, compare=False)
    name: Phrase | None = field(default=None, compare=False)
    places: dict[str, int] = field(init=False, compare=False)
    kept: dict[str, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        backward = range(self.last - 1, self.first - 1, -1)
        object.__setattr__(self, "places", {self.tokens.symbol(i): i for i in backward})

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.tokens.ends[self.last - 1]

    @property
    def text(self) -> str:
        """The phrase as it stands."""
        return self.tokens.text[self.start : self.end]

    @property
    def place(self) -> str:
        """The phrase and its offsets, to name it to a reader."""
        return f"{self.text} at {self.start}-{self.end}"

    def has(self, *symbols: str) -> bool:
        """Tell whether a token of one of the symbols stands in it."""
        return not self.places.keys().isdisjoint(symbols)

    def index(self, *symbols: str) -> int | None:
        """Return where the first token of one of the symbols stands."""
        found = [self.places[symbol] for symbol in symbols if symbol in self.places]
        return min(found) if found else None

    def indexes(self, *symbols: str) -> list[int]:
        """Return where the tokens of the symbols stand."""
        if self.places.keys().isdisjoint(symbols):
            return []
        return [i for i in range(self.first, self.last) if self.tokens.symbol(i) in symbols]

    def meaning(self, *symbols: str) -> Meaning:
        """Return what the first token of one of the symbols stands for."""
        index = self.index(*symbols)
        return None if index is None else self.tokens.meanings[index]

    def before(self, steps: int = 1) -> str:
        """Return the symbol of the token `steps` before the phrase."""
        return self.tokens.symbol(self.first - steps)

    def after(self, steps: int = 1) -> str:
        """Return the symbol of the token `steps` after the phrase's end."""
        return self.tokens.symbol(self.last + steps - 1)

    def word_before(self, steps: int = 1) -> str:
        """Return the token `steps` before the phrase in lower case."""
        return self.tokens.word(self.first - steps).lower()

    def word_after(self, steps: int = 1) -> str:
        """Return the token `steps` after the phrase in lower case."""
        return self.tokens.word(self.last + steps - 1).lower()

    def word_at(self, *symbols: str) -> str:
        """Return the first token of one of the symbols in lower case; empty without one."""
        index = self.index(*symbols)
        return "" if index is None else self.tokens.word(index).lower()

    def text_before(self, reach: int) -> str:
        """Return up to `reach` characters of its text before the phrase."""
        return self.tokens.text[max(self.start - reach, 0) : self.start]

    def text_after(self, reach: int) -> str:
        """Return up to `reach` characters of its text after the phrase."""
        return self.tokens.text[self.end : self.end + reach]

    @property
    def begins_line(self) -> bool:
        """Whether a line of its text begins with it."""
        before = self.tokens.ends[self.first - 1] if self.first else 0
        return self.first == 0 or "\n" in self.tokens.text[before : self.start]

    @property
    def ends_line(self) -> bool:
        """Whether a line of its text ends with it."""
        return self.text_after(_LINE_END).lstrip(" \t.:")[:1] in ("", "\n")

    @property
    def names_calendar(self) -> bool:
        """Whether it names a part of the calendar, as "next Friday" does not."""
        return not _NAMED.isdisjoint(self.places) and not self.has("DIRECTION", "PAST")

    @property
    def counts_from_publication(self) -> bool:
        """Whether it is a word of news, such as "yesterday" or "last week"."""
        if self.rule in ("today", "ago", "weekday"):
            return True
        is_counted = self.rule in ("which", "weekday_of", "day_of_unit")
        return is_counted and self._step in ("last", "next")

    @property
    def _step(self) -> str:
        """The "last" of "last week"; empty for that of "the last week", which the text tells."""
        which = self.index("DIRECTION")
        told = which is None or self.tokens.symbol(which - 1) == "THE"
        return "" if told else self.word_at("DIRECTION")

    @property
    def counts_plainly(self) -> bool:
        """Whether readers agree what it counts: "yesterday", "last May", "this month".

        Of weeks and years they do not: "last week" can be the seven days before.
        """
        if self.rule in ("today", "which_month"):
            return True
        return self.rule == "which" and self.meaning("UNIT") is Unit.MONTH

    @property
    def is_of_declassifying(self) -> bool:
        """Whether it heads a cable: "DECL: 03/14/2016"."""
        return self.tokens.word(self.first - 2).upper() in ("DECL", "DECLASSIFY")

    @property
    def moves_story(self) -> bool:
        """Whether it does not look back, as "the previous April" does.

        Nor does the day on which a cable is to be declassified: "DECL: 03/14/2016".
        "May 5 of last year", "last June" and "ten years ago today" look back from publication
        alone, and "the last Friday of May 2016" and "the last week of May 2016" from nothing.
        """
        if self.is_of_declassifying:
            return False
        of_last_year = self.meaning("UNIT") is Unit.YEAR and self.word_at("DIRECTION") == "last"
        of_last = self.rule == "which_month" and self._step == "last"
        named = self.rule in ("nth_weekday", "part_of_span") or (of_last_year and self.has(*_NAMED))
        if of_last or named or (self.rule == "day_counted" and self.has("TODAY")):
            return True
        looks_back = self.has("EARLIER", "AGO", "BEFORE", "PAST")
        shifts = [self.tokens.meanings[index] for index in self.indexes("DIRECTION")]
        return self.counts_from_publication or (not looks_back and -1 not in shifts)

    @property
    def is_in_heading(self) -> bool:
        """Whether it stands in a line of its own that is not a sentence, and says what it tells of.

        "Worst floods since 1998" tells of no 1998.
        """
        if self.before() in ("SINCE", "THAN"):
            return False
        if self.tokens.is_heading(self.start):
            return True
        codes = self.tokens.codes
        before = _SENTENCE_END.findall(codes[max(self.first - _REACH, 0) : self.first])
        after = _SENTENCE_END.search(codes[self.last : self.last + _REACH])
        begins = before[-1] == CODES["BREAK"] if before else self.first < _REACH
        return begins and after is not None and after[0] == CODES["BREAK"]
