"""The events that a briefing is about, and how surely each was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kztimeline.export.answer import explained
from kztimeline.export.briefing.entries import Entry, entry_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from kztimeline.export.briefing.footnotes import Footnotes
    from kztimeline.timeline.model import Event, Timeline


class Selected(NamedTuple):
    """The events of a briefing.

    Attributes:
        timeline: What they are part of.
        events: The events, in the order of the timeline.
        notes: The reader's own line on some of them, by event id.
        possible: The ids of those that only possibly match what was asked.
    """

    timeline: Timeline
    events: Sequence[Event]
    notes: Mapping[str, str]
    possible: Collection[str] = ()

    def note(self, event: Event) -> str:
        """Return the reader's own line on an event, or nothing."""
        return self.notes.get(event.id, "")

    def entry(
        self,
        event: Event,
        footnotes: Footnotes,
        *,
        note: str | None = None,
        most: int | None = None,
        sides: bool = True,
    ) -> Entry:
        """Return what is said of an event; see `entry_of`."""
        return entry_of(
            self.timeline,
            event,
            self.note(event) if note is None else note,
            footnotes,
            most=most,
            sides=sides,
            possible=event.id in self.possible,
        )

    def number_words(self) -> str:
        """Return how many events there are, and how many of them only possibly match."""
        possible = sum(event.id in self.possible for event in self.events)
        return explained(len(self.events), possible)
