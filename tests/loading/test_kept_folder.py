"""What lies in the cache is believed only where nobody else can have put it there."""

from __future__ import annotations

import os
import pickle
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kztimeline.loading import cache as cache_module
from kztimeline.loading import loader
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import FileError
from kztimeline.loading.kept import folder as folder_module
from kztimeline.loading.kept.folder import MOST_FILES
from kztimeline.timeline.model import Timeline

from ..commands import kzt
from ..files import event, timeline, write

pytestmark = pytest.mark.usefixtures("own_cache")

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
SOMEBODY_ELSE = 65534


class Bomb:
    """What a pickle would run code with."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch {self.mark}",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A timeline that was read once, so that it is kept, packed."""
    path = write(tmp_path, timeline())
    load_timeline(path)
    return path


@pytest.fixture
def kept(path: Path, own_home: Path) -> Path:
    """What is kept of it."""
    (found,) = own_home.rglob("timeline-*.packed")
    return found


def readings(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Timeline, int]:
    """Return the timeline and how many times its file was read for it."""
    count = 0
    read_timeline = loader.read_timeline

    def counted(path: Path, content: bytes, *rest: Any) -> Timeline:
        nonlocal count
        count += 1
        return read_timeline(path, content, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(cache_module, "read_timeline", counted)
        return load_timeline(path), count


def test_it_is_private(kept: Path) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert [each.name for each in kept.parent.iterdir()] == [kept.name]


@pytest.mark.parametrize("mask", [0o000, 0o777])
def test_it_is_private_whatever_the_mask(tmp_path: Path, own_home: Path, mask: int) -> None:
    path = write(tmp_path, timeline())
    (own_home / "cache").mkdir(mode=0o700)
    before = os.umask(mask)
    try:
        load_timeline(path)
    finally:
        os.umask(before)
    kept = list(own_home.rglob("timeline-*.packed"))
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in kept)


def _pickled(kept: Path, mark: Path) -> None:
    kept.write_bytes(pickle.dumps(Bomb(mark)))


def _pickled_by_its_old_name(kept: Path, mark: Path) -> None:
    kept.unlink()
    for name in (kept.stem, "timeline-0"):
        kept.with_name(f"{name}.pickle").write_bytes(pickle.dumps(Bomb(mark)))


def _pickled_behind_the_header(kept: Path, mark: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:80] + pickle.dumps(Bomb(mark)))


def _linked(kept: Path, mark: Path) -> None:
    aside = kept.with_name("aside")
    kept.rename(aside)
    kept.symlink_to(aside)


def _linked_to_itself(kept: Path, mark: Path) -> None:
    kept.unlink()
    kept.symlink_to(kept)


def _linked_to_no_end(kept: Path, mark: Path) -> None:
    kept.unlink()
    kept.symlink_to("/dev/zero")


def _pipe(kept: Path, mark: Path) -> None:
    kept.unlink()
    os.mkfifo(kept, 0o600)


def _for_the_group(kept: Path, mark: Path) -> None:
    kept.chmod(0o620)


def _for_everybody(kept: Path, mark: Path) -> None:
    kept.chmod(0o602)


def _of_somebody_else(kept: Path, mark: Path) -> None:
    os.chown(kept, SOMEBODY_ELSE, SOMEBODY_ELSE)


def _empty(kept: Path, mark: Path) -> None:
    kept.write_bytes(b"")


