"""Which of the cards that lie beside a timeline are its own.

Several timelines may lie in one folder, and read the same folder of cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kztimeline.loading.files.plain_files import read_plain
from kztimeline.loading.findings import FileError
from kztimeline.loading.locations import cards_folder, own_cards_folder, timelines_in
from kztimeline.loading.stand_ins import Doubts
from kztimeline.timeline.model import Document, Mention, Statement, TimelineFile

_ONLY_IN_CARDS: Final = re.compile(
    r"\b(sha256|issued_basis|cited_by|characters|mentions)\b *['\"]?:"
)

_ID: Final = re.compile(r"\bid['\"]?\s*:\s*['\"]?([\w-]+)")


def may_be_card(content: bytes) -> bool:
    """Tell whether a file has a key that only a card has, or may have lost it.

    What is empty, or no text, may be what a disk or an editor left of one.
    """
    try:
        text = content.decode().strip()
    except UnicodeDecodeError:
        return True
    return not text or "\0" in text or _ONLY_IN_CARDS.search(text) is not None


def cards_of_others(
    timeline: Path, file: TimelineFile, doubts: Doubts, cards: Iterable[tuple[Path, Document]]
) -> list[Path]:
    """Return the cards beside a timeline that are another's.

    Such a card names events, none of them the timeline's, which does not cite it either, and
    there is one of them in another timeline that reads the same folder. What names events that
    are nowhere is wrong, and everybody's.

    Args:
        timeline: Where the timeline lies.
        file: What it holds.
        doubts: Where something stands in for what is faulty in it.
        cards: The cards in the folder that it reads.
    """
    foreign = [(path, each) for path, each in cards if _is_foreign(each, file, doubts)]
    others = _read_too(timeline) if foreign else []
    ids = [_ids_in(other) for other in others]
    return [
        path
        for path, document in foreign
        if any(each is None or not each.isdisjoint(_named(document)) for each in ids)
    ]


def _read_too(timeline: Path) -> list[Path]:
    """Return the other timelines that read the cards of one; none reads a folder of its own."""
    folder = cards_folder(timeline)
    if folder == own_cards_folder(timeline):
        return []
    beside = timelines_in(timeline.parent)
    return [each for each in beside if each.name != timeline.name and cards_folder(each) == folder]


def _ids_in(timeline: Path) -> set[str] | None:
    """Return what a timeline, which may be faulty, has for ids; None where it cannot be read."""
    try:
        text = read_plain(timeline).decode("utf-8", "replace")
    except FileError:
        return None
    return set(_ID.findall(text))


def _named(document: Document) -> set[str]:
    """Return the events that a card says are citing it."""
    entries: list[Mention | Statement] = [*document.mentions, *document.statements]
    return {event for entry in entries for event in entry.cited_by}


def _is_foreign(document: Document, file: TimelineFile, doubts: Doubts) -> bool:
    """Tell whether a card names events, and none of a timeline, which does not cite it either.

    Where the ids of the timeline's events are in doubt, that cannot be told.
    """
    named = _named(document)
    places = [("events",), *(("events", number, "id") for number, _ in enumerate(file.events))]
    if not named or any(doubts.replaced(place) for place in places):
        return False
    return named.isdisjoint(event.id for event in file.events) and not _cited(document, file)


def _cited(document: Document, file: TimelineFile) -> bool:
    """Tell whether a timeline cites a document, and not a source of the same id."""
    is_source = any(source.id == document.id for source in file.sources)
    citations = [citation for event in file.events for citation in event.sources]
    if any(each.source == document.id and (each.spans or not is_source) for each in citations):
        return True
    return not is_source and any(document.id in era.sources for era in file.eras)
