"""Diaries labelled by weekdays alone, and what the entries of a chronicle count from their day."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

from .dates_told import values_told

PUBLISHED = "2011-09-08"  # a Thursday
DIARIES: dict[str, dict[str, list[str]]] = {
    "labels in running order": {
        "Notes from the pass\n\nMonday. Rain all day. We stayed in the hut.\n\n"
        "Tuesday. I walked to the dam; it was shut yesterday.\n\n"
        "Wednesday. Home by noon. The guide flies out tomorrow.": [
            *("2011-09-05", "2011-09-06", "2011-09-05"),
            *("2011-09-07", "2011-09-07T12:00", "2011-09-08"),
        ],
        "SUNDAY — I lost my hat.\n\nMONDAY — Found it on the bus. We leave tomorrow.\n\n"
        "TUESDAY — The ferry broke down. It will run again on Thursday, they say.": [
            *("2011-09-04", "2011-09-05", "2011-09-06", "2011-09-06", "2011-09-08"),
        ],
        "**Wednesday**: I fell ill.\n\n**Thursday**: I slept. The doctor comes tomorrow.\n\n"
        "**Friday**: She came, as she did last Friday. She will be back in October.": [
            *("2011-08-31", "2011-09-01", "2011-09-02", "2011-09-02"),
            *("2011-08-26", "2011-10"),
        ],
    },
    "more than a week": {
        "Sunday: I bought boots.\n\nTuesday: I climbed to the hut.\n\n"
        "Friday: It snowed until noon. My guide was to come by Sunday.\n\n"
        "Monday: He came today, at 3am, and was cross.\n\nTuesday: We left.": [
            *("2011-08-28", "2011-08-30", "2011-09-02", "2011-09-02T12:00", "2011-09-04"),
            *("2011-09-05", "2011-09-05", "2011-09-05T03:00", "2011-09-06"),
        ],
    },
    "the same weekday again": {
        "Saturday: I planted beans.\n\nSaturday: I watered them. They had been dry since Wednesday."
        "\n\nSaturday: We ate the first of them.": [
            *("2011-08-20", "2011-08-27", "2011-08-24", "2011-09-03"),
        ],
    },
    "hours in the labels": {
        "Log\n\nSaturday, 9 a.m.: The pump failed. I called the yard.\n\n"
        "Saturday, 4 p.m.: The yard was shut, and will be tomorrow.\n\n"
        "Monday morning: A fitter came. He left at 10 a.m.": [
            *("2011-09-03T09:00", "2011-09-03T16:00", "2011-09-04"),
            *("2011-09-05TMO", "2011-09-05T10:00"),
        ],
    },
    "the newest first": {
        "Tuesday: The vote was put off.\n\nMonday: The clerk resigned last night.\n\n"
        "Saturday: It was quiet. Nobody came until noon.": [
            *("2011-09-06", "2011-09-05", "2011-09-04TNI", "2011-09-03", "2011-09-03T12:00"),
        ],
    },
    "weekdays with a line to themselves": {
        "Friday\n\nI packed my bags.\n\nSaturday\n\nWe drove to the coast.\n\n"
        "Sunday\n\nI swam before breakfast, and slept this afternoon.\n\n"
        "Lena Moe's book is out today.": [
            *("2011-09-02", "2011-09-03", "2011-09-04", "2011-09-04TAF", "2011-09-08"),
        ],
    },
    "lines without a gap, and what follows them": {
        "Week at the mill\nMonday: The saw broke. It was old.\n"
        "Tuesday: We mended it. The owner comes tomorrow.\n"
        "Wednesday: The owner came, and was pleased.\n\nThe mill shut early yesterday.": [
            *("2011-09-05", "2011-09-06", "2011-09-07", "2011-09-07", "2011-09-07"),
        ],
    },
    "below the date of the page": {
        "Week at the mill\n\n7 September 2011\n\nMonday: The saw broke. It was old.\n\n"
        "Tuesday: We mended it. The owner comes tomorrow.\n\nWednesday: He came.": [
            *("2011-09-07", "2011-09-05", "2011-09-06", "2011-09-07", "2011-09-07"),
        ],
    },
    "in the present": {
        "Diary of a siege\n\nSaturday: Shells fall on the market. The baker leaves tomorrow."
        "\n\nSunday: The baker stays. The bridge is blown up at 3am.\n\n"
        "Monday: Snow covers the square. The envoy is here until Friday.": [
            *("2011-09-03", "2011-09-04", "2011-09-04", "2011-09-04T03:00"),
            *("2011-09-05", "2011-09-09"),
        ],
    },
}
OTHERS: dict[str, dict[str, list[str]]] = {
    "no chain": {
        "Monday: The council met and sold the hall. It was opened yesterday.": [
            *("2011-09-05", "2011-09-07"),
        ],
        "Monday was calm. Tuesday was not. On Wednesday they left. It rained yesterday.": [
            *("2011-09-05", "2011-09-06", "2011-09-07", "2011-09-07"),
        ],
        "Monday: I fell ill.\n\nTuesday: I was well again yesterday.": [
            *("2011-09-05", "2011-09-06", "2011-09-07"),
        ],
    },
    "a programme to come": {
        "The minister will visit Ayr next week.\n\nMonday: arrival and dinner.\n\n"
        "Tuesday: talks.\n\nWednesday: departure.": [
            *("2011-W37", "2011-09-12", "2011-09-13", "2011-09-14"),
        ],
        "Programme of the visit\n\nMonday: The queen opens the hall. We meet her.\n\n"
        "Tuesday: She will meet the mayor.\n\nWednesday: She flies home.": [
            *("2011-09-12", "2011-09-13", "2011-09-14"),
        ],
    },
    "opening hours": {
        "Monday: closed\n\nTuesday: open from 9 a.m.\n\nWednesday: open from 9 a.m.\n\n"
        "Thursday: closed\n\nFriday: closed": [
            *("2011-09-05", "2011-09-06", "2011-09-06T09:00", "2011-09-07", "2011-09-07T09:00"),
            *("2011-09-08", "2011-09-09"),
        ],
        "Friday: closed": ["2011-09-02"],
        "We sell boats.\n\nTuesday: We open at 10 a.m.\n\nThursday: We are closed.\n\n"
        "Saturday: We open at 9 a.m.": [
            *("2011-09-06", "2011-09-06T10:00", "2011-09-08", "2011-09-10", "2011-09-10T09:00"),
        ],
    },
    "a list that says its dates": {
        "Ayr, May 2009\n\nMonday: The saw broke.\n\nTuesday: It was mended.\n\n"
        "Wednesday: I was paid yesterday.": [
            *("2009-05", "2011-09-05", "2011-09-06", "2011-09-07", "2011-09-07"),
        ],
        "Monday, 5 September: The saw broke.\n\nTuesday: We mended it.\n\n"
        "Wednesday: I was paid yesterday.\n\nThursday: I was off.": [
            *("2011-09-05", "2011-09-06", "2011-09-07", "2011-09-07", "2011-09-08"),
        ],
    },
}
CHRONICLES: dict[str, dict[str, list[str]]] = {
    "weekdays": {
        "* March 3, 2010 - The union gives the mill until Friday.\n* March 11 - It pays.": [
            *("2010-03-03", "2010-03-05", "2010-03-11"),
        ],
        "* March 3, 2010 - They meet on Wednesday and strike on Thursday.\n* March 11 - It pays.": [
            *("2010-03-03", "2010-03-03", "2010-03-04", "2010-03-11"),
        ],
        "* March 3, 2010 - It has until Wednesday to pay.\n* March 11 - It pays.": [
            *("2010-03-03", "2010-03-10", "2010-03-11"),
        ],
        "* March 5, 2010 - The mayor, who was held on Monday, is freed.\n* March 11 - He flees.": [
            *("2010-03-05", "2010-03-01", "2010-03-11"),
        ],
        "* Sept 5 - The union gives it until Saturday.\n\nIt paid on Wednesday.": [
            *("2011-09-05", "2011-09-10", "2011-09-07"),
        ],
        "On March 3, 2010 the union gave it until Friday.": ["2010-03-03", "2011-09-09"],
    },
    "weekends": {
        "* March 4, 2010 - Talks over the weekend end without a deal.\n* March 11 - It pays.": [
            *("2010-03-04", "2010-W09-WE", "2010-03-11"),
        ],
        "* March 1, 2010 - Talks over the weekend end without a deal.\n* March 11 - It pays.": [
            *("2010-03-01", "2010-W08-WE", "2010-03-11"),
        ],
        "Talks over the weekend failed.": ["2011-W35-WE"],
    },
    "seasons": {
        "* March 2010 - It has a loan, not disclosed until the autumn.\n* May 11 - It fails.": [
            *("2010-03", "2010-FA", "2010-05-11"),
        ],
        "* November 2, 2009 - The mill, shut in the summer, opens.\n* May 3, 2010 - It burns.": [
            *("2009-11-02", "2009-SU", "2010-05-03"),
        ],
        "* March 3, 2010 - The mill, shut in the autumn, opens.\n* May 3, 2010 - It burns.": [
            *("2010-03-03", "2009-FA", "2010-05-03"),
        ],
    },
}


def _cases(kinds: dict[str, dict[str, list[str]]]) -> list[object]:
    return [
        pytest.param(text, expected, id=f"{name} {number}")
        for name, kind in kinds.items()
        for number, (text, expected) in enumerate(kind.items())
    ]


@pytest.mark.parametrize(("text", "expected"), _cases(DIARIES | OTHERS | CHRONICLES))
def test_entries_by_day(text: str, expected: list[str]) -> None:
    assert values_told(text, PUBLISHED) == expected


def test_a_diary_of_which_only_the_month_of_publication_is_known_has_no_days() -> None:
    text = "Monday: I fell ill.\n\nTuesday: I slept.\n\nWednesday: I was well."
    assert values_told(text, "2011-09") == ["XXXX-XX-XX"] * 3


def test_a_diary_is_told_with_the_label_that_its_words_count_from() -> None:
    text = "Monday: I fell ill.\n\nTuesday: I slept.\n\nWednesday: I will see her tomorrow."
    found = extract(text, parse(PUBLISHED))
    assert [item.anchor for item in found[-2:]] == ["published 2011-09-08", "Wednesday at 40-49"]
