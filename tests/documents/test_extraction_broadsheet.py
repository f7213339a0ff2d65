"""Dates as long articles, letters and minutes tell them, whose story goes back and forth."""

from __future__ import annotations

import pytest

from .dates_told import values_told

PUBLISHED = "2006-06-28"  # a Wednesday
CASES = {
    "how it unfolded, below what is planned": (
        "They will camp again next summer.\n\nHow the search unfolded:\n\nJune 17: The parents "
        "call.\n\nJune 20: Hail grounds all aircraft.",
        ["2007-SU", "2006-06-17", "2006-06-20"],
    ),
    "what is ahead, below a line that says so": (
        "The week ahead:\n\nJuly 3: The court sits.\n\nJuly 5: A vote.",
        ["2006-07-03", "2006-07-05"],
    ),
    "a quotation that looks back, behind a quarter": (
        'Sales fell 4 percent in the second quarter of 2005.\n\n"A year ago I sold all I had," she '
        "said. In the first quarter of 2005 they rose, after a fall a year ago.",
        ["2005-Q2", "2005", "2005-Q1", "2004-Q1"],
    ),
    "what one is accused of, behind the day": (
        "A man is due to appear in court on Friday accused of theft. Two are set to stand trial on "
        "Monday charged with arson.",
        ["2006-06-30", "2006-07-03"],
    ),
    "what a ruling will or could do": (
        "Scholars said Monday's decision could help veterans. Tuesday's ruling will force banks to "
        "pay. Friday's decision will be watched. The April verdict, which freed her, is to be "
        "reviewed in July. After Sunday's resignations it is put off.",
        ["2006-06-26", "2006-06-27", "2006-06-30", "2006-04", "2006-07", "2006-06-25"],
    ),
    "an anniversary on either side of its day": (
        "The ship went down 10 years ago Friday. The law was passed two years ago Monday.",
        ["1996-06-30", "2004-06-26"],
    ),
    "days of a story of long ago, in news": (
        "Officials said on Tuesday that it was closed.\n\nThe Mary Dolan left port on May 9, 2001, "
        "with fair weather expected. Its last call came at 2:35 p.m. on May 12. The search was "
        "given up three days later. Yesterday a bell rang.",
        [
            *("2006-06-27", "2001-05-09", "2001-05-12T14:35", "2001-05-15", "2006-06-27"),
        ],
    ),
    "a letter": (
        "Your card of the 2nd came on Tuesday. The rest of the 2nd team left on Monday.",
        ["2006-06-02", "2006-06-27", "2006-06-26"],
    ),
    "an amount written short": (
        "It had lost £40m in the first half of the year. It lost $3bn in May and €2k in June.",
        ["2006-H1", "2006-05", "2006-06"],
    ),
    "an agenda in numbers": (
        "Agenda for 5 July\n1. Matters arising from 19 April\n2. Budget for 2007\n3. Repairs",
        ["2006-07-05", "2006-04-19", "2007"],
    ),
    "what is awaited": (
        "Trading will not resume until the plan has been put to holders on 3 August. He goes free "
        "once the fine has been paid on 4 August. It has been put to them on 3 May.",
        ["2006-08-03", "2006-08-04", "2006-05-03"],
    ),
    "a delay": (
        "A minister said a delay until the fall was talked about. They agreed to a postponement "
        "until October. In 1999 they had agreed to a delay until May.",
        ["2006-FA", "2006-10", "1999", "1999-05"],
    ),
    "a present of long ago below its year": (
        "1848\nIn February the crowd turns out its king. By 13 March he is packing.",
        ["1848", "1848-02", "1848-03-13"],
    ),
    "a state of a year, and its days": (
        "A vote was held on June 27, 2006.\n\nSuch deaths were common throughout 2005. On May 14, "
        "a detainee died; three days later a case was opened against two men, who were suspended "
        "the following month.",
        ["2006-06-27", "2005", "2005-05-14", "2005-05-17", "2005-06"],
    ),
    "counted from what was said, not from what was planned": (
        "The council ruled on 19 August 2005 that the vote must be held on the first Sunday of "
        "December, and the date was set 19 days later.",
        ["2005-08-19", "2005-12-04", "2005-09-07"],
    ),
    "what should have been": (
        "The rains that should have come in October were late. It will publish a report that it "
        "was to have delivered in August. It was to have met on August 4.",
        ["2005-10", "2005-08", "2006-08-04"],
    ),
    "what is only supposed": (
        "Were the yard to shut in September, the ship laid down in May would be lost.",
        ["2006-09", "2006-05"],
    ),
    "bought for a day": (
        "Tickets bought for Saturday will be honored. Coupons issued for May will remain valid.",
        ["2006-07-01", "2006-05"],
    ),
    "another winter": ("It will not hold for another winter.", []),
    "by the weekday": (
        "He paid the rent on Friday 9 June and was gone by the Sunday.",
        ["2006-06-09", "2006-06-11"],
    ),
    "what had been before what a picture shows": (
        "Villagers wade along the lane on June 20, the dam having burst on Saturday.",
        ["2006-06-20", "2006-06-17"],
    ),
    "a row that begins with a season": (
        "He conceived it in spring 1961, had an act done by August and fell ill in January. She "
        "wrote it in the winter of 1970, sold it in March.",
        ["1961-SP", "1961-08", "1962-01", "1970-WI", "1971-03"],
    ),
    "a month that makes amends": (
        "February was the driest since 1965; March made amends with 140 mm. May made her case.",
        ["2006-02", "1965", "2006-03"],
    ),
    "an hour with a dot": (
        "They gave way at 4.30 this morning. It cost 4.30 this year.",
        ["2006-06-28T04:30", "2006"],
    ),
}


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_broadsheet(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values
