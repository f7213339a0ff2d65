"""The terminal is left as it was found, however the program ends."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from kztimeline.loading.cache import load_timeline
from kztimeline.loading.locations import user_state
from kztimeline.session.pins import change_pins
from kztimeline.session.state.state_files import state_file
from tests.files import event, timeline, write
from tests.tui.terminal import KZT, Terminal, terminal

EVENTS = [
    event(f"e{n}", f"200{n}-03-02", title=f"Envoy speaks for the {n}. time") for n in range(9)
]
ENDINGS = {
    signal.SIGTERM: 143,
    signal.SIGHUP: 129,
    signal.SIGINT: 130,
    signal.SIGQUIT: 131,
}

SHELL = ("bash", "--norc", "--noprofile", "-i")
"""A shell with job control."""


SLOW = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the timeline, which is validated once for all tests."""
    folder = tmp_path_factory.mktemp("place")
    write(folder, timeline(*EVENTS))
    return folder


@pytest.fixture
def path(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(place / "cache"))
    return place / "events.yaml"


def opened(path: Path, *more: str) -> tuple[str, ...]:
    return ("-t", str(path), *more)


def last_cursor() -> str:
    kept = json.loads(state_file("last").read_text(encoding="utf-8"))
    (view,) = kept.values()
    cursor = view["cursor"]
    assert isinstance(cursor, str)
    return cursor


def ready(screen: Terminal) -> None:
    screen.until("Envoy speaks for the 0. time")
    screen.read(0.2)


def to_the_third(screen: Terminal) -> None:
    screen.type("jj")
    screen.until("2 Mar 2002")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "keys"),
    [
        (signal.SIGTERM, ""),
        (signal.SIGHUP, ""),
        pytest.param(signal.SIGINT, "", marks=SLOW),
        pytest.param(signal.SIGQUIT, "", marks=SLOW),
        *(pytest.param(signal.SIGTERM, key, marks=SLOW) for key in "f?m:"),
    ],
)
def test_a_signal_leaves_the_terminal_as_it_was(
    number: signal.Signals, keys: str, path: Path
) -> None:
    with terminal(*opened(path)) as screen:
        ready(screen)
        assert "alternate screen" in screen.left_on
        to_the_third(screen)
        screen.type(keys)
        screen.send(number)
        assert screen.ended() == ENDINGS[number]
        assert screen.left_on == []
    assert last_cursor() == "e2"


@pytest.mark.slow
def test_leaving_does_not_wait_for_who_reads_keys(path: Path) -> None:
    patient = (
        "import kztimeline.tui.terminal as terminal; terminal._TICK = 600.0\n"
        "from kztimeline.__main__ import main; main()"
    )
    with terminal(*opened(path), command=(sys.executable, "-c", patient)) as screen:
        ready(screen)
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
def test_a_second_signal_does_no_harm(path: Path) -> None:
    with terminal(*opened(path)) as screen:
        ready(screen)
        screen.send(signal.SIGTERM)
        screen.send(signal.SIGHUP)
        assert screen.ended() in {129, 143}
        assert screen.left_on == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "ignore", [pytest.param((), marks=SLOW, id="told"), pytest.param((signal.SIGHUP,), id="nohup")]
)
def test_nothing_runs_on_without_its_terminal(
    ignore: tuple[signal.Signals, ...], path: Path
) -> None:
    with terminal(*opened(path), ignore=ignore) as screen:
        ready(screen)
        to_the_third(screen)
        screen.hang_up()
        assert screen.ended(8) == 129
    assert last_cursor() == "e2"


@SLOW
def test_a_signal_that_is_ignored_stays_ignored(path: Path) -> None:
    with terminal(*opened(path), ignore=(signal.SIGHUP,)) as screen:
        ready(screen)
        screen.send(signal.SIGHUP)
        screen.type("G")
        screen.until("Envoy speaks for the 8. time")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
def test_a_terminal_that_takes_no_output_holds_nothing_up(path: Path) -> None:
    with terminal(*opened(path), size=(200, 60)) as screen:
        ready(screen)
        for _ in range(60):
            os.write(screen._master, b"jzD")
            time.sleep(0.01)
        screen.send(signal.SIGTERM)
        end = time.monotonic() + 8
        while screen.code is None and time.monotonic() < end:
            time.sleep(0.05)
        assert screen.code == 143


