"""The timeline that somebody begins with: commented, with one event that passes every check."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final, NamedTuple

from kztimeline.dates.edtf import Date
from kztimeline.loading.file_format.letters import with_letters
from kztimeline.loading.yaml_writer import scalar
from kztimeline.text.letters.folding import fold
from kztimeline.timeline.model import Track

_NO_ID: Final = re.compile(r"[^a-z0-9]+")


class Beginning(NamedTuple):
    """What a new timeline is about.

    Attributes:
        title: What it is called.
        span: The interval it covers.
        tracks: The names of its one to four tracks, each another.
        topics: The names of its topics, one or more, each another.
        schema: The path of its JSON Schema from where it lies, or nothing.
    """

    title: str
    span: Date
    tracks: Sequence[str]
    topics: Sequence[str] = ("General",)
    schema: str = ""


def first_file(beginning: Beginning) -> str:
    """Return the text of a new timeline file."""
    tracks = _tracks(beginning.tracks)
    topics = _named(beginning.topics, "topic")
    schema = f"# yaml-language-server: $schema={beginning.schema}\n" if beginning.schema else ""
    return schema + _TEXT.format(
        title=scalar(beginning.title),
        span=_quoted(beginning.span.text),
        tracks="".join(
            "".join(
                f"{lead} {key}: {scalar(getattr(each, key))}\n"
                for lead, key in (("-", "id"), (" ", "name"), (" ", "letter"))
            )
            for each in tracks
        ),
        topics="".join(f"- id: {scalar(id_)}\n  name: {scalar(name)}\n" for id_, name in topics),
        track=scalar(tracks[0].id),
        topic=scalar(topics[0][0]),
        date=_quoted(_year_within(beginning.span)),
    )


def first_entries(period: Date, track: str, topic: str) -> str:
    """Return the text of a file with the entries that a new timeline has of each kind.

    Args:
        period: What it covers.
        track: The id of its first track.
        topic: The id of its first topic.
    """
    return _TEXT.format(
        title="",
        span="",
        tracks="",
        topics="",
        track=scalar(track),
        topic=scalar(topic),
        date=_quoted(_year_within(period)),
    )


def identifier(text: str, taken: Container[str], otherwise: str) -> str:
    """Return an id made of a text: the first that is not taken.

    Args:
        text: Such as the name of what the id is for.
        taken: Ids that others have.
        otherwise: What the id is made of where the text has no letters for one.
    """
    base = _NO_ID.sub("-", fold(text)).strip("-")[:60].strip("-") or otherwise
    made, number = base, 1
    while made in taken:
        number += 1
        made = f"{base}-{number}"
    return made


def _tracks(names: Sequence[str]) -> tuple[Track, ...]:
    return with_letters(Track(id=id_, name=name) for id_, name in _named(names, "track"))


def _named(names: Sequence[str], otherwise: str) -> list[tuple[str, str]]:
    """Return names with the ids made of them, each another."""
    ids: list[str] = []
    for number, name in enumerate(names, 1):
        ids.append(identifier(name, ids, f"{otherwise}-{number}"))
    return list(zip(ids, names, strict=True))


def _year_within(period: Date) -> str:
    """Return the first year of a period, or its last where its start is open."""
    day = period.earliest or period.latest
    return f"{day.year:04}" if day else period.text


def _quoted(text: str) -> str:
    return f"'{text}'"


PLACEHOLDERS: Final = (
    "The first event, to be replaced by yours",
    "One to three sentences on what happened.",
    "The title of the page",
    "Who publishes it",
)
"""Texts of the first event and its source, which are to be replaced."""

FIRST_IDS: Final = ("first-event", "jane-smith", "example-page")
"""The ids of the first event, of its actor and of its source."""

STUB_TITLE: Final = "TITLE for "
STUB_SUMMARY: Final = "SUMMARY"
STUB_TRACK: Final = "TRACK"
STUB_TOPIC: Final = "TOPIC"
"""What stands in the stub of an event until it is filled in; its phrase follows the title's."""

_TEXT: Final = """\
# A timeline for kzt, written by hand. Save it, and:
#   kzt FILE         opens it; the screen follows what you save
#   kzt check FILE   says what is wrong in it, by line and column
#   kzt help file    lists every key; kzt help dates, every way to write a date
# Dates stand in quotes and are no finer than the source: '2012', '2012-02', '2012-02-01',
# '2012-02~' (about), '1992/1995' (from, to), '2015/..' (not ended), '199X' (that decade).

timeline:
  title: {title}
  span: {span}

# One to four tracks stand side by side; every event is on one of them.
tracks:
{tracks}
# Subjects. An event has one or more.
topics:
{topics}
# Stretches of time behind the events: terms of office, phases, seasons. The kind is any
# word of yours; presidency and administration have their own lines on the screen.
eras: []
# - id: first-phase
#   name: First phase
#   kind: phase
#   date: {date}

# People, offices, bodies and states (kind: person, office, body or state).
actors:
- id: jane-smith
  name: Jane Smith
  kind: person
  other_names: [J. Smith]

# Pages, books and papers that say so. Fields are named as in CSL-JSON.
sources:
- id: example-page
  title: The title of the page
  publisher: Who publishes it
  issued: {date}
  URL: https://example.org/page

# Importance is 1 for key events (two independent sources), 2, or 3 for details.
# `says` tells in your own words what the source says; every figure of the summary is in it.
# Add more as needed: place, inference, attributed_to, note, disputed, links.
events:
- id: first-event
  date: {date}
  track: {track}
  topics: [{topic}]
  title: The first event, to be replaced by yours
  summary: One to three sentences on what happened.
  importance: 2
  actors: [jane-smith]
  sources:
  - source: example-page
    says: What the page says of it.
"""
