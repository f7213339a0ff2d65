"""How many events of each track a year has, as a picture whose years are links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.dates.display import display_beginning
from kztimeline.dates.edtf import parse
from kztimeline.export.page.markup import element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.export.records import EventRecord, Export, LetteredRecord
    from kztimeline.timeline.model import Track

_WIDTH: Final = 680
_BAND: Final = 46
_LABEL: Final = 20
_STEPS: Final = tuple(n * 10**power for power in range(5) for n in (1, 2, 5))
_MOST_BARS: Final = 170
_ROOM: Final = 34
"""How wide a label of four digits is, with what parts it from the next; on phones twice that."""


class Under(NamedTuple):
    """The heading under which an event stands.

    Attributes:
        year: The first year that its date allows; empty where it reaches back without a bound.
        words: The decade or century where no year is known in which it began, or nothing.
    """

    year: str
    words: str = ""


def shown_under(event: EventRecord) -> Under:
    """Return the year under which an event stands, or the decade or century."""
    if not event.date.earliest:
        return Under("")
    words = display_beginning(parse(event.date.edtf))
    return Under(event.date.earliest[:4], "" if words.isdecimal() else words)


class _Bar(NamedTuple):
    """What is drawn for a year, or for some where they are many; `year` leads to one of them."""

    words: str
    year: str
    counts: Sequence[int]


def overview(export: Export, headings: Sequence[Under]) -> str:
    """Return a bar for each year and track; nothing where there is no year to choose.

    Args:
        export: The events.
        headings: The heading of each.
    """
    counts = Counter(
        (int(under.year), event.track.id)
        for under, event in zip(headings, export.events, strict=True)
        if under.year and not under.words
    )
    years = sorted({year for year, _track in counts})
    if len(years) < 2:
        return ""
    tracks = export.timeline.tracks
    step = next(each for each in _STEPS if (years[-1] - years[0]) // each < _MOST_BARS)
    first = years[0] // step * step
    bars = [
        _bar(range(start, start + step), counts, tracks)
        for start in range(first, years[-1] + 1, step)
    ]
    height = _BAND * len(tracks) + _LABEL
    named = "".join(
        element("text", text(track.name), x=0, y=_BAND * at + 14, class_=f"f{at}")
        for at, track in enumerate(tracks)
    )
    picture = element(
        "svg",
        _bars(bars, height) + _labels(first, step, len(bars), height) + named,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="group",
        aria_label=f"Events by year, {years[0]:04} to {years[-1]:04}",
    )
    return element("nav", picture, class_="years", aria_label="Years")


def _bar(
    years: range, counts: Counter[tuple[int, str]], tracks: Sequence[Track | LetteredRecord]
) -> _Bar:
    numbers = [sum(counts[year, track.id] for year in years) for track in tracks]
    told = ", ".join(
        f"{track.name} {number}" for track, number in zip(tracks, numbers, strict=True)
    )
    within = f"{years[0]:04}" if len(years) == 1 else f"{years[0]:04}–{years[-1]:04}"
    held = [year for year in years if any(counts[year, track.id] for track in tracks)]
    return _Bar(f"{within}: {told}", f"{held[0]:04}" if held else "", numbers)


def _bars(bars: Sequence[_Bar], height: int) -> str:
    """Return the bars, each a link to its first year; what is empty leads nowhere."""
    wide = _WIDTH / len(bars)
    most = max(max(bar.counts) for bar in bars)
    drawn = []
    for at, bar in enumerate(bars):
        if not bar.year:
            continue
        back = _rectangle(at * wide, 0, wide, height - _LABEL, "back")
        tall = [(_BAND - 4) * number / most for number in bar.counts]
        parts = "".join(
            _rectangle(at * wide, _BAND * (track + 1) - each, wide, each, f"f{track}")
            for track, each in enumerate(tall)
            if each
        )
        words = element("title", text(bar.words))
        drawn.append(
            element("a", words + back + parts, href=f"#_y{bar.year}", aria_label=bar.words)
        )
    return "".join(drawn)


def _labels(first: int, step: int, count: int, height: int) -> str:
    """Return years below the bars, as many as there is room for; the rest only where it is wide."""
    wide = _WIDTH / count / step
    last = first + count * step - 1
    fine, coarse = (
        next(each for each in _STEPS if each * wide >= room) for room in (_ROOM, 2 * _ROOM)
    )
    return "".join(
        element(
            "text",
            str(year),
            x=f"{(year - first + step / 2) * wide:.5g}",
            y=height - 4,
            text_anchor="middle",
            class_=None if year % coarse == 0 else "fine",
        )
        for year in range(-(-first // fine) * fine, last + 1, fine)
        if _ROOM / 2 <= (year - first + step / 2) * wide <= _WIDTH - _ROOM / 2
    )


def _rectangle(x: float, y: float, width: float, height: float, kind: str) -> str:
    corners = {"x": x, "y": y, "width": width, "height": height}
    placed = " ".join(f'{name}="{round(value, 2):g}"' for name, value in corners.items())
    return f'<rect {placed} class="{kind}"/>'
