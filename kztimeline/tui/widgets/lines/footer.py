"""The single lines around the list: title, tracks and year, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from kztimeline.dates.display import SHORT_WIDTH
from kztimeline.text.cells import clean, cut, fit, lines_of, width
from kztimeline.text.pieces import Piece, pieces_width
from kztimeline.tui.render.list.event_rows import TRACK_ROLES
from kztimeline.tui.render.list.layout import Columns, heading_text
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from kztimeline.timeline.model import Timeline
    from kztimeline.tui.actions.action import Action


_TITLE_ROOM = 32
"""Cells that a long filter leaves for the name of the program and of the timeline."""


class TitleLine(Painted):
    """What timeline this is, how much of it is shown, and by which filter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"name", "strong", "quiet", "count", "filter", "banner"}
    )

    def __init__(self, title: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = clean(title)
        self._count = ""
        self._filter = ""
        self._banner = ""
        self._remedy = ""

    def take(self, timeline: Timeline) -> None:
        """Show another title."""
        self._title = clean(timeline.title)
        self.refresh()

    def show_state(self, count: str, query: str, banner: str = "", remedy: str = "") -> None:
        """Show the number of events and the filter; a banner takes the title's place.

        Args:
            count: How many events are shown.
            query: What else is in force.
            banner: What must not be overlooked; the line is then in its colours.
            remedy: What ends that, said where there is room for it.
        """
        state = count, clean(query), clean(banner), clean(remedy)
        if state != (self._count, self._filter, self._banner, self._remedy):
            self._count, self._filter, self._banner, self._remedy = state
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        cells = self.size.width
        right = [Piece(f" {self._count} ", "count")]
        if self._filter:
            room = max(cells - width(self._count) - _TITLE_ROOM, 6)
            right.append(Piece(f"· {cut(self._filter, room)} ", "filter"))
        if self._banner:
            return self._banner_line(right)
        left = [Piece(" kzt ", "name")]
        room = cells - pieces_width(left) - pieces_width(right) - 2
        left.append(Piece(f" {cut(self._title, room)}" if room > 3 else "", "strong"))
        space = max(cells - pieces_width(left) - pieces_width(right), 0)
        return self.line([*left, Piece(" " * space), *right])

    def _banner_line(self, right: list[Piece]) -> Strip:
        room = max(self.size.width - pieces_width(right), self.size.width // 2)
        whole = f"{self._banner} · {self._remedy}"
        said = whole if width(whole) <= room - 2 else cut(self._banner, room - 2)
        text = fit(f" {said}", room)
        return self.line([Piece(text, "banner"), *(Piece(piece.text, "banner") for piece in right)])


class TrackLine(Painted):
    """The names of the tracks above their columns, and the year at the top of the list."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes({"year", "rule", *TRACK_ROLES})

    def __init__(self, timeline: Timeline, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tracks = timeline.tracks
        self._columns = Columns(0, False)
        self._year: int | None = None

    def take(self, timeline: Timeline) -> None:
        """Name other tracks."""
        self._tracks = timeline.tracks
        self.refresh()

    def show_year(self, year: int | None, columns: Columns) -> None:
        """Show the year that the first event in sight stands under."""
        if (year, columns) != (self._year, self._columns):
            self._year, self._columns = year, columns
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        year = "" if self._year is None else heading_text(self._year)
        if self._columns.two_lanes:
            return self.line(self._two_lanes(year))
        names: list[Piece] = []
        for track, role in zip(self._tracks, TRACK_ROLES, strict=False):
            names += [Piece(f" {track.letter} {clean(track.name)} ", role), Piece("━", "rule")]
        start = Piece(f" {year} ", "year") if year else Piece("")
        fill = self.size.width - 2 - pieces_width([start, *names])
        return self.line([Piece("━", "rule"), start, Piece("━" * max(fill, 0), "rule"), *names])

    def _two_lanes(self, year: str) -> list[Piece]:
        columns = self._columns
        names = [
            cut(f" {track.letter} {clean(track.name)} ", columns.left) for track in self._tracks
        ]
        middle = f" {year} " if year else ""
        axis = 1 + columns.left + 3 + (SHORT_WIDTH - width(middle)) // 2
        before = axis - width(names[0]) - 2
        after = self.size.width - axis - width(middle) - width(names[1]) - 2
        return [
            Piece("━━", "rule"),
            Piece(names[0], TRACK_ROLES[0]),
            Piece("━" * before, "rule"),
            Piece(middle, "year"),
            Piece("━" * after, "rule"),
            Piece(names[1], TRACK_ROLES[1]),
            Piece("━━", "rule"),
        ]


class KeyLine(Painted):
    """The keys that matter now, or a message until the next key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes({"key", "quiet", "notice"})

    class Pressed(Message):
        """An action was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._actions: Sequence[Action] = ()
        self._message = ""
        self._parts: list[str] = []
        self._keys_shown = True
        self._spots: list[tuple[range, Action]] = []

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show the actions that can be done now."""
        ranked = sorted((action for action in actions if action.rank), key=lambda item: item.rank)
        if ranked != self._actions:
            self._actions = ranked
            self.refresh()

    def show_keys(self, shown: bool) -> None:
        """Show the keys, or give their place to the bar; a message stands beside that."""
        self._keys_shown = shown
        self.fit()

    def say(self, message: str) -> None:
        """Show a message in place of the keys; an empty one brings them back."""
        if message != self._message:
            self._message = clean(message)
            self.fit()

    def on_resize(self) -> None:
        """Wrap the message to the width."""
        self.fit()

    def fit(self) -> None:
        """Take the lines that the message needs, so that none is cut on a narrow screen."""
        # The whole screen's width: its own is 0 while the bar has its place.
        cells, lines = self.app.size
        self._parts = lines_of(self._message, cells - 2, max(lines - 2, 1)) if cells > 2 else []
        self.styles.height = max(len(self._parts), 1)
        self.display = self._keys_shown or bool(self._message)
        self.refresh()

    @property
    def message(self) -> str:
        """What is said at present."""
        return self._message

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        self._spots = []
        if self._message:
            text = self._parts[y] if y < len(self._parts) else ""
            return self.line([Piece(f" {text}", "notice")])
        pieces: list[Piece] = []
        start = 0
        for action in self._fitting():
            item = [Piece(f" {action.key_text.split(' ')[0]}", "key"), Piece(f" {action.label} ")]
            end = start + pieces_width(item)
            self._spots.append((range(start, end), action))
            pieces += item
            start = end
        return self.line(pieces)

    def on_click(self, event: events.Click) -> None:
        """Do the action under the pointer."""
        if action := self._under(event.x):
            self.post_message(self.Pressed(action.id))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the action under the pointer."""
        action = self._under(event.x)
        self.tooltip = action.help if action else None

    def _under(self, x: int) -> Action | None:
        return next((action for spot, action in self._spots if x in spot), None)

    def _fitting(self) -> list[Action]:
        """Drop the least important actions until the rest fits; help and quit stay."""
        actions = list(self._actions)
        while len(actions) > 2 and sum(map(_item_width, actions)) > self.size.width:
            del actions[-3]
        return actions


def _item_width(action: Action) -> int:
    return width(action.key_text.split(" ")[0]) + width(action.label) + 3
