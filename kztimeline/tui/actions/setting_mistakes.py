"""What the user has set about the screen, checked before the screen opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

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

_KEYS: Final = "keys"
_TABLE: Final = "`kzt keys` lists the actions and their keys."


class _OneOf(NamedTuple):
    """A setting that takes one of a few words: what they are called, and which they are."""

    called: str
    words: tuple[str, ...]


_CHOICES: Final = {
    "theme": _OneOf("there is no theme", tuple(THEMES)),
    "signs": _OneOf("there are no signs", SIGNS),
}


class Mistake(NamedTuple):
    """A setting that cannot be followed, and what to write instead.

    `setting` is its name in the file: `theme`, or `keys.undo` for the keys of an action.
    """

    problem: str
    remedy: str
    setting: str


def without_mistakes(
    settings: Settings, actions: tuple[Action, ...]
) -> tuple[Settings, list[Mistake]]:
    """Return settings without what cannot be followed, and what that was."""
    found: list[Mistake] = []
    # Each round leaves out one setting, and there are no more than these.
    for _round in (*_CHOICES, *settings.keys):
        mistakes = list(mistakes_in(settings, actions))
        if not mistakes:
            break
        same = [each for each in mistakes if each.setting == mistakes[0].setting]
        found += dict.fromkeys(same)
        settings = _without(settings, mistakes[0].setting)
    return settings, found


def _without(settings: Settings, setting: str) -> Settings:
    """Return settings as they would be if one did not stand in the file."""
    table, _, action = setting.partition(".")
    if table == _KEYS:
        keys = {name: text for name, text in settings.keys.items() if name != action}
        return settings._replace(keys=keys)
    return settings._replace(theme=None) if setting == "theme" else settings._replace(signs=None)


def mistakes_in(settings: Settings, actions: tuple[Action, ...]) -> Iterator[Mistake]:
    """Yield all that is wrong with the settings of the screen, which has some actions."""
    for setting, choice in _CHOICES.items():
        chosen = getattr(settings, setting)
        if chosen is not None and chosen not in choice.words:
            words = either([f'"{word}"' for word in choice.words])
            remedy = f"Write {setting} = {words}."
            yield Mistake(f"{choice.called} {chosen!r:.60}", remedy, setting)
    known = {action.id for action in actions}
    for name, text in settings.keys.items():
        if name not in known:
            yield _unknown(name, known)
        for key in keys_of(text):
            if not _is_key(key):
                remedy = "Write a character, or a name such as space, comma, f5, or ctrl+r."
                yield Mistake(f"{name}: there is no key {key!r}", remedy, f"{_KEYS}.{name}")
    yield from _conflicts(with_keys(actions, settings.keys), settings.keys)


def _unknown(action: str, known: set[str]) -> Mistake:
    from kztimeline.text.nearest import did_you_mean, nearest

    near = nearest(action, sorted(known))
    meant = f"{did_you_mean(near, sentence=True)} " if near else ""
    return Mistake(
        f"there is no action {action!r} to give a key to", meant + _TABLE, f"{_KEYS}.{action}"
    )


def _conflicts(actions: tuple[Action, ...], keys: Mapping[str, str]) -> Iterator[Mistake]:
    """Yield each key that the settings give to an action while another has it."""
    found = (clash for place in _PLACES for clash in _clashes(possible(actions, place)))
    for key, one, other in dict.fromkeys(found):
        if one in keys or other in keys:
            yield Mistake(
                f"{key_name(key)} is the key of both {one} and {other}",
                f"Give one of them another key. {_TABLE}",
                f"{_KEYS}.{other if other in keys else one}",
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
