"""Keys in the order they are typed, each for what the one before it has opened.

However fast they come: a key waits until the one before it has done what it does, and until
what that has opened is there to take it.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeAlias

from textual.app import ScreenStackError
from textual.events import Key, Paste
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from kztimeline.tui.terminal import EscapeAnd

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.screen import Screen

KeyOrPaste: TypeAlias = Key | Paste

_PATIENCE: Final = 2.0
"""Seconds after which a key waits no longer: it would seem lost."""
_OFTEN: Final = 500
"""How often it must have been asked by then: what takes its time in one go is no waiting."""

_ALT: Final = {"f": "ctrl+right", "b": "ctrl+left", "d": "ctrl+f", "backspace": "ctrl+w"}
"""What alt and a key are in a text: a word on or back, a word less."""

_SURE: Final = 2
"""How often it must be found that all is done: what is on its way to the application is so
behind the first asking, and before the second."""


class KeyOrder:
    """Holds keys back that come before the one before them is done."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._late: deque[KeyOrPaste] = deque()
        self._waiting: deque[KeyOrPaste] = deque()
        self._taker: MessagePump | None = None
        self._asks = False
        self._quiet, self._asked = 0, 0
        self._until = 0.0
        self._released: KeyOrPaste | None = None

    @property
    def is_waited_in(self) -> bool:
        """Whether any key has not been handed on."""
        return bool(self._late or self._waiting)

    def letters_waiting(self, most: int) -> int:
        """Return how many letters wait before the first key that writes nothing, up to `most`."""
        keys = itertools.islice(itertools.chain(self._late, self._waiting), most)
        return sum(1 for _ in itertools.takewhile(_writes, keys))

    def first_of(self, event: Key) -> Key:
        """Return the first of escape and a key that were read together; the other follows.

        In a text they may be alt and that key.
        """
        screen = self._screen
        if screen is not None and isinstance(screen.focused, Input) and event.key in _ALT:
            return Key(_ALT[event.key], None)
        self._late.appendleft(Key(event.key, event.character))
        self._ask()
        return Key("escape", "\x1b")

    def holds(self, event: KeyOrPaste) -> bool:
        """Keep a key that must wait, and hand it on by and by; False where it need not."""
        if event is self._released:
            self._released = None
            return False
        if not (self._asks or self._is_busy(event)):
            return False
        self._waiting.append(event)
        self._ask()
        return True

    def hand_on(self, event: KeyOrPaste) -> None:
        """Note who is given a key."""
        self._taker = self._app.focused or self._app.screen
        written = _writes(event)
        if isinstance(self._app.screen, ModalScreen) and not (
            written and isinstance(self._taker, Input)
        ):
            # It goes from there to what is around it, and the application acts on it at last.
            self._ask()

    def hand_back(self, key: str, character: str | None) -> None:
        """Take a key back that came too late for its taker: it is for what has opened since."""
        self._late.append(Key(key, character))
        self._ask()

    def _is_busy(self, event: KeyOrPaste | None) -> bool:
        """Tell whether the key before may not be done, or what it opened may not be there.

        Keys for one taker are done in their order; only another's may overtake them. Of an escape
        and a key read together it must be known who takes them.
        """
        screen = self._screen
        if screen is None or not screen.is_mounted:
            return True
        taker = self._taker
        same = taker is (screen.focused or screen) and not isinstance(event, EscapeAnd)
        if same and not isinstance(screen, ModalScreen):
            return False
        return isinstance(taker, Widget) and any(
            node.message_queue_size for node in taker.ancestors_with_self if node is not self._app
        )

    @property
    def _screen(self) -> Screen[object] | None:
        """What is in front; None before there is a screen."""
        try:
            return self._app.screen
        except ScreenStackError:
            return None

    def _ask(self) -> None:
        """Ask again and again whether all is done, beginning with the application's next turn."""
        if not self._asks:
            self._asks, self._quiet, self._asked = True, 0, 0
            self._until = monotonic() + _PATIENCE
            self._app.call_later(self._go_on)

    async def _go_on(self) -> None:
        """Hand the next key on as soon as it need not wait, in the application's own turn."""
        # Else nobody else would have one: a queue that is never empty is not waited for.
        await asyncio.sleep(0)
        following = next(iter(self._late or self._waiting), None)
        self._quiet = 0 if self._is_busy(following) else self._quiet + 1
        self._asked += 1
        late = monotonic() > self._until and self._asked > _OFTEN and self._screen is not None
        if self._quiet >= _SURE or late:
            keys = self._late or self._waiting
            self._asks = False
            if keys:
                self._released = keys.popleft()
                await self._app.on_event(self._released)
            if keys or self._waiting:
                self._ask()
        else:
            self._app.call_later(self._go_on)


def _writes(event: KeyOrPaste) -> bool:
    return isinstance(event, Paste) or event.is_printable
