"""The events a reader has pinned, and a line of note on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


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
    def from_data(cls, data: Any) -> Pins:
        """Read what `to_data` gave; raise ValueError where it is something else."""
        match data:
            case {"pinned": list(pinned), "notes": dict(notes)} if all(
                isinstance(text, str) for text in (*pinned, *notes, *notes.values())
            ):
                return cls(tuple(dict.fromkeys(pinned)), notes)
        raise ValueError("these are no pins")
