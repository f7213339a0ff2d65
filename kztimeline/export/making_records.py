"""From a timeline's events to their records, made once for whatever format."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from kztimeline.dates.display import QUALIFIERS, display
from kztimeline.export.answer import left_out_words
from kztimeline.export.columns import in_order
from kztimeline.export.records import (
    ActorRecord,
    BacklinkRecord,
    ClaimRecord,
    DateRecord,
    EraRecord,
    EventRecord,
    Export,
    LetteredRecord,
    LinkRecord,
    NamedRecord,
    PersonRecord,
    RoleRecord,
    SourceRecord,
    TimelineRecord,
    WorkRecord,
)
from kztimeline.text.visible import visible
from kztimeline.timeline.citations import cite_source, with_places
from kztimeline.timeline.offices import terms_of, titles_of
from kztimeline.timeline.relations import link_phrase

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Actor, Citation, Event, Source, Timeline

VERSION: Final = 1


def date_record(date: Date) -> DateRecord:
    """Return a date as it leaves the program."""
    return DateRecord(
        edtf=date.text,
        words=display(date),
        earliest=_iso(date.earliest),
        latest=_iso(date.latest),
        precision=date.precision.label,  # type: ignore[arg-type]
        qualifier=QUALIFIERS[date.qualifier],
        open_start=date.open_start,
        open_end=date.open_end,
    )


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def export_of(
    timeline: Timeline,
    events: Iterable[Event],
    query: str = "",
    as_of: str = "",
    notice: str = "",
    possible: Collection[str] = (),
    **more: Any,
) -> Export:
    """Return events, by start, end and id, as a format takes them.

    Args:
        timeline: What they are part of, without what came later where it is as of a date.
        events: The events.
        query: What was asked.
        as_of: The last day seen, ISO; empty for the timeline as it is.
        notice: What must be said of that, or nothing.
        possible: The ids of those that only possibly match.
        more: Further attributes of the export.
    """
    records = in_order(records_of(timeline, events, as_of, possible))
    return Export(timeline, records, visible(query), as_of, notice, **more)


def records_of(
    timeline: Timeline, events: Iterable[Event], as_of: str = "", possible: Collection[str] = ()
) -> tuple[EventRecord, ...]:
    """Return a record of each event; what they link to stands in the timeline.

    Args:
        timeline: What they are part of.
        events: The events.
        as_of: The last day seen, ISO; empty for the timeline as it is.
        possible: The ids of those that only possibly match.
    """
    return tuple(map(_Maker(timeline, as_of or None, possible).record, events))


class _Maker:
    """Makes the records of some events; what several of them name is made once."""

    def __init__(self, timeline: Timeline, as_of: str | None, possible: Collection[str]) -> None:
        self._timeline = timeline
        self._as_of = as_of
        self._possible = possible
        self._date = cache(date_record)
        self._work = cache(self._work_of)
        self._offices = cache(lambda actor: terms_of(timeline.actors_by_id[actor]))
        self._topic = cache(lambda topic: NamedRecord(topic, timeline.topics_by_id[topic].name))
        self._track = cache(lambda track: NamedRecord(track, timeline.tracks_by_id[track].name))

    def record(self, event: Event) -> EventRecord:
        timeline = self._timeline
        return EventRecord(
            id=event.id,
            date=self._date(event.date),
            track=self._track(event.track),
            topics=tuple(map(self._topic, event.topics)),
            title=event.title,
            summary=event.summary,
            importance=event.importance,
            actors=tuple(self._actor(actor, event.date) for actor in event.actors),
            place=event.place,
            origin=timeline.origin(event),
            attributed_to=event.attributed_to,
            inference=event.inference,
            note=event.note,
            outside_span=event.outside_span,
            disputed=tuple(
                ClaimRecord(each.by, each.claim, each.source, self._work(each.source).citation)
                for each in event.disputed
            ),
            links=tuple(
                LinkRecord(
                    each.kind,
                    link_phrase(each, event.date, timeline.event(each.to).date),
                    each.to,
                    timeline.event(each.to).title,
                    each.basis,
                    each.source,
                )
                for each in event.links
            ),
            sources=tuple(map(self._source, event.sources)),
            as_of=self._as_of,
            match="possible" if event.id in self._possible else "certain",
            linked_from=tuple(
                BacklinkRecord(
                    link.kind,
                    link_phrase(link, event.date, other.date, back=True),
                    other.id,
                    other.title,
                    link.basis,
                    link.source,
                )
                for other, link in timeline.links_back.get(event.id, ())
            ),
        )

    def _actor(self, actor: str, date: Date) -> ActorRecord:
        name = self._timeline.actors_by_id[actor].name
        return ActorRecord(actor, name, titles_of(self._offices(actor), date))

    def _source(self, citation: Citation) -> SourceRecord:
        work = self._work(citation.source)
        return SourceRecord(
            id=work.id,
            kind=work.kind,
            citation=with_places(work.citation, citation.spans),
            title=work.title,
            author=work.author,
            publisher=work.publisher,
            issued=work.issued,
            issued_basis=work.issued_basis,
            URL=work.URL,
            derived_from=work.derived_from,
            accessed=work.accessed,
            archive_url=work.archive_url,
            spans=tuple(map(str, citation.spans)),
            says=citation.says,
        )

    def _work_of(self, source: str) -> WorkRecord:
        return work_record(self._timeline, self._timeline.sources_by_id[source], self._date)


def work_record(
    timeline: Timeline, source: Source, dated: Callable[[Date], DateRecord] = date_record
) -> WorkRecord:
    """Return a source as it leaves the program.

    Args:
        timeline: What it is a source of.
        source: The source.
        dated: Makes the records of its dates.
    """
    return WorkRecord(
        id=source.id,
        kind="document" if source.id in timeline.documents_by_id else "reference",
        citation=cite_source(source),
        title=source.title,
        author=source.author,
        publisher=source.publisher,
        issued=dated(source.issued) if source.issued else None,
        issued_basis=source.issued_basis,
        URL=source.URL,
        derived_from=source.derived_from,
        accessed=dated(source.accessed) if source.accessed else None,
        archive_url=source.archive_url,
    )


def works_of(export: Export, *, eras: bool = False) -> tuple[WorkRecord, ...]:
    """Return what the events cite, each once, in the order of the timeline's sources.

    Args:
        export: The events.
        eras: Whether what the eras cite is wanted, too.
    """
    named: set[str | None] = set()
    for event in export.events:
        named.update(each.id for each in event.sources)
        named.update(each.source for each in event.disputed)
        named.update(each.source for each in event.links)
        named.update(back.source for back in event.linked_from)
    if eras:
        named.update(each for era in export.timeline.eras for each in era.sources)
    timeline = export.timeline
    return tuple(work_record(timeline, each) for each in timeline.sources if each.id in named)


def timeline_record(export: Export) -> TimelineRecord:
    """Return events with the timeline around them."""
    timeline = export.timeline
    return TimelineRecord(
        version=VERSION,
        title=timeline.title,
        span=date_record(timeline.period),
        query=export.query,
        as_of=export.as_of or None,
        notice=export.notice or None,
        left_out=left_out_words(export) or None,
        tracks=tuple(LetteredRecord(each.id, each.name, each.letter) for each in timeline.tracks),
        topics=tuple(LetteredRecord(each.id, each.name, each.letter) for each in timeline.topics),
        eras=tuple(
            EraRecord(
                era.id,
                era.name,
                era.kind,
                date_record(era.date),
                era.sources,
                era.note,
                era.begins_with,
            )
            for era in timeline.eras
        ),
        actors=tuple(map(_person, timeline.actors)),
        sources=works_of(export, eras=True),
        events=export.events,
    )


def _person(actor: Actor) -> PersonRecord:
    return PersonRecord(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        other_names=actor.other_names,
        side=actor.side,
        roles=tuple(
            RoleRecord(role.title, date_record(role.date), role.begins_with) for role in actor.roles
        ),
        note=actor.note,
    )
