"""Dates of newswire: what is meant to be done, what follows, and what is not a day at all."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract


def meanings(text: str, published: str) -> dict[str, str | None]:
    """Return what the mentions of a text mean; None for one that has no date."""
    found: dict[str, str | None] = {}
    for item in extract(text, parse(published)):
        found.setdefault(item.text, str(item.date) if item.date else item.known)
    return found


# Friday.
PUBLISHED = "2015-05-15"
CASES = {
    "what was meant to be done": (
        "The drivers did not plan to strike on Tuesday.\n\nThe pilots have no union. They were "
        "hoping to fly on Wednesday.",
        {"Tuesday": "2015-05-19", "Wednesday": "2015-05-20"},
    ),
    "what is meant to be done": (
        "The two sides are still planning to meet on Monday.",
        {"Monday": "2015-05-18"},
    ),
    "what was not done": (
        "The drivers did not strike on Tuesday.",
        {"Tuesday": "2015-05-12"},
    ),
    "what came as planned": (
        "The bridge was opened as previously planned on Tuesday.",
        {"Tuesday": "2015-05-12"},
    ),
    "what is to go on as planned": (
        "The vote will go ahead as scheduled on Tuesday.",
        {"Tuesday": "2015-05-19"},
    ),
    "what comes after a day follows it": (
        "The appeal follows Tuesday's verdict, which nobody in the town had expected. The march "
        "comes after Monday's raid.",
        {"Tuesday": "2015-05-12", "Monday": "2015-05-11"},
    ),
    "what will follow a day to come": (
        "A reception will follow Tuesday's signing.",
        {"Tuesday": "2015-05-19"},
    ),
    "a time that had been set before another": (
        "The offer runs until May 28. It had been due to lapse on Thursday.",
        {"Thursday": "2015-05-14"},
    ),
    "who spoke": (
        'The bishop on Tuesday: "We will stay." Her deputy on Thursday "We have no plans."',
        {"Tuesday": "2015-05-12", "Thursday": "2015-05-14"},
    ),
    "a fragment of the day itself": (
        '"We are ready." Ivanova on Friday. She spoke for an hour.',
        {"Friday": "2015-05-15"},
    ),
    "a month that names a thing": (
        "The firm is trying to sell the mill under an October agreement with its lenders.",
        {"October": "2014-10"},
    ),
    "a clause that begins with that": (
        "The firm said that last week a buyer turned up, and that this year it made a profit.",
        {"last week": "2015-05-04/2015-05-10", "this year": "2015"},
    ),
    "that same week is one phrase": (
        "The mine closed on March 3. That same week the bank failed.",
        {"That same week": "2015-03-02/2015-03-08"},
    ),
    "people and things of an age": (
        "It suits today's youth, today's fast world and the leaders of tomorrow; the country has "
        "the chance today to change. It works for today and the future. It is today's Georgia.",
        {"today": "PRESENT_REF", "tomorrow": "FUTURE_REF"},
    ),
    "what is done on the day": (
        "The court meets today. It hears today's appeal to end the strike. Voters go to the polls "
        "today and tomorrow.",
        {"today": "2015-05-15", "tomorrow": "2015-05-16"},
    ),
    "papers and programs": (
        'She told USA Today and the host of "This Week" that she would run.',
        {},
    ),
    "a headline has its capitals": (
        "Ministers Meet This Week\n\nThe ministers of both countries meet on the coast.",
        {"This Week": "2015-05-11/2015-05-17"},
    ),
    "a decade up to now": (
        "Prices have doubled over the past decade.",
        {"the past decade": "P1DE"},
    ),
    "years in words": (
        "Toronto nineteen ninety-six was a failure, like a nineteen eighty-four vote. It must end "
        "by the year two thousand and thirty.",
        {
            "nineteen ninety-six": "1996",
            "nineteen eighty-four": "1984",
            "by the year two thousand and thirty": "../2030",
        },
    ),
    "numbers in words are no years": (
        "There were nineteen twenty-two-ton wagons and twenty-four men.",
        {},
    ),
    "days in words": (
        "The feast is on Sunday, March eighth. The ship sailed on April twenty-first.",
        {"Sunday, March eighth": "2015-03-08", "April twenty-first": "2015-04-21"},
    ),
    "an ordinal after a month can count another thing": (
        "In March third graders sang.",
        {"March": "2015-03"},
    ),
    "the day beside a date of the text": (
        "She resigned the day after May 5, 2012. They had met the day before March 1, 2010.",
        {"the day after": "2012-05-06", "the day before": "2010-02-28"},
    ),
    "quarters of the year before": (
        "Profit rose in the first quarter. In the year-earlier third quarter it had a loss.\n\n"
        "The bank had a loss, compared with a year-earlier gain.",
        {
            "the first quarter": "2015-01/2015-03",
            "the year-earlier third quarter": "2014-07/2014-09",
            "a year-earlier": "2014-01/2014-03",
        },
    ),
    "the latest period is that of the quarter told": (
        "Third-quarter profit rose. The latest period had a gain. Traffic fell in the latest "
        "period of rain.",
        {"Third-quarter": "2014-07/2014-09", "The latest period": "2014-07/2014-09"},
    ),
    "the latest quarter is over": (
        "The storm will cut second-quarter profit. In the latest quarter the grid earned more.",
        {"the latest quarter": "2015-01/2015-03"},
    ),
    "a quarter by its end": (
        "Sales for the quarter ended Dec. 31 fell. In the quarter ended March 27 they rose.",
        {"the quarter": "2014-10/2014-12"},
    ),
    "the same quarter of another year": (
        "Net rose in the first quarter. In the 2013 quarter it had slumped, and in the 2012 "
        "period there was a loss. The 2011 law was dropped.",
        {"2013": "2013-01/2013-03", "2012": "2012-01/2012-03", "2011": "2011"},
    ),
    "the year of a business": (
        "For the full year, it expects a loss. Sales for the first four months of the year "
        "fell.\n\n"
        "In the year ended March 31 it made a profit. She was named coach of the year.",
        {"the full year": "2015", "the year": "2015"},
    ),
    "the hour elsewhere in brackets": (
        "The mast fell at 9:40 a.m. (0540 GMT) Tuesday.",
        {"9:40 a.m. (0540 GMT) Tuesday": "2015-05-12"},
    ),
    "a half of last year": (
        "In the first half of last year she toured.",
        {"the first half of last year": "2014-01/2014-06"},
    ),
    "the make of a car": (
        "Her 1987 Chevrolet was found. His 1998 speech was not.",
        {"1998": "1998"},
    ),
    "about so long ago": (
        "It shut a week or so ago, or a year or two ago. It opened five or six years ago.",
        {
            "a week or so ago": "2015-05-04~/2015-05-10~",
            "a year or two ago": "2013~",
            "five or six years ago": "2010~",
        },
    ),
    "so long from now": (
        "It will open two weeks from now. Who will care fifty years from now?",
        {"two weeks from now": "2015-05-25/2015-05-31", "fifty years from now": "P50Y"},
    ),
    "some Monday": (
        "The feast fell on a Monday. A Tuesday meeting went well. One Friday in Lent it rained.",
        {"Monday": "XXXX-XX-XX", "Tuesday": "2015-05-12", "Friday": "XXXX-XX-XX"},
    ),
    "the early hours of a weekday": (
        "They fled in the early hours of Tuesday.",
        {"the early hours of Tuesday": "2015-05-12"},
    ),
    "what recurs": (
        "It meets daily and votes each Thursday, every two weeks, every summer and every night; "
        "it reports quarterly.",
        {
            "daily": "P1D",
            "each Thursday": "XXXX-WXX-4",
            "every two weeks": "P2W",
            "every summer": "XXXX-SU",
            "every night": "XXXX-XX-XXTNI",
            "quarterly": "P3M",
        },
    ),
    "lengths": (
        "He spoke for one minute. They will stay for two more weeks. It took twenty more years.",
        {"one minute": "PT1M", "two more weeks": "P2W", "twenty more years": "P20Y"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_newswire(text: str, expected: dict[str, str]) -> None:
    found = meanings(text, PUBLISHED)
    assert {phrase: found.get(phrase) for phrase in expected} == expected
    if not expected:
        assert not any(value and value[0].isdigit() for value in found.values())


def test_a_month_or_a_day_counted_is_surer_than_a_week() -> None:
    found = extract("He left yesterday. He came last week, not last month.", parse(PUBLISHED))
    yesterday, week, month = (item.confidence for item in found)
    assert week < month == yesterday
