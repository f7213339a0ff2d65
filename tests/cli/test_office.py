"""`kzt office`: who was in office, told to whoever has no screen as the screen tells it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kztimeline.timeline.model import Timeline

from ..commands import kzt
from ..files import HEAD, event, timeline, write
from ..tui.driving import reading


def rows(*arguments: str | Path) -> list[dict[str, object]]:
    """Return the rows of the JSON that a command writes."""
    ended = kzt("office", *arguments, "--format", "json")
    assert ended.returncode == 0, ended.stderr
    found: list[dict[str, object]] = json.loads(ended.stdout)["offices"]
    return found


def holders(office: str, *arguments: str | Path) -> dict[object, object]:
    """Return who held an office, each with the words for when."""
    return {
        row["holder"]: row["term_in_words"] for row in rows(*arguments) if row["office"] == office
    }


@pytest.mark.parametrize("typed", [("2007-03-01",), ("1", "mar", "2007"), ("1 March 2007",)])
def test_a_day_is_told_however_it_is_typed(typed: tuple[str, ...]) -> None:
    ended = kzt("office", *typed)
    assert (ended.returncode, ended.stderr) == (0, "")
    first, *lines = ended.stdout.splitlines()
    assert first == "On 1 March 2007"
    told = {" ".join(line.split()) for line in lines}
    assert "Minister of Foreign Affairs of Kazakhstan Marat Tazhin, 11 Jan 2007? to 2009" in told
    assert "President of the United States George W. Bush, 20 Jan 2001–20 Jan 2009" in told
    assert "Of these offices only the holders named in this timeline are known:" in told
    assert "Member of United Nations, since 2 Mar 1992" in told


@pytest.mark.slow
async def test_it_tells_what_the_screen_tells(builtin: Timeline) -> None:
    days = ("12 sep 2008", "20 mar 2019", "10 jan 2007", "1 jan 1992")
    async with reading(builtin, size=(200, 90)) as reader:
        for day in days:
            await reader.press("d", *day, "enter", "r")
            page = " ".join(reader.text("#day").replace("┃", " ").split())
            await reader.press("r")
            for row in rows(day):
                holder = row["holder"] or "none on record"
                assert str(row["office"]) in page
                assert str(holder) in page
                if row["holder"] and row["office"] != "Member of":
                    assert f"{holder} {row['term_in_words']}" in page, (day, row)


def test_a_program_is_told_in_fields() -> None:
    (ordway, hoagland) = (
        row for row in rows("2008-09-12") if row["office"] == "U.S. Ambassador to Kazakhstan"
    )
    assert ordway["holder"] == "John Ordway"
    assert hoagland == {
        "office": "U.S. Ambassador to Kazakhstan",
        "holder": "Richard Hoagland",
        "term": "2008-09-10/2011-01-14",
        "term_in_words": "sworn in 10 Sep, credentials 8 Oct 2008, until 14 Jan 2011",
        "perhaps": False,
        "next_on_record": None,
        "only_named_holders": False,
    }
    nobody = [row for row in rows("2022-06-01") if row["holder"] is None]
    assert ("U.S. Ambassador to Kazakhstan", "Daniel Rosenblum, November 2022") in [
        (row["office"], row["next_on_record"]) for row in nobody
    ]
    csv = kzt("office", "2008-09-12", "--format", "csv").stdout
    assert "Richard Hoagland,2008-09-10/2011-01-14," in csv


def test_a_year_has_all_who_were_within_it() -> None:
    assert kzt("office", "2019").stdout.startswith("In 2019\n")
    assert [*holders("President of Kazakhstan", "2019")] == [
        "Nursultan Nazarbayev",
        "Kassym-Jomart Tokayev",
    ]


def test_as_of_a_day_no_later_end_is_told() -> None:
    told = holders("President of Kazakhstan", "2012-02-01", "--as-of", "2012-03")
    assert told == {"Nursultan Nazarbayev": "since 10 Dec 1991"}
    ended = kzt("office", "2012-02-01", "--as-of", "2012-03")
    assert ended.stdout.startswith("On 1 February 2012, as of 31 Mar 2012\n")
    late = kzt("office", "2012-02-01", "--as-of", "2010")
    assert (late.returncode, late.stdout) == (1, "")
    assert "1 Feb 2012 is after 31 Dec 2010, the --as-of date\n    Leave out" in late.stderr
    decade = kzt("office", "201X", "--as-of", "2005")
    assert "kzt: the 2010s are after 31 Dec 2005, the --as-of date\n" in decade.stderr


LASTING = "terms with no end on record are shown as lasting."


@pytest.mark.slow
@pytest.mark.parametrize("day", ["2050", "2025-01-01"])
async def test_after_its_end_the_timeline_does_not_claim_to_know(
    builtin: Timeline, day: str
) -> None:
    said = f"This timeline ends in 2024; {LASTING}"
    assert kzt("office", day).stdout.splitlines()[1] == said
    told = kzt("office", day, "--format", "csv")
    assert (said in told.stdout, told.stderr) == (False, f"kzt: {said}\n")
    assert LASTING not in kzt("office", "2024-12-31").stdout
    async with reading(builtin, size=(80, 24)) as reader:
        await reader.press("d", *day, "enter", "r")
        assert said in reader.picture
        await reader.press("d", *"31 dec 2024", "enter")
        assert "In office" in reader.picture
        assert LASTING not in reader.picture


def test_where_the_span_is_open_the_timeline_ends_with_its_last_event(tmp_path: Path) -> None:
    head = HEAD.replace("1991/2024", "1991/..").replace("1992/1995", "1992/..")
    path = write(tmp_path, timeline(event(), event("two", "1993-05"), head=head))
    said = f"The last event of this timeline is of May 1993; {LASTING}"
    assert said in kzt("office", "1993-06-01", "-t", path).stdout
    assert LASTING not in kzt("office", "1993-05-31", "-t", path).stdout
    ends = head.replace("1991/..", "1991/1994-03-02")
    path = write(tmp_path, timeline(event(), head=ends))
    assert "ends on 2 Mar 1994;" in kzt("office", "1994-03-03", "-t", path).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "no date is given\n    Write one, as in `kzt office 2007-03-01`."),
        (("blue",), "DATE: 'blue' is not a date"),
        (
            ("1.3.2007",),
            "'1.3.2007' may be 1 March or 3 January\n    Write 2007-03-01 or 2007-01-03.",
        ),
        (("30 feb 2012",), "February 2012 has 29 days"),
        (("31", "feb", "1994"), "DATE: '31 feb 1994': February 1994 has 28 days\n"),
        (("today",), "DATE: 'today' depends on today's date\n    Write the date, such as 2012, "),
        (("may",), "DATE: 'may' does not say which year\n"),
        (("44", "BC"), "DATE: '44 BC' is earlier than 0001; years run from 0001 to 9999\n"),
        (("2007", "--format", "ics"), "ics is for events, and these are none"),
    ],
)
def test_what_is_no_day_is_refused(arguments: tuple[str, ...], said: str) -> None:
    ended = kzt("office", *arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr


def test_where_nobody_is_on_record_it_ends_with_one(tmp_path: Path) -> None:
    head, _roles, sources = HEAD.partition("    roles:\n")
    nobody = f"{head}{sources[sources.index('sources:') :]}"
    path = write(tmp_path, timeline(event(), head=nobody))
    ended = kzt("office", "1993-05-01", "-t", path)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "kzt: nobody is on record as being in office on 1 May 1993\n"
    assert json.loads(kzt("office", "1993", "-t", path, "--format", "json").stdout) == {
        "offices": []
    }
    old = kzt("office", "1850")
    assert (old.returncode, old.stdout) == (1, "")
    assert old.stderr == "kzt: nobody is on record as being in office in 1850\n"
    told = "kzt: nobody is on record as being in office {}\n"
    assert kzt("office", "0001").stderr == told.format("in the year 1")
    assert kzt("office", "184X").stderr == told.format("in the 1840s")
    then = kzt("office", "1850", "--as-of", "1900").stderr
    assert then == told.format("in 1850, as of 31 Dec 1900")
    assert kzt("office", "199X").stdout.startswith("In the 1990s\n")


def test_an_office_that_nobody_held_says_who_comes_next() -> None:
    told = " ".join(kzt("office", "2022-06-01").stdout.split())
    assert (
        "U.S. Ambassador to Kazakhstan none on record; "
        "next on record: Daniel Rosenblum, November 2022" in told
    )


def test_the_help_has_it_where_it_is_looked_for() -> None:
    (line,) = (line for line in kzt("--help").stdout.splitlines() if line.startswith("  office "))
    assert "who was in office" in line
    assert "kzt office 2007-03-01" in kzt("help", "office").stdout


def test_an_office_of_which_no_record_in_a_row_has_an_outer_end_is_told_by_its_records(
    tmp_path: Path,
) -> None:
    dates = ("../1993", "1993/1995", "1994/..", "1994/..")
    roles = "".join(f"      - title: Envoy\n        date: {date}\n" for date in dates)
    head = HEAD.replace("      - title: Envoy\n        date: 1992/1995\n", roles)
    assert head != HEAD
    path = write(tmp_path, head + event())
    ended = kzt("--timeline", path, "office", "1996-05-01")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Envoy" in ended.stdout
    assert ended.stdout.splitlines()[1] == "Envoy  Jane Smith, until 1995 and since 1994"
    told = kzt("--timeline", path, "office", "1996-05-01", "--format", "json")
    (row,) = json.loads(told.stdout)["offices"]
    assert row["term"] is None
