"""The palette: everything that can be done now, found by the words people have for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual.geometry import Size

from kztimeline.text.cells import clean, cut, fit, lines_of
from kztimeline.text.letters.folding import fold
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.one_line import pasted_line
from kztimeline.text.pieces import Piece
from kztimeline.tui.actions.cyrillic_layouts import latin
from kztimeline.tui.actions.finding import found_by
from kztimeline.tui.dialogs.dialog import Dialog
from kztimeline.tui.render.prompt_lines import typed_line
from kztimeline.tui.render.signs import CURSOR, with_keys_in_words
from kztimeline.tui.widgets.pick_list import PickList

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.strip import Strip

    from kztimeline.tui.actions.action import Action

_TOP: Final = 2
_KEY: Final = 11
_LABEL: Final = 18
_LEAST_HELP: Final = 12
_FAR: Final = 1_000_000
_WORD: Final = re.compile(r"[^\W_]{3,}")
_PAGE: Final = 8
_STEPS: Final = {
    **dict.fromkeys(("down", "tab", "ctrl+n"), 1),
    **dict.fromkeys(("up", "shift+tab", "ctrl+p"), -1),
    **dict.fromkeys(("pagedown", "ctrl+f", "ctrl+d"), _PAGE),
    **dict.fromkeys(("pageup", "ctrl+b"), -_PAGE),
    "home": -_FAR,
    "end": _FAR,
}
_OTHER_WORDS: Final = "Try fewer letters or another word: print, theme, bookmark, search, …"
_TOLD: Final = "↑↓ choose · enter runs it · esc closes"
_TOLD_WITH_WORDS: Final = "↑↓ choose · enter runs it · esc clears"


class Actions(PickList, can_focus=True):
    """The actions found, one a line, below what is typed and what the chosen one does."""

    def __init__(self, possible: Sequence[Action], every: Sequence[Action], help_key: str) -> None:
        super().__init__()
        self._possible = possible
        self._every, self._help_key = every, help_key
        self.typed = ""
        self.found = found_by("", possible)

    @property
    def count(self) -> int:
        """How many actions there are to choose from."""
        return len(self.found)

    @property
    def chosen(self) -> str:
        """The id of the chosen action, or nothing."""
        return self.found[self.number].id if self.found else ""

    def lines_of(self, number: int) -> range:
        """Return the line of an action, with those above the first of all."""
        return range(0 if number == 0 else number + _TOP, number + _TOP + 1)

    def type(self, text: str) -> None:
        """Look for other words."""
        text = self.typed = text.lstrip()
        told = _TOLD_WITH_WORDS if text else _TOLD
        self.border_subtitle = with_keys_in_words(told) if self.plain_signs else told
        self.found = found_by(text, self._possible)
        self._tell_size()
        self.select(0)

    def on_resize(self) -> None:
        """Tell how far there is to scroll."""
        self._tell_size()
        self.select(self.number)

    def _tell_size(self) -> None:
        lines = max(self.count, len(self._nothing()))
        self.virtual_size = Size(self.scrollable_content_region.width, lines + _TOP)

    @property
    def meant(self) -> str:
        """The word most like what is typed where that finds nothing; or nothing."""
        if self.found:
            return ""
        texts = (f"{action.label} {action.words} {action.help}" for action in self._possible)
        known = dict.fromkeys(word for text in texts for word in _WORD.findall(text.lower()))
        return next(iter(nearest(fold(self.typed), known)), "")

    def _nothing(self) -> list[str]:
        """Return what is said where nothing is found."""
        if self.found:
            return []
        said = [f"No command here matches “{clean(self.typed)}”."]
        if elsewhere := [action.label for action in found_by(self.typed, self._every)][:3]:
            said.append(f"Not possible here: {', '.join(elsewhere)}.")
        if self.meant:
            said.append(f"{did_you_mean([self.meant], sentence=True)} tab accepts.")
        said.append(_OTHER_WORDS)
        said.append(f"{self._help_key} lists all keys, signs and ways to search.")
        return [line for text in said for line in lines_of(text, max(self.line_width - 2, 1))]

    def render_line(self, y: int) -> Strip:
        """Return one line: what is typed stays at the top, the actions scroll below."""
        if y == 0:
            said = f"{self.count} found" if self.typed else "type to search all commands"
            return self.line(typed_line(self.line_width, self.typed, said))
        if y == 1:
            chosen = self.found[self.number].help if self.found else ""
            return self.line([Piece(f" {cut(chosen, max(self.line_width - 1, 0))}", "text")])
        number = y - _TOP + self.scroll_offset.y
        if not self.found:
            lines = self._nothing()
            return self.line([Piece(f" {lines[number]}" if number < len(lines) else "", "quiet")])
        if number >= self.count:
            return self.line(())
        selected = number == self.number
        return self.line(self._pieces(self.found[number], selected), "selected" * selected)

    def _pieces(self, action: Action, selected: bool) -> Iterator[Piece]:
        yield Piece(CURSOR if selected else " ", "key")
        yield Piece(fit(action.label, _LABEL), "text")
        yield Piece(f" {fit(action.key_text, _KEY)}", "key")
        room = self.line_width - _LABEL - _KEY - 3
        if room >= _LEAST_HELP:
            yield Piece(f" {cut(action.help, room)}", "quiet")

    def on_click(self, event: events.Click) -> None:
        """Do the action under the pointer."""
        offset = event.get_content_offset(self)
        number = offset.y - _TOP + self.scroll_offset.y if offset and offset.y >= _TOP else -1
        if 0 <= number < self.count:
            self.select(number)
            self.screen.dismiss(self.chosen)


class Palette(Dialog[str]):
    """What can be done now, narrowed by typing; returns the id of an action, or nothing."""

    # Here and not in the style sheet, so that it is read when the palette is first opened.
    DEFAULT_CSS = """
    Palette {
        align: center middle; background: $background 60%;
        Actions {
            width: 96; max-width: 100%; height: 80%; min-height: 6; padding: 0 1;
            border: round $kzt-line; background: $background;
            overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
            border-title-color: $kzt-strong; border-subtitle-color: $kzt-quiet;
            scrollbar-color: $kzt-line; scrollbar-background: $background;
        }
    }
    """

    def __init__(self, possible: Sequence[Action], every: Sequence[Action], help_key: str) -> None:
        """Prepare the palette.

        Args:
            possible: What can be done now.
            every: Everything that can ever be done.
            help_key: The key of the help.
        """
        super().__init__()
        self._list = Actions(possible, every, help_key)

    def compose(self) -> ComposeResult:
        """Show the list in a frame."""
        self._list.border_title = "Commands"
        yield self._list

    def on_mount(self) -> None:
        """Take the keys."""
        self._list.type("")
        self._list.focus()

    def on_key(self, event: events.Key) -> None:
        """Choose, narrow or close."""
        found, character = self._list, event.character or ""
        if event.key == "tab" and found.meant:
            found.type(found.meant)
        elif event.key in _STEPS or (character == " " and not found.typed):
            found.select(found.number + _STEPS.get(event.key, _PAGE))
        elif event.key == "escape" and found.typed:
            found.type("")
        elif event.key == "escape" or (latin(character) == ":" and not found.typed):
            self.dismiss("")
        elif event.key == "enter":
            if found.chosen:
                self.dismiss(found.chosen)
        elif event.key == "backspace":
            found.type(found.typed[:-1])
        elif event.key == "ctrl+u":
            found.type("")
        elif character.isprintable() and character:
            found.type(found.typed + character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Look for what is pasted."""
        self._list.type(self._list.typed + pasted_line(event.text))
