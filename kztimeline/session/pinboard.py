"""The pins of the timeline on the screen: read when first needed, kept at each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from kztimeline.session.pins import Pins
    from kztimeline.timeline.model import Event, Timeline


class Pinboard:
    """What is pinned in the timeline that a screen shows.

    Attributes:
        notice: What the reader should be told about the file, once.
    """

    def __init__(self, timeline: Callable[[], Timeline]) -> None:
        self._timeline = timeline
        self._pins: Pins | None = None
        self.notice = ""

    @property
    def pins(self) -> Pins:
        """What is pinned, also of events that the timeline does not have."""
        if self._pins is None:
            from kztimeline.session.pins import load_pins

            self._pins, self.notice = load_pins(self._timeline())
        return self._pins

    @property
    def events(self) -> list[Event]:
        """The pinned events, in the order of the timeline."""
        events = self._timeline().events
        return [events[position] for position in sorted(self.positions)]

    @property
    def positions(self) -> frozenset[int]:
        """Where the pinned events stand in the timeline."""
        known = self._timeline().position
        return frozenset(
            known[identifier] for identifier in self.pins.pinned if identifier in known
        )

    @property
    def positions_so_far(self) -> frozenset[int]:
        """The same, and none before the pins are read."""
        return frozenset() if self._pins is None else self.positions

    @property
    def notes_so_far(self) -> Collection[str]:
        """The notes on events, and none before the pins are read."""
        return () if self._pins is None else self._pins.notes.values()

    def only_pinned(self, shown: Sequence[int]) -> list[int]:
        """Return those of the positions `shown` that are pinned."""
        pinned = self.positions
        return [position for position in shown if position in pinned]

    def note_on(self, event: Event | None) -> str | None:
        """Return the note on a pinned event, maybe empty; None where it is not pinned."""
        if event is None or self._pins is None or event.id not in self._pins:
            return None
        return self._pins.notes.get(event.id, "")

    def change(self, change: Callable[[Pins], Pins]) -> None:
        """Change the pins, also in their file; where that fails, for this time only."""
        from kztimeline.session.pins import change_pins

        before = self.pins
        try:
            self._pins, self.notice = change_pins(self._timeline(), change)
        except OSError as error:
            self._pins = change(before)
            reason = error.strerror or error
            self.notice = f"Kept until you leave only; the pins cannot be written: {reason}"

    def take_notice(self) -> str:
        """Return the notice and forget it."""
        notice, self.notice = self.notice, ""
        return notice
