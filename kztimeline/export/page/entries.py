"""One event on the page: its place on a rail, what happened, and folded in who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.export.page.markup import element, link, text, time
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from kztimeline.export.records import EventRecord, SourceRecord
    from kztimeline.timeline.model import Track


def entry(event: EventRecord, tracks: Sequence[Track], here: Collection[str]) -> str:
    """Return an event as an item of a list.

    Args:
        event: The event.
        tracks: The tracks, one rail each.
        here: The ids of the events on the page, to which links lead.
    """
    at = [track.id for track in tracks].index(event.track.id)
    rails = "".join(element("span", "", class_=f"rail r{n}") for n in range(len(tracks)))
    letter = element("b", text(tracks[at].letter), aria_hidden="true")
    dot = element("span", letter, class_=f"dot r{at} l", title=event.track.name)
    article = element(
        "article",
        rails + dot + "".join(_body(event, at, here)),
        class_=f"event n{len(tracks)} i{event.importance} {_kind(event)}".rstrip(),
        id=event.id,
        aria_labelledby=f"_t-{event.id}",
        data_ids=event.id,
        data_track=event.track.id,
        data_track_name=event.track.name,
        data_topics=" ".join(each.id for each in event.topics),
        data_actors=" ".join(each.id for each in event.actors),
        data_origin=event.origin,
        data_importance=event.importance,
        data_start=event.date.earliest or "",
        data_end=event.date.latest or "",
    )
    return element("li", article)


def _kind(event: EventRecord) -> str:
    """Return how the mark of the event is drawn, by how its date is known."""
    date = event.date
    if "/" in date.edtf:
        return "lasting about" if date.qualifier else "lasting"
    if date.qualifier:
        return "about"
    return "" if date.precision == "day" else "wide"


def _body(event: EventRecord, at: int, here: Collection[str]) -> Iterator[str]:
    track = element("span", text(event.track.name), class_=f"s{at}")
    place = f" · {text(event.place)}" if event.place else ""
    yield element("p", f"{time(event.date)} · {track}{place}", class_="date")
    title = element("a", text(event.title), href=f"#{event.id}")
    yield element("h3", title, id=f"_t-{event.id}")
    yield element("p", text(event.summary))
    badges = "".join(_badges(event))
    if badges:
        yield element("p", badges, class_="badges l")
    sources = count_of(len(event.sources), "source")
    summary = element("summary", f"{sources} and details", class_="l")
    yield element("details", summary + _facts(event, here) + _sources(event))


def _badges(event: EventRecord) -> Iterator[str]:
    if event.disputed:
        yield element("span", "≠ sources disagree", class_="badge warn")
    if event.attributed_to:
        yield element("span", "a claim", class_="badge warn")
    if event.inference:
        yield element("span", "date inferred", class_="badge")
    if event.origin == "seed":
        yield element("span", "¶ from a document of the ledger", class_="badge")


def _facts(event: EventRecord, here: Collection[str]) -> str:
    return element("dl", "".join(_terms(event, here)), class_="facts")


def _terms(event: EventRecord, here: Collection[str]) -> Iterator[str]:
    date = event.date
    known = f"{date.edtf} ({date.precision}{', ' if date.qualifier else ''}{date.qualifier})"
    yield _term("Date", element("span", text(known), class_="l"))
    yield _term("Topics", text(", ".join(each.name for each in event.topics)))
    if event.actors:
        names = (
            f"{each.name} ({', '.join(each.titles)})" if each.titles else each.name
            for each in event.actors
        )
        yield _term("Actors", text(", ".join(names)))
    for label, fact in (
        ("According to", event.attributed_to),
        ("How the date was worked out", event.inference),
        ("Note", event.note),
        ("Outside the span", event.outside_span),
    ):
        if fact:
            yield _term(label, text(fact))
    for claim in event.disputed:
        cited = element("small", f"({text(claim.citation)})")
        yield _term("Sources disagree", f"{text(claim.by)}: {text(claim.claim)} {cited}")
    for each in event.links:
        other = text(each.title)
        if each.to in here:
            other = element("a", other, href=f"#{each.to}")
        yield _term(each.words.capitalize(), f"{other}. {text(each.basis)}")


def _term(label: str, content: str) -> str:
    return element("dt", text(label), class_="l") + element("dd", content)


def _sources(event: EventRecord) -> str:
    items = "".join(element("li", _source(each)) for each in event.sources)
    return element("ol", items, class_="sources")


def _source(source: SourceRecord) -> str:
    parts = [
        text(source.author) if source.author else "",
        f"“{link(source.URL, text(source.title)) if source.URL else text(source.title)}”",
        text(source.publisher),
        time(source.issued) if source.issued else "undated",
        _places(source.spans),
        f"repeating {text(source.derived_from)}" if source.derived_from else "",
        f"accessed {time(source.accessed)}" if source.accessed else "",
        f"archived at {link(source.archive_url)}" if source.archive_url else "",
    ]
    cited = ", ".join(part for part in parts if part)
    said = element("span", text(source.says), class_="says") if source.says else ""
    return f"{cited}.{said}"


def _places(spans: tuple[str, ...]) -> str:
    return text(f"characters {', '.join(spans).replace('-', '–')}") if spans else ""
