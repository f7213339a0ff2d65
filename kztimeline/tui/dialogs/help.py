"""The help: keys from the registry, the signs, and the query language."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView

from kztimeline.text.cells import clean, fit, wrap
from kztimeline.text.pieces import Piece
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.render.signs import SIGNS, TRACK_ROLES
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.timeline.model import Track
    from kztimeline.tui.actions.action import Action

_QUERIES = (
    ("harbour strike", "words that begin so, both of them, anywhere in an event"),
    ('"rule of law"', "whole words in a row; “curly” quotes and «guillemets» do as well"),
    ("EU, U.S.", "this word in capitals; words that begin so where none is written so"),
    ("Токаев, Tokaev", "a name in any alphabet and spelling: Tokayev"),
    ("topic:elections", "also track: actor: era: source: origin: place: importance: is: link:"),
    ("in:2012", "also in:2011-12..2012-02, after:2019-03-19, before:1995"),
    ("-topic:energy", "without"),
    ("a or b", "either; brackets group"),
)
_DATES = (
    ("2012-02, 2/2012", "February 2012; so are feb 2012 and feb 12: a year follows its month"),
    ("12 feb, feb 12th", "the day, in the year at the cursor; 19 march 2019 names its year"),
    ("q3 2011, h1 2011", "a quarter, a half; summer 2011, winter 2011/12, the 1990s"),
    ("2011 to 2013", "from one date to another: 16–17 dec 2011, jan–mar 2012, since 2015"),
    ("last month", "and two weeks later, next friday: counted from the date at the cursor"),
    ("1/2/2012", "may be two days: what a date is stands below it before enter goes there"),
)
_COLUMN = 18
_INDENT = 2
_STACKED_BELOW = 44
"""Cells under which a meaning stands below its key, so that no word of it is broken."""


class HelpText(Painted, ScrollView, can_focus=True):
    """The text of the help, scrolled with the usual keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"heading", "key", "quiet", *TRACK_ROLES}
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_lines(1)", show=False),
        Binding("k,up", "scroll_lines(-1)", show=False),
        Binding("space,pagedown", "scroll_screens(1)", show=False),
        Binding("b,pageup", "scroll_screens(-1)", show=False),
        Binding("g,home", "scroll_lines(-1000000)", show=False),
        Binding("G,end", "scroll_lines(1000000)", show=False),
    ]

    def __init__(self, actions: Sequence[Action], tracks: Sequence[Track]) -> None:
        super().__init__()
        self._actions = actions
        self._tracks = tracks
        self.lines: list[list[Piece]] = []

    def on_resize(self) -> None:
        """Wrap the text and tell how far there is to scroll."""
        cells = self.scrollable_content_region.width
        self.lines = list(_help_lines(self._actions, self._tracks, cells))
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))

    def action_scroll_lines(self, lines: int) -> None:
        """Scroll by some lines, at once."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, force=True)

    def action_scroll_screens(self, screens: int) -> None:
        """Scroll by some heights of the window, less a line."""
        self.action_scroll_lines(screens * max(self.scrollable_content_region.height - 1, 1))

    def render_line(self, y: int) -> Strip:
        """Return one line of the text."""
        number = y + self.scroll_offset.y
        return self.line(self.lines[number] if number < len(self.lines) else ())


class HelpScreen(Dialog[None]):
    """The help over the timeline."""

    # Here and not in the style sheet, so that it is read when the help is first opened.
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle; background: $background 60%;
        HelpText {
            width: 84; max-width: 100%; height: 100%; max-height: 64; padding: 0 1;
            border: round $kzt-line; background: $background;
            overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
            border-title-color: $kzt-strong; border-subtitle-color: $kzt-quiet;
            scrollbar-color: $kzt-line; scrollbar-background: $background;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "close", show=False)
    ]

    def __init__(self, actions: Sequence[Action], tracks: Sequence[Track]) -> None:
        super().__init__()
        self._text = HelpText(actions, tracks)

    def compose(self) -> ComposeResult:
        """Show the text in a frame."""
        self._text.border_title = "Help"
        self._text.border_subtitle = "q or esc closes"
        yield self._text

    def on_mount(self) -> None:
        """Take the keys."""
        self._text.focus()

    def action_close(self) -> None:
        """Close the help, once however many keys ask for it."""
        if self.is_current and self.is_mounted:
            self.dismiss()


def _help_lines(
    actions: Sequence[Action], tracks: Sequence[Track], cells: int
) -> Iterator[list[Piece]]:
    for group, members in groupby(actions, key=lambda action: action.group):
        yield [Piece(group, "heading")]
        for action in members:
            yield from _entry(action.key_text, action.help, cells)
        yield []
    yield [Piece("Signs", "heading")]
    for track, role in zip(tracks, TRACK_ROLES, strict=False):
        yield from _entry(track.letter, clean(track.name), cells, role)
    for sign in SIGNS:
        yield from _entry(sign.text, sign.meaning, cells)
    yield []
    yield [Piece("Filter and find", "heading")]
    for query, meaning in _QUERIES:
        yield from _entry(query, meaning, cells)
    yield []
    yield [Piece("Dates to go to", "heading")]
    for date, meaning in _DATES:
        yield from _entry(date, meaning, cells)


def _entry(name: str, meaning: str, cells: int, role: str = "key") -> Iterator[list[Piece]]:
    if cells < _STACKED_BELOW:
        yield [Piece(" " * _INDENT), Piece(name, role)]
        for part in wrap(meaning, cells - 2 * _INDENT):
            yield [Piece(" " * 2 * _INDENT), Piece(meaning[part.start : part.end])]
        return
    for number, part in enumerate(wrap(meaning, cells - _INDENT - _COLUMN)):
        shown = name if number == 0 else ""
        text = meaning[part.start : part.end]
        yield [Piece(" " * _INDENT), Piece(fit(shown, _COLUMN), role), Piece(text)]
