"""A timeline as it stood on a day."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.edtf import parse
from kztimeline.loading.cache import load_timeline
from kztimeline.session.limits import is_on_day
from kztimeline.session.saved_views import save_view
from kztimeline.session.selection import Selector
from kztimeline.session.view import View
from kztimeline.timeline.as_of import Standing, in_their_places, known_then, past, standing
from kztimeline.timeline.bulk.columns import Columns, ColumnsOf, DistinctColumn
from kztimeline.timeline.model import Timeline
from tests import files
from tests.commands import kzt
from tests.records_read import records_read
from tests.sampling import mostly_slow
from tests.tui.sample import event, sample, timeline_of

DAY = dt.date(2012, 2, 1)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2012-02-01", Standing.PAST),
        ("2012-02-02", Standing.LATER),
        ("2012-02", Standing.POSSIBLE),
        ("2012", Standing.POSSIBLE),
        ("2011", Standing.PAST),
        ("2013", Standing.LATER),
        ("201X", Standing.POSSIBLE),
        ("2012-01~", Standing.POSSIBLE),
        ("2007-04~", Standing.PAST),
        ("2012-03~", Standing.POSSIBLE),
        ("2012-05~", Standing.LATER),
        ("2011/2013", Standing.UNDER_WAY),
        ("2012-01-30/2012-02-01", Standing.PAST),
        ("2009/2011", Standing.PAST),
        ("2012/2013", Standing.POSSIBLE),
        ("2010/..", Standing.UNDER_WAY),
        ("2015/..", Standing.LATER),
        ("../1994", Standing.PAST),
        ("../2015", Standing.POSSIBLE),
    ],
)
def test_standing(date: str, expected: Standing) -> None:
    assert standing(parse(date), DAY) is expected


@given(st.dates(), st.dates())
def test_a_known_day_is_past_or_later_and_never_in_doubt(happened: dt.date, seen: dt.date) -> None:
    expected = Standing.PAST if happened <= seen else Standing.LATER
    assert standing(parse(happened.isoformat()), seen) is expected


def test_an_end_that_came_later_is_not_known_then() -> None:
    assert known_then(parse("2011/2013"), DAY).text == "2011/.."
    assert known_then(parse("2009/2011"), DAY).text == "2009/2011"
    assert known_then(parse("2012"), DAY).text == "2012"


def test_the_past_has_no_later_event_and_no_link_to_one() -> None:
    timeline = sample()
    then = past(timeline, dt.date(2012, 1, 20))
    ids = {item.id for item in then.events}
    assert {"strike", "vote"} <= ids
    assert "press" not in ids
    assert all(link.to in ids for item in then.events for link in item.links)
    assert all(source.id not in {"press"} for source, _ in then.links_back.get("strike", ()))


def test_a_view_as_of_a_date_comes_with_its_notice() -> None:
    timeline = timeline_of(
        [event("a", "2011", "A"), event("b", "2012-02-28", "B"), event("c", "2012-03-01", "C")]
    )
    seen = Selector(timeline).select(View(as_of="2012-02"), range(3))
    assert [item.id for item in seen.timeline.events] == ["a", "b"]
    assert seen.notice == "AS OF 29 Feb 2012: 1 later event hidden; texts may mention later events"
    whole = Selector(timeline).select(View(), range(3))
    assert (whole.timeline, whole.notice) == (timeline, "")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1991-12-16", True),
        ("2011-12-16/2011-12-17", True),
        ("2011-12-10/2011-12-16", True),
        ("2011-12-15/2011-12-17", False),
        ("2011-12", False),
        ("2011-12-16~", False),
        ("2011", False),
        ("2011-11-16", False),
    ],
)
def test_only_what_is_known_to_the_day_was_on_a_day(date: str, expected: bool) -> None:
    assert is_on_day(parse(date), 12, 16) is expected


def test_offices_that_came_later_are_not_known_then() -> None:
    then = past(sample(), dt.date(2000, 1, 1))
    assert [role.date.text for role in then.actors_by_id["wren"].roles] == ["1991/.."]
    assert then.actors_by_id["ito"].roles == ()


def plain(column: Any) -> Any:
    if isinstance(column, DistinctColumn):
        return [*column.each(lambda value: value)]
    return column if isinstance(column, bytes | dict) else [*column]


COLUMNS = [name for name in vars(Columns) if not name.startswith("_")]


@pytest.mark.parametrize("day", ["1991-12-16", "1999-12-31", "2012-02-15", "2030-01-01"])
@pytest.mark.parametrize("as_of", [past, in_their_places])
def test_what_is_asked_of_all_events_then_is_what_they_say(
    as_of: Callable[[Timeline, dt.date], Timeline], day: str, builtin: Timeline
) -> None:
    then = as_of(builtin, dt.date.fromisoformat(day))
    made = replace(then, events=tuple(then.events))
    assert len(COLUMNS) == 13
    assert isinstance(made.columns, ColumnsOf)
    for name in COLUMNS:
        found, told = (plain(getattr(each.columns, name)) for each in (then, made))
        assert found == told, name
    assert [event.id for event in then.events] == [*then.positions_by_id]


def test_no_event_is_made_to_go_back_to_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_cache: None
) -> None:
    written = [files.event(f"e{n}", f"{1992 + n}") for n in range(9)]
    path = files.write(tmp_path, files.timeline(*written))
    load_timeline(path)
    kept = load_timeline(path)
    read = records_read(monkeypatch)
    for as_of in (past, in_their_places):
        then = as_of(kept, dt.date(1995, 12, 31))
        assert then.columns.dates.each(str)
        assert "e1" in then.positions_by_id
        assert "e1" not in then.links_back
    assert "Event" not in read
    assert then.event("e1").date.text == "1993"
    assert read.count("Event") == 1


# On the command line

LATER = "AS OF 31 Mar 1992: 2 later events hidden, 1 under way; texts may mention later events"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A timeline of an event, one that lasts, and two later ones."""
    return files.write(
        tmp_path,
        files.timeline(
            files.event("one", title="The envoy came"),
            files.event("lasting", "1992-01/1995"),
            files.event("april", "1992-04-01", links="[{to: one, kind: part_of, basis: It says}]"),
            files.event("year", "1994", title="Votes are counted"),
        ),
    )


