"""`kzt values`: what a field of the query may name, and how many events each value has."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from kztimeline.cli.fitting import lined_up
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.options import (
    AsOfOption,
    CertainOption,
    ForceOption,
    OutputOption,
    QueryWords,
    TimelineOption,
    chosen_timeline,
)
from kztimeline.cli.read.matching import conclude, matching
from kztimeline.cli.reporting import USAGE, fail, found_nothing, reporting
from kztimeline.dates.display import display_beginning
from kztimeline.export.plain_lists import PlainList
from kztimeline.text.cells import cut
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.timeline.citations import NO_PUBLISHER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.timeline.model import Event, Timeline

_READ_FROM_EVENTS: Final = (
    "topic",
    "track",
    "actor",
    "source",
    "place",
    "importance",
    "origin",
    "link",
)
_FIELDS: Final = (*_READ_FROM_EVENTS, "year", "era", "is")


_NONE: Final = {
    "actor": "no event has an actor",
    "place": "no event has a place",
    "link": "no event has a link",
    "era": "this timeline has no eras",
}
"""What is said where no event has a value of a field; of the other fields, every event has one."""


class ListedValue(NamedTuple):
    """A value of a field: its id, its name, and the events that have it."""

    id: str
    name: str
    events: int


def offer_fields() -> list[str]:
    """Return the fields that have values, for the shell."""
    return list(_FIELDS)


def list_values(
    context: typer.Context,
    field: Annotated[
        str,
        typer.Argument(metavar="FIELD", help=f"{', '.join(_FIELDS)}.", autocompletion=offer_fields),
    ],
    query: QueryWords = None,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    certain: CertainOption = False,
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """List a field's values with the number of events for each."""
    name = field.removesuffix(":")
    if name not in _FIELDS:
        near = nearest(name, _FIELDS)
        hint = f"{did_you_mean(near, sentence=True)} " if near else ""
        fail(f"there is no field {name!r}", f"{hint}The fields are {', '.join(_FIELDS)}.", USAGE)
    with reporting():
        to = target(format, output, formats=LISTS, force=force)
        loaded = chosen_timeline(context, timeline)
        seen = matching(loaded, query, certain=certain, as_of=as_of)
        found = values_of(name, seen.timeline, seen.events, every=not query and not as_of)
        if found or to.path is None or not to.is_text:
            rows = tuple(each._asdict() for each in found)
            listed = PlainList("values", ListedValue._fields, rows)
            to.write_list(listed, "value", _lines(found))
        conclude(seen)
        if not found:
            found_nothing(_NONE.get(name, f"no event has a value of {name}"))


def values_of(
    field: str, timeline: Timeline, events: Iterable[Event], *, every: bool = True
) -> list[ListedValue]:
    """Return the values of a field that events have, the most frequent first, then by id.

    Args:
        field: The field.
        timeline: What the events are of.
        events: The events.
        every: Whether values that no event has are wanted, too.
    """
    counts = _counts(field, timeline, list(events))
    names = _names(field, timeline)
    known = {**dict.fromkeys(names if every else (), 0), **counts}
    listed = [ListedValue(id_, names.get(id_, ""), number) for id_, number in known.items()]
    if field == "year":
        return sorted(listed, key=lambda value: (_number_in(value.id), value.id))
    return sorted(listed, key=lambda value: (-value.events, value.id))


def _number_in(year: str) -> int:
    """Return where a year or decade stands among others; what has none stands last."""
    digits = "".join(takewhile(str.isdecimal, year))
    return int(digits) if digits else sys.maxsize


def _counts(field: str, timeline: Timeline, events: list[Event]) -> Counter[str]:
    if field in ("era", "is"):
        return _asked(field, timeline, events)
    return Counter(value for event in events for value in set(_of_event(field, timeline, event)))


def _asked(field: str, timeline: Timeline, events: list[Event]) -> Counter[str]:
    """Return counts of what only the query can tell of an event."""
    from kztimeline.query import FieldTerm
    from kztimeline.query.fields import values as known
    from kztimeline.session.state.kept_index import index_of

    index = index_of(timeline)
    wanted = {timeline.positions_by_id[event.id] for event in events}
    return Counter(
        {
            value.id: len(wanted & set(index.run(FieldTerm(field, (value.id,))).positions))
            for value in known(field, timeline)
        }
    )


def _of_event(field: str, timeline: Timeline, event: Event) -> Iterable[str]:
    match field:
        case "topic":
            return event.topics
        case "actor":
            return event.actors
        case "source":
            return [citation.source for citation in event.sources]
        case "link":
            return [link.kind for link in event.links]
        case "origin":
            return [timeline.origin(event)]
        case "year":
            return [display_beginning(event.date) or "open"]
        case "place":
            return [event.place] if event.place else []
    return [str(getattr(event, field))]


def _names(field: str, timeline: Timeline) -> dict[str, str]:
    from kztimeline.query.fields import values as known

    if field in ("year", "place"):
        return {}
    if field == "source":
        return {
            each.id: each.title if each.publisher == NO_PUBLISHER else each.publisher
            for each in timeline.sources
        }
    return {value.id: value.names[0] if value.names else "" for value in known(field, timeline)}


def _lines(found: list[ListedValue]) -> Iterable[str]:
    """Yield the values one a line: cut to a terminal, whole in a pipe."""
    if not found:
        return
    digits = max(len(str(value.events)) for value in found)
    ids = lined_up([value.id for value in found])
    cells = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for value, id_ in zip(found, ids, strict=True):
        line = f"{value.events:>{digits}}  {id_}  {value.name}".rstrip()
        yield f"{cut(line, cells) if cells else line}\n"
