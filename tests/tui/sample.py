"""An invented timeline with one of everything the screen has to cope with."""

from __future__ import annotations

import random

from kztimeline.dates.edtf import parse
from kztimeline.text.spans import Span
from kztimeline.timeline.model import (
    Actor,
    Citation,
    Claim,
    Document,
    Era,
    Event,
    Link,
    Mention,
    Role,
    Source,
    Timeline,
    Topic,
    Track,
)
from tests.build import build_event, build_timeline

TRACKS = (
    Track(id="island", name="Island", letter="I"),
    Track(id="league", name="Harbour League", letter="L"),
)
TOPICS = tuple(
    Topic(id=name, name=name, letter=name[0])
    for name in ("ferries", "elections", "harbours", "storms", "schools")
)
ERAS = (
    Era(id="first", name="Wren", kind="presidency", date=parse("1991/2006-06")),
    Era(id="second", name="Okafor", kind="presidency", date=parse("2006-07/2019-03-19")),
    Era(id="third", name="Lind", kind="presidency", date=parse("2019-03-20/..")),
    Era(id="league-a", name="Hale", kind="administration", date=parse("1993/2001")),
    Era(id="league-b", name="Ito", kind="administration", date=parse("2001/2017-01")),
    Era(id="league-c", name="Moreau", kind="administration", date=parse("2017-01/..")),
)
ACTORS = (
    Actor(
        id="wren",
        name="Ada Wren",
        kind="person",
        side="island",
        roles=(Role(title="President of the Island", date=parse("1991/2006-06")),),
    ),
    Actor(
        id="ito",
        name="Ken Ito",
        kind="person",
        side="league",
        roles=(
            Role(title="Secretary of the League", date=parse("2009/2013")),
            Role(title="Envoy to the Island", date=parse("2012-01/2012-12")),
        ),
    ),
    Actor(id="council", name="Island Council", kind="body", side="island"),
    Actor(id="kz", name="Қазақстан", kind="state"),
)
SOURCES = (
    Source(
        id="gazette",
        title="Notes from the harbour",
        publisher="The Gazette",
        author="B. Quill",
        issued=parse("2012-02-03"),
        URL="https://gazette.example/notes?id=[7]&x=1",
    ),
    Source(
        id="mirror",
        title="A copy of the notes",
        publisher="Mirror",
        derived_from="The Gazette",
        URL="https://mirror.example/",
    ),
    Source(id="d1", title="A letter home", publisher="Archive", issued=parse("2012-03")),
    Source(id="d2", title="Minutes of the council", publisher="Archive", issued=parse("2019")),
)
DOCUMENTS = tuple(
    Document(
        id=name,
        file=f"{name}.txt",
        sha256="0" * 64,
        characters=4000,
        title=title,
        publisher="Archive",
        issued=parse(issued),
        issued_basis="printed on its first page",
        character="a letter",
        language="en",
        mentions=(Mention(span=Span(10, 14), text="2012", kind="date", date=parse("2012")),),
    )
    for name, title, issued in (
        ("d1", "A letter home", "2012-03"),
        ("d2", "Minutes of the council", "2019"),
    )
)


def event(
    identifier: str,
    date: str,
    title: str,
    track: str = "island",
    importance: int = 2,
    source: str = "gazette",
    **more: object,
) -> Event:
    """Return an event with plain values where the test does not care."""
    fields: dict[str, object] = {
        "topics": ("harbours",),
        "summary": f"{title}, as far as anybody wrote it down.",
        "sources": (Citation(source=source, says="Reports it on its second page."),),
    }
    fields.update(more)
    return build_event(identifier, date, title, track=track, importance=importance, **fields)


