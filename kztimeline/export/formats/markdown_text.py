"""Events in full as Markdown: a heading each, what is known of it, and its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kztimeline.export.answer import CERTAIN_ONLY, events_counted, match_words
from kztimeline.export.markdown import escaped, markdown_link, opening, table_row
from kztimeline.export.plain_lists import cell_text
from kztimeline.text.visible import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kztimeline.export.plain_lists import PlainList
    from kztimeline.export.records import EventRecord, Export, SourceRecord

_BACKTICKS: Final = re.compile("`+")


def write(export: Export) -> bytes:
    """Return the events in their order."""
    return ("\n".join(_lines(export)) + "\n").encode()


def write_list(listed: PlainList) -> bytes:
    """Return a list as a table."""
    lines = [table_row(map(escaped, listed.columns)), table_row("---" for _name in listed.columns)]
    lines += [
        table_row(escaped(cell_text(row[name])) for name in listed.columns) for row in listed.rows
    ]
    return ("\n".join(lines) + "\n").encode()


def _lines(export: Export) -> Iterator[str]:
    yield f"# {escaped(export.timeline.title)}"
    yield ""
    counted = events_counted(export)
    certain = f", {CERTAIN_ONLY}" if export.certain_only else ""
    query = f"Query: {_code(export.query)}{certain}. " if export.query else ""
    yield f"{query}{counted[0].upper()}{counted[1:]}."
    if export.notice:
        yield ""
        yield opening(export.notice)
    for event in export.events:
        yield ""
        yield from _event(event)


def _event(event: EventRecord) -> Iterator[str]:
    yield f"## {escaped(event.date.words)}: {escaped(event.title)}"
    yield ""
    yield opening(event.summary)
    yield ""
    for label, text in _facts(event):
        yield f"- {label}: {text}"
    for source in event.sources:
        yield f"- Source: {_cited(source)}"


def _facts(event: EventRecord) -> Iterator[tuple[str, str]]:
    """Yield what is known of an event with a word for it, in Markdown."""
    yield "Id", _code(event.id)
    yield "Date", f"{_code(event.date.edtf)} ({event.date.words})"
    if match := match_words(event):
        yield "Match", match
    yield "Track", escaped(event.track.name)
    yield "Topics", escaped(", ".join(topic.name for topic in event.topics))
    yield "Importance", f"{event.importance} of 3"
    if event.actors:
        yield "Actors", escaped(", ".join(_actor(each.name, each.titles) for each in event.actors))
    for label, fact in (
        ("Place", event.place),
        ("According to", event.attributed_to),
        ("Inferred", event.inference),
        ("Note", event.note),
        ("Outside the span", event.outside_span),
    ):
        if fact:
            yield label, escaped(fact)
    for claim in event.disputed:
        said = f"{claim.by}: {claim.claim} ({claim.citation})"
        yield "Sources disagree", escaped(said)
    for each in event.links:
        other = f"{escaped(each.title)} ({_code(each.to)})"
        yield each.words.capitalize(), f"{other}. {escaped(each.basis)}"
    for back in event.linked_from:
        other = f"{escaped(back.title)} ({_code(back.event)})"
        yield back.words.capitalize(), f"{other}. {escaped(back.basis)}"


def _actor(name: str, titles: tuple[str, ...]) -> str:
    return f"{name} ({', '.join(titles)})" if titles else name


def _cited(source: SourceRecord) -> str:
    """Return a source on one line, its address as a link where it is one."""
    cited = escaped(source.citation)
    if source.URL and web_address(source.URL):
        cited = cited.replace(escaped(source.URL), markdown_link(source.URL), 1)
    says = f" – {escaped(source.says)}" if source.says else ""
    return f"{cited}{says}"


def _code(text: str) -> str:
    """Return text as code, however many backticks it holds."""
    longest = max(map(len, _BACKTICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"{fence}{text}{fence}"
