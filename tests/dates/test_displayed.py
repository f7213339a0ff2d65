"""Dates in words, and the way back: whatever `display` writes says its date again."""

from __future__ import annotations

import itertools

import pytest

from kztimeline.dates.display import display
from kztimeline.dates.displayed import read_displayed
from kztimeline.dates.edtf import DateError, parse

POINTS = (
    "0001", "0045-05", "0080-05-03", "010X", "012X", "03XX", "0999", "100X", "1648-12-31", "18XX",
    "1900", "190X", "1999-05", "1999-05-03", "1999-12-31", "199X", "19XX", "2000-01", "2000-01-03",
    "2000-12", "200X", "20XX", "9999",
)  # fmt: skip
SIGNS = ("", "~", "?", "%")
ENDS = tuple(f"{point}{sign}" for point in POINTS for sign in SIGNS)


@pytest.mark.parametrize("edtf", [*ENDS, *(f"{end}/.." for end in ENDS[:40:3]), "../190X~"])
def test_the_words_for_a_date_say_it_again(edtf: str) -> None:
    assert read_displayed(display(parse(edtf))) == edtf


def test_the_words_for_an_interval_say_it_again() -> None:
    tried = 0
    # “1–3 May 80” is taken for three days: no other sign tells the year 1 from a day.
    for start, end in itertools.product(ENDS[len(SIGNS) :], ENDS):
        try:
            date = parse(f"{start}/{end}")
        except DateError:
            continue
        words = display(date)
        if words in (display(parse(start)), display(parse(end))):
            continue
        assert read_displayed(words) == date.text, words
        tried += 1
    assert tried > 3000


@pytest.mark.parametrize(
    "words",
    ["", "no date", "1900s decade", "Sept 1999", "31 Feb 1999", "1999 to 1998", "since", "–",
     "Smith to May 1999", "1999-05", "the 1999", "May 1999 to", "since 1998–1999"],
)  # fmt: skip
def test_other_words_say_nothing(words: str) -> None:
    assert read_displayed(words) == ""
