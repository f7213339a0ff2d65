"""A process that has imported the program, and from which each run of `kzt` is forked.

A run is a process of its own, with its own arguments, environment, folder and standard
streams, but does without the third of a second that the imports take.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from tests.account import note_rules

ROOT = Path(__file__).resolve().parent.parent
_LARGEST_REQUEST = 1 << 20
_LATER = (
    "platformdirs",
    "pydantic.dataclasses",
    "pydantic.fields",
    "pydantic.json_schema",
    "pydantic.type_adapter",
    "rich.cells",
    "secrets",
    "typer._adapters",
    "typer._click.decorators",
)
"""What is imported by those that the program imports, when something of them is first used."""


class Server:
    """The client's end: it starts the process and has it run commands."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        code = f"from tests.warm import serve; serve({theirs.fileno()})"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
        )
        theirs.close()

    def run(
        self,
        arguments: Sequence[str],
        streams: tuple[int, int, int],
        environment: Mapping[str, str],
        folder: str,
        closed: Sequence[int] = (),
    ) -> int:
        """Run a command to its end and return its exit code."""
        request = [list(arguments), dict(environment), folder, list(closed)]
        socket.send_fds(self._socket, [json.dumps(request).encode()], list(streams))
        return int(self._socket.recv(16))


def serve(number: int) -> None:
    """The process: fork for each request, and say how the run ended.

    What was imported is left out of the collections of garbage, so that a run neither goes
    through it at its end nor has its pages copied.
    """
    _import_all()
    note_rules()
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=number) as connection:
        while True:
            message, streams, _flags, _address = socket.recv_fds(connection, _LARGEST_REQUEST, 3)
            if not message:
                return
            if not (child := os.fork()):
                break
            for stream in streams:
                os.close(stream)
            _, status = os.waitpid(child, 0)
            connection.send(str(os.waitstatus_to_exitcode(status)).encode())
    _become(streams, *json.loads(message))


def _import_all() -> None:
    """Import what any command may need; what draws on a terminal runs in real processes."""
    import kztimeline
    from kztimeline.loading import validation
    from kztimeline.timeline.model import Document, TimelineFile

    for each in walk_packages(kztimeline.__path__, "kztimeline."):
        if not each.name.startswith(("kztimeline.tui", "kztimeline.__main__")):
            import_module(each.name)
    for name in _LATER:
        # Not every version of Typer has all of them.
        with suppress(ImportError):
            import_module(name)
    validation.adapter_of(TimelineFile)
    validation.adapter_of(Document)


def _become(
    streams: list[int],
    arguments: list[str],
    environment: dict[str, str],
    folder: str,
    closed: list[int],
) -> None:
    """Run `kzt` in this process as if it had begun with these streams and this environment."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    for number in closed:
        os.close(number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["kzt", *arguments]
    encoding, _, errors = environment.get("PYTHONIOENCODING", "utf-8").partition(":")
    ours = {
        "stdin": _opened(0, closed, "r", encoding, errors or "strict"),
        "stdout": _opened(1, closed, "w", encoding, errors or "strict"),
        "stderr": _opened(2, closed, "w", encoding, "backslashreplace"),
    }
    # Type checkers take those with underscores for final; the program asks them, too.
    vars(sys).update(ours, **{f"__{name}__": stream for name, stream in ours.items()})
    from kztimeline.__main__ import main

    try:
        main()
    except SystemExit as ended:
        if _nothing_is_left_to_do() and isinstance(ended.code, int):
            os._exit(ended.code)
        raise


def _nothing_is_left_to_do() -> bool:
    """Do what Python does at its end, but for taking down each module that was imported.

    That takes longer than most commands. Whatever fails is left to Python to fail at, too.
    """
    if threading.active_count() > 1:
        return False
    atexit._run_exitfuncs()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        return False
    return True


def _opened(number: int, closed: list[int], mode: str, encoding: str, errors: str) -> Any:
    if number in closed:
        return None
    return os.fdopen(number, mode, encoding=encoding, errors=errors, closefd=False)
