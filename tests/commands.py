"""Running `kzt` as its user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

MODULE = (sys.executable, "-m", "kztimeline")


def kzt(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run `kzt` without a terminal and return what it wrote and its exit code."""
    usual = {"stdin": subprocess.DEVNULL, "check": False, "text": True, "encoding": "utf-8"}
    if "input" in options:
        del usual["stdin"]
    return subprocess.run(
        [*MODULE, *map(str, arguments)], capture_output=True, **{**usual, **options}
    )


class Ended(NamedTuple):
    """How a command ended whose standard output was not the one it is used to."""

    code: int
    said: str


def kzt_into(
    stdout: str | None, *arguments: str | Path, closed: tuple[int, ...] = (), **environment: str
) -> Ended:
    """Run `kzt` with its output to a file such as /dev/full, to nobody, or to nowhere.

    Args:
        stdout: A path; None for a pipe that nobody reads any longer.
        arguments: The command.
        closed: Standard streams that are closed before it begins.
        environment: Further variables.
    """
    if stdout is None:
        reader, target = os.pipe()
        os.close(reader)
    else:
        target = os.open(stdout, os.O_WRONLY)

    def close() -> None:
        for number in closed:
            os.close(number)

    run = subprocess.run(
        [*MODULE, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=target,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
        preexec_fn=close,
        check=False,
    )
    os.close(target)
    return Ended(run.returncode, run.stderr)


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
