"""JSON: what `kzt export` wrote, also a line an event, TimelineJS, and sources as CSL-JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from kztimeline.dates.edtf import DateError, parse
from kztimeline.loading.importing.csl import read_csl
from kztimeline.loading.importing.dating import Dating
from kztimeline.loading.importing.found import SOURCE_DATES, Draft, Imported, ImportFault, Remark
from kztimeline.loading.importing.json_shapes import EVENT, TIMELINE, require
from kztimeline.loading.importing.json_values import read_values
from kztimeline.loading.importing.tables.our_csv import (
    add_source,
    cited_parts,
    leave_disputes_without_sources,
)
from kztimeline.loading.importing.tidying import Tidying
from kztimeline.loading.importing.timelinejs import read_slides

_SOURCE_KEYS: Final = (
    "id", "title", "author", "publisher", "issued", "issued_basis", "URL", "derived_from",
    "accessed", "archive_url",
)  # fmt: skip
_EVENT_KEYS: Final = (
    "title", "summary", "importance", "place", "attributed_to", "inference", "note",
    "outside_span",
)  # fmt: skip
_VERSION: Final = 1
_NOT_CARRIED: Final = (
    "JSON does not carry what a file asks of itself: targets, refused_hosts and copy_hosts"
)
_NOT_OF_EVENTS: Final = (
    "events alone do not carry what the timeline is called, its eras, its people's offices and "
    "other names, nor what a file asks of itself"
)


def read_json(text: str, documents: Collection[str], dating: Dating) -> Imported:
    """Return what a text in JSON, or with JSON on each line, holds.

    Args:
        text: The text.
        documents: The ids of the documents whose cards lie beside the file to be written.
        dating: What reads dates.

    Raises:
        ImportFault: it is not JSON, or in no format that is known.
    """
    data, lines = read_values(text)
    tidying = Tidying(entities=_may_be_slides(data))
    found = _read(_tidied(data, lines, tidying), lines, documents, dating)
    found.notes += tidying.notes()
    return found


def _tidied(data: Any, lines: Sequence[int], tidying: Tidying) -> Any:
    """Return what was read with its texts put right, each in its place for who wrote it."""
    if lines:
        numbered = zip(lines, data, strict=True)
        return [tidying.value(record, f"line {number}") for number, record in numbered]
    if not isinstance(data, list):
        return tidying.value(data)
    return tidying.value(data, "events" if any(map(_is_event, data)) else "items")


def _read(data: Any, lines: list[int], documents: Collection[str], dating: Dating) -> Imported:
    if isinstance(data, dict) and _is_timeline(data):
        require(data, TIMELINE)
        return _ours(data, documents)
    if _may_be_slides(data):
        return read_slides(data, dating)
    records = [data] if isinstance(data, dict) else data
    if isinstance(records, list) and any(map(_is_event, records)):
        for number, record in enumerate(records, 1):
            require(record, EVENT, f"line {lines[number - 1]}" if lines else f"event {number}")
        return _events_of_ours(records, documents, dating)
    if _is_csl(data):
        return read_csl(data, dating)
    raise ImportFault(
        "this JSON is in no format that is known",
        "It may be json or jsonl that `kzt export` wrote, a timeline of TimelineJS, or CSL-JSON.",
    )


def _may_be_slides(data: Any) -> bool:
    """Tell whether a value is a timeline of TimelineJS, if it is none of ours."""
    return (
        isinstance(data, dict) and isinstance(data.get("events"), list) and not _is_timeline(data)
    )


def _is_timeline(data: Mapping[str, Any]) -> bool:
    """Tell whether an object is what we write of a timeline, also where a part of it has gone.

    In the one of TimelineJS the title is a slide, and nothing says which version it is of.
    """
    events = data.get("events")
    return (
        {"tracks", "sources", "events"} <= data.keys()
        or ({"version", "events"} <= data.keys() and isinstance(data.get("title"), str))
        or (isinstance(events, list) and any(map(_is_event, events)))
    )


def _is_csl(data: Any) -> bool:
    """Tell whether a value is a list of things that may be described in CSL."""
    return (
        isinstance(data, list)
        and all(isinstance(each, dict) for each in data)
        and any({"title", "type", "id"} & each.keys() for each in data)
    )


def _is_event(record: Any) -> bool:
    """Tell whether a value is what we write of an event; no other format has these keys."""
    return isinstance(record, dict) and {"date", "track", "sources"} <= record.keys()


def _present(record: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: record[name] for name in names if record.get(name) not in (None, "", [])}


def _source(record: Mapping[str, Any]) -> dict[str, Any]:
    known = _present(record, *_SOURCE_KEYS)
    return {
        name: value["edtf"] if name in SOURCE_DATES and isinstance(value, dict) else value
        for name, value in known.items()
    }


def _ours(data: Mapping[str, Any], documents: Collection[str]) -> Imported:
    found = Imported(title=data["title"], span=data["span"]["edtf"], whole=True)
    sections = found.sections
    for name in ("tracks", "topics"):
        sections[name] = {each["id"]: _present(each, "id", "name", "letter") for each in data[name]}
    sections["eras"] = {
        each["id"]: {
            **_present(each, "id", "name", "kind"),
            "date": each["date"]["edtf"],
            **_present(each, "sources", "note", "begins_with"),
        }
        for each in data["eras"]
    }
    sections["actors"] = {each["id"]: _actor(each) for each in data["actors"]}
    works = [*data["sources"], *(work for event in data["events"] for work in event["sources"])]
    sections["sources"] = {
        each["id"]: _source(each) for each in works if each["id"] not in documents
    }
    found.notes.append(_NOT_CARRIED)
    found.notes += _said_of_it(data)
    ids = {event["id"] for event in data["events"]}
    for number, record in enumerate(data["events"], 1):
        found.drafts.append(_event(record, f"event {number}", ids))
    found.miss_cards(_documents(works) - {*documents}, documents)
    return found


def _said_of_it(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield what an export says of itself that whoever goes on with it has to know."""
    asked = {"query": "query {}", "as_of": "as of {}", "left_out": "{}"}
    if parts := [form.format(data[key]) for key, form in asked.items() if data.get(key)]:
        yield f"only a part of a timeline was exported: {'; '.join(parts)}"
    version = str(data.get("version", _VERSION))
    if version != str(_VERSION):
        yield (
            f"this is JSON of version {version}, and version {_VERSION} is known here: what it has "
            "beyond that is not taken over"
        )


