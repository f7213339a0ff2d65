"""Checks of one document's card: of its mentions and of its statements alike.

Each takes the card and, where its timeline is at hand, the contents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from kztimeline.loading.checks.contents import (
    Contents,
    KnownIds,
    Problem,
    listed_twice,
    no_address,
)
from kztimeline.loading.yaml_nodes import Place
from kztimeline.text.numbers import count_of
from kztimeline.timeline.model import Document, Mention, Statement

CardCheck = Callable[[Document, Contents | None], Iterator[Problem]]
"""A check of a card; without contents the events that it names are not asked for."""


def card_problems(
    document: Document, contents: Contents | None, *, strict: bool = False
) -> Iterator[Problem]:
    """Yield what is wrong in a document's card; its events are left out without `contents`.

    With `strict`, what a published timeline does not leave undone is wrong as well.
    """
    for check in (*CARD_CHECKS, *(STRICT_CARD_CHECKS if strict else ())):
        yield from check(document, contents)


def spans_within_card(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """A mention and a statement end within their document."""
    for place, entry in _entries(document):
        if entry.span.end > document.characters:
            length = count_of(document.characters, "character")
            yield Problem(
                (*place, "span"),
                f"{entry.span} ends outside the document of {length}",
                "Count code points from 0, newlines as they are.",
            )


def mentions_in_order(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """A mention starts where the one before has ended."""
    problem = "the date starts before the previous one ends"
    for number, (one, other) in enumerate(pairwise(document.mentions), 1):
        if other.span.start < one.span.end:
            yield Problem(("mentions", number, "span"), problem, "Keep them in order.")


def statements_in_order(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """A statement starts no earlier than the one before."""
    problem = "the statement starts before the previous one"
    for number, (one, other) in enumerate(pairwise(document.statements), 1):
        if other.span.start < one.span.start:
            yield Problem(
                ("statements", number, "span"), problem, "Keep them in the order of the text."
            )


def texts_fill_their_spans(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """The text of a mention is as long as its span."""
    for number, mention in enumerate(document.mentions):
        if len(mention.text) != mention.span.end - mention.span.start:
            place: Place = ("mentions", number, "text")
            yield Problem(place, "the text is not as long as the span", "Correct one.")


def events_known(document: Document, contents: Contents | None) -> Iterator[Problem]:
    """What a mention or a statement is cited by is an event of the timeline."""
    if contents is not None:
        events = KnownIds("event", "events", contents)
        for place, entry in _entries(document):
            removing = "Or remove it from `cited_by`"
            if isinstance(entry, Mention):
                removing += ", as `kzt seeds cite` does"
            for problem in events.lack((*place, "cited_by"), entry.cited_by):
                yield replace(problem, remedy=f"{problem.remedy} {removing}.")


def events_named_once(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """A mention or a statement names each event that cites it once."""
    for place, entry in _entries(document):
        yield from listed_twice((*place, "cited_by"), "event", entry.cited_by)


def cited_or_dismissed(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """A mention or a statement is not both cited and dismissed."""
    for place, entry in _entries(document):
        if entry.cited_by and entry.dismissed:
            noun = "mention" if isinstance(entry, Mention) else "statement"
            yield Problem(place, f"the {noun} is both cited and dismissed", "Keep one of them.")


def nothing_open(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """Every mention and statement of a card is cited by an event, or dismissed with a reason."""
    undecided = [
        (place, entry)
        for place, entry in _entries(document)
        if not entry.cited_by and not entry.dismissed
    ]
    if undecided:
        place, _entry = undecided[0]
        number = len(undecided)
        are = "is" if number == 1 else "are"
        yield Problem(
            place,
            f"{count_of(number, 'date or statement', 'dates or statements')} of the document {are} "
            "neither cited nor dismissed, from here on",
            f"`kzt seeds cite` and `kzt seeds dismiss {document.id}` fill them in, "
            "`kzt coverage` lists them.",
        )


def address_sound(document: Document, _contents: Contents | None) -> Iterator[Problem]:
    """The address of a document is a web address."""
    if document.URL and (fault := no_address(document.URL)):
        yield Problem(("URL",), *fault)


def _entries(document: Document) -> Iterator[tuple[Place, Mention | Statement]]:
    for number, mention in enumerate(document.mentions):
        yield ("mentions", number), mention
    for number, statement in enumerate(document.statements):
        yield ("statements", number), statement


CARD_CHECKS: tuple[CardCheck, ...] = (
    spans_within_card,
    mentions_in_order,
    statements_in_order,
    texts_fill_their_spans,
    events_known,
    events_named_once,
    cited_or_dismissed,
)

STRICT_CARD_CHECKS: tuple[CardCheck, ...] = (nothing_open, address_sound)
