"""How the list is arranged at each of its zooms, and what its headings and gaps look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kztimeline.session.view import Zoom
from kztimeline.timeline.gaps import Occurrences, empty_lines
from kztimeline.tui.render.list.gap_rows import gap_line
from kztimeline.tui.render.list.groups import FOLDED, Groups, group_name
from kztimeline.tui.render.list.layout import arrange

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Collection, Sequence

    from kztimeline.text.pieces import Line
    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.render.list.event_rows import Rows
    from kztimeline.tui.render.list.layout import Columns, Layout, Measures, Place

FEW = 20_000
"""Up to this many events the gaps between them are looked for without being asked."""


class Zoomed:
    """Arranges one timeline's events; what a zoom needs is worked out with its first use."""

    def __init__(
        self,
        timeline: Timeline,
        measures: Measures,
        zoom: Zoom = "events",
        opened: Collection[int] = frozenset(),
    ) -> None:
        self._timeline = timeline
        self._measures = measures
        self._occurrences: Occurrences | None = None
        self._groups: dict[int, Groups] = {}
        self.zoom: Zoom = zoom
        self.opened = opened
        self._shown: Counter[tuple[int, int]] | None = None
        self._whole: Counter[tuple[int, int]] | None = None

    def arrange(self, shown: Sequence[int], everything: Sequence[int], columns: Columns) -> Layout:
        """Lay out the events shown, at the present zoom.

        Args:
            shown: The positions of the events, ascending.
            everything: The positions of all events that may be counted.
            columns: How a line is shared out.
        """
        if self.zoom in FOLDED:
            groups = self._grouped(FOLDED[self.zoom])
            self._shown, self._whole = groups.count(shown), groups.count(everything)
            return groups.arrange(self._measures, shown, columns, self.opened)
        if self.zoom == "events" and len(shown) > FEW:
            return arrange(self._measures, shown, columns)
        self._occurrences = self._occurrences or Occurrences(self._timeline)
        gaps = empty_lines(self._occurrences, shown, self.zoom == "time")
        return arrange(self._measures, shown, columns, gaps)

    def heading(self, year: int, rows: Rows, selected: bool) -> Line:
        """Return the line of a heading."""
        if self.zoom not in FOLDED or self._shown is None or self._whole is None:
            return rows.heading(year)
        from kztimeline.tui.render.list.group_rows import Amount, GroupRows

        size = FOLDED[self.zoom]
        most = self._grouped(size).most
        amounts = [
            Amount(self._shown[year, track], self._whole[year, track], most)
            for track in range(len(self._timeline.tracks))
        ]
        letters = [track.letter for track in self._timeline.tracks]
        draw = GroupRows(rows.columns, letters)
        return draw.line(group_name(year, size), year in self.opened, amounts, selected)

    def gap(self, place: Place, layout: Layout, columns: Columns) -> Line:
        """Return a line of empty time."""
        lines = layout.gaps[place.row]
        if self._occurrences is None:
            return []
        before, after = layout.shown[place.row - 1], layout.shown[place.row]
        days = self._occurrences.apart(before, after)
        return gap_line(columns, lines + place.part, lines, days, self.zoom == "time")

    def _grouped(self, size: int) -> Groups:
        if size not in self._groups:
            self._groups[size] = Groups(self._timeline, self._measures, size)
        return self._groups[size]