def test_a_list_as_of_a_date_says_so_beside_it(path: Path) -> None:
    run = kzt("list", "-t", path, "--as-of", "1992-03")
    lines = run.stdout.splitlines()
    assert run.stderr == f"kzt: {LATER}\n"
    assert [line.split("[")[-1] for line in lines] == ["lasting]", "one]"]
    assert lines[0].startswith("since January 1992 ")
    assert "AS OF" not in kzt("list", "-t", path).stdout


def test_an_event_as_of_a_date_says_so_first_and_not_what_followed(path: Path) -> None:
    assert "april" in kzt("show", "-t", path, "one").stdout
    run = kzt("show", "-t", path, "one", "--as-of", "1992-03")
    assert run.stdout.startswith(f"{LATER}\n\nThe envoy came\n")
    assert "april" not in run.stdout
    later = kzt("show", "-t", path, "one", "year", "--as-of", "1992-03")
    assert (later.returncode, later.stdout) == (1, "")
    assert "year came after 31 Mar 1992" in later.stderr


@pytest.mark.parametrize("words", mostly_slow([(), ("one", "year"), ("envoy",)], [()]))
def test_a_briefing_as_of_a_date_says_so_at_its_head(path: Path, words: tuple[str, ...]) -> None:
    run = kzt("briefing", "-t", path, "--as-of", "1992-03", "--format", "markdown", *words)
    assert run.stdout.splitlines()[4] == LATER
    assert "The envoy came" in run.stdout
    assert "Votes" not in run.stdout
    text = kzt("briefing", "-t", path, "--as-of", "1992-03", "--format", "text", *words)
    assert " ".join(text.stdout.splitlines()[2:4]) == LATER


def test_a_table_as_of_a_date_says_so_beside_it(path: Path, tmp_path: Path) -> None:
    run = kzt("export", "-t", path, "--as-of", "1992-03")
    rows = list(csv.DictReader(io.StringIO(run.stdout, newline="")))
    assert [(row["id"], row["date"]) for row in rows] == [
        ("lasting", "1992-01/.."),
        ("one", "1992-03-02"),
    ]
    assert LATER in run.stderr
    table = tmp_path / "then.csv"
    run = kzt("export", "-t", path, "--as-of", "1992-03", "--schema", "-o", table)
    assert "2 events as of 31 Mar 1992 written" in run.stderr
    assert json.loads((tmp_path / "then.csv.schema.json").read_text())["description"] == LATER


@pytest.mark.parametrize("date", mostly_slow(["soon", "1992/..", "1992-13"], ["1992/.."]))
@pytest.mark.parametrize("command", [("list",), ("show", "one"), ("briefing",), ("export",)])
def test_what_is_no_day_to_be_seen_as_of_is_refused(
    path: Path, command: tuple[str, ...], date: str
) -> None:
    run = kzt(*command, "-t", path, "--as-of", date)
    assert (run.returncode, run.stdout) == (2, "")
    assert "--as-of: " in run.stderr
    assert "Traceback" not in run.stderr


def test_a_saved_view_as_of_a_date_is_so_on_the_command_line(path: Path) -> None:
    whole = load_timeline(path)
    view = View(query="envoy", as_of="1992-03")
    save_view(whole, "then", view)
    save_view(whole, "now", View(query="votes"))
    chosen = Selector(whole).select(view, range(len(whole.events)))
    shown = [chosen.timeline.event(whole.events[at].id) for at in chosen.shown]
    exported = kzt("export", "-t", path, "@then")
    rows = list(csv.DictReader(io.StringIO(exported.stdout)))
    assert [row["id"] for row in rows] == [event.id for event in shown]
    assert {row["as_of"] for row in rows} == {"1992-03-31"}
    assert LATER in exported.stderr
    earlier = kzt("list", "-t", path, "@then", "--as-of", "1992-02").stderr
    assert earlier.startswith("kzt: AS OF 29 Feb 1992: 3 later events hidden")
    both = kzt("list", "-t", path, "@then or @now")
    assert "AS OF" not in both.stderr
    assert [line.split("[")[-1] for line in both.stdout.splitlines()] == [
        "lasting]",
        "one]",
        "year]",
    ]
