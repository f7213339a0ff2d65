"""`kzt extract --format stubs`: what is doubtful in a text is not certain in its stub."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kztimeline.dates.edtf import parse
from kztimeline.documents.cards import as_uncertain
from tests.commands import kzt
from tests.files import write
from tests.sampling import mostly_slow

DOUBTED = """\
He left on June 31. On Tue 16 March 2005 they met. The council was founded in 1998. On November 3
they agreed. Since May 12 it is closed; the talks in September failed.
"""
PUBLISHED = "--published", "2012-06-01"


WITHOUT = [
    ("Nobody came.", "no date is found"),
    ("He is busy now.", "1 phrase of time, but none with a date of which an event could be"),
    ("It took 30 days, then 2 weeks.", "2 phrases of time, but none with a date of which"),
]


@pytest.mark.parametrize(
    ("text", "said"),
    mostly_slow(WITHOUT, WITHOUT[::2], several=True),
)
def test_a_text_without_a_date_adds_nothing_to_a_file(text: str, said: str, tmp_path: Path) -> None:
    page, of = write(tmp_path, text, "page.txt"), tmp_path / "mine.yaml"
    assert kzt("new", of, "--title", "T", "--span", "1991/2024", "--track", "Home").returncode == 0
    run = kzt("extract", page, "--format", "stubs")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith(f"kzt: {said}")
    with of.open("a", encoding="utf-8") as stream:
        stream.write(run.stdout)
    assert kzt("check", of).returncode == 0


UNDATED = """\
The 4th of July parade. The troops left in 1945. They had arrived in March. On 03/04/1915 gates
closed. It lasted 30 days, until now. On 31 April 1915 it rained.
"""


def test_a_date_without_a_stub_is_named_with_what_it_can_mean(tmp_path: Path) -> None:
    page = write(tmp_path, UNDATED, "page.txt")
    run = kzt("extract", page, "--published", "2012-02-03", "--format", "stubs")
    (stub,) = yaml.load(run.stdout, Loader=yaml.BaseLoader)
    assert (run.returncode, stub["date"]) == (0, "1945")
    first, *told, remedy = run.stderr.splitlines()
    assert first.startswith("kzt: no stub for 4 dates: ")
    table = kzt("extract", page, "--published", "2012-02-03").stdout
    for said in ("The 4th of July", "March", "03/04/1915", "31 April 1915"):
        place = UNDATED.index(said)
        (line,) = [line for line in told if line.startswith(f"    page.txt, {place}-")]
        assert f"“{said}" in line
        assert line.partition("doubtful: ")[2] in table
    assert "`kzt seeds walk` ask for their dates" in remedy
    assert kzt("extract", page, "--format", "stubs", "-q").stderr == ""


def test_of_many_dates_without_a_stub_the_first_are_named(tmp_path: Path) -> None:
    page = write(tmp_path, "In 1945 they left. " + "On 03/04/1915 it rained. " * 8, "page.txt")
    run = kzt("extract", page, "--format", "stubs")
    assert run.stderr.startswith("kzt: no stub for 8 dates: ")
    assert run.stderr.count("“03/04/1915”") == 5
    assert "\n    and 3 more\n" in run.stderr


def test_a_length_of_time_is_no_date_that_wants_a_stub(tmp_path: Path) -> None:
    page = write(tmp_path, "It lasted 30 days, until now. In 1945 they left.", "page.txt")
    assert kzt("extract", page, "--format", "stubs").stderr == ""


@pytest.mark.slow
def test_a_doubtful_date_stands_in_its_stub_as_uncertain_and_says_why(tmp_path: Path) -> None:
    page, of = write(tmp_path, DOUBTED, "page.txt"), tmp_path / "mine.yaml"
    begin = ("--title", "T", "--span", "1991/2024", "--track", "Home")
    assert kzt("new", of, *begin).returncode == 0
    card = (*PUBLISHED, "--title", "A page", "--publisher", "The Gazette")
    assert kzt("seeds", "add", page, *card, "-t", of).returncode == 0
    where = ("--track", "home", "--topic", "general")
    stubs = kzt("extract", page, *PUBLISHED, "--format", "stubs", *where).stdout
    events = {each["title"]: each for each in yaml.load(stubs, Loader=yaml.BaseLoader)}
    certain = events.pop("TITLE for 1998")
    assert certain["date"] == "1998"
    assert "inference" not in certain
    assert {title: each["date"] for title, each in events.items()} == {
        "TITLE for Tue 16 March 2005": "2005-03-16?",
        "TITLE for November 3": "1998-11-03?",
        "TITLE for Since May 12": "2012-05-12?/..",
        "TITLE for September": "2011-09?",
    }
    day = "16 March 2005 was a Wednesday, not a Tuesday"
    assert events["TITLE for Tue 16 March 2005"]["inference"] == (
        f"“Tue 16 March 2005”: {day}; read as 2005-03-16."
    )
    assert events["TITLE for November 3"]["inference"].startswith(
        "“November 3” can mean 1998-11-03 or"
    )
    table = kzt("extract", page, *PUBLISHED).stdout
    lines = stubs.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("#"):
            assert line.removeprefix("# ") in table
            assert lines[number + 2].endswith(("?'", "?/..'"))
    assert sum(line.startswith("# doubtful: ") for line in lines) == len(events)
    with of.open("a", encoding="utf-8") as stream:
        stream.write(stubs)
    assert kzt("seeds", "cite", "-t", of).returncode == 0
    check = kzt("check", of)
    assert check.returncode == 0, check.stdout
    assert "open: 11-18" in kzt("coverage", "-t", of).stdout


@pytest.mark.parametrize(
    ("certain", "uncertain"),
    [
        ("1998", "1998?"),
        ("198X", "198X?"),
        ("1998~", "1998%"),
        ("1998-12~/1999-02~", "1998-12%/1999-02%"),
        ("../1998", "../1998?"),
        ("1998?", "1998?"),
    ],
)
def test_each_end_of_a_date_isas_uncertain(certain: str, uncertain: str) -> None:
    assert str(as_uncertain(parse(certain))) == uncertain
