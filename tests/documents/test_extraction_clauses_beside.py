"""Dates whose verb, or whose day, another clause stands before."""

from __future__ import annotations

import pytest

from .dates_told import times_told

# Publication, text, and what some of its phrases mean.
KINDS: dict[str, dict[str, tuple[str, str, dict[str, str]]]] = {
    "what is set in the present, behind a participle": {
        "until": (
            "2022-07-16",
            "The warning issued on Friday runs until Tuesday evening.",
            {"Friday": "2022-07-15", "Tuesday evening": "2022-07-19TEV"},
        ),
        "by its maker": (
            "2022-07-16",
            "The strike called by nurses ends on Tuesday.",
            {"Tuesday": "2022-07-19"},
        ),
        "not a thing": (
            "2022-07-16",
            "They took part in fun runs on Tuesday.",
            {"Tuesday": "2022-07-12"},
        ),
    },
    "verbs that a noun like them stands before": {
        "demand": (
            "2012-10-18",
            "The firm said Thursday it would cut 900 jobs after demand for computers pushed it to "
            "a loss in the third quarter.",
            {"the third quarter": "2012-Q3"},
        ),
        "pushed through": (
            "2011-11-04",
            "He has undone one of the increases that his predecessor pushed through in April.",
            {"April": "2011-04"},
        ),
        "through a month": (
            "2011-11-04",
            "The increases will stay in place through April.",
            {"April": "2012-04"},
        ),
    },
    "results that are awaited": {
        "of the vote": (
            "2021-12-04",
            "Results from the region, where voting went on until Monday because the boats were "
            "late, are expected on Sunday.",
            {"Monday": "2021-11-29", "Sunday": "2021-12-05"},
        ),
        "of matches played": (
            "2021-12-04",
            "Results of matches played on Friday:",
            {"Friday": "2021-12-03"},
        ),
    },
    "a time that is told again": {
        "as a month": (
            "2014-05-21",
            "A verdict must be reached within six months, or by mid-November, the court said.",
            {"mid-November": "2014-11"},
        ),
    },
    "what was moved then": {
        "to a month": (
            "2021-07-18",
            "They moved it in March 2020 from May to late June, and the following month admitted "
            "that there would be none.",
            {"May": "2020-05", "late June": "2020-06", "the following month": "2020-04"},
        ),
    },
    "what was to be": {
        "and will yet": (
            "2010-04-22",
            "The purchase, which was to have closed in June, will take longer because officials "
            "asked for more documents.",
            {"June": "2010-06"},
        ),
        "and was listed": (
            "2013-03-09",
            "The chemist, whose illness forced the postponement of the hearing listed for 15 "
            "January, stood by his figures on Friday.",
            {"15 January": "2013-01-15"},
        ),
        "in a headline": (
            "2010-04-22",
            "Corliss Profit Beats Estimates; Danforth Deal Delayed to Third Quarter\n\nCHICAGO, "
            "April 22 - Corliss agreed last month to buy its rival.",
            {"Third Quarter": "2010-Q3"},
        ),
    },
    "what a speaker recalls": {
        "of the year before the speech": (
            "2018-10-10",
            'She told the court that she had warned the ministry in late 2014. "I wrote in '
            'November and again in December," she said. "They did not answer."',
            {"November": "2014-11", "December": "2014-12"},
        ),
        "but not of what began then": (
            "2006-09-01",
            'Crews had received no increase since 2001. "They promised us in April that it would '
            'be done by the summer," he said.',
            {"April": "2006-04"},
        ),
    },
    "verbs of what is to come": {
        "behind a participle": (
            "2010-07-17",
            "The well will be sealed for good once a relief shaft, begun on May 2, reaches it in "
            "mid-August.",
            {"May 2": "2010-05-02", "mid-August": "2010-08"},
        ),
        "behind who said so": (
            "1999-06-30",
            "They will answer it in August, their spokesman said Tuesday, and publish both texts "
            "in the autumn.",
            {"Tuesday": "1999-06-29", "the autumn": "1999-FA"},
        ),
        "wanted": (
            "2023-02-06",
            "Elections that the president wanted held on May 14 may have to wait.",
            {"May 14": "2023-05-14"},
        ),
        "waited for": (
            "2019-12-03",
            "It asked for more time, saying its banks would not decide before their boards met in "
            "mid-January.",
            {"mid-January": "2020-01"},
        ),
        "called off": (
            "2020-04-04",
            "Three concerts in May have been cancelled.",
            {"May": "2020-05"},
        ),
        "advertised": (
            "2018-08-28",
            "The course, advertised for the mornings from 11 September, has been cancelled.",
            {"11 September": "2018-09-11"},
        ),
        "of two months": (
            "1999-03-30",
            "He said that wages for January and February will be paid by the end of April.",
            {"January": "1999-01", "February": "1999-02", "the end of April": "1999-04"},
        ),
    },
    "what is called off or instead": {
        "now": (
            "2012-07-01",
            "The city has called off its fireworks on Wednesday.",
            {"Wednesday": "2012-07-04"},
        ),
        "instead": (
            "2014-09-27",
            "The cabinet, which was to meet on Tuesday, will instead gather a day earlier.",
            {"Tuesday": "2014-09-30", "a day earlier": "2014-09-29"},
        ),
        "when it should have been": (
            "2015-08-26",
            "Pupils, who should have gone back on Monday, will now start on 7 September.",
            {"Monday": "2015-08-24"},
        ),
        "for a day": (
            "2014-09-27",
            "He signed a decree on Saturday calling a vote on independence for Nov. 9.",
            {"Nov. 9": "2014-11-09"},
        ),
    },
    "asides and clauses that are no part of it": {
        "as others do": (
            "2013-03-05",
            "He had sent in his resignation, as bishops near 75 must, in November.",
            {"November": "2012-11"},
        ),
        "two months of two clauses": (
            "2012-07-01",
            "The snow was gone by the end of April, and March had been the driest on record.",
            {"March": "2012-03", "the end of April": "2012-04"},
        ),
        "what one could still hear": (
            "2014-05-07",
            '"On Saturday we could still hear a child," said Mirza. "The next morning we could '
            'not."',
            {"Saturday": "2014-05-03", "The next morning": "2014-05-04TMO"},
        ),
    },
    "what a day is named for": {
        "a deadline ahead": (
            "2010-12-23",
            "The decision arrived a month ahead of the new deadline, Jan. 23.",
            {"Jan. 23": "2011-01-23"},
        ),
        "what was broken off": (
            "2009-03-22",
            "The final, scheduled for Saturday but abandoned after eight games, will be completed "
            "on Monday morning.",
            {"Saturday": "2009-03-21", "Monday morning": "2009-03-23TMO"},
        ),
        "what one looks back to": (
            "1999-08-09",
            "The forecast spoke of cloud. Back in the spring, the county was preparing for a "
            "million visitors.",
            {"the spring": "1999-SP"},
        ),
        "not the way back": (
            "1999-08-09",
            "The visitors will be back in the spring.",
            {"the spring": "2000-SP"},
        ),
        "an hour of its morning": (
            "1999-08-09",
            "None was seen since June 29, 1927. She was driven there at 4 o'clock that morning.",
            {"4 o'clock that morning": "1927-06-29T04:00"},
        ),
    },
    "stories that a count of years begins": {
        "long ago": (
            "2020-11-21",
            "Twenty-five years ago today three presidents put their initials to a map.\n\nThey "
            "had been there since 1 November, and as late as 20 November their bags stood in the "
            "hall. The treaty itself was signed in Paris on 14 December; the troops came the same "
            "month.",
            {
                "1 November": "1995-11-01",
                "20 November": "1995-11-20",
                "14 December": "1995-12-14",
                "the same month": "1995-12",
            },
        ),
        "but not of late": (
            "1992-08-19",
            "A year ago today the tanks rolled in. The plotters, held since August 21, have not "
            "been tried; the prosecutor hopes to open the case in November.",
            {"August 21": "1991-08-21", "November": "1992-11"},
        ),
    },
    "what had been before the date of its sentence": {
        "in a clause of its own": (
            "2013-03-09",
            "She was convicted on 12 May 2011, after a trial that had opened in January of that "
            "year, and was jailed the following month.",
            {"the following month": "2011-06"},
        ),
    },
    "the week that somebody spoke of": {
        "before the news": (
            "2012-04-26",
            "Water burst in on 11 November 2010.\n\nGiving evidence on Thursday, he said he had "
            'reported a wet face on the Monday of that week.\n\n"I said it again on the '
            'Tuesday," he told the jury.',
            {"Monday of that week": "2010-11-08", "Tuesday": "2010-11-09"},
        ),
    },
    "a story that a quotation breaks off": {
        "with a weekday": (
            "2014-05-16",
            'He was shown a diary entry for the afternoon of 22 March 2006.\n\n"If you ask me '
            'what I did on Wednesday I could tell you."\n\nThe payment was signed off later that '
            "month.",
            {"later that month": "2006-03"},
        ),
    },
    "what only came of it": {
        "by an infinitive": (
            "2011-02-08",
            "The guns fell silent on Saturday after a call between the commanders, only to open "
            "up again on Sunday evening.",
            {"Sunday evening": "2011-02-06TEV"},
        ),
    },
    "when it was so the last time": {
        "in that year": (
            "2012-09-16",
            "It is the first walkout since 1987, when schools stayed dark until October.",
            {"October": "1987-10"},
        ),
    },
    "how far things have come": {
        "by an hour": (
            "1998-01-09",
            "An electoral college will choose a president in March.\n\nBy 4 p.m. the rupiah had "
            "recovered a little.",
            {"4 p.m.": "1998-01-09T16:00"},
        ),
        "by an hour of the day told": (
            "1998-01-09",
            "On Monday troops moved in.\n\nBy 4 p.m. they had taken the port.",
            {"4 p.m.": "1998-01-05T16:00"},
        ),
    },
    "years later that are not to come": {
        "after a find": (
            "2012-02-21",
            "On Sunday, July 12, 2009, he put his hand on a ram. In a paper published Monday, they "
            'argue that it was Greek. "The next one came up a year later, and that fall three," '
            "she said.",
            {"a year later": "2010", "that fall": "2010-FA"},
        ),
    },
    "hours of the news": {
        "of a price": (
            "2012-10-18",
            "Revenue was its smallest since the second quarter of 2009.\n\nThe stock was down 14 "
            "percent at $4.06 at 11 a.m., from yesterday's close of $4.72.",
            {"11 a.m.": "2012-10-18T11:00"},
        ),
        "of a sitting": (
            "2012-10-18",
            "Sitting suspended at 12.45 p.m. and resumed at 2 p.m.",
            {"12.45 p.m.": "2012-10-18T12:45", "2 p.m.": "2012-10-18T14:00"},
        ),
        "not of what had been the price": (
            "2011-11-14",
            "The shares, 214p at Friday night's close, sank to 171p by midday.",
            {"midday": "2011-11-14T12:00"},
        ),
    },
    "hours of what happened": {
        "by another word": (
            "2011-03-16",
            "Plants will be shut until March 20, companies said Wednesday, after last Friday's "
            "earthquake. The quake struck at 2:46 p.m., near the end of a shift.",
            {"2:46 p.m.": "2011-03-11T14:46"},
        ),
    },
    "hours and parts of the days of feasts": {
        "by the clock": (
            "2016-12-19",
            "Our stores close at 5 p.m. on Christmas Eve.",
            {"5 p.m. on Christmas Eve": "2016-12-24T17:00"},
        ),
        "that move": (
            "2015-03-31",
            "They will stop work from 07:00 on Good Friday.",
            {"07:00 on Good Friday": "2015-04-03T07:00"},
        ),
        "in part": (
            "2011-05-31",
            "They met on Christmas morning and on New Year's Eve night.",
            {"Christmas morning": "2010-12-25TMO", "New Year's Eve night": "2010-12-31TNI"},
        ),
        "and their year": (
            "2010-07-10",
            'They brought it on the Fourth of July last year. "We met the first week of May last '
            'year," he said.',
            {"the Fourth of July last year": "2009-07-04"},
        ),
    },
    "hours at the head of notes": {
        "noon": (
            "2013-01-18",
            "Wednesday 16 January\n\n5.40am: Gunmen fire on a bus. A guard is killed.\n\n"
            "7am: The attackers are beaten off.\n\nNoon: An agency carries a claim, which began "
            "last Friday.\n\n9.30pm: The minister says there will be no talks.\n\nThursday\n\n"
            "1pm: Helicopters open fire on a convoy.",
            {
                "Noon": "2013-01-16T12:00",
                "9.30pm": "2013-01-16T21:30",
                "Thursday": "2013-01-17",
                "1pm": "2013-01-17T13:00",
            },
        ),
    },
    "sessions of each day": {
        "of an exchange": (
            "1998-01-23",
            "An accord was reached on Jan. 15, its second.\n\nThe index gained all that it gave up "
            "in Thursday's session.",
            {"Thursday": "1998-01-22"},
        ),
    },
}


@pytest.mark.parametrize(
    ("kind", "case"),
    [(kind, case) for kind, cases in KINDS.items() for case in cases],
)
def test_a_clause_or_thing_beside_is_told_apart(kind: str, case: str) -> None:
    published, text, expected = KINDS[kind][case]
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
