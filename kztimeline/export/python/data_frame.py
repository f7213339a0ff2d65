"""The columns of the CSV as a table of pandas, which is imported only here and when asked."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from kztimeline.export.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kztimeline.export.columns import Column
    from kztimeline.export.records import EventRecord

_LISTS: Final[dict[str, Callable[[EventRecord], list[str]]]] = {
    "topics": lambda event: [each.id for each in event.topics],
    "actors": lambda event: [each.name for each in event.actors],
    "source_ids": lambda event: [each.id for each in event.sources],
    "source_locators": lambda event: [
        ",".join(each.spans) or each.URL or "" for each in event.sources
    ],
    "citation": lambda event: [each.citation for each in event.sources],
    "links": lambda event: [f"{each.kind}:{each.to}" for each in event.links],
    "linked_from": lambda event: [f"{each.kind}:{each.event}" for each in event.linked_from],
    "documents": lambda event: [each.id for each in event.sources if each.kind == "document"],
}
"""What stands in one cell of the CSV, between semicolons."""
_KINDS: Final = {"date": "datetime64[s]", "integer": "Int64", "boolean": "bool"}


def data_frame(events: Sequence[EventRecord]) -> Any:
    """Return events as a `pandas.DataFrame`.

    Columns of days are `datetime64[s]`, which goes from year 1 to 9999; whole numbers `Int64`;
    cells of several values lists. What is not known is NaT, NA or None.

    Raises:
        ImportError: pandas is not installed.
    """
    pandas = import_module("pandas")
    return pandas.DataFrame(
        {
            column.name: pandas.Series(
                [_value(column, event) for event in events],
                dtype=_KINDS.get(column.type, "object"),
            )
            for column in COLUMNS
        }
    )


def _value(column: Column, event: EventRecord) -> Any:
    if column.name in _LISTS:
        return _LISTS[column.name](event)
    value = column.value(event)
    return json.loads(str(value or "[]")) if column.type == "array" else value
