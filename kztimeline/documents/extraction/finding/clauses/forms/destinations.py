"""Tells what leads somewhere from what sets a time: "moved to the capital" from "moved to June"."""

from __future__ import annotations

from itertools import takewhile

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import FINITE
from kztimeline.documents.extraction.finding.clauses.relative_clauses import RelativeClauses
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.occasions import is_called, is_occasion

# What "postponed from" is followed by, where "moved from" can be of a place.
DATES = frozenset({
    "MONTH", "SHORT_MONTH", "WORD_MONTH", "WEEKDAY", "DAY_NUMBER", "ORDINAL_NUMBER", "DIRECTION",
})  # fmt: skip
# With a place behind them they tell of a way that was gone: "were called to the house".
_SENT = frozenset({
    "announced", "appointed", "brought", "called", "committed", "headed", "summoned",
})  # fmt: skip
# Behind them stands no longer where somebody was sent: "was brought to a halt in the final".
_ASIDE = frozenset({
    "after", "amid", "as", "by", "during", "following", "when", "while", "with",
})  # fmt: skip
# Behind "proposed" they lead to where or how somebody did so.
_SETTINGS = frozenset({
    "alongside", "at", "during", "in", "on", "through", "throughout", "via", "while", "with",
})  # fmt: skip
# Prepositions and such words, which are no things.
_PREPOSITIONS = frozenset({
    "against", "alongside", "among", "as", "at", "before", "but", "by", "during", "for", "from",
    "how", "in", "instead", "into", "next", "on", "over", "since", "that", "through", "throughout",
    "to", "under", "until", "via", "when", "where", "while", "with", "within", "without",
})  # fmt: skip
# They propose, and are not proposed.
_DOERS = frozenset({"he", "i", "she", "they", "we", "who"})


class Destinations(RelativeClauses):
    """Verbs of moving and proposing, in the clause of a phrase, that set no time."""

    def goes_somewhere(self, index: int) -> bool:
        """Tell "moved to the capital" from "moved to June", "called for calm" from "for June"."""
        word, following = self.word(index), self.word(index + 1)
        if word.startswith("slip"):
            return self.first > index + 2
        if word == "proposed":
            return self._proposes(index)
        if following == "for" and word in ("announced", "called", "calls"):
            nearest = self.first > index + 2 + (self.tokens.symbol(index + 2) == "THE")
            return nearest and not self._calls_occasion(index + 2)
        if following == "from":
            return self.tokens.symbol(index + 2) not in DATES
        if (following == "to" and word in _SENT) or (following == "for" and word == "headed"):
            return self._was_sent(index)
        if following != "to" or not verbs.moves_time(word):
            return False
        named = self.tokens.symbol(index + 2) in ("THE", "A", "NAME", "WORD", "LABEL")
        return named or self.word(index + 2) in verbs.OWNED

    def _proposes(self, index: int) -> bool:
        """Tell "proposed a tax" and "proposed building a dam" from "proposed for Monday".

        So is "proposed at a rally on Monday".
        """
        following, before = index + 1, self.before_all_adverbs(index)
        if self.tokens.symbol(following) in ("THE", "A", "NAME", "BY"):
            return True
        if self.word(following) == "that" or self._has_late_object(following):
            return True
        if self.form(following) is Form.ING or self._is_thing_proposed(index):
            return True
        if self.word(before) in _DOERS:
            return self.word(following) != "for"
        told_when = self.tokens.symbol(following + 1) in DATES | {"THE"}
        aided = self.form(before) in FINITE | {Form.BE, Form.BEEN}
        return self.word(following) in _SETTINGS and (aided or not told_when)

    def _has_late_object(self, index: int) -> bool:
        """Tell "proposed on Monday a cut" from "talks proposed on Monday", which have no object."""
        dated = self.tokens.symbol(index) == "ON" and self.tokens.symbol(index + 1) == "WEEKDAY"
        return dated and self.tokens.symbol(index + 2) in ("A", "THE")

    def _is_thing_proposed(self, index: int) -> bool:
        """Tell "The governor proposed legislation" from "the proposed rules"."""
        is_thing = self.tokens.symbol(index + 1) == "WORD" and not self._leads(index + 1)
        subject = self.before_all_adverbs(index)
        acts = self.tokens.symbol(subject) in ("NAME", "WORD") and not self._leads(subject)
        return is_thing and acts and self.word(subject) not in verbs.OWNED | {"new", "other"}

    def _leads(self, index: int) -> bool:
        """Tell prepositions and verbs from nouns."""
        return self.word(index) in _PREPOSITIONS or self.form(index) is not Form.NONE

    def _was_sent(self, index: int) -> bool:
        """Tell "was called to the house on Monday" from "was called to a meeting on Monday".

        Those who "are headed to the coast" or "have been summoned to court" are still to come.
        """
        aided = self.form(self.before_all_adverbs(index))
        there = takewhile(lambda at: self.word(at) not in _ASIDE, range(index + 2, self.first))
        to_occasion = any(is_occasion(self.word(at)) for at in there)
        named = self.tokens.symbol(index + 2) in ("THE", "A", "NAME", "POSSESSIVE")
        named = named or self.word(index + 2) in verbs.OWNED
        to_come = aided in FINITE - {Form.WAS} or aided in (Form.BE, Form.BEEN)
        return named and not to_occasion and not to_come

    def _calls_occasion(self, at: int) -> bool:
        """Tell "called for a general strike on December 7" from "called for calm on Monday"."""
        last = self.first - 1
        last -= self.tokens.symbol(last) == "ON"
        return last > at and self.tokens.symbol(at) == "A" and is_called(self.word(last))
