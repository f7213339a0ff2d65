"""The year of a day or month that stands behind it: of a thing, aside, told next, in words."""

from __future__ import annotations

import pytest

from .dates_told import values_told

PUBLISHED = "2012-06-02"
OF_THINGS = {
    "The December riots in 1986 were crushed.": ["1986-12", "1986"],
    "The January elections of 1999 were flawed.": ["1999-01", "1999"],
    "The December vote, in 2005, was flawed.": ["2005-12", "2005"],
    "It was a cold December day in 1986.": ["1986-12", "1986"],
    "On a July evening in 2009 he left.": ["2009-07", "2009"],
    "The August coup attempt of 1991 failed.": ["1991-08", "1991"],
    "January's election in 1999 was flawed.": ["1999-01", "1999"],
    "The November 12 riots of 1986 were crushed.": ["1986-11-12", "1986"],
    "The April-May protests of 1998 failed.": ["1998-04", "1998-05", "1998"],
    "The December trip to Moscow in 2004 failed.": ["2004-12", "2004"],
    "The May Day parade in 1990 was the last.": ["1990-05-01", "1990"],
    "On November 11 in 2005 he was found dead.": ["2005-11-11", "2005"],
    "He was born on March 3 in Almaty in 1965.": ["1965-03-03", "1965"],
    "The events of March 16 and 17 in Almaty in 1986 are known.": [
        "1986-03-16",
        "1986-03-17",
        "1986",
    ],
    "In the 1999 election in January he won.": ["1999", "1999-01"],
    "The 1999 vote of January 10 was flawed.": ["1999", "1999-01-10"],
    "The 2005 presidential election was held on December 4.": ["2005", "2005-12-04"],
    "The 2007 Mazhilis elections were set for August 18.": ["2007", "2007-08-18"],
    "The 1995 constitution, adopted on August 30, is in force.": ["1995", "1995-08-30"],
}
NOT_OF_THINGS = {
    "The May report on arms in 2010 says so.": ["2012-05", "2010"],
    "The January vote was the first in 2010.": ["2012-01", "2010"],
    "He said in May profits in 2009 fell.": ["2012-05", "2009"],
    "The February talks produced a deal in 2010 terms.": ["2012-02", "2010"],
    "The May total of 1998 cars was a record.": ["2012-05"],
    "The 1995 law, amended on August 30, is in force.": ["1995", "2011-08-30"],
}
ASIDE = {
    "In January (it was 1999) he won.": ["1999-01", "1999"],
    "In April and again in August, both in 1995, they voted.": ["1995-04", "1995-08", "1995"],
    "They voted on May 29 and August 30 (both 1995).": ["1995-05-29", "1995-08-30", "1995"],
    "In December, at the end of 1997, the capital moved.": ["1997-12", "1997"],
    "One day in December, back in 1997, it moved.": ["1997-12", "1997"],
    "The vote of January 10 that year (1999) was flawed.": ["1999-01-10", "1999"],
    "On November 17 of that same year, 1986, crowds met.": ["1986-11-17", "1986"],
    "The parliament elected in May of that year (1999) sat long.": ["1999-05", "1999"],
}
TOLD_NEXT = {
    "On November 16, a crowd gathered. The year was 1986.": ["1986-11-16", "1986"],
    "On May 3 troops came. On May 9 the town fell. It was 1944.": [
        "1944-05-03",
        "1944-05-09",
        "1944",
    ],
    "On August 19 tanks rolled in. It was 1991, and nobody knew why.": ["1991-08-19", "1991"],
    "On November 17, students marched. That was in 1986.": ["1986-11-17", "1986"],
    # Another scene may begin here.
    "On May 28 he resigned. It was 1991, and he was young, when he began.": ["2012-05-28", "1991"],
    "On May 3 the mill burned. It was 1944 before anybody came.": ["2012-05-03", "1944"],
}
FROM_EVENTS = {
    "In April, five years after the revolution of 2005, he fell.": ["2010-04", "2010", "2005"],
    "He left in May, a decade after the 1991 coup.": ["2001-05", "2001", "1991"],
    "It opened on May 12, nearly 30 years after work began in 1983.": ["2012-05-12", "1983"],
    "He died on November 11, weeks before the vote of December 4, 2005.": [
        "2005-11-11",
        "2005-12-04",
    ],
    "It was signed on 20 December, weeks before the vote of 10 January 1999.": [
        "1998-12-20",
        "1999-01-10",
    ],
    "It was signed on 20 December, weeks before the 1999 vote.": ["1998-12-20", "1999"],
    "It was signed on 20 May, shortly after the 1999 vote.": ["1999-05-20", "1999"],
    # The vote can have been on the days before or at the end of the year before.
    "It was signed on 5 January, days after the 1999 vote.": ["2012-01-05", "1999"],
    "In April 2010, five years after the March revolution, he fell.": ["2010-04", "2005-03"],
    "It left in April 1995, a month before the May blast.": ["1995-04", "1995-05"],
    "He came on April 24, 1990, and 19 months later, on December 1, was elected.": [
        "1990-04-24",
        "1991-11",
        "1991-12-01",
    ],
    "He won on April 24, 1990, and on December 1 the year after.": ["1990-04-24", "1991-12-01"],
    "After arriving on October 14, they left on November 20, 1994.": ["1994-10-14", "1994-11-20"],
    "Having arrived on December 14, they left on January 20, 1995.": ["1994-12-14", "1995-01-20"],
    "They voted before the day of 10 May 1995. The day after the fire of 9 June 2011 he fled.": [
        "1995-05-10",
        "2011-06-10",
        "2011-06-09",
    ],
    "The term begins on September 1 and ends on May 25.": ["2012-09-01", "2013-05-25"],
    "The trial opened in November 2010 and closed in May.": ["2010-11", "2011-05"],
    "On December 4, a Sunday, he won.": ["2011-12-04"],
    "On December 15 (a Wednesday) he won.": ["2010-12-15"],
    "On December 15 - a Wednesday - he won.": ["2010-12-15"],
    "On May 3, hours after the verdict, he spoke.": ["2012-05-03"],
}


