"""What ran at a time: a presidency, a membership, an event that lasted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display
from kztimeline.dates.edtf import Precision, parse
from kztimeline.timeline.as_of import known_then

if TYPE_CHECKING:
    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import EraKind, Timeline

LETTERS: Final[dict[EraKind, str]] = {
    "presidency": "P",
    "administration": "A",
    "envoy": "E",
    "membership": "M",
    "capital": "C",
}
"""The kinds of era that are known to run, in the order they are shown, with their letters."""
_PHASE: Final = "phase"
"""The kind that runs for nobody: a name for a stretch of time."""

EVENT_LETTER: Final = "▬"
_LASTING: Final = 31


class Time(NamedTuple):
    """A time to ask about: the days it allows, and what it is called.

    Attributes:
        first: Its first day.
        last: Its last day.
        words: Such as 'on 16 Dec 2011' or 'some time in 1991'.
        whole: Whether every day of it is meant, and not one of them that is not known.
    """

    first: dt.date
    last: dt.date
    words: str
    whole: bool


def beginning(date: Date) -> Time:
    """Return the time at which something with a date began, or ended where no start is known."""
    start, _slash, end = date.text.partition("/")
    point = parse(start if date.start else end)
    first, last = point.earliest or dt.date.min, point.latest or dt.date.max
    return Time(first, last, _in_words(point), False)


def throughout(date: Date) -> Time:
    """Return a date that was asked for as a time: all of an interval that has two ends."""
    if not date.is_interval or date.earliest is None or date.latest is None:
        return beginning(date)
    return Time(date.earliest, date.latest, f"in {display(date)}", True)


def _in_words(point: Date) -> str:
    words = display(point)
    if words.startswith("about"):
        return words
    doubt = "perhaps " if point.qualifier else ""
    when = "on" if point.precision is Precision.DAY else "some time in"
    return f"{doubt}{when} {words.rstrip('?')}"


@dataclass(frozen=True, slots=True)
class Running:
    """Something that runs from one date to another.

    Attributes:
        letter: What kind of thing it is.
        name: What it is called.
        date: From when to when.
        event: The position of the event, or None for an era.
        track: The number of the event's track, or None.
    """

    letter: str
    name: str
    date: Date
    event: int | None = None
    track: int | None = None

    def sure_at(self, time: Time) -> bool:
        """Tell whether it surely ran at a time: on whichever day that was, or within all of it."""
        span = self.date.certain_span
        if span is None or span[0] is None:
            return False
        first, last = span[0], span[1] or time.last
        if time.whole:
            return first <= time.last and time.first <= last
        return first <= time.first and time.last <= last

    def known_on(self, day: dt.date) -> Running:
        """Return it as it could be known on a day: an end that came later is open."""
        return Running(self.letter, self.name, known_then(self.date, day), self.event, self.track)


class Runs:
    """Everything of a timeline that lasted, found once."""

    def __init__(self, timeline: Timeline) -> None:
        columns = timeline.columns
        order = [*LETTERS, *sorted({era.kind for era in timeline.eras} - LETTERS.keys())]
        eras = sorted(
            (era for era in timeline.eras if era.kind != _PHASE),
            key=lambda era: (order.index(era.kind), era.date),
        )
        self._all = [Running(_letter(era.kind), era.name, era.date) for era in eras]
        lasting = compress(range(len(timeline.events)), columns.dates.each(lasted))
        self._all += [
            Running(EVENT_LETTER, event.title, event.date, position, columns.tracks[position])
            for position in lasting
            for event in (timeline.events[position],)
        ]

    def at(self, time: Time, known_until: dt.date | None = None) -> list[Running]:
        """Return what ran at a time: eras, then events, first those that surely did.

        Args:
            time: The time.
            known_until: The day after which nothing is to be known.
        """
        found = [run for run in self._all if _allows(run.date, time)]
        if known_until is not None:
            found = [
                run.known_on(known_until)
                for run in found
                if run.date.earliest is None or run.date.earliest <= known_until
            ]
        return sorted(found, key=lambda run: (run.event is not None, not run.sure_at(time)))


def _letter(kind: EraKind) -> str:
    return LETTERS.get(kind) or kind[0].upper()


def lasted(date: Date) -> bool:
    """Tell whether something lasted, and not for some days only."""
    if not date.is_interval:
        return False
    first, last = date.earliest, date.latest
    return first is None or last is None or (last - first).days > _LASTING


def _allows(date: Date, time: Time) -> bool:
    first, last = date.earliest, date.latest
    return (first is None or first <= time.last) and (last is None or time.first <= last)
