"""Who was in office in a year, in a few words: 'Nazarbayev → Tokayev · Trump · Amb. Moser'."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from kztimeline.dates.calendar_names import MONTHS
from kztimeline.timeline.in_office.names import IN_BRACKETS, surname
from kztimeline.timeline.in_office.terms import term_of
from kztimeline.timeline.offices import KINDS, LONG_VACANT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.timeline.in_office.terms import Presence
    from kztimeline.timeline.model import EraKind, Timeline

_CHARGE: Final = "chargé"


def year_line(timeline: Timeline, year: int, known_until: dt.date | None = None) -> str:
    """Return who was in office in a year: 'Nazarbayev → Tokayev · Trump · Amb. Moser'.

    A capital that was renamed in the year stands there as well, and where for a month or more
    of its beginning or end no envoy is on record, the month from or until which one is.

    Args:
        timeline: Where the eras are.
        year: The year.
        known_until: The day after which nothing is to be known.
    """
    if not year:
        return ""
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    if known_until is not None:
        last = min(last, known_until)
    parts = []
    for kind in KINDS:
        ran = sorted(
            (era.date, era.name, presence)
            for era in timeline.eras
            if era.kind == kind and (presence := term_of("", era.date).presence(first, last))
        )
        names = list(dict.fromkeys(_short(kind, name, presence) for _, name, presence in ran))
        if kind == "capital" and len(names) < 2:
            continue
        if kind == "envoy" and names:
            names = _with_ranks(names)
            names[0] += _from([date for date, _, _ in ran], first)
            names[-1] += _until([date for date, _, _ in ran], last)
        if names:
            parts.append(" → ".join(names))
    return " · ".join(parts)


def _short(kind: EraKind, name: str, presence: Presence) -> str:
    doubt = "perhaps " if presence == "perhaps" else ""
    if kind == "capital":
        return f"{doubt}{IN_BRACKETS.sub('', name)}"
    return f"{doubt}{_CHARGE + ' ' if _CHARGE in name else ''}{surname(name)}"


def _with_ranks(names: Sequence[str]) -> list[str]:
    """Return envoys with 'Amb.' before the first ambassador, and again after a chargé."""
    ranked, before = list[str](), _CHARGE
    for name in names:
        rank = "Amb. " if _CHARGE in before and _CHARGE not in name else ""
        ranked.append(f"{rank}{name}")
        before = name
    return ranked


def _from(dates: Sequence[Date], first: dt.date) -> str:
    """Return since which month the first of some terms ran, where long after a day; or nothing."""
    start = min(date.earliest or dt.date.min for date in dates)
    return f" from {_month(start)}" if (start - first).days > LONG_VACANT else ""


def _until(dates: Sequence[Date], last: dt.date) -> str:
    """Return until which month the last of some terms ran, where long before a day; or nothing."""
    end = max(date.latest or dt.date.max for date in dates)
    return f" until {_month(end)}" if (last - end).days > LONG_VACANT else ""


def _month(day: dt.date) -> str:
    return MONTHS[day.month - 1][:3]
