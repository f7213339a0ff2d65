"""Dates in forms that tables, computers and other languages write, and figures that are none."""

from __future__ import annotations

import pytest

from kztimeline.dates.edtf import parse
from kztimeline.documents.extraction import Extracted, doubt, extract
from kztimeline.documents.extraction.mentions import timexes
from kztimeline.documents.extraction.whole import whole_date

PUBLISHED = "2012-02-03"  # a Friday
KINDS: dict[str, dict[str, list[str]]] = {
    "the century of a year of two figures, whatever parts it": {
        "The treaty was signed on 3-Feb-50.": ["1950-02-03"],
        "The treaty was signed on 3.II.50.": ["1950-02-03"],
        "The treaty was signed on 3FEB50.": ["1950-02-03"],
        "The treaty was signed on 3 Feb 50.": ["1950-02-03"],
        "The treaty was signed on 3-Feb-11.": ["2011-02-03"],
        "The lease is to end on 3-Feb-14.": ["2014-02-03"],
        "In 1862 it fell; on 3-Mar-63 it rose.": ["1862", "1863-03-03"],
        "He served in '45–46.": ["1945", "1946"],
        "Grants of '98–99 were cut.": ["1998", "1999"],
        "A fort was built in 1850. The mill was shut on 3-Feb-50.": ["1850", "XXXX-02-03"],
    },
    "weeks by their number": {
        "Output rose in 2001-W22.": ["2001-W22"],
        "Output rose in week 22 of 2001.": ["2001-W22"],
        "Wk. 5 2004: output rose. In calendar week 6, 2004 it fell.": ["2004-W05", "2004-W06"],
        "In week 3 of the year 2005 it rose.": ["2005-W03"],
        "Part 2001-W2201 broke in week 22.": [],
        "In week 22 2,001 people came.": [],
    },
    "decades before Christ": {
        "The 40s BC saw civil war.": ["BC004"],
        "It burned in the 40s B.C.": ["BC004"],
        "It burned in the 50s and 40s BC.": ["BC005", "BC004"],
        "It burned in the late 440s and 430s BC.": ["BC044", "BC043"],
        "Coins of the 10s BC and the 20s AD were found.": ["BC001", "002"],
        "It burned in the 40s.": ["194"],
        "He spent 10s of thousands and ran it in 10s.": [],
    },
    "the first century": {
        "Athens in the 1st century BC was rich.": ["BC00"],
        "Athens in the first century BCE was rich.": ["BC00"],
        "Athens in the 1st century AD was rich.": ["00"],
        "In the 2nd and 1st centuries BC it was rich.": ["BC01", "BC00"],
    },
    "centuries in Roman numbers": {
        "It was built in the XX century.": ["19"],
        "It was built in the XIX century.": ["18"],
        "It was built in the early XIXth century.": ["18"],
        "A XVIII century mill burned.": ["17"],
        "It grew in the XVIII–XIX centuries.": ["17", "18"],
        "It grew in the late XIX and early XX centuries.": ["18", "19"],
        "It was built in the I century BC.": ["BC00"],
        "In World War I century-old trees fell.": [],
        "For Malcolm X century and I century are words. Louis XIV fell.": [],
        "Chapter XIX says so, and part XX too.": [],
    },
    "millennia": {
        "It was built in the 3rd millennium BC.": ["BC2"],
        "It grew in the 4th and 3rd millennia BC.": ["BC3", "BC2"],
        "It grew in the first millennium AD.": ["0"],
        "It is the first day of the third millennium.": [],
    },
    "a night between two years": {
        "On the night of 31 December 2010/1 January 2011 he fled.": ["2010-12-31", "2011-01-01"],
        "On December 31, 2010/January 1, 2011 he fled.": ["2010-12-31", "2011-01-01"],
        "On 31 December 2010 / 1 January 2011 he fled.": ["2010-12-31", "2011-01-01"],
        "On 31 December/1 January 2011 he fled.": ["2010-12-31", "2011-01-01"],
        "It ran in 2010/1.": ["2010", "2011"],
        "He left on 10 May 2010/11 results rose.": ["2011-05-10", "2010", "2011"],
    },
    "a day without signs between its figures": {
        "20111216\n\nHe left.": ["2011-12-16"],
        "Dated 20111216, it fell. On 20111217 he left.": ["2011-12-16", "2011-12-17"],
        "It was written at 20111216T101500Z.": ["2011-12-16"],
        "Call 20111216. See no. 20111217, id 20111218 and file 20111219.": [],
        "See log_20111216T101500.txt and on 20111216.pdf.": [],
        "He paid 20111216 dollars on 20111216 shares. On 20111316 it fell.": [],
        "On 20111216 workers struck.": [],
    },
    "a dot behind the day of a month": {
        "He left on 16. December 2011.": ["2011-12-16"],
        "16. December 2011: he left.": ["2011-12-16"],
        "On Friday, 16. Dec. 2011, he left.": ["2011-12-16"],
        "He left on the 16th. December 2011.": ["2011-12-16"],
        "He scored 16. December 2011 was cold.": ["2011-12"],
        "He left on the 16th. December 2011 was cold.": ["2012-01-16", "2011-12"],
    },
    "decades of two figures": {
        "In the '10s it grew.": ["201"],
        "In the '00s it grew.": ["200"],
        "In the late '20s and the '60s it grew.": ["192", "196"],
        "It opened in 2011. In the late '20s it had been a mill.": ["2011", "192"],
        "In 1911 it opened; in the '10s it grew.": ["1911", "191"],
    },
}
CASES = [(text, expected) for kind in KINDS.values() for text, expected in kind.items()]
NAMES = [f"{name} {number}" for name, kind in KINDS.items() for number in range(len(kind))]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=NAMES)
def test_written_forms(text: str, expected: list[str]) -> None:
    told = [each.value.partition("T")[0] for each in timexes(text, parse(PUBLISHED))]
    assert [value for value in told if value[:1] in tuple("0123456789XB")] == expected


