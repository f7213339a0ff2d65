"""The pins of the timeline on the screen: read when first needed, kept at each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.model import Event, Timeline
    from kztimeline.pins import Pins


class Pinboard:
    """What is pinned, as the file of pins and this screen know it.

    Attributes:
        notice: What the reader should be told about the file, once.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._pins: Pins | None = None
        self.notice = ""

    @property
    def pins(self) -> Pins:
        """What is pinned, also of events that the timeline does not have."""
        if self._pins is None:
            from kztimeline.pins import load_pins

            self._pins, self.notice = load_pins(self._timeline)
        return self._pins

    @property
    def events(self) -> list[Event]:
        """The pinned events, in the order of the timeline."""
        return [self._timeline.events[position] for position in sorted(self.positions)]

    @property
    def positions(self) -> frozenset[int]:
        """Where the pinned events stand in the timeline."""
        known = self._timeline.position
        return frozenset(
            known[identifier] for identifier in self.pins.pinned if identifier in known
        )

    def only_pinned(self, shown: Sequence[int]) -> list[int]:
        """Return those of the positions `shown` that are pinned."""
        pinned = self.positions
        return [position for position in shown if position in pinned]

    def note_on(self, event: Event | None) -> str | None:
        """Return the note on a pinned event, maybe empty; None where it is not pinned."""
        if event is None or self._pins is None or event.id not in self._pins:
            return None
        return self._pins.notes.get(event.id, "")

    @property
    def notice_if_empty(self) -> tuple[str, ...]:
        """What to show in place of the list where no pin is to be seen."""
        if not self.positions:
            return "No event is pinned.", "", "P shows all events again; p pins one."
        return "No pinned event matches this filter.", "", "P shows all events again."

    def change(self, change: Callable[[Pins], Pins]) -> None:
        """Change the pins, also in their file; where that fails, for this time only."""
        from kztimeline.pins import change_pins

        before = self.pins
        try:
            self._pins, self.notice = change_pins(self._timeline, change)
        except OSError as error:
            self._pins = change(before)
            reason = error.strerror or error
            self.notice = f"Kept until you leave only; the pins cannot be written: {reason}"

    def take_notice(self) -> str:
        """Return the notice and forget it."""
        notice, self.notice = self.notice, ""
        return notice
