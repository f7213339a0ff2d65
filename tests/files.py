"""Small timeline files for tests to start from and to break."""

from __future__ import annotations

import re
from pathlib import Path

HEAD = """\
timeline:
  title: Two countries
  span: 1991/2024
tracks:
  - id: home
    name: Home
    letter: H
  - id: away
    name: Away
    letter: A
topics:
  - id: talks
    name: Talks
    letter: t
  - id: votes
    name: Votes
    letter: v
actors:
  - id: smith
    name: Jane Smith
    kind: person
    other_names: [Smyth]
    roles:
      - title: Envoy
        date: 1992/1995
sources:
  - id: gazette
    title: What the envoy said
    publisher: The Gazette
    issued: 1992-03-04
    URL: https://gazette.example/envoy
events:
"""

EVENT = """\
  - id: {id}
    date: {date}
    track: {track}
    topics: [talks]
    title: {title}
    summary: The envoy speaks.
    importance: 2
    actors: [smith]
    sources:
      - source: gazette
        says: The envoy spoke.
"""


def event(id: str = "one", date: str = "1992-03-02", track: str = "away", **rest: str) -> str:
    """Return one event; further keyword arguments become lines of it."""
    title = rest.pop("title", "Envoy speaks")
    lines = "".join(f"    {key}: {value}\n" for key, value in rest.items())
    return EVENT.format(id=id, date=date, track=track, title=title) + lines


def timeline(*events: str, head: str = HEAD) -> str:
    """Return a timeline file with these events, or with one."""
    return head + "".join(events or (event(),))


def in_quotes(text: str) -> str:
    """Return a file with its dates in quotes, as `check --strict` asks."""
    return re.sub(r"\b(date|issued|accessed): (\d[^\s,}\]]*)", r"\1: '\2'", text)


CARD = """\
id: '001'
file: 001.txt
sha256: {sha256}
characters: {characters}
title: A page of news
publisher: The Gazette
issued: 2012-02-03
issued_basis: printed on the page
character: report
language: en
mentions:
{mentions}"""


def write(folder: Path, text: str, name: str = "events.yaml") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
