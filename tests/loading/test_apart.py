"""What a process of its own makes is what would have been made here, and none outlives its use."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from kztimeline.loading import apart, cache, locations
from kztimeline.loading.apart import StoppedError, made_apart
from kztimeline.loading.cache import load_timeline
from kztimeline.loading.findings import FileError
from kztimeline.query import EVERYTHING
from kztimeline.session.state import kept_index
from kztimeline.session.state.kept_index import prepared_index_of
from kztimeline.timeline.bulk.record_tables import RecordTable

from ..conftest import ROOT
from ..files import event, timeline, write
from ..sampling import mostly_slow
from ..tui.terminal import terminal
from . import apart_jobs

pytestmark = pytest.mark.usefixtures("own_cache")

EVENTS = [event(f"e{n}", f"{1992 + n}", title=f"Envoy speaks {n}") for n in range(9)]
FAILING = {
    "dies at once": "raise SystemExit(3)",
    "is killed": "import os; os.kill(os.getpid(), 9)",
    "writes something else": "print('what is this?')",
    "writes another kind of line": "print('[1]')",
    "ends in the middle": """print('["made", 1000]'); print('abc')""",
    "makes something else": """print('["made", 3]'); print('abc')""",
    "has too little memory": (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**25, 2**25)); b'x' * 2**26"
    ),
}
WITHOUT_END = (
    "import os, sys, time; from pathlib import Path; "
    "Path(os.environ['PID_FILE']).write_text(str(os.getpid())); sys.stdin.read(); os._exit(0)"
)
"""A process that never answers, but ends with the one that started it."""


@pytest.fixture(autouse=True)
def nothing_is_stopped() -> None:
    apart.begin()


@pytest.fixture
def none_too_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every timeline read apart, and every index laid out apart."""
    monkeypatch.setattr(cache, "_LARGE", 0)
    monkeypatch.setattr(kept_index, "MANY", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write(tmp_path, timeline(*EVENTS))


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def runs(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] not in "ZX"


def until_gone(pid: int) -> None:
    until(lambda: not runs(pid))


def pid_in(file: Path) -> int:
    until(lambda: file.exists() and file.read_text(encoding="utf-8") != "")
    return int(file.read_text(encoding="utf-8"))


def kept() -> list[str]:
    folder = locations.user_cache()
    return sorted(each.name.partition("-")[0] for each in folder.glob("*"))


def test_a_job_is_given_all_and_tells_its_steps() -> None:
    told: list[str] = []
    content = bytes(range(256)) * 5000
    path = Path(os.fsdecode(b"odd \xff\n.yaml"))
    made = made_apart(apart_jobs.echo, path, b"\0\xff", content, told.append)
    assert made == b"|".join([bytes(path), b"\0\xff", content])
    assert told == ["one step", "another"]


def test_it_has_the_same_interpreter_and_surroundings_and_little_else() -> None:
    made = made_apart(apart_jobs.surroundings, Path(), b"")
    assert made == repr((sys.executable, str(Path.cwd()), os.environ["HOME"], [])).encode()


def test_what_lies_in_the_present_folder_is_no_part_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "threading", "kztimeline"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert made_apart(apart_jobs.echo, Path("a"), b"b") == b"a|b|"


@pytest.mark.parametrize("job", [apart_jobs.fail, apart_jobs.die])
def test_one_that_fails_makes_nothing_and_says_nothing(
    job: apart.Job, capfd: pytest.CaptureFixture[str]
) -> None:
    assert made_apart(job, Path("a"), b"", b"x" * 1_000_000) is None
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("program", ["", "/dev/null", "/bin/false", "no such program"])
def test_one_that_cannot_be_started_makes_nothing(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert made_apart(apart_jobs.echo, Path("a"), b"", b"x" * 1_000_000) is None


@pytest.mark.usefixtures("none_too_small")
def test_a_timeline_read_apart_is_the_same(path: Path) -> None:
    told: list[str] = []
    there = load_timeline(path, told.append, apart=True)
    (packed,) = locations.user_cache().glob("timeline-*")
    content = packed.read_bytes()
    packed.unlink()
    told_here: list[str] = []
    here = load_timeline(path, told_here.append)
    assert isinstance(there.events, RecordTable)
    assert isinstance(here.events, tuple)
    assert there == here
    assert (there.subject, there.path) == (here.subject, here.path)
    assert packed.read_bytes() == content
    assert told == told_here
    assert len(told) == 3


@pytest.mark.usefixtures("none_too_small")
@pytest.mark.slow
def test_the_built_in_timeline_and_its_cards_are_the_same() -> None:
    there = load_timeline(ROOT / "events.yaml", apart=True)
    assert kept() == ["timeline"]
    assert there == cache.read_anew(ROOT / "events.yaml")
    parts = prepared_index_of(there)
    assert kept() == ["index", "timeline"]
    (file,) = locations.user_cache().glob("index-*")
    assert file.read_bytes() == kept_index.parts_to_carry(ROOT / "events.yaml")
    assert parts.timeline is there


BROKEN = [
    "",
    "timeline: [",
    "a:\n\t- b\n",
    timeline(*EVENTS).replace("1995", "2012-02-30"),
    timeline(*EVENTS).replace("1994", "soon").replace("[talks]", "[walks]"),
    timeline(*EVENTS)[:-30],
    timeline(event(title="Ünïcödé \u2028 \x85", colour="red")),
]


@pytest.mark.usefixtures("none_too_small")
@pytest.mark.parametrize("text", mostly_slow(BROKEN, BROKEN[1::3]))
def test_mistakes_are_the_same(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(FileError) as there:
        load_timeline(path, apart=True)
    with pytest.raises(FileError) as here:
        load_timeline(path)
    assert there.value.findings == here.value.findings
    assert all(type(each) is type(here.value.findings[0]) for each in there.value.findings)
    assert kept() == []


@pytest.mark.slow
@pytest.mark.usefixtures("none_too_small")
def test_a_long_line_with_many_mistakes_is_sent_once(tmp_path: Path) -> None:
    mistakes = ", ".join(f"key{n}: value" for n in range(1000))
    path = write(
        tmp_path, timeline(f"  - {{id: one, date: '1992', title: {'x' * 2**20}, {mistakes}}}\n")
    )
    with pytest.raises(FileError) as there:
        load_timeline(path, apart=True)
    with pytest.raises(FileError) as here:
        load_timeline(path)
    assert there.value.findings == here.value.findings
    lines = {id(each.source_line): len(each.source_line) for each in there.value.findings}
    sizes = [size for size in lines.values() if size > 2**20]
    assert len(here.value.findings) > 900
    assert len(sizes) == 1


@pytest.mark.usefixtures("none_too_small")
@pytest.mark.parametrize("how", FAILING)
def test_the_timeline_opens_where_the_other_process(
    how: str, path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(apart, "_BEGIN", FAILING[how])
    read = load_timeline(path, apart=True)
    assert len(read.events) == 9
    assert kept() == ["timeline"]
    assert len(prepared_index_of(read).run(EVERYTHING)) == 9
    assert kept() == ["index", "timeline"]
    assert capfd.readouterr() == ("", "")
    assert load_timeline(path) == read


@pytest.mark.usefixtures("none_too_small")
def test_where_nothing_can_be_kept_it_is_read_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locations, "user_cache", lambda: locations.NO_HOME)
    read = load_timeline(path, apart=True)
    assert isinstance(read.events, RecordTable)
    assert len(prepared_index_of(read).run(EVERYTHING)) == 9


@pytest.mark.slow
@pytest.mark.usefixtures("none_too_small")
def test_a_file_that_changes_meanwhile_is_read_as_it_was(path: Path) -> None:
    def tell(_step: str) -> None:
        write(path.parent, timeline(*EVENTS[:4]))

    assert len(load_timeline(path, tell, apart=True).events) == 9
    assert len(load_timeline(path, apart=True).events) == 4


def test_what_is_small_is_read_here(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_BEGIN", "")
    monkeypatch.setattr(apart._AtWork, "start", lambda _self: pytest.fail("it was"))
    prepared_index_of(load_timeline(path, apart=True))
    assert kept() == ["index", "timeline"]


def test_who_leaves_waits_for_nothing(tmp_path: Path) -> None:
    file, ended = tmp_path / "pid", []

    def work() -> None:
        with pytest.raises(StoppedError):
            made_apart(apart_jobs.stand_still, file, b"")
        ended.append(True)

    thread = Thread(target=work, daemon=True)
    thread.start()
    pid = pid_in(file)
    apart.stop()
    thread.join(20)
    assert ended
    assert not runs(pid)
    with pytest.raises(StoppedError):
        made_apart(apart_jobs.echo, Path(), b"")


PROGRAM = """
import os, sys
from kztimeline.loading import apart, cache
from kztimeline.session.state import kept_index
if os.environ["ENDLESS"] == "reading":
    cache._LARGE = 0
kept_index.MANY = 0
apart._BEGIN = {begin!r}
from kztimeline.__main__ import main
main()
"""


def program(endless: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Return `kzt` in which the process that does one thing apart never answers."""
    monkeypatch.setenv("PID_FILE", str(file))
    monkeypatch.setenv("ENDLESS", endless)
    return sys.executable, "-c", PROGRAM.format(begin=WITHOUT_END)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code"),
    mostly_slow(
        [
            (signal.SIGINT, 130),
            (signal.SIGTERM, -signal.SIGTERM),
            (signal.SIGKILL, -signal.SIGKILL),
            (signal.SIGHUP, -signal.SIGHUP),
        ],
        [(signal.SIGINT, 130)],
        several=True,
    ),
)
def test_a_reading_that_is_ended_leaves_nothing(
    number: signal.Signals,
    code: int,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = program("reading", tmp_path / "pid", monkeypatch)
    for arguments in (["-t", str(path), "list"], ["-t", str(path)]):
        with terminal(*arguments, command=command) as screen:
            pid = pid_in(tmp_path / "pid")
            screen.send(number)
            assert screen.ended() == code
            # Who is killed puts nothing right.
            assert screen.left_on == [] or number is signal.SIGKILL
            assert "Traceback" not in screen.picture
        until_gone(pid)
        assert kept() == []
        (tmp_path / "pid").unlink()


@pytest.mark.slow
@pytest.mark.parametrize(
    "signal_sent", mostly_slow([None, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL], [None])
)
def test_leaving_the_screen_does_not_wait(
    signal_sent: signal.Signals | None,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = program("index", tmp_path / "pid", monkeypatch)
    with terminal("-t", str(path), command=command) as screen:
        screen.until("Envoy speaks 0")
        pid = pid_in(tmp_path / "pid")
        if signal_sent is None:
            screen.type("q")
        else:
            screen.send(signal_sent)
        screen.ended(2.5)
        assert "Traceback" not in screen.picture
    until_gone(pid)
    assert "index" not in kept()


def test_one_that_stands_still_ends_with_who_asked(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    script = (
        "import sys; from pathlib import Path; from kztimeline.loading.apart import made_apart\n"
        "from tests.loading.apart_jobs import stand_still\n"
        "made_apart(stand_still, Path(sys.argv[1]), b'')"
    )
    asking = subprocess.Popen([sys.executable, "-c", script, str(file)], cwd=ROOT)
    pid = pid_in(file)
    assert runs(pid)
    asking.kill()
    asking.wait()
    until_gone(pid)
