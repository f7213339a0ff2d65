"""`kzt import` of JSON: nothing is lost, and what is wrong with it is said in its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kztimeline.loading.importing.json_values import read_values
from tests.sampling import mostly_slow

from ..commands import kzt
from ..files import event, timeline, write
from .test_import import events_in, imported

FAR = {"outside_span": "It was long before"}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        timeline(
            event("far", "0800-03-02", **FAR),
            event("one", "1995-02-01"),
            event("two", "2005-02-03"),
        ),
        "own.yaml",
    )


def exported(own: Path, *query: str, format: str = "json") -> str:
    return kzt("export", "-t", own, *query, "--format", format).stdout


@pytest.mark.parametrize("format", ["json", "jsonl"])
@pytest.mark.parametrize("query", mostly_slow([(), ("in:0800",), ("in:1995",)], [()]))
def test_an_event_outside_the_span_comes_back(
    format: str, query: tuple[str, ...], own: Path, tmp_path: Path
) -> None:
    given = exported(own, *query, format=format)
    run = imported(tmp_path, given, name="in.json")
    assert run.returncode == 0
    made = events_in(tmp_path)
    assert len(made) == (1 if query else 3)
    assert "as a comment" not in run.stderr
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert (FAR["outside_span"] in text) == (query != ("in:1995",))
    if format == "jsonl" and not query:
        assert "span: '1995/2005'" in text
        assert made["far"]["outside_span"] == FAR["outside_span"]


def test_an_event_that_the_span_of_the_others_reaches_keeps_what_it_says_as_a_comment(
    own: Path, tmp_path: Path
) -> None:
    text = own.read_text(encoding="utf-8").replace("0800-03-02", "1995-01-01")
    own.write_text(text.replace("span: 1991/2024", "span: 1995-02/2024"), encoding="utf-8")
    run = imported(tmp_path, exported(own, format="jsonl"), name="in.jsonl")
    assert run.returncode == 0
    assert len(events_in(tmp_path)) == 3
    assert "why an event stands outside the span (1)" in run.stderr
    assert FAR["outside_span"] in (tmp_path / "out.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [
        '{"events": []}',
        '{"title": {"text": {"headline": "Alone"}}, "events": []}',
        '[{"type": "book", "id": "a"}]',
    ],
)
def test_what_holds_nothing_to_take_over_is_refused(content: str, tmp_path: Path) -> None:
    run = imported(tmp_path, content, name="in.json")
    assert run.returncode == 1
    assert "in.json: there is no event in it, and no source that has a title" in run.stderr
    assert not (tmp_path / "out.yaml").exists()


ALONE = """\
timeline:
  title: Two countries
  span: 1991/2024
tracks:
  - {id: home, name: Home, letter: H}
topics:
  - {id: talks, name: Talks, letter: t}
eras:
  - {id: phase, name: A phase, kind: phase, date: 1992/1995, sources: [gazette]}
actors:
  - {id: smith, name: Jane Smith, kind: person, roles: [{title: Envoy, date: 1992/1995}]}
sources:
  - {id: gazette, title: What the envoy said, publisher: The Gazette, issued: 1992-03-04}
