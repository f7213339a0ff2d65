"""The command palette: every action, found by its words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import OptionList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.worker import Worker

    from kztimeline.tui.actions.action import Action


class PaletteList(CommandList):
    """The list of the palette, which may change between being drawn and being clicked on.

    Textual takes the number of the option from what was drawn, and looks it up in what
    is there by then: an IndexError that ends the application.
    """

    def on_click(self, event: events.Click) -> None:
        """Pass over a click on an option that is gone."""
        number = event.style.meta.get("option")
        if number is not None and not 0 <= number < self.option_count:
            event.prevent_default()

    def action_select(self) -> None:
        """Select the highlighted option, if it is still there."""
        if self.highlighted is not None and self.highlighted < self.option_count:
            super().action_select()


class Palette(CommandPalette):
    """The palette of Textual, which closes once however often it is asked to."""

    _dismissed = False

    def compose(self) -> ComposeResult:
        """Show the palette with a list that may change."""
        for widget in super().compose():
            yield PaletteList() if type(widget) is CommandList else widget

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


class Offered(NamedTuple):
    """What a palette offers: the actions that can be done now, and what does one by its id."""

    actions: Sequence[Action] = ()
    do: Callable[[str], object] = lambda _action: None


class ActionProvider(Provider):
    """Offers actions by their words; each palette has a class of its own with them."""

    offered: ClassVar[Offered] = Offered()

    async def discover(self) -> Hits:
        """Offer all of them before anything is typed."""
        for action in self.offered.actions:
            yield DiscoveryHit(_name(action), self._doing(action), help=action.help)

    async def search(self, query: str) -> Hits:
        """Offer those whose words match."""
        matcher = self.matcher(query)
        for action in self.offered.actions:
            name = _name(action)
            texts = (name, action.help, action.words)
            score = max(matcher.match(text) for text in texts if text)
            if score > 0:
                yield Hit(score, matcher.highlight(name), self._doing(action), help=action.help)

    def _doing(self, action: Action) -> Callable[[], object]:
        return partial(self.offered.do, action.id)


def palette_of(actions: Sequence[Action], do: Callable[[str], object]) -> Palette:
    """Return the palette of some actions.

    Args:
        actions: What can be done now.
        do: Does an action, by its id.
    """

    class Possible(ActionProvider):
        offered: ClassVar[Offered] = Offered(actions, do)

    return Palette({Possible})


def _name(action: Action) -> str:
    return f"{action.label}  ({action.key_text})"
