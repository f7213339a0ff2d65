"""The registry of formats: for the command line, the screen and whoever else writes events.

A format is a row here and a module of this package, which is imported when it is used:
`write(export)` returns its bytes; `write_list(listed)` does for lists that are no events.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kztimeline.export.plain_lists import PlainList
    from kztimeline.export.records import Export

_PACKAGE: Final = "kztimeline.export.formats"


class Format(NamedTuple):
    """A format in which events are written.

    Attributes:
        name: What `--format` takes.
        suffixes: How the name of a file ends that asks for it; the first is ours.
        module: The module of this package that writes it.
        about: What it is, and who reads it.
        lacks: What of an event it cannot carry; empty where it carries everything.
        also: Further endings that a file may have when the format is named.
        is_text: Whether a terminal can show it.
        has_columns: Whether columns can be chosen.
        lists: Whether it takes lists that are no events.
        of_sources: Whether it holds the sources of events, and not the events.
        needs: The extra of the package with which it is installed, or nothing.
        library: The module that the extra brings.
        writer: The function of the module that writes events; with `_table`, lists.
        said: When what it lacks is said on standard error: never, where the file says it;
            beside a file; or always.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    about: str
    lacks: str = ""
    also: tuple[str, ...] = ()
    is_text: bool = True
    has_columns: bool = False
    lists: bool = False
    of_sources: bool = False
    needs: str = ""
    library: str = ""
    writer: str = "write"
    said: Literal["never", "beside a file", "always"] = "never"

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that a file in this format may have."""
        return (*self.suffixes, *self.also)

    @property
    def is_at_hand(self) -> bool:
        """Whether what it is written with is installed."""
        return not self.library or find_spec(self.library) is not None


class MissingLibraryError(RuntimeError):
    """A format needs a library that is not installed; the text says which, and the extra."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed; it comes with kztimeline[{extra}]")


FORMATS: Final = (
    Format(
        "csv",
        (".csv",),
        "csv_table",
        "A table for spreadsheets and data tools: RFC 4180, UTF-8.",
        "identifiers and offices of actors, names of topics, what links rest on, sources of "
        "links, why an event stands outside the span, and of sources their dates in EDTF, "
        "what those dates are known from, and semicolons before a space; the timeline's title, "
        "span and eras, the query, and what of its answer is left out",
        has_columns=True,
        lists=True,
        said="beside a file",
    ),
    Format("json", (".json",), "json_text", "Everything, with a JSON Schema.", lists=True),
    Format(
        "jsonl",
        (".jsonl", ".ndjson"),
        "json_text",
        "Everything of each event, one a line.",
        "the timeline's title, span and eras, the query, and what of its answer is left out",
        lists=True,
        writer="write_lines",
        said="beside a file",
    ),
    Format(
        "html",
        (".html", ".htm"),
        "html_page",
        "One page for the browser and the printer, which needs no network.",
        "identifiers of sources, sources of links, what the sources' dates are known from, and "
        "the dates of eras",
        lists=True,
    ),
    Format(
        "markdown",
        (".md", ".markdown"),
        "markdown_text",
        "Each event in full, for a wiki or an issue.",
        "identifiers of topics, actors and sources, sources of links, and of sources their "
        "dates in EDTF and what those dates are known from; the timeline's eras",
        lists=True,
        said="beside a file",
    ),
    Format(
        "text",
        (".txt", ".text"),
        "plain",
        "Each event in full, as kzt show writes it.",
        "identifiers of topics, actors and sources, sources of links, and of sources their "
        "dates in EDTF and what those dates are known from; the timeline's title, span and "
        "eras, the query, and what of its answer is left out",
        lists=True,
        said="beside a file",
    ),
    Format(
        "timelinejs",
        (".timelinejs.csv",),
        "timelinejs",
        "The spreadsheet that TimelineJS shows.",
        "identifiers, EDTF (Display Date says it in words; open ends, decades and doubt are "
        "only there), topics, actors and their offices, links and what links rest on, sources "
        "of links, importance, why an event stands outside the span, and of sources their "
        "dates in EDTF and what those dates are known from; the timeline's span and eras",
        also=(".csv",),
        said="always",
    ),
    Format(
        "ics",
        (".ics",),
        "calendar_file",
        "For calendars: iCalendar, RFC 5545.",
        "any date but whole days (the description begins with the date in words and EDTF), an "
        "open end (the entry stands at the end that is known), identifiers but those of "
        "events, actors and their offices, what links rest on, sources of links, why an event "
        "stands outside the span, and of sources their dates in EDTF and what those dates are "
        "known from; the timeline's eras",
    ),
    Format(
        "csl-json",
        (".csl.json",),
        "sources.csl_json",
        "The sources, for Zotero and citation processors.",
        "events but their identifiers (in the note), what sources say, places in documents, "
        "as parts such dates as are decades, open or doubtful (they stand in words), and spaces "
        "and braces in addresses (they are %20, %7B and %7D); the timeline's title, span and "
        "eras, the query, and what of its answer is left out",
        also=(".json",),
        of_sources=True,
        said="always",
    ),
    Format(
        "bibtex",
        (".bib",),
        "sources.bibtex",
        "The sources, for LaTeX and Zotero.",
        "events but their identifiers (in the note), what sources say, places in documents, "
        "and spaces and braces in addresses (they are %20, %7B and %7D); the timeline's title, "
        "span and eras, the query, and what of its answer is left out",
        of_sources=True,
    ),
    Format(
        "sqlite",
        (".sqlite", ".sqlite3", ".db"),
        "sqlite_database",
        "A database with tables of events, sources, claims and links.",
        "the sources of eras",
        is_text=False,
    ),
    Format(
        "xlsx",
        (".xlsx",),
        "xlsx_workbook",
        "A workbook whose whole days are days and whose other dates are text.",
        "identifiers and offices of actors, names of topics, what links rest on, sources of "
        "links, why an event stands outside the span, days before March 1900 as days (they "
        "are text), and the end of a text of more than 32,767 characters; the timeline's eras",
        is_text=False,
        has_columns=True,
        needs="xlsx",
        library="xlsxwriter",
    ),
)
BY_NAME: Final = {each.name: each for each in FORMATS}


def endings(formats: Iterable[Format] = FORMATS) -> tuple[str, ...]:
    """Return how the names of files may end, each ending asking for one of some formats."""
    return tuple(suffix for each in formats for suffix in each.suffixes)


def by_suffix(name: str, formats: Iterable[Format] = FORMATS) -> Format | None:
    """Return the format that the name of a file asks for, by its longest ending, or None."""
    small = name.lower()
    found = [
        (len(suffix), each)
        for each in formats
        for suffix in each.suffixes
        if small.endswith(suffix)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def write(format: Format, export: Export) -> bytes:
    """Return events in a format, the same bytes every time.

    Raises:
        MissingLibraryError: what it is written with is not installed.
    """
    content: bytes = getattr(import_module(f"{_PACKAGE}.{format.module}"), format.writer)(export)
    return content


def write_list(format: Format, listed: PlainList) -> bytes:
    """Return a list that is not a list of events in a format that takes such."""
    writer = getattr(import_module(f"{_PACKAGE}.{format.module}"), f"{format.writer}_list")
    content: bytes = writer(listed)
    return content
