"""Odd runs: every command with odd inputs, in odd places and surroundings. No test.

    python -m tests.trust.odd_runs [WORD ...]

runs `kzt` more than a thousand times, each run in a process of its own, in a folder and with
a home that are gone afterwards; with WORDs only the kinds whose names hold one. Said is each run
that ends in a traceback or by a signal, stands still, lets a control character or a mark of
direction through, or fails without a word.
"""

from __future__ import annotations

import itertools
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tests.files import event, timeline
from tests.trust.test_hostile_text import shown_raw

LIMIT: Final = 40
"""Seconds after which a run stands still."""
CODES: Final = {0, 1, 2, 130, 143, 129}


class Run(NamedTuple):
    """One run of the program.

    Attributes:
        kind: What is odd about it.
        arguments: Those of the command.
        env: What is changed in the environment; None takes a variable away.
        input: What it reads.
        closed: The standard streams that are closed when it begins.
        output: Where its output goes instead.
        prepare: What is done in its process before it begins.
        encoded: Whether what it writes is in another encoding, or data that need not be shown.
    """

    kind: str
    arguments: tuple[object, ...]
    env: Mapping[str, str | bytes | None] = {}
    input: bytes = b""
    closed: tuple[int, ...] = ()
    output: str | None = None
    prepare: Callable[[], object] = lambda: None
    encoded: bool = False


