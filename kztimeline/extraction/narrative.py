"""What a reader keeps in mind: the dates read so far, and when the text was published.

A year-less date and "the next day" mean nothing alone. `Context` says which day
they are read against, and why.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from kztimeline.extraction.moments import Moment, Unit
from kztimeline.extraction.tokens import CODES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.dates import Date
    from kztimeline.extraction.grammar import Phrase

# A text that tells history is read forward from its own dates, a news text
# backward from its publication. A history says at least so many dates or years of
# its own, words such as "yesterday" less than half as often, and none of these among
# its first phrases, where news tells what is new.
_DATES_OF_A_HISTORY = 2
_LARGEST_SHARE_OF_NEWS = 0.5
_LEAD = 5
# A news text that names a month without year means one of the last ten or the next two.
_DAYS_BACK = 310
_DAYS_AHEAD = 200
_ANSWERS_KEPT = 4096
_LAST_MONTH = 12
_MONTHS_TURNED = 6
# Between one date and the next, a story steps over two years at most.
_YEARS_STEPPED = 2
_MONTHS_STEPPED_BACK = 1
# A news text is still about the year of a date that stood at most so far back.
_TOKENS_IN_MIND = 300
# Of earlier years than these before its publication a news text says each time which.
_RECENT_YEARS = 2


@dataclass(frozen=True, slots=True)
class Remembered:
    """A moment that a phrase meant, and where that phrase stands."""

    moment: Moment
    phrase: Phrase
    explicit: bool

    @property
    def anchor(self) -> str:
        """Name the phrase for a reader: its words and place."""
        return f"{self.phrase.text} at {self.phrase.start}-{self.phrase.end}"


@dataclass(slots=True)
class Context:
    """The state of reading a text from its first phrase to its last."""

    published: Date | None
    is_history: bool = False
    is_ancient: bool = False
    remembered: list[Remembered] = field(default_factory=list)
    focus: Remembered | None = None
    upcoming: dict[int, Moment] = field(default_factory=dict)

    @classmethod
    def of(cls, phrases: list[Phrase], published: Date | None) -> Context:
        """Return the context at the start of a text of these phrases."""
        dates = sum(_is_dated(phrase, published) for phrase in phrases)
        of_news = sum(phrase.counts_from_publication for phrase in phrases)
        in_lead = any(phrase.counts_from_publication for phrase in phrases[:_LEAD])
        is_news = in_lead or of_news >= _LARGEST_SHARE_OF_NEWS * dates
        is_history = dates >= _DATES_OF_A_HISTORY and not is_news
        eras = sum(phrase.meaning("ERA") == -1 for phrase in phrases)
        is_ancient = eras >= _DATES_OF_A_HISTORY
        return cls(published, is_history or is_ancient, is_ancient)

    @property
    def published_anchor(self) -> str:
        """Name the publication date for a reader."""
        return f"published {self.published}"

    @property
    def publication(self) -> Moment | None:
        """The month or year of publication, where its day is not known."""
        return next(
            (
                moment
                for unit in (Unit.DAY, Unit.MONTH, Unit.YEAR)
                if (moment := self.from_publication(partial(Moment.of_day, unit)))
            ),
            None,
        )

    def remember(self, moment: Moment, phrase: Phrase, explicit: bool) -> None:
        """Keep what a phrase meant."""
        remembered = Remembered(moment, phrase, explicit)
        self.remembered.append(remembered)
        is_aside = self._is_aside(moment, self.upcoming.get(phrase.first))
        if (phrase.moves_story and not is_aside) or phrase.is_in_heading:
            self.focus = remembered

    def _is_aside(self, moment: Moment, upcoming: Moment | None) -> bool:
        """Tell whether a text only glances at `moment` and goes on where it was.

        A story moves forward. What is out of line with the date before it and the
        next one is a comparison or an outlook.
        """
        if self.focus is None or moment.year is None:
            return False
        told = self.focus.moment.year or 0
        if upcoming is None or upcoming.year is None:
            return moment.part == 0 and not told <= moment.year <= told + _YEARS_STEPPED
        goes_on = told <= upcoming.year <= told + _YEARS_STEPPED
        return goes_on and not told <= moment.year <= upcoming.year

    def last(self, unit: Unit, within: int = 6) -> tuple[Moment, Remembered] | None:
        """Return the last moment as the `unit` around it; None if none is so precise.

        At most the `within` last moments are looked at: what was read long ago is
        no longer what "the same day" means. Nor is what only looked back, such as
        "the previous year".
        """
        for remembered in self.remembered[: -within - 1 : -1]:
            moment = remembered.moment.widened(unit)
            if moment and remembered.phrase.moves_story:
                return moment, remembered
        return None

    def complete(self, yearless: Moment, phrase: Phrase, future: bool) -> tuple[Moment, str | None]:
        """Give a year-less moment its year; returns it and what it was read against."""
        told = None if future and not self.is_history else self._told_year(yearless, phrase)
        if told:
            return told
        if self.published and not self.is_history:
            moment = self.from_publication(lambda day: occurrence(yearless, day, future))
            if moment:
                return moment, self.published_anchor
        return yearless, None

    def _told_year(self, yearless: Moment, phrase: Phrase) -> tuple[Moment, str] | None:
        told = self.focus if self.is_history else self.remembered[-1] if self.remembered else None
        if told and (self.is_history or self._leads_to(told, phrase)):
            year = _year_between(yearless, told.moment, self.upcoming.get(phrase.first))
            return yearless.in_year(year), told.anchor
        return None

    def _leads_to(self, remembered: Remembered, phrase: Phrase) -> bool:
        """Tell whether a news text still speaks of the year of `remembered`.

        That is so within one sentence, and within a paragraph after a month or day
        of the last years whose year was told.
        """
        first, last = remembered.phrase.last, phrase.first
        if not remembered.explicit or last - first > _TOKENS_IN_MIND:
            return False
        between = phrase.tokens.codes[first:last]
        if CODES["BREAK"] in between:
            return False
        is_recent = not _is_long_past(remembered.moment.year, self.published)
        return CODES["STOP"] not in between or (remembered.moment.month is not None and is_recent)

    def from_publication(self, resolve: Callable[[dt.date], Moment | None]) -> Moment | None:
        """Return what holds whichever day of its date the text was published on."""
        if not self.published or not self.published.earliest or not self.published.latest:
            return None
        first, last = self.published.earliest, self.published.latest
        moment = resolve(first)
        return moment if first == last or moment == resolve(last) else None


def _is_dated(phrase: Phrase, published: Date | None) -> bool:
    """Tell a day or month with its year, and a year that is long past at publication."""
    year = phrase.meaning("YEAR")
    if phrase.rule not in ("day", "month", "season", "year") or not isinstance(year, int):
        return False
    return phrase.rule != "year" or published is None or _is_long_past(year, published)


def _is_long_past(year: int | None, published: Date | None) -> bool:
    latest = published.latest if published else None
    return latest is not None and latest.year - (year or 0) > _RECENT_YEARS


def _year_between(yearless: Moment, told: Moment, upcoming: Moment | None) -> int:
    """Return the year of a year-less date between the date before it and the next.

    Args:
        yearless: The year-less date.
        told: The date that the story had reached.
        upcoming: The next date whose year is told, if any.
    """
    year, month = told.year or 0, yearless.order[1]
    if upcoming is None or abs((upcoming.year or 0) - year) > _YEARS_STEPPED:
        turned = bool(told.part) and told.order[1] - month >= _MONTHS_TURNED
        return year + turned
    limit = (upcoming.year or 0, upcoming.order[1] or _LAST_MONTH)
    for candidate in range(year, limit[0] + 1):
        steps = _months(told.order, (candidate, month))
        if steps >= -_MONTHS_STEPPED_BACK and (candidate, month) <= limit:
            return candidate
    return year


def _months(first: tuple[int, ...], last: tuple[int, ...]) -> int:
    return (last[0] - first[0]) * 12 + last[1] - first[1]


@lru_cache(maxsize=_ANSWERS_KEPT)
def occurrence(yearless: Moment, day: dt.date, future: bool) -> Moment | None:
    """Return which yearly occurrence of `yearless` a text published on `day` means."""
    this = yearless.in_year(day.year)
    first = this.first_day()
    if first is None:
        return None
    following = yearless.in_year(day.year + 1)
    if future:
        now = Moment.of_day(yearless.unit, day)
        return this if this.order >= now.order or _is_far(following, day) else following
    if first <= day:
        distant = (day - first).days > _DAYS_BACK
        return following if distant else this
    before = yearless.in_year(day.year - 1)
    start = before.first_day()
    distant = start is not None and (day - start).days > _DAYS_BACK
    return this if distant else before


def _is_far(quarter: Moment, day: dt.date) -> bool:
    """Tell whether a quarter is too far ahead for a company to speak of it."""
    first = quarter.first_day()
    return quarter.unit is Unit.QUARTER and first is not None and (first - day).days > _DAYS_AHEAD
