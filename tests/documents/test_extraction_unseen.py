"""Kinds that texts of other hands showed: questions, what is at hand, and what stands beside."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Each with its day of publication.
CASES = {
    "what is at hand": (
        "2006-06-23",
        "With Sunday's referendum close at hand, posters cover every wall. With the July 2 vote "
        "around the corner, rivals traded insults. With the September polls only weeks away, he "
        "quit.",
        {"Sunday": "2006-06-25", "July 2": "2006-07-02", "September": "2006-09"},
    ),
    "what is behind": (
        "2006-06-23",
        "With Sunday's vote over, posters came down. After Tuesday's match two men were detained "
        "miles away.",
        {"Sunday": "2006-06-18", "Tuesday": "2006-06-20"},
    ),
    "questions of what is to come": (
        "2006-06-23",
        "Can the ice hold until Sunday's race? Will voters back him in September? Could the mine "
        "reopen on Tuesday?",
        {"until Sunday": "../2006-06-25", "September": "2006-09", "Tuesday": "2006-06-27"},
    ),
    "questions of what was": (
        "2006-06-23",
        "Was the bridge open on Monday? Did he resign in August? May Lindt left on Tuesday. Will "
        "Deacon, a clerk, resigned in September.",
        {"Monday": "2006-06-19", "August": "2005-08", "Tuesday": "2006-06-20",
         "September": "2005-09"},
    ),
    "what lasts until an occasion": (
        "2006-06-23",
        "Crews are trying to hold the dike until Sunday's high tide. A truce held until Monday's "
        "raid.",
        {"until Sunday": "../2006-06-25", "until Monday": "../2006-06-19"},
    ),
    "days to come behind a month farther ahead": (
        "2009-11-20",
        "Members would be balloted on an increase of 2% from October 2010. The result is expected "
        "on 9 December. The contract runs out in March 2012.",
        {"9 December": "2009-12-09"},
    ),
    "months to come in their order": (
        "2009-11-20",
        "The tunnel is to open in March 2011. Trains will run through it from September. The "
        "second tube follows in May 2012.",
        {"September": "2011-09"},
    ),
    "a verb behind a clause of what will be": (
        "1999-12-16",
        "Scientists who will winter at the base reached it November 28. Players who will miss the "
        "final trained alone on Monday. The bank will redeem preferred shares on January 5.",
        {"winter": "None", "November 28": "1999-11-28", "Monday": "1999-12-13",
         "January 5": "2000-01-05"},
    ),
    "things of a season": (
        "1999-12-16",
        "Its winter timetable drew complaints. She bought a summer dress. The army's autumn "
        "offensive had failed.",
        {"winter": "None", "summer": "None", "autumn": "1999-09~/1999-11~"},
    ),
    "what somebody had done before": (
        "2001-09-08",
        "They laid down arms in August 1999, having pledged it in March. He took office in May "
        "1998, having been elected in November.",
        {"March": "1999-03", "November": "1997-11"},
    ),
    "what somebody had done this year": (
        "2001-09-08",
        "Having lost the vote in July, he left on August 3.",
        {"July": "2001-07", "August 3": "2001-08-03"},
    ),
    "what was moved from a date": (
        "2005-08-09",
        "Postponed from June 14, the launch is slated for Friday. Delayed from July, the vote will "
        "be held in September. The trial, put back from May 3, opens on Monday.",
        {"June 14": "2005-06-14", "July": "2005-07", "September": "2005-09",
         "May 3": "2005-05-03", "Monday": "2005-08-15"},
    ),
    "what was moved to a date, or up": (
        "2005-08-09",
        "Brought forward from December, the vote is on September 4. Set for September 14, the "
        "launch is a test. Adjourned on June 14, the trial goes on.",
        {"December": "2005-12", "September 14": "2005-09-14", "June 14": "2005-06-14"},
    ),
    "numbers behind a day": (
        "2005-08-09",
        "Two trains collided on February 20, and 30 riders were hurt. A plane crashed on June 1, "
        "and 25 were killed. The bill passed on April 12 and 31 members walked out.",
        {"February 20": "2005-02-20", "30": "None", "June 1": "2005-06-01", "25": "None",
         "April 12": "2005-04-12", "31": "None"},
    ),
    "lists of days": (
        "2005-08-09",
        "They met on May 4 and 5 at home. He was there on June 6, 7, and 8 and left.",
        {"May 4": "2005-05-04", "5": "2005-05-05", "7": "2005-06-07", "8": "2005-06-08"},
    ),
    "hours of each day": (
        "2015-10-27",
        "Since October 12 a curfew from 8 p.m. to 4 a.m. has been in force. Until November 3 the "
        "gates open at 7 a.m. and close at 9 p.m.",
        {"8 p.m.": "None", "4 a.m.": "None", "7 a.m.": "None", "9 p.m.": "None"},
    ),
    "hours of one day": (
        "2015-10-27",
        "On October 12 the road was shut from 8 p.m. to 10 p.m.",
        {"8 p.m.": "2015-10-12", "10 p.m.": "2015-10-12"},
    ),
    "years that stand like numbers": (
        "2017-01-21",
        "The drought cost herders more than 2011's floods did. Accounts for 2000 and 2001 are "
        "lost. The ship carried 1900 and 2500 crates.",
        {"2011": "2011", "2000": "2000", "2001": "2001", "1900": "None", "2500": "None"},
    ),
    "the day of what has been told": (
        "2017-11-25",
        "Flames swept the market on Saturday, November 4. Those who lost stalls in Saturday's fire "
        "were lent tents.",
        {"Saturday": "2017-11-04"},
    ),
    "the day of something else": (
        "2017-11-27",
        "A quake struck on October 31. The mayor spoke of Tuesday's fire.",
        {"Tuesday": "2017-11-21"},
    ),
    "later in the day of news": (
        "1999-06-18",
        "He paid a call on the premier Thursday. A truce signed on 12 September 1991 left the "
        "marsh to neither side.\n\nHe accepted an invitation. He left for home later in the day.",
        {"later in the day": "1999-06-18"},
    ),
    "later in a day told": (
        "1999-06-18",
        "On May 3, 1981, troops took the pass. They withdrew later in the day.",
        {"later in the day": "1981-05-03"},
    ),
    "a day earlier than publication": (
        "2008-05-27",
        "The fall of 2007 was wet. In a statement issued a day earlier, the group called it so.",
        {"a day earlier": "2008-05-26"},
    ),
    "a day earlier than one told": (
        "2008-05-27",
        "He was freed on March 3. A day earlier he had been beaten.",
        {"A day earlier": "2008-03-02"},
    ),
    "the following day of what is over": (
        "2013-03-28",
        "He gave a man a fatal dose on 3 February 2010.\n\nJudges ruled on Thursday that it was "
        "so. They said a sample taken the following day was tainted.",
        {"the following day": "2010-02-04"},
    ),
    "the following day of what is to come": (
        "2013-03-28",
        "They met on 3 February 2010. He will be in Rome on Monday and in Oslo the following day.",
        {"the following day": "2013-04-02"},
    ),
    "earlier in a stretch, not a length before it": (
        "2013-03-28",
        "The appeal was heard over two days earlier this month. On May 5, 2012, he left. Two days "
        "earlier he had wed.",
        {"earlier this month": "2013-03", "Two days earlier": "2012-05-03"},
    ),
    "years beside the one reported on": (
        "2007-02-15",
        "For the whole of 2006, profit fell to 140 million euros from 203 million in 2005. The "
        "board proposed 0.40 euros, unchanged from the previous year.",
        {"the previous year": "2005"},
    ),
    "the year that was compared": (
        "2007-02-15",
        "Sales were 3 million in 2006 against 2 million in 2005. That year two mills had closed.",
        {"That year": "2005"},
    ),
    "quarters and halves named by their months": (
        "2007-08-15",
        "The loss was 61 million in the October-December period, compared with a profit of 22 "
        "million a year earlier. In January-June it was 7 million, up from 5 million a year ago.",
        {"a year earlier": "2005-10/2005-12", "a year ago": "2006-01/2006-06"},
    ),
    "a month a year earlier": (
        "2007-08-15",
        "Profit was 9 million in June, up from 7 million a year earlier.",
        {"a year earlier": "2006-06"},
    ),
    "until when it lasted": (
        "2019-12-27",
        "The state's worst ice storm, in December 2008, knocked out power to 400,000 customers, "
        "some of them until early January. The last mayor, elected in May 2007, stayed until June "
        "3.",
        {"until early January": "../2009-01", "until June 3": "../2007-06-03"},
    ),
    "until when it will last": (
        "2019-12-27",
        "After a fire in March 2015 the hall will stay shut until April. The pit, flooded in June "
        "2015, is closed until May.",
        {"until April": "../2020-04", "until May": "../2020-05"},
    ),
    "hours later than one told": (
        "2000-09-26",
        "The ship left at 11 p.m. on Sunday. Three hours later it sank. It had sailed on Friday.",
        {"Three hours later": "2000-09-25"},
    ),
    "hours later on a day told": (
        "2000-09-26",
        "The ship left on Sunday. Three hours later it sank.",
        {"Three hours later": "2000-09-24"},
    ),
    "hours of newswire": (
        "2007-02-15",
        "Shares were down 4.1 percent at 1030 GMT. Trains leave at 0930 GMT.",
        {"1030 GMT": "2007-02-15", "0930 GMT": "None"},
    ),
    "since the start of the year": (
        "2007-02-15",
        "Shares, which hit a record high in March 2000, were down. They had gained since the start "
        "of the year.",
        {"since the start of the year": "2007/.."},
    ),
    "by the end of a year told": (
        "2007-02-15",
        "In March 2000 he joined the firm. By the end of the year he ran it.",
        {"By the end of the year": "../2000"},
    ),
    "feasts that people keep": (
        "2013-03-28",
        "I will be home for Easter. Shops will stay shut over the feast.",
        {"Easter": "2013-03-31"},
    ),
    "feasts that people kept": (
        "2013-04-10",
        "He celebrated Easter in jail.",
        {"Easter": "2013-03-31"},
    ),
    "people with the name of a feast": (
        "2013-04-10",
        "The coach Easter will stay. He said Easter sold eggs.",
        {"Easter": "None"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("published", "text", "dates"), CASES.values(), ids=CASES.keys())
def test_kinds(published: str, text: str, dates: dict[str, str]) -> None:
    assert dates_told(text, published, dates) == dates
