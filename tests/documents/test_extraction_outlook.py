"""Kinds that were read wrongly: what is to come, what is past, and what is not a date."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract


def read(published: str, text: str) -> dict[str, str | None]:
    """Return the date of each phrase; None where it has none."""
    found = extract(text, parse(published))
    return {item.text: str(item.date) if item.date else None for item in found}


@pytest.mark.parametrize(
    ("published", "text", "phrase", "date"),
    [
        # What stands behind a date says that it is to come.
        (
            "2016-06-07",
            "With a June 23 referendum drawing near, shops shut.",
            "June 23",
            "2016-06-23",
        ),
        (
            "2016-06-07",
            "The August 9 ballot approaching, he took a rest.",
            "August 9",
            "2016-08-09",
        ),
        ("2016-06-07", "As the July 4 vote looms, banks are nervous.", "July 4", "2016-07-04"),
        ("2016-06-07", "His October trial to come, the governor fled.", "October", "2016-10"),
        ("2016-06-07", "The November 8 contest nears.", "November 8", "2016-11-08"),
        # Plural subjects and their verbs.
        (
            "2015-03-18",
            "Voters head to the polls Sunday for the third time in two years.",
            "Sunday",
            "2015-03-22",
        ),
        (
            "2015-03-18",
            "The jury, which retired on Monday, returns on Thursday.",
            "Thursday",
            "2015-03-19",
        ),
        ("2015-03-18", "The club, which lost on Sunday, plays on Friday.", "Friday", "2015-03-20"),
        ("2012-10-08", "The fair was open in May.", "May", "2012-05"),
        ("2012-10-08", "The gate was shut in March.", "March", "2012-03"),
        # Talks are a thing.
        ("2018-01-19", "The White House talks on Tuesday were brief.", "Tuesday", "2018-01-16"),
        ("2018-01-19", "It came after the Vienna talks on Monday.", "Monday", "2018-01-15"),
        # Put off until.
        (
            "2015-03-18",
            "The court postponed Monday's hearing until Thursday.",
            "until Thursday",
            "../2015-03-19",
        ),
        (
            "2015-03-18",
            "The judge adjourned the case until Tuesday.",
            "until Tuesday",
            "../2015-03-24",
        ),
        (
            "2015-03-18",
            "The union put off the walkout until Friday.",
            "until Friday",
            "../2015-03-20",
        ),
        (
            "2015-03-18",
            "Parliament delayed its vote on the budget until Monday.",
            "until Monday",
            "../2015-03-23",
        ),
        ("2015-03-18", "The league moved the match to Saturday.", "Saturday", "2015-03-21"),
        # By a time that is past.
        ("2020-12-31", "By late March every court stood empty.", "By late March", "../2020-03"),
        ("2020-12-31", "By February the mill had no orders.", "By February", "../2020-02"),
        ("2020-12-31", "By April nine firms were closed.", "By April", "../2020-04"),
        # Modal perfects.
        ("2012-01-16", "The term would have ended in November.", "November", "2011-11"),
        ("2012-01-16", "They may have met in October.", "October", "2011-10"),
        ("2012-01-16", "He should have paid in December.", "December", "2011-12"),
        ("2012-01-16", "They could have signed on January 9.", "January 9", "2012-01-09"),
        ("2014-06-20", "Tenants will have to leave in October.", "October", "2014-10"),
        # Votes and demands to do.
        (
            "2012-02-13",
            "The union voted on February 7 to strike on March 1.",
            "March 1",
            "2012-03-01",
        ),
        # Perception.
        ("2018-04-11", "Passengers could hear shots on Tuesday.", "Tuesday", "2018-04-10"),
        ("2018-04-11", "Villagers could smell gas on Sunday.", "Sunday", "2018-04-08"),
        ("2018-04-11", "Divers could see the keel on March 30.", "March 30", "2018-03-30"),
        # Had come.
        ("2013-06-20", "The governor's order had come in December.", "December", "2012-12"),
        ("2013-06-20", "A reply had come in November.", "November", "2012-11"),
        # Weekday at large is no event.
        (
            "2022-01-17",
            "A man was held on January 8. The dead number 225, prosecutors said Saturday.",
            "Saturday",
            "2022-01-15",
        ),
        (
            "2022-01-17",
            "A ship sank on January 7. Two of its crew are well, a doctor said Friday.",
            "Friday",
            "2022-01-14",
        ),
        # Seasons end.
        (
            "1994-05-06",
            "The uranium will be flown out in the autumn.",
            "the autumn",
            "1994-09~/1994-11~",
        ),
        ("2017-08-31", "Visitors will have a new road in spring.", "spring", "2018-03~/2018-05~"),
        (
            "2016-03-21",
            "Her next book is to appear in the autumn.",
            "the autumn",
            "2016-09~/2016-11~",
        ),
        # Will is never before.
        (
            "2007-01-17",
            "The chair, put off in December, will be decided in November.",
            "November",
            "2007-11",
        ),
        ("2013-06-20", "The dam, which cracked in April, will be mended in May.", "May", "2014-05"),
        # Entries without a dash.
        (
            "2016-05-05",
            "2014\n\n29 May The union treaty is signed.\n\n2015\n\n26 April A fifth term is won.",
            "29 May",
            "2014-05-29",
        ),
        (
            "2016-05-05",
            "2014\n\n29 May The union treaty is signed.\n\n2015\n\n26 April A fifth term is won.",
            "26 April",
            "2015-04-26",
        ),
        # Year before its day.
        (
            "2003-03-03",
            "In 1994, on 14 February, a charter was signed.",
            "1994, on 14 February",
            "1994-02-14",
        ),
        ("2003-03-03", "1991, 16 December - independence.", "1991, 16 December", "1991-12-16"),
        (
            "2003-03-03",
            "In 1995, on August 30, there was a vote.",
            "1995, on August 30",
            "1995-08-30",
        ),
        # Fiscal years.
        (
            "2011-03-10",
            "The total for fiscal years 1992-2009 is in the annex.",
            "fiscal years 1992-2009",
            "1992/2009",
        ),
        (
            "2011-03-10",
            "In the fiscal years 2001-05 it doubled.",
            "the fiscal years 2001-05",
            "2001/2005",
        ),
        # Halves and quarters.
        ("2018-10-30", "Profit fell in the first half.", "the first half", "2018-01/2018-06"),
        (
            "2018-10-30",
            "Sales rose in the second half of last year.",
            "the second half of last year",
            "2017-07/2017-12",
        ),
        (
            "2018-10-30",
            "Profit in the third quarter was 9 million. In the year-earlier quarter it was 7.",
            "the year-earlier quarter",
            "2017-07/2017-09",
        ),
    ],
)
def test_kind(published: str, text: str, phrase: str, date: str) -> None:
    assert read(published, text)[phrase] == date


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It will be the third vote in two years.", "two years"),
        ("It will be the worst harvest in ten years.", "ten years"),
        ("It would be the only meeting in six months.", "six months"),
        ("He will have scored in the first half of the match.", "the first half"),
        ("The bill runs to 2010 pages.", "2010"),
        ("On May 21 (a Thursday), 1903, a bell was cast.", "Thursday"),
    ],
)
def test_no_date(text: str, phrase: str) -> None:
    assert read("2018-10-30", text).get(phrase) is None
