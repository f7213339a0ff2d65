"""Which records of a kept timeline are made: none is before it is looked at."""

from __future__ import annotations

from typing import Any

import pytest

from kztimeline.loading.kept.record_lines import RecordReader


def records_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of the kind of every record that is made from now on."""
    read: list[str] = []
    read_one = RecordReader.read

    def noted(reader: RecordReader, kind: Any, text: str) -> Any:
        read.append(kind.__name__)
        return read_one(reader, kind, text)

    monkeypatch.setattr(RecordReader, "read", noted)
    return read
