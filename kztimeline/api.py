"""The timeline in Python: `import kztimeline as kzt; t = kzt.load(); t.query("in:2012")`.

Documented in docs/python.md. Nothing of the program imports this module. Names, attributes
and keys are only added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, overload

from kztimeline.export.columns import COLUMNS
from kztimeline.export.making_records import date_record, export_of, records_of
from kztimeline.export.records import as_plain
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import FileError
from kztimeline.query import Index, QueryError, parse_query
from kztimeline.session.state.kept_index import index_of
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from kztimeline.dates import edtf
    from kztimeline.export.records import EventRecord
    from kztimeline.timeline import model

__all__ = ["Date", "Event", "Events", "FileError", "QueryError", "Timeline", "load"]

_SHOWN: Final = 20  # events that a notebook shows of many


def load(path: str | PathLike[str] | None = None) -> Timeline:
    """Return the timeline in a file, or the built-in one (or the one that KZT_TIMELINE names).

    Raises:
        FileError: the file or a card of its documents cannot be used; it says where and why.
    """
    return Timeline(load_timeline(Path(path) if path is not None else None))


@dataclass(frozen=True, slots=True)
class Date:
    """A date no finer than it is known.

    Attributes:
        edtf: The date as it is written, in EDTF (ISO 8601-2).
        words: The date in English.
        earliest: The first day it allows, or None where its start is open.
        latest: The last day it allows, or None where its end is open.
        precision: day, month, year, decade or century.
        qualifier: approximate, uncertain, both, or empty.
        open_start: Whether it has no known beginning.
        open_end: Whether it has no known end.
    """

    edtf: str
    words: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: str
    qualifier: str
    open_start: bool
    open_end: bool

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"<Date {self.edtf}>"


def _date(date: edtf.Date) -> Date:
    known = date_record(date)
    return Date(
        known.edtf,
        known.words,
        date.earliest,
        date.latest,
        known.precision,
        known.qualifier,
        known.open_start,
        known.open_end,
    )


class Event:
    """One thing that happened, with everything that is known of it."""

    def __init__(self, timeline: model.Timeline, event: model.Event) -> None:
        self._timeline = timeline
        self._event = event

    @property
    def id(self) -> str:
        """The event's identifier."""
        return self._event.id

    @cached_property
    def date(self) -> Date:
        """When it happened."""
        return _date(self._event.date)

    @property
    def title(self) -> str:
        """What happened, in one line."""
        return self._event.title

    @property
    def summary(self) -> str:
        """What happened, in one to three sentences."""
        return self._event.summary

    @property
    def track(self) -> str:
        """The id of its track."""
        return self._event.track

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of its topics."""
        return self._event.topics

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids of those involved."""
        return self._event.actors

    @property
    def place(self) -> str | None:
        """Where it happened, where a source says so."""
        return self._event.place

    @property
    def importance(self) -> int:
        """1 for key events, 2, or 3 for details."""
        return self._event.importance

    @property
    def origin(self) -> str:
        """`seed` where a document supports it, else `reference`."""
        return self._timeline.origin(self._event)

    @property
    def is_disputed(self) -> bool:
        """Whether sources contradict each other."""
        return bool(self._event.disputed)

    @property
    def citations(self) -> tuple[str, ...]:
        """Its sources, each on one line."""
        return tuple(source.citation for source in self._record.sources)

    def to_dict(self) -> dict[str, Any]:
        """Return everything of it, as `kzt export --format json` writes an event."""
        record: dict[str, Any] = as_plain(self._record)
        return record

    @cached_property
    def _record(self) -> EventRecord:
        return records_of(self._timeline, [self._event])[0]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Event):
            return NotImplemented
        return self._event == other._event

    def __hash__(self) -> int:
        return hash(self._event.id)

    def __repr__(self) -> str:
        return f"<Event {self.id} {self.date.edtf}: {self.title}>"

    def _repr_html_(self) -> str:
        sources = "".join(f"<li>{escape(each)}</li>" for each in self.citations)
        return (
            f"<p><b>{escape(self.date.words)}</b> {escape(self.title)}<br>"
            f"{escape(self.summary)}</p><ol>{sources}</ol>"
        )


