"""What is read from the columns of a table, by which names, and what is said if one is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from kztimeline.loading.importing.found import ImportFault
from kztimeline.text.letters.unseen import put_right
from kztimeline.text.nearest import nearest

HEADINGS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "date": (
        "when it happened or began: 2012, 2012-02, 3 Feb 2012",
        ("date", "when", "start", "start date", "date_edtf"),
    ),
    "end": ("when it ended", ("end", "end date", "until", "to", "end year")),
    "year": ("its year, where date has no column of its own", ("year",)),
    "month": ("its month beside year, as a number or a name", ("month",)),
    "day": ("its day beside year and month", ("day",)),
    "title": ("what happened, in one line", ("title", "headline", "event", "name", "what")),
    "summary": ("the same at length", ("summary", "text", "description", "details")),
    "track": ("the name of its track", ("track", "group", "column")),
    "topics": (
        "names of subjects, between semicolons",
        ("topics", "topic", "tags", "category", "subject"),
    ),
    "actors": (
        "who was involved, between semicolons: Jane Smith; NATO (body)",
        ("actors", "actor", "people", "who", "persons", "participants"),
    ),
    "place": ("where", ("place", "location", "where")),
    "importance": ("1 for key events, 2, or 3", ("importance",)),
    "source": ("the title of its source", ("source", "source title", "reference", "citation")),
    "publisher": (
        "who published that; with issued it is enough for a paper",
        ("publisher", "newspaper"),
    ),
    "url": ("the address of the source", ("url", "link", "source url", "address")),
    "issued": ("when the source was published", ("issued", "published", "source date")),
    "author": ("who wrote the source", ("author",)),
    "says": ("what the source says", ("says",)),
    "note": ("what else has to be known", ("note", "notes", "comment")),
    "attributed_to": ("whose claim it is", ("attributed_to",)),
    "inference": ("from what the date or a fact was inferred", ("inference",)),
    "id": ("the event's id", ("id", "identifier")),
}
"""What is read from columns: its meaning, and the names that are read of their own accord."""

DATE_PARTS: Final = ("year", "month", "day")
_DATES: Final = frozenset({"date", "year"})
_TEXTS: Final = frozenset({"title", "summary"})
_SOURCES: Final = frozenset({"source", "url", "publisher"})
"""Any of these may be enough for an event."""


class MappingFault(ImportFault):
    """A mapping of columns names what there is not."""


def columns_read(
    small: Mapping[str, str],
    mapping: Mapping[str, str],
    below: Iterable[tuple[int, Sequence[str]]] = (),
) -> dict[str, str]:
    """Return the column that each thing is read from.

    Args:
        small: The names of the columns by what they are in small letters.
        mapping: Names of columns by what is read from them, over those found by their names.
        below: The first rows below with their numbers, for one of them may hold the headings.

    Raises:
        ImportFault: nothing is read that an event must have.
    """
    columns = _mapped(small, mapping)
    for wanted, (_meaning, others) in HEADINGS.items():
        if wanted not in columns:
            found = next((small[other] for other in others if other in small), None)
            if found is not None and found not in columns.values():
                columns[wanted] = found
    if missing := _missing(columns):
        raise _without(missing, small, columns.values(), below)
    if not _SOURCES & columns.keys():
        raise ImportFault(
            "no event can be taken over: no column is known to hold a source",
            "Name it: --map source=COLUMN for its title or --map url=COLUMN for its address; what "
            f"`kzt export` writes has it in citation. The columns are {', '.join(small.values())}.",
        )
    if "date" in columns:
        for part in DATE_PARTS:
            columns.pop(part, None)
    return columns


def _mapped(small: Mapping[str, str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the columns that are named for what is read from them.

    Raises:
        MappingFault: there is no such column, or nothing such to be read.
    """
    columns: dict[str, str] = {}
    for wanted, named in mapping.items():
        if wanted not in HEADINGS:
            raise MappingFault(
                f"there is nothing called {wanted!r} to be read from a column",
                f"Those are {', '.join(HEADINGS)}; `kzt help import` says what each means.",
            )
        column = put_right(named)[0].strip().casefold()
        if column not in small:
            raise MappingFault(
                f"there is no column {named!r}", f"The columns are {', '.join(small.values())}."
            )
        columns[wanted] = small[column]
    return columns


def _missing(columns: Collection[str]) -> list[str]:
    """Return what no column is known to hold of what an event must have."""
    is_there = {
        "date": not _DATES.isdisjoint(columns),
        "title": not _TEXTS.isdisjoint(columns),
    }
    return [name for name, there in is_there.items() if not there]


def _without(
    missing: Sequence[str],
    small: Mapping[str, str],
    taken: Collection[str],
    below: Iterable[tuple[int, Sequence[str]]],
) -> ImportFault:
    """Return what is wrong where no column holds a date or a title."""
    names = ", ".join(small.values())
    for number, row in below:
        cells = {cell.strip().casefold() for cell in row}
        held = [wanted for wanted, (_, others) in HEADINGS.items() if not cells.isdisjoint(others)]
        if len(held) > 1 and not _missing(held):
            return ImportFault(
                f"the first row holds no headings that are known: {names}",
                f"They seem to stand in row {number}: delete the rows above it.",
            )
    free = [name for name in small.values() if name not in taken]
    meant = {wanted: _like(wanted, free) for wanted in missing}
    options = " ".join(f"--map {wanted}={meant[wanted] or 'COLUMN'}" for wanted in missing)
    return ImportFault(
        f"no column is known to hold the {', or the '.join(missing)}",
        f"Name {'it' if len(missing) == 1 else 'them'}: {options}. The columns are {names}.",
    )


def _like(wanted: str, names: Iterable[str]) -> str:
    """Return the column whose name is likest to those of what is wanted; nothing for none."""
    _meaning, others = HEADINGS[wanted]
    return next((name for name in names if nearest(name, others, by_words=False)), "")
