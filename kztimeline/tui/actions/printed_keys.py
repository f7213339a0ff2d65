"""The table of keys, made from the registry of actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from kztimeline.text.cells import fit, width
from kztimeline.tui.actions.action import Action, key_name


def as_text(actions: Sequence[Action]) -> Iterator[str]:
    """Yield the lines of the table, aligned: keys, what they do, the action's id."""
    keys = max(width(_keys(action)) for action in actions)
    helps = max(width(_help(action)) for action in actions)
    for number, (group, members) in enumerate(groupby(actions, key=lambda item: item.group)):
        if number:
            yield ""
        yield group
        for action in members:
            yield f"  {fit(_keys(action), keys)}  {fit(_help(action), helps)}  {action.id}"


def as_markdown(actions: Sequence[Action]) -> Iterator[str]:
    """Yield the lines of the table in Markdown, one table for each group."""
    for number, (group, members) in enumerate(groupby(actions, key=lambda item: item.group)):
        if number:
            yield ""
        yield f"### {group}"
        yield ""
        yield "| Keys | | Action |"
        yield "|---|---|---|"
        for action in members:
            keys = " ".join(_code(key_name(key)) for key in action.keys)
            yield f"| {keys} | {_help(action)} | `{action.id}` |"


def _keys(action: Action) -> str:
    return " ".join(map(key_name, action.keys))


def _help(action: Action) -> str:
    if not action.reading_keys:
        return action.help
    return f"{action.help} (while reading also {' '.join(map(key_name, action.reading_keys))})"


def _code(key: str) -> str:
    return {"`": "`` ` ``", "|": r"`\|`"}.get(key, f"`{key}`")
