"""What the user has set about the screen, checked before the screen opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kztimeline.session.settings import SIGNS, THEMES
from kztimeline.text.numbers import either
from kztimeline.tui.actions.action import Action, key_name, keys_of, possible, with_keys
from kztimeline.tui.actions.situation import everything_on

if TYPE_CHECKING:
    from kztimeline.session.settings import Settings

_NAMED_KEYS: Final = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}
    | {"enter", "space", "tab", "backspace", "escape"}
    | {f"f{number}" for number in range(1, 25)}
)
_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt"})
_LIST: Final = everything_on("")._replace(scrolls=False, facets=False)
_PLACES: Final = (
    _LIST,
    _LIST._replace(facets=True),
    _LIST._replace(scrolls=True),
    _LIST._replace(scrolls=True, page="evidence"),
    _LIST._replace(page="coverage", shown=False, detail=False, find=False, two_tracks=False),
)
"""The situations in each of which a key can do one thing only, with all that may be possible."""

_TABLE: Final = "`kzt keys` lists the actions and their keys."


class Mistake(NamedTuple):
    """A setting that cannot be followed, and what to write instead.

    `setting` is the one at fault; of the keys, `action` is whose.
    """

    problem: str
    remedy: str
    setting: Literal["theme", "signs", "keys"]
    action: str = ""


def without_mistakes(
    settings: Settings, actions: tuple[Action, ...]
) -> tuple[Settings, list[Mistake]]:
    """Return settings without what cannot be followed, and what that was."""
    found: list[Mistake] = []
    while mistakes := list(mistakes_in(settings, actions)):
        found += mistakes[:1]
        settings = _without(settings, mistakes[0])
    return settings, found


def _without(settings: Settings, mistake: Mistake) -> Settings:
    match mistake.setting:
        case "theme":
            return replace(settings, theme=None)
        case "signs":
            return replace(settings, signs=None)
    keys = {name: text for name, text in settings.keys.items() if name != mistake.action}
    return replace(settings, keys=keys)


def mistakes_in(settings: Settings, actions: tuple[Action, ...]) -> Iterator[Mistake]:
    """Yield all that is wrong with the settings of the screen, which has some actions."""
    if settings.theme is not None and settings.theme not in THEMES:
        remedy = f"The themes are {', '.join(THEMES)}."
        yield Mistake(f"there is no theme {settings.theme!r}", remedy, "theme")
    if settings.signs is not None and settings.signs not in SIGNS:
        remedy = f"Write {either(SIGNS)}."
        yield Mistake(f"there are no signs {settings.signs!r}", remedy, "signs")
    known = {action.id for action in actions}
    for name, text in settings.keys.items():
        if name not in known:
            yield _unknown(name, known)
        for key in keys_of(text):
            if not _is_key(key):
                remedy = "Write a character, or a name such as space, comma, f5, or ctrl+r."
                yield Mistake(f"{name}: there is no key {key!r}", remedy, "keys", name)
    yield from _conflicts(with_keys(actions, settings.keys), settings.keys)


def _unknown(action: str, known: set[str]) -> Mistake:
    from kztimeline.text.nearest import did_you_mean, nearest

    near = nearest(action, sorted(known))
    meant = f"{did_you_mean(near, sentence=True)} " if near else ""
    return Mistake(
        f"there is no action {action!r} to give a key to", meant + _TABLE, "keys", action
    )


def _conflicts(actions: tuple[Action, ...], keys: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield each key that the settings give to an action while another has it."""
    found = (clash for place in _PLACES for clash in _clashes(possible(actions, place)))
    for key, one, other in dict.fromkeys(found):
        if one in keys or other in keys:
            yield Mistake(
                f"{key_name(key)} is the key of both {one} and {other}",
                f"Give one of them another key. {_TABLE}",
                "keys",
                other if other in keys else one,
            )


def _clashes(actions: Iterable[Action]) -> Iterator[tuple[str, str, str]]:
    """Yield each key of two actions with the two; a panel may take a key of the screen."""
    owners: dict[tuple[str, str], str] = {}
    for action in actions:
        for key in dict.fromkeys(action.keys):
            other = owners.setdefault((action.where, key), action.id)
            if other != action.id:
                yield key, other, action.id


def _is_key(key: str) -> bool:
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    plain = (len(name) == 1 and name.isprintable()) or name in _NAMED_KEYS or name == "comma"
    return plain and set(modifiers) <= _MODIFIERS
