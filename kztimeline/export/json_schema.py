"""What JSON holds, as a JSON Schema made from the records themselves (draft 2020-12)."""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from kztimeline.export.records import EventRecord, TimelineRecord

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE: Final = {str: "string", int: "integer", bool: "boolean", types.NoneType: "null"}


def json_schema(*, lines: bool = False) -> bytes:
    """Return the schema of the JSON of events; with `lines`, of one line of JSON Lines."""
    record = EventRecord if lines else TimelineRecord
    known: dict[str, Any] = {}
    top = _of(record, known)
    schema = {"$schema": _DRAFT, "title": _sentence(record), **top, "$defs": known}
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def _of(kind: Any, known: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type, putting records that it holds into `known`."""
    if is_dataclass(kind):
        return _record(kind, known)
    if get_origin(kind) is Annotated:
        inner, description = get_args(kind)
        return {"description": description, **_of(inner, known)}
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return {"enum": list(arguments)}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _of(arguments[0], known)}
    if get_origin(kind) in (Union, types.UnionType):
        return {"anyOf": [_of(each, known) for each in arguments]}
    return {"type": _SIMPLE[kind]}


def _record(kind: Any, known: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__.removesuffix("Record")
    if name not in known:
        known[name] = {}
        hints = get_type_hints(kind, include_extras=True)
        properties = {each.name: _of(hints[each.name], known) for each in fields(kind)}
        known[name] = {
            "type": "object",
            "description": _sentence(kind),
            "properties": properties,
            "required": list(properties),
        }
    return {"$ref": f"#/$defs/{name}"}


def _sentence(kind: Any) -> str:
    return str(kind.__doc__).partition("\n")[0]
