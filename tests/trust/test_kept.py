"""What a user keeps: never overwritten, never thinned, whole after a kill."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kztimeline.loading.files.disk import write_whole
from kztimeline.session.pins import Pinboard, Pins, PinState, change_pins, load_pins
from kztimeline.session.resume import memory_of
from kztimeline.session.saved_views import keep_last_view, last_view, save_view, saved_views
from kztimeline.session.state.state_files import state_file, timeline_key
from kztimeline.session.state.view_records import read_view
from kztimeline.session.telling.undoing import PinSteps
from kztimeline.session.view import History, View
from tests.commands import MODULE
from tests.sampling import mostly_slow
from tests.tui.driving import reading
from tests.tui.sample import sample

KEY = timeline_key(sample())


def keep(name: str, content: object) -> Path:
    path = state_file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def kept(name: str) -> Any:
    return json.loads(state_file(name).read_text(encoding="utf-8"))


def pin_something(_made: Pins) -> Pins:
    return _made.with_pin("vote")


# Unreadable, damaged, odd


def unread(path: Path) -> tuple[int, ...]:
    """What tells whether a file is still the same; to follow a link alters when it was read."""
    found = path.lstat()
    return found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns


@pytest.mark.parametrize("kind", ["folder", "ring", "pipe", "device"])
def test_pins_that_cannot_be_read_are_not_overwritten(kind: str) -> None:
    path = state_file("pins")
    path.parent.mkdir(parents=True)
    make: dict[str, Callable[[], object]] = {
        "folder": path.mkdir,
        "ring": lambda: path.symlink_to("pins.json"),
        "pipe": lambda: os.mkfifo(path),
        "device": lambda: path.symlink_to("/dev/zero"),
    }
    make[kind]()
    before = unread(path)
    assert "cannot be read" in load_pins(sample())[1]
    with pytest.raises(OSError, match="cannot be read"):
        change_pins(sample(), pin_something)
    assert unread(path) == before


@pytest.mark.skipif(os.getuid() == 0, reason="root may read everything")
def test_pins_that_must_not_be_read_are_not_overwritten() -> None:
    path = keep("pins", {KEY: {"pinned": ["press"]}})
    path.chmod(0)
    with pytest.raises(OSError, match="cannot be read"):
        change_pins(sample(), pin_something)
    path.chmod(0o600)
    assert kept("pins") == {KEY: {"pinned": ["press"]}}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": ' + "[" * 90_000, "\0\0\0", "null", "3"])
def test_damaged_pins_are_set_aside_by_the_next_pin(content: str) -> None:
    path = keep("pins", content)
    made, notice = change_pins(sample(), pin_something)
    assert made.pinned == ("vote",)
    assert "pins.json.damaged" in notice
    assert path.with_name("pins.json.damaged").read_text(encoding="utf-8") == content


def test_links_are_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.json"
    target.write_text("{no json", encoding="utf-8")
    path = state_file("pins")
    path.parent.mkdir(parents=True)
    path.symlink_to(target)
    change_pins(sample(), pin_something)
    assert path.is_symlink()
    assert json.loads(target.read_text(encoding="utf-8"))[KEY]["pinned"] == ["vote"]
    assert (tmp_path / "elsewhere.json.damaged").read_text(encoding="utf-8") == "{no json"


@pytest.mark.parametrize(
    "own",
    [
        {"pinned": ["press", 3, None], "notes": {"press": "Ask.", "vote": 4}, "colours": {"x": 1}},
        {"pinned": "press", "notes": ["x"]},
        {"pinned": {"press": 1}},
        ["press"],
        "press",
        None,
    ],
)
def test_what_is_not_understood_stays_in_the_file(own: object) -> None:
    keep("pins", {KEY: own, "another": {"pinned": ["x"]}, "version": 7})
    _pins, notice = load_pins(sample())
    assert "not understood" in notice
    change_pins(sample(), lambda pins: pins.noted("gone", "A note."))
    after = kept("pins")
    assert after["another"] == {"pinned": ["x"]}
    assert after["version"] == 7
    for part in leaves(own):
        assert part in leaves(after), part


def leaves(value: object) -> list[object]:
    """The values at the ends of all branches of some JSON."""
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]


def test_unknown_fields_of_the_last_view_stay() -> None:
    keep("last", {KEY: {"query": "vote", "later": {"x": 1}}})
    keep_last_view(sample(), View(find="x"))
    assert kept("last") == {KEY: {"find": "x", "later": {"x": 1}}}


# Each field wrong

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 3, 10**30, 1.5, "", "x", "\x1b[31m", "9999-99", "02-31", "2012e\u0301",
    [], ["x"], [1], [True], [[]], [None], {}, {"a": 1}, "x" * 20_000, [10**9],
)  # fmt: skip


@pytest.mark.parametrize("field", View._fields)
def test_a_field_of_any_value_leaves_a_view_that_can_be_shown(field: str) -> None:
    for value in ODD:
        view, strange = read_view({"query": "vote", field: value})
        assert field == "query" or view.query == "vote"
        if strange:
            assert strange[0].startswith(field)
            assert getattr(view, field) == getattr(View(), field)


@pytest.mark.slow
async def test_the_screen_opens_at_a_last_view_with_every_field_wrong() -> None:
    for value in ("weeks", [10**9], -5, "2012e\u0301"):
        keep("last", {KEY: dict.fromkeys(View._fields, value)})
        memory = memory_of(sample())
        async with reading(memory=memory, size=(80, 24)) as reader:
            await reader.press("j", "enter", "escape")
            assert reader.app.is_running
        if memory.notice:
            memory.keep(View(query="vote"))
            assert memory_of(sample()).notice == "", "said once"


@pytest.mark.slow
async def test_the_screen_opens_at_each_single_wrong_field() -> None:
    for field in ("zoom", "page", "on_day", "as_of", "asked", "band", "opened", "trail", "cursor"):
        for value in ("weeks", "99-99", [10**9], ["x"], -5, 10**6):
            keep("last", {KEY: {field: value}})
            async with reading(memory=memory_of(sample()), size=(60, 20)) as reader:
                await reader.press("j")
                assert reader.app.is_running


def test_a_bad_part_of_a_saved_view_is_left_out_and_said() -> None:
    keep("views", {KEY: {"a": {"query": "vote", "zoom": "weeks"}, "b": [], "c": {"query": "x"}}})
    views, notice, _wider = saved_views(sample())
    assert views == {"a": View(query="vote"), "c": View(query="x")}
    assert "@a: zoom 'weeks' and one more are not understood and were left out" in notice
    save_view(sample(), "d", View())
    assert kept("views")[KEY]["a"] == {"query": "vote", "zoom": "weeks"}
    assert kept("views")[KEY]["b"] == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([KEY, "pinned", "notes", *View._fields]), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=12, deadline=None)
@given(JSON)
def test_any_json_is_read_and_nothing_of_it_lost(content: object) -> None:
    whole = {KEY: content}
    keep("pins", whole)
    load_pins(sample())
    change_pins(sample(), pin_something)
    change_pins(sample(), pin_something)
    assert {str(leaf) for leaf in leaves(content) if leaf not in (None, "")} <= {
        str(leaf) for leaf in leaves(kept("pins"))
    } | {"vote"}
    read_view(content)


# Several windows

PINNING = """
import sys
from kztimeline.session.pins import change_pins
from tests.tui.sample import sample
made = sample()
for number in range(int(sys.argv[2])):
    change_pins(made, lambda pins: pins.with_pin(f"{sys.argv[1]}-{number}"))
