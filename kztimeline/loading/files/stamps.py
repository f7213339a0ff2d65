"""What changes when the files of a timeline are written, told without reading them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from kztimeline.loading.locations import card_files, cards_folder

FileState: TypeAlias = "tuple[tuple[str, int, int], ...]"


def state_of(path: Path) -> FileState:
    """Return what changes when the timeline at `path` or a card beside it is written."""
    return stamps_of([path, *card_files(cards_folder(path))])


def stamps_of(files: Iterable[Path]) -> FileState:
    """Return what changes when one of some files is written."""
    return tuple((str(file), *_stamp(file)) for file in files)


def _stamp(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
