"""Cross-checks: what no single field of a timeline file can show to be wrong.

Each check takes the whole contents and yields problems with their place in the
file. `FILE_CHECKS` are those of a timeline; `cards.CARD_CHECKS` those of one card.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from kztimeline.dates.edtf import Date
from kztimeline.loading.checks.contents import (
    Check,
    Contents,
    KnownIds,
    Problem,
    listed_twice,
)
from kztimeline.loading.checks.ledger import (
    dates_supported,
    ledger_agrees,
    spans_hold_mentions,
    spans_within_documents,
    statements_agree,
)
from kztimeline.loading.yaml_nodes import Place
from kztimeline.text.circles import circles_of
from kztimeline.timeline.model import Event, LinkKind


def unique_ids(contents: Contents) -> Iterator[Problem]:
    """No id stands twice in its list, and no source takes a document's id."""
    for section in ("tracks", "topics", "eras", "actors", "sources", "events"):
        seen: dict[str, Place] = {}
        for number, item in enumerate(getattr(contents.file, section)):
            place: Place = (section, number, "id")
            before = seen.setdefault(item.id, place)
            if before != place:
                another = f"another {section.removesuffix('s')}"
                problem = f"the id {item.id!r} is already that of {another}"
                yield Problem(place, problem, "Give each entry an id of its own.", before)
            elif section == "sources" and item.id in {*contents.documents, *contents.unread}:
                card = contents.card_name(item.id)
                problem = f"this source and the card {card} both have the id {item.id!r}"
                yield Problem(place, problem, "Give one of the two another id.")


def unique_letters(contents: Contents) -> Iterator[Problem]:
    """Within tracks, and within topics, each letter stands for one thing."""
    for section in ("tracks", "topics"):
        seen: dict[str, str] = {}
        for number, item in enumerate(getattr(contents.file, section)):
            if not item.letter:
                continue
            other = seen.setdefault(item.letter.casefold(), item.id)
            if other != item.id:
                yield Problem(
                    (section, number, "letter"),
                    f"the letter {item.letter!r} already stands for {other}",
                    "Choose another letter.",
                )


def listed_once(contents: Contents) -> Iterator[Problem]:
    """An event names each topic, each actor and each span of a source once, an era each source."""
    for number, era in enumerate(contents.file.eras):
        yield from listed_twice(("eras", number, "sources"), "source", era.sources)
    for number, event in enumerate(contents.file.events):
        place: Place = ("events", number)
        yield from listed_twice((*place, "topics"), "topic", event.topics)
        yield from listed_twice((*place, "actors"), "actor", event.actors)
        for index, citation in enumerate(event.sources):
            spans = (*place, "sources", index, "spans")
            yield from listed_twice(spans, "span", citation.spans)


def known_references(contents: Contents) -> Iterator[Problem]:
    """Every id that an entry refers to is defined."""
    file = contents.file
    tracks = KnownIds("track", "tracks", contents)
    topics = KnownIds("topic", "topics", contents)
    actors = KnownIds("actor", "actors", contents)
    sources = KnownIds("source", "sources", contents, {*contents.documents, *contents.unread})
    for number, actor in enumerate(file.actors):
        if actor.side is not None:
            yield from tracks.lacks(("actors", number, "side"), actor.side)
    for number, era in enumerate(file.eras):
        yield from sources.lack(("eras", number, "sources"), era.sources)
    for number, event in enumerate(file.events):
        place: Place = ("events", number)
        yield from tracks.lacks((*place, "track"), event.track)
        yield from topics.lack((*place, "topics"), event.topics)
        yield from actors.lack((*place, "actors"), event.actors)
        for part in ("sources", "disputed", "links"):
            for index, item in enumerate(getattr(event, part)):
                if item.source is not None:
                    yield from sources.lacks((*place, part, index, "source"), item.source)


