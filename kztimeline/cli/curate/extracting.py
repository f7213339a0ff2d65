"""`kzt extract`: the dates that stand in documents."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kztimeline.cli.curate.card_offers import offer_cards
from kztimeline.cli.curate.document_given import read_given, say_if_page
from kztimeline.cli.fitting import cells_of, fitted
from kztimeline.cli.offers import offer_topics, offer_tracks
from kztimeline.cli.options import date_of, require_sound
from kztimeline.cli.patience import reading_a_text
from kztimeline.cli.reporting import FINDINGS, USAGE, complain, fail, found_nothing, say
from kztimeline.cli.streams import write_bytes
from kztimeline.documents.texts import DocumentText
from kztimeline.loading.findings import FileError, report
from kztimeline.text.cells import cut, width
from kztimeline.text.numbers import count_of
from kztimeline.text.visible import json_text, visible
from kztimeline.timeline.field_types import check_identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from kztimeline.dates.edtf import Date
    from kztimeline.documents.extraction import Extracted

    FoundIn: TypeAlias = Sequence[tuple[DocumentText, list[Extracted]]]

_CONTEXT: Final = 30
_NEWS: Final = dt.timedelta(31)
"""So far apart a text's own day and that of its publication can be."""
_LEAST_AROUND: Final = 20
_MOST_TOLD: Final = 5
_NO_DATES: Final = ("P", "FUTURE_REF")
"""How what is known of lengths begins, and of “now”, “recently” and “the future”."""
_COLUMNS: Final = (
    "document", "start", "end", "text", "date",
    "precision", "kind", "anchor", "confidence", "candidates", "fault",
)  # fmt: skip


