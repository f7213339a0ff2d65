"""What was still running on a day: a presidency, a membership, an event that lasted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kztimeline.asof import known_then

if TYPE_CHECKING:
    from kztimeline.dates import Date
    from kztimeline.model import EraKind, Timeline

LETTERS: Final[dict[EraKind, str]] = {
    "presidency": "P",
    "administration": "A",
    "envoy": "E",
    "membership": "M",
    "capital": "C",
}
"""The kinds of era that run, in the order they are shown, with their letters."""

EVENT_LETTER: Final = "▬"
_LASTING: Final = 31


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

    def sure_on(self, day: dt.date) -> bool:
        """Tell whether it surely ran on a day."""
        span = self.date.certain_span
        if span is None:
            return False
        first, last = span
        return self.date.start is not None and first is not None and first <= day <= (last or day)

    def known_on(self, day: dt.date) -> Running:
        """Return it as it could be known on a day: an end that came later is open."""
        return Running(self.letter, self.name, known_then(self.date, day), self.event, self.track)


class Runs:
    """Everything of a timeline that lasted, found once."""

    def __init__(self, timeline: Timeline) -> None:
        numbers = {track.id: number for number, track in enumerate(timeline.tracks)}
        order = list(LETTERS)
        eras = sorted(
            (era for era in timeline.eras if era.kind in LETTERS),
            key=lambda era: (order.index(era.kind), era.date),
        )
        self._all = [Running(LETTERS[era.kind], era.name, era.date) for era in eras]
        self._all += [
            Running(EVENT_LETTER, event.title, event.date, position, numbers[event.track])
            for position, event in enumerate(timeline.events)
            if lasted(event.date)
        ]

    def on(self, day: dt.date, known_until: dt.date | None = None) -> list[Running]:
        """Return what ran on a day: eras, then events, first those that surely did.

        Args:
            day: The day.
            known_until: The day after which nothing is to be known.
        """
        found = [run for run in self._all if _allows(run.date, day)]
        if known_until is not None:
            found = [
                run.known_on(known_until)
                for run in found
                if run.date.earliest is None or run.date.earliest <= known_until
            ]
        return sorted(found, key=lambda run: not run.sure_on(day))


def lasted(date: Date) -> bool:
    """Tell whether something lasted, and not for some days only."""
    if not date.is_interval:
        return False
    first, last = date.earliest, date.latest
    return first is None or last is None or (last - first).days > _LASTING


def _allows(date: Date, day: dt.date) -> bool:
    first, last = date.earliest, date.latest
    return (first is None or first <= day) and (last is None or day <= last)
