"""Events as the spreadsheet of TimelineJS: its nineteen columns, in CSV.

TimelineJS reads a year alone or with a month as just that, but knows no open end, no decade
and no doubt. The date is therefore given as far as it can be, and Display Date, which is what a
reader sees, always says it in full. What reaches back without a bound begins where it ends.

Cells are HTML. In texts TimelineJS makes a link of whatever looks to it like an address, also
within a link or where one ends in a bracket: here sources are links, and nothing else becomes one.
"""

from __future__ import annotations

import csv
import io
import re
from html import escape
from typing import TYPE_CHECKING, Final

from kztimeline.dates.edtf import Endpoint, Precision, parse
from kztimeline.export.answer import answer_words, match_words
from kztimeline.export.spreadsheet_cells import kept_text
from kztimeline.text.visible import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.export.records import EventRecord, Export, SourceRecord

_FIRST_ROW: Final = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type",
    "Group", "Background", "Link",
)  # fmt: skip

_LINKED_BY_ITSELF: Final = re.compile(r"(?<=://)|(?<!/)(?=www\.)|(?=@)", re.IGNORECASE)
_OTHER_ADDRESS: Final = re.compile(r"(?<!/)www\.", re.IGNORECASE)
_IN_ADDRESS: Final = str.maketrans({"@": "%40", "'": "%27"})
_TEXTS: Final = frozenset({"Display Date", "Headline", "Text", "Group"})


def write(export: Export) -> bytes:
    """Return a slide for the title and a row for each event."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, _FIRST_ROW, restval="", lineterminator="\r\n")
    writer.writeheader()
    scope = (answer_words(export), export.notice)
    text = "".join(_paragraph(line) for line in scope if line)
    title = {"Headline": escape(export.timeline.title), "Text": text, "Type": "title"}
    for row in (title, *map(_row, export.events)):
        writer.writerow(_kept(row) if export.excel else row)
    return stream.getvalue().encode()


def _kept(row: dict[str, str]) -> dict[str, str]:
    """Return a row whose texts survive the spreadsheet in which TimelineJS has them."""
    return {name: kept_text(cell) if name in _TEXTS else cell for name, cell in row.items()}


def _row(event: EventRecord) -> dict[str, str]:
    date = parse(event.date.edtf)
    start = date.start or date.end
    end = date.end if date.is_interval and date.start else None
    lasting = None if date.is_interval else _stretch(start)
    until = end or lasting
    return {
        **_cells(("Year", "Month", "Day"), _parts(start, first=True)),
        **_cells(("End Year", "End Month", "End Day"), _parts(until, first=False)),
        "Display Date": event.date.words,
        "Headline": escape(event.title),
        "Text": "".join(_text(event)),
        "Group": escape(event.track.name),
    }


def _cells(columns: tuple[str, ...], parts: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(columns, parts, strict=True))


def _stretch(end: Endpoint | None) -> Endpoint | None:
    """Return a decade or century, which TimelineJS takes only as a stretch of years."""
    return end if end and end.precision >= Precision.DECADE else None


def _parts(end: Endpoint | None, *, first: bool) -> tuple[str, str, str]:
    """Return year, month and day of an end, no finer than it is known."""
    if end is None:
        return "", "", ""
    day = end.earliest if first else end.latest
    month = str(day.month) if end.precision <= Precision.MONTH else ""
    return str(day.year), month, str(day.day) if end.precision is Precision.DAY else ""


def _text(event: EventRecord) -> Iterator[str]:
    yield _paragraph(event.summary)
    for label, fact in (
        ("Match", match_words(event)),
        ("According to", event.attributed_to),
        ("Inferred", event.inference),
        ("Note", event.note),
        ("Place", event.place),
    ):
        if fact:
            yield _paragraph(f"{label}: {fact}")
    addresses = {source.id: source.URL for source in event.sources}
    for claim in event.disputed:
        cited = _cited(claim.citation, addresses.get(claim.source))
        said = _shown(f"Sources disagree: {claim.by}: {claim.claim}")
        yield f"<p>{said} ({cited})</p>"
    yield f"<ol>{''.join(map(_source, event.sources))}</ol>"


def _paragraph(text: str) -> str:
    return f"<p>{_shown(text)}</p>"


def _source(source: SourceRecord) -> str:
    says = f" {_shown(source.says)}" if source.says else ""
    return f"<li>{_cited(source.citation, source.URL)}.{says}</li>"


def _cited(citation: str, address: str | None) -> str:
    """Return a citation whose address is a link."""
    if not address or address not in citation or not web_address(address):
        return _shown(citation)
    before, after = map(_shown, citation.split(address, 1))
    return f'{before}<a href="{_target(address)}">{_shown(address)}</a>{after}'


def _target(address: str) -> str:
    """Return an address in which TimelineJS finds no other one."""
    return escape(_OTHER_ADDRESS.sub("www%2E", web_address(address).translate(_IN_ADDRESS)))


def _shown(text: str) -> str:
    """Return HTML of a text in which TimelineJS finds no address: a place to break parts it."""
    return _LINKED_BY_ITSELF.sub("<wbr>", escape(text))
