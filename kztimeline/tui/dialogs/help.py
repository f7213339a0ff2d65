"""The help over the timeline: four pages, narrowed by typing; enter does what is chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.geometry import Size
from textual.scroll_view import ScrollView

from kztimeline.text.cells import width
from kztimeline.text.pieces import Piece, pieces_width
from kztimeline.tui.actions.cyrillic_layouts import latin
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.dialogs.help_pages import (
    PAGES,
    ROLES,
    HelpEntry,
    HelpLines,
    entries_of,
    entries_with,
    lay_out,
    page_tabs,
)
from kztimeline.tui.widgets import painted as painting
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.text.pieces import DrawnLine
    from kztimeline.timeline.model import Track
    from kztimeline.tui.actions.action import Action

_TWO_COLUMNS = 96
_GAP = 2
_TOP = 2
_FAR = 1_000_000


_TOLD: Final = (
    "↑↓ pgup pgdn move · type to search · enter runs it · esc closes",
    "type to search · ↑↓ enter runs it · esc closes",
    "type to search · esc closes",
)
"""What the frame says of the keys, the longest that it has room for."""

_NOTHING_FOUND = "nothing on the four pages; try fewer letters, or another word"


class HelpText(Painted, ScrollView, can_focus=True):
    """The text of the help, with one entry chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = painting.classes(ROLES)

    def __init__(
        self, actions: Sequence[Action], tracks: Sequence[Track], seen: Collection[str]
    ) -> None:
        super().__init__()
        self._actions, self._tracks, self._seen = actions, tracks, seen
        self.page = PAGES[0]
        self.typed = ""
        self._entries: list[HelpEntry] = []
        self._laid = HelpLines([], [])
        self._beside: list[DrawnLine] = []
        self._chosen = 0

    @property
    def lines(self) -> list[DrawnLine]:
        """The lines of the text, whether in sight or not."""
        return self._laid.lines

    @property
    def chosen(self) -> str:
        """The action of the chosen entry, or nothing."""
        return self._entries[self._chosen].action if self._entries else ""

    def on_resize(self) -> None:
        """Wrap the text to the new width."""
        self.write()

    def turn(self, direction: int) -> None:
        """Show the next page or the previous one."""
        self.page = PAGES[(PAGES.index(self.page) + direction) % len(PAGES)]
        self.type("")

    def type(self, text: str) -> None:
        """Narrow the pages to what has some words."""
        self.typed, self._chosen = text, 0
        self.write()
        self.scroll_to(y=0, animate=False, force=True)

    def choose(self, step: int) -> None:
        """Choose another entry and have it in sight."""
        self._chosen = min(max(self._chosen + step, 0), max(len(self._entries) - 1, 0))
        if not self._entries:
            return
        lines, top = self._laid.places[self._chosen], self.scroll_offset.y
        height = max(self.scrollable_content_region.height - _TOP, 1)
        if self._chosen == len(self._entries) - 1:
            top = max(len(self.lines) - height, 0)
        elif lines.start - 1 < top:
            top = max(lines.start - 1, 0) if self._chosen else 0
        elif lines.stop > top + height:
            top = lines.stop - height
        self.scroll_to(y=top, animate=False, force=True)
        self.refresh()

    def choose_page(self, direction: int) -> None:
        """Scroll by a window, less a line, and choose the first entry there; the end at an end."""
        height = max(self.scrollable_content_region.height - _TOP, 1)
        top = self.scroll_offset.y + direction * max(height - 1, 1)
        top = min(max(top, 0), max(len(self.lines) - height, 0))
        if top == self.scroll_offset.y or not self._entries:
            self.choose(direction * _FAR)
            return
        starts = [lines.start for lines in self._laid.places]
        following = bisect_left(starts, top)
        in_sight = following < len(starts) and starts[following] < top + height
        self._chosen = following if in_sight else max(following - 1, 0)
        self.scroll_to(y=top, animate=False, force=True)
        self.refresh()

    def write(self) -> None:
        """Write the text anew."""
        what = (self._actions, self._tracks, self._seen)
        cells = self.scrollable_content_region.width
        signs = [entry._replace(group="Signs") for entry in entries_of("Signs", *what)]
        beside = lay_out(signs, (cells - _GAP) // 2).lines if cells >= _TWO_COLUMNS else []
        # The signs do not scroll: they stand beside the keys where there is room for all.
        room = self.scrollable_content_region.height - _TOP
        two = self.page == "Keys" and not self.typed and 0 < len(beside) <= room
        each = (cells - _GAP) // 2 if two else cells
        self._entries = (
            entries_with(self.typed, *what) if self.typed else entries_of(self.page, *what)
        )
        self._laid = lay_out(self._entries, each)
        self._beside = beside if two else []
        self.border_subtitle = next((told for told in _TOLD if width(told) <= cells), "")
        self.virtual_size = Size(cells, max(len(self.lines), len(self._beside)) + _TOP)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line: the pages stay at the top, the text scrolls below."""
        cells = self.scrollable_content_region.width
        if y == 0:
            return self.line(page_tabs(self.page, cells))
        if y == 1:
            found = f"{len(self._entries)} found" if self._entries else _NOTHING_FOUND
            said = f" {self.typed}▏ {found}" if self.typed else ""
            return self.line([Piece(said, "quiet")])
        number = y - _TOP + self.scroll_offset.y
        left = self.lines[number] if number < len(self.lines) else []
        chosen = bool(self._entries) and number in self._laid.places[self._chosen]
        if not self._beside:
            return self.line(left, "selected" if chosen else "")
        each = (cells - _GAP) // 2
        right = self._beside[y - _TOP] if y - _TOP < len(self._beside) else []
        space = each + _GAP - pieces_width(left)
        return self.line([*left, Piece(" " * space), *right])


_CLOSE = frozenset({"escape", "question_mark", "f1"})
_STEPS: Final[tuple[tuple[str, Callable[[HelpText], object]], ...]] = (
    ("tab right", lambda text: text.turn(1)),
    ("shift+tab left", lambda text: text.turn(-1)),
    ("down ctrl+n", lambda text: text.choose(1)),
    ("up ctrl+p", lambda text: text.choose(-1)),
    ("pagedown ctrl+f ctrl+d", lambda text: text.choose_page(1)),
    ("pageup ctrl+b ctrl+u", lambda text: text.choose_page(-1)),
    ("home", lambda text: text.choose(-_FAR)),
    ("end", lambda text: text.choose(_FAR)),
)
_MOVES: Final = {key: move for keys, move in _STEPS for key in keys.split()}


class HelpScreen(Dialog[str]):
    """The help; what it returns is the id of an action to do, or nothing."""

    # Here and not in the style sheet, so that it is read when the help is first opened.
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle; background: $background 60%;
        HelpText {
            width: 116; max-width: 100%; height: 100%; max-height: 64; padding: 0 1;
            border: round $kzt-line; background: $background;
            overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
            border-title-color: $kzt-strong; border-subtitle-color: $kzt-quiet;
            scrollbar-color: $kzt-line; scrollbar-background: $background;
        }
    }
    """

    def __init__(
        self, actions: Sequence[Action], tracks: Sequence[Track], seen: Collection[str] = ()
    ) -> None:
        super().__init__()
        self._text = HelpText(actions, tracks, seen)

    def compose(self) -> ComposeResult:
        """Show the text in a frame."""
        self._text.border_title = "Help"
        yield self._text

    def on_mount(self) -> None:
        """Take the keys."""
        self._text.focus()

    def on_key(self, event: events.Key) -> None:
        """Turn pages, choose, narrow or close."""
        text, character = self._text, event.character or ""
        if event.key in _MOVES:
            _MOVES[event.key](text)
        elif event.key == "escape" and text.typed:
            text.type("")
        elif event.key in _CLOSE or (latin(character) == "q" and not text.typed):
            self._close("")
        elif event.key == "enter":
            self._close(text.chosen)
        elif event.key == "backspace":
            text.type(text.typed[:-1])
        elif character.isprintable() and character:
            text.type(text.typed + character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Narrow to what is pasted."""
        self._text.type(self._text.typed + " ".join(event.text.split()))

    def _close(self, action: str) -> None:
        if self.is_current and self.is_mounted:
            self.dismiss(action)
