"""Dates as pages of news post them: above the text, in captions, in reports of matches."""

from __future__ import annotations

import pytest

from .dates_told import values_told

PUBLISHED = "2011-09-08"  # a Thursday
KINDS: dict[str, dict[str, list[str]]] = {
    "figures with which a page is posted": {
        "Posted 09/08/2011\n\nA guard was hurt.": ["2011-09-08"],
        "Mill shuts\n\nUPDATED 09/08/2011 at 11:00 AM\n\nHe left.": ["2011-09-08", "2011-09-08"],
        "Mill shuts\n\n09/07/11, by a reporter\n\nHe left.": ["2011-09-07"],
        "Originally published on 08/09/2011\n\nHe left.": ["2011-09-08"],
        "A levy of 08/09/2011 was dropped.": ["2011-XX-XX"],
    },
    "a dot behind a month in full": {
        "Port City\n\nFri., May. 6, 2011 11:45 AM\n\nHe left.": ["2011-05-06"],
        "It was sold in May. 3 clerks left.": ["2011-05"],
    },
    "an hour behind a hyphen is no second year": {
        "Mill shuts\n\nSeptember 7, 2011-4:43 pm\n\nHe left.": ["2011-09-07", "2011-09-07"],
        "It ran for a term (2011-4).": ["2011", "2014"],
    },
    "a day named beside a word of news that was repeated later": {
        "The line was cut this morning 5th September, the firm said.": [
            *("2011-09-05", "2011-09-05"),
        ],
        "“Power came back last night (4 September 2011),” it read.": ["2011-09-04", "2011-09-04"],
        "It was restored today (6 September 2011), it said.": ["2011-09-06", "2011-09-06"],
        "It was restored yesterday, it said.": ["2011-09-07"],
    },
    "the week before its weekday": {
        "Last week Friday the ferry sank.": ["2011-09-02"],
        "It is to sail next week Monday.": ["2011-09-12"],
        "In the council this week\nTuesday: the Ports Bill is read.": ["2011-W36", "2011-09-13"],
    },
    "a length that is left open": {
        "It will have crews there over the next day or two.": [],
        "Prices fell in the last week or so.": [],
        "It will have crews there the next day, it said.": ["XXXX-XX-XX"],
    },
    "in sum": {
        "At the end of the day, it is for the voters to choose.": [],
        "At the end of the day, 40 had been held.": ["XXXX-XX-XX"],
    },
    "captions": {
        "Beams of the old mill smolder Tuesday morning in Ayr.": ["2011-09-06"],
        "A girl hugs her father on Monday in Ayr.": ["2011-09-05"],
        "The court hears the appeal Tuesday.": ["2011-09-13"],
    },
    "what was reported has happened": {
        "He would not strike back for the reported shelling of a pass in the north on Tuesday.": [
            "2011-09-06"
        ],
        "They will pay for the deadly fire at the mill on Monday.": ["2011-09-05"],
    },
    "addresses": {
        "See http://www.paper.example/2010/apr/28/mill-burns and www.wire.example/2010-03-04.": [],
        "See https://wire.example/2010/05/03/.\n\nOn May 3, 2010, it closed.": ["2010-05-03"],
    },
    "matches": {
        "A touchdown and a fumble in the fourth quarter, said the coach, decided it.": [],
        "He went scoreless in the first half on Friday.": ["2011-09-02"],
        "The Colts scored late. A quarterback led them in the third quarter.\n\n"
        "A field goal tied it.\n\nThen came another fourth quarter comeback.": [],
        "The drive ate up 6:05 of the clock, and he missed with 10:00 to play.": [],
        "Profit fell 5 percent in the first quarter, said the coach maker.": ["2011-Q1"],
    },
    "names with a weekday or a year": {
        "It comes ahead of Patch Tuesday.": [],
        "Windows Server 2003, 2008 and 2012 are at risk.": [],
        "He was hit by a 2008 Bentley.": [],
    },
    "ages": {
        "In his early 20's he was a tailor; in their late twenties they left.": [],
        "It was sold in the early 1920s, before his 1930s films.": ["192", "193"],
    },
    "units that roll on": {
        "It is the largest quake there for the past month.": [],
        "Wages fell over the last decade.": [],
        "It could happen in two or three years.": [],
        "It will happen in a year or two.": [],
        "It will happen in two years.": ["2013"],
    },
    "the year before a feast, and counted in two units": {
        "She was first seen in the 2009 Christmas special.": ["2009", "2009-12-25"],
        "It was posted 1 year, 160 days ago.": ["2010"],
        "It shut 2 years, 3 months ago.": ["2009-06"],
    },
    "hours of other zones, and lines of when a page was posted": {
        "It was updated at 0947 GMT (1747 HKT).": ["2011-09-08", "2011-09-08"],
        "Posted September 6, 2011 - 3:47pm Updated September 7, 2011 - 6:56am\n\nHe left.": [
            *("2011-09-06", "2011-09-06", "2011-09-07", "2011-09-07"),
        ],
    },
    "no entry of a list": {
        "It will be another body - this Christmas. The special is set for November.": [
            *("2011-12-25", "2011-11"),
        ],
    },
}
CASES = [(text, expected) for kind in KINDS.values() for text, expected in kind.items()]
NAMES = [f"{name} {number}" for name, kind in KINDS.items() for number in range(len(kind))]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=NAMES)
def test_posted_lines(text: str, expected: list[str]) -> None:
    told = [value.partition("T")[0] for value in values_told(text, PUBLISHED)]
    assert [value for value in told if value and not value.startswith("P")] == expected


def test_who_looks_ahead_on_a_sunday_means_the_week_that_begins() -> None:
    assert values_told("He is expected to rejoin them this week.", "2012-12-23") == ["2012-W52"]
    assert values_told("He rejoined them this week.", "2012-12-23") == ["2012-W51"]
    assert values_told("He is expected to rejoin them this week.", "2012-12-20") == ["2012-W51"]
