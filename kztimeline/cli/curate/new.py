"""`kzt new`: a timeline file to begin with."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final, NoReturn, TypeVar

import typer

from kztimeline.cli.arguments.pasted import as_argument
from kztimeline.cli.curate.prompting import prompted_answer
from kztimeline.cli.output import fail_unwritten
from kztimeline.cli.reporting import FINDINGS, USAGE, fail, require_utf_8, say
from kztimeline.cli.streams import write_bytes
from kztimeline.dates.edtf import Date, DateError, parse
from kztimeline.loading.files.disk import write_whole
from kztimeline.loading.findings import FileError, sentence
from kztimeline.loading.loader import examine
from kztimeline.loading.locations import TIMELINE_SUFFIXES
from kztimeline.text.letters.unseen import unseen
from kztimeline.timeline.field_types import FieldError, check_text

T = TypeVar("T")
MOST_TRACKS: Final = 4
_TRACKS: Final = "Tracks, one to four, separated by commas"
_TOPICS: Final = "Topics, separated by commas"
_GENERAL: Final = "General"
_EMPTY: Final = {
    "--title": "Give the timeline a title.",
    "--span": "Give its first and last year, such as 1991/2024.",
    "--track": "Give the track a name.",
    "--topic": "Give the topic a name, or leave the option out.",
}
_EXAMPLE: Final = "--title 'Two countries' --span 1991/2024 --track Home --track Away"


def new(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="What to write, such as events.yaml; - prints it.")
    ],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What it is called.")] = None,
    span: Annotated[
        str | None,
        typer.Option(
            metavar="DATES", help="What it covers: 1991/2024, 2022/.. or 1914-07/1918-11."
        ),
    ] = None,
    tracks: Annotated[
        list[str] | None,
        typer.Option("--track", metavar="NAME", help="A track; give one to four of them."),
    ] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            metavar="NAME",
            help="A topic; give as many as you like, or none for General.",
        ),
    ] = None,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema",
            help="With a JSON Schema beside it, by which an editor completes and checks.",
        ),
    ] = False,
) -> None:
    """Start a timeline: a commented file with one event.

    On a terminal, it asks for what is not given.
    """
    from kztimeline.loading.file_format.first_file import Beginning, first_file
    from kztimeline.loading.file_format.schema import timeline_schema

    path = _destination(file)
    if schema and path is None:
        fail("--schema is written beside a file", "Name a file instead of -.", USAGE)
    described = path.with_name(f"{path.stem}.schema.json") if path and schema else None
    if described and os.path.lexists(described):
        fail(f"{described} exists", "Remove it, or leave out --schema.")
    if described:
        _require_sound_name(described.name)
    beginning = Beginning(
        title=_given(title, "--title", "Title", _title),
        span=_given(span, "--span", "First and last year, such as 1991/2024", _span),
        tracks=_several(tracks, "--track", _TRACKS, _tracks),
        # Where the tracks are given, so is all that is needed.
        topics=[_GENERAL]
        if tracks and not topics
        else _several(topics, "--topic", _TOPICS, _topics, _GENERAL),
        schema=described.name if described else "",
    )
    content = first_file(beginning).encode()
    _require_sound(path or Path(file), content)
    if path is None:
        write_bytes(content)
        return
    try:
        if described:
            write_whole(described, timeline_schema())
        write_whole(path, content)
    except OSError as error:
        fail_unwritten(error.filename, error, "Name a file elsewhere.")
    name = as_argument(path)
    say(f"{path} written", f"    `kzt {name}` opens it; `kzt check {name}` checks it.")


def _destination(file: str) -> Path | None:
    """Return the file to write, None for standard output; exit where it cannot be."""
    if file == "-":
        return None
    path = Path(file)
    if os.path.lexists(path):
        fail(f"{path} exists", "Name a file that is not there yet; `kzt new` overwrites nothing.")
    if path.name.lower() in TIMELINE_SUFFIXES:
        remedy = f"Put a name before {path.name}, such as {path.with_name(f'war{path.name}')}."
        fail(f"{file} cannot be the name of a timeline", remedy, USAGE)
    if path.suffix.lower() not in TIMELINE_SUFFIXES:
        near = path.with_suffix(".yaml") if path.name else "events.yaml"
        fail(f"{file} cannot be the name of a timeline", f"End it in .yaml, such as {near}.", USAGE)
    if not path.parent.is_dir():
        fail(f"there is no folder {path.parent}", "Make it first, or name a file in another.")
    return path


def _given(
    value: str | None,
    option: str,
    question: str,
    read: Callable[[str], T],
    otherwise: str | None = None,
) -> T:
    """Return what an option gives, or what is answered on a terminal; exit where it is wrong."""
    if value is not None:
        if not value.strip():
            fail(f"{option} is empty", _EMPTY.get(option, "Give it a value."), USAGE)
        try:
            return read(value)
        except FieldError as error:
            remedy = error.remedy.replace("leave the key out", "leave the option out")
            fail(f"{option}: {error.problem}", sentence(remedy), USAGE)
    if not sys.stdin.isatty():
        _missing(option)
    while True:
        try:
            return read(prompted_answer(question, otherwise))
        except FieldError as error:
            say(error.problem, f"    {sentence(error.remedy)}")


def _missing(option: str) -> NoReturn:
    fail(f"{option} is missing", f"Give it, as in: kzt new FILE.yaml {_EXAMPLE}", USAGE)


def _several(
    names: list[str] | None,
    option: str,
    question: str,
    read: Callable[[list[str]], list[str]],
    otherwise: str | None = None,
) -> list[str]:
    """Return the names that an option gives, or that are answered between commas."""
    if names:
        if not all(map(str.strip, names)):
            fail(f"{option} is empty", _EMPTY[option], USAGE)
        return _given("\n".join(names), option, "", lambda text: read(text.split("\n")))
    return _given(None, option, question, lambda text: read(text.split(",")), otherwise)


def _tracks(names: list[str]) -> list[str]:
    names = _apart(names, "tracks")
    if len(names) > MOST_TRACKS:
        raise FieldError(f"{len(names)} tracks, at most {MOST_TRACKS} fit", "leave some out")
    return names


def _topics(names: list[str]) -> list[str]:
    return _apart(names, "topics")


def _apart(names: list[str], what: str) -> list[str]:
    if not all(map(str.strip, names)):
        raise FieldError("a name between the commas is empty", "write it, or leave the comma out")
    names = [_title(name.strip()) for name in names]
    if len({name.casefold() for name in names}) < len(names):
        raise FieldError(f"two {what} have one name", "give each a name of its own")
    return names


def _title(text: str) -> str:
    for found in unseen(text):
        raise FieldError(found.problem, found.remedy)
    return check_text(text)


def _span(text: str) -> Date:
    try:
        date = parse(text.strip().replace("..", "/") if "/" not in text else text.strip())
    except DateError as error:
        raise FieldError(error.problem, error.remedy) from None
    if not date.is_interval and date.earliest == date.latest:
        raise FieldError(f"{text} is a single day", "write the first and the last, with / between")
    return date


def _require_sound_name(schema: str) -> None:
    """Exit where the name of a schema cannot stand in the timeline, whose first line names it."""
    require_utf_8(schema, "--schema", "Give the file another name, or leave out --schema.")
    for found in unseen(schema):
        problem = f"--schema: {schema!r} cannot be named in the timeline: {found.problem}"
        fail(problem, "Give the file another name, or leave out --schema.", USAGE)


def _require_sound(path: Path, content: bytes) -> None:
    """Exit where what would be written does not pass the checks, whatever was given."""
    try:
        findings, _timeline = examine(path, content)
    except FileError as error:
        findings = error.findings
    own = [finding for finding in findings if finding.file == str(path)]
    if own:
        fail(f"the timeline would not pass `kzt check`: {own[0].problem}", own[0].remedy, FINDINGS)
