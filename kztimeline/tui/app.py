"""The program on the terminal: themes, style sheet and the one screen."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import InputEvent, Key, MouseEvent, Paste
from textual.scrollbar import ScrollBar
from textual.widgets import Input

from kztimeline.loading import apart
from kztimeline.session.resume import Memory
from kztimeline.tui.actions.action import with_keys
from kztimeline.tui.actions.cyrillic_layouts import latin
from kztimeline.tui.commands import ACTIONS
from kztimeline.tui.first_frame.keeping import OUT_OF_DATE
from kztimeline.tui.render.welcome import welcome_text
from kztimeline.tui.screens.key_order import KeyOrder
from kztimeline.tui.screens.timeline import TimelineScreen
from kztimeline.tui.terminal import EscapeAnd, TerminalApp, TerminalDriver
from kztimeline.tui.themes import DARK, default_colours, terminal_theme, themes
from kztimeline.tui.widgets.painted import ROLE_CLASSES
from kztimeline.tui.widgets.scrollbar import AsciiBar, LineBar
from kztimeline.tui.workspace.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.driver import Driver
    from textual.screen import Screen

    from kztimeline.session.view import View
    from kztimeline.timeline.model import Document, Timeline
    from kztimeline.tui.garbage import GarbageInPauses
    from kztimeline.tui.screens.first_paint import FirstPaint
    from kztimeline.tui.screens.second_clicks import SecondClicks

_FEW_COLOURS = {"standard", "windows", None}
_FOLLOW: Final = 5.0
"""Seconds between two looks at what another window has pinned."""
_TURN: Final = 0.0005
"""Seconds after which a thread that computes lets another have its turn.

