"""The help: keys from the registry, the signs, and the query language."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView

from kztimeline.cells import Piece, clean, fit
from kztimeline.tui import painting
from kztimeline.tui.dialog import Dialog
from kztimeline.tui.painting import Painted
from kztimeline.tui.rows import TRACK_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.model import Track
    from kztimeline.tui.actions import Action

_SIGNS = (
    ("●", "known to the day"),
    ("◐", "known to the month"),
    ("○", "known to the year or less"),
    ("◌", "approximate or uncertain"),
    ("▬", "lasted from one date to another"),
    ("?", "may match the dates of the filter, but its own date is too wide to tell"),
    ("¶", "a document at hand says so; without it only outside references do"),
    ("≠", "the sources disagree"),
    ("bold", "important events; paler titles are details"),
)
_QUERIES = (
    ("harbour strike", "both words, anywhere in an event"),
    ('"rule of law"', "these words in a row"),
    ("topic:elections", "also track: actor: era: source: origin: place: importance: is: link:"),
    ("in:2012", "also in:2011-12..2012-02, after:2019-03-19, before:1995"),
    ("-topic:energy", "without"),
    ("a or b", "either; brackets group"),
)
_COLUMN = 18


class HelpText(Painted, ScrollView, can_focus=True):
    """The text of the help, scrolled with the usual keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(
        {"heading", "key", "quiet", *TRACK_ROLES}
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("b", "page_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]

    def __init__(self, actions: Sequence[Action], tracks: Sequence[Track]) -> None:
        super().__init__()
        self.lines = list(_help_lines(actions, tracks))

    def on_resize(self) -> None:
        """Tell how far there is to scroll."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.lines))

    def render_line(self, y: int) -> Strip:
        """Return one line of the text."""
        number = y + self.scroll_offset.y
        return self.line(self.lines[number] if number < len(self.lines) else ())


class HelpScreen(Dialog):
    """The help over the timeline."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", show=False)
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


def _help_lines(actions: Sequence[Action], tracks: Sequence[Track]) -> Iterator[list[Piece]]:
    for group, members in groupby(actions, key=lambda action: action.group):
        yield [Piece(group, "heading")]
        for action in members:
            yield _pair(action.key_text, action.help)
        yield []
    yield [Piece("Signs", "heading")]
    for track, role in zip(tracks, TRACK_ROLES, strict=False):
        yield [Piece("  "), Piece(fit(track.letter, _COLUMN), role), Piece(clean(track.name))]
    for sign, meaning in _SIGNS:
        yield _pair(sign, meaning)
    yield []
    yield [Piece("Filter and find", "heading")]
    for query, meaning in _QUERIES:
        yield _pair(query, meaning)


def _pair(name: str, meaning: str) -> list[Piece]:
    return [Piece("  "), Piece(fit(name, _COLUMN), "key"), Piece(meaning)]
