"""Reads what is meant to be: infinitives behind "agreed" and "a plan", votes that are asked for."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import FINITE, UNCHANGED
from kztimeline.documents.extraction.finding.clauses.forms.foretelling import Foretelling
from kztimeline.documents.extraction.finding.clauses.verbs import Form

_OBJECT_REACH = 10
_WHEN = frozenset({"after", "before", "if", "once", "until", "when"})
_CLEARING = frozenset({"advised", "asked", "instructed", "ordered", "told", "urged", "warned"})
_LEAVING = frozenset({"abandon", "evacuate", "flee", "leave"})
_BEGGING = frozenset({"asked", "begged", "implored", "ordered", "told", "urged", "warned"})
_SAYING = frozenset({
    "accusing", "adding", "alleging", "arguing", "blaming", "calling", "citing", "claiming",
    "complaining", "contending", "insisting", "noting", "saying", "warning",
})  # fmt: skip
_NOT_YET = frozenset({Form.BE, Form.BEEN, Form.HAVE, Form.IS})
# What people vote for that is done some days later: "voted to strike on Monday".
_LATER = frozenset({
    "begin", "close", "convene", "demonstrate", "end", "gather", "hold", "march", "meet", "open",
    "reconvene", "reopen", "resume", "return", "start", "stay", "stop", "strike", "walk",
})  # fmt: skip
# So is what has a day of its own: "announced a plan to visit Rome on Monday".
_ON_DAYS = _LATER | {
    "appear", "arrive", "attend", "be", "debate", "discuss", "fly", "go", "host", "launch", "leave",
    "lift", "make", "release", "send", "sign", "speak", "step", "testify", "travel", "visit",
    "vote",
}  # fmt: skip
_MAKING_KNOWN = frozenset({
    "announced", "disclosed", "gained", "got", "introduced", "obtained", "outlined", "presented",
    "proposed", "received", "revealed", "secured", "submitted", "unveiled", "won",
})  # fmt: skip
_AWAY = frozenset({"ahead", "back", "home", "on", "out"})
_ACTING = frozenset({
    "agreed", "allowed", "authorized", "chose", "cleared", "decided", "offered", "ordered",
    "pledged", "urged", "vowed",
})  # fmt: skip
# Behind an infinitive alone it is its day: "agreed to go Thursday".
_ACT_REACH = 2
_PLEAS = frozenset({"guilty", "innocent", "no", "not"})
# "A motion to oust him on Tuesday" mostly has the day of its sentence.
_DECIDED_ON = frozenset({"decision", "decisions", "motion"})
# What they have made somebody do from a day on is done since, or will be.
_FORCING = frozenset({"compelled", "forced", "led", "obliged", "prompted"})
# What they have as their object is to come: "expects a recovery in the second half".
FORESEEING = frozenset({
    "anticipate", "anticipates", "envisage", "envisages", "expect", "expects", "forecast",
    "forecasts", "foresee", "foresees", "predict", "predicts", "project", "projects",
})  # fmt: skip
# Behind them stands what it is so: "will be deemed closed from August 31".
JUDGED = frozenset({"considered", "declared", "deemed", "kept", "left", "presumed"})
# "To land", "to close" and "to issue" begin with a word, or with one that goes with numbers.
INFINITIVES = frozenset({"WORD", "COUNTED", "EDGE", "LABEL"})
_PLAN_REACH = 6
_GOING = frozenset({
    "closing", "departing", "flying", "going", "joining", "leaving", "marrying", "moving",
    "opening", "quitting", "resigning", "retiring", "returning", "stepping",
})  # fmt: skip
DETERMINERS = frozenset({"THE", "A", "OF", "IN", "ON", "AT", "POSSESSIVE", "BY", "SOME", "EVERY"})


class Intents(Foretelling):
    """The infinitives of what is not yet done, in the clause of a phrase."""

    def opens_plan(self, index: int) -> bool:
        """Tell "Slated to open Jan. 12, the show has lost", whose date closes what is planned."""
        comma = self.next_comma(self.last, self.last + _PLAN_REACH)
        closes = self.tokens.symbol(comma) == "COMMA" and not any(
            self.form(at) in FINITE for at in range(self.last, comma)
        )
        planned = verbs.is_planned(self.word(index), self.word(index + 1))
        aside = any(self.tokens.symbol(at) == "COMMA" for at in range(index, self.first))
        return planned and closes and not aside and self.opens_line(index)

    def is_reported_to_leave(self, index: int) -> bool:
        """Tell "said he was leaving on Friday", which is what he would do."""
        goes = self.word(index + 1 + self.is_adverb(index + 1)) in _GOING
        return goes and any(
            verbs.reports(self.word(at)) and self.form(at) is Form.PAST
            for at in self.clause_before(index)
        )

    def begins_with_if(self) -> bool:
        """Tell whether the sentence of the phrase begins with "if"."""
        return self.word(self.sentence()[0]) == "if"

    def is_behind_if(self) -> bool:
        """Tell "would be shocked if it was settled by Monday", which is to come."""
        first = min(self.clause_before(self.first), default=self.first)
        return self.word(first - 1) == "if"

    def is_supposed(self) -> bool:
        """Tell "It would lapse if nobody had approved it by 1 August", which is to come.

        So is not "If he had won on Friday, he would have gone".
        """
        first, last = self.sentence()
        opens = any(self.word(at) in ("if", "unless") for at in range(first, self.first))
        would = (at for at in range(first, last) if self.form(at) is Form.WOULD)
        return opens and any(self.word(at + 1) != "have" for at in would)

    def has_infinitive(self, index: int) -> bool:
        """Tell whether an intending verb at `index` has an infinitive before the phrase.

        What "was allowed to float" did.
        """
        done = self._was_allowed(index) or self._was_cleared_out(index) or self._has_voted(index)
        done = done or self._did_so_then(index)
        pleads = self.word(index).startswith("pl") and self.word(index + 1) in _PLEAS
        intends = self.word(index) in verbs.INTENDING and not done and not pleads
        forced = self.word(index) in _FORCING and self.word(self.first - 1) == "from"
        forced = forced and self.form(self.before_all_adverbs(index)) is Form.HAVE
        ahead = (intends or forced) and self._goes_on_with_infinitive(index)
        ahead = ahead and not self._asks_saying(index)
        return ahead or self._proposes_to(index)

    def _did_so_then(self, index: int) -> bool:
        """Tell "agreed to pay a fine Thursday", when they did, from "agreed to meet Thursday".

        So is "ordered the mine to pay Monday". "On Thursday" can be of either.
        """
        acts = self.word(index) in _ACTING and self.form(index) is Form.PAST
        bare = self.has_weekday() and not self.has_name()
        bare = bare and self.tokens.symbol(self.first - 1) in ("WORD", "NAME", "COUNTED", "FIGURE")
        if not acts or not bare or self.form(self.before_all_adverbs(index)) in _NOT_YET:
            return False
        to = [at for at in range(index + 1, self.first - 1) if self.word(at) == "to"]
        return bool(to) and self.first - to[0] > _ACT_REACH and self.word(to[0] + 1) not in _ON_DAYS

    def _was_allowed(self, index: int) -> bool:
        """Tell "was allowed to float" and "which they allowed to lapse", which was done."""
        if self.word(index) != "allowed":
            return False
        aided = self.form(index - 1 - (self.word(index - 1) == "not"))
        return aided is Form.WAS or (self.word(index + 1) == "to" and aided not in _NOT_YET)

    def _asks_saying(self, index: int) -> bool:
        """Tell "urged them to settle on Tuesday, saying", which is when they were urged."""
        says = self.tokens.symbol(self.last) == "COMMA" and self.word(self.last + 1) in _SAYING
        return says and self.word(index) in _BEGGING and not self.has_name()

    def _has_voted(self, index: int) -> bool:
        """Tell "voted to approve it on Monday", which they did then, from "voted to strike"."""
        if self.word(index) != "voted" or self.word(index + 1) != "to" or self.has_name():
            return False
        action, following = self.word(index + 2), self.word(index + 3)
        return action not in _LATER and (action != "go" or following not in _AWAY)

    def _was_cleared_out(self, index: int) -> bool:
        """Tell "were told to leave their homes on Sunday night", which they did."""
        told = self.word(index) in _CLEARING and self.form(index - 1) is Form.WAS
        return told and self.word(index + 1) == "to" and self.word(index + 2) in _LEAVING

    def _proposes_to(self, index: int) -> bool:
        """Tell "recommended closing it on Dec. 31" and "favors delaying the vote until May"."""
        return (
            verbs.proposes(self.word(index))
            and self.form(index + 1) is Form.ING
            and index + 1 < self.first
        )

    def names_intent(self, index: int) -> bool:
        """Tell "rejected a joint plan to march on Sunday" from "they plan to march"."""
        before = range(index - 2, index)
        owned = any(
            self.tokens.symbol(at) in DETERMINERS or self.word(at) in verbs.OWNED for at in before
        )
        if not self.has_name() and (self.word(index) in _DECIDED_ON or self._is_made_known(index)):
            return False
        is_noun = owned or self.form(index) is Form.NONE
        return is_noun and (self._goes_on_with_infinitive(index) or self.has_prospect(index))

    def _is_made_known(self, index: int) -> bool:
        """Tell "unveiled a plan to cut it Monday", when they did, from "a plan to march Monday"."""
        told = any(
            self.word(at) in _MAKING_KNOWN and self.form(at) is Form.PAST
            for at in self.clause_before(index, _PLAN_REACH)
        )
        action = index + 2 if self.word(index + 1) == "to" else None
        dated = self.tokens.symbol(self.first - 1) in ("ON", "FOR")
        return told and not dated and action is not None and self.word(action) not in _ON_DAYS

    def _goes_on_with_infinitive(self, index: int) -> bool:
        return any(
            self.word(i) == "to" and self.word(i - 1) != "only" and self._is_infinitive(i + 1)
            for i in range(index + 1, min(index + _OBJECT_REACH, self.first - 1))
        )

    def _is_infinitive(self, index: int) -> bool:
        """Tell the "leave" of "appealed to drivers to leave" from the "drivers" and from "his"."""
        is_noun = self.is_plural(index) and self.form(index) is not Form.BASE
        is_noun = is_noun or self.word(index) in verbs.OWNED
        return self.tokens.symbol(index) in INFINITIVES and not is_noun

    def is_done_when(self, index: int) -> bool:
        """Tell the "sentenced" of "faces 75 years when he's sentenced May 7", which is to come."""
        short = self.word(index - 1) in ("s", "'s", "’s", "re") and self.word(index - 3) in _WHEN
        return short and self.tokens.symbol(index - 1) in ("POSSESSIVE", "WORD")

    def is_condition(self, index: int) -> bool:
        """Tell the participle of "if held" and the "beat" of "will go clear if they beat them"."""
        if self.word(index - 1) in ("if", "unless"):
            return True
        opening = index - 2
        if self.word(opening) != "if" or self.word(index) not in UNCHANGED:
            return False
        return any(self.form(at) in verbs.MODALS for at in self.clause_before(opening))

    def came_as_planned(self, index: int) -> bool:
        """Tell "opened as scheduled on Monday" from "was scheduled for Monday".

        So did what "ended sooner than planned on Monday" and grew "a weaker-than-expected 1 pct".
        """
        at = self.before_all_adverbs(index - (self.tokens.symbol(index - 1) == "HYPHEN"))
        if self.word(at) == "than":
            return True
        return self.word(at) == "as" and self.form(index) is Form.PAST
