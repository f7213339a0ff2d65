"""JSON: what `kzt export` wrote, also a line an event, TimelineJS, and sources as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final

from kztimeline.loading.importing.csl import read_csl
from kztimeline.loading.importing.dating import Dating
from kztimeline.loading.importing.found import Draft, Imported, ImportFault, Remark
from kztimeline.loading.importing.our_csv import (
    add_source,
    cited_parts,
    leave_disputes_without_sources,
)
from kztimeline.loading.importing.timelinejs import read_slides

_SOURCE_KEYS: Final = (
    "id", "title", "author", "publisher", "issued", "issued_basis", "URL", "derived_from",
    "accessed", "archive_url",
)  # fmt: skip
_EVENT_KEYS: Final = (
    "title", "summary", "importance", "place", "attributed_to", "inference", "note",
    "outside_span",
)  # fmt: skip
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
        ImportFault: it is no JSON, or in no format that is known.
    """
    data = _data(text)
    if isinstance(data, dict) and {"tracks", "sources", "events"} <= data.keys():
        return _guarded(lambda: _ours(data, documents))
    if isinstance(data, dict) and isinstance(data.get("events"), list):
        return _guarded(lambda: read_slides(data, dating))
    records = [data] if isinstance(data, dict) else data
    if isinstance(records, list) and records and all(isinstance(each, dict) for each in records):
        if all(_is_event(each) for each in records):
            return _guarded(lambda: _events_of_ours(records, documents, dating))
        if isinstance(data, list) and any({"title", "type", "id"} & each.keys() for each in data):
            return _guarded(lambda: read_csl(data, dating))
    raise ImportFault(
        "this JSON is in no format that is known",
        "It may be json or jsonl that `kzt export` wrote, a timeline of TimelineJS, or CSL-JSON.",
    )


def _data(text: str) -> Any:
    """Return the value that a text is in JSON, or the list of those on its lines."""
    try:
        return json.loads(text)
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            if len(lines) > 1:
                return [json.loads(line) for line in lines]
        except ValueError:
            pass
        except RecursionError:
            raise _too_deep() from None
        raise ImportFault(f"it is not valid JSON: {error}", "Correct it.") from None
    except RecursionError:
        raise _too_deep() from None


def _too_deep() -> ImportFault:
    return ImportFault("its brackets are nested too deeply", "Correct it.")


def _is_event(record: Mapping[str, Any]) -> bool:
    date = record.get("date")
    return isinstance(date, dict) and "edtf" in date and "track" in record


def _guarded(read: Callable[[], Imported]) -> Imported:
    try:
        return read()
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ImportFault(
            f"something in this JSON is not as it should be: {error!r}", "Correct it."
        ) from None


def _present(record: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: record[name] for name in names if record.get(name) not in (None, "", [])}


def _source(record: Mapping[str, Any]) -> dict[str, Any]:
    known = _present(record, *_SOURCE_KEYS)
    return {
        name: value["edtf"] if isinstance(value, dict) else value for name, value in known.items()
    }


def _ours(data: Mapping[str, Any], documents: Collection[str]) -> Imported:
    found = Imported(title=data["title"], span=data["span"]["edtf"])
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
    ids = {event["id"] for event in data["events"]}
    for number, record in enumerate(data["events"], 1):
        found.drafts.append(_event(record, f"event {number}", ids))
    found.miss_cards(_documents(works) - {*documents}, documents)
    return found


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
                add_source(found, side["source"], cited_parts(side["citation"], dating))
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
    for each in record["links"]:
        if each["to"] not in ids:
            text = f"link {each['kind']} to {each['to']}, which is not in the file"
            draft.left.append(Remark("link", text))
    return draft