class Place:
    """A folder with a timeline, a page and a home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.config = self.home / ".config" / "kztimeline"
        self.config.mkdir(parents=True)
        self.timeline = folder / "events.yaml"
        self.timeline.write_text(timeline(event("war", "1992-03-02")), "utf-8")
        self.page = folder / "page.txt"
        self.page.write_text("On 3 March 1992 the envoy spoke. He left the next day.\n", "utf-8")

    def commands(self) -> dict[str, tuple[object, ...]]:
        """Return each command, with what it needs."""
        at = ("-t", self.timeline)
        return {
            "list": ("list", *at),
            "show": ("show", *at, "war"),
            "export": ("export", *at),
            "briefing": ("briefing", *at, "in:1992"),
            "values": ("values", "actor", *at),
            "office": ("office", "1993", *at),
            "views": ("views", *at),
            "keys": ("keys",),
            "config": ("config",),
            "new": ("new", "-", "--title", "x", "--span", "1914/1918", "--track", "a"),
            "check": ("check", self.timeline),
            "check a stream": ("check", "-"),
            "schema": ("schema",),
            "extract": ("extract", self.page, "--published", "1992-03-04"),
            "coverage": ("coverage", *at),
            "seeds": ("seeds", *at),
            "help": ("help", "query"),
            "import": ("import", "-"),
            "version": ("--version",),
            "no such command": ("lst",),
            "screen": (self.timeline,),
        }


def streams(place: Place) -> Iterator[Run]:
    """Standard streams closed in every way, full, or read by nobody."""
    for name, command in place.commands().items():
        for count in (1, 2, 3):
            for closed in itertools.combinations((0, 1, 2), count):
                yield Run(f"streams closed, {name}", command, closed=closed)
        yield Run(f"streams full, {name}", command, output="/dev/full")
        yield Run(f"streams read only, {name}", command, output="/dev/null")
    forms = [
        "csv",
        "json",
        "jsonl",
        "markdown",
        "text",
        "html",
        "timelinejs",
        "ics",
        "csl-json",
        "bibtex",
        "sqlite",
        "xlsx",
    ]
    for form in forms:
        of = ("export", "-t", place.timeline, "--format", form)
        yield Run("streams full, formats", of, output="/dev/full", encoded=True)
        yield Run("streams full, formats", (*of, "-o", "/dev/full"), encoded=True)


HOSTILE: Final = (
    "a\x1b]0;x\x07b", "a\nkzt: done\n", "\u202egnp.exe", "a\u200bb", "x\x9b31m", "\ud800", "\udcff",
    "\u0301", "2012e\u0301", "\u0662\u0660\u0661\u0662", "２０１２-０２", "\u00a02012", "MMXII", "",
    " ", "-", "--", "@", "a" * 5_000, "%s%n{0}", "..", "/", "\ufeff2012", "12\u2028", "²⁰¹²",
)  # fmt: skip


def typed(place: Place) -> Iterator[Run]:
    """Odd text in each place where something can be typed or named."""
    at = ("-t", place.timeline)
    pages = ("seeds", "add", place.page)
    published = ("--published", "1992-03-04", "--title", "x")
    fields = "in after before since until place sources importance era id linked topic actor track"
    for odd in HOSTILE:
        stub = ("new", place.folder / "new.yaml")
        for command in (
            (*stub, "--title", odd, "--span", "1914/1918", "--track", odd, "--force"),
            (*stub, "--title", "x", "--span", odd, "--track", "a", "--force"),
            (*stub, "--title", "x", "--span", f"1914/{odd}", "--track", "a", "--force"),
            ("import", odd), ("import", "-", "--map", odd), ("import", "-", "--map", f"date={odd}"),
            ("import", "-", "--title", odd), ("views", odd), ("views", "save", odd, "in:1914"),
            ("views", "delete", odd), ("config", "--format", odd), ("config", "-o", odd),
            ("schema", odd), ("export", *at, "--columns", odd), ("export", *at, "--sort", odd),
            ("export", *at, "--limit", odd), ("values", odd), ("office", odd),
            ("office", "1993", "--as-of", odd), ("values", "actor", "--as-of", odd),
            ("help", odd), ("keys", "--format", odd), ("show", *at, odd), ("briefing", *at, odd),
            ("briefing", *at, "--title", odd, "in:1992"), ("list", *at, "--as-of", odd),
            ("show", *at, "--as-of", odd, "war"), ("briefing", *at, "--as-of", odd),
            ("check", odd), ("extract", odd), ("extract", place.page, "--published", odd),
            (*pages, "--published", odd, "--title", "x", *at),
            (*pages, *published, "--id", odd, *at),
            ("coverage", "--documents", odd, *at), (odd,), ("list", "-t", odd),
            *(("list", *at, f"{field}:{odd}") for field in fields.split()),
        ):  # fmt: skip
            rows = f"date,title\n{odd},{odd}\n".encode("utf-8", "surrogatepass")
            yield Run("typed", command, input=rows)


def named(place: Place) -> Iterator[Run]:
    """Files and folders whose names would forge lines or colour them."""
    folder = place.folder / "dir\nkzt: 3 events, nothing wrong"
    folder.mkdir()
    path = folder / "e\x1b[31m\u202e.yaml"
    shutil.copy(place.timeline, path)
    at = ("-t", path)
    for command in (
        ("check", path), ("list", *at), ("export", *at), ("show", *at, "war"), ("seeds", *at),
        ("coverage", *at), ("config", *at), ("views", *at), ("values", "actor", *at),
        ("seeds", "add", place.page, "--published", "1992-03-04", "--title", "x", *at),
        ("export", *at, "-o", folder / "o\n.csv"), ("export", *at, "-o", folder / "o\n.csv"),
        ("export", *at, "-o", folder / "o\n.zzz"), ("schema", "-o", folder / "s\n.json"),
        ("briefing", *at, "in:1992", "-o", folder / "b\n.md"), ("import", path), ("extract", path),
    ):  # fmt: skip
        yield Run("named", command)


def files(place: Place) -> Iterator[Run]:
    """Timelines of every kind of YAML, and of no YAML."""
    right = timeline(event("war", "1992-03-02"))
    many = {f"{name}: &{name}": f"[{','.join(['*' + before] * 9)}]" for before, name in
            itertools.pairwise("abcdefghij")}  # fmt: skip
    kinds: dict[str, str | bytes] = {
        "a flow of tracks": "tracks: [" + ", ".join("a" for _ in range(200_000)) + "]\n",
        "a flow of events": "events: [" + ", ".join("{id: a}" for _ in range(60_000)) + "]\n",
        "deep lists": "[" * 10_000 + "]" * 10_000,
        "deep tables": "{a: " * 5_000 + "1" + "}" * 5_000,
        "anchors": "a: &a [x]\n" + "".join(f"{key} {value}\n" for key, value in many.items()),
        "UTF-16": right.encode("utf-16"),
        "Latin-1": b"title: caf\xe9\n",
        "a null": b"a: \x00\n",
        "tabs": "a:\n\tb: 1\n",
        "two documents": f"{right}\n---\n{right}",
        "a tag": "!!python/object/apply:os.system ['touch ran']\n",
        "empty": "",
        "a merge": "<<: *x\n",
        "old line ends": right.replace("\n", "\r"),
        "an escape in an id": right.replace("id: war", 'id: "a\\x1b[31m"'),
        "a mark of direction in an id": right.replace("id: war", 'id: "\\u202eabc"'),
        "a surrogate": right.replace("Envoy speaks", '"\\ud800"'),
        "a number without end": right.replace("importance: 2", f"importance: {'9' * 6_000}"),
        "sixty to the base": right.replace("importance: 2", "importance: 1:30"),
    }
    for name, content in kinds.items():
        path = place.folder / f"{name}.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        for command in (("check", path), ("list", "-t", path), ("extract", path), ("import", path)):
            yield Run(f"files, {name}", command)


def in_the_way(place: Place) -> Iterator[Run]:
    """Odd things where a file is expected, to be read or to be written."""
    (place.folder / "loop").symlink_to("loop")
    (place.folder / "dangling").symlink_to("nowhere/x")
    (place.folder / "adir").mkdir()
    (place.folder / "one.csv").symlink_to("two.csv")
    (place.folder / "two.csv").symlink_to("one.csv")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(place.folder / "socket"))
    at = ("-t", place.timeline)
    for odd in (
        "loop", "dangling", "adir", "socket", "one.csv", "/dev/zero", "/dev/tty", "/proc/self/mem",
        "/proc/kmsg", "/dev/full", "~nobody/x.yaml", "/etc/passwd/x", "x" * 300, "/proc/self/fd/9",
    ):  # fmt: skip
        for command in (
            ("list", "-t", odd), ("check", odd), ("import", odd), ("extract", odd),
            ("seeds", "add", odd, "--published", "1992-03-04", "--title", "x", *at),
            ("coverage", "--documents", odd, *at),
        ):  # fmt: skip
            yield Run("in the way of reading", command)
        if not odd.startswith(("/dev", "/proc")):
            for written in (
                ("export", *at, "-o", odd), ("export", *at, "-o", odd, "--force"),
                ("export", *at, "--format", "sqlite", "-o", odd, "--force"), ("schema", "-o", odd),
                ("config", "-o", odd), ("briefing", *at, "in:1992", "-o", odd),
                ("new", odd, "--title", "x", "--span", "1914/1918", "--track", "a"),
            ):  # fmt: skip
                yield Run("in the way of writing", written)


def settings(place: Place) -> Iterator[Run]:
    """Settings of every kind, and odd things in their place."""
    path = place.config / "config.toml"
    texts: tuple[str | bytes, ...] = (
        "a=" + "[" * 10_000, f"[{'.'.join('a' * 10_000)}]\n", "a=1\n" * 200_000, b"a='\xe9'",
        b"a=\x00", "theme='\x1b[31m'", "theme='\\u001b[31m'", "'\u202etheme'=1",
        "theme=2012-02-30",
        f"theme={'9' * 5_000}", "theme=inf", "theme='a'\ntheme='b'", "'a\\nb'=1",
        "documents='~x/y'",
        "keys={quit='\x1b'}", 'signs="\\u0000"', "[keys]\nquit=''", '[[keys]]\nquit="x"',
    )  # fmt: skip
    commands = (("config",), ("list", "-t", place.timeline), ("keys",), (place.timeline,))
    for text in texts:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        yield from (Run("settings", command) for command in commands)
    path.unlink()
    puts: tuple[Callable[[], object], ...] = (
        path.mkdir,
        lambda: os.mkfifo(path),
        lambda: path.symlink_to("/dev/zero"),
        lambda: path.symlink_to(path.name),
    )
    for put in puts:
        put()
        yield from (Run("in place of settings", command) for command in commands)
        path.rmdir() if path.is_dir() else path.unlink()


def surroundings(place: Place) -> Iterator[Run]:
    """Environments: homes, encodings, sizes, clocks, warnings."""
    xdg = [f"XDG_{kind}_HOME" for kind in ("CONFIG", "STATE", "CACHE", "DATA")]
    kinds: dict[str, Mapping[str, str | bytes | None]] = {
        "a home that is a file": {"HOME": str(place.page)},
        "no home": {"HOME": None},
        "a relative home": {"HOME": "rel"},
        "an empty home": {"HOME": ""},
        "a home out of reach": {"HOME": "/proc/1/x"},
        "relative folders": dict.fromkeys(xdg, "rel"),
        "folders that are a device": dict.fromkeys(xdg, "/dev/null"),
        "folders with escapes": dict.fromkeys(xdg, str(place.folder / "e\x1b[31m\nk")),
        "folders of no text": dict.fromkeys(xdg, os.fsencode(place.folder) + b"/\xff\xfe"),
        "C": {"LANG": "C", "LC_ALL": "C"},
        "POSIX, strictly": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        "Latin-1": {"PYTHONIOENCODING": "latin-1"},
        "ASCII, strictly": {"PYTHONIOENCODING": "ascii:strict"},
        "UTF-16": {"PYTHONIOENCODING": "utf-16"},
        "no such handler": {"PYTHONIOENCODING": "utf-8:nope"},
        "no columns": {"COLUMNS": "0", "LINES": "0"},
        "fewer columns": {"COLUMNS": "-5"},
        "columns of letters": {"COLUMNS": "x"},
        "one column": {"COLUMNS": "1"},
        "columns without end": {"COLUMNS": "9" * 20},
        "no terminal's name": {"TERM": None},
        "an odd terminal's name": {"TERM": "\x1b[31m"},
        "no such zone": {"TZ": "No/Where"},
        "an odd epoch": {"SOURCE_DATE_EPOCH": "x"},
        "a late epoch": {"SOURCE_DATE_EPOCH": "9" * 17},
        "an early epoch": {"SOURCE_DATE_EPOCH": "-1"},
        "an odd timeline": {"KZT_TIMELINE": "\x1b[31m\n"},
        "a timeline of no text": {"KZT_TIMELINE": b"\xff\xfe.yaml"},
        "odd documents": {"KZT_DOCUMENTS": "\x1b[31m\u202e"},
        "nothing but errors": {"PYTHONWARNINGS": "error"},
        "optimized": {"PYTHONOPTIMIZE": "2"},
        "nowhere for a moment": {"TMPDIR": "/nonexistent"},
    }
    at = ("-t", place.timeline)
    for name, env in kinds.items():
        for command in (
            ("list", *at), ("list",), ("export", "--format", "html", "in:1991"), ("config",),
            ("briefing", *at, "in:1992"), ("views",), ("check", place.timeline),
            ("values", "actor"),
            ("views", "save", "a", "in:1992", *at),
        ):  # fmt: skip
            yield Run(f"surroundings, {name}", command, env=env, encoded=name == "UTF-16")


def limits(place: Place) -> Iterator[Run]:
    """Little memory, few files, processes, or bytes to write; no folder to stand in."""

    def limit(kind: int, most: int) -> Callable[[], None]:
        return lambda: resource.setrlimit(kind, (most, most))

    def gone() -> None:
        folder = tempfile.mkdtemp()
        os.chdir(folder)
        Path(folder).rmdir()

    kinds: dict[str, Callable[[], object]] = {
        "bytes of a file": limit(resource.RLIMIT_FSIZE, 100),
        "open files": limit(resource.RLIMIT_NOFILE, 12),
        "processes": limit(resource.RLIMIT_NPROC, 1),
        "memory": limit(resource.RLIMIT_AS, 400 * 2**20),
        "stack": limit(resource.RLIMIT_STACK, 256 * 2**10),
        "seconds": limit(resource.RLIMIT_CPU, 30),
        "rights": lambda: os.umask(0o777),
        "folder": gone,
    }
    written = place.folder / "written"
    more = {
        "export": ("export", "-o", f"{written}.csv", "--force"),
        "SQLite": ("export", "-o", f"{written}.sqlite", "--force"),
        "a workbook": ("export", "-o", f"{written}.xlsx", "--force"),
        "a page": ("briefing", "in:2011", "-o", f"{written}.md", "--force"),
        "a view": ("views", "save", "a", "in:1992"),
        "a name": ("list", "-t", "x.yaml"),
        "a name to write": ("export", "-o", "x.csv", "--force"),
    }
    for name, prepare in kinds.items():
        for command in (*place.commands().values(), *more.values()):
            yield Run(f"limits, {name}", command, prepare=prepare)


def ended(run: Run, place: Place) -> tuple[int | None, str, str]:
    """Run it; the code is None where it stands still."""
    env: dict[str, str | bytes | None] = {
        "PATH": os.environ["PATH"],
        "HOME": str(place.home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        # Where little may be written, Python keeps half of a compiled module and fails by it later.
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(Path(__file__).resolve().parent.parent.parent),
        **run.env,
    }

    def prepare() -> None:
        for number in run.closed:
            os.close(number)
        run.prepare()

    arguments = [os.fsencode(str(each).encode("utf-8", "surrogatepass")
                 if "\ud800" in str(each) else str(each)) for each in run.arguments]  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "-m", "kztimeline", *arguments],
        stdin=subprocess.PIPE,
        stdout=os.open(run.output, os.O_WRONLY) if run.output else subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={key: value for key, value in env.items() if value is not None},
        cwd=place.folder,
        start_new_session=True,
        preexec_fn=prepare,
    ) as process:
        try:
            written, said = process.communicate(run.input, LIMIT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None, "", ""
    return (
        process.returncode,
        (written or b"").decode("utf-8", "replace"),
        said.decode("utf-8", "replace"),
    )


def faults(run: Run, code: int | None, written: str, said: str) -> Iterator[str]:
    if code is None:
        yield "stands still"
        return
    if "Traceback" in written + said:
        yield "a traceback"
    if code not in CODES:
        yield f"code {code}"
    raw = shown_raw(re.sub("\r\n|\ufffd", "\n", written + said))
    if raw and not run.encoded:
        yield f"raw {raw!a}"
    if code and not said.strip() and 2 not in run.closed:
        yield "fails without a word"


KINDS: Final = (streams, typed, named, files, in_the_way, settings, surroundings, limits)


def main() -> None:
    words = sys.argv[1:]
    count = bad = 0
    for kind in KINDS:
        with tempfile.TemporaryDirectory(prefix="kzt-odd-") as folder:
            os.chdir(folder)
            place = Place(Path(folder))
            for run in kind(place):
                if words and not any(word in f"{kind.__name__} {run.kind}" for word in words):
                    continue
                count += 1
                code, written, said = ended(run, place)
                if found := list(faults(run, code, written, said)):
                    bad += 1
                    shown = [ascii(str(each))[:60] for each in run.arguments]
                    print(
                        f"{run.kind}: {', '.join(found)}: {shown} {run.closed}\n    {said[-300:]!a}"
                    )
            print(f"{kind.__name__}: {count} runs so far", flush=True)
            if (place.folder / "ran").exists():
                print("something in a file was run")
            os.chdir("/")
    print(f"{count} runs, {bad} of them odd")


if __name__ == "__main__":
    main()
