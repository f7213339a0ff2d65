"""Saved views: kept by name, and words of a query on the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kztimeline.loading.cache import load_timeline
from kztimeline.session.pins import change_pins
from kztimeline.session.saved_views import (
    UnknownView,
    expand,
    forget_view,
    keep_last_view,
    last_view,
    name_of,
    query_text,
    save_view,
    saved_views,
)
from kztimeline.session.search import Search
from kztimeline.session.state.state_files import state_file, timeline_key
from kztimeline.session.view import View
from kztimeline.timeline.model import Timeline
from tests.commands import kzt
from tests.files import event, timeline, write
from tests.sampling import mostly_slow


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A timeline of three events, one of them of an open date."""
    return write(
        tmp_path,
        timeline(
            event("one"),
            event("two", "1994", "home", title="Votes are counted"),
            event("three", "1994-05-01", "home", title="Votes are cast"),
        ),
    )


@pytest.fixture
def whole(path: Path) -> Timeline:
    return load_timeline(path)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("osce", "osce"),
        (" @osce ", "osce"),
        ("my view", "my-view"),
        ("ОБСЕ-2010", "ОБСЕ-2010"),
        ("", None),
        ("@", None),
        ("a(b", None),
        ("-a", None),
        ('"a"', None),
    ],
)
def test_a_name_is_one_word(typed: str, name: str | None) -> None:
    assert name_of(typed) == name


def test_a_view_comes_back_under_its_name(whole: Timeline) -> None:
    view = View(query="votes", find="cast", importance=2, cursor="two", certain=True)
    save_view(whole, "b", view)
    save_view(whole, "a", View(query="x", reading=True))
    assert saved_views(whole).views == {"a": View(query="x"), "b": view}
    assert list(saved_views(whole).views) == ["a", "b"]
    forget_view(whole, "a")
    assert list(saved_views(whole).views) == ["b"]
    assert saved_views(replace(whole, path="/else/where.yaml")).views == {}


def test_the_last_view_comes_back(whole: Timeline) -> None:
    assert last_view(whole) == (View(), "")
    keep_last_view(whole, View(query="votes", filtering=False, cursor="two"))
    assert last_view(whole) == (View(query="votes", filtering=False, cursor="two"), "")


@pytest.mark.parametrize(
    ("view", "query"),
    [
        (View(), ""),
        (View(query="a or b"), "a or b"),
        (View(query="a or b", filtering=False), ""),
        (View(query="a or b", importance=2), "(a or b) importance:1..2"),
        (View(importance=1), "importance:1..1"),
    ],
)
def test_a_view_is_one_query(view: View, query: str) -> None:
    assert query_text(view) == query


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("votes", "votes"),
        ("@v", "(a or b)"),
        ("@v track:home", "(a or b) track:home"),
        ("-@v", "-(a or b)"),
        ("x or (@v)", "x or ((a or b))"),
        ("@all @v", "importance:1..3 (a or b)"),
        ('"@v" @v', '"@v" (a or b)'),
        ("me@v", "me@v"),
        ('"say @v', '"say @v'),
        ("“say @v” «@v» @v", "“say @v” «@v» (a or b)"),
        ("“say @v", "“say @v"),
        ("–@v", "–(a or b)"),
    ],
)
def test_names_stand_for_filters(whole: Timeline, text: str, expected: str) -> None:
    save_view(whole, "v", View(query="a or b"))
    save_view(whole, "all", View())
    assert expand(text, Search(whole)).text == expected


def test_a_misspelled_name_gets_a_guess(path: Path, whole: Timeline) -> None:
    save_view(whole, "osce-votes", View(query="votes"))
    save_view(whole, "talks", View(query="talks"))
    run = kzt("list", "-t", path, "@osec-votes")
    assert run.returncode == 2
    assert "Did you mean @osce-votes?" in run.stderr
    assert "Saved are @osce-votes, @talks." in kzt("list", "-t", path, "@nukes").stderr


def test_a_view_of_certain_events_makes_the_query_certain(whole: Timeline) -> None:
    save_view(whole, "sure", View(query="in:1994-05", certain=True))
    assert expand("@sure", Search(whole)).certain
    assert not expand("votes", Search(whole)).certain


def test_an_unknown_name_is_met_with_near_ones(whole: Timeline) -> None:
    save_view(whole, "osce", View(query="a"))
    with pytest.raises(UnknownView) as caught:
        expand("@ocse", Search(whole))
    assert caught.value.problem == "no view is saved as @ocse"
    assert "@osce" in caught.value.remedy


def test_where_no_view_is_saved_the_command_that_saves_one_is_named(path: Path) -> None:
    run = kzt("list", "@nope", "-t", path)
    assert run.returncode == 2
    assert run.stderr == (
        "kzt: no view is saved as @nope\n"
        f"    `kzt views make nope QUERY -t {path}` saves one; quote words that hold @.\n"
    )


@pytest.mark.parametrize("query", ["@", "@ x", "votes (@)", "-@", '@"x"', "@\nx"])
def test_a_sign_without_a_name_names_no_view(query: str, whole: Timeline) -> None:
    save_view(whole, "osce", View(query="a"))
    with pytest.raises(UnknownView) as caught:
        expand(query, Search(whole))
    assert caught.value.problem == "no view is saved as @"
    assert "@osce" in caught.value.remedy
    assert expand('"@"', Search(whole)).text == '"@"'