"""


def windows(count: int, pins: int) -> list[subprocess.Popen[bytes]]:
    command = (sys.executable, "-c", PINNING)
    return [subprocess.Popen([*command, str(n), str(pins)]) for n in range(count)]


@pytest.mark.slow
def test_four_windows_that_pin_at_once_keep_every_pin() -> None:
    for process in windows(4, 25):
        assert process.wait() == 0
    assert len(load_pins(sample())[0].pinned) == 100


KEEPING = """
import sys, time
from kztimeline.session.pins import change_pins
from kztimeline.session.saved_views import keep_last_view, save_view
from kztimeline.session.telling.undoing import PinSteps
from kztimeline.session.view import History, View
from tests.tui.sample import sample
made, me, end = sample(), sys.argv[1], time.monotonic() + float(sys.argv[2])
number = 0
while time.monotonic() < end:
    change_pins(made, lambda pins: pins.with_pin(f"{me}-{number}"))
    change_pins(made, lambda pins: pins.noted(f"{me}-{number}-noted", f"{me} says {number}"))
    save_view(made, f"v{me}-{number}", View(query=f"{me} {number}"))
    keep_last_view(made, View(query=me))
    number += 1
print(number)
"""


def windows_keep_everything(count: int, seconds: float) -> int:
    """Have windows pin, note and save at once; return how many rounds they made together."""
    command = (sys.executable, "-c", KEEPING)
    running = [
        subprocess.Popen([*command, str(n), str(seconds)], stdout=subprocess.PIPE, text=True)
        for n in range(count)
    ]
    rounds = [int(process.communicate()[0]) for process in running]
    pins, views = load_pins(sample())[0], saved_views(sample())[0]
    pinned = {f"{n}-{at}" for n, made in enumerate(rounds) for at in range(made)}
    assert set(pins.pinned) == pinned | {f"{each}-noted" for each in pinned}
    assert len(pins.pinned) == 2 * len(pinned)
    assert pins.notes == {f"{each}-noted": each.replace("-", " says ") for each in pinned}
    assert views == {f"v{each}": View(query=each.replace("-", " ")) for each in pinned}
    assert last_view(sample())[0].query in {str(n) for n in range(count)}
    return sum(rounds)


@pytest.mark.slow
def test_windows_that_pin_note_and_save_at_once_lose_nothing() -> None:
    assert windows_keep_everything(3, 0.5) > 3


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_eight_windows_for_half_a_minute() -> None:
    print(windows_keep_everything(8, 30.0), "rounds")


EVENTS = ("vote", "press", "strike")


class Window:
    """A window as it is promised to be: what it did to each event, in order."""

    def __init__(self) -> None:
        self.board, self.steps = Pinboard(sample), PinSteps()
        self.did: list[tuple[str, PinState, PinState]] = []
        self.undid: list[tuple[str, PinState, PinState]] = []

    def do(self, event: str, change: Callable[[Pins], Pins]) -> None:
        if made := self.board.change(event, change):
            self.steps.remember(History(View()), made, "")

    def take(self, done: Any, undone: Any, model: dict[str, PinState]) -> None:
        """Take the last step of some back in the model, unless somebody changed its event."""
        event, before, after = done.pop()
        if model[event] == after:
            model[event] = before
            undone.append((event, after, before))


@pytest.mark.parametrize("seed", mostly_slow(range(8), [2]))
def test_two_windows_that_undo_and_redo_at_random_take_back_only_their_own(seed: int) -> None:
    chance, history = random.Random(seed), History(View())
    both = Window(), Window()
    model = dict.fromkeys(EVENTS, PinState(False))
    for number in range(60):
        window, event = chance.choice(both), chance.choice(EVENTS)
        kind = chance.choice(["pin", "unpin", "note", "undo", "undo", "redo"])
        if kind in ("undo", "redo"):
            of = (window.did, window.undid) if kind == "undo" else (window.undid, window.did)
            getattr(window.steps, kind)(history, window.board.put)
            if of[0]:
                window.take(*of, model)
        else:
            before, note = model[event], f"note {number}"
            pinned = before._replace(pinned=kind != "unpin")
            model[event] = pinned._replace(note=note) if kind == "note" else pinned
            changes: dict[str, Callable[[Pins], Pins]] = {
                "pin": lambda pins, event=event: pins.with_pin(event),  # type: ignore[misc]
                "unpin": lambda pins, event=event: pins.without_pin(event),  # type: ignore[misc]
                "note": lambda pins, event=event, note=note: pins.noted(event, note),  # type: ignore[misc]
            }
            window.do(event, changes[kind])
            if model[event] != before:
                window.did.append((event, before, model[event]))
                window.undid.clear()
        found = load_pins(sample())[0]
        assert {event: found.state_of(event)._replace(behind=()) for event in EVENTS} == model


def test_a_window_that_stands_still_does_not_hold_others_up_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from kztimeline.loading.files import lock

    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    change_pins(sample(), pin_something)
    with lock.locked(state_file("pins")), pytest.raises(TimeoutError):
        change_pins(sample(), pin_something)
    assert load_pins(sample())[0].pinned == ("vote",)


# Killed


def kill_at_random(rounds: int, seed: int) -> None:
    dice = random.Random(seed)
    total = 0
    for number in range(rounds):
        process = subprocess.Popen([sys.executable, "-c", PINNING, f"r{number}", "100000"])
        before = len(kept("pins")[KEY]["pinned"]) if state_file("pins").exists() else 0
        while not state_file("pins").exists() or len(kept("pins")[KEY]["pinned"]) == before:
            time.sleep(0.005)
        time.sleep(dice.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = len(kept("pins")[KEY]["pinned"])
        assert now > total, "a pin was lost"
        total = now
    change_pins(sample(), pin_something)
    assert sorted(path.name for path in state_file("pins").parent.iterdir()) == ["pins.json"]


def test_a_kill_leaves_no_half_and_the_next_writer_sweeps() -> None:
    kill_at_random(2, 14)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_a_hundred_kills() -> None:
    kill_at_random(100, 1991)


def test_the_temporary_file_of_a_living_writer_is_not_swept(tmp_path: Path) -> None:
    from kztimeline.loading.files import disk

    staged = disk._stage(tmp_path / "one", b"1")
    write_whole(tmp_path / "two", b"2")
    assert staged.temporary.exists()
    staged.stream.close()
    write_whole(tmp_path / "two", b"3")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["two"]


def test_content_reaches_the_disk_before_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def sync(number: int) -> None:
        done.append("fsync")
        fsync(number)

    def rename(one: Path, other: Path) -> Path:
        done.append("rename")
        return replace(one, other)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", rename)
    write_whole(tmp_path / "one", b"1")
    assert done == ["fsync", "rename", "fsync"]


def test_last_view_of_a_killed_screen_is_whole() -> None:
    keep_last_view(sample(), View(query="vote"))
    assert last_view(sample()) == (View(query="vote"), "")


@pytest.mark.slow
def test_no_command_starts_a_crash_at_a_damaged_last_view() -> None:
    keep("last", {"built-in": {"zoom": "weeks"}})
    run = subprocess.run([*MODULE, "list", "id:x"], capture_output=True, text=True, check=False)
    assert "Traceback" not in run.stderr
