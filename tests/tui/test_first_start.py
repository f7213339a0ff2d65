"""The first start after an installation: what the wheel carries is shown, and compared later."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kztimeline.loading import cache, locations
from kztimeline.tui.first_frame.keeping import OUT_OF_DATE
from tests.files import event, timeline, write
from tests.tui.terminal import Terminal, terminal

INSTALLED = time.time() - 1000
START = """\
from pathlib import Path
from kztimeline.loading import locations
locations.builtin_timeline = lambda: Path({path!r})
locations.carried_timeline = lambda: Path({carried!r})
from kztimeline.__main__ import main
main()
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built-in timeline that was just installed, with what its wheel carries beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = write(tmp_path, timeline(event(title="Envoy leaves")))
    carried_beside(made).write_bytes(cache.timeline_to_carry(made))
    for each in (made, carried_beside(made)):
        os.utime(each, (INSTALLED, INSTALLED))
    return made


def carried_beside(path: Path) -> Path:
    return path.with_name("timeline.packed")


@contextmanager
def started(path: Path) -> Iterator[Terminal]:
    """Start the program that has this built in, and leave by the key at the end."""
    script = START.format(path=str(path), carried=str(carried_beside(path)))
    with terminal(size=(100, 30), command=(sys.executable, "-c", script)) as screen:
        yield screen
        screen.type("q")
        assert screen.ended() == 0


@pytest.fixture
def built_in(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same timeline, built in for the tests themselves."""
    monkeypatch.setattr(locations, "builtin_timeline", lambda: path)
    monkeypatch.setattr(locations, "carried_timeline", lambda: carried_beside(path))
    return path


def edit(path: Path, seconds: float) -> None:
    """Write the timeline with another title, so long after it was installed."""
    path.write_text(path.read_text(encoding="utf-8").replace("leaves", "speaks"), "utf-8")
    os.utime(path, (INSTALLED + seconds, INSTALLED + seconds))


@pytest.mark.slow
def test_what_the_wheel_carries_is_shown_and_is_true(path: Path) -> None:
    with started(path) as screen:
        screen.until("Envoy leaves")
        screen.read(1)
        assert OUT_OF_DATE not in screen.picture


@pytest.mark.slow
def test_what_the_wheel_carries_and_is_not_true_is_drawn_anew(path: Path) -> None:
    edit(path, 0)
    with started(path) as screen:
        screen.until(OUT_OF_DATE)
        screen.until("Envoy speaks")
        assert "leaves" not in screen.picture


@pytest.mark.slow
def test_what_was_written_after_the_installation_is_shown_from_the_first(path: Path) -> None:
    edit(path, 100)
    with started(path) as screen:
        screen.until("Envoy speaks")
        assert b"leaves" not in screen.raw


@pytest.mark.parametrize(("seconds", "is_trusted"), [(0, True), (30, True), (100, False)])
def test_a_wheel_is_trusted_as_far_as_its_files_look_as_installed(
    built_in: Path, seconds: float, is_trusted: bool
) -> None:
    whole = cache.load_timeline(built_in)
    os.utime(built_in, (INSTALLED + seconds, INSTALLED + seconds))
    assert cache.carried_subject(built_in) == (whole.subject if is_trusted else None)


def test_a_card_that_was_written_later_counts_too(built_in: Path) -> None:
    assert cache.carried_subject(built_in)
    card = built_in.parent / "seeds" / "000.yaml"
    card.parent.mkdir()
    card.touch()
    assert cache.carried_subject(built_in) is None


@pytest.mark.parametrize("content", [b"", b"kzt timeline  1\n", b"something else" * 10])
def test_what_is_damaged_or_not_there_vouches_for_nothing(built_in: Path, content: bytes) -> None:
    carried = carried_beside(built_in)
    carried.write_bytes(content)
    assert cache.carried_subject(built_in) is None
    carried.unlink()
    assert cache.carried_subject(built_in) is None
    assert cache.carried_subject(built_in.with_name("other.yaml")) is None
