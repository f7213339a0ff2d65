"""Stands something sound in for what is faulty, so that the rest can be checked too.

Cross-checks need whole entries. What they find at a place where something stands in
is not said of the file; `Doubts` tells.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin, get_type_hints

from kztimeline.dates.edtf import Date
from kztimeline.loading.yaml_nodes import Place
from kztimeline.text.spans import Span
from kztimeline.timeline import model as kinds
from kztimeline.timeline.field_types import (
    Checked,
    FieldError,
    Record,
    check_identifier,
    check_letter,
)

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_GREATEST = 999_999_999
_FIRST_LETTER = 0x4E00  # ideographs, which no timeline is lettered with


class Doubts:
    """Places of a file where something stands in for what is faulty."""

    def __init__(self) -> None:
        self._places: set[Place] = set()
        self._around: set[Place] = set()

    def add(self, place: Place) -> None:
        """Note that something stands in at `place`."""
        self._places.add(place)
        self._around.update(place[:length] for length in range(len(place) + 1))

    def __bool__(self) -> bool:
        return bool(self._places)

    def replaced(self, place: Place) -> bool:
        """Tell whether something stands in for a place as a whole, or for what is around it."""
        return any(place[:length] in self._places for length in range(len(place) + 1))

    def __contains__(self, place: Place) -> bool:
        """Tell whether something stands in at a place, within it or around it."""
        return place in self._around or self.replaced(place)


def stand_in(data: Any, model: type, errors: Iterable[ErrorDetails], doubts: Doubts) -> Any:
    """Return `data`, changed in place, with something sound wherever `errors` lie."""
    for error in errors:
        place: Place = error["loc"]
        doubts.add(place)
        if not place:
            return _sound(model, place)
        parent = value_at(data, place[:-1])
        if error["type"] == "unexpected_keyword_argument" and isinstance(parent, dict):
            parent.pop(place[-1], None)
        elif isinstance(parent, (dict, list)):
            parent[place[-1]] = _sound(kind_at(model, place), place)  # type: ignore[index]
    return data


def value_at(data: Any, place: Place) -> Any:
    """Return what stands at a place of plain data, or None."""
    for step in place:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


@lru_cache
def _hints(model: Any) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def kind_at(model: type, place: Place) -> Any:
    """Return the annotation of what stands at `place` in a `model`."""
    kind: Any = model
    for step in place:
        kind = bare_kind(kind)
        kind = get_args(kind)[0] if isinstance(step, int) else _hints(kind)[step]
    return kind


@lru_cache
def number_fields() -> frozenset[str]:
    """Return the names of all fields that hold whole numbers."""
    records: list[type] = [
        kind for kind in vars(kinds).values() if isinstance(kind, type) and issubclass(kind, Record)
    ]
    return frozenset(
        name
        for record in records
        for name, kind in _hints(record).items()
        if bare_kind(kind) is int
    )


def bare_kind(kind: Any) -> Any:
    """Return an annotation without its constraints, and without None."""
    while get_origin(kind) in (Annotated, UnionType):
        kind = get_args(kind)[0]
    return kind


def marks_of(kind: Any) -> list[Checked]:
    """Return what an annotation asks of a value, apart from its bare kind."""
    marks: list[Checked] = []
    while get_origin(kind) in (Annotated, UnionType):
        marks += [said for said in get_args(kind)[1:] if isinstance(said, Checked)]
        kind = get_args(kind)[0]
    return marks


def _sound(kind: Any, place: Place) -> Any:
    """Return what may stand for a `kind` at a place, which ids and letters are made of."""
    if get_origin(kind) is UnionType:  # with None, which every such field may be
        return None
    checks = [said.check for said in get_args(kind)[1:] if isinstance(said, Checked)]
    bare: type = bare_kind(kind)
    if check_identifier in checks:
        return "-".join(["stands-in", *(str(step).replace("_", "-").lower() for step in place)])
    if check_letter in checks:
        return chr(_FIRST_LETTER + next((step for step in place if isinstance(step, int)), 0))
    if get_origin(bare) is tuple:
        empty = all(_passes(check, ()) for check in checks)
        return [] if empty else [_sound(get_args(bare)[0], (*place, 0))]
    if get_origin(bare) is Literal:
        return get_args(bare)[0]
    if is_dataclass(bare) and bare is not Date:
        return {
            field.name: _sound(_hints(bare)[field.name], (*place, field.name))
            for field in fields(bare)
            if field.default is MISSING and field.default_factory is MISSING
        }
    if bare is int:
        # Of a length the greatest: nothing is said to end outside of it.
        most = [said.schema["maximum"] for said in marks_of(kind) if "maximum" in said.schema]
        return str(most[0] if most else _GREATEST)
    return {Date: "0001/9999", Span: "0-1"}.get(bare, "…")


def _passes(check: Any, value: Any) -> bool:
    try:
        check(value)
    except FieldError:
        return False
    return True
