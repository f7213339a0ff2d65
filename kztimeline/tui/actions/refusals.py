"""Why an action cannot be done here, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kztimeline.tui.actions.action import Action
    from kztimeline.tui.actions.situation import Situation

_REASONS: Final[Mapping[str, str]] = {
    "undo": "Nothing to undo.",
    "redo": "Nothing to redo.",
    "next_match": "No words to step through; {find} finds words.",
    "previous_match": "No words to step through; {find} finds words.",
    "toggle_filter": "No filter is set; {filter} sets one.",
    "only_certain": "No filter is set, so every event is certain; {filter} sets one.",
    "follow": "This event has no links.",
    "filter_linked": "This event has no links.",
    "retrace": "No link was followed, so there is nothing to go back to.",
    "open_source": "No source here has an address.",
    "next_link": "There are no links here.",
    "previous_link": "There are no links here.",
    "open_link": "There are no links here.",
    "next_passage": "There is no other passage here; {evidence} shows an event’s sources.",
    "previous_passage": "There is no other passage here; {evidence} shows an event’s sources.",
    "first_track": "This timeline has one track.",
    "second_track": "This timeline has one track.",
    "other_track": "This timeline has one track.",
    "neighbours": "This timeline has one track.",
    "coverage": "This timeline has no documents.",
    "edit": "This timeline was not read from a file.",
    "reload": "This timeline was not read from a file.",
    "scroll_down": "There is no text to scroll here; {read} reads the event.",
    "scroll_up": "There is no text to scroll here; {read} reads the event.",
    "offices": "Read an event first, with {read}; then {offices} shows offices.",
}
"""What is missing for an action where there are events and no page lies over them."""

_PAGES: Final[Mapping[str, str]] = {
    "day": (
        "This page is about a day; {next_link} chooses a link, {open_link} opens it, {back} leaves."
    ),
    "coverage": "This page is about the documents; {back} goes back to the list.",
    "pair": "This page compares two events; {back} goes back to the list.",
    "evidence": "This page shows the sources; {back} goes back.",
}


def refusal(action: Action, here: Situation, key: Callable[[str], str]) -> str:
    """Return why an action that there is cannot be done, and what to press.

    Args:
        action: The action.
        here: The situation, in which it is not possible.
        key: Returns the key of an action by its id.
    """
    told = _told(action, here)
    names = {word for word in _NAMES if f"{{{word}}}" in told}
    return told.format(**{name: key(name) for name in names})


_NAMES: Final = (
    "find",
    "filter",
    "evidence",
    "read",
    "offices",
    "back",
    "next_link",
    "open_link",
    "help",
)


def _told(action: Action, here: Situation) -> str:
    if here.page and _possible_in_list(action, here):
        return _PAGES[here.page]
    if not here.page and not here.shown and action.when(here._replace(shown=True)):
        cleared = "; {back} goes back a step" if here.back else ""
        return f"No events are shown{cleared}."
    deed = action.help.partition(",")[0]
    return _REASONS.get(action.id, f"You cannot {deed[:1].lower()}{deed[1:]} here.")


def _possible_in_list(action: Action, here: Situation) -> bool:
    """Tell whether an action would be possible were there no page over the list."""
    return action.when(here._replace(page="", shown=True, scrolls=False, addresses=True))
