"""The offices of a person at a time, each told once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from kztimeline.timeline.in_office.terms import distinct, end_words, term_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.in_office.terms import OfficeTerm, TermEnd
    from kztimeline.timeline.model import Actor, EraKind

LONG_VACANT: Final = 31
"""Days for which nobody is on record that are more than the time between two holders."""

KINDS: Final[tuple[EraKind, ...]] = ("presidency", "administration", "envoy", "capital")
"""The kinds of era that are offices."""


class Offices(NamedTuple):
    """A person's offices: those held at a time, and all others, in order of date."""

    held: tuple[OfficeTerm, ...]
    others: tuple[OfficeTerm, ...]


def terms_of(actor: Actor) -> tuple[OfficeTerm, ...]:
    """Return the terms of office of a person, each once, in order of date."""
    return distinct(term_of(role.title, role.date, role.begins_with) for role in actor.roles)


def offices_at(actor: Actor, date: Date) -> Offices:
    """Return the offices that `actor` surely or perhaps held within `date`, and the others.

    An office of which only the end is known is held from nobody knows when: it counts
    as held where it may have ended within `date`, and otherwise stands with the others.
    """
    terms, days = terms_of(actor), days_known_by(date)
    held = tuple(term for term in terms if term.presence(*days))
    return Offices(held, tuple(term for term in terms if term not in held))


def titles_at(actor: Actor, date: Date) -> tuple[str, ...]:
    """Return the titles of the offices that `actor` held within `date`, in order of date.

    One that began or ended within it says so, so that no two people seem to have held an
    office at once: 'President until that day' on the day of a handover. One that perhaps
    had not begun, or was over, is said to be doubtful: 'perhaps President until 2013'.
    """
    return titles_of(terms_of(actor), date)


def titles_of(terms: Iterable[OfficeTerm], date: Date) -> tuple[str, ...]:
    """Return the same of a person's terms, of which none is told twice."""
    first, last = days_known_by(date)
    return tuple(_title(term, first, last) for term in terms if term.presence(first, last))


def _title(term: OfficeTerm, first: dt.date, last: dt.date) -> str:
    doubt = "perhaps " if term.presence(first, last) == "perhaps" else ""
    return f"{doubt}{term.title}{_limit(term, first, last)}"


def _limit(term: OfficeTerm, first: dt.date, last: dt.date) -> str:
    """Return when within some days an office began and ended; nothing of its first day alone."""
    one_day = first == last
    begins, ends = term.begins, term.ends
    began, ended = _within(begins, first, last), _within(ends, first, last)
    if begins and ends and began and ended and begins.text == ends.text:
        return f" in {end_words(begins)}" if not (one_day and begins.day) else ""
    words = ""
    if begins and began and not (one_day and begins.day):
        words += f" from {end_words(begins)}"
    if ends and ended:
        words += " until that day" if one_day and ends.day else f" until {end_words(ends)}"
    return words


def _within(end: TermEnd | None, first: dt.date, last: dt.date) -> bool:
    return end is not None and first <= end.latest and end.earliest <= last


def days_known_by(date: Date) -> tuple[dt.date, dt.date]:
    """Return the days an event is known by: of an open one the end that is known."""
    first = date.earliest or (date.end.earliest if date.end else dt.date.min)
    last = date.latest or (date.start.latest if date.start else dt.date.max)
    return first, last
