"""What there is room for: which parts of the screen are shown, and how large.

Every break-point stands here. That is done in the program and not with breakpoints in
the style sheet, because those style every widget a second time before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.tui.render.list.layout import WIDE

if TYPE_CHECKING:
    from kztimeline.session.view import View

PAIRED: Final = 160
"""From this many columns on two texts have room beside each other: the evidence beside an
event's page, the facets beside the list and the detail."""

_ROOMY: Final = 150
"""From this many columns on the margin stands beside the list, and not below it."""
_NARROW: Final = 76
"""Below this many columns the facets have no room beside the list."""
_LOW: Final = 20
"""From this many lines on there is an overview, and room for a margin."""
_OVERVIEWS: Final = ((40, 7), (30, 5), (_LOW, 3))
"""How many lines the overview takes from so many lines of the screen on."""
_TALL: Final = 30
"""So many lines must there be for an overview above a page that stands alone."""
_MARGIN_SHARE: Final = 4
_MARGIN_MOST: Final = 9
_FACETS: Final = range(40, 53)
"""How many columns the facets may take beside the list."""


class Room(NamedTuple):
    """The parts of the screen that are shown, and their sizes in cells.

    Attributes:
        wide: Whether there is room for a text beside the list.
        overview: Whether the overview is shown.
        overview_lines: How many lines it has where it is; 0 where there is no room for it.
        list: Whether the list is shown.
        lanes: Whether its tracks stand side by side.
        detail: Whether the text of the selected event is shown.
        detail_alone: Whether that has no list beside it.
        evidence: Whether the passages of the event are shown.
        evidence_beside: Whether they stand beside its page.
        coverage: Whether the documents are shown.
        facets: Whether the facets panel is shown.
        facets_columns: How many columns it takes; 0 for all of them.
        margin: Whether the margin of what was under way is shown.
        margin_beside: Whether that stands beside the list.
        margin_lines: How many lines it takes below it.
        trail: Whether the line with the trail is shown.
    """

    wide: bool
    overview: bool
    overview_lines: int
    list: bool
    lanes: bool
    detail: bool
    detail_alone: bool
    evidence: bool
    evidence_beside: bool
    coverage: bool
    facets: bool
    facets_columns: int
    margin: bool
    margin_beside: bool
    margin_lines: int
    trail: bool


def room(size: tuple[int, int], view: View, tracks: int, facets_open: bool) -> Room:
    """Return what a view has room for.

    Args:
        size: The columns and lines of the terminal.
        view: What is to be shown.
        tracks: How many tracks the timeline has.
        facets_open: Whether the facets panel is open.
    """
    columns, lines = size
    wide, paired = columns >= WIDE, columns >= PAIRED
    reading = bool(view.reading or view.page)
    facets = facets_open and (paired or not reading)
    facets_alone = facets and columns < _NARROW
    overview_lines = _overview_lines(lines, bool(view.reading) and not wide)
    evidence_beside = view.reading and not view.page and paired
    return Room(
        wide=wide,
        overview=bool(overview_lines) and view.page != "coverage",
        overview_lines=overview_lines,
        list=not reading and not facets_alone,
        lanes=wide and tracks == 2,
        detail=(wide or reading) and not view.page and (paired or not facets),
        detail_alone=reading or not wide,
        evidence=view.page == "evidence" or evidence_beside,
        evidence_beside=evidence_beside,
        coverage=view.page == "coverage",
        facets=facets,
        facets_columns=0 if facets_alone else _within(_FACETS, columns * 2 // 5),
        margin=view.running and lines >= _LOW,
        margin_beside=columns >= _ROOMY,
        margin_lines=min(lines // _MARGIN_SHARE, _MARGIN_MOST),
        trail=bool(view.trail),
    )


def _overview_lines(lines: int, alone: bool) -> int:
    if alone and lines < _TALL:
        return 0
    return next((height for least, height in _OVERVIEWS if lines >= least), 0)


def _within(bounds: range, number: int) -> int:
    return min(max(number, bounds.start), bounds.stop - 1)
