"""`kzt office`: who was in office on a day, as the screen's page of that day tells it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final

from kztimeline.cli.arguments.declared import Arguments, CommandContext
from kztimeline.cli.fitting import cells_of, fitted
from kztimeline.cli.formats import LISTS, ListFormatOption, target
from kztimeline.cli.options import (
    AsOfOption,
    ForceOption,
    OutputOption,
    TimelineOption,
    as_of_date,
    chosen_timeline,
    date_of,
)
from kztimeline.cli.reporting import FINDINGS, USAGE, fail, reporting, say
from kztimeline.export.plain_lists import PlainList
from kztimeline.text.cells import width
from kztimeline.timeline.in_office.days import Days, spoken
from kztimeline.timeline.in_office.on_days import memberships_within, offices_within
from kztimeline.timeline.in_office.wording import (
    ONLY_NAMED,
    after_end_words,
    beginning_words,
    holder_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kztimeline.dates.edtf import Date
    from kztimeline.export.plain_lists import ListCell
    from kztimeline.timeline.in_office.on_days import Holder, Office
    from kztimeline.timeline.model import Timeline

_COLUMNS: Final = (
    "office",
    "holder",
    "term",
    "term_in_words",
    "perhaps",
    "next_on_record",
    "only_named_holders",
)
_MEMBER: Final = "Member of"
_NOBODY: Final = "none on record"
_BESIDE_FROM: Final = 76
"""Cells of a terminal from which what goes on stands below what it belongs to."""

DateWords = Annotated[
    list[str] | None,
    Arguments("DATE", "A day, such as 2007-03-01 or 1 mar 2007; also a month or a year."),
]


def office(
    context: CommandContext,
    date: DateWords = None,
    format: ListFormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    as_of: AsOfOption = None,
    timeline: TimelineOption = None,
) -> None:
    """Say who was in office on a day, or within a month or a year.

    The screen tells the same by `r`. Who may not have held an office then is said to have
    done so perhaps.
    """
    with reporting():
        asked = date_of(" ".join(date or ()) or None, "DATE")
        if asked is None:
            fail("no date is given", "Write one, as in `kzt office 2007-03-01`.", USAGE)
        to = target(format, output, formats=LISTS, force=force)
        loaded = chosen_timeline(context, timeline)
        days = _days(asked)
        known, heading = _as_known(loaded, days, as_of)
        rows = tuple(_rows(known, days, loaded))
        if rows or not to.is_text:
            after_end = after_end_words(loaded, days.first) if rows else ""
            heads = [heading, after_end] if after_end else [heading]
            lines = _lines(rows, heads, None if to.path else cells_of(sys.stdout))
            if after_end and not to.is_text:
                say(after_end)
            to.write_list(PlainList("offices", _COLUMNS, rows), "row", lines)
        if not rows:
            when = f"{heading[:1].lower()}{heading[1:]}"
            say(f"nobody is on record as being in office {when}")
            sys.exit(FINDINGS)


def _days(asked: Date) -> Days:
    """Return a day, or all days of a longer time that is known."""
    whole = asked.earliest and asked.latest and not (asked.day or asked.qualifier)
    return Days(asked, whole=True) if whole else Days.of(asked)


def _as_known(timeline: Timeline, days: Days, as_of: str | None) -> tuple[Timeline, str]:
    """Return the timeline as of a date, if one is given, and what to call what it tells.

    Exits where the days come after that date.
    """
    from kztimeline.timeline.as_of import day_meant, day_words, past

    last = as_of_date(as_of)
    day = day_meant(last) if last else None
    if day is None:
        return timeline, days.words
    if days.first > day:
        asked = spoken(days.date)
        verb = "is" if not asked.startswith("the ") or asked.startswith("the year ") else "are"
        problem = f"{asked} {verb} after {day_words(last)}, the --as-of date"
        fail(problem, "Leave out --as-of to see it.")
    return past(timeline, day), f"{days.words}, as of {day_words(last)}"


def _rows(timeline: Timeline, days: Days, whole: Timeline) -> Iterator[dict[str, ListCell]]:
    """Yield a row for each holder of an office, in the order of the screen's page.

    An office that nobody held has one too, unless nobody held any.
    """
    offices = offices_within(timeline, days.first, days.last, whole)
    members = memberships_within(timeline, days.first, days.last)
    if not members and not any(each.held for each in offices):
        return
    for each in offices:
        if each.whole:
            yield from _of_office(each, days)
    for member in members:
        yield _row(_MEMBER, member, days)
    for each in offices:
        if not each.whole:
            yield from _of_office(each, days)


def _of_office(office: Office, days: Days) -> Iterator[dict[str, ListCell]]:
    for holder in office.held:
        yield _row(office.name, holder, days, whole=office.whole)
    if not office.held:
        yield _row(office.name, None, days, whole=office.whole, following=office.following)


def _row(
    name: str,
    holder: Holder | None,
    days: Days,
    *,
    whole: bool = True,
    following: Holder | None = None,
) -> dict[str, ListCell]:
    after = f"{following.name}, {beginning_words(following.term)}" if following else None
    cells = (
        name,
        holder.name if holder else None,
        holder.date.text if holder and holder.date else None,
        holder_words(holder, days.first, days.last) if holder else None,
        holder.perhaps if holder else None,
        after,
        not whole,
    )
    return dict(zip(_COLUMNS, cells, strict=True))


def _lines(
    rows: Sequence[dict[str, ListCell]], heads: Sequence[str], cells: int | None
) -> Iterator[str]:
    """Yield the rows one a line below which day it is: parted on a terminal, whole in a pipe."""
    for head in heads:
        yield f"{fitted(head, cells)}\n"
    widest = max((width(str(row["office"])) for row in rows), default=0)
    indent = widest + 2 if cells is None or cells >= _BESIDE_FROM else 4
    told = False
    for row in rows:
        if row["only_named_holders"] and not told:
            told = True
            yield f"{fitted(ONLY_NAMED, cells)}\n"
        name = str(row["office"])
        line = f"{name}{' ' * (widest - width(name))}  {_who(row)}"
        yield f"{fitted(line, cells, indent)}\n"


def _who(row: dict[str, ListCell]) -> str:
    if row["holder"] is not None:
        return f"{row['holder']}, {row['term_in_words']}"
    after = row["next_on_record"]
    return f"{_NOBODY}; next on record: {after}" if after else _NOBODY
