"""Events as all-day entries of a calendar (iCalendar, RFC 5545 and 7986).

A calendar knows days only. An entry spans the days that the date allows, and its description
begins with the date in words and in EDTF. What has no known beginning or end stands at the
one end that is known, as long as that may be, since a calendar cannot go on for ever.
"""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kztimeline import __version__
from kztimeline.dates.edtf import parse
from kztimeline.export.answer import answer_words, match_words
from kztimeline.export.formats.registry import BY_NAME
from kztimeline.text.visible import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.export.records import EventRecord, Export

_OCTETS: Final = 75
_NEVER: Final = "19700101T000000Z"
_PRIORITIES: Final = {1: 1, 2: 5, 3: 9}


def write(export: Export) -> bytes:
    """Return a calendar with an entry for each event."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//kztimeline//kzt {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(export.timeline.title)}",
        f"X-WR-CALNAME:{_escaped(export.timeline.title)}",
    ]
    # Of two timelines, events with one id are two entries of a calendar.
    place = f"{sha256(export.timeline.title.encode()).hexdigest()[:8]}.kztimeline"
    lacks = f"Not carried: {BY_NAME['ics'].lacks}."
    notice = f"{export.notice}." if export.notice else ""
    scope = _escaped(" ".join(filter(None, (answer_words(export), notice, lacks))))
    lines += [f"DESCRIPTION:{scope}", f"X-WR-CALDESC:{scope}"]
    for event in export.events:
        lines += _entry(event, place)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _entry(event: EventRecord, place: str) -> Iterator[str]:
    first, after = _days(event)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.id}@{place}"
    yield f"DTSTAMP:{_stamp(event)}"
    yield f"DTSTART;VALUE=DATE:{first}"
    if after:
        yield f"DTEND;VALUE=DATE:{after}"
    yield f"SUMMARY:{_escaped(event.title)}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(_description(event)))}"
    yield f"CATEGORIES:{','.join(_escaped(each.name) for each in event.topics)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    if address := next(filter(None, (web_address(each.URL or "") for each in event.sources)), ""):
        yield f"URL:{address}"
    yield f"PRIORITY:{_PRIORITIES[event.importance]}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PUBLIC"
    yield f"X-KZT-EDTF:{_escaped(event.date.edtf)}"
    yield f"X-KZT-TRACK:{_escaped(event.track.id)}"
    yield "END:VEVENT"


def _days(event: EventRecord) -> tuple[str, str]:
    """Return the first day, and the day after the last; nothing where there is none after."""
    date = parse(event.date.edtf)
    start, end = date.start or date.end, date.end or date.start
    if start is None or end is None:
        raise AssertionError(date.text)
    first_day, last_day = start.earliest, end.latest
    if last_day == dt.date.max:
        return _compact(first_day), ""
    return _compact(first_day), _compact(last_day + dt.timedelta(days=1))


def _compact(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _stamp(event: EventRecord) -> str:
    """Return when what is known of the event was last looked up, the same on every run."""
    read = [each.accessed.latest for each in event.sources if each.accessed]
    last = max(filter(None, read), default=None)
    return f"{last.replace('-', '')}T000000Z" if last else _NEVER


def _description(event: EventRecord) -> Iterator[str]:
    date = event.date
    yield f"Date: {date.words} [{date.edtf}]"
    if date.open_end:
        yield "It has no known end; the calendar shows only its beginning."
    if date.open_start:
        yield "It has no known beginning; the calendar shows only its end."
    yield event.summary
    for label, fact in (
        ("Match", match_words(event)),
        ("According to", event.attributed_to),
        ("Inferred", event.inference),
        ("Note", event.note),
    ):
        if fact:
            yield f"{label}: {fact}"
    for claim in event.disputed:
        yield f"Sources disagree: {claim.by}: {claim.claim} ({claim.citation})"
    for each in event.links:
        yield f"{each.words}: {each.title} [{each.to}]"
    for back in event.linked_from:
        yield f"{back.words}: {back.title} [{back.event}]"
    for number, source in enumerate(event.sources, 1):
        says = f" – {source.says}" if source.says else ""
        yield f"[{number}] {source.citation}{says}"


def _escaped(text: str) -> str:
    """Return text as a value of type TEXT (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Return a line in parts of at most 75 octets, no letter broken (RFC 5545, 3.1)."""
    parts: list[bytes] = []
    part = b""
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > _OCTETS - bool(parts):
            parts.append(part)
            part = b""
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
