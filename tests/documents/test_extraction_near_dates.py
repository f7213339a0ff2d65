"""Dates that are told by another one: weeks, seasons and months near it, and years that it has."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract


def meanings(text: str, published: str | None) -> dict[str, str | None]:
    """Return what the mentions of a text mean; None for one that has no date."""
    found: dict[str, str | None] = {}
    for item in extract(text, parse(published) if published else None):
        found.setdefault(item.text, str(item.date) if item.date else None)
    return found


CASES = {
    "a weekday of a named week": (
        "2013-05-23",
        "They met on Wednesday of last week. They will sign on Friday of next week.",
        {"Wednesday of last week": "2013-05-15", "Friday of next week": "2013-05-31"},
    ),
    "a week and its weekday": (
        "2013-05-23",
        "The pumps failed last week on Wednesday, and the mill shut Tuesday this week.",
        {"last week on Wednesday": "2013-05-15", "Tuesday this week": "2013-05-21"},
    ),
    "a weekday of a week that the text told": (
        "2012-05-05",
        "He came on 6 March 2001. On Friday of that week he left.",
        {"Friday of that week": "2001-03-09"},
    ),
    "no one day of a month": (
        "2013-05-23",
        "It shut on Friday last month.",
        {"last month": "2013-04"},
    ),
    "a day of last month": (
        "2013-05-21",
        "He paid on the 5th of last month.",
        {"the 5th of last month": "2013-04-05"},
    ),
    "a day before one counted from publication": (
        "1999-06-08",
        "Guards were sent on May 24. The bank was to open last Wednesday. A day earlier it burned.",
        {"A day earlier": "1999-06-01"},
    ),
    "that summer, the following spring": (
        "2013-05-21",
        "A strike began in March 1998. That summer it grew. The following spring it ended.",
        {"That summer": "1998-06~/1998-08~", "The following spring": "1999-03~/1999-05~"},
    ),
    "seasons near a bare year": (
        "2013-05-21",
        "The mine opened in 1998. The previous autumn the road had come. That winter it paid.",
        {"The previous autumn": "1997-09~/1997-11~", "That winter": "1998-12~/1999-02~"},
    ),
    "winter that began in the year before": (
        "2013-05-21",
        "The siege was lifted in February 1944. That winter thousands had starved.",
        {"That winter": "1943-12~/1944-02~"},
    ),
    "months near a bare year": (
        "2013-05-21",
        "Work was to begin in 1974, but the site was flooded that March.",
        {"that March": "1974-03"},
    ),
    "a conjunction is no part of a date": (
        "2012-05-15",
        "The mayor said that May 3 was a mistake.",
        {"May 3": "2012-05-03"},
    ),
    "this fall is to come in winter": (
        "2014-02-28",
        "The second case, to be heard this fall, is harder.",
        {"this fall": "2014-09~/2014-11~"},
    ),
    "this fall is past in winter": (
        "2010-01-20",
        "The team won its first cup this fall.",
        {"this fall": "2009-09~/2009-11~"},
    ),
    "this winter in spring": (
        "2010-04-03",
        "The lake did not freeze this winter.",
        {"this winter": "2009-12~/2010-02~"},
    ),
    "tens of years are about right": (
        "2010-06-06",
        "The hall burned in 1968 and was rebuilt a decade later. A century ago it was a barn.",
        {"a decade later": "1978~", "A century ago": "1910~"},
    ),
    "to the day": (
        "2010-06-06",
        "The dam broke on 3 May 2006. Two years to the day later it was opened.",
        {"Two years to the day later": "2008-05-03"},
    ),
    "to the day after a date": (
        "2010-06-06",
        "Two years to the day after the flood of 3 May 2006, the dam was opened.",
        {"Two years to the day after": "2008-05-03"},
    ),
    "a leap day to the day": (
        "2010-06-06",
        "He was born on 29 February 1992. A year to the day later his sister was.",
        {"A year to the day later": "1993-02-28"},
    ),
    "fall as what prices do": (
        "2017-03-30",
        "Prices may fall next year. The fall last month in rents goes on. Wages fall this year.",
        {"next year": "2018", "last month": "2017-02", "this year": "2017"},
    ),
    "fall as a season": (
        "2017-03-30",
        "In fall last year he left. They met early in the fall of that year, and in fall 2015.",
        {
            "fall last year": "2016-09~/2016-11~",
            "early in the fall of that year": "2016-09~/2016-11~",
            "fall 2015": "2015-09~/2015-11~",
        },
    ),
    "so long after that": (
        "2010-06-06",
        "The bank failed in 1994; three years after that its owner was found.",
        {"three years after": "1997"},
    ),
    "what followed in the year of its sentence": (
        "2023-05-10",
        "Since 2022, following the January civil unrest, orders have been published.",
        {"January": "2022-01"},
    ),
    "the year of a thing is not that of its end": (
        "2010-05-01",
        "The treaty of 1998 was annulled on 10 April. The 2008 law was changed in March.",
        {"10 April": "2010-04-10", "March": "2010-03"},
    ),
    "a year when it was": (
        "2013-01-15",
        "Old men recall 1962, when the river froze in October.",
        {"October": "1962-10"},
    ),
    "the pluperfect of a bare year": (
        "2017-02-20",
        "He was tried in 1953 for a speech he had given in March.",
        {"March": "1953-03"},
    ),
    "by a feast after the date told": (
        "1999-11-02",
        "In March 1962 he went to sea; by Christmas he was home.",
        {"by Christmas": "../1962-12-25"},
    ),
    "a plan that had been put off": (
        "2015-09-09",
        "The vote, planned for May, had been put off.",
        {"May": "2015-05"},
    ),
    "figures of a month that is over": (
        "2012-10-22",
        "The office will publish its estimate of output for September on Thursday.",
        {"September": "2012-09"},
    ),
    "months as entries of a chronicle": (
        "2016-12-30",
        "2015\n\nMarch. A mine is sold.\nMay: It is shut.",
        {"March": "2015-03", "May": "2015-05"},
    ),
    "the end of the year": (
        "2012-02-02",
        "The works are to reopen by year end.",
        {"by year end": "../2012"},
    ),
    "what was months after last June": (
        "2009-05-20",
        "He was elected last June. Two months later he resigned. She lost last November, but "
        "appealed the following month.",
        {"last June": "2008-06", "Two months later": "2008-08", "the following month": "2008-12"},
    ),
    "what was before a date just told": (
        "2009-09-10",
        "Deputies approved the bill on June 24, 2008. The upper chamber had sent it back in April. "
        "A court threw out her appeal on May 16, 2007. She had lodged it in mid-February.",
        {"April": "2008-04", "mid-February": "2007-02"},
    ),
    "a vote brought forward": (
        "2011-03-08",
        "Lawmakers brought the election forward from December 2012 to April 3. Polling in the "
        "north was advanced from May 2012 to January 15; the runoff was moved up from 2012 to "
        "September.",
        {"April 3": "2011-04-03", "January 15": "2011-01-15", "September": "2011-09"},
    ),
    "a vote put off": (
        "2011-03-08",
        "The poll was put off from October 2010 to April 3.",
        {"April 3": "2011-04-03"},
    ),
    "the day behind its year": (
        "2014-06-20",
        "The panel met only once last year, on May 16. It had sat twice in 2011, in March.",
        {"May 16": "2013-05-16", "March": "2011-03"},
    ),
    "a vote and the last of its kind": (
        "2010-03-11",
        "2009 Human Rights Report\n\nParliamentary elections, last held in December 2004, took "
        "place on December 27.",
        {"December 2004": "2004-12", "December 27": "2009-12-27"},
    ),
    "a report of a year": (
        "2010-03-11",
        "2009 Human Rights Report: Dovania\n\nThe government restricted the press during the year. "
        "Throughout the year editors were fined.",
        {"the year": "2009"},
    ),
    "the 20th in the line of a chronicle": (
        "2010-12-10",
        "2010\n9 April: The heads of state extend the lease, due to end in 2017. Ratified in both "
        "capitals on the 20th.",
        {"the 20th": "2010-04-20"},
    ),
    "what had been, long before publication": (
        "1992-11-16",
        "The dam gave way on Nov. 18, 1952. It had rained since Nov. 14. A state engineer who "
        "examined the wall that June had called for repairs.",
        {"since Nov. 14": "1952-11-14/..", "that June": "1952-06"},
    ),
    "next and last weekdays": (
        "1995-10-18",
        "He will be back next Thursday and speak next Friday. They meet next Tuesday. She came "
        "last Tuesday, he last Monday.",
        {
            "next Thursday": "1995-10-26",
            "next Friday": "1995-10-27",
            "next Tuesday": "1995-10-24",
            "last Tuesday": "1995-10-10",
            "last Monday": "1995-10-16",
        },
    ),
    "what was allowed was done": (
        "2016-05-12",
        "The tenge, which was allowed to float in August, had lost half its value. Marchers have "
        "been allowed to gather on Sunday.",
        {"August": "2015-08", "Sunday": "2016-05-15"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_dates_near_others(case: str) -> None:
    published, text, expected = CASES[case]
    found = meanings(text, published)
    assert {phrase: found.get(phrase) for phrase in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Their number is +44 1632 1998, or 2011 1900 from abroad.",
        "Regulation 1935 applies to extension 2004.",
        "May met Mr. March on the long march.",
    ],
)
def test_numbers_and_names_that_are_no_dates(text: str) -> None:
    assert extract(text, parse("2012-05-05")) == []


def test_hours_of_opening_belong_to_no_day_told_before() -> None:
    text = "The mission came on 29 April. Stations opened at 7:00 and closed at 20:00."
    assert meanings(text, "2015-06-12") == {"29 April": "2015-04-29", "7:00": None, "20:00": None}


def test_an_hour_that_ends_a_sentence_is_not_of_the_next_day_told() -> None:
    found = meanings("It is open until 6 p.m. On May 2 it was robbed.", "2012-05-05")
    assert found["May 2"] == "2012-05-02"


def test_a_list_below_a_year_is_no_range_of_years() -> None:
    text = "2012\n- 17 April: The sentence is halved.\n\n2016\n- 21 May: A congress meets."
    found = meanings(text, "2017-09-01")
    assert found["17 April"] == "2012-04-17"
    assert found["21 May"] == "2016-05-21"


def test_the_weekday_that_a_day_was_is_no_day_of_its_own() -> None:
    found = meanings("On February 17, 2019, a Sunday, he locked the door.", "2021-02-17")
    assert found == {"February 17, 2019, a Sunday": "2019-02-17"}


def test_the_first_half_year_is_no_half_of_this_year() -> None:
    assert "the first half" not in meanings("In the first half-year 40 came.", "2012-05-05")


@pytest.mark.parametrize("unit", ["one minute", "two minutes", "an hour", "three hours"])
@pytest.mark.parametrize("way", ["before", "after"])
def test_minutes_from_a_day_lead_to_no_other(unit: str, way: str) -> None:
    text = f"The gate opened {unit} {way} midnight on 12 May 1949."
    found = [(each.text, str(each.date)) for each in extract(text, parse("1958-06-24"))]
    assert found[-1][1] == "1949-05-12"
    assert {date for _, date in found} <= {"1949-05-12", "None"}
