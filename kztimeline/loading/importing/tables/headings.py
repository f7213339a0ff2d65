"""What is read from the columns of a table, by which names, and what is said if one is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from kztimeline.loading.importing.found import ImportFault
from kztimeline.text.letters.unseen import put_right

HEADINGS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "date": (
        "when it happened or began: 2012, 2012-02, 3 Feb 2012",
        ("date", "when", "start", "start date", "date_edtf"),
    ),
    "end": ("when it ended", ("end", "end date", "until", "to")),
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

_TEXTS: Final = frozenset({"title", "summary"})
_SOURCES: Final = frozenset({"source", "url", "publisher"})
"""Any of these may be enough for an event."""


class MappingFault(ImportFault):
    """A mapping of columns names what there is not."""


def columns_read(small: Mapping[str, str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the column that each thing is read from.

    Args:
        small: The names of the columns by what they are in small letters.
        mapping: Names of columns by what is read from them, over those found by their names.

    Raises:
        ImportFault: nothing is read that an event must have.
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
    for wanted, (_meaning, others) in HEADINGS.items():
        if wanted not in columns:
            found = next((small[other] for other in others if other in small), None)
            if found is not None and found not in columns.values():
                columns[wanted] = found
    _require(columns, small.values())
    return columns


def _require(columns: Collection[str], names: Collection[str]) -> None:
    if not _TEXTS & {*columns} or "date" not in columns:
        raise ImportFault(
            "no column is known to hold the date, or the title",
            f"Name them: --map date=COLUMN --map title=COLUMN. The columns are {', '.join(names)}.",
        )
    if not _SOURCES & {*columns}:
        raise ImportFault(
            "no event can be taken over: no column is known to hold a source",
            "Name it: --map source=COLUMN for its title or --map url=COLUMN for its address; in "
            f"what `kzt export` writes it is citation. The columns are {', '.join(names)}.",
        )