SPECIAL = (
    event(
        "strike",
        "2011-12-16/2011-12-17",
        "Police break up the dockers' strike in the old harbour and sixteen people die",
        importance=1,
        source="d1",
        topics=("harbours", "ferries"),
        place="Old Harbour",
        actors=("council", "wren"),
        disputed=(
            Claim(by="The council", claim="sixteen dead", source="d1"),
            Claim(by="The dockers", claim="many more", source="mirror"),
        ),
        note="The Gazette gives the 15th for the first arrests.",
    ),
    event(
        "vote",
        "2012-01-15",
        "Wren's party wins the council election; two others enter",
        importance=1,
        topics=("elections",),
        links=(Link(to="strike", kind="responds_to", basis="Our reading: called after it."),),
    ),
    event(
        "press",
        "2012-02-01",
        "Ito presses the Island's envoy on the rule of law",
        "league",
        importance=1,
        source="d1",
        place="Longquay",
        actors=("ito", "kz"),
        sources=(
            Citation(source="d1", spans=(Span(531, 541), Span(700, 801)), says="They met."),
            Citation(source="gazette"),
            Citation(source="mirror", says="The same words again."),
        ),
        inference="The letter says Wednesday; it was written on the following Friday.",
        links=(
            Link(to="strike", kind="responds_to", basis="The letter says so.", source="d1"),
            Link(to="vote", kind="responds_to", basis="Our reading: it is named."),
        ),
    ),
    event("month", "2012-03", "A delegation of pilots visits the League", "league", 3),
    event("year", "2012", "The League doubles its grants for island schools", "league"),
    event("about", "2007-04~", "The north mole is finished", attributed_to="a retired mason"),
    event("maybe", "1998?", "A ferry line to the mainland opens", topics=("ferries",)),
    event("both", "2003-08%", "Storm floods the lower town", topics=("storms",), importance=1),
    event("decade", "199X", "Most of the fishing fleet is sold abroad", importance=3),
    event("term", "1992/1995", "The League keeps an observer on the Island", "league"),
    event("since", "2015/..", "The Island sits in the harbour commission", "league", 1),
    event("until", "../1994", "Tolls are paid in the old money", importance=3),
    event("markup", "2012-05-04", "[bold]Not bold[/bold] and [@click=app.quit]no button[/]"),
    event("kazakh", "2013-06-01", "Қазақстан делегациясы аралға келді", "league"),
    event("chinese", "2013-07-02", "中国代表团访问岛屿并签署渡轮协议", "league"),
    event("emoji", "2013-08-03", "First regatta 🚣‍♀️⛵ since the storm, café reopens"),
    event("long", "2014-02-28", "w" * 80, importance=1),
)

_SUBJECTS = ("The council", "Wren", "Okafor", "The League", "Ito", "A court", "The harbour master")
_VERBS = ("opens", "closes", "debates", "pays for", "promises", "inspects", "renames")
_OBJECTS = (
    "the west pier",
    "a ferry line",
    "the school budget",
    "the lighthouse after a year of repairs",
    "new rules for foreign ships and their crews",
)


def generated(count: int, seed: int = 7) -> list[Event]:
    """Return `count` plausible events, the same for the same seed."""
    dice = random.Random(seed)
    events = []
    for number in range(count):
        day = f"{dice.randint(1991, 2024)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        date = day[: dice.choice((4, 7, 10, 10, 10, 10))]
        title = f"{dice.choice(_SUBJECTS)} {dice.choice(_VERBS)} {dice.choice(_OBJECTS)}"
        events.append(
            event(
                f"e{number}",
                date,
                title,
                dice.choice(("island", "league")),
                dice.choice((1, 2, 2, 3)),
                dice.choice(("gazette", "mirror", "d2")),
                topics=(dice.choice(TOPICS).id,),
            )
        )
    return events


def timeline_of(events: list[Event]) -> Timeline:
    """Return a timeline of these events, in their order."""
    return build_timeline(
        events,
        title="The Island and the Harbour League, 1991–2024",
        tracks=TRACKS,
        topics=TOPICS,
        eras=ERAS,
        actors=ACTORS,
        sources=SOURCES,
        documents=DOCUMENTS,
    )


def sample() -> Timeline:
    """Return the timeline of about sixty events that most tests look at."""
    return timeline_of([*SPECIAL, *generated(43)])


def large(count: int = 100_000) -> Timeline:
    """Return a timeline of many events."""
    return timeline_of(generated(count))
