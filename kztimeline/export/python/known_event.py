"""An event as it is known outside the program: texts, and the records of its other parts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from kztimeline.export.making_records import records_of
from kztimeline.export.python.known_date import KnownDate, Settled
from kztimeline.export.python.notebook import event_html
from kztimeline.export.records import as_plain

if TYPE_CHECKING:
    from kztimeline.export import records
    from kztimeline.timeline import model


class KnownEvent(Settled):
    """One thing that happened, with everything that is known of it.

    What it holds beside texts are the records that `kzt export --format json` writes, with
    its keys as attributes.

    Attributes:
        id: The event's identifier.
        title: What happened, in one line.
        summary: What happened, in one to three sentences.
        track: The id of its track.
        topics: The ids of its topics.
        actors: The ids of those involved.
        place: Where it happened, where a source says so.
        importance: 1 for key events, 2, or 3 for details.
        attributed_to: Whose claim it is, where sources only report one.
        inference: From what the date or a fact was inferred.
        note: What else has to be known.
        outside_span: Why it stands outside the timeline's span.
        match: `possible` where it was found and its date allows other days, too; else `certain`.
    """

    def __init__(
        self,
        timeline: model.Timeline,
        event: model.Event,
        as_of: str = "",
        match: records.Match = "certain",
    ) -> None:
        self._timeline, self._event, self._as_of = timeline, event, as_of
        self.match = match
        self.id, self.title, self.summary = event.id, event.title, event.summary
        self.track, self.topics, self.actors = event.track, event.topics, event.actors
        self.place, self.importance = event.place, event.importance
        self.attributed_to, self.inference = event.attributed_to, event.inference
        self.note, self.outside_span = event.note, event.outside_span
        self._settle()

    @cached_property
    def date(self) -> KnownDate:
        """When it happened."""
        return KnownDate(self._event.date.text)

    @property
    def origin(self) -> str:
        """`seed` where a document supports it, else `reference`."""
        return self._timeline.origin(self._event)

    @property
    def is_disputed(self) -> bool:
        """Whether sources contradict each other."""
        return bool(self._event.disputed)

    @property
    def disputed(self) -> tuple[records.ClaimRecord, ...]:
        """The sides, where sources contradict each other: `by`, `claim`, `source`, `citation`."""
        return self._record.disputed

    @property
    def links(self) -> tuple[records.LinkRecord, ...]:
        """What it has to do with other events: `kind`, `words`, `to`, `title`, `basis`."""
        return self._record.links

    @property
    def linked_from(self) -> tuple[records.BacklinkRecord, ...]:
        """What others have to do with it: `kind`, `words`, `event`, `title`, `basis`."""
        return self._record.linked_from

    @property
    def sources(self) -> tuple[records.SourceRecord, ...]:
        """Who says so: `id`, `title`, `publisher`, `URL`, `says`, `spans` and more."""
        return self._record.sources

    @property
    def citations(self) -> tuple[str, ...]:
        """Its sources, each on one line."""
        return tuple(source.citation for source in self._record.sources)

    def to_dict(self) -> dict[str, Any]:
        """Return everything of it, as `kzt export --format json` writes an event."""
        record: dict[str, Any] = as_plain(self._record)
        return record

    @cached_property
    def _record(self) -> records.EventRecord:
        possible = {self.id} if self.match == "possible" else ()
        return records_of(self._timeline, [self._event], self._as_of, possible)[0]

    def __eq__(self, other: object) -> bool:
        return self._event == other._event if isinstance(other, KnownEvent) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<Event {self.id} {self.date.edtf}: {self.title}>"

    def _repr_html_(self) -> str:
        return event_html(self._record)
