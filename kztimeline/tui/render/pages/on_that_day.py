"""A day or a stretch of days in full: who was in office, what was under way, what was near."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.display import display
from kztimeline.dates.edtf import Precision, parse
from kztimeline.text.cells import clean, fit, lines_of, width
from kztimeline.text.pieces import Piece, clip
from kztimeline.timeline.in_office import Office, memberships_within, offices_within
from kztimeline.timeline.lasting import beginning, lasted, perhaps_ran, surely_ran
from kztimeline.tui.render.pages.writer import Detail, Writer
from kztimeline.tui.render.signs import TRACK_ROLES, date_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Event, Timeline

_NAME: Final = 34
_DATES: Final = 24
_COLUMNS_FROM: Final = 60
_AROUND: Final = 3
_SHARED: Final = 3
"""How many hold an office at once that many may hold: a seat among others."""
_UNDER_WAY: Final = 8


class Days(NamedTuple):
    """The days a page is about.

    Attributes:
        date: The date that allows them.
        whole: Whether all of them are meant, and not one of them that is not known.
        known_until: The day after which nothing is to be known, or None.
    """

    date: Date
    whole: bool = False
    known_until: dt.date | None = None

    @classmethod
    def of(cls, date: Date, known_until: dt.date | None = None) -> Days:
        """Return all days of an interval with two ends; else those on which it may have begun."""
        if date.is_interval and date.earliest and date.latest:
            return cls(date, whole=True, known_until=known_until)
        return cls(beginning(date), known_until=known_until)

    @property
    def first(self) -> dt.date:
        """The first one."""
        return self.date.earliest or dt.date.min

    @property
    def last(self) -> dt.date:
        """The last one."""
        return self.date.latest or dt.date.max

    @property
    def words(self) -> str:
        """Such as 'On 3 January 2022', 'Some time in 1991', 'Perhaps on …' or 'In 1991–1992'."""
        words = display(self.date)
        if self.whole:
            return f"In {words}"
        if words.startswith("about"):
            return _capital(words)
        on_a_day = self.date.precision is Precision.DAY
        if on_a_day:
            words = f"{self.first.day} {MONTHS[self.first.month - 1]} {self.first.year}"
        when = f"{'on' if on_a_day else 'some time in'} {words.rstrip('?')}"
        return f"Perhaps {when}" if self.date.qualifier else _capital(when)

    @property
    def unknown(self) -> bool:
        """Whether all of them come after what is to be known."""
        return self.known_until is not None and self.first > self.known_until

    def moved(self, days: int) -> Days:
        """Return the day before the first or after the last of these, as far as time goes."""
        start = self.last if days > 0 else self.first
        ordinal = min(max(start.toordinal() + days, 1), dt.date.max.toordinal())
        day = parse(dt.date.fromordinal(ordinal).isoformat())
        return Days(day, known_until=self.known_until)


def on_that_day(
    timeline: Timeline,
    days: Days,
    cells: int,
    key: Callable[[str], str],
    whole: Timeline | None = None,
) -> Detail:
    """Return the page of some days, wrapped to `cells`.

    As of a day the timeline is the one known then, and of later days nothing is told;
    which offices are asked for, the `whole` one says. `key` returns the key of an action.
    """
    writer = _DayWriter(timeline, days, max(cells, 8), whole)
    writer.head(f"‹ {key('previous_day')} earlier  {key('next_day')} later ›")
    if days.unknown:
        writer.unknown()
        return writer.detail
    writer.offices()
    writer.under_way()
    writer.around()
    writer.memberships()
    return writer.detail


class _DayWriter(Writer):
    """Writes the sections of the page one after another."""

    def __init__(
        self, timeline: Timeline, days: Days, cells: int, whole: Timeline | None = None
    ) -> None:
        super().__init__(cells)
        self._timeline, self._whole = timeline, whole
        self._days = days
        self._names = min(_NAME, self.cells * 2 // 5)
        known = list(enumerate(timeline.columns.dates.each(lambda date: date)))
        running = [
            (position, date)
            for position, date in known
            if _goes_on(date) and perhaps_ran(date, days.first, days.last)
        ]
        running.sort(key=lambda run: (not self._surely(run[1]), run[1].precision))
        self._lasting = [position for position, _ in running]
        lasting = frozenset(self._lasting)
        self._dated = [
            (date.start.earliest, position)
            for position, date in known
            if date.start and date.start.earliest == date.start.latest and position not in lasting
        ]

    def head(self, keys: str) -> None:
        """Say which day it is, and by which keys to get to the next."""
        title = self._days.words
        space = self.cells - width(title) - width(keys)
        if space < 2:
            self.paragraph(title, "title")
            self.paragraph(keys, "muted")
        else:
            self.put(Piece(title, "title"), Piece(" " * space), Piece(keys, "muted"))

    def unknown(self) -> None:
        """Say that the timeline is shown as of an earlier day."""
        if self._days.known_until is not None:
            last = display(parse(self._days.known_until.isoformat()))
            self.paragraph(f"The timeline is shown as of {last}; this is later.", "muted")

    def offices(self) -> None:
        """Say who was in office, office by office; also where nobody is on record."""
        self.section("In office")
        for office in offices_within(
            self._timeline, self._days.first, self._days.last, self._whole
        ):
            if office.held:
                self._held(office)
            else:
                after = office.following
                following = f"next: {after.name}, {display(after.date)}" if after else ""
                if after and after.date.start:
                    following = f"next: {after.name}, {display(beginning(after.date))}"
                self._row(office.name, "none on record", following, "muted")

    def _held(self, office: Office) -> None:
        # Where so many hold an office at once, there are others whom no event names.
        shared = len(office.held) >= _SHARED
        title = f"{office.name} (those named here)" if shared else office.name
        if len(office.held) > _AROUND:
            names = ", ".join(holder.name for holder in office.held)
            self._row(title, names, "", "text")
            return
        for number, holder in enumerate(office.held):
            dates = display(holder.date)
            self._row("" if number else title, holder.name, dates, "text")

    def _row(self, name: str, value: str, after: str, role: str) -> None:
        """Add a row of the table; on a narrow page one part stands below the other."""
        name, value, after = clean(name), clean(value), clean(after)
        if self.cells < _COLUMNS_FROM:
            if name:
                self.paragraph(name, "label")
            self.paragraph(value, role, 2, f", {after}" if after else "")
            return
        if width(name) >= self._names:
            self.paragraph(name, "label")
            name = ""
        room = self.cells - self._names
        if width(value) + width(after) + 2 > room:
            lines = lines_of(f"{value}  {after}", room)
            heads = [fit(name, self._names), *[" " * self._names] * (len(lines) - 1)]
            for left, line in zip(heads, lines, strict=True):
                self.put(Piece(left, "label"), Piece(line, role))
            return
        wide = min(max(room - _DATES, width(value) + 2), room - width(after))
        cells = [Piece(fit(name, self._names), "label"), Piece(fit(value, wide), role)]
        self.put(*cells, Piece(after, "muted"))

    def under_way(self) -> None:
        """List what had begun and was not over."""
        if not self._lasting:
            return
        self.section("Under way")
        for position in self._lasting[:_UNDER_WAY]:
            event = self._timeline.events[position]
            self._event(event, "" if self._surely(event.date) else "perhaps")
        more = len(self._lasting) - _UNDER_WAY
        if more > 0:
            self.paragraph(f"{more} more", "muted")

    def _surely(self, date: Date) -> bool:
        return surely_ran(date, self._days.first, self._days.last, whole=self._days.whole)

    def around(self) -> None:
        """List what happened on the day, and what came just before and after."""
        first = bisect_left(self._dated, (self._days.first, -1))
        last = bisect_right(self._dated, (self._days.last, len(self._timeline.events)))
        dated = [position for _, position in self._dated]
        before, on_day, after = (
            [self._timeline.events[position] for position in dated[max(start, 0) : end]]
            for start, end in ((first - _AROUND, first), (first, last), (last, last + _AROUND))
        )
        self.section("That day" if self._days.first == self._days.last else "Within that time")
        if not on_day:
            self.paragraph("no dated event on record", "muted")
        for event in on_day[:_UNDER_WAY]:
            self._event(event, "")
        if len(on_day) > _UNDER_WAY:
            self.paragraph(f"{len(on_day) - _UNDER_WAY} more", "muted")
        self.section("Just before and after")
        for event in before:
            self._event(event, _away(self._days.first, event))
        for event in after:
            self._event(event, _away(self._days.last, event))

    def _event(self, event: Event, words: str) -> None:
        """Add an event as a link: when it was, and what; side by side where there is room."""
        start = len(self.detail.lines)
        track = [each.id for each in self._timeline.tracks].index(event.track)
        sign = f"{date_sign(event.date)} {self._timeline.tracks[track].letter} "
        date = clean(display(event.date))
        if self.cells < _COLUMNS_FROM:
            head = [Piece(sign, TRACK_ROLES[track]), Piece(date, "text")]
            head += [Piece(f"  {words}", "muted")] if words else []
            self.put(*clip(head, self.cells))
            self.paragraph(event.title, "link", 4)
        else:
            self._beside(sign, TRACK_ROLES[track], _when(date, words), event.title)
        self.link_from(start, event.id)

    def _beside(self, sign: str, role: str, when: str, title: str) -> None:
        """Put when and what side by side; neither is cut, since both end in what matters."""
        room = self._names - width(sign) - 1
        rows = zip_longest(
            lines_of(when, room), lines_of(clean(title), self.cells - self._names), fillvalue=""
        )
        for number, (left, right) in enumerate(rows):
            head = Piece(" " * width(sign) if number else sign, role)
            self.put(head, Piece(f"{fit(left, room)} ", "muted"), Piece(right, "link"))

    def memberships(self) -> None:
        """Name all memberships on one line."""
        names = memberships_within(self._timeline, self._days.first, self._days.last)
        if names:
            self.section("Member of")
            self.paragraph(" · ".join(names), "text")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _goes_on(date: Date) -> bool:
    """Tell whether something lasted, or is only known to the month: it may have been any day."""
    return lasted(date) or (not date.is_interval and date.precision is Precision.MONTH)


_NUMBERS: Final[Sequence[str]] = ("", "the day", "two days", "three days", "four days", "five days")


def _when(date: str, words: str) -> str:
    return f"{date}, {words}" if words == "perhaps" else words or date


def _away(day: dt.date, event: Event) -> str:
    start = event.date.earliest
    if start is None:
        return ""
    days = (start - day).days
    words = _NUMBERS[abs(days)] if abs(days) < len(_NUMBERS) else f"{abs(days):,} days"
    return f"{words} {'before' if days < 0 else 'after'}"
