"""Figures a year apart, weeks that last, hours of days not told, and years in words."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Wednesday.
PUBLISHED = "2013-10-30"
CASES = {
    "a year before the quarter spoken of": (
        "Profit fell in the third quarter. Orders for the fourth quarter are weak. In the latest "
        "quarter costs were 6 million euros, up from 5 million a year ago.",
        {"the latest quarter": "2013-07/2013-09", "a year ago": "2012-07/2012-09"},
    ),
    "behind the quarter without its number": (
        "It lost money in the second quarter. It plans 90 shops in 2015. In the quarter it opened "
        "four, compared with nine a year earlier.",
        {"the quarter": "2013-04/2013-06", "a year earlier": "2012-04/2012-06"},
    ),
    "behind the day on which a quarter ended": (
        "Revenue rose in the quarter ended Sept. 30 to 7 million euros from 6 million a year ago.",
        {"Sept. 30": "2013-09-30", "a year ago": "2012-07/2012-09"},
    ),
    "not before a quarter to come": (
        "Shipments fell in the third quarter. They will fall again in the third quarter of 2014. "
        "In the year-ago period they had risen.",
        {"the year-ago period": "2012-07/2012-09"},
    ),
    "the quarter a year ago": (
        "Output fell in the third quarter. For the quarter a year ago, the mill reported a gain. "
        "For the period a year earlier, its rival lost money.",
        {"the quarter a year ago": "2012-07/2012-09",
         "the period a year earlier": "2012-07/2012-09"},
    ),
    "the month a year before": (
        "In September 40 ships called. In the month a year earlier there were 52.",
        {"the month a year earlier": "2012-09"},
    ),
    "both compared with the same year": (
        "The loss was 3 million euros, up from 2 million a year ago. Traffic was 9 percent higher "
        "than a year earlier.",
        {"a year ago": "2012", "a year earlier": "2012"},
    ),
    "the lowest since": (
        "Inflation slowed to 4 percent in September, its lowest since 2009; it was 6 percent a "
        "year before.",
        {"September": "2013-09", "a year before": "2012"},
    ),
    "since, when": (
        "The climb was the first since 1996, when two men were lost; a decade later both were "
        "found.",
        {"since 1996": "1996/..", "a decade later": "2006~"},
    ),
    "a story goes back": (
        "She left the party two years ago. Two years earlier she had joined it.",
        {"two years ago": "2011", "Two years earlier": "2009"},
    ),
    "from quarter to quarter": (
        "Sales fell in the second quarter. The quarter-to-quarter change was small. A "
        "year-over-year gain was seen.",
        {"The quarter": "None", "A year": "None"},
    ),
    "since the end of the year": (
        "Rents are up 4 percent since year-end. In 2009 the law was passed. Crime has fallen "
        "since the start of the year.",
        {"since year-end": "2012/..", "since the start of the year": "2013/.."},
    ),
    "on from a month of news": (
        "The shipyard went under in May 2009. Its owner was jailed last December. He lost an "
        "appeal in February and was freed in July.",
        {"last December": "2012-12", "February": "2013-02", "July": "2013-07"},
    ),
    "what had been before a month of news": (
        "The dancer left Riga in April 1994. Last June a film was made of it. She had last danced "
        "there in March.",
        {"Last June": "2013-06", "March": "1994-03"},
    ),
    "hours of a day not told": (
        "A will was read on October 8. A baker had heard shots at 5 a.m. two days before the fire.",
        {"5 a.m.": "None", "October 8": "2013-10-08"},
    ),
    "hours of the day told": (
        "A will was read on October 8. At 5 a.m. a baker had heard shots.",
        {"5 a.m.": "2013-10-08"},
    ),
    "nights of something": (
        "The dock was shut on October 8. The museum has pictures from the night the crane fell.",
        {"the night": "None", "October 8": "2013-10-08"},
    ),
    "years in words": (
        "It shut in the winter of nineteen eighty-nine. She came in March of nineteen "
        "ninety-three, and left on June fifth, nineteen ninety-six.",
        {"the winter of nineteen eighty-nine": "1989-12~/1990-02~",
         "March of nineteen ninety-three": "1993-03",
         "June fifth, nineteen ninety-six": "1996-06-05"},
    ),
    "numbers in words": (
        "In March nineteen thirty-ton trucks came. In the spring nineteen seamen left.",
        {"March": "2013-03", "the spring": "2013-03~/2013-05~"},
    ),
    "a weekday named with its day": (
        "The fair opens this Friday, November 1. It closed last Monday, Oct. 28. It ends next "
        "Sunday, Nov. 10.",
        {"Friday, November 1": "2013-11-01", "Monday, Oct. 28": "2013-10-28",
         "Sunday, Nov. 10": "2013-11-10", "this Friday": "None", "last Monday": "None"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_years_apart(case: str) -> None:
    text, told = CASES[case]
    assert dates_told(text, PUBLISHED, told) == told


def test_last_week_lasts() -> None:
    text = (
        "The strike began on May 3, 2012. Over the last week, four men were held. For the last "
        "month it has rained. In the last week of the war he fled."
    )
    told = {"the last week": "None", "the last month": "None"}
    assert dates_told(text, PUBLISHED, told) == told
