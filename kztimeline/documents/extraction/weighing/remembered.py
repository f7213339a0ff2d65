"""A date that was read before, with what its clause says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_of_move
from kztimeline.documents.extraction.finding.clauses.telling import tells_when
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.moments import Moment, Unit

if TYPE_CHECKING:
    from kztimeline.documents.extraction.finding.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Remembered:
    """A moment that a phrase meant, and where that phrase stands.

    `explicit` says that the text itself told the year; `of_text` that it was read against
    dates of the text, not against its publication; `tense` is that of its clause.
    """

    moment: Moment
    phrase: Phrase
    explicit: bool
    of_text: bool = True
    fronted: bool = False
    in_passing: bool = False
    tense: Tense = Tense.NONE

    @property
    def tells(self) -> bool:
        """Whether it is a bare year in which something was done: "The bank failed in 2001"."""
        return self.moment.unit is Unit.YEAR and not self.in_passing and tells_when(self.phrase)

    @property
    def limits(self) -> bool:
        """Whether something lasts until it from now on: "will fly at half-mast through Friday".

        Until when something lasted, as in "stayed there until June", the story goes on itself.
        """
        lasts = self.phrase.before() == "UNTIL" or self.phrase.word_before() == "through"
        return lasts and self.tense not in TOLD

    @property
    def is_aside(self) -> bool:
        """Whether its clause tells it beside a date of its own, or what something is moved to."""
        beside = self.in_passing or self.tense is Tense.PLUPERFECT or self.limits
        return beside or is_of_move(self.phrase)

    @property
    def anchor(self) -> str:
        """Name the phrase for a reader: its words and place."""
        return self.phrase.place