# Suspended


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", [(b"j", b"f"), pytest.param((b"?", b"\x1b", b"m", b"\x1b", b"d"), marks=SLOW)]
)
def test_ctrl_z_suspends_and_comes_back(keys: tuple[bytes, ...], path: Path) -> None:
    with terminal(*opened(path)) as screen:
        ready(screen)
        for before in keys:
            screen.type(before)
            screen.read(0.4)
            picture = screen.picture
            screen.type(b"\x1a")
            screen.until_suspended()
            assert screen.left_on == []
            screen.screen.reset()
            screen.send(signal.SIGCONT)
            screen.until(picture)
            assert "raw input" in screen.left_on
        screen.type(b"\x1b")
        screen.type(b"q")
        assert screen.ended() == 0
        assert screen.left_on == []


AMID_WRITING = """
import os, queue, signal, sys
from textual.drivers import _writer_thread
class Queue(queue.Queue):
    def _put(self, item):
        super()._put(item)
        if os.path.exists(sys.argv[-1] + ".now"):
            os.remove(sys.argv[-1] + ".now")
            os.kill(os.getpid(), signal.SIGTSTP)
_writer_thread.Queue = Queue
from kztimeline.__main__ import main
main()
"""


@pytest.mark.slow
def test_a_suspension_amid_a_writing_does_not_wait_for_itself(path: Path, tmp_path: Path) -> None:
    own = write(tmp_path, path.read_text(encoding="utf-8"))
    with terminal(*opened(own), command=(KZT[0], "-c", AMID_WRITING)) as screen:
        ready(screen)
        own.with_name(f"{own.name}.now").touch()
        screen.type("j")
        screen.until_suspended()
        assert screen.left_on == []
        screen.send(signal.SIGCONT)
        screen.until("Envoy speaks for the 1. time")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
def test_a_suspended_program_can_be_ended(path: Path) -> None:
    with terminal(*opened(path)) as screen:
        ready(screen)
        screen.type(b"j\x1a")
        screen.until_suspended()
        screen.send(signal.SIGTERM)
        screen.send(signal.SIGCONT)
        assert screen.ended() == 143
        assert screen.left_on == []
    assert last_cursor() == "e1"


def threads_at_rest(screen: Terminal) -> int:
    """Return how many threads the program has once it starts no more for a while."""
    counts: list[int] = []
    while len(set(counts[-5:])) != 1 or len(counts) < 5:
        screen.read(0.3)
        counts.append(len(list(Path(f"/proc/{screen.pid}/task").iterdir())))
    return counts[-1]


@pytest.mark.slow
def test_to_be_told_to_go_on_takes_the_terminal_once(path: Path) -> None:
    """Also where nobody stopped it, or somebody else did, without a word."""
    with terminal(*opened(path)) as screen:
        ready(screen)
        before = threads_at_rest(screen)
        for number in (signal.SIGCONT, signal.SIGCONT, signal.SIGSTOP, signal.SIGCONT):
            screen.send(number)
            screen.read(0.3)
        screen.type("G")
        screen.until("Envoy speaks for the 8. time")
        assert threads_at_rest(screen) == before
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
@pytest.mark.parametrize("line", ["{}", "bash -c '{}; exit $?'"])
def test_a_shell_has_the_terminal_while_the_program_is_suspended(line: str, path: Path) -> None:
    """Also where something else, as `uv run` does, waits for the program to end."""
    with terminal(command=SHELL, environment={"PS1": "$ "}) as screen:
        screen.until("$")
        screen.type(line.format(" ".join((*KZT, *opened(path)))) + "\n")
        ready(screen)
        screen.type(b"\x1a")
        screen.screen.reset()
        screen.type("stty -a | grep -ow icanon; echo $((6 * 7)) there\n")
        screen.until("42 there")
        assert "icanon" in screen.lines
        screen.screen.reset()
        screen.type("fg\n")
        ready(screen)
        screen.type("q")
        screen.screen.reset()
        screen.type("echo ended $?\n")
        screen.until("ended 0")


def in_shell(screen: Terminal, path: Path, line: str) -> None:
    """Have a shell with job control run a line, in which the screen stands for `{}`."""
    screen.until("$")
    screen.type(line.format(" ".join((*KZT, *opened(path)))) + "\n")


def ask(screen: Terminal, line: str, answer: str) -> None:
    """Type a line to the shell until its answer is seen."""
    for _ in range(40):
        screen.screen.reset()
        screen.type(f"{line}\n")
        screen.read(0.3)
        if answer in screen.picture:
            return
    raise AssertionError(str(screen))