def test_the_command_line_takes_saved_views(path: Path, whole: Timeline) -> None:
    save_view(whole, "home", View(query="track:home"))
    listed = kzt("list", "-t", path, "@home")
    assert [line.split("[")[-1] for line in listed.stdout.splitlines()] == ["two]", "three]"]
    assert "[three]" in kzt("list", "-t", path, "@home", "cast").stdout
    assert kzt("list", "-t", path, "-@home").stdout.count("\n") == 1
    assert kzt("export", "-t", path, "@home").stdout.count("\n") == 3


def test_a_saved_view_of_certain_events_leaves_out_possible_ones(
    path: Path, whole: Timeline
) -> None:
    save_view(whole, "may", View(query="in:1994-05"))
    save_view(whole, "sure", View(query="in:1994-05", certain=True))
    assert kzt("list", "-t", path, "@may").stdout.count("\n") == 2
    assert kzt("list", "-t", path, "@sure").stdout.count("\n") == 1


def test_an_unknown_view_is_an_error_of_use(path: Path, whole: Timeline) -> None:
    none = kzt("list", "-t", path, "@home")
    assert none.returncode == 2
    assert "no view is saved as @home" in none.stderr
    save_view(whole, "home", View(query="track:home"))
    near = kzt("export", "-t", path, "@hme")
    assert (near.returncode, near.stdout) == (2, "")
    assert "@home" in near.stderr


def test_damaged_views_are_set_aside_and_said_so(path: Path, whole: Timeline) -> None:
    save_view(whole, "home", View(query="track:home"))
    state_file("views").write_text("{")
    run = kzt("list", "-t", path, "@home")
    assert run.returncode == 2
    assert "views.json.damaged" in run.stderr


def test_a_view_whose_filter_no_longer_holds_is_pointed_at(path: Path, whole: Timeline) -> None:
    save_view(whole, "old", View(query="topic:gone"))
    run = kzt("list", "-t", path, "@old")
    assert run.returncode == 2
    assert "unknown value topic:gone" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_view_of_pins_or_of_a_day_is_so_on_the_command_line(path: Path, whole: Timeline) -> None:
    save_view(whole, "pins", View(pinned=True))
    save_view(whole, "may", View(query="votes", on_day="05-01"))

    def listed(*query: str) -> list[str]:
        lines = kzt("list", "-t", path, *query).stdout.splitlines()
        return [line.split("[")[-1].rstrip("]") for line in lines]

    assert listed("@pins") == []
    change_pins(whole, lambda pins: pins.with_pin("two"))
    assert listed("@pins") == ["two"]
    assert listed("-@pins") == ["one", "three"]
    assert listed("@may") == ["three"]
    assert listed("@pins or @may") == ["two", "three"]


def test_the_command_replaces_nothing_unasked_not_even_what_is_not_understood(
    path: Path, whole: Timeline
) -> None:
    save_view(whole, "home", View(query="track:home"))
    file = state_file("views")
    held = json.loads(file.read_bytes())
    held[timeline_key(whole)]["later"] = ["of a later version"]
    file.write_text(json.dumps(held), encoding="utf-8")
    for name in ("home", "later"):
        run = kzt("views", "make", name, "votes", "-t", path)
        assert run.returncode == 1
        assert f"@{name} is saved already" in run.stderr
        assert json.loads(file.read_bytes()) == held
    assert kzt("views", "make", "later", "votes", "--force", "-t", path).returncode == 0
    assert saved_views(whole).views["later"].query == "votes"


@pytest.mark.parametrize(
    "field",
    mostly_slow(
        [{"query": 5}, {"importance": "x"}, {"as_of": "soon"}, {"certain": 1}, {"pinned": 2}],
        [{"query": 5}, {"as_of": "soon"}],
    ),
)
def test_a_view_that_would_show_more_than_was_saved_is_refused(
    field: dict[str, object], path: Path, whole: Timeline
) -> None:
    save_view(whole, "some", View(query="envoy"))
    file = state_file("views")
    kept = json.loads(file.read_text(encoding="utf-8"))
    for views in kept.values():
        views["some"].update(field)
    file.write_text(json.dumps(kept), encoding="utf-8")
    run = kzt("list", "@some", "--count", "-t", path)
    assert (run.returncode, run.stdout) == (2, "")
    (name,) = field
    assert f"@some: {name} " in run.stderr
    assert "is not understood in" in run.stderr
    assert f"`kzt views make some QUERY --force -t {path}`" in run.stderr
    save_view(whole, "a-longer-name", View(query="votes"))
    listed = kzt("views", "-t", path)
    assert listed.returncode == 0
    sound, bad = listed.stdout.splitlines()
    assert sound == "@a-longer-name  votes"
    assert bad.startswith(f"@some           cannot be used: {name} ")
    assert f"@some: {name} " in listed.stderr
    rows = json.loads(kzt("views", "--format", "json", "-t", path).stdout)["views"]
    assert [row["name"] for row in rows] == ["a-longer-name"]
    assert kzt("views", "make", "some", "envoy", "--force", "-t", path).returncode == 0
    assert kzt("list", "@some", "-t", path).returncode == 0
