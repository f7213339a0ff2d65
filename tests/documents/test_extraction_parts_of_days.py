"""Hours at sea and in the small hours, nths of a month, weekends of feasts, lengths beside days."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction.mentions import timexes

from .dates_told import dates_told

# Wednesday.
PUBLISHED = "2018-06-20"
CASES = {
    "nth of this month": (
        "It closes on the last Friday of this month. It opened on the second Tuesday of "
        "last month.",
        {"the last Friday of this month": "2018-06-29",
         "the second Tuesday of last month": "2018-05-08"},
    ),
    "nth of next month": (
        "It reopens on the first Monday in next month.",
        {"the first Monday in next month": "2018-07-02"},
    ),
    "days of weeks and months": (
        "He left on Friday of last week, and she on the 5th of last month.",
        {"Friday of last week": "2018-06-15", "the 5th of last month": "2018-05-05"},
    ),
    "the 17th": (
        "On or about May 14 he flew out. On or about the 17th he returned. He was to have "
        "reported by the 15th but asked for more time.",
        {"the 17th": "2018-05-17"},
    ),
    "the last day": (
        "He was freed on 3 March, having served his sentence to the last day.",
        {"the last day": "None"},
    ),
    "in words": (
        "The treaty was signed on the twenty-first of December 1991, and ended on the "
        "thirty-first of May.",
        {"the twenty-first of December 1991": "1991-12-21"},
    ),
    "weekends of feasts": (
        "Over the Easter weekend 30 died. The Labor Day weekend of 2017 was dry. Thanksgiving "
        "weekend was wet.",
        {"Easter weekend": "2018-03-31/2018-04-01",
         "Labor Day weekend of 2017": "2017-09-02/2017-09-03",
         "Thanksgiving weekend": "2017-11-25/2017-11-26"},
    ),
    "a length beside the day that it explains": (
        "Membership took effect on 1 June, a decade after the filing of February 2008.",
        {"a decade after": "None", "1 June": "2018-06-01"},
    ),
    "a date beside the day that it explains": (
        "It closed in June 2014, thirteen years after the fire of May 2001.",
        {"thirteen years after": "None"},
    ),
    "the January after a year told": (
        "He is the fifth since August 2009. His predecessor, Wim Arends, won promotion in 2011 but "
        "was sacked the following January.",
        {"the following January": "2012-01"},
    ),
    "a life": (
        "Ada Wilson: 16 April 1938 – 25 June 2017. Eve Marr: 23 May 1950 - 21 March 2018.",
        {"16 April 1938 – 25 June 2017": "1938-04-16/2017-06-25",
         "23 May 1950 - 21 March 2018": "1950-05-23/2018-03-21"},
    ),
    "years with a space": (
        "The war of 1938 – 45 was long.",
        {"1938 – 45": "1938/1945"},
    ),
    "elections counted": (
        "Both parties split over the two 1974 elections. He sold two 1974 ships.",
        {"1974": "1974"},
    ),
    "figures of a letter": (
        "In her letter of 12/07/2018 she had asked for a copy.",
        {"12/07/2018": "None"},
    ),
}  # fmt: skip
TIMES = {
    "at sea": ("At 0412 on 9 December 2002 she sank.", ["2002-12-09T04:12"]),
    "local time": ("At 2041 local time on Monday she sank.", ["2018-06-18T20:41"]),
    "evenings of last and this": (
        "They met last Tuesday evening, and will again this Friday night.",
        ["2018-06-12TEV", "2018-06-22TNI"],
    ),
    "at sea, on a weekday": ("At 1530 on Monday she sank.", ["2018-06-18T15:30"]),
    "hours of today": (
        "At about 10:30 p.m. yesterday police came. They return at 9 a.m. tomorrow, or at noon "
        "today.",
        ["2018-06-19T22:30", "2018-06-21T09:00", "2018-06-20T12:00"],
    ),
    "middles of days": (
        "Shares fell by mid-afternoon on Monday. They had risen on Friday. By mid-morning it was "
        "over.",
        ["2018-06-18TAF", "2018-06-15", "2018-06-15TMO"],
    ),
    "the evening of the sentence, not of an aside": (
        "The water fell on Sunday, and those who fled on June 13 came back in the evening.",
        ["2018-06-17", "2018-06-13", "2018-06-17TEV"],
    ),
    "the evening of an aside": (
        "On June 13 she met a man who fled on June 9 in the evening. Those who fled on June 14 "
        "came back in the morning.",
        ["2018-06-13", "2018-06-09", "2018-06-09TEV", "2018-06-14", "2018-06-14TMO"],
    ),
    "not the night of a limit": (
        "On June 13 a judge banned horns until June 17. That night police came.",
        ["2018-06-13", "2018-06-17", "2018-06-13TNI"],
    ),
    "the night of a limit alone": (
        "The pass was shut until June 13. That night it snowed. On June 14 students camped there "
        "and stayed until June 16. That night they left.",
        ["2018-06-13", "2018-06-13TNI", "2018-06-14", "2018-06-16", "2018-06-16TNI"],
    ),
    "an hour of next Monday": (
        "Polls close at midnight this Friday. It begins at 9 a.m. next Monday and ended at noon "
        "last Thursday. She spoke at 5 p.m. Last Monday he left.",
        [
            "2018-06-22T24:00",
            "2018-06-25T09:00",
            "2018-06-14T12:00",
            "2018-06-14T17:00",
            "2018-06-18",
        ],
    ),
    "a year is no hour": ("At 1912 on the stage he sang.", ["1912"]),
    "small hours": (
        "Shells fell in the small hours of Sunday and in the predawn hours of Monday.",
        ["2018-06-17TMO", "2018-06-18TMO"],
    ),
    "a small house": ("The small house burned on Sunday.", ["2018-06-17"]),
    "noon of a day told": (
        "It began on Friday and ended on Sunday, June 17, at noon.",
        ["2018-06-15", "2018-06-17", "2018-06-17T12:00"],
    ),
    "the night of two days": (
        "Two were hurt during the night of 3-4 June.",
        ["2018-06-03TNI", "2018-06-04"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_parts(text: str, expected: dict[str, str]) -> None:
    assert dates_told(text, PUBLISHED, expected) == expected


@pytest.mark.parametrize(("text", "values"), TIMES.values(), ids=TIMES.keys())
def test_times(text: str, values: list[str]) -> None:
    assert [timex.value for timex in timexes(text, parse(PUBLISHED))] == values
