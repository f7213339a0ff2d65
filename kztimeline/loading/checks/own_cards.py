"""Which of the cards that lie beside a timeline are its own.

Several timelines may lie in one folder, and read the same folder of cards.
"""

from __future__ import annotations

import re
from typing import Final

from kztimeline.loading.stand_ins import Doubts
from kztimeline.timeline.model import Document, TimelineFile

_ONLY_IN_CARDS: Final = re.compile(
    r"\b(sha256|issued_basis|cited_by|characters|mentions)\b *['\"]?:"
)


def may_be_card(content: bytes) -> bool:
    """Tell whether a file has a key that only a card has, or may have lost it.

    What is empty, or no text, may be what a disk or an editor left of one.
    """
    try:
        text = content.decode().strip()
    except UnicodeDecodeError:
        return True
    return not text or "\0" in text or _ONLY_IN_CARDS.search(text) is not None


def is_of_another(document: Document, file: TimelineFile, doubts: Doubts) -> bool:
    """Tell whether a card names events, and none of a timeline, which does not cite it either.

    Where the ids of the timeline's events are in doubt, that cannot be told.
    """
    named = {event for mention in document.mentions for event in mention.cited_by}
    named.update(event for statement in document.statements for event in statement.cited_by)
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