def found(text: str, published: str | None = PUBLISHED) -> list[Extracted]:
    return extract(text, parse(published) if published else None)


def test_a_paper_of_1995_tells_of_no_signing_in_2050() -> None:
    text = "The treaty was signed on 3-Feb-50."
    assert [str(each.date) for each in found(text, "1995")] == ["1950-02-03"]
    assert [str(each.date) for each in found(text, None)] == ["1950-02-03"]


def test_which_figure_is_the_year_is_said_to_be_open() -> None:
    [day] = found("It was signed on 11-12-13.")
    assert day.date is None
    assert day.is_doubtful
    assert "2011-12-13" in (doubt(day) or "")
    assert [str(each.date) for each in found("It was signed on 98-12-03.")] == ["1998-12-03"]
    assert [str(each.date) for each in found("It was signed on 31-12-11.")] == ["2011-12-31"]


@pytest.mark.parametrize("text", ["They won 11-12-13.", "Call 11-12-13 or 555-12-13.", "11-12-13"])
def test_figures_with_hyphens_are_a_date_only_amid_words_that_say_so(text: str) -> None:
    assert found(text) == []


def test_a_day_before_its_month_behind_the_year_is_doubtful() -> None:
    [day] = found("It was kept as 2011.13.12 there.")
    assert (str(day.date), day.is_doubtful) == ("2011-12-13", True)
    assert found("It runs version 2011.13.12. So does Linux 2011.13.12.") == []


def test_a_day_of_one_of_two_years_is_doubtful() -> None:
    [day] = found("The party was held on 10 December 2010/11.")
    assert day.date is None
    assert {each.date for each in day.weighed} == {"2010-12-10", "2011-12-10"}


def test_a_century_of_either_era() -> None:
    told = {each.text: str(each.date or each.known) for each in found(
        "Athens was rich in the first century BC, in the first century and the first millennium AD."
    )}  # fmt: skip
    assert told == {
        "the first century BC": "BC00",
        "the first century": "0001/0099",
        "the first millennium AD": "0001/0999",
    }


def test_so_many_hundred_years_ago_is_about_then() -> None:
    told = [str(each.date or each.known) for each in found(
        "It fell 300 years ago. It fell 25 years ago. It fell 2500 years ago, and another fell "
        "5000 years ago."
    )]  # fmt: skip
    assert told == ["1712~", "1987", "BC04", "BC2"]


@pytest.mark.parametrize(
    ("part", "date"),
    [
        ("Q2 FY2012", "2012-04/2012-06"),
        ("FY12 Q3", "2012-07/2012-09"),
        ("the third quarter of fiscal 2011", "2011-07/2011-09"),
        ("the fiscal third quarter of 2011", "2011-07/2011-09"),
    ],
)
def test_the_quarter_of_a_fiscal_year_may_be_another(part: str, date: str) -> None:
    [quarter] = found(f"Losses grew in {part}.")
    assert (quarter.text, str(quarter.date), quarter.is_doubtful) == (part, date, True)
    assert quarter.fault == "a fiscal year may begin in another month than January"
    assert whole_date(part) is None


def test_a_fiscal_year_is_told_as_a_year() -> None:
    assert [(str(each.date), each.is_doubtful) for each in found("FY2012 was bad.")] == [
        ("2012", False)
    ]
