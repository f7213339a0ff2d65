"""What there is room for: which parts of the screen are shown, and how large.

Every break-point stands here. That is done in the program and not with breakpoints in
the style sheet, because those style every widget a second time before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from kztimeline.session.view import View

WIDE: Final = 110
"""Screens from this many columns on show the list and the detail side by side."""
PAIRED: Final = 160
"""From this many columns on two texts have room beside each other: the evidence beside an
event's page, the facets beside the list and the detail."""

_NARROW: Final = 76
"""Below this many columns the facets have no room beside the list."""
_LOW: Final = 20
"""From this many lines on there is an overview, and a preview."""
_OVERVIEWS: Final = ((50, 9), (36, 7), (30, 5), (_LOW, 3))
"""How many lines the overview takes from so many lines of the screen on."""
_STACKED: Final = {9: (4, 2), 7: (2, 2), 5: (2, 1), 3: (1, 1)}
"""By the lines with two tracks: those around the bars of more, and those of each track."""
_TOPICS_SHARE: Final = 3
"""Topics by year take one line in so many."""
_TALL: Final = 30
"""So many lines must there be for an overview above a page that stands alone."""
_PREVIEWS: Final = ((24, 4), (_LOW, 3))
"""How many lines a preview of the selected event takes, where no detail has room."""
_FACETS: Final = range(40, 53)
"""How many columns the facets may take beside the list."""


class Room(NamedTuple):
    """The parts of the screen that are shown, and their sizes in cells.

    Attributes:
        wide: Whether there is room for a text beside the list.
        overview: Whether the overview is shown.
        overview_lines: How many lines it has where it is; 0 where there is no room for it.
        list: Whether the list is shown.
        preview: How many lines a preview of the selected event takes below it; 0 for none.
        detail: Whether the text of the selected event is shown.
        detail_alone: Whether that has no list beside it.
        evidence: Whether the passages of the event are shown.
        evidence_beside: Whether they stand beside its page.
        coverage: Whether the documents are shown.
        facets: Whether the facets panel is shown.
        facets_columns: How many columns it takes; 0 for all of them.
        day: Whether a day is shown in full.
        pair: Whether two events are shown side by side.
        trail: Whether the line with the trail is shown.
    """

    wide: bool
    overview: bool
    overview_lines: int
    list: bool
    preview: int
    detail: bool
    detail_alone: bool
    evidence: bool
    evidence_beside: bool
    coverage: bool
    facets: bool
    facets_columns: int
    day: bool
    pair: bool
    trail: bool


class RoomAsked(NamedTuple):
    """All of a view that decides what there is room for.

    Attributes:
        reading: Whether the page of an event is asked for.
        page: Which other page is, if any.
        topics: Whether the overview has a line for each topic.
        trail: Whether there is a trail.
    """

    reading: bool
    page: str
    topics: bool
    trail: bool


def room_asked(view: View) -> RoomAsked:
    """Return what a view asks room for."""
    return RoomAsked(view.reading, view.page, view.topics, bool(view.trail))


def room(size: tuple[int, int], view: View, tracks: int, facets_open: bool) -> Room:
    """Return what a view has room for.

    Args:
        size: The columns and lines of the terminal.
        view: What is to be shown.
        tracks: How many tracks the timeline has.
        facets_open: Whether the facets panel is open.
    """
    columns, lines = size
    asked = room_asked(view)
    wide, paired = columns >= WIDE, columns >= PAIRED
    reading = asked.reading or bool(asked.page)
    facets = facets_open and (paired or not reading)
    facets_alone = facets and columns < _NARROW
    overview_lines = _overview_lines(lines, asked.reading and not wide)
    if overview_lines and asked.topics:
        overview_lines = max(overview_lines, lines // _TOPICS_SHARE)
    elif overview_lines:
        overview_lines = _by_tracks(overview_lines, tracks)
    evidence_beside = asked.reading and not asked.page and paired
    return Room(
        wide=wide,
        overview=bool(overview_lines) and asked.page != "coverage",
        overview_lines=overview_lines,
        list=not reading and not facets_alone,
        preview=0 if wide or reading or facets_alone else _preview_lines(lines),
        detail=(wide or reading) and not asked.page and (paired or not facets),
        detail_alone=reading or not wide,
        evidence=asked.page == "evidence" or evidence_beside,
        evidence_beside=evidence_beside,
        coverage=asked.page == "coverage",
        facets=facets,
        facets_columns=0 if facets_alone else _within(_FACETS, columns * 2 // 5),
        day=asked.page == "day",
        pair=asked.page == "pair",
        trail=asked.trail,
    )


def _overview_lines(lines: int, alone: bool) -> int:
    if alone and lines < _TALL:
        return 0
    return next((height for least, height in _OVERVIEWS if lines >= least), 0)


def _by_tracks(lines: int, tracks: int) -> int:
    """Return the lines of an overview that has `lines` with two tracks, with another number.

    More tracks are as tall each, so that the years have their line below them.
    """
    if tracks <= 2:
        return lines + (tracks - 2) * max((lines - 1) // 4, 1)
    around, rows = _STACKED[lines]
    return around + tracks * rows


def _preview_lines(lines: int) -> int:
    return next((height for least, height in _PREVIEWS if lines >= least), 0)


def _within(bounds: range, number: int) -> int:
    return min(max(number, bounds.start), bounds.stop - 1)
