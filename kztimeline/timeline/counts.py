"""How many events a timeline holds, by year, track, topic, origin and importance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeVar

from kztimeline.dates.edtf import Date
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Timeline

Key = TypeVar("Key", str, int)
_SUPPORTED: Final = {
    "seed": "supported by a document",
    "reference": "by outside references only",
}


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
        year: dict.fromkeys((track.id for track in timeline.tracks), 0) for year in timeline.years
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


def _tally(keys: Iterable[Key], values: Iterable[Key]) -> dict[Key, int]:
    counter = Counter(values)
    return {key: counter[key] for key in keys}


def as_table(timeline: Timeline, counts: Counts, *, most_rows: int | None = None) -> str:
    """Return the counts as Markdown: a summary, then tables by topic and by year.

    Args:
        timeline: The timeline.
        counts: Its counts.
        most_rows: How many rows the years may take; where there are more of them, they are
            put together, by decades, halves of centuries, or centuries.
    """
    tracks = [track.name for track in timeline.tracks]
    lines = [
        f"{count_of(counts.events, 'event')} ("
        + ", ".join(f"{track.name} {counts.tracks[track.id]}" for track in timeline.tracks)
        + "); "
        + ", ".join(f"{number} {_SUPPORTED[origin]}" for origin, number in counts.origins.items())
        + "; "
        + ", ".join(f"{number} of importance {n}" for n, number in counts.importances.items())
        + f"; {counts.disputed} disputed; {counts.inferred} inferred; "
        + f"{count_of(counts.links, 'link')}.",
        "",
        "| topic | events |",
        "|---|---:|",
        *(f"| {topic.name} | {counts.topics[topic.id]} |" for topic in timeline.topics),
        "",
        f"| year | {' | '.join(tracks)} |",
        f"|---|{'---:|' * len(tracks)}",
        *(
            f"| {years} | {' | '.join(map(str, numbers))} |"
            for years, numbers in _stretches(counts.years, most_rows)
        ),
    ]
    return "\n".join(lines) + "\n"


def _stretches(
    years: dict[int, dict[str, int]], most: int | None
) -> Iterator[tuple[str, list[int]]]:
    """Yield the names of stretches of years with one number a track."""
    if most is None or len(years) <= most:
        yield from ((str(year), list(numbers.values())) for year, numbers in years.items())
        return
    length = next((n for n in (10, 50) if len({year // n for year in years}) <= most), 100)
    for _, stretch in groupby(years, lambda year: year // length):
        each = list(stretch)
        numbers = zip(*(years[year].values() for year in each), strict=True)
        name = f"{each[0]}–{each[-1]}" if len(each) > 1 else str(each[0])
        yield name, [sum(of_track) for of_track in numbers]
