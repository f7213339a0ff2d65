"""The checked form of a timeline, kept between runs."""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

from kztimeline import __version__
from kztimeline.loading import locations as places
from kztimeline.loading.disk import write_whole
from kztimeline.loading.loader import card_files, read_timeline
from kztimeline.loading.reading import read_bytes, read_plain
from kztimeline.timeline.model import Timeline

KEPT_FORMS = 8


def load_timeline(path: Path | None = None) -> Timeline:
    """Return the timeline at `path`, or the one the user named, or the built-in one.

    Raises:
        FileError: the file or a card of its documents cannot be used.
    """
    path = places.timeline_path(path)
    content = read_bytes(path)
    cards = card_files(places.cards_folder(path))
    kept = places.compiled_timeline(_key(path, content, cards))
    timeline = _recall(kept)
    if timeline is None:
        timeline = read_timeline(path, content)
        _keep(kept, timeline)
    return timeline


def _key(path: Path, content: bytes, cards: Sequence[Path]) -> str:
    """Return what changes whenever the validated form would."""
    digest = hashlib.sha256(f"{__version__} {sys.version} {path}\0".encode())
    digest.update(content)
    for card in cards:
        digest.update(f"\0{card.name}\0".encode() + read_plain(card))
    for module in sorted(
        m
        for room in ("text", "dates", "timeline", "loading")
        for m in (Path(__file__).parent.parent / room).rglob("*.py")
    ):
        state = module.stat()
        digest.update(f"\0{module.name} {state.st_mtime_ns} {state.st_size}".encode())
    return digest.hexdigest()[:32]


def _recall(kept: Path) -> Timeline | None:
    """Return a timeline kept by `_keep`; None where there is none that can be read."""
    try:
        timeline = pickle.loads(kept.read_bytes())
    except Exception:  # noqa: BLE001  a damaged cache is made again, whatever is wrong with it
        return None
    return timeline if isinstance(timeline, Timeline) else None


def _keep(kept: Path, timeline: Timeline) -> None:
    """Keep a validated timeline for the next run; do without where that fails."""
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        forms = sorted(kept.parent.glob("timeline-*.pickle"), key=lambda p: p.stat().st_mtime)
        for old in forms[: 1 - KEPT_FORMS]:
            old.unlink(missing_ok=True)
        write_whole(kept, pickle.dumps(timeline, protocol=pickle.HIGHEST_PROTOCOL))
