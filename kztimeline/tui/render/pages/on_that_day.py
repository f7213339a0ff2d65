"""A day or a stretch of days in full: who was in office, what was under way, what was near."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from kztimeline.dates.display import display
from kztimeline.dates.edtf import parse
from kztimeline.dates.occurring import first_day, last_day
from kztimeline.text.cells import clean, fit, lines_of, width
from kztimeline.text.numbers import count_of
from kztimeline.text.pieces import Piece, clip
from kztimeline.timeline.around_days import around_days
from kztimeline.timeline.in_office.on_days import memberships_within, offices_within
from kztimeline.timeline.in_office.terms import term_of
from kztimeline.timeline.in_office.wording import (
    ONLY_NAMED,
    after_end_words,
    beginning_words,
    holder_words,
)
from kztimeline.timeline.offices import KINDS
from kztimeline.tui.render.pages.writer import Detail, Writer
from kztimeline.tui.render.signs import TRACK_ROLES, date_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.timeline.in_office.days import Days
    from kztimeline.timeline.in_office.on_days import Office
    from kztimeline.timeline.model import Event, Position, Timeline

_NAME: Final = 34
_DATES: Final = 24
_LONG_DATES: Final = 38
_LONG_FROM: Final = 76
_COLUMNS_FROM: Final = 60
_GAP: Final = 2
"""Cells between two columns."""
_TOLD: Final = 3
"""Of so many who hold a seat among others at once it is said when each did."""
_UNDER_WAY: Final = 8
_WITHIN: Final = 100
_OFFICES_AND_MEMBERSHIPS: Final = frozenset({*KINDS, "membership"})


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
    return writer.detail


class _DayWriter(Writer):
    """Writes the sections of the page one after another."""

    def __init__(
        self, timeline: Timeline, days: Days, cells: int, whole: Timeline | None = None
    ) -> None:
        super().__init__(cells)
        self._timeline, self._whole = timeline, whole
        self._days = days
        self._names = min(_NAME, self.cells * 2 // 5 + 1)
        self._widest_dates = self._widest_holder = 0
        self._near = around_days(timeline, days.first, days.last, days.whole)

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
        """Say who was in office, office by office, where nobody is on record too; then members."""
        days = self._days.first, self._days.last
        offices = offices_within(self._timeline, *days, self._whole)
        held = [each for office in offices for each in office.held]
        self._measure([(clean(each.name), clean(holder_words(each, *days))) for each in held])
        members = " · ".join(
            f"{each.name} (perhaps)" if each.perhaps else each.name
            for each in memberships_within(self._timeline, *days)
        )
        if offices:
            self.section("In office")
            self._after_end()
        for office in offices:
            if office.whole:
                self._office(office)
        if members and not offices:
            self.section("Member of")
            self._after_end()
            self.paragraph(members, "text")
        elif members:
            self._row("Member of", members, "", "text")
        named = [office for office in offices if not office.whole]
        if named:
            self.paragraph(ONLY_NAMED, "muted")
        for office in named:
            self._office(office)

    def _measure(self, rows: Sequence[tuple[str, str]]) -> None:
        """Find how wide the columns of holders and of their dates must be to stand side by side."""
        room = self.cells - self._names
        self._widest_dates = max((width(dates) for _, dates in rows), default=0)
        beside = [row for row in rows if sum(map(width, row)) + _GAP <= room]
        holders = max((width(name) for name, _ in beside), default=0)
        dates = max((width(dates) for _, dates in beside), default=0)
        self._widest_holder = holders if holders + _GAP + dates <= room else 0

    def _after_end(self) -> None:
        """Say of days after the end of the timeline that it cannot know who left meanwhile."""
        if words := after_end_words(self._whole or self._timeline, self._days.first):
            self.paragraph(words, "muted")

    def _office(self, office: Office) -> None:
        if not office.held:
            after = office.following
            # What is said of a holder to come is not a date, and stands in no column of dates.
            coming = f"next on record: {after.name}, {beginning_words(after.term)}" if after else ""
            vacant = "  ".join(filter(None, ("none on record", coming)))
            self._row(office.name, vacant, "", "muted")
        elif len(office.held) > _TOLD and not office.whole:
            names = (
                f"{each.name} (perhaps)" if each.perhaps else each.name for each in office.held
            )
            self._row(office.name, ", ".join(names), "", "text")
        else:
            for number, holder in enumerate(office.held):
                dates = holder_words(holder, self._days.first, self._days.last)
                self._row("" if number else office.name, holder.name, dates, "text")

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
        self._columns(fit(name, self._names), value, after, role)

    def _columns(self, name: str, value: str, after: str, role: str) -> None:
        """Add a row of which what comes last stands in its column, below where there is no room."""
        room = self.cells - self._names
        dates = _LONG_DATES if room >= _LONG_FROM else _DATES
        # One column for all of them, where names have room beside the longest.
        dates = max(dates, min(self._widest_dates, room // 2))
        column, space = room - dates, " " * self._names
        if self._widest_holder:
            column = max(column, self._widest_holder + _GAP)
        in_column = width(value) + _GAP <= column or width(after) > room - column
        if width(value) + width(after) + _GAP <= room and (in_column or not after):
            wide = min(max(column, width(value) + _GAP), room - width(after))
            left = [Piece(name, "label"), Piece(fit(value, wide), role)]
            self.put(*left, Piece(after, "muted"))
            return
        for number, line in enumerate(lines_of(value, room)):
            self.put(Piece(space if number else name, "label"), Piece(line, role))
        if not after:
            return
        before = space + " " * column if width(after) <= room - column else space
        for line in lines_of(after, self.cells - width(before)):
            self.put(Piece(before), Piece(line, "muted"))

    def under_way(self) -> None:
        """List what had begun and was not over, the phases of the timeline first."""
        eras = [
            (era, presence)
            for era in self._timeline.eras
            if era.kind not in _OFFICES_AND_MEMBERSHIPS
            and (presence := term_of("", era.date).presence(self._days.first, self._days.last))
        ]
        if not eras and not self._near.under_way:
            return
        self.section("Under way")
        for era, presence in eras:
            doubt = ", perhaps" if presence == "perhaps" else ""
            kind = _capital(era.kind.replace("-", " "))
            self._row(kind, era.name, f"{display(era.date)}{doubt}", "text")
        self._events(self._near.under_way, _UNDER_WAY)

    def around(self) -> None:
        """List what happened on the day, and what came just before and after on each track."""
        near, one_day = self._near, self._days.first == self._days.last
        self.section("That day" if one_day else "Within that time")
        if not near.dated and not near.undated:
            self.paragraph("no dated event on record", "muted")
        self._events(near.dated, _WITHIN)
        if near.undated:
            self.paragraph(f"within {display(self._days.date)}, day unknown", "muted")
            self._events(near.undated, _WITHIN)
        if near.too_vague:
            when = "that day" if one_day else "then"
            events = count_of(len(near.too_vague), "event")
            self.paragraph(f"{events} with no closer date than a year, perhaps {when}", "muted")
        if near.before or near.after:
            self.section("Just before and after")
        for position in near.before:
            event = self._timeline.events[position]
            day = dt.date.fromordinal(last_day(event.date))
            self._event(event, _away((day - self._days.first).days))
        for position in near.after:
            event = self._timeline.events[position]
            day = dt.date.fromordinal(first_day(event.date))
            self._event(event, _away((day - self._days.last).days))

    def _events(self, positions: Sequence[Position], most: int) -> None:
        for position in positions[:most]:
            event = self._timeline.events[position]
            doubtful = position in self._near.doubtful or event.date.qualifier
            self._event(event, "perhaps" if doubtful else "")
        if len(positions) > most:
            self.paragraph(f"{len(positions) - most:,} more", "muted")

    def _event(self, event: Event, words: str) -> None:
        """Add an event as a link: when it was, and what; side by side where there is room."""
        start = len(self.detail.lines)
        track = [each.id for each in self._timeline.tracks].index(event.track)
        sign = f"{date_sign(event.date)} {self._timeline.tracks[track].letter} "
        when = _when(clean(display(event.date)), words)
        if self.cells < _COLUMNS_FROM:
            self.put(*clip([Piece(sign, TRACK_ROLES[track]), Piece(when, "text")], self.cells))
            self.paragraph(event.title, "link", 4)
        else:
            self._beside(sign, TRACK_ROLES[track], when, event.title)
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


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_NUMBERS: Final[Sequence[str]] = ("", "the day", "two days", "three days", "four days", "five days")


def _when(date: str, words: str) -> str:
    return f"{date}, {words}" if words == "perhaps" else words or date


def _away(days: int) -> str:
    words = _NUMBERS[abs(days)] if abs(days) < len(_NUMBERS) else f"{abs(days):,} days"
    return f"{words} {'before' if days < 0 else 'after'}"
