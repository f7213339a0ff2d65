"""The timeline in Python, as somebody uses it who imports the package."""

from __future__ import annotations

import datetime as dt
import doctest
import json
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
    assert repr(found) == "<3 events for 'in:1992-03', 2 only possibly>"
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
    assert frame.loc["three", "date_end"] is None
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


def test_a_notebook_names_tracks_and_counts_one_event() -> None:
    timeline = kzt.load()
    shown = timeline.query("zhanaozen")._repr_html_()
    assert "<td>Kazakhstan</td>" in shown
    assert "<td>politics</td>" not in shown