IN_FULL = {
    "Done this fourteenth day of February, nineteen hundred and ninety-four.": ["1994-02-14"],
    "Done this first day of March, one thousand nine hundred and ninety-five.": ["1995-03-01"],
    "Done this last day of March, nineteen hundred and ninety-five.": ["1995-03-31"],
    "Signed on May 3, two thousand and six, in Astana.": ["2006-05-03"],
    "On May 3, two thousand people marched.": ["2012-05-03"],
    "On May 3, two thousand and six people marched.": ["2012-05-03"],
}
NIGHTS = {
    "On the night of November 16-17, 1986, crowds met.": ["1986-11-16TNI", "1986-11-17"],
    "On the night of January 5 to 6 crowds met.": ["2012-01-05TNI", "2012-01-06"],
}


BESIDE = {
    "Resolution 1973 (2011), adopted by the Council on 17 March, said so.": ["2011", "2011-03-17"],
    "Resolution 1546 (2004) of 8 June endorsed it.": ["2004", "2004-06-08"],
    "Resolutions 822 (30 April 1993), 853 (29 July) and 884 (12 November) say so.": [
        "1993-04-30",
        "1993-07-29",
        "1993-11-12",
    ],
    "Resolutions 822 of April 30, 853 of July 29 and 884 of November 12, 1993, say so.": [
        "1993-04-30",
        "1993-07-29",
        "1993-11-12",
    ],
    "The note of December 28 and the reply of January 14, 2010 are an agreement.": [
        "2009-12-28",
        "2010-01-14",
    ],
    "The 1995 constitution was adopted on July 5.": ["1995", "1995-07-05"],
    "The 1992 Treaty of Tashkent was signed on July 15.": ["1992", "1992-07-15"],
    "The 1988 Spitak earthquake of December 7 killed many.": ["1988", "1988-12-07"],
    "The mandate, extended on 13 February 2009 to 15 June, was not renewed.": [
        "2009-02-13",
        "2009-06-15",
    ],
    "The permit was issued on 5 July 2011 and expires on 4 July.": ["2011-07-05", "2012-07-04"],
    "On January 25, 2002, he signed it; on January 17 he extended it.": [
        "2002-01-25",
        "2003-01-17",
    ],
    "It was founded on May 28, 1918; the 94th anniversary was kept on May 28.": [
        "1918-05-28",
        "2012-05-28",
    ],
    "She traveled to Stockholm on June 2-3.": ["2012-06-02", "2012-06-03"],
}


