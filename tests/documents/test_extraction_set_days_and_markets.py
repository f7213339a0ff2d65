"""What is soon to be held, deals of a month, figures that are out, scenes, holes of golf."""

from __future__ import annotations

import pytest

from .dates_told import times_told

# Publication, text, and what some of its phrases mean; None for what is no date at all.
KINDS: dict[str, list[tuple[str, str, dict[str, str | None]]]] = {
    "what is held within weeks, whatever the tense": [
        (
            "1996-08-22",
            "The striker, who scored 30 goals last season, has been recalled by Norway for the"
            " World Cup qualifier against Georgia in Tbilisi on August 31.",
            {"August 31": "1996-08-31"},
        ),
        (
            "1996-08-23",
            "Two players have withdrawn from the squad for the 1998 World Cup qualifying match"
            " against Andorra on August 31, the association said.",
            {"August 31": "1996-08-31"},
        ),
        (
            "1996-08-25",
            "Refugees were angered by a provision of the Western-backed September 14 elections.",
            {"September 14": "1996-09-14"},
        ),
        (
            "1996-08-27",
            "The call came on the eve of the launch of his campaign for a new term at November 3"
            " polls.",
            {"November 3": "1996-11-03"},
        ),
        (
            "1996-08-27",
            "A survey showed his lead stretching to 15 points in advance of the Nov. 5 election.",
            {"Nov. 5": "1996-11-05"},
        ),
        (
            "1996-08-29",
            "He said it was important to go ahead with elections as scheduled on September 14.",
            {"September 14": "1996-09-14"},
        ),
        (
            "1996-08-28",
            "There was some chance of talks before the next council meeting of September 4.",
            {"September 4": "1996-09-04"},
        ),
        (
            "1996-08-30",
            "Crude saw little buying ahead of the U.S. Labor Day weekend, traders said.",
            {"Labor Day weekend": "1996-W35-WE"},
        ),
        (
            "1996-12-06",
            "Premier plans return to work for Dec 25 - speaker.",
            {"Dec 25": "1996-12-25"},
        ),
        (
            "1996-08-22",
            "These stories lead the afternoon daily Le Soir, dated Aug 23.",
            {"Aug 23": "1996-08-23"},
        ),
        (
            "1996-08-29",
            "For the week ending August 30 the indices were compiled by the bank.",
            {"August 30": "1996-08-30"},
        ),
        (
            "1996-08-28",
            "The market was waiting for Friday's stock report, which will be long.",
            {"Friday": "1996-08-30"},
        ),
        (
            "2006-03-21",
            "They could not rule out pushing back the planned May 16 reopening. We have put May 16"
            " on the board because people need a day.",
            {"May 16": "2006-05-16"},
        ),
    ],
    "what was held": [
        (
            "1996-08-22",
            "Four men were fined for the rally on August 11.",
            {"August 11": "1996-08-11"},
        ),
        (
            "2001-05-18",
            "The winner takes office on July 28.",
            {"July 28": "2001-07-28"},
        ),
        (
            "1996-08-22",
            "The colt, a winner at Ascot in June, may be aimed at the sprint.",
            {"June": "1996-06"},
        ),
        (
            "1996-08-22",
            "They are making their first visit to the island since boycotting a fixture there in"
            " February.",
            {"February": "1996-02"},
        ),
        (
            "1996-08-26",
            "Their exit follows a defeat by Angola in June's qualifying round.",
            {"June": "1996-06"},
        ),
        (
            "1996-08-26",
            "Prices were expected to be steady after a $0.50 to $1.50 jump Monday.",
            {"Monday": "1996-08-26"},
        ),
        (
            "1996-08-29",
            "On Monday, just 15 minutes before his flight was due to leave, Liam decided to stay.",
            {"Monday": "1996-08-26"},
        ),
    ],
    "deals go by the month of delivery": [
        (
            "1996-08-28",
            "December COMEX settled 0.35 cent higher at 90.20 cents.",
            {"December": "1996-12"},
        ),
        (
            "1996-08-30",
            "September heating oil stood 1.02 cents lower at 62.65 cents a gallon.",
            {"September": "1996-09"},
        ),
        (
            "1996-08-30",
            "The September long gilt future was trading at 107.2.",
            {"September": "1996-09"},
        ),
        (
            "1996-08-26",
            "Rice closed 13 to 16 cents higher, with September up 16 at $10.28.",
            {"September": "1996-09"},
        ),
        (
            "1996-12-06",
            "January ended 29.7 cents lower at $3.487 per million British thermal units.",
            {"January": "1997-01"},
        ),
        (
            "1996-12-06",
            "Traders said support in January was at $3.47.",
            {"January": "1997-01"},
        ),
        (
            "2003-05-19",
            "The ministry, which promised support in January, has paid nothing.",
            {"January": "2003-01"},
        ),
        (
            "1996-08-28",
            "In December bonds fell by a point.",
            {"December": "1995-12"},
        ),
    ],
    "figures that are out": [
        (
            "1996-08-30",
            "The economy grew a weaker-than-expected 0.3 percent in the second quarter.",
            {"the second quarter": "1996-Q2"},
        ),
        (
            "1996-08-29",
            "Second quarter growth estimates will be released when the government reports.",
            {"Second quarter": "1996-Q2"},
        ),
        ("1996-08-28", "Romania state budget soars in June.", {"June": "1996-06"}),
        ("1996-08-28", "Home sales dip in July - report.", {"July": "1996-07"}),
        (
            "1996-08-22",
            "CPI (pct) July +0.4m/m (June +0.9)",
            {"July": "1996-07", "June": "1996-06"},
        ),
        (
            "2017-03-14",
            "The bank warned that prices would rise in May.",
            {"May": "2017-05"},
        ),
        (
            "1996-08-26",
            "He said second-half profit growth would depend on demand for loans.",
            {"second-half": "1996-H2"},
        ),
    ],
    "scenes": [
        (
            "2015-05-15",
            "Reykjavik, 1972. He resigns on the twelfth of July.",
            {"the twelfth of July": "1972-07-12"},
        ),
        (
            "2015-05-15",
            "Moscow, August 1991: tanks roll in on the 19th.",
            {"the 19th": "1991-08-19"},
        ),
        (
            "2015-05-15",
            "Zhanaozen, 16 December 2011. In March the trial opens.",
            {"March": "2012-03"},
        ),
        (
            "2015-05-15",
            "Flash back to 1989. On 9 November the wall falls.",
            {"9 November": "1989-11-09"},
        ),
        (
            "2015-05-15",
            "The bank holds files going back to 1998. In March the vault was opened.",
            {"March": "2015-03"},
        ),
    ],
    "what is no date": [
        ("1996-08-25", "She made a birdie on the 16th, from six feet.", {"the 16th": None}),
        (
            "1996-08-25",
            "A single in the top of the 10th brought home the winning run.",
            {"the 10th": None},
        ),
        (
            "1996-12-07",
            "Two strikes in the first half and a late goal secured victory.",
            {"the first half": None},
        ),
        (
            "1996-08-26",
            "Midfielders: Richard Witschge (Ajax), Aron Winter (Inter), Wim Jonk (PSV).",
            {"Winter": None},
        ),
        (
            "1996-08-28",
            "These are some of the major events to have occurred on September 4 in history.",
            {"September 4": "XXXX-09-04"},
        ),
    ],
    "a week on": [
        ("2015-05-15", "The hearing is a week on Monday.", {"a week on Monday": "2015-05-25"}),
        (
            "2015-05-15",
            "Voters go to the polls a fortnight on Thursday.",
            {"a fortnight on Thursday": "2015-06-04"},
        ),
        (
            "2015-05-15",
            "The strike was called off after a week on Monday.",
            {"Monday": "2015-05-11"},
        ),
        ("2015-05-15", "The court ruled a week before last.", {"a week before last": "2015-W18"}),
    ],
}


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [case for cases in KINDS.values() for case in cases],
    ids=[f"{kind} {number}" for kind, cases in KINDS.items() for number in range(len(cases))],
)
def test_real_news_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
