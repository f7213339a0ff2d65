"""Notices and programmes: days set against each other, weekdays with numbers, what is ahead."""

from __future__ import annotations

import pytest

from .dates_told import dates_told, values_told

CASES = {
    "a day set against another": (
        "1999-02-01",
        "The rates come into effect today, and not on 1 March as had been intended.",
        {"1 March": "1999-03-01"},
    ),
    "instead of the 13th": (
        "2007-06-04",
        "The summit will open on Tuesday, 12 June, instead of the 13th.",
        {"the 13th": "2007-06-13"},
    ),
    "not on the 23rd": (
        "1993-10-09",
        "The sale opens on Saturday, 16 October, and not on the 23rd, as was said last month.",
        {"the 23rd": "1993-10-23"},
    ),
    "a year beside the subject": (
        "1994-08-08",
        "The last stoppage, in 1981, ran from June 12 to July 31.",
        {"June 12": "1981-06-12", "July 31": "1981-07-31"},
    ),
    "a weekday and a number": (
        "2012-06-01",
        "Saturday 2 June, street party. Sunday 3, river pageant. Monday 4, a beacon is lit.",
        {"Sunday 3": "2012-06-03", "Monday 4": "2012-06-04"},
    ),
    "Monday the 27th": (
        "2007-07-06",
        "We look forward to seeing you again on Monday the 27th.",
        {"Monday the 27th": "2007-08-27"},
    ),
    "a number of people is not a day": (
        "2012-02-13",
        "On Saturday 12 people died. On Sunday, 3 boats sank.",
        {"Saturday": "2012-02-11", "Sunday": "2012-02-12"},
    ),
    "a forecast": (
        "2005-07-23",
        "OUTLOOK\n\nTonight: clear. Sunday: dry at first. Monday-Wednesday: cool.",
        {"Sunday": "2005-07-24", "Monday": "2005-07-25", "Wednesday": "2005-07-27"},
    ),
    "closed": (
        "2007-07-06",
        "Closed for stocktaking Tuesday 10 and Wednesday 11 July.",
        {"Tuesday 10": "2007-07-10", "Wednesday 11 July": "2007-07-11"},
    ),
    "as announced": (
        "1996-09-23",
        "She hopes to appear as announced on Thursday.",
        {"Thursday": "1996-09-26"},
    ),
    "it would lapse if not": (
        "1997-06-24",
        "The pact would lapse if either house had not approved it on 1 August.",
        {"1 August": "1997-08-01"},
    ),
    "it switched to a day": (
        "2019-03-05",
        "The concert switched to Saturday 27 March. It is in memory of a judge who heard the "
        "case in November.",
        {"Saturday 27 March": "2019-03-27", "November": "2018-11"},
    ),
    "the year to a day": (
        "2009-01-23",
        "The firm cut its forecast for the year to March 31.",
        {"March 31": "2009-03-31"},
    ),
    "an hour that ends a sentence": (
        "2013-12-01",
        "The grotto opens next Saturday and closes on Christmas Eve at 3 p.m. Tickets have sold "
        "out. It was lit at 5 p.m. Eastern time on Friday.",
        {"Christmas Eve": "2013-12-24"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_notice(case: str) -> None:
    published, text, told = CASES[case]
    assert dates_told(text, published, told) == told


def test_noon_of_a_weekday() -> None:
    assert values_told("Nominations close Monday at noon.", "2013-08-24") == ["2013-08-26T12:00"]
