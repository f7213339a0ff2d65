"""`kzt import`: a timeline file of what other programs wrote."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kztimeline.cli import output as out
from kztimeline.cli.offers import Offer, safe_offers
from kztimeline.cli.options import ForceOption, OutputOption, require_sound
from kztimeline.cli.patience import reading_a_text
from kztimeline.cli.reporting import USAGE, fail, reporting, require_utf_8, say
from kztimeline.cli.streams import write_bytes
from kztimeline.loading.files.plain_files import (
    STANDARD_INPUT,
    in_utf_8,
    read_bytes,
    read_standard_input,
)
from kztimeline.loading.locations import TIMELINE_SUFFIXES, card_files, cards_folder
from kztimeline.text.numbers import count_of
from kztimeline.text.one_line import pasted_line
from kztimeline.text.visible import visible
from kztimeline.timeline.field_types import check_text

if TYPE_CHECKING:
    from kztimeline.loading.importing.found import Imported
    from kztimeline.loading.importing.writing import Written

_OF_JSON: Final = (".json", ".jsonl", ".ndjson")


def offer_columns_of_table(ctx: Any, incomplete: str) -> list[Offer]:
    """Return what a column may hold, and after `=` the columns of the table."""
    from kztimeline.loading.importing.tables.headings import HEADINGS
    from kztimeline.loading.importing.tables.table import headings_of

    what, equals, _column = incomplete.partition("=")
    begun = [each for each in HEADINGS if each.startswith(what)]
    if not equals and len(begun) != 1:
        return [(f"{each}=", HEADINGS[each][0]) for each in begun]
    # The shell ends the only offer with a space, and a pair has none in it.
    file = ctx.params.get("file")
    names = headings_of(_content(file)) if file not in (None, "-") else []
    return safe_offers(
        ((f"{what if equals else begun[0]}={name}", "") for name in names), incomplete
    )


def import_file(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="CSV, JSON or jsonl, in UTF-8; - is standard input."),
    ],
    output: OutputOption = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="WHAT=COLUMN",
            help="What a column of a table holds, such as date=When; the names stand above.",
            autocompletion=offer_columns_of_table,
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What the timeline is called.")
    ] = None,
    track: Annotated[
        str | None, typer.Option(metavar="NAME", help="Put all events on one track.")
    ] = None,
    force: ForceOption = False,
) -> None:
    """Make a timeline file from CSV, JSON or TimelineJS.

    Nothing is invented. It reads tables; the sheet and the JSON of TimelineJS; CSL-JSON, which
    Zotero exports and which gives sources alone; and what kzt export writes as csv, json and
    jsonl, of which json alone is whole.

    What could not be dated or has no source is kept in the file as a comment, with the
    reason, and counted. An ambiguous day such as 1/2/2012 is not taken as a date, nor is one with
    a year of two figures, such as 3-Feb-45. Words are read as kzt extract reads them: autumn 1991
    is from about September to about November, and a comment beside the event says what the table
    said. A bound, such as after 1998, is not a date. What does not show in a text is put right,
    and said with its row.

    \b
    What --map names; a column that is called so is read without it:
      date           when it happened or began: 2012, 2012-02, 3 Feb 2012
      end            when it ended
      year           its year, where date has no column of its own
      month          its month beside year, as a number or a name
      day            its day beside year and month
      title          what happened, in one line
      summary        the same at length
      track          the name of its track
      topics         names of subjects, between semicolons
      actors         who was involved, between semicolons: Jane Smith; NATO (body)
      place          where
      importance     1 for key events, 2, or 3
      source         the title of its source
      publisher      who published that; with issued it is enough for a paper
      url            the address of the source
      issued         when the source was published
      author         who wrote the source
      says           what the source says
      note           what else has to be known
      attributed_to  whose claim it is
      inference      from what the date or a fact was inferred
      id             the event's id
    """  # noqa: D301 (the sign tells Click not to wrap the list)
    from kztimeline.loading.importing.found import ImportFault
    from kztimeline.loading.importing.tables.headings import MappingFault
    from kztimeline.loading.importing.writing import write_sources, write_timeline

    path = out.destination(output, TIMELINE_SUFFIXES)
    require_sound(check_text, {"--title": title, "--track": track})
    columns = _mapping(mapping or [])
    with reporting():
        text = _content(file)
        target = path or Path("imported.yaml")
        try:
            with reading_a_text(file):
                found = _read(text, file, target, columns)
            if not found.drafts and not found.whole:
                written = write_sources(found)
            else:
                if track is not None and found.drafts:
                    _on_one_track(found, track)
                found.title = title or found.title
                name = Path(file).stem if file != "-" else ""
                if not found.title:
                    require_utf_8(name, "FILE", "Give the timeline a --title; this would be it.")
                name = pasted_line(name).strip()
                written = write_timeline(found, target, name or "imported")
        except MappingFault as fault:
            fail(f"--map: {fault.problem}", fault.remedy, USAGE)
        except ImportFault as fault:
            fail(f"{_called(file)}: {fault.problem}", fault.remedy)
        if path is None:
            write_bytes(written.text.encode())
        else:
            out.write_or_ask({path: written.text.encode()}, force=force)
        _tell(found, written, output)


def _content(file: str) -> str:
    path = STANDARD_INPUT if file == "-" else Path(file)
    content = read_standard_input() if file == "-" else read_bytes(path)
    from kztimeline.loading.importing.others import other_format

    if other := other_format(content):
        fail(f"{_called(file)}: this is {other.name}, which is not read", other.remedy)
    remedy = "Save it as UTF-8; a spreadsheet calls that CSV UTF-8."
    return in_utf_8(path, content.removeprefix(codecs.BOM_UTF8), remedy)


def _called(file: str) -> str:
    return str(STANDARD_INPUT) if file == "-" else file


def _mapping(options: list[str]) -> dict[str, str]:
    mapping: dict[str, str] = {}
    for option in options:
        if not option.strip():
            fail("--map is empty", "Write WHAT=COLUMN, such as date=When.", USAGE)
        what, equals, column = option.partition("=")
        what = what.strip()
        if not equals or not what or not column:
            fail(
                f"--map: {option or 'nothing'} is not a pair",
                "Write WHAT=COLUMN, such as date=When.",
                USAGE,
            )
        if what in mapping:
            given = f"{what}={mapping[what]}"
            fail(f"--map: {what} is named twice, {given} and {option}", "Leave one out.", USAGE)
        mapping[what] = column
    return mapping


def _read(text: str, file: str, target: Path, mapping: dict[str, str]) -> Imported:
    from kztimeline.documents.extraction.whole import whole_date
    from kztimeline.loading.importing.dating import Dating
    from kztimeline.loading.importing.found import ImportFault
    from kztimeline.loading.importing.json_texts import read_json
    from kztimeline.loading.importing.tables.table import read_table

    if not text.strip() and file == "-":
        fail("standard input is empty", "Pipe a table into it, or JSON; or name a file.")
    if not text.strip():
        raise ImportFault("there is nothing in it", "Check that it is the file you meant.")
    documents = [card.stem for card in card_files(cards_folder(target))]
    dating = Dating(whole_date)
    if text.lstrip()[:1] in ("{", "[") or Path(file).suffix.lower() in _OF_JSON:
        if mapping:
            fail("--map is for tables, and this is JSON", "Leave it out.", USAGE)
        return read_json(text, documents, dating)
    return read_table(text, mapping, documents, dating)


def _on_one_track(found: Imported, name: str) -> None:
    found.sections["tracks"] = {}
    only = found.entry("tracks", name)
    for draft in found.drafts:
        draft.values["track"] = only


def _tell(found: Imported, written: Written, output: str | None) -> None:
    of_events = found.drafts or found.whole
    what = count_of(written.events, "event") if of_events else count_of(written.sources, "source")
    lines = [f"{what} written to {output}" if output not in (None, "-") else what]
    lines += [
        f"{number} as {'a comment' if number == 1 else 'comments'}: {reason}"
        for reason, number in written.reasons.most_common()
    ]
    if written.left:
        told = ", ".join(f"{what} ({number})" for what, number in written.left.most_common())
        lines.append(f"told in comments beside them: {told}")
    if written.unsaid:
        lines.append(
            f"{count_of(written.unsaid, 'citation')} of which it is not told what the source says"
        )
    first, *more = [*lines, *found.notes]
    say(first, *(f"    {visible(line)}" for line in more))
