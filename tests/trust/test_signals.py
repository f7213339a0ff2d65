"""Signals and hang-ups at random moments: the terminal as it was found, and nobody left behind."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from kztimeline.loading.locations import user_state
from tests.files import event, timeline, write
from tests.tui.terminal import Terminal, terminal

LONG: Final = int(os.environ.get("KZT_SOAK", "1"))
"""How many times as long as usual the soak takes."""
SIZES: Final = ((80, 24), (120, 40), (40, 12), (20, 5), (200, 60))
OPENED: Final = (
    "",
    "",
    "f",
    "f(",
    "d",
    "d20",
    "?",
    "m",
    ":",
    "v",
    "n",
    "\r",
    "jj\r",
    "o",
    "pn",
    "s",
)
"""What is typed first: it opens a prompt, a dialog, a page, or nothing."""
ENDS: Final = (signal.SIGTERM, signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
MARK: Final = "KZT_MARK_OF_THE_TEST"
HELD_UP: Final = 25.0
"""Seconds within which every process has ended, also what draws the next start."""


class Attack(NamedTuple):
    """What is done to one run of the screen."""

    size: tuple[int, int]
    early: bool
    keys: str
    suspended: bool
    how: str | signal.Signals
    wait: float

    def __str__(self) -> str:
        """Return what would do the same again."""
        return ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())


def some_attack(dice: random.Random) -> Attack:
    how = dice.choice((*ENDS, "hang up", "leave", "leave and hang up"))
    early = dice.random() < 0.4 and not str(how).startswith("leave")
    wait = dice.random() * (2.0 if early else 0.4)
    suspended = not early and dice.random() < 0.3
    return Attack(dice.choice(SIZES), early, dice.choice(OPENED), suspended, how, wait)


def of_the_test(mark: str) -> Iterator[int]:
    """Yield the processes that were begun with a mark in their environment."""
    for process in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if f"{MARK}={mark}\0".encode() in process.read_bytes():
                yield int(process.parent.name)


def run(attack: Attack, path: Path, mark: str) -> None:
    """Do it; the terminal must be as it was, the exit code right, and every process gone."""
    environment = {"KZT_TIMELINE": str(path), MARK: mark}
    with terminal(size=attack.size, environment=environment) as screen:
        if not attack.early:
            taken(screen)
        screen.type(attack.keys)
        if attack.suspended:
            suspend(screen)
        end = time.monotonic() + attack.wait
        while time.monotonic() < end:
            screen.read(0.01)
        finish(attack, screen)
    end = time.monotonic() + HELD_UP
    while left := list(of_the_test(mark)):
        assert time.monotonic() < end, left
        time.sleep(0.05)


def taken(screen: Terminal) -> None:
    """Wait until the program has taken the terminal, and has drawn something."""
    end = time.monotonic() + 30
    while b"\x1b[?2004h" not in screen.raw and time.monotonic() < end:
        screen.read()
    screen.read(0.2)


def suspend(screen: Terminal) -> None:
    screen.send(signal.SIGTSTP)
    screen.until_suspended()
    assert screen.left_on == []
    screen.send(signal.SIGCONT)
    screen.read(0.1)


def leave(screen: Terminal) -> None:
    """Leave as a reader does, who waits for what escape does: with the next key it is another."""
    end = time.monotonic() + 30
    while screen.code is None and time.monotonic() < end:
        for key in ("\x1b", "q"):
            with suppress(OSError):
                screen.type(key)
            screen.read(0.3)


def finish(attack: Attack, screen: Terminal) -> None:
    if isinstance(attack.how, signal.Signals):
        screen.send(attack.how)
        code, number = screen.ended(), int(attack.how)
        # Before the program has begun, the system ends it by the signal itself.
        assert code in (128 + number, -number), (code, str(screen))
        assert screen.left_on == []
        # Python's own start is not ours to silence.
        assert code == -number or b"Traceback" not in screen.raw
    elif attack.how == "hang up":
        screen.hang_up()
        assert screen.ended() in (129, -1)
    else:
        leave(screen)
        if attack.how == "leave and hang up":
            screen.hang_up()
            assert screen.ended() in (0, 129, -1)
        else:
            assert screen.ended() == 0
            assert screen.left_on == []


def attack_at_random(folder: Path, count: int, seed: int) -> None:
    dice = random.Random(seed)
    events = (event(f"e{n}", f"200{n}-03-02", title=f"Envoy speaks {n}") for n in range(9))
    path = write(folder, timeline(*events))
    os.utime(path, (time.time() - 1000,) * 2)
    for number in range(count):
        if number % 20 == 0:
            print(number, "of", count, flush=True)
        attack = some_attack(dice)
        try:
            run(attack, path, f"{folder.name}-{number}")
        except AssertionError as error:
            error.add_note(f"{number}: {attack}")
            for report in user_state().glob("crash-*.txt"):
                error.add_note(report.read_text(encoding="utf-8"))
            raise


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.slow
def test_two_signals_at_random(folder: Path) -> None:
    attack_at_random(folder, 2, 5)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_two_hundred_signals_at_random(folder: Path) -> None:
    attack_at_random(folder, 200 * LONG, 1991)
