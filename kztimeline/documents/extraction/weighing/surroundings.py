"""What the dates and verbs around a mention speak of: the time of publication, or long ago.

A text changes what it speaks of from one paragraph to the next, so no text is "news" or
"history" as a whole: each mention has its own surroundings, before and behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.verbs import present_verbs

if TYPE_CHECKING:
    import datetime as dt

    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.finding.tokens import Tokens

# So many tokens away a verb is still around a mention; of dates, so many on each side.
_REACH_OF_VERBS = 50
_NEAREST = 6
_LONG_AGO = 2
_HAVE_AGE = frozenset({"day", "day_range", "month", "month_range", "season", "part_of_span"})


@dataclass(slots=True)
class Surroundings:
    """Where a text has dates, words of news, and verbs of now, as numbers of tokens, in order.

    `are_old` says of each date or word of news whether its year is far from publication.
    """

    dates: list[int] = field(default_factory=list)
    are_old: list[bool] = field(default_factory=list)
    verbs_of_now: list[int] = field(default_factory=list)

    def ages(self, phrase: Phrase) -> tuple[int, int]:
        """Count the dates of long ago around a phrase, and those near publication."""
        at = bisect_left(self.dates, phrase.first)
        itself = at < len(self.dates) and self.dates[at] == phrase.first
        near = self.are_old[max(at - _NEAREST, 0) : at]
        near += self.are_old[at + itself : at + itself + _NEAREST]
        return sum(near), len(near) - sum(near)

    def verbs(self, phrase: Phrase) -> int:
        """Count the verbs in the present or future around a phrase."""
        first = bisect_left(self.verbs_of_now, phrase.first - _REACH_OF_VERBS)
        return bisect_left(self.verbs_of_now, phrase.first + _REACH_OF_VERBS) - first


def survey(
    phrases: list[Phrase], tokens: Tokens, days: tuple[dt.date, dt.date] | None
) -> Surroundings:
    """Note where a text speaks of long ago and where of the time of its publication."""
    found = Surroundings(verbs_of_now=present_verbs(tokens))
    for phrase in phrases:
        year = phrase.meaning("YEAR")
        if phrase.counts_from_publication:
            found.dates.append(phrase.first)
            found.are_old.append(False)
        elif isinstance(year, int) and days and phrase.rule in _HAVE_AGE:
            found.dates.append(phrase.first)
            is_far = abs(days[1].year - year) >= _LONG_AGO
            found.are_old.append(phrase.has("ERA") or is_far)
    return found
