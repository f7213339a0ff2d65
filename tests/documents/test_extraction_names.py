"""Days counted twice, days with a name, open ends, ranges in words, and dates that cannot be."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import doubt, doubtful_first, extract
from kztimeline.documents.extraction.mentions import timexes
from tests.commands import kzt
from tests.files import write

PUBLISHED = "1998-07-01"


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    found = extract(text, parse(published) if published else None)
    return [(one.text, str(one.date) if one.date else one.known) for one in found]


@pytest.mark.parametrize(
    ("phrase", "published", "date"),
    [
        ("A year ago today", "1995-05-06", "1994-05-06"),
        ("Ten years ago today", "1995-05-06", "1985-05-06"),
        ("Two years ago tomorrow", "1995-05-06", "1993-05-07"),
        ("A week ago today", "1995-05-06", "1995-04-29"),
        ("A week ago Tuesday", "1995-05-06", "1995-04-25"),
        ("A week ago last Tuesday", "1995-05-06", "1995-04-25"),
        ("A century ago today", "1995-05-06", "1895-05-06"),
        ("A year ago this month", "1995-05-06", "1994-05"),
        ("A year ago to the day", "1995-05-06", "1994-05-06"),
        ("Three years ago this summer", "1995-05-06", "1992-06~/1992-08~"),
        ("A year ago today", "1996-02-29", "1995-02-28"),
        ("A year ago today", "1997-03-01", "1996-03-01"),
        ("Three months ago today", "1997-05-31", "1997-02-28"),
        ("Two weeks from tomorrow", "1995-05-06", "1995-05-21"),
        ("A week from Tuesday", "1995-05-06", "1995-05-16"),
        ("Five years ago this week", "1995-05-06", "1990-04-30/1990-05-06"),
        ("A year ago today", None, "XXXX-XX-XX"),
    ],
)
def test_a_day_counted_twice_is_one_mention(phrase: str, published: str | None, date: str) -> None:
    assert read(f"{phrase} they met.", published) == [(phrase, date)]


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("The summer before last", "1996-06~/1996-08~"),
        ("The winter before last", "1996-12~/1997-02~"),
        ("The month before last", "1998-05"),
        ("The year before last", "1996"),
        ("The week before last", "1998-06-15/1998-06-21"),
        ("The Tuesday before last", "1998-06-23"),
        ("The week after next", "1998-07-13/1998-07-19"),
        ("The day before yesterday", "1998-06-29"),
        ("The day after tomorrow", "1998-07-03"),
    ],
)
def test_the_one_before_last(phrase: str, date: str) -> None:
    assert read(f"{phrase} was wet.") == [(phrase, date)]


@pytest.mark.parametrize(
    "text",
    [
        "The day before last week's vote he left.",
        "The month before last May he left.",
    ],
)
def test_last_belongs_to_what_follows(text: str) -> None:
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell on Black Monday.", [("Black Monday", "XXXX-XX-XX")]),
        ("Bloody Sunday shook them.", [("Bloody Sunday", "XXXX-XX-XX")]),
        ("They voted on Super Tuesday.", [("Super Tuesday", "XXXX-XX-XX")]),
        ("Black Friday was busy.", [("Black Friday", "1997-11-28")]),
        ("Black Monday 1987 hurt.", [("Black Monday 1987", "1987-10-19")]),
        ("Bloody Sunday, 1972, and Bloody Sunday of 1905.", [
            ("Bloody Sunday, 1972", "1972-01-30"), ("Bloody Sunday of 1905", "1905-01-22"),
        ]),
        ("Black Friday 2011 was busy.", [("Black Friday 2011", "2011-11-25")]),
        ("Super Tuesday 1996 came.", [("Super Tuesday 1996", "1996-03-12")]),
        # What the day was in that year is not known; the year is.
        ("Super Tuesday 1997 came.", [("Super Tuesday 1997", "1997")]),
        ("He left on Ash Wednesday.", [("Ash Wednesday", "1998-02-25")]),
        ("He left on Easter Monday.", [("Easter Monday", "1998-04-13")]),
        ("He left on Whit Monday 1995.", [("Whit Monday 1995", "1995-06-05")]),
        ("He left on Palm Sunday 1995.", [("Palm Sunday 1995", "1995-04-09")]),
        ("He left on St Patrick's Day.", [("St Patrick's Day", "1998-03-17")]),
        ("He left on St. Valentine’s Day 1929.", [("St. Valentine’s Day 1929", "1929-02-14")]),
        ("He left on Labor Day 1994.", [("Labor Day 1994", "1994-09-05")]),
        ("He left on Memorial Day 1995.", [("Memorial Day 1995", "1995-05-29")]),
        ("He left on Advent Sunday 1995.", [("Advent Sunday 1995", "1995-12-03")]),
        ("The Wednesday Club met.", []),
        ("He wrote in the Sunday Times.", []),
        ("Sheffield Wednesday won.", []),
        ("The Good Friday Agreement held.", []),
        ("On Wednesday President Karl left.", [("Wednesday", "1998-07-01")]),
    ],
)  # fmt: skip
def test_a_weekday_that_is_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("year", [1987, 1995, 2000, 2008, 2024])
def test_a_feast_falls_on_its_weekday(year: int) -> None:
    for name, weekday in [("Ash Wednesday", 2), ("Ascension Day", 3), ("Remembrance Sunday", 6)]:
        ((_, date),) = read(f"He left on {name} {year}.")
        assert dt.date.fromisoformat(date or "").weekday() == weekday


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("before 1969", "../1968"),
        ("after 1985", "1986/.."),
        ("no later than May 2000", "../2000-05"),
        ("no later than 1990", "../1990"),
        ("not before 1990", "1990/.."),
        ("up to 1974", "../1974"),
        ("prior to 1980", "../1979"),
        ("earlier than 1970", "../1969"),
        ("later than 1980", "1981/.."),
        ("not after 3 May 1991", "../1991-05-03"),
        ("before 1 March 1996", "../1996-02-29"),
        ("before the 1980s", "../197X"),
        ("before early 1990", "../1990"),
        ("before about 1980", "../1980~"),
        ("after the second quarter of 1990", "1990-07/.."),
        ("before the summer of 1990", "../1990-05"),
        ("after the winter of 1990", "1991-03/.."),
        ("after 1990-92", "1993/.."),
        ("since 1991", "1991/.."),
        ("until 1990", "../1990"),
    ],
)
def test_an_open_end_is_read_with_its_word(phrase: str, date: str) -> None:
    assert read(f"It stood there {phrase}.") == [(phrase, date)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Before the May 1990 vote he left.", [("May 1990", "1990-05")]),
        ("Two years after 1985 it fell.", [("Two years after", "1987"), ("1985", "1985")]),
    ],
)
def test_no_open_end(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_the_year_that_before_leaves_out_is_not_the_date_of_the_source() -> None:
    (found,) = extract("It stood before 1969.", parse(PUBLISHED))
    assert found.date
    assert not parse("1969").contains(found.date)
    assert parse("../1968").contains(found.date)


def test_timeml_has_the_year_as_it_stands() -> None:
    found = list(timexes("It stood before 1969.", parse(PUBLISHED)))
    assert [(one.start, one.end, one.value) for one in found] == [(16, 20, "1969")]


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("16 to 27 November 1987", "1987-11-16/1987-11-27"),
        ("20 to 21 July 1969", "1969-07-20/1969-07-21"),
        ("July 20 to 21, 1969", "1969-07-20/1969-07-21"),
        ("9-10 April 1994", "1994-04-09/1994-04-10"),
        ("1997/8", "1997/1998"),
        ("1997-8", "1997/1998"),
        ("FY 1996/97", "1996/1997"),
        ("FY 1996-1997", "1996/1997"),
    ],
)
def test_a_range_is_one_mention(phrase: str, date: str) -> None:
    assert read(f"It ran {phrase}.") == [(phrase, date)]


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("1994 and 1996", "1994/1996"),
        ("May and July 1994", "1994-05/1994-07"),
        ("May 1994 and June 1996", "1994-05/1996-06"),
        ("16 and 27 November 1987", "1987-11-16/1987-11-27"),
        ("3 May 1994 and 5 June 1996", "1994-05-03/1996-06-05"),
    ],
)
def test_between_two_dates_is_one_mention(phrase: str, date: str) -> None:
    assert read(f"It ran between {phrase}.") == [(phrase, date)]
    assert len(read(f"It ran in {phrase}.")) == 2


def test_a_range_of_things_counted_is_none() -> None:
    assert read("Resolution 1997/8 passed.") == []
    assert len(read("Between 1941 and 1945 guns were cast.")) == 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Wednesday, 22 May 1998", "22 May 1998 was a Friday, not a Wednesday"),
        ("Wed, May 22, 1998", "22 May 1998 was a Friday, not a Wednesday"),
        ("31 June 1996", "June 1996 has no day 31"),
        ("29 February 1995", "February 1995 has no day 29"),
        ("1995-02-30", "February 1995 has no day 30"),
        ("13/13/1995", "neither figure is a month"),
        ("the turn of the century", "no century is named"),
    ],
)
def test_what_cannot_be_is_doubtful_and_comes_first(text: str, fault: str) -> None:
    found = extract(f"On 3 May 1994 and again on {text} they met.", parse(PUBLISHED))
    first = doubtful_first(found)[0]
    assert (first.text, first.is_doubtful, doubt(first)) == (text, True, f"doubtful: {fault}")


@pytest.mark.parametrize(
    "text", ["Friday, 22 May 1998", "29 February 1996", "30 June 1996", "12/13/1995"]
)
def test_what_can_be_has_no_fault(text: str) -> None:
    ((found,)) = extract(f"They met on {text}.", parse(PUBLISHED))
    assert not found.fault
    assert not found.is_doubtful


@pytest.mark.parametrize(
    ("phrase", "known"),
    [
        ("every January 15", "XXXX-01-15"),
        ("each March", "XXXX-03"),
        ("every May", "XXXX-05"),
        ("each 5 June", "XXXX-06-05"),
        ("every 1st of May", "XXXX-05-01"),
    ],
)
def test_what_recurs_every_year_has_none(phrase: str, known: str) -> None:
    (found,) = extract(f"They met {phrase}, by statute.", parse(PUBLISHED))
    assert (found.text, found.kind, found.date, found.known) == (phrase, "set", None, known)


def test_the_turn_of_a_century_is_about_its_year() -> None:
    assert read("At the turn of the twentieth century.") == [
        ("the turn of the twentieth century", "1900~")
    ]


def test_help_explains_signs_and_formats() -> None:
    shown = " ".join(kzt("extract", "--help").stdout.split())
    for sign in ("parentheses", "FUTURE_REF", "P18M", "XXXX", "0.50", "table, jsonl, csv"):
        assert sign in shown


def test_one_unreadable_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = write(tmp_path, "They met on Wednesday, 22 May 1998.", "good.txt")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"Caf\xe9 1991.")
    run = kzt("extract", bad, tmp_path / "none.txt", good)
    assert run.returncode == 1
    assert "doubtful: 22 May 1998 was a Friday, not a Wednesday" in run.stdout
    assert "bad.txt:1:4: the byte 0xE9" in run.stderr
    assert "none.txt: there is no such file" in run.stderr
    assert kzt("extract", bad, "--format", "csv").stdout == ""


LATER = "2007-06-03"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The Act of 1800 was repealed.", "1800"),
        ("The Act of Union of 1800 was repealed.", "1800"),
        ("The Act of Union 1800 was repealed.", "1800"),
        ("The Union of 1800 was ended.", "1800"),
        ("By the treaty of 1700 it was theirs.", "1700"),
        ("The census of 1900 was lost.", "1900"),
        ("Under the 1800 Act it stood.", "1800"),
    ],
)
def test_a_round_year_tells_which_act_is_meant(text: str, year: str) -> None:
    assert read(text, LATER) == [(year, year)]


@pytest.mark.parametrize(
    "text",
    [
        "They took the 1800 train.",
        "A crowd of 1800 came.",
        "Crowds of 1900 came.",
        "A force of 1900 was sent.",
        "He was Captain of 1800 soldiers.",
    ],
)
def test_a_round_number_of_an_hour_or_of_people_is_no_year(text: str) -> None:
    assert read(text, LATER) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She has led it since at least 2012 and is free.", ["2012"]),
        ("It goes back to at least 1998 and stays shut until at least 2031.", ["1998", "2031"]),
        ("He has sold since then at least 2012 cars, and at least 1998 of them here.", []),
        ("Ann Dray, AM'39, and Ed Poe, JD'33, left it in May'98; he came in '97.",
         ["1998-05", "1997"]),
    ],
)  # fmt: skip
def test_years_behind_at_least_and_in_the_names_of_graduates(text: str, values: list[str]) -> None:
    found = [timex.value for timex in timexes(text, parse("2019-01-10"))]
    assert [value for value in found if value[0].isdecimal()] == values


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("The Union of 1801 ended in 1922. The Belfast Agreement ('98) held.", ("'98", "1998")),
        ("From 1801 to 1922. They met on 25/12/98.", ("25/12/98", "1998-12-25")),
        ("The war began in 1861 and ended in '65.", ("'65", "1865")),
        ("In May 1998 they met. In '12 they will meet.", ("'12", "2012")),
        ("The treaty of 1922 stood. They met in '12.", ("'12", "XXXX")),
        ("Tally '09 is sold with the desk and its drawers.", ("'09", "2009")),
        ("The class of '11 chose its speaker.", ("'11", "2011")),
        ("The mill was founded in '08.", ("'08", "1908")),
        ("Tally '36 was the first of its name.", ("'36", "1936")),
    ],
)
def test_a_year_of_two_figures_is_of_the_century_told_or_the_last(
    text: str, read_as: tuple[str, str]
) -> None:
    published = "2007-06-03" if "1922 stood" not in text else "2017-06-03"
    assert read(text, published)[-1] == read_as


@pytest.mark.parametrize(
    ("phrase", "known", "dates"),
    [
        ("May '05", "XXXX-05", {"1905-05", "2005-05"}),
        ("25/12/05", "XX05-XX-XX", {"1905-12-25", "2005-12-25"}),
        ("10/10/05", "XX05-XX-XX", {"1905-10-10", "2005-10-10"}),
    ],
)
def test_a_year_of_two_figures_that_can_be_of_either_century_is_doubtful(
    phrase: str, known: str, dates: set[str]
) -> None:
    found = extract(f"The treaty of 1922 stood. They met on {phrase}.", parse(LATER))[-1]
    assert (found.text, found.date, found.known) == (phrase, None, known)
    assert found.is_doubtful
    assert {one.date for one in found.weighed} == dates


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("Good Friday, 10 April 1998", "1998-04-10"),
        ("Good Friday, April 10, 1998", "1998-04-10"),
        ("Good Friday (10 April 1998)", "1998-04-10"),
        ("10 April 1998, Good Friday", "1998-04-10"),
        ("10 April 1998 (Good Friday)", "1998-04-10"),
        ("Good Friday, 10 April", "1998-04-10"),
        ("Good Friday, 10/4/98", "1998-04-10"),
        ("Easter Monday, 13 April 1998", "1998-04-13"),
        ("New Year's Eve, Friday 31 December 1999", "1999-12-31"),
        ("Christmas Day (1999-12-25)", "1999-12-25"),
        ("D-Day, 6 June 1944", "1944-06-06"),
        ("Bloody Sunday, 30 January 1972", "1972-01-30"),
        ("Black Monday, 19 October 1987", "1987-10-19"),
        ("until Good Friday, 10 April 1998", "../1998-04-10"),
        ("until Christmas Day, 25 December 1999", "../1999-12-25"),
    ],
)
def test_a_feast_and_its_date_are_one_mention(phrase: str, date: str) -> None:
    on = "" if phrase.startswith("until") else "on "
    (found,) = extract(f"The talks went {on}{phrase}.", parse(LATER))
    assert (found.text, str(found.date), found.is_doubtful) == (phrase, date, False)


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        ("Good Friday, 12 April 1998", "12 April 1998 was not Good Friday"),
        ("12 April 1998 (Good Friday)", "12 April 1998 was not Good Friday"),
        ("Christmas Day, 24 December 1999", "24 December 1999 was not Christmas Day"),
        ("Bloody Sunday, 31 January 1972", "31 January 1972 was not Bloody Sunday"),
    ],
)
def test_a_feast_on_another_day_than_its_own_is_doubtful(phrase: str, fault: str) -> None:
    (found,) = extract(f"The talks ended on {phrase}.", parse(LATER))
    assert (found.text, doubt(found)) == (phrase, f"doubtful: {fault}")


def test_an_orthodox_feast_is_on_a_day_of_its_own() -> None:
    (found,) = extract("They met on Orthodox Christmas, 7 January 1999.", parse(LATER))
    assert (str(found.date), found.is_doubtful) == ("1999-01-07", False)


def test_a_feast_in_a_list_of_days_keeps_its_own() -> None:
    found = extract("They rest on New Year's Day, 7 January and 8 March.", parse(LATER))
    assert [one.text for one in found] == ["New Year's Day", "7 January", "8 March"]


def test_a_feast_that_moves_is_weighed_on_its_day_of_each_year() -> None:
    found = extract("The talks began in June 1996. They ended on Good Friday.", parse(LATER))[-1]
    assert (found.date, found.known, found.is_doubtful) == (None, "XXXX-XX-XX", True)
    days = {"1995-04-14", "1996-04-05", "1997-03-28", "2006-04-14", "2007-04-06"}
    assert {one.date for one in found.weighed} == days


def test_a_feast_that_moves_takes_the_year_of_its_sentence() -> None:
    assert read("In 1998 the talks ended on Good Friday.", LATER)[-1][1] == "1998-04-10"
    (_, monday) = extract("In 1998 they met. They met on Easter Monday.", parse("1998-07-01"))
    assert {one.date for one in monday.weighed} >= {"1998-04-13", "1997-03-31"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The talks of 1998 ended on Good Friday.", "1998-04-10"),
        ("The peace talks of 1998 ended on 10 April.", "1998-04-10"),
        ("The talks of 1998 in Belfast ended on 10 April.", "1998-04-10"),
        ("The elections of 1998 were held on 25 June.", "1998-06-25"),
        ("The treaty of 1998 was annulled on 10 April.", "2007-04-10"),
    ],
)
def test_what_happened_was_in_the_year_it_goes_by(text: str, date: str) -> None:
    assert [value for _, value in read(text, LATER)] == ["1998", date]


@pytest.mark.parametrize(
    ("hours", "value"),
    [("early", "1944-06-06TMO"), ("late", "1944-06-06TNI"), ("Late", "1944-06-06TNI")],
)
def test_late_hours_are_those_of_the_night(hours: str, value: str) -> None:
    text = (
        f"{hours} hours of 6 June 1944" if hours == "Late" else f"The {hours} hours of 6 June 1944"
    )
    assert [each.value for each in timexes(f"{text} were wet.", parse(PUBLISHED))] == [value]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 9 May (Victory Day) 2019 the square was closed.", "2019-05-09"),
        ("On December 25 (Christmas Day), 2017, the paper was shut.", "2017-12-25"),
        ("On 8 March (Women's Day) 2010 a court freed her.", "2010-03-08"),
    ],
)
def test_a_year_behind_the_name_of_its_day_in_brackets_is_its_year(text: str, date: str) -> None:
    (found,) = extract(text, parse("2022-02-01"))
    assert str(found.date) == date


def test_figures_that_fall_behind_a_month_are_a_score() -> None:
    assert extract("Brown beat May 6-3 in the last set.", parse("2018-12-20")) == []
    found = extract("The fair was held May 3-6.", parse("2018-12-20"))
    assert [str(item.date) for item in found] == ["2018-05-03/2018-05-06"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("By New Year she had read it, and since the New Year she has been ill.",
         ["../2014-01-01", "2014-01-01/.."]),
        ("It will be shut by New Year.", ["../2015-01-01"]),
        ("By the new year all was over. She wished him a happy New Year. A new year is near.", []),
    ],
)  # fmt: skip
def test_new_year_is_its_first_day(text: str, dates: list[str]) -> None:
    found = extract(text, parse("2014-07-18"))
    assert [str(item.date) for item in found if item.date] == dates
