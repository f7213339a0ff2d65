"""Kinds that newswire and histories showed: parts of years, seasons of things, words quoted."""

from __future__ import annotations

import pytest

from .dates_told import dates_told, values_told

# Each with its day of publication.
CASES = {
    "months at either end of a year": (
        "2013-03-19",
        "In the first three months of 2012 he won. The last three months of 2011 and the first six "
        "months of 2010 were bad, as were the last 6 months of 2009.",
        {
            "the first three months of 2012": "2012-01/2012-03",
            "The last three months of 2011": "2011-10/2011-12",
            "the first six months of 2010": "2010-01/2010-06",
            "the last 6 months of 2009": "2009-07/2009-12",
        },
    ),
    "other months of a year": (
        "2013-03-19",
        "The first nine months of 2008 were calm. The first two months of 2007 and the first "
        "three days of 2006 were not.",
        {
            "The first nine months of 2008": "2008-01/2008-09",
            "The first two months of 2007": "2007-01/2007-02",
            "the first three days of 2006": "2006",
        },
    ),
    "what was said on another day": (
        "2013-03-20",
        'The minister said on Monday: "We will sign it tomorrow." “The strike began last week,” a '
        'miner told reporters on Sunday. "Yesterday we lost a friend," the mayor wrote on March 5, '
        "2001.",
        {"tomorrow": "2013-03-19", "last week": "2013-03-04/2013-03-10",
         "Yesterday": "2001-03-04"},
    ),
    "speech that goes on behind its report": (
        "2013-03-20",
        '"We lost him yesterday," she said on Monday. "Tomorrow we bury him." He fell ill last '
        "week.",
        {"yesterday": "2013-03-17", "Tomorrow": "2013-03-19", "last week": "2013-03-11/2013-03-17"},
    ),
    "speech of another year": (
        "2013-03-20",
        'He told parliament in 2005, "This year we will build ten schools. Ten years ago we had '
        'none. I am tonight in Osh." They opened last year.',
        {"This year": "2005", "Ten years ago": "1995", "tonight": "2005", "last year": "2012"},
    ),
    "letters of another day": (
        "2013-03-20",
        'In a letter dated May 4, 1986, he wrote: "Ten days ago nobody knew. Last month '
        'we danced."',
        {"Ten days ago": "1986-04-24", "Last month": "1986-04"},
    ),
    "days that are not of the report": (
        "2013-03-20",
        '"We left yesterday," said Ames, who resigned in 1998. "We met last week," said the man, '
        'arrested on Monday. "We quit today." On Monday, he said, they had stayed.',
        {"yesterday": "2013-03-19", "last week": "2013-03-11/2013-03-17", "today": "2013-03-20"},
    ),
    "speech of a history that does not say when": (
        "2013-03-20",
        'In 1969 he sent more men. Nixon said, "I am tonight announcing a withdrawal by the spring '
        'of next year. We took office 15 months ago." In March he sent more.',
        {"tonight": "None", "by the spring of next year": "None", "15 months ago": "None",
         "March": "1969-03"},
    ),
    "speech of news that tells of long ago": (
        "2013-03-20",
        'The pit was shut in 1998. "We open it next year," a miner said. It burned last month.',
        {"next year": "2014", "last month": "2013-02"},
    ),
}  # fmt: skip

