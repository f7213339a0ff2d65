from __future__ import annotations

import datetime as dt

import pytest

from kztimeline.tui.phrases import read_date

TODAY = dt.date(2012, 2, 1)


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("2006", "2006"),
        ("2011-12-16/2011-12-17", "2011-12-16/2011-12-17"),
        ("feb 2012", "2012-02"),
        ("march 19 2019", "2019-03-19"),
        ("16 December 2011", "2011-12-16"),
        ("last month", "2012-01"),
        ("the 1990s", "199X"),
        ("  2012-02 ", "2012-02"),
    ],
)
def test_a_phrase_is_as_precise_as_its_words(phrase: str, date: str) -> None:
    found = read_date(phrase, TODAY)
    assert found is not None
    assert found.text == date


@pytest.mark.parametrize("phrase", ["nazarbayev resigns", "we", "one", "12", "", "the visit"])
def test_words_are_no_date(phrase: str) -> None:
    assert read_date(phrase, TODAY) is None
