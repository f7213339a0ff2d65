"""Months that head what stands below them, and the days that lines there begin with."""

from __future__ import annotations

import pytest

from .dates_told import values_told

PUBLISHED = "2012-01-20"
CASES = {
    "below months of the year in the title": (
        "2009 - what we saw\n\nMARCH\n\n04 - Orsk: the mill is shut by a court.\n\n"
        "27 - A poet, held since 2006, is freed.\n\nAPRIL\n\n02 - Troops enter Sura.",
        ["2009", "2009-03", "2009-03-04", "2009-03-27", "2006", "2009-04", "2009-04-02"],
    ),
    "below a month with its year": (
        "May 2010\n\n3: Votes are cast.\n\n5: A recount begins. It ends the next day.\n\n"
        "June 2010\n\n1: The house meets.",
        ["2010-05", "2010-05-03", "2010-05-05", "2010-05-06", "2010-06", "2010-06-01"],
    ),
    "line by line": (
        "Strike diary\n\nMay\n4 – Drivers walk out.\n11 – Dockers join them.\n\n"
        "Sept.\n2 – Both go back.",
        ["2011-05", "2011-05-04", "2011-05-11", "2011-09", "2011-09-02"],
    ),
    "with bullets": (
        "October\n\n- 5: A barn burns.\n- 6: Another does.\n\nDec\n\n* 30: Rain at last.",
        ["2011-10", "2011-10-05", "2011-10-06", "2011-12", "2011-12-30"],
    ),
    "with the endings of their numbers": (
        "DECEMBER\n\n1st - Troops leave.\n\n22nd - They come back.",
        ["2011-12", "2011-12-01", "2011-12-22"],
    ),
    "past a month told in an entry": (
        "August\n\n7 - He loses a seat that he had won in July 2008.\n\n"
        "9 - She wins hers.\n\n12 - A vote is set for the previous month.\n\n30 - It rains.",
        [
            "2011-08", "2011-08-07", "2008-07", "2011-08-09", "2011-08-12", "2011-07",
            "2011-08-30",
        ],
    ),
    "what stands below no month": (
        "What to buy\n\n1 - apples\n\n2 - pears\n\n6-year-old twins ate them in May.",
        ["2011-05"],
    ),
    "scores and ages below a month": (
        "June\n\n10 - 4 was the score.\n\nThe crowd left early.\n\n7-year-old twins stayed.",
        ["2011-06"],
    ),
    "a list that does not begin below it": (
        "June\n\nThe month was dry.\n\n12 - rain gauges were sold.",
        ["2011-06"],
    ),
    "no such day": ("April\n\n31 - nobody came.", ["2011-04"]),
    "a month after a year of an almanac": (
        "1974, May 3\nA dam bursts.\n\nOct\nThe builder flees.\n\nDec. 1975\nHe is caught.",
        ["1974-05-03", "1974-10", "1975-12"],
    ),
    "a line broken off": (
        "The mill burned in\nMarch\nand was never built again.",
        ["2011-03"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "values"), CASES.values(), ids=CASES.keys())
def test_listed_days(text: str, values: list[str]) -> None:
    assert values_told(text, PUBLISHED) == values
