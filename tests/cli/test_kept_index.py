"""What a command lays out of a timeline to look for words is kept for the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

import kztimeline
from kztimeline.query.laid_out.index_parts import IndexParts
from tests.commands import kzt
from tests.files import event, timeline, write

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    events = event("one", title="Envoy leaves"), event("two", title="Votes are counted")
    return write(tmp_path, timeline(*events))


def kept(home: Path) -> list[Path]:
    return [*home.rglob("index-*.parts")]


@pytest.mark.parametrize(
    ("query", "is_kept"),
    [
        (["envoy"], True),
        (["-votes"], True),
        (["in:1992", "or", "votes"], True),
        (["in:1992"], False),
        ([], False),
    ],
)
def test_a_command_keeps_the_index_where_it_is_asked_for_words(
    path: Path, own_home: Path, query: list[str], is_kept: bool
) -> None:
    assert kzt("-t", path, "list", "--", *query).returncode == 0
    assert bool(kept(own_home)) == is_kept


def test_words_are_found_in_what_was_kept(path: Path, own_home: Path) -> None:
    first = kzt("-t", path, "list", "envoy")
    (parts,) = kept(own_home)
    before = parts.stat().st_ino, parts.stat().st_mtime_ns
    assert kzt("-t", path, "list", "envoy").stdout == first.stdout
    assert kzt("-t", path, "export", "votes").returncode == 0
    assert (parts.stat().st_ino, parts.stat().st_mtime_ns) == before


def test_a_cache_that_cannot_be_written_keeps_nobody_from_finding(
    path: Path, own_home: Path
) -> None:
    (own_home / "cache").write_text("no folder", encoding="utf-8")
    run = kzt("-t", path, "list", "envoy")
    assert run.returncode == 0
    assert "Envoy leaves" in run.stdout
    assert not run.stderr


def test_a_program_in_python_keeps_it_and_finds_it(
    path: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(kztimeline.load(path).query("in:1992")) > 0
    assert not kept(own_home)
    assert [each.id for each in kztimeline.load(path).query("votes")] == ["two"]
    assert kept(own_home)
    with monkeypatch.context() as kept_only:
        kept_only.setattr(IndexParts, "segments", None)  # Nothing is laid out any more.
        assert [each.id for each in kztimeline.load(path).query("votes")] == ["two"]
