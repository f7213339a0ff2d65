"""What JSON that `kzt export` wrote must have to be read, also where somebody has edited it since.

What else it holds is taken as it stands, and checked with the timeline that is made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from kztimeline.loading.importing.found import SOURCE_DATES, ImportFault

Shape: TypeAlias = type | Mapping[str, "Shape"] | list["Shape"]
"""What a value is: a type, an object with at least these keys, or a list of such values.

A key with a question mark may be missing, or be null.
"""

_DATE: Final = {"edtf": str}
_NAMED: Final = {"id": str, "name": str}
_WORK: Final = {"id": str}
EVENT: Final[Shape] = {
    "id": str,
    "date": _DATE,
    "track": _NAMED,
    "topics": [_NAMED],
    "sources": [{**_WORK, "spans?": [str]}],
    "actors": [_NAMED],
    "disputed": [{"source": str, "citation": str}],
    "links": [{"kind": str, "to": str}],
}
TIMELINE: Final[Shape] = {
    "title": str,
    "span": _DATE,
    "tracks": [_NAMED],
    "topics": [_NAMED],
    "eras": [{**_NAMED, "date": _DATE}],
    "actors": [{**_NAMED, "roles": [{"title": str, "date": _DATE}]}],
    "sources": [_WORK],
    "events": [EVENT],
}
_NAMES: Final[dict[type, str]] = {
    str: "a text",
    dict: "an object",
    list: "a list",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
}
_LAST: Final = "as `kzt export` writes it"


def require(value: Any, shape: Shape, *path: str) -> None:
    """Raise where a value is not what is to be read.

    Args:
        value: The value.
        shape: What it is to be.
        path: Where it stands, part by part.

    Raises:
        ImportFault: it is not; said is where.
    """
    if isinstance(shape, list):
        _require_type(value, list, path)
        *before, key = path or ("entries",)
        for number, each in enumerate(value, 1):
            require(each, shape[0], *before, one_of(key, number))
    elif isinstance(shape, Mapping):
        _require_type(value, dict, path, shape)
        for name, inner in shape.items():
            key = name.removesuffix("?")
            if key != name and value.get(key) is None:
                continue
            if key not in value:
                raise ImportFault(
                    f"{_where((*path, key))} is missing",
                    f"Write it there, {_LAST}: {_asked(inner)}.",
                )
            require(value[key], inner, *path, key)
        # Where somebody wrote a text in the place of a date, or null, that is taken.
        for key in SOURCE_DATES:
            if isinstance(value.get(key), dict):
                require(value[key], _DATE, *path, key)
    else:
        _require_type(value, shape, path)


_SINGULAR: Final = {"disputed": "side", "entries": "entry"}


def one_of(key: str, number: int) -> str:
    """Return what one value of the list under a key is called: 'event 2'."""
    return f"{_SINGULAR.get(key, key.removesuffix('s'))} {number}"


def _require_type(value: Any, wanted: type, path: tuple[str, ...], shape: Shape = str) -> None:
    if isinstance(value, wanted):
        return
    asked = _asked(shape) if wanted is dict else _NAMES[wanted]
    raise ImportFault(
        f"{_where(path)} is {_NAMES[type(value)]}, where {_NAMES[wanted]} is wanted",
        f"Write it {_LAST}: {asked}.",
    )


def _asked(shape: Shape) -> str:
    if isinstance(shape, Mapping):
        return f"an object with {', '.join(key for key in shape if not key.endswith('?'))}"
    return _NAMES[list if isinstance(shape, list) else shape]


def _where(path: tuple[str, ...]) -> str:
    return ", ".join(path) or "all of it"
