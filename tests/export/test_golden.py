"""The bytes of three awkward events in each format: what changes them was meant to.

`python -m tests.export.test_golden` writes them anew; look at each difference.
"""

from __future__ import annotations

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from kztimeline import __version__
from kztimeline.export.formats.csv_table import data_package, table_schema
from kztimeline.export.formats.registry import BY_NAME, FORMATS, Format, write
from kztimeline.export.json_schema import json_schema

from .awkward import small_export

GOLDEN = Path(__file__).with_name("golden")


def sqlite_text(content: bytes) -> bytes:
    """Return a database as its statements: the bytes differ by version of SQLite."""
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    return "\n".join(database.iterdump()).encode() + b"\n"


def xlsx_text(content: bytes) -> bytes:
    """Return the sheets and texts of a workbook: packing differs by version of zlib."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = ["xl/sharedStrings.xml", *(f"xl/worksheets/sheet{n}.xml" for n in range(1, 5))]
        parts = [f"{name}\n".encode() + archive.read(name) for name in names]
    return b"\n".join(parts).replace(b"><", b">\n<") + b"\n"


def contents(format: Format) -> bytes:
    made = write(format, small_export())
    if format.name == "sqlite":
        return sqlite_text(made)
    if format.name == "xlsx":
        return xlsx_text(made)
    return made.replace(f"kzt {__version__}".encode(), b"kzt 0")


def path_of(format: Format) -> Path:
    return (
        GOLDEN / f"{format.name}.{'txt' if not format.is_text else format.suffixes[0].lstrip('.')}"
    )


def descriptions() -> dict[Path, bytes]:
    export = small_export()
    csv = write(BY_NAME["csv"], export)
    return {
        GOLDEN / "table.schema.json": table_schema(export),
        GOLDEN / "json.schema.json": json_schema(),
        GOLDEN / "datapackage.json": data_package(export, "small.csv", csv),
    }


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_the_bytes_of_each_format(format: Format) -> None:
    assert contents(format) == path_of(format).read_bytes()


def test_the_bytes_of_the_descriptions() -> None:
    for path, content in descriptions().items():
        assert content == path.read_bytes(), path.name


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in FORMATS:
        path_of(each).write_bytes(contents(each))
    for target, text in descriptions().items():
        target.write_bytes(text)
