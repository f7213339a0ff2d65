"""The page: head, overview, filter, events by year, and what they mean."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from kztimeline import __version__
from kztimeline.export.answer import asked_words, events_counted
from kztimeline.export.formats.registry import BY_NAME
from kztimeline.export.page.entries import entry
from kztimeline.export.page.filter_values import filter_attributes, value_tables
from kztimeline.export.page.letter_tables import letter_tables
from kztimeline.export.page.markup import element, text
from kztimeline.export.page.overview import Under, overview, shown_under

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kztimeline.export.records import Export
    from kztimeline.timeline.model import Era, Event, Timeline

_GOVERNING: Final = ("presidency", "administration")
"""The kinds of eras that stand behind a year where a timeline has them."""
_SCRIPTS: Final = tuple(
    f"filter/{name}.js"
    for name in ("elements", "words", "dates", "fields", "parser", "overview", "page")
)
_LEGEND = (
    "Each line on the left is a track, its letter on each mark. A full mark is dated to the day, "
    "a hollow one to a month, a year or longer, a dashed one only about so, and a long one lasted. "
    "Nothing is finer than it is known."
)


def whole_page(export: Export) -> str:
    """Return the whole page."""
    style, script = _own("style.css"), _script()
    head = "".join(
        (
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">',
            '<meta name="referrer" content="no-referrer">',
            f'<meta name="generator" content="kzt {__version__}">',
            element("title", text(_title(export))),
            f"<style>{style}</style>",
        )
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n'
        f"<body>\n{_body(export)}\n<script>{script}</script>\n</body>\n</html>\n"
    )


def _own(name: str) -> str:
    return files("kztimeline.export.page").joinpath(name).read_text(encoding="utf-8")


def _script() -> str:
    """Return the script of the filter, of parts that lead from words to what is shown."""
    return f'"use strict";\n(() => {{\n{"".join(map(_own, _SCRIPTS))}}})();\n'


def _policy(style: str, script: str) -> str:
    """Return what lets the page run its own style and script, and load nothing."""
    hashes = [
        base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        for part in (style, script)
    ]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _title(export: Export) -> str:
    return f"{export.query} – {export.timeline.title}" if export.query else export.timeline.title


def _body(export: Export) -> str:
    timeline = export.timeline
    events = tuple(timeline.event(record.id) for record in export.events)
    headings = tuple(map(shown_under, export.events))
    lacks = f"Not on this page: {BY_NAME['html'].lacks}."
    parts = (
        element("a", "Skip to the events", href="#_events", class_="skip"),
        element("header", _header(export)),
        overview(export, headings),
        _filter(timeline, events),
        element("main", _years(export, headings), id="_events"),
        element("footer", element("p", text(f"{_LEGEND} {lacks}"), class_="legend"), class_="foot"),
    )
    return "\n".join(filter(None, parts))


def _header(export: Export) -> str:
    tracks = ", ".join(
        f"{track.name} {sum(event.track.id == track.id for event in export.events)}"
        for track in export.timeline.tracks
    )
    asked, counted = asked_words(export), events_counted(export)
    query = f"{asked}. " if asked else ""
    counted = f"{counted[0].upper()}{counted[1:]}"
    notice = (
        element("p", text(export.notice), class_="scope notice", role="note")
        if export.notice
        else ""
    )
    return (
        element("h1", text(export.timeline.title))
        + element("p", text(f"{query}{counted} ({tracks})."), class_="scope")
        + notice
        + element("p", "", id="_printed", class_="scope printed")
    )


def _filter(timeline: Timeline, events: tuple[Event, ...]) -> str:
    """Return the box of the filter, with the tables by which its script reads what is asked."""
    box = (
        '<label for="_q">Filter</label>'
        '<input id="_q" type="search" autocomplete="off" spellcheck="false" '
        'placeholder="words, &quot;a phrase&quot;, -without, one or other, is:disputed, in:2012">'
        '<output id="_told" for="_q" aria-live="polite"></output>'
    )
    known = json.dumps(
        letter_tables() | value_tables(timeline, events), ensure_ascii=False, separators=(",", ":")
    )
    # No name may end the element that the tables stand in.
    known = known.replace("<", "\\u003c")
    tables = element("script", known, type="application/json", id="_tables")
    return element("form", box, id="_filter", role="search", hidden="") + tables


def _years(export: Export, headings: Sequence[Under]) -> str:
    """Return the events, in their own order, each under its heading."""
    here = {event.id for event in export.events}
    timeline = export.timeline
    also = {actor.id: actor.other_names for actor in timeline.actors}
    asked_of = {id_: filter_attributes(timeline.event(id_), timeline) for id_ in here}
    seen: set[str] = set()
    sections = []
    for under, group in groupby(zip(headings, export.events, strict=True), itemgetter(0)):
        label = under.words or under.year.lstrip("0") or "Of unknown beginning"
        anchor = f"_y{under.words or under.year}".replace(" ", "-")
        items = "\n".join(
            entry(event, timeline.tracks, here, also, asked_of[event.id]) for _under, event in group
        )
        listed = element("ol", f"\n{items}\n", class_="events", role="list")
        heading = element("h2", text(label), id=None if anchor in seen else anchor)
        offices = "" if under.words else _offices(export, under.year)
        sections.append(
            element(
                "section",
                f"{heading}{offices}{listed}",
                class_="year",
                data_year=under.year if not under.words else None,
            )
        )
        seen.add(anchor)
    return "\n".join(sections)


def _offices(export: Export, year: str) -> str:
    """Return the eras of a year, for whoever wonders who was in office."""
    if not year:
        return ""
    names = [
        era.name
        for era in _behind(export.timeline.eras)
        if (not era.date.earliest or era.date.earliest.year <= int(year))
        and (not era.date.latest or era.date.latest.year >= int(year))
    ]
    return element("p", text(" · ".join(names)), class_="offices") if names else ""


def _behind(eras: tuple[Era, ...]) -> list[Era]:
    """Return the eras that stand behind a year: who governs; where nobody does, all."""
    governing = [each for kind in _GOVERNING for each in eras if each.kind == kind]
    return governing or list(eras)
