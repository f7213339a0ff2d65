"""Kinds of hours: of live coverage, of updates, behind days, of things that leave, of a story."""

from __future__ import annotations

import pytest

from .dates_told import times_told

# Each with its day of publication, the text, and the TIMEX3 values of what it tells.
CASES = {
    "stamps at the head of paragraphs": (
        "2010-04-19",
        "Skies empty: live\n\n- Airports to open at 7am tomorrow\n\n7.10am Good morning. The skies "
        "have been empty since Thursday.\n\n9.50am The navy is to help. We were to go home on "
        "Friday.\n\n1.05pm The marathon on Sunday has lost runners.",
        {"7.10am": "2010-04-19T07:10", "9.50am": "2010-04-19T09:50", "1.05pm": "2010-04-19T13:05"},
    ),
    "with a colon or a dash behind": (
        "2016-06-24",
        "Vote live\n\n5:15 PM: The leader has resigned. He was chosen in May 2010.\n\n2:40 PM: "
        "Markets are falling. They had risen on Thursday.\n\n11:05 AM: The count is over.",
        {"5:15 PM": "2016-06-24T17:15", "2:40 PM": "2016-06-24T14:40",
         "11:05 AM": "2016-06-24T11:05"},
    ),
    "with a zone and a dash": (
        "2016-06-24",
        "7.10am BST – The count began late on Thursday.\n\n8.30am BST – The last box came in. "
        "It was due on Thursday.\n\n10am BST – It is over.",
        {"7.10am": "2016-06-24T07:10", "8.30am": "2016-06-24T08:30", "10am": "2016-06-24T10:00"},
    ),
    "figures with a colon": (
        "2016-06-24",
        "18:20 We are closing. The road has been shut since Monday.\n17:05 The council meets on "
        "Tuesday.\n15:40 A man was found, the police say.",
        {"18:20": "2016-06-24T18:20", "17:05": "2016-06-24T17:05", "15:40": "2016-06-24T15:40"},
    ),
    "bare figures with a dot, alone in their lines": (
        "2024-04-06",
        "Storm live\n\n18.20\nWe are closing this page. The road is shut until Monday.\n\n17.05\n"
        "The council meets on Tuesday.\n\n14.25\nSome people, missing since Thursday, were found.",
        {"18.20": "2024-04-06T18:20", "17.05": "2024-04-06T17:05", "14.25": "2024-04-06T14:25"},
    ),
    "bare figures with a dot before their notes": (
        "2024-04-06",
        "9.15 The gates have opened. Rain fell on Friday.\n\n10.40 The first race was won by a "
        "colt bought in 2022.\n\n14.25 The stands are full.",
        {"9.15": "2024-04-06T09:15", "10.40": "2024-04-06T10:40", "14.25": "2024-04-06T14:25"},
    ),
    "below a day in a line of its own": (
        "2010-04-21",
        "Ash: as it happened\n\nTuesday 20 April\n\n7.10am Good morning. Flights stopped on "
        "Thursday.\n\n9.50am Ministers met on Monday and will meet again.",
        {"7.10am": "2010-04-20T07:10", "9.50am": "2010-04-20T09:50"},
    ),
    "below several days": (
        "1993-04-21",
        "Monday\n\n9am The count begins. It was put off on Friday.\n\n5pm It is over for now."
        "\n\nTuesday\n\n8am The count begins again. All came on Sunday.\n\n4.30pm It is over.",
        {"9am": "1993-04-19T09:00", "5pm": "1993-04-19T17:00", "8am": "1993-04-20T08:00",
         "4.30pm": "1993-04-20T16:30"},
    ),
    "in bold or in brackets": (
        "1993-04-20",
        "**7.10am** – Good morning. It began on Sunday.\n\n**9.50am** – The navy helps them.\n\n"
        "[14:25] It is calm. It was so on Sunday.",
        {"7.10am": "1993-04-20T07:10", "9.50am": "1993-04-20T09:50", "14:25": "1993-04-20T14:25"},
    ),
    "over midnight": (
        "2016-06-23",
        "10pm The polls have closed.\n\n11.50pm The first town has voted to stay.\n\n"
        "12.40am The pound is falling.",
        {"11.50pm": "2016-06-23T23:50", "12.40am": "2016-06-24T00:40"},
    ),
    "hours within such notes": (
        "2010-04-19",
        "12.10pm The warning has been extended to 9pm and more. It was issued on Friday.\n\n"
        "2.30pm A man, missing since Thursday night, was found safe at 1pm by him.\n\n"
        "9.20pm The ministry will issue another statement at 3am or so.",
        {"9pm": "2010-04-19T21:00", "1pm": "2010-04-19T13:00", "3am": "2010-04-20T03:00"},
    ),
    "those of a day that the text above tells": (
        "2010-04-21",
        "The bank was robbed on Monday. Nobody was hurt.\n\nThe police have a car.\n\nThey gave "
        "these times of Monday's robbery:\n\n9:05 a.m. Two men enter the bank.\n\n"
        "9:12 a.m. They leave by a window.",
        {"9:05 a.m.": "2010-04-19T09:05", "9:12 a.m.": "2010-04-19T09:12"},
    ),
    "numbers of sections are no stamps": (
        "2010-04-19",
        "10.15 Procedure. The clerk reads the bill aloud.\n\n10.16 Amendments. They are tabled "
        "before noon.\n\n10.17 Votes. They are counted by the clerk.",
        {"10.15": None, "10.16": None, "10.17": None},
    ),
    "nor are numbers of sections that leave out some": (
        "2010-04-19",
        "4.10 The applicant owns the house.\n\n4.11 She bought it from him.\n\n4.12 It was let.\n\n"
        "5.01 The law is plain.",
        {"4.10": None, "4.12": None, "5.01": None},
    ),
    "nor scores, prices and results": (
        "2010-04-19",
        "Kildare won 7.10 to 6.12.\n\n10.15 J. Smith (Bolton)\n10.20 A. Brown (Leeds)\n"
        "10.45 C. Jones (York)\n\n12.50 Fish and chips\n14.00 Steak\n18.20 Lobster",
        {"7.10": None, "10.15": None, "14.00": None, "18.20": None},
    ),
    "nor one figure alone": (
        "2010-04-19",
        "18.20 The price of it rose.\n\nIt was sold.",
        {"18.20": None},
    ),
    "an hour behind next Saturday": (
        "2024-11-17",
        "They meet next Saturday at 2pm in the park. They met last Friday at 10:30 a.m. in it. "
        "He comes this Thursday, 8 p.m., to the hall.",
        {"next Saturday at 2pm": "2024-11-23T14:00",
         "last Friday at 10:30 a.m.": "2024-11-15T10:30",
         "this Thursday, 8 p.m.": "2024-11-21T20:00"},
    ),
    "an hour behind a date": (
        "2024-11-17",
        "Fixtures\nWed 20 Nov, 7.30pm: Minor final\nSaturday 23 November, 14:00: Senior final",
        {"Wed 20 Nov, 7.30pm": "2024-11-20T19:30",
         "Saturday 23 November, 14:00": "2024-11-23T14:00"},
    ),
    "hours of a log stand alone": (
        "2017-01-10",
        "Jan. 9, 10:15 p.m.: Two men were seen on a roof.",
        {"Jan. 9": "2017-01-09", "10:15 p.m.": "2017-01-09T22:15"},
    ),
    "an hour behind Thursday week": (
        "2024-11-17",
        "The choir sings Thursday week, 8pm, in church. The board meets on Friday week at "
        "10.15am, too.",
        {"Thursday week, 8pm": "2024-11-28T20:00", "Friday week at 10.15am": "2024-11-29T10:15"},
    ),
    "an hour behind a weekday or tomorrow": (
        "2024-11-17",
        "The fair opens Tuesday, 9 a.m. The inquest resumes tomorrow, 10.30am, in court.",
        {"Tuesday, 9 a.m.": "2024-11-19T09:00", "tomorrow, 10.30am": "2024-11-18T10:30"},
    ),
    "noon of the following Tuesday": (
        "2011-06-30",
        "The strike began on May 5, 2011. It ended the following Tuesday at noon.",
        {"the following Tuesday at noon": "2011-05-10T12:00"},
    ),
    "an hour behind a numbered day": (
        "2006-10-20",
        "The concert is on Thursday the 2nd at 7.45 p.m.",
        {"Thursday the 2nd at 7.45 p.m.": "2006-11-02T19:45"},
    ),
    "an hour that is of the day behind it": (
        "2024-11-17",
        "The mine reopened on Thursday, 7 a.m. Friday being a holiday.",
        {"Thursday": "2024-11-14"},
    ),
    "when a page was updated": (
        "2005-09-24",
        "Town digs out\n\nBy Wade Cormier\nDaily Beacon\nUpdated 5:15 p.m.\n\nThe storm came "
        "ashore on Friday.",
        {"5:15 p.m.": "2005-09-24T17:15"},
    ),
    "when it was published and updated": (
        "1993-04-20",
        "Published 6.30am, updated 9.15am BST\n\nHe fell on Sunday.",
        {"6.30am": "1993-04-20T06:30", "9.15am": "1993-04-20T09:15"},
    ),
    "an update before its text": (
        "1993-04-20",
        "Man falls from mill\n\nUPDATE, 3.20pm: Police say that he fell on Sunday.",
        {"3.20pm": "1993-04-20T15:20"},
    ),
    "when it was posted": (
        "2005-09-24",
        "Storm of Thursday kills two\n\nPosted at 9:30 a.m.\n\nThe storm came ashore on Friday.",
        {"9:30 a.m.": "2005-09-24T09:30"},
    ),
    "when it was last updated": (
        "2005-09-24",
        "The storm came ashore on Friday.\n\nLast updated: 4.45pm",
        {"4.45pm": "2005-09-24T16:45"},
    ),
    "updated under a day": (
        "2013-04-05",
        "Hire a driver\n\nThursday, Apr 4, 2013 | Updated 1:32 PM PDT\n\nHe was fined.",
        {"1:32 PM": "2013-04-04T13:32"},
    ),
    "updates of lists are no heads": (
        "2005-09-24",
        "On Thursday he changed it. The list was updated at 5 p.m. and printed.",
        {"5 p.m.": "2005-09-22T17:00"},
    ),
    "eight tonight": (
        "2005-09-24",
        "A curfew takes effect at 8 tonight. It must be done by 9 tomorrow morning. They meet at "
        "6 this evening. The road was shut until 7 last night.",
        {"8 tonight": "2005-09-24T20:00", "9 tomorrow morning": "2005-09-25T09:00",
         "6 this evening": "2005-09-24T18:00", "7 last night": "2005-09-23T19:00"},
    ),
    "eight tonight in words": (
        "2005-09-24",
        "A curfew starts at eight tonight. She speaks at about seven tomorrow evening. It is set "
        "for 6:30 tonight.",
        {"eight tonight": "2005-09-24T20:00", "seven tomorrow evening": "2005-09-25T19:00",
         "6:30 tonight": "2005-09-24T18:30"},
    ),
    "at nine on Monday morning": (
        "2005-09-24",
        "The gates open at 9 on Monday morning. They called at six Friday evening.",
        {"9 on Monday morning": "2005-09-26T09:00", "six Friday evening": "2005-09-23T18:00"},
    ),
    "tonight at eight": (
        "1993-04-20",
        "Bring a torch tonight at 8. He sings tomorrow evening at 7, in town. It began last night "
        "at 11 in the yard. They come this Friday evening at 6. He left yesterday at 5.",
        {"tonight at 8": "1993-04-20T20:00", "tomorrow evening at 7": "1993-04-21T19:00",
         "last night at 11": "1993-04-19T23:00", "this Friday evening at 6": "1993-04-23T18:00",
         "yesterday": "1993-04-19"},
    ),
    "by nine o'clock tonight": (
        "1993-04-20",
        "Doors open by nine o'clock tonight. They come tonight at 6 places.",
        {"nine o'clock tonight": "1993-04-20T21:00", "tonight": "1993-04-20TNI"},
    ),
    "numbers before tonight": (
        "2005-09-24",
        "They lost by 9 last night. He sold 8 this morning. The toll rose by two last night. It "
        "stood at 40 tonight.",
        {"last night": "2005-09-23TNI", "this morning": "2005-09-24TMO",
         "tonight": "2005-09-24TNI"},
    ),
    "hours that are no times": (
        "2005-09-24",
        "It rose to 18.20 last night. They called at 8 today, and the index stood at 9.40.",
        {"18.20": None, "today": "2005-09-24", "9.40": None},
    ),
    "from eight tonight": (
        "2005-09-24",
        "From 8 tonight the bridge is shut. It had opened before 5 this morning, at 8.30 last "
        "night it was full.",
        {"8 tonight": "2005-09-24T20:00", "5 this morning": "2005-09-24T05:00",
         "8.30 last night": "2005-09-23T20:30"},
    ),
    "the hour of what leaves": (
        "2008-08-29",
        "The airline folded on Thursday. Passengers for the 9:30 a.m. departure to Toronto heard "
        "it too late. Those of the 6.15pm train had known.",
        {"9:30 a.m.": "2008-08-28T09:30", "6.15pm": "2008-08-28T18:15"},
    ),
    "of which day it is behind it": (
        "2003-04-28",
        "They were cut off by a 5:25 a.m. blast on Monday. He took the 07:45 train from Leeds on "
        "Friday.",
        {"5:25 a.m.": "2003-04-28T05:25", "07:45": "2003-04-25T07:45"},
    ),
    "of which day it is behind its verb": (
        "2010-04-19",
        "The 6 a.m. shift walked out on Friday. The 07:45 from Leeds hit a cow on Sunday.",
        {"6 a.m.": "2010-04-16T06:00", "07:45": "2010-04-18T07:45"},
    ),
    "what recurs at an hour": (
        "2008-08-29",
        "On Thursday they met. He takes the 6.15pm train every day. A 7 p.m. curfew is in force. "
        "The 9:30 a.m. bus is always late.",
        {"6.15pm": None, "7 p.m.": None, "9:30 a.m.": None},
    ),
    "hours of a journey that ended on the day of the news": (
        "1993-04-20",
        "A convoy reached the town on Tuesday, officials said.\n\nIt set out from the port on "
        "Monday morning and halted at a post. It passed the last bridge at 7:15 am, and by "
        "2:00 pm sacks were handed down.",
        {"7:15 am": "1993-04-20T07:15", "2:00 pm": "1993-04-20T14:00"},
    ),
    "one that left and went on": (
        "1993-04-20",
        "A ferry docked at the island on Tuesday.\n\nIt had left the port on Sunday. It arrived "
        "at 6 a.m. with a broken rudder.",
        {"6 a.m.": "1993-04-20T06:00"},
    ),
    "hours of the day that it left": (
        "1993-04-20",
        "A convoy reached the town on Tuesday.\n\nIt set out from the port on Monday. The drivers "
        "had loaded at 7:15 am or so.",
        {"7:15 am": "1993-04-19T07:15"},
    ),
    "not of a day that only tells what came before": (
        "1993-04-20",
        "The ship docked on Tuesday after leaving on Sunday. It tied up at 6 a.m. and no later.",
        {"6 a.m.": "1993-04-20T06:00"},
    ),
    "nor of one of a man or thing": (
        "1993-04-20",
        "The court met on Tuesday to hear the case of a man held since March 5. It rose at 4 p.m. "
        "without a ruling.",
        {"4 p.m.": "1993-04-20T16:00"},
    ),
    "nor of that since which others had waited": (
        "1993-04-20",
        "The first trucks rolled in on Tuesday. Drivers had waited since Sunday. They were let "
        "through at 7:15 am by soldiers.",
        {"7:15 am": "1993-04-20T07:15"},
    ),
    "but of what is looked into": (
        "1993-04-20",
        "An inquest opened on Tuesday into the death of a man killed on Sunday. A van hit him at "
        "10:30 p.m. by a bridge.",
        {"10:30 p.m.": "1993-04-18T22:30"},
    ),
    "and of what the next sentence takes up": (
        "1993-04-20",
        "The minister flew in on Tuesday to meet men rescued from the mill on Sunday. The mill "
        "burned at 10:30 p.m. without warning.",
        {"10:30 p.m.": "1993-04-18T22:30"},
    ),
    "and of a calamity": (
        "1993-04-20",
        "A sailor died on Tuesday after being stabbed in a bar on Sunday. He was found at 10:30 "
        "p.m. in the yard.",
        {"10:30 p.m.": "1993-04-18T22:30"},
    ),
    "unless it is only remembered": (
        "2005-07-19",
        "A crowd came to the square on Tuesday to mourn those killed there on 19 July 1995. The "
        "bells rang at 11.07 a.m. for them.",
        {"11.07 a.m.": "2005-07-19T11:07"},
    ),
    "and of what had been before": (
        "1993-04-20",
        "The families came on Tuesday after a fire on Sunday. It had begun at 10:30 p.m. in a "
        "tent.",
        {"10:30 p.m.": "1993-04-18T22:30"},
    ),
    "but of one to which the story goes on": (
        "1993-04-20",
        "He was freed on Sunday and left on Monday. He flew at 6 a.m. to it.",
        {"6 a.m.": "1993-04-19T06:00"},
    ),
    "not of the day since which something was": (
        "2020-10-07",
        "Two men have been in hospital since Monday.\n\nLawmakers met in a hotel at 4 p.m. but "
        "were too few.",
        {"4 p.m.": "2020-10-07T16:00"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_hours_of_coverage(case: tuple[str, str, dict[str, str | None]]) -> None:
    published, text, expected = case
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
