"""Dates as they are typed: read as they were meant, or refused in words."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kztimeline.dates.display import display, display_short
from kztimeline.dates.edtf import Date, parse
from kztimeline.dates.typed.reading import Typed, looks_like_date, normalized, read_typed
from tests.tui.driving import reading

NEAR = parse("2012-02-01")
TODAY = dt.date(2026, 11, 26)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))


def typed(text: str, near: Date | None = NEAR) -> Typed:
    return read_typed(text, near, TODAY)


# Each line: what is typed, and the date it is.
READ = """
2006                       | 2006
  2012-02                  | 2012-02
2011-12                    | 2011-12
2011-12-16/2011-12-17      | 2011-12-16/2011-12-17
feb 2012                   | 2012-02
2012 feb                   | 2012-02
2/2012                     | 2012-02
2012/2                     | 2012-02
feb12                      | 2012-02
Feb 12                     | 2012-02
feb '91                    | 1991-02
sept. 2001                 | 2001-09
march 19 2019              | 2019-03-19
16 December 2011           | 2011-12-16
February 12, 2012          | 2012-02-12
12th of february 2012      | 2012-02-12
12 feb 91                  | 1991-02-12
2012.2.14                  | 2012-02-14
16.12.2011                 | 2011-12-16
12/16/2011                 | 2011-12-16
2.2.2012                   | 2012-02-02
16-dec-2011                | 2011-12-16
2011, december 16          | 2011-12-16
20111216                   | 2011-12-16
friday 16 december 2011    | 2011-12-16
dec. 16, 2011 (Fri)        | 2011-12-16
on 3 January 2022          | 2022-01-03
the year 2011              | 2011
１２ feb 2012              | 2012-02-12
12 feb                     | 2012-02-12
feb 12th                   | 2012-02-12
feb 5                      | 2012-02-05
january                    | 2012-01
16.12                      | 2012-12-16
12/16                      | 2012-12-16
1990s                      | 199X
the 1990s                  | 199X
90s                        | 199X
the nineties               | 199X
199x                       | 199X
20th century               | 1901/2000
summer 2011                | 2011-06/2011-08
summer of 2011             | 2011-06/2011-08
2011 spring                | 2011-03/2011-05
winter 2011/12             | 2011-12/2012-02
winter 1999-2000           | 1999-12/2000-02
q3 2011                    | 2011-07/2011-09
2011q3                     | 2011-07/2011-09
3Q 2011                    | 2011-07/2011-09
third quarter of 2011      | 2011-07/2011-09
h1 2011                    | 2011-01/2011-06
second half of 2011        | 2011-07/2011-12
2011 to 2013               | 2011/2013
2011-2013                  | 2011/2013
2011..2013                 | 2011/2013
1992–95                    | 1992/1995
dec 2011 to feb 2012       | 2011-12/2012-02
dec 2011-feb 2012          | 2011-12/2012-02
dec–feb 2012               | 2011-12/2012-02
jan-mar 2012               | 2012-01/2012-03
16–17 dec 2011             | 2011-12-16/2011-12-17
16-17 December 2011        | 2011-12-16/2011-12-17
dec 16 to 17, 2011         | 2011-12-16/2011-12-17
28 may to 3 june 2011      | 2011-05-28/2011-06-03
between march and may 2011 | 2011-03/2011-05
from 2011 until 2013       | 2011/2013
1990s to 2005              | 199X/2005
q1 to q3 2011              | 2011-01/2011-09
2011-12-2012-02            | 2011-12/2012-02
since 2015                 | 2015/..
after 2015                 | 2016-01-01/..
before 1995                | ../1994-12-31
until may 1994             | ../1994-05
about april 2007           | 2007-04~
c. 2007                    | 2007~
2007?                      | 2007?
today                      | 2026-11-26
yesterday                  | 2026-11-25
two weeks later            | 2012-02-15
2 weeks ago                | 2026-11-12
3 days before              | 2012-01-29
the day after              | 2012-02-02
last month                 | 2012-01
a year later               | 2013
last decade                | 200X
next friday                | 2012-02-03
last friday                | 2012-01-27
last week                  | 2012-01-23/2012-01-29
last december              | 2011-12
next march                 | 2012-03
this year                  | 2026
next wednesday             | 2012-02-08
last wednesday             | 2012-01-25
1 feb 0091                 | 0091-02-01
in two weeks               | 2026-12-10
a couple of weeks ago      | 2026-11-12
nine days later            | 2012-02-10
next quarter               | 2012-04/2012-06
roughly 2007               | 2007~
since 2015 until 2016      | 2015/2016
since dec 2011 to feb 2012 | 2011-12/2012-02
from 2015 thru 2016        | 2015/2016
79 ad                      | 0079
AD 79                      | 0079
24 aug 79 C.E.             | 0079-08-24
1st century ad             | 0001/0100
1000s (century)            | 10XX
""".strip().splitlines()


@pytest.mark.parametrize("line", READ, ids=lambda line: line.partition("|")[0].strip())
def test_a_date_is_what_was_typed_and_as_precise(line: str) -> None:
    text, date = line.split("|")
    found = typed(text)
    assert found.refusal == ""
    assert found.date == parse(date.strip())


# Each line: what is typed, and words of why it is not a date.
REFUSED = """
1/2/2012             | 1 Feb 2012 or 2 Jan 2012?
1.2.2012             | 1 Feb 2012 or 2 Jan 2012?
3-4-2012             | 3 Apr 2012 or 4 Mar 2012?
1/2                  | 1 Feb 2012 or 2 Jan 2012?
01022012             | 1 Feb 2012 or 2 Jan 2012?
2011/12              | December 2011 or 2011–2012?
2011–12              | December 2011 or 2011–2012?
winter 2011          | winter 2010/11 or winter 2011/12?
31 feb 2012          | There is no 31 February 2012; the month has 29 days
feb 29 2011          | There is no 29 February 2011; the month has 28 days
31.4.2012            | There is no 31 April 2012
2012-02-30           | There is no 30 February 2012
0 jan 2012           | There is no 0 January
32 jan               | There is no 32 January
13/13/2012           | There is no month 13
2012-13              | There is no month 13; write 2012–2013
1992-95              | write 1992–1995
0000                 | There is no year 0
16.12.11             | the year in four figures
sunday 16 dec 2011   | was a Friday, not a Sunday
31 feb to 2 mar 2012 | There is no 31 February
2013 to 2011         | write the earlier date first
2011-12-2012         | Write one of the two
early 2011           | no fixed days
mid-december 2011    | no fixed days
end of 2011          | no fixed days
16 dec 2011 14:00    | time of day
2011-12-16T14:00     | time of day
16 dec 2011 5pm      | time of day
79                   | write the year in four figures: 0079 or 1979.
500                  | write the year in four figures: 0500.
24 aug 500           | write the year in four figures: 24 aug 0500.
since 79             | write the year in four figures: since 0079.
500s                 | write the year in four figures: 0500s.
44 bc                | is before the year 1; dates run from the year 1 to 9999
15 mar 44 B.C.E.     | is before the year 1
5th century bc       | is before the year 1
-44                  | is before the year 1
this friday          | last or next friday
12                   | is not a date
201                  | is not a date
1 2                  | is not a date
10000                | is not a date
monday               | is not a date
q5 2011              | is not a date
second march 2012    | is not a date
32.1.2012            | There is no 32 January 2012
31 feb 9999          | There is no 31 February 9999
feb 31st 2012        | There is no 31 February 2012
summer 2011/12       | is not a season of the calendar
winter 2011/13       | is not a season of the calendar
0th century          | There is no 0th century
after 9999-12-31     | There is no such year
123.2.2012           | is not a date
""".strip().splitlines()


@pytest.mark.parametrize("line", REFUSED, ids=lambda line: line.partition("|")[0].strip())
def test_what_looks_like_a_date_and_is_none_is_refused_in_words(line: str) -> None:
    text, words = (part.strip() for part in line.split("|"))
    found = typed(text)
    assert found.date is None
    assert words in found.refusal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "zhanaozen",
        "oil 2012",
        "we",
        "one",
        "the visit",
        "the second",
        "2012e\u0301",
        "–",
        "20th century fox",
    ],
)
def test_other_words_are_left_to_the_search(text: str) -> None:
    assert typed(text) == Typed()


@given(DAYS)
def test_a_day_is_itself_in_every_usual_form(day: dt.date) -> None:
    name, year = calendar.month_name[day.month], day.year
    ordinal = f"{day.day}{'th' if 3 < day.day < 21 else 'st'}"
    forms = (
        day.isoformat(),
        f"{day.day} {name} {year}",
        f"{name.upper()} {day.day}, {year}",
        f"{ordinal} of {name[:3]} {year}",
        f"{year}/{day.month}/{day.day}",
        f"{year}{day.month:02}{day.day:02}" if year > 1212 else day.isoformat(),
        display(parse(day.isoformat())),
    )
    for form in forms:
        found = typed(form)
        if found.refusal:
            # Eight figures may be a day in the other order too.
            assert form.isdigit()
            continue
        assert found.date == parse(day.isoformat()), form


@given(st.integers(1, 31), st.integers(1, 31), st.integers(1950, 2049), st.sampled_from("/.-"))
def test_two_numbers_before_a_year_are_a_day_only_in_one_order(
    one: int, two: int, year: int, sign: str
) -> None:
    days = set()
    for month, day in ((one, two), (two, one)):
        if month <= 12 and day <= calendar.monthrange(year, month)[1]:
            days.add(dt.date(year, month, day))
    found = typed(f"{one}{sign}{two}{sign}{year}")
    if len(days) == 1:
        assert found.date == parse(days.pop().isoformat())
    else:
        assert found.date is None
        assert ("?" in found.refusal) == (len(days) == 2)


@given(st.integers(1, 40), st.sampled_from(calendar.month_abbr[1:]), st.integers(1950, 2049))
def test_a_day_that_no_calendar_has_is_said(day: int, month: str, year: int) -> None:
    number = list(calendar.month_abbr).index(month)
    there = day <= calendar.monthrange(year, number)[1]
    found = typed(f"{day} {month} {year}")
    assert (found.date is not None) == there
    assert there or f"There is no {day} " in found.refusal


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 1, 1)), st.integers(1, 800))
def test_what_the_program_writes_of_an_interval_can_be_typed(first: dt.date, days: int) -> None:
    date = parse(f"{first.isoformat()}/{(first + dt.timedelta(days=days)).isoformat()}")
    for text in (
        display(date),
        display(date).replace("–", " to "),
        display(date).replace("–", "-"),
    ):
        assert typed(text).date == date, text


@given(st.integers(1900, 2098), st.integers(1, 60))
def test_a_short_interval_of_years_is_one_or_is_asked(year: int, length: int) -> None:
    date = parse(f"{year}/{year + length}")
    found = typed(display_short(date))
    assert found.date == date or "?" in found.refusal


WORDS = ["16", "2", "2011", "dec", "31", "feb", "to", "-", "/", ".", "q3", "last", "week", "the"]


@pytest.mark.slow
@pytest.mark.parametrize("length", [1, 2, 3])
def test_whatever_is_made_of_the_words_of_dates_is_read_refused_or_said_to_be_none(
    length: int,
) -> None:
    for words in itertools.product(WORDS, repeat=length):
        for text in (" ".join(words), "".join(words)):
            found = typed(text)
            assert bool(found.date) + bool(found.refusal) <= 1
            if looks_like_date(normalized(text)):
                assert found.date or found.refusal, text


@given(st.text(max_size=80))
def test_no_text_is_a_failure(text: str) -> None:
    found = typed(text)
    assert not (found.date and found.refusal)


@pytest.mark.parametrize(
    ("near", "text", "refusal"),
    [
        ("2007-04", "two weeks later", "April 2007 is too wide to count a day from"),
        ("2007", "last month", "2007 is too wide to count a month from"),
        ("199X", "a year later", "1990s is too wide to count a year from"),
        ("2007", "next march", "2007 is too wide to count a month from"),
    ],
)
def test_a_distance_is_no_finer_than_what_it_is_counted_from(
    near: str, text: str, refusal: str
) -> None:
    assert refusal in typed(text, parse(near)).refusal
    assert typed("2 years later", parse("2007")).date == parse("2009")
    assert typed("last month", parse("2007-01")).date == parse("2006-12")


def test_it_is_said_what_a_distance_is_counted_from() -> None:
    assert typed("last month").note == "counted from 1 Feb 2012"
    assert typed("2 weeks ago").note == "counted from today, 26 Nov 2026"
    assert typed("last month", None).note == "counted from today, 26 Nov 2026"


def test_a_year_in_two_figures_says_how_to_write_the_day() -> None:
    assert typed("dec 16").note == "16 dec is the day"
    assert typed("dec 16 2011").note == typed("feb 30").note == ""


@pytest.mark.slow
def test_the_screen_reads_dates_without_a_library() -> None:
    script = (
        "import sys, datetime as dt, kztimeline.tui.app, kztimeline.tui.prompts.date\n"
        "from kztimeline.dates.typed.reading import read_typed\n"
        "read_typed('two weeks later', None, dt.date(2012, 2, 1))\n"
        "print('dateparser' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("next april", "2013-04"),
        ("next may", "2013-05"),
        ("next june", "2012-06"),
        ("last april", "2012-04"),
        ("last may", "2011-05"),
        ("last june", "2011-06"),
        ("twelve days later", "2012-05-22"),
        ("five weeks later", "2012-06-14"),
        ("q4 2012", "2012-10/2012-12"),
        ("h2 2012", "2012-07/2012-12"),
        ("autumn 2012", "2012-09/2012-11"),
        ("q5 2012", None),
        ("h3 2012", None),
        ("5th quarter of 2012", None),
        ("middle of 2012", None),
        ("friday may 2012", None),
        ("from 2011 to 2012 x", None),
        ("9999 years later", None),
    ],
)
def test_what_is_next_last_and_counted_is_counted_from_here(text: str, date: str | None) -> None:
    found = read_typed(text, parse("2012-05-10"), dt.date(2026, 11, 26))
    assert found.date == (parse(date) if date else None)
    assert date or found.refusal


@pytest.mark.slow
async def test_it_is_said_how_many_events_of_a_date_the_filter_hides() -> None:
    async with reading(size=(120, 40)) as reader:
        await reader.press("f", *"dockers", "enter", "d")
        await reader.type("feb 2012")
        assert "hidden by the filter" in reader.drawn()[-1]
        await reader.press("enter")
        assert "hidden by the filter; F turns it off." in reader.said
