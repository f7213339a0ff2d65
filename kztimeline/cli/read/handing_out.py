"""Events on their way out: chosen, ordered, and written in a format."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

from kztimeline.cli.arguments.declared import CommandOption
from kztimeline.cli.reporting import USAGE, fail, say
from kztimeline.export.answer import counted_words
from kztimeline.export.columns import COLUMNS, UnknownColumnError, column, in_order
from kztimeline.export.formats.registry import FORMATS, MissingLibraryError, write
from kztimeline.text.nearest import did_you_mean, nearest
from kztimeline.text.numbers import count_of
from kztimeline.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.cli.formats import Target
    from kztimeline.cli.read.matching import Seen
    from kztimeline.export.formats.registry import Format
    from kztimeline.export.records import Export


_MOST_DIGITS: Final = 10


def offer_columns(incomplete: str) -> list[tuple[str, str]]:
    """Return the columns that a list of names may go on with, for the shell."""
    before, comma, begun = incomplete.rpartition(",")
    named = [each for each in COLUMNS if each.name.startswith(begun)]
    return [(f"{before}{comma}{each.name}", each.description) for each in named]


def offer_orders(incomplete: str) -> list[tuple[str, str]]:
    """Return the columns that events can be sorted by, for the shell."""
    sign = "-" if incomplete.startswith("-") else ""
    return [(f"{sign}{each.name}", each.description) for each in COLUMNS]


ColumnsOption = Annotated[
    str | None,
    CommandOption(
        ("--columns",),
        "For csv and xlsx: these columns, such as date,title.",
        metavar="NAMES",
        offers=offer_columns,
    ),
]
SortOption = Annotated[
    str | None,
    CommandOption(
        ("--sort",),
        "Sort by a column instead of the date; -COLUMN reverses.",
        metavar="COLUMN",
        offers=offer_orders,
    ),
]


def _number_from_1(text: str) -> int:
    digits = text.lstrip("0") if text.isascii() and text.isdigit() else ""
    if len(digits) >= _MOST_DIGITS:
        raise ValueError(f"{text!r} is too large")
    if not digits:
        raise ValueError(f"{text!r} is not a whole number from 1 on")
    return int(digits)


LimitOption = Annotated[
    int | None,
    CommandOption(("--limit",), "Write only the first N events.", metavar="N", read=_number_from_1),
]
CountOption = Annotated[bool, CommandOption(("--count",), "Write only the number of events.")]


_OF_SPREADSHEETS: Final = ("csv", "timelinejs")


def require_count_alone(**given: object) -> None:
    """Exit where `--count` stands beside an option that a number has no use for.

    Args:
        given: What each option gives, by its name; None, False or empty where it is left out.
    """
    for name, value in given.items():
        if value:
            problem = f"--count writes a number, and --{name} is for events"
            fail(problem, f"Leave out --{name}, or --count.", USAGE)


class OutputChoice(NamedTuple):
    """What of the events found is written, as the options say it.

    Attributes:
        columns: The columns, joined by commas.
        sort: The column by which they are sorted.
        limit: How many at most.
        excel: Whether text must survive a spreadsheet that opens CSV.
    """

    columns: str | None = None
    sort: str | None = None
    limit: int | None = None
    excel: bool = False

    def check(self, format: Format | None) -> None:
        """Exit where an option means nothing for a format, or names no column."""
        if self.excel and (format is None or format.name not in _OF_SPREADSHEETS):
            remedy = f"Leave it out, or use --format {' or '.join(_OF_SPREADSHEETS)}."
            fail("--excel is for tables that a spreadsheet opens", remedy, USAGE)
        if self.columns is not None and (format is None or not format.has_columns):
            having = " or ".join(each.name for each in FORMATS if each.has_columns)
            which = format.name if format else "this list"
            fail(f"--columns: {which} has no columns", f"Use --format {having}.", USAGE)
        for option, names in (("--columns", self.names), ("--sort", self.order)):
            for name in names:
                _require_column(name.removeprefix("-") if option == "--sort" else name, option)
        if twice := [name for name, number in Counter(self.names).items() if number > 1]:
            fail(f"--columns: {twice[0]} stands twice", "Name each column once.", USAGE)

    @property
    def is_plain(self) -> bool:
        """Whether every column is wanted, as it is, in order of date."""
        return self.columns is None and self.sort is None and not self.excel

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns; none for all."""
        return tuple(map(str.strip, self.columns.split(","))) if self.columns is not None else ()

    @property
    def order(self) -> tuple[str, ...]:
        """The column by which events are sorted, if one is named."""
        return (self.sort,) if self.sort is not None else ()


