"""What is soon to be held, deals of a month, figures that are out, scenes, holes of golf."""

from __future__ import annotations

from .dates_told import dates_told, for_each_case, times_told

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
        (
            "1996-08-26",
            "On Monday they recalled him for a friendly against Brazil in Amsterdam on Sunday.",
            {"Sunday": "1996-09-01"},
        ),
        (
            "1996-08-30",
            "He announced the team to play Liechtenstein in Saturday's qualifying match.",
            {"Saturday": "1996-08-31"},
        ),
        (
            "2016-05-18",
            "Its candidate withdrew from Monday night's televised debate, citing a cold.",
            {"Monday night": "2016-05-16TNI"},
        ),
        (
            "1996-12-07",
            "Utrecht can go clear if they beat Groningen on Sunday.",
            {"Sunday": "1996-12-08"},
        ),
        ("1996-12-07", "She asked if they won on Friday.", {"Friday": "1996-12-06"}),
        (
            "1996-08-31",
            "The trucks were driving along busy highways during the Labor Day weekend.",
            {"Labor Day weekend": "1996-W35-WE"},
        ),
        (
            "1996-12-06",
            "The bombs were intended for use in a pre-Christmas campaign.",
            {"Christmas": "1996-12-25"},
        ),
        (
            "1996-08-22",
            "The release is near, Daily Variety reported in its Friday edition.",
            {"Friday": "1996-08-23"},
        ),
        (
            "1996-08-28",
            "The talk replaces his scheduled appearance at a seminar Thursday.",
            {"Thursday": "1996-08-29"},
        ),
        (
            "1996-08-27",
            "Many dealers were sidelined ahead of the important survey out on Wednesday.",
            {"Wednesday": "1996-08-28"},
        ),
        (
            "1996-08-28",
            "The next match in the tournament is on Friday when Sri Lanka play in Lahore.",
            {"Friday": "1996-08-30"},
        ),
        (
            "1996-08-26",
            "Hog market seen steady Tuesday. Hog prices Tuesday were seen steady, dealers said.",
            {"Tuesday": "1996-08-27"},
        ),
        ("1996-08-24", "Playing Sunday:\nBolton v Crewe", {"Sunday": "1996-08-25"}),
        (
            "1996-08-22",
            "The state declared Thursday and Friday days of national prayer.",
            {"Thursday": "1996-08-22", "Friday": "1996-08-23"},
        ),
        (
            "1996-08-27",
            "Worries about the government's autumn budget lifted the mark.",
            {"autumn": "1996-FA"},
        ),
        ("1996-08-27", "The mill was closed after a dry autumn.", {"autumn": "1995-FA"}),
        (
            "2013-06-18",
            "The case was heard in his absence, and a trial date was set for October 28.",
            {"October 28": "2013-10-28"},
        ),
        ("2013-06-12", "A trial hearing was penciled in for October.", {"October": "2013-10"}),
        (
            "2013-04-24",
            "He faces up to 75 years in prison when he's sentenced May 7.",
            {"May 7": "2013-05-07"},
        ),
        (
            "2005-04-19",
            "He was recalled on Tuesday for Saturday's match at home to Bologna.",
            {"Saturday": "2005-04-23"},
        ),
        (
            "2012-06-18",
            "He was ruled out of Saturday's race by the doctors.",
            {"Saturday": "2012-06-16"},
        ),
        (
            "2007-08-18",
            "She failed to turn up for a scheduled appearance Thursday in Denver.",
            {"Thursday": "2007-08-16"},
        ),
        (
            "2014-07-10",
            "A report out on Wednesday showed that stocks had fallen.",
            {"Wednesday": "2014-07-09"},
        ),
        (
            "2012-03-22",
            "Turnover was low, with many brokers away before Friday's holiday.",
            {"Friday": "2012-03-23"},
        ),
        (
            "1997-06-24",
            "The rains forced the delay of the poll, and its delay to July 20 was welcomed.",
            {"July 20": "1997-07-20"},
        ),
        (
            "2008-02-22",
            "The striker has been passed fit for the return on March 4.",
            {"March 4": "2008-03-04"},
        ),
        (
            "1987-03-03",
            "They will receive one right for each common share held on March 13.",
            {"March 13": "1987-03-13"},
        ),
        (
            "1987-03-05",
            "He vowed sharp decisions on spending in a May 14 economic statement.",
            {"May 14": "1987-05-14"},
        ),
        (
            "1987-03-03",
            "Borden called for redemption on March 23 of all its debentures.",
            {"March 23": "1987-03-23"},
        ),
        (
            "1987-03-05",
            "The bank purchased bills for resale to the market on April 2.",
            {"April 2": "1987-04-02"},
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
        (
            "1996-08-28",
            "He was appointed to reform the service following February's bloody revolt.",
            {"February": "1996-02"},
        ),
        (
            "1996-08-28",
            "This comes after votes on Monday and Tuesday failed to give either side a majority.",
            {"Monday": "1996-08-26", "Tuesday": "1996-08-27"},
        ),
        (
            "1996-08-29",
            "They began the tour, which is to last until May 18, with a concert on Tuesday.",
            {"Tuesday": "1996-08-27"},
        ),
        (
            "1996-08-28",
            "These will be void following the cancellation of local elections on Tuesday.",
            {"Tuesday": "1996-08-27"},
        ),
        (
            "1996-08-25",
            "United won at the weekend and lead the table.",
            {"the weekend": "1996-W34-WE"},
        ),
        ("1996-08-29", "MAJOR LEAGUE RESULTS WEDNESDAY", {"WEDNESDAY": "1996-08-28"}),
        ("1996-08-28", "WEDNESDAY, AUGUST 28TH SCHEDULE", {"WEDNESDAY, AUGUST 28TH": "1996-08-28"}),
        ("2013-09-16", "He is the third worker to be killed on Friday.", {"Friday": "2013-09-13"}),
        (
            "2009-02-04",
            "Sunday, a player was pulled over in the early-morning hours.",
            {"the early-morning hours": "2009-02-01TMO"},
        ),
        (
            "2022-07-08",
            "They passed the budget, under which taxes will rise in October, on Thursday.",
            {"Thursday": "2022-07-07", "October": "2022-10"},
        ),
        (
            "2013-06-18",
            "The court will rule on an appeal, which her lawyers filed in March, on Thursday.",
            {"Thursday": "2013-06-20", "March": "2013-03"},
        ),
        (
            "2023-08-30",
            "She said she would ask for a vote at the next meeting, on Monday, Sept. 11.",
            {"Monday, Sept. 11": "2023-09-11"},
        ),
        (
            "1987-03-05",
            "Police studied the April 2 fire at the mill, and an April 2 letter.",
            {"April 2": "1986-04-02"},
        ),
        (
            "1987-03-09",
            "Growth is expected to be 3.5 pct against the 6.5 pct forecast in December.",
            {"December": "1986-12"},
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
        (
            "1996-08-30",
            "Gold closed at $387 on Friday, versus New York's $388 finish on Thursday.",
            {"Thursday": "1996-08-29"},
        ),
        (
            "1996-08-30",
            "The yield will be watched: it rose to 7.12 percent from 7.04 percent late Thursday.",
            {"Thursday": "1996-08-29"},
        ),
        ("1996-12-06", "OPEC basket price $24.20 on Thursday.", {"Thursday": "1996-12-05"}),
        (
            "1996-12-06",
            "The exchange will report 35,662 contracts, down from Thursday's revised tally.",
            {"Thursday": "1996-12-05"},
        ),
        (
            "1996-08-28",
            "They spoke of the first October cargo, sold two weeks ago.",
            {"October": "1996-10"},
        ),
        (
            "2004-03-15",
            "The bourse lost 4.2 percent, to close at 7,696 from Friday's 8,034.",
            {"Friday": "2004-03-12"},
        ),
        ("2011-04-19", "Volume has shrunk since the March contract expired.", {"March": "2011-03"}),
        (
            "2012-08-22",
            "The drought is bad, and December corn has risen by half.",
            {"December": "2012-12"},
        ),
        (
            "1987-03-02",
            "The business was for April shipments and comprised 20,000 tonnes.",
            {"April": "1987-04"},
        ),
        (
            "1987-03-04",
            "He said the breakout projects gains to 103 in June T-bonds.",
            {"June": "1987-06"},
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
        (
            "1996-08-27",
            "The first half of the year is unlikely to be as strong as expected, an analyst said.",
            {"The first half of the year": "1996-H1"},
        ),
        (
            "1996-08-29",
            "Its fourth quarter, ended June 30, was poor.",
            {"fourth quarter": "1996-Q2"},
        ),
        ("1996-08-28", "Shares fell due to lower than expected June output.", {"June": "1996-06"}),
        (
            "2001-11-07",
            "It sees no recovery in the second quarter, which ends December 31.",
            {"the second quarter": "2001-Q4"},
        ),
        (
            "2009-08-04",
            "Procter will report on its fourth quarter, ended June 30, on Wednesday.",
            {"fourth quarter": "2009-Q2", "Wednesday": "2009-08-05"},
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
        (
            "2014-06-23",
            "Sarajevo, 1914. On 28 June a student fires two shots; by August Europe is at war.",
            {"28 June": "1914-06-28", "August": "1914-08"},
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
        (
            "1996-12-06",
            "On Thursday, the 11th Circuit court denied his appeal.",
            {"Thursday": "1996-12-05", "Thursday, the 11th": None},
        ),
        (
            "1996-12-06",
            "The institute was shut for nearly two years after the 1988 uprising.",
            {"nearly two years after": "P2Y"},
        ),
        (
            "1996-08-26",
            "Results:\n9. Rui Madeira (Portugal) Toyota 16:34\n10. Lampi 0:04 seconds behind",
            {"16:34": None, "0:04": None},
        ),
        ("1996-12-06", "Vicenza (1) v Internazionale (2) 1330", {"1330": None}),
        ("1996-12-07", "The 1860 Munich striker scored.", {"1860": None}),
        ("1996-12-07", "In 1972 Munich was the host of the Games.", {"1972": "1972"}),
        ("1996-08-22", "The batsman made his ninth century in 40 Tests.", {"ninth century": None}),
        (
            "1996-08-22",
            "Fall: 1-103 2-105. A fall was not likely, dealers said.",
            {"Fall": None, "fall": None},
        ),
        ("1996-08-24", "Leeds made up a 2-0 first-half deficit.", {"first-half": None}),
        ("1996-08-22", "She spent years in summer stock.", {"summer": None}),
        (
            "1996-08-22",
            "Holiday 9,300 Week Ago; imports in 000s.",
            {"9,300 Week Ago": None, "000s": None},
        ),
        (
            "2006-10-12",
            "The house, built in the 18th century, belongs to a former batsman.",
            {"the 18th century": "17"},
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


@for_each_case(KINDS)
def test_real_news_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected


def test_what_belongs_to_a_thing_is_no_open_end() -> None:
    found = dates_told(
        "A cabinet came after June general elections. Anger was sparked by Saturday's murder.",
        "1996-08-26",
        ["June", "Saturday"],
    )
    assert found == {"June": "1996-06", "Saturday": "1996-08-24"}
