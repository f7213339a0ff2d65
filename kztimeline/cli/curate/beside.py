"""The other timelines that lie in the folder of one, and may read the same cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.loading.findings import FileError
from kztimeline.loading.loader import events_of
from kztimeline.loading.locations import cards_folder

if TYPE_CHECKING:
    from pathlib import Path

    from kztimeline.timeline.model import Event

_HEAD: Final = re.compile(rb"^[\"']?(timeline|events)[\"']?:", re.MULTILINE)
_TIMELINES: Final = ("*.yaml", "*.yml")
_BEGINNING: Final = 16 * 1024


def timelines_beside(of: Path) -> list[Path]:
    """Return the other timelines in the folder of one."""
    found = [each for pattern in _TIMELINES for each in of.parent.glob(pattern)]
    return [each for each in found if each.name != of.name and _is_timeline(each)]


def _is_timeline(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            return _HEAD.search(stream.read(_BEGINNING)) is not None
    except OSError:
        return False


def events_of_sharers(of: Path) -> dict[Path, tuple[Event, ...] | None]:
    """Return the events of the other timelines that read the same cards; None if unreadable."""
    sharers = [each for each in timelines_beside(of) if cards_folder(each) == cards_folder(of)]
    return {each: events_if_sound(each) for each in sorted(sharers)}


def events_if_sound(path: Path) -> tuple[Event, ...] | None:
    """Return the events of a timeline; None where its file is faulty."""
    try:
        return events_of(path)
    except FileError:
        return None
