"""How the list is arranged at each of its zooms, and what its headings and gaps look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.dates.distance import length_words
from kztimeline.dates.occurring import days_apart
from kztimeline.timeline.gaps import empty_lines, is_cut
from kztimeline.tui.render.list.groups import FOLDED, Groups, group_name, group_of
from kztimeline.tui.render.list.layout import heading_text
from kztimeline.tui.render.rails.arranging import Arranged, arrange_rows, undated_of

if TYPE_CHECKING:
    import datetime as dt
    from collections import Counter
    from collections.abc import Collection, Mapping, Sequence

    from kztimeline.session.view import Zoom
    from kztimeline.text.pieces import DrawnLine
    from kztimeline.timeline.model import Position, Timeline
    from kztimeline.tui.render.list.layout import Layout, LineContent, Measures, Row
    from kztimeline.tui.render.rails.arranging import Undated
    from kztimeline.tui.render.rails.lines import RailLines

FEW: Final = 20_000
"""Up to this many events the gaps between them are looked for without being asked."""

_WORTH_A_LINE: Final = 180
"""Days of empty time that the plain list remarks on."""


class Zoomed:
    """Arranges one timeline's events; what a zoom needs is worked out with its first use.

    Attributes:
        zoom: How the list is drawn.
        opened: The folded lines that are opened, by their first year.
        known_until: The day after which nothing is to be known, or None.
    """

    def __init__(
        self,
        timeline: Timeline,
        measures: Measures,
        zoom: Zoom = "events",
        opened: Collection[int] = frozenset(),
    ) -> None:
        self._timeline = timeline
        self._measures = measures
        self._groups: dict[int, Groups] = {}
        self.zoom: Zoom = zoom
        self.opened = opened
        self.known_until: dt.date | None = None
        self._offices: dict[tuple[int, dt.date | None], str] = {}
        self._shown: Counter[tuple[int, int]] | None = None
        self._whole: Counter[tuple[int, int]] | None = None
        self._headlines: Mapping[Position, str] = {}
        self._last: tuple[object, ...] = ()
        self._gaps: Sequence[int] | None = None
        self._undated: Sequence[Undated] = ()

    def arrange(
        self,
        shown: Sequence[Position],
        everything: Sequence[Position],
        contexts: Collection[Position] = (),
        fold: bool = False,
        selected: Row | None = None,
    ) -> Arranged:
        """Lay out the events shown, at the present zoom.

        Args:
            shown: The positions of the events, ascending.
            everything: The positions of all events that may be counted.
            contexts: The positions of events that take a line more.
            fold: Whether the undated events of a year stand behind one line.
            selected: The selected row.
        """
        if self.zoom in FOLDED:
            return Arranged(self._folded(shown, everything), {})
        self._prepare(shown, fold)
        years = self._measures.years
        return arrange_rows(years, shown, self._gaps, contexts, self._undated, selected)

    def _folded(self, shown: Sequence[Position], everything: Sequence[Position]) -> Layout:
        groups = self._grouped(FOLDED[self.zoom])
        self._shown, self._whole = groups.count(shown), groups.count(everything)
        self._headlines = self._weightiest(shown, FOLDED[self.zoom])
        return groups.arrange(shown, self.opened)

    def _prepare(self, shown: Sequence[Position], fold: bool) -> None:
        """Look for empty time and undated events, once for what is shown."""
        asked = (shown, self.zoom, fold)
        if self._last and self._last[0] is shown and self._last[1:] == asked[1:]:
            return
        self._last, self._gaps, self._undated = asked, None, ()
        if fold:
            self._undated = undated_of(self._timeline, self._measures.years, shown)
        if self.zoom == "time" or len(shown) <= FEW:
            scaled = self.zoom == "time"
            least = 0 if scaled else _WORTH_A_LINE
            self._gaps = empty_lines(self._timeline.columns, shown, scaled, least)

    def unfolded_by(self, row: Row | None) -> Row | None:
        """Return the year whose undated events stand line by line while a row is selected."""
        return next((group.year for group in self._undated if row in group.rows), None)

    def _weightiest(self, shown: Sequence[Position], size: int) -> dict[int, str]:
        """Return for each group the title of the event shown that weighs most."""
        if len(self._timeline.events) > FEW:
            return {}
        weight, years, best = self._timeline.columns.weights, self._measures.years, dict[int, int]()
        for position in shown:
            group = group_of(years[position], size)
            if group not in best or weight[position] > weight[best[group]]:
                best[group] = position
        return {group: self._measures.titles[position] for group, position in best.items()}

    def heading(self, year: int, lines: RailLines, selected: bool) -> DrawnLine:
        """Return the line of a heading."""
        if self.zoom not in FOLDED or self._shown is None or self._whole is None:
            return lines.heading(heading_text(year), self.offices(year))
        from kztimeline.tui.render.rails.year_lines import TrackAmount, YearLines

        size = FOLDED[self.zoom]
        most = self._grouped(size).most
        amounts = [
            TrackAmount(self._shown[year, track], self._whole[year, track], most)
            for track in range(len(self._timeline.tracks))
        ]
        letters = [track.letter for track in self._timeline.tracks]
        draw = YearLines(lines.rails.width, letters)
        headline = self._headlines.get(year, "")
        return draw.line(group_name(year, size), year in self.opened, amounts, headline, selected)

    def offices(self, year: int) -> str:
        """Return who was in office in a year."""
        asked = year, self.known_until
        if asked not in self._offices:
            from kztimeline.timeline.in_office.year_headings import year_line

            self._offices[asked] = year_line(self._timeline, *asked)
        return self._offices[asked]

    def gap(self, place: LineContent, layout: Layout, lines: RailLines) -> DrawnLine:
        """Return a line of empty time; the middle one says how long that was."""
        count = layout.gaps[place.row]
        text = ""
        if count + place.part == (count - 1) // 2:
            before, after = (layout.shown[row] for row in (place.row - 1, place.row))
            events = self._timeline.events
            days = days_apart(events[before].date, events[after].date)
            cut = self.zoom == "time" and is_cut(days[0])
            text = length_words(*days) + (", shortened" if cut else "")
        return lines.gap(text)

    def _grouped(self, size: int) -> Groups:
        if size not in self._groups:
            self._groups[size] = Groups(self._timeline, self._measures, size)
        return self._groups[size]
