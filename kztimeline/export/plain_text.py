"""Events as plain text: one line each, or one event in full."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from kztimeline.dates.display import display, display_within
from kztimeline.dates.edtf import Date
from kztimeline.text.cells import cut, width
from kztimeline.text.hyperlinks import hyperlink
from kztimeline.text.visible import visible
from kztimeline.timeline.citations import cite
from kztimeline.timeline.model import Actor, Claim, Event, Link, Timeline
from kztimeline.timeline.relations import steps

_INDENT = 14
"""Cells before what a label names."""
_DATE = 22
"""Cells of the column of dates; on a terminal none is wider."""


def one_line(
    timeline: Timeline, event: Event, cells: int | None = None, *, possible: bool = False
) -> str:
    """Return date, track letter, title and id of an event, on one line.

    Args:
        timeline: What the event is of.
        event: The event.
        cells: How many cells the line may have, if not as many as it takes: the title is cut,
            and never the id, by which the event is asked for.
        possible: Whether it only possibly matches; the line says so before the id.
    """
    date = display(event.date) if cells is None else display_within(event.date, _DATE)
    before = f"{date:<{_DATE}} {timeline.tracks_by_id[event.track].letter}  "
    after = f"{' (possible)' if possible else ''}  [{event.id}]"
    if cells is None:
        return f"{before}{event.title}{after}"
    left = cells - width(before) - width(after)
    return f"{before}{cut(event.title, left)}{after}" if left > 0 else f"{before.rstrip()}{after}"


def actor_on(actor: Actor, date: Date) -> str:
    """Return an actor's name with the offices held at the time."""
    from kztimeline.timeline.offices import titles_at  # a list of events needs no offices

    roles = ", ".join(titles_at(actor, date))
    return f"{actor.name} ({roles})" if roles else actor.name


def in_full(timeline: Timeline, event: Event, width: int = 80, *, match: str = "") -> str:
    """Return everything known about an event, wrapped to `width` columns.

    Args:
        timeline: What the event is of.
        event: The event.
        width: How many columns.
        match: How it matches what was asked, where that is to be said.
    """
    return "".join(f"{line}\n" for line, _address in _full_lines(timeline, event, width, match))


def in_full_linked(timeline: Timeline, event: Event, width: int) -> str:
    """Return the same for a terminal, each source a hyperlink to its page.

    It holds what a terminal obeys, those hyperlinks, and nothing of the kind from a file.
    """
    lines = _full_lines(timeline, event, width)
    return "".join(f"{_linked(visible(line), address)}\n" for line, address in lines)


def _linked(line: str, address: str) -> str:
    return line[:_INDENT] + hyperlink(line[_INDENT:], address) if address else line


def _full_lines(
    timeline: Timeline, event: Event, width: int, match: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield each line, and the address of the page that it names."""
    for line in _before_sources(timeline, event, width, match):
        yield line, ""
    for number, citation in enumerate(event.sources, 1):
        address = timeline.sources_by_id[citation.source].URL or ""
        for line in _labelled(f"[{number}]", cite(timeline, citation), width):
            yield line, address
        for line in _labelled("", citation.says, width) if citation.says else ():
            yield line, ""


def _before_sources(timeline: Timeline, event: Event, width: int, match: str) -> Iterator[str]:
    yield from textwrap.wrap(event.title, width)
    yield f"{display(event.date)}  ({event.date.text}, {timeline.tracks_by_id[event.track].name})"
    yield ""
    yield from textwrap.wrap(event.summary, width)
    yield ""
    if match:
        yield from _labelled("match", match, width)
    for label, text in _facts(timeline, event):
        yield from _labelled(label, text, width)
    yield ""
    yield "Sources"


def _facts(timeline: Timeline, event: Event) -> Iterator[tuple[str, str]]:
    """Yield each thing known about an event with its label."""
    yield "id", event.id
    yield "topics", ", ".join(timeline.topics_by_id[topic].name for topic in event.topics)
    if event.actors:
        names = [actor_on(timeline.actors_by_id[actor], event.date) for actor in event.actors]
        yield "actors", ", ".join(names)
    yield "importance", f"{event.importance} of 3"
    yield "origin", timeline.origin(event)
    for label, text in (
        ("place", event.place),
        ("according to", event.attributed_to),
        ("inferred", event.inference),
        ("note", event.note),
        ("outside span", event.outside_span),
    ):
        if text:
            yield label, text
    for claim in event.disputed:
        yield "disputed", f"{claim.by}: {claim.claim} {_source_of(timeline, event, claim)}"
    for step in steps(timeline, event):
        yield step.relation, _other(step.event, step.link)


def _source_of(timeline: Timeline, event: Event, claim: Claim) -> str:
    """Return the number that a claim's source has below, or its publisher where it has none."""
    numbers = (
        number for number, cited in enumerate(event.sources, 1) if cited.source == claim.source
    )
    number = next(numbers, None)
    return f"[{number}]" if number else f"({timeline.sources_by_id[claim.source].publisher})"


def _other(event: Event, link: Link) -> str:
    return f"{event.title} ({display(event.date)}) [{event.id}]. {link.basis}"


def _labelled(label: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=f"{label:<13} ",
        subsequent_indent=" " * _INDENT,
        break_on_hyphens=False,
        break_long_words=False,
    )
