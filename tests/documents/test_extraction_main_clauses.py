"""The verb of the main clause decides, whatever stands between it and its date."""

from __future__ import annotations

import pytest

from .dates_told import dates_told, values_told

PUBLISHED = "2004-01-30"  # a Friday
CASES = {
    "a clause beside the subject": (
        "On Jan. 12, a plan that will pay farmers cleared its first committee. On Jan. 13 the "
        "envoy who will lead the talks left for Rome.",
        {"Jan. 12": "2004-01-12", "Jan. 13": "2004-01-13"},
    ),
    "a clause that a preposition opens": (
        "On Jan. 12, a plan under which farmers will be paid for flooded fields cleared its first "
        "committee. On Jan. 13 a bill by which fees will rise was passed. On Jan. 14 a deal in "
        "which both sides will pull back was signed.",
        {"Jan. 12": "2004-01-12", "Jan. 13": "2004-01-13", "Jan. 14": "2004-01-14"},
    ),
    "a past clause beside the subject of what is to come": (
        "On March 12, the man who led the raid will stand trial. On May 3, the bridge that fell in "
        "1998 reopens. On April 2, a man who was arrested for murder will be tried.",
        {"March 12": "2004-03-12", "May 3": "2004-05-03", "April 2": "2004-04-02"},
    ),
    "a plan that opens its sentence": (
        "Slated to open March 12 on Broadway, the musical has lost its director. Scheduled for "
        "April 2, the vote has been put off.",
        {"March 12": "2004-03-12", "April 2": "2004-04-02"},
    ),
    "what is no verb before a noun": (
        "Officers here seized two tonnes of live eels on Thursday.",
        {"Thursday": "2004-01-29"},
    ),
    "what is forecast": (
        "With storms forecast for Tuesday, the club closed its pier. Rain was forecast to stop by "
        "Thursday.",
        {"Tuesday": "2004-02-03"},
    ),
    "a sentence that ends with an abbreviation, or what looks like one": (
        "In November voters said no. In March they will be asked again. It was sold to Acme Inc. "
        "In May it will move to the U.S. The plant shut in Dec. The site will be cleared in June.",
        {
            "November": "2003-11",
            "March": "2004-03",
            "May": "2004-05",
            "Dec": "2003-12",
            "June": "2004-06",
        },
    ),
    "clauses that a dash parts": (
        "In November voters balked - in March they will vote. In December they met—in May they "
        "will meet again. The pit reopened – on January 12.",
        {
            "November": "2003-11",
            "March": "2004-03",
            "December": "2003-12",
            "May": "2004-05",
            "January 12": "2004-01-12",
        },
    ),
    "what stands in brackets or between dashes": (
        "In November, voters (who will vote in March) balked. In December, owners – they will meet "
        "in May – sold up. The firm (it will move in June) on January 12 sacked its head.",
        {
            "November": "2003-11",
            "March": "2004-03",
            "December": "2003-12",
            "May": "2004-05",
            "June": "2004-06",
            "January 12": "2004-01-12",
        },
    ),
    "a footnote, and a number that ends a sentence": (
        "In November voters balked.12 In March they will vote. In December they met at 10. "
        "February will see a vote.",
        {"November": "2003-11", "March": "2004-03", "December": "2003-12", "February": "2004-02"},
    ),
    "speech that breaks off": (
        "“We will sail,” he said January 12, “in June.”",
        {"January 12": "2004-01-12", "June": "2004-06"},
    ),
    "according to what is there": (
        "According to a January 12 memo, the fleet will sail in June.",
        {"January 12": "2004-01-12", "June": "2004-06"},
    ),
    "what somebody is tried for": (
        "The man is to be tried on March 5 for a theft on January 12.",
        {"March 5": "2004-03-05", "January 12": "2004-01-12"},
    ),
    "what was reported to come": (
        "He said on January 12 he was leaving on March 5. Come to the fair on April 3!",
        {"January 12": "2004-01-12", "March 5": "2004-03-05", "April 3": "2004-04-03"},
    ),
    "days of one week": (
        "From Monday to Wednesday last week he sat. From Tuesday to Thursday of next week he will "
        "stand.",
        {"Monday": "2004-01-19", "Tuesday": "2004-02-03"},
    ),
    "what is gone": (
        "Sunday's truce is over, and the weekend's snow is gone.",
        {"Sunday": "2004-01-25", "the weekend": "2004-01-24/2004-01-25"},
    ),
    "what is answered is over": (
        "They plan to appeal Tuesday's ruling. Unions may protest Wednesday's sentence; she will "
        "respond to Thursday's decision. Markets await Monday's report.",
        {
            "Tuesday": "2004-01-27",
            "Wednesday": "2004-01-28",
            "Thursday": "2004-01-29",
            "Monday": "2004-02-02",
        },
    ),
    "what was put off to a day": (
        "The hearing opened Wednesday and was adjourned to Tuesday.",
        {"Wednesday": "2004-01-28", "Tuesday": "2004-02-03"},
    ),
    "fined for a march": (
        "Fans were fined for Saturday's march.",
        {"Saturday": "2004-01-24"},
    ),
    "this month, to come": (
        "Last January the trees bloomed; this January they froze.",
        {"Last January": "2003-01", "this January": "2004-01"},
    ),
    "a figure before a weekday": (
        "Shares fell 6 per cent Tuesday. Bonds rose 3% Wednesday. Brent lost $2.10 Thursday.",
        {"Tuesday": "2004-01-27", "Wednesday": "2004-01-28", "Thursday": "2004-01-29"},
    ),
}


WEDNESDAY = "2012-02-15"
NEAREST = {
    "Saturday's race has been moved to Sunday.": ["2012-02-18", "2012-02-19"],
    "Thursday's talks were called off.": ["2012-02-16"],
    "Monday's hearing was postponed.": ["2012-02-13"],
    "The hearing set for Thursday was called off.": ["2012-02-16"],
    "A hearing set for Tuesday was called off.": ["2012-02-14"],
    "The president, due in Rome on Thursday, met bishops on Tuesday.": ["2012-02-16", "2012-02-14"],
    "The storm expected Friday has already emptied shops.": ["2012-02-17"],
    "Organizers say Friday's march will be peaceful.": ["2012-02-17"],
    "A strike that was to have begun on Thursday is off.": ["2012-02-16"],
}


@pytest.mark.parametrize("text", NEAREST)
def test_a_day_that_was_set_is_the_nearest(text: str) -> None:
    assert values_told(text, WEDNESDAY) == NEAREST[text]


def test_a_weekday_that_heads_a_report_is_the_last() -> None:
    text = "LONDON, Wednesday (Reuters) - Oil fell."
    assert dates_told(text, PUBLISHED, ["Wednesday"]) == {"Wednesday": "2004-01-28"}


def test_tickets_are_sold_for_what_is_to_come() -> None:
    text = "Tickets for Saturday's derby went in under an hour."
    assert dates_told(text, PUBLISHED, ["Saturday"]) == {"Saturday": "2004-01-31"}


def test_this_month_is_of_the_next_year_where_it_is_to_come() -> None:
    text = "Last January the trees bloomed; this January they will not."
    assert dates_told(text, "2016-12-30", ["this January"]) == {"this January": "2017-01"}


@pytest.mark.parametrize("case", CASES)
def test_main_clause(case: str) -> None:
    text, told = CASES[case]
    assert dates_told(text, PUBLISHED, told) == told
