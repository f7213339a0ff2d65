"""Views as JSON knows them: each field checked by itself, so that one bad one spoils no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, get_args

from kztimeline.session.view import ALL_IMPORTANCES, Page, View, Zoom
from kztimeline.text.patterns import pattern

_DAY: Final = pattern(r"(\d\d)-(\d\d)")
_DEEPEST_BAND: Final = 20
_MOST_IDS: Final = 1000
_MOST_TOPICS: Final = 10_000
_LONGEST_TEXT: Final = 10_000


class Read(NamedTuple):
    """A view and what of its record is not understood, as words such as "zoom 'weeks'"."""

    view: View
    strange: tuple[str, ...] = ()


def view_to_dict(view: View) -> dict[str, Any]:
    """Return the fields of a view that differ from those of a new one."""
    new = View()._asdict()
    changed = {name: value for name, value in view._asdict().items() if value != new[name]}
    return {name: _plain(value) for name, value in changed.items()}


def read_view(data: object) -> Read:
    """Return the view with these fields, and what of them is not understood and left out.

    A field that is not known is that of a later version, and no fault.
    """
    if not isinstance(data, dict):
        return Read(View(), (f"the view {_short(data)}",))
    new = View()._asdict()
    taken: dict[str, Any] = {}
    strange: list[str] = []
    for name in filter(data.__contains__, new):
        value = _typed(new[name], data[name])
        if value is None or not _RULES.get(name, _any)(value):
            if data[name] is not None or new[name] is not None:
                strange.append(f"{name} {_short(data[name])}")
        else:
            taken[name] = value
    return Read(View(**{**new, **taken}), tuple(strange))


def _plain(value: object) -> object:
    """Return a value as JSON can say it."""
    return sorted(value) if isinstance(value, frozenset) else value


def _typed(default: object, value: object) -> Any:
    """Return a value as JSON gives it in the type of a default, or None where it has another."""
    if isinstance(default, tuple | frozenset):
        # The one set is of years, and what stands in order are ids.
        kind = int if isinstance(default, frozenset) else str
        if isinstance(value, list) and all(type(item) is kind for item in value):
            return type(default)(value)
        return None
    wanted = str if default is None else type(default)
    return value if type(value) is wanted else None


def _any(_value: Any) -> bool:
    return True


def _is_text(value: str) -> bool:
    return len(value) <= _LONGEST_TEXT


def _is_day_of_year(value: str) -> bool:
    import datetime as dt

    match = _DAY.fullmatch(value)
    try:
        return not value or (
            match is not None and bool(dt.date(2000, int(match[1]), int(match[2])))
        )
    except ValueError:
        return False


def _is_date(value: str) -> bool:
    from kztimeline.dates.edtf import DateError, parse

    try:
        return not value or bool(parse(value))
    except DateError:
        return False


def _has_last_day(value: str) -> bool:
    from kztimeline.dates.edtf import parse

    return _is_date(value) and (not value or parse(value).latest is not None)


_RULES: Final[Mapping[str, Callable[[Any], bool]]] = {
    "query": _is_text,
    "find": _is_text,
    "importance": range(1, ALL_IMPORTANCES + 1).__contains__,
    "zoom": get_args(Zoom).__contains__,
    "page": get_args(Page).__contains__,
    "band": range(_DEEPEST_BAND + 1).__contains__,
    "topics_passed": range(_MOST_TOPICS + 1).__contains__,
    "opened": lambda years: all(0 <= year <= 9999 for year in years),
    "trail": lambda ids: len(ids) <= _MOST_IDS,
    "on_day": _is_day_of_year,
    "as_of": _has_last_day,
    "asked": _is_date,
}
"""What a field must satisfy beside its type."""


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
