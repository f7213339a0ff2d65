"""What a key means where the reader is, and when it must wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from kztimeline.session.step_back import step_back
from kztimeline.timeline.relations import is_linked
from kztimeline.tui.actions.action import action_of, meaning
from kztimeline.tui.actions.cyrillic_layouts import latin
from kztimeline.tui.actions.situation import Situation
from kztimeline.tui.prompts.typing import KEYS_OF_LIST
from kztimeline.tui.workspace.type_ahead import HeldKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.tui.actions.action import Action
    from kztimeline.tui.prompts.typing import Typing
    from kztimeline.tui.screens.pages import Pages
    from kztimeline.tui.workspace.type_ahead import KeyPress
    from kztimeline.tui.workspace.workspace import Workspace

    class KeyTarget(Workspace, Protocol):
        """Where actions are done."""

        @property
        def actions(self) -> tuple[Action, ...]:
            """Everything that can ever be done."""

        @property
        def pages(self) -> Pages:
            """What is read."""

        def possible_actions(self) -> Sequence[Action]:
            """Return what can be done now."""

        def do(self, action: str) -> None:
            """Do an action, by its id."""


class Keys:
    """Does what keys mean, one after the other."""

    def __init__(
        self,
        place: KeyTarget,
        typing: Typing,
        listens: Callable[[], bool],
        hand_back: Callable[[KeyPress], object],
    ) -> None:
        """Prepare.

        Args:
            place: Where actions are done.
            typing: What is typed.
            listens: Tells whether keys are for the list, and not for a dialog over it.
            hand_back: Gives a key to the dialog that the key before it has opened.
        """
        self._place = place
        self._typing = typing
        self._listens = listens
        self._hand_back = hand_back
        self._held = HeldKeys(self._waits, self.use)
        self.release = self._held.release

    def _waits(self) -> bool:
        """Tell whether what a key would act on is not there as yet."""
        place = self._place
        if place.session.waits or place.pages.is_being_laid_out:
            return True
        return place.facets is not None and not place.facets.is_filled

    def use(self, press: KeyPress) -> bool:
        """Do what a key means here or in a bar that is about to open; False for nothing."""
        if not self._listens():
            self._hand_back(press)
            return True
        if self.answer(press) or self._add_early(press):
            return True
        self._say_unknown(press)
        return False

    def _say_unknown(self, press: KeyPress) -> None:
        """Say of a sign that it is no key here, unless something else was said of it."""
        known = meaning(self._place.actions, latin(press.character or ""), "")
        if press.is_printable and known is None:
            keys = self._place.key("help")
            self._place.say(f"{press.character} does nothing here; {keys} lists the keys.")

    def _add_early(self, press: KeyPress) -> bool:
        written = press.character if press.is_printable else None
        return bool(written) and self._typing.add_early_text(written or "")

    def _help_over_bar(self, key: str) -> bool:
        """Show the help over what is being typed, by a key that writes nothing."""
        shows = len(key) > 1 and any(a.id == "help" and key in a.keys for a in self._place.actions)
        if shows:
            self._place.dialogs.help()
        return shows

    def answer(self, press: KeyPress) -> bool:
        """Do what a key means in the present situation; False where that is nothing here.

        The bar asks as well, so that no key goes astray between the two however fast
        they come, as they do over a slow connection. While something is being answered,
        a key that acts on the list waits for it. What was said before is over with any key.
        """
        place = self._place
        place.say("")
        printable = press.is_printable and press.character != " "
        key = press.character if printable and press.character else press.key
        if self._typing.use_key(key):
            return True
        if self._typing.is_open and key not in KEYS_OF_LIST:
            return self._help_over_bar(key)
        if self._waits():
            self._held.hold(press)
            return True
        # A letter of another layout that is set as a key of its own comes first.
        for name in dict.fromkeys((key, latin(key))):
            action = action_of(place.possible_actions(), name, place.pages.scrolls)
            if action is not None:
                place.do(action.id)
                return True
            elsewhere = meaning(place.actions, name, place.session.view.page)
            if elsewhere is not None:
                if elsewhere.id != "back":
                    from kztimeline.tui.actions.refusals import refusal

                    here = situation_of(place, place.pages)
                    place.say(refusal(elsewhere, here, place.key))
                break
        return False


def situation_of(workspace: Workspace, pages: Pages) -> Situation:
    """Return what decides which actions are possible now."""
    session, facets = workspace.session, workspace.facets
    event, view, timeline = session.event, session.view, session.timeline
    return Situation(
        shown=event is not None and view.page not in {"coverage", "day"},
        two_tracks=len(timeline.tracks) > 1,
        scrolls=pages.scrolls,
        detail=view.page == "day" or (event is not None and (pages.scrolls or workspace.room.wide)),
        links=pages.front.has_links,
        query=bool(view.query),
        find=bool(view.find),
        undo=bool(session.history.past or session.pin_steps),
        redo=bool(session.history.future) or session.pin_steps.can_redo(session.ahead),
        only_pins=view.pinned,
        back=step_back(view, facets=facets is not None) is not None,
        facets=facets is not None and workspace.room.facets,
        page=view.page,
        documents=bool(timeline.documents),
        linked=event is not None and is_linked(session.chosen.timeline, event.id),
        trail=bool(view.trail),
        passages=pages.passages > 1,
        addresses=bool(pages.addresses),
        file=bool(timeline.path),
        guesses=bool(session.guesses),
        on_day=bool(view.on_day),
    )
