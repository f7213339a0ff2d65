"""Everything the reader can do, in one registry.

Keys, footer, help, command palette and tooltips are all made from `ACTIONS`, so that
they cannot disagree. What a key does is a pure function of the key and a `Situation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Situation:
    """What of the screen's state decides which actions are possible.

    Attributes:
        shown: Events are listed.
        two_tracks: There is another track to go to.
        reading: The keys scroll the event's text.
        detail: The event's text is on the screen.
        links: The event leads to other events.
        query: A filter is set, whether it is on or off.
        find: Words to step through are set.
        undo: There is a change to take back.
        redo: There is a change that was taken back.
        file: The timeline was read from a file.
    """

    shown: bool = False
    two_tracks: bool = False
    reading: bool = False
    detail: bool = False
    links: bool = False
    query: bool = False
    find: bool = False
    undo: bool = False
    redo: bool = False
    file: bool = False


def always(_situation: Situation) -> bool:
    """Tell that an action is possible at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    Attributes:
        id: Its name in the configuration and in the program.
        keys: What triggers it, as Textual names keys.
        label: A word or two, for the footer.
        help: A sentence, for help, palette and tooltip.
        group: The heading it stands under in the help.
        when: Whether it is possible in a situation.
        reading_keys: Further keys while an event's text is read.
        rank: Its place in the footer, the smaller the earlier; 0 for not there.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    when: Callable[[Situation], bool] = always
    reading_keys: tuple[str, ...] = ()
    rank: int = 0

    @property
    def key_text(self) -> str:
        """The keys as a reader knows them, the first two."""
        return " ".join(key_name(key) for key in self.keys[:2])


_NAMES: Final = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "shift+tab": "⇧tab",
}

_MOVE, _SEARCH, _READ, _VIEW, _PROGRAM = "Move", "Search", "Read", "View", "Program"


def _shown(situation: Situation) -> bool:
    return situation.shown


def _detail(situation: Situation) -> bool:
    return situation.detail


def _file(situation: Situation) -> bool:
    return situation.file


def _links(situation: Situation) -> bool:
    return situation.links and situation.detail


