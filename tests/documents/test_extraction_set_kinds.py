"""Kinds of plans and what became of them: planned things, days that were held, what was said."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

from .dates_told import times_told

# Each with its day of publication, the text, and the TIMEX3 values of what it tells.
CASES = {
    "what is planned and has no day of its own": (
        "2020-08-18",
        "Police broke up a march against the planned dam on October 27. The owner of the proposed "
        "quarry was fined on November 2.",
        {"October 27": "2019-10-27", "November 2": "2019-11-02"},
    ),
    "a planned vote has a day": (
        "2020-08-18",
        "Rivals will meet before the planned vote on October 27. A rally planned for November 2 "
        "has been banned.",
        {"October 27": "2020-10-27", "November 2": "2020-11-02"},
    ),
    "what was planned had been put off": (
        "2006-07-10",
        "The boat sank on Friday. An inspection planned for May had been put off to September.",
        {"May": "2006-05", "September": "2006-09"},
    ),
    "a carrier that was to come is still to come": (
        "1993-11-01",
        "A ship due to load on Thursday had been sent elsewhere.",
        {"Thursday": "1993-11-04"},
    ),
    "the vote that he won is over": (
        "2019-09-24",
        "Dozens were held ahead of the June 9 vote, which he won. Shops shut before the July 2 "
        "match, at which two people died.",
        {"June 9": "2019-06-09", "July 2": "2019-07-02"},
    ),
    "a vote of which is only told how it was set is to come": (
        "2019-09-24",
        "Envoys arrived ahead of the November 9 vote, which he called in May.",
        {"November 9": "2019-11-09"},
    ),
    "who did not pay": (
        "2016-09-20",
        "Holders who did not pay by June 30 will be told this week. Claims not filed by Friday "
        "will be void.",
        {"June 30": "2016-06-30", "Friday": "2016-09-23"},
    ),
    "said without that": (
        "1995-12-06",
        "The union said Friday's march would go ahead. Police said Monday's march had been calm.",
        {"Friday": "1995-12-08", "Monday": "1995-12-04"},
    ),
    "having foretold": (
        "2015-12-29",
        "The bank sees a surplus, having forecast in June that it would vanish.",
        {"June": "2015-06"},
    ),
    "storms over the weekend": (
        "2017-05-01",
        "Rivers swollen by violent storms over the weekend kept rising on Monday.",
        {"the weekend": "2017-W17-WE"},
    ),
    "but May and June": (
        "2005-07-28",
        "We had a soft April, but May and June were good. So said Theresa May and June Hart.",
        {"May": "2005-05", "June": "2005-06"},
    ),
    "months of a range share their year": (
        "2015-12-29",
        "Its profit for January-September had halved. In the October-December quarter it lost 3 "
        "million, against 2 million a year earlier.",
        {"January": "2015-01", "September": "2015-09", "a year earlier": "2014-Q4"},
    ),
    "an entry lasts nowhere": (
        "2008-02-19",
        "18 February 2008 - The chamber agrees.\n\n9 December 2007 - After a sitting that lasted "
        "through the night of 8 December, the draft is passed.",
        {"the night of 8 December": "2007-12-08TNI"},
    ),
    "the day of the cable ten years on": (
        "2007-11-09",
        "SECRET\nDECL: 11/09/2017\nThe envoy called.",
        {"11/09/2017": "2017-11-09"},
    ),
    "that Christmas": (
        "2002-11-04",
        "Arrested on 12 February 1934, she was freed that Christmas.",
        {"that Christmas": "1934-12-25"},
    ),
    "between Christmas and New Year": (
        "2015-12-29",
        "Nobody sells between Christmas and New Year.",
        {"Christmas": "2015-12-25", "New Year": "2016-01-01"},
    ),
    "coming up": (
        "2015-12-29",
        "* Coming up: home sales at 1500 GMT on Wednesday\n\nMarkets open after Boxing Day.\n\n"
        "Tin had risen to 9,000 by 0210 GMT.",
        {"1500 GMT on Wednesday": "2015-12-30T15:00", "0210 GMT": "2015-12-29T02:10"},
    ),
    "an hour right behind its day is of one mention with it": (
        "2013-02-20",
        "A service is on Friday March 15 at 11.30am in town. He spoke on Tuesday at 4:47 am there. "
        "It opens tomorrow at 8:30 a.m. The vote on 5 May 2012, at 7:02 p.m., was calm. He left "
        "Friday at once.",
        {
            "Friday March 15 at 11.30am": "2013-03-15T11:30",
            "Tuesday at 4:47 am": "2013-02-19T04:47",
            "tomorrow at 8:30 a.m.": "2013-02-21T08:30",
            "5 May 2012, at 7:02 p.m.": "2012-05-05T19:02",
            "Friday": "2013-02-15",
        },
    ),
    "what was done after it is not counted from what is to come": (
        "2006-05-11",
        "Updated May 11, 2006\n\nThe runoff was held on April 23, 2006. The winner is to be sworn "
        "in on June 1. The loser conceded two days later, but some staged protests through the end "
        "of April.",
        {"two days later": "2006-04-25", "the end of April": "2006-04"},
    ),
    "years counted behind a date": (
        "2019-12-20",
        "He paid on Christmas Eve three years ago. She died on May 5 two years ago. In March a "
        "decade ago it snowed. On June 6, ten years ago, they met. It broke in the summer two "
        "years ago.",
        {
            "Christmas Eve": "2016-12-24",
            "May 5": "2017-05-05",
            "June 6": "2009-06-06",
            "the summer": "2017-SU",
            "two years ago": None,
        },
    ),
    "years counted behind a date from the story": (
        "2019-12-20",
        "He was jailed in March 2001. In June a year later he was freed. On May 9, two years "
        "earlier, he had wed. She came in July, two years later her son.",
        {"June": "2002-06", "May 9": "2000-05-09"},
    ),
    "weekdays of weeks and years ago": (
        "2019-12-20",
        "They met on Tuesday two weeks ago. It fell on a Sunday ten years ago.",
        {"Tuesday": "2019-12-03", "Sunday": "XXXX-XX-XX"},
    ),
    "as of a day": (
        "2011-06-15",
        "As of July 1, the fee goes up. As of May 1, 400 people lived there. As of April 1 he was "
        "still at large.",
        {"July 1": "2011-07-01", "May 1": "2011-05-01", "April 1": "2011-04-01"},
    ),
    "that year, the one named last": (
        "2011-06-15",
        "Orlov took over in February from Ann Dray, who had led the party since 2003. She had "
        "been elected in May of that year, and re-elected in June four years later.",
        {"February": "2011-02", "May of that year": "2003-05", "June": "2007-06"},
    ),
    "what ends behind an aside": (
        "2011-06-15",
        "The talks, first held in March and resumed in May, end in July. The tours, which began "
        "in April, run through August.",
        {"March": "2011-03", "May": "2011-05", "July": "2011-07", "August": "2011-08"},
    ),
    "what had been before what had been": (
        "2013-06-20",
        "The council passed the water law on Sept. 9, 1996. The mayor had vetoed it in March. The "
        "bill had been tabled in November. It took effect in January.",
        {"March": "1996-03", "November": "1995-11", "January": "1997-01"},
    ),
    "warned before the shot that killed him": (
        "2013-06-20",
        "He died on May 3, 2001. He had been shot in April. He had been warned in December.",
        {"April": "2001-04", "December": "2000-12"},
    ),
    "early months behind the end of a year": (
        "2008-11-03",
        "He won his seat in late 1999. In February he was named whip.\n\nIn late 2004 the firm was "
        "listed. In January it was sold.\n\nIn early 2006 it was bought. In February it closed.",
        {"January": "2005-01", "February": "2006-02"},
    ),
    "the news goes on behind the years of its background": (
        "2008-11-03",
        "The plant closed in January. It had employed 400 in 2001. In 1999 it had been sold. In "
        "March the town bought the site.",
        {"January": "2008-01", "March": "2008-03"},
    ),
    "a row of verbs has its year at its end": (
        "2010-05-20",
        "He worked in Oslo until July 1999. She was nominated on May 5, confirmed on July 31 and "
        "sworn in on August 12, 2008. The bill passed the House on November 20 and was signed on "
        "January 5, 2001. Talks opened on March 2 in Rome but closed on April 8, 1998, in Oslo.",
        {
            "May 5": "2008-05-05",
            "July 31": "2008-07-31",
            "November 20": "2000-11-20",
            "March 2": "1998-03-02",
        },
    ),
    "days and places in a row": (
        "2010-05-20",
        "They met on 3 May and on 8 June 2003.\n\nHe flew to Oslo on May 4, to Rome on June 9 and "
        "to Kyiv on July 9, 2002.\n\nOn March 5, troops crossed; on June 6, 1944, they took it.",
        {
            "3 May": "2003-05-03",
            "May 4": "2002-05-04",
            "June 9": "2002-06-09",
            "March 5": "1944-03-05",
        },
    ),
    "what is no row of verbs has not": (
        "2010-05-20",
        "He quit on April 20 over a deal signed on May 9, 2006.\n\nThe first round was in January "
        "2007. A second followed in February, a third in March, and a ninth in May 2008.",
        {"April 20": "2010-04-20", "February": "2007-02", "March": "2007-03"},
    ),
    "what was due came another day": (
        "2012-09-12",
        "The verdict, due Monday, came Tuesday. The talks, due Friday, were put off.",
        {"Monday": "2012-09-10", "Tuesday": "2012-09-11", "Friday": "2012-09-14"},
    ),
    "began and end": (
        "2012-09-12",
        "The talks began Monday and end Friday.",
        {"Monday": "2012-09-10", "Friday": "2012-09-14"},
    ),
    "what a report covers": (
        "2014-10-08",
        "The report, released on October 7, covers the year to June. A review documents raids in "
        "November.",
        {"October 7": "2014-10-07", "June": "2014-06", "November": "2013-11"},
    ),
    "if it is signed": (
        "2014-10-08",
        "It would take effect in January if signed in November. It takes effect in March unless "
        "vetoed in December.",
        {"January": "2015-01", "November": "2014-11", "March": "2015-03", "December": "2014-12"},
    ),
    "a weekday that does not fit the year of its story": (
        "2012-03-05",
        "In June 2009 he was arrested. On Saturday, 5 July, he was freed. In August he left.",
        {"Saturday, 5 July": "2009-07-05", "August": "2009-08"},
    ),
    "brackets behind a year": (
        "2011-07-15",
        "In 2005 the Court found it vague (ruling of 3 November). The act took place in 2007.",
        {"3 November": "2005-11-03"},
    ),
    "names that hold a day": (
        "2011-07-15",
        "The 20 January Brigade came to October 10 Square. The July 22 Movement split on May 9. "
        "Minister April Stone lives in August Bebel Street. In April Stone quit.",
        {
            "The 20 January": None,
            "October 10": None,
            "July 22": None,
            "May 9": "2011-05-09",
            "August": None,
            "April": "2011-04",
        },
    ),
    "numbers with a year in them": (
        "2011-07-15",
        "By decision 2005/14 it was shut. Phone 2001-2004 for help. It was open in 2005/06.",
        {"2005": "2005", "2001": None, "14": None, "06": "2006"},
    ),
    "days joined, of one month": (
        "2011-07-15",
        "Between the 20th and the 25th it will rain. It rained on the 3rd and 4th, and on the 9th.",
        {
            "the 20th": "2011-07-20",
            "the 25th": "2011-07-25",
            "the 3rd": "2011-07-03",
            "4th": "2011-07-04",
            "the 9th": "2011-07-09",
        },
    ),
    "some Saturday of a story": (
        "2011-07-15",
        'On the night of 17-18 April 2009 men came, at two in the morning; "it was a Saturday". '
        "She was freed only on April 29.",
        {"Saturday": "XXXX-XX-XX", "April 29": "2009-04-29"},
    ),
    "until after a feast": (
        "1993-11-16",
        "The rebels want the talks put off until after New Year.",
        {"New Year": "1994-01-01"},
    ),
    "the day of the second round": (
        "1996-07-08",
        "The mayor claimed victory late on Sunday in the second round of the presidential "
        "election.\n\nIn the first round, on May 19, he trailed.\n\nPolling stations opened at "
        "7 a.m.",
        {"7 a.m.": "1996-07-07T07:00"},
    ),
    "later on the day of the news": (
        "2001-06-25",
        "Two planes are to fly out later on Monday. He spoke later on Friday.",
        {"Monday": "2001-06-25", "Friday": "2001-06-22"},
    ),
    "a year said twice": (
        "2010-06-16",
        "Clashes killed hundreds in June 1990, the year before the country became free. In May "
        "1991, the year after, it voted.",
        {"the year before": "1990", "the year after": "1992"},
    ),
    "a round year": (
        "2013-12-24",
        "Older people measure all with 2000, when helicopters came, and paid 2000, as they say.",
        {"2000": "2000"},
    ),
    "a written procedure": (
        "2014-09-06",
        "The truce was signed on Friday. The steps will be adopted by written procedure on Monday.",
        {"Friday": "2014-09-05", "Monday": "2014-09-08"},
    ),
    "numbers like these around a year": (
        "2018-11-23",
        '"We foresaw figures like these around 2030," she said of these 2030 sheep.',
        {"around 2030": "2030", "2030": None},
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_plans_and_what_became_of_them(case: tuple[str, str, dict[str, str | None]]) -> None:
    published, text, expected = case
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected


def test_what_is_about_or_before_a_date() -> None:
    text = "It fell c. October 1996 and ca. May 5, 1997. The pre-2003 law and the post-1991 order."
    found = {item.text: str(item.date) for item in extract(text, parse("2011-07-15"))}
    assert found["October 1996"] == "1996-10~"
    assert found["May 5, 1997"] == "1997-05-05~"
    assert found["pre-2003"] == "../2002"
    assert found["post-1991"] == "1992/.."


def test_a_weekday_that_cannot_be_is_doubtful() -> None:
    text = "In June 2009 he was arrested. On Saturday, 5 July, he was freed."
    doubtful = [item for item in extract(text, parse("2012-03-05")) if item.fault]
    assert [item.fault for item in doubtful] == ["5 July 2009 was a Sunday, not a Saturday"]