def links_lead_somewhere(contents: Contents) -> Iterator[Problem]:
    """Links point to other events that exist, once each, and never in a circle."""
    known = KnownIds("event", "events", contents)
    for number, event in enumerate(contents.file.events):
        seen: dict[tuple[str, str], Place] = {}
        for index, link in enumerate(event.links):
            place: Place = ("events", number, "links", index, "to")
            yield from known.lacks(place, link.to)
            if link.to == event.id:
                yield Problem(place, "the event links to itself", "Remove the link.")
            elif before := seen.get((link.to, link.kind)):
                yield Problem(
                    place, "the same link stands already", "Remove one of the two.", before
                )
            seen.setdefault((link.to, link.kind), place)
    yield from _circles(contents.file.events)


def _circles(events: tuple[Event, ...]) -> Iterator[Problem]:
    """Report each link that closes a circle of one kind of link."""
    linked = [(number, event) for number, event in enumerate(events) if event.links]
    for kind in get_args(LinkKind):
        edges = {e.id: [link.to for link in e.links if link.kind == kind] for _, e in linked}
        circle = circles_of(edges)
        for number, event in linked:
            for index, link in enumerate(event.links):
                to_another = link.kind == kind and link.to != event.id
                if to_another and link.to in circle and circle[link.to] == circle[event.id]:
                    yield Problem(
                        ("events", number, "links", index, "to"),
                        f"this {kind} link closes a circle: {link.to} leads back here",
                        "Remove one link of the circle.",
                    )


def within_span(contents: Contents) -> Iterator[Problem]:
    """An event's date lies within the timeline's span, or says why not."""
    period = contents.file.timeline.span
    if ("timeline", "span") in contents.doubts:
        return
    for number, event in enumerate(contents.file.events):
        inside = may_lie_inside(event.date, period)
        if not inside and event.outside_span is None:
            yield Problem(
                ("events", number, "date"),
                f"{event.date} lies outside the timeline's span {period}",
                "Correct the date, or say under `outside_span` why it stands here.",
            )
        elif inside and event.outside_span is not None:
            yield Problem(
                ("events", number, "outside_span"),
                f"{event.date} lies within the timeline's span {period}",
                "Remove `outside_span`.",
            )


def may_lie_inside(date: Date, period: Date) -> bool:
    """Tell whether each end of `date` that is known may lie within `period`."""
    too_early = date.start and period.earliest and date.start.latest < period.earliest
    too_late = date.end and period.latest and date.end.earliest > period.latest
    return date.overlaps(period) and not too_early and not too_late


def enough_in_disputes(contents: Contents) -> Iterator[Problem]:
    """A disagreement has at least two sides, and its sources stand with the event."""
    for number, event in enumerate(contents.file.events):
        place: Place = ("events", number, "disputed")
        if len(event.disputed) == 1:
            yield Problem(place, "only one side of a dispute stands here", "Add the other.")
        cited = {citation.source for citation in event.sources}
        if ("events", number, "sources") in contents.doubts:
            continue
        for index, claim in enumerate(event.disputed):
            if claim.source not in cited:
                yield Problem(
                    (*place, index, "source"),
                    f"{claim.source!r} is not among the event's sources",
                    "Cite it there as well, with what it says.",
                )


def references_say_something(contents: Contents) -> Iterator[Problem]:
    """A cited reference comes with what it says; spans belong to documents only."""
    for number, event in enumerate(contents.file.events):
        for index, citation in enumerate(event.sources):
            place: Place = ("events", number, "sources", index)
            if citation.source in contents.unread:
                continue
            if citation.source in contents.documents:
                if not citation.spans:
                    yield Problem(place, "no place in the document is given", "Add `spans`.")
            elif citation.spans:
                yield Problem((*place, "spans"), "spans belong to documents", "Remove them.")
            elif citation.says is None:
                yield Problem(place, "what the source says is missing", "Add `says`.")


FILE_CHECKS: tuple[Check, ...] = (
    unique_ids,
    unique_letters,
    listed_once,
    known_references,
    links_lead_somewhere,
    within_span,
    enough_in_disputes,
    references_say_something,
    spans_within_documents,
    spans_hold_mentions,
    dates_supported,
    ledger_agrees,
    statements_agree,
)
