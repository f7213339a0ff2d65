"""The command palette: every action, found by its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import OptionList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App
    from textual.worker import Worker

    from kztimeline.tui.actions.action import Action


class Palette(CommandPalette):
    """The palette of Textual, which closes once however often it is asked to."""

    _dismissed = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close the palette if it is open, and not before it is."""
        if self._dismissed or not (self.is_current and self.is_mounted):
            return AwaitComplete()
        # It stays the current screen until its turn to close comes.
        self._dismissed = True
        return super().dismiss(result)

    def run_worker(self, *work: Any, **options: Any) -> Worker[Any]:
        """Search for commands; a search that outlives the palette fails, and does no harm."""
        return super().run_worker(*work, **{**options, "exit_on_error": False})

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out moving through a list that is not there or drawn yet, where Textual fails."""
        if action == "command_list":
            return any(found.virtual_size.height for found in self.query(OptionList))
        return super().check_action(action, parameters)


class ActionProvider(Provider):
    """Offers the actions that are possible at the moment."""

    async def discover(self) -> Hits:
        """Offer all of them before anything is typed."""
        for action, run in self._actions():
            yield DiscoveryHit(_name(action), run, help=action.help)

    async def search(self, query: str) -> Hits:
        """Offer those whose words match."""
        matcher = self.matcher(query)
        for action, run in self._actions():
            name = _name(action)
            score = max(matcher.match(name), matcher.match(action.help))
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=action.help)

    def _actions(self) -> Iterator[tuple[Action, Callable[[], object]]]:
        from kztimeline.tui.screens.timeline import TimelineScreen

        screen = self.screen
        if isinstance(screen, TimelineScreen):
            for action in screen.possible_actions():
                if action.id != "palette":
                    yield action, partial(screen.do, action.id)


def open_palette(app: App[None]) -> None:
    """Open the palette, if it is not open."""
    if not isinstance(app.screen, Palette):
        app.push_screen(Palette())


def _name(action: Action) -> str:
    return f"{action.label}  ({action.key_text})"
