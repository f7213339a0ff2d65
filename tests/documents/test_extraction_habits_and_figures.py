"""What is so each year or week, figures that are no years, and years of other ages."""

from __future__ import annotations

import pytest

from .dates_told import times_told

# Publication, text, and what some of its phrases mean; None for what is no date at all.
KINDS: dict[str, dict[str, tuple[str, str, dict[str, str | None]]]] = {
    "what is so each year": {
        "by an adverb": (
            "2005-09-05",
            "The fair is usually held in May.",
            {"May": "XXXX-05"},
        ),
        "was so": (
            "2010-05-20",
            "Parliament normally sat in October.",
            {"October": "XXXX-10"},
        ),
        "of a thing, not of what was done": (
            "2010-05-20",
            "The normally crowded beach was empty in April.",
            {"April": "2010-04"},
        ),
        "of weather": (
            "2005-09-05",
            "The temperature varies; in January it is about 24°C and in June about 35°C.",
            {"January": "XXXX-01", "June": "XXXX-06"},
        ),
        "of a forecast": (
            "2005-05-05",
            "Temperatures will reach 40 degrees in July.",
            {"July": "2005-07"},
        ),
        "a stretch": (
            "2005-09-05",
            "The best time to visit is between June and September.",
            {"June": "XXXX-06", "September": "XXXX-09"},
        ),
        "of a day": (
            "2001-08-28",
            "Her birthday is on March 3. Independence Day is celebrated on 16 December.",
            {"March 3": "XXXX-03-03", "16 December": "XXXX-12-16"},
        ),
        "since then": (
            "2005-09-05",
            "Temperatures are the highest since March.",
            {"March": "2005-03"},
        ),
        "from one month to another": (
            "2010-03-02",
            "Fog comes in on most nights between May and September.",
            {"May": "XXXX-05", "September": "XXXX-09"},
        ),
        "from one month to another, this year": (
            "2012-05-16",
            "The exhibition runs from June to September.",
            {"June": "2012-06", "September": "2012-09"},
        ),
        "in another clause": (
            "2012-05-14",
            "The group traditionally opposed the plan but signed it on May 3.",
            {"May 3": "2012-05-03"},
        ),
        "by who is met": (
            "2012-05-14",
            "The judge, who usually sits in Leeds, is retiring on May 31.",
            {"May 31": "2012-05-31"},
        ),
        "a birthday of this year": (
            "2012-05-14",
            "Her birthday is on May 20, when she turns 40. Election Day is on June 3.",
            {"May 20": "2012-05-20", "June 3": "2012-06-03"},
        ),
        "of rain that is feared": (
            "2012-05-14",
            "Heavy monsoon rains are feared to hit the province in June.",
            {"June": "2012-06"},
        ),
        "dead fish": (
            "2012-05-16",
            "Dead fish lay on the banks of the river on May 3 after the spill.",
            {"May 3": "2012-05-03"},
        ),
        "a strong April": (
            "2012-05-16",
            "Retailers report a strong April after a weak March.",
            {"April": "2012-04", "March": "2012-03"},
        ),
        "of whales": (
            "2015-02-28",
            "The humpbacks pass in June and July, going north.",
            {"June": "XXXX-06", "July": "XXXX-07"},
        ),
        "of gardens": (
            "2015-09-26",
            "Plant your tulips in November, not before.",
            {"November": "XXXX-11"},
        ),
        "of its kind": (
            "1999-12-01",
            "A warm November means a hard February, says the shepherd.",
            {"November": "XXXX-11", "February": "XXXX-02"},
        ),
        "of a mountain pass": (
            "2018-02-11",
            "The bus climbs it 20 times a week in July and August.",
            {"July": "XXXX-07", "August": "XXXX-08"},
        ),
        "opening hours": (
            "2006-03-15",
            "Hours: 8.30 to 19.00 from April to October; shut on Mondays.",
            {"April": "XXXX-04", "October": "XXXX-10"},
        ),
        "a feast": (
            "2013-08-01",
            "There is a horse fair each Michaelmas.",
            {"Michaelmas": "XXXX-09-29"},
        ),
        "long afternoons": (
            "2019-07-05",
            "Those July afternoons, I tell you, were hot.",
            {"July": "XXXX-07"},
        ),
    },
    "what is so each week": {
        "so many a week": (
            "2006-07-04",
            "It offers two flights per week on Wednesday and Saturday.",
            {"Wednesday": "XXXX-WXX-3", "Saturday": "XXXX-WXX-6"},
        ),
        "twice": (
            "2006-07-04",
            "They met twice a week, on Monday and Friday.",
            {"Monday": "XXXX-WXX-1", "Friday": "XXXX-WXX-5"},
        ),
        "done once": (
            "2006-07-04",
            "He opened early on a Sunday to fix her tire.",
            {"Sunday": "XXXX-XX-XX"},
        ),
    },
    "what fits into a length of time": {
        "a day": (
            "2017-10-11",
            "Ten workers could make 48,000 pins in a day.",
            {"a day": "P1D"},
        ),
        "to be done": ("2017-10-11", "It will be done in a day.", {"a day": "2017-10-12"}),
        "of a record": (
            "1963-10-30",
            "We shall have a record rise in 3 years of $100 billion.",
            {"3 years": "P3Y"},
        ),
    },
    "titles": {
        "of a film": (
            "2012-02-03",
            'Also showing: "Seven Days in May" and "Summer of \'42", each at 8 p.m.',
            {"May": None, "Summer of '42": None},
        ),
        "of a play": (
            "2016-09-30",
            'The plays "December" and "The Fifth of July" move to the tent.',
            {"December": None, "The Fifth of July": None},
        ),
        "of a street": (
            "2000-09-09",
            "The house on the Street of the Fifth of March was pulled down.",
            {"the Fifth of March": None},
        ),
        "of a person": (
            "2013-12-13",
            "June is 50, her daughter April is 30.",
            {"June": None, "April": None},
        ),
        "of none": (
            "2013-12-13",
            "June was 5 degrees warmer.",
            {"June": "2013-06"},
        ),
    },
    "days beside others": {
        "of a month just told": (
            "2009-03-13",
            "It was the September weekend we all recall: on Friday the 12th the men came.",
            {"Friday the 12th": "2008-09-12"},
        ),
        "of the month after": (
            "2007-03-08",
            "It was signed on 14 January 2002. Rent fell due on the first of the following month.",
            {"the first of the following month": "2002-02-01"},
        ),
        "the month following": (
            "2010-05-20",
            "It was of 19 October 2007, and reached him in the January following.",
            {"the January following": "2008-01"},
        ),
        "a week today": (
            "2011-11-22",
            "It was agreed to meet again a week today.",
            {"a week today": "2011-11-29"},
        ),
        "any Tuesday": (
            "2002-06-04",
            "When I was nine, on a wet Tuesday in June 1953, my father carried a chair.",
            {"Tuesday": "XXXX-XX-XX", "June 1953": "1953-06"},
        ),
        "the night before": (
            "2009-02-08",
            "Where we were today, the box had been sealed the night before with chewing gum.",
            {"the night before": "2009-02-07TNI"},
        ),
        "till this Monday": (
            "2018-10-26",
            "She never looked at it till this Monday.",
            {"this Monday": "2018-10-22"},
        ),
        "a price": (
            "2014-06-16",
            "They will receive $44 a share, a premium of 29% to Friday's closing price.",
            {"Friday": "2014-06-13"},
        ),
        "months of the year": (
            "2014-06-16",
            "Sales fell 6% in the first three months of the year.",
            {"the first three months of the year": "2014-Q1"},
        ),
        "the 1st": (
            "1916-07-14",
            "Of the 800 who went up on the 1st there are 310 left.",
            {"the 1st": "1916-07-01"},
        ),
        "in quotation marks": (
            "2011-12-29",
            '"In 2002 people told her it was finished," her editor said.',
            {"2002": "2002"},
        ),
    },
    "this weekend": {
        "is over": (
            "2016-09-07",
            "The fair took place in Toronto this weekend.",
            {"this weekend": "2016-W35-WE"},
        ),
        "goes on": (
            "2016-09-10",
            "The minister resigned this weekend.",
            {"this weekend": "2016-W36-WE"},
        ),
        "is to come": (
            "2016-09-07",
            "They came and count on sighting land this weekend.",
            {"this weekend": "2016-W36-WE"},
        ),
    },
    "to this day": {
        "still": (
            "2006-12-21",
            "On Sept. 24, 1944, ships were sunk here. To this day some of them lie there.",
            {"this day": "PRESENT_REF"},
        ),
        "that day": (
            "2009-12-19",
            "They broke through on August 8, 1918. He referred to this day as the blackest.",
            {"this day": "1918-08-08"},
        ),
    },
    "who is doing so then": {
        "in a season": (
            "1975-08-19",
            "I am publishing her book in the spring.",
            {"the spring": "1976-SP"},
        ),
        "in a month": ("1975-08-19", "We are moving to Rome in May.", {"May": "1976-05"}),
    },
    "years later that are named": {
        "in a year": (
            "2002-03-30",
            "He saw it in 1726. Some 170 years later, in 1896, a doctor saw it, too.",
            {"170 years later": "1896"},
        ),
        "on a day": (
            "2010-05-05",
            "He left in 1998. Two years later, on 5 May 2001, he died.",
            {"Two years later": "2001"},
        ),
        "prior": (
            "2010-05-05",
            "In 2004 she married him. Two years prior, they had met.",
            {"Two years prior": "2002"},
        ),
        "the very next": (
            "2012-09-25",
            "In 1982 the plant was shut. But the very next year it was opened again.",
            {"next year": "1983"},
        ),
    },
    "years of other ages": {
        "centuries in figures": (
            "2005-09-05",
            "From the later 1800s to the 1920s the town boomed.",
            {"1800s": "18", "the 1920s": "192"},
        ),
        "before our era": (
            "2014-12-30",
            "From about 1200 to about 400 BCE they made art; corn was known by 5000 BCE.",
            {"about 1200": "BC1200", "about 400 BCE": "BC0400", "5000 BCE": "BC5000"},
        ),
        "of it": ("2014-12-30", "It rose from 100 to 200 AD.", {"100": "0100", "200 AD": "0200"}),
        "of three figures": (
            "2001-08-28",
            "He died in December of 384, in Rome.",
            {"December of 384": "0384-12"},
        ),
        "in words": (
            "2000-01-01",
            "It was disputed in April of fifteen eighteen.",
            {"April of fifteen eighteen": "1518-04"},
        ),
        "hours in words": (
            "2000-01-01",
            "They waited until eleven thirty.",
            {"eleven thirty": None},
        ),
        "of a plan": (
            "2014-10-22",
            "It is in line with Vision 2030's goals, as in the 1990's it was not.",
            {"2030's": "2030", "the 1990's": "199"},
        ),
        "levels": ("2014-07-28", "Yields fell to 90 per cent of 2000 levels.", {"2000": "2000"}),
        "a study": ("2014-07-28", "A 2000 study found none.", {"2000": "2000"}),
    },
    "figures that are no years": {
        "a house": (
            "2011-03-10",
            "The market is at 1214 Anderson Ave, and the hall, 1355 Inwood Terrace, is shut.",
            {"1214": None, "1355": None},
        ),
        "a year before a street": (
            "2011-03-10",
            "In 1990 Mira Street was closed.",
            {"1990": "1990"},
        ),
        "persons": (
            "2006-02-23",
            "A survey of 1709 schoolchildren was made by some 1950 fishermen's wives.",
            {"1709": None},
        ),
        "a country": (
            "2021-03-03",
            "The U.S. 2012 election was close.",
            {"2012": "2012"},
        ),
        "a bill": (
            "2021-03-03",
            "She spoke for H.R. 1885, the Policing Act of 2021, and S. 1867.",
            {"1885": None, "1867": None, "2021": "2021"},
        ),
        "pages": (
            "2020-03-27",
            "Journal of Psychology. 92 (6): 1087-1101. doi:10.1037/0022-3514.92.6.1087.",
            {"1087-1101": None, "92.6.1087": None, "1087": None},
        ),
        "a quartile": (
            "2020-03-27",
            "The first quartile, Q1, is the same as the 25th percentile.",
            {"Q1": None},
        ),
        "weeks": (
            "2014-02-05",
            "They were let out from the 6th to the 12th week.",
            {"the 6th": None},
        ),
        "days": (
            "2014-02-20",
            "It sat from the 6th to the 12th while others stood.",
            {"the 6th": "2014-02-06"},
        ),
        "a latitude": ("2004-02-12", "The islands lie in the Roaring Forties.", {"Forties": None}),
        "an age": ("1947-08-14", "At the dawn of history the quest began.", {"the dawn": None}),
    },
    "dates in words": {
        "no hyphen": (
            "2019-06-10",
            "He left on February twenty second.",
            {"February twenty second": "2019-02-22"},
        ),
        "at the beginning": (
            "2019-06-10",
            "January first 2000 was quiet.",
            {"January first 2000": "2000-01-01"},
        ),
        "a year in full": (
            "2019-06-10",
            "The first was in October two thousand and five.",
            {"October two thousand and five": "2005-10"},
        ),
        "a weekday": (
            "2019-06-10",
            "We meet on Tuesday the eleventh. On Sunday the second child was born.",
            {"Tuesday the eleventh": "2019-06-11", "Sunday": "2019-06-09"},
        ),
        "a day of a month": (
            "2019-06-10",
            "It began on the twenty-first day of May.",
            {"the twenty-first day of May": "2019-05-21"},
        ),
    },
    "years in two figures": {
        "of the century": ("2019-06-10", "He left in '00.", {"'00": "2000"}),
        "a quarter": (
            "2019-06-11",
            "Sales rose in 2017-q1 and fell in q3 2018.",
            {"2017-q1": "2017-Q1", "q3 2018": "2018-Q3"},
        ),
    },
    "what is a date all the same": {
        "months of the year before": (
            "2012-05-16",
            "Exports rose in the last six months of last year.",
            {"last year": "2011"},
        ),
        "months of a year that is over": (
            "2012-01-20",
            "Shipments fell in the last three months of the year.",
            {"the last three months of the year": "2011-Q4"},
        ),
        "a figure of a month": (
            "2012-05-16",
            "Inflation in April was 12, the office said.",
            {"April": "2012-04"},
        ),
        "a protest called for": (
            "2012-05-16",
            "The rebels called for protests this weekend.",
            {"this weekend": "2012-W20-WE"},
        ),
        "to be done": (
            "2012-05-16",
            "The two leaders will meet in a week.",
            {"a week": "2012-W21"},
        ),
        "after it": (
            "2012-05-16",
            "Hollande is visiting Berlin after his win over Sarkozy on May 6.",
            {"May 6": "2012-05-06"},
        ),
        "an answer": (
            "2012-05-16",
            'Asked when he would go, he answered: "May 20". The "May 9" parade was held.',
            {"May 20": "2012-05-20", "May 9": "2012-05-09"},
        ),
        "until a close": (
            "2012-05-16",
            "The offer will expire at Friday's close.",
            {"Friday": "2012-05-18"},
        ),
        "Wall Street": (
            "2012-05-16",
            "Before 1929 Wall Street was booming, until the infamous 1929 Wall Street crash.",
            {"1929": "1929"},
        ),
        "an author": (
            "2012-05-16",
            "Smith, S. 1998. The making of war.",
            {"1998": "1998"},
        ),
        "the second of this month": (
            "2012-05-16",
            "The attack was the second of this month.",
            {"this month": "2012-05"},
        ),
        "an anniversary": (
            "2005-12-26",
            "The wave struck on Sunday, December 26. A year later, survivors gathered.",
            {"Sunday, December 26": "2004-12-26"},
        ),
        "gunmen": (
            "2013-05-05",
            "A study of 1998 floods tells that in 2005 gunmen came.",
            {"1998": "1998", "2005": "2005"},
        ),
        "water, and a plant": (
            "2013-05-05",
            "Water in the lake fell in April. A plant in the east closed in March.",
            {"April": "2013-04", "March": "2013-03"},
        ),
        "a chronicle in the present": (
            "2013-05-05",
            "2011\n\nFrom May to July strikes spread.\n\nIn October the firm opens a mill.",
            {"May": "2011-05", "July": "2011-07", "October": "2011-10"},
        ),
        "days in quotation marks": (
            "2013-05-04",
            '"Monday was wet, and so was Tuesday," he said.',
            {"Monday": "2013-04-29", "Tuesday": "2013-04-30"},
        ),
        "a story, told on that day of another year": (
            "2011-05-09",
            "In 1945 the war ended. On Wednesday, 9 May, they signed.",
            {"Wednesday, 9 May": "1945-05-09"},
        ),
        "for a week": (
            "2013-05-05",
            "They were closed for a week today.",
            {"today": "2013-05-05"},
        ),
    },
    "words as letters have them": {
        "short weekdays": (
            "1969-02-20",
            "Last Wed. was free. I am going this Sat. with Ed.",
            {"Last Wed": "1969-02-12", "this Sat": "1969-02-22"},
        ),
        "in capitals": (
            "1967-05-30",
            "WE ARE HAVING A PARTY TOMORROW NIGHT.",
            {"TOMORROW NIGHT": "1967-05-31TNI"},
        ),
        "the wrong weekday": (
            "1967-05-30",
            "Tonight is Thursday, May 30th.",
            {"Thursday, May 30th": "1967-05-30"},
        ),
        "no apostrophe": (
            "2007-03-05",
            "The theme of this years festival is the pig.",
            {"this years": "2007"},
        ),
    },
}


@pytest.mark.parametrize(
    ("kind", "case"),
    [(kind, case) for kind, cases in KINDS.items() for case in cases],
)
def test_what_is_no_date_is_told_from_one(kind: str, case: str) -> None:
    published, text, expected = KINDS[kind][case]
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