ACTIONS: Final[tuple[Action, ...]] = (
    Action("next_event", ("j", "down"), "down", "Go to the next event", _MOVE, _shown),
    Action("previous_event", ("k", "up"), "up", "Go to the event before", _MOVE, _shown),
    Action("next_page", ("space", "pagedown"), "page down", "Go a page on", _MOVE, _shown),
    Action("previous_page", ("b", "pageup"), "page up", "Go a page back", _MOVE, _shown),
    Action("first_event", ("g", "home"), "first", "Go to the first event", _MOVE, _shown),
    Action("last_event", ("G", "end"), "last", "Go to the last event", _MOVE, _shown),
    Action("next_year", ("]",), "next year", "Go to the next year that has events", _MOVE, _shown),
    Action(
        "previous_year",
        ("[",),
        "year before",
        "Go to the beginning of the year, then to the year before",
        _MOVE,
        _shown,
    ),
    Action(
        "first_track",
        ("h", "left"),
        "left track",
        "Go to the nearest event of the first track",
        _MOVE,
        lambda situation: situation.shown and situation.two_tracks,
    ),
    Action(
        "second_track",
        ("l", "right"),
        "right track",
        "Go to the nearest event of the second track",
        _MOVE,
        lambda situation: situation.shown and situation.two_tracks,
    ),
    Action(
        "filter",
        ("f",),
        "filter",
        "Show only the events that match, as you type",
        _SEARCH,
        rank=2,
    ),
    Action("find", ("/",), "find", "Find words among the events shown", _SEARCH, _shown, rank=3),
    Action(
        "next_match",
        ("n",),
        "next match",
        "Go to the next event found",
        _SEARCH,
        lambda situation: situation.find and situation.shown,
        rank=1,
    ),
    Action(
        "previous_match",
        ("N",),
        "match before",
        "Go to the event found before",
        _SEARCH,
        lambda situation: situation.find and situation.shown,
    ),
    Action(
        "jump",
        ("d",),
        "go to date",
        "Go to a date, or to the first event with these words",
        _SEARCH,
        _shown,
        rank=4,
    ),
    Action(
        "toggle_filter",
        ("F",),
        "filter on/off",
        "Switch the filter off, and on again",
        _SEARCH,
        lambda situation: situation.query,
    ),
    Action(
        "read",
        ("enter",),
        "read",
        "Read the event; the arrows scroll its text",
        _READ,
        lambda situation: situation.shown and not situation.reading,
        rank=5,
    ),
    Action("scroll_down", ("J",), "scroll text", "Scroll the text down", _READ, _detail, ("down",)),
    Action("scroll_up", ("K",), "scroll text up", "Scroll the text up", _READ, _detail, ("up",)),
    Action(
        "scroll_page_down",
        ("}",),
        "text page down",
        "Scroll the text a page down",
        _READ,
        _detail,
        ("space", "pagedown"),
    ),
    Action(
        "scroll_page_up",
        ("{",),
        "text page up",
        "Scroll the text a page up",
        _READ,
        _detail,
        ("b", "pageup"),
    ),
    Action(
        "next_link",
        ("tab",),
        "next link",
        "Choose the next link in the text",
        _READ,
        _links,
        rank=6,
    ),
    Action(
        "previous_link",
        ("shift+tab",),
        "link before",
        "Choose the link before in the text",
        _READ,
        _links,
    ),
    Action(
        "follow",
        ("o",),
        "follow link",
        "Go to the event that the chosen link leads to",
        _READ,
        _links,
        ("enter",),
    ),
    Action("importance_1", ("1",), "main", "Show only the most important events", _VIEW),
    Action("importance_2", ("2",), "more", "Show all but the details", _VIEW),
    Action("importance_3", ("3",), "all", "Show every event", _VIEW),
    Action(
        "undo",
        ("u",),
        "undo",
        "Take back the last filter, jump or change of view",
        _VIEW,
        lambda situation: situation.undo,
    ),
    Action(
        "redo",
        ("U",),
        "redo",
        "Do again what was taken back",
        _VIEW,
        lambda situation: situation.redo,
    ),
    Action("toggle_theme", ("D",), "dark/light", "Change between dark and light", _VIEW),
    Action(
        "edit",
        ("E",),
        "edit",
        "Open the event in your editor, at its line",
        _PROGRAM,
        _file,
    ),
    Action("reload", ("R",), "reload", "Read the timeline's files again now", _PROGRAM, _file),
    Action(
        "back",
        ("escape",),
        "back",
        "One step back: close the text, forget the find, clear the filter",
        _PROGRAM,
        lambda situation: situation.reading or situation.find or situation.query,
        rank=7,
    ),
    Action("palette", (":",), "commands", "Search everything you can do", _PROGRAM, rank=8),
    Action("help", ("?",), "help", "Show the keys and the signs", _PROGRAM, rank=9),
    Action("quit", ("q",), "quit", "Leave", _PROGRAM, rank=10),
)


def key_name(key: str) -> str:
    """Return a key as it is printed on a keyboard."""
    return _NAMES.get(key, key)


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys that a setting names, separated by commas."""
    keys = (key.strip() for key in text.split(","))
    return tuple("," if key == "comma" else key for key in keys)


def with_keys(keys: Mapping[str, str]) -> tuple[Action, ...]:
    """Return the registry with the keys of some actions replaced.

    Args:
        keys: For an action's id, its keys separated by commas.
    """
    return tuple(
        replace(action, keys=keys_of(keys[action.id])) if action.id in keys else action
        for action in ACTIONS
    )


def possible(actions: tuple[Action, ...], situation: Situation) -> Iterator[Action]:
    """Yield the actions that can be done in a situation."""
    return (action for action in actions if action.when(situation))


def action_of(actions: tuple[Action, ...], key: str, situation: Situation) -> Action | None:
    """Return what a key means in a situation: a pure function of the two."""
    for action in possible(actions, situation):
        if situation.reading and key in action.reading_keys:
            return action
    return next((action for action in possible(actions, situation) if key in action.keys), None)
