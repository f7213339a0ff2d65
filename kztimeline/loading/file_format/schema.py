"""The JSON Schema of timeline files and of documents' cards, made from the model.

JSON Schema draft 7, which the YAML language server and most editors read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field
from dataclasses import fields as fields_of
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from kztimeline.dates.edtf import Date
from kztimeline.loading.file_format.meanings import FIELD_MEANINGS
from kztimeline.text.spans import Span
from kztimeline.timeline.field_types import Checked, Record
from kztimeline.timeline.model import Document, TimelineFile

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_END: Final = (
    r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[~?%]?|(?!000X)\d\d(\dX|XX)[~?%]?"
)
DATE_PATTERN: Final = rf"^(({_END})(/(({_END})|\.\.))?|\.\./({_END}))$"
"""What every date matches. Not all that match are dates: 2013-02-30 does."""
_UNQUOTED: Final = ["string", "integer"]
"""A year or an id such as 001 without quotes is a number to other readers of YAML."""


def fields(kind: type[Record]) -> tuple[Field[Any], ...]:
    """Return the fields of a kind of record."""
    return fields_of(kind)  # type: ignore[arg-type]


def record_schema(kind: type[Record], names: dict[str, Any]) -> dict[str, Any]:
    """Return a reference to the schema of a kind of record, which is added to `names`."""
    name = kind.__name__
    if name not in names:
        names[name] = {}  # so that what refers to itself ends
        hints = get_type_hints(kind, include_extras=True)
        meanings = FIELD_MEANINGS[name]
        names[name] = {
            "type": "object",
            "description": meanings[""],
            "additionalProperties": False,
            "required": [each.name for each in fields(kind) if is_required(each)],
            "properties": {
                each.name: _described(value_schema(hints[each.name], names), meanings[each.name])
                for each in fields(kind)
            },
        }
    return {"$ref": f"#/definitions/{name}"}


def is_required(field: Field[Any]) -> bool:
    """Tell whether a key must stand in the file."""
    return field.default is MISSING and field.default_factory is MISSING


def _described(schema: dict[str, Any], meaning: str) -> dict[str, Any]:
    # In draft 7 nothing beside a $ref is read.
    if "$ref" in schema:
        return {"description": meaning, "allOf": [schema]}
    return {"description": meaning, **schema}


def value_schema(kind: Any, names: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what an annotation of the model allows in a file."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        schema = value_schema(arguments[0], names)
        for said in arguments[1:]:
            if isinstance(said, Checked):
                schema |= said.schema
        return schema
    if origin in (Union, UnionType):  # with None: a key that may be left empty
        (bare,) = (each for each in arguments if each is not NoneType)
        return _or_nothing(value_schema(bare, names))
    if origin is tuple and kind is not Span:
        return {"type": "array", "items": value_schema(arguments[0], names)}
    if origin is Literal:
        return {"enum": list(arguments)}
    if isinstance(kind, type) and issubclass(kind, Record):
        return record_schema(kind, names)
    return dict(_PLAIN[kind])


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


_PLAIN: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    Date: {
        "type": _UNQUOTED,
        "pattern": DATE_PATTERN,
        "examples": ["2012", "2012-02", "2012-02-01", "2012-02~", "1992/1995", "2015/..", "199X"],
    },
    Span: {"type": "string", "pattern": r"^\d{1,9}-\d{1,9}$", "examples": ["531-541"]},
}


def definitions(kind: type[Record]) -> dict[str, Any]:
    """Return the schemas of a kind of record and of all that it is made of, by name."""
    names: dict[str, Any] = {}
    record_schema(kind, names)
    return names


def _written(kind: type[Record], title: str) -> bytes:
    names = definitions(kind)
    root = names.pop(kind.__name__)
    schema = {"$schema": _DRAFT, "title": title, **root, "definitions": names}
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def timeline_schema() -> bytes:
    """Return the schema of a timeline file."""
    return _written(TimelineFile, "A timeline for kzt")


def card_schema() -> bytes:
    """Return the schema of a document's card."""
    return _written(Document, "The card of a document for kzt")


SCHEMAS: Final[dict[str, Callable[[], bytes]]] = {"timeline": timeline_schema, "card": card_schema}
"""What makes the schema of each kind of file."""
