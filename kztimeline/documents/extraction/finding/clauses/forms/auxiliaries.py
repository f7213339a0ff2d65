"""Reads what stands before a verb: its auxiliary, or what makes a participle describe a thing."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.clause_words import AUXILIARY_REACH
from kztimeline.documents.extraction.finding.clauses.forms.present_forms import (
    PARTICLES,
    PresentForms,
)
from kztimeline.documents.extraction.finding.clauses.relative_clauses import OBJECTS
from kztimeline.documents.extraction.finding.clauses.verbs import Form

_APOSTROPHES = frozenset({"’", "'"})
# "The last held elections in May" is told of one of several.
_SUBJECTS = frozenset({"all", "both", "first", "last", "only"})
_DECLINED = frozenset({
    "answer", "comment", "confirm", "disclose", "discuss", "elaborate", "identify", "provide",
    "release", "reveal", "say", "speculate",
})  # fmt: skip
# Behind them a participle describes what follows it: "with guided walks".
_BEFORE_DESCRIBED = frozenset({
    "among", "at", "behind", "between", "by", "for", "from", "in", "of", "on", "with", "without",
})  # fmt: skip
_TO_OBJECTS = frozenset({"about", "at", "for", "to", "with"})
_WISH_REACH = 10


class Auxiliaries(PresentForms):
    """The auxiliaries in the clause of a phrase."""

    def _describes(self, index: int) -> bool:
        """Tell the participle of "an unspecified date" and "will redeem preferred shares"."""
        after = self.tokens.symbol(index + 1)
        if after not in ("WORD", "NAME", "COUNTED", "LABEL", "UNITS"):
            return False
        if self.word(index + 1) in PARTICLES or not verbs.can_describe(self.word(index)):
            return False
        has_object = self.word(index + 1 + (self.word(index + 1) in _TO_OBJECTS)) in OBJECTS
        if has_object or self.word(index - 1) in _SUBJECTS:
            return False
        if self.word(index - 1) in ("less", "more", "most", "very"):
            return True
        at = self.before_all_adverbs(index)
        owned = self.tokens.symbol(at) in ("A", "THE", "POSSESSIVE") or self.word(at) in verbs.OWNED
        return (
            owned
            or self.word(at) in _BEFORE_DESCRIBED
            or self._is_long(at)
            or (self.form(at) is Form.BASE and self.word(at - 1) == "to")
            or (
                self._auxiliary(index)[0] is Form.NONE
                and any(
                    self.form(before) in verbs.MODALS and not self.ends_relative(before, at)
                    for before in self.clause_before(index)
                )
            )
        )

    def _is_long(self, index: int) -> bool:
        """Tell the "two-year" of "a two-year extended mission"."""
        return self.tokens.symbol(index) == "UNIT" and self.tokens.symbol(index - 1) == "HYPHEN"

    def _auxiliary(self, index: int) -> tuple[Form, int]:
        """Return the auxiliary before the verb at `index`, and where it stands."""
        index = self.before_prefix(index)
        for at in range(index - 1, max(index - 1 - AUXILIARY_REACH, -1), -1):
            form, word = self.form(at), self.word(at)
            if form in (
                *(Form.WAS, Form.IS, Form.BE, Form.BEEN, Form.HAD, Form.HAVE),
                *(Form.WILL, Form.WOULD, Form.MAY, Form.DID, Form.DO),
            ):
                return form, at
            if not self.is_adverb(at) and word not in _APOSTROPHES and word != "being":
                break
        return Form.NONE, index

    def _text(self, first: int, last: int) -> str:
        return " ".join(
            self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last]].split()
        )

    def _stands_behind_with(self, index: int) -> bool:
        """Tell "began Tuesday, with testimony to begin", up to whose noun it reads."""
        return any(self.word(at) == "with" for at in self.clause_before(index + 1, _WISH_REACH))

    def _intends_after(self, auxiliary: int) -> bool:
        """Tell "did not plan to leave on Friday" and "were hoping to" from "did not leave"."""
        at = auxiliary + 1
        while self.is_adverb(at) or self.word(at) in _APOSTROPHES:
            at += 1
        is_joined = self.form(auxiliary) in (Form.DID, Form.DO) or self.word(at).endswith("ing")
        return is_joined and self.has_infinitive(at)

    def _declines(self, auxiliary: int) -> bool:
        """Tell "would not comment on Wednesday", which somebody did not do then."""
        negation = auxiliary + 1 + (self.word(auxiliary + 1) in _APOSTROPHES)
        at = negation + (self.word(negation) in ("not", "t"))
        return at > auxiliary + 1 and self.word(at) in _DECLINED
