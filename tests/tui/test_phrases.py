from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from kztimeline.tui.phrases import read_date
from kztimeline.tui.plain_dates import read_plain

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


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("2/2012", "2012-02"),
        ("2012/2", "2012-02"),
        ("2012 feb", "2012-02"),
        ("feb12", "2012-02"),
        ("Feb 12", "2012-02"),
        ("feb '91", "1991-02"),
        ("February 12, 2012", "2012-02-12"),
        ("12th of february 2012", "2012-02-12"),
        ("12 feb 91", "1991-02-12"),
        ("2012.2.14", "2012-02-14"),
        ("sept. 2001", "2001-09"),
        ("1990s", "199X"),
    ],
)
def test_a_plain_date_with_its_year_is_read_at_once(phrase: str, date: str) -> None:
    found = read_plain(phrase)
    assert found is not None
    assert found.text == date


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("12 feb", "2005-02-12"),
        ("12feb", "2005-02-12"),
        ("feb 12th", "2005-02-12"),
        ("feb 5", "2005-02-05"),
        ("feb", "2005-02"),
    ],
)
def test_a_day_or_month_without_a_year_is_one_of_the_year_at_hand(phrase: str, date: str) -> None:
    assert read_plain(phrase) is None
    found = read_plain(phrase, 2005)
    assert found is not None
    assert found.text == date


@pytest.mark.parametrize(
    "phrase",
    ["13/2012", "feb 30 2012", "1/2/2012", "ma 2012", "feb 2012 x", "the", "1 2", "201", "2/20"],
)
def test_what_is_no_plain_date_is_left_to_others(phrase: str) -> None:
    assert read_plain(phrase, 2005) is None


def test_plain_dates_and_the_screen_do_without_the_library() -> None:
    script = (
        "import sys, kztimeline.tui.app, kztimeline.tui.jumping\n"
        "from kztimeline.tui.phrases import load, read_date\n"
        "import datetime as dt\n"
        "read_date('feb 12', dt.date(2012, 2, 1))\n"
        "print('dateparser' in sys.modules)\n"
        "load()\n"
        "print('dateparser' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]
