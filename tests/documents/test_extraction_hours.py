"""Kinds of hours and parts of days: those of votes, of trading, of the day of the news."""

from __future__ import annotations

import pytest

from .dates_told import times_told

# Each with its day of publication, the text, and the TIMEX3 values of what it tells.
CASES = {
    "the hours of a vote are of its day": (
        "2016-09-11",
        "Islanders went to the polls on Sunday.\n\nPolling stations opened at 7 a.m. and close at "
        "6 p.m.",
        {"7 a.m.": "2016-09-11T07:00", "6 p.m.": "2016-09-11T18:00"},
    ),
    "those of a shop are of every day": (
        "2016-09-11",
        "The shop burned on Friday.\n\nIt had opened at 7 a.m. and closed at 6 p.m.",
        {"7 a.m.": "XXXX-XX-XXT07:00", "6 p.m.": "XXXX-XX-XXT18:00"},
    ),
    "which day election day was is not told beside it": (
        "2015-06-12",
        "The mission opened on 29 April. On election day, polling stations opened at 7:00 and "
        "closed at 20:00.",
        {"7:00": "XXXX-XX-XXT07:00", "20:00": "XXXX-XX-XXT20:00"},
    ),
    "what is over was not in the morning of a day to come": (
        "2016-09-11",
        "Results are expected early on Monday. The premier voted in the morning. A crowd met at "
        "9 a.m.",
        {"the morning": "2016-09-11TMO", "9 a.m.": "2016-09-11T09:00"},
    ),
    "an hour of the newswire behind what had been": (
        "2018-04-30",
        "Shares, which had closed at 251 pence on Friday, were up 17 percent by 0815 GMT.",
        {"0815 GMT": "2018-04-30T08:15"},
    ),
    "trading of the day of the news": (
        "2008-10-15",
        "The plant said on Monday that it would shut.\n\nShares fell 64 cents to $2.41 in "
        "afternoon trading. Copper had fallen in morning trading on Tuesday.",
        {"afternoon": "2008-10-15TAF"},
    ),
    "by noon": (
        "2011-01-31",
        "About half of the students had registered by noon. By night all had gone.",
        {"noon": "2011-01-31T12:00"},
    ),
    "hours that make whole days": (
        "1998-07-14",
        "He won on Tuesday. He had crashed 24 hours earlier. She fell on Sunday and woke 48 hours "
        "later.",
        {"24 hours earlier": "1998-07-13", "48 hours later": "1998-07-14"},
    ),
    "an hour some days on": (
        "2018-01-08",
        "The rocket goes to the pad on January 22, and liftoff is set for 5:02 three days later.",
        {"5:02": "2018-01-25T05:02"},
    ),
    "a part of the day of publication can still come": (
        "2012-01-09",
        "The leaders can go clear on Monday night. A shaft should be ready by Monday afternoon. "
        "Envoys are due back on Monday evening.",
        {"Monday night": "2012-01-09TNI", "Monday afternoon": "2012-01-09TAF",
         "Monday evening": "2012-01-09TEV"},
    ),
    "stamps with their hour": (
        "2014-03-13",
        "Posted: Mon 4:52 PM, March 10, 2014\n\nMarch 13, 2014, 8:47 p.m.\n\n"
        "March 12, 2014 14:20\n\nTUESDAY, MARCH 11, 2014, 1:08 P.M.\n\nMon 3 Feb 2014 06.00 GMT",
        {"4:52 PM, March 10, 2014": "2014-03-10T16:52",
         "March 13, 2014, 8:47 p.m.": "2014-03-13T20:47",
         "March 12, 2014 14:20": "2014-03-12T14:20",
         "TUESDAY, MARCH 11, 2014, 1:08 P.M.": "2014-03-11T13:08",
         "Mon 3 Feb 2014 06.00": "2014-02-03T06:00"},
    ),
    "midnight and noon of a clock": (
        "2014-03-13",
        "It began at 12 a.m. on Monday and ended at 12:30 p.m. on Tuesday.",
        {"12 a.m. on Monday": "2014-03-10T00:00", "12:30 p.m. on Tuesday": "2014-03-11T12:30"},
    ),
    "an hour before a part of a day": (
        "2012-07-05",
        "A centre opened at 8 this morning. He left at 9 last night.",
        {"8 this morning": "2012-07-05T08:00", "9 last night": "2012-07-04T21:00"},
    ),
    "hours beside a part of a day": (
        "2012-11-04",
        "The water came at 8:15 Monday evening. The shift ended at 11 o'clock last night. It "
        "is due at 2 o'clock this afternoon. It opened at 9:00 this morning.",
        {"8:15 Monday evening": "2012-10-29T20:15", "11 o'clock last night": "2012-11-03T23:00",
         "2 o'clock this afternoon": "2012-11-04T14:00", "9:00 this morning": "2012-11-04T09:00"},
    ),
    "after midnight of a night": (
        "2014-05-14",
        "The bridge fell at 2 last night. A guard had called at 12:15 Monday night. The crew left "
        "at 11 last night and ate at 5:30 last night. The ferry sank at two at night on Sunday.",
        {"2 last night": "2014-05-14T02:00", "12:15 Monday night": "2014-05-13T00:15",
         "11 last night": "2014-05-13T23:00", "5:30 last night": "2014-05-13T17:30",
         "two at night on Sunday": "2014-05-11T02:00"},
    ),
    "hours after one in a part of a day": (
        "2014-05-14",
        "The bus left at 8:15 Monday evening. Two hours later it burned.",
        {"Two hours later": "2014-05-12T22:15"},
    ),
    "an hour in the part of the day told in its sentence": (
        "2014-05-14",
        "On Sunday night he called, and at 11:40 he left. On Monday afternoon it rained, but at "
        "5:15 it was dry. On Tuesday morning she rose at 6:30.",
        {"11:40": "2014-05-11T23:40", "5:15": "2014-05-12T17:15", "6:30": "2014-05-13T06:30"},
    ),
    "as of an hour": (
        "2019-06-13",
        "The tenge hit a low on Sunday.\n\nIt was at 384.6 per dollar as of 1:30 p.m.",
        {"1:30 p.m.": "2019-06-13T13:30"},
    ),
    "an hour to come today": (
        "2000-06-06",
        "A train is due to leave at 11 p.m. Tuesday.",
        {"11 p.m. Tuesday": "2000-06-06T23:00"},
    ),
    "an hour right behind its day": (
        "1995-11-14",
        "On Monday it adjourned until tomorrow at 10 a.m.",
        {"tomorrow at 10 a.m.": "1995-11-15T10:00"},
    ),
    "two hours of one day": (
        "2003-11-04",
        "A ferry sank on Monday. It went down between 2:30 and 3 a.m., police said. The first call "
        "came at 2:40 a.m. and help at 3:15 a.m.",
        {"2:30": "2003-11-03T02:30", "3 a.m.": "2003-11-03T03:00", "2:40 a.m.": "2003-11-03T02:40",
         "3:15 a.m.": "2003-11-03T03:15"},
    ),
    "the day of a vote, not the one told last": (
        "2005-02-28",
        "The vote on 27 February was calm. Power was restored only on Friday.\n\nPolling stations "
        "opened at 07:00 and closed at 20:00.",
        {"07:00": "2005-02-27T07:00", "20:00": "2005-02-27T20:00"},
    ),
    "hours in four figures": (
        "2016-08-22",
        "It had arrived at about 1715 on August 13, 2016, and was to have left at 1830. At 1990 "
        "prices it is dear.",
        {"1715 on August 13, 2016": "2016-08-13T17:15", "1830": "2016-08-13T18:30",
         "1990": "1990"},
    ),
    "an hour with its zone": (
        "2011-11-28",
        "Shares were down 14c at 11.30am WST, after closing on Friday at $1.84.",
        {"11.30am": "2011-11-28T11:30"},
    ),
    "and it can be over": (
        "2012-01-09",
        "The leaders drew on Monday night. They drew on Sunday night.",
        {"Monday night": "2012-01-09TNI", "Sunday night": "2012-01-08TNI"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_hours(case: tuple[str, str, dict[str, str]]) -> None:
    published, text, expected = case
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