class Events(Sequence[Event]):
    """Events in order of date, then id, some of which may only possibly be what was asked for.

    Attributes:
        text: What was asked; empty for every event.
        certain: Those that surely match.
        possible: Those whose dates are too wide to tell.
    """

    def __init__(
        self, timeline: model.Timeline, positions: Sequence[int], sure: frozenset[int], text: str
    ) -> None:
        self._timeline = timeline
        self._positions = positions
        self._sure = sure
        self.text = text

    @property
    def certain(self) -> Events:
        """The events that surely match."""
        return self._only([at for at in self._positions if at in self._sure])

    @property
    def possible(self) -> Events:
        """The events that only possibly match, since their dates are too wide to tell."""
        return self._only([at for at in self._positions if at not in self._sure])

    def to_records(self) -> list[dict[str, Any]]:
        """Return the events as dictionaries, as `kzt export --format json` writes them."""
        return [as_plain(record) for record in records_of(self._timeline, self._events())]

    def to_json(self) -> str:
        """Return what `kzt export --format json` writes: the events and what they refer to."""
        from kztimeline.export.formats.json_text import write

        return write(export_of(self._timeline, self._events(), self.text)).decode()

    def to_dataframe(self) -> Any:
        """Return the columns of the CSV as a `pandas.DataFrame`.

        Days are `datetime.date`, unknown cells None or NA.

        Raises:
            ImportError: pandas is not installed.
        """
        pandas = import_module("pandas")
        records = records_of(self._timeline, self._events())
        columns: dict[str, Any] = {}
        for column in COLUMNS:
            values: list[Any] = [column.value(record) for record in records]
            if column.type == "date":
                values = [dt.date.fromisoformat(each) if each else None for each in values]
            kind = {"integer": "Int64", "boolean": "bool"}.get(column.type, "object")
            columns[column.name] = pandas.Series(values, dtype=kind)
        return pandas.DataFrame(columns)

    def _events(self) -> list[model.Event]:
        return [self._timeline.events[at] for at in self._positions]

    def _only(self, positions: Sequence[int]) -> Events:
        return Events(self._timeline, positions, self._sure, self.text)

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Events: ...
    def __getitem__(self, index: int | slice) -> Event | Events:
        if isinstance(index, slice):
            return self._only(self._positions[index])
        return Event(self._timeline, self._timeline.events[self._positions[index]])

    def __iter__(self) -> Iterator[Event]:
        return (Event(self._timeline, event) for event in self._events())

    def __repr__(self) -> str:
        asked = f" for {self.text!r}" if self.text else ""
        doubt = f", {len(self.possible)} only possibly" if len(self.possible) else ""
        return f"<{count_of(len(self), 'event')}{asked}{doubt}>"

    def _repr_html_(self) -> str:
        tracks = {track.id: track.name for track in self._timeline.tracks}
        rows = "".join(
            f"<tr><td>{escape(event.date.words)}</td><td>{escape(tracks[event.track])}</td>"
            f"<td>{escape(event.title)}</td><td><code>{escape(event.id)}</code></td></tr>"
            for event in self[:_SHOWN]
        )
        more = f"<p>… and {len(self) - _SHOWN} more</p>" if len(self) > _SHOWN else ""
        return f"<table>{rows}</table>{more}"


class Timeline(Mapping[str, Event]):
    """A timeline: a mapping from the ids of its events, in order of date, to the events."""

    def __init__(self, timeline: model.Timeline) -> None:
        self._timeline = timeline

    @property
    def title(self) -> str:
        """What it is called."""
        return self._timeline.title

    @property
    def span(self) -> Date:
        """The interval it covers."""
        return _date(self._timeline.period)

    @property
    def tracks(self) -> dict[str, str]:
        """The names of its tracks by id."""
        return {track.id: track.name for track in self._timeline.tracks}

    @property
    def topics(self) -> dict[str, str]:
        """The names of its topics by id."""
        return {topic.id: topic.name for topic in self._timeline.topics}

    @property
    def actors(self) -> dict[str, str]:
        """The names of its actors by id."""
        return {actor.id: actor.name for actor in self._timeline.actors}

    @property
    def events(self) -> Events:
        """All events."""
        everything = range(len(self._timeline.events))
        return Events(self._timeline, everything, frozenset(everything), "")

    def query(self, text: str) -> Events:
        """Return the events that a query finds, in the language of `kzt list`.

        Raises:
            QueryError: there is a mistake in it; `problem` and `remedy` say which.
        """
        matches = self._index.run(parse_query(text, self._timeline))
        sure = frozenset(matches.certain_positions)
        return Events(self._timeline, matches.positions, sure, text.strip())

    @cached_property
    def _index(self) -> Index:
        return index_of(self._timeline)

    def __getitem__(self, identifier: str) -> Event:
        try:
            return Event(self._timeline, self._timeline.event(identifier))
        except KeyError:
            near = did_you_mean(nearest(str(identifier), self._timeline.positions_by_id))
            hint = f"; {near}" if near else ""
            raise KeyError(f"there is no event {identifier!r}{hint}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._timeline.positions_by_id)

    def __len__(self) -> int:
        return len(self._timeline.events)

    def __repr__(self) -> str:
        return f"<Timeline {self.title!r}, {count_of(len(self), 'event')}, {self.span.edtf}>"

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.title)}, {count_of(len(self), 'event')}, {self.span.words}</p>"
