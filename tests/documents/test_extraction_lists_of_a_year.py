"""Lists of dated entries without years: those that look back on a year, and what is to come."""

from __future__ import annotations

import pytest

from .dates_told import dates_told

PUBLISHED = "2016-12-22"
CASES = {
    "months in the present": (
        "JANUARY: Storm Hedda strips the roof off the fish market.\n"
        "FEBRUARY: The council votes to rebuild it.\nDECEMBER: Not one brick has been laid.",
        {"JANUARY": "2016-01", "FEBRUARY": "2016-02", "DECEMBER": "2016-12"},
    ),
    "days in lines": (
        "The year in review\n\nJanuary 7: Police raid the house.\nMarch 3: An election is called."
        "\nNovember 12: The new mayor is arrested.",
        {"January 7": "2016-01-07", "March 3": "2016-03-03", "November 12": "2016-11-12"},
    ),
    "days in one line": (
        "Looking back: Jan. 5 - Snow shuts the pass. Feb. 9 - A bridge collapses. Sept. 30 - It "
        "reopens.",
        {"Jan. 5": "2016-01-05", "Feb. 9": "2016-02-09", "Sept. 30": "2016-09-30"},
    ),
    "months in brackets": (
        "The best films of the year: “Harbor” (January), “Salt” (March), “Nine Mile” (June).",
        {"January": "2016-01", "March": "2016-03", "June": "2016-06"},
    ),
    "the newest first": (
        "December 1 - Salvage begins.\nAugust 9 - The wreck is sold.\nJanuary 14 - A ship grounds.",
        {"December 1": "2016-12-01", "August 9": "2016-08-09", "January 14": "2016-01-14"},
    ),
    "an end that has not come is of the year before": (
        "January: Frost.\nMay: Floods.\nDecember 28: Fog.",
        {"January": "2015-01", "May": "2015-05", "December 28": "2015-12-28"},
    ),
    "what is ahead": (
        "The season ahead: January 3 - Derby. March 9 - Final. September 1 - Tour.",
        {"January 3": "2017-01-03", "March 9": "2017-03-09", "September 1": "2017-09-01"},
    ),
    "a few weeks are weighed": (
        "January 12: The court hears the appeal.\nFebruary 3: The fair opens.\n"
        "March 9: Parliament returns.",
        {"January 12": "2017-01-12", "February 3": "2017-02-03", "March 9": "2017-03-09"},
    ),
    "under a year of their own": (
        "1997\n\nJanuary: Frost.\nMay: Floods.\nDecember: Fog.",
        {"January": "1997-01", "May": "1997-05", "December": "1997-12"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_list(case: str) -> None:
    text, told = CASES[case]
    assert dates_told(text, PUBLISHED, told) == told
