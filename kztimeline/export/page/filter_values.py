"""What the page's filter asks of an event, and what its fields may name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from kztimeline.timeline.bulk.attributes import HAD, KINDS, VALUES, had_by
from kztimeline.timeline.parts import LinkKind, Origin

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.model import Event, Timeline


def filter_attributes(event: Event, timeline: Timeline) -> dict[str, str | int | None]:
    """Return the attributes of an event's element that the script reads; ids stand in a row.

    Days are ISO, empty where the date is open: `start` and `end` the first and the last
    that it allows, `starts` the last on which it may begin, `ends` the first on which it
    may end, `sure` the first and last day of `Date.certain_bounds`, if there are any;
    `exact` names the ends that are neither approximate nor uncertain.
    """
    linked = [link.to for link in event.links]
    linked += [other.id for other, _link in timeline.links_back.get(event.id, ())]
    return {
        "data_track": event.track,
        "data_topics": " ".join(event.topics),
        "data_actors": " ".join(event.actors),
        "data_origin": timeline.origin(event),
        "data_importance": event.importance,
        "data_sources": " ".join(sorted(VALUES["source"](event))),
        "data_cited": len(event.sources),
        "data_links": " ".join(sorted(VALUES["link"](event))),
        "data_linked": " ".join(linked),
        "data_is": " ".join(VALUES["is"](event)),
        "data_has": " ".join(had_by(event, timeline)),
        "data_place": event.place or "",
        **_days(event.date),
    }


def _days(date: Date) -> dict[str, str | None]:
    return {
        "data_start": _iso(date.earliest),
        "data_end": _iso(date.latest),
        "data_starts": _iso(date.latest_start),
        "data_ends": _iso(date.earliest_end),
        "data_sure": "/".join(map(_iso, sure)) if (sure := date.certain_bounds) else None,
        "data_exact": " ".join(
            name
            for name, end in (("start", date.start), ("end", date.end))
            if end is None or not end.qualifier
        ),
    }


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def value_tables(timeline: Timeline, events: Iterable[Event]) -> dict[str, Any]:
    """Return what fields may name: by field each id with its names, and the days of eras.

    Of actors and sources those that some of the events have.
    """
    events = tuple(events)
    actors = {id_ for event in events for id_ in VALUES["actor"](event)}
    sources = {id_ for event in events for id_ in VALUES["source"](event)}
    values: dict[str, list[list[str]]] = {
        "track": [[each.id, each.name] for each in timeline.tracks],
        "topic": [[each.id, each.name] for each in timeline.topics],
        "actor": [
            [each.id, each.name, *each.other_names] for each in timeline.actors if each.id in actors
        ],
        "source": [[each.id, each.publisher] for each in timeline.sources if each.id in sources],
        "era": [[each.id, each.name] for each in timeline.eras],
    }
    fixed = {"origin": get_args(Origin), "link": get_args(LinkKind), "is": KINDS, "has": HAD}
    values |= {field: [[id_] for id_ in ids] for field, ids in fixed.items()}
    eras = [[each.id, _iso(each.date.earliest), _iso(each.date.latest)] for each in timeline.eras]
    return {"values": values, "eras": eras}
