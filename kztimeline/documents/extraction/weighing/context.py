"""What a reader keeps in mind: the dates read so far, and when the text was published.

"The next day", "January 12" and "Tuesday" mean nothing alone. `Context` holds what they
can be read against; which of it they are read against is weighed for each of them alone.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from kztimeline.documents.extraction.finding.clauses.outlook import outlook
from kztimeline.documents.extraction.finding.clauses.signs.positions import (
    is_attributive,
    is_fronted,
)
from kztimeline.documents.extraction.finding.clauses.signs.set_days import is_of_move
from kztimeline.documents.extraction.finding.clauses.telling import (
    is_compared,
    is_in_passing,
    is_measured_against,
    is_year_of_name,
    opens_story,
    tells_of_subject,
    verb_of_entry,
)
from kztimeline.documents.extraction.finding.clauses.verb_groups import TOLD, Tense
from kztimeline.documents.extraction.finding.quotations import Speeches
from kztimeline.documents.extraction.finding.tokens import CODES
from kztimeline.documents.extraction.moments import Moment, Unit
from kztimeline.documents.extraction.weighing.remembered import Remembered
from kztimeline.documents.extraction.weighing.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from kztimeline.dates.edtf import Date
    from kztimeline.documents.extraction.finding.phrases import Phrase
    from kztimeline.documents.extraction.weighing.questions import Choice, Question

# Farther back than so many tokens, what was told counts as told long ago.
IN_MIND = 400
_YEARS_NEAR = 6
# Words of news so many tokens away are near.
_NEAR = 90
# A date so near to publication, so early in the text, is that of its posting.
_DAYS_OF_POSTING, _FIRST_LINES = 3, 12
_LONG_AGO, _LEADS_KEPT, _YEARS_NAMED = 2, 6, 12
_NO_SPEECHES = Speeches({}, amid_news=False)
# In days.
LONGEST_MONTH = 31
_OF_STORY = TOLD | {Tense.PAST_PLAN}
_OF_PLANS = frozenset({Tense.PLAN, Tense.FUTURE, Tense.MAY, Tense.WOULD, Tense.INTENT})
_OF_NOW = frozenset({Tense.PRESENT, Tense.PLAN, Tense.FUTURE, Tense.MAY, Tense.NONE})


@dataclass(slots=True)
class Context:
    """The state of reading a text from its first phrase to its last.

    Attributes:
        published: The publication date.
        choose: What weighs the candidates of a mention.
        remembered: Every date read so far.
        leads: The dates of the text that its story goes by, the last of them last.
        heading: The year of the last heading.
        heading_until: The last year of that heading, where it has several.
        years: Bare years named, newest last.
        span: The first and last year of the last range of years: "from 1990 to 1994".
        months: The first and last month of the last stretch of them: "from May to July".
        upcoming: For the first token of each phrase, the next date told with its year.
        news: The tokens where words of news stand, such as "yesterday".
        around: What the text speaks of, here and there.
        orders: How many unambiguous figures have the day first, and the month first.
        back_in_news: The last token that was counted from publication.
        choice: What was weighed for the phrase just resolved.
        entry: The date that the last line of a chronicle began with.
        note: The date that heads the note of a bulletin, which counts as its publication.
        of_lists: The years of dates that head entries of a list, by their first tokens.
        of_labels: The days of the weekdays that head entries of a diary, likewise.
        speeches: The phrases in direct speech.
    """

    published: Date | None
    choose: Callable[[Question, Context], Choice]
    remembered: list[Remembered] = field(default_factory=list)
    leads: list[Remembered] = field(default_factory=list)
    heading: Remembered | None = None
    heading_until: int = 0
    years: list[Remembered] = field(default_factory=list)
    span: tuple[Remembered, Remembered] | None = None
    months: tuple[Moment, Moment, Phrase] | None = None
    upcoming: dict[int, tuple[Moment, Phrase]] = field(default_factory=dict)
    news: list[int] = field(default_factory=list)
    around: Surroundings = field(default_factory=Surroundings)
    orders: tuple[int, int] = (0, 0)
    back_in_news: int = -1
    choice: Choice | None = None
    entry: Remembered | None = None
    note: Phrase | None = None
    of_lists: dict[int, int] = field(default_factory=dict)
    of_labels: dict[int, dt.date] = field(default_factory=dict)
    speeches: Speeches = _NO_SPEECHES

    @property
    def published_anchor(self) -> str:
        """Name the publication date for a reader."""
        return self.note.place if self.note else f"published {self.published}"

    @property
    def lead(self) -> Remembered | None:
        """The date that the story of the text has reached."""
        return self.leads[-1] if self.leads else None

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day on which the text can have been published."""
        if not self.published or not self.published.earliest or not self.published.latest:
            return None
        return self.published.earliest, self.published.latest

    @property
    def publication(self) -> Moment | None:
        """The month or year of publication, where its day is not known."""
        units = (Unit.DAY, Unit.MONTH, Unit.YEAR)
        found = (self.from_publication(partial(Moment.of_day, unit)) for unit in units)
        return next((moment for moment in found if moment), None)

    @property
    def is_of_long_ago(self) -> bool:
        """Whether the story has reached a year that is far from publication."""
        year, days = self.lead.moment.year if self.lead else None, self.days
        return days is not None and year is not None and abs(days[0].year - year) >= _LONG_AGO

    def is_to_come(self, day: dt.date | None, by: int = 0) -> bool:
        """Tell whether a day is known to lie more than `by` days after publication."""
        return day is not None and self.days is not None and (day - self.days[1]).days > by

    def is_over(self, moment: Moment) -> bool:
        """Tell whether a moment is known to have ended before publication."""
        last = moment.last_day()
        return last is not None and self.days is not None and last < self.days[0]

    def is_ancient(self, phrase: Phrase) -> bool:
        """Tell whether the years told around a phrase are years before Christ."""
        told = next(
            (item.moment.year for item in reversed(self.remembered) if item.moment.year), None
        )
        if told is None:
            following = self.upcoming.get(phrase.first)
            told = following[0].year if following else None
        return told is not None and told < 0

    def is_in_entry(self, phrase: Phrase) -> bool:
        """Tell what stands in a line of a chronicle that tells what was in the present.

        So does one that begins without a verb: "April 2008: Truce. It collapses in May".
        """
        entry = self.entry
        if entry is None or entry.tense not in _OF_NOW or self._is_today(entry.moment):
            return False
        return between(entry.phrase, phrase) != "text"

    def is_in_chronicle(self, phrase: Phrase) -> bool:
        """Tell what stands in such a line, or below a heading that says a year."""
        return self.heading is not None or self.is_in_entry(phrase)

    def _is_today(self, moment: Moment) -> bool:
        """Tell the day of publication; what stands in its entry looks on as news do."""
        day = moment.first_day() if moment.unit is Unit.DAY else None
        return day is not None and self.days is not None and self.days == (day, day)

    def is_amid_news(self, phrase: Phrase) -> bool:
        """Tell whether a word of news, such as "yesterday", stands near a phrase."""
        at = bisect_left(self.news, phrase.first)
        near = self.news[max(at - 1, 0) : at + 2]
        return any(0 < abs(place - phrase.first) <= _NEAR for place in near)

    def tells_of_long_ago(self, phrase: Phrase) -> bool:
        """Tell whether the story around a phrase is far from publication, and no news near."""
        came_back = self.lead is not None and self.back_in_news > self.lead.phrase.first
        return self.is_of_long_ago and not came_back and not self.is_amid_news(phrase)

    def is_in_old_story(self, phrase: Phrase) -> bool:
        """Tell whether a phrase goes on with a story of long ago in the same paragraph.

        A date that opens its sentence and tells in the past what was begins such a story; it
        goes on until a date of news. What is told by the way is not of it.
        """
        days = self.days
        told = [item for item in self.leads if between(item.phrase, phrase) != "text"]
        begun = next((item for item in reversed(told) if item.explicit and item.fronted), None)
        if begun is None or days is None or self.back_in_news > begun.phrase.first:
            return False
        year, last = begun.moment.year or 0, told[-1].moment.year or 0
        is_one = last - year <= 1 and days[0].year - last >= _LONG_AGO
        in_sentence = between(told[-1].phrase, phrase) == "sentence"
        in_past = begun.tense is Tense.PAST or (begun.tense is Tense.PLUPERFECT and in_sentence)
        return is_one and in_past and not is_in_passing(phrase)

    def remember(
        self, moment: Moment, phrase: Phrase, explicit: bool, of_text: bool = True
    ) -> None:
        """Keep what a phrase meant, but for the year of a name beside the date of its sentence."""
        if moment.unit is Unit.YEAR and self._is_of_name(phrase):
            return
        heads = explicit and phrase.is_in_heading and not self.is_to_come(moment.first_day())
        fronted = heads or (is_fronted(phrase) and not is_attributive(phrase))
        leads = fronted or (
            moment.unit is Unit.YEAR and (tells_of_subject(phrase) or opens_story(phrase))
        )
        in_passing = not leads and is_in_passing(phrase)
        look = outlook(phrase)
        tense = verb_of_entry(phrase) if look.entry else look.tense
        of_text = (of_text or look.entry) and not self.is_of_posting(moment, phrase)
        remembered = Remembered(moment, phrase, explicit, of_text, fronted, in_passing, tense)
        if look.entry:
            self.entry = remembered
        self.remembered.append(remembered)
        if not of_text:
            self.back_in_news = phrase.first
            if moment.unit is Unit.YEAR:
                self.years = [*self.years[-_YEARS_NAMED:], remembered]
            return
        if moment.year is None:
            return
        if heads:
            self.heading = remembered
            self.heading_until = moment.year
            self.leads = [remembered]
        elif moment.unit is Unit.YEAR and not leads:
            self.years = [*self.years[-_YEARS_NAMED:], remembered]
        elif phrase.moves_story and not self._is_only_compared(phrase):
            self.leads = [*self.leads[-_LEADS_KEPT:], remembered]
            if moment.unit is Unit.YEAR:
                self.years = [*self.years[-_YEARS_NAMED:], remembered]

    def _is_of_name(self, phrase: Phrase) -> bool:
        """Tell the 1951 of "In 1956 the league (est. 1951) shrank", from which nothing goes on."""
        told = self.remembered[-1] if self.remembered else None
        if told is None or told.moment.year is None or not is_year_of_name(phrase):
            return False
        goes_on = told.fronted or (told.explicit and not told.in_passing)
        return goes_on and between(told.phrase, phrase) == "sentence"

    def _is_only_compared(self, phrase: Phrase) -> bool:
        """Tell the month of "In May exports were lower than in May 2014", told of the former."""
        told = self.remembered[-2:-1]
        if is_measured_against(phrase):
            return True
        beside = any(between(item.phrase, phrase) == "sentence" for item in told)
        return beside and phrase.has("YEAR") and is_compared(phrase)

    def is_of_posting(self, moment: Moment, phrase: Phrase) -> bool:
        """Tell "Posted: April 22, 2016" above a text of that day, which begins no story."""
        day, days = moment.first_day(), self.days
        if moment.unit is not Unit.DAY or day is None or days is None:
            return False
        is_near = abs((days[0] - day).days) <= _DAYS_OF_POSTING
        return is_near and (phrase.is_in_heading or phrase.first < _FIRST_LINES)

    def leave_open(self, yearless: Moment, guess: Moment | None, phrase: Phrase) -> None:
        """Keep a mention that was not decided: nothing counts from it, but the story goes on."""
        self.remembered.append(Remembered(yearless, phrase, explicit=False))
        if guess:
            lead = Remembered(guess, phrase, explicit=False, fronted=is_fronted(phrase))
            self.leads = [*self.leads[-_LEADS_KEPT:], lead]

    def last(self, unit: Unit, phrase: Phrase, within: int = 6) -> tuple[Moment, Remembered] | None:
        """Return the last moment as the `unit` around it; None if none is so precise.

        At most the `within` last moments are looked at: what was read long ago is
        no longer what "the same day" means. Nor is what only looked back, such as
        "the previous year", nor what another sentence told in passing beside its own date.
        """
        kept: tuple[Moment, Remembered] | None = None
        spoken: tuple[Moment, Remembered] | None = None
        for remembered in self.remembered[: -within - 1 : -1]:
            moment = remembered.moment.widened(unit)
            aside = not remembered.phrase.moves_story or is_measured_against(remembered.phrase)
            if not moment or aside:
                continue
            if unit is not Unit.DAY and self._is_only_spoken(remembered, phrase):
                spoken = spoken or (moment, remembered)
                continue
            if kept is None and not self._is_beside(remembered, phrase):
                return moment, remembered
            if kept and between(remembered.phrase, kept[1].phrase) != "sentence":
                return kept
            if not _is_aside(remembered, phrase):
                return moment, remembered
            kept = kept or (moment, remembered)
        return kept or spoken

    def tells_year_near(self, phrase: Phrase) -> bool:
        """Tell whether a year stands in the paragraph before a phrase."""
        told = (item for item in self.remembered[:-_YEARS_NEAR:-1] if item.explicit)
        return any(between(item.phrase, phrase) != "text" for item in told)

    def _is_only_spoken(self, remembered: Remembered, phrase: Phrase) -> bool:
        """Tell what somebody says of now, on which the story of the text does not go on."""
        told = remembered.phrase
        return (
            told.counts_from_publication and told in self.speeches and phrase not in self.speeches
        )

    def _is_beside(self, remembered: Remembered, phrase: Phrase) -> bool:
        """Tell what an earlier sentence told in passing: "opens with deputies elected May 5".

        So it told what had been before its own date: "On May 5, after a ban had failed in 1990",
        what it compared that with, as "In 2006 sales rose from 9 million in 2005", and until when
        something was set: "On May 5 a court banned them until June". So does the same sentence what
        is planned: "said on May 5 that it must be held on June 9, and left days later".
        """
        tense = outlook(phrase).tense
        apart = between(remembered.phrase, phrase) != "sentence"
        apart = apart or (remembered.tense is Tense.PLUPERFECT and tense is Tense.PAST)
        planned = remembered.tense in _OF_PLANS or is_of_move(remembered.phrase)
        return (planned and tense in _OF_STORY) or (_is_aside(remembered, phrase) and apart)

    def from_publication(self, resolve: Callable[[dt.date], Moment | None]) -> Moment | None:
        """Return what holds whichever day of its date the text was published on."""
        days = self.days
        if days is None:
            return None
        moment = resolve(days[0])
        return moment if days[0] == days[1] or moment == resolve(days[1]) else None


def _is_aside(told: Remembered, phrase: Phrase) -> bool:
    """Tell what is told by the way, to which "the previous year" does not count as "that year"."""
    compared = bool(phrase.meaning("DIRECTION")) and is_compared(told.phrase)
    return told.is_aside or compared


def between(told: Phrase, phrase: Phrase) -> str:
    """Return how far apart two phrases stand: "sentence", "paragraph" or "text"."""
    if phrase.first - told.last > IN_MIND:
        return "text"
    codes = phrase.tokens.codes[told.last : phrase.first]
    if CODES["BREAK"] in codes:
        return "text"
    return "paragraph" if CODES["STOP"] in codes else "sentence"
