"""A whole timeline packed, and unpacked: what is many is read when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any, Final, TypeAlias

from kztimeline.loading.kept.columns import KeptColumns, segments_of
from kztimeline.loading.kept.record_lines import RecordReader, as_json, as_values
from kztimeline.loading.kept.segments import (
    UnpackError,
    bodies_of,
    from_json,
    pack,
    to_json,
    unpack,
)
from kztimeline.timeline.bulk.columns import KeptEvents
from kztimeline.timeline.bulk.number_bytes import from_numbers, to_numbers
from kztimeline.timeline.bulk.record_tables import ById, RecordTable, ids_of
from kztimeline.timeline.model import (
    Actor,
    Document,
    Era,
    Event,
    Source,
    Targets,
    Timeline,
    Topic,
    Track,
)

_TableParts: TypeAlias = tuple[
    int,
    Callable[[int], Any],
    Callable[[], Any],
    Callable[[int], memoryview],
    Callable[[str], int | None],
]
"""The arguments of a `RecordTable`."""
_FEW: Final = ("title", "period", "targets", "tracks", "topics", "eras")
_MANY: Final = ("actors", "sources", "documents", "events")
_DAMAGES: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


def pack_timeline(timeline: Timeline, subject: bytes) -> bytes:
    """Return a timeline packed, made from what has the SHA-256 `subject`.

    The same timeline gives the same bytes wherever it lies: its path is not in it.
    """
    segments = {"about": to_json({name: as_values(getattr(timeline, name)) for name in _FEW})}
    for name in _MANY:
        records: Sequence[Any] = getattr(timeline, name)
        bodies = [as_json(record) for record in records]
        segments[f"{name} ids"] = to_json(list(ids_of(records)))
        segments[f"{name} ends"] = from_numbers(accumulate(map(len, bodies), initial=0))
        segments[name] = b"".join(bodies)
    segments["lines"] = from_numbers(timeline.lines[id_] for id_ in ids_of(timeline.events))
    return pack(subject, segments | segments_of(timeline.columns))


def unpack_timeline(content: bytes, subject: bytes, path: str) -> Timeline:
    """Return the timeline at `path`, unpacked.

    Raises:
        UnpackError: it is none, is damaged, or was not made from `subject`.
    """
    return timeline_of(unpack(content, subject), subject, path)


def timeline_of(segments: Mapping[str, memoryview], subject: bytes, path: str) -> Timeline:
    """Return the timeline at `path`, made from what has the SHA-256 `subject`.

    Raises:
        UnpackError: these are not the segments of one.
    """
    try:
        return _timeline(segments, path).made_from(subject)
    except _DAMAGES as error:
        raise UnpackError(str(error)) from None


def _timeline(segments: Mapping[str, memoryview], path: str) -> Timeline:
    reader = RecordReader()

    def parts(name: str, kind: type[Any]) -> _TableParts:
        ends, bodies = to_numbers(segments[f"{name} ends"]), bodies_of(segments, name)
        if ends[-1] != len(bodies):
            raise UnpackError(f"the {name} do not end where they should")
        ids = segments[f"{name} ids"]

        def body(at: int) -> memoryview:
            return bodies[ends[at] : ends[at + 1]]

        def make(at: int) -> Any:
            return reader.read(kind, str(body(at), "utf-8"))

        return len(ends) - 1, make, lambda: from_json(ids), body, lambda id_: _place(ids, id_)

    about = from_json(segments["about"])

    def few(name: str, kind: type[Any]) -> tuple[Any, ...]:
        return tuple(reader.record(kind, values) for values in about[name])

    tracks, documents = few("tracks", Track), RecordTable(*parts("documents", Document))
    columns = KeptColumns(segments, reader.date)
    size, make, ids, body, where = parts("events", Event)
    events = KeptEvents(size, make, ids, columns, (tracks, documents), body, where)
    return Timeline(
        title=about["title"],
        period=reader.date(about["period"]),
        tracks=tracks,
        topics=few("topics", Topic),
        eras=few("eras", Era),
        actors=RecordTable(*parts("actors", Actor)),
        sources=RecordTable(*parts("sources", Source)),
        documents=documents,
        events=events,
        targets=reader.record(Targets, about["targets"]),
        path=path,
        lines=ById(lambda: ids_of(events), to_numbers(segments["lines"])),
    )


def _place(ids: memoryview, identifier: str) -> int | None:
    """Return where an id stands in a list of them, written as JSON; None where it does not.

    No id holds what JSON writes in another way.
    """
    if not identifier.isascii() or '"' in identifier:
        return None
    written = bytes(ids)
    at = written.find(f'"{identifier}"'.encode())
    # Every id before it has two quotes; after an odd one a text between two ids was found.
    quotes = written.count(b'"', 0, max(at, 0))
    return None if at < 0 or quotes % 2 else quotes // 2
