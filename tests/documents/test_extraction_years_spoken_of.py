"""Years that a paragraph speaks of, rows of verbs, and what stands beside the main verb."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

PUBLISHED = "2014-09-20"
CASES = {
    "that was a year": (
        "That was 2007, a year for the record books: on May 6 he beat the champion, on July 8 he "
        "did so on grass.",
        {"May 6": "2007-05-06", "July 8": "2007-07-08"},
    ),
    "it was a year, told in speech": (
        "“It was 1998. I enlisted in April, shipped out in July and spent Christmas in a tent.”",
        {"April": "1998-04", "July": "1998-07", "Christmas": "1998-12-25"},
    ),
    "the year turns": (
        "This was back in 1998. In November he fell ill, and in January he died.",
        {"November": "1998-11", "January": "1999-01"},
    ),
    "a season of a year": (
        "The 2008 season was her best: gold in Oslo on June 6, gold in Zurich on August 29.",
        {"June 6": "2008-06-06", "August 29": "2008-08-29"},
    ),
    "one of a year’s": (
        "Of the 1989 cloudbursts, that of July 12 did the worst damage.",
        {"July 12": "1989-07-12"},
    ),
    "a law of a year is not spoken of": (
        "Under the constitution of 1992 he may not: his term ended on January 22.",
        {"January 22": "2014-01-22"},
    ),
    "a number of them": (
        "Some 2000 workers walked out; 1950 of them were back on Friday.",
        {"1950": "None", "Friday": "2014-09-19"},
    ),
    "amounts": (
        "They took out 2008 cubic metres. Lot 1989 fetched 2010 guilders. The ship, of 2012 gross "
        "tonnes and 1998 horsepower, was built in 1974.",
        {
            "2008": "None",
            "1989": "None",
            "2010": "None",
            "2012": "None",
            "1998": "None",
            "1974": "1974",
        },
    ),
    "amounts, measures and labels": (
        "It cost KZT 2011 and was 1987 times as old. 1999 of 2010 voters said yes, in a town of "
        "1950 souls. Population (2009): 1998. See fn. 2003 and GOST 2004.",
        {
            "2011": "None",
            "1987": "None",
            "1999": "None",
            "1950": "None",
            "2009": "2009",
            "1998": "None",
            "2003": "None",
            "2004": "None",
        },
    ),
    "a dual year": (
        "Baptised on 24 March (Lady Day Eve), 1701/02, he spent his life there.",
        {"24 March": "1702-03-24"},
    ),
    "a row of verbs": (
        "They met on New Year's Eve 1945, married in March, had a son in December and parted the "
        "following summer.",
        {"March": "1946-03", "December": "1946-12"},
    ),
    "a row of participles": (
        "He was sacked in March 2005, jailed in June, then freed in February.",
        {"June": "2005-06", "February": "2006-02"},
    ),
    "a row that ends with what had been": (
        "Orders collapsed in April 2012, came back in June and by October had outrun the yard.",
        {"June": "2012-06", "by October": "../2012-10"},
    ),
    "months that share a year counted on": (
        "Prices rose in 1998. They fell in January, in March and in May of the following year.",
        {"January": "1999-01", "March": "1999-03", "May of the following year": "1999-05"},
    ),
    "a month that heads its sentence": (
        "June 2005: a strike. November: a second. February 2006: a third. May: the plant closes.",
        {"November": "2005-11", "May": "2006-05"},
    ),
    "lines of a chronicle in the present": (
        "1972\nIn April the mine is nationalized. A strike begins on 9 October.\n\n1973\nThe "
        "strike is called off on 22 January; the next day its leaders are arrested.",
        {
            "April": "1972-04",
            "9 October": "1972-10-09",
            "22 January": "1973-01-22",
            "the next day": "1973-01-23",
        },
    ),
    "years that entries begin with": (
        "1847 Famine in the hills. 1848 The diet meets in March. 1849 Russian troops enter on 17 "
        "June; the last fort holds out to 5 October.",
        {"March": "1848-03", "17 June": "1849-06-17"},
    ),
    "the clause of a year": (
        "He told me that in 2011 it had come on 5 November.",
        {"5 November": "2011-11-05"},
    ),
    "a telegram": (
        "EMBASSY TAMRIT 12 DEC 79. AMBASSADOR LEFT.",
        {"12 DEC 79": "1979-12-12"},
    ),
    "a verb that is not said again": (
        "I wrote the first act in January 1978, the third in May.",
        {"May": "1978-05"},
    ),
    "a title": (
        "Winter party, 2010. The last aircraft left on 14 February. The sun set on 22 April.",
        {"14 February": "2010-02-14", "22 April": "2010-04-22"},
    ),
    "the year of her father": (
        "It was seized in February 1948; in May her father was made to work there.",
        {"May": "1948-05"},
    ),
    "a year of a kind": (
        "The flood year of 1953 began mildly enough. January was dry, and it was April before the "
        "first dyke gave way.",
        {"January": "1953-01", "April": "1953-04"},
    ),
    "an aside that goes on": (
        "The airfield, shut in July after its runway cracked, reopened in December 2012.",
        {"July": "2012-07"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_year(case: str) -> None:
    text, told = CASES[case]
    assert dates_told(text, PUBLISHED, told) == told