@SLOW
@pytest.mark.parametrize("to_background", ["{} &", "bash -c '{}; exit $?' &", "suspended"])
def test_in_the_background_the_screen_waits_for_the_foreground(
    to_background: str, path: Path
) -> None:
    with terminal(command=SHELL, environment={"PS1": "$ "}) as screen:
        if to_background == "suspended":
            in_shell(screen, path, "{}")
            ready(screen)
            screen.type(b"\x1a")
            screen.type("bg\n")
        else:
            in_shell(screen, path, to_background)
        ask(screen, "jobs", "Stopped")
        ask(screen, "bg; sleep 1; jobs", "Stopped")
        ask(screen, "stty -a | grep -ow icanon; echo $((6 * 7)) there", "icanon 42 there")
        screen.screen.reset()
        screen.type("fg\n")
        ready(screen)
        to_the_third(screen)
        screen.type(b"\x1a")
        ask(screen, "jobs", "Stopped")
        screen.type("fg\n")
        screen.until("Envoy speaks for the 2. time")
        screen.type("q")
        ask(screen, "echo ended $?; stty -a | grep -ow icanon", "ended 0 icanon")
        assert "Traceback" not in screen.raw.decode()


@SLOW
@pytest.mark.parametrize("was_drawn", [False, True])
@pytest.mark.parametrize("signals", ["TERM", "HUP", "INT"])
def test_killed_in_the_background_the_screen_ends_without_a_word(
    signals: str, was_drawn: bool, path: Path
) -> None:
    with terminal(command=SHELL, environment={"PS1": "$ "}) as screen:
        in_shell(screen, path, "{}" if was_drawn else "{} &")
        if was_drawn:
            ready(screen)
            screen.type(b"\x1a")
            screen.type("bg\n")
        ask(screen, "jobs", "Stopped")
        before = len(screen.raw)
        screen.type(f"kill -{signals} %1; kill -CONT %1\n")
        ask(screen, "jobs; echo $((6 * 7)) there", "there 42 there")
        ask(screen, "stty -a | grep -ow icanon; echo $((6 * 7)) there", "icanon 42 there")
        said = screen.raw[before:].decode()
        assert "Traceback" not in said
        assert "\x1b[?1049" not in said


@pytest.mark.slow
def test_where_no_shell_could_bring_it_to_the_foreground_the_screen_says_so(path: Path) -> None:
    with terminal(command=SHELL, environment={"PS1": "$ "}) as screen:
        in_shell(screen, path, "bash -c '(sleep 0.5; {} </dev/tty; echo ended $?) &'")
        screen.until("the screen needs the foreground of its terminal")
        screen.until("Start it without `&`.")
        screen.until("ended 2")
        assert "\x1b[?1049" not in screen.raw.decode()


# What is typed


STRANGE: tuple[bytes, ...] = (
    b"\xff",
    b"\x80\xfe",
    b"\xe9t\xe9",
    b"\xd0",
    b"\xf0\x9f\x98",
    b"\xed\xa0\x80",
    b"\x1b[M\xff\xfe\xfd",
    b"\x1b[9999999999u",
    b"\x1b[1;1;99999999999u",
    b"\x1b[200~caf\xe9 \xff\x1b[201~",
    bytes(range(128, 256)) * 20,
)


@SLOW
@pytest.mark.parametrize("case", [slice(0, 3), slice(3, None)])
def test_bytes_that_are_no_text_are_not_the_end(case: slice, path: Path) -> None:
    with terminal(*opened(path)) as screen:
        ready(screen)
        for strange in STRANGE[case]:
            screen.type(strange)
            screen.type(b"\x1b\x1b")
            screen.type("G")
            screen.until("Envoy speaks for the 8. time")
            screen.type("g")
            screen.until("Envoy speaks for the 0. time")
        screen.type("f")
        for strange in STRANGE[case]:
            screen.type(strange[:20] + b"\x15envoy")
            assert screen.code is None, strange
        screen.until("filter envoy")
        screen.type(b"\x1b\x1b")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@pytest.mark.slow
def test_what_is_text_beside_such_bytes_is_taken(path: Path) -> None:
    with terminal(*opened(path)) as screen:
        ready(screen)
        screen.type(b"f\x1b[200~en\xffvoy\x1b[201~")
        screen.until("en\ufffdvoy")
        screen.type(b"\x15sp" + "é".encode()[:1])
        screen.type("é".encode()[1:])
        screen.until("spé")


@pytest.mark.slow
@pytest.mark.parametrize(
    "encoding",
    ["latin-1", *(pytest.param(each, marks=SLOW) for each in ("ascii", "koi8-r", "ascii:strict"))],
)
def test_a_terminal_that_lacks_letters_is_drawn_in_those_it_has(
    encoding: str, tmp_path: Path
) -> None:
    named = write(tmp_path, timeline(event(title="Envoy 中国 \u049bol speaks for the 0. time")))
    with terminal(*opened(named), environment={"PYTHONIOENCODING": encoding}) as screen:
        screen.until("Envoy ???? ?ol speaks for the 0. time")
        screen.type("?")
        screen.until("+- Help ---")
        assert b"\\u2" not in screen.raw
        screen.type("\x1bf")
        screen.type("caf\xe9".encode("latin-1") if encoding == "latin-1" else b"cafe")
        screen.read(0.3)
        if encoding == "latin-1":
            assert b"caf\xe9" in screen.raw
        screen.type("\x1b\x1b")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


