"""Write a timeline of many invented events, for measuring and for trying out.

usage: python benchmarks/generate.py COUNT FILE
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

HEAD = """\
timeline:
  title: Many events
  span: 1991/2024
tracks:
  - {id: home, name: Home, letter: H}
  - {id: away, name: Away, letter: A}
topics:
  - {id: talks, name: Talks, letter: t}
  - {id: votes, name: Votes, letter: v}
  - {id: trade, name: Trade, letter: r}
actors:
  - {id: smith, name: Jane Smith, kind: person}
  - {id: council, name: The Council, kind: body}
sources:
  - {id: gazette, title: The year in review, publisher: The Gazette, URL: 'https://gazette.example/'}
events:
"""
SUBJECTS = ("The envoy", "The council", "Parliament", "A court", "The president", "A company")
VERBS = ("meets", "answers", "sues", "visits", "praises", "rejects", "funds", "leaves")
OBJECTS = ("the ministers", "the bank", "a treaty", "the harbor", "the pipeline", "an election")


def event(number: int, chance: random.Random) -> str:
    """Return one invented event as YAML."""
    title = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"
    return (
        f"- id: event-{number}\n  date: {date(chance)}\n"
        f"  track: {chance.choice(('home', 'away'))}\n"
        f"  topics: [{chance.choice(('talks', 'votes', 'trade'))}]\n  title: {title}\n"
        f"  summary: {title}, for the {number}th time.\n"
        f"  actors: [{chance.choice(('smith', 'council'))}]\n"
        f"  importance: {chance.choice((1, 2, 2, 3))}\n"
        "  sources: [{source: gazette, says: It happened.}]\n"
    )


def date(chance: random.Random) -> str:
    """Return a date of random precision between 1991 and 2024."""
    year = chance.randint(1991, 2024)
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    return chance.choice(
        (f"{year}-{month:02}-{day:02}",) * 6 + (f"{year}-{month:02}", f"{year}", f"{year}~")
    )


def generate(count: int, path: Path) -> None:
    """Write a timeline of `count` events, always the same for the same count."""
    chance = random.Random(count)
    with path.open("w", encoding="utf-8") as stream:
        stream.write(HEAD)
        stream.writelines(event(number, chance) for number in range(count))


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
