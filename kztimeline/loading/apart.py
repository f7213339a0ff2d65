"""Work that takes much memory, done in a process of its own, whose end gives all of it back.

That process is sent bytes and sends bytes back. It writes no file, so that nothing is left of
it where it dies; and it ends as soon as the one that started it is gone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Lock, Thread
from typing import IO, Any, Final, TypeAlias

from kztimeline.loading.findings import FileError, Finding, Progress, untold

Job: TypeAlias = Callable[[Path, bytes, bytes, Progress], bytes]
"""A function of a module: makes bytes of the timeline at a path, known by a SHA-256.

It is given what was read of that timeline, which may be nothing, and tells what it does.
"""

_BEGIN: Final = (
    "import json, sys; request = json.loads(sys.stdin.buffer.readline()); "
    "sys.path[:] = request['modules']; "
    "from kztimeline.loading.apart import serve; serve(request)"
)
_STEP, _FINDINGS, _MADE = "step", "findings", "made"


class StoppedError(Exception):
    """The work was given up, since the reader leaves."""


class _AtWork:
    """The processes that work for this one; once it stops them it starts no more."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._processes: set[subprocess.Popen[bytes]] = set()
        self.are_stopped = False

    def begin(self) -> None:
        with self._lock:
            self.are_stopped = False

    def stop(self) -> None:
        with self._lock:
            self.are_stopped = True
            for process in self._processes:
                process.kill()

    def start(self) -> subprocess.Popen[bytes]:
        """Start a process.

        Raises:
            StoppedError: no more are started.
            OSError: it cannot be started.
        """
        with self._lock:
            if self.are_stopped:
                raise StoppedError
            # The terminal, and who sends a signal to all on it, have to do with this one alone;
            # -P, for what lies in the present folder is no part of the program.
            process = subprocess.Popen(
                [sys.executable, "-P", f"-Xutf8={sys.flags.utf8_mode}", "-c", _BEGIN],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._processes.add(process)
            return process

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """Have one end, which has nothing more to do."""
        process.kill()
        process.wait()
        with self._lock:
            self._processes.discard(process)


_at_work: Final = _AtWork()


def begin() -> None:
    """Let work be done apart, also after it was stopped."""
    _at_work.begin()


def stop() -> None:
    """Give up all that is done apart, for good: nobody waits for it who leaves."""
    _at_work.stop()


def made_apart(
    job: Job, path: Path, subject: bytes, content: bytes = b"", tell: Progress = untold
) -> bytes | None:
    """Return what a job makes, done in a process of its own; None where that fails.

    Args:
        job: The job.
        path: The timeline.
        subject: The SHA-256 of what it is made from.
        content: What was read of it.
        tell: Is told what the job tells.

    Raises:
        FileError: as the job does.
        StoppedError: it was given up.
    """
    request = {
        "modules": sys.path,
        "job": (job.__module__, job.__name__),
        "path": str(path),
        "subject": subject.hex(),
        "size": len(content),
    }
    try:
        process = _at_work.start()
    except OSError:
        return None
    assert process.stdin is not None
    assert process.stdout is not None
    made = None
    try:
        # It may not come to read, or say something else: then it has failed.
        with suppress(OSError, ValueError):
            _send(process.stdin, json.dumps(request).encode() + b"\n", content)
            made = _answer(process.stdout, tell)
    finally:
        _at_work.end(process)
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                stream.close()
    if made is None and _at_work.are_stopped:
        raise StoppedError
    return made


def _send(stream: IO[bytes], *parts: bytes) -> None:
    for part in parts:
        stream.write(part)
    stream.flush()


def _answer(stream: IO[bytes], tell: Progress) -> bytes | None:
    """Return what a process has made; None where it ends before."""
    for line in stream:
        kind, said = json.loads(line)
        if kind == _STEP:
            tell(said)
        elif kind == _FINDINGS:
            raise FileError(_unpacked(*said))
        else:
            made = stream.read(said)
            return made if len(made) == said else None
    return None


def _packed(findings: list[Finding]) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the lines of the file, each once however many findings are in it, and the rest."""
    numbers: dict[str, int] = {}
    rest = [(*each[:-1], numbers.setdefault(each.source_line, len(numbers))) for each in findings]
    return [*numbers], rest


def _unpacked(lines: list[str], findings: list[list[Any]]) -> list[Finding]:
    return [Finding._make([*rest, lines[number]]) for *rest, number in findings]


def serve(request: dict[str, Any]) -> None:
    """Do what is asked of this process, which is one of those above, and end it."""
    content = sys.stdin.buffer.read(request["size"])
    Thread(target=_end_with_who_asked, daemon=True).start()
    module, name = request["job"]
    job: Job = getattr(import_module(module), name)

    def say(kind: str, said: object, made: bytes = b"") -> None:
        _send(sys.stdout.buffer, json.dumps([kind, said]).encode() + b"\n", made)

    try:
        made = job(
            Path(request["path"]),
            bytes.fromhex(request["subject"]),
            content,
            lambda step: say(_STEP, step),
        )
    except FileError as error:
        say(_FINDINGS, _packed(error.findings))
    else:
        say(_MADE, len(made), made)
    # To take down what was made piece by piece would take longer than to read it.
    os._exit(0)


def _end_with_who_asked() -> None:
    os.read(0, 1)
    os._exit(1)
