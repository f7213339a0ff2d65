"""What newswire tells within months of a day without its year: what is held, due, begun or over."""

from __future__ import annotations

from .dates_told import for_each_case, times_told

KINDS: dict[str, list[tuple[str, str, dict[str, str | None]]]] = {
    "what is held on a day behind its noun": [
        (
            "2011-02-08",
            "Bonds fell on doubts surrounding a general election on April 20.",
            {"April 20": "2011-04-20"},
        ),
        (
            "2011-02-08",
            "The two went through the agenda for a summit in Bergen, Norway, on March 24.",
            {"March 24": "2011-03-24"},
        ),
        (
            "2011-02-08",
            "The rowers set off for the Games in Lima, Peru, on March 3.",
            {"March 3": "2011-03-03"},
        ),
        (
            "2011-02-08",
            "A mast was raised to mark World Water Day on March 22.",
            {"March 22": "2011-03-22"},
        ),
        (
            "2011-02-08",
            "Clerks fear for their posts after the April 1 handover.",
            {"April 1": "2011-04-01"},
        ),
        (
            "2011-02-08",
            "The pilots came close to an agreement for March 9.",
            {"March 9": "2011-03-09"},
        ),
        ("2011-02-08", "Radio reports said March 4 was a likely date.", {"March 4": "2011-03-04"}),
        (
            "2011-02-08",
            "He was hurt after a march in Bergen on November 3.",
            {"November 3": "2010-11-03"},
        ),
    ],
    "months of what is held": [
        ("2011-02-08", "The envoy is looking forward to his visit in June.", {"June": "2011-06"}),
        (
            "2011-02-08",
            "Dogs were taken off the streets ahead of the celebrations in July.",
            {"July": "2011-07"},
        ),
        (
            "2011-02-08",
            "The swimmers arrived in Oslo for the world championships in October and stayed.",
            {"October": "2010-10"},
        ),
        ("2011-02-08", "She trains for the world championships in June.", {"June": "2011-06"}),
    ],
    "what begins and what is said to come": [
        (
            "2010-12-11",
            "The club took in three women as members from January 1.",
            {"January 1": "2011-01-01"},
        ),
        (
            "2010-12-11",
            "The mayor said that a concert would be held on May 14.",
            {"May 14": "2011-05-14"},
        ),
        (
            "2010-12-11",
            "The cup opens in Rome on March 3, followed by a race in Bari on March 11.",
            {"March 11": "2011-03-11"},
        ),
        (
            "2010-12-11",
            "A visit is planned for March 3, with talks on May 30 and June 28.",
            {"June 28": "2011-06-28"},
        ),
        (
            "2010-12-11",
            "Another test is planned for March 3. A launch could take place in March.",
            {"March": "2011-03"},
        ),
        (
            "2010-11-05",
            "Rice was sent to the hills before the onset of winter.",
            {"the onset of winter": "2010-WI"},
        ),
        (
            "2010-12-11",
            "Clerks asked for a Christmas bonus. Their rally was planned for later in the day.",
            {"Christmas": "2010-12-25", "later in the day": "2010-12-11"},
        ),
        (
            "2010-12-11",
            "Cooks who go home for Christmas are paid early.",
            {"Christmas": "2010-12-25"},
        ),
    ],
    "votes that are over": [
        (
            "2010-12-11",
            "Turnout fell among herders, who boycotted the January 30 election.",
            {"January 30": "2010-01-30"},
        ),
        ("2010-12-11", "Some 90 lists contested the January poll.", {"January": "2010-01"}),
        (
            "2010-12-11",
            "A flood on November 13 may have spoiled the grain.",
            {"November 13": "2010-11-13"},
        ),
        (
            "2010-12-11",
            "His hope to win the vote on October 1, when he fell short, was vain.",
            {"October 1": "2010-10-01"},
        ),
        (
            "2010-12-11",
            "The report looks at the summer war in the hills.",
            {"the summer": "2010-SU"},
        ),
    ],
    "verbs and their dates": [
        ("2010-12-11", "On a visit in May, the mayor proposed building a dam.", {"May": "2010-05"}),
        (
            "2010-12-11",
            "The tolls would be re-introduced on December 15.",
            {"December 15": "2010-12-15"},
        ),
        ("2010-12-11", "We didn't have many guests in the summer.", {"the summer": "2010-SU"}),
        (
            "2010-12-11",
            "Wales host Malta in the first match on June 9 in Cardiff.",
            {"June 9": "2011-06-09"},
        ),
        ("2010-12-11", "Talks are due to start on December 14.", {"December 14": "2010-12-14"}),
        (
            "2010-12-15",
            "Effective Tuesday, the bank had frozen all loans.",
            {"Tuesday": "2010-12-14"},
        ),
        (
            "2010-12-15",
            "If the holiday fell on Dec. 19, shops would stay shut.",
            {"Dec. 19": "2010-12-19"},
        ),
    ],
    "weekdays of news": [
        (
            "2010-12-15",
            "Voters will decide this coming Monday.",
            {"this coming Monday": "2010-12-20"},
        ),
        (
            "2010-12-17",
            "A choice is made late Friday or early Saturday.",
            {"Friday": "2010-12-17", "Saturday": "2010-12-18"},
        ),
        (
            "2010-12-15",
            "Few bought gold ahead of the long weekend through Monday.",
            {"Monday": "2010-12-20"},
        ),
        (
            "2010-12-15",
            "Munk, whose term ends on December 18, is due to report on Tuesday.",
            {"Tuesday": "2010-12-21"},
        ),
        ("2010-12-17", "A witness told us that Friday's march was calm.", {"Friday": "2010-12-17"}),
        (
            "2010-12-15",
            "The court said that Friday's hearing would go ahead.",
            {"Friday": "2010-12-17"},
        ),
        (
            "2010-12-17",
            "Two managers fled following Wednesday's blast.",
            {"Wednesday": "2010-12-15"},
        ),
        (
            "2010-12-15",
            "Fares rise after the April 4th recess. The May 4th recess, which begins "
            "Friday, is long.",
            {"Friday": "2010-12-17"},
        ),
        (
            "2010-12-17",
            "The minister said he might leave his post later Thursday.",
            {"Thursday": "2010-12-16"},
        ),
        ("2010-12-15", "The team had been due to leave on Thursday.", {"Thursday": "2010-12-16"}),
    ],
    "ends of months and years": [
        ("2010-04-03", "The envoys will meet in late April.", {"late April": "2010-04"}),
        ("2010-05-03", "The geese were gone by the end of March.", {"the end of March": "2010-03"}),
        ("2010-05-03", "The offer is open until the year's end.", {"the year's end": "2010"}),
        ("2010-05-03", "His term expires in April.", {"April": "2011-04"}),
    ],
    "no dates": [
        ("2010-05-03", "A month's training was crammed in.", {"month": None}),
        ("2010-05-03", "She ran the marathon in 2:23:51.", {"2:23:51": "PT2H23M51S"}),
        ("2010-05-03", "A goal fell 2:46 before the end.", {"2:46": "PT2M46S"}),
        ("2010-05-03", "The index closed at 1804.37 points.", {"1804.37": None}),
        (
            "2010-05-03",
            "He hit his first century of the series and his tenth in Tests.",
            {"first century": None},
        ),
        ("2010-05-03", "The coach, Salman Ramadan, was glad.", {"Ramadan": None}),
        ("2010-05-03", "In September the 11-nation club met.", {"September": "2009-09"}),
        ("2010-05-03", "We wish the town a better tomorrow.", {"a better tomorrow": None}),
        (
            "2010-05-03",
            "They scored twice in the first half and held the ball.",
            {"the first half": None},
        ),
    ],
}


@for_each_case(KINDS)
def test_the_dates_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected
