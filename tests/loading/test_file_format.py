"""The schema of timeline files and the reference of their keys, which are made from the model."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from kztimeline.dates.edtf import DateError, parse
from kztimeline.loading.file_format.meanings import FIELD_MEANINGS
from kztimeline.loading.file_format.schema import DATE_PATTERN, card_schema, timeline_schema
from kztimeline.loading.stand_ins import number_fields
from kztimeline.loading.yaml_nodes import compose_yaml
from kztimeline.timeline import model
from kztimeline.timeline.field_types import Record

from ..commands import kzt
from ..conftest import ROOT
from ..files import HEAD, event, timeline, write

KINDS: list[Any] = [
    kind
    for kind in vars(model).values()
    if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
]


def as_editors_read(value: Any, key: str = "") -> Any:
    """Return plain values with whole numbers as numbers, where numbers are meant."""
    if isinstance(value, dict):
        return {name: as_editors_read(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [as_editors_read(item, key) for item in value]
    return int(value) if key in number_fields() and value is not None else value


def faults(path: Path, schema: bytes) -> list[str]:
    validator = Draft7Validator(json.loads(schema))
    data = as_editors_read(compose_yaml(path, path.read_bytes()).data)
    return [f"{list(error.path)}: {error.message[:100]}" for error in validator.iter_errors(data)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_key_has_a_meaning(kind: type) -> None:
    assert is_dataclass(kind)
    named = ["", *(field.name for field in fields(kind))]
    assert sorted(FIELD_MEANINGS[kind.__name__]) == sorted(named)
    assert all(FIELD_MEANINGS[kind.__name__].values())


@pytest.mark.slow
def test_the_built_in_timeline_names_its_schema_and_passes_it() -> None:
    path = ROOT / "events.yaml"
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    named = ROOT / first.partition("yaml-language-server: $schema=")[2]
    assert named.read_bytes() == timeline_schema() == kzt("schema").stdout.encode()
    Draft7Validator.check_schema(json.loads(named.read_bytes()))
    assert faults(path, named.read_bytes()) == []


def test_every_card_passes_the_schema_of_cards() -> None:
    cards = sorted((ROOT / "seeds").glob("*.yaml"))
    assert cards
    assert [fault for card in cards for fault in faults(card, card_schema())] == []
    assert kzt("schema", "card").stdout.encode() == card_schema()


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        timeline(event(importance="7").replace("    importance: 2\n", "", 1)),
        timeline(event(datum="x")),
        timeline(event(title="x" * 81)),
        timeline(event(date="31 February")),
        timeline(event(date="2013-13")),
        timeline(event(id="Not_an_id")),
        timeline(event().replace("    topics: [talks]\n", "    topics: []\n")),
        timeline(event().replace("    summary: The envoy speaks.\n", "")),
        timeline(head=HEAD.replace("kind: person", "kind: persona")),
        timeline(head=HEAD.replace("name: Talks", "name: 'Talks; and more'")),
        timeline(head=HEAD.replace("letter: H", "letter: HH")),
        timeline(head=re.sub(r"tracks:\n(.*\n)*topics", "tracks: []\ntopics", HEAD)),
    ],
)
def test_what_an_editor_can_see_to_be_wrong_is_wrong_by_the_schema(
    text: str, tmp_path: Path
) -> None:
    path = write(tmp_path, text)
    assert kzt("check", path).returncode == 1
    assert faults(path, timeline_schema()) != []


def test_a_sound_file_passes(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event(), event("two", date="199X", place="Astana")))
    assert kzt("check", path).returncode == 0
    assert faults(path, timeline_schema()) == []


ENDS = st.from_regex(r"\d{4}(-\d\d(-\d\d)?)?[~?%]?|\d\d(\dX|XX)[~?%]?|\.\.", fullmatch=True)
TEXTS = ENDS | st.builds("{}/{}".format, ENDS, ENDS)


@given(TEXTS)
def test_the_pattern_of_dates_has_every_date(text: str) -> None:
    try:
        parse(text)
    except DateError:
        return
    assert re.fullmatch(DATE_PATTERN, text)


@pytest.mark.parametrize(
    "text", ["2013-13", "2012-00", "2012-02-32", "0000", "../..", "2012/", "x"]
)
def test_the_pattern_of_dates_has_no_others(text: str) -> None:
    assert not re.fullmatch(DATE_PATTERN, text)


@pytest.mark.slow
def test_what_is_made_from_the_program_is_up_to_date() -> None:
    run = subprocess.run(
        [sys.executable, ".ci/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout


def test_every_key_stands_in_the_reference() -> None:
    reference = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
    for kind in KINDS:
        for field in fields(kind):
            assert f"`{field.name}`" in reference
    for anchor in set(re.findall(r"\(#([\w-]+)\)", reference)):
        assert re.search(rf"^## {anchor.replace('-', ' ')}$", reference, re.M | re.I), anchor
