"""Dates joined to one word, in brackets, in lists and in quarters."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

PUBLISHED = "2015-03-04"
CASES = {
    "months in figures": (
        "Output fell in 10/2010 and rose from 01/2011 to 03/2012. 12/2013: a vote.",
        {"10/2010": "2010-10", "01/2011": "2011-01", "03/2012": "2012-03", "12/2013": "2013-12"},
    ),
    "a month headed, in brackets and at the end": (
        "Last updated: 07/2014. The chart (05/2012) is old. In 2012-05 it ended. Issued 2013: see "
        "the list.\n\nDATE: 11/2013",
        {"07/2014": "2014-07", "05/2012": "2012-05", "2012-05": "2012-05", "11/2013": "2013-11"},
    ),
    "months from one to another": (
        "01/2011–03/2012: deputy minister. 04.2012 – 06.2013: minister. Covers 05/2010-12/2010.",
        {
            "01/2011–03/2012": "2011-01/2012-03",
            "04.2012 – 06.2013": "2012-04/2013-06",
            "05/2010-12/2010": "2010-05/2010-12",
        },
    ),
    "numbers of things are no months": (
        "Decision 10/2010 was struck down by Resolution 5/2009. It grew by 04.2012 percent.",
        {"10/2010": "None", "5/2009": "None", "04.2012": "None"},
    ),
    "a month that is a name": (
        "Signed on 16/Dec/2011, 17.Dec.2011, Dec-18-2011, 2011/Dec/19 and 20DEC2011, filed in "
        "Jan-2012.",
        {
            "16/Dec/2011": "2011-12-16",
            "17.Dec.2011": "2011-12-17",
            "Dec-18-2011": "2011-12-18",
            "2011/Dec/19": "2011-12-19",
            "20DEC2011": "2011-12-20",
            "Jan-2012": "2012-01",
        },
    ),
    "a month that is a Roman number": (
        "Signed on 16.XII.2011 and 3/XI/2012, discussed on 3-5.X.2006.",
        {
            "16.XII.2011": "2011-12-16",
            "3/XI/2012": "2012-11-03",
            "3-5.X.2006": "2006-10-03/2006-10-05",
        },
    ),
    "days from one to another": (
        "It met on 16-17/12/2011, on 12/19-20/2011 and 30.11.-2.12.2012.",
        {
            "16-17/12/2011": "2011-12-16/2011-12-17",
            "12/19-20/2011": "2011-12-19/2011-12-20",
            "30.11.-2.12.2012": "2012-11-30/2012-12-02",
        },
    ),
    "weekdays from one to another": (
        "It ran from Friday 16–Sunday 18 December 2011 and on the 20th/21st December 2011.",
        {
            "Friday 16–Sunday 18 December 2011": "2011-12-16/2011-12-18",
            "the 20th/21st December 2011": "2011-12-20/2011-12-21",
        },
    ),
    "the turn of a century": (
        "Grants of 1999-00, '98-'99 and 1996-'97, and FY 09-10.",
        {
            "1999-00": "1999/2000",
            "'98-'99": "1998/1999",
            "1996-'97": "1996/1997",
            "FY 09-10": "2009/2010",
        },
    ),
    "a year in brackets": (
        "On 16 December [2011] troops fired. The letter of 3 May (1994) says so.",
        {"16 December [2011]": "2011-12-16", "3 May (1994)": "1994-05-03"},
    ),
    "the year of our Lord": (
        "He left on 16 December, in the year 2011, or on December 17, A.D. 2011.",
        {
            "16 December, in the year 2011": "2011-12-16",
            "December 17, A.D. 2011": "2011-12-17",
        },
    ),
    "a list of days without a word": (
        "Hearings: Dec. 16, 17, 2011. Sittings in July, Aug. and Sept. 2011.",
        {"Dec. 16": "2011-12-16", "17, 2011": "2011-12-17", "Aug.": "2011-08"},
    ),
    "a list of days that a stop ends": (
        "High tides: May 16, 17, 18; June 14 and 15.",
        {"May 16": "2015-05-16", "17": "2015-05-17", "18": "2015-05-18", "June 14": "2015-06-14"},
    ),
    "days listed with their weekdays": (
        "The last fair was held on Saturday 12 and Sunday 13 October 2013.",
        {"Saturday 12": "2013-10-12", "Sunday 13 October 2013": "2013-10-13"},
    ),
    "a weekday that tells the order of figures": (
        "Notice of the meeting on Tuesday, 03/04/2012 was pinned to the door.",
        {"Tuesday, 03/04/2012": "2012-04-03"},
    ),
    "ordinals below their month": (
        "September 1992\n14th: The garrison mutinies. 15th: Troops retake it.\n30th: It is over.",
        {"14th": "1992-09-14", "15th": "1992-09-15", "30th": "1992-09-30"},
    ),
    "a list that goes on in the next month": (
        "Fires on April 22, 25, and May 1, 2014, destroyed depots.",
        {"April 22": "2014-04-22", "25": "2014-04-25", "May 1, 2014": "2014-05-01"},
    ),
    "a month that tells the order of figures": (
        "June began with two strikes, on 02/06/2014 and 05/06/2014.",
        {"02/06/2014": "2014-06-02", "05/06/2014": "2014-06-05"},
    ),
    "fiscal years": (
        "The plan phases the levy in over fiscal years 1997 to 2002.",
        {"fiscal years 1997 to 2002": "1997/2002"},
    ),
    "days of a week": (
        "In the week of September 17 to 21, 2001, the index fell.",
        {"September 17 to 21, 2001": "2001-09-17/2001-09-21"},
    ),
    "quarters that share their year": (
        "It fell in Q3 and Q4 2011, in the first and second quarters of 2012 and in Q1–Q3 2013.",
        {
            "Q3": "2011-07/2011-09",
            "the first": "2012-01/2012-03",
            "second quarters of 2012": "2012-04/2012-06",
            "Q1–Q3 2013": "2013-01/2013-09",
        },
    ),
    "a quarter in Roman numbers": (
        "It rose in the IV quarter of 2005.",
        {"the IV quarter of 2005": "2005-10/2005-12"},
    ),
    "seasons beside each other": (
        "It was built in summer/fall 2011.",
        {"summer": "2011-06~/2011-08~"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_joined(case: str) -> None:
    text, told = CASES[case]
    assert dates_told(text, PUBLISHED, told) == told
