"""One event on the page: its place on a rail, what happened, and folded in who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.export.answer import POSSIBLE_MATCH, WHY_POSSIBLE, match_words
from kztimeline.export.page.markup import element, link, text, time
from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kztimeline.export.records import ActorRecord, EventRecord, SourceRecord
    from kztimeline.timeline.model import Track


def entry(
    event: EventRecord,
    tracks: Sequence[Track],
    here: Collection[str],
    also: Mapping[str, Sequence[str]],
    asked: Mapping[str, str | int | None],
) -> str:
    """Return an event as an item of a list.

    Args:
        event: The event.
        tracks: The tracks, one rail each.
        here: The ids of the events on the page, to which links lead.
        also: Other names of actors, by id, which the filter finds, too.
        asked: The attributes that its fields ask for (`filter_attributes`).
    """
    at = [track.id for track in tracks].index(event.track.id)
    rails = "".join(element("span", "", class_=f"rail r{n}") for n in range(len(tracks)))
    letter = element("b", text(tracks[at].letter), aria_hidden="true")
    dot = element("span", letter, class_=f"dot r{at}", title=event.track.name)
    article = element(
        "article",
        rails + dot + "".join(_body(event, at, here, also)),
        class_=f"event n{len(tracks)} i{event.importance} {_kind(event)}".rstrip(),
        id=event.id,
        aria_labelledby=f"_t-{event.id}",
        **asked,
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


def _body(
    event: EventRecord, at: int, here: Collection[str], also: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    track = element("span", text(event.track.name), class_=f"s{at}")
    place = f" · {_searched(event.place)}" if event.place else ""
    yield element("p", f"{time(event.date)} · {track}{place}", class_="date")
    title = element("a", text(event.title), href=f"#{event.id}", class_="s")
    yield element("h3", title, id=f"_t-{event.id}")
    yield element("p", text(event.summary), class_="s")
    badges = "".join(_badges(event))
    if badges:
        yield element("p", badges, class_="badges")
    sources = count_of(len(event.sources), "source")
    summary = element("summary", f"{sources} and details")
    yield element("details", summary + _facts(event, here, also) + _sources(event))


def _badges(event: EventRecord) -> Iterator[str]:
    if event.match == "possible":
        title = f"{WHY_POSSIBLE[0].upper()}{WHY_POSSIBLE[1:]}."
        yield element("span", POSSIBLE_MATCH, class_="badge warn", title=title)
    if event.disputed:
        yield element("span", "≠ sources disagree", class_="badge warn")
    if event.attributed_to:
        yield element("span", "a claim", class_="badge warn")
    if event.inference:
        yield element("span", "inferred", class_="badge")
    if event.origin == "seed":
        yield element("span", "¶ supported by a document", class_="badge")


def _facts(event: EventRecord, here: Collection[str], also: Mapping[str, Sequence[str]]) -> str:
    return element("dl", "".join(_terms(event, here, also)), class_="facts")


def _terms(
    event: EventRecord, here: Collection[str], also: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    date = event.date
    known = f"{date.edtf} ({date.precision}{', ' if date.qualifier else ''}{date.qualifier})"
    yield _term("Date", text(known))
    yield _term("Topics", ", ".join(_named(each.name) for each in event.topics))
    if event.actors:
        yield _term("Actors", ", ".join(_actor(each, also[each.id]) for each in event.actors))
    if match := match_words(event):
        yield _term("Match", text(match))
    for label, fact in (
        ("According to", event.attributed_to),
        ("Inferred", event.inference),
        ("Note", event.note),
    ):
        if fact:
            yield _term(label, _searched(fact))
    if event.outside_span:
        yield _term("Outside the span", text(event.outside_span))
    for claim in event.disputed:
        cited = element("small", f"({text(claim.citation)})")
        yield _term("Sources disagree", f"{_searched(claim.by)}: {_searched(claim.claim)} {cited}")
    for each in event.links:
        other = _other(each.to, each.title, here)
        yield _term(each.words.capitalize(), f"{other}. {text(each.basis)}")
    for back in event.linked_from:
        other = _other(back.event, back.title, here)
        yield _term(back.words.capitalize(), f"{other}. {text(back.basis)}")


def _other(id_: str, title: str, here: Collection[str]) -> str:
    """Return the title of another event, a link to it where it stands on the page."""
    return element("a", text(title), href=f"#{id_}") if id_ in here else text(title)


def _term(label: str, content: str) -> str:
    return element("dt", text(label)) + element("dd", content)


def _searched(words: str) -> str:
    """Return text of the event's own that the filter looks through."""
    return element("span", text(words), class_="s")


def _named(name: str, others: Sequence[str] = ()) -> str:
    """Return what the event names, for the filter a row of its own with its other names."""
    also = {"data_also": "\ufffc".join(others)} if others else {}
    return element("span", text(name), class_="s w", **also)


def _actor(actor: ActorRecord, others: Sequence[str]) -> str:
    titles = f" ({text(', '.join(actor.titles))})" if actor.titles else ""
    return f"{_named(actor.name, others)}{titles}"


def _sources(event: EventRecord) -> str:
    items = "".join(element("li", _source(each), class_="w") for each in event.sources)
    return element("ol", items, class_="sources")


def _source(source: SourceRecord) -> str:
    title = _searched(source.title)
    parts = [
        text(source.author) if source.author else "",
        link(source.URL, f"“{title}”") if source.URL else f"“{title}”",
        _searched(source.publisher),
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
