"""What offices and desks write without a verb: entries of lists, headlines, captions, deadlines."""

from __future__ import annotations

import pytest

from .dates_told import values_told

# Wednesday.
PUBLISHED = "2015-06-17"
CASES = {
    "done, behind what it was done to": (
        "Fisheries Bill - Passed by the House on 9 November; to be signed next week.\n\n"
        "Ports Act: Signed on 3rd October.\n\nEast line – Completed in December; trains run from "
        "July.\n\nWater plan -- Introduced in August, withdrawn since.",
        ["2014-11-09", "2015-W26", "2014-10-03", "2014-12", "2015-07", "2014-08"],
    ),
    "to be done, behind what it is done to": (
        "Tax Bill - Planned for October.\n\nHarbour Bill - To be read on 2nd July.",
        ["2015-10", "2015-07-02"],
    ),
    "what is not done by a day": (
        "Claims not filed by Thursday are void. Work not completed by Friday lapses. Goods left "
        "unsold by Saturday are given away. Anyone not registered by Monday will be fined.",
        ["2015-06-18", "2015-06-19", "2015-06-20", "2015-06-22"],
    ),
    "what was not done by a day": (
        "Claims not filed by Thursday were thrown out. He had not answered by Friday.",
        ["2015-06-11", "2015-06-12"],
    ),
    "headlines of what is to be": (
        "* Owners, crews to meet Friday\n\n* Court to rule Monday\n\nTORVEL (Agency) - Both had "
        "walked out.",
        ["2015-06-19", "2015-06-22"],
    ),
    "headlines with a day of the month alone": (
        "Sura, Orsk to sign pact on 23rd\n\nBoth gave ground.\n\nBids to close by 26th\n\nFour "
        "came.",
        ["2015-06-23", "2015-06-26"],
    ),
    "streets and ranks": ("They met on 23rd Street. He rose by 3rd gear to 5th place.", []),
    "captions above the news": (
        "Aida Omar with her lawyer outside the prison on her release in February.\n\n"
        "SURA -- A judge has freed a writer.",
        ["2015-02"],
    ),
    "captions of a gate and a school": (
        "A guard at the gates of the mill in August.\n\nTORVEL, June 17 (Agency) - It shuts today.",
        ["2014-08", "2015-06-17", "2015-06-17"],
    ),
    "headlines above the news": (
        "New tariffs from July.\n\nSURA -- The port has raised its fees.",
        ["2015-07"],
    ),
    "compared with now": (
        "Deposits were $9 million, up 3 percent from December 31. Reserves are down 2 percent from "
        "October 1. The rate is 4 percent, up from 3 percent in November.",
        ["2014-12-31", "2014-10-01", "2014-11"],
    ),
    "going up from a day": ("Fares go up from July 1.", ["2015-07-01"]),
    "quarters of the year": (
        "A draft will be ready in the last quarter of the year. The bridge opens in the third "
        "quarter of this year. Costs fell in the last quarter of last year.",
        ["2015-Q4", "2015-Q3", "2014-Q4"],
    ),
    "quarters of a year told": (
        "He bought a mill in 2009. It burned in the last quarter of that year.",
        ["2009", "2009-Q4"],
    ),
    "quarters of the year before": (
        "Sales doubled in the last quarter of the year before.",
        ["2014-Q4"],
    ),
    "quarters of other stretches": ("Need fell in the last quarter of the decade.", []),
    "tidings of a weekend": (
        "Word had reached her over the weekend that he was ill. News came over the weekend that a "
        "dam had gone. It emerged over the weekend that he had paid.",
        ["2015-W24-WE", "2015-W24-WE", "2015-W24-WE"],
    ),
    "a weekend that does something": ("The weekend that followed was calm.", ["XXXX"]),
    "games of a season": (
        "The mood did not outlast the winter games. She won at the Summer Olympics.",
        [],
    ),
    "hours of a day told": (
        "The vote was on 3 May 2014; polls closed at 8 p.m. that day, and the count went on until "
        "noon the following day. At 7 a.m. on the previous day two men had been held.",
        [
            "2014-05-03",
            "2014-05-03T20:00",
            "2014-05-04T12:00",
            "2014-05-03T07:00",
        ],
    ),
    "hours before another sentence or a week": (
        "Trading ended on June 5 at 5 p.m. The next day it rose. They meet at 9 a.m. this week.",
        ["2015-06-05T17:00", "2015-06-06", "XXXX-XX-XXT09:00", "2015-W25"],
    ),
    "hours of a day that is to come": (
        "The house opens on Tuesday 23 June, when she will speak at 11 a.m. on that day. It "
        "adjourns at noon the next day.",
        ["2015-06-23", "2015-06-23T11:00", "2015-06-24T12:00"],
    ),
    "a vote of which the day was told": (
        "The province votes on Sunday.\n\nMay 3 - Both sides agree on lists.\n\nMay 16 - A truce "
        "opens the way to Sunday's vote.",
        ["2015-06-21", "2015-05-03", "2015-05-16", "2015-06-21"],
    ),
    "a final and a referendum of which it was told": (
        "The final is on Saturday.\n\nJan. 8 - The club wins its group to reach Saturday's final."
        "\n\nA referendum was held on Monday.\n\nFeb. 2 - The house sets terms for Monday's "
        "referendum.",
        ["2015-06-20", "2015-01-08", "2015-06-20", "2015-06-15", "2015-02-02", "2015-06-15"],
    ),
    "by when to take part": (
        "The race is on June 23; entries must reach us by Saturday. The panel meets on June 30. "
        "Applications have to be submitted before Friday. The fair opens on 23 June. Please "
        "register by noon on Monday.",
        [
            "2015-06-23",
            "2015-06-20",
            "2015-06-30",
            "2015-06-19",
            "2015-06-23",
            "2015-06-22T12:00",
        ],
    ),
    "by when what begins will end": (
        "The talks open on June 22 and are to end by Thursday.",
        ["2015-06-22", "2015-06-25"],
    ),
    "killings and what they do": (
        "October 13, 2014 - A strike over the September killings halts the mines. An inquiry into "
        "the August shootings divides the house.",
        ["2014-10-13", "2014-09", "2014-08"],
    ),
}


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_offices(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values
