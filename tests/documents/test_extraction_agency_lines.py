"""Dates as agencies write them in a hurry: today's weekday, reasons, results, fixtures, figures."""

from __future__ import annotations

import pytest

from .dates_told import values_told

PUBLISHED = "2006-06-28"  # a Wednesday
KINDS: dict[str, dict[str, list[str]]] = {
    "today by its weekday, to come": {
        "Envoys will confer at a special session on Wednesday.": ["2006-06-28"],
        "If passed on Wednesday, the bill takes effect at once.": ["2006-06-28"],
        "Crowds are getting ready for Wednesday's parade.": ["2006-06-28"],
        "Buses are to run on Tuesday, Wednesday and Friday.": [
            *("2006-07-04", "2006-07-05", "2006-07-07"),
        ],
    },
    "a reason is no plan": {
        "Orlov withdrew due to cramps on Monday.": ["2006-06-26"],
        "The tie on Tuesday was put back due to thick snow.": ["2006-06-27"],
        "The fair is due to open on Friday.": ["2006-06-30"],
    },
    "nouns that look like verbs": {
        "Three clerks died in an enormous fire Monday which gutted the mill.": ["2006-06-26"],
        "A guard was hit by small arms fire near the pass on Tuesday.": ["2006-06-27"],
        "The man, who spoke to both papers before his arrest Monday, was freed.": ["2006-06-26"],
        "Shares hit fresh ten-year highs on Tuesday, brokers said.": ["2006-06-27"],
        "The bank, which ended a run of rate increases in March, may act.": ["2006-03"],
        "Figures show that trade between them from January to May hit a record.": [
            *("2006-01", "2006-05"),
        ],
    },
    "a clause beside another": {
        "The club will host Dynamo on July 9 after their game on Monday was washed out.": [
            *("2006-07-09", "2006-06-26"),
        ],
        "She has said it will be hard to win and on Tuesday called the draw unfair.": [
            "2006-06-27"
        ],
        "Herders want the ban to be lifted in the south and on Sunday, the council gave way.": [
            "2006-06-25"
        ],
    },
    "an occasion within days, not told as over": {
        "The organizers of Friday's race would not comment.": ["2006-06-30"],
        "They could stop fans from attending Thursday's match.": ["2006-06-29"],
        "The winner of Friday's race is a baker.": ["2006-06-23"],
        "He was fined for Friday's rally.": ["2006-06-23"],
    },
    "what leads to an occasion": {
        "The Danes made it through to Friday's final.": ["2006-06-30"],
        "Both sides now turn their attention to Thursday's match.": ["2006-06-29"],
        "Guards were flown in for Friday's summit.": ["2006-06-30"],
    },
    "hopes, and what people get ready for": {
        "He spoke before voicing hopes for a calm election on Friday.": ["2006-06-30"],
        "Aides stayed on to discuss the possibility of a meeting on Monday.": ["2006-07-03"],
        "The mayor cut short his leave ahead of a speech by the governor on Thursday.": [
            "2006-06-29"
        ],
        "They want to be ready by the time of July elections.": ["2006-07"],
        "It was signed well ahead of the date agreed on October 9.": ["2005-10-09"],
    },
    "figures and those before them": {
        "The index closed at 4,120 points on Tuesday, 31 points down from Monday's close.": [
            *("2006-06-27", "2006-06-26"),
        ],
        "Shares closed up 12 points from Monday's finish.": ["2006-06-26"],
        "Traders will look to Friday's May jobs report.": ["2006-06-30", "2006-05"],
        "The mood is brighter, rising to 24 in May from 21 in March.": ["2006-05", "2006-03"],
    },
    "what is over, whatever the verb": {
        "Unlike in the run-up to January's ballot, no shot has been fired.": ["2006-01"],
        "The party, in power since its narrow win in the February polls, refuses to go.": [
            "2006-02"
        ],
        "Violence has spread since the bombing of a shrine in Marra in February.": ["2006-02"],
        "They praised guards who held off raids during November's vote.": ["2005-11"],
        "The costs of a shipping accident in August could be large.": ["2005-08"],
        "Aid has gone to all those hit by the December tsunami.": ["2005-12"],
    },
    "on the way, about to, until it was told": {
        "The skater is heading to Oslo to defend her title after winning in Turin Monday.": [
            "2006-06-26"
        ],
        "They were about to board a ferry on Tuesday.": ["2006-06-27"],
        "The loss was kept quiet until Tuesday when the owners admitted it.": ["2006-06-27"],
        "The firm announced for the first time on Monday that it had failed.": ["2006-06-26"],
    },
    "results under their line": {
        "Following are the results of second-round matches in Doha on Tuesday:": ["2006-06-27"],
    },
    "a hyphen within a verb": {
        "The council on Monday re-elected Ames as its chair and choice for the coming vote.": [
            "2006-06-26"
        ],
    },
    "a day that has been moved or set": {
        "Their trip to Carrick on August 25 has been brought forward by a week.": ["2006-08-25"],
        "The parties set themselves the end of August as a target.": ["2006-08"],
    },
    "what nobody planned is another day": {
        "The army sent envoys and fixed talks for March 14. Tuesday's clash left four hurt.": [
            *("2006-03-14", "2006-06-27"),
        ],
    },
    "turns of phrase": {
        "The party has won each vote since 1971 and hopes to do the same this year.": [
            *("1971", "2006"),
        ],
        "Those who joined five weeks ago now say they will leave.": ["2006-W21"],
        "He wrote to her on March, 6, 1996, he said.": ["1996-03-06"],
        "The feast is held this year on Friday July 7.": ["2006", "2006-07-07"],
        'QUESTION: Will he be in town on Friday?\nMR. COLBY: "He will."': ["2006-06-30"],
    },
    "years before nouns in the plural": {
        "Before 1986 hospitals shared one surgeon; by 1990 hospitals there had twelve.": [
            *("1986", "1990"),
        ],
        "A floor, 1990 tiles in all, was laid in May 2005.": ["2005-05"],
    },
    "halves before another clause": {
        "Sales fell in 2005. They slipped in the first half but grew in the second half.": [
            *("2005", "2005-H1", "2005-H2"),
        ],
    },
    "no dates": {
        "The side were 52 for 3 by the 18th over as the light went.": [],
        "They are to be the 26th and 27th members.": [],
        "She swam third in a time of 2:02.75; he ran 2:06:20.": [],
        "Marr won the race in a time of 1: 16:31.": [],
        "Ayr v Clyde (1730)": [],
        "It is in the 11th five-year plan.": [],
        "They drew the last quarter-final.": [],
        "Riots shook the port, with arrests in Mar del Sol.": [],
        "The Spring Festival and Operation Winter Shield went on.": [],
        "He owns the daily An-Nur (Today).": [],
        "April Moss, 24, scored; the prize went to June Adair, 31, for a play.": [],
        "To book, dial 2005.": [],
        "Section 12-3-2012 of the code applies.": [],
    },
}
CASES = [(text, expected) for kind in KINDS.values() for text, expected in kind.items()]
NAMES = [f"{name} {number}" for name, kind in KINDS.items() for number in range(len(kind))]


def lengths_left_out(values: list[str]) -> list[str]:
    return [value for value in values if not value.startswith("P")]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=NAMES)
def test_lines_of_agencies(text: str, expected: list[str]) -> None:
    assert lengths_left_out(values_told(text, PUBLISHED)) == expected
