"""Tells the month in which what is traded today is delivered: "July futures", "December corn"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase

# Deals that go by the month in which they are settled.
_DEALS = frozenset({
    "cargo", "cargoes", "contract", "contracts", "delivery", "future", "futures", "settlement",
})  # fmt: skip
_SPREAD = _DEALS | {"calls", "options", "puts", "spread", "spreads"}
_TRADED = frozenset({
    "aluminium", "aluminum", "bond", "bonds", "brent", "bund", "bunds", "cattle", "cocoa", "coffee",
    "comex", "copper", "corn", "cotton", "crude", "diesel", "eurodollars", "gasoil", "gasoline",
    "gilt", "gilts", "gold", "hogs", "ipe", "lumber", "natgas", "nymex", "oats", "palladium",
    "platinum", "rice", "silver", "soybeans", "soymeal", "soyoil", "sugar", "t-bonds", "treasuries",
    "wheat", "wti",
})  # fmt: skip
# Two words of a thing, of which the first alone names none: "heating oil", "unleaded gasoline".
_KINDS = frozenset({"heating", "long", "natural", "pork", "t", "treasury", "unleaded"})
_SOLD_AHEAD = _TRADED | {"gas", "oil"}
_OPENING = frozenset({"AND", "BREAK", "COMMA", "DASH", "STOP", "THE", "WORD"})
# "The December Nikkei 225 index futures contract".
_IN_NAMES = frozenset(
    {"WORD", "HYPHEN", "NAME", "TO", "LONG", "TWO_DIGITS", "THREE_DIGITS", "AMOUNT"}
)
_PRICED = frozenset({Form.HAVE, Form.PAST, Form.WAS, Form.IS, Form.ING})
_MOST_BETWEEN = 5
_REACH = 60
# What a month alone is said to do where it stands for the deal: "January ended 3 cents lower".
_CLOSED = re.compile(
    r"\s(?:ended|settled|settling|closed|closing|finished|held(?:\ssteady)?|stood|traded|trading"
    r"|went\sout|(?:is|was)\s(?:up|down|off)|up|down|off|unchanged)\s(?:by\s)?(?:at\s)?(?:[\d$]|most\b)"
    r"[^;\n]{0,30}?(?:\bcents?\b|\$|\bpoints?\b|\bticks?\b|\bat\s\d)"
    r"|\s\$?[\d.]+\s(?:cents?\s)?(?:higher|lower)\sat\s"
)
_LEVEL = re.compile(
    r"\b(?:support|resistance|open\sinterest|(?:lots|contracts)\s(?:were\s)?traded)"
    r"\s(?:in|for)\s\Z",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\s(?:(?:(?:was|is|stood)\s(?:seen\s)?)?at\s[$\d]|and\s\d)")


def is_of_deal(phrase: Phrase) -> bool:
    """Tell the month in which "July futures", "December corn" and "gas for May" are settled.

    "December corn fell" tells of a price, "In December corn fell" and "December corn sales" of
    what was done in the month. So does "January ended 3 cents lower at $3.49".
    """
    if phrase.rule != "bare_month" or phrase.word_after(2) == "expired":
        return False
    sold_for = phrase.word_before() == "for" and phrase.word_before(2) in _SOLD_AHEAD
    sold_for = sold_for and verbs.form(phrase.word_after()) in (Form.PAST, Form.WAS, Form.IS)
    named = phrase.before() in _OPENING and (_is_priced(phrase) or _is_spread(phrase))
    named = named or (phrase.before() == "IN" and _is_traded_alone(phrase))
    behind = phrase.text_after(_REACH)
    closed = phrase.before() != "IN" and _CLOSED.match(behind) is not None
    stands = _STANDS.match(behind) is not None
    level = stands and _LEVEL.search(phrase.text_before(_REACH)) is not None
    return named or sold_for or closed or level or phrase.word_after() in _DEALS


def _is_priced(phrase: Phrase) -> bool:
    """Tell "December corn fell" and "September heating oil stood" from "December corn sales"."""
    at = 2 if phrase.word_after() in _KINDS else 1
    at += phrase.after(at) == "HYPHEN"
    thing = phrase.word_after(at)
    is_traded = thing in _SOLD_AHEAD if at > 1 else thing in _TRADED
    return is_traded and verbs.form(phrase.word_after(at + 1)) in _PRICED


def _is_traded_alone(phrase: Phrase) -> bool:
    """Tell "gains to 103 in June T-bonds" from "in June crude fell"."""
    at = 1 if phrase.word_after() in _TRADED else 3
    is_traded = phrase.word_after(at) in _TRADED and (at == 1 or phrase.after(2) == "HYPHEN")
    return is_traded and phrase.after(at + 1) in ("AND", "BREAK", "COMMA", "DOT", "STOP")


def _is_spread(phrase: Phrase) -> bool:
    """Tell "the September long gilt future" and "October heating oil-to-crude crack spread"."""
    for at in range(1, 2 * _MOST_BETWEEN):
        if phrase.word_after(at) in _SPREAD:
            return at > 1
        if phrase.after(at) not in _IN_NAMES:
            return False
    return False
