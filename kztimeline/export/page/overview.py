"""How many events of each track a year has, as a picture whose years are links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kztimeline.export.page.markup import element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.export.records import EventRecord, Export, LetteredRecord
    from kztimeline.timeline.model import Track

_WIDTH: Final = 680
_BAND: Final = 46
_LABEL: Final = 14


def year_shown(event: EventRecord) -> str:
    """Return the year under which an event stands: the first it allows, or the end of an open one.

    An event that reaches back without a bound stands at the head, under no year.
    """
    return event.date.earliest[:4] if event.date.earliest else ""


def overview(export: Export, years: Sequence[str]) -> str:
    """Return a bar for each year and track; nothing where there is no year to choose."""
    dated = [year for year in years if year]
    if len(dated) < 2:
        return ""
    counts = Counter((year_shown(event), event.track.id) for event in export.events)
    tracks = export.timeline.tracks
    shown = range(int(dated[0]), int(dated[-1]) + 1)
    wide = _WIDTH / len(shown)
    most = max(counts.values())
    height = _BAND * len(tracks) + _LABEL
    drawn = "".join(
        _year(f"{year:04}", at * wide, wide, height, counts, tracks, most)
        for at, year in enumerate(shown)
    )
    named = "".join(
        element("text", text(track.name), x=0, y=_BAND * at + 10, class_=f"f{at}")
        for at, track in enumerate(tracks)
    )
    label = f"Events by year, {dated[0]} to {dated[-1]}"
    picture = element(
        "svg",
        drawn + named,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="group",
        aria_label=label,
    )
    return element("nav", picture, class_="years", aria_label="Years")


def _year(
    year: str,
    left: float,
    wide: float,
    height: int,
    counts: Counter[tuple[str, str]],
    tracks: Sequence[Track | LetteredRecord],
    most: int,
) -> str:
    numbers = [counts[year, track.id] for track in tracks]
    back = _rectangle(left, 0, wide, height - _LABEL, "back")
    bars = "".join(
        _rectangle(left, _BAND * (at + 1) - tall, wide, tall, f"f{at}")
        for at, number in enumerate(numbers)
        if (tall := (_BAND - 4) * number / most)
    )
    named = ""
    if int(year) % 5 == 0:
        middle = round(left + wide / 2, 2)
        named = element("text", year, x=middle, y=height - 3, text_anchor="middle")  # type: ignore[arg-type]
    said = ", ".join(
        f"{track.name} {number}" for track, number in zip(tracks, numbers, strict=True)
    )
    words = element("title", text(f"{year}: {said}"))
    if not any(numbers):
        return named
    target = f"#_y{year}"
    return element("a", words + back + bars, href=target, aria_label=f"{year}: {said}") + named


def _rectangle(x: float, y: float, width: float, height: float, kind: str) -> str:
    corners = {"x": x, "y": y, "width": width, "height": height}
    placed = " ".join(f'{name}="{round(value, 2):g}"' for name, value in corners.items())
    return f'<rect {placed} class="{kind}"/>'