def _documents(works: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the ids of those of some sources that are documents."""
    return {each["id"] for each in works if each.get("kind") == "document"}


def _events_of_ours(
    records: list[dict[str, Any]], documents: Collection[str], dating: Dating
) -> Imported:
    """Read our events without the timeline around them, as jsonl has them."""
    found = Imported()
    found.notes.append(_NOT_OF_EVENTS)
    for name, key in (("tracks", "track"), ("topics", "topics")):
        entries = found.sections.setdefault(name, {})
        for record in records:
            for each in record[key] if isinstance(record[key], list) else [record[key]]:
                entries.setdefault(each["id"], _present(each, "id", "name"))
    works = [work for record in records for work in record["sources"]]
    found.sections["sources"] = {
        each["id"]: _source(each) for each in works if each["id"] not in documents
    }
    for record in records:
        for side in record["disputed"]:
            if side["source"] not in documents:
                add_source(found, side["source"], cited_parts(side["citation"]))
    ids = {record["id"] for record in records}
    for number, record in enumerate(records, 1):
        for actor in record["actors"]:
            found.actor(actor["name"], actor["id"])
        draft = _event(record, f"event {number}", ids)
        found.drafts.append(draft)
        _leave_unknown_sources(draft, {None, *documents, *found.sections["sources"]})
    leave_disputes_without_sources(found, documents)
    found.miss_cards(_documents(works) - {*documents}, documents)
    return found


def _leave_unknown_sources(draft: Draft, known: Collection[str | None]) -> None:
    """Say which source a link of an event rests on, where nothing else is known of it."""
    for link in draft.values.get("links", ()):
        if link.get("source") not in known:
            text = f"{link['source']}, the source of its link to {link['to']}"
            draft.left.append(Remark("source of a link", text))
            del link["source"]


def _actor(record: Mapping[str, Any]) -> dict[str, Any]:
    roles = [
        {"title": each["title"], "date": each["date"]["edtf"], **_present(each, "begins_with")}
        for each in record["roles"]
    ]
    return {
        **_present(record, "id", "name", "kind", "other_names", "side"),
        **({"roles": roles} if roles else {}),
        **_present(record, "note"),
    }


def _event(record: Mapping[str, Any], where: str, ids: Collection[str]) -> Draft:
    links = [each for each in record["links"] if each["to"] in ids]
    values = {
        "id": record["id"],
        "date": record["date"]["edtf"],
        "track": record["track"]["id"],
        "topics": list(dict.fromkeys(each["id"] for each in record["topics"])),
        **_present(record, *_EVENT_KEYS),
        "sources": [
            {"source": each["id"], **_present(each, "spans", "says")} for each in record["sources"]
        ],
        "actors": list(dict.fromkeys(each["id"] for each in record["actors"])),
        "disputed": [_present(each, "by", "claim", "source") for each in record["disputed"]],
        "links": [_present(each, "to", "kind", "basis", "source") for each in links],
    }
    draft = Draft(where, {name: value for name, value in values.items() if value != []})
    if fault := _fault_of(values["date"]):
        draft.lacks.append(fault)
    for each in record["links"]:
        if each["to"] not in ids:
            text = f"link {each['kind']} to {each['to']}, which is not in the file"
            draft.left.append(Remark("link", text))
    return draft


def _fault_of(date: str) -> str:
    """Return why a text is not a date in EDTF; nothing where it is one."""
    try:
        parse(date)
    except DateError as why:
        return str(why)
    return ""