class ExtractFormat(StrEnum):
    """How mentions are written."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    stubs = "stubs"


Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The documents' own date, such as 2012-02-03."),
]


def extract_dates(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT", help="UTF-8 texts; - is standard input."),
    ],
    published: Published = None,
    format: Annotated[
        ExtractFormat,
        typer.Option(
            help="table, jsonl, csv, or stubs: an event to fill in for each date sure enough."
        ),
    ] = ExtractFormat.table,
    id: Annotated[
        str | None,
        typer.Option(
            metavar="CARD",
            help="For stubs: the id of the document's card.",
            autocompletion=offer_cards,
        ),
    ] = None,
    track: Annotated[
        str | None,
        typer.Option(
            metavar="TRACK", help="For stubs: the id of their track.", autocompletion=offer_tracks
        ),
    ] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            metavar="TOPIC",
            help="For stubs: the id of a topic of theirs.",
            autocompletion=offer_topics,
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show in the table which evidence decided.")
    ] = False,
) -> None:
    """List every date in documents and how it is read.

    The doubtful ones come first, with what to look at: a day or weekday that cannot be, or
    the dates that it can mean, each with its share of 1 (0.50 is as likely as not).
    Without --published, phrases such as "last month" stay unresolved.

    A line of the table has the place in the text (characters from 0), the date, its kind,
    and the words with what stands around them. 1968~ is about 1968, 198X is the 1980s,
    1985/.. is from 1985 on, ../1968 is up to the end of 1968.

    Where there is no date, what is known stands in parentheses: (XXXX-05-06) a 6 May of an
    unknown year, (XXXX) an unknown year, (XXXX-WXX) an unknown week, (P18M) a length of
    18 months (D days, W weeks, Y years), (BC0044) the year 44 BC, (BC004) the 40s, (BC00) the
    first century, (BC2) the third millennium BC, (PRESENT_REF), (PAST_REF), (FUTURE_REF) "now",
    "recently", "the future".
    """
    from kztimeline.documents.extraction import extract as find

    for_stubs = {"--id": id, "--track": track, "--topic": topics}
    _require_format(format, for_stubs, explain=explain)
    require_sound(check_identifier, {"--id": id, "--track": track})
    for topic in topics or ():
        require_sound(check_identifier, {"--topic": topic})
    if id is not None and len({*documents}) > 1:
        fail("--id: there are several documents", "Name one document a time.", USAGE)
    date = date_of(published, "--published")
    faulty: list[str] = []
    found: list[tuple[DocumentText, list[Extracted]]] = []
    for argument in dict.fromkeys(documents):
        with reading_a_text(argument):
            if (document := _readable(argument, faulty)) is not None:
                found.append((document, find(document.text, date)))
                _compare(*found[-1], date)
                say_if_page(document)
    if faulty and not found:
        sys.exit(FINDINGS)
    if format is ExtractFormat.table:
        sys.stdout.writelines(_as_table(*each, explain=explain) for each in found)
    elif format is ExtractFormat.stubs:
        _write_stubs(found, id, track, topics)
    else:
        # For programs, which read UTF-8 whatever a terminal shows.
        write_bytes(_WRITERS[format](found).encode("utf-8", "replace"))
    if faulty:
        sys.stdout.flush()
        sys.exit(FINDINGS)
    if not any(mentions for _, mentions in found):
        found_nothing("no date is found")


def _compare(document: DocumentText, found: list[Extracted], published: Date | None) -> None:
    """Say where a text is headed with another day than the one it is read against, or none."""
    from kztimeline.documents.extraction import own_day

    if published is None and not any(map(_counts_from_publication, found)):
        return
    own, name = own_day(document.text), visible(document.path.name)
    if own is None:
        return
    if published is None:
        say(
            f"{name} is headed {own}, but is read without a day of publication",
            f"    Words such as “last month” count from it: add --published {own}.",
        )
    elif not published.earliest or not published.latest:
        return
    elif not published.earliest - _NEWS <= own <= published.latest + _NEWS:
        say(
            f"{name} is headed {own}, but is read as of {published}",
            "    Words such as “last month” count from --published: is it the right day?",
        )


def _counts_from_publication(mention: Extracted) -> bool:
    """Tell what would have a date, or a surer one, if the day of publication were known."""
    return mention.is_doubtful or (mention.kind == "relative" and mention.date is None)


def _require_format(
    format: ExtractFormat, for_stubs: Mapping[str, object], *, explain: bool
) -> None:
    """Exit where an option is given that another format has a use for."""
    if format is not ExtractFormat.stubs:
        for option, given in for_stubs.items():
            if given:
                fail(f"{option} is for stubs", "Add --format stubs, or leave it out.", USAGE)
    if explain and format is not ExtractFormat.table:
        fail("--explain: only the table explains", "Leave out --format.", USAGE)


def _readable(argument: str, faulty: list[str]) -> DocumentText | None:
    """Read a document; one that cannot be read is named, noted and left out."""
    try:
        return read_given(argument)
    except FileError as error:
        sys.stdout.flush()
        sys.stderr.writelines(report(error.findings))
        complain(f"{error.findings[0].file}: {count_of(len(error.findings), 'problem')}")
        faulty.append(argument)
        return None


def _record(document: DocumentText, found: Extracted) -> dict[str, Any]:
    from kztimeline.documents.extraction import candidates

    return {
        "document": document.path.name,
        "start": found.span.start,
        "end": found.span.end,
        "text": found.text,
        "date": str(found.date) if found.date else None,
        "precision": found.precision,
        "kind": found.kind,
        "anchor": found.anchor,
        "confidence": found.confidence,
        "candidates": candidates(found),
        "fault": found.fault,
    }


def _records(found: FoundIn) -> Iterator[dict[str, Any]]:
    for document, mentions in found:
        for mention in mentions:
            yield _record(document, mention)


def _as_jsonl(found: FoundIn) -> str:
    return "".join(
        json_text(json.dumps(each, ensure_ascii=False)) + "\n" for each in _records(found)
    )


def _as_csv(found: FoundIn) -> str:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in _records(found):
        writer.writerow({name: visible(str(it)) for name, it in row.items() if it is not None})
    return stream.getvalue()


def _write_stubs(
    found: FoundIn, id: str | None, track: str | None, topics: Sequence[str] | None
) -> None:
    """Write an event for each mention with a date, and say which have none."""
    from kztimeline.documents.cards import event_stubs
    from kztimeline.loading.file_format.first_file import STUB_TOPIC, STUB_TRACK

    mentions = ((id or card_id(document.path), each) for document, them in found for each in them)
    stubs = event_stubs(
        mentions, track=track or STUB_TRACK, topics=[*dict.fromkeys(topics or [STUB_TOPIC])]
    )
    write_bytes(stubs.encode("utf-8", "replace"))
    undated = [(document, each) for document, them in found for each in them if not each.date]
    if not stubs and undated:
        number = count_of(len(undated), "phrase of time", "phrases of time")
        found_nothing(f"{number}, but none with a date of which an event could be made")
    elif lost := [pair for pair in undated if not (pair[1].known or "").startswith(_NO_DATES)]:
        _say_without_stub(lost)


def _say_without_stub(undated: Sequence[tuple[DocumentText, Extracted]]) -> None:
    """Say for which mentions there is no stub, and what each can mean: the doubtful ones first."""
    from kztimeline.documents.extraction import doubt

    told = [
        f"    {document.path.name}, {each.span}: “{' '.join(each.text.split())}”, "
        f"{doubt(each) or f'of which no more is known than ({each.known})'}"
        for document, each in sorted(undated, key=lambda pair: not pair[1].is_doubtful)
    ]
    more = len(told) - _MOST_TOLD
    say(
        f"no stub for {count_of(len(undated), 'date')}: "
        "nothing that it can mean is likely enough to be taken",
        *map(visible, told[:_MOST_TOLD]),
        *([f"    and {more} more"] if more > 0 else []),
        "    Write their events by hand, or let `kzt seeds walk` ask for their dates; "
        "`kzt extract` without --format lists every date.",
    )


def _as_table(document: DocumentText, mentions: list[Extracted], explain: bool = False) -> str:
    from kztimeline.documents.extraction import doubt, doubtful_first
    from kztimeline.documents.extraction import explain as reasons

    doubts = sum(found.is_doubtful for found in mentions)
    counted = f", {doubts} of them doubtful" if doubts else ""
    lines = [f"{visible(document.path.name)}: {count_of(len(mentions), 'date')}{counted}"]
    cells = cells_of(sys.stdout)
    for found in doubtful_first(mentions):
        date = str(found.date) if found.date else f"({found.known or '-'})"
        before = document.text[max(0, found.span.start - _CONTEXT) : found.span.start]
        after = document.text[found.span.end : found.span.end + _CONTEXT]
        place = f"{found.span!s:>13}  {date:<23} {found.kind:<8}  "
        if cells is not None and len(place) + width(found.text) + _LEAST_AROUND > cells:
            # A narrow terminal has the sentence on a line of its own.
            lines.append(place.rstrip())
            place = " " * 15
        lines.append(place + _in_context(before, found.text, after, cells, len(place)))
        notes = reasons(found) if explain else [note for note in [doubt(found)] if note]
        lines += [fitted(f"{'':15}{visible(note)}", cells, 17) for note in notes]
    return "\n".join(lines) + "\n"


def _in_context(before: str, phrase: str, after: str, cells: int | None, indent: int) -> str:
    """Return a phrase between what stands around it, on a terminal as much as its line takes."""
    marked = f"«{visible(phrase)}»"
    if cells is None:
        return f"{visible(before)}{marked}{visible(after)}"
    room = max(0, cells - indent - width(marked)) // 2
    return f"{_end_of(visible(before), room)}{marked}{cut(visible(after), room)}"


def _end_of(text: str, cells: int) -> str:
    """Return the end of a text, as much as there are cells for."""
    return text if width(text) <= cells else cut(text[::-1], cells)[::-1]


_WRITERS = {
    ExtractFormat.jsonl: _as_jsonl,
    ExtractFormat.csv: _as_csv,
}


def card_id(path: Path) -> str:
    """Return the id for a document's card: its file name up to the first underscore."""
    stem = path.stem.partition("_")[0].lower()
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in stem).split()
    return "-".join(words) or "document"
