"""The events a reader has pinned, and a line of note on each; read when first needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from kztimeline.session.state.state_files import (
    change_for,
    left_out,
    load_for,
    spare_key,
    state_file,
)

if TYPE_CHECKING:
    from kztimeline.timeline.model import Event, Position, Timeline

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
            return replace(self, pinned=rest)
        return replace(self, pinned=(*self.pinned, identifier))

    def noted(self, identifier: str, note: str) -> Pins:
        """Return the pins with an event pinned and this note on it; an empty one removes it."""
        notes = {key: text for key, text in self.notes.items() if key != identifier}
        if note:
            notes[identifier] = note
        pinned = self.pinned if identifier in self.pinned else (*self.pinned, identifier)
        return replace(self, pinned=pinned, notes=notes)

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

    def put_into(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return what was read, with these pins; what is not understood stays in it."""
        kept = {key: value for key, value in data.items() if key not in self.to_data()}
        for key, kind in (("pinned", list), ("notes", dict)):
            if not isinstance(data.get(key, kind()), kind):
                kept[spare_key(data, key)] = data[key]
        strange = [each for each in _list(data.get("pinned")) if not isinstance(each, str)]
        others = {key: note for key, note in _dict(data.get("notes")).items() if not _is_note(note)}
        return {
            **kept,
            "pinned": [*self.pinned, *strange],
            "notes": {**others, **self.notes},
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Pins:
        """Read what the file of pins holds; what is of another kind is left out."""
        ids = _list(data.get("pinned"))
        texts = _dict(data.get("notes")).items()
        return cls(
            tuple(dict.fromkeys(each for each in ids if isinstance(each, str))),
            {key: text for key, text in texts if _is_note(text) and text},
        )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _is_note(value: object) -> bool:
    return isinstance(value, str)


def _strange(data: Mapping[str, Any]) -> list[str]:
    """Return in words what of the pins is not understood."""
    found = [
        f"{key} {data[key]!r:.40}"
        for key, kind in (("pinned", list), ("notes", dict))
        if not isinstance(data.get(key, kind()), kind)
    ]
    found += [f"the pin {id!r:.40}" for id in _list(data.get("pinned")) if not isinstance(id, str)]
    notes = _dict(data.get("notes")).items()
    return found + [f"the note on {id!r:.40}" for id, text in notes if not _is_note(text)]


def load_pins(timeline: Timeline) -> tuple[Pins, str]:
    """Return what is pinned in a timeline, and what to tell the reader about the file."""
    data, notice = load_for(_STATE, timeline)
    return Pins.from_data(data), notice or left_out(state_file(_STATE), _strange(data))


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
        return made.put_into(data)

    notice = change_for(_STATE, timeline, write)
    return made, notice


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
            self._pins, self.notice = load_pins(self._timeline())
        return self._pins

    @property
    def events(self) -> list[Event]:
        """The pinned events, in the order of the timeline."""
        events = self._timeline().events
        return [events[position] for position in sorted(self.positions)]

    @property
    def positions(self) -> frozenset[Position]:
        """Where the pinned events stand in the timeline."""
        positions = map(self._timeline().position, self.pins.pinned)
        return frozenset(position for position in positions if position is not None)

    @property
    def positions_so_far(self) -> frozenset[Position]:
        """The same, and none before the pins are read."""
        return frozenset() if self._pins is None else self.positions

    @property
    def notes_so_far(self) -> Collection[str]:
        """The notes on events, and none before the pins are read."""
        return () if self._pins is None else self._pins.notes.values()

    def note_on(self, event: Event | None) -> str | None:
        """Return the note on a pinned event, maybe empty; None where it is not pinned."""
        if event is None or self._pins is None or event.id not in self._pins:
            return None
        return self._pins.notes.get(event.id, "")

    def change(self, change: Callable[[Pins], Pins]) -> None:
        """Change the pins, also in their file; where that fails, for this time only."""
        before = self.pins
        try:
            self._pins, self.notice = change_pins(self._timeline(), change)
        except OSError as error:
            self._pins = change(before)
            reason = error.strerror or error
            self.notice = f"Kept until you leave only; the pins cannot be written: {reason}"

    def pop_notice(self) -> str:
        """Return the notice and forget it."""
        notice, self.notice = self.notice, ""
        return notice
