"""Every reader of YAML gets from the files of a timeline what we get."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kztimeline.loading.checks.quoting import taken_for
from kztimeline.loading.loader import examine
from kztimeline.loading.stand_ins import number_fields
from kztimeline.loading.yaml_nodes import compose_yaml
from kztimeline.loading.yaml_writer import dump
from tests.commands import kzt
from tests.conftest import ROOT
from tests.files import event, timeline, write

FILES = [ROOT / "events.yaml", *sorted((ROOT / "seeds").glob("*.yaml"))]
NUMBERS = number_fields()
# What a plain value is in YAML 1.2 (core schema, 10.3.2) if it is not text.
CORE = re.compile(
    r"null|Null|NULL|~|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


class _CoreLoader(yaml.CSafeLoader):
    """Reads as YAML 1.2 says, numbers and truth values alone made out of text."""


_CoreLoader.yaml_implicit_resolvers = {}
_CoreLoader.add_implicit_resolver("!other", re.compile(f"(?:{CORE.pattern})$"), None)
_CoreLoader.add_constructor(
    "!other",
    lambda loader, node: None if node.value in ("~", "null") else (_Other(node.value),),
)


class _Other(str):
    """A value that is not text to a reader of YAML 1.2."""


def as_text(value: Any, key: str = "") -> Any:
    """Return what a reader gives with the numbers of the fields that hold them as text."""
    if isinstance(value, dict):
        return {name: as_text(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [as_text(each, key) for each in value]
    if key in NUMBERS and isinstance(value, (int, tuple)):
        return str(value[0] if isinstance(value, tuple) else value)
    return value


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, _CoreLoader], ids=["1.1", "1.2"])
def test_other_readers_get_what_we_get(path: Path, loader: type) -> None:
    read = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    assert as_text(read) == compose_yaml(path, path.read_bytes()).data


NOT_TEXT = {
    "a number": [
        *("1991", "001", "-5", "+5", "1_000", "1,200", "0x1F", "0o17", "010", "0b11"),
        *("1.5", "1e5", "1E-5", ".5", "5.", ".inf", "-.Inf", ".NaN", "12:30", "1:02:03.5"),
    ],
    "true or false": ["yes", "No", "ON", "off", "true", "FALSE", "y", "N"],
    "nothing": ["Null", "NULL"],
    "a day": ["1992-03-02", "1992-3-2", "2012-02-01T10:00:00Z", "2012-02-01 10:00:00 +05:00"],
    "a sign of YAML's own": ["="],
}


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in NOT_TEXT.items() for value in values]
)
def test_strict_asks_for_quotes(kind: str, value: str) -> None:
    quoted = timeline(event(place="'x'")).replace("issued: 1992-03-04", "issued: '1992'")
    quoted = quoted.replace("date: 1992-03-02", "date: '1992-03-02'")
    text = quoted.replace("place: 'x'", f"place: {value}")
    found = [
        each
        for each in examine(Path("nowhere/events.yaml"), text.encode(), strict=True)[0]
        if "other programs" in each.problem
    ]
    assert [(each.source_line, each.column) for each in found] == [(f"    place: {value}", 12)]
    assert f"{value} as {kind}, not as text" in found[0].problem
    assert found[0].remedy == f"Put it in quotes: '{value}'"
    mended = text.replace(f"place: {value}", f"place: '{value}'")
    assert not any(
        "other programs" in each.problem
        for each in examine(Path("nowhere/events.yaml"), mended.encode(), strict=True)[0]
    )


@pytest.mark.parametrize(
    "value",
    [
        "1991/2024",
        "2007-04",
        "199X",
        "2012~",
        "../2015",
        "Note",
        "yesterday",
        "1st",
        "12-30",
        "1 2",
    ],
)
def test_what_every_reader_takes_for_text_needs_no_quotes(value: str) -> None:
    assert taken_for(value) is None
    assert yaml.safe_load(f"a: {value}") == {"a": value}


@pytest.mark.parametrize("value", ["02", "+2", "2_0", "0b10"])
def test_a_number_is_written_in_plain_digits(value: str) -> None:
    text = timeline(event()).replace("importance: 2", f"importance: {value}")
    findings, _ = examine(Path("nowhere/events.yaml"), text.encode(), strict=True)
    assert any(f"importance: other programs read {value}" in each.problem for each in findings)


def test_plain_check_asks_for_no_quotes(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event(place="1991")))
    assert kzt("check", path).returncode == 0
    run = kzt("check", "--strict", path)
    assert run.returncode == 1
    assert "other programs read 1991 as a number, not as text" in run.stdout


@pytest.mark.parametrize("value", [value for values in NOT_TEXT.values() for value in values])
def test_what_we_write_is_read_as_text(value: str) -> None:
    written = dump({"title": value, "list": [value]})
    assert written == f"title: '{value}'\nlist:\n- '{value}'\n"