STORIES = {
    "The revolt broke out in October 1905. By March the army had won.": ["1905-10", "1906-03"],
    "He was ordained in May 1903, made bishop in November, and sent to Omsk in June 1911.": [
        "1903-05",
        "1903-11",
        "1911-06",
    ],
    "The 1986 riots, which began on 17 December, left two dead.": ["1986", "1986-12-17"],
    "The 1991 coup collapsed on 21 August.": ["1991", "1991-08-21"],
    "The Senate passed the bill in June; the President signed it on July 2, 1964.": [
        "1964-06",
        "1964-07-02",
    ],
    "The armistice was signed on 11 November; on 18 January 1919 the talks began.": [
        "1918-11-11",
        "1919-01-18",
    ],
    "The blockade began in June 1948 and was not lifted until May.": ["1948-06", "1949-05"],
    "They named a premier on May 8; the last had been in office since April 2001.": [
        "2012-05-08",
        "2001-04",
    ],
}
NEWS = {
    "2014-12-29": {
        "Greece faces early elections on January 25 after a vote failed on Monday.": [
            "2015-01-25",
            "2014-12-29",
        ],
        "The charges stem from riots in November.": ["2014-11"],
    },
    "2016-01-04": {
        "Cameron's re-election in May was a surprise.": ["2015-05"],
        "Obama won re-election in November and will speak on January 20.": [
            "2015-11",
            "2016-01-20",
        ],
        "He lost his bid for re-election in November.": ["2015-11"],
        "The deadline of December 31 passed without a deal.": ["2015-12-31"],
        "The company missed a December 31 deadline.": ["2015-12-31"],
        "The December 31 deadline has expired.": ["2015-12-31"],
        "Iowa votes on Feb. 1, followed by New Hampshire on Feb. 9.": ["2016-02-01", "2016-02-09"],
        "Iowa votes on Feb. 1, followed by others in February.": ["2016-02-01", "2016-02"],
        "Doctors announced strikes on January 12, January 26 and February 10.": [
            "2016-01-12",
            "2016-01-26",
            "2016-02-10",
        ],
    },
}


@pytest.mark.parametrize(
    ("published", "text"), [(day, text) for day, texts in NEWS.items() for text in texts]
)
def test_what_is_over_and_what_is_faced(published: str, text: str) -> None:
    assert values_told(text, published) == NEWS[published][text]


@pytest.mark.parametrize(
    "text",
    [
        *OF_THINGS,
        *NOT_OF_THINGS,
        *ASIDE,
        *TOLD_NEXT,
        *FROM_EVENTS,
        *IN_FULL,
        *NIGHTS,
        *BESIDE,
        *STORIES,
    ],
    ids=str,
)
def test_the_year_behind_a_day_or_month(text: str) -> None:
    cases = (
        OF_THINGS
        | NOT_OF_THINGS
        | ASIDE
        | TOLD_NEXT
        | FROM_EVENTS
        | IN_FULL
        | NIGHTS
        | BESIDE
        | STORIES
    )
    assert values_told(text, PUBLISHED) == cases[text]
