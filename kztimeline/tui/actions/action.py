"""What an action is, when it is possible, and what a key means.

Keys, footer, help, command palette and tooltips are all made from one tuple of actions,
so that they cannot disagree. What a key does is a pure function of the key and a
`Situation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.tui.actions.situation import Situation, everything_on

if TYPE_CHECKING:
    from kztimeline.tui.workspace.workspace import Workspace


def always(_situation: Situation) -> bool:
    """Tell that an action is possible at any time."""
    return True


class Action(NamedTuple):
    """One thing to do.

    Attributes:
        id: Its name in the configuration and in the program.
        keys: What triggers it, as Textual names keys.
        label: A word or two, for the footer.
        help: A sentence, for help, palette and tooltip.
        do: Its function.
        when: Whether it is possible in a situation.
        reading_keys: Further keys while an event's text is read.
        rank: Its place in the footer, the smaller the earlier; 0 for not there.
        where: The panel whose keys it belongs to; empty for the whole screen.
        group: The heading it stands under in the help.
        words: Further words that people look for it by.
        plain: Whether its keys are named in ASCII.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    do: Callable[[Workspace], object]
    when: Callable[[Situation], bool] = always
    reading_keys: tuple[str, ...] = ()
    rank: int = 0
    where: str = ""
    group: str = ""
    words: str = ""
    plain: bool = False

    @property
    def key_text(self) -> str:
        """The keys as a reader knows them, the first two."""
        return " ".join(key_name(key, self.plain) for key in self.keys[:2])

    @property
    def first_key(self) -> str:
        """The first of its keys, as a reader knows it."""
        return key_name(self.keys[0], self.plain)


_NAMES: Final = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "backspace": "⌫",
    "shift+tab": "⇧tab",
}
_PLAIN_NAMES: Final = {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "backspace": "bksp"}
"""In ASCII most are called as they are: the signs that there are for them are other keys."""


def grouped(group: str, *actions: Action) -> tuple[Action, ...]:
    """Return actions as they stand under a heading of the help."""
    return tuple(action._replace(group=group) for action in actions)


def key_name(key: str, plain: bool = False) -> str:
    """Return a key as it is printed on a keyboard, or in ASCII alone."""
    return (_PLAIN_NAMES if plain else _NAMES).get(key, key)


def keys_of(text: str) -> tuple[str, ...]:
    """Return the keys that a setting names, separated by commas."""
    keys = (key.strip() for key in text.split(","))
    return tuple("," if key == "comma" else key for key in keys)


def with_keys(actions: tuple[Action, ...], keys: Mapping[str, str]) -> tuple[Action, ...]:
    """Return actions with the keys of some of them replaced.

    Args:
        actions: The actions.
        keys: For an action's id, its keys separated by commas.
    """
    return tuple(
        action._replace(keys=keys_of(keys[action.id])) if action.id in keys else action
        for action in actions
    )


def possible(actions: tuple[Action, ...], situation: Situation) -> Iterator[Action]:
    """Yield the actions that can be done in a situation.

    Those of a panel come first, and an action of which a panel has all keys is none.
    """
    able = sorted((a for a in actions if a.when(situation)), key=lambda action: not action.where)
    taken = {key for action in able if action.where for key in action.keys}
    return (action for action in able if action.where or not taken.issuperset(action.keys))


def possible_in(
    actions: tuple[Action, ...],
) -> Callable[[Situation], Sequence[Action]]:
    """Return what tells the actions that can be done in a situation, worked out once for each."""
    return lru_cache(lambda situation: tuple(possible(actions, situation)))


def meaning(actions: tuple[Action, ...], key: str, page: str) -> Action | None:
    """Return what a key would mean on a page if that were possible, or None for nothing."""
    anything = everything_on(page)
    return next((a for a in actions if key in a.keys and not a.where and a.when(anything)), None)


def action_of(able: Sequence[Action], key: str, scrolls: bool) -> Action | None:
    """Return what a key means among the actions that can be done; None for nothing.

    Args:
        able: The actions, those of a panel first.
        key: The key.
        scrolls: Whether the keys scroll a text.
    """
    for action in able:
        if scrolls and key in action.reading_keys:
            return action
    return next((action for action in able if key in action.keys), None)
