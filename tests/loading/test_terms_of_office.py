"""What `kzt check --strict` finds of terms of one office that overlap or contradict."""

from __future__ import annotations

from pathlib import Path

import pytest

from kztimeline.loading.loader import examine
from tests.commands import kzt
from tests.conftest import ROOT
from tests.files import HEAD, event, in_quotes, timeline, write

AT_ONCE = "both hold"
DISAGREE = "in one record"


def file(*people: tuple[str, str], eras: str = "", title: str = "Mayor") -> str:
    """Return a timeline with people who held an office: a name, and a date or a whole role."""
    roles = ""
    for number, (name, held) in enumerate(people):
        role = held if held.startswith("{") else f"{{title: {title}, date: {held}}}"
        roles += f"  - id: a{number}\n    name: {name}\n    kind: person\n"
        roles += f"    roles:\n      - {role}\n"
    head = HEAD.replace("sources:\n", f"{roles}{eras}sources:\n", 1)
    return in_quotes(timeline(event(), head=head))


def found(text: str) -> list[str]:
    """Return what is said of terms of office."""
    findings, _ = examine(Path("nowhere/events.yaml"), text.encode(), strict=True)
    problems = [each.problem for each in findings]
    return [each for each in problems if AT_ONCE in each or DISAGREE in each]


ROW = (("Ann", "1990-01-01/1992-05-01"), ("Ben", "1992-05-01/1995-01-01"))


@pytest.mark.parametrize(
    "people",
    [
        ROW,
        (("Ann", "1990/1992"), ("Ben", "1992/1995")),
        (("Ann", "1990-01-01/1992-05-02?"), ("Ben", "1992-05-01?/1995")),
        (("Ann", "1990-01-01/1992-05-02"), ("Ben", "1992-05/1995")),
        # A seat that several hold.
        (("Ann", "1981-01-03/.."), ("Ben", "2013-01-03/.."), ("Cid", "2017-01-03/..")),
        (
            ("Ann", "1990-01-01/1992-05-10"),
            ("Ben", "{title: Mayor, date: 1992-05-01/1995, begins_with: sworn in}"),
        ),
        (("Ann", "1990-01-01/1995"), ("Ben", "{title: Acting Mayor, date: 1992-05-01/1992-05-09}")),
        # One person whom two entries name.
        (("Ann Lind", "1990-01-01/1992-05-10"), ("A. Lind", "1992-05-01/1995")),
    ],
)
def test_terms_that_go_together_are_let_alone(people: tuple[tuple[str, str], ...]) -> None:
    assert found(file(*people)) == []


def test_a_term_that_begins_before_the_other_ends_is_pointed_at(tmp_path: Path) -> None:
    path = write(tmp_path, file(("Ann", "1990-01-01/1992-05-02"), ("Ben", "1992-05-01/1995")))
    assert kzt("check", path).returncode == 0
    strict = kzt("check", "--strict", path)
    assert strict.returncode == 1
    (line,) = (each for each in strict.stdout.splitlines() if AT_ONCE in each)
    assert line.endswith("'Ann' and 'Ben' both hold 'Mayor' from 1 May 1992 to 2 May 1992")
    number = int(line.removeprefix(str(path)).split(":")[1])
    assert "1992-05-01/1995" in path.read_text("utf-8").splitlines()[number - 1]
    assert "2007-01-11?" in strict.stdout


def test_a_long_time_together_is_one_where_the_office_is_handed_over() -> None:
    years = [(f"P{n}", f"19{n}0-01-01/19{n + 1}0-01-02") for n in range(3, 8)]
    long = ("Zed", "1960-02-01/1965-01-01")
    told = found(file(*years, long))
    assert "'P6' and 'Zed' both hold 'Mayor' from 1 Feb 1960 to 1 Jan 1965" in told
    assert len(told) == len(years)


ERA = """\
eras:
  - {{id: e, name: Ann Lind, kind: envoy, date: 1990-02-01/1992-05-01{more}}}
"""
ROLE = "{{title: Envoy, date: 1990-01-01/1992-05-01{more}}}"


@pytest.mark.parametrize(
    ("of_era", "of_role", "said"),
    [
        ("", "", 1),
        (", begins_with: credentials", "", 1),
        (", begins_with: credentials", ", begins_with: credentials", 1),
        (", begins_with: credentials", ", begins_with: sworn in", 0),
    ],
)
def test_two_records_of_a_term_agree_or_say_why_not(of_era: str, of_role: str, said: int) -> None:
    eras = ERA.format(more=of_era)
    told = found(file(("Ann Lind", ROLE.format(more=of_role)), eras=eras))
    one = "the term of 'Ann Lind' as 'Envoy' begins 1 Jan 1990 in one record, 1 Feb 1990 in another"
    assert told == [one][:said]


@pytest.mark.slow
def test_the_built_in_timeline_has_none() -> None:
    assert found((ROOT / "events.yaml").read_text("utf-8")) == []
