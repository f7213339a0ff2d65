"""The timeline in Python, as somebody uses it who imports the package."""

from __future__ import annotations

import ast
import datetime as dt
import doctest
import json
import pickle
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kztimeline as kzt

from .commands import kzt as command
from .conftest import ROOT
from .files import event, timeline, write

FLAGS = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL


def small(folder: Path) -> kzt.Timeline:
    return kzt.load(
        write(
            folder,
            timeline(
                event("one", date="1992-03-02"),
                event("two", date="1992", title="<b>Envoy</b> & more"),
                event("three", date="1993/..", track="home"),
                event("four", date="199X~"),
            ),
        )
    )


@pytest.mark.slow
def test_the_examples_of_the_documentation_hold() -> None:
    found = doctest.testfile(str(ROOT / "docs" / "python.md"), False, optionflags=FLAGS)
    assert found.attempted > 20
    assert found.failed == 0


def test_importing_the_package_costs_nothing() -> None:
    script = (
        "import sys; before = set(sys.modules)\n"
        "import kztimeline; kztimeline.__version__; dir(kztimeline)\n"
        "print(*sorted(n for n in set(sys.modules) - before if not n.startswith('__')))"
    )
    run = subprocess.run([sys.executable, "-S", "-c", script], cwd=ROOT, capture_output=True)
    imported = run.stdout.decode().split()
    strangers = {name.partition(".")[0] for name in imported} - sys.stdlib_module_names
    assert strangers == {"kztimeline"}
    mine = [name for name in imported if name.startswith("kztimeline")]
    assert mine == ["kztimeline"]


