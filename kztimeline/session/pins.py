"""The events a reader has pinned, and a line of note on each; read when first needed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.session.state.state_files import (
    change_for,
    left_out,
    load_for,
    spare_key,
    state_file,
)

if TYPE_CHECKING:
    from kztimeline.loading.files.stamps import FileState
    from kztimeline.timeline.model import Event, Position, Timeline

_STATE: Final = "pins"


class PinState(NamedTuple):
    """What the pins say of one event.

    Attributes:
        pinned: Whether it is pinned.
        note: The reader's line on it, or nothing.
        behind: The pins before it in their order, for it to come back to its place.
    """

    pinned: bool
    note: str = ""
    behind: tuple[str, ...] = ()

    def is_like(self, other: PinState) -> bool:
        """Tell whether pin and note are the same, wherever the pin stands."""
        return (self.pinned, self.note) == (other.pinned, other.note)


class PinChange(NamedTuple):
    """A change of the pin and note of one event, which is all that taking it back touches."""

    event: str
    before: PinState
    after: PinState

    def __bool__(self) -> bool:
        return not self.before.is_like(self.after)

    @property
    def taken_back(self) -> PinChange:
        """The change that takes this one back."""
        return PinChange(self.event, self.after, self.before)


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

    def with_pin(self, identifier: str) -> Pins:
        """Return the pins with an event pinned, the last of all if it was not."""
        if identifier in self.pinned:
            return self
        return replace(self, pinned=(*self.pinned, identifier))

    def without_pin(self, identifier: str) -> Pins:
        """Return the pins with an event no longer pinned; its note stays."""
        return replace(self, pinned=tuple(each for each in self.pinned if each != identifier))

    def noted(self, identifier: str, note: str) -> Pins:
        """Return the pins with an event pinned and this note on it; an empty one removes it."""
        notes = {key: text for key, text in self.notes.items() if key != identifier}
        if note:
            notes[identifier] = note
        return replace(self.with_pin(identifier), notes=notes)

    def state_of(self, identifier: str) -> PinState:
        """Return what is said of one event."""
        pinned = identifier in self.pinned
        behind = self.pinned[: self.pinned.index(identifier)] if pinned else ()
        return PinState(pinned, self.notes.get(identifier, ""), behind)

    def with_state(self, identifier: str, state: PinState) -> Pins:
        """Return the pins with something else said of one event, its pin in the place it had."""
        rest = self.noted(identifier, state.note).without_pin(identifier)
        if not state.pinned:
            return rest
        before = {*state.behind}
        known = [at for at, each in enumerate(rest.pinned, 1) if each in before]
        place = known[-1] if known else 0
        return replace(rest, pinned=(*rest.pinned[:place], identifier, *rest.pinned[place:]))

    def beside(self, others: Pins) -> Pins:
        """Return these pins with others after them; a note of these stands for one of those."""
        pinned = tuple(dict.fromkeys((*self.pinned, *others.pinned)))
        return replace(self, pinned=pinned, notes={**others.notes, **self.notes})

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


def _written() -> FileState:
    """Return what changes when the file of the pins is written."""
    from kztimeline.loading.files.stamps import stamps_of

    return stamps_of([state_file(_STATE)])


class Pinboard:
    """What is pinned in the timeline that a screen shows.

    Attributes:
        notice: What the reader should be told about the file, once.
    """

    def __init__(self, timeline: Callable[[], Timeline]) -> None:
        self._timeline = timeline
        self._pins: Pins | None = None
        self._read: FileState = ()
        self._unwritten: list[Callable[[Pins], Pins]] = []
        self.notice = ""

    @property
    def pins(self) -> Pins:
        """What is pinned, also of events that the timeline does not have."""
        if self._pins is None:
            self._read = _written()
            self._pins, self.notice = load_pins(self._timeline())
        return self._pins

    def follow(self) -> bool:
        """Take what another window has written since; tell whether there is anything to show."""
        before, written = self.pins, _written()
        if written == self._read:
            return False
        self._read = written
        pins, self.notice = load_pins(self._timeline())
        if self.notice and pins == Pins():
            # Of a file that is damaged or cannot be read, what is known here is all there is.
            self._unwritten.append(before.beside)
        self._pins = self._with_unwritten(pins)
        return bool(self.notice) or self._pins != before

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

    def change(self, event: str, change: Callable[[Pins], Pins]) -> PinChange:
        """Change the pin or note of one event, also in the file.

        Where that cannot be written, the change holds for this time, and is written with the
        next one that can be.

        Returns:
            What it has come to, from what the file said just before: another window may have
            written that.
        """
        states: list[PinState] = []

        def changed(pins: Pins) -> Pins:
            made = change(pins)
            states[:] = pins.state_of(event), made.state_of(event)
            return made

        self.follow()
        before = self.pins
        try:
            self._pins, notice = change_pins(
                self._timeline(), lambda pins: changed(self._with_unwritten(pins))
            )
            self._unwritten.clear()
            # Another window may have written by now: it is read again.
            self._read = ()
            self.notice = self.notice or notice
        except OSError as error:
            self._pins = changed(before)
            self._unwritten.append(change)
            reason = error.strerror or error
            self.notice = f"Kept only until you quit; the pins cannot be written: {reason}"
        return PinChange(event, *states)

    def put(self, change: PinChange) -> bool:
        """Make a change, such as one that takes another back; tell whether it was made.

        It is not where the event's pin or note is no longer what it was to be made from.
        """

        def made(pins: Pins) -> Pins:
            as_it_was = pins.state_of(change.event).is_like(change.before)
            return pins.with_state(change.event, change.after) if as_it_was else pins

        return self.change(change.event, made).before.is_like(change.before)

    def _with_unwritten(self, pins: Pins) -> Pins:
        """Return the pins of the file with the changes that could not be written to it."""
        for change in self._unwritten:
            pins = change(pins)
        return pins

    def pop_notice(self) -> str:
        """Return the notice and forget it."""
        notice, self.notice = self.notice, ""
        return notice
