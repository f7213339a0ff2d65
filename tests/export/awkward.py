"""Fifty events that a format is most likely to get wrong, and their records."""

from __future__ import annotations

from kztimeline.dates.edtf import parse
from kztimeline.export.making_records import export_of
from kztimeline.export.records import Export
from kztimeline.text.spans import Span
from kztimeline.timeline.model import Actor, Citation, Claim, Event, Link, Source, Timeline, Topic

from ..tui.sample import ACTORS, DOCUMENTS, ERAS, SOURCES, TOPICS, TRACKS

DATES = (
    "2012-02-29", "2012-02", "2012", "199X", "19XX", "2007-04~", "1998?", "2003-08%",
    "2011-12-16~", "1992/1995", "2011-12-16/2011-12-17", "2007-04~/2008?", "2015/..",
    "../1994", "2015-06-01/..", "../2015-05-17", "0044-03-15", "1991-12-16", "199X/2001",
    "2012-12-31/2013-01-01",
)  # fmt: skip
TEXTS = (
    "Нұрсұлтан Назарбаев «Қазақстан – 2050» туралы: әңгіме, ғылым, іңір",
    "One thing; another thing; and a third",
    'She said "no", then, \'maybe\'; back\\slash and a tab-less | pipe',
    "<script>alert('x')</script> & <b>bold</b> &amp; {braces} %percent $money #hash _und_ ~t^",
    "=HYPERLINK(\"http://x.example\";\"a\")",
    "中国代表团访问岛屿并签署渡轮协议",
    "Regatta 🚣‍♀️⛵ since the storm, café reopens",
    "`code` ``` and @click [link](javascript:alert(1)) ]]> --> */",
    "BEGIN:VEVENT, END:VCALENDAR; \\n is no line \\, \\;",
    "2007-04",
)  # fmt: skip
LONG = "Ұзақ сөйлем: " + "ұлт пен мемлекет; " * 30
STRANGE = (
    Source(
        id="no-web",
        title="A title; with \"quotes\", {braces} & a % sign -- ''so'' ``it`` is ?` a_b ~ ^",
        publisher="Әділет & Co.; branch #2",
        author="Ойрат Жұмабайұлы, Quill and Sons",
        URL="javascript:alert(1)",
    ),
    Source(
        id="about-then",
        title="Undated memories_of the 1990s",
        publisher="Egemen Qazaqstan",
        issued=parse("199X~"),
        issued_basis="said on its cover",
        URL="https://egemen.example/a?b=1&c=%20;d={e}",
        accessed=parse("2026-11-26"),
        archive_url="https://archive.example/20261126/https://egemen.example/",
    ),
    Source(
        id="serial",
        title="A serial",
        publisher="Radio",
        issued=parse("2012-01/2012-03"),
        URL="https://radio.example/<serial>",
    ),
)
MORE_ACTORS = (Actor(id="aqorda", name="Ақорда «Akorda» & Co.", kind="body", side="island"),)
MORE_TOPICS = (Topic(id="tel", name="Тіл & language", letter="l"),)
COUNT = 50


def _event(number: int) -> Event:
    text = TEXTS[number % len(TEXTS)]
    other = TEXTS[(number + 3) % len(TEXTS)]
    source = ("gazette", "no-web", "about-then", "serial", "d1", "mirror")[number % 6]
    spans = (Span(531, 541), Span(1700, 1801)) if source == "d1" else ()
    disputed = (
        Claim(by=f"{text[:30].strip()}", claim=other, source=source),
        Claim(by="The dockers; all of them", claim="many, many more", source="serial"),
    )
    link = Link(
        to=f"event-{(number + 1) % COUNT}",
        kind=("responds_to", "leads_to", "part_of", "reverses", "succeeds")[number % 5],
        basis=f"Our reading: {other}"[:90],
        source=source if number % 2 else None,
    )
    return Event(
        id=f"event-{number}",
        date=parse(DATES[number % len(DATES)]),
        track=("island", "league")[number % 2],
        topics=("tel", "harbours")[: 1 + number % 2],
        title=text[:80].strip(),
        summary=LONG.strip() if number % 7 == 0 else f"{text}. {other}.",
        importance=1 + number % 3,
        sources=(
            Citation(source=source, spans=spans, says=text if number % 4 else None),
            Citation(source="d2", spans=(Span(1, 9),), says="Second; with a semicolon"),
        ),
        actors=("aqorda", "wren", "kz")[: number % 4],
        place="Алматы; Almaty" if number % 3 else None,
        inference=f"Worked out: {other}" if number % 3 == 0 else None,
        attributed_to=f"a witness; {text[:20].strip()}" if number % 4 == 0 else None,
        note=f"Note: {text}" if number % 5 == 0 else None,
        disputed=disputed if number % 2 == 0 else (),
        links=(link,) if number % 3 else (),
        outside_span="It explains the rest." if number % 11 == 0 else None,
    )


def awkward() -> Timeline:
    """Return a timeline of the fifty events."""
    events = sorted(map(_event, range(COUNT)), key=lambda item: (item.date.sort_key, item.id))
    return Timeline(
        title="Арал & the League; 1991–2024 <draft>",
        period=parse("1991/2024"),
        tracks=TRACKS,
        topics=(*TOPICS, *MORE_TOPICS),
        eras=ERAS,
        actors=(*ACTORS, *MORE_ACTORS),
        sources=(*SOURCES, *STRANGE),
        documents=DOCUMENTS,
        events=tuple(events),
    )


def awkward_export(**more: object) -> Export:
    """Return the fifty events as a format takes them, one of which only possibly matches."""
    timeline = awkward()
    more = {"possible": {"event-7"}, **more}
    return export_of(timeline, timeline.events, **more)  # type: ignore[arg-type]


def small_export() -> Export:
    """Return three of five, one of them only possible, whose bytes in each format are kept."""
    timeline = awkward()
    events = [timeline.event(f"event-{number}") for number in (0, 4, 13)]
    return export_of(timeline, events, "in:..2012", possible={"event-4"}, found=5)
