"""Events as a workbook: sheets of events, sources and disputes, and one about them.

Whole days are days of the spreadsheet from March 1900 on, before which Excel counts wrongly;
every other date is text, and no text is ever a formula, a number or a link.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

from kztimeline.export.answer import left_out_words
from kztimeline.export.columns import chosen
from kztimeline.export.formats.registry import BY_NAME, MissingLibraryError
from kztimeline.export.making_records import works_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kztimeline.export.columns import ColumnValue
    from kztimeline.export.records import Export

_MADE: Final = dt.datetime(2000, 1, 1)
"""When every workbook says it was made, so that its bytes are the same on every run."""
_FIRST_DAY: Final = dt.date(1900, 3, 1)
_LONGEST: Final = 32767
_WIDE: Final = frozenset({"title", "summary", "citation", "says", "disputed", "note", "inference"})
_SOURCES: Final = (
    "id", "kind", "title", "author", "publisher", "issued", "issued_basis", "URL",
    "derived_from", "accessed", "archive_url",
)  # fmt: skip
_CLAIMS: Final = ("event", "by", "claim", "source")


def write(export: Export) -> bytes:
    """Return the workbook.

    Raises:
        MissingLibraryError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise MissingLibraryError("XlsxWriter", BY_NAME["xlsx"].needs) from None
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": export.timeline.title, "created": _MADE})
        _Sheets(book).fill(export)
    return stream.getvalue()


class _Sheets:
    """The sheets of a workbook, and the looks of their cells."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1})
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self._plain = book.add_format({"valign": "top"})

    def fill(self, export: Export) -> None:
        columns = chosen(export.columns)
        days = {column.name for column in columns if column.type == "date"}
        self._sheet(
            "events",
            [column.name for column in columns],
            ([column.value(event) for column in columns] for event in export.events),
            days,
        )
        works = works_of(export)
        fields = ([_field(work, name) for name in _SOURCES] for work in works)
        self._sheet("sources", _SOURCES, fields)
        claims = (
            [event.id, claim.by, claim.claim, claim.source]
            for event in export.events
            for claim in event.disputed
        )
        self._sheet("disputes", _CLAIMS, claims)
        self._sheet("about", ("what", "text"), _about(export))

    def _sheet(
        self,
        name: str,
        header: Sequence[str],
        rows: Iterable[Sequence[ColumnValue]],
        days: Iterable[str] = (),
    ) -> None:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        for at, column in enumerate(header):
            sheet.write_string(0, at, column, self._head)
            sheet.set_column(at, at, 50 if column in {*_WIDE, "claim", "text"} else 18)
        number = 0
        for number, row in enumerate(rows, 1):
            for at, value in enumerate(row):
                self._cell(sheet, number, at, value, header[at] in set(days))
        sheet.autofilter(0, 0, max(number, 1), len(header) - 1)

    def _cell(self, sheet: Any, row: int, at: int, value: ColumnValue, is_day: bool) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, at, value, self._plain)
        elif isinstance(value, int):
            sheet.write_number(row, at, value, self._plain)
        elif is_day and (day := dt.date.fromisoformat(value)) >= _FIRST_DAY:
            sheet.write_datetime(row, at, dt.datetime(day.year, day.month, day.day), self._day)
        else:
            look = self._wrapped if len(value) > 40 else self._text
            sheet.write_string(row, at, _fitting(value), look)


def _fitting(text: str) -> str:
    """Return a text as long as a cell can be; one that is cut ends with an ellipsis."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _field(work: object, name: str) -> ColumnValue:
    value = getattr(work, name)
    return value if isinstance(value, str) or value is None else str(value.edtf)


def _about(export: Export) -> list[list[ColumnValue]]:
    return [
        ["Timeline", export.timeline.title],
        ["Query", export.query or None],
        ["Left out", left_out_words(export) or None],
        ["As of", export.notice or None],
        ["Not carried", BY_NAME["xlsx"].lacks],
    ]
