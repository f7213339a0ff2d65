"""A record as a line of JSON: the fields that are not left at their default, by name.

A date stands as its text, and is read by the parser that read it in the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, TypeAlias, TypeVar

from kztimeline.dates.edtf import Date, parse
from kztimeline.text.spans import Span
from kztimeline.timeline import model as kinds
from kztimeline.timeline.field_types import Record

Reader: TypeAlias = Callable[[Any], Any]
R = TypeVar("R", bound=Record)


class Dates(dict[str, Date]):
    """Dates by their text, each read once: many events share one."""

    def __missing__(self, text: str) -> Date:
        date = self[text] = parse(text)
        return date


def as_json(record: Record) -> bytes:
    """Return a record as JSON."""
    return json.dumps(as_values(record), ensure_ascii=False, separators=(",", ":")).encode()


def as_values(value: Any) -> Any:
    """Return a record, and what stands in its fields, as plain JSON values."""
    if isinstance(value, Date):
        return value.text
    if isinstance(value, Record):
        defaults = _defaults(type(value).__name__)
        return {
            name: as_values(item)
            for name, item in vars(value).items()
            if item != defaults.get(name, MISSING)
        }
    if isinstance(value, tuple):  # a span is one too
        return [as_values(item) for item in value]
    return value


class RecordReader:
    """Makes records from plain JSON values; equal dates are one object."""

    def __init__(self) -> None:
        self._dates = Dates()
        date = self._dates.__getitem__
        claims, links = _many(kinds.Claim, {}), _many(kinds.Link, {})
        citations = _many(kinds.Citation, {"spans": _spans})
        roles = _many(kinds.Role, {"date": date})
        mention: dict[str, Reader] = {"span": _span, "date": date, "cited_by": tuple}
        statement: dict[str, Reader] = {"span": _span, "cited_by": tuple}
        self._readers: dict[type[Record], Mapping[str, Reader]] = {
            kinds.Track: {},
            kinds.Topic: {},
            kinds.Targets: {},
            kinds.Era: {"date": date, "sources": tuple},
            kinds.Actor: {"other_names": tuple, "roles": roles},
            kinds.Source: {"issued": date, "accessed": date},
            kinds.Event: {
                "date": date,
                "topics": tuple,
                "sources": citations,
                "actors": tuple,
                "disputed": claims,
                "links": links,
            },
            kinds.Document: {
                "issued": date,
                "mentions": _many(kinds.Mention, mention),
                "statements": _many(kinds.Statement, statement),
            },
        }

    def date(self, text: str) -> Date:
        """Return the date that a text says."""
        return self._dates[text]

    def record(self, kind: type[R], values: dict[str, Any]) -> R:
        """Return the record of a kind with some plain values."""
        return _made(kind, self._readers[kind], values)

    def read(self, kind: type[R], text: str) -> R:
        """Return the record of a kind that `as_json` wrote."""
        return _made(kind, self._readers[kind], json.loads(text))


def _many(kind: type[R], readers: Mapping[str, Reader]) -> Reader:
    return lambda items: tuple([_made(kind, readers, values) for values in items])


def _made(kind: type[R], readers: Mapping[str, Reader], values: dict[str, Any]) -> R:
    for name, reader in readers.items():
        if name in values:
            values[name] = reader(values[name])
    return kind(**values)


def _span(ends: list[int]) -> Span:
    return Span(*ends)


def _spans(items: list[list[int]]) -> tuple[Span, ...]:
    return tuple([Span(*ends) for ends in items])


@cache
def _defaults(kind: str) -> dict[str, Any]:
    """Return the fields of a kind of record, by its name, that have a default, with it."""
    return {
        each.name: each.default_factory() if each.default_factory is not MISSING else each.default
        for each in fields(getattr(kinds, kind))
        if each.default is not MISSING or each.default_factory is not MISSING
    }