def _half(kept: Path, mark: Path) -> None:
    os.truncate(kept, kept.stat().st_size // 2)


def _with_more(kept: Path, mark: Path) -> None:
    kept.write_bytes(kept.read_bytes() + b"\0")


def _huge(kept: Path, mark: Path) -> None:
    os.truncate(kept, folder_module.LARGEST + 1)


def _missing(kept: Path, mark: Path) -> None:
    kept.unlink()


def _folder_for_the_group(kept: Path, mark: Path) -> None:
    kept.parent.chmod(0o770)


def _folder_for_everybody(kept: Path, mark: Path) -> None:
    kept.parent.chmod(0o777)


WAYS = [
    _pickled,
    _pickled_by_its_old_name,
    _pickled_behind_the_header,
    _linked,
    _linked_to_itself,
    _linked_to_no_end,
    _pipe,
    _for_the_group,
    _for_everybody,
    _empty,
    _half,
    _with_more,
    _huge,
    _missing,
    _folder_for_the_group,
    _folder_for_everybody,
    pytest.param(_of_somebody_else, marks=ROOT_ONLY),
]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_to_be_trusted_is_made_again_silently(
    path: Path,
    kept: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    way: Callable[[Path, Path], None],
) -> None:
    mark = tmp_path / "code was run"
    content = kept.read_bytes()
    way(kept, mark)
    read, count = readings(path, monkeypatch)
    assert (read.events[0].title, count) == ("Envoy speaks", 1)
    assert readings(path, monkeypatch) == (read, 0)
    assert not mark.exists()
    assert kept.read_bytes() == content
    assert stat.S_IMODE(kept.lstat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert not list(kept.parent.glob("*.pickle"))
    assert capfd.readouterr() == ("", "")


@ROOT_ONLY
@pytest.mark.parametrize("linked", [False, True])
def test_nothing_is_read_from_or_kept_in_the_folder_of_somebody_else(
    path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    folder = kept.parent
    if linked:
        theirs = folder.rename(folder.with_name("theirs"))
        folder.symlink_to(theirs)
    os.chown(folder, SOMEBODY_ELSE, SOMEBODY_ELSE)
    for _ in range(2):
        assert readings(path, monkeypatch)[1] == 1
    assert [each.name for each in folder.iterdir()] == [kept.name]
    kept.unlink()
    assert readings(path, monkeypatch)[1] == 1
    assert not list(folder.iterdir())


@ROOT_ONLY
def test_root_makes_no_folder_in_the_home_of_somebody_else(tmp_path: Path, own_home: Path) -> None:
    os.chown(own_home, SOMEBODY_ELSE, SOMEBODY_ELSE)
    assert load_timeline(write(tmp_path, timeline())).events
    assert not list(own_home.iterdir())


def test_a_folder_of_ones_own_elsewhere_may_be_linked(
    path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = kept.parent
    folder.symlink_to(folder.rename(folder.with_name("on another disk")))
    assert readings(path, monkeypatch)[1] == 0


@pytest.mark.parametrize("name", [".new-abandoned", "other program's"])
def test_files_of_dead_writers_are_swept_and_those_of_others_are_left(
    path: Path, kept: Path, name: str
) -> None:
    old = kept.with_name(name)
    old.write_bytes(b"x")
    young = kept.with_name(".new-young")
    young.write_bytes(b"x")
    os.utime(old, (time.time() - 2 * 3600,) * 2)
    kept.unlink()
    load_timeline(path)
    assert old.exists() is not name.startswith(".new")
    assert young.exists()


def test_one_form_is_kept_for_a_timeline_and_eight_in_all(tmp_path: Path, own_home: Path) -> None:
    for number in range(MOST_FILES + 3):
        folder = tmp_path / str(number)
        for title in ("Envoy speaks", "Envoy leaves"):
            load_timeline(write(folder, timeline(event(title=title))))
        assert len(list(own_home.rglob("timeline-*"))) == min(number + 1, MOST_FILES)


def test_the_oldest_give_way_where_all_are_too_large(
    path: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_module, "MOST_BYTES", kept.stat().st_size * 3 // 2)
    os.utime(kept, (1, 1))
    load_timeline(write(tmp_path / "more", timeline()))
    assert not kept.exists()
    monkeypatch.setattr(folder_module, "LARGEST", 10)
    assert load_timeline(write(tmp_path / "large", timeline())).events


def test_a_folder_in_the_place_of_the_form_is_left(path: Path, kept: Path) -> None:
    kept.unlink()
    (kept / "something").mkdir(parents=True)
    assert load_timeline(path).events
    assert (kept / "something").is_dir()
    assert [each.name for each in kept.parent.iterdir()] == [kept.name]


@pytest.mark.parametrize("odd", ["file", "dangling", "loop", "pipe", "/dev/null"])
def test_odd_things_in_the_place_of_the_folder_are_done_without(
    path: Path, kept: Path, odd: str
) -> None:
    folder = kept.parent
    kept.unlink()
    folder.rmdir()
    match odd:
        case "file":
            folder.write_bytes(b"")
        case "dangling":
            folder.symlink_to(folder.with_name("nowhere"))
        case "loop":
            folder.symlink_to(folder)
        case "pipe":
            os.mkfifo(folder)
        case device:
            folder.symlink_to(device)
    run = kzt("--timeline", path, "list")
    assert (run.returncode, run.stderr) == (0, "")


def test_a_disk_that_is_full_leaves_nothing_half_written(
    path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.unlink()

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert load_timeline(path).events
    assert not list(kept.parent.iterdir())


def test_a_card_that_cannot_be_read_is_named_with_all_else_that_is_wrong(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event(date="2013-02-29")))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "001.yaml").symlink_to("nowhere")
    with pytest.raises(FileError) as caught:
        load_timeline(path)
    assert [Path(each.file).name for each in caught.value.findings] == ["events.yaml", "001.yaml"]
