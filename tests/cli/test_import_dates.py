"""`kzt import` and dates: what a table says stays what it says, and words are read as elsewhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from kztimeline.dates.displayed import read_displayed
from kztimeline.documents.extraction import extract
from kztimeline.documents.extraction.whole import whole_date
from kztimeline.loading.importing.dating import Dating

from ..commands import Ended, kzt
from ..files import write
from ..sampling import mostly_slow
from .test_import import events_in, imported

LITERAL = {
    "2012": "2012",
    "2012-02": "2012-02",
    "2012-02-03": "2012-02-03",
    "1991~": "1991~",
    "1992/1995": "1992/1995",
    "2015/..": "2015/..",
    "16 December 2011": "2011-12-16",
    "December 16, 2011": "2011-12-16",
    "Dec. 2011": "2011-12",
    "Tuesday 2 April 1985": "1985-04-02",
    "16.12.2011": "2011-12-16",
    "13/1/2012": "2012-01-13",
    "20111216": "2011-12-16",
    "16–18 December 2011": "2011-12-16/2011-12-18",
    "16 to 18 December 2011": "2011-12-16/2011-12-18",
    "1985–1987": "1985/1987",
    "1991.0": "1991",
    "1998-04-10 00:00:00": "1998-04-10",
    "1998-04-10T00:00:00Z": "1998-04-10",
    "1998-04-10T00:00:00.000+06:00": "1998-04-10",
    "1998-04-10T00:00": "1998-04-10",
}
WORDS = {
    "autumn 1991": "1991-09~/1991-11~",
    "Spring, 1984": "1984-03~/1984-05~",
    "early 1880s": "188X",
    "mid-1991": "1991",
    "late May 2011": "2011-05",
    "Easter 1991": "1991-03-31",
    "Christmas 1991": "1991-12-25",
    "1990s": "199X",
    "19th century": "18XX",
    "c. 1991": "1991~",
    "about May 1991": "1991-05~",
    "Q3 2011": "2011-07/2011-09",
    "since 1998": "1998/..",
    "until 1998": "../1998",
    "1985-87": "1985/1987",
    "AD 800": "0800",
    "Ramadan 1998": "1998-12-20~/1999-01-18~",
    "1900s (decade)": "190X",
    "1800s (century)": "18XX",
    "about the 1990s": "199X~",
    "1998-04-10T06:30:00Z": "1998-04-10",
}
NONE = (
    "after 1998", "before 1991", "by 1998", "not before 1990", "no later than May 2000",
    "up to 1974", "prior to 1985", "1991 or 1992", "between 1985 and 1987", "1985 and 1987",
    "1/2/2012", "2013-02-30", "1998-13", "Monday 2 April 1985", "1997/8", "winter 1998",
    "3 May", "May", "today", "last year", "two years ago", "soon", "1998 (approx.)",
    "probably 1998", "May 1998 onwards", "June 1991 and later", "a dry 1998", "every May 1998",
    "the week after 3 May 1998", "100 BC", "-43", "99999", "1 January 1998 or so", "x" * 5000,
)  # fmt: skip


def table(words: list[str]) -> str:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["date", "title", "url"])
    for number, said in enumerate(words):
        rows.writerow([said, f"Row {number}", "https://example.org/a"])
    return text.getvalue()


def test_what_the_table_does_not_say_literally_stands_in_a_comment_beside_its_date(
    tmp_path: Path,
) -> None:
    words = [*LITERAL, *WORDS, *NONE]
    run = imported(tmp_path, table(words))
    assert run.returncode == 0
    found = {str(each["title"]): each["date"] for each in events_in(tmp_path).values()}
    wanted = {**LITERAL, **WORDS}
    assert found == {
        f"Row {number}": wanted[said] for number, said in enumerate(words) if said in wanted
    }
    text = " ".join((tmp_path / "out.yaml").read_text(encoding="utf-8").replace("#", "").split())
    for said in (*WORDS, *NONE):
        assert f"the table says {said!r} for the date" in text, said
    for said in LITERAL:
        assert f"the table says {said!r}" not in text, said
    assert f"date read from words ({len(WORDS)})" in run.stderr
    assert f"{len(NONE)} as comments: no certain date" in run.stderr


@pytest.mark.parametrize("said", [*LITERAL, *WORDS, *NONE])
def test_words_mean_what_extract_takes_them_for_or_nothing(said: str) -> None:
    date, words, _why = Dating(whole_date).read(said)
    if said in LITERAL:
        assert (date, words) == (LITERAL[said], "")
    else:
        assert words == said
        assert date in {"", read_displayed(said), *(str(each.date) for each in extract(said, None))}


WHY_NOT = [
    ("08/07/2009", "8 Jul 2009 or 7 Aug 2009? Write one of the two."),
    ("Tue 16 March 2005", "16 Mar 2005 was a Wednesday, not a Tuesday."),
    ("2013-02-30", "There is no 30 February 2013; the month has 28 days."),
    ("1997/8", "August 1997, or 1997 to 1998? Write one of the two."),
    ("16.12.11", "Write the year in four figures, such as 16 dec 2011."),
    ("2012-13", "Write 2012/2013 for the two years."),
    ("100 BC", "Years run from 1 to 9999, and this one is before them."),
    ("-43", "Years run from 1 to 9999, and this one is before them."),
    ("99999", "The year in '99999' does not have four digits; write a date such as 2012"),
    ("after 1998", "A bound is no date; write since or until where it lasted"),
    ("1998 or later", "A bound is no date; write since or until where it lasted"),
    ("1991 or 1992", "These are two dates; write the one that is meant"),
    ("2012-02-03/2012-02-01", "The interval ends (2012-02-01) before it begins (2012-02-03)"),
    ("3 Feb 2012 - 1 Feb 2012", "1 Feb 2012 comes before 3 Feb 2012; write the earlier date"),
    ("2012-02-30T10:00", "There is no 30 February 2012; the month has 29 days."),
    ("soon", "It is not understood as one date; write it as 2012, 2012-02, 2012-02-03"),
]


@pytest.mark.parametrize(
    ("said", "why"), mostly_slow(WHY_NOT, [*WHY_NOT[:12:4], WHY_NOT[-1]], several=True)
)
def test_why_a_row_has_no_date_stands_beside_it(said: str, why: str, tmp_path: Path) -> None:
    assert imported(tmp_path, table([said, "1998"])).returncode == 0
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    beside = " ".join(text.replace("\n  #", "").split())
    assert f"the table says {said!r} for the date: {why}" in beside


OF_NO_CENTURY = (
    "3-Feb-30", "3-Feb-45", "3-Feb-99", "3/Feb/45", "3Feb45", "03FEB45", "Feb-45", "3 Feb 45",
    "3 Feb '45", "Feb. '98–May '99", "3 Feb '45 to 5 Mar 1946", "'95", "the 90s", "the '90s",
    "summer '69", "since '95", "Q3 45", "FY45", "4/3/12", "15/2/50", "Sat 3-Feb-45", "45",
    "about 45", "3-Feb-45 12:00", "3-Feb-45 to 1950", "1940 to 45", "12 May", "May 12",
)  # fmt: skip


@pytest.mark.parametrize("said", OF_NO_CENTURY)
def test_a_year_of_two_figures_is_given_no_century(said: str) -> None:
    assert Dating(whole_date).read(said) == (
        "", said, "Write the year in four figures, such as 16 dec 2011."
    )  # fmt: skip


def test_a_year_of_two_figures_beside_one_of_four_is_of_its_century() -> None:
    dating = Dating(whole_date)
    assert dating.read("1914-18").edtf == "1914/1918"
    assert dating.read("winter 1944/45").edtf == "1944-12~/1945-02~"
    assert dating.read("AD 79").edtf == "0079"
    assert dating.read("nineteen eighty-four").edtf == "1984"


def test_the_date_of_a_source_is_given_no_century(tmp_path: Path) -> None:
    content = "date,title,url,issued\n1991,One,https://example.org/1,3-Feb-45\n"
    assert imported(tmp_path, content).returncode == 0
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "issued:" not in text
    beside = " ".join(text.replace("\n  #", "").split())
    assert "says '3-Feb-45' for the date of its source: Write the year in four figures" in beside


@pytest.mark.parametrize("rows", [["1/2/2012", "1998"], ["1/2/2012", "2/3/2012", "1998"]])
def test_reasons_are_told_of_one_row_as_of_several(rows: list[str], tmp_path: Path) -> None:
    run = imported(tmp_path, table(rows))
    number = len(rows) - 1
    assert f"{number} as {'comments' if number > 1 else 'a comment'}: no certain date" in run.stderr
    head = (tmp_path / "out.yaml").read_text(encoding="utf-8").split("\n")[0]
    stand = "stand as comments" if number > 1 else "stands as a comment"
    assert head == f"# {number} of {len(rows)} events {stand}: no certain date ({number})."


UNITS = ("1991", "May 1991", "12 May 1991", "the 1880s", "spring 1991", "Easter 1991")
BEFORE = (
    "", "in ", "early ", "mid-", "late ", "about ", "c. ", "before ", "after ", "by ", "since ",
    "until ", "not after ", "the year after ", "every ", "possibly ", "the eve of ", "from ",
)  # fmt: skip
AFTER = ("", "?", " or later", " onwards", " and 1993", " (approx.)", " to 1995", "–present")


@pytest.mark.slow
def test_no_date_is_read_that_extract_does_not_read_nor_without_a_word_of_it() -> None:
    dating = Dating(whole_date)
    read = 0
    for said in (f"{b}{u}{a}" for b in BEFORE for u in UNITS for a in AFTER):
        date, words, _why = dating.read(said)
        if not words:
            assert set(said.lower().split()) <= {
                "in", "may", "12", "1991", "1995", "to", "1991?", "1993", "the",
            }, said  # fmt: skip
            continue
        assert words == said
        if date and (begun := said.removesuffix("–present")) != said:
            # What "since" and "until" say stays.
            beginning = dating.read(begun)[0]
            assert date == (beginning if ".." in beginning else f"{beginning}/.."), said
        elif date and date != read_displayed(said):
            read += 1
            (mention,) = extract(said, None)
            assert date == str(mention.date), said
            bound = ("before", "after", "by", "not", "possibly", "every", "from", "the year")
            assert not said.startswith(bound), said
    assert read > 20


def test_the_end_of_an_interval_may_be_words_too(tmp_path: Path) -> None:
    rows = (
        "spring 1984,1986\n1990,1985\nsince 1990,1995\n1 Jan 1990,present\n"
        "1990,1991\n1990-05-01 00:00:00,1990-05-03 00:00:00\n1914,18\n,1995\n"
        "1914/1915,1918\n1 Jan 1990–present,\n"
    ).splitlines()
    content = "date,end,title,url\n" + "".join(
        f"{row},Row {number},https://example.org/a\n" for number, row in enumerate(rows)
    )
    assert imported(tmp_path, content).returncode == 0
    dates = {str(each["title"]): each["date"] for each in events_in(tmp_path).values()}
    assert dates == {
        "Row 0": "1984-03~/1986",
        "Row 4": "1990/1991",
        "Row 5": "1990-05-01/1990-05-03",
        "Row 3": "1990-01-01/..",
        "Row 8": "1914/1918",
        "Row 9": "1990-01-01/..",
    }
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    beside = " ".join(text.replace("\n  #", "").split())
    for said, why in (
        ("spring 1984 to 1986", ""),
        ("1990 to 1985", ": It ends (1985) before it begins (1990)."),
        ("since 1990 to 1995", ": One of its ends is open already; write one date for both."),
        ("1 Jan 1990 to present", ""),
        ("1914 to 18", ": Write the year in four figures"),
        ("1995", ": That is its end, and its beginning is missing."),
        ("1914/1915 to 1918", ""),
        ("1 Jan 1990–present", ""),
    ):
        assert f"the table says {said!r} for the date{why}" in beside


def test_the_dates_of_sources_are_read_as_those_of_events(tmp_path: Path) -> None:
    content = (
        "date,title,url,issued\n1991,One,https://example.org/1,autumn 1991\n"
        "1992,Two,https://example.org/2,after 1992\n1993,Three,https://example.org/3,1993-02-01\n"
    )
    run = imported(tmp_path, content)
    text = (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "issued: 1991-09~/1991-11~" in text.replace("'", "")
    assert "issued: '1993-02-01'" in text
    assert text.count("issued:") == 2
    for said in ("autumn 1991", "after 1992"):
        assert f"the table says {said!r} for the date of its source" in text
    assert "date read from words (1), date of a source (1)" in run.stderr


def test_where_no_row_has_a_date_it_is_said_why(tmp_path: Path) -> None:
    run = imported(tmp_path, table(["1998-13", "3-Feb-45"]))
    assert run.returncode == 1
    assert "row 2: the table says '1998-13' for the date: There is no month 13;" in run.stderr
    assert "row 3: the table says '3-Feb-45' for the date: Write the year in four" in run.stderr


def test_an_empty_date_is_told_from_one_that_is_not_understood(tmp_path: Path) -> None:
    run = imported(tmp_path, table(["", "soon", "1998"]))
    assert "1 as a comment: no date\n" in run.stderr
    assert "1 as a comment: no certain date\n" in run.stderr


def test_help_names_everything_that_a_column_may_hold() -> None:
    from kztimeline.loading.importing.tables.headings import HEADINGS

    for said in (kzt("import", "--help").stdout, kzt("help", "import").stdout):
        for name, (meaning, _names) in HEADINGS.items():
            assert f"    {name:<14} {meaning}\n" in said


def test_a_spreadsheets_number_of_a_day_is_told_and_not_taken(tmp_path: Path) -> None:
    table = "date,title,source\n1999,One,https://e.org/a\n36161,Two,https://e.org/b\n"
    run, text = imported_table(tmp_path, table)
    assert "1 as a comment: no certain date" in run.stderr
    told = "the table says '36161' for the date, which is 1 January 1999 where a spreadsheet"
    assert told in text
    assert "1999-01-01" not in text


def test_a_quote_that_is_never_closed_is_named(tmp_path: Path) -> None:
    table = 'date,title,source\n1998,One,https://e.org/a\n1999,"Two,https://e.org/b\n2000,T,U\n'
    run = kzt("import", write(tmp_path, table, "open.csv"), "-o", tmp_path / "o.yaml")
    assert run.returncode == 1
    assert "line 3: a quote is opened in this row and never closed" in run.stderr
    assert not (tmp_path / "o.yaml").exists()


def test_a_quote_within_a_cell_is_no_open_quote(tmp_path: Path) -> None:
    table = 'date,title,source\n1998,A 5" pipe,https://e.org/a\n1999,"B"b,https://e.org/b\n'
    _, text = imported_table(tmp_path, table)
    assert 'A 5" pipe' in text


def imported_table(folder: Path, table: str) -> tuple[Ended, str]:
    target = folder / "made.yaml"
    run = kzt("import", write(folder, table, "table.csv"), "-o", target)
    assert run.returncode == 0, run.stderr
    assert kzt("check", target).returncode == 0
    return run, target.read_text(encoding="utf-8")
