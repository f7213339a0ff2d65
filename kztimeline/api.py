"""The timeline in Python: `import kztimeline as kzt; t = kzt.load(); t.query("in:2012")`.

Documented in docs/python.md. Nothing of the program imports this module. Names, attributes
and keys are only added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from html import escape
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, overload

from kztimeline.dates.edtf import DateError
from kztimeline.export.answer import only_possible
from kztimeline.export.making_records import export_of, records_of, timeline_record, work_record
from kztimeline.export.python.data_frame import data_frame
from kztimeline.export.python.known_date import KnownDate as Date
from kztimeline.export.python.known_date import last_day_of
from kztimeline.export.python.known_event import KnownEvent as Event
from kztimeline.export.python.notebook import SHOWN, table_html
from kztimeline.export.records import as_plain
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import FileError
from kztimeline.query import QueryError, parse_query
from kztimeline.session.search import Reply, Search
from kztimeline.session.selection import ids_where
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from kztimeline.export import records
    from kztimeline.timeline import model

__all__ = ["Date", "DateError", "Event", "Events", "FileError", "QueryError", "Timeline", "load"]

_LONGEST_ID: Final = 60  # characters of a wrong id that a message repeats


def load(path: str | PathLike[str] | None = None) -> Timeline:
    """Return the timeline in a file, or the built-in one (or the one that KZT_TIMELINE names).

    Raises:
        FileError: the file or a card of its documents cannot be used; it says where and why.
    """
    return Timeline(load_timeline(Path(path) if path is not None else None))


class _Writable:
    """What can be handed to other tools."""

    def _events_to_write(self) -> Events:
        raise NotImplementedError

    def to_records(self) -> list[dict[str, Any]]:
        """Return the events as dictionaries, as `kzt export --format json` writes them."""
        return [as_plain(record) for record in self._events_to_write()._records()]

    def to_json(self) -> str:
        """Return what `kzt export --format json` writes: the events and what they refer to."""
        from kztimeline.export.formats.json_text import write

        return write(self._events_to_write()._export()).decode()

    def to_dataframe(self) -> Any:
        """Return the columns of the CSV as a `pandas.DataFrame`.

        Days are `datetime64[s]`, cells of several values lists, unknown cells NaT, NA or None.

        Raises:
            ImportError: pandas is not installed.
        """
        return data_frame(self._events_to_write()._records())


class Events(_Writable, Sequence[Event]):
    """Events in order of date, then id, some of which may only possibly be what was asked for.

    Equal are those of the same events, as surely found.

    Attributes:
        text: What was asked; empty for every event.
        as_of: The last day after which nothing is told, ISO; empty for the timeline as it is.
        certain: Those that surely match.
        possible: Those whose dates are too wide to tell.
    """

    def __init__(
        self, asked: Reply, text: str, search: Search | None = None, certain_only: bool = False
    ) -> None:
        self._asked, self._search = asked, search or Search(asked.timeline)
        self._certain_only = certain_only
        self.text, self.as_of = text, asked.day

    @property
    def certain(self) -> Events:
        """The events that surely match."""
        sure = [at for at in self._asked.positions if at in self._asked.certain]
        return self._only(sure, certain_only=bool(self.text))

    @property
    def possible(self) -> Events:
        """The events that only possibly match, since their dates are too wide to tell."""
        return self._only([at for at in self._asked.positions if at not in self._asked.certain])

    def query(self, text: str, as_of: Date | dt.date | str | None = None) -> Events:
        """Return those of these events that a query finds too; see `Timeline.query`."""
        found = _found(self._search, text, as_of)
        asked = self._asked.narrowed_to(found)
        both = [part for part in (self.text, text.strip()) if part]
        joined = " ".join(f"({part})" for part in both) if len(both) > 1 else "".join(both)
        return Events(asked, joined, self._search if found.timeline is asked.timeline else None)

    def _events_to_write(self) -> Events:
        return self

    def _export(self) -> records.Export:
        asked = self._asked
        return export_of(
            asked.timeline,
            self._events(),
            self.text,
            asked.day,
            asked.notice,
            self._possible(),
            certain_only=self._certain_only,
        )

    def _records(self) -> tuple[records.EventRecord, ...]:
        asked = self._asked
        return records_of(asked.timeline, self._events(), asked.day, self._possible())

    def _possible(self) -> frozenset[str]:
        """Return the ids of those that only possibly match."""
        asked = self._asked
        return ids_where(asked.timeline, asked.positions, lambda at: at not in asked.certain)

    def _events(self) -> list[model.Event]:
        return [self._asked.timeline.events[at] for at in self._asked.positions]

    def _only(self, positions: Sequence[int], *, certain_only: bool = False) -> Events:
        kept = self._asked.certain.intersection(positions)
        asked = self._asked._replace(positions=positions, certain=kept)
        return Events(asked, self.text, self._search, certain_only or self._certain_only)

    def _event(self, at: int) -> Event:
        asked = self._asked
        match: records.Match = "certain" if at in asked.certain else "possible"
        return Event(asked.timeline, asked.timeline.events[at], asked.day, match)

    def __eq__(self, other: object) -> bool:
        return self._told() == other._told() if isinstance(other, Events) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(event.id for event in self._events()))

    def _told(self) -> tuple[object, ...]:
        sure = [at in self._asked.certain for at in self._asked.positions]
        return self._events(), sure, self._asked.day

    def __reduce__(self) -> tuple[type[Events], tuple[Reply, str, None, bool]]:
        return Events, (self._asked, self.text, None, self._certain_only)

    def __len__(self) -> int:
        return len(self._asked.positions)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Events: ...
    def __getitem__(self, index: int | slice) -> Event | Events:
        if isinstance(index, slice):
            return self._only(self._asked.positions[index])
        return self._event(self._asked.positions[index])

    def __iter__(self) -> Iterator[Event]:
        return map(self._event, self._asked.positions)

    def __repr__(self) -> str:
        asked = f" for {self.text!r}" if self.text else ""
        then = f" as of {self.as_of}" if self.as_of else ""
        possible = len(self.possible)
        doubt = f", {possible} {only_possible(possible)}" if possible else ""
        return f"<{count_of(len(self), 'event')}{asked}{then}{doubt}>"

    def _repr_html_(self) -> str:
        return table_html(self[:SHOWN]._records(), len(self) - SHOWN)


class Timeline(_Writable, Mapping[str, Event]):
    """A timeline: a mapping from the ids of its events, in order of date, to the events."""

    def __init__(self, timeline: model.Timeline) -> None:
        self._timeline = timeline
        self.title: str = timeline.title
        """What it is called."""

    @cached_property
    def span(self) -> Date:
        """The interval it covers."""
        return Date(self._timeline.period.text)

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

    @cached_property
    def eras(self) -> dict[str, records.EraRecord]:
        """Its eras by id: `name`, `kind`, `date`, `sources` and `note`."""
        return {era.id: era for era in timeline_record(export_of(self._timeline, ())).eras}

    @cached_property
    def sources(self) -> dict[str, records.WorkRecord]:
        """Its sources by id, documents among them: `title`, `publisher`, `URL` and more."""
        return {each.id: work_record(self._timeline, each) for each in self._timeline.sources}

    @property
    def events(self) -> Events:
        """All events."""
        return self.query("")

    def query(self, text: str, as_of: Date | dt.date | str | None = None) -> Events:
        """Return the events that a query finds, in the language of `kzt list`.

        Args:
            text: The query; every event for none.
            as_of: The date after whose last day nothing is told, as with `--as-of`.

        Raises:
            QueryError: there is a mistake in the query; `problem` and `remedy` say which.
            DateError: `as_of` is not a date, or has no last day.
        """
        asked = _found(self._search, text, as_of)
        same = asked.timeline is self._timeline
        return Events(asked, text.strip(), self._search if same else None)

    def _events_to_write(self) -> Events:
        return self.events

    @cached_property
    def _search(self) -> Search:
        return Search(self._timeline)

    def __getitem__(self, identifier: str) -> Event:
        at = self._timeline.positions_by_id.get(identifier)
        if at is not None:
            return Event(self._timeline, self._timeline.events[at])
        said, hint = repr(identifier), ""
        if len(said) > _LONGEST_ID:
            said = f"{said[:_LONGEST_ID]}…"
        elif isinstance(identifier, str):
            near = nearest(identifier, self._timeline.positions_by_id)
            hint = f"; {did_you_mean(near)}" if near else ""
        raise KeyError(f"there is no event {said}{hint}")

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._timeline.positions_by_id

    def __reduce__(self) -> tuple[type[Timeline], tuple[model.Timeline]]:
        return Timeline, (self._timeline,)

    def __iter__(self) -> Iterator[str]:
        return iter(self._timeline.positions_by_id)

    def __len__(self) -> int:
        return len(self._timeline.events)

    def __repr__(self) -> str:
        return f"<Timeline {self.title!r}, {count_of(len(self), 'event')}, {self.span.edtf}>"

    def _repr_html_(self) -> str:
        events = count_of(len(self), "event")
        return f"<p><b>{escape(self.title)}</b>, {events}, {escape(self.span.words)}</p>"


def _found(search: Search, text: str, as_of: Date | dt.date | str | None) -> Reply:
    """Return what a query finds; where it has words, their index is kept for the next program.

    Raises:
        QueryError: the query has a mistake.
    """
    if search.timeline.subject and parse_query(text, search.timeline).has_words:
        search.prepare()
    return search.ask(text, last_day_of(as_of))