# Values as TimeML writes them, in order.
VALUES = {
    "parts of spans": (
        "2013-03-19",
        "The first nine months of 2008 were calm. He wrote in the first ten days of March 2009. "
        "In the last two days of 2010 and the last week of April 2011 he sang.",
        ["2008", "2009-03", "2010", "2011-W17"],
    ),
    "hours in words": (
        "2010-04-07",
        "Police raided the house on Monday at 4 in the morning. At four in the morning on Tuesday "
        "they left. He fell at three o'clock in the afternoon on May 3, 2009, and died at 11:30 at "
        "night. At six in the evening on March 2 it rained. On Sunday they came at two at night.",
        ["2010-04-05T04:00", "2010-04-06T04:00", "2009-05-03T15:00",
         "2009-05-03T23:30", "2010-03-02T18:00", "2010-04-04", "2010-04-04T02:00"],
    ),
    "weeks of feasts": (
        "2010-12-29",
        "The airport was closed in Christmas week. It was shut during Thanksgiving week and as "
        "Easter week began. Holy Week 2009 was wet, Christmas week of 2007 was cold.",
        ["2010-W51", "2010-W47", "2010-W13", "2009-W15", "2007-W52"],
    ),
    "weeks to come of feasts, and no feasts": (
        "2000-04-17",
        "Ships will stay in port as Easter week begins. Fashion Week opened on Friday.",
        ["2000-W16", "2000-04-14"],
    ),
    "weekdays and seasons counted back": (
        "2013-03-19",
        "He left two Thursdays ago and came back three Sundays ago. Two summers ago it rained; six "
        "winters ago it froze. They met two Tuesdays ago, a few Mondays ago, and on Fridays.",
        ["2013-03-07", "2013-03-03", "2011-SU", "2007-WI", "2013-03-05", "XXXX-XX-XX",
         "XXXX-WXX-5"],
    ),
    "years in two numbers": (
        "2013-03-19",
        "It was worse ten and twenty years ago, and twenty-five and thirty-five years ago. A "
        "hundred and twenty years ago and two hundred and ten years ago it burned. Two and a half "
        "years ago and a hundred years ago it did not.",
        ["1993", "1978", "1893", "1803", "2010-09", "1913"],
    ),
    "some weekday": (
        "2013-03-22",
        "On a recent Tuesday he sat in the sun, and one recent Sunday afternoon she joined him. On "
        "a typical Friday or any given Saturday they pray.",
        ["XXXX-XX-XX", "XXXX-XX-XX", "XXXX-XX-XX", "XXXX-XX-XX"],
    ),
    "weekdays behind other words": (
        "2013-03-22",
        "A recent vote on Monday failed. A long Tuesday meeting broke up. A rare Sunday session "
        "was called.",
        ["2013-03-18", "2013-03-19", "2013-03-17"],
    ),
    "lengths in two units": (
        "2013-03-19",
        "A year and two months ago he left. It began at 10 p.m. on May 5, 2010. Two hours and ten "
        "minutes later it ended.",
        ["2012-01", "2010-05-05T22:00", "2010-05-06T00:10"],
    ),
    "lengths in two units, counted from a day": (
        "2013-03-19",
        "It began on May 5, 2010. Three weeks and two days later it ended. He sang for a year and "
        "two months. Two months and nine days ago he left.",
        ["2010-05-05", "2010-05-28", "2013-01"],
    ),
    "what follows an event": (
        "2013-03-19",
        "It began on May 5, 2010. The week following the raid was calm. In the year following his "
        "arrest and the month following independence he wrote.",
        ["2010-05-05", "XXXX-WXX", "XXXX", "XXXX-XX"],
    ),
    "what follows a date": (
        "2013-03-19",
        "It began on May 5, 2010. The week following was calm. On May 9, 2011, he came. The day "
        "following, he left.",
        ["2010-05-05", "2010-W19", "2011-05-09", "2011-05-10"],
    ),
    "parts of every week": (
        "2013-03-20",
        "Flights will leave on Monday and Tuesday nights. The show airs on Sunday evenings, and on "
        "Friday mornings he prayed.",
        ["XXXX-WXX-1", "XXXX-WXX-2", "XXXX-WXX-7", "XXXX-WXX-5"],
    ),
    "nights of one week": (
        "2013-03-20",
        "Police fought miners on Sunday and Monday nights. He left on Tuesday night.",
        ["2013-03-17", "2013-03-18", "2013-03-19TNI"],
    ),
    "until when something will last": (
        "2012-05-16",
        "Mourning begins Thursday. Flags will fly at half-mast through Saturday. The funeral is "
        "set for Friday.",
        ["2012-05-17", "2012-05-19", "2012-05-18"],
    ),
    "what follows a time that will last": (
        "2012-05-16",
        "The show runs through Sunday and reopens on Friday. Talks open on Monday, May 28. A "
        "ruling is due on Thursday.",
        ["2012-05-20", "2012-05-25", "2012-05-28", "2012-05-31"],
    ),
    "lengths from a day on": (
        "2012-05-16",
        "The mine will be shut for two days from Thursday. It is closed for a week from next "
        "Monday. Two days from Sunday it will open.",
        ["2012-05-17", "2012-05-21", "2012-05-22"],
    ),
    "weekdays of the month told": (
        "2011-08-23",
        "Rallies are planned for September. The first is on the second Saturday of the month, the "
        "last on the last Friday in the month.",
        ["2011-09", "2011-09-10", "2011-09-30"],
    ),
    "weekdays of any month": (
        "2011-08-23",
        "The council meets on the first Monday of the month. On the last Friday of each month he "
        "sings. He sang on the second Sunday of this month.",
        ["XXXX-XX-XX", "2011-08-14"],
    ),
    "months of what is traded": (
        "2011-08-23",
        "December corn climbed 0.8 percent while October gold fell. March wheat was up 2 cents.",
        ["2011-12", "2011-10", "2012-03"],
    ),
    "months of what was traded": (
        "2011-08-23",
        "In December corn climbed 0.8 percent. November gold production fell. July crude exports "
        "were low.",
        ["2010-12", "2010-11", "2011-07"],
    ),
    "first and last days": (
        "2006-11-14",
        "The final will be played on the last day of November. The last day of 2005 was cold. He "
        "left on the first day of next month and came on the final day of August. In June 2004 he "
        "came. On the last day of that month he fell.",
        ["2006-11-30", "2005-12-31", "2006-12-01", "2006-08-31", "2004-06", "2004-06-30"],
    ),
    "first and last days of a month and year that go by": (
        "2006-11-14",
        "It ends on the last day of the month. It will be shut until the last day of the year.",
        ["2006-11-30", "2006-12-31"],
    ),
    "first and last days that are over": (
        "2006-11-14",
        "On the last day of the year he fled.",
        ["2005-12-31"],
    ),
    "first and last days of other things": (
        "2006-11-14",
        "On the first day of the week it rained, on the last day of the talks it snowed. The last "
        "days of August were dry.",
        ["2006-08"],
    ),
    "things of last year": (
        "2006-11-14",
        "At last year's session in New Delhi, held in July, he spoke. In last year's May vote he "
        "won. Last year's riots, in June, killed ten. At last year's congress in August he fell.",
        ["2005", "2005-07", "2005", "2005-05", "2005", "2005-06", "2005", "2005-08"],
    ),
    "what was done to things of last year": (
        "2006-11-14",
        "He cut last year's budget in July. The envoy, who quit after last year's riots, was held "
        "in June.",
        ["2005", "2006-07", "2005", "2006-06"],
    ),
    "the new year": (
        "2014-09-26",
        "A rise is planned for the new year, and the bill will be debated in the new year. Firms "
        "are heading into the new year in gloom. By the new year it will be gone.",
        ["2015", "2015", "2015", "2015"],
    ),
    "the new year when it is there": (
        "2015-01-06",
        "Prices rose in the new year. It will be debated in the new year. The new year budget and "
        "the New Year Honours were told.",
        ["2015", "2015"],
    ),
    "the weekend of what was planned": (
        "2014-09-26",
        "The captain was to be arraigned over the weekend. He was hurt at the weekend.",
        ["2014-W39-WE", "2014-W38-WE"],
    ),
    "half an hour": (
        "2014-09-26",
        "It began at 10 p.m. on May 5, 2010. Half an hour later it ended.",
        ["2010-05-05T22:00", "2010-05-05T22:30"],
    ),
    "days with the article": (
        "2009-07-20",
        "They met from the 3rd to the 7th of March. On the 3rd, 5th and 7th of April he sang. It "
        "rained between the 8th and the 9th of May.",
        ["2009-03-03", "2009-03-07", "2009-04-03", "2009-04-05", "2009-04-07", "2009-05-08",
         "2009-05-09"],
    ),
    "lists of stretches of days": (
        "2009-07-20",
        "The court sat June 3-5 and 10-12. Talks were held on 3-4, 10-11 and 17-18 May 2007.",
        ["2009-06-03", "2009-06-05", "2009-06-10", "2009-06-12", "2007-05-03", "2007-05-04",
         "2007-05-10", "2007-05-11", "2007-05-17", "2007-05-18"],
    ),
    "scores": (
        "2009-07-20",
        "March beat May 6-3, 6-4. He won 6-3, 6-4 on July 5.",
        ["2009-07-05"],
    ),
    "days joined by a sign": (
        "2009-07-20",
        "Hearings on June 22, 24 & 26 were closed. AT&T rose in 2007 & 2008.",
        ["2009-06-22", "2009-06-24", "2009-06-26", "2007", "2008"],
    ),
    "parts of a month told": (
        "2016-04-08",
        "In March exports fell. In the second half of the month they recovered. Sales fell on Feb. "
        "3. Later in the month they rose.",
        ["2016-03", "2016-03", "2016-02-03", "2016-02"],
    ),
    "the end of a month told": (
        "2016-04-08",
        "Exports fell in February. By the end of the month they had recovered. He left on March "
        "22. At the end of the week he came back.",
        ["2016-02", "2016-02", "2016-03-22", "2016-W12"],
    ),
    "parts of a month that goes by": (
        "2016-04-08",
        "He left in March. He hopes to be back by the end of the month. It rained in the second "
        "half of last month. It is due in May. Snow fell at the beginning of the month.",
        ["2016-03", "2016-04", "2016-03", "2016-05", "2016-04"],
    ),
    "hours on the 17th": (
        "2012-06-20",
        "The plane left at 3 p.m. on the 17th. By 6 p.m. on the 18th it was found. At 2 a.m. on "
        "the 19th he fell.",
        ["2012-06-17T15:00", "2012-06-18T18:00", "2012-06-19T02:00"],
    ),
    "hours on a floor": (
        "2012-06-20",
        "He spoke at 5 p.m. on the 3rd floor. At 6 p.m. on the 12th Lind died.",
        ["XXXX-XX-XXT17:00", "XXXX-XX-XXT18:00", "2012-06-12"],
    ),
    "times to come": (
        "2013-03-19",
        "In two days' time the vote begins. In three weeks' time we vote. In two days he was dead.",
        ["2013-03-21", "2013-W15"],
    ),
    "numbers of resolutions": (
        "2013-03-19",
        "Security Council Resolutions 1718, 1874 and 2087 were cited, with resolutions 1970 (2011) "
        "and 1973 (2011). Articles 1990 and 1991 and pages 1998 to 2001 were read.",
        ["2011", "2011"],
    ),
    "years of resolutions": (
        "2013-03-19",
        "It passed resolutions in 1990 and 1991. Those resolutions of 2009 and 2010 failed. In "
        "its articles, 1996 was named.",
        ["1990", "1991", "2009", "2010", "1996"],
    ),
    "titles of books and films": (
        "2013-03-19",
        'The novel "1984" was banned, and the film “2001: A Space Odyssey” of 1968 was shown. '
        '"1999 was bad," he said. "It ended in 2002."',
        ["1968", "1999", "2002"],
    ),
    "levels of prices": (
        "2013-03-19",
        "The index rose 1995 points. It closed at 1985 on Friday. At 1990 prices it fell.",
        ["2013-03-15", "1990"],
    ),
    "numbers of people in a part of a day": (
        "2010-04-07",
        "Police arrested four in the morning raid on Monday. He was one in the evening crowd.",
        ["XXXX-XX-XXTMO", "2010-04-05", "2010-04-05TEV"],
    ),
    "seasons of things of a year": (
        "2009-12-19",
        "The spring offensive of 1918 failed. The winter session of 1997 opened. The Summer Riots "
        "in 2001 were put down. The Winter War of 1939-40 was lost.",
        ["1918-SP", "1918", "1997-WI", "1997", "2001-SU", "2001", "1939-WI", "1939", "1940"],
    ),
    "seasons of things dated behind them": (
        "2009-12-19",
        "They halted and launched their main summer offensive in the south in June 2002. "
        "The autumn term ended in November 2003. A winter campaign in January 2005 failed.",
        ["2002-SU", "2002-06", "2003-FA", "2003-11", "2004-WI", "2005-01"],
    ),
    "seasons that stand apart from a year": (
        "2009-12-19",
        "The summer drought killed cattle that came in 1998. The winter was cold, and in January "
        "1995 it had been mild.",
        ["2009-SU", "1998", "2009-WI", "1995-01"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("published", "text", "dates"), CASES.values(), ids=CASES.keys())
def test_kinds(published: str, text: str, dates: dict[str, str]) -> None:
    assert dates_told(text, published, dates) == dates


@pytest.mark.parametrize(("published", "text", "values"), VALUES.values(), ids=VALUES.keys())
def test_values(published: str, text: str, values: list[str]) -> None:
    assert values_told(text, published) == values
