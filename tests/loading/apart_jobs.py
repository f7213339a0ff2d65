"""Jobs for a process of its own, which imports this."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from kztimeline.loading.findings import Progress


def echo(path: Path, subject: bytes, content: bytes, tell: Progress) -> bytes:
    tell("one step")
    tell("another")
    return b"|".join([bytes(path), subject, content])


def surroundings(_path: Path, _subject: bytes, _content: bytes, _tell: Progress) -> bytes:
    heavy = {"textual", "typer", "dateparser", "rich"} & {*sys.modules}
    return repr((sys.executable, str(Path.cwd()), os.environ["HOME"], sorted(heavy))).encode()


def fail(_path: Path, _subject: bytes, _content: bytes, _tell: Progress) -> bytes:
    raise ValueError("no words for the reader")


def die(_path: Path, _subject: bytes, _content: bytes, tell: Progress) -> bytes:
    tell("one step")
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def stand_still(path: Path, _subject: bytes, _content: bytes, tell: Progress) -> bytes:
    path.write_text(str(os.getpid()), encoding="utf-8")
    tell("one step")
    time.sleep(600)
    return b""
