"""Lists that are no lists of events, as of keys or documents, on their way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from kztimeline.text.visible import visible_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

ListCell: TypeAlias = "str | int | bool | tuple[str, ...] | None"


class PlainList(NamedTuple):
    """Rows with the same columns; a cell is text, a number, a truth, nothing or a list of texts.

    Attributes:
        name: What the rows are, such as 'documents'.
        columns: The names of the columns.
        rows: The rows, each with a cell for every column.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, ListCell], ...]


def cell_text(cell: ListCell) -> str:
    """Return a cell as one text: nothing for None, a list joined by '; '.

    It may be a name of a file or what somebody typed.
    """
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return visible_lines("; ".join(cell))
    return str(cell).lower() if isinstance(cell, bool) else visible_lines(str(cell))
