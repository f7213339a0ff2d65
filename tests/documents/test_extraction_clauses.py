"""Dates whose clause must be read rightly: its verb, what it belongs to, and where it stands."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import Extracted, extract


def read(text: str, published: str) -> dict[str, Extracted]:
    found: dict[str, Extracted] = {}
    for item in extract(text, parse(published)):
        found.setdefault(item.text, item)
    return found


def check(published: str, text: str, expected: dict[str, str]) -> None:
    found = read(text, published)
    assert {phrase: str(found[phrase].date) for phrase in expected} == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # "Could not" looks back, "might" looks forward.
        ("2012-02-13", "The crew could not land on January 9.", {"January 9": "2012-01-09"}),
        ("2012-02-13", "The pumps couldn’t be started on Friday.", {"Friday": "2012-02-10"}),
        ("2012-02-13", "Neither could be found on Wednesday.", {"Wednesday": "2012-02-08"}),
        ("2012-02-13", "No one could say on Tuesday who had called.", {"Tuesday": "2012-02-07"}),
        ("2012-02-13", "A strike might begin in September.", {"September": "2012-09"}),
        ("2012-02-13", "He could run again in May.", {"May": "2012-05"}),
        # A participle before its noun is no verb, and no noun is a verb beside one.
        ("1989-10-02", "It said it will redeem 40 preferred shares on Oct. 31.", {
            "Oct. 31": "1989-10-31",
        }),
        ("2012-02-13", "The bank said it will auction 40 disused barges on February 29.", {
            "February 29": "2012-02-29",
        }),
        ("2012-02-13", "Clerks had filed reports by Wednesday.", {
            "by Wednesday": "../2012-02-08",
        }),
        # Infinitives.
        ("2012-02-13", "The envoy was to have spoken on January 20.", {
            "January 20": "2012-01-20",
        }),
        ("2012-02-13", "The banker is said to have fled in December.", {"December": "2011-12"}),
        ("2012-02-13", "They want to have the road open by October.", {
            "by October": "../2012-10",
        }),
        # Years in a list open the sentence that they stand before.
        ("2012-02-13", "In 2003, 2005 and 2008, juries sat; the last rose in June.", {
            "June": "2008-06",
        }),
        ("2012-02-13", "In 1999 and 2004, the lake froze, and it thawed in May.", {
            "May": "2004-05",
        }),
        # A date in the subject, or of an object, is told in passing.
        ("2017-03-14", "A man sentenced in May 2013 was freed on March 2.", {
            "March 2": "2017-03-02",
        }),
        ("2012-02-13", "The polls, held last in May 2007, were put off in January.", {
            "January": "2012-01",
        }),
        ("2017-03-14", "Police held a banker cleared in May 2013 on March 2.", {
            "March 2": "2017-03-02",
        }),
        ("2017-03-14", "The May 2009 ban was lifted in December.", {"December": "2016-12"}),
        # A bare year in which something was done goes on to what opens the next sentence.
        ("2014-06-20", "She finished school in 1965. In September she moved.", {
            "September": "1965-09",
        }),
        # A stretch ends after it begins.
        ("2014-06-20", "The strait was shut from December 20 until January 9.", {
            "until January 9": "../2014-01-09",
        }),
        ("2014-06-20", "The pass is closed from October to April.", {
            "October to April": "2014-10/2015-04",
        }),
        # Plans of a weekday.
        ("2012-02-14", "Ministers planned to meet on Friday.", {"Friday": "2012-02-17"}),
        ("2012-02-14", "The senator pledged to answer on Friday.", {"Friday": "2012-02-17"}),
        # The first entry of a chronicle is no dateline; a dateline is.
        ("2012-02-13", "2010\n\nMarch 9 - Talks.\nMay 2 - A strike.", {
            "March 9": "2010-03-09", "May 2": "2010-05-02",
        }),
        ("2012-02-13", "OSLO, February 10 (Agency) - It rained.", {"February 10": "2012-02-10"}),
        # Of the year before and after.
        ("2013-03-20", "It was built in 2010. Work had begun in May of the year before.", {
            "May of the year before": "2009-05",
        }),
        ("2013-03-20", "It was built in 2010. Work had begun in May, the year before.", {
            "May, the year before": "2009-05",
        }),
        ("2013-03-20", "It was built in 2010. It closed on June 7 of the year after.", {
            "June 7 of the year after": "2011-06-07",
        }),
        ("1989-10-20", "It fell eight days after Oct. 12, the day before the vote.", {
            "Oct. 12": "1989-10-12",
        }),
        # "March" and "May" after a preposition are months.
        ("2012-02-13", "The dam was mended before March.", {"before March": "../2011-02"}),
        ("2012-02-13", "The pass opened after May.", {"after May": "2011-06/.."}),
        # A possessive belongs to the noun that is told.
        ("2012-02-13", "The results of Sunday's vote came late.", {"Sunday": "2012-02-12"}),
        # Who answers what nobody foresaw answers what is over; others mark or discuss it.
        ("2010-05-18", "We are troubled by the violence at the mission on Saturday evening.", {
            "Saturday evening": "2010-05-15",
        }),
        ("2010-05-18", "He deplores the murder of a clerk on Thursday.", {
            "Thursday": "2010-05-13",
        }),
        ("2010-05-18", "The mayor regrets the deadly clashes on Friday.", {
            "Friday": "2010-05-14",
        }),
        ("2010-05-18", "The council debates the attack on Friday.", {"Friday": "2010-05-21"}),
        ("2010-05-18", "The town mourns victims of the fire on Sunday.", {
            "Sunday": "2010-05-23",
        }),
        ("2010-05-18", "Police are braced for violence at the match on Sunday.", {
            "Sunday": "2010-05-23",
        }),
        # What is compared is over, what is chosen instead is not.
        ("2013-12-11", "We stand better than in August. It costs more than on May 3.", {
            "August": "2013-08", "May 3": "2013-05-03",
        }),
        ("2013-12-11", "Prices will be higher than in October.", {"October": "2013-10"}),
        ("2013-12-11", "It will be in May rather than in June.", {
            "May": "2014-05", "June": "2014-06",
        }),
        # Proposed in a month, or for one; moved to a town, or to a month.
        ("2023-06-05", "The toll was proposed in October.", {
            "October": "2022-10",
        }),
        ("2023-06-05", "A strike is proposed for October.", {"October": "2023-10"}),
        ("2020-11-04", "He moved to town with his pupils in September.", {
            "September": "2020-09",
        }),
        ("2020-11-04", "The vote has been moved to September.", {"September": "2021-09"}),
        # Since when something is, it is, whatever is to come; "to blame" is no plan.
        ("2013-04-22", "The post, vacant since January, is to be filled in the summer.", {
            "since January": "2013-01/..",
        }),
        ("2013-04-22", "The road, closed since May 3, may be opened in July.", {
            "since May 3": "2012-05-03/..", "July": "2013-07",
        }),
        ("2013-04-22", "Since May 9 is a holiday, banks will close.", {
            "Since May 9": "2013-05-09/..",
        }),
        ("2002-05-17", "Cold weather in late April is to blame. She is to leave in August.", {
            "late April": "2002-04", "August": "2002-08",
        }),
        # Years of their own, in running text.
        ("2016-12-20", "As 2016 draws to a close, few remain.", {"2016": "2016"}),
        ("2020-05-20", "As 2008 drew to its end, banks shut.", {"2008": "2008"}),
        ("2023-05-20", "Aid of FY2018, FY 2020 and FY21.", {
            "FY2018": "2018", "FY 2020": "2020", "FY21": "2021",
        }),
        ("2023-05-20", "Aid of fiscal years 1996 through 2001, and from 1990 to 1995.", {
            "fiscal years 1996 through 2001": "1996/2001", "1990 to 1995": "1990/1995",
        }),
    ],
)  # fmt: skip
def test_clause(published: str, text: str, expected: dict[str, str]) -> None:
    check(published, text, expected)


def test_a_month_that_steps_back_is_not_surely_of_the_year_told() -> None:
    """The inquest follows the wreck: 2011-05 is not said, and 2012-05 is named."""
    may = read("In July 2011 the ship sank. The inquest closed in May.", "2013-09-10")["May"]
    assert str(may.date) in ("None", "2012-05")
    assert {"2011-05", "2012-05"} <= {one.date for one in may.weighed}
