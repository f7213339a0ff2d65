"""The events a reader has pinned, and a line of note on each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from kztimeline.session.state_files import change_for, load_for

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

_STATE: Final = "pins"


@dataclass(frozen=True, slots=True)
class Pins:
    """What is pinned in one timeline.

    Ids that the timeline does not have are kept: its file may have them again.

    Attributes:
        pinned: The ids of the pinned events, in the order they were pinned.
        notes: The reader's line on an event, by id; it outlives the pin.
    """

    pinned: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def __contains__(self, identifier: object) -> bool:
        return identifier in self.pinned

    def toggled(self, identifier: str) -> Pins:
        """Return the pins with an event pinned, or no longer."""
        if identifier in self.pinned:
            rest = tuple(each for each in self.pinned if each != identifier)
            return Pins(rest, self.notes)
        return Pins((*self.pinned, identifier), self.notes)

    def noted(self, identifier: str, note: str) -> Pins:
        """Return the pins with an event pinned and this note on it; an empty one removes it."""
        notes = {key: text for key, text in self.notes.items() if key != identifier}
        if note:
            notes[identifier] = note
        pinned = self.pinned if identifier in self.pinned else (*self.pinned, identifier)
        return Pins(pinned, notes)

    def known(self, identifiers: Iterable[str]) -> tuple[str, ...]:
        """Return those of `identifiers` that are pinned, in their order."""
        pinned = set(self.pinned)
        return tuple(identifier for identifier in identifiers if identifier in pinned)

    def notes_of_pinned(self) -> dict[str, str]:
        """Return the notes on the events that are pinned, by id."""
        return {key: self.notes[key] for key in self.pinned if key in self.notes}

    def to_data(self) -> dict[str, Any]:
        """Return the pins as JSON knows them."""
        return {"pinned": list(self.pinned), "notes": dict(self.notes)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Pins:
        """Read what `to_data` gave; what is of another kind is left out."""
        pinned, notes = data.get("pinned"), data.get("notes")
        ids = pinned if isinstance(pinned, list) else ()
        texts = notes.items() if isinstance(notes, dict) else ()
        return cls(
            tuple(dict.fromkeys(each for each in ids if isinstance(each, str))),
            {key: text for key, text in texts if isinstance(text, str) and text},
        )


def load_pins(timeline: Timeline) -> tuple[Pins, str]:
    """Return what is pinned in a timeline, and what to tell the reader about the file."""
    data, notice = load_for(_STATE, timeline)
    return Pins.from_data(data), notice


def change_pins(timeline: Timeline, change: Callable[[Pins], Pins]) -> tuple[Pins, str]:
    """Change what the file says is pinned now, which another window may have changed.

    Returns:
        The pins as they are written, and what to tell the reader about the file.

    Raises:
        OSError: the file cannot be written; what was there is as it was.
    """
    made = Pins()

    def write(data: Mapping[str, Any]) -> dict[str, Any]:
        nonlocal made
        made = change(Pins.from_data(data))
        return made.to_data()

    notice = change_for(_STATE, timeline, write)
    return made, notice
