"""Dates that a story goes on with, that its chronicle tells, or whose verb no list holds."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import Extracted, extract

PUBLISHED = "2015-05-15"


def read(text: str, published: str) -> dict[str, Extracted]:
    return {item.text: item for item in extract(text, parse(published))}


def check(published: str, text: str, expected: dict[str, str]) -> None:
    found = read(text, published)
    assert {phrase: str(found[phrase].date) for phrase in expected} == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        # A past month goes on from the past date right before it.
        ("2014-06-20", "The bank was set up in March 1999; it moved to the coast in July.", {
            "July": "1999-07",
        }),
        # So it does from what nobody foresaw, named by its year.
        ("2006-02-10", "The flood of 2001 was bad. The town had been warned on March 30; on "
         "April 5 half of it was asleep. Its mayor left the following Tuesday.", {
            "March 30": "2001-03-30", "April 5": "2001-04-05",
            "the following Tuesday": "2001-04-10",
        }),
        ("2006-02-10", "The trial of 2001 was long. It opened in May and ended in June.", {
            "May": "2001-05", "June": "2001-06",
        }),
        ("2006-02-10", "The fire of 2001 is still feared. The town was warned on January 30.", {
            "January 30": "2006-01-30",
        }),
        ("2010-09-09", "The weekly first came out in May 1998. In September its office burned.", {
            "September": "1998-09",
        }),
        ("2013-04-19", "On March 5, 2012, a court fined a station. In May its mast was cut.", {
            "May": "2012-05",
        }),
        ("2012-03-02", "The road was opened in November 1986. In March a slide buried it.", {
            "March": "1987-03",
        }),
        # Years in leaps lead up to now; those of one life or quarrel do not.
        ("2017-05-08", "The arcade opened in 1907 and burned in 1962. In March its dome fell.", {
            "March": "2017-03",
        }),
        ("2017-05-08", "Trams came in 1931. They were sold in 1970. In February one was found.", {
            "February": "2017-02",
        }),
        ("2017-05-08", "Pirates seized the isle in 1717. In May they crowned a king.", {
            "May": "1717-05",
        }),
        ("2017-05-08", "She was ordained in 1973. In October she was sent to Lima.", {
            "October": "1973-10",
        }),
        ("2017-05-08", "The duke fled in 1848. He came back in 1849. In October he had a son.", {
            "October": "1849-10",
        }),
        # The pluperfect looks back from what was told in the past.
        ("2013-06-20", "Troops left in May 2011; the order had come in April.", {
            "April": "2011-04",
        }),
        ("2014-11-27", "The rector quit in June 2003; students had called for that in April.", {
            "April": "2003-04",
        }),
        # In a chronicle that tells what is, what was lies before the entry.
        ("1998-12-28", "May 4: A mine floods.\n\nMay 18: The speaker, elected in December, is "
         "dismissed.", {"May 4": "1998-05-04", "May 18": "1998-05-18", "December": "1997-12"}),
        ("2006-12-22", "19 May: Parliament dismisses the prosecutor, appointed in October.", {
            "October": "2005-10",
        }),
        ("2005-12-29", "2005\n\nJanuary - The party appeals. It loses on 2 March.\n\n"
         "4 December - A vote.", {"2 March": "2005-03-02", "4 December": "2005-12-04"}),
        # A date told in passing is not what the same day is counted from.
        ("2012-01-30", "The session opens on Thursday with the oath of the deputies elected on "
         "January 15. The speaker will be chosen the same day.", {"the same day": "2012-02-02"}),
    ],
)  # fmt: skip
def test_a_story_goes_on(published: str, text: str, expected: dict[str, str]) -> None:
    check(published, text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # No list of verbs is whole: what is not past is the present.
        ("The men race on Wednesday.", {"Wednesday": "2015-05-20"}),
        ("The Dutch vote in June, the Italians in July.", {"June": "2015-06", "July": "2015-07"}),
        ("He faces trial in September on charges of fraud.", {"September": "2015-09"}),
        ("Nine men go on trial in October.", {"October": "2015-10"}),
        # What stands aside has its own verb.
        ("Talks with the union, broken off last week, resume on Monday.", {
            "Monday": "2015-05-18",
        }),
        ("The guests, who had sold a forward on Monday, next meet the leaders on June 2.", {
            "June 2": "2015-06-02",
        }),
        ("The two presidents, who quarrelled last week, dine together on Thursday.", {
            "Thursday": "2015-05-21",
        }),
        ("The wage deal signed in February 2013 runs out in October.", {"October": "2015-10"}),
        ("Figures for the quarter come out on June 10.", {"June 10": "2015-06-10"}),
        # What is said of those words is not said in them.
        ("“Judge me in December,” he said.", {"December": "2015-12"}),
        # A place is no time: "moved to the coast" plans nothing.
        ("The county proposed the step on December 14.", {"December 14": "2014-12-14"}),
        ("They did not know of it until April 2.", {"until April 2": "../2015-04-02"}),
        ("Builders of the hall that will host the games walked out on May 6.", {
            "May 6": "2015-05-06",
        }),
        # Weeks that are counted from a day lead to a day.
        ("He was dismissed on December 12, 2012, and a week later he left.", {
            "a week later": "2012-12-19",
        }),
        # Dots that end a sentence, and dots that do not.
        ("The year ended on March 1. No talks will be held before then.", {
            "March 1": "2015-03-01",
        }),
        ("They were asked to a meeting in Independence, Mo., on March 12.", {
            "March 12": "2015-03-12",
        }),
    ],
)  # fmt: skip
def test_the_tense_of_the_clause(text: str, expected: dict[str, str]) -> None:
    check(PUBLISHED, text, expected)


@pytest.mark.parametrize(
    ("text", "phrase", "known"),
    [
        ("The financial year begins, as ever, on January 1.", "January 1", "XXXX-01-01"),
        ("The season runs by law from October 15 to April 15.", "April 15", "XXXX-04-15"),
        ("Every year the town marks September 9.", "September 9", "XXXX-09-09"),
    ],
)
def test_a_day_of_every_year_has_none(text: str, phrase: str, known: str) -> None:
    found = read(text, PUBLISHED)[phrase]
    assert (found.date, found.known, found.kind) == (None, known, "set")


def test_a_day_that_comes_every_year_and_once_has_its_year() -> None:
    check(PUBLISHED, "The fair, held every year, will open on June 9.", {"June 9": "2015-06-09"})


@pytest.mark.parametrize(
    ("text", "phrase", "date"),
    [
        ("Profit for the first quarter was 3 million, against 2 million in the same quarter of "
         "2003.", "the same quarter of 2003", "2003-01/2003-03"),
        ("The cabinet reports on its work for 2011 on March 14.", "2011", "2011"),
        ("Sales were helped by a warm May.", "May", "2015-05"),
        ("He had praised it as recently as March.", "March", "2015-03"),
        ("Exams are set for May.", "May", "2015-05"),
        ("They met on April 3; on the 5th they parted.", "5th", "2015-04-05"),
    ],
)  # fmt: skip
def test_forms(text: str, phrase: str, date: str) -> None:
    found = {item.text.removeprefix("the "): item for item in extract(text, parse(PUBLISHED))}
    assert str(found[phrase.removeprefix("the ")].date) == date


@pytest.mark.parametrize("text", ["Reporters asked what was said. “Nothing,” said May.",
                                  "The last day of lessons has not been fixed."])  # fmt: skip
def test_names_and_the_last_of_something_are_no_dates(text: str) -> None:
    assert [item.date for item in extract(text, parse(PUBLISHED)) if item.date] == []
