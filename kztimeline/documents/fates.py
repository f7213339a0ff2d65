"""What becomes of the mentions of a card: cited by events, or dismissed with a reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, TypeVar

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.dates.display import display
from kztimeline.dates.edtf import Date, DateError, parse
from kztimeline.text.spans import Span
from kztimeline.timeline.evidence import cited_mentions
from kztimeline.timeline.model import Document, Event, Mention, Statement

T = TypeVar("T", Mention, Statement)


def cited_by_spans(
    document: Document, events: Iterable[Event], *, every: bool = False
) -> tuple[Mention, ...]:
    """Return the mentions of a document, each with the events whose spans hold it.

    A mention counts as cited where the event has its date, or one within it; where an event
    states from what it is inferred and has none such, every mention within its spans does.
    What is dismissed stays so.

    Args:
        document: The document of a card.
        events: The events of its timeline.
        every: Whether each mention within a span counts, whatever its date.
    """
    named: dict[int, list[str]] = {}
    for event in events:
        for number in cited_mentions(document, event, every=every):
            named.setdefault(number, []).append(event.id)
    return tuple(
        mention if mention.dismissed else _cited(mention, named.get(number, []))
        for number, mention in enumerate(document.mentions)
    )


class Lapsed(NamedTuple):
    """A citation in a card that no event bears out.

    Attributes:
        entry: The mention or statement that is said to be cited.
        event: The id of the event that is said to cite it.
        exists: Whether there is such an event.
    """

    entry: Mention | Statement
    event: str
    exists: bool


def lapsed(
    document: Document, events: Iterable[Event], others: Collection[Sequence[Event] | None]
) -> list[Lapsed]:
    """Return what a card says is cited by events that there are not, or that do not cite it.

    Args:
        document: The document of the card.
        events: The events of its timeline.
        others: Those of each other timeline that reads the card; None of a faulty one, to
            which an event that is unknown here may belong.
    """
    own = {event.id: event for event in events}
    known: dict[str, list[Event]] = {}
    for event in (*own.values(), *(event for each in others for event in each or ())):
        known.setdefault(event.id, []).append(event)
    entries: list[Mention | Statement] = [*document.mentions, *document.statements]
    found = []
    for entry in entries:
        for name in entry.cited_by:
            if name not in own and None in others:
                continue
            if not any(_holds(event, document, entry) for event in known.get(name, ())):
                found.append(Lapsed(entry, name, name in known))
    return found


def _holds(event: Event, document: Document, entry: Mention | Statement) -> bool:
    return any(
        span.contains(entry.span)
        for cited in event.sources
        if cited.source == document.id
        for span in cited.spans
    )


def without_lapsed(document: Document, gone: Collection[Lapsed]) -> Document:
    """Return a document without citations that no event bears out."""
    events: dict[Span, set[str]] = {}
    for each in gone:
        events.setdefault(each.entry.span, set()).add(each.event)
    return replace(
        document,
        mentions=tuple(_uncited(each, events) for each in document.mentions),
        statements=tuple(_uncited(each, events) for each in document.statements),
    )


def _uncited(entry: T, events: dict[Span, set[str]]) -> T:
    gone = events.get(entry.span, set())
    return replace(entry, cited_by=tuple(e for e in entry.cited_by if e not in gone))


def dismissed_though_cited(
    documents: Iterable[Document], events: Collection[Event], *, every: bool = False
) -> list[tuple[Document, Mention, Event]]:
    """Return the events that cite nothing but what is dismissed, each with its first mention."""
    stuck: dict[str, tuple[Document, Mention, Event]] = {}
    named: set[str] = set()
    for document in documents:
        named.update(event for mention in document.mentions for event in mention.cited_by)
        for event in events:
            for number in cited_mentions(document, event, every=every):
                mention = document.mentions[number]
                if mention.dismissed is None:
                    named.add(event.id)
                stuck.setdefault(event.id, (document, mention, event))
    return [each for event, each in stuck.items() if event not in named]


def _cited(mention: Mention, events: list[str]) -> Mention:
    return replace(mention, cited_by=tuple(dict.fromkeys([*mention.cited_by, *events])))


def dismissed(document: Document, numbers: Collection[int], reason: str) -> tuple[Mention, ...]:
    """Return the mentions of a document, some of them dismissed for a reason."""
    return tuple(
        replace(mention, dismissed=reason) if number in numbers else mention
        for number, mention in enumerate(document.mentions)
    )


def is_open(entry: Mention | Statement) -> bool:
    """Tell whether nothing has become of a mention or a statement as yet."""
    return not entry.cited_by and entry.dismissed is None


def reopened(document: Document, numbers: Collection[int]) -> tuple[Mention, ...]:
    """Return the mentions of a document, some of them open again."""
    return tuple(
        replace(mention, dismissed=None, cited_by=()) if number in numbers else mention
        for number, mention in enumerate(document.mentions)
    )


def passages_to_leave(
    document: Document, event: Event, numbers: Collection[int]
) -> tuple[Span, ...]:
    """Return the passages that an event need not cite once some mentions are open again.

    Those that hold one of them, and no other mention that the event is said to cite.
    """
    own = [
        (number in numbers, mention)
        for number, mention in enumerate(document.mentions)
        if event.id in mention.cited_by
    ]
    stated = [each for each in document.statements if event.id in each.cited_by]
    left = []
    for cited in event.sources:
        for span in cited.spans if cited.source == document.id else ():
            held = [goes for goes, mention in own if span.contains(mention.span)]
            if held and all(held) and not any(span.contains(each.span) for each in stated):
                left.append(span)
    return tuple(left)


def dates_in_doubt(mention: Mention) -> tuple[Date, ...]:
    """Return the dates that a doubtful mention may mean, the likeliest first; else none."""
    if not is_doubtful(mention):
        return ()
    dates = [mention.date] if mention.date is not None else []
    for text in _CANDIDATE.findall(mention.anchor or ""):
        date = parse(text)
        if date not in dates:
            dates.append(date)
    return tuple(dates)


def without_date(mention: Mention) -> str:
    """Return in words what a phrase is that gives no date."""
    if choices := dates_in_doubt(mention):
        return " or ".join(map(str, choices))
    if is_doubtful(mention):
        fault = (mention.anchor or "").removeprefix(_DOUBTFUL).partition("; ")[0].strip(": ")
        return f"{_UNDATED['date']}: {fault}" if fault else _UNDATED["date"]
    if _HOUR.search(mention.text):
        return "a time of day"
    if mention.kind == "relative" and _MONTH.search(mention.text):
        return "a date of a year that is not known"
    return _UNDATED[mention.kind]


_DOUBTFUL: Final = "doubtful"
_CANDIDATE: Final = re.compile(r"([0-9X~?%./-]+) \([01]\.\d\d\)")
_HOUR: Final = re.compile(
    r"\d\s*[ap]\.?m\b|\d:\d\d|o['’]clock|\b(?:noon|midnight|mid-?day|dawn|dusk|morning|afternoon"
    r"|evening|night)\b",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)}|Sept)\b", re.IGNORECASE
)
_UNDATED: Final = {
    "date": "a date that cannot be told",
    "range": "a stretch of time that cannot be told",
    "relative": "a date counted from one that is not known",
    "set": "a repeated time",
    "duration": "a length of time",
    "age": "an age",
    "vague": "a vague time",
}
"""What a phrase of each kind is where it gives no date."""


_ANCHOR_DATE: Final = re.compile(
    r"(?P<published>\b(?:published|publication date) )?(?<![\d-])"
    r"(?P<date>\d{4}-\d\d(?:-\d\d)?[~?%]?)(?![\d-])"
)


def anchor_in_words(anchor: str) -> str:
    """Return what a date was counted from, with its dates as a reader writes them."""
    return _ANCHOR_DATE.sub(_dated, anchor)


def _dated(found: re.Match[str]) -> str:
    try:
        date = parse(found["date"])
    except DateError:
        return found[0]
    words = display(date)
    return f"publication {'on' if date.day else 'in'} {words}" if found["published"] else words


def is_doubtful(mention: Mention) -> bool:
    """Tell whether a mention's card says that its date is to be looked at."""
    return (mention.anchor or "").startswith(_DOUBTFUL)