def _require_column(name: str, option: str) -> None:
    try:
        column(name)
    except UnknownColumnError:
        names = [each.name for each in COLUMNS]
        near = nearest(name, names)
        listed = f"The columns are {', '.join(names)}."
        remedy = f"{did_you_mean(near, sentence=True)} {listed}" if near else listed
        problem = f"there is no column {name!r}" if name else "the name of a column is missing"
        fail(f"{option}: {problem}", remedy, USAGE)


def export_seen(seen: Seen, choice: OutputChoice, *, keep_order: bool = False) -> Export:
    """Return what is to be written.

    Args:
        seen: The events found.
        choice: Which of them, and in which order.
        keep_order: Whether their own order stays where none is asked for.
    """
    from kztimeline.export.making_records import records_of
    from kztimeline.export.records import Export

    records = records_of(seen.timeline, seen.events, seen.day, seen.possible)
    if choice.sort is not None or not keep_order:
        records = in_order(records, choice.sort or "")
    return Export(
        timeline=seen.timeline,
        events=records[: choice.limit],
        query=visible(seen.query),
        as_of=seen.day,
        notice=seen.notice,
        columns=choice.names,
        excel=choice.excel,
        certain_only=seen.certain_only,
        found=len(records),
    )


def chosen_events(seen: Seen, choice: OutputChoice) -> Seen:
    """Return what is seen with only the events chosen, in their order."""
    if choice.sort is None:
        return seen._replace(events=seen.events[: choice.limit])
    ids: Sequence[str] = [each.id for each in export_seen(seen, choice).events]
    return seen._replace(events=[seen.timeline.event(each) for each in ids])


def write_events(target: Target, format: Format, export: Export, seen: Seen) -> None:
    """Write events in a format; what must be said of them is said beside them."""
    target.write(in_format(format, export), what_is_written(format, export, seen))
    say_what_is_left(seen, len(export.events))
    say_what_is_lacking(format, target)


def what_is_written(format: Format, export: Export, seen: Seen) -> str:
    """Return what to call events in a format, '30 events' or '2 sources of 30 events'."""
    events = f"{count_of(len(export.events), 'event')}{seen.words}"
    if not format.of_sources:
        return events
    from kztimeline.export.making_records import works_of

    return f"{count_of(len(works_of(export)), 'source')} of {events}"


def in_format(format: Format, export: Export) -> bytes:
    """Return events in a format; exit where what it is written with is not installed."""
    try:
        return write(format, export)
    except MissingLibraryError as missing:
        fail(
            f"--format: {format.name} cannot be written: {missing}",
            f"Install kztimeline[{format.needs}], or use another format.",
        )


def say_what_is_lacking(format: Format, target: Target) -> None:
    """Say what a format does not carry, where the file has no room for that."""
    if format.said == "always" or (format.said == "beside a file" and target.path is not None):
        say(f"{format.name} does not carry {format.lacks}")


def say_what_is_left(seen: Seen, number: int) -> None:
    """Say what the events written do not say: as of when, and how many more there are."""
    if number < len(seen.events):
        say(counted_words(number, 0, len(seen.events)))
    if seen.notice and seen.events:
        say(seen.notice)
