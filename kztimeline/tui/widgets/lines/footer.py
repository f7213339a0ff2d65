"""The line below everything: the keys that matter now, or a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from textual.cache import LRUCache

from kztimeline.text.cells import clean, lines_of, width
from kztimeline.text.pieces import Piece, pieces_width
from kztimeline.tui.widgets.messages import Pressed
from kztimeline.tui.widgets.painted import PaintedLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from kztimeline.text.cells import Cell
    from kztimeline.tui.actions.action import Action

_KEPT_LINES: Final = 32
_Spot: TypeAlias = "tuple[range, Action]"
"""The cells that an action has in the line."""


class Footer(PaintedLines):
    """The keys that matter now, or a message until the next key."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._given: Sequence[Action] = ()
        self._actions: Sequence[Action] = ()
        self._message = ""
        self._parts: list[str] = []
        self._keys_shown, self._stands_aside = True, False
        self._spots: list[_Spot] = []
        self._drawn: LRUCache[object, tuple[Strip, list[_Spot]]] = LRUCache(_KEPT_LINES)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Show the actions that can be done now."""
        if actions is self._given:
            return
        self._given = actions
        ranked = sorted((action for action in actions if action.rank), key=lambda item: item.rank)
        if ranked != self._actions:
            self._actions = ranked
            self.refresh()

    def show_keys(self, shown: bool) -> None:
        """Show the keys, or give their place to the bar; a message stands beside that."""
        self._keys_shown = shown
        self.fit()

    def stand_aside(self, aside: bool) -> None:
        """Name no keys while a dialog, which names its own, has them all; or name them again."""
        if aside != self._stands_aside:
            self._stands_aside = aside
            self.refresh()

    def unsay(self, message: str) -> None:
        """Take back what was said, if nothing else was said since."""
        if self._message == message:
            self.say("")

    def say(self, message: str) -> None:
        """Show a message in place of the keys; an empty one brings them back."""
        if message != self._message:
            self._message = clean(message)
            self.fit()

    def say_before(self, message: str) -> None:
        """Show a message, and after it what is said already."""
        self.say(" · ".join(filter(None, (message, self._message))))

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
        if self._stands_aside:
            return self.line(())
        # Moves lead from one of a few sets of actions to another.
        key = self.line_width, tuple(action.id for action in self._actions)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._line_of_keys()
        strip, self._spots = drawn
        return strip

    def _line_of_keys(self) -> tuple[Strip, list[_Spot]]:
        """Return the keys, and where each action stands."""
        pieces: list[Piece] = []
        spots: list[_Spot] = []
        start = 0
        for action in self._fitting():
            item = [Piece(f" {action.first_key}", "key"), Piece(f" {action.label} ")]
            end = start + pieces_width(item)
            spots.append((range(start, end), action))
            pieces += item
            start = end
        return self.line(pieces), spots

    def notify_style_update(self) -> None:
        """Forget the lines of the theme before."""
        self._drawn.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Do the action under the pointer; a message that names none there goes."""
        if self._message:
            text = self._parts[event.y] if event.y < len(self._parts) else ""
            if not self.press_key_in(f" {text}", event.x):
                self.say("")
        elif action := self._under(event.x):
            self.post_message(Pressed(action.id))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the action under the pointer."""
        action = self._under(event.x)
        self.tooltip = action.help if action else None

    def _under(self, x: Cell) -> Action | None:
        return next((action for spot, action in self._spots if x in spot), None)

    def _fitting(self) -> list[Action]:
        """Drop the least important actions until the rest fits; help and quit stay."""
        actions = list(self._actions)
        taken = sum(map(_item_width, actions))
        while len(actions) > 2 and taken > self.size.width:
            taken -= _item_width(actions.pop(-3))
        return actions


def _item_width(action: Action) -> int:
    return width(action.first_key) + width(action.label) + 3