By Python's own five milliseconds what a thread writes to the terminal waits for what is done after
a frame, and a key for what is prepared meanwhile.
"""


class TimelineApp(TerminalApp):
    """Shows one timeline."""

    # Nothing here is selected with the mouse, and Textual 8.2 fails on pressing it over
    # a widget that has just gone.
    ALLOW_SELECT = False
    CSS_PATH = "styles.tcss"
    COMPONENT_CLASSES = ROLE_CLASSES

    def __init__(
        self,
        timeline: Timeline,
        text_of: Callable[[Document], str | None] = lambda _document: None,
        theme: str | None = None,
        keys: Mapping[str, str] | None = None,
        memory: Memory | None = None,
        find_folder: Callable[[], Path | None] = lambda: None,
        *,
        plain_signs: bool = False,
    ) -> None:
        # Textual chooses how to drop colours before a theme is set.
        plain = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if plain else None)
        for own in themes():
            self.register_theme(own)
        few = plain or self.console.color_system in _FEW_COLOURS
        known = None if plain else theme
        self._start_with(known or (terminal_theme(os.environ) if few else DARK))
        self.title = timeline.title
        self.session = Session(timeline)
        self._text_of = text_of
        self._find_folder = find_folder
        actions = with_keys(ACTIONS, keys or {})
        self.actions = tuple(a._replace(plain=True) for a in actions) if plain_signs else actions
        self.memory = memory or Memory()
        self.welcome = False
        self.notice = ""
        self.plain_signs = plain_signs
        self.first_paint: FirstPaint | None = None
        self._quotes = False
        self.key_order = KeyOrder(self)
        self._second_clicks: SecondClicks | None = None
        self._garbage: GarbageInPauses | None = None

    def _start_with(self, theme: str) -> None:
        """Choose the theme before anything is drawn.

        Setting it would have the style sheet parsed and the screen laid out and drawn
        once more; for the commonest theme, like Textual's own one of true colours on
        dark, other variables are all that is needed.
        """
        if theme == DARK:
            self.set_reactive(App.theme, theme)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = theme

    def get_default_screen(self) -> Screen[None]:
        """Return the screen of the timeline."""
        screen = TimelineScreen(
            self.session,
            self.actions,
            self._read_text,
            self.memory,
            self._find_folder,
            lambda press: self.key_order.hand_back(*press),
        )
        if self.holds_paint:
            screen.left_standing = screen.drawing.not_drawn
        return screen

    def _read_text(self, identifier: str) -> str | None:
        """Return the text of a document of the timeline as it was read last."""
        document = self.session.timeline.documents_by_id.get(identifier)
        text = self._text_of(document) if document else None
        self._quotes = self._quotes or text is not None
        return text

    def comes_again(self) -> bool:
        """Tell whether the next start draws the same, and from nothing but timeline and state.

        Notes are the reader's own and stay where they are; a document's text may be gone.
        """
        screen = self.screen
        return (
            isinstance(screen, TimelineScreen)
            and screen.comes_again
            and not (self.welcome or self.notice or self._quotes or self.memory.notice)
        )

    def get_driver_class(self) -> type[Driver]:
        """Return what reads and writes the terminal, where there is a terminal of ours."""
        found = super().get_driver_class()
        return TerminalDriver if found is LinuxDriver else found

    def leave(self, code: int) -> None:
        """End with an exit code, because of a signal or since the terminal is gone."""
        for screen in self.screen_stack:
            if isinstance(screen, TimelineScreen):
                screen.keep()
        super().leave(code)

    @property
    def last_state(self) -> tuple[View, Collection[str]]:
        """The view and the notes of the reader, also when the screen is gone."""
        return self.session.view, self.session.notes

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our colours for themes that are not ours."""
        return default_colours()

    def action_command_palette(self) -> None:
        """Open the command palette."""
        if isinstance(self.screen, TimelineScreen):
            self.screen.do("palette")

    async def on_event(self, event: events.Event) -> None:
        """End the wait for the first paint, read keys of other alphabets, and suspend anywhere.

        A second click is not handed on to a screen that the first has opened.
        """
        if self._garbage is not None and isinstance(event, InputEvent):
            self._garbage.put_off()
        if self.first_paint is not None and isinstance(event, InputEvent):
            self.first_paint.overtaken = True
            if self.first_paint.holds:
                # What a key opens is drawn at once, over whatever is in its place by now.
                self.first_paint.holds = False
                self.screen.refresh()
        if isinstance(event, MouseEvent) and self._is_second_click(event):
            return
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            if self.key_order.holds(event):
                return
            if isinstance(event, EscapeAnd):
                event = self.key_order.first_of(event)
            self.key_order.hand_on(event)
        if isinstance(event, Key) and not (event.is_forwarded or event.is_printable):
            event.key = latin(event.key)
            listing = isinstance(self.screen, TimelineScreen) and self.focused is None
            if not listing and event.key in self._keys_of("suspend"):
                self.action_suspend_process()
                return
        await super().on_event(event)

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do what is bound to a key; no letter is bound to what goes before the widgets."""
        if priority and len(key) == 1:
            return False
        return await super()._check_bindings(key, priority)

    def _is_second_click(self, event: MouseEvent) -> bool:
        """Tell what is left of a double click whose first has opened or closed a dialog."""
        if self._second_clicks is None:
            from kztimeline.tui.screens.second_clicks import SecondClicks

            self._second_clicks = SecondClicks()
        return self._second_clicks.has(event, self.screen)

    def _keys_of(self, action: str) -> tuple[str, ...]:
        return next(item.keys for item in self.actions if item.id == action)

    @property
    def holds_paint(self) -> bool:
        """Whether a kept frame stands and not everything is in its place."""
        return self.first_paint is not None and self.first_paint.holds

    def on_mount(self) -> None:
        """Draw frames in the signs that are set; draw anew when back from the shell."""
        apart.begin()
        self.set_class(self.plain_signs, "-ascii")
        ScrollBar.renderer = AsciiBar if self.plain_signs else LineBar
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))

    def on_unmount(self) -> None:
        """Wait for nothing that is done apart."""
        apart.stop()

    def on_ready(self) -> None:
        """Collect garbage from now on; tell what is to be told first, none of it over another."""
        sys.setswitchinterval(_TURN)
        if not gc.isenabled():
            self.call_after_refresh(self._collect_garbage)
        if isinstance(self.screen, TimelineScreen):
            said = self.screen.drawing.footer.message
            if self.welcome:
                self.screen.say(welcome_text(self.screen.key, self.size.width - 1))
                self.screen.say_before(said)
            self.screen.say_before(self.notice)
            self.set_interval(_FOLLOW, partial(_show_others_pins, self.screen))
        if self.first_paint is not None and isinstance(self.screen, TimelineScreen):
            self.first_paint.await_settled(self.screen, self.screen.is_settled)

    def _collect_garbage(self) -> None:
        from kztimeline.tui.garbage import GarbageInPauses

        self._garbage = GarbageInPauses()

    def say_out_of_date(self, is_drawn_anew: bool) -> None:
        """Say that what was shown first is no longer so, when it is drawn as the files are."""
        if not isinstance(self.screen, TimelineScreen):
            return
        if is_drawn_anew:
            self.screen.say(OUT_OF_DATE)
        else:
            self.screen.files.reload(OUT_OF_DATE)

    async def action_quit(self) -> None:
        """Say how to leave where Textual would leave at once: ctrl+q also wakes a terminal."""
        if isinstance(self.screen, TimelineScreen) and not isinstance(self.focused, Input):
            self.screen.say(f"Press {self.screen.key('quit')} to quit.")

    def action_help_quit(self) -> None:
        """Say how to leave when ctrl+c is pressed; in a line of text take it for escape."""
        if isinstance(self.focused, Input):
            self.call_later(self.simulate_key, "escape")
        elif isinstance(self.screen, TimelineScreen):
            self.screen.say(f"Press {self.screen.key('quit')} to quit.")


def _show_others_pins(screen: TimelineScreen) -> None:
    from kztimeline.tui.workspace.others_pins import show_others_pins

    show_others_pins(screen)
