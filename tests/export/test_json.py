"""JSON: everything comes back, at keys that are stable, as its schema says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kztimeline.dates.display import display
from kztimeline.dates.edtf import parse
from kztimeline.export.formats import json_text
from kztimeline.export.json_schema import json_schema
from kztimeline.timeline.model import Event, Timeline

from ..commands import kzt
from .awkward import awkward, awkward_export


def check_event(read: dict[str, Any], event: Event, timeline: Timeline) -> None:
    """Compare what was read with an event, field by field."""
    date = event.date
    assert read["date"] == {
        "edtf": date.text,
        "words": display(date),
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
        "precision": date.precision.label,
        "qualifier": {
            "": "",
            "~": "approximate",
            "?": "uncertain",
            "%": "approximate and uncertain",
        }[date.qualifier],
        "open_start": date.earliest is None,
        "open_end": date.latest is None,
    }
    for key in ("id", "title", "summary", "importance", "place", "inference"):
        assert read[key] == getattr(event, key)
    for key in ("attributed_to", "note", "outside_span"):
        assert read[key] == getattr(event, key)
    assert read["track"] == {
        "id": event.track,
        "name": timeline.tracks_by_id[event.track].name,
    }
    assert [each["id"] for each in read["topics"]] == list(event.topics)
    assert [each["id"] for each in read["actors"]] == list(event.actors)
    assert [(each["by"], each["claim"], each["source"]) for each in read["disputed"]] == [
        (each.by, each.claim, each.source) for each in event.disputed
    ]
    assert [
        (each["kind"], each["to"], each["basis"], each["source"]) for each in read["links"]
    ] == [(each.kind, each.to, each.basis, each.source) for each in event.links]
    for found, cited in zip(read["sources"], event.sources, strict=True):
        source = timeline.sources_by_id[cited.source]
        assert (found["id"], found["says"]) == (cited.source, cited.says)
        assert found["spans"] == list(map(str, cited.spans))
        for key in ("title", "author", "publisher", "URL", "derived_from", "archive_url"):
            assert found[key] == getattr(source, key)
        for key in ("issued", "accessed"):
            written = found[key] and parse(found[key]["edtf"])
            assert written == getattr(source, key)


def test_every_awkward_event_comes_back_whole() -> None:
    timeline = awkward()
    read = json.loads(json_text.write(awkward_export()))
    assert len(read["events"]) == len(timeline.events) == 50
    for found in read["events"]:
        check_event(found, timeline.event(found["id"]), timeline)
    assert read["title"] == timeline.title
    assert {each["id"] for each in read["actors"]} == set(timeline.actors_by_id)


def test_every_line_is_an_event_that_stands_for_itself() -> None:
    timeline = awkward()
    lines = json_text.write_lines(awkward_export()).decode().splitlines()
    assert len(lines) == 50
    for line in lines:
        found = json.loads(line)
        check_event(found, timeline.event(found["id"]), timeline)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(json_schema()))


@pytest.mark.slow
def test_the_schema_holds_for_what_is_written() -> None:
    schema = json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    read = json.loads(json_text.write(awkward_export(as_of="2020-01-01", notice="As of then")))
    jsonschema.validate(read, schema)
    line_schema = json.loads(json_schema(lines=True))
    for line in json_text.write_lines(awkward_export()).splitlines():
        jsonschema.validate(json.loads(line), line_schema)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("events", 0, "date", "precision"), "fortnight"),
        (("events", 0, "date", "earliest"), 7),
        (("events", 0, "title"), None),
        (("events", 0, "sources", 0, "spans"), "1-2"),
        (("title",), ["a"]),
    ],
)
def test_the_schema_refuses_what_is_none(
    path: tuple[str | int, ...], value: object, validator: jsonschema.Draft202012Validator
) -> None:
    read = json.loads(json_text.write(awkward_export()))
    at = read
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(read)


def test_the_schema_misses_no_key() -> None:
    read = json.loads(json_text.write(awkward_export()))
    schema = json.loads(json_schema())
    assert set(schema["$defs"]["Timeline"]["properties"]) == set(read)
    assert set(schema["$defs"]["Event"]["properties"]) == set(read["events"][0])
    del read["events"][0]["disputed"]
    with pytest.raises(jsonschema.ValidationError, match="disputed"):
        jsonschema.validate(read, schema)


@pytest.mark.slow
def test_the_builtin_timeline_passes_its_schema(builtin: Timeline, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    assert kzt("export", "-o", target, "--schema").returncode == 0
    schema = json.loads((tmp_path / "all.json.schema.json").read_bytes())
    read = json.loads(target.read_bytes())
    jsonschema.Draft202012Validator(schema).validate(read)
    assert len(read["events"]) == len(builtin.events)


def test_letters_that_end_a_line_elsewhere_do_not_end_one_here() -> None:
    export = awkward_export(query="a\u2028b")
    assert "\u2028" not in json_text.write_lines(export).decode()
