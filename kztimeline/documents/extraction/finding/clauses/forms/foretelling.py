"""Reads what is foretold or asked for: "called for a vote in May", "warned of a strike"."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import FINITE
from kztimeline.documents.extraction.finding.clauses.forms.destinations import Destinations
from kztimeline.documents.extraction.finding.clauses.signs.datelines import is_year_of_dateline
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS
from kztimeline.documents.extraction.finding.occasions import is_called, is_occasion

_OBJECT_REACH = 10
_STORY_REACH = 80
# A day or month with its name; of weekdays "called for talks on Friday" tells when it was called.
_NAMED = frozenset({*MONTH_SYMBOLS, "SEASON", "WORD_SEASON"})
# What they have as their object, such as a vote, is mostly still to come.
_BRINGING = frozenset({
    "force", "forced", "forces", "forcing", "necessitated", "necessitates", "necessitating",
    "prompted", "prompting", "requiring", "scheduling", "triggered", "triggering", "triggers",
})  # fmt: skip
_AT_ONCE = frozenset({"leading", "prompting", "triggering"})
# With a way, a door or a stage behind them they mean as much: "paving the way for elections".
_OPENING = frozenset({
    "clear", "cleared", "clearing", "clears", "open", "opened", "opening", "opens", "pave",
    "paved", "paves", "paving", "prepared", "preparing", "set", "sets", "setting", "smoothed",
    "smoothing",
})  # fmt: skip
_WAYS = frozenset({"door", "ground", "path", "road", "scene", "stage", "way"})
_WAY_REACH = 4
# Behind them stand a vote or a strike that is mostly still to come.
_ASKING = frozenset({
    "agreed", "announced", "applied", "asked", "call", "called", "calls", "demand",
    "demanded", "demands", "offered", "pledged", "predicted", "promised", "proposal",
    "proposals", "proposed", "pushed", "requested", "signaled", "signalled", "sought", "suggested",
    "threat", "threatened", "threats", "urged", "voted", "vowed",
})  # fmt: skip
# "Of" stands between them and what is still to come.
_FOREWARNING = frozenset({"advised", "alerted", "forewarned", "notified", "warned", "warning"})
# Who is told of them is told ahead.
_CHANGES = frozenset({
    "change", "changes", "closure", "cut", "cutback", "cutbacks", "cuts", "expansion", "increase",
    "increases", "interruption", "interruptions", "layoffs", "reduction", "reductions", "rise",
    "shutdown", "strike", "suspension", "walkout",
})  # fmt: skip
# What they are followed by is still to come: "called for a January vote", "mulls March sale".
_ANTICIPATING = _ASKING | {
    "accept", "accepted", "accepts", "advocate", "advocated", "advocates", "back", "backed",
    "backing", "backs", "consider", "considered", "considering", "considers", "expects", "eye",
    "eyed", "eyes", "eyeing", "favor", "favored", "favors", "favour", "favoured", "favours",
    "float", "floated", "floats", "flag", "flagged", "flags", "hint", "hinted", "hinting",
    "hints", "mull", "mulled", "mulling", "mulls", "oppose", "opposed", "opposes", "plan",
    "planned", "plans", "propose", "proposes", "proposing", "pushes", "reject", "rejected",
    "rejects", "seek", "seeking", "seeks", "signals", "suggest", "suggests", "support",
    "supported", "supports", "threaten", "threatening", "threatens", "urge", "urges", "want",
    "wanted", "wants", "warned", "warning", "warns", "weigh", "weighed", "weighing", "weighs",
}  # fmt: skip
_LEADING_TO = frozenset({"a", "an", "at", "for", "of"})
_AMID, _TOWARDS = frozenset({"at", "during"}), frozenset({"for", "of", "to"})
_BEGINNINGS = frozenset({
    "closure", "deadline", "hike", "launch", "opening", "release", "return", "sale", "start",
    "trip", "truce",
})  # fmt: skip
_SEVERAL = frozenset({"more", "round", "rounds", "series", "wave"})
# "Announced a cut in May" rather tells when it was announced.
_FORETELLING = frozenset({"pledged", "predicted", "promised", "signaled", "signalled"})
_TELLING = frozenset({"informed", "told"})
# A vote that is named, not asked for: "demanded a recount of the vote in May".
_DEFINITE = frozenset({"THE", "OF", "COMMA", "STOP", "BREAK", "POSSESSIVE"})
_PREDICTING = frozenset({"forecast", "predicted"})
_SPEAKERS = frozenset({"WORD", "NAME"})
_FORETOLD = frozenset({"WORD", "A", "MORE"})


class Foretelling(Destinations):
    """What is called for, foretold or brought about, in the clause of a phrase."""

    def has_prospect(self, index: int) -> bool:
        """Tell "called for elections in May" and "warned of a strike in May", still to come.

        What was done on some Friday nobody "has" done: "has called for a march on Friday".
        """
        word, has_done = self.word(index), self.form(self.before_all_adverbs(index)) is Form.HAVE
        named = self.has_name()
        if not (named or has_done) or not (has_done or self.is_of_now()):
            return False
        if word == "invited":
            return any(self._invites_to(at) for at in self._object_of(index))
        if word in _FOREWARNING or word in _TELLING:
            return any(
                self.word(at) == "of" and self._tells_ahead(at + 1, any_thing=word in _FOREWARNING)
                for at in self._object_of(index)
            )
        asks = word in _ASKING and (word != "voted" or self.word(index + 1) == "for")
        return (asks and self._asks_for_occasion(index)) or self.brings_about(index)

    def foretells(self, index: int) -> bool:
        """Tell "forecast more rain on Friday", which is to come, from "forecast on Friday that"."""
        tells = self.word(index) in _PREDICTING and self.tokens.symbol(index - 1) in _SPEAKERS
        tells = tells and self.form(index - 1) not in FINITE
        return tells and self.tokens.symbol(index + 1) in _FORETOLD and self.is_of_now()

    def brings_about(self, index: int) -> bool:
        """Tell "forcing a runoff on May 18" and "paved the way for elections in May", to come.

        What a year before it makes a story of has come, and of a weekday what can follow at once,
        such as a strike.
        """
        opened = self._behind_way(index)
        if (opened is None and self.word(index) not in _BRINGING) or not self.is_of_now():
            return False
        named = self.has_name()
        if not named and self.word(index) in _AT_ONCE:
            return False
        for at in range(opened or index + 1, min(index + _OBJECT_REACH, self.first)):
            if opened is None and self.tokens.symbol(at) in _DEFINITE:
                return False
            held = is_called(self.word(at)) if named else is_occasion(self.word(at))
            if held or self._is_round(at):
                return True
        return False

    def is_anticipated(self) -> bool:
        """Tell "called for a January vote" and "hints at March cut" from "the January vote"."""
        if not self._has_day_set(self.last) or not self.has_name():
            return False
        at = self.first - 1
        while self.word(at) in _LEADING_TO:
            at -= 1
        return self.word(at) in _ANTICIPATING and self.is_of_now()

    def has_name(self) -> bool:
        """Tell a phrase that names its month or season, such as "on May 3" or "next spring"."""
        symbols = map(self.tokens.symbol, range(self.first, self.last))
        return not _NAMED.isdisjoint(symbols)

    def _behind_way(self, index: int) -> int | None:
        """Return what stands behind "paving the way for", "leading to" and "setting up"."""
        word, following = self.word(index), self.word(index + 1)
        leads = word in ("leading", "led") and following == "to"
        if leads or (word in ("set", "sets", "setting") and following == "up"):
            return index + 2
        last = index + _WAY_REACH
        ways = [at for at in range(index + 1, last) if self.word(at) in _WAYS]
        opens = word in _OPENING and ways and self.word(ways[0] + 1) in ("for", "to")
        return ways[0] + 2 if opens else None

    def _is_round(self, at: int) -> bool:
        """Tell "a second round on May 4" of a vote."""
        return self.word(at) == "round" and self.tokens.symbol(at - 1) == "ORDINAL_WORD"

    def is_of_now(self) -> bool:
        """Tell what no year before it in the paragraph makes a story of that year."""
        for at in range(self.first - 1, max(self.first - _STORY_REACH, -1), -1):
            if self.tokens.symbol(at) == "YEAR":
                return is_year_of_dateline(self.tokens, at)
            if self.tokens.symbol(at) == "BREAK":
                break
        return True

    def _object_of(self, index: int) -> range:
        return range(index + 1, max(min(index + 2 * _OBJECT_REACH, self.first), index + 1))

    def _invites_to(self, at: int) -> bool:
        """Tell "to a ceremony" and "to talks" of those invited from "to speak"."""
        named = self.tokens.symbol(at + 1) in ("A", "THE", "NAME") or is_called(self.word(at + 1))
        return self.word(at) == "to" and named

    def _tells_ahead(self, at: int, any_thing: bool) -> bool:
        """Tell "of a shortage" and "of a 5 percent rise" from "of the arrest"."""
        places = range(at, min(at + _OBJECT_REACH, self.first))
        if self.tokens.symbol(at) in ("THE", "POSSESSIVE") or self.word(at) in verbs.OWNED:
            return False
        return any_thing or any(self.word(place) in _CHANGES for place in places)

    def _asks_for_occasion(self, index: int) -> bool:
        """Tell "called for a strike" from "called at a rally", where somebody did so."""
        is_place = False
        for at in range(index + 1, min(index + _OBJECT_REACH, self.first)):
            if self.tokens.symbol(at) in _DEFINITE or self.word(at) in verbs.OWNED:
                return False
            is_place = self.word(at) in _AMID or (is_place and self.word(at) not in _TOWARDS)
            foretold = self.word(index) in _FORETELLING and self.word(at) in _CHANGES
            called = is_called(self.word(at)) or self.word(at) in _SEVERAL
            if foretold or (called and not is_place):
                return True
        return False

    def _has_day_set(self, at: int) -> bool:
        """Tell what a day is set for: a vote, a rise, a start."""
        word = self.word(at)
        return is_called(word) or word in _CHANGES or word in _BEGINNINGS
