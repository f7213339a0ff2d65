"""What a timeline fit for publication satisfies beyond being well formed.

The checks of `kzt check --strict`, on contents that have passed all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.edtf import Endpoint, Precision
from kztimeline.loading.checks.claims import CLAIM_CHECKS
from kztimeline.loading.checks.contents import Check, Contents, Problem, no_address
from kztimeline.loading.checks.sources import SOURCE_CHECKS
from kztimeline.loading.checks.terms import TERM_CHECKS
from kztimeline.loading.checks.wording import WORDING_CHECKS
from kztimeline.loading.file_format.first_file import PLACEHOLDERS, STUB_SUMMARY, STUB_TITLE
from kztimeline.loading.yaml_nodes import Place
from kztimeline.timeline.counts import count_events
from kztimeline.timeline.model import Actor, Citation, Event, Timeline

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def targets_met(timeline: Timeline) -> Iterator[Problem]:
    """The timeline holds as much as its targets say."""
    counts, targets = count_events(timeline), timeline.targets
    place: Place = ("timeline", "targets")
    for name, found, wanted in (
        ("events", counts.events, targets.events),
        ("links", counts.links, targets.links),
        *((f"{t} events", n, targets.events_per_track) for t, n in counts.tracks.items()),
        *(
            (f"events of {year}", sum(by_track.values()), targets.events_per_year)
            for year, by_track in counts.years.items()
        ),
        *(
            (f"{track} events of {year}", n, targets.events_per_track_and_year)
            for year, by_track in counts.years.items()
            for track, n in by_track.items()
        ),
    ):
        if found < wanted:
            yield Problem(place, f"{found} {name}, at least {wanted} are wanted", "Add some.")


def first_days_named(contents: Contents) -> Iterator[Problem]:
    """A first of the month is one that a source names, not a month turned into a day."""
    for number, event in enumerate(contents.file.events):
        for end in {event.date.start, event.date.end} - {None}:
            if end is not None and _is_first(end) and not _names_first(contents, event, end):
                yield Problem(
                    ("events", number, "date"),
                    f"no source is said to name {end.earliest.isoformat()}",
                    "Let `says` name the day, such as '1 December'; or write the month alone.",
                )


def _is_first(end: Endpoint) -> bool:
    return end.precision is Precision.DAY and end.earliest.day == 1


def _names_first(contents: Contents, event: Event, end: Endpoint) -> bool:
    month = MONTHS[end.earliest.month - 1][:3]
    named = re.compile(rf"\b(1(st)? {month}|{month}[a-z]*\.? 1(st)?\b)", re.IGNORECASE)
    return any(
        named.search(citation.says or "") or _mentioned(contents, citation, end)
        for citation in event.sources
    )


def _mentioned(contents: Contents, citation: Citation, end: Endpoint) -> bool:
    """Tell whether a document's ledger has a mention of that very day within the spans."""
    document = contents.documents.get(citation.source)
    return document is not None and any(
        span.contains(mention.span)
        and mention.date is not None
        and end in (mention.date.start, mention.date.end)
        for mention in document.mentions
        for span in citation.spans
    )


def figures_sourced(contents: Contents) -> Iterator[Problem]:
    """Each figure in a summary stands in what a cited reference is said to say.

    Events that cite a document are left to the ledger and to the reader.
    """
    for number, event in enumerate(contents.file.events):
        if any(citation.source in contents.documents for citation in event.sources):
            continue
        said = " ".join(citation.says or "" for citation in event.sources)
        said = f"{said} {event.date.text}"
        known = {_plain(figure) for figure in _FIGURE.findall(said)}
        missing = [f for f in _FIGURE.findall(event.summary) if _plain(f) not in known]
        if missing:
            yield Problem(
                ("events", number, "summary"),
                f"no source is said to give {', '.join(missing)}",
                "Let `says` of the source that gives it say so, or leave it out.",
            )


def _plain(figure: str) -> str:
    """Return a figure without grouping or leading zeros, for comparison."""
    return figure.replace(",", "").lstrip("0") or "0"


