"""Reads what is meant to be done: infinitives behind "agreed", "asked them" and "a plan"."""

from __future__ import annotations

from kztimeline.documents.extraction.finding.clauses import verbs
from kztimeline.documents.extraction.finding.clauses.relative_clauses import RelativeClauses
from kztimeline.documents.extraction.finding.clauses.verbs import Form

_OBJECT_REACH = 10
# "To land" and "to close" begin with a word, or with one that dates are made of.
INFINITIVES = frozenset({"WORD", "COUNTED", "EDGE"})
DETERMINERS = frozenset({"THE", "A", "OF", "IN", "ON", "AT", "POSSESSIVE", "BY", "SOME", "EVERY"})


class Intents(RelativeClauses):
    """The infinitives of what is not yet done, in the clause of a phrase."""

    def has_infinitive(self, index: int) -> bool:
        """Tell whether an intending verb at `index` has an infinitive before the phrase."""
        return self.word(index) in verbs.INTENDING and self._goes_on_with_infinitive(index)

    def names_intent(self, index: int) -> bool:
        """Tell "rejected a joint plan to march on Sunday" from "they plan to march"."""
        before = range(index - 2, index)
        owned = any(
            self.tokens.symbol(at) in DETERMINERS or self.word(at) in verbs.OWNED for at in before
        )
        is_noun = owned or self.form(index) is Form.NONE
        return is_noun and self._goes_on_with_infinitive(index)

    def _goes_on_with_infinitive(self, index: int) -> bool:
        return any(
            self.word(i) == "to" and self._is_infinitive(i + 1)
            for i in range(index + 1, min(index + _OBJECT_REACH, self.first - 1))
        )

    def _is_infinitive(self, index: int) -> bool:
        """Tell the "leave" of "appealed to drivers to leave" from the "drivers"."""
        is_noun = self.is_plural(index) and self.form(index) is not Form.BASE
        return self.tokens.symbol(index) in INFINITIVES and not is_noun
