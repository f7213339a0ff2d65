"""How what is written stands to what was asked: how surely it matches, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kztimeline.text.numbers import count_of

if TYPE_CHECKING:
    from kztimeline.export.records import EventRecord, Export

POSSIBLE_MATCH: Final = "possible match"
"""What an event is called that only possibly matches."""
WHY_POSSIBLE: Final = "its date allows other days, too"
ONLY_POSSIBLE: Final = f"only possible, since {WHY_POSSIBLE}"
CERTAIN_ONLY: Final = "certain matches only"


def match_words(event: EventRecord) -> str:
    """Return why an event matches only possibly; nothing where it surely does."""
    return ONLY_POSSIBLE if event.match == "possible" else ""


def counted_words(number: int, possible: int, found: int = 0) -> str:
    """Return how many events are written.

    Such as 'the first 2 of 646 events, 1 of them only a possible match'.

    Args:
        number: How many.
        possible: How many of them only possibly match.
        found: How many there would be, had none been left out as being too many.
    """
    which = "the first" if number == 1 else f"the first {number:,}"
    first = f"{which} of " if number < found else ""
    which = "" if max(number, found) == 1 else f"{possible:,} of them "
    doubt = f", {which}{only_possible(possible)}" if possible else ""
    return f"{first}{count_of(max(number, found), 'event')}{doubt}"


def only_possible(number: int) -> str:
    """Return what events are that only possibly match: 'only possible matches'."""
    return "only a possible match" if number == 1 else "only possible matches"


def explained(number: int, possible: int, found: int = 0) -> str:
    """Return how many events are written, and why some of them only possibly match."""
    whose = "its date allows" if possible == 1 else "their dates allow"
    why = f" ({whose} other days, too)" if possible else ""
    return f"{counted_words(number, possible, found)}{why}"


def events_counted(export: Export) -> str:
    """Return how many events an export has, and how many of them only possibly match."""
    possible = sum(event.match == "possible" for event in export.events)
    return counted_words(len(export.events), possible, export.found)


def left_out_words(export: Export) -> str:
    """Return what of the answer is not among the events; nothing where all is."""
    number = len(export.events)
    parts = (
        CERTAIN_ONLY if export.certain_only else "",
        counted_words(number, 0, export.found) if number < export.found else "",
    )
    return "; ".join(filter(None, parts))


def asked_words(export: Export) -> str:
    """Return what was asked, 'Query: in:1996-03, certain matches only'; nothing for everything."""
    certain = f", {CERTAIN_ONLY}" if export.certain_only else ""
    return f"Query: {export.query}{certain}" if export.query else ""


def answer_words(export: Export) -> str:
    """Return what was asked and how much of the answer is written, as sentences.

    'Query: in:1996-03. The first 2 of 3 events, 1 of them only a possible match.' Nothing where
    every event is there; the number alone where that says more than whoever counts them sees.
    """
    told = events_counted(export)
    says_more = told != counted_words(len(export.events), 0)
    return " ".join(
        f"{each[0].upper()}{each[1:]}." for each in (asked_words(export), told * says_more) if each
    )