def addresses_sound(contents: Contents) -> Iterator[Problem]:
    """A source has an address of its own, or is dated, as on paper; addresses are well formed."""
    seen: dict[str, str] = {}
    for number, source in enumerate(contents.file.sources):
        place: Place = ("sources", number, "URL")
        if source.URL is None:
            if source.issued is None:
                yield Problem(
                    ("sources", number),
                    "the source has neither an address nor a date",
                    "Add its `URL`; of a book or newspaper on paper, `issued`.",
                )
        elif fault := no_address(source.URL):
            yield Problem(place, *fault)
        elif seen.setdefault(source.URL, source.id) != source.id:
            yield Problem(place, f"{seen[source.URL]!r} has the same address", "Keep one.")
        if source.archive_url and (fault := no_address(source.archive_url)):
            yield Problem(("sources", number, "archive_url"), *fault)


def everything_used(contents: Contents) -> Iterator[Problem]:
    """Every actor, source and topic of the registries is used."""
    events = contents.file.events
    sources = {citation.source for event in events for citation in event.sources}
    used = {
        "actors": {actor for event in events for actor in event.actors},
        "topics": {topic for event in events for topic in event.topics},
        "sources": sources.union(*(era.sources for era in contents.file.eras)),
    }
    for section, ids in used.items():
        for number, item in enumerate(getattr(contents.file, section)):
            if item.id not in ids:
                yield Problem(
                    (section, number), f"{item.id!r} is used by no event", "Use or remove it."
                )


def names_unique(contents: Contents) -> Iterator[Problem]:
    """Actors of one name are told apart by notes or offices; other spellings may be shared."""
    bearers: dict[str, list[Actor]] = {}
    for actor in contents.file.actors:
        bearers.setdefault(actor.name.casefold(), []).append(actor)
    for number, actor in enumerate(contents.file.actors):
        if not _told_apart(bearers[actor.name.casefold()]):
            yield Problem(
                ("actors", number, "name"),
                f"{actor.name!r} stands twice",
                "Keep one entry, or tell the two apart by `note` or `roles`: 'The father.'",
            )


def _told_apart(actors: list[Actor]) -> bool:
    """Tell whether each of some actors has a note or offices, and no two have the same."""
    marks = {(actor.note, actor.roles) for actor in actors}
    marked = all(actor.note or actor.roles for actor in actors)
    return len(actors) == 1 or (marked and len(marks) == len(actors))


def template_replaced(contents: Contents) -> Iterator[Problem]:
    """Nothing is left as `kzt new` or `kzt extract` wrote it for you to replace."""
    fields = {"events": ("title", "summary"), "sources": ("title", "publisher")}
    for section, names in fields.items():
        for number, item in enumerate(getattr(contents.file, section)):
            for name in names:
                text = getattr(item, name)
                if writer := _written_by(text):
                    yield Problem(
                        (section, number, name),
                        f"{text!r} is still what `{writer}` wrote",
                        "Write your own, or remove the entry.",
                    )


def _written_by(text: str | None) -> str:
    """Return the command that wrote a text to be replaced; nothing where none did."""
    if text in PLACEHOLDERS:
        return "kzt new"
    is_stub = text is not None and (text == STUB_SUMMARY or text.startswith(STUB_TITLE))
    return "kzt extract --format stubs" if is_stub else ""


def entries_in_order(contents: Contents) -> Iterator[Problem]:
    """Actors and sources stand in order of id, events in order of date, then id."""
    for section, by, key in (
        ("actors", "id", attrgetter("id")),
        ("sources", "id", attrgetter("id")),
        ("events", "date, then id", attrgetter("date", "id")),
    ):
        entries = getattr(contents.file, section)
        for number, (before, after) in enumerate(pairwise(entries), 1):
            if key(after) < key(before):
                yield Problem(
                    (section, number, "id"),
                    f"{after.id!r} is out of order: it belongs before {before.id!r}",
                    f"Let the {section} stand in order of {by}.",
                )


STRICT_CHECKS: tuple[Check, ...] = (
    entries_in_order,
    first_days_named,
    figures_sourced,
    addresses_sound,
    everything_used,
    names_unique,
    template_replaced,
    *SOURCE_CHECKS,
    *CLAIM_CHECKS,
    *TERM_CHECKS,
    *WORDING_CHECKS,
)
