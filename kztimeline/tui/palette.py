"""The command palette: every action, found by its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from kztimeline.tui.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kztimeline.tui.actions import Action


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
        from kztimeline.tui.screen import TimelineScreen

        screen = self.screen
        if isinstance(screen, TimelineScreen):
            for action in screen.possible_actions():
                if action.id != "palette":
                    yield action, partial(screen.do, action.id)


class Palette(CommandPalette, Dialog):
    """The commands, closed once even where two keys close it."""


def _name(action: Action) -> str:
    return f"{action.label}  ({action.key_text})"
