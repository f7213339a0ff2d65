"""What README and CONTRIBUTING say of the program is made from it, or run."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kztimeline.export.columns import COLUMNS
from kztimeline.tui.actions.action import key_name
from kztimeline.tui.commands import ACTIONS

from .commands import kzt
from .conftest import ROOT
from .sampling import mostly_slow

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_counts_and_keys_are_up_to_date() -> None:
    check = [sys.executable, ".ci/readme.py", "--check"]
    assert subprocess.run(check, cwd=ROOT, check=False).returncode == 0


def test_every_key_of_the_screen_stands_in_the_readme() -> None:
    table = README.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    missing = [
        action.id
        for action in ACTIONS
        if action.keys and f"`{key_name(action.keys[0])}` {action.label}" not in table
    ]
    assert missing == []
    assert table.count("\n| ") == 1 + len({action.group for action in ACTIONS})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "changed"),
    [("` filter", "` sieve"), ("<!-- keys -->", ""), (" events (", " event (")],
)
def test_a_readme_out_of_date_is_noticed(tmp_path: Path, part: str, changed: str) -> None:
    copy = tmp_path / "copy"
    (copy / ".ci").mkdir(parents=True)
    for name in (".ci/readme.py", "events.yaml", "seeds"):
        target = copy / name
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target)
        else:
            shutil.copy(ROOT / name, target)
    assert part in README
    (copy / "README.md").write_text(README.replace(part, changed), encoding="utf-8")
    check = [sys.executable, str(copy / ".ci" / "readme.py"), "--check"]
    assert subprocess.run(check, cwd=copy, capture_output=True, check=False).returncode == 1


def test_the_columns_are_those_of_the_program() -> None:
    named = re.search(r"`(id, date,[^`]*)`", README)
    assert named is not None
    assert tuple(re.split(r",\s+", named[1])) == tuple(column.name for column in COLUMNS)


def test_the_tables_of_formats_and_columns_are_up_to_date() -> None:
    check = [sys.executable, ".ci/formats.py", "--check"]
    assert subprocess.run(check, cwd=ROOT, check=False).returncode == 0


ASKED = sorted(set(re.findall(r"`(\S+:\S+?)`", README)))


@pytest.mark.parametrize("query", mostly_slow(ASKED, ASKED[::4]))
def test_each_query_of_the_readme_can_be_asked(query: str) -> None:
    run = kzt("list", *query.split())
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([\w./]+)\)", README))))
def test_each_file_the_readme_points_to_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def lines_for_a_document(marker: str, folder: Path, count: int) -> list[str]:
    """Write a page, and return the lines that begin a timeline and lead the page into it."""
    new = re.search(r"^kzt new war\.yaml .*?(?= --schema)", README, re.MULTILINE)
    block = README.partition(f"<!-- {marker} -->")[2].split("```")[1]
    lines = re.findall(r"^kzt .*", block, re.MULTILINE)
    assert new is not None
    assert len(lines) == count
    (folder / "page.txt").write_text("He left on 4 August 1914, for 30 days.", encoding="utf-8")
    return [new[0], *lines]


def test_a_document_is_walked_through_as_the_readme_says(tmp_path: Path) -> None:
    for line in lines_for_a_document("a document of your own", tmp_path, 3):
        words = shlex.split(line, comments=True)[1:]
        run = kzt(*words, cwd=tmp_path, input="He leaves\neast\n\n\nx background\n\n")
        assert run.returncode == 0, f"{line}: {run.stdout}{run.stderr}"
    assert kzt("coverage", "-t", "war.yaml", cwd=tmp_path).returncode == 0


OUT_OF_ORDER = "He was born on 2 May 1866, left on 4 August 1914 and met her on 3 January 1872."


def test_stubs_of_a_text_that_tells_no_dates_in_order_stand_in_order(tmp_path: Path) -> None:
    lines = lines_for_a_document("a document by hand", tmp_path, 6)
    (tmp_path / "page.txt").write_text(OUT_OF_ORDER, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Signed on 7 July 1870, and 1 May 1869.", encoding="utf-8")
    assert kzt(*shlex.split(lines[0].replace("1914", "1800"))[1:], cwd=tmp_path).returncode == 0
    for name in ("page.txt", "other.txt"):
        words = shlex.split(lines[2].replace("page.txt", name), comments=True)[1:]
        assert kzt(*words, cwd=tmp_path).returncode == 0
    command = lines[3].partition(" >>")[0].replace("page.txt", "page.txt other.txt")
    stubs = kzt(*shlex.split(command)[1:], cwd=tmp_path).stdout
    dates = re.findall(r"^  date: '(.*)'$", stubs, re.MULTILINE)
    assert dates == sorted(dates) == ["1866-05-02", "1869-05-01", "1870-07-07", *dates[3:]]
    with (tmp_path / "war.yaml").open("a", encoding="utf-8") as stream:
        stream.write(stubs)
    assert kzt(*shlex.split(lines[4], comments=True)[1:], cwd=tmp_path).returncode == 0
    strict = kzt("check", "--strict", "-t", "war.yaml", cwd=tmp_path).stdout
    assert "`kzt extract --format stubs` wrote" in strict
    assert "out of order" not in strict


def test_the_lines_for_a_document_by_hand_can_be_run(tmp_path: Path) -> None:
    for line in lines_for_a_document("a document by hand", tmp_path, 6):
        command, into, file = shlex.join(shlex.split(line, comments=True)).partition(" '>>' ")
        run = kzt(*shlex.split(command)[1:], cwd=tmp_path)
        assert run.returncode == 0, f"{line}: {run.stdout}{run.stderr}"
        if into:
            with (tmp_path / file).open("a", encoding="utf-8") as stream:
                stream.write(run.stdout)
    assert "2 dates, 1 cited, 1 dismissed" in kzt("coverage", "-t", "war.yaml", cwd=tmp_path).stdout
    strict = kzt("check", "--strict", "-t", "war.yaml", cwd=tmp_path).stdout
    assert "is still what `kzt extract --format stubs` wrote" in strict


def test_stubs_after_a_later_event_are_named_with_their_places(tmp_path: Path) -> None:
    lines = lines_for_a_document("a document by hand", tmp_path, 6)
    assert kzt(*shlex.split(lines[0])[1:], cwd=tmp_path).returncode == 0
    path = tmp_path / "war.yaml"
    begun = re.sub(
        r"(- id: first-event\n  date: )'.*'", r"\1'1918'", path.read_text(encoding="utf-8")
    )
    for line in lines[2:5]:
        command, into, _ = shlex.join(shlex.split(line, comments=True)).partition(" '>>' ")
        run = kzt(*shlex.split(command)[1:], cwd=tmp_path)
        assert run.returncode == 0, run.stderr
        if into:
            path.write_text(begun + run.stdout, encoding="utf-8")
    strict = kzt("check", "--strict", "-t", "war.yaml", cwd=tmp_path).stdout
    assert "is out of order: it belongs before 'first-event'" in strict
    assert "The stubs go to the end of the file" in README
