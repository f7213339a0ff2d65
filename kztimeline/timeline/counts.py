"""How many events a timeline holds, by year, track, topic, origin and importance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from kztimeline.dates.edtf import Date
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Timeline

Key = TypeVar("Key", str, int)


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of events; `years` gives for each year one number a track.

    An event counts in the year it begins in, or ends in where its beginning is open;
    one that begins in no single year counts in none.
    """

    events: int
    links: int
    disputed: int
    inferred: int
    tracks: dict[str, int]
    topics: dict[str, int]
    origins: dict[str, int]
    importances: dict[int, int]
    years: dict[int, dict[str, int]]


def counted_year(date: Date) -> int | None:
    """Return the year a date begins in, or ends in where its beginning is open."""
    end = date.start or date.end
    if end is None or end.earliest.year != end.latest.year:
        return None
    return end.earliest.year


def count_events(timeline: Timeline) -> Counts:
    """Count the events of a timeline."""
    events = timeline.events
    years = {
        year: dict.fromkeys((track.id for track in timeline.tracks), 0)
        for year in _years(timeline.period)
    }
    for event in events:
        year = counted_year(event.date)
        if year in years:
            years[year][event.track] += 1
    return Counts(
        events=len(events),
        links=sum(len(event.links) for event in events),
        disputed=sum(bool(event.disputed) for event in events),
        inferred=sum(event.inference is not None for event in events),
        tracks=_tally((t.id for t in timeline.tracks), (e.track for e in events)),
        topics=_tally(
            (t.id for t in timeline.topics), (topic for e in events for topic in e.topics)
        ),
        origins=_tally(("seed", "reference"), map(timeline.origin, events)),
        importances=_tally((1, 2, 3), (e.importance for e in events)),
        years=years,
    )


def _years(period: Date) -> range:
    if period.earliest is None or period.latest is None:
        return range(0)
    return range(period.earliest.year, period.latest.year + 1)


def _tally(keys: Iterable[Key], values: Iterable[Key]) -> dict[Key, int]:
    counter = Counter(values)
    return {key: counter[key] for key in keys}


def as_table(timeline: Timeline, counts: Counts) -> str:
    """Return the counts as Markdown: a summary, then tables by topic and by year."""
    tracks = [track.name for track in timeline.tracks]
    lines = [
        f"{count_of(counts.events, 'event')} ("
        + ", ".join(f"{track.name} {counts.tracks[track.id]}" for track in timeline.tracks)
        + "); "
        + ", ".join(f"{number} of origin {origin}" for origin, number in counts.origins.items())
        + "; "
        + ", ".join(f"{number} of importance {n}" for n, number in counts.importances.items())
        + f"; {counts.disputed} disputed; {counts.inferred} with an inferred date; "
        + f"{count_of(counts.links, 'link')}.",
        "",
        "| topic | events |",
        "|---|---:|",
        *(f"| {topic.name} | {counts.topics[topic.id]} |" for topic in timeline.topics),
        "",
        f"| year | {' | '.join(tracks)} |",
        f"|---|{'---:|' * len(tracks)}",
        *(
            f"| {year} | {' | '.join(map(str, by_track.values()))} |"
            for year, by_track in counts.years.items()
        ),
    ]
    return "\n".join(lines) + "\n"
