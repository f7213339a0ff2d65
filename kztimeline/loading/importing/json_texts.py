"""JSON: what `kzt export` wrote, a timeline of TimelineJS, and sources as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from kztimeline.loading.importing.found import Draft, Imported, ImportFault, parts_date, read_date
from kztimeline.loading.importing.tables import slide

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


def read_json(text: str, documents: Collection[str]) -> Imported:
    """Return what a text in JSON holds.

    Args:
        text: The text.
        documents: The ids of the documents whose cards lie beside the file to be written.

    Raises:
        ImportFault: it is no JSON, or of no form that is known.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ImportFault(f"it is not valid JSON: {error}", "Correct it.") from None
    except RecursionError:
        raise ImportFault("its brackets are nested too deeply", "Correct it.") from None
    if isinstance(data, dict) and {"tracks", "sources", "events"} <= data.keys():
        return _guarded(lambda: _ours(data, documents))
    if isinstance(data, dict) and isinstance(data.get("events"), list):
        return _guarded(lambda: _timelinejs(data))
    if isinstance(data, list) and all(isinstance(item, dict) for item in data):
        return _guarded(lambda: _csl(data))
    raise ImportFault(
        "this JSON is of no form that is known",
        "It may be what `kzt export` wrote, a timeline of TimelineJS, or CSL-JSON.",
    )


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
            **_present(each, "sources", "note"),
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
    return found


def _actor(record: Mapping[str, Any]) -> dict[str, Any]:
    roles = [{"title": each["title"], "date": each["date"]["edtf"]} for each in record["roles"]]
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
        "topics": [each["id"] for each in record["topics"]],
        **_present(record, *_EVENT_KEYS),
        "sources": [
            {"source": each["id"], **_present(each, "spans", "says")} for each in record["sources"]
        ],
        "actors": [each["id"] for each in record["actors"]],
        "disputed": [_present(each, "by", "claim", "source") for each in record["disputed"]],
        "links": [_present(each, "to", "kind", "basis", "source") for each in links],
    }
    draft = Draft(where, {name: value for name, value in values.items() if value != []})
    for each in record["links"]:
        if each["to"] not in ids:
            draft.left.append(f"link {each['kind']} to {each['to']}, which is not in the file")
    return draft


def _timelinejs(data: Mapping[str, Any]) -> Imported:
    found = Imported()
    slides = [("title", data.get("title") or {}), *(("era", each) for each in data.get("eras", []))]
    for number, (kind, each) in enumerate(
        [*slides, *(("", each) for each in data["events"])], 1 - len(slides)
    ):
        words, media = each.get("text") or {}, each.get("media") or {}
        if kind == "title" and not each:
            continue
        slide(
            found,
            f"event {number}",
            kind=kind,
            start=_parts(each.get("start_date")),
            end=_parts(each.get("end_date")),
            words=str(each.get("display_date") or ""),
            headline=str(words.get("headline") or ""),
            text=str(words.get("text") or ""),
            media=str(media.get("url") or ""),
            credit=str(media.get("credit") or ""),
            caption=str(media.get("caption") or ""),
            group=str(each.get("group") or ""),
        )
    return found


def _parts(date: Mapping[str, Any] | None) -> tuple[Any, Any, Any]:
    known = date or {}
    return known.get("year"), known.get("month"), known.get("day")


def _csl(items: list[dict[str, Any]]) -> Imported:
    found = Imported()
    for number, item in enumerate(items, 1):
        title = str(item.get("title") or "").strip()
        publisher = str(item.get("publisher") or item.get("container-title") or "").strip()
        if not title:
            found.notes.append(f"item {number} ({item.get('id', 'no id')}) has no title: left out")
            continue
        source = found.source(
            title,
            publisher,
            author=_names(item.get("author") or []),
            issued=_csl_date(item.get("issued")),
            URL=item.get("URL"),
            accessed=_csl_date(item.get("accessed")),
        )
        if item.get("issued") and not _csl_date(item["issued"]):
            found.notes.append(f"{source}: its date could not be read: {item['issued']}")
        if not publisher:
            found.notes.append(f"{source}: its publisher is not said")
    return found


def _names(names: list[dict[str, Any]]) -> str:
    each = [
        str(name.get("literal") or " ".join(filter(None, (name.get("given"), name.get("family")))))
        for name in names
    ]
    return ", ".join(filter(None, each))


def _csl_date(date: Any) -> str:
    if not isinstance(date, dict):
        return ""
    parts = [parts_date(*[*each, "", ""][:3]) for each in date.get("date-parts", []) if each]
    if parts and all(parts):
        return read_date(*parts)
    return read_date(str(date.get("literal") or date.get("raw") or ""))
