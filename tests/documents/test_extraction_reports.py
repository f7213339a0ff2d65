"""Dates of reports: old stories amid news, interviews, chronicles, feasts, halves of years."""

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


CASES = {
    "a story of long ago amid news": (
        "2016-11-21",
        "The chairman, who is 61, denies it all. In 2010 he bought a farm. He sold it in October "
        "for twice the price, the union says.",
        {"October": "2010-10"},
    ),
    "an old story goes on in its paragraph alone": (
        "2018-06-22",
        "The ferry has not run since Monday.\n\nIn 2011 another one sank here. Divers found it on "
        "October 2.\n\nThe owners were questioned on June 19.",
        {"October 2": "2011-10-02", "June 19": "2018-06-19"},
    ),
    "years of the background begin no story": (
        "2008-11-21",
        "The lake rose in 1978, drowned two farms and fell again in 1995. It froze on November 11.",
        {"November 11": "2008-11-11"},
    ),
    "a year told on of the same": (
        "2012-04-17",
        "The flood came in 1993. It took the barn in June.",
        {"June": "1993-06"},
    ),
    "a year right before its month": (
        "2015-12-15",
        "He came to us in 2003, in April.",
        {"April": "2003-04"},
    ),
    "the year of the question": (
        "2015-01-30",
        "Q: In 2008 you lost by 40 votes.\n\nA: Yes, on September 7. I did not complain.",
        {"September 7": "2008-09-07"},
    ),
    "a line of a chronicle looks ahead from its own day": (
        "2013-12-20",
        "4 March 2009. The mayor is arrested. He is to be tried by June.\n\n"
        "11 May. He is freed. He had been in the same cell in October 2001.",
        {"by June": "../2009-06", "11 May": "2009-05-11"},
    ),
    "a weekday after a day to come of the same people": (
        "2012-02-13",
        "The ministers meet on Thursday, March 1. They will speak to the press on Friday.",
        {"Friday": "2012-03-02"},
    ),
    "a weekday after a day to come of others": (
        "2012-09-17",
        "The strike begins on October 3. The union will hand in its list on Friday.",
        {"Friday": "2012-09-21"},
    ),
    "what ends on a weekday": (
        "2012-02-13",
        "The campaign started on 5 January and ends on Friday.",
        {"Friday": "2012-02-17"},
    ),
    "a day of the month told before": (
        "2015-05-21",
        "The fleet sailed in June 1798. It took the island on the 12th.",
        {"the 12th": "1798-06-12"},
    ),
    "the same day as one of last year": (
        "2013-10-10",
        "A meeting called for September 14 of last year was put off, for that same day it snowed.",
        {"that same day": "2012-09-14"},
    ),
    "since is past": (
        "2015-02-12",
        "Since March 21 she has not spoken.",
        {"Since March 21": "2014-03-21/.."},
    ),
    "the eve of what is past": (
        "2012-02-13",
        "He quit on the eve of Victory Day.",
        {"Victory Day": "2011-05-09"},
    ),
    "years before a comma": (
        "2012-02-13",
        "Sales fell in 2010. Two years before, they had risen.",
        {"Two years before": "2008"},
    ),
    "a year and its soldiers": ("2014-08-28", "In 1992 soldiers took him.", {"1992": "1992"}),
    "the same month a year earlier": (
        "2016-01-21",
        "Inflation was 13.6 percent in December, compared with 7.4 percent a year earlier.",
        {"a year earlier": "2014-12"},
    ),
    "a year earlier than what was done": (
        "2013-11-07",
        "The ship sank in May 2011. A year earlier it had been sold.",
        {"A year earlier": "2010"},
    ),
    "halves of a year": (
        "2016-02-13",
        "Sales rose in H2 2015, 1H 2014, 2H13, 2012H1 and the last half of 2011, but fell in H1.",
        {"H2 2015": "2015-07/2015-12", "1H 2014": "2014-01/2014-06", "2H13": "2013-07/2013-12",
         "2012H1": "2012-01/2012-06", "the last half of 2011": "2011-07/2011-12"},
    ),
    "a quarter behind its year": ("2016-02-13", "Output in 2014Q4 fell.", {
        "2014Q4": "2014-10/2014-12",
    }),
    "the first half of which results are known": (
        "2012-02-13",
        "First-half profit fell.",
        {"First-half": "2011-01/2011-06"},
    ),
    "Easter alone": (
        "2012-08-13",
        "Schools reopened after Easter; Easter eggs were sold. He had left last Easter.",
        {"after Easter": "2012-04-09/..", "last Easter": "2012-04-08"},
    ),
    "Easter of another year": (
        "2005-04-06",
        "They will report before Easter of next year.",
        {"before Easter of next year": "../2006-04-15"},
    ),
    "Easter of the Orthodox": ("2012-02-13", "He will be freed by Orthodox Easter.", {
        "Easter": "2012-04-15",
    }),
    "a feast after what was told": (
        "2012-02-13",
        "He was jailed in May 1940. The following Easter he was freed, and that Christmas he died.",
        {"The following Easter": "1941-04-13", "that Christmas": "1941-12-25"},
    ),
    "quarter days": (
        "1899-05-05",
        "They had paid nothing since Lady Day. They must leave before Michaelmas.",
        {"since Lady Day": "1899-03-25/..", "before Michaelmas": "../1899-09-28"},
    ),
    "a quarter day with its year": ("1794-12-01", "He left the farm before Lady Day 1794.", {
        "before Lady Day 1794": "../1794-03-24",
    }),
    "feasts of the moon are known roughly": (
        "2012-11-13",
        "Talks broke off before Ramadan and went on after Eid al-Fitr.",
        {"before Ramadan": "../2012-07-20~", "after Eid al-Fitr": "2012-08-19~/.."},
    ),
    "the first Friday, the last Sunday": (
        "2014-03-20",
        "He came on the first Friday of August 1985. The race is run on the last Sunday in April.",
        {"the first Friday of August 1985": "1985-08-02", "the last Sunday in April": "2014-04-27"},
    ),
    "the week of a day": (
        "2012-02-13",
        "The next session is in the week of March 5.",
        {"the week of March 5": "2012-03-05/2012-03-11"},
    ),
    "the last week of a month has no year of its own": (
        "2009-12-19",
        "The army took the town on 31 August 1918. During the last week of August it rested.",
        {"the last week of August": "1918-08"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_dates_of_reports(case: str) -> None:
    published, text, expected = CASES[case]
    found = meanings(text, published)
    assert {phrase: found.get(phrase) for phrase in expected} == expected


def test_a_weekday_that_fits_no_year_of_late_is_said_to_be_wrong() -> None:
    found = extract("The committee met on Friday, 12 January.", parse("2012-01-30"))[0]
    assert str(found.date) == "2012-01-12"
    assert found.fault == "12 January 2012 was a Thursday, not a Friday"
    assert found.is_doubtful


def test_a_story_told_by_the_way_is_not_said_to_be_sure() -> None:
    text = "She was tried in 2011, after a strike. He was freed in May."
    found = extract(text, parse("2013-09-10"))[-1]
    assert found.is_doubtful
    assert {one.date for one in found.weighed[:2]} == {"2011-05", "2013-05"}