events: []
"""


def test_a_timeline_without_events_comes_back(tmp_path: Path) -> None:
    given = exported(write(tmp_path, ALONE, "own.yaml"))
    run = imported(tmp_path, given, "--track", "Other", name="in.json")
    assert run.returncode == 0
    assert run.stderr.startswith("kzt: 0 events written to out.yaml\n")
    assert exported(tmp_path / "out.yaml") == given


def test_the_answer_to_a_query_comes_back_and_is_called_that(own: Path, tmp_path: Path) -> None:
    for query, number in (("in:1850", "0 events"), ("in:1995", "1 event")):
        run = imported(tmp_path, exported(own, query), "--force", name="in.json")
        assert run.returncode == 0
        assert f"{number} written" in run.stderr
        assert f"only a part of a timeline was exported: query {query}" in run.stderr
    (tmp_path / "out.yaml").unlink()
    assert "only a part" not in imported(tmp_path, exported(own), name="in.json").stderr


def test_a_version_that_is_not_known_is_said(own: Path, tmp_path: Path) -> None:
    given = exported(own)
    assert "version" not in imported(tmp_path, given, name="in.json").stderr
    later = given.replace('"version": 1', '"version": 99')
    run = imported(tmp_path, later, "--force", name="in.json")
    assert run.returncode == 0
    assert "this is JSON of version 99, and version 1 is known here" in run.stderr


def test_what_is_left_of_an_export_is_told_by_what_is_missing(tmp_path: Path) -> None:
    run = imported(tmp_path, '{"version": 99, "title": "x", "events": []}', name="in.json")
    assert run.returncode == 1
    assert run.stderr.startswith("kzt: in.json: span is missing\n")


@pytest.mark.parametrize(
    "content",
    ['{"title": "Mine", "events": [{}]}', '{"title": ["Mine"], "eras": ["E"], "events": ["A"]}'],
)
def test_bare_values_in_the_place_of_slides_are_told_as_such(content: str, tmp_path: Path) -> None:
    run = imported(tmp_path, content, name="in.json")
    assert run.returncode == 1
    assert ": :" not in run.stderr
    assert "no event can be taken over: no title (event 1)" in run.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("in.jsonl", '{"a": 1}\n{"a":\n', "in.jsonl: line 2, column 6: this is not valid JSON"),
        ("in.jsonl", '\n{"a": 1}\n\n{"a" 1}\n', "in.jsonl: line 4, column 6: this is"),
        ("in.json", '{\n "a": 1,\n b: 2}', "in.json: line 3, column 2: this is not valid JSON"),
        ("in.json", "var events = {}", "in.json: line 1, column 1: this is not valid JSON"),
        ("in.json", "", "in.json: there is nothing in it"),
        ("in.csv", " \n\n", "in.csv: there is nothing in it"),
        ("in.json", "5", "no format that is known"),
        ("in.json", f'[\n{{"a": {"9" * 5000}}}]', "in.json: line 2: a number has more digits"),
        ("in.jsonl", f'{{"a": 1}}\n{{"a": {"9" * 5000}}}', "line 2: a number has more digits"),
        ("in.json", '[{"title":\n"\\ud800"}]', "line 2: \\ud800 is half of a letter"),
        ("in.csv", f"date,title,url\n{'9' * 5000},A,https://a.example\n", "no certain date"),
    ],
)
def test_what_is_wrong_with_a_text_is_said_where_it_stands(
    name: str, content: str, said: str, tmp_path: Path
) -> None:
    run = imported(tmp_path, content, name=name)
    assert run.returncode == 1
    assert said in run.stderr
    assert "sys." not in run.stderr
    assert not (tmp_path / "out.yaml").exists()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_json_in_utf_16_is_told_without_a_word_of_tables(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_bytes('[{"title": "A"}]'.encode(encoding))
    run = kzt("import", "in.json", cwd=tmp_path)
    assert run.returncode == 1
    assert "in.json: this is UTF-16 text, which is not read" in run.stderr
    assert "Save it as UTF-8" in run.stderr


def put(key: str, value: object) -> Callable[[Any], None]:
    def change(record: Any) -> None:
        record[key] = value

    return change


def without(key: str) -> Callable[[Any], None]:
    return lambda record: record.pop(key)


EDITED = [
    (without("id"), "id is missing"),
    (put("id", 5), "id is a number, where a text is wanted"),
    (put("date", "2005"), "date is a text, where an object is wanted"),
    (put("date", {"start": "2005"}), "date, edtf is missing"),
    (put("topics", ["treaties"]), "topic 1 is a text, where an object is wanted"),
    (put("topics", None), "topics is null, where a list is wanted"),
    (without("links"), "links is missing"),
    (put("sources", [{"title": "A"}]), "source 1, id is missing"),
    (put("sources", [{"id": "gazette", "spans": 5}]), "source 1, spans is a number"),
    (put("sources", [{"id": "a", "issued": {"start": 1}}]), "source 1, issued, edtf is"),
    (put("disputed", [{"by": "A"}]), "side 1, source is missing"),
]


@pytest.mark.parametrize(("change", "said"), mostly_slow(EDITED, EDITED[1::3], several=True))
@pytest.mark.parametrize("format", mostly_slow(["json", "jsonl"], ["json"]))
def test_an_edited_event_is_refused_with_its_place_and_its_key(
    format: str, change: Callable[[Any], None], said: str, own: Path, tmp_path: Path
) -> None:
    whole = json.loads(exported(own))
    change(whole["events"][1])
    lines = "\n".join(map(json.dumps, whole["events"]))
    run = imported(tmp_path, json.dumps(whole) if format == "json" else lines, name="in.json")
    assert run.returncode == 1
    assert f"in.json: {'event' if format == 'json' else 'line'} 2, {said}" in run.stderr
    assert "as `kzt export` writes it" in run.stderr


@pytest.mark.parametrize(
    "key",
    mostly_slow(["title", "span", "tracks", "eras", "actors", "sources"], ["title", "sources"]),
)
def test_an_edited_timeline_is_refused_with_the_key_that_is_missing(
    key: str, own: Path, tmp_path: Path
) -> None:
    whole = json.loads(exported(own))
    del whole[key]
    run = imported(tmp_path, json.dumps(whole), name="in.json")
    assert run.returncode == 1
    assert f"in.json: {key} is missing" in run.stderr


@pytest.mark.parametrize("format", ["json", "jsonl"])
def test_an_edited_date_that_is_none_leaves_its_event_as_a_comment(
    format: str, own: Path, tmp_path: Path
) -> None:
    given = exported(own, format=format).replace('"1995-02-01"', '"Feb 1995"')
    run = imported(tmp_path, given, name="in.json")
    assert run.returncode == 0
    assert "1 as a comment: the month is a word in 'Feb 1995'" in run.stderr
    assert set(events_in(tmp_path)) == {"far", "two"}


@pytest.mark.parametrize("parts", [5, [5], "2001", {"a": 1}, [[]], [["9" * 5000]]])
def test_a_date_of_csl_in_no_known_form_is_kept_as_a_comment(parts: object, tmp_path: Path) -> None:
    item = {"id": "a", "type": "book", "title": "A", "issued": {"date-parts": parts}}
    (tmp_path / "in.json").write_text(json.dumps([item]), encoding="utf-8")
    run = kzt("import", "in.json", cwd=tmp_path)
    assert run.returncode == 0
    assert "issued could not be read as a date" in run.stdout


def test_eras_of_slides_that_are_no_list_are_said(tmp_path: Path) -> None:
    slide = {
        "start_date": {"year": 1990},
        "text": {"headline": "A"},
        "media": {"url": "https://a.example/b"},
    }
    run = imported(tmp_path, json.dumps({"eras": 5, "events": [slide]}), name="in.json")
    assert run.returncode == 0
    assert "not taken over: eras: 5" in run.stderr


def test_an_event_that_stands_twice_is_a_comment_without_a_line_of_nothing(
    own: Path, tmp_path: Path
) -> None:
    whole = json.loads(exported(own))
    whole["events"].append(whole["events"][1])
    run = imported(tmp_path, json.dumps(whole), name="in.json")
    assert run.returncode == 0
    assert "1 as a comment: id: the id 'one' is already that of another event\n" in run.stderr
    assert "# event 4: id: the id 'one'" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            '[\n {"id": "a", "title": "One",\n  "title": "Two"}\n]',
            'line 3, column 3: the key "title"',
        ),
        (
            '{"events": [{"text": {"a": "{", "\\u0061": "}"}}]}',
            'line 1, column 33: the key "\\u0061"',
        ),
        ('{"id": "a", "type": "book"}\n{"id": "b", "id": "c"}', 'line 2, column 13: the key "id"'),
        ('{"id": "a", "id": "b"}\n{"id": "c"}', 'line 1, column 13: the key "id"'),
    ],
)
def test_no_key_stands_twice_in_an_object(content: str, said: str, tmp_path: Path) -> None:
    run = imported(tmp_path, content, name="in.json")
    assert run.returncode == 1
    assert said in run.stderr
    assert "Leave one of the two" in run.stderr
    assert not (tmp_path / "out.yaml").exists()


def test_the_same_key_in_one_object_and_another_is_fine() -> None:
    content = '[{"id": "a", "title": "id"}, {"title": "b", "id": "title", "a": {"id": 1}}]'
    assert read_values(content) == (json.loads(content), [])