@pytest.mark.slow
def test_pandas_is_imported_only_when_asked(tmp_path: Path) -> None:
    path = write(tmp_path, timeline())
    script = (
        "import sys, kztimeline as kzt\n"
        f"t = kzt.load({str(path)!r}); found = t.query('envoy'); found.to_json(); repr(found)\n"
        "print(*{'pandas', 'numpy', 'textual', 'typer'} & set(sys.modules))\n"
        "found.to_dataframe(); print('pandas' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["", "True"]


def test_certain_and_possible_matches_part_what_is_found(tmp_path: Path) -> None:
    found = small(tmp_path).query("in:1992-03")
    assert [each.id for each in found] == ["four", "two", "one"]
    assert [each.id for each in found.certain] == ["one"]
    assert [each.id for each in found.possible] == ["four", "two"]
    assert repr(found) == "<3 events for 'in:1992-03', 2 only possible matches>"
    assert [each.id for each in found[1:]] == ["two", "one"]
    assert found[-1] == found[2]


def test_dates_are_no_finer_than_they_are_known(tmp_path: Path) -> None:
    t = small(tmp_path)
    open_end = t["three"].date
    assert (open_end.edtf, open_end.earliest, open_end.latest) == (
        "1993/..",
        dt.date(1993, 1, 1),
        None,
    )
    decade = t["four"].date
    assert (decade.precision, decade.qualifier) == ("decade", "approximate")
    assert (decade.earliest, decade.latest) == (dt.date(1990, 1, 1), dt.date(1999, 12, 31))
    frame = t.events.to_dataframe().set_index("id")
    assert frame["date_end"].isna()["three"]
    assert frame.loc["four", "year"] is not None
    assert frame["year"].isna().tolist() == [
        row["date"]["earliest"][:4] != (row["date"]["latest"] or "")[:4]
        for row in t.events.to_records()
    ]


def test_json_and_records_are_those_of_the_command(tmp_path: Path) -> None:
    t = small(tmp_path)
    path = tmp_path / "events.yaml"
    assert (
        t.query("in:1992").to_json()
        == command("export", "in:1992", "--format", "json", "-t", path).stdout
    )
    records = json.loads(t.events.to_json())["events"]
    assert t.events.to_records() == records
    assert t["one"].to_dict() in records


class Sound(HTMLParser):
    """Fails where a tag is closed that was not opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_notebooks_show_text_as_text(tmp_path: Path) -> None:
    t = small(tmp_path)
    for shown in (t, t.events, t["two"]):
        page = Sound(shown._repr_html_())
        assert page.open == []
    assert "<b>Envoy</b> & more" in Sound(t["two"]._repr_html_()).words


def test_what_is_wrong_is_said_with_a_place(tmp_path: Path) -> None:
    path = write(tmp_path, timeline(event(date="31 feb")))
    with pytest.raises(kzt.FileError, match=r"events.yaml:\d+:\d+"):
        kzt.load(path)
    with pytest.raises(kzt.FileError, match="there is no such file"):
        kzt.load(tmp_path / "nowhere.yaml")
    with pytest.raises(AttributeError, match="nothing_such"):
        getattr(kzt, "nothing_" + "such")


STRANGE = (
    "x",
    "",
    "OSCE summit",
    "osce-summit-2010",
    "y" * 1_000_000,
    "\x1b[2J",
    0,
    -1,
    None,
    (),
    1.5,
)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("identifier", STRANGE, ids=lambda each: repr(each)[:20])
def test_an_unknown_id_is_a_key_error_whatever_it_is(
    identifier: object, known: bool, tmp_path: Path
) -> None:
    t = (
        small(tmp_path)
        if known
        else kzt.load(write(tmp_path, timeline().partition("  - id: one")[0] + "  []\n"))
    )
    assert identifier not in t
    assert t.get(identifier) is None  # type: ignore[call-overload]
    assert t.get(identifier, 5) == 5  # type: ignore[call-overload]
    with pytest.raises(KeyError, match="there is no event") as caught:
        t[identifier]  # type: ignore[index]
    assert len(str(caught.value)) < 200
    assert str(caught.value).isprintable()


def test_an_id_that_is_near_another_is_asked_about(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="did you mean three"):
        small(tmp_path)["thre"]


def test_a_timeline_hands_on_what_its_events_do(tmp_path: Path) -> None:
    t = small(tmp_path)
    assert t.to_json() == t.events.to_json()
    assert t.to_records() == t.events.to_records()
    assert t.to_dataframe().equals(t.events.to_dataframe())


def test_what_is_found_can_be_asked_again(tmp_path: Path) -> None:
    t = small(tmp_path)
    found = t.query("in:1992-03").query("track:away")
    assert found == t.query("in:1992-03 track:away")
    assert [each.id for each in found.certain] == ["one"]
    assert found.text == "(in:1992-03) (track:away)"
    assert t.query(found.text) == found
    assert t.query("id:one or id:two").query("id:two or id:three") == t.query("id:two")
    assert found.query("") == found
    assert [each.id for each in found.certain.query("envoy")] == ["one"]
    assert len(found[:0].query("envoy")) == 0
    with pytest.raises(kzt.QueryError):
        found.query("on:2012")


@pytest.mark.parametrize(
    "day", ["1992-06", dt.date(1992, 6, 30), dt.datetime(1992, 6, 30, 5), kzt.Date("1992-06")]
)
def test_what_is_found_may_be_as_of_a_day(day: object, tmp_path: Path) -> None:
    t = small(tmp_path)
    path = tmp_path / "events.yaml"
    found = t.query("envoy", as_of=day)  # type: ignore[arg-type]
    assert "three" not in [each.id for each in found]
    assert found.as_of == "1992-06-30"
    assert [each.id for each in found.certain] == ["one"]
    assert found[0].to_dict()["as_of"] == "1992-06-30"
    told = command("export", "envoy", "--as-of", "1992-06", "--format", "json", "-t", path)
    assert found.to_json() == told.stdout
    assert t.query("envoy").query("", as_of=day).to_records() == found.to_records()  # type: ignore[arg-type]
    assert "as of 1992-06-30" in repr(found)


@pytest.mark.parametrize("day", ["1992/..", "spring", ""])
def test_a_day_to_see_up_to_has_an_end(day: str, tmp_path: Path) -> None:
    with pytest.raises(kzt.DateError):
        small(tmp_path).query("", as_of=day)


def test_dates_compare_and_hold_days() -> None:
    texts = ["199X", "../1992", "1992", "1992-03-02", "1992/..", "1992-01/1992-02", "1993~"]
    dates = sorted(map(kzt.Date, texts))
    assert [each.edtf for each in dates] == [
        "../1992", "199X", "1992-01/1992-02", "1992", "1992/..", "1992-03-02", "1993~",
    ]  # fmt: skip
    assert max(dates) == kzt.Date("1993~") == "1993~"
    assert kzt.Date("1992") < "1993" <= kzt.Date("1993")
    assert kzt.Date("1992") != "1992~"
    assert kzt.Date("1992") != "no date"
    assert kzt.Date("1992") != 1992
    assert {kzt.Date("1992"): 5}["1992"] == 5  # type: ignore[index]
    assert dt.date(1992, 3, 2) in kzt.Date("1992-03")
    assert dt.datetime(1992, 3, 2, 12) in kzt.Date("1992-03")
    assert "1992-03" in kzt.Date("1992")
    assert "1992" not in kzt.Date("1992-03")
    assert dt.date(2050, 1, 1) in kzt.Date("1992/..")
    date = kzt.Date("2012-02")
    assert (date.year, date.month, date.day) == (2012, 2, None)
    assert date.words == "February 2012"
    with pytest.raises(ValueError, match="month"):
        kzt.Date("2012-13")
    with pytest.raises(ValueError, match="2012"):
        kzt.Date("2012") < "spring 2012"  # noqa: B015
    with pytest.raises(TypeError):
        kzt.Date("2012") < 5  # type: ignore[operator]  # noqa: B015


def test_what_is_known_cannot_be_set(tmp_path: Path) -> None:
    t = small(tmp_path)
    for each, name in ((t["one"], "title"), (t["one"].date, "edtf"), (t["one"], "note")):
        with pytest.raises(AttributeError):
            setattr(each, name, "another")


@pytest.fixture(scope="module")
def whole() -> kzt.Timeline:
    """The timeline that comes with the program."""
    return kzt.load()


def test_an_event_tells_what_its_record_does(whole: kzt.Timeline) -> None:
    for one in whole.query("is:disputed"):
        record = one.to_dict()
        for name in ("note", "place", "attributed_to", "inference", "outside_span", "summary"):
            assert getattr(one, name) == record[name]
        assert [each.claim for each in one.disputed] == [e["claim"] for e in record["disputed"]]
        assert [each.to for each in one.links] == [each["to"] for each in record["links"]]
        assert [each.says for each in one.sources] == [each["says"] for each in record["sources"]]
        assert list(one.actors) == [each["id"] for each in record["actors"]]


def test_a_timeline_tells_what_its_json_does(whole: kzt.Timeline) -> None:
    t = whole
    data = json.loads(t.to_json())
    assert [(each.id, each.name) for each in t.eras.values()] == [
        (each["id"], each["name"]) for each in data["eras"]
    ]
    for each in data["sources"]:
        assert (t.sources[each["id"]].title, t.sources[each["id"]].URL) == (
            each["title"],
            each["URL"],
        )
    for names, key in ((t.tracks, "tracks"), (t.topics, "topics"), (t.actors, "actors")):
        assert list(names.items()) == [(each["id"], each["name"]) for each in data[key]]


def test_everything_can_go_to_another_process(tmp_path: Path) -> None:
    t = small(tmp_path)
    found = t.query("in:1992-03", as_of="1994")
    for each in (t, t.events, found, found.possible, found[0], found[0].date, t["three"]):
        again = pickle.loads(pickle.dumps(each))
        assert again == each
        assert repr(again) == repr(each)
    again = pickle.loads(pickle.dumps(found))
    assert again.to_json() == found.to_json()
    assert again.query("envoy") == found.query("envoy")
    script = (
        "import multiprocessing, sys, kztimeline as kzt\n"
        "def told(event): return event.id, event.date.words, len(event.sources)\n"
        "if __name__ == '__main__':\n"
        "    t = kzt.load(sys.argv[1])\n"
        "    with multiprocessing.get_context('spawn').Pool(1) as pool:\n"
        "        assert pool.map(told, t.events) == list(map(told, t.events))\n"
        "    print('same')\n"
    )
    path = write(tmp_path, script, "script.py")
    run = subprocess.run(
        [sys.executable, path, tmp_path / "events.yaml"], capture_output=True, text=True
    )
    assert run.stdout == "same\n", run.stderr


def test_what_is_found_is_equal_if_it_holds_the_same(tmp_path: Path) -> None:
    t = small(tmp_path)
    assert t.query("in:1992") == t.query(" in:1992 ")
    assert hash(t.query("in:1992")) == hash(t.query("in:1992"))
    assert t.query("in:1992") != t.query("in:1993")
    assert t.query("in:1992-03") != t.query("in:1992")
    assert t.query("in:1992") != ["one", "two"]
    assert t == small(tmp_path)


def test_a_table_of_pandas_can_be_worked_with(tmp_path: Path) -> None:
    frame = small(tmp_path).to_dataframe().set_index("id")
    late = frame[frame.date_start > "1992-02-01"]
    assert sorted(late.index) == ["one", "three"]
    assert frame.date_start.dt.year.to_dict() == {
        "one": 1992,
        "two": 1992,
        "three": 1993,
        "four": 1990,
    }
    assert frame.explode("topics").topics.tolist() == ["talks"] * 4
    assert frame.loc["one", "actors"] == ["Jane Smith"]
    assert frame.loc["one", "says"] == ["The envoy spoke."]
    assert frame.loc["one", "disputed"] == []
    old = kzt.load(
        write(
            tmp_path,
            timeline(event(date="0044-03-15")).replace("span: 1991/2024", "span: 0001/2024"),
            "old.yaml",
        )
    )
    assert old.to_dataframe().loc[0, "date_start"].year == 44
    empty = small(tmp_path).query("nothing-such").to_dataframe()
    assert empty.columns.tolist() == small(tmp_path).to_dataframe().columns.tolist()
    assert empty.dtypes.equals(small(tmp_path).to_dataframe().dtypes)


def test_notebooks_name_the_track(tmp_path: Path) -> None:
    shown = Sound(small(tmp_path).events._repr_html_()).words
    assert "Home" in shown
    assert "Away" in shown


def test_what_type_checkers_see_is_what_there_is() -> None:
    stub = ast.parse((ROOT / "kztimeline" / "__init__.pyi").read_text(encoding="utf-8"))
    seen = {
        alias.asname or "": f"{node.module}.{alias.name}"
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    from kztimeline import api

    assert sorted(seen) == sorted(api.__all__)
    assert set(api.__all__) <= set(dir(kzt))
    assert seen == {name: f"kztimeline.api.{name}" for name in api.__all__}
    for name in api.__all__:
        assert getattr(kzt, name) is getattr(api, name)


def test_a_notebook_names_tracks_and_counts_one_event(whole: kzt.Timeline) -> None:
    shown = whole.query("zhanaozen")._repr_html_()
    assert "<td>Kazakhstan</td>" in shown
    assert "<td>politics</td>" not in shown
