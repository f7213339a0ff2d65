"""Reads the words around a phrase: what opens its clause, its subject, and what stands aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.verbs import Form
from kztimeline.documents.extraction.finding.lexicon import MONTH_SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.documents.extraction.finding.tokens import Tokens

# Symbols of the grammar under which a verb can stand.
VERBAL = frozenset({"WORD", "FISCAL", "EARLIER", "COUNTED", "EDGE", "LABEL", "WORD_SEASON"})
AUXILIARY_REACH = 4
RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
RELATIVE_OR_THAT = RELATIVE | {"that"}
REACH = 70
_CLAUSE_REACH = 10
_RELATIVE_REACH = 20
ENDS = frozenset({"STOP", "BREAK"})
_AS_SAID = frozenset({
    "advertised", "announced", "expected", "intended", "planned", "promised", "scheduled",
})  # fmt: skip
DASHES = frozenset({"DASH", "HYPHEN"})
ADVERBS = frozenset({
    "not", "t", "n", "also", "already", "since", "just", "never", "then", "now", "still",
    "even", "soon", "later", "again", "ever", "only", "all", "both", "first", "last", "long",
    "once", "otherwise", "always", "often", "yet", "thus", "instead", "almost", "therefore",
})  # fmt: skip
_NO_ADVERBS = frozenset({
    "ally", "anomaly", "apply", "assembly", "belly", "bully", "family", "fly", "folly", "gully",
    "jelly", "monopoly", "rally", "rely", "reply", "supply", "tally", "ugly",
})  # fmt: skip
OPENING_QUOTES = frozenset({'"', "“", "‘", "`"})
_SUBJECTS = frozenset({"WORD", "NAME", "COUNTED", "LABEL"})
_OF_OBJECTS = verbs.OWNED | {"a", "an", "that", "the"}
_ADJECTIVES_TOO = frozenset({"advanced", "alleged", "detailed", "limited", "united"})
# With a hyphen behind them they are no verbs: "re-elected".
PREFIXES = frozenset({"co", "de", "mis", "pre", "re", "un"})
_BEFORE_DAYS = frozenset({*MONTH_SYMBOLS, "DOT"})
_NO_PLURALS = frozenset({
    "his", "its", "us", "as", "less", "always", "across", "perhaps", "thus", "was", "is", "has",
    "does", "this",
})  # fmt: skip
_PLURALS = frozenset({
    "they", "we", "i", "you", "people", "police", "who", "men", "women", "children", "media",
    "those", "these", "both",
})  # fmt: skip
FINITE = frozenset({
    Form.PAST, Form.HAD, Form.HAVE, Form.WAS, Form.IS, Form.WILL, Form.WOULD, Form.MAY,
})  # fmt: skip
# What is so done is done when they say: "will get hit".
_GETTING = frozenset({"get", "gets", "getting", "got", "gotten"})
# Past forms that are infinitives as well: "is expected to hit the coast".
UNCHANGED = frozenset({
    "beat", "bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put",
    "quit", "read", "reread", "set", "shed", "shut", "split", "spread", "upset",
})  # fmt: skip
# Nobody gets so: "the aid that he gets fell in May".
_OF_THEIR_OWN = frozenset({
    "arrived", "began", "came", "ended", "fell", "grew", "ran", "rose", "sank", "started", "went",
})  # fmt: skip
_BEHIND_HAD = verbs.DONE | {Form.BEEN, Form.HAD}
# Things as well as past forms.
_CUTS = frozenset({"bet", "bid", "cost", "cut"})
_BEFORE_THINGS = frozenset({"THE", "A", "OF", "IN", "ON", "AT", "POSSESSIVE", "BY"})
_BEHIND_NOUNS = frozenset({"IN", "ON", "BY", "TO", "OF", "PREPOSITION", "AT", "SINCE", "BEFORE"})
_OPENING_TIMES = frozenset({"IN", "ON", "AT", "BY", "SINCE", "AFTER", "BEFORE", "PREPOSITION"})
# Behind a participle they show that it is none: "and set Friday as the deadline".
_OBJECTS = frozenset({"THE", "A", "NAME", "WEEKDAY"})
_NOUN_REACH = 5
_DENYING = frozenset({"not", "n't", "never", "neither", "nor", "nothing", "nobody"})
_CLAUSE_OPENERS = frozenset({":", ";", "that", "and", "but", "as", "when", "if", "which", "who"})


@dataclass(slots=True)
class ClauseWords:
    """The words around a phrase, which stands from `first` to before `last`."""

    tokens: Tokens
    first: int
    last: int

    def word(self, index: int) -> str:
        """Return a token in lower case; the "won" of "won't" is "will"."""
        word, behind = self.tokens.word(index).lower(), self.tokens.word(index + 1)
        denied = word == "won" and behind in ("'", "’") and self.tokens.word(index + 2) == "t"
        return "will" if denied else word

    def sentence(self) -> tuple[int, int]:
        """Return where the sentence begins and ends, or so many tokens around the phrase."""
        first, last = self.first, self.last
        while first > 0 and self.tokens.symbol(first - 1) not in ENDS:
            if self.first - first >= REACH:
                break
            first -= 1
        while last < len(self.tokens.starts) and self.tokens.symbol(last) not in ENDS:
            if last - self.last >= REACH:
                break
            last += 1
        return first, last

    def form(self, index: int) -> Form:
        """Return the form of a token; capitalised words and calendar words are no verbs."""
        if self.tokens.symbol(index) not in VERBAL:
            return Form.NONE
        word = self.word(index)
        if self.tokens.symbol(index) == "LABEL" and self.tokens.word(index)[:1].isupper():
            return Form.NONE
        if word in PREFIXES and self.tokens.symbol(index + 1) == "HYPHEN":
            return Form.NONE
        if word == "d" and self.tokens.symbol(index - 1) == "POSSESSIVE":
            return self._form_of_d(index)
        # "The panel advanced a bill", unlike "advanced economies".
        acts = word in _ADJECTIVES_TOO and self.word(index + 1) in _OF_OBJECTS
        return Form.PAST if acts else verbs.form(word)

    def _form_of_d(self, index: int) -> Form:
        """Tell "I'd spend it", which would be, from "I'd gone"."""
        following = index + 1 + self.is_adverb(index + 1)
        return Form.HAD if verbs.form(self.word(following)) in _BEHIND_HAD else Form.WOULD

    def is_plural(self, index: int) -> bool:
        """Tell whether a word is a plural noun or a pronoun of one."""
        word = self.word(index)
        if word in _PLURALS:
            return True
        plural = word.endswith("s") and word not in _NO_PLURALS
        plural = plural and not word.endswith(("ous", "ss"))
        return plural and self.tokens.symbol(index) in ("WORD", "NAME", "COUNTED")

    def is_counted(self, index: int) -> bool:
        """Tell the noun of "shed 3 points on Monday" from the verb of "On March 3 work ends"."""
        number = self.tokens.symbol(index - 1) == "DAY_NUMBER"
        return number and self.tokens.symbol(index - 2) not in _BEFORE_DAYS

    def has_plural_subject(self, index: int) -> bool:
        """Tell the verb of "Talks with the union, broken off in May, resume": it has no other."""
        at, stop = self.before_adverbs(index), max(index - _RELATIVE_REACH, -1)
        if self.word(at) == "to" or self.tokens.symbol(at) in _BEFORE_THINGS:
            return False
        opening = self.aside_before(at)
        at = at if opening is None else opening - 1
        while at > stop and self.tokens.symbol(at) not in ("COMMA", "AND", *ENDS):
            if self.form(at) is Form.PAST and self.word(at - 1) == "those":
                return True
            no_subject = self.form(at) in FINITE | {Form.DID, Form.DO}
            if no_subject or self.word(at) in _CLAUSE_OPENERS | {"another"}:
                return False
            if self.is_plural(at):
                return True
            at -= 1
        return False

    def before_adverbs(self, index: int) -> int:
        """Return where the word before a verb stands, or that before "next" and "also"."""
        at = index - 1
        while self.word(at) in ADVERBS or self.tokens.symbol(at) == "DIRECTION":
            at -= 1
        return at

    def is_adverb(self, index: int) -> bool:
        """Tell "still" and every word in -ly that names nothing."""
        word = self.word(index)
        return word in ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)

    def before_all_adverbs(self, index: int) -> int:
        """Return where the word stands before a verb and the adverbs before that."""
        at = index - 1
        while self.is_adverb(at):
            at -= 1
        return at

    def is_no_past(self, index: int) -> bool:
        """Tell "will get hit", "is to hit the coast" and "a 5 percent cut" from past verbs."""
        if self.word(index) in UNCHANGED and self._is_infinitive_too(index):
            return True
        got = self.word(self.before_all_adverbs(index)) in _GETTING
        if got and self.word(index) not in _OF_THEIR_OWN:
            return True
        is_cut = self.word(index) in _CUTS
        if is_cut and self.tokens.symbol(index - 1) in ("A", "POSSESSIVE", "THE"):
            return True
        is_noun = is_cut and self.tokens.symbol(index + 1) in _BEHIND_NOUNS
        if not is_noun:
            return False
        at = index - 1
        while index - at < _NOUN_REACH and self.tokens.symbol(at) in ("WORD", "FIGURE", "HYPHEN"):
            if self.form(at) is not Form.NONE:
                return False
            at -= 1
        return self.tokens.symbol(at) in ("A", "POSSESSIVE") or self.word(at) in verbs.OWNED

    def _is_infinitive_too(self, index: int) -> bool:
        """Tell "to cut" and the "cut" of "will raise fees and cut staff"."""
        at = self.before_all_adverbs(index)
        if self.word(at) in ("to", "help"):
            return True
        return self.tokens.symbol(at) == "AND" and self.joins_infinitives(at)

    def joins_infinitives(self, joint: int) -> bool:
        """Tell the "and" of "will arrive on May 3 and leave" from that of "arrived and left"."""
        for before in self.clause_before(joint - (self.tokens.symbol(joint - 1) == "COMMA")):
            is_infinitive = self.word(before) == "to" and (
                self.form(before + 1) is Form.BASE
                or self.word(before + 1) in UNCHANGED
                or self._has_article(before + 1)
            )
            if is_infinitive or self.form(before) in verbs.MODALS:
                return True
            if self.form(before) in FINITE:
                return False
        return False

    def _has_article(self, index: int) -> bool:
        """Tell the verb of "to ship the parts" from the noun of "to school"."""
        return self.tokens.symbol(index) == "WORD" and self.tokens.symbol(index + 1) in ("A", "THE")

    def shares_auxiliary(self, index: int) -> int | None:
        """Return where the first participle stands in "will be chosen in May and sworn in".

        None where a participle has an auxiliary of its own, or none before it is passive.
        """
        joint = self.before_all_adverbs(index)
        is_listed = self.tokens.symbol(joint) == "COMMA" and self._is_joined_after(index)
        has_object = (
            self.tokens.symbol(index + 1) in _OBJECTS or self.word(index + 1) in verbs.OWNED
        )
        is_far = self.first - index > REACH
        if is_far or has_object or not verbs.can_describe(self.word(index)):
            return None
        if not is_listed and self.tokens.symbol(joint) != "AND":
            return None
        for at in range(joint - 1, max(joint - _RELATIVE_REACH, -1), -1):
            if self.tokens.symbol(at) in ENDS or self.word(at) in _CLAUSE_OPENERS:
                return None
            if self.form(at) in verbs.DONE:
                is_passive = self.form(self.before_all_adverbs(at)) is Form.BE
                return at if is_passive else self.shares_auxiliary(at)
            if self.form(at) in FINITE | {Form.DID, Form.DO, Form.PRESENT}:
                return None
        return None

    def _is_joined_after(self, index: int) -> bool:
        """Tell whether "and" and another participle follow in the sentence."""
        last = self.sentence()[1]
        places = range(index + 1, min(index + _RELATIVE_REACH, last))
        return any(
            self.tokens.symbol(at) == "AND" and self.form(at + 1) in verbs.DONE for at in places
        )

    def closes_relative(self, comma: int) -> bool:
        """Tell the comma of "The jury, which retired on Monday, returns"."""
        opening = self.aside_before(comma)
        return opening is not None and self.opens_aside(opening)

    def aside_before(self, comma: int) -> int | None:
        """Return the comma that opens what a comma closes; None where there is none."""
        if self.tokens.symbol(comma) != "COMMA":
            return None
        for at in range(comma - 1, max(comma - _RELATIVE_REACH, 0), -1):
            if self.tokens.symbol(at) in ENDS:
                return None
            if self.tokens.symbol(at) == "COMMA":
                return at
        return None

    def opens_aside(self, comma: int) -> bool:
        """Tell a relative clause or a participle after a comma, before which no verb stands.

        Behind "The storm, in December," stands the verb of the sentence.
        """
        if self.word(comma + 1) in ("which", "who", "whose", "where"):
            return True
        before = self.aside_before(comma)
        if before is not None and self.tokens.symbol(before + 1) in _OPENING_TIMES:
            return False
        opening = comma + 1 + self.is_adverb(comma + 1)
        return self.form(opening) in verbs.DONE and not self.verb_precedes(comma)

    def verb_precedes(self, index: int, reach: int = AUXILIARY_REACH) -> bool:
        """Tell whether the clause has its verb before: the "reports" of "had filed reports"."""
        before = self.clause_before(index, reach)
        return any(self.form(at) in FINITE | {Form.DID, Form.DO} for at in before)

    def clause_before(self, index: int, reach: int = _CLAUSE_REACH) -> Iterator[int]:
        """Go back from a word to what opens its clause, or so many words."""
        for at in range(index - 1, max(index - 1 - reach, -1), -1):
            if self.tokens.symbol(at) in ("COMMA", *ENDS) or self.word(at) in _CLAUSE_OPENERS:
                return
            yield at

    def is_question(self) -> bool:
        """Tell whether the sentence of the phrase asks."""
        return self.tokens.word(self.sentence()[1]) == "?"

    def opens_line(self, index: int) -> bool:
        """Tell what opens a sentence, or in a list what is told of "Ports Bill - Passed in May"."""
        symbol, starts = self.tokens.symbol(index - 1), self.tokens.starts
        parts = symbol in DASHES and starts[index] > self.tokens.ends[index - 1]
        return symbol in ENDS or parts or self.tokens.word(index - 1) in (":", ";")

    def is_to_be(self, first: int) -> bool:
        """Tell the infinitive of a headline: "Owners, crews to meet Friday", "Senate to Vote"."""
        return any(
            self.word(at) == "to"
            and self.tokens.symbol(at - 1) in _SUBJECTS
            and (
                self.tokens.symbol(at + 1) in ("WORD", "LABEL")
                or verbs.form(self.word(at + 1)) is Form.BASE
            )
            for at in range(first + 1, self.first - 1)
        )

    def next_comma(self, index: int, end: int) -> int:
        """Return where the next comma stands, or where the sentence ends."""
        for at in range(index, end):
            if self.tokens.symbol(at) in ("COMMA", *ENDS):
                return at
        return end

    def is_as_said(self, index: int) -> bool:
        """Tell "hopes to appear as announced on Thursday", which is not when it was."""
        return self.word(index - 1) == "as" and self.word(index) in _AS_SAID

    def has_weekday(self) -> bool:
        """Tell a phrase that names its weekday."""
        return any(self.tokens.symbol(at) == "WEEKDAY" for at in range(self.first, self.last))

    def is_denied(self) -> bool:
        """Tell "was not put to a vote until May", which was then, from "was put off until May"."""
        return any(self.word(at) in _DENYING for at in self.clause_before(self.first))

    def verb_follows(self) -> bool:
        """Tell whether the clause has its verb after the phrase: "talks on Tuesday were"."""
        end = min(self.last + AUXILIARY_REACH, len(self.tokens.starts))
        for at in range(self.last, end):
            if self.tokens.symbol(at) in ("COMMA", *ENDS):
                return False
            if self.form(at) not in (Form.NONE, Form.ING, Form.BASE, Form.PRESENT_OR_NOUN):
                return True
        return False
