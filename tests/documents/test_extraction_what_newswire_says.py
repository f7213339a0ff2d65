"""Days in the manner of newswire: what was proposed, decided, said, shown or won on a weekday."""

from __future__ import annotations

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import extract

from .dates_told import for_each_case, times_told

KINDS: dict[str, list[tuple[str, str, dict[str, str | None]]]] = {
    "what was proposed somewhere": [
        (
            "2011-10-20",
            "The premier proposed during a visit to the dam on April 4 that tolls be halved.",
            {"April 4": "2011-04-04"},
        ),
        (
            "2011-10-20",
            "She proposed at a rally on April 4 that the tax be scrapped.",
            {"April 4": "2011-04-04"},
        ),
        ("2011-10-20", "They proposed on Monday a cut in fares.", {"Monday": "2011-10-17"}),
        (
            "2011-10-20",
            "A union leader called at a meeting on April 4 for patience.",
            {"April 4": "2011-04-04"},
        ),
        ("2011-10-20", "The talks proposed for April 4 may fail.", {"April 4": "2012-04-04"}),
        ("2011-10-20", "The union called for a strike on April 4.", {"April 4": "2012-04-04"}),
    ],
    "what was brought to an end": [
        (
            "2013-05-15",
            "Their winning streak was brought to a halt by Leeds in the final on Thursday.",
            {"Thursday": "2013-05-09"},
        ),
        (
            "2013-05-15",
            "Trains were brought to a standstill during the march on Thursday.",
            {"Thursday": "2013-05-09"},
        ),
        (
            "2013-05-15",
            "Bishops were summoned to a meeting on Thursday.",
            {"Thursday": "2013-05-16"},
        ),
    ],
    "what comes after something": [
        (
            "2013-05-15",
            "The ban comes after a debate in the upper house on Thursday.",
            {"Thursday": "2013-05-09"},
        ),
        (
            "2013-05-15",
            "His trip comes days after her victory on Saturday and her first speech on Monday.",
            {"Saturday": "2013-05-11", "Monday": "2013-05-13"},
        ),
        (
            "2013-05-15",
            "It comes in the wake of a report on Thursday.",
            {"Thursday": "2013-05-09"},
        ),
        (
            "2013-12-15",
            "The order comes after a summer that has seen three floods.",
            {"summer": "2013-SU"},
        ),
        ("2013-05-15", "A second vote follows on Thursday.", {"Thursday": "2013-05-16"}),
        (
            "2013-05-15",
            "The recess will come after a debate on Thursday.",
            {"Thursday": "2013-05-16"},
        ),
    ],
    "what is open while it is to come": [
        (
            "2013-05-15",
            "Much will hinge on the outcome of Sunday's ballot.",
            {"Sunday": "2013-05-19"},
        ),
        (
            "2013-05-15",
            "Whether he plays depends on the result of Saturday's scan.",
            {"Saturday": "2013-05-18"},
        ),
        (
            "2013-05-15",
            "They will contest the result of Sunday's ballot.",
            {"Sunday": "2013-05-12"},
        ),
    ],
    "captions": [
        (
            "2013-05-15",
            "Divers clear weeds from a canal in Utrecht, Monday.",
            {"Monday": "2013-05-13"},
        ),
        (
            "2013-05-15",
            "Fans wave flags outside the stadium in Cork, Ireland, Saturday.",
            {"Saturday": "2013-05-11"},
        ),
        ("2013-05-15", "She will sing in Cork, Ireland, Saturday.", {"Saturday": "2013-05-18"}),
    ],
    "polls": [
        (
            "2013-05-15",
            "In Monday's survey, most drivers say they would pay.",
            {"Monday": "2013-05-13"},
        ),
        (
            "2013-05-15",
            "Half of those asked in Tuesday's new poll back the mayor.",
            {"Tuesday": "2013-05-14"},
        ),
        (
            "2013-05-15",
            "In Sunday's poll, voters will choose a mayor.",
            {"Sunday": "2013-05-19"},
        ),
    ],
    "when something was said or found": [
        (
            "2016-03-18",
            "A rival agreed, telling a local station on Thursday that the toll will cost jobs.",
            {"Thursday": "2016-03-17"},
        ),
        (
            "2016-12-29",
            "According to a study by the harbor board in February, traffic is rising.",
            {"February": "2016-02"},
        ),
        (
            "2016-12-29",
            "Part of her testimony in May appears to conflict with his.",
            {"May": "2016-05"},
        ),
        (
            "2016-03-18",
            "The owner urged the court to reopen the case on Tuesday, arguing it had erred.",
            {"Tuesday": "2016-03-15"},
        ),
        (
            "2016-03-18",
            "The owner asked the court to reopen the case on Tuesday.",
            {"Tuesday": "2016-03-22"},
        ),
    ],
    "when something was decided": [
        (
            "2016-03-18",
            "The council's vote on Thursday to close the pool could cost it seats.",
            {"Thursday": "2016-03-17"},
        ),
        ("2016-03-18", "Deputies voted to ratify it on Monday.", {"Monday": "2016-03-14"}),
        ("2016-03-18", "Dockers voted to strike on Monday.", {"Monday": "2016-03-21"}),
        (
            "2016-03-18",
            "Critics were unable to push through a motion to oust him on Tuesday.",
            {"Tuesday": "2016-03-15"},
        ),
        (
            "2016-12-20",
            "A committee advanced a bill in November that would cap rents.",
            {"November": "2016-11"},
        ),
        (
            "2016-12-20",
            "The scheme, which deputies allowed to lapse at the end of September, was popular.",
            {"the end of September": "2016-09"},
        ),
        (
            "2016-03-18",
            "The walkout comes as owners on Monday were planning to cut wages.",
            {"Monday": "2016-03-14"},
        ),
        (
            "2016-03-18",
            "It split the party, with one aide trying on Tuesday to calm the row.",
            {"Tuesday": "2016-03-15"},
        ),
    ],
    "what was won, lost or met": [
        (
            "2016-03-18",
            "The narrow win by the Greens in Tuesday's vote is prompting calls for talks.",
            {"Tuesday": "2016-03-15"},
        ),
        (
            "2016-03-18",
            "Her party will gain a seat after Tuesday's victory by a doctor.",
            {"Tuesday": "2016-03-15"},
        ),
        ("2016-03-18", "They need a win in Tuesday's game.", {"Tuesday": "2016-03-22"}),
        (
            "2016-12-20",
            "He gave an account of the January meetings in which she warned the bank.",
            {"January": "2016-01"},
        ),
        (
            "2016-12-20",
            "The row would flare up again in August, when he was asked about it.",
            {"August": "2016-08"},
        ),
        (
            "2016-12-06",
            "The witness met him at a Jan. 20 reception in Riga.",
            {"Jan. 20": "2016-01-20"},
        ),
        (
            "2016-12-21",
            "Some had warned even before her inauguration on Jan. 20 that she would.",
            {"Jan. 20": "2016-01-20"},
        ),
        (
            "2016-03-18",
            "The report sent shares, the franc and bond yields lower on Friday.",
            {"Friday": "2016-03-18"},
        ),
    ],
    "what is set within weeks": [
        (
            "2016-12-21",
            "The Jan. 1 start date was causing a scramble.",
            {"Jan. 1": "2017-01-01"},
        ),
        (
            "2016-12-21",
            "A judge rejected a bid to stop the sale on Jan. 4.",
            {"Jan. 4": "2017-01-04"},
        ),
        (
            "2016-12-18",
            "He was skipping a trip to the cup final in Porto on Dec. 28 to work.",
            {"Dec. 28": "2016-12-28"},
        ),
        ("2016-12-21", "They missed the Jan. 31 deadline.", {"Jan. 31": "2016-01-31"}),
    ],
    "when something was, by what stands beside it": [
        (
            "2016-11-20",
            "“She may stay,” the board said. On Friday, the bank said Ana Roth, its chief of"
            " staff, would lead it.",
            {"Friday": "2016-11-18"},
        ),
        (
            "2016-11-18",
            "A paper released a poll on Thursday putting the Greens ahead.",
            {"Thursday": "2016-11-17"},
        ),
        (
            "2016-11-17",
            "They were in Bath for a match against Hull on Saturday, which Hull won.",
            {"Saturday": "2016-11-12"},
        ),
        (
            "2016-11-09",
            "Tuesday's results clearly signal that the mood has changed.",
            {"Tuesday": "2016-11-08"},
        ),
        (
            "2016-11-30",
            "The bank on Tuesday would not confirm whether he had left.",
            {"Tuesday": "2016-11-29"},
        ),
        ("2016-11-30", "He would not go on Tuesday.", {"Tuesday": "2016-12-06"}),
        (
            "2016-11-22",
            "They want a first success since taking charge of the council and of both water"
            " boards in January.",
            {"January": "2016-01"},
        ),
        (
            "2016-11-22",
            "The sum is larger than the one proposed by the mayor in May.",
            {"May": "2016-05"},
        ),
        (
            "2016-11-22",
            "The inquiry predates the appointment in May of a new chairman.",
            {"May": "2016-05"},
        ),
        (
            "2016-11-28",
            "Staff back on Monday after the Thanksgiving break asked who was in charge after the"
            " head resigned on Friday.",
            {"Monday": "2016-11-28", "Friday": "2016-11-25"},
        ),
    ],
    "who said it when": [
        (
            "2014-07-26",
            "The league on Thursday again alleged that its posters were torn down.",
            {"Thursday": "2014-07-24"},
        ),
        (
            "2014-07-30",
            "A deputy on Tuesday alleged that he would soon have proof.",
            {"Tuesday": "2014-07-29"},
        ),
        (
            "2014-07-30",
            "On Monday, Ana Roth, while meeting voters after shaking hands with a rival, said no.",
            {"Monday": "2014-07-28"},
        ),
        (
            "2014-07-28",
            "Addressing members of her party on Saturday, Roth said, “You should be proud.”",
            {"Saturday": "2014-07-26"},
        ),
        (
            "2014-07-26",
            "Cabs will have to carry meters, said Ana Roth, minister for towns, in the senate on"
            " Friday.",
            {"Friday": "2014-07-25"},
        ),
        (
            "2014-07-25",
            "The singer during a visit to a school in Cork on Thursday.",
            {"Thursday": "2014-07-24"},
        ),
        (
            "2014-07-25",
            "After tenants said the repairs could have cracked it, the police on Tuesday opened"
            " a case.",
            {"Tuesday": "2014-07-22"},
        ),
        (
            "2014-07-25",
            "Thursday's orders take the reform further.",
            {"Thursday": "2014-07-24"},
        ),
    ],
    "what is over, or is to be": [
        ("2014-07-27", "Once the recess is over in August, they will meet.", {"August": "2014-08"}),
        (
            "2014-07-27",
            "The ban comes in the backdrop of a January ruling by the court.",
            {"January": "2014-01"},
        ),
    ],
    "occasions to come": [
        (
            "2014-07-25",
            "Kites have been banned till the celebrations on August 15.",
            {"August 15": "2014-08-15"},
        ),
        (
            "2014-07-25",
            "The planned tour by the choir from September 12 was in doubt.",
            {"September 12": "2014-09-12"},
        ),
        (
            "2014-07-25",
            "A judge remanded him in custody to appear in Leeds on 11 August.",
            {"11 August": "2014-08-11"},
        ),
        (
            "2014-12-20",
            "She will appear for a closed-door interview on Monday with a panel.",
            {"Monday": "2014-12-22"},
        ),
        (
            "2016-11-09",
            "She was the favorite in the Dec. 12 special election for the seat.",
            {"Dec. 12": "2016-12-12"},
        ),
        (
            "2016-11-09",
            "They reached an agreement for him to testify to the panel behind closed doors on"
            " Nov. 14.",
            {"Nov. 14": "2016-11-14"},
        ),
        (
            "2016-10-31",
            "Aides were not making enough preparations ahead of his November visit.",
            {"November": "2016-11"},
        ),
        (
            "2016-11-28",
            "Here is the outlook. MONDAY, NOV. 28: A bill is discussed. FRIDAY, DEC. 16: The last"
            " session of 2016. FRIDAY, DEC. 23: A possible deadline.",
            {
                "MONDAY, NOV. 28": "2016-11-28",
                "FRIDAY, DEC. 16": "2016-12-16",
                "FRIDAY, DEC. 23": "2016-12-23",
            },
        ),
    ],
    "lengths and names": [
        (
            "2016-12-21",
            "The biggest reform of the pension system in more than 30 years could pass.",
            {"more than 30 years": "P30Y"},
        ),
        (
            "2016-12-21",
            "Firms will deduct the whole cost in one year rather than over ten.",
            {"one year": "P1Y"},
        ),
        ("2016-12-21", "They will meet in two years.", {"two years": "2018"}),
        ("2016-12-21", "He may go to Mar-a-Lago.", {"Mar": None}),
        ("2016-12-21", "It pays for students with summer jobs.", {"summer": None}),
    ],
}


@for_each_case(KINDS)
def test_the_dates_are_read(published: str, text: str, expected: dict[str, str | None]) -> None:
    told = times_told(text, published)
    assert {phrase: told.get(phrase) for phrase in expected} == expected


def test_a_sentence_without_an_end_is_read() -> None:
    # Its row of participles was followed back until Python gave up.
    assert extract("born on 3 May and " * 1100, parse("2016-03-18"))
