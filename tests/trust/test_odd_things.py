"""What may lie where a file is expected: told or passed over, never a hang or a traceback."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kztimeline.loading.files import plain_files
from kztimeline.loading.findings import FileError
from kztimeline.loading.locations import user_config, user_state
from tests.commands import bash, kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))


ODD: dict[str, Callable[[Path], None]] = {
    "a link to nothing": link_to("nowhere"),
    "a ring of links": lambda path: path.symlink_to(path.name),
    "a pipe": os.mkfifo,
    "an endless device": link_to("/dev/zero"),
    "a terminal": link_to("/dev/tty"),
    "a folder": Path.mkdir,
    "a socket": bind,
}


def each_odd(*at_once: str) -> pytest.MarkDecorator:
    """Every odd thing as `name`; those not in `at_once` only where time is no matter."""
    return pytest.mark.parametrize("name", mostly_slow(ODD, at_once))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, timeline(event()))


def put(make: Callable[[Path], None], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)


@each_odd("a ring of links", "a pipe")
def test_in_place_of_a_card(name: str, place: Path) -> None:
    put(ODD[name], place.parent / "seeds" / "001.yaml")
    for arguments in (("list", "-t", place), ("check", place)):
        run = kzt(*arguments)
        assert run.returncode == 1
        assert "seeds/001.yaml: " in run.stdout + run.stderr
        assert "Traceback" not in run.stderr


@each_odd("an endless device")
def test_in_place_of_a_document(name: str, place: Path) -> None:
    write(place.parent, "It was on 4 March 2011.\n", "001.txt")
    added = ("--published", "2012-02-03", "--title", "A page")
    assert kzt("seeds", "add", place.parent / "001.txt", *added, "-t", place).returncode == 0
    texts = place.parent / "texts"
    put(ODD[name], texts / "001.txt")
    run = kzt("coverage", "--documents", texts, "-t", place)
    assert run.returncode == 1
    assert "text not available" in run.stdout
    assert (
        run.stderr == "kzt: not every date is cited or dismissed, or a card differs from its text\n"
    )


@pytest.mark.parametrize(
    "name",
    mostly_slow(
        [name for name in ODD if name not in ("a terminal", "a pipe")], ("an endless device",)
    ),
)
def test_in_place_of_what_is_named(name: str, place: Path) -> None:
    odd = place.parent / "odd"
    put(ODD[name], odd)
    for arguments in (("list", "-t", odd), ("check", odd), ("extract", odd)):
        run = kzt(*arguments)
        assert run.returncode == 1
        assert f"{odd}: " in run.stdout + run.stderr
        assert "Traceback" not in run.stderr


def test_a_pipe_is_waited_for_but_not_for_ever(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_files, "PATIENCE", 0.1)
    pipe = place.parent / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="nobody writes to this pipe"):
        plain_files.read_bytes(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"x" * 300_000,))
    monkeypatch.setattr(plain_files, "PATIENCE", 20)
    writer.start()
    assert plain_files.read_bytes(pipe) == b"x" * 300_000
    writer.join()


def test_a_writer_that_is_silent_at_first_is_heard(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_files, "PATIENCE", 0.05)
    pipe = place.parent / "pipe"
    os.mkfifo(pipe)
    both = os.open(pipe, os.O_RDWR)

    def write_late() -> None:
        os.write(both, b"late")
        os.close(both)

    timer = threading.Timer(0.3, write_late)
    timer.start()
    assert plain_files.read_bytes(pipe) == b"late"
    timer.join()


@pytest.mark.slow
def test_standard_input_and_process_substitution_are_read(place: Path) -> None:
    run = bash(
        "cat events.yaml | kzt check /dev/stdin; kzt check <(cat events.yaml);"
        " kzt -t <(sleep .2; cat events.yaml) list; kzt check <(true)",
        place.parent,
    )
    assert run.stderr.count("1 event, nothing wrong") == 2
    assert "Envoy speaks" in run.stdout
    assert "the file is empty" in run.stdout


def test_hidden_files_beside_cards_are_none(place: Path) -> None:
    (place.parent / "seeds").mkdir()
    (place.parent / "seeds" / ".#001.yaml").symlink_to("somebody@host:1")
    write(place.parent / "seeds", "not: a card", ".001.yaml")
    assert kzt("check", place).returncode == 0


@pytest.mark.parametrize(
    "make", mostly_slow([link_to("seeds"), link_to("nowhere"), Path.touch], (Path.touch,))
)
def test_in_place_of_the_folder_of_cards(make: Callable[[Path], None], place: Path) -> None:
    put(make, place.parent / "seeds")
    assert kzt("list", "-t", place).returncode == 0
    write(place.parent, "It was on 4 March 2011.\n", "001.txt")
    added = ("--published", "2012-02-03", "--title", "A page")
    run = kzt("seeds", "add", place.parent / "001.txt", *added, "-t", place)
    assert "Traceback" not in run.stderr


@each_odd("a folder")
def test_in_place_of_settings(name: str, place: Path) -> None:
    put(ODD[name], user_config() / "config.toml")
    run = kzt("keys")
    assert run.returncode == 0
    assert "Traceback" not in run.stderr
    assert run.stderr == "" or "config.toml: " in run.stderr


@each_odd("a pipe")
def test_in_place_of_state(name: str, place: Path) -> None:
    for kept in ("pins", "views"):
        put(ODD[name], user_state() / f"{kept}.json")
    for arguments in (("briefing", "--pinned"), ("list", "@x")):
        run = kzt(*arguments, "-t", place)
        assert run.returncode in (1, 2)
        assert "Traceback" not in run.stderr


# seeds add


ODD_IDS = ["../../001", "..", "a/b", "/tmp/x", ".x", "", "A", "a\nb", "a\x1b"]


@pytest.mark.parametrize("id", mostly_slow(ODD_IDS, ODD_IDS[:4]))
def test_a_card_is_never_written_outside_its_folder(id: str, place: Path) -> None:
    page = write(place.parent, "It was on 4 March 2011.\n", "001.txt")
    before = sorted(place.parent.parent.rglob("*"))
    options = ("--published", "2012-02-03", "--title", "A page", "-t", place)
    run = kzt("seeds", "add", page, *options, "--id", id)
    if run.returncode == 0:
        assert id == ""
        assert (place.parent / "seeds" / "001.yaml").is_file()
        return
    assert run.returncode == 2
    assert ("--id: " if id else "--id is empty") in run.stderr
    assert sorted(place.parent.parent.rglob("*")) == before


def test_a_card_is_never_written_through_a_link(place: Path) -> None:
    page = write(place.parent, "It was on 4 March 2011.\n", "001.txt")
    outside = place.parent / "outside.yaml"
    (place.parent / "seeds").mkdir()
    (place.parent / "seeds" / "001.yaml").symlink_to("../outside.yaml")
    options = ("--published", "2012-02-03", "--title", "A page", "-t", place)
    run = kzt("seeds", "add", page, *options)
    assert run.returncode == 1
    assert "001.yaml exists" in run.stderr
    assert not outside.exists()


# The environment

UNKNOWN = """
import contextlib, io, os, sys, tempfile
from kztimeline.__main__ import main
from kztimeline.cli.app import app
with tempfile.TemporaryDirectory() as home:
    # Once with a home, so that all is imported before what is imported cannot be read.
    os.environ["HOME"] = home
    for arguments in (sys.argv[1:], ["keys"]):
        written = io.TextIOWrapper(io.BytesIO())
        with contextlib.redirect_stdout(written), contextlib.redirect_stderr(io.StringIO()):
            with contextlib.suppress(BaseException):
                app(arguments, standalone_mode=False)
    del os.environ["HOME"]
os.setresgid(54321, 54321, 54321)
os.setresuid(54321, 54321, 54321)
sys.argv = ["kzt", *sys.argv[1:]]
main()
"""


@pytest.mark.slow
@pytest.mark.skipif(os.getuid() != 0, reason="another user's id is root's to take")
def test_somebody_without_a_name_or_a_home() -> None:
    with tempfile.TemporaryDirectory() as open_to_all:
        folder = Path(open_to_all)
        folder.chmod(0o777)
        place = write(folder, timeline(event()))
        place.chmod(0o644)
        _somebody_reads(place)
        assert not (folder / "~").exists()


def _somebody_reads(place: Path) -> None:
    home = {key: value for key, value in os.environ.items() if key != "HOME" and key[:4] != "XDG_"}
    for arguments, code in (
        (("-t", place, "list"), 0),
        (("-t", place, "briefing", "--pinned"), 1),
        (("-t", place, "list", "@x"), 2),
        (("keys",), 0),
    ):
        run = subprocess.run(
            [sys.executable, "-c", UNKNOWN, *map(str, arguments)],
            env=home,
            cwd=place.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (run.returncode, "Traceback" in run.stderr) == (code, False), run.stderr


@pytest.mark.parametrize("name", mostly_slow(["KZT_TIMELINE", "KZT_DOCUMENTS"], ["KZT_TIMELINE"]))
def test_the_home_of_nobody(name: str, place: Path) -> None:
    for named in ("~nosuchuser/x", "~nobody/x"):
        run = kzt("coverage", *(() if name == "KZT_TIMELINE" else ("-t", place)), env={
            **os.environ, name: named
        })  # fmt: skip
        code, problem = (
            (1, "there is no such file")
            if name == "KZT_TIMELINE"
            else (2, f"KZT_DOCUMENTS: there is no folder {named}")
        )
        assert (run.returncode, "Traceback" in run.stderr) == (code, False)
        assert problem in run.stderr


TOML = {
    "deep lists": "a = " + "[" * 20_000,
    "deep tables": "a = " + "{a=" * 5_000,
    "a key of endless parts": ".".join(["a"] * 30_000) + " = 1",
    "a table of endless parts": f"[{'.'.join(['a'] * 30_000)}]",
    "quoted parts without end": ".".join(['"a"'] * 15_000) + " = 1",
    "endless digits": "a = " + "9" * 5_000,
    "a hundred thousand comments": "#\n" * 100_000,
    "half a byte": "\udcff",
    "an escape": '"a\\u001b[31m" = 1',
    "a home of nobody": 'documents = "~nosuchuser/x"',
    "a null": 'documents = "a\\u0000b"',
    "other kinds": "documents = 1\ntheme = []\nkeys = 4",
    "keys of another kind": "[keys]\nundo = 3",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("kind", mostly_slow(TOML, ("deep lists", "a null")))
def test_settings_of_every_kind(kind: str, place: Path) -> None:
    path = user_config() / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(TOML[kind].encode("utf-8", "surrogateescape"))
    # A timeline without documents ends with 1, a folder of texts that is none with 2.
    of_documents = 2 if kind in ("a home of nobody", "a null") else 1
    for code, arguments in ((0, ("keys",)), (of_documents, ("coverage", "-t", place))):
        run = kzt(*arguments)
        assert run.returncode == code, run.stderr
        assert "Traceback" not in run.stderr
        assert "\x1b" not in run.stderr
        assert run.stderr.count("kzt: ") <= 4


# What has nothing to say as yet


def test_a_file_that_would_have_its_reader_wait_is_told(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Waiting(io.FileIO):
        def read(self, _size: int | None = -1) -> bytes:
            # What a raw stream gives that must not wait.
            return None  # type: ignore[return-value]

    monkeypatch.setattr(plain_files, "_opened", lambda _path: Waiting(str(place), "rb"))
    with pytest.raises(FileError, match="nothing is there as yet"):
        plain_files.read_bytes(place)
    with pytest.raises(FileError, match="nothing is there as yet"):
        plain_files.read_plain(place)


@pytest.mark.skipif(not os.access("/proc/kmsg", os.R_OK), reason="the system's log is not at hand")
def test_a_log_of_the_system_is_not_waited_for() -> None:
    with pytest.raises(FileError):
        plain_files.read_bytes(Path("/proc/kmsg"))


def test_an_input_that_its_giver_does_not_wait_for_is_read_to_its_end() -> None:
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    code = (
        "import sys; from kztimeline.loading.files.plain_files import read_standard_input as read;"
        "print('ready', flush=True); print(read())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=ours, stdout=subprocess.PIPE, text=True
    ) as run:
        os.close(ours)
        assert run.stdout is not None
        assert run.stdout.readline() == "ready\n"
        time.sleep(0.2)
        os.write(theirs, b"one ")
        time.sleep(0.2)
        os.write(theirs, b"two")
        os.close(theirs)
        assert run.stdout.read() == "b'one two'\n"
