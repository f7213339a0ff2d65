"""Kinds that features and agencies showed: what is called for, days of long ago, feasts, slips."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Each with its day of publication.
CASES = {
    "votes and strikes named by their month, asked for or feared": (
        "2001-12-10",
        "The party called for a January vote. The union has proposed a May referendum. The guild "
        "warned of a February walkout. The premier, who favors a March election, said nothing.",
        {"January": "2002-01", "May": "2002-05", "February": "2002-02", "March": "2002-03"},
    ),
    "in headlines": (
        "2001-12-10",
        "Central bank hints at January cut\n\nCabinet mulls February vote\n\nMayor backs April "
        "start for works",
        {"January": "2002-01", "February": "2002-02", "April": "2002-04"},
    ),
    "but not what was held": (
        "2001-12-10",
        "The court upheld a January ruling. The party criticized a March vote. They demanded a "
        "recount of the May vote. The board considered a June report.",
        {"January": "2001-01", "March": "2001-03", "May": "2001-05", "June": "2001-06"},
    ),
    "nor in a story": (
        "2001-12-10",
        "In 1995 the party called for a January vote and lost it.",
        {"January": "1995-01"},
    ),
    "what nobody has done on some day is to come": (
        "2011-01-31",
        "Leaders have called for a march on Thursday. The union has announced a strike on Friday.",
        {"Thursday": "2011-02-03", "Friday": "2011-02-04"},
    ),
    "and who called for it on that day": (
        "2011-01-31",
        "Leaders called for talks on Thursday.",
        {"Thursday": "2011-01-27"},
    ),
    "doing what is proposed": (
        "2010-08-17",
        "The manager has recommended shutting it Dec. 31. He suggested moving the vote to Dec. 12. "
        "She urged delaying the sale until Jan. 5.",
        {"Dec. 31": "2010-12-31", "Dec. 12": "2010-12-12", "until Jan. 5": "../2011-01-05"},
    ),
    "doing what was remembered": (
        "2010-08-17",
        "The manager recalled shutting it Dec. 31. He regretted missing the vote on Dec. 12.",
        {"Dec. 31": "2009-12-31", "Dec. 12": "2009-12-12"},
    ),
    "a day told in full goes on": (
        "2015-11-24",
        "Altyn LLC was founded on February 3, 2014. The ministry published the tender on February "
        "14 and closed it on February 28.",
        {"February 14": "2014-02-14", "February 28": "2014-02-28"},
    ),
    "so does what papers show": (
        "2015-11-24",
        "Papers show that the firm was founded on February 3, 2014. The ministry published the "
        "tender on February 14.",
        {"February 14": "2014-02-14"},
    ),
    "weekdays in the sentence of a day of long ago": (
        "2006-02-10",
        "On November 13, 1987, the crew left port and on Sunday the ship sank. On 3 May 1988 the "
        "court had freed him, but on Saturday he was jailed again. On 13 May 1988 the talks were "
        "put off until Monday.",
        {"Sunday": "1987-11-15", "Saturday": "1988-05-07", "until Monday": "../1988-05-16"},
    ),
    "weekdays of the news beside one": (
        "2006-02-10",
        "On November 13, 1987, the crew left port, the firm said Wednesday. The man who founded "
        "the club on 3 May 1988 died on Monday. A man jailed on 4 May 1988 will be freed on "
        "Tuesday.",
        {"Wednesday": "2006-02-08", "Monday": "2006-02-06", "Tuesday": "2006-02-14"},
    ),
    "what would have been": (
        "2006-02-10",
        "It would have been her 39th birthday on Tuesday, Valentine's Day of all days.",
        {"Tuesday": "2006-02-14", "Valentine's Day": "2006-02-14"},
    ),
    "a weekday and its feast": (
        "2013-12-20",
        "The shop shuts on Wednesday, Christmas Day.",
        {"Wednesday": "2013-12-25", "Christmas Day": "2013-12-25"},
    ),
    "a feast behind its year and before it": (
        "2012-06-08",
        "He was married in 2010, at Easter. The house burned in 2009, on New Year's Eve. We had "
        "him home for Christmas in 2008.",
        {"Easter": "2010-04-04", "New Year's Eve": "2009-12-31", "Christmas in 2008": "2008-12-25"},
    ),
    "early and late feasts": (
        "2003-04-29",
        "Sales grew, helped by an early Easter.",
        {"Easter": "2003-04-20"},
    ),
    "decades with an apostrophe": (
        "2001-04-22",
        "A revival came in the 80's. He was in his 70's. He had sung in the '60's.",
        {"the 80's": "198X", "70's": "None", "the '60's": "196X"},
    ),
    "beforehand": (
        "2002-12-29",
        "A summit planned for 25 December was called off two days beforehand.",
        {"two days beforehand": "2002-12-23"},
    ),
    "entries that begin with their year": (
        "2015-11-20",
        "1992 spring - Fighting.\n\n2015 May - Theft found.\n\n2014 autumn: A vote.",
        {"1992 spring": "1992-03~/1992-05~", "2015 May": "2015-05",
         "2014 autumn": "2014-09~/2014-11~"},
    ),
    "figures at the head of a text are of its day": (
        "1996-11-06",
        "DATE: 11/6/96\n\nTITLE: REFUGEES TURNED BACK",
        {"11/6/96": "1996-11-06"},
    ),
    "figures that last to the present": (
        "2005-10-11",
        "She took office. Term: 10/11/2005 to present.",
        {"10/11/2005": "2005-10-11"},
    ),
    "figures that nothing decides": (
        "2005-12-11",
        "She was sworn in on 10/11/2005.",
        {"10/11/2005": "None"},
    ),
    "a month of the story, not of an aside": (
        "2014-07-05",
        "On July 2, 2013, a blast tore through the shed. The firm, founded in 1926, filed for "
        "bankruptcy that October.",
        {"that October": "2013-10"},
    ),
    "a month of an aside that is the story": (
        "2020-12-01",
        "She studied in Trieste from 1962. Her first house, built for an aunt in 1969, was shown "
        "that October.",
        {"that October": "1969-10"},
    ),
    "counted in the year": (
        "1998-07-14",
        "He claimed his fifth victory of the year. The year was hard.",
        {"the year": "1998"},
    ),
    "the year of what is made for it": (
        "1999-03-23",
        "A contract for 2000 may be signed. The work is for 1900 people.",
        {"2000": "2000", "1900": "None"},
    ),
    "weekdays of each month": (
        "1994-03-18",
        "It blows on the first Monday of every March. They met on the last Friday of every month.",
        {"Monday": "None", "Friday": "None", "the last Friday": "None", "March": "None"},
    ),
    "what was then suspended until a day": (
        "1996-11-06",
        "A visit on October 27th ended badly. The agency then suspended all trips until November "
        "4th.",
        {"until November 4th": "../1996-11-04"},
    ),
    "an aside before the date of its main verb": (
        "2012-05-28",
        "The law, adopted on 3 June, entered into force in August 1999.\n\nThe last letter, dated "
        "Nov. 2, reached the farm in January 1943.",
        {"3 June": "1999-06-03", "Nov. 2": "1942-11-02"},
    ),
    "an aside before a date of another clause": (
        "2014-03-04",
        "Zhotov, sentenced on November 5, was only the second since it became law in July 2011.",
        {"November 5": "2013-11-05"},
    ),
    "a week or two on": (
        "1998-09-03",
        "A service will be held on Saturday week. The council meets on Tuesday fortnight. The "
        "Friday week was long.",
        {"Saturday week": "1998-09-12", "Tuesday fortnight": "1998-09-22", "Friday": "1998-08-28"},
    ),
    "years beside a span": (
        "2005-10-11",
        "She directed the office in 1997-98 and was a fellow the year before. He served from 1990 "
        "to 1994 and retired the following year. He sat in 1987-89. In 1995 he left, and the "
        "following year died.",
        {"the year before": "1996", "the following year": "1996"},
    ),
    "the year after a span": (
        "2005-10-11",
        "He served from 1990 to 1994 and retired the following year.",
        {"the following year": "1995"},
    ),
    "the title of a report heads it with its year": (
        "2004-02-25",
        "Country Reports on Human Rights Practices - 2003\n\nFebruary 25, 2004\n\nIn August 2002 "
        "a team came. On May 15, a man died in custody. An inquiry had not ended by year's end. "
        "Few were freed during the year.",
        {"May 15": "2003-05-15", "by year's end": "../2003", "the year": "2003"},
    ),
    "the title of news does not": (
        "2004-02-25",
        "Worst floods since 1998\n\nOn January 5 a dam broke. A man died on November 3.",
        {"January 5": "2004-01-05", "November 3": "2003-11-03"},
    ),
    "a law that was adopted and changed": (
        "2005-05-31",
        "The code, adopted in 1999 and last changed in January 2004, could serve. On 6 January, a "
        "man was denied registration.",
        {"6 January": "2005-01-06"},
    ),
    "what was wished done": (
        "2020-01-03",
        "The utility said Thursday that it hoped to have all lines repaired by Saturday. It wants "
        "to get the road cleared by Sunday. Mayor Dray had the road cleared on Monday.",
        {"by Saturday": "../2020-01-04", "by Sunday": "../2020-01-05", "Monday": "2019-12-30"},
    ),
    "what was possible": (
        "2020-01-03",
        "Forecasters said more snow was possible Sunday. The possible cause of Monday's fire is "
        "not known.",
        {"Sunday": "2020-01-05", "Monday": "2019-12-30"},
    ),
    "a bet before a day": (
        "1996-11-04",
        "Nobody wants to make a big bet before Wednesday. He bet on it on Friday.",
        {"Wednesday": "1996-11-06", "Friday": "1996-11-01"},
    ),
    "until at least": (
        "1998-08-28",
        "The lender suspended withdrawals until at least Sept. 7.",
        {"Sept. 7": "1998-09-07"},
    ),
    "rounds of talks and more strikes": (
        "2000-06-15",
        "He proposed a new round of talks on October 9. They have threatened more before "
        "Christmas.",
        {"October 9": "2000-10-09", "before Christmas": "../2000-12-24"},
    ),
    "this week's day that had been planned for": (
        "2001-10-05",
        "A vote had been planned for this Wednesday, but that was a holiday. A vote is planned for "
        "this Thursday.",
        {"this Wednesday": "2001-10-03", "this Thursday": "2001-10-11"},
    ),
    "calls that were not returned": (
        "1994-10-21",
        "Dray, whose term expires next year, did not return calls Wednesday.",
        {"Wednesday": "1994-10-19"},
    ),
    "the rest of a decade": (
        "2008-06-11",
        "He graduated in 1973, and worked abroad throughout the rest of the decade. By the end of "
        "the decade output will double.",
        {"the rest of the decade": "197X", "by the end of the decade": "None"},
    ),
    "figures in a byline": (
        "2003-05-06",
        "Mill burns\n\nBy Maura Tierney, Correspondent, 5/6/2003\n\nQUABBIN - A fire tore.",
        {"5/6/2003": "2003-05-06"},
    ),
    "a market of each week": (
        "2014-03-13",
        "The Sunday market is shut. The Sunday vote was calm.",
        {"Sunday": "2014-03-09"},
    ),
    "a vote of a season": (
        "2001-02-08",
        "He wants results before a spring election.",
        {"spring": "2001-03~/2001-05~"},
    ),
    "days of the world and of mothers": (
        "2020-05-07",
        "Sunday is Mother's Day. World Refugee Day is marked in June. Human Rights Day was quiet.",
        {"Mother's Day": "2020-05-10", "World Refugee Day": "2020-06-20",
         "Human Rights Day": "2019-12-10"},
    ),
    "the end of a year that is over": (
        "2010-03-11",
        "Trials had not ended by the end of the year. Output will double by the end of the year. "
        "He had asked them to end it by the end of this year.",
        {"by the end of the year": "../2010", "by the end of this year": "../2010"},
    ),
    "weekends of a month": (
        "2016-09-20",
        "Rumors had spread since the last weekend of August. They met on the first weekend of May "
        "2015.",
        {"since the last weekend of August": "2016-08-27/..",
         "the first weekend of May 2015": "2015-05-02/2015-05-03"},
    ),
    "before a season": (
        "2012-01-18",
        "A verdict is not expected before spring.",
        {"spring": "2012-03~/2012-05~"},
    ),
    "what is expected": (
        "2009-02-18",
        "We expect a recovery in the second half of the year. The bank forecasts growth in May.",
        {"the second half of the year": "2009-07/2009-12", "May": "2009-05"},
    ),
    "what is welcomed": (
        "2019-04-05",
        "We welcome the decision of the court on Wednesday to uphold the results. The mayor "
        "welcomes guests on Monday.",
        {"Wednesday": "2019-04-03", "Monday": "2019-04-08"},
    ),
    "wages for a month": (
        "1999-03-30",
        "Wages for December will be paid by 2 April and those for January by the end of April.",
        {"December": "1998-12", "January": "1999-01"},
    ),
    "the same day of a year before": (
        "2013-07-02",
        "The level stood at 40 feet on Monday. It was 38 feet on the same day last year.",
        {"the same day last year": "2012-07-01"},
    ),
    "a day of last year": (
        "2013-07-02",
        "Last year we could open the sluices only on August 14. Next year it will be fifty, said "
        "its head, who came on September 3.",
        {"August 14": "2012-08-14", "September 3": "2012-09-03"},
    ),
    "decades in a row and ages": (
        "1996-03-24",
        "Letters were read in the 1950's and 60's. She was in her sixties. Rents rose in the "
        "seventies.",
        {"60's": "196X", "sixties": "None", "the seventies": "197X"},
    ),
    "what goes by the name of a feast all through its month": (
        "2020-10-06",
        "The Christmas markets would not be held. She left at Easter.",
        {"Christmas": "None", "Easter": "2020-04-12"},
    ),
    "a ballot of May": (
        "2014-03-11",
        "School board puts levy on May ballot\n\nShe leaned on May Lindt.",
        {"May": "2014-05"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("published", "text", "dates"), CASES.values(), ids=CASES.keys())
def test_kinds(published: str, text: str, dates: dict[str, str]) -> None:
    assert dates_told(text, published, dates) == dates
