"""Phrases that newsrooms use: parts of another year, captions, months of holidays, "that" aside."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

# Monday.
PUBLISHED = "2022-11-21"
CASES = {
    "the same part of another year": (
        "Exports fell in the third quarter, by 4 percent from the same period of 2021. "
        "Sales in the first half were above those in the corresponding period of 2019.",
        {
            "the same period of 2021": "2021-07/2021-09",
            "the corresponding period of 2019": "2019-01/2019-06",
        },
    ),
    "the same month": (
        "Prices rose in October, twice as fast as in the same month of 2020. "
        "Rents fell in October from the same month last year.",
        {"the same month of 2020": "2020-10", "the same month last year": "2021-10"},
    ),
    "the same part of the year before": (
        "Output rose in the third quarter from the same period of the previous year.",
        {"the same period of the previous year": "2021-07/2021-09"},
    ),
    "the same quarter of last year": (
        "Profit slid in the second quarter from the same quarter last year, and from the "
        "comparable quarter of 2018.",
        {
            "the same quarter last year": "2021-04/2021-06",
            "the comparable quarter of 2018": "2018-04/2018-06",
        },
    ),
    "no part of a year was told": (
        "Thefts were up from the same period of 2019. At the same time last year it froze.",
        {"the same period of 2019": "2019", "the same time last year": "2021"},
    ),
    "another thing of a year": (
        "Wheat suffered in the growing period of 2019. The school year in 2004 was long. "
        "They met for the last time in 2003.",
        {"2019": "2019", "2004": "2004", "2003": "2003"},
    ),
    "the first and last quarter": (
        "Profit fell in the final quarter of last year. Orders in the closing quarter of 2019 were "
        "lost. "
        "Bids came in the opening quarter of this year.",
        {
            "the final quarter of last year": "2021-10/2021-12",
            "the closing quarter of 2019": "2019-10/2019-12",
            "the opening quarter of this year": "2022-01/2022-03",
        },
    ),
    "a quarter of a match": (
        "The guests scored twice in the final quarter on Sunday, after a poor opening quarter.",
        {"the final quarter": "None", "Sunday": "2022-11-20"},
    ),
    "a quarter with nothing to compare": (
        "Sales fell in the second quarter. In the corresponding quarter they had risen.",
        {"the corresponding quarter": "None"},
    ),
    "a quarter of a town": (
        "He rented a flat in the Armenian quarter of 1913 Baku and in the old quarter.",
        {"the old quarter": "None", "the Armenian quarter": "None"},
    ),
    "a file photo": (
        "FILE - In this Nov. 3, 2018 file photo, voters line up.\n\n"
        "In this April 9, 2020, picture a ferry burns.",
        {"Nov. 3, 2018": "2018-11-03", "April 9, 2020": "2020-04-09"},
    ),
    "a month of this year keeps its day": (
        "Two of the ships sank this May 3. This June the rest followed.",
        {"this May 3": "2022-05-03", "This June": "2022-06"},
    ),
    "the month of a holiday": (
        "The week-long May holiday drew few. The annual March session was put off. "
        "The country's May elections were void.",
        {"May": "2022-05", "March": "2022-03"},
    ),
    "a march is no month": (
        "The annual March for Life was banned, and so was the Women's March on the capital. "
        "He had been on the Long March from the south.",
        {"March": "None"},
    ),
    "months joined by a dash": (
        "Traffic grew in the January-March period and shrank in January-May to a trickle.",
        {"January-March": "2022-01/2022-03", "January-May": "2022-01/2022-05"},
    ),
    "said over the weekend that": (
        "The guards said over the weekend that shots were heard.",
        {"the weekend": "2022-11-19/2022-11-20"},
    ),
    "announced at the weekend that": (
        "The mayor announced at the weekend that the schools would shut.",
        {"the weekend": "2022-11-19/2022-11-20"},
    ),
    "a weekend with a clause of its own": (
        "He never spoke of the weekend that changed his life.",
        {"the weekend": "None"},
    ),
    "said in the spring that": (
        "The operator warned in the spring that the pipe leaked, and in the summer that it broke.",
        {"the spring": "2022-03~/2022-05~", "the summer": "2022-06~/2022-08~"},
    ),
    "said the day before that": (
        "She was dismissed on September 10. The minister had hinted the day before that she would "
        "go. The week before that, a clerk was held.",
        {"the day before": "2022-09-09", "The week before": "2022-08-29/2022-09-04"},
    ),
    "a day that something was": (
        "Fuel was moved in the year that ended in November 2010, and she wept on the day that the "
        "gates closed.",
        {"the year that": "None", "the day that": "None", "November 2010": "2010-11"},
    ),
    "later than planned": (
        "The mine opened in May, two months later than planned. Votes were counted on November 12, "
        "a week earlier than the law allows. Rain came three days sooner.",
        {"two months later": "None", "a week earlier": "None"},
    ),
    "for so long afterwards": (
        "He resigned in May 2013 and lived in Vienna for three years after that. On June 3, 2016 "
        "he fell ill, and for two days afterwards slept.",
        {"three years after": "None", "two days afterwards": "None"},
    ),
    "a second so many days later": (
        "The first round was on 4 June and the second two weeks later. A blast was heard on June "
        "20, a second ten days later and a third an hour later.",
        {"two weeks later": "2022-06-18", "ten days later": "2022-06-30"},
    ),
    "the first days after something": (
        "In the first ten days after the blast and the last two weeks nobody came.",
        {"the first ten days": "None", "the last two weeks": "None"},
    ),
    "at the end of a year that is over": (
        "Four men remained in prison at year's end. Debt stood at 5 billion at the end of the "
        "year.",
        {"year's end": "2021", "the end of the year": "2021"},
    ),
    "at the end of a year to come": (
        "The lease expires at the end of the year. The fund will be empty at year's end.",
        {"the end of the year": "2022", "year's end": "2022"},
    ),
    "the end of the year, beside a year told aside": (
        "A moratorium that followed protests in April 2016 was to lapse at the end of the year.",
        {"the end of the year": "2022"},
    ),
    "what could be done by the end of the year": (
        "The talks began in 1996. They could be over by the end of the year.",
        {"by the end of the year": "../2022"},
    ),
}


@pytest.mark.parametrize(("text", "dates"), CASES.values(), ids=CASES.keys())
def test_newsroom(text: str, dates: dict[str, str]) -> None:
    assert dates_told(text, PUBLISHED, dates) == dates


CHRONICLES = {
    "lines without marks": (
        "The currency through the years\n\n15 November 1993 The notes are printed abroad.\n"
        "4 April 1999 The rate is floated. By December it has lost a third.\n"
        "4 February 2009 The notes lose 18 percent. The governor had denied it in November.",
        {"By December": "../1999-12", "November": "2008-11"},
    ),
    "the day of the month of an entry": (
        "February 3, 2009: The president says that the base is to close.\n"
        "February 19: Parliament approves it. On the 20th, notice is served.\n"
        "June 23: A new accord is signed. On the 2nd of July it is ratified.",
        {"the 20th": "2009-02-20"},
    ),
    "entries are of the year above them, however near publication": (
        "The fall of the mill\n\n2013\n\n• Q4: The looms stop for the first time since 1974.\n\n"
        "• December: A buyer is named.\n\n2014\n\n• 3 February: The roof falls in.\n\n"
        "• October: Cranes come.",
        {
            "Q4": "2013-10/2013-12",
            "December": "2013-12",
            "3 February": "2014-02-03",
            "October": "2014-10",
        },
    ),
    "an entry that says its own year begins another list": (
        "2013\n\n• 3 January: Opening.\n\n• 7 February 2014: Closing.\n\n• 4 March: Review.",
        {"3 January": "2013-01-03", "4 March": "2014-03-04"},
    ),
    "May and March as entries": (
        "2011\n- May: Talks fail.\n\n2012\n\n• March: They go on.",
        {"May": "2011-05", "March": "2012-03"},
    ),
    "no month": (
        "2011\n- May said no.\n\n2012\n\n• July: May left.",
        {"July": "2012-07"},
    ),
    "what an entry says is to come": (
        "2011\n- 9 December: He is jailed. An appeal is to be heard in the spring.\n\n2013\n"
        "- 4 May: A vote. A runoff is set for 18 May.\n- June: A pact is due in February.",
        {"the spring": "2012-03~/2012-05~", "18 May": "2013-05-18", "February": "2014-02"},
    ),
    "what an entry says will be can be over": (
        "4 May 2015: The mill closes.\n\n30 June: The last weaver leaves. All will be over on "
        "11 August, a clerk says.",
        {"30 June": "2015-06-30", "11 August": "2015-08-11"},
    ),
    "the entry of the day looks on as news do": (
        "17 August 2015 - Troops march.\n\n20 August 2015 - The isle, a "
        "port, votes for a king on Sunday.",
        {"Sunday": "2015-08-23"},
    ),
    "entries with bullets are no datelines": (
        "* March 1985 - The king dies. In May the army takes over. It has shut papers, says it "
        "will rule for a year, and is not to be moved.\n\n"
        "* June 1999 - War. A truce is signed on July 3.",
        {"May": "1985-05", "July 3": "1999-07-03"},
    ),
}


@pytest.mark.parametrize(("text", "dates"), CHRONICLES.values(), ids=CHRONICLES.keys())
def test_chronicles(text: str, dates: dict[str, str]) -> None:
    assert dates_told(text, "2015-08-20", dates) == dates
