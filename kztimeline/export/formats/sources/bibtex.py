"""The sources of events as BibTeX, for LaTeX and Zotero."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.dates.edtf import Precision, parse
from kztimeline.export.formats.registry import BY_NAME
from kztimeline.export.formats.sources.csl_json import Uses
from kztimeline.export.making_records import works_of
from kztimeline.text.visible import percent_encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.export.records import DateRecord, Export, WorkRecord

_SPECIAL: Final = str.maketrans(
    {
        "\\": r"{\textbackslash}",
        "{": r"\{",
        "}": r"\}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "~": r"\~{}",
        "^": r"\^{}",
    }
)
_LIGATURE: Final = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)")
_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_NO_KEY: Final = re.compile(r"[^\w-]+")


def write(export: Export) -> bytes:
    """Return an entry for each source that the events cite, once."""
    uses = Uses(export)
    # What stands outside an entry is passed over.
    note = f"% Not carried: {BY_NAME['bibtex'].lacks}.\n"
    return "\n".join([note, *(_entry(work, uses) for work in works_of(export))]).encode()


def _entry(work: WorkRecord, uses: Uses) -> str:
    kind = "online" if work.URL else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(work, uses))
    return f"@{kind}{{{_NO_KEY.sub('-', work.id)},\n{fields}}}\n"


def _fields(work: WorkRecord, uses: Uses) -> Iterator[tuple[str, str]]:
    # Doubled braces keep capitals, and an author who may be a body, as they are.
    yield "title", f"{{{{{_text(work.title)}}}}}"
    if work.author:
        yield "author", f"{{{{{_text(work.author)}}}}}"
    yield "organization", f"{{{{{_text(work.publisher)}}}}}"
    yield from _date(work.issued)
    if work.URL:
        yield "url", f"{{{percent_encoded(work.URL)}}}"
    if work.accessed:
        yield "urldate", f"{{{work.accessed.edtf}}}"
    yield "note", f"{{{_text(uses.note(work))}}}"


def _date(issued: DateRecord | None) -> Iterator[tuple[str, str]]:
    """Yield the date as biblatex has it, which is EDTF, and as the older BibTeX has it."""
    if issued is None:
        return
    yield "date", f"{{{issued.edtf}}}"
    date = parse(issued.edtf)
    if date.is_interval or date.start is None or date.precision > Precision.YEAR:
        yield "year", f"{{{_text(issued.words)}}}"
        return
    about = "about " if date.qualifier in ("~", "%") else ""
    doubt = "?" if date.qualifier in ("?", "%") else ""
    yield "year", f"{{{about}{date.start.earliest.year:04}{doubt}}}"
    if date.precision < Precision.YEAR:
        yield "month", _MONTHS[date.start.earliest.month - 1]
    if date.precision is Precision.DAY:
        yield "day", f"{{{date.start.earliest.day}}}"


def _text(text: str) -> str:
    """Return a text as TeX reads it back: "--" as it stands is no dash, '' no quotation mark."""
    return _LIGATURE.sub("{}", text.translate(_SPECIAL))
