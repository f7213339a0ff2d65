"""The help over the timeline: four pages, narrowed by typing; enter does what is chosen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from kztimeline.text.cells import width
from kztimeline.text.one_line import pasted_line
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.dialogs.help_pages import (
    PAGES,
    HelpEntry,
    HelpLines,
    entries_of,
    entries_with,
    in_two,
    lay_out,
    page_at,
    page_tabs,
)
from kztimeline.tui.render.prompt_lines import typed_line
from kztimeline.tui.render.signs import with_keys_in_words
from kztimeline.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult

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
_TOLD_WITH_WORDS: Final = (
    "↑↓ pgup pgdn move · enter runs it · esc clears",
    "enter runs it · esc clears",
)
"""What the frame says of the keys, the longest that it has room for."""

_RUNS: Final = "enter runs it · "
"""What is left out where no entry is an action."""

_NOTHING_FOUND = "nothing on the four pages; try fewer letters, or another word"


class HelpText(Painted, ScrollView, can_focus=True):
    """The text of the help, with one entry chosen."""

    def __init__(
        self, actions: Sequence[Action], tracks: Sequence[Track], seen: Collection[str]
    ) -> None:
        super().__init__()
        self._actions, self._tracks, self._seen = actions, tracks, seen
        self.page = PAGES[0]
        self.typed = ""
        self._entries: list[HelpEntry] = []
        self._columns: list[HelpLines] = []
        self._chosen = 0

    @property
    def lines(self) -> list[DrawnLine]:
        """The lines of the text, whether in sight or not, one column after the other."""
        return [line for column in self._columns for line in column.lines]

    @property
    def _places(self) -> list[range]:
        """The lines of each entry, in its column."""
        return [lines for column in self._columns for lines in column.places]

    @property
    def _length(self) -> int:
        """The lines of the longest column."""
        return max((len(column.lines) for column in self._columns), default=0)

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
        self.typed, self._chosen = text.lstrip(), 0
        self.write()
        self.scroll_to(y=0, animate=False, force=True)

    def choose(self, step: int) -> None:
        """Choose another entry and have it in sight."""
        self._chosen = min(max(self._chosen + step, 0), max(len(self._entries) - 1, 0))
        if not self._entries:
            return
        lines, top = self._places[self._chosen], self.scroll_offset.y
        height = max(self.scrollable_content_region.height - _TOP, 1)
        if self._chosen == len(self._entries) - 1:
            top = max(self._length - height, 0)
        elif lines.start - 1 < top:
            top = lines.start - 1 if lines.start > 1 else 0
        elif lines.stop > top + height:
            top = lines.stop - height
        self.scroll_to(y=top, animate=False, force=True)
        self.refresh()

    def choose_page(self, direction: int) -> None:
        """Scroll by a window, less a line, and choose the first entry there; the end at an end."""
        height = max(self.scrollable_content_region.height - _TOP, 1)
        top = self.scroll_offset.y + direction * max(height - 1, 1)
        top = min(max(top, 0), max(self._length - height, 0))
        if top == self.scroll_offset.y or not self._entries:
            self.choose(direction * _FAR)
            return
        # The column stays, as far as it goes.
        column = self._column_of(self._chosen)
        numbers = [n for n in range(len(self._entries)) if self._column_of(n) == column]
        starts = [self._places[number].start for number in numbers]
        following = bisect_left(starts, top)
        in_sight = following < len(starts) and starts[following] < top + height
        self._chosen = numbers[following if in_sight else max(following - 1, 0)]
        self.scroll_to(y=top, animate=False, force=True)
        self.refresh()

    def _column_of(self, number: int) -> int:
        """Return which column an entry stands in."""
        return 0 if number < len(self._columns[0].places) else 1

    def write(self) -> None:
        """Write the text anew."""
        what = (self._actions, self._tracks, self._seen)
        cells = self.scrollable_content_region.width
        if self.typed:
            columns = [entries_with(self.typed, *what)]
        else:
            columns = [entries_of(self.page, *what)]
            if self.page == "Keys" and cells >= _TWO_COLUMNS:
                signs = [entry._replace(group="Signs") for entry in entries_of("Signs", *what)]
                columns = in_two(columns[0], signs, (cells - _GAP) // 2)
        each = (cells - _GAP) // 2 if len(columns) > 1 else cells
        self._entries = [entry for column in columns for entry in column]
        self._columns = [lay_out(column, each) for column in columns]
        hints: Iterable[str] = _TOLD_WITH_WORDS if self.typed else _TOLD
        if not any(entry.action for entry in self._entries):
            hints = (told.replace(_RUNS, "") for told in hints)
        hints = map(with_keys_in_words, hints) if self.plain_signs else hints
        self.border_subtitle = next((told for told in hints if width(told) <= cells), "")
        self.virtual_size = Size(cells, self._length + _TOP)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Turn to the page under the pointer, choose the entry there, or do the chosen one."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        cells = self.scrollable_content_region.width
        if offset.y == 0:
            if page := page_at(page_tabs(self.page, cells), offset.x):
                self.page = page
                self.type("")
            return
        column = int(len(self._columns) > 1 and offset.x >= (cells + _GAP) // 2)
        line = offset.y - _TOP + self.scroll_offset.y
        for number, lines in enumerate(self._places):
            if line in lines and self._column_of(number) == column:
                again, self._chosen = number == self._chosen, number
                self.refresh()
                if again:
                    self.app.call_later(self.app.simulate_key, "enter")

    def render_line(self, y: int) -> Strip:
        """Return one line: the pages stay at the top, the text scrolls below."""
        cells = self.scrollable_content_region.width
        if y == 0:
            return self.line(page_tabs(self.page, cells))
        if y == 1:
            found = f"{len(self._entries)} found" if self._entries else _NOTHING_FOUND
            return self.line(typed_line(cells, self.typed, found) if self.typed else ())
        number = y - _TOP + self.scroll_offset.y
        if len(self._columns) < 2:
            return self.line(*self._part(0, number))
        parts = [self.strip(*self._part(column, number)) for column in range(2)]
        each = (cells - _GAP) // 2
        first = parts[0].adjust_cell_length(each + _GAP, self.rich_style)
        return Strip.join([first, parts[1]]).adjust_cell_length(cells, self.rich_style)

    def _part(self, column: int, number: int) -> tuple[DrawnLine, str]:
        """Return a line of a column, and what it is drawn over."""
        if not self._columns:
            # There is no room as yet.
            return [], ""
        laid = self._columns[column]
        chosen = self._entries and self._column_of(self._chosen) == column
        here = bool(chosen) and number in self._places[self._chosen]
        return laid.lines[number] if number < len(laid.lines) else [], "selected" if here else ""


_CLOSE: Final = frozenset({"escape", "f1"})
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
        elif character == " " and not text.typed:
            text.choose_page(1)
        elif event.key == "escape" and text.typed:
            text.type("")
        elif event.key in _CLOSE or (character == "?" and not text.typed):
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
        self._text.type(self._text.typed + pasted_line(event.text))

    def _close(self, action: str) -> None:
        if self.is_current and self.is_mounted:
            self.dismiss(action)