# The editor


def editor(folder: Path, script: str) -> str:
    made = write(folder, f"#!/bin/sh\n{script}\n", "ed.sh")
    made.chmod(0o755)
    return str(made)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("no-such-editor", "no-such-editor could not be started: there is no such command."),
        pytest.param("/dev/null", "/dev/null could not be started", marks=SLOW),
        pytest.param("~/nowhere/ed", "could not be started", marks=SLOW),
        pytest.param("true", "", marks=SLOW),
        pytest.param("false", "false ended with code 1.", marks=SLOW),
    ],
)
def test_an_editor_that_cannot_be_had_leaves_the_screen(named: str, said: str, path: Path) -> None:
    with terminal(*opened(path), environment={"EDITOR": named}) as screen:
        ready(screen)
        screen.type("jE")
        if said:
            screen.until(said)
        screen.type("G")
        screen.until("Envoy speaks for the 8. time")
        assert "raw input" in screen.left_on
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@pytest.mark.slow
def test_a_script_that_cannot_be_run_leaves_the_screen(path: Path, tmp_path: Path) -> None:
    named = write(tmp_path, "#!/no/such/interpreter\n", "ed")
    named.chmod(0o755)
    with terminal(*opened(path), environment={"EDITOR": str(named)}) as screen:
        ready(screen)
        screen.type("E")
        screen.until("ed could not be started: No such file or directory.")
        screen.type("q")
        assert screen.ended() == 0
        assert screen.left_on == []


@SLOW
def test_the_editor_has_the_terminal_as_it_was_found(path: Path, tmp_path: Path) -> None:
    named = editor(tmp_path, f"stty -a >{tmp_path}/stty; echo ready >{tmp_path}/done")
    with terminal(*opened(path), environment={"EDITOR": named}) as screen:
        ready(screen)
        screen.type("E")
        screen.until("Envoy speaks")
        assert (tmp_path / "done").exists()
        assert " icanon" in (tmp_path / "stty").read_text(encoding="utf-8")
        screen.type("q")
        assert screen.ended() == 0


@SLOW
def test_ctrl_c_is_for_the_editor_and_a_signal_waits_for_its_end(
    path: Path, tmp_path: Path
) -> None:
    named = editor(
        tmp_path, f"trap 'echo hit >>{tmp_path}/int' INT; touch {tmp_path}/up; sleep 1; sleep 1"
    )
    with terminal(*opened(path), environment={"EDITOR": named}) as screen:
        ready(screen)
        screen.type("jE")
        while not (tmp_path / "up").exists():
            screen.read()
        screen.type(b"\x03")
        screen.until("Envoy speaks for the 1. time")
        assert screen.code is None
        (tmp_path / "up").unlink()
        screen.type("E")
        while not (tmp_path / "up").exists():
            screen.read()
        screen.send(signal.SIGTERM)
        assert screen.ended() == 143
        assert screen.left_on == []
    assert last_cursor() == "e1"


# A failure


FAILING = """
import sys
from kztimeline.session import crash_reports as crash
from kztimeline.tui.screens.files import Files
crash.EARLY = 0
def fail(files):
    note = "nobody may read this"
    raise {error}
Files.reload = fail
from kztimeline.__main__ import main
main()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "error",
    [
        pytest.param("IndexError('list index out of range')", marks=SLOW),
        "ValueError(f'bad: {note}')",
        pytest.param("RuntimeError()", marks=SLOW),
    ],
)
def test_a_failure_leaves_a_report_and_the_terminal(error: str, path: Path) -> None:
    change_pins(load_timeline(path), lambda pins: pins.noted("e1", "nobody may read this"))
    script = FAILING.replace("{error}", error)
    with terminal(*opened(path), command=(KZT[0], "-c", script)) as screen:
        ready(screen)
        screen.type("jp")
        screen.read(0.3)
        screen.type("f0e")
        screen.type("\r")
        screen.type("R")
        assert screen.ended() == 1
        assert screen.left_on == []
        name = error.partition("(")[0]
        assert f"kzt: the screen has failed ({name}); what it was doing is in" in screen.picture
        assert "nobody may read this" not in screen.raw.decode()
        assert "Traceback" not in screen.raw.decode()
    (report,) = user_state().glob("crash-*.txt")
    text = report.read_text(encoding="utf-8")
    assert text.startswith("kzt 0")
    assert name in text
    assert "commands" in text or "fail" in text
    assert '"query": "0e"' in text
    assert "nobody may read this" not in text
    assert report.stat().st_mode & 0o077 == 0
