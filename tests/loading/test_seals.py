"""Files whose seals were compared are known by how they stand, and read as they are looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kztimeline.loading.kept import seals
from kztimeline.loading.kept.folder import keep, open_kept
from kztimeline.loading.kept.seals import KeptFile
from kztimeline.loading.kept.segments import UnpackError, bodies_of, pack

SUBJECT = bytes(range(32))
SEGMENTS = {"numbers": b"\1\2\3\4" * 40, "texts": "один два три".encode() * 100, "none": b""}
NAME = "timeline-1.packed"


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seals, "_COMPARED", {})
    monkeypatch.setattr(seals, "_TRUSTED", {})
    monkeypatch.setattr(seals, "_SETTLED", -1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "cache"
    keep(place, NAME, pack(SUBJECT, SEGMENTS))
    return place


def kept_file(folder: Path) -> KeptFile:
    opened = open_kept(folder, NAME)
    assert opened is not None
    return KeptFile(NAME, opened)


def noted(folder: Path) -> None:
    first = kept_file(folder)
    assert not first.is_known
    first.segments(SUBJECT)
    first.note()


def test_a_known_file_has_the_same_segments(folder: Path) -> None:
    compared = {name: bytes(each) for name, each in kept_file(folder).segments(SUBJECT).items()}
    noted(folder)
    again = kept_file(folder)
    assert again.is_known
    segments = again.segments(SUBJECT)
    assert {name: bytes(each) for name, each in segments.items()} == compared == SEGMENTS
    assert len(segments) == 3
    bodies = bodies_of(segments, "texts")
    assert len(bodies) == len(SEGMENTS["texts"])
    assert bytes(bodies[3:9]) == SEGMENTS["texts"][3:9]
    assert bytes(bodies[9:3]) == b""


def test_a_file_just_written_is_not_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seals, "_SETTLED", 60_000_000_000)
    noted(folder)
    assert not kept_file(folder).is_known


@pytest.mark.parametrize("way", ["another byte", "replaced", "other times"])
def test_a_file_that_was_touched_is_compared(folder: Path, way: str) -> None:
    noted(folder)
    file = folder / NAME
    content = bytearray(file.read_bytes())
    if way == "another byte":
        content[-1] ^= 1
        with file.open("r+b") as stream:
            stream.write(content)
    elif way == "replaced":
        keep(folder, NAME, bytes(content))
    else:
        os.utime(file, ns=(1, 1))
    touched = kept_file(folder)
    assert not touched.is_known
    if way == "another byte":
        with pytest.raises(UnpackError):
            touched.segments(SUBJECT)
    else:
        assert bytes(touched.segments(SUBJECT)["texts"]) == SEGMENTS["texts"]


@pytest.mark.parametrize("subject", [bytes(32), SUBJECT[:31] + b"x"])
def test_a_known_file_of_something_else_is_none(folder: Path, subject: bytes) -> None:
    noted(folder)
    with pytest.raises(UnpackError):
        kept_file(folder).segments(subject)


def test_what_is_cut_off_while_it_is_read_is_said_to_be(folder: Path) -> None:
    noted(folder)
    segments = kept_file(folder).segments(SUBJECT)
    os.truncate(folder / NAME, 200)
    with pytest.raises(UnpackError):
        segments["texts"]
    with pytest.raises(UnpackError):
        bodies_of(segments, "texts")[500:600]


def test_a_disk_that_fails_is_no_failure_of_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    noted(folder)
    monkeypatch.setattr(os, "pread", fail)
    with pytest.raises(UnpackError, match="Input/output error"):
        kept_file(folder).segments(SUBJECT)


def test_what_was_trusted_and_is_damaged_is_found_afterwards(folder: Path) -> None:
    file = folder / NAME
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    opened = open_kept(folder, NAME)
    assert opened is not None
    seals.trust({NAME: opened.stamp, "index-1.parts": (1, 2, 3, 4, 5)})
    assert kept_file(folder).is_known
    assert seals.damaged(folder) == [NAME]
    assert not kept_file(folder).is_known
    assert seals.damaged(folder) == []


def test_what_lies_elsewhere_is_not_trusted(folder: Path) -> None:
    other = folder.parent / "elsewhere"
    keep(other, NAME, b"of somebody else")
    opened = open_kept(other, NAME)
    assert opened is not None
    seals.trust({f"../elsewhere/{NAME}": opened.stamp, str(other / NAME): opened.stamp})
    assert seals.damaged(folder) == []
    assert seals.known() == {}


def test_what_was_trusted_and_holds_is_compared_once(folder: Path) -> None:
    opened = open_kept(folder, NAME)
    assert opened is not None
    seals.trust({NAME: opened.stamp})
    assert seals.damaged(folder) == []
    assert seals.known() == {NAME: opened.stamp}
    assert kept_file(folder).is_known
