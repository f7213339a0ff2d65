"""Running `kzt` as its user does: in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def kzt(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run `kzt` without a terminal and return what it wrote and its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "kztimeline", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
        **options,  # type: ignore[call-overload]
    )
