"""The rows of CSV that are kept are those that would be written, or are not used."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.export.formats import csv_table
from kztimeline.export.making_records import export_of
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.kept import folder
from kztimeline.loading.locations import user_cache
from kztimeline.session.state import kept_rows as rows
from kztimeline.timeline.model import Timeline
from tests.commands import kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow

EVENTS = (
    event("late", "2001-05", title='Quotes "and", commas'),
    event("early", "1992", title="Line  feed"),
    event("open", "../1994", title="–Дәл"),
    event("middle", "1993~"),
)


def kept_file() -> Path:
    (found,) = user_cache().glob("rows-*")
    return found


def everything(path: Path) -> tuple[Timeline, bytes]:
    """Return a timeline of which all rows are kept, and its CSV."""
    kzt("export", "-t", path)
    read = load_timeline(path)
    return read, csv_table.write(export_of(read, read.events))


@pytest.fixture
def path(tmp_path: Path, own_cache: Path) -> Path:
    return write(tmp_path, timeline(*EVENTS))


def test_a_second_export_makes_no_record_and_no_event(
    path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from kztimeline.cli.commands import run_plain
    from kztimeline.loading.kept.record_lines import RecordReader

    _read, csv = everything(path)
    made: list[str] = []
    read_one = RecordReader.read

    def noted(reader: RecordReader, kind: Any, text: str) -> Any:
        made.append(text)
        return read_one(reader, kind, text)

    monkeypatch.setattr(RecordReader, "read", noted)
    assert run_plain(["export", "-t", str(path)])
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == csv
    assert made == []


@given(st.sets(st.integers(0, 3)), st.none() | st.integers(1, 5))
def test_kept_rows_are_those_that_would_be_written(positions: set[int], most: int | None) -> None:
    made = load_timeline(CHOICE[0])
    export = export_of(made, [made.events[at] for at in sorted(positions)])
    lines = csv_table.table_lines(export)
    wanted = lines if most is None else lines[: most + 1]
    assert rows.kept_rows(made, sorted(positions), most) == b"".join(wanted)


CHOICE: list[Path] = []


@pytest.fixture(autouse=True, scope="module")
def _kept(tmp_path_factory: pytest.TempPathFactory) -> None:
    found = write(tmp_path_factory.mktemp("rows"), timeline(*EVENTS))
    CHOICE[:] = [found]
    everything(found)


def test_what_is_exported_follows_the_file_at_once(path: Path) -> None:
    before = kzt("export", "-t", path).stdout
    assert kzt("export", "-t", path).stdout == before
    path.write_text(path.read_text().replace("commas", "dashes"))
    after = kzt("export", "-t", path).stdout
    assert after == before.replace("commas", "dashes")
    assert kzt("export", "-t", path).stdout == after


@pytest.mark.parametrize("at", mostly_slow([0, 20, 60, 90, 200, -1], [0, 90, -1]))
def test_damaged_rows_are_written_anew(path: Path, at: int) -> None:
    read, csv = everything(path)
    content = bytearray(kept_file().read_bytes())
    content[at] ^= 1
    kept_file().write_bytes(content)
    assert rows.kept_rows(read, range(4)) is None
    assert kzt("export", "-t", path).stdout.encode() == csv.replace(b"\r\n", b"\n")
    assert rows.kept_rows(read, range(4)) == csv, "kept again"


def test_rows_of_another_timeline_are_not_taken(path: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", timeline(*EVENTS[:3]))
    everything(other)
    content = kept_file().read_bytes()
    read, csv = everything(path)
    mine = next(each for each in user_cache().glob("rows-*") if each.read_bytes() != content)
    mine.write_bytes(content)
    assert rows.kept_rows(read, range(4)) is None
    assert kzt("export", "-t", path).stdout.encode() == csv.replace(b"\r\n", b"\n")


def test_rows_of_another_program_or_python_are_not_taken(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, _csv = everything(path)
    monkeypatch.setattr(sys, "version", "another")
    assert rows.kept_rows(read, range(4)) is None
    monkeypatch.undo()
    monkeypatch.setattr(rows, "_ROOMS", ("export", "query"))
    assert rows.kept_rows(read, range(4)) is None


def test_rows_that_others_may_write_are_not_taken(path: Path) -> None:
    read, _csv = everything(path)
    kept_file().chmod(0o666)
    assert rows.kept_rows(read, range(4)) is None


def test_an_export_as_of_a_day_or_otherwise_arranged_is_made_anew(path: Path) -> None:
    everything(path)
    assert "2001" not in kzt("export", "-t", path, "--as-of", "1993").stdout
    first = kzt("export", "-t", path, "--sort", "-title").stdout.splitlines()[1]
    assert first.startswith("open,")
    assert kzt("export", "-t", path, "--columns", "id").stdout.splitlines()[0] == "id"
    assert kzt("export", "-t", path, "--excel").stdout.startswith("\ufeff")


def test_more_rows_than_are_kept_are_written_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "LARGEST", 200)
    read = load_timeline(path)
    rows.keep_rows(read, range(4), [b"x" * 100] * 5)
    assert not list(user_cache().glob("rows-*"))
