"""What the reader leaves behind between runs: JSON files, whole or set aside.

A state file is an object by timeline (see `timeline_key`), so that what belongs to
one timeline never shows up in another. A file that cannot be read is renamed, never
overwritten, and the reader is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kztimeline.loading.locations import builtin_timeline, user_state
from kztimeline.session.view import View

if TYPE_CHECKING:
    from kztimeline.timeline.model import Timeline

_BUILT_IN: Final = "built-in"


class State(NamedTuple):
    """What a state file holds, and what the reader should know about it, if anything."""

    data: dict[str, Any]
    notice: str = ""


def timeline_key(timeline: Timeline) -> str:
    """Return the name under which things are kept for a timeline.

    The built-in timeline keeps its name wherever the program is installed.
    """
    if not timeline.path:
        return ""
    path = Path(timeline.path).resolve()
    return _BUILT_IN if path == builtin_timeline().resolve() else str(path)


def state_file(name: str) -> Path:
    """Return the path of the state file called `name`, which need not exist."""
    return user_state() / f"{name}.json"


def load_state(name: str) -> State:
    """Read a state file: an empty object where there is none or it is damaged.

    A damaged file is renamed to `….json.damaged`, and the notice says so.
    """
    path = state_file(name)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return State({})
    except OSError as error:
        return State({}, f"{path} cannot be read: {error.strerror or error}")
    import json

    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return State({}, _set_aside(path))
    return State(data) if isinstance(data, dict) else State({}, _set_aside(path))


def save_state(name: str, data: Mapping[str, Any]) -> None:
    """Write a state file, whole or not at all.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    import json

    from kztimeline.loading.disk import write_whole

    path = state_file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    # A lone surrogate becomes the escape that JSON has for it.
    write_whole(path, text.encode("utf-8", "backslashreplace"))


def load_for(name: str, timeline: Timeline) -> State:
    """Return what a state file holds for one timeline."""
    data, notice = load_state(name)
    own = data.get(timeline_key(timeline))
    return State(own if isinstance(own, dict) else {}, notice)


def change_for(
    name: str, timeline: Timeline, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> str:
    """Read what a state file holds for one timeline now, and write what `change` makes of it.

    Returns:
        What the reader should know about the file, or nothing.

    Raises:
        OSError: it cannot be written; what was there is as it was.
    """
    data, notice = load_state(name)
    key = timeline_key(timeline)
    own = data.get(key)
    save_state(name, {**data, key: change(own if isinstance(own, dict) else {})})
    return notice


def view_to_dict(view: View) -> dict[str, Any]:
    """Return the fields of a view that differ from those of a new one."""
    new = View()._asdict()
    changed = {name: value for name, value in view._asdict().items() if value != new[name]}
    return {name: _plain(value) for name, value in changed.items()}


def view_from_dict(data: object) -> View:
    """Return the view with these fields; what is unknown or of another type is left out."""
    if not isinstance(data, dict):
        return View()
    new = View()
    changes = {
        name: _like(default, data[name]) for name, default in new._asdict().items() if name in data
    }
    return new.but(**{name: value for name, value in changes.items() if value is not None})


def _plain(value: object) -> object:
    """Return a value as JSON can say it."""
    return sorted(value) if isinstance(value, frozenset) else value


def _like(default: object, value: object) -> object:
    """Return a value as JSON gives it in the type of a default, or None where it has another."""
    if isinstance(default, tuple | frozenset) and isinstance(value, list):
        # The one set is of years, and what stands in order are ids.
        kind = int if isinstance(default, frozenset) else str
        return type(default)(item for item in value if type(item) is kind)
    wanted = str if default is None else type(default)
    return value if type(value) is wanted else None


def _set_aside(path: Path) -> str:
    """Rename a damaged file to a name that is free, and return what to say about it."""
    aside = path.with_name(f"{path.name}.damaged")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged{number}")
    try:
        path.replace(aside)
    except OSError as error:
        return f"{path} is damaged and cannot be renamed: {error.strerror or error}"
    return f"{path} was damaged; it is kept as {aside.name}"
