"""Running `kzt` as its user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import IO, NamedTuple

from .warm import Server

MODULE = (sys.executable, "-m", "kztimeline")
Argument = str | bytes | Path


@cache
def server() -> Server:
    """The process of this worker from which commands are forked; it ends with the worker."""
    return Server()


class Ended(NamedTuple):
    """How a command ended: its exit code, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def kzt(
    *arguments: Argument,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    input: str | bytes = "",
    encoding: str = "utf-8",
    stdout: str | int | None = None,
    closed: tuple[int, ...] = (),
) -> Ended:
    """Run `kzt` without a terminal and return what it wrote and its exit code.

    Args:
        arguments: Its arguments.
        env: Its environment; this one's if not given.
        cwd: The folder it runs in.
        input: What it reads from standard input.
        encoding: How what it writes is decoded.
        stdout: Where its output goes instead: the path or number of an open file.
        closed: The standard streams that are closed when it begins.
    """
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as written,
        tempfile.TemporaryFile() as said,
    ):
        given.write(input.encode() if isinstance(input, str) else input)
        given.seek(0)
        opened = os.open(stdout, os.O_WRONLY) if isinstance(stdout, str) else None
        target = stdout if isinstance(stdout, int) else opened
        code = server().run(
            list(map(os.fsdecode, arguments)),
            (given.fileno(), written.fileno() if target is None else target, said.fileno()),
            os.environ if env is None else env,
            str(cwd or Path.cwd()),
            closed,
        )
        if opened is not None:
            os.close(opened)
        return Ended(code, _content(written, encoding), _content(said, encoding))


def _content(stream: IO[bytes], encoding: str) -> str:
    stream.seek(0)
    return stream.read().decode(encoding).replace("\r\n", "\n")


def kzt_unread(*arguments: Argument, env: Mapping[str, str] | None = None) -> Ended:
    """Run `kzt` with its output to a pipe that nobody reads any longer."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return kzt(*arguments, env=env, stdout=writer)
    finally:
        os.close(writer)


def pasted(line: str, folder: Path) -> Ended:
    """Run `kzt` in a folder as a line says that is pasted into bash.

    What bash makes of the line is given to a process that has imported the program already.
    """
    script = f'kzt() {{ printf "%s\\0" "$@"; }}\n{line}'
    read = subprocess.run(
        ["bash", "-c", script], capture_output=True, cwd=folder, timeout=60, check=True
    )
    assert read.stderr == b"", read.stderr
    return kzt(*read.stdout.split(b"\0")[:-1], cwd=folder)


def bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script in bash, in a folder, with a command `kzt`."""
    return subprocess.run(
        ["bash", "-c", f'kzt() {{ "{sys.executable}" -m kztimeline "$@"; }}\n{script}'],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )
