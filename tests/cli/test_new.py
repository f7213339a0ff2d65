"""`kzt new`: from nothing to a timeline that opens."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from kztimeline.loading.file_format.first_file import PLACEHOLDERS
from kztimeline.loading.loader import examine
from kztimeline.loading.yaml_nodes import compose_yaml
from tests.sampling import mostly_slow

from ..commands import Ended, kzt
from ..tui.terminal import terminal

GIVEN = ("--title", "Two countries", "--span", "1991/2024", "--track", "Home")
AWKWARD = (
    "Two: countries # one",
    "it's",
    "yes",
    "- dash",
    "1991",
    "2012-02-01",
    "“Quoted” & *starred*",
    "Қазақстан",
    "中国",
    "a" * 200,
    "{braces}",
    "%percent",
    "@at",
    "back\\slash",
    'say "so"',
)


def assert_sound(strict: Ended) -> None:
    """Nothing falls short of publication but what is there to be replaced."""
    problems = [line for line in strict.stdout.splitlines() if re.match(r"\S+:\d+:\d+: ", line)]
    assert len(problems) == len(PLACEHOLDERS)
    assert all("is still what `kzt new` wrote" in problem for problem in problems)


def new(folder: Path, *arguments: str, name: str = "events.yaml") -> Path:
    run = kzt("new", name, *arguments, cwd=folder)
    assert run.returncode == 0, run.stderr
    return folder / name


@pytest.mark.parametrize("count", mostly_slow([1, 2, 3, 4], [1, 4]))
def test_a_new_timeline_passes_every_check(count: int, tmp_path: Path) -> None:
    tracks = [part for n in range(count) for part in ("--track", f"Side {n}")]
    path = new(tmp_path, *GIVEN[:4], *tracks)
    assert_sound(kzt("check", "--strict", path))
    listed = kzt("list", "-t", path)
    assert listed.returncode == 0
    assert listed.stdout.count("\n") == 1
    assert "[first-event]" in listed.stdout
    assert path.read_text(encoding="utf-8").count("#") > 10


@pytest.mark.parametrize("text", mostly_slow(AWKWARD, [*AWKWARD][::6]))
def test_what_is_given_stands_in_the_file_as_it_was_given(text: str, tmp_path: Path) -> None:
    path = new(tmp_path, "--title", text, "--span", "1991/2024", "--track", text, "--track", "B")
    data = compose_yaml(path, path.read_bytes()).data
    assert data["timeline"]["title"] == text
    assert data["tracks"][0]["name"] == text
    assert_sound(kzt("check", "--strict", path))


SPANS = ["1991/2024", "1914-07/1918-11", "2022-02-24/..", "../1990", "199X", "2011", "2000..2010"]


@pytest.mark.parametrize("span", mostly_slow(SPANS, SPANS[1:5]))
def test_the_event_lies_within_the_span(span: str, tmp_path: Path) -> None:
    path = new(tmp_path, "--title", "T", "--span", span, "--track", "A")
    assert_sound(kzt("check", "--strict", path))


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = new(tmp_path, *GIVEN)
    before = path.read_bytes()
    again = kzt("new", path, "--title", "Other", "--span", "1/2", "--track", "B")
    assert again.returncode == 1
    assert f"{path} exists" in again.stderr
    assert path.read_bytes() == before
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "nowhere.yaml")
    assert kzt("new", link, *GIVEN).returncode == 1
    assert not (tmp_path / "nowhere.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "x.yaml"), "--title is missing"),
        (("new", "x.yaml", "--title", "T"), "--span is missing"),
        (("new", "x.yaml", "--title", "T", "--span", "2000"), "--track is missing"),
        (("new", "x.json", *GIVEN), "such as x.yaml"),
        (("new", "nowhere/x.yaml", *GIVEN), "there is no folder nowhere"),
        (("new", "x.yaml", *GIVEN[:3], "31 feb", *GIVEN[4:]), "--span: "),
        (("new", "x.yaml", *GIVEN[:3], "2012-02-01", *GIVEN[4:]), "is a single day"),
        (
            ("new", "x.yaml", "--title", " ", *GIVEN[2:]),
            "--title is empty\n    Give the timeline a title.\n",
        ),
        (
            ("new", "x.yaml", *GIVEN, "--track", ""),
            "--track is empty\n    Give the track a name.\n",
        ),
        (("new", "x.yaml", *GIVEN, "--topic", ""), "--topic is empty"),
        (("new", ".yaml", *GIVEN), "Put a name before .yaml, such as war.yaml."),
        (("new", "", *GIVEN), "FILE: the name is empty"),
        (
            ("new", "--schema", *GIVEN, "--", "a\x1b.yaml"),
            "cannot be named in the timeline: the text holds the control character U+001B\n"
            "    Give the file another name, or leave out --schema.\n",
        ),
        (("new", "--schema", *GIVEN, "--", "a\udcff.yaml"), "is not UTF-8"),
        (("new", "x.yaml", "--title", "a\u200bb", *GIVEN[2:]), "U+200B"),
        (("new", "x.yaml", *GIVEN, *(["--track", "X"] * 2)), "two tracks have one name"),
        (
            ("new", "x.yaml", *GIVEN, *(p for n in "ABCD" for p in ("--track", n))),
            "5 tracks, at most 4",
        ),
        (("new", "-", "--schema", *GIVEN), "--schema is written beside a file"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    run = kzt(*arguments, cwd=tmp_path)
    assert run.returncode in (1, 2)
    assert said in run.stderr
    assert "Traceback" not in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_it_can_be_printed(tmp_path: Path) -> None:
    run = kzt("new", "-", *GIVEN, cwd=tmp_path)
    assert_sound(kzt("check", "--strict", "-", input=run.stdout, cwd=tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_schema_beside_it_is_what_its_first_line_names(tmp_path: Path) -> None:
    path = new(tmp_path, *GIVEN, "--schema")
    first = path.read_text(encoding="utf-8").splitlines()[0]
    named = first.partition("$schema=")[2]
    schema = json.loads((path.parent / named).read_bytes())
    data = compose_yaml(path, path.read_bytes()).data
    data["events"][0]["importance"] = int(data["events"][0]["importance"])
    assert list(Draft7Validator(schema).iter_errors(data)) == []


@pytest.mark.slow
def test_it_asks_on_a_terminal_and_then_opens(tmp_path: Path) -> None:
    with terminal("new", str(tmp_path / "mine.yaml")) as asking:
        asking.until("Title")
        asking.type("Court and press\r")
        asking.until("1991/2024")
        asking.type("31 feb\r")
        asking.until("Write a date")
        asking.type("2019/2021\r")
        asking.until("Tracks")
        asking.type("Court, Press, Street\r")
        asking.until("Topics, separated by commas [General]")
        asking.type("Rulings\r")
        assert asking.ended() == 0
    assert_sound(kzt("check", "--strict", tmp_path / "mine.yaml"))
    two = new(tmp_path, *GIVEN, "--track", "Away")
    with terminal(str(two)) as opened:
        opened.until("The first event")
        opened.type("q")
        assert opened.ended() == 0


@pytest.mark.slow
def test_an_empty_answer_is_said_to_be_too_little(tmp_path: Path) -> None:
    with terminal("new", str(tmp_path / "mine.yaml")) as asking:
        asking.until("Title")
        asking.type("\r")
        asking.until("something is needed here")
        asking.until("stop with ctrl+c")
        asking.type("Court and press\r")
        asking.until("1991/2024")
        asking.type("2019/2021\r")
        asking.until("Tracks")
        asking.type("  \r")
        asking.until("something is needed here")
        asking.type("Court\r")
        asking.until("Topics, separated by commas [General]")
        asking.type("\r")
        assert asking.ended() == 0
        assert asking.raw.decode().count("something is needed here") == 2
    assert_sound(kzt("check", "--strict", tmp_path / "mine.yaml"))


def test_letters_that_are_left_out_are_made_of_the_names(tmp_path: Path) -> None:
    path = new(tmp_path, *GIVEN, "--track", "House", "--track", "Höhle", "--track", "99")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        "".join(line for line in text.splitlines(keepends=True) if "letter:" not in line),
        encoding="utf-8",
    )
    findings, timeline = examine(path, path.read_bytes())
    assert findings == []
    assert timeline is not None
    assert [track.letter for track in timeline.tracks] == ["H", "O", "Ö", "9"]


def test_an_era_may_be_of_any_kind(tmp_path: Path) -> None:
    path = new(tmp_path, *GIVEN)
    era = "eras:\n- id: one\n  name: First season\n  kind: season\n  date: '1991/1995'\n"
    text = path.read_text(encoding="utf-8").replace("eras: []\n", era)
    path.write_text(text, encoding="utf-8")
    assert_sound(kzt("check", "--strict", path))
    assert "first-event" in kzt("list", "-t", path, "era:one").stdout
    path.write_text(text.replace("kind: season", "kind: Two Words"), encoding="utf-8")
    assert "'Two Words' is not an id" in kzt("check", path).stdout


def test_a_key_that_is_none_gets_the_list_of_those_there_are(tmp_path: Path) -> None:
    path = new(tmp_path, *GIVEN)
    text = path.read_text(encoding="utf-8").replace("  importance: 2", "  importance: 2\n  wort: x")
    path.write_text(text, encoding="utf-8")
    said = kzt("check", path).stdout
    assert "there is no key 'wort' here" in said
    assert "The keys here are id, date, track, topics, title, summary, importance" in said
