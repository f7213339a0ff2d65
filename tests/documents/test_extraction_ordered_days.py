"""Days that are ordered, bounded or put off, ends of quarters, and what is quoted of long ago."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction.mentions import timexes

PUBLISHED = "2012-02-03"  # a Friday
KINDS: dict[str, dict[str, list[str]]] = {
    "what is ordered done": {
        "The court ordered the vote repeated on 28 March.": ["2012-03-28"],
        "A judge ordered the mill closed by May 1.": ["2012-05-01"],
        "She had ordered the road reopened in April.": ["2012-04"],
        "The court ordered him held until January 20. He fled in late January.": [
            "2012-01-20",
            "2012-01",
        ],
        "He said that orders fell off a cliff in late September.": ["2011-09"],
    },
    "what a treaty in the present obliges to": {
        "A truce, signed on January 4 after talks had failed, obliges us to leave by April 5.": [
            "2012-01-04",
            "2012-04-05",
        ],
        "The deal compels the firm to sell the mine by the end of the month.": ["2012-02"],
    },
    "the earliest and the latest": {
        "Flights are halted until an inquiry reports, in mid-June at the earliest.": ["2012-06"],
        "The road reopens in October at the latest.": ["2012-10"],
        "They left on January 9 at the latest.": ["2012-01-09"],
    },
    "the end of a quarter": {
        "It expects to settle the rest before the end of the third quarter.": ["2012-Q3"],
        "The firm will move by the middle of the second quarter.": ["2012-Q2"],
        "It settled the rest before the end of the third quarter.": ["2011-Q3"],
        "Debt fell at the close of the fourth quarter.": ["2011-Q4"],
    },
    "who did not come": {
        "An officer, who had promised through his lawyer to appear on Monday, did not.": [
            "2012-01-30"
        ],
        "A second, due in court on Tuesday, never came.": ["2012-01-31"],
        "A third, who was to testify on Thursday, failed to show up.": ["2012-02-02"],
    },
    "what was set for a weekday and is put off": {
        "The launch, which had been scheduled for Monday, has been postponed by a week.": [
            "2012-02-06"
        ],
        "The hearing, which had been set for Tuesday, has been put back.": ["2012-02-07"],
    },
    "a quotation that begins with a day": {
        '"Last Sunday I had one guest," said the clerk.': ["2012-01-29"],
        '"Next Monday," she said, "we close."': ["2012-02-06"],
        'He told "This Week" that it would close.': [],
    },
    "beside a feast": {
        "The firm quit the week before Thanksgiving.": ["2011-W46", "2011-11-24"],
        "They met the week before Easter last year.": ["2011-W16", "2011-04-24"],
        "He was hired the Monday after Thanksgiving in 1988.": ["1988-11-28", "1988-11-24"],
        "The bridge has been shut since the Monday after Easter.": ["2011-04-25", "2011-04-24"],
        "She came the weekend before Labor Day.": ["2011-W35-WE", "2011-09-05"],
    },
    "what was not to be until a day": {
        "They had not expected the river to peak until Sunday night.": ["2012-02-05TNI"],
        "The bank was not due to open until Monday.": ["2012-02-06"],
        "The jurors were sent home until Wednesday.": ["2012-02-08"],
    },
    "what will be otherwise": {
        "The council that was to be chosen on Tuesday will be appointed instead.": ["2012-02-07"],
    },
    "headlines with a participle": {
        "Sabonga to hold delayed run-off on May 8": ["2012-05-08"],
        "Union to stage postponed march on March 5": ["2012-03-05"],
    },
    "storms of weekdays, with the verb behind": {
        "A crest could come Sunday, it said, after storms Monday and Tuesday dropped 9 inches.": [
            "2012-02-05",
            "2012-01-30",
            "2012-01-31",
        ],
    },
    "what somebody means to do": {
        "She means to spend Easter with us.": ["2012-04-08"],
        "He swept up glass and means to open on Monday.": ["2012-02-06"],
        "He can let it go no sooner than April.": ["2012-04"],
        "She goes back two weeks from now for her third prize.": ["2012-W07"],
        "He plans to work on the 29th like any other day.": ["2012-02-29"],
    },
    "headlines of what was done late in a day": {
        "Airline grounds all nine of its jets late Thursday\n\nIt flies no more.": ["2012-02-02"],
        "It expects the jets late Thursday.": ["2012-02-09"],
    },
    "the last week of a month of long ago": {
        "His first ship came in 1936; the next year he lost it.\n\nIn the last week of May, 1940, "
        "he crossed. He did so nine times, the last on June 2.": [
            "1936",
            "1937",
            "1940-W22",
            "1940-06-02",
        ],
    },
    "what was begun and closes": {
        "The exchange was launched yesterday and closes on March 12.": ["2012-02-02", "2012-03-12"],
        "The show opened last week and runs until March 12.": ["2012-W04", "2012-03-12"],
    },
    "what is to go on": {
        "The panel adjourned, to reconvene at 10 a.m. on Thursday, February 9.": [
            "2012-02-09T10:00"
        ],
        "Firms have offered a rise of two per cent from April 1.": ["2012-04-01"],
        "Commuters in Germany's Ruhr district face a third day of delays on Monday after talks on "
        "Thursday failed.": ["2012-02-06", "2012-02-02"],
    },
    "a quarter that is waited for": {
        "We do not expect a recovery before the fourth quarter.": ["2012-Q4"],
        "Europeans must wait for the third quarter.": ["2012-Q3"],
        "The firm plans to cut staff after a fourth-quarter loss.": ["2011-Q4"],
    },
    "a service that is held otherwise": {
        "A service first announced for Monday will be held instead on February 12.": [
            "2012-02-06",
            "2012-02-12",
        ],
    },
    "a year in which a story begins": {
        "The crisis dates from early 2009, when tapes came out. Under a pact that both parties "
        "reached on 2 June, the minister was to go the following January.": [
            "2009",
            "2009-06-02",
            "2010-01",
        ],
    },
    "a dateline behind a short name": {
        "WEXBURY, Conn., Feb. 2 -- A judge ordered them back tonight. Tomorrow's opener is off.": [
            "2012-02-02",
            "2012-02-02TNI",
            "2012-02-03",
        ],
    },
    "the week of a day of the month": {
        "They hope to mend it before the weekend of the 17th.": ["2012-W07-WE"],
        "They met in the week of the 10th of January.": ["2012-W02"],
        "They met in the week of the 10th.": ["2012-W02"],
    },
    "the coming week": {
        "It will go to a vote in the coming week.": ["2012-W06"],
        "The plan, announced last Saturday, will change in the coming month.": [
            "2012-01-28",
            "2012-02",
        ],
        "Prices will rise in the coming year.": ["2013"],
    },
    "what somebody would like": {
        "“I'd like to be in bed by Wednesday,” she said.": ["2012-02-08"],
        "“I'd left by Wednesday,” she said.": ["2012-02-01"],
    },
    "degrees": {
        "It will be dry, with highs in the 90s.": [],
        "Temperatures fell into the upper 60s.": [],
        "Readings near the low 20s are forecast.": [],
        "Temperatures rose in the 1990s.": ["199"],
        "The mood was high in the 60s.": ["196"],
    },
    "an article that is quoted": {
        "On 8 October 1999 she published an article on the mayor. It read, where it matters:\n\n"
        "“Last winter we were cold. He told us this summer that pipes would come by 1 November. "
        "Yesterday I saw none. We meet on the 31st.”": [
            "1999-10-08",
            "1998-WI",
            "1999-SU",
            "1999-11-01",
            "1999-10-07",
            "1999-10-31",
        ],
    },
    "an interview": {
        "“We were ready,” said the clerk, who runs a ward there, in an interview on 12 January. "
        "“Yesterday I counted the rest.”": ["2012-01-12", "2012-01-11"],
        "“Yesterday I counted the rest,” he said in a telephone interview with the paper on "
        "12 January.": ["2012-01-11", "2012-01-12"],
    },
    "a weekday of the story that a witness tells": {
        "On 15 March a curfew was declared, and the following day troops came.\n\n“They took him "
        "on the Thursday,” said his wife.": ["2011-03-15", "2011-03-16", "2011-03-17"],
    },
}
CASES = [(kind, text, dates) for kind, texts in KINDS.items() for text, dates in texts.items()]


@pytest.mark.parametrize(("kind", "text", "dates"), CASES)
def test_the_kind_is_right(kind: str, text: str, dates: list[str]) -> None:
    found = [found.value for found in timexes(text, parse(PUBLISHED))]
    assert [value for value in found if value[:2].isdigit() or value[:2] == "XX"] == dates, kind
